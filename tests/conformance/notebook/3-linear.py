import torch

def linear_fn(w, x, b):
    return w*x+b

def d_w_linear_fn(w, x, b):
    # d(w.x+b)/dw = x
    return x

def d_b_linear_fn(w, x, b):
    # d(w.x+b)/db = 1
    return 1

w = 5
b = 4
x = 2.5
W = torch.tensor(w, dtype=float, requires_grad=True)
B = torch.tensor(b, dtype=float, requires_grad=True)
X = torch.tensor(x, dtype=float, requires_grad=True)
Z = linear_fn(W, x, B)
Z.backward()
print(W.grad, B.grad, "<>", d_w_linear_fn(w, x, b), d_b_linear_fn(w, x, b))
