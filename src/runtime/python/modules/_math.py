"""Python's `math`, for tensors and arrays of one number too, with some functions that MicroPython leaves out."""
import math as _math

from _builtins import real_isinstance, tensor_float
from _engine_value import EngineValue


def _accepting_tensors(function):
    def call(*args):
        try:
            return function(*args)
        except TypeError:
            if not any([real_isinstance(x, EngineValue) for x in args]):
                raise
            return function(*[tensor_float(x) if real_isinstance(x, EngineValue) else x for x in args])

    return call


for _name in dir(_math):
    _value = getattr(_math, _name)
    if _name[0] != "_":
        globals()[_name] = _accepting_tensors(_value) if callable(_value) else _value


def log1p(x):
    x = tensor_float(x)
    y = 1.0 + x
    # What rounding took from x in 1 + x is put back.
    return log(y) - ((y - 1.0) - x) / y if y > 0 else log(y)


def hypot(*coordinates):
    return sqrt(sum([tensor_float(x) ** 2 for x in coordinates]))


def dist(p, q):
    return hypot(*[a - b for a, b in zip(p, q)])


def prod(iterable, start=1):
    for x in iterable:
        start *= x
    return start


def gcd(*integers):
    found = 0
    for each in integers:
        while each:
            found, each = each, found % each
    return abs(found)


def lcm(*integers):
    found = 1
    for each in integers:
        found = abs(found * each) // gcd(found, each) if each else 0
    return found


def comb(n, k):
    return factorial(n) // (factorial(k) * factorial(n - k)) if 0 <= k <= n else 0


def perm(n, k=None):
    k = n if k is None else k
    return factorial(n) // factorial(n - k) if 0 <= k <= n else 0


def isqrt(n):
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = n
    while root * root > n:
        root = (root + n // root) // 2
    return root


def cbrt(x):
    x = tensor_float(x)
    root = copysign(abs(x) ** (1 / 3), x)
    # One step of Newton's method puts the last digit right.
    return root - (root - x / (root * root)) / 3 if root and isfinite(root) else root


def exp2(x):
    return 2.0 ** tensor_float(x)


def fsum(iterable):
    """The sum without loss of digits: what each addition rounds away is kept."""
    parts = []
    for x in iterable:
        kept = 0
        x = tensor_float(x)
        for y in parts:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                parts[kept] = low
                kept += 1
            x = high
        parts[kept:] = [x]
    return sum(reversed(parts), 0.0)


def remainder(x, y):
    return x - y * round(x / y)


def sumprod(p, q):
    return sum([a * b for a, b in zip(p, q)])


_power = exp


def exp(x):
    if type(x) is not int and tensor_float(x) <= 709.782712893384 or type(x) is int and x <= 709:
        return _power(x)
    if tensor_float(x) == inf or tensor_float(x) != tensor_float(x):
        return tensor_float(x)
    raise OverflowError("math range error")
