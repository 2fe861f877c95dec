import torch

for name in "fmax fmin atan2 hypot fmod remainder copysign logaddexp true_divide subtract maximum".split():
    for a, b in (
        ([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [0.5, 1.5, -2.25]),
        ([[1.0], [2.0]], [[0.75, 1.5, 2.5]]),
        (2.5, [1.5, -0.75]),
    ):
        a = torch.tensor(a, dtype=torch.float64, requires_grad=True)
        b = torch.tensor(b, dtype=torch.float64, requires_grad=True)
        y = getattr(torch, name)(a, b)
        print(name, y)
        (y * y).sum().backward()
        print(a.grad, b.grad)
x = torch.tensor([[0.3, -0.6, 1.1], [2.2, -1.4, 0.9]], requires_grad=True)
print(torch.add(x, x, alpha=2), torch.sub(x, 2, alpha=3))
print(torch.lerp(x, x * 2, 0.5), torch.lerp(x, x * 2, torch.full((3,), 0.25)))
print(torch.addcmul(x, x, x, value=0.5), torch.addcdiv(x, x, x * x + 1, value=2))
print(torch.div(x.detach(), 0.7, rounding_mode="floor"), torch.div(x.detach(), 0.7, rounding_mode="trunc"))
print(x // 0.7)
