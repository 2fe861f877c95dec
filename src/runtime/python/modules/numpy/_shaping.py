"""Changing the shape of arrays, joining and splitting them."""
from _ffi import engine, result
from numpy._array import asarray, handle_of, ndarray, wrap
from numpy._axes import axes_of, axis_of
from numpy._creation import full, lengths_of, zeros


def _from_method(name):
    method = getattr(ndarray, name)
    return lambda a, *args, **options: method(asarray(a), *args, **options)


for _name in "reshape ravel swapaxes squeeze repeat".split():
    globals()[_name] = _from_method(_name)


def ndim(a):
    return asarray(a).ndim


def shape(a):
    return asarray(a).shape


def size(a, axis=None):
    a = asarray(a)
    return a.size if axis is None else a.shape[axis]


def transpose(a, axes=None):
    return asarray(a).transpose(axes)


def moveaxis(a, source, destination):
    a = asarray(a)
    sources, destinations = axes_of(source, a.ndim), axes_of(destination, a.ndim)
    order = [axis for axis in range(a.ndim) if axis not in sources]
    for place, axis in sorted(zip(destinations, sources)):
        order.insert(place, axis)
    return a.transpose(order)


def rollaxis(a, axis, start=0):
    axis = axis_of(axis, asarray(a).ndim)
    return moveaxis(a, axis, start - 1 if axis < start else start)


def expand_dims(a, axis):
    a = asarray(a)
    count = 1 if type(axis) is int else len(axis)
    for each in sorted(axes_of(axis, a.ndim + count)):
        a = ndarray._of(result(engine.array_expand_dims(a._v, each)))
    return a


def broadcast_to(array, shape):
    return ndarray._of(result(engine.array_broadcast_to(handle_of(array), *lengths_of(shape))))


def atleast_1d(a):
    a = asarray(a)
    return a if a.ndim else a.reshape(1)


def atleast_2d(a):
    a = asarray(a)
    return a if a.ndim > 1 else a.reshape(1, -1)


def concatenate(arrays, axis=0):
    arrays = [asarray(each) for each in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [each.ravel() for each in arrays], 0
    if arrays[0].ndim:
        axis = axis_of(axis, arrays[0].ndim)
    return wrap(engine.array_concatenate(axis, *[each._v for each in arrays]))


def stack(arrays, axis=0):
    arrays = [asarray(each) for each in arrays]
    for each in arrays:
        if each.shape != arrays[0].shape:
            raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(each, axis) for each in arrays], axis)


def vstack(arrays):
    return concatenate([atleast_2d(each) for each in arrays], 0)


def hstack(arrays):
    arrays = [atleast_1d(each) for each in arrays]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def column_stack(arrays):
    arrays = [asarray(each) for each in arrays]
    return concatenate([each.reshape(-1, 1) if each.ndim < 2 else each for each in arrays], 1)


def append(arr, values, axis=None):
    return concatenate([arr, values], axis)


def flip(m, axis=None):
    m = asarray(m)
    return ndarray._of(result(engine.array_flip(m._v, *(axes_of(axis, m.ndim) or range(m.ndim)))))


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    x = moveaxis(a, axis, 0)
    count = len(x)
    return moveaxis(x[[(i - shift) % count for i in range(count)]], 0, axis)


def tile(A, reps):
    A = asarray(A)
    reps = lengths_of(reps)
    A = A.reshape((1,) * (len(reps) - A.ndim) + A.shape)
    for axis, count in enumerate((1,) * (A.ndim - len(reps)) + reps):
        A = concatenate([A] * count, axis)
    return A


def fliplr(m):
    return flip(m, 1)


def flipud(m):
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    for _ in range(k % 4):
        m = flip(m, axes[1]).swapaxes(*axes)
    return m


def atleast_3d(a):
    a = asarray(a)
    return a.reshape(1, -1, 1) if a.ndim < 2 else a.reshape(a.shape + (1,)) if a.ndim == 2 else a


def dstack(arrays):
    return concatenate([atleast_3d(each) for each in arrays], 2)


row_stack = vstack


def block(arrays):
    """Arrays side by side, from lists of lists as they would stand on paper."""
    return _blocks(arrays, _depth(arrays), _depth(arrays))


def _depth(arrays):
    return 1 + _depth(arrays[0]) if type(arrays) is list else 0


def _blocks(arrays, depth, dims):
    if depth == 0:
        x = asarray(arrays)
        return x.reshape((1,) * (dims - x.ndim) + x.shape)
    return concatenate([_blocks(each, depth - 1, dims) for each in arrays], -depth)


def array_split(ary, indices_or_sections, axis=0):
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
    if type(indices_or_sections) is int and asarray(ary).shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def take(a, indices, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    places = indices if type(indices) is int else asarray(indices)
    axis = axis_of(axis, a.ndim)
    found = asarray(moveaxis(a, axis, 0)[places])
    added = found.ndim - a.ndim + 1
    return moveaxis(found, range(added), range(axis, axis + added)) if found.ndim else found.item()


def delete(arr, obj, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    length = arr.shape[axis]
    gone = [obj] if type(obj) is int else asarray(obj).tolist()
    gone = [place % length for place in gone]
    return take(arr, asarray([place for place in range(length) if place not in gone], int), axis)


def insert(arr, obj, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    x = moveaxis(arr, axis, 0)
    values = asarray(values, arr.dtype)
    between = broadcast_to(values, (max(values.shape[0] if values.ndim == x.ndim else 1, 1),) + x.shape[1:]) if x.ndim > 1 else atleast_1d(values)
    return moveaxis(concatenate([x[:obj], between, x[obj:]]), 0, axis)


def pad(array, pad_width, mode="constant", constant_values=0):
    x = asarray(array)
    widths = asarray(pad_width)
    widths = (widths.reshape(-1, 1) if widths.ndim == 1 and len(widths) == 1 else widths) + zeros((x.ndim, 2), int)
    for axis, (before, after) in enumerate(widths.tolist()):
        x = moveaxis(x, axis, 0)
        if mode == "constant":
            before = full((before,) + x.shape[1:], constant_values, x.dtype)
            after = full((after,) + x.shape[1:], constant_values, x.dtype)
            x = concatenate([before, x, after])
        else:
            length = len(x)
            places = range(-before, length + after)
            if mode == "edge":
                places = [min(max(i, 0), length - 1) for i in places]
            elif mode == "wrap":
                places = [i % length for i in places]
            elif mode == "reflect":
                period = max(2 * length - 2, 1)
                places = [min(i % period, period - i % period) for i in places]
            else:
                raise ValueError("mode '%s' isn't part of this course's numpy" % mode)
            x = x[places]
        x = moveaxis(x, 0, axis)
    return x


def broadcast_shapes(*shapes):
    found = zeros(())
    for shape in shapes:
        found = asarray(found + zeros(lengths_of(shape)))
    return found.shape


def broadcast_arrays(*args):
    arrays = [asarray(each) for each in args]
    shape = broadcast_shapes(*[each.shape for each in arrays])
    return [broadcast_to(each, shape) for each in arrays]


class _Joined:
    """`np.c_[a, b]` and `np.r_[a, b]`: joining by brackets."""

    def __init__(self, join):
        self._join = join

    def __getitem__(self, parts):
        return self._join([atleast_1d(each) for each in (parts if type(parts) is tuple else (parts,))])


c_ = _Joined(column_stack)
r_ = _Joined(concatenate)


class _Index:
    """`np.s_[1:3]` is what stands between the brackets."""

    def __getitem__(self, key):
        return key


s_ = _Index()
