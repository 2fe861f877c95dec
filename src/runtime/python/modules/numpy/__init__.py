"""The part of NumPy that this course uses, on the course's own engine."""
from numpy._array import array, asarray, ndarray
from numpy._axes import AxisError
from numpy._dtypes import bool_, dtype, float32, float64, floating, int64, integer
from numpy._functions import *
from numpy import linalg
from numpy import random

# What the star import brought along and NumPy has not.
del apply, axes_of, axis_of, engine, handle_of, name_of, number, real_float, result, wrap

float_ = double = float64
int_ = int64
newaxis = None
pi = 3.141592653589793
e = 2.718281828459045
inf = 1e999
nan = inf - inf

__version__ = "1.24.2"


def __getattr__(name):
    import _numpy_names as names

    raise AttributeError(names.of_module("numpy", name))
