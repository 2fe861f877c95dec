import torch
from torch.autograd.functional import hessian, jacobian
a, b = torch.tensor([1., 2.]), torch.tensor([3., 4.])
print(jacobian(lambda x, y: x * y, (a, b)))
print(jacobian(lambda x: x.sum(), torch.ones(2, 2)))
print(hessian(lambda x: (x[0] * x[1]) ** 2, a))
