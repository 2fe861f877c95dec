import torch
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y += 1
y *= x
y[0] = 5
print(y)
y.sum().backward()
print(x.grad)
