"""Single floats of NumPy's: they have what arrays have by the time that this is imported, but for what would change them."""
from _builtins import floats, real_float
from _engine_value import Scalar
from _ffi import engine, number_of
from numpy._array import handle_of, kinds, ndarray


class _Scalar:
    """What a single float has, and what it has in place of an array's."""

    def __init__(self, x=0.0):
        self._v = engine.copy(handle_of(real_float(x) if type(x) is str else x, "float64"), self._dtype)

    def __repr__(self):
        return engine.scalar_text(self._v)

    __str__ = __repr__

    def _number(self):
        """Python's own number, for what knows no scalars of NumPy's."""
        return number_of(self._v)

    _as_float = _number

    # Python's own floats, on the left of an operator, take it for one of theirs.
    __float__ = _number

    def __hash__(self):
        return hash(number_of(self._v))

    def __round__(self, digits=None):
        return round(number_of(self._v)) if digits is None else self.round(digits)

    def is_integer(self):
        return number_of(self._v) % 1 == 0

    def copy(self):
        return self

    def __getitem__(self, key):
        if key == () or key is Ellipsis:
            return self
        raise IndexError("invalid index to scalar variable.")

    def __setitem__(self, key, value):
        raise TypeError("'%s' object does not support item assignment" % type(self).__name__)

    def __iter__(self):
        raise TypeError("'%s' object is not iterable" % type(self).__name__)

    def __len__(self):
        raise TypeError("object of type '%s' has no len()" % type(self).__name__)


class floating(Scalar):
    """What all scalar types of floats are."""


def _scalar_type(name):
    members = {key: value for key, value in ndarray.__dict__.items() if key[:3] != "__i" or key == "__invert__"}
    members.update(_Scalar.__dict__)
    members["_dtype"] = name
    kinds[name] = type("numpy." + name, (floating,), members)
    return kinds[name]


float64 = _scalar_type("float64")
float32 = _scalar_type("float32")
floats.append(float64)
