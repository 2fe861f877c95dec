"""The part of NumPy that this course uses, on the course's own engine."""
import _numpy_names as _names
from _public_names import names_in as _names_in
from numpy import _attributes, _calculus, _conversion, _creation, _indexing, _joining, _limits, _meshgrid, _operators, _printing
from numpy import _products, _reductions, _reshaping, _sort_search, _statistics, _ufuncs
from numpy import linalg
from numpy import random
from numpy._array import array, asarray, from_method as _from_method, ndarray
from numpy._axes import AxisError
from numpy._dtypes import bool_, dtype, int64, integer
from numpy._scalars import float32, float64, floating

# NumPy's own names of each module, not what the module itself imports. `dir` would miss names that no program has written yet.
_known = _names_in("numpy")
for _module in (
    _attributes, _calculus, _creation, _indexing, _joining, _limits, _meshgrid, _printing, _products, _reductions, _reshaping,
    _sort_search, _statistics, _ufuncs
):  # fmt: skip
    for _name, _value in _module.__dict__.items():
        if _name in _known:
            globals()[_name] = _value

# Functions that are a method of their first argument.
for _name in "reshape ravel swapaxes squeeze repeat mean var std cumsum cumprod argmax argmin argsort nonzero dot trace".split():
    globals()[_name] = _from_method(_name)

# What has several names in NumPy. Its `empty` doesn't fill an array with anything, ours with zeros.
for _name, _others in {
    "absolute": "abs", "invert": "bitwise_not", "divide": "true_divide", "remainder": "mod", "radians": "deg2rad",
    "degrees": "rad2deg", "trunc": "fix", "round": "round_ around", "prod": "product", "max": "amax", "min": "amin",
    "zeros": "empty", "zeros_like": "empty_like", "vstack": "row_stack", "isin": "in1d", "result_type": "promote_types",
    "float64": "float_ double", "float32": "single", "int64": "int_",
}.items():  # fmt: skip
    for _other in _others.split():
        globals()[_other] = globals()[_name]

newaxis = None
True_, False_ = True, False
pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = Inf = infty = Infinity = PINF = 1e999
NINF = -inf
nan = NaN = NAN = inf - inf

__version__ = "1.24.2"


def seterr(**_):
    """Warnings are not shown here, so there is nothing to set."""
    return {"divide": "ignore", "over": "ignore", "under": "ignore", "invalid": "ignore"}


class errstate:
    """A block like any other: there are no warnings to set for it."""

    def __init__(self, **_):
        pass

    __enter__ = __exit__ = lambda self, *_: None


def __getattr__(name):
    if name == "testing":
        return __import__("numpy.testing").testing
    raise _names.absent("numpy", name)
