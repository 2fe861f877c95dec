"""What operators do with arrays: `x + y`, `x += y`, `x < y`, `x @ y`."""
from _builtins import real_float
from _engine_value import extend
from _ffi import engine, number, result
from numpy._array import handle_of, is_known, ndarray, operand, wrap
from numpy._errors import UFuncTypeError, no_loop

_misfit = "could not be broadcast together with shapes"


def apply(call, x, y, reverse=False, name=None):
    """What a call makes of an array and a number, array or list; NotImplemented for others. Raises TypeError for text or None."""
    kind = type(y)
    if kind is real_float:
        return wrap(call(x._v, y, True, reverse))
    if kind is int:
        return wrap(call(x._v, number(y), type(number(y)) is not int, reverse))
    if kind is str and name is not None:
        raise no_loop(name, *((y, x) if reverse else (x, y)))
    if y is None or kind is str:
        raise TypeError("an array and %r can't be operands of one operation" % (y,))
    if kind is not bool and not is_known(y):
        return NotImplemented
    return wrap(call(x._v, handle_of(y), False, reverse))


def _operator(name, reverse=False):
    call = getattr(engine, "array_" + name)
    return lambda self, other: apply(call, self, other, reverse, name)


def _in_place(name):
    call = getattr(engine, "array_" + name)

    def change(self, other):
        if type(other) is str:
            raise no_loop(name, self, other)
        answer = call(self._v, *operand(other), False)
        if type(answer) is str and _misfit in answer:
            # NumPy counts what is changed as an operand.
            answer += str(self.shape).replace(", ", ",") + " "
        refused = engine.array_assign(self._v, result(answer), name)
        if type(refused) is str and refused.startswith("TypeError: "):
            raise UFuncTypeError(refused[len("TypeError: ") :])
        result(refused)
        return self

    return change


def _comparison(name, symbol):
    call = getattr(engine, "array_" + name)

    def compare(self, other):
        if other is None or type(other) is str:
            if symbol in ("==", "!="):
                return wrap(engine.full(int(symbol == "!="), "bool", *self.shape))
            raise TypeError("'%s' not supported between instances of 'numpy.ndarray' and '%s'" % (symbol, type(other).__name__))
        return apply(call, self, other)

    return compare


@extend(ndarray)
class _Operators:
    __divmod__ = lambda self, other: (self // other, self % other)
    __neg__ = lambda self: wrap(engine.array_negative(self._v))
    __pos__ = lambda self: self.copy()
    __abs__ = lambda self: wrap(engine.array_absolute(self._v))
    __invert__ = lambda self: wrap(engine.array_invert(self._v))

    def __contains__(self, element):
        return bool((self == element).any())

    def __matmul__(self, other):
        if not is_known(other) and type(other) not in (int, bool, real_float):
            return NotImplemented
        return wrap(engine.array_matmul(self._v, handle_of(other)))

    def __rmatmul__(self, other):
        return wrap(engine.array_matmul(handle_of(other), self._v))

    def __imatmul__(self, other):
        raise TypeError("In-place matrix multiplication is not (yet) supported. Use 'a = a @ b' instead of 'a @= b'.")


for _short, _name in {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "pow": "power", "floordiv": "floor_divide",
    "mod": "remainder", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor", "lshift": "left_shift",
    "rshift": "right_shift",
}.items():  # fmt: skip
    setattr(ndarray, "__%s__" % _short, _operator(_name))
    setattr(ndarray, "__r%s__" % _short, _operator(_name, True))
    setattr(ndarray, "__i%s__" % _short, _in_place(_name))
for _short, _name, _symbol in (
    ("eq", "equal", "=="), ("ne", "not_equal", "!="), ("lt", "less", "<"), ("le", "less_equal", "<="), ("gt", "greater", ">"),
    ("ge", "greater_equal", ">="),
):  # fmt: skip
    setattr(ndarray, "__%s__" % _short, _comparison(_name, _symbol))
