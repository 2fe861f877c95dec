"""Joining arrays, splitting them, and copies with entries added or removed."""
from _ffi import engine
from numpy._array import asarray, wrap
from numpy._axes import axis_of
from numpy._creation import full, lengths_of, zeros
from numpy._indexing import take
from numpy._reshaping import atleast_1d, atleast_2d, atleast_3d, broadcast_to, expand_dims, moveaxis


def concatenate(arrays, axis=0):
    """One array after the other along an axis, flattened for None. Raises ValueError for none, for numbers, for misfits."""
    arrays = [asarray(each) for each in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [each.ravel() for each in arrays], 0
    if arrays[0].ndim:
        axis = axis_of(axis, arrays[0].ndim)
    return wrap(engine.array_concatenate(axis, *[each._v for each in arrays]))


def stack(arrays, axis=0):
    """The arrays along a new axis at this place: (n, m) twice → (2, n, m). Raises ValueError unless all shapes are equal."""
    arrays = [asarray(each) for each in arrays]
    for each in arrays:
        if each.shape != arrays[0].shape:
            raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(each, axis) for each in arrays], axis)


def vstack(arrays):
    """The arrays below each other, a vector as a row: (n,), (k, n) → (1 + k, n)."""
    return concatenate([atleast_2d(each) for each in arrays], 0)


def hstack(arrays):
    """The arrays side by side along axis 1, or along axis 0 if the first is a vector: (n, k), (n, m) → (n, k + m)."""
    arrays = [atleast_1d(each) for each in arrays]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def column_stack(arrays):
    """The arrays side by side, a vector as a column: (n,), (n, k) → (n, 1 + k)."""
    arrays = [asarray(each) for each in arrays]
    return concatenate([each.reshape(-1, 1) if each.ndim < 2 else each for each in arrays], 1)


def dstack(arrays):
    """The arrays along axis 2: (n, m) twice → (n, m, 2), (n,) twice → (1, n, 2)."""
    return concatenate([atleast_3d(each) for each in arrays], 2)


def block(arrays):
    """Arrays side by side, from lists of lists as they would stand on paper."""
    depth, inner = 0, arrays
    while type(inner) is list:
        depth, inner = depth + 1, inner[0]
    return _blocks(arrays, depth, depth)


def _blocks(arrays, depth, dims):
    if depth == 0:
        x = asarray(arrays)
        return x.reshape((1,) * (dims - x.ndim) + x.shape)
    return concatenate([_blocks(each, depth - 1, dims) for each in arrays], -depth)


def tile(A, reps):
    """A copy with the array so many times along each axis: (n,) → (2, 3·n) for (2, 3). Raises ValueError for 0 times."""
    A = asarray(A)
    reps = lengths_of(reps)
    A = A.reshape((1,) * (len(reps) - A.ndim) + A.shape)
    for axis, count in enumerate((1,) * (A.ndim - len(reps)) + reps):
        A = concatenate([A] * count, axis)
    return A


def append(arr, values, axis=None):
    """A copy of arr with the values after it along the axis, where both have as many axes; both flattened for None."""
    return concatenate([arr, values], axis)


def array_split(ary, indices_or_sections, axis=0):
    """Views in a list: n parts along the axis, the first ones longer by 1 if need be, or the parts between these places."""
    ary = asarray(ary)
    length = ary.shape[axis]
    cuts = indices_or_sections
    if type(cuts) is int:
        size, longer = length // cuts, length % cuts
        cuts = [i * size + min(i, longer) for i in range(1, cuts)]
    cuts = [0] + list(cuts) + [length]
    first = moveaxis(ary, axis, 0)
    return [moveaxis(first[start:stop], 0, axis) for start, stop in zip(cuts, cuts[1:])]


def split(ary, indices_or_sections, axis=0):
    """Views in a list: n equal parts along the axis, or the parts between these places. Raises ValueError if n can't be equal."""
    if type(indices_or_sections) is int and asarray(ary).shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def vsplit(ary, indices_or_sections):
    """`split` along axis 0."""
    return split(ary, indices_or_sections, 0)


def hsplit(ary, indices_or_sections):
    """`split` along axis 1, or along axis 0 of a vector."""
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def delete(arr, obj, axis=None):
    """A copy without what is at these places, an int or a list, along the axis; flattened for None. Wraps where NumPy raises."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    length = arr.shape[axis]
    gone = [obj] if type(obj) is int else asarray(obj).tolist()
    gone = [place % length for place in gone]
    return take(arr, asarray([place for place in range(length) if place not in gone], int), axis)


def insert(arr, obj, values, axis=None):
    """A copy with the values before the place `obj`, an int, along the axis, in arr's dtype; flattened for None."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    x = moveaxis(arr, axis, 0)
    values = asarray(values, arr.dtype)
    between = broadcast_to(values, (max(values.shape[0] if values.ndim == x.ndim else 1, 1),) + x.shape[1:]) if x.ndim > 1 else atleast_1d(values)
    return moveaxis(concatenate([x[:obj], between, x[obj:]]), 0, axis)


def pad(array, pad_width, mode="constant", constant_values=0):
    """With n more at each end, (n, m), or a pair per axis. Raises ValueError for modes but constant, edge, reflect and wrap."""
    x = asarray(array)
    widths = asarray(pad_width)
    widths = (widths.reshape(-1, 1) if widths.ndim == 1 and len(widths) == 1 else widths) + zeros((x.ndim, 2), int)
    for axis, (before, after) in enumerate(widths.tolist()):
        x = moveaxis(x, axis, 0)
        if mode == "constant":
            before, after = [full((count,) + x.shape[1:], constant_values, x.dtype) for count in (before, after)]
            x = concatenate([before, x, after])
        elif mode in _continued:
            x = x[[_continued[mode](i, len(x)) for i in range(-before, len(x) + after)]]
        else:
            raise ValueError("mode '%s' isn't part of this course's numpy" % mode)
        x = moveaxis(x, 0, axis)
    return x


def _mirrored(i, length):
    period = max(2 * length - 2, 1)
    return min(i % period, period - i % period)


# Which of so many entries stands at place i, where i may lie outside.
_continued = {"edge": lambda i, length: min(max(i, 0), length - 1), "wrap": lambda i, length: i % length, "reflect": _mirrored}


class _Joined:
    """`np.c_[a, b]` and `np.r_[a, b]`: joining by brackets."""

    def __init__(self, join):
        self._join = join

    def __getitem__(self, parts):
        return self._join([atleast_1d(each) for each in (parts if type(parts) is tuple else (parts,))])


c_ = _Joined(column_stack)
r_ = _Joined(concatenate)
