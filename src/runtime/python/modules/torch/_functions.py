"""Functions of the module `torch`. Most are a method of their first argument."""
from _builtins import real_isinstance as isinstance
from _ffi import engine
from _einsum import einsum as _einsum
from _engine_value import EngineValue
from torch._creation import tensor
from torch._operations import from_method, functions
from torch._tensor import Tensor, reductions, wrap


_methods = (
    "matmul mm mv bmm dot outer clamp softmax log_softmax equal isclose allclose norm cumsum argmax argmin trace unbind "
    "reshape flatten ravel unsqueeze squeeze transpose permute tile flip split chunk tril triu diag gather var std max min "
    "numel is_floating_point is_complex is_nonzero detach cumprod diagonal select narrow roll index_select masked_select "
    "masked_fill t square"
).split() + reductions

globals().update(functions)
for _name in _methods:
    globals()[_name] = from_method(_name)


def _operand(value, beside):
    return value if isinstance(value, EngineValue) else tensor(value, dtype=beside.dtype)


def where(condition, input=None, other=None):
    """
    `input` where the condition holds, else `other`, broadcast; a number takes the dtype of the tensor beside it. Raises
    RuntimeError if the condition isn't bool. Without the other two it may be anything, and the result is a tuple with a 1-d
    tensor for each dimension: the places of what isn't 0.
    """
    if input is None:
        return condition.nonzero().unbind(1)
    if engine.dtype(condition._v) != "bool":
        kinds = {"float32": "Float", "float64": "Double", "int64": "Long"}
        raise RuntimeError(
            "where expected condition to be a boolean tensor, but got a tensor with dtype "
            + kinds[engine.dtype(condition._v)]
        )
    if not isinstance(input, EngineValue):
        input = _operand(input, other) if isinstance(other, EngineValue) else tensor(input)
    return wrap(engine.where(condition._v, input._v, _operand(other, input)._v))


def tensordot(a, b, dims=2):
    """
    Sums of products over the last `dims` dimensions of a and the first of b, or over dimensions that two lists pair. The result
    has the remaining dimensions of a, then those of b. Raises RuntimeError where the lists or the lengths don't match.
    """
    if type(dims) is int:
        return wrap(engine.tensordot(a._v, b._v, dims))
    left, right = dims
    left = [left] if type(left) is int else list(left)
    right = [right] if type(right) is int else list(right)
    if len(left) != len(right):
        raise RuntimeError("both dimension lists should have same length")
    return wrap(engine.tensordot(a._v, b._v, *left, *right))


def einsum(equation, *operands):
    """
    Sums of products by letters for dimensions: "ij,jk->ik" multiplies matrices, and a letter missing on the right is summed.
    Without an arrow the result has the letters that occur once, in alphabetical order. Raises ValueError where the equation
    doesn't fit the operands, RuntimeError where lengths differ.
    """
    return _einsum(equation, operands, lambda x, axes: x.permute(*axes), lambda x: x.view(x.shape))


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


concat = cat


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


def broadcast_to(input, size):
    """A view in the shape `size`, a tuple. Raises RuntimeError where a length is neither the same nor 1."""
    return input.expand(*size)


def ger(input, vec2):
    """`outer` under its old name: (n, m) from (n,) and (m,)."""
    return input.outer(vec2)


def is_tensor(obj):
    """Whether it is a Tensor: parameters are, arrays are not."""
    return isinstance(obj, Tensor)


clip = clamp
concatenate = concat
row_stack = vstack
Tensor.where = lambda self, condition, other: where(condition, self, other)
