"""Reducing arrays along axes."""
from numpy._array import asarray, ndarray
from numpy._creation import zeros
from numpy._shaping import moveaxis
from numpy._ufunc import usual
from numpy._ufuncs import add, logical_and, logical_or, maximum, minimum, multiply, not_equal


def _from_method(name):
    method = getattr(ndarray, name)
    return lambda a, *args, **options: method(asarray(a), *args, **options)


for _name in "mean var std argmax argmin cumsum cumprod argsort dot trace nonzero".split():
    globals()[_name] = _from_method(_name)


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=usual, where=True):
    return add.reduce(a, axis, dtype, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=usual, where=True):
    return multiply.reduce(a, axis, dtype, out, keepdims, initial, where)


def max(a, axis=None, out=None, keepdims=False, initial=usual, where=True):
    return maximum.reduce(a, axis, None, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=False, initial=usual, where=True):
    return minimum.reduce(a, axis, None, out, keepdims, initial, where)


def all(a, axis=None, out=None, keepdims=False, *, where=True):
    return logical_and.reduce(a, axis, None, out, keepdims, usual, where)


def any(a, axis=None, out=None, keepdims=False, *, where=True):
    return logical_or.reduce(a, axis, None, out, keepdims, usual, where)


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
