"""Sums, means, extremes and running sums along a dimension, or of all entries. Most are methods of tensors too."""
from _builtins import real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine
from torch._return_types import return_type
from torch._size import dims
from torch._tensor import Tensor, method, wrap, wrap_all


def _reduction(name):
    call = getattr(engine, name)

    def reduce(self, dim=None, keepdim=False, *, dtype=None, axis=None, keepdims=False):
        x = self if dtype is None else self.to(dtype)
        return wrap(call(x._v, bool(keepdim or keepdims), *dims(dim, axis)))

    return reduce


def _spread(name):
    call = getattr(engine, name)

    def spread(self, dim=None, unbiased=True, keepdim=False, *, correction=None, axis=None):
        if type(dim) is bool:
            dim, unbiased = None, dim
        if correction is None:
            correction = 1 if unbiased else 0
        return wrap(call(self._v, keepdim, correction, *dims(dim, axis)))

    return spread


def _extreme(name):
    of_all = getattr(engine, name)
    along = getattr(engine, name + "_along")
    pairwise = getattr(engine, name + "imum")
    kind = return_type(name)

    def extreme(self, dim=None, keepdim=False, *, other=None, axis=None):
        if isinstance(dim, Tensor):
            other = dim
        if other is not None:
            return wrap(pairwise(self._v, other._v, False))
        if dim is None:
            dim = axis
        if dim is not None:
            return kind(wrap_all(along(self._v, dim, keepdim)))
        if not engine.numel(self._v):
            raise RuntimeError(
                "%s(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
                % name
            )
        return wrap(of_all(self._v))

    return extreme


def _extreme_place(name):
    call = getattr(engine, name)

    def find(self, dim=None, keepdim=False, *, axis=None):
        return wrap(call(self._v, axis if dim is None else dim, keepdim))

    return find


def _running(name):
    call = getattr(engine, name)

    def accumulate(self, dim=None, *, dtype=None, axis=None):
        x = self if dtype is None else self.to(dtype)
        return wrap(call(x._v, axis if dim is None else dim))

    return accumulate


for _make, _names in (
    (_reduction, "sum mean prod amax amin logsumexp all any"), (_spread, "var std"), (_extreme, "max min"),
    (_extreme_place, "argmax argmin"), (_running, "cumsum cumprod"),
):  # fmt: skip
    for _name in _names.split():
        setattr(Tensor, _name, _make(_name))


@extend(Tensor)
class _Reductions:
    def norm(self, p="fro", dim=None, keepdim=False, dtype=None):
        order = 2 if p is None or p == "fro" else p
        if type(order) is str:
            raise RuntimeError("only valid string values are 'fro' and 'nuc', found " + order)
        return wrap(engine.norm(self._v, keepdim, order, "NormBackward1", *dims(dim)))

    def softmax(self, dim, dtype=None):
        return wrap(engine.softmax(self._v, dim))

    def log_softmax(self, dim, dtype=None):
        return wrap(engine.log_softmax(self._v, dim))


@method
def diff(input, n=1, dim=-1):
    """Each entry less the one before it along `dim`, n times over: n shorter there. Raises RuntimeError for a 0-d input."""
    if not input.dim():
        raise RuntimeError("diff expects input to be at least one-dimensional")
    for _ in range(n):
        length = input.shape[dim]
        input = input.narrow(dim, 1, length - 1) - input.narrow(dim, 0, length - 1)
    return input


@method
def nansum(input, dim=None, keepdim=False):
    """The sum along `dim`, or of all entries, with NaN as 0."""
    return input.masked_fill(input.isnan(), 0).sum(dim, keepdim)


@method
def nanmean(input, dim=None, keepdim=False):
    """The mean of what isn't NaN along `dim`, or of all entries; NaN where nothing is left."""
    return nansum(input, dim, keepdim) / input.isnan().logical_not().sum(dim, keepdim)


@method
def dist(input, other, p=2):
    """‖input − other‖ₚ over all entries, broadcast: 0-d."""
    return (input - other).norm(p)


def std_mean(input, dim=None, unbiased=True, keepdim=False):
    """(std, mean) along `dim`, or of all n entries; the sum of squares is divided by n − 1, or by n with unbiased=False."""
    return input.std(dim, unbiased, keepdim), input.mean(dim, keepdim)


def var_mean(input, dim=None, unbiased=True, keepdim=False):
    """(var, mean), by the rules of `std_mean`."""
    return input.var(dim, unbiased, keepdim), input.mean(dim, keepdim)


@method
def trapezoid(y, x=None, *, dx=1, dim=-1):
    """The area below straight lines from point to point."""
    length = y.shape[dim]
    heights = y.narrow(dim, 0, length - 1) + y.narrow(dim, 1, length - 1)
    if x is None:
        return heights.sum(dim) * (dx / 2)
    widths = x.narrow(-1, 1, length - 1) - x.narrow(-1, 0, length - 1)
    return (heights * widths).sum(dim) / 2.0


trapz = trapezoid
