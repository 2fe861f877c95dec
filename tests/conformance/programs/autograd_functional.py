import torch
from torch.autograd.functional import hessian, hvp, jacobian, jvp, vhp, vjp

x = torch.tensor([1.0, 2.0])
v = torch.tensor([1.0, -1.0])
cubes = lambda x: x ** 3
print(vjp(cubes, x, v), jvp(cubes, x, v))
print(vhp(lambda x: cubes(x).sum(), x, v), hvp(lambda x: cubes(x).prod(), x, v))
print(jacobian(lambda x: (x ** 2, x.sum()), x))
print(hessian(lambda x, y: (x * y ** 2).sum(), (x, v)))
p = torch.tensor([1.0, 2.0], requires_grad=True)
j = jacobian(cubes, p, create_graph=True)
print(j)
j.sum().backward()
print(p.grad)
