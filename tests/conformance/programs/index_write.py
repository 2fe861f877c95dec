import torch
x = torch.zeros(3, 3)
x[0] = 1
x[:, 1] = torch.tensor([5., 6., 7.])
x[[0, 2], 2] = 9
x[x == 0] = -1
x[-1, :2] = 0.5
print(x)
try:
    x[0] = torch.ones(2)
except RuntimeError as e:
    print(e)
