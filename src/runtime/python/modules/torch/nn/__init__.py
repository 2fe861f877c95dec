import _torch_names
from torch._parameter import Parameter
from torch.nn import functional
from torch.nn._module import Module
from torch.nn._activations import *
from torch.nn._containers import ModuleDict, ModuleList, ParameterList, Sequential
from torch.nn._layers import BatchNorm1d, Embedding, LayerNorm, Linear, PReLU
from torch.nn._losses import *

# What the star imports brought along and PyTorch has not.
del F, activation

__getattr__ = _torch_names.looked_up("torch.nn", ("init", "utils"))
