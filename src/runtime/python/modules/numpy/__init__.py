"""The part of NumPy that this course uses, on the course's own engine."""
import _numpy_names as _names
from numpy import _array, _calculus, _meshgrid, _limits, _creation, _sort_search, _printing, _products, _reductions, _shaping
from numpy import _statistics, _ufuncs
from numpy import linalg
from numpy import random
from numpy._array import array, asarray, float32, float64, floating, ndarray
from numpy._axes import AxisError
from numpy._dtypes import bool_, dtype, int64, integer

# NumPy's own names of each module, and not what the module itself imports. `dir` would miss names that no program has written yet.
_known = _names.names_in("numpy")
for _module in (
    _creation, _meshgrid, _ufuncs, _shaping, _reductions, _products, _sort_search, _statistics, _calculus, _printing, _limits
):  # fmt: skip
    for _name, _value in _module.__dict__.items():
        if _name in _known:
            globals()[_name] = _value

for _name in ("take", "searchsorted", "ptp", "diagonal", "compress"):
    setattr(ndarray, _name, globals()[_name])

float_ = double = float64
single = float32
int_ = int64
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
    def __init__(self, **_):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *_):
        return False


def __getattr__(name):
    if name == "testing":
        return __import__("numpy.testing").testing
    raise AttributeError(_names.of_module("numpy", name))
