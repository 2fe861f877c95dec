"""Functions of the module `numpy`. They take numbers and lists as well as arrays."""
from _builtins import real_float
from _crossing import engine, number, result
from _einsum import einsum as _einsum
from numpy._array import apply, array, asarray, handle_of, ndarray, wrap
from numpy._axes import axes_of, axis_of
from numpy._dtypes import float64, name_of

# Making arrays


def _lengths(shape):
    return (shape,) if type(shape) is int else tuple(shape)


def _filled(value, shape, name):
    if [length for length in _lengths(shape) if length < 0]:
        raise ValueError("negative dimensions are not allowed")
    return ndarray._of(result(engine.full(value, name, *_lengths(shape))))


def zeros(shape, dtype=None):
    return _filled(0, shape, name_of(dtype, "float64"))


def ones(shape, dtype=None):
    return _filled(1, shape, name_of(dtype, "float64"))


def full(shape, fill_value, dtype=None):
    made = _filled(0, shape, name_of(dtype) or asarray(fill_value).dtype.name)
    made[...] = fill_value
    return made


empty = zeros


def zeros_like(a, dtype=None):
    a = asarray(a)
    return _filled(0, a.shape, name_of(dtype, a.dtype.name))


def ones_like(a, dtype=None):
    a = asarray(a)
    return _filled(1, a.shape, name_of(dtype, a.dtype.name))


def full_like(a, fill_value, dtype=None):
    a = asarray(a)
    return full(a.shape, fill_value, name_of(dtype, a.dtype.name))


empty_like = zeros_like


def eye(N, M=None, dtype=None):
    return ndarray._of(result(engine.eye(N, N if M is None else M, name_of(dtype, "float64"))))


def identity(n, dtype=None):
    return eye(n, dtype=dtype)


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    whole = real_float not in [type(each) for each in (start, stop, step)]
    name = name_of(dtype, "int64" if whole else "float64")
    if (stop - start) * step <= 0:
        return zeros(0, dtype=name)
    return ndarray._of(result(engine.arange(number(start), number(stop), number(step), name)))


def linspace(start, stop, num=50, endpoint=True, dtype=None):
    if not endpoint:
        return start + arange(num) * ((stop - start) / num)
    step = (stop - start) / (num - 1) if num > 1 else 0.0
    made = arange(num) * step + start
    if num > 1:
        made[-1] = stop
    return made if dtype is None else made.astype(dtype)


def copy(a):
    return array(a)


def isscalar(element):
    return type(element) in (int, real_float, bool, str)


# Functions of every entry


def _entrywise(name):
    call = getattr(engine, "array_" + name)
    return lambda x: wrap(call(handle_of(x)))


for _name in (
    "exp exp2 expm1 log log2 log10 log1p sqrt cbrt sin cos tan arcsin arccos arctan sinh cosh tanh absolute sign square "
    "reciprocal floor ceil trunc negative logical_not invert isnan isinf isfinite"
).split():
    globals()[_name] = _entrywise(_name)
fabs = absolute
bitwise_not = invert


def round(a, decimals=0):
    return asarray(a).round(decimals) if hasattr(a, "_v") or type(a) is list else wrap(engine.array_round(handle_of(a), decimals))


round_ = around = round


def abs(x):
    return absolute(x)


def nan_to_num(x, nan=0.0):
    largest = 1.7976931348623157e308
    return clip(where(isnan(asarray(x)), nan, x), -largest, largest)


# Functions of pairs of entries


def _pairwise(name):
    call = getattr(engine, "array_" + name)

    def pair(x1, x2):
        if hasattr(x1, "_v"):
            answer = apply(call, x1, x2)
        elif hasattr(x2, "_v"):
            answer = apply(call, x2, x1, True)
        else:
            answer = wrap(call(handle_of(x1), handle_of(x2), False, False))
        if answer is NotImplemented:
            raise TypeError("np.%s of %s isn't part of this course's numpy" % (name, type(x2).__name__))
        return answer

    return pair


for _name in (
    "add subtract multiply divide power floor_divide remainder maximum minimum arctan2 equal not_equal less less_equal "
    "greater greater_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor"
).split():
    globals()[_name] = _pairwise(_name)
true_divide = divide
mod = remainder


def hypot(x1, x2):
    return sqrt(square(asarray(x1)) + square(asarray(x2)))


def where(condition, x=None, y=None):
    if x is None:
        return asarray(condition).nonzero()
    x, y = _beside(x, y)
    return wrap(engine.array_where(handle_of(condition, "bool"), x, y))


def _beside(x, y):
    """Two handles; a number beside an array does not raise its dtype, unless it is a float beside integers."""
    if hasattr(x, "_v") and not hasattr(y, "_v") and x.dtype.kind == "f":
        return x._v, handle_of(y, x.dtype.name)
    if hasattr(y, "_v") and not hasattr(x, "_v") and y.dtype.kind == "f":
        return handle_of(x, y.dtype.name), y._v
    return handle_of(x), handle_of(y)


def clip(a, a_min, a_max):
    return maximum(a, a_min) if a_max is None else minimum(a if a_min is None else maximum(a, a_min), a_max)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a, float64), asarray(b, float64)
    close = less_equal(absolute(a - b), atol + rtol * absolute(b))
    close = logical_or(logical_and(close, isfinite(b)), equal(a, b))
    return logical_or(close, logical_and(isnan(a), isnan(b))) if equal_nan else close


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    return a1.shape == a2.shape and bool(all(equal(a1, a2)))


# Reduction


def _from_method(name):
    method = getattr(ndarray, name)
    return lambda a, *args, **options: method(asarray(a), *args, **options)


for _name in (
    "sum mean prod all any var std max min argmax argmin cumsum cumprod argsort dot trace reshape ravel swapaxes squeeze "
    "repeat nonzero"
).split():
    globals()[_name] = _from_method(_name)
amax = max
amin = min


def ptp(a, axis=None):
    return max(a, axis) - min(a, axis)


def count_nonzero(a, axis=None):
    return not_equal(asarray(a), 0).sum(axis)


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a, axis)
    weights = asarray(weights)
    return (asarray(a) * weights).sum(axis) / weights.sum(axis)


def median(a, axis=None):
    x = sort(ravel(a) if axis is None else moveaxis(asarray(a), axis, 0), 0)
    middle = len(x) // 2
    return x[middle] if len(x) % 2 else (x[middle - 1] + x[middle]) / 2


def sort(a, axis=-1):
    made = array(a)
    if axis is None:
        made, axis = made.ravel(), -1
    made.sort(axis)
    return made


def diff(a, n=1, axis=-1):
    x = moveaxis(asarray(a), axis, 0)
    for _ in range(n):
        x = x[1:] - x[:-1]
    return moveaxis(x, 0, axis)


def unique(ar):
    x = sort(ar, None)
    return x if len(x) == 0 else x[[True] + not_equal(x[1:], x[:-1]).tolist()]


# Linear algebra


def matmul(x1, x2):
    return wrap(engine.array_matmul(handle_of(x1), handle_of(x2)))


def vdot(a, b):
    return dot(ravel(a), ravel(b))


def inner(a, b):
    a, b = asarray(a), asarray(b)
    return a * b if a.ndim == 0 or b.ndim == 0 else tensordot(a, b, ([-1], [-1]))


def outer(a, b):
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if type(axes) is int:
        return wrap(engine.array_tensordot(a._v, b._v, axes))
    left, right = axes
    return wrap(engine.array_tensordot(a._v, b._v, *axes_of(left, a.ndim), *axes_of(right, b.ndim)))


def einsum(subscripts, *operands):
    operands = [asarray(each) for each in operands]
    return _einsum(subscripts, operands, lambda x, axes: x.transpose(axes), "numpy", lambda x: x)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 2:
        rows, columns = v.shape
        places = [i for i in range(rows) if 0 <= i + k < columns]
        return v[places, [i + k for i in places]]
    if v.ndim != 1:
        raise ValueError("Input must be 1- or 2-d.")
    made = zeros((len(v) + _size(k), len(v) + _size(k)), v.dtype)
    places = list(range(len(v)))
    made[[i + (-k if k < 0 else 0) for i in places], [i + (k if k > 0 else 0) for i in places]] = v
    return made


def _size(k):
    return -k if k < 0 else k


diagonal = diag


def _triangle(m, keep):
    m = asarray(m)
    rows, columns = m.shape[-2:]
    return where(array([[keep(i, j) for j in range(columns)] for i in range(rows)]), m, zeros_like(m))


def tril(m, k=0):
    return _triangle(m, lambda i, j: j - i <= k)


def triu(m, k=0):
    return _triangle(m, lambda i, j: j - i >= k)


# Shape


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
    source, destination = axis_of(source, a.ndim), axis_of(destination, a.ndim)
    order = [axis for axis in range(a.ndim) if axis != source]
    order.insert(destination, source)
    return a.transpose(order)


def expand_dims(a, axis):
    a = asarray(a)
    return ndarray._of(result(engine.array_expand_dims(a._v, axis_of(axis, a.ndim + 1))))


def broadcast_to(array, shape):
    return ndarray._of(result(engine.array_broadcast_to(handle_of(array), *_lengths(shape))))


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


def split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    length = ary.shape[axis]
    cuts = indices_or_sections
    if type(cuts) is int:
        if length % cuts:
            raise ValueError("array split does not result in an equal division")
        cuts = list(range(length // cuts, length, length // cuts))
    cuts = [0] + list(cuts) + [length]
    first = moveaxis(ary, axis, 0)
    return [moveaxis(first[start:stop], 0, axis) for start, stop in zip(cuts, cuts[1:])]


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
    reps = _lengths(reps)
    A = A.reshape((1,) * (len(reps) - A.ndim) + A.shape)
    for axis, count in enumerate((1,) * (A.ndim - len(reps)) + reps):
        A = concatenate([A] * count, axis)
    return A


def meshgrid(*xi, indexing="xy"):
    arrays = [asarray(each).ravel() for each in xi]
    lengths = [len(each) for each in arrays]
    grids = []
    for axis, each in enumerate(arrays):
        shape = [1] * len(lengths)
        shape[axis] = lengths[axis]
        grids.append(broadcast_to(each.reshape(shape), lengths))
    return [grid.swapaxes(0, 1) for grid in grids] if indexing == "xy" and len(grids) > 1 else grids


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None):
    for name, value in (
        ("precision", precision),
        ("threshold", threshold),
        ("edgeitems", edgeitems),
        ("linewidth", linewidth),
        ("suppress", suppress),
    ):
        if value is not None:
            engine.set_print_option(name, value)
