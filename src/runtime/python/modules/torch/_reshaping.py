"""Functions that put the same entries into another shape or order. Most are methods of tensors too."""
from _ffi import engine
from torch._functions import cat, stack
from torch._size import Size
from torch._tensor import Tensor, method, wrap


def _list(dims):
    return [dims] if type(dims) is int else list(dims)


def _tensors(given):
    return given[0] if len(given) == 1 and type(given[0]) in (list, tuple) else given


@method
def movedim(input, source, destination):
    """A view with the dimensions `source`, a number or a list, moved to `destination`; the others keep their order."""
    count = input.dim()
    sources = [dim % count for dim in _list(source)]
    order = [dim for dim in range(count) if dim not in sources]
    for place, dim in sorted(zip([dim % count for dim in _list(destination)], sources)):
        order.insert(place, dim)
    return input.permute(*order)


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


@method
def diag_embed(input, offset=0):
    """The rows of the input on the diagonals of matrices."""
    rows = input.reshape(-1, input.shape[-1])
    matrices = stack([row.diag(offset) for row in rows])
    return matrices.reshape(*input.shape[:-1], *matrices.shape[1:])


def diagflat(input, offset=0):
    """All entries on the diagonal that is `offset` right of the main one, 0 elsewhere: a square of n + |offset|."""
    return input.flatten().diag(offset)


@method
def sum_to_size(input, *size):
    """The sum over the dimensions along which something of this size would be repeated."""
    size = tuple(size[0]) if len(size) == 1 and type(size[0]) is not int else size
    extra = input.dim() - len(size)
    dims = [dim for dim in range(input.dim()) if dim < extra or size[dim - extra] != input.shape[dim]]
    return input.sum(dims, keepdim=True).view(size) if dims else input


def dstack(tensors):
    """The tensors one after another along the third dimension, each made `atleast_3d` first."""
    return cat([atleast_3d(each) for each in tensors], 2)


def column_stack(tensors):
    """The tensors one after another along the second dimension; (n,) counts as a column, (n, 1)."""
    return cat([each.reshape(-1, 1) if each.dim() < 2 else each for each in tensors], 1)


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


def cartesian_prod(*tensors):
    """
    Every combination of an entry of each vector, the last changing first: (n·m·…, number of vectors); one vector stays (n,).
    """
    tensors = _tensors(tensors)
    if len(tensors) == 1:
        return tensors[0]
    return stack([grid.flatten() for grid in meshgrid(*tensors)], 1)


Tensor.moveaxis = moveaxis = movedim
Tensor.swapaxes = Tensor.swapdims = swapaxes = swapdims = Tensor.transpose
