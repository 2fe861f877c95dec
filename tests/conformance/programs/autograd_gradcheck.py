import torch
from torch.autograd import gradcheck, gradgradcheck

x = torch.tensor([[1.0, 2.0]], dtype=torch.float64, requires_grad=True)
w = torch.tensor([[0.5, -1.0], [2.0, 0.25]], dtype=torch.float64, requires_grad=True)
print(gradcheck(torch.matmul, (x, w)), gradcheck(lambda x: (x ** 2).sum(), x), gradgradcheck(torch.sin, (x,)))
wrong = lambda x: x.detach() * x
print(gradcheck(wrong, (x,), raise_exception=False))
try:
    gradcheck(wrong, (x,))
except RuntimeError as error:
    print(type(error).__name__, str(error).splitlines()[0])
try:
    gradcheck(torch.sin, (x.detach(),))
except ValueError as error:
    print(error)
