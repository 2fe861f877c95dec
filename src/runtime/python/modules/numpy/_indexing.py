"""What stands between the brackets of `x[…]`, and entries taken from places that an index names."""
from _builtins import key as s_
from _engine_value import extend
from _ffi import engine, result
from _indexing import words_of
from numpy._array import asarray, handle_of, method, ndarray, operand, wrap
from numpy._axes import axis_of
from numpy._reshaping import moveaxis


def _bound(bound):
    return None if bound is None else int(bound)


def _places(part):
    handle = handle_of(part, "int64" if part == [] else None) if type(part) is list else part._v
    if engine.dtype(handle) not in ("int64", "bool"):
        raise IndexError("arrays used as indices must be of integer (or boolean) type")
    return ("places", handle)


def _refuse(kind):
    raise IndexError(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
    )


@extend(ndarray)
class _Indexing:
    def __getitem__(self, key):
        return wrap(engine.array_index(self._v, False, *words_of(key, _bound, _places, _refuse)))

    def __setitem__(self, key, value):
        part = result(engine.array_index(self._v, True, *words_of(key, _bound, _places, _refuse)))
        result(engine.array_fill(part, operand(value)[0]))

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return iter([self[i] for i in range(len(self))])

    def fill(self, value):
        """Sets all entries, in place."""
        self[...] = value


@method
def take(a, indices, axis=None):
    """Entries at these indices, whose shape replaces the axis, flattened for None. Raises IndexError for one out of bounds."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    places = indices if type(indices) is int else asarray(indices)
    axis = axis_of(axis, a.ndim)
    found = asarray(moveaxis(a, axis, 0)[places])
    added = found.ndim - a.ndim + 1
    return moveaxis(found, range(added), range(axis, axis + added)) if found.ndim else found.item()


def take_along_axis(arr, indices, axis):
    """Entry [i, j] is arr[i, indices[i, j]] for axis 1, and so on, in the shape of `indices`, none of which may be negative."""
    arr, indices = asarray(arr), asarray(indices)
    return wrap(engine.array_take_along(arr._v, indices._v, axis_of(axis, arr.ndim)))


def compress(condition, a, axis=None):
    """What is at the places along the axis where the vector `condition` is true; of the flattened array for None."""
    return take(a, asarray(condition).nonzero()[0], axis)


ndarray.compress = lambda self, condition, axis=None: compress(condition, self, axis)


def extract(condition, arr):
    """Entries where the condition, of arr's shape, is true, in the order of the flattened array: (k,)."""
    return asarray(arr)[asarray(condition, bool)]
