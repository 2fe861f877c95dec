"""The same entries in another shape or order. Most functions are methods of tensors too."""
from _engine_value import extend
from _ffi import engine
from torch._size import Size, refuse_dim, sizes
from torch._tensor import Tensor, method, wrap


def _list(dims):
    return [dims] if type(dims) is int else list(dims)


def _tensors(given):
    return given[0] if len(given) == 1 and type(given[0]) in (list, tuple) else given


@extend(Tensor)
class _Reshaping:
    def reshape(self, *shape):
        return wrap(engine.reshape(self._v, *sizes(shape)))

    def view(self, *shape):
        return wrap(engine.view(self._v, *sizes(shape)))

    def reshape_as(self, other):
        return self.reshape(other.shape)

    def view_as(self, other):
        return self.view(other.shape)

    def flatten(self, start_dim=0, end_dim=-1):
        shape = self.shape
        count = max(len(shape), 1)
        for dim in (start_dim, end_dim):
            refuse_dim(dim, count)
        start, end = start_dim % count, end_dim % count
        if start > end:
            raise RuntimeError("flatten() has invalid args: start_dim cannot come after end_dim")
        if shape and start == end:
            return self
        return self.reshape(*shape[:start], Size(shape[start : end + 1]).numel(), *shape[end + 1 :])

    def ravel(self):
        return self if self.dim() == 1 else self.view(-1)

    def unsqueeze(self, dim):
        return wrap(engine.unsqueeze(self._v, dim))

    def squeeze(self, dim=None):
        return wrap(engine.squeeze(self._v, dim))

    def transpose(self, dim0, dim1):
        return wrap(engine.transpose(self._v, dim0, dim1))

    swapaxes = swapdims = transpose

    def t(self):
        return wrap(engine.t(self._v))

    def permute(self, *dims):
        return wrap(engine.permute(self._v, *sizes(dims)))

    T = property(lambda self: wrap(engine.reversed_axes(self._v)))
    mT = property(lambda self: self.transpose(-2, -1))

    def expand(self, *shape):
        return wrap(engine.expand(self._v, *sizes(shape)))

    def expand_as(self, other):
        return self.expand(other.shape)

    def repeat(self, *counts):
        return wrap(engine.repeat(self._v, *sizes(counts)))

    def tile(self, *counts):
        counts = sizes(counts)
        return self.repeat(*(1,) * (self.dim() - len(counts)), *counts)

    def flip(self, *dims):
        return wrap(engine.flip(self._v, *sizes(dims)))

    def roll(self, shifts, dims=None):
        if dims is None:
            return self.flatten().roll(shifts, 0).view(self.shape)
        x = self
        for shift, dim in zip(_list(shifts), _list(dims)):
            x = wrap(engine.roll(x._v, shift, dim))
        return x


@method
def movedim(input, source, destination):
    """A view with the dimensions `source`, a number or a list, moved to `destination`; the others keep their order."""
    count = input.dim()
    sources = [dim % count for dim in _list(source)]
    order = [dim for dim in range(count) if dim not in sources]
    for place, dim in sorted(zip([dim % count for dim in _list(destination)], sources)):
        order.insert(place, dim)
    return input.permute(*order)


Tensor.moveaxis = moveaxis = movedim


@method
def unflatten(input, dim, sizes):
    """
    A view with a dimension split into several lengths, one of which may be −1. Raises RuntimeError where their product isn't the
    length.
    """
    dim %= input.dim()
    sizes = list(sizes)
    length = input.shape[dim]
    known = Size([size for size in sizes if size != -1]).numel()
    if -1 not in sizes and known != length:
        raise RuntimeError(
            "unflatten: Provided sizes %s don't multiply up to the size of dim %d (%d) in the input tensor"
            % (sizes, dim, length)
        )
    return input.view(*input.shape[:dim], *sizes, *input.shape[dim + 1 :])


@method
def rot90(input, k=1, dims=(0, 1)):
    """k right angles from the first of `dims` towards the second: [[1, 2], [3, 4]] becomes [[2, 4], [1, 3]]."""
    return wrap(engine.rot90(input._v, k % 4, *dims))


@method
def fliplr(input):
    """Columns, the second dimension, in reverse order."""
    return input.flip(1)


@method
def flipud(input):
    """Rows, the first dimension, in reverse order."""
    return input.flip(0)


@method
def sum_to_size(input, *size):
    """The sum over the dimensions along which something of this size would be repeated."""
    size = tuple(size[0]) if len(size) == 1 and type(size[0]) is not int else size
    extra = input.dim() - len(size)
    dims = [dim for dim in range(input.dim()) if dim < extra or size[dim - extra] != input.shape[dim]]
    return input.sum(dims, keepdim=True).view(size) if dims else input


def atleast_1d(*tensors):
    """(1,) of 0-d, all else as it is; a tuple for more than one tensor."""
    found = [each.reshape(1) if each.dim() == 0 else each for each in _tensors(tensors)]
    return found[0] if len(found) == 1 else tuple(found)


def atleast_2d(*tensors):
    """(1, 1) of 0-d, (1, n) of (n,), all else as it is; a tuple for more than one tensor."""
    found = [each.reshape(1, -1) if each.dim() < 2 else each for each in _tensors(tensors)]
    return found[0] if len(found) == 1 else tuple(found)


def atleast_3d(input):
    """(1, 1, 1) of 0-d, (1, n, 1) of (n,), (n, m, 1) of (n, m), all else as it is. Takes one tensor; PyTorch's takes several."""
    if input.dim() < 2:
        return input.reshape(1, -1, 1)
    return input.unsqueeze(-1) if input.dim() == 2 else input


def broadcast_to(input, size):
    """A view in the shape `size`, a tuple. Raises RuntimeError where a length is neither the same nor 1."""
    return input.expand(*size)


def broadcast_shapes(*shapes):
    """The torch.Size to which all of these broadcast. Raises RuntimeError where lengths differ and neither is 1."""
    rank = max([len(shape) for shape in shapes])
    result = [1] * rank
    for shape in shapes:
        for place, length in enumerate(shape):
            at = rank - len(shape) + place
            if length != 1 and result[at] not in (1, length):
                raise RuntimeError("Shape mismatch: objects cannot be broadcast to a single shape")
            result[at] = length if result[at] == 1 else result[at]
    return Size(result)


def broadcast_tensors(*tensors):
    """A tuple of views, all in the shape to which they broadcast."""
    tensors = _tensors(tensors)
    shape = broadcast_shapes(*[each.shape for each in tensors])
    return tuple([each.expand(*shape) for each in tensors])


def meshgrid(*tensors, indexing="ij"):
    """
    A tuple with one tensor for each vector, which varies along a dimension of its own: (n, m, …) for vectors of n, m, … entries,
    or (m, n, …) with indexing="xy". Raises RuntimeError for a tensor of two dimensions or more.
    """
    tensors = list(_tensors(tensors))
    swapped = indexing == "xy" and len(tensors) > 1
    if swapped:
        tensors[:2] = [tensors[1], tensors[0]]
    lengths = [each.numel() for each in tensors]
    grids = []
    for axis, each in enumerate(tensors):
        if each.dim() > 1:
            raise RuntimeError("torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: " + str(each))
        shape = [1] * len(lengths)
        shape[axis] = lengths[axis]
        grids.append(each.view(*shape).expand(*lengths))
    if swapped:
        grids[:2] = [grids[1], grids[0]]
    return tuple(grids)
