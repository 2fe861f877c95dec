import torch
x = torch.ones(1, requires_grad=True)
def hook(g):
    raise ValueError('no ' + str(g))
handle = x.register_hook(hook)
try:
    x.sum().backward()
except ValueError as e:
    print('caught', e)
handle.remove()
x.sum().backward()
print(x.grad)
