import torch

x = torch.ones(2, requires_grad=True)
w = torch.full((2,), 3.0, requires_grad=True)
(x * w).sum().backward(inputs=[x])
print(x.grad, w.grad)
torch.autograd.backward([(x * w).sum(), (x ** 2).sum()])
print(x.grad, w.grad)
with torch.autograd.set_grad_enabled(False):
    print(x * w)
y = x * 2
y.detach_()
print(y, y.is_leaf)
try:
    x.grad = torch.ones(2, dtype=torch.float64)
except RuntimeError as error:
    print(error)
