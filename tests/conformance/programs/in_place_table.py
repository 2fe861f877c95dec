import torch

for change in (
    lambda x: x.add_(torch.ones(3), alpha=2),
    lambda x: x.addcmul_(torch.ones(3), torch.arange(3.0), value=2),
    lambda x: x.lerp_(torch.ones(3), 0.5),
    lambda x: x.exp_(),
    lambda x: x.clamp_(min=0),
    lambda x: x.pow_(2),
    lambda x: x.masked_fill_(x > 0, 9.0),
    lambda x: x.scatter_(0, torch.tensor([1]), 5.0),
    lambda x: x.index_add_(0, torch.tensor([0, 0]), torch.ones(2)),
    lambda x: x.unsqueeze_(0),
    lambda x: x.add_(torch.ones(2, 3)),
):
    x = torch.tensor([0.5, -1.25, 2.0])
    try:
        y = change(x)
        print(x, y is x)
    except Exception as error:
        print(type(error).__name__, error)
square = torch.zeros(3, 3).fill_diagonal_(4)
print(square)
