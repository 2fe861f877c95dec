"""The part of NumPy that this course uses, on the course's own engine."""
from numpy import _conversion, _operators
from numpy._array import array, asarray, from_method, ndarray
from numpy._attributes import *
from numpy._axes import AxisError
from numpy._calculus import *
from numpy._creation import *
from numpy._dtypes import bool_, dtype, int64, integer
from numpy._indexing import *
from numpy._joining import *
from numpy._limits import *
from numpy._meshgrid import *
from numpy._printing import *
from numpy._products import *
from numpy._reductions import *
from numpy._reshaping import *
from numpy._sort_search import *
from numpy._statistics import *
from numpy._ufuncs import *
from numpy._scalars import float32, float64, floating

# Functions that are a method of their first argument.
for _name in "reshape ravel swapaxes squeeze repeat mean var std cumsum cumprod argmax argmin argsort nonzero dot trace".split():
    globals()[_name] = from_method(_name)

# What the star imports brought along and NumPy has not.
del EngineValue, Scalar, apply, axes_of, axis_beside_numbers, axis_of, engine, extend, filled, formatted, from_method, handle_of, into
del isinstance, lengths_of, method, name_of, number, number_of, operand, places_of_nonzero, real_float, real_sorted, reduced_axes
del result, usual, words_of, wrap

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

_later = ("linalg", "random", "testing")


def seterr(**_):
    """Warnings are not shown here, so there is nothing to set."""
    return {"divide": "ignore", "over": "ignore", "under": "ignore", "invalid": "ignore"}


class errstate:
    """A block like any other: there are no warnings to set for it."""

    def __init__(self, **_):
        pass

    __enter__ = __exit__ = lambda self, *_: None


def __getattr__(name):
    if name in _later:
        return getattr(__import__("numpy." + name), name)
    import _numpy_names as names

    raise names.absent("numpy", name)
