"""Sums, means and differences along a dimension. Most are methods of tensors too."""
from torch._tensor import method


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
