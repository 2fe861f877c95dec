"""
Lets a function that was written for numbers and arrays compute with tensors, so that autograd can follow it: `np.exp(x)` and
`math.exp(x)` do what `torch.exp(x)` does. With numbers and arrays alone they do what they always do.
"""
import math

import numpy
import torch
from torch import Tensor

_array = numpy.ndarray


def tensor(x):
    """x as a tensor: a number, an array, or a list with tensors in it."""
    if isinstance(x, Tensor):
        return x
    if isinstance(x, _array):
        return torch.from_numpy(x)
    if isinstance(x, (list, tuple)) and holds_tensor(x):
        return torch.stack([tensor(each) for each in x])
    return torch.tensor(x, dtype=torch.float64)


def holds_tensor(x):
    if isinstance(x, (list, tuple)):
        for each in x:
            if holds_tensor(each):
                return True
        return False
    return isinstance(x, Tensor)


def _following(own, followed):
    def call(*args, **options):
        if holds_tensor(args) or holds_tensor(tuple(options.values())):
            return followed(*args, **options)
        return own(*args, **options)

    return call


def _refusing(name):
    def refuse(*args, **options):
        raise TypeError("np.%s of a tensor can't be followed by autograd. Write it with torch's operations." % name)

    return refuse


def _entrywise(name):
    function = getattr(torch, name)
    return lambda *args: function(*[tensor(x) for x in args])


def _reduction(name):
    def reduce(a, axis=None, keepdims=False):
        a = tensor(a)
        if axis is None:
            found = getattr(a, name)()
            return found.reshape((1,) * a.dim()) if keepdims else found
        return getattr(a, name)(axis, keepdims)

    return reduce


def _extreme(name):
    def reduce(a, axis=None, keepdims=False):
        a = tensor(a)
        if axis is None and not keepdims:
            return getattr(a, name[1:])()
        return getattr(a, name)(tuple(range(a.dim())) if axis is None else axis, keepdims)

    return reduce


def _var(a, axis=None, ddof=0, keepdims=False):
    a = tensor(a)
    axes = tuple(range(a.dim())) if axis is None else axis
    return a.var(axes, bool(ddof), keepdims)


def _std(a, axis=None, ddof=0, keepdims=False):
    return _var(a, axis, ddof, keepdims) ** 0.5


def _matmul(a, b):
    return torch.matmul(tensor(a), tensor(b))


def _dot(a, b):
    a, b = tensor(a), tensor(b)
    return a * b if a.dim() == 0 or b.dim() == 0 else torch.matmul(a, b)


def _where(condition, x, y):
    return torch.where(tensor(condition).bool(), tensor(x), tensor(y))


def _clip(a, a_min=None, a_max=None):
    a = tensor(a)
    if a_min is not None:
        a = torch.maximum(a, tensor(a_min))
    return a if a_max is None else torch.minimum(a, tensor(a_max))


def _norm(x, ord=None, axis=None, keepdims=False):
    x = tensor(x)
    if ord not in (None, 2, "fro"):
        return torch.linalg.norm(x, ord, axis, keepdims)
    return torch.sqrt(_reduction("sum")(x * x, axis, keepdims))


def _transpose(a, axes=None):
    a = tensor(a)
    return a.permute(*(tuple(reversed(range(a.dim()))) if axes is None else axes))


def _several(name):
    function = getattr(torch, name)
    return lambda arrays, axis=0: function([tensor(each) for each in arrays], axis)


def _beside(name):
    function = getattr(torch, name)
    return lambda arrays: function([tensor(each) for each in arrays])


_numpy = {
    "dot": _dot,
    "matmul": _matmul,
    "inner": _dot,
    "outer": lambda a, b: tensor(a).reshape(-1, 1) * tensor(b).reshape(1, -1),
    "einsum": lambda equation, *operands: torch.einsum(equation, *[tensor(each) for each in operands]),
    "where": _where,
    "clip": _clip,
    "transpose": _transpose,
    "concatenate": _several("cat"),
    "stack": _several("stack"),
    "vstack": _beside("vstack"),
    "hstack": _beside("hstack"),
    "reshape": lambda a, shape: tensor(a).reshape(shape),
    "ravel": lambda a: tensor(a).reshape(-1),
    "expand_dims": lambda a, axis: tensor(a).unsqueeze(axis),
    "squeeze": lambda a, axis=None: tensor(a).squeeze(axis) if axis is not None else tensor(a).squeeze(),
    "cumsum": lambda a, axis=None: tensor(a).reshape(-1).cumsum(0) if axis is None else tensor(a).cumsum(axis),
    "cumprod": lambda a, axis=None: tensor(a).reshape(-1).cumprod(0) if axis is None else tensor(a).cumprod(axis),
    "trace": lambda a: torch.trace(tensor(a)),
    "diag": lambda v: torch.diag(tensor(v)),
    "tril": lambda m, k=0: torch.tril(tensor(m), k),
    "triu": lambda m, k=0: torch.triu(tensor(m), k),
    "array": lambda x, dtype=None: tensor(x),
    "asarray": lambda x, dtype=None: tensor(x),
    "copy": lambda x: tensor(x).clone(),
    "zeros_like": lambda x: torch.zeros_like(tensor(x)),
    "ones_like": lambda x: torch.ones_like(tensor(x)),
    "full_like": lambda x, value: torch.zeros_like(tensor(x)) + value,
    "shape": lambda x: tuple(x.shape),
    "ndim": lambda x: x.dim(),
    "size": lambda x: x.numel(),
    "var": _var,
    "std": _std,
    "sum": _reduction("sum"),
    "mean": _reduction("mean"),
    "average": _reduction("mean"),
    "prod": _reduction("prod"),
    "max": _extreme("amax"),
    "min": _extreme("amin"),
    "amax": _extreme("amax"),
    "amin": _extreme("amin"),
}

for _name in (
    "exp exp2 expm1 log log2 log10 log1p sqrt square abs sign sin cos tan sinh cosh tanh maximum minimum floor ceil "
    "reciprocal hypot logaddexp fmax fmin isnan"
).split():
    _numpy[_name] = _entrywise(_name)
for _name, _other in (
    ("absolute", "abs"),
    ("fabs", "abs"),
    ("negative", "neg"),
    ("add", "add"),
    ("subtract", "sub"),
    ("multiply", "mul"),
    ("divide", "div"),
    ("true_divide", "div"),
    ("power", "pow"),
    ("arcsin", "asin"),
    ("arccos", "acos"),
    ("arctan", "atan"),
    ("arctan2", "atan2"),
    ("arcsinh", "asinh"),
    ("arccosh", "acosh"),
    ("arctanh", "atanh"),
    ("greater", "gt"),
    ("greater_equal", "ge"),
    ("less", "lt"),
    ("less_equal", "le"),
    ("equal", "eq"),
    ("not_equal", "ne"),
):
    _numpy[_name] = _entrywise(_other)

_math = {"pow": _entrywise("pow"), "fabs": _entrywise("abs")}
for _name in (
    "exp exp2 expm1 log2 log10 log1p sqrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh atan2 hypot erf erfc"
).split():
    _math[_name] = _entrywise(_name)


def _log(x, base=None):
    return torch.log(tensor(x)) if base is None else torch.log(tensor(x)) / torch.log(tensor(base))


_math["log"] = _log


def follow():
    """From now on. New numbers are as exact as the inputs."""
    torch.set_default_dtype(torch.float64)
    # Not `dir`, which would ask numpy's own __getattr__ for every name that there is.
    for name, own in list(numpy.__dict__.items()):
        if name[0] != "_" and callable(own) and not isinstance(own, type):
            setattr(numpy, name, _following(own, _numpy.get(name) or _refusing(name)))
    numpy.linalg.norm = _following(numpy.linalg.norm, _norm)
    for name, followed in _math.items():
        setattr(math, name, _following(getattr(math, name), followed))
    for kind in (Tensor, _array):
        _multiply_with(kind)
    Tensor.copy = Tensor.clone
    Tensor.astype = lambda self, kind=None: self


def _multiply_with(kind):
    own = kind.__matmul__
    kind.__matmul__ = lambda self, other: _matmul(self, other) if holds_tensor((self, other)) else own(self, other)
