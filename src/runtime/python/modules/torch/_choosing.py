"""Functions that choose entries by their size or place, or put values into places. All are methods of tensors too."""
from _ffi import engine, number
from torch._creation import arange, tensor, zeros
from torch._tensor import Named, Tensor, method, values_and_indices, wrap, wrap_all

_Sort = values_and_indices("sort")
_Topk = values_and_indices("topk")
_Median = values_and_indices("median")
_Mode = values_and_indices("mode")
_Kthvalue = values_and_indices("kthvalue")
_Cummax = values_and_indices("cummax")
_Cummin = values_and_indices("cummin")


class _Aminmax(Named):
    name = "aminmax"
    names = ("min", "max")

    @property
    def min(self):
        return self[0]

    @property
    def max(self):
        return self[1]


@method
def sort(input, dim=-1, descending=False, stable=False):
    """
    (values, indices), shaped like input, ascending along `dim`; equal entries keep their order, and NaN counts as the largest.
    """
    return _Sort(wrap_all(engine.sort(input._v, dim, descending)))


@method
def argsort(input, dim=-1, descending=False, stable=False):
    """The indices of `sort`: int64, shaped like input."""
    return sort(input, dim, descending)[1]


@method
def msort(input):
    """Every column in ascending order, along the first dimension: the values only."""
    return sort(input, 0)[0]


@method
def topk(input, k, dim=-1, largest=True, sorted=True):
    """
    (values, indices) of the k largest entries along `dim`, or the smallest with largest=False, in order whatever `sorted` says:
    shaped like input, with k in place of that length. NaN counts as the largest. Raises RuntimeError where k exceeds the length.
    """
    return _Topk(wrap_all(engine.topk(input._v, k, dim, largest)))


@method
def median(input, dim=None, keepdim=False):
    """
    (values, indices) along `dim`, which is kept at length 1 with `keepdim`; without `dim` just the median of all entries, 0-d. Of
    two in the middle it is the smaller, and NaN if there is one, or if there are no entries at all. Raises IndexError where `dim`
    has length 0.
    """
    if dim is None:
        return wrap(engine.median(input._v))
    return _Median(wrap_all(engine.median_along(input._v, dim, keepdim)))


@method
def mode(input, dim=-1, keepdim=False):
    """
    (values, indices) of the most frequent entry along `dim`: the smallest of several, where it occurs last. Raises IndexError
    where `dim` has length 0.
    """
    return _Mode(wrap_all(engine.mode(input._v, dim, keepdim)))


@method
def kthvalue(input, k, dim=-1, keepdim=False):
    """(values, indices) of the k-th smallest entry along `dim`, counted from 1. Raises RuntimeError where there is none."""
    return _Kthvalue(wrap_all(engine.kthvalue(input._v, k, dim, keepdim)))


@method
def cummax(input, dim):
    """(values, indices), shaped like input: the largest entry so far along `dim`, of equals the last; from a NaN on, NaN."""
    return _Cummax(wrap_all(engine.cummax(input._v, dim)))


@method
def cummin(input, dim):
    """The smallest entry so far, otherwise as `cummax`."""
    return _Cummin(wrap_all(engine.cummin(input._v, dim)))


@method
def aminmax(input, *, dim=None, keepdim=False):
    """(min, max) along `dim`, kept at length 1 with `keepdim`, or of all entries. Raises IndexError where there are none."""
    return _Aminmax((input.amin(dim, keepdim), input.amax(dim, keepdim)))


@method
def count_nonzero(input, dim=None):
    """How many entries aren't 0, along one or several dimensions or of all: int64. NaN counts."""
    return (input != 0).sum(dim)


@method
def nonzero(input, *, as_tuple=False):
    """The places of what isn't 0, a row each, or a tensor for each dimension."""
    shape = input.shape
    rows = []
    for place, value in enumerate(input.flatten().tolist()):
        if not value:
            continue
        row = []
        for length in reversed(shape):
            row.insert(0, place % length)
            place //= length
        rows.append(row)
    places = tensor(rows, dtype=int).reshape(len(rows), len(shape))
    return places.unbind(1) if as_tuple else places


@method
def argwhere(input):
    """The places of what isn't 0, in the order of rows: int64, (count, input.dim())."""
    return nonzero(input)


@method
def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """
    The different entries in ascending order, 1-d; if asked for, also the place of each entry among them, shaped like input, and
    how often each occurs. Raises NotImplementedError for a `dim`.
    """
    if dim is not None:
        raise NotImplementedError("unique(dim=…) isn't part of this course's torch")
    entries = input.flatten().tolist()
    found = list(set(entries))
    found.sort()
    results = [tensor(found, dtype=input.dtype)]
    if return_inverse or return_counts:
        places = {entry: place for place, entry in enumerate(found)}
        inverse = [places[entry] for entry in entries]
    if return_inverse:
        results.append(tensor(inverse, dtype=int).reshape(input.shape))
    if return_counts:
        results.append(bincount(tensor(inverse, dtype=int)))
    return results[0] if len(results) == 1 else tuple(results)


@method
def bincount(input, weights=None, minlength=0):
    """How often each of the numbers 0, 1, 2, … occurs, or the sum of the weights beside it."""
    entries = input.tolist()
    shares = [1] * len(entries) if weights is None else weights.tolist()
    counts = [0] * max([minlength] + [entry + 1 for entry in entries])
    for entry, share in zip(entries, shares):
        counts[entry] += share
    return tensor(counts, dtype=int if weights is None else weights.dtype)


@method
def histc(input, bins=100, min=0, max=0):
    """How many entries fall into each of equally wide bins."""
    low, high = (input.min().item(), input.max().item()) if min == max else (min, max)
    if low == high:
        low, high = low - 1, high + 1
    counts = [0] * bins
    for entry in input.flatten().tolist():
        if low <= entry <= high:
            place = int((entry - low) / (high - low) * bins)
            counts[place - 1 if place == bins else place] += 1
    return tensor(counts, dtype=input.dtype)


@method
def take(input, index):
    """
    The entries at these places of the flattened input, −n to n − 1, shaped like `index`. Raises IndexError for any other place.
    """
    return wrap(engine.take(input._v, index._v))


@method
def take_along_dim(input, indices, dim=None):
    """
    The entries at these places along `dim`, as many as `indices` has there; its other lengths are broadcast to input's. Without
    `dim` both are flattened. Raises RuntimeError for a negative place or one beyond the end.
    """
    if dim is None:
        return input.flatten().gather(0, indices.flatten())
    lengths = list(input.shape)
    lengths[dim] = indices.shape[dim]
    return input.gather(dim, indices.expand(*lengths))


@method
def scatter(input, dim, index, src=None, *, value=None, reduce=None):
    """
    A copy with out[index[i, j], j] = src[i, j], for dim=0; of several values for a place the last stays. `src` is a number, or a
    tensor of input's dtype that is at least as large as `index`. Raises RuntimeError for a place that isn't there,
    NotImplementedError for `reduce`.
    """
    if reduce is not None:
        raise NotImplementedError("scatter(reduce=…) isn't part of this course's torch")
    if src is None:
        src = value
    return wrap(engine.scatter(input._v, dim, index._v, src._v if isinstance(src, Tensor) else number(src)))


@method
def scatter_add(input, dim, index, src):
    """A copy with out[index[i, j], j] += src[i, j], for dim=0. Raises RuntimeError for a place or dtype that input hasn't."""
    return wrap(engine.scatter_add(input._v, dim, index._v, src._v))


@method
def index_add(input, dim, index, source, *, alpha=1):
    """A copy with out[index[i]] += alpha·source[i], for dim=0; repeats add up. Raises IndexError for a place beyond the end."""
    return wrap(engine.index_add(input._v, dim, index._v, (source if alpha == 1 else source * alpha)._v))


@method
def index_copy(input, dim, index, source):
    """
    A copy with out[index[i]] = source[i], for dim=0; of repeats the last stays. Raises IndexError for a place beyond the end.
    """
    return wrap(engine.index_copy(input._v, dim, index._v, source._v))


@method
def index_fill(input, dim, index, value):
    """A copy with out[index[i]] = value, a number or 0-d, for dim=0. Raises IndexError for a place beyond the end."""
    value = value.item() if isinstance(value, Tensor) else value
    return wrap(engine.index_fill(input._v, dim, index._v, number(value)))


@method
def repeat_interleave(input, repeats, dim=None):
    """
    Every entry of the flattened input, or every slice along `dim`, this often in a row; a tensor of `repeats` has a number for
    each. Raises RuntimeError where it has neither one entry nor as many as there are slices.
    """
    x = input.flatten() if dim is None else input
    dim = 0 if dim is None else dim
    length = x.shape[dim]
    counts = repeats.tolist() if isinstance(repeats, Tensor) else [repeats] * length
    if type(counts) is int or len(counts) == 1:
        counts = [counts if type(counts) is int else counts[0]] * length
    if len(counts) != length:
        raise RuntimeError("repeats must have the same size as input along dim")
    places = []
    for place, count in enumerate(counts):
        places += [place] * count
    return x.index_select(dim, tensor(places, dtype=int))


@method
def diff(input, n=1, dim=-1):
    """Each entry less the one before it along `dim`, n times over: n shorter there. Raises RuntimeError for a 0-d input."""
    if not input.dim():
        raise RuntimeError("diff expects input to be at least one-dimensional")
    for _ in range(n):
        length = input.shape[dim]
        input = input.narrow(dim, 1, length - 1) - input.narrow(dim, 0, length - 1)
    return input


def combinations(input, r=2, with_replacement=False):
    """Every choice of r entries of a 1-d input, in order: (C(n, r), r), or (C(n + r − 1, r), r) where one may be chosen again."""
    count = input.numel()
    rows = [[]]
    for _ in range(r):
        step = 0 if with_replacement else 1
        rows = [row + [place] for row in rows for place in range(row[-1] + step if row else 0, count)]
    places = tensor(rows, dtype=int)
    return input[places] if rows else zeros(0, r, dtype=input.dtype)


def tril_indices(row, col, offset=0):
    """Row and column of each entry of a (row, col) matrix up to `offset` right of its diagonal, row by row: int64, (2, count)."""
    return nonzero(arange(col) - arange(row).unsqueeze(1) <= offset).t().contiguous()


def triu_indices(row, col, offset=0):
    """Row and column of each entry of a (row, col) matrix from `offset` right of its diagonal on: int64, (2, count)."""
    return nonzero(arange(col) - arange(row).unsqueeze(1) >= offset).t().contiguous()
