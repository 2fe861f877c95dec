"""Statistics beyond mean and spread, and reductions that leave NaN out."""
from numpy._array import array, asarray, from_method
from numpy._creation import linspace
from numpy._products import diag
from numpy._reductions import max, min, prod, sum
from numpy._reshaping import atleast_2d, moveaxis
from numpy._sort_search import searchsorted, sort
from numpy._ufuncs import isnan, logical_not, sqrt, where


def quantile(a, q, axis=None, keepdims=False):
    """Entry q·(n − 1) in order, NaN last, in proportion between two (Hyndman & Fan 1996, type 7). The axis of q comes first."""
    a = asarray(a)
    x = sort(a.ravel() if axis is None else moveaxis(a, axis, 0), 0)
    shares = asarray(q)
    if shares.ndim:
        return array([asarray(quantile(a, share, axis)).tolist() for share in shares.tolist()])
    place = shares.item() * (len(x) - 1)
    before = int(place)
    low, high = x[before], x[before + 1 if before + 1 < len(x) else before]
    share = place - before
    # Reckoned from the nearer end, as NumPy does.
    found = low + (high - low) * share if share < 0.5 else high - (high - low) * (1 - share)
    if keepdims:
        found = asarray(found).reshape([1 if axis is None or i == axis % a.ndim else n for i, n in enumerate(a.shape)])
    return found


def percentile(a, q, axis=None, keepdims=False):
    """`quantile` with q in percent."""
    return quantile(a, asarray(q) / 100, axis, keepdims)


def median(a, axis=None, keepdims=False):
    """The middle one of the entries in order, or the mean of two, along an axis or of all. NaN comes last in that order."""
    return quantile(a, 0.5, axis, keepdims)


def cov(m, y=None, rowvar=True, ddof=1):
    """Σ (xᵢ − x̄)·(yᵢ − ȳ)/(n − ddof) for every two rows of m and y, columns if not `rowvar`: (k, n) → (k, k), () for one."""
    x = atleast_2d(asarray(m, float))
    if y is not None:
        x = array(x.tolist() + atleast_2d(asarray(y, float)).tolist())
    x = x if rowvar else x.T
    x = x - x.mean(axis=1, keepdims=True)
    found = x @ x.T / (x.shape[1] - ddof)
    return found if found.size > 1 else found.reshape(())


def corrcoef(x, y=None, rowvar=True):
    """cov(x, y)/√(cov(x, x)·cov(y, y)) for every two rows, columns if not `rowvar`: (k, n) → (k, k), a number for one."""
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    spread = sqrt(diag(c))
    return c / spread.reshape(-1, 1) / spread


def bincount(x, weights=None, minlength=0):
    """How often 0, 1, … are in x ≥ 0, up to the largest or `minlength` − 1; with weights the sums of these, float64."""
    places = asarray(x).tolist()
    counts = [0] * (max(places + [minlength - 1]) + 1)
    for place, weight in zip(places, [1] * len(places) if weights is None else asarray(weights, float).tolist()):
        counts[place] += weight
    return array(counts, dtype=int if weights is None else float)


def histogram(a, bins=10, range=None, density=False):
    """Counts (k,) in k equal bins or between given edges, and edges (k + 1,), of which the last belongs to the bin before."""
    x = asarray(a).ravel()
    if type(bins) is int:
        low, high = (x.min(), x.max()) if range is None else range
        if low == high:
            low, high = low - 0.5, high + 0.5
        bins = linspace(low, high, bins + 1)
    edges = asarray(bins)
    # All but the last bin leave their right edge to the next one.
    below = asarray(searchsorted(sort(x), edges[:-1]))
    ends = below.tolist()[1:] + [searchsorted(sort(x), edges[-1], "right")]
    counts = array(ends) - below
    if density:
        counts = counts / (edges[1:] - edges[:-1]) / counts.sum()
    return counts, edges


def _filled(function, neutral):
    """A reduction in which a neutral number stands for NaN."""
    return lambda a, *args, **options: function(where(isnan(a), neutral, a), *args, **options)


nansum = _filled(sum, 0)
nanprod = _filled(prod, 1)
nancumsum = _filled(from_method("cumsum"), 0)
nancumprod = _filled(from_method("cumprod"), 1)
nanmax = _filled(max, -1e999)
nanmin = _filled(min, 1e999)
nanargmax = _filled(from_method("argmax"), -1e999)
nanargmin = _filled(from_method("argmin"), 1e999)


def nanmean(a, axis=None, keepdims=False):
    """The mean of the entries that aren't NaN, along an axis, several or all; NaN if there are none."""
    return nansum(a, axis, keepdims=keepdims) / logical_not(isnan(asarray(a))).sum(axis, keepdims=keepdims)


def nanvar(a, axis=None, ddof=0, keepdims=False):
    """Σ (x − x̄)²/(n − ddof) over the n entries that aren't NaN, along an axis, several or all."""
    a = asarray(a)
    squares = (a - nanmean(a, axis, keepdims=True)) ** 2
    return nansum(squares, axis, keepdims=keepdims) / (logical_not(isnan(a)).sum(axis, keepdims=keepdims) - ddof)


def nanstd(a, axis=None, ddof=0, keepdims=False):
    """The square root of `nanvar`."""
    return sqrt(nanvar(a, axis, ddof, keepdims))
