"""Sorting, searching and counting. Most are methods of tensors too."""
from _ffi import engine
from _indexing import places_of_nonzero
from torch._creation import arange, tensor, zeros
from torch._return_types import return_type
from torch._tensor import method, wrap, wrap_all

_Sort = return_type("sort")
_Topk = return_type("topk")
_Median = return_type("median")
_Mode = return_type("mode")
_Kthvalue = return_type("kthvalue")
_Cummax = return_type("cummax")
_Cummin = return_type("cummin")
_Aminmax = return_type("aminmax", ("min", "max"))


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
    places = places_of_nonzero(input.flatten().tolist(), input.shape)
    places = tensor(places, dtype=int).reshape(len(places), input.dim())
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
