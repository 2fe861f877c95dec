"""Sums, means and extremes along axes, or of all entries."""
from _engine_value import extend
from _ffi import engine
from numpy._array import asarray, into, method, ndarray, wrap
from numpy._axes import axes_of, axis_of, reduced_axes
from numpy._creation import zeros
from numpy._reshaping import moveaxis
from numpy._ufunc import usual
from numpy._ufuncs import add, logical_and, logical_or, maximum, minimum, multiply, not_equal


def _reduced(call, name, x, axis, out, keepdims, others):
    """By the engine's call; where `initial` or `where` is given, by the function of this name below, which takes them."""
    if others:
        return globals()[name](x, axis=axis, out=out, keepdims=keepdims, **others)
    axes = () if axis is None else reduced_axes(axis, x.ndim)
    if axis is not None and not axes and x.ndim:
        # Along no axis: every entry is a reduction of its own, along a new axis.
        return into(wrap(call(engine.array_expand_dims(x._v, 0), False, 0)), out)
    return into(wrap(call(x._v, keepdims, *axes)), out)


def _total(name):
    call = getattr(engine, "array_" + name)

    def reduce(self, axis=None, dtype=None, out=None, keepdims=False, **others):
        return _reduced(call, name, self if dtype is None else self.astype(dtype), axis, out, keepdims, others)

    return reduce


def _choice(name):
    call = getattr(engine, "array_" + name)

    def reduce(self, axis=None, out=None, keepdims=False, **others):
        return _reduced(call, name, self, axis, out, keepdims, others)

    return reduce


def _running(name):
    """What each entry comes to with all before it along the axis; for None in the flattened array."""
    call = getattr(engine, "array_" + name)

    def accumulate(self, axis=None, dtype=None):
        x = self.ravel() if axis is None or self.ndim == 0 else self
        x = x if dtype is None else x.astype(dtype)
        return wrap(call(x._v, axis_of(axis or 0, x.ndim)))

    return accumulate


@extend(ndarray)
class _Reductions:
    sum, prod = _total("sum"), _total("prod")
    max, min, all, any = _choice("max"), _choice("min"), _choice("all"), _choice("any")
    cumsum, cumprod = _running("cumsum"), _running("cumprod")

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        """Σ x/n along an axis, several or all; NaN of no entries. float64 for integers."""
        x = self if dtype is None else self.astype(dtype)
        return into(wrap(engine.array_mean(x._v, keepdims, *axes_of(axis, x.ndim))), out)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        """Σ (x − x̄)²/(n − ddof) along an axis, several or all. `dtype` is ignored."""
        return into(wrap(engine.array_spread(self._v, False, keepdims, ddof, *axes_of(axis, self.ndim))), out)

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        """The square root of `var`."""
        return into(wrap(engine.array_spread(self._v, True, keepdims, ddof, *axes_of(axis, self.ndim))), out)


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


@method
def ptp(a, axis=None, keepdims=False):
    """The largest minus the smallest, along an axis, several or all. Raises ValueError for no entries."""
    return max(a, axis, keepdims=keepdims) - min(a, axis, keepdims=keepdims)


def count_nonzero(a, axis=None, keepdims=False):
    """How many entries aren't 0, along an axis, several or all."""
    return asarray(not_equal(asarray(a), 0)).sum(axis, keepdims=keepdims)


def average(a, axis=None, weights=None):
    """Σ w·a/Σ w along the axis or over all; weights are of a's shape or a vector for the axis. NaN, not an error, for Σ w = 0."""
    if weights is None:
        return asarray(a).mean(axis)
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
