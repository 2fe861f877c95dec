"""The part of PyTorch that this course uses, on the course's own engine."""
import _torch_names
from torch import _autograd, _conversion, _operations, _operators
from torch._attributes import is_tensor
from torch._creation import *
from torch._device import Device as device
from torch._dtypes import bool_ as bool
from torch._dtypes import dtype, finfo, float32, float64, get_default_dtype, iinfo, int64, set_default_dtype, strided
from torch._gather_scatter import *
from torch._grad_mode import enable_grad, inference_mode, is_grad_enabled, no_grad, set_grad_enabled
from torch._indexing import *
from torch._joining import *
from torch._linalg import *
from torch._pointwise import *
from torch._printing import set_printoptions
from torch._random import *
from torch._reductions import *
from torch._reshaping import *
from torch._size import Size
from torch._sort_search import *
from torch._tensor import Tensor, from_method
from torch import _in_place, autograd

# The functions that follow from the table of operations, and those that are a method of their first argument.
globals().update(_operations.functions)
for _name in (
    "numel is_floating_point is_complex is_nonzero detach clamp clip equal isclose allclose sum mean prod amax amin logsumexp all "
    "any var std max min argmax argmin cumsum cumprod norm softmax log_softmax matmul mm mv bmm dot outer trace diag diagonal tril "
    "triu reshape flatten ravel unsqueeze squeeze transpose swapaxes swapdims t permute tile flip roll split chunk unbind select "
    "narrow index_select masked_select masked_fill gather"
).split():
    globals()[_name] = from_method(_name)

# What the star imports brought along and PyTorch has not.
del EngineValue, Scalar, addressof, array, by_name, define, dims, engine, extend, from_method, isinstance, kinds, legacy, method
del name_of, number, on_cpu, pairwise, places_of_nonzero, random_bits, real_float, refuse, refuse_dim, return_type, sizes
del words_of, wrap, wrap_all

float = float32
double = float64
long = int64

pi = 3.141592653589793
e = 2.718281828459045
inf = 1e999
nan = inf - inf

__version__ = "1.13.1"

__getattr__ = _torch_names.looked_up("torch", ("cuda", "linalg", "nn", "optim", "special", "utils"))
