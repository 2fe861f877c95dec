import torch

x = torch.tensor([1.23456789, 2.5, 1000.123, 1e-5])
for options in (
    {"precision": 2},
    {"precision": 8, "linewidth": 40},
    {"sci_mode": True},
    {"sci_mode": False},
    {"threshold": 3, "edgeitems": 1},
):
    torch.set_printoptions(**options)
    print(x, torch.arange(12), (x * torch.ones(1, requires_grad=True)))
    torch.set_printoptions(profile="default")
print(x, torch.tensor([-1.5, float("nan"), float("-inf"), 2.0] * 7), torch.tensor([], dtype=torch.bool))
