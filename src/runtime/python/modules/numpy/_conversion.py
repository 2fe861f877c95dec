"""Arrays as Python's own numbers and lists, and as arrays of another dtype."""
from _builtins import real_float
from _engine_value import extend
from _ffi import engine, lists_of, number_of
from numpy._array import ndarray
from numpy._dtypes import name_of


@extend(ndarray)
class _Conversion:
    def astype(self, dtype):
        """A copy in this dtype. To int64 it drops what is behind the point."""
        return ndarray._of(engine.copy(self._v, name_of(dtype)))

    def copy(self):
        return ndarray._of(engine.copy(self._v, engine.dtype(self._v)))

    def item(self, *place):
        """The only entry as Python's number; raises ValueError if there isn't one. With indices x[…], with one of x.ravel()."""
        if place:
            return self.ravel()[place[0]] if len(place) == 1 else self[place]
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return number_of(self._v)

    def tolist(self):
        """Nested lists of Python's numbers; one number if there are no axes."""
        return lists_of(self._v)

    def __bool__(self):
        if self.size > 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        return self.size == 1 and bool(number_of(self._v))

    def _only(self):
        if self.size != 1:
            raise TypeError("only size-1 arrays can be converted to Python scalars")
        return number_of(self._v)

    __int__ = lambda self: int(self._only())
    _as_float = lambda self: real_float(self._only())
