"""Reducing arrays along axes."""
from numpy._array import asarray, from_method
from numpy._creation import zeros
from numpy._shaping import moveaxis
from numpy._ufunc import usual
from numpy._ufuncs import add, logical_and, logical_or, maximum, minimum, multiply, not_equal

for _name in "mean var std argmax argmin cumsum cumprod argsort dot trace nonzero".split():
    globals()[_name] = from_method(_name)


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=usual, where=True):
    """Σ of the entries where `where` is true, plus `initial`, along an axis, several or all. int64 for truth values."""
    return add.reduce(a, axis, dtype, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=usual, where=True):
    """∏ of the entries where `where` is true, times `initial`, along an axis, several or all. int64 for truth values."""
    return multiply.reduce(a, axis, dtype, out, keepdims, initial, where)


def max(a, axis=None, out=None, keepdims=False, initial=usual, where=True):
    """The largest along an axis, several or all, or NaN. Raises ValueError for no entries or for `where` without `initial`."""
    return maximum.reduce(a, axis, None, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=False, initial=usual, where=True):
    """The smallest along an axis, several or all, or NaN. Raises ValueError for no entries or for `where` without `initial`."""
    return minimum.reduce(a, axis, None, out, keepdims, initial, where)


def all(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether no entry is 0, along an axis, several or all: true of no entries."""
    return logical_and.reduce(a, axis, None, out, keepdims, usual, where)


def any(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether some entry isn't 0, along an axis, several or all: false of no entries."""
    return logical_or.reduce(a, axis, None, out, keepdims, usual, where)


def ptp(a, axis=None, keepdims=False):
    """The largest minus the smallest, along an axis, several or all. Raises ValueError for no entries."""
    return max(a, axis, keepdims=keepdims) - min(a, axis, keepdims=keepdims)


def count_nonzero(a, axis=None, keepdims=False):
    """How many entries aren't 0, along an axis, several or all."""
    return asarray(not_equal(asarray(a), 0)).sum(axis, keepdims=keepdims)


def average(a, axis=None, weights=None):
    """Σ w·a/Σ w along the axis or over all; weights are of a's shape or a vector for the axis. NaN, not an error, for Σ w = 0."""
    if weights is None:
        return mean(a, axis)
    a, weights = asarray(a), asarray(weights)
    if weights.ndim < a.ndim:
        weights = moveaxis(weights.reshape((1,) * (a.ndim - 1) + (-1,)), -1, axis)
    weights = weights + zeros(a.shape)
    return (a * weights).sum(axis) / weights.sum(axis)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """func1d of each vector along the axis, in the axis' place. A number leaves no axis; a matrix comes last, unlike NumPy's."""
    rows = moveaxis(arr, [axis], [-1])
    found = asarray([func1d(row, *args, **kwargs) for row in rows.reshape(-1, rows.shape[-1])])
    made = found.reshape(rows.shape[:-1] + found.shape[1:])
    return moveaxis(made, -1, axis) if made.ndim == rows.ndim else made
