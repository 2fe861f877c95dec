"""What is known of an array besides its entries."""
from _engine_value import extend
from _ffi import engine
from numpy._array import asarray, ndarray
from numpy._dtypes import dtype


@extend(ndarray)
class _Attributes:
    shape = property(lambda self: tuple(engine.shape(self._v)))
    ndim = property(lambda self: engine.dim(self._v))
    size = property(lambda self: engine.numel(self._v))
    dtype = property(lambda self: dtype(engine.dtype(self._v)))
    itemsize = property(lambda self: self.dtype.itemsize)
    nbytes = property(lambda self: self.size * self.itemsize)

    def __len__(self):
        if self.ndim == 0:
            raise TypeError("len() of unsized object")
        return self.shape[0]


def ndim(a):
    """How many axes there are: 0 for a number."""
    return asarray(a).ndim


def shape(a):
    """The lengths of the axes, a tuple: () for a number."""
    return asarray(a).shape


def size(a, axis=None):
    """How many entries there are, or how long an axis is. Raises IndexError for an axis that isn't there."""
    a = asarray(a)
    return a.size if axis is None else a.shape[axis]
