"""
What Python's own functions do with tensors and arrays, where MicroPython would not ask them.

`float(x)`: MicroPython would call `__float__` in `1.5 - x` too, before `x.__rsub__` gets its turn, so our classes can't have
one. Instead `float` is replaced by an object that looks like it and knows them.
"""
import builtins
import sys

import _augmented
import _displays
from _complex import complex_text, power
from _echo import echo
from _formatting import Percent, formatted, untied
from _engine_value import EngineValue, real_isinstance
from _methods import method

real_float = float
_real_max = max
_real_min = min
real_sorted = sorted
_real_round = round
_real_divmod = divmod
_real_pow = pow
_real_zip = zip
_real_print = print


class Float:
    __name__ = "float"

    def __call__(self, x=0.0):
        return x._as_float() if real_isinstance(x, EngineValue) else real_float(x)

    def __eq__(self, other):
        return other is self or other is real_float

    def __hash__(self):
        return hash(real_float)

    def __repr__(self):
        return "<class 'float'>"


tensor_float = Float()


# What counts as a float: numpy adds its own.
floats = [real_float]


def real(kind):
    """The types that Python knows, for one that is made to look like them."""
    return tuple(floats) if kind is tensor_float else (getattr(kind, "_stands_for", kind),)


def is_instance(x, kinds):
    if type(kinds) is type:
        return real_isinstance(x, kinds)
    if type(kinds) is not tuple:
        return real_isinstance(x, real(kinds))
    for kind in kinds:
        if is_instance(x, kind):
            return True
    return False


def _best(function, better):
    """`max` or `min`: MicroPython takes no other answer to a comparison than True."""

    def best(*given, **options):
        items = list(given[0]) if len(given) == 1 else given
        if options or not any([real_isinstance(item, EngineValue) for item in items]):
            return function(items, **options) if len(given) == 1 else function(*items, **options)
        found = items[0]
        for item in items[1:]:
            if better(item, found):
                found = item
        return found

    return best


def _plain(x):
    return x.item() if real_isinstance(x, EngineValue) else x


def sort(iterable, *, key=None, reverse=False):
    """`sorted`, which keeps equal items in their order and compares the numbers in tensors."""
    items = list(iterable)
    keys = [_plain(item if key is None else key(item)) for item in items]
    order = real_sorted(
        range(len(items)), key=lambda place: (keys[place], -place if reverse else place), reverse=bool(reverse)
    )
    return [items[place] for place in order]


def round_off(x, digits=None):
    own = getattr(x, "__round__", None)
    if own is not None:
        return own() if digits is None else own(digits)
    if real_isinstance(x, EngineValue):
        raise TypeError("type %s doesn't define __round__ method" % type(x).__name__)
    if digits is None or type(x) is int:
        return _real_round(x) if digits is None else _real_round(x, digits)
    # Rounded as it is written out, for x·10ⁿ may round across the middle.
    if not 0 <= digits < 16 or abs(x) >= 1e15:
        return _real_round(x, digits)
    spec = ".%df" % digits
    return real_float(("{:" + spec + "}").format(untied(x, spec)))


def quotient_and_rest(x, y):
    if real_isinstance(x, EngineValue) or real_isinstance(y, EngineValue):
        return x // y, x % y
    return _real_divmod(x, y)


def raised(base, exp, mod=None):
    """`pow`"""
    return power(base, exp) if mod is None else _real_pow(base, exp, mod)


class _Key:
    """Gives what stands between its brackets, and is NumPy's `s_`."""

    def __getitem__(self, key):
        return key


key = _Key()


class Slice:
    """`slice`, of which MicroPython makes none but those between brackets."""

    __name__ = "slice"
    _stands_for = type(key[:])

    def __call__(self, *bounds):
        if len(bounds) == 1:
            return key[: bounds[0]]
        return key[bounds[0] : bounds[1] : bounds[2] if len(bounds) > 2 else None]

    def __repr__(self):
        return "<class 'slice'>"


def zipped(*iterables, strict=False):
    if not strict:
        return _real_zip(*iterables)
    return _strictly(iterables)


def _strictly(iterables):
    rows = [iter(each) for each in iterables]
    while True:
        row = []
        for place, each in enumerate(rows):
            try:
                row.append(next(each))
            except StopIteration:
                if place == 0 and not [each for each in rows[1:] if next(each, rows) is not rows]:
                    return
                short = place + 1 if place else 1 + [next(each, rows) is not rows for each in rows[1:]].index(True)
                raise ValueError("zip() argument %d is shorter than argument %d" % (max(short, 2), max(short, 2) - 1))
        yield tuple(row)


def printed(*values, sep=" ", end="\n", file=None, flush=False):
    sep = " " if sep is None else sep
    end = "\n" if end is None else end
    values = [complex_text(value) if type(value) is complex else value for value in values]
    if file is None:
        _real_print(*values, sep=sep, end=end)
    elif file is not sys.stderr:
        file.write(sep.join([str(value) for value in values]) + end)


def names_of(thing):
    """`vars(thing)`"""
    return thing.__dict__


class Left:
    """A number on the left of `<`, which asks the right operand where Python's own number would not."""

    def __init__(self, number):
        self._number = number

    def __lt__(self, other):
        return other > self._number if real_isinstance(other, EngineValue) else self._number < other

    def __le__(self, other):
        return other >= self._number if real_isinstance(other, EngineValue) else self._number <= other

    def __gt__(self, other):
        return other < self._number if real_isinstance(other, EngineValue) else self._number > other

    def __ge__(self, other):
        return other <= self._number if real_isinstance(other, EngineValue) else self._number >= other


_lefts = {}


def left(number):
    """`0 < x` is written `_left(0) < x` before it runs."""
    found = _lefts.get(number)
    if found is None:
        found = _lefts[number] = Left(number)
    return found


builtins.float = tensor_float
builtins.isinstance = is_instance
# A number on the left would not ask the tensor on its right.
builtins.max = _best(_real_max, lambda item, found: item > found if real_isinstance(item, EngineValue) else found < item)
builtins.min = _best(_real_min, lambda item, found: item < found if real_isinstance(item, EngineValue) else found > item)
builtins.sorted = sort
builtins.round = round_off
builtins.pow = raised
builtins.slice = Slice()
builtins.divmod = quotient_and_rest
builtins.zip = zipped
builtins.print = printed
builtins.vars = names_of
builtins.RecursionError = RuntimeError
builtins.ModuleNotFoundError = ImportError
builtins.format = builtins._formatted = formatted

# What a program calls by these names was written into it before it runs: src/runtime/python/source says where.
builtins._left = left
builtins._power = power
builtins._method = method
builtins._percent = Percent
builtins._in_place = _augmented.InPlace
builtins._items = _augmented.Items
builtins._attributes = _augmented.Attributes
builtins._text = _displays.text_of
builtins._repr = repr
builtins._str = str
builtins._echo = echo
builtins._dict = _displays.dict_of
builtins._merged = _displays.merged
builtins._named = _displays.named
builtins._dict_from = _displays.dict_from
builtins._pairs = _displays.pairs_of
builtins._each = _displays.each_of
builtins._list = _displays.list_of
builtins._tuple = _displays.tuple_of
builtins._set = _displays.set_of
