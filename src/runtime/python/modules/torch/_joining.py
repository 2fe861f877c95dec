"""Joining tensors, and splitting them. What splits one is a method of it too."""
from _builtins import real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine
from torch._reshaping import _tensors, atleast_3d, meshgrid
from torch._tensor import Tensor, method, wrap, wrap_all


@extend(Tensor)
class _Splitting:
    def split(self, size, dim=0):
        length = self.shape[dim]
        kind = "Split" if type(size) is int else "SplitWithSizes"
        if type(size) is int:
            size = [min(size, length - start) for start in range(0, length, size)]
        elif sum(size) != length:
            raise RuntimeError(
                "split_with_sizes expects split_sizes to sum exactly to %d (input tensor's size at dimension %d), but got split_sizes=%s"
                % (length, dim, list(size))
            )
        return tuple(wrap_all(engine.split(self._v, dim, kind, *size)))

    def chunk(self, chunks, dim=0):
        if chunks < 1:
            raise RuntimeError("chunk expects `chunks` to be greater than 0, got: %d" % chunks)
        return self.split(-(-self.shape[dim] // chunks), dim)


@method
def tensor_split(input, indices_or_sections, dim=0):
    """
    A tuple of views along `dim`: so many, of which the first are longer by 1 where the length can't be divided evenly; or, for a
    list of indices, which may be negative, the parts before, between and behind them.
    """
    length = input.shape[dim]
    if type(indices_or_sections) is int:
        count = indices_or_sections
        sizes = [length // count + (1 if place < length % count else 0) for place in range(count)]
        bounds = [sum(sizes[:place]) for place in range(1, count)]
    else:
        bounds = [min(bound if bound >= 0 else bound + length, length) for bound in indices_or_sections]
    starts, ends = [0] + bounds, bounds + [length]
    return tuple([input.narrow(dim, start, max(end - start, 0)) for start, end in zip(starts, ends)])


@method
def hsplit(input, indices_or_sections):
    """`tensor_split` along the second dimension, or the only one. Unlike in PyTorch, the parts need not be of equal length."""
    return tensor_split(input, indices_or_sections, 0 if input.dim() == 1 else 1)


@method
def vsplit(input, indices_or_sections):
    """`tensor_split` along the first dimension. Unlike in PyTorch, the parts need not be of equal length."""
    return tensor_split(input, indices_or_sections, 0)


def _parts(tensors):
    tensors = list(tensors)
    for place, each in enumerate(tensors):
        if not isinstance(each, Tensor):
            raise TypeError("expected Tensor as element %d in argument 0, but got %s" % (place, type(each).__name__))
    return [each._v for each in tensors]


def cat(tensors, dim=0):
    """
    The tensors one after another along `dim`. Raises RuntimeError where other lengths differ, TypeError for what is no tensor.
    """
    return wrap(engine.cat(dim, *_parts(tensors)))


concat = concatenate = cat


def stack(tensors, dim=0):
    """
    The tensors side by side along a new dimension: k of (n, m) give (k, n, m) for dim=0. Raises RuntimeError where shapes differ.
    """
    return wrap(engine.stack(dim, *_parts(tensors)))


def hstack(tensors):
    """The tensors one after another along the second dimension, vectors along their only one; 0-d counts as (1,)."""
    tensors = [each.reshape(1) if each.dim() == 0 else each for each in tensors]
    return cat(tensors, 0 if tensors[0].dim() == 1 else 1)


def vstack(tensors):
    """The tensors one after another along the first dimension; (n,) counts as a row, (1, n)."""
    return cat([each.reshape(1, -1) if each.dim() < 2 else each for each in tensors], 0)


row_stack = vstack


def dstack(tensors):
    """The tensors one after another along the third dimension, each made `atleast_3d` first."""
    return cat([atleast_3d(each) for each in tensors], 2)


def column_stack(tensors):
    """The tensors one after another along the second dimension; (n,) counts as a column, (n, 1)."""
    return cat([each.reshape(-1, 1) if each.dim() < 2 else each for each in tensors], 1)


def cartesian_prod(*tensors):
    """
    Every combination of an entry of each vector, the last changing first: (n·m·…, number of vectors); one vector stays (n,).
    """
    tensors = _tensors(tensors)
    if len(tensors) == 1:
        return tensors[0]
    return stack([grid.flatten() for grid in meshgrid(*tensors)], 1)
