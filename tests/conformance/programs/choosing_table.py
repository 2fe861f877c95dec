import torch

x = torch.tensor([[3.0, 1.0, 2.0, 1.5], [0.5, 4.0, 0.25, -1.0]], requires_grad=True)
for y in (
    x.sort(1),
    x.sort(0, descending=True),
    x.topk(2),
    x.median(1),
    x.round().mode(1),
    x.kthvalue(2, 0),
    x.cummax(1),
    x.cummin(0),
    x.max(1),
    x.min(0, keepdim=True),
):
    print(y)
    x.grad = None
    (y.values ** 2).sum().backward()
    print(x.grad)
print(x.argsort(1), x.argmax(), x.argmax(1, keepdim=True), x.median(), x.aminmax()[0].item())
n = torch.tensor([3, 1, 2, 1, 3, 3])
print(n.unique(), n.unique(return_counts=True), n.unique(return_inverse=True)[1])
print(n.bincount(), n.bincount(minlength=6), torch.histc(n.float(), 4), n.count_nonzero())
print((n > 1).nonzero(), (n > 1).nonzero(as_tuple=True), torch.where(n > 1))
print(torch.combinations(n[:3]), torch.tril_indices(2, 3), torch.diff(n))
