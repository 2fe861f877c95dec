import torch
from torch import optim
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, LambdaLR, MultiStepLR, StepLR

makers = {
    "SGD": lambda p: optim.SGD(p, lr=0.1),
    "momentum": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.5, weight_decay=0.1),
    "nesterov": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "Adam": lambda p: optim.Adam(p, lr=0.1, weight_decay=0.01),
    "amsgrad": lambda p: optim.Adam(p, lr=0.1, amsgrad=True),
    "AdamW": lambda p: optim.AdamW(p, lr=0.1),
    "RMSprop": lambda p: optim.RMSprop(p, lr=0.1, momentum=0.9, centered=True),
    "Adagrad": lambda p: optim.Adagrad(p, lr=0.1, lr_decay=0.1),
    "groups": lambda p: optim.SGD([{"params": p[:1], "lr": 0.5}, {"params": p[1:]}], lr=0.1),
}
for name, make in makers.items():
    p = [torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True), torch.tensor([[0.5]], requires_grad=True)]
    optimizer = make(p)
    for step in range(5):
        optimizer.zero_grad()
        loss = (p[0] ** 2).sum() + (p[1] - 3).pow(2).sum()
        loss.backward()
        optimizer.step()
    print(name, p)
print(optimizer)
for make in (
    lambda o: StepLR(o, 2, gamma=0.5),
    lambda o: MultiStepLR(o, [1, 3]),
    lambda o: ExponentialLR(o, 0.9),
    lambda o: LambdaLR(o, lambda epoch: 1 / (1 + epoch)),
    lambda o: CosineAnnealingLR(o, 4),
):
    optimizer = optim.SGD([torch.ones(1, requires_grad=True)], lr=1.0)
    scheduler = make(optimizer)
    rates = []
    for epoch in range(5):
        rates.append(round(scheduler.get_last_lr()[0], 6))
        optimizer.step()
        scheduler.step()
    print(rates)
