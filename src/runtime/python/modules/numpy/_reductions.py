"""Reducing arrays along axes."""
from numpy._array import asarray, ndarray
from numpy._making import zeros
from numpy._shaping import moveaxis
from numpy._ufuncs import add, maximum, minimum, multiply, not_equal, where as _where


def _from_method(name):
    method = getattr(ndarray, name)
    return lambda a, *args, **options: method(asarray(a), *args, **options)


for _name in (
    "mean all any var std argmax argmin cumsum cumprod argsort dot trace nonzero"
).split():
    globals()[_name] = _from_method(_name)


def _folding(name, neutral, combine):
    """A reduction that may leave entries out (`where`) and begin with a number (`initial`)."""
    method = getattr(ndarray, name)

    def reduce(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
        a = asarray(a)
        if where is not None:
            a = _where(where, a, neutral)
        options = {} if dtype is None else {"dtype": dtype}
        found = method(a, axis, out=out, keepdims=keepdims, **options)
        return found if initial is None else combine(found, initial)

    return reduce


sum = _folding("sum", 0, add)
prod = _folding("prod", 1, multiply)
max = _folding("max", -1e999, maximum)
min = _folding("min", 1e999, minimum)
product = prod
amax = max
amin = min


def ptp(a, axis=None, keepdims=False):
    return max(a, axis, keepdims=keepdims) - min(a, axis, keepdims=keepdims)


def count_nonzero(a, axis=None, keepdims=False):
    return asarray(not_equal(asarray(a), 0)).sum(axis, keepdims=keepdims)


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a, axis)
    a, weights = asarray(a), asarray(weights)
    if weights.ndim < a.ndim:
        weights = moveaxis(weights.reshape((1,) * (a.ndim - 1) + (-1,)), -1, axis)
    weights = weights + zeros(a.shape)
    return (a * weights).sum(axis) / weights.sum(axis)
