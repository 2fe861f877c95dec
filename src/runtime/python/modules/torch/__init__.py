"""The part of PyTorch that this course uses, on the course's own engine."""
from torch._creation import *
from torch._dtypes import dtype, float32, float64, int64
from torch._dtypes import bool_ as bool
from torch._functions import *
from torch._grad_mode import enable_grad, inference_mode, is_grad_enabled, no_grad, set_grad_enabled
from torch._size import Size
from torch._tensor import Tensor
from torch import autograd
from torch import linalg
from torch import nn
from torch import optim

# What the star imports brought along and PyTorch has not.
del addressof, array, engine, legacy, name_of, number, real_float, sizes, wrap

float = float32
double = float64
long = int64

pi = 3.141592653589793
e = 2.718281828459045
inf = 1e999
nan = inf - inf

__version__ = "1.13.1"


def get_default_dtype():
    return float32


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch", name))
