import torch

x = torch.arange(6.0).reshape(2, 3).requires_grad_()
for y in (
    x.unflatten(1, (3, 1)),
    x.rot90(),
    torch.rot90(x, 2),
    x.flipud(),
    x.fliplr(),
    x.movedim(0, 1),
    torch.dstack([x, x]),
    torch.column_stack([x[0], x[1]]),
    torch.tensor_split(x, 2, dim=1)[0],
    torch.hsplit(x, 3)[1],
    x.diag(1),
    x.diagonal(-1),
    x[0].diag(-1),
    torch.kron(x, torch.eye(2)),
    torch.meshgrid(x[0], x[1], indexing="ij")[1],
    torch.meshgrid(x[0], x[1], indexing="xy")[0],
    torch.cartesian_prod(x[0], x[1]),
    torch.broadcast_tensors(x, torch.ones(2, 1, 1))[0],
):
    print(y, y.shape)
    x.grad = None
    (y * y).sum().backward()
    print(x.grad)
print(x.stride(), x.T.stride(), x.T.is_contiguous(), x[:, 1].stride(), x.T.contiguous().stride(), x.expand(2, 2, 3).stride())
print(torch.broadcast_shapes((2, 1), (3,)), x.T.contiguous().view(6))
