"""What operators do with tensors: `x + y`, `x += y`, `x < y`, `x @ y`."""
from _builtins import real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine
from torch._operations import apply
from torch._tensor import Tensor, in_place, wrap


def _operator(name, symbol, refuse):
    call = getattr(engine, name)

    def operator(self, other):
        answer = apply(call, self, other)
        return refuse(symbol, type(other).__name__) if answer is None else answer

    return operator


def _refuse_right(symbol, kind, kinds="'Tensor' and '%s'"):
    shown = "** or pow()" if symbol == "**" else symbol
    raise TypeError("unsupported operand type(s) for %s: %s" % (shown, kinds % kind))


def _refuse_left(symbol, kind):
    if symbol == "+" and kind in ("str", "list", "tuple"):
        raise TypeError('can only concatenate %s (not "Tensor") to %s' % (kind, kind))
    _refuse_right(symbol, kind, "'%s' and 'Tensor'")


def _refuse_order(symbol, kind):
    raise TypeError("'%s' not supported between instances of 'Tensor' and '%s'" % (symbol, kind))


for _name, _call, _symbol in (
    ("add", "add", "+"), ("sub", "sub", "-"), ("mul", "mul", "*"), ("truediv", "div", "/"), ("pow", "pow", "**"),
    ("floordiv", "floor_divide", "//"), ("mod", "remainder", "%"), ("and", "bitwise_and", "&"), ("or", "bitwise_or", "|"),
    ("xor", "bitwise_xor", "^"),
):  # fmt: skip
    _forward = _operator(_call, _symbol, _refuse_right)
    _reflected = "r" + _call if hasattr(engine, "r" + _call) else _call
    setattr(Tensor, "__%s__" % _name, _forward)
    setattr(Tensor, "__r%s__" % _name, _operator(_reflected, _symbol, _refuse_left))
    setattr(Tensor, "__i%s__" % _name, in_place(_forward))
for _name, _symbol in (("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">=")):
    setattr(Tensor, "__%s__" % _name, _operator(_name, _symbol, _refuse_order))


@extend(Tensor)
class _Operators:
    __abs__, __neg__ = Tensor.abs, Tensor.neg

    def __pos__(self):
        if engine.dtype(self._v) == "bool":
            raise RuntimeError("The `+` operator, on a bool tensor is not supported.")
        return self

    def __invert__(self):
        if self.is_floating_point():
            raise TypeError("~ (operator.invert) is only implemented on integer and Boolean-type tensors")
        return self.bitwise_not()

    def __matmul__(self, other):
        if not isinstance(other, Tensor):
            _refuse_right("@", type(other).__name__)
        return wrap(engine.matmul(self._v, other._v))

    def __imatmul__(self, other):
        return self @ other

    def __eq__(self, other):
        answer = apply(engine.eq, self, other)
        return self is other if answer is None else answer

    def __ne__(self, other):
        answer = apply(engine.ne, self, other)
        return self is not other if answer is None else answer

    def __contains__(self, element):
        return bool((self == element).any())
