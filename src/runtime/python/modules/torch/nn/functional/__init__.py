"""Functions that networks are made of. The arguments `inplace`, `size_average` and `reduce` change nothing."""
from torch import relu, sigmoid, tanh
from torch.nn.functional._activations import *
from torch.nn.functional._layers import *
from torch.nn.functional._losses import *


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.nn.functional", name))
