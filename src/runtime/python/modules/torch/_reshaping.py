"""Functions that put the same entries into another shape or order. Most are methods of tensors too."""
from _crossing import engine
from torch._functions import cat, stack
from torch._size import Size
from torch._tensor import Tensor, method, wrap


def _list(dims):
    return [dims] if type(dims) is int else list(dims)


def _tensors(given):
    return given[0] if len(given) == 1 and type(given[0]) in (list, tuple) else given


@method
def movedim(input, source, destination):
    count = input.dim()
    sources = [dim % count for dim in _list(source)]
    order = [dim for dim in range(count) if dim not in sources]
    for place, dim in sorted(zip([dim % count for dim in _list(destination)], sources)):
        order.insert(place, dim)
    return input.permute(*order)


@method
def unflatten(input, dim, sizes):
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
    return wrap(engine.rot90(input._v, k % 4, *dims))


@method
def fliplr(input):
    return input.flip(1)


@method
def flipud(input):
    return input.flip(0)


@method
def tensor_split(input, indices_or_sections, dim=0):
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
    return tensor_split(input, indices_or_sections, 0 if input.dim() == 1 else 1)


@method
def vsplit(input, indices_or_sections):
    return tensor_split(input, indices_or_sections, 0)


@method
def diag_embed(input, offset=0):
    """The rows of the input on the diagonals of matrices."""
    rows = input.reshape(-1, input.shape[-1])
    matrices = stack([row.diag(offset) for row in rows])
    return matrices.reshape(*input.shape[:-1], *matrices.shape[1:])


def diagflat(input, offset=0):
    return input.flatten().diag(offset)


@method
def sum_to_size(input, *size):
    """The sum over the dimensions along which something of this size would be repeated."""
    size = tuple(size[0]) if len(size) == 1 and type(size[0]) is not int else size
    extra = input.dim() - len(size)
    dims = [dim for dim in range(input.dim()) if dim < extra or size[dim - extra] != input.shape[dim]]
    return input.sum(dims, keepdim=True).view(size) if dims else input


def dstack(tensors):
    return cat([atleast_3d(each) for each in tensors], 2)


def column_stack(tensors):
    return cat([each.reshape(-1, 1) if each.dim() < 2 else each for each in tensors], 1)


def atleast_1d(*tensors):
    found = [each.reshape(1) if each.dim() == 0 else each for each in _tensors(tensors)]
    return found[0] if len(found) == 1 else tuple(found)


def atleast_2d(*tensors):
    found = [each.reshape(1, -1) if each.dim() < 2 else each for each in _tensors(tensors)]
    return found[0] if len(found) == 1 else tuple(found)


def atleast_3d(input):
    if input.dim() < 2:
        return input.reshape(1, -1, 1)
    return input.unsqueeze(-1) if input.dim() == 2 else input


def broadcast_shapes(*shapes):
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
    tensors = _tensors(tensors)
    shape = broadcast_shapes(*[each.shape for each in tensors])
    return tuple([each.expand(*shape) for each in tensors])


def meshgrid(*tensors, indexing="ij"):
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
    tensors = _tensors(tensors)
    if len(tensors) == 1:
        return tensors[0]
    return stack([grid.flatten() for grid in meshgrid(*tensors)], 1)


Tensor.moveaxis = moveaxis = movedim
Tensor.swapaxes = Tensor.swapdims = swapaxes = swapdims = Tensor.transpose
