import torch


def attempt(change, dtype=torch.float32):
    x = torch.tensor([1.0, 2.0], dtype=dtype, requires_grad=True)
    try:
        change(x).sum().backward()
        print(change.__name__, x.grad.tolist())
    except RuntimeError as error:
        print(change.__name__, error)


def leaf(x):
    y = x * x
    with torch.no_grad():
        x.add_(1)
    return y


def constant(x):
    c = torch.ones(2)
    y = x * c
    c.mul_(2)
    return y


def other_factor(x):
    c = torch.ones(2)
    y = x * c
    with torch.no_grad():
        x.add_(1)
    return y


def addend(x):
    a = x * 1
    y = a + a
    a += 1
    return y


def computed(x):
    a = x * 1
    y = a * a
    a += 1
    return y


def twice(x):
    a = x * 1
    y = a * a
    a += 1
    a *= 2
    return y


def before_and_after(x):
    a = x * 1
    a += 1
    y = a * a
    a += 1
    return y


def before(x):
    a = x * 1
    a += 1
    return a * a


def saved_result(x):
    y = x.exp()
    y += 1
    return y


def saved_input(x):
    y = x.log()
    y += 1
    return y


def result_in_place(x):
    y = x * 1
    y.sigmoid_()
    return y


def base_of_view(x):
    a = x * 1
    v = a[0:1]
    y = v * v
    with torch.no_grad():
        a.mul_(2)
    return y


def view_of_base(x):
    a = x * 1
    v = a[0:1]
    y = a * a
    v.mul_(2)
    return y


def detached(x):
    a = x * 1
    y = a * a
    a.detach().mul_(2)
    return y


def data(x):
    a = x * 1
    y = a * a
    a.data.mul_(2)
    return y


def entry(x):
    a = x * 1
    y = a.sin()
    a[0] = 5.0
    return y


def matrix(x):
    w = torch.ones(2, 2, requires_grad=True)
    y = x.reshape(1, 2) @ w
    with torch.no_grad():
        w -= 1
    return y


def transposed(x):
    w = torch.ones(3, 2, requires_grad=True)
    y = x @ w.T
    with torch.no_grad():
        w -= 1
    return y


def bias(x):
    layer = torch.nn.Linear(2, 1)
    with torch.no_grad():
        layer.weight.fill_(3)
    y = layer(x.reshape(1, 2))
    with torch.no_grad():
        layer.bias.zero_()
    return y


for change in [leaf, constant, other_factor, addend, computed, twice, before_and_after, before, saved_result, saved_input]:
    attempt(change)
for change in [result_in_place, base_of_view, view_of_base, detached, data, entry, matrix, transposed, bias]:
    attempt(change, torch.float32)
attempt(computed, torch.float64)

x = torch.ones(2)
print(x._version)
x += 1
v = x[0]
v.mul_(2)
print(x._version, v._version, x.detach()._version, x.data._version, x.clone()._version)
x[0] = 3
x.data = torch.zeros(2)
print(x._version, v._version)
x.zero_()
x.copy_(torch.ones(2))
x.fill_(1)
x.numpy()[0] = 5
x.detach().add_(1)
d = x.data
d.add_(1)
print(x._version, d._version)

w = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
(w * w).sum().backward()
optimizer.step()
print(w._version)
