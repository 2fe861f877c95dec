import torch
x = torch.ones(2, requires_grad=True)
z = torch.ones(2, requires_grad=True)
print(torch.autograd.grad((x * 3).sum(), [x, z], allow_unused=True))
print(torch.autograd.grad(x * 2, x, grad_outputs=torch.tensor([1., 2.])))
