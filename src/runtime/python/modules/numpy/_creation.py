"""Making arrays."""
from _builtins import real_float
from _ffi import engine, number, result
from _held import Scalar
from numpy._array import array, asarray, ndarray
from numpy._dtypes import name_of
from numpy._ufuncs import equal, floor, greater_equal, log10, power

_nan = float("nan")


def lengths_of(shape):
    """A shape as a tuple, however it is written."""
    return (shape,) if type(shape) is int else tuple(shape)


def _filled(value, shape, name):
    if [length for length in lengths_of(shape) if length < 0]:
        raise ValueError("negative dimensions are not allowed")
    return ndarray._of(result(engine.full(value, name, *lengths_of(shape))))


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


def eye(N, M=None, k=0, dtype=None):
    M = N if M is None else M
    if k == 0:
        return ndarray._of(result(engine.eye(N, M, name_of(dtype, "float64"))))
    return equal(arange(N).reshape(-1, 1) + k, arange(M)).astype(dtype or float)


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


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
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
    made = power(base, linspace(start, stop, num, endpoint))
    return made if dtype is None else made.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True):
    made = logspace(log10(start), log10(stop), num, endpoint)
    if num > 0:
        made[0] = start
    if num > 1 and endpoint:
        made[-1] = stop
    return made


def tri(N, M=None, k=0, dtype=float):
    return greater_equal(arange(N).reshape(-1, 1) + k, arange(N if M is None else M)).astype(dtype)


def copy(a):
    return array(a)


def isscalar(element):
    return isinstance(element, (int, float, bool, str, Scalar))
