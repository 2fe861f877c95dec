"""What stands between the brackets of `x[…]`, and entries taken by their place or by a condition."""
from _builtins import real_isinstance as isinstance
from _engine_value import EngineValue, extend
from _ffi import engine, number
from _indexing import words_of
from torch._creation import tensor
from torch._dtypes import kinds
from torch._tensor import Tensor, wrap, wrap_all


def _bound(bound):
    return int(bound) if isinstance(bound, Tensor) else bound


def _places(part):
    places = part if isinstance(part, EngineValue) else tensor(part)
    kind = engine.dtype(places._v)
    if kind == "int64" and engine.dim(places._v) == 0:
        return ("index", int(places.item()))
    if kind != "int64" and kind != "bool" and engine.numel(places._v) > 0:
        raise IndexError("tensors used as indices must be long, byte or bool tensors")
    return ("places", places._v if kind == "bool" else engine.copy(places._v, "int64"))


def _refuse(kind):
    if kind is str:
        raise TypeError("new(): invalid data type 'str'")
    raise IndexError(
        "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got %s)"
        % kind.__name__
    )


@extend(Tensor)
class _Indexing:
    def __getitem__(self, key):
        if type(key) is int:
            return wrap(engine.select(self._v, key))
        return wrap(engine.index(self._v, False, *words_of(key, _bound, _places, _refuse)))

    def __setitem__(self, key, values):
        part = wrap(engine.index(self._v, True, *words_of(key, _bound, _places, _refuse)))
        if type(values) is list:
            values = tensor(values)
        part._filled(int(values) if type(values) is bool else values)

    def unbind(self, dim=0):
        return tuple(wrap_all(engine.unbind(self._v, dim)))

    def __iter__(self):
        return iter(self.unbind())

    def select(self, dim, index):
        return wrap(engine.select_along(self._v, dim, index))

    def narrow(self, dim, start, length):
        return wrap(engine.narrow(self._v, dim, start, length))

    def index_select(self, dim, index):
        return wrap(engine.index_select(self._v, dim, index._v))

    def masked_select(self, mask):
        if engine.dtype(mask._v) != "bool":
            raise RuntimeError("masked_select: expected BoolTensor or ByteTensor for mask")
        return wrap(engine.masked_select(self._v, mask._v))

    def masked_fill(self, mask, value):
        if isinstance(value, Tensor):
            value = value.item()
        return wrap(engine.masked_fill(self._v, mask._v, number(value)))


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
        raise RuntimeError(
            "where expected condition to be a boolean tensor, but got a tensor with dtype "
            + kinds[engine.dtype(condition._v)]
        )
    if not isinstance(input, EngineValue):
        input = _operand(input, other) if isinstance(other, EngineValue) else tensor(input)
    return wrap(engine.where(condition._v, input._v, _operand(other, input)._v))


Tensor.where = lambda self, condition, other: where(condition, self, other)
