from torch._parameter import Parameter
from torch.nn import functional
from torch.nn._module import Module
from torch.nn._activations import *
from torch.nn._containers import ModuleDict, ModuleList, ParameterList, Sequential
from torch.nn._layers import BatchNorm1d, Embedding, LayerNorm, Linear, PReLU
from torch.nn._losses import *

# What the star imports brought along and PyTorch has not.
del F, activation

_later = ("init", "utils")


def __getattr__(name):
    if name in _later:
        return getattr(__import__("torch.nn." + name).nn, name)
    import _torch_names as names

    raise AttributeError(names.of_module("torch.nn", name))
