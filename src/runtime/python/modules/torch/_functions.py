"""Functions of the module `torch`. Most are a method of their first argument."""
from _crossing import engine
from _einsum import einsum as _einsum
from torch import _tensor
from torch._creation import tensor
from torch._tensor import Tensor, wrap


def _from_method(name):
    method = getattr(Tensor, name)

    def function(input, *args, **options):
        if not isinstance(input, Tensor):
            raise TypeError(
                "%s(): argument 'input' (position 1) must be Tensor, not %s" % (name, type(input).__name__)
            )
        return method(input, *args, **options)

    return function


_methods = (
    "add sub mul div true_divide pow floor_divide remainder matmul mm mv bmm dot outer maximum minimum clamp clip softmax "
    "log_softmax equal isclose allclose norm cumsum argmax argmin sort argsort trace unbind reshape flatten ravel "
    "unsqueeze squeeze transpose swapaxes permute tile flip split chunk tril triu diag gather var std max min eq ne lt le gt "
    "ge logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor numel is_floating_point detach subtract multiply divide "
    "absolute negative arcsin arccos arctan cumprod topk median count_nonzero nonzero unique diagonal select narrow movedim roll "
    "index_select masked_select masked_fill addmm t"
).split() + _tensor.functions + _tensor.reductions

for _name in _methods:
    globals()[_name] = _from_method(_name)


def _operand(value, beside):
    return value if hasattr(value, "_v") else tensor(value, dtype=beside.dtype)


def pow(input, exponent):
    return input**exponent


def rsub(input, other):
    return other - input


def where(condition, input=None, other=None):
    if input is None:
        return condition.nonzero().unbind(1)
    if not hasattr(input, "_v"):
        input = _operand(input, other) if hasattr(other, "_v") else tensor(input)
    return wrap(engine.where(condition._v, input._v, _operand(other, input)._v))


def tensordot(a, b, dims=2):
    if type(dims) is int:
        return wrap(engine.tensordot(a._v, b._v, dims))
    left, right = dims
    left = [left] if type(left) is int else list(left)
    right = [right] if type(right) is int else list(right)
    if len(left) != len(right):
        raise RuntimeError("both dimension lists should have same length")
    return wrap(engine.tensordot(a._v, b._v, *left, *right))


def einsum(equation, *operands):
    return _einsum(equation, operands, lambda x, axes: x.permute(*axes), "torch", lambda x: x.view(x.shape))


def _parts(tensors):
    tensors = list(tensors)
    for place, each in enumerate(tensors):
        if not isinstance(each, Tensor):
            raise TypeError("expected Tensor as element %d in argument 0, but got %s" % (place, type(each).__name__))
    return [each._v for each in tensors]


def cat(tensors, dim=0):
    return wrap(engine.cat(dim, *_parts(tensors)))


concat = cat


def stack(tensors, dim=0):
    return wrap(engine.stack(dim, *_parts(tensors)))


def hstack(tensors):
    tensors = [each.reshape(1) if each.dim() == 0 else each for each in tensors]
    return cat(tensors, 0 if tensors[0].dim() == 1 else 1)


def vstack(tensors):
    return cat([each.reshape(1, -1) if each.dim() < 2 else each for each in tensors], 0)


def broadcast_to(input, size):
    return input.expand(*size)


def is_tensor(obj):
    return isinstance(obj, Tensor)


def meshgrid(*tensors, indexing="ij"):
    tensors = tensors[0] if len(tensors) == 1 and type(tensors[0]) in (list, tuple) else tensors
    lengths = [each.numel() for each in tensors]
    grids = []
    for axis, each in enumerate(tensors):
        shape = [1] * len(lengths)
        shape[axis] = lengths[axis]
        grids.append(each.view(*shape).expand(*lengths))
    return [grid.transpose(0, 1) for grid in grids] if indexing == "xy" else grids
