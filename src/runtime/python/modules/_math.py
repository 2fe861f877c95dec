"""Python's `math`, for tensors and arrays of one number too, with some functions that MicroPython leaves out."""
import math as _math

from _builtins import tensor_float


def _accepting_tensors(function):
    def call(*args):
        try:
            return function(*args)
        except TypeError:
            if not any([hasattr(x, "_as_float") for x in args]):
                raise
            return function(*[tensor_float(x) if hasattr(x, "_as_float") else x for x in args])

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


def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


def comb(n, k):
    return factorial(n) // (factorial(k) * factorial(n - k)) if 0 <= k <= n else 0
