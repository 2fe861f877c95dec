import torch

a = torch.arange(12.0).reshape(2, 2, 3).requires_grad_()
print(torch.einsum("...ij,...kj->...ik", a, a))
print(torch.einsum("...j,j->...", a, torch.tensor([1.0, 2.0, 3.0])))
y = torch.einsum("b...->...b", a)
print(y)
(y ** 2).sum().backward()
print(a.grad)
