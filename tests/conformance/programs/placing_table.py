import torch

x = torch.zeros(3, 4, requires_grad=True)
values = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requires_grad=True)
index = torch.tensor([[0, 2, 1], [3, 0, 2]])
for y in (
    x.scatter(1, index, values),
    x.scatter_add(1, index, values),
    x.index_add(1, torch.tensor([0, 0, 3]), torch.ones(3, 3) * values[0]),
    x.index_copy(0, torch.tensor([1]), torch.ones(1, 4) * values[1, 2]),
    x.index_fill(1, torch.tensor([2]), 7.0),
    torch.take(values, torch.tensor([[0, 5], [2, 2]])),
    values.gather(1, torch.tensor([[0], [2]])),
    torch.take_along_dim(values, torch.tensor([[1], [0]]), 1),
    values.repeat_interleave(2, 1),
    values.masked_fill(values > 4, 0.0),
):
    print(y)
    x.grad = values.grad = None
    (y * y + y).sum().backward()
    print(x.grad, values.grad)
