import torch
x = torch.tensor([2., 3., 1.])
print(max(x), min(x), sum(x), abs(-x), sorted(x), len(x), float(x[0]), int(x[1]), bool(x[2] > 0), list(x))
print(1.5 - x, 2 ** x, 6 / x, [v.item() for v in x], torch.tensor(3.) in x, isinstance(float(x[0]), float))
