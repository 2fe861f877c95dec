"""Making arrays."""
from _builtins import real_float
from _ffi import engine, number, result
from _engine_value import Scalar
from numpy._array import array, asarray, filled, ndarray
from numpy._dtypes import name_of
from numpy._ufuncs import equal, floor, greater_equal, log10, power

_nan = float("nan")


def lengths_of(shape):
    """A shape as a tuple, however it is written."""
    return (shape,) if type(shape) is int else tuple(shape)


def _filled(value, shape, name):
    if [length for length in lengths_of(shape) if length < 0]:
        raise ValueError("negative dimensions are not allowed")
    return filled(value, name, *lengths_of(shape))


def zeros(shape, dtype=None):
    """Zeros in this shape, a number or a tuple, float64 unless `dtype` is given. Raises ValueError for a negative length."""
    return _filled(0, shape, name_of(dtype, "float64"))


def ones(shape, dtype=None):
    """Ones in this shape, a number or a tuple, float64 unless `dtype` is given. Raises ValueError for a negative length."""
    return _filled(1, shape, name_of(dtype, "float64"))


def full(shape, fill_value, dtype=None):
    """The value broadcast to this shape, in its own dtype unless `dtype` is given. Raises ValueError for a negative length."""
    made = _filled(0, shape, name_of(dtype) or asarray(fill_value).dtype.name)
    made[...] = fill_value
    return made


def zeros_like(a, dtype=None):
    """Zeros in a's shape, and in a's dtype unless `dtype` is given."""
    a = asarray(a)
    return _filled(0, a.shape, name_of(dtype, a.dtype.name))


def ones_like(a, dtype=None):
    """Ones in a's shape, and in a's dtype unless `dtype` is given."""
    a = asarray(a)
    return _filled(1, a.shape, name_of(dtype, a.dtype.name))


def full_like(a, fill_value, dtype=None):
    """The value broadcast to a's shape, in a's dtype unless `dtype` is given: 0.5 in an array of integers becomes 0."""
    a = asarray(a)
    return full(a.shape, fill_value, name_of(dtype, a.dtype.name))


def eye(N, M=None, k=0, dtype=None):
    """(N, M), or (N, N) without M: 1 where column − row = k, 0 elsewhere; float64 unless `dtype` is given."""
    M = N if M is None else M
    if k == 0:
        return ndarray._of(result(engine.eye(N, M, name_of(dtype, "float64"))))
    return equal(arange(N).reshape(-1, 1) + k, arange(M)).astype(dtype or float)


def identity(n, dtype=None):
    """(n, n): 1 on the diagonal, 0 elsewhere; float64 unless `dtype` is given."""
    return eye(n, dtype=dtype)


def arange(start, stop=None, step=1, dtype=None):
    """start, start + step, … short of stop: int64 unless one of these is a Python float. A step of 0 gives none; NumPy raises."""
    if stop is None:
        start, stop = 0, start
    whole = real_float not in [type(each) for each in (start, stop, step)]
    name = name_of(dtype, "int64" if whole else "float64")
    if (stop - start) * step <= 0:
        return zeros(0, dtype=name)
    return ndarray._of(result(engine.arange(number(start), number(stop), number(step), name)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """(num,) in equal steps from start to stop, or (num, …) for arrays of those; int64 rounds down, and `axis` is ignored."""
    start = start if isscalar(start) else asarray(start, float)
    stop = stop if isscalar(stop) else asarray(stop, float)
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else _nan
    ndims = asarray(stop - start).ndim
    places = arange(num, dtype=float).reshape((-1,) + (1,) * ndims)
    made = (places * step if parts > 0 else places * (stop - start)) + start
    if endpoint and num > 1:
        made[-1] = stop
    if dtype is not None:
        made = (made if name_of(dtype) != "int64" else floor(made)).astype(dtype)
    return (made, step) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    """`base` to the power of what `linspace` gives: (num,) from base**start to base**stop."""
    made = power(base, linspace(start, stop, num, endpoint))
    return made if dtype is None else made.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True):
    """(num,) in equal ratios from start to stop, which are met exactly and must be positive, unlike NumPy's."""
    made = logspace(log10(start), log10(stop), num, endpoint)
    if num > 0:
        made[0] = start
    if num > 1 and endpoint:
        made[-1] = stop
    return made


def tri(N, M=None, k=0, dtype=float):
    """(N, M), or (N, N) without M: 1 where column − row ≤ k, 0 elsewhere."""
    return greater_equal(arange(N).reshape(-1, 1) + k, arange(N if M is None else M)).astype(dtype)


def copy(a):
    """A new array of the same entries, which shares none with a."""
    return array(a)


def isscalar(element):
    """True for an int, float, bool, str or scalar of NumPy's; False for an array without axes, and here for a complex number."""
    return isinstance(element, (int, float, bool, str, Scalar))
