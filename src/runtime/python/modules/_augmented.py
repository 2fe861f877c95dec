"""
Operators such as `*=`, for which MicroPython would ask no object. `x *= y` is written `x = _in_place(x) * (y)` before it runs,
`a[i] *= y` as `_items(a)[i] *= y` and `a.b *= y` as `_attributes(a).b *= y`.
"""
from _complex import power
from _engine_value import Scalar, real_isinstance


class InPlace:
    """A value whose operators change it where it can be changed."""

    def __init__(self, value):
        self._value = value


def _operator(name, operate):
    own_name = "__i%s__" % name

    def change(self, other):
        value = self._value
        # A scalar can't be changed; to ask it for the method costs an exception.
        own = None if real_isinstance(value, Scalar) else getattr(value, own_name, None)
        answer = NotImplemented if own is None else own(other)
        return _named(name, operate, value, other) if answer is NotImplemented else answer

    return change


def _named(name, operate, value, other):
    """What Python's own types do. Where they refuse, MicroPython names `*`, or nothing at all, in place of `*=`."""
    try:
        return operate(value, other)
    except TypeError as error:
        message = str(error)
        for said in ("__%s__" % name, ""):
            said = "unsupported types for %s: " % said
            if message.startswith(said):
                raise TypeError("unsupported types for __i%s__: %s" % (name, message[len(said) :]))
        raise


def _plainly(sign):
    """What `x *= y` makes of x, for this sign."""
    made = {}
    exec("def operate(x, y):\n    x %s= y\n    return x" % sign, made)
    return made["operate"]


def _mul(x, y):
    if type(x) is list:
        x[:] = x * y
    else:
        x *= y
    return x


def _pow(x, y):
    if type(x) is complex or type(y) is complex:
        return power(x, y)
    x **= y
    return x


_operations = {"mul": _mul, "pow": _pow}
for _name, _sign in (
    ("truediv", "/"), ("floordiv", "//"), ("mod", "%"), ("matmul", "@"), ("and", "&"), ("or", "|"), ("xor", "^"),
    ("lshift", "<<"), ("rshift", ">>"),
):  # fmt: skip
    _operations[_name] = _plainly(_sign)
for _name, _operate in _operations.items():
    setattr(InPlace, "__%s__" % _name, _operator(_name, _operate))


class Items:
    """What `a[i]` is to be updated in: gives an item that changes in place, and takes what became of it."""

    def __init__(self, target):
        self._target = target

    def __getitem__(self, key):
        return InPlace(self._target[key])

    def __setitem__(self, key, value):
        self._target[key] = value


class Attributes:
    """The same for `a.b`."""

    def __init__(self, target):
        object.__setattr__(self, "__target__", target)

    def __getattr__(self, name):
        return InPlace(getattr(self.__target__, name))

    def __setattr__(self, name, value):
        setattr(self.__target__, name, value)
