import torch
import torch.nn.functional as F

x = torch.ones(2, 3)
for wrong in (
    lambda: torch.add(x, "a"),
    lambda: x.div(None),
    lambda: torch.maximum(x, 2),
    lambda: torch.exp(1.0),
    lambda: x.topk(5),
    lambda: x.narrow(1, 1, 5),
    lambda: x.chunk(0),
    lambda: x.flatten(1, 0),
    lambda: x.size(4),
    lambda: x.norm("x"),
    lambda: x.gather(0, torch.tensor([5])),
    lambda: torch.bmm(x, x),
    lambda: torch.where(x, x, x),
    lambda: torch.full(2, 1.0),
    lambda: torch.linspace(0, 1, -1),
    lambda: torch.ones(0).max(),
    lambda: torch.tensor([1, 2]).softmax(0),
    lambda: torch.rand(-1),
    lambda: F.one_hot(torch.tensor([0, 5]), 3),
    lambda: F.cross_entropy(x, torch.tensor([0])),
    lambda: torch.optim.SGD([x], lr=-1),
    lambda: torch.optim.SGD(x, lr=0.1),
    lambda: torch.optim.SGD([(x * 2).requires_grad_() * 1], lr=0.1),
    lambda: torch.nn.Parameter(torch.tensor([1])),
    lambda: x.to("cuda"),
    lambda: x.floor_divide(x.requires_grad_()).sum().backward(),
    lambda: format(x, ".2f"),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
