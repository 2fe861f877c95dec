"""
What Python's own functions do with tensors and arrays, where MicroPython would not ask them.

`float(x)`: MicroPython would call `__float__` in `1.5 - x` too, before `x.__rsub__` gets its turn, so our classes can't have
one. Instead `float` is replaced by an object that looks like it and knows them.
"""
import builtins

real_float = float
real_isinstance = isinstance
_real_max = max
_real_min = min
_real_sorted = sorted


class Float:
    __name__ = "float"

    def __call__(self, x=0.0):
        convert = getattr(x, "_as_float", None)
        return real_float(x) if convert is None else convert()

    def __eq__(self, other):
        return other is self or other is real_float

    def __hash__(self):
        return hash(real_float)

    def __repr__(self):
        return "<class 'float'>"


tensor_float = Float()


def real(kind):
    """The type that Python knows, for one that is made to look like it."""
    return real_float if kind is tensor_float else getattr(kind, "_stands_for", kind)


def is_instance(x, kinds):
    if type(kinds) is tuple:
        return real_isinstance(x, tuple([real(kind) for kind in kinds]))
    return real_isinstance(x, real(kinds))


def _best(function, better):
    """`max` or `min`: MicroPython takes no other answer to a comparison than True."""

    def best(*given, **options):
        items = list(given[0]) if len(given) == 1 else given
        if options or not any([hasattr(item, "_v") for item in items]):
            return function(items, **options) if len(given) == 1 else function(*items, **options)
        found = items[0]
        for item in items[1:]:
            if better(item, found):
                found = item
        return found

    return best


def _plain(x):
    return x.item() if hasattr(x, "_v") else x


def sort(iterable, key=None, reverse=False):
    """`sorted`, which compares the numbers in tensors for the same reason."""
    return _real_sorted(iterable, key=lambda x: _plain(x if key is None else key(x)), reverse=reverse)


def formatted(value, spec=""):
    """`f"{value:spec}"`, which is written as a call of this before it runs."""
    own = getattr(value, "__format__", None)
    if own is not None:
        return own(spec)
    if "," in spec:
        return _grouped(value, spec)
    return ("{:" + spec + "}").format(value) if spec else str(value)


def _grouped(value, spec):
    """`1,234.5`: MicroPython groups the digits of integers only."""
    layout, _, kind = spec.partition(",")
    whole, point, decimals = ("{:" + kind + "}").format(value).partition(".")
    digits = whole.lstrip("-+")
    groups = []
    while len(digits) > 3:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    text = whole[: len(whole) - len(whole.lstrip("-+"))] + ",".join([digits] + groups) + point + decimals
    return ("{:" + (">" + layout if layout[:1].isdigit() else layout) + "}").format(text)


def _mul(x, y):
    x *= y
    return x


def _truediv(x, y):
    x /= y
    return x


def _floordiv(x, y):
    x //= y
    return x


def _mod(x, y):
    x %= y
    return x


def _pow(x, y):
    x **= y
    return x


def _matmul(x, y):
    x @= y
    return x


def _and(x, y):
    x &= y
    return x


def _or(x, y):
    x |= y
    return x


def _xor(x, y):
    x ^= y
    return x


_in_place = {
    "mul": _mul,
    "truediv": _truediv,
    "floordiv": _floordiv,
    "mod": _mod,
    "pow": _pow,
    "matmul": _matmul,
    "and": _and,
    "or": _or,
    "xor": _xor,
}


def in_place(name, x, y):
    """`x *= y` and its kin, which are written as calls of this before they run."""
    own = getattr(x, "__i" + name + "__", None)
    return _in_place[name](x, y) if own is None else own(y)


builtins.float = tensor_float
builtins.isinstance = is_instance
builtins.max = _best(_real_max, lambda item, found: item > found)
builtins.min = _best(_real_min, lambda item, found: item < found)
builtins.sorted = sort
builtins.format = builtins._formatted = formatted
builtins._in_place = in_place
