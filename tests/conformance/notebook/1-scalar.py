import torch
torch.manual_seed(0)

def x_square(x):
    return x**2

def d_x_square(x):
    return 2*x

X = torch.rand(1, requires_grad=True)
x = X.item()

Y = x_square(X)
Y.backward()
print(X.grad, "<>", d_x_square(x))
