"""The part of PyTorch that this course uses, on the course's own engine."""
from torch._creation import *
from torch._device import Device as device
from torch._dtypes import dtype, finfo, float32, float64, iinfo, int64, strided
from torch._dtypes import bool_ as bool
from torch._functions import *
from torch._random import *
from torch._pointwise import *
from torch._reductions import *
from torch._linalg import *
from torch._reshaping import *
from torch._sort_search import *
from torch._gather_scatter import *
from torch._operations import functions
from torch import _in_place
from torch._defaults import get_default_dtype, set_default_dtype, set_printoptions
from torch._grad_mode import enable_grad, inference_mode, is_grad_enabled, no_grad, set_grad_enabled
from torch._size import Size
from torch._tensor import Tensor
from torch import autograd

globals().update(functions)

# What the star imports brought along and PyTorch has not.
del Named, addressof, array, by_name, define, engine, from_method, functions, legacy, method, name_of, number, on_cpu
del pairwise, real_float, reductions, sizes, values_and_indices, wrap, wrap_all

float = float32
double = float64
long = int64

pi = 3.141592653589793
e = 2.718281828459045
inf = 1e999
nan = inf - inf

__version__ = "1.13.1"

_later = ("cuda", "linalg", "nn", "optim", "special", "utils")


def __getattr__(name):
    if name in _later:
        return getattr(__import__("torch." + name), name)
    import _torch_names as names

    raise AttributeError(names.of_module("torch", name))
