"""Functions that choose entries by their size or place, or put values into places. All are methods of tensors too."""
from _crossing import engine, number
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
    return _Sort(wrap_all(engine.sort(input._v, dim, descending)))


@method
def argsort(input, dim=-1, descending=False, stable=False):
    return sort(input, dim, descending)[1]


@method
def msort(input):
    return sort(input, 0)[0]


@method
def topk(input, k, dim=-1, largest=True, sorted=True):
    return _Topk(wrap_all(engine.topk(input._v, k, dim, largest)))


@method
def median(input, dim=None, keepdim=False):
    if dim is None:
        return wrap(engine.median(input._v))
    return _Median(wrap_all(engine.median_along(input._v, dim, keepdim)))


@method
def mode(input, dim=-1, keepdim=False):
    return _Mode(wrap_all(engine.mode(input._v, dim, keepdim)))


@method
def kthvalue(input, k, dim=-1, keepdim=False):
    return _Kthvalue(wrap_all(engine.kthvalue(input._v, k, dim, keepdim)))


@method
def cummax(input, dim):
    return _Cummax(wrap_all(engine.cummax(input._v, dim)))


@method
def cummin(input, dim):
    return _Cummin(wrap_all(engine.cummin(input._v, dim)))


@method
def aminmax(input, *, dim=None, keepdim=False):
    return _Aminmax((input.amin(dim, keepdim), input.amax(dim, keepdim)))


@method
def count_nonzero(input, dim=None):
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
    return nonzero(input)


@method
def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The different entries in ascending order; also where each entry is among them, and how often each occurs."""
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
    return wrap(engine.take(input._v, index._v))


@method
def take_along_dim(input, indices, dim=None):
    if dim is None:
        return input.flatten().gather(0, indices.flatten())
    lengths = list(input.shape)
    lengths[dim] = indices.shape[dim]
    return input.gather(dim, indices.expand(*lengths))


@method
def scatter(input, dim, index, src=None, *, value=None, reduce=None):
    """The input, but the values of `src` at the places that the index names along a dimension."""
    if reduce is not None:
        raise NotImplementedError("scatter(reduce=…) isn't part of this course's torch")
    if src is None:
        src = value
    return wrap(engine.scatter(input._v, dim, index._v, src._v if isinstance(src, Tensor) else number(src)))


@method
def scatter_add(input, dim, index, src):
    return wrap(engine.scatter_add(input._v, dim, index._v, src._v))


@method
def index_add(input, dim, index, source, *, alpha=1):
    return wrap(engine.index_add(input._v, dim, index._v, (source if alpha == 1 else source * alpha)._v))


@method
def index_copy(input, dim, index, source):
    return wrap(engine.index_copy(input._v, dim, index._v, source._v))


@method
def index_fill(input, dim, index, value):
    value = value.item() if isinstance(value, Tensor) else value
    return wrap(engine.index_fill(input._v, dim, index._v, number(value)))


@method
def repeat_interleave(input, repeats, dim=None):
    """Every entry, or every slice along a dimension, this often."""
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
    """The differences of neighbours along a dimension, n times over."""
    if not input.dim():
        raise RuntimeError("diff expects input to be at least one-dimensional")
    for _ in range(n):
        length = input.shape[dim]
        input = input.narrow(dim, 1, length - 1) - input.narrow(dim, 0, length - 1)
    return input


def combinations(input, r=2, with_replacement=False):
    count = input.numel()
    rows = [[]]
    for _ in range(r):
        step = 0 if with_replacement else 1
        rows = [row + [place] for row in rows for place in range(row[-1] + step if row else 0, count)]
    places = tensor(rows, dtype=int)
    return input[places] if rows else zeros(0, r, dtype=input.dtype)


def tril_indices(row, col, offset=0):
    return nonzero(arange(col) - arange(row).unsqueeze(1) <= offset).t().contiguous()


def triu_indices(row, col, offset=0):
    return nonzero(arange(col) - arange(row).unsqueeze(1) >= offset).t().contiguous()
