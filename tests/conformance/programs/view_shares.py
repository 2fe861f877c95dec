import torch
x = torch.zeros(2, 3)
row = x[0]
row[1] = 5
x.view(-1)[5] = 7
x.T[0] += 1
row *= 2
print(x, row)
y = x.detach()
y[0, 0] = 9
print(x[0], x.clone().zero_().sum(), x.sum())
