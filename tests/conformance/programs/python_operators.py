import torch
x = torch.tensor([7., -7.])
y = torch.tensor([1, 0, 1])
print(x // 2, x % 3, 7 // torch.tensor(2), -x, +x, ~(x > 0), (x > 0) & (x < 9), (x > 0) | (x < 0), y ^ 1, x == x, x != 7)
x = torch.eye(2)
x @= x * 2
x /= 4
x **= 2
print(x)
