import torch

anywhere = torch.tensor([0.5, -1.25, 2.0], dtype=torch.float64)
inside = torch.tensor([0.5, 0.25, 0.9], dtype=torch.float64)
for names, data in (
    ("exp2 erfc tan sinh cosh atan asinh frac reciprocal rsqrt deg2rad floor round sign", anywhere),
    ("log2 log10 asin acos atanh logit arcsin arccos", inside),
    ("acosh log", inside + 1),
):
    for name in names.split():
        x = data.clone().requires_grad_()
        y = getattr(x, name)()
        (y * y).sum().backward()
        print(name, y.tolist(), x.grad.tolist())
        print(getattr(torch, name)(data.float()))
print(torch.tensor([1, 4]).sqrt(), torch.tensor([True]).exp(), torch.tensor([1.5, float("nan")]).isnan())
