import torch
i = torch.tensor([1, 2])
f = torch.ones(2)
d = torch.ones(2, dtype=torch.float64)
b = torch.tensor([True, False])
print(i * 2.0, i / 2, i // 2, i ** 2, 2 ** i, i + f, f + d, f * torch.tensor(2., dtype=torch.float64))
print(b + 1, b * 2.5, b + b, i + torch.tensor(1.5), i > 1.5, i.float().dtype, d.long())
