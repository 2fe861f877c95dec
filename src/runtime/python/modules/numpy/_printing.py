"""How arrays are printed, and how to have them printed otherwise."""
from _builtins import formatted
from _engine_value import extend
from _ffi import engine, number_of
from numpy._array import asarray, ndarray

_names = ("precision", "threshold", "edgeitems", "linewidth", "suppress")
# What writes an entry, by kind ("float", "int", …), where `set_printoptions` or `printoptions` gave one.
_formatter = {}


def _words(array, formatter=_formatter):
    """Every entry as the formatter for its kind writes it; nothing if there is none."""
    if not formatter:
        return ()
    kinds = {"f": ("float", "float_kind"), "i": ("int", "int_kind"), "b": ("bool",)}[array.dtype.kind] + ("all",)
    for kind in kinds:
        write = formatter.get(kind)
        if write is not None:
            return [write(each) for each in array.ravel().tolist()]
    return ()


@extend(ndarray)
class _Printing:
    def __str__(self):
        return engine.scalar_text(self._v) if self.ndim == 0 else engine.array_text(self._v, *_words(self))

    def __repr__(self):
        return engine.array_repr(self._v, *(_words(self) if self.ndim else ()))

    def __format__(self, spec):
        if spec == "":
            return str(self)
        if self.ndim == 0:
            return formatted(number_of(self._v), spec)
        raise TypeError("unsupported format string passed to numpy.ndarray.__format__")


def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, *, formatter=None, floatmode=None
):
    """How arrays are printed from now on. None leaves an option as it is, but ends a `formatter`. `floatmode` is fixed or not."""
    for name, value in zip(_names, (precision, threshold, edgeitems, linewidth, suppress)):
        if value is not None:
            engine.set_print_option(name, value)
    if floatmode is not None:
        engine.set_print_option("fixed", floatmode == "fixed")
    _formatter.clear()
    _formatter.update(formatter or {})


def get_printoptions():
    """The options of `set_printoptions` by name, but for `floatmode`."""
    options = {name: engine.print_option(name) for name in _names}
    options["formatter"] = dict(_formatter) or None
    return options


class printoptions:
    """Other options for as long as the `with` block runs."""

    def __init__(self, **options):
        self._options = options

    def __enter__(self):
        self._before = get_printoptions()
        set_printoptions(**self._options)
        return get_printoptions()

    def __exit__(self, *_):
        set_printoptions(**self._before)


def array2string(
    a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *, formatter=None,
    threshold=None, edgeitems=None, floatmode=None, suffix=""
):  # fmt: skip
    """What `print` writes, with other options this once; lines leave room for `prefix` in front and `suffix` at the end."""
    a = asarray(a)
    if formatter is not None:
        return engine.array_listing_of(a._v, separator, prefix, suffix, *_words(a, formatter))
    values = (precision, threshold, edgeitems, max_line_width, suppress_small)
    options = [each for pair in zip(_names, values) if pair[1] is not None for each in pair]
    if floatmode is not None:
        options += ("fixed", floatmode == "fixed")
    return engine.array_listing(a._v, separator, prefix, suffix, *options)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """What `print` writes, with other options this once."""
    return array2string(a, max_line_width, precision, suppress_small)


def array_repr(arr):
    """What `repr` gives: `array([1., 2.])`."""
    return repr(arr)
