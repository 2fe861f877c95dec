import torch


class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        return upstream * 3 * x ** 2


class ProductAndSum(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y, factor):
        ctx.save_for_backward(x, y)
        ctx.factor = factor
        return factor * x * y, x + y

    @staticmethod
    def backward(ctx, product, total):
        x, y = ctx.saved_tensors
        print(ctx.needs_input_grad, product, total)
        return product * ctx.factor * y + total, product * ctx.factor * x + total, None


x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
y = Cube.apply(x)
print(y)
y.sum().backward()
print(x.grad)
(slope,) = torch.autograd.grad(Cube.apply(x).sum(), x, create_graph=True)
print(slope, torch.autograd.grad(slope.sum(), x))
print(torch.autograd.gradcheck(Cube.apply, (x,)), torch.autograd.gradgradcheck(Cube.apply, (x,)))

w = torch.full((2,), 3.0, dtype=torch.float64, requires_grad=True)
product, total = ProductAndSum.apply(x, w, 2)
print(product, total)
x.grad = None
product.sum().backward()
print(x.grad, w.grad)
