"""Entries taken from places that an index names, or put there. All are methods of tensors too."""
from _engine_value import extend
from _ffi import engine, number
from torch._creation import tensor
from torch._tensor import Tensor, method, wrap


@extend(Tensor)
class _Gather:
    def gather(self, dim, index):
        if index.dim() != self.dim():
            raise RuntimeError("Index tensor must have the same number of dimensions as input tensor")
        length = self.shape[dim]
        for place in index.flatten().tolist():
            if not 0 <= place < length:
                raise RuntimeError("index %d is out of bounds for dimension %d with size %d" % (place, dim, length))
        return wrap(engine.gather(self._v, dim, index._v))


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
