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


def lossfn(y_actual, y_pred):
    return y_pred - y_actual

def d_x_lossfn(y_actual, y_pred, x):
    # d(loss)/dx => d(loss)dy * dy/dx
    return (0 - 1) * d_x_square(x)

y_actual = 10.0
X = torch.rand(1, requires_grad=True)
x = X.item()
Y_pred = x_square(X)
y_pred = x_square(x)

loss = lossfn(Y_pred, y_actual)
loss.backward()
print(X.grad, "<>", d_x_lossfn(y_actual, y_pred, x))


def lossfn2(y_actual, y_pred):
    return (y_pred - y_actual) ** 2

def d_lossfn2(y_actual, y_pred, x):
    # df/dx where f = g**2 and g = y - y_pred
    # df/dx = df/dg . dg/dx = 2g . dg/dx
    return  2 * lossfn(y_pred, y_actual) * d_x_lossfn(y_actual, y_pred, x)
    
x = 1
y_actual = 10
X = torch.tensor(x, dtype=float, requires_grad=True)
loss = lossfn2(y_actual, x_square(X))
loss.backward()

print(X.grad, "<>", d_lossfn2(y_actual, x_square(x), x))
