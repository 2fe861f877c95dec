import torch
x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
    with torch.enable_grad():
        z = x * 2
@torch.no_grad()
def double(x):
    return x * 2
print(y.requires_grad, z.requires_grad, double(x).requires_grad, torch.is_grad_enabled())
print(x.is_leaf, z.is_leaf, y.is_leaf, z.grad_fn is None, z.grad_fn.next_functions[0][0].name())
