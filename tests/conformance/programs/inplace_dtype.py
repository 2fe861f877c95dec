import torch
x = torch.tensor([1, 2])
x += 1
x *= 2
print(x)
try:
    x += 0.5
except RuntimeError as e:
    print(e)
try:
    x += torch.ones(2, 2, dtype=torch.int64)
except RuntimeError as e:
    print(e)
