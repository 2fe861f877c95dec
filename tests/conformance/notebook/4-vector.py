import torch
import numpy as np

def f(x):
    return sum(x**2);

x = np.array([1.0, 5.0, 6.0])
X  = torch.tensor(x, requires_grad=True, dtype=float)
Y = f(X)
Y.backward()
print(Y, X)
print(X.grad)
