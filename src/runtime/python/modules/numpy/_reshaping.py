"""The same entries in another shape or order."""
from _engine_value import extend
from _ffi import engine, result
from numpy._array import asarray, handle_of, ndarray
from numpy._axes import axes_of, axis_beside_numbers, axis_of
from numpy._creation import lengths_of, zeros


@extend(ndarray)
class _Reshaping:
    def reshape(self, *shape, order="C"):
        """A view in this shape, where one length may be -1, for what is left. Raises ValueError for another number of entries."""
        if len(shape) == 1 and type(shape[0]) is not int:
            shape = shape[0]
        if order == "F":
            return self.transpose().reshape(*reversed(shape)).transpose()
        return ndarray._of(result(engine.array_reshape(self._v, *shape)))

    def ravel(self, order="C"):
        """A view as a vector, row by row, or column by column for "F"."""
        return self.reshape(-1, order=order)

    def flatten(self, order="C"):
        """A copy as a vector, row by row, or column by column for "F"."""
        return self.reshape(-1, order=order).copy()

    flat = property(ravel)

    def transpose(self, *axes):
        """A view with the axes in reverse, or in this order. Raises ValueError unless that names each of them."""
        if len(axes) == 1 and type(axes[0]) is not int:
            axes = axes[0] or ()
        if axes and len(axes) != self.ndim:
            raise ValueError("axes don't match array")
        return ndarray._of(result(engine.array_transpose(self._v, *axes)))

    T = property(transpose)

    def swapaxes(self, axis1, axis2):
        """A view with these two axes in each other's place."""
        order = list(range(self.ndim))
        first, second = axis_of(axis1, self.ndim), axis_of(axis2, self.ndim)
        order[first], order[second] = second, first
        return self.transpose(*order)

    def squeeze(self, axis=None):
        """A view without the axes of length 1, or only without these. Raises ValueError if one of these is longer."""
        if type(axis) is tuple:
            x = self
            for each in sorted(axes_of(axis, self.ndim), reverse=True):
                x = x.squeeze(each)
            return x
        return ndarray._of(result(engine.array_squeeze(self._v, axis_beside_numbers(axis, self))))

    def repeat(self, repeats, axis=None):
        """A copy with each entry so many times, one number or one for each, along the axis; flattened for None."""
        x = self.ravel() if axis is None else self
        axis = axis_of(axis or 0, x.ndim)
        counts = [repeats] * x.shape[axis] if type(repeats) is int else asarray(repeats).tolist()
        places = []
        for place, count in enumerate(counts):
            places += [place] * count
        return x.swapaxes(0, axis)[places].swapaxes(0, axis)


def transpose(a, axes=None):
    """A view with the axes in reverse, or in this order. Raises ValueError unless that names each of them."""
    return asarray(a).transpose(axes)


def moveaxis(a, source, destination):
    """A view with an axis, or several, at another place: (2, 3, 4) → (3, 4, 2) for 0 to -1."""
    a = asarray(a)
    sources, destinations = axes_of(source, a.ndim), axes_of(destination, a.ndim)
    order = [axis for axis in range(a.ndim) if axis not in sources]
    for place, axis in sorted(zip(destinations, sources)):
        order.insert(place, axis)
    return a.transpose(order)


def rollaxis(a, axis, start=0):
    """A view with the axis in front of that at `start`, which counts from the front: (2, 3, 4) → (4, 2, 3) for axis 2."""
    axis = axis_of(axis, asarray(a).ndim)
    return moveaxis(a, axis, start - 1 if axis < start else start)


def expand_dims(a, axis):
    """A view with axes of length 1 at these places in the result: (n,) → (n, 1) for 1."""
    a = asarray(a)
    count = 1 if type(axis) is int else len(axis)
    for each in sorted(axes_of(axis, a.ndim + count)):
        a = ndarray._of(result(engine.array_expand_dims(a._v, each)))
    return a


def atleast_1d(a):
    """The array, or (1,) for a number. Takes one, where NumPy takes several."""
    a = asarray(a)
    return a if a.ndim else a.reshape(1)


def atleast_2d(a):
    """The array, or (1, n) for a vector and (1, 1) for a number. Takes one, where NumPy takes several."""
    a = asarray(a)
    return a if a.ndim > 1 else a.reshape(1, -1)


def atleast_3d(a):
    """The array, or (n, m, 1) for a matrix, (1, n, 1) for a vector and (1, 1, 1) for a number. Takes one array."""
    a = asarray(a)
    return a.reshape(1, -1, 1) if a.ndim < 2 else a.reshape(a.shape + (1,)) if a.ndim == 2 else a


def flip(m, axis=None):
    """A view with one axis reversed, several, or all for None; unlike NumPy's, all for () too."""
    m = asarray(m)
    return ndarray._of(result(engine.array_flip(m._v, *(axes_of(axis, m.ndim) or range(m.ndim)))))


def fliplr(m):
    """A view with axis 1 reversed."""
    return flip(m, 1)


def flipud(m):
    """A view with axis 0 reversed."""
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    """A view turned k times by 90° counter-clockwise, in the plane of the two axes."""
    m = asarray(m)
    for _ in range(k % 4):
        m = flip(m, axes[1]).swapaxes(*axes)
    return m


def roll(a, shift, axis=None):
    """A copy with entry i of n at (i + shift) mod n along one axis; for None in the flattened array, put back into its shape."""
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    x = moveaxis(a, axis, 0)
    count = len(x)
    return moveaxis(x[[(i - shift) % count for i in range(count)]], 0, axis)


def broadcast_to(array, shape):
    """A view of this shape. Unlike NumPy's it may be written to. Raises ValueError if the array doesn't fit."""
    return ndarray._of(result(engine.array_broadcast_to(handle_of(array), *lengths_of(shape))))


def broadcast_shapes(*shapes):
    """The shape of an operation on arrays of these: (2, 1), (3,) → (2, 3). Raises ValueError if they don't fit."""
    found = zeros(())
    for shape in shapes:
        found = asarray(found + zeros(lengths_of(shape)))
    return found.shape


def broadcast_arrays(*args):
    """A list of views of one shape; unlike NumPy's they may be written to. Raises ValueError if they don't fit."""
    arrays = [asarray(each) for each in args]
    shape = broadcast_shapes(*[each.shape for each in arrays])
    return [broadcast_to(each, shape) for each in arrays]
