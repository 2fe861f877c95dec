from torch._parameter import Parameter
from torch.nn import functional
from torch.nn._layers import (
    BCELoss,
    BCEWithLogitsLoss,
    CrossEntropyLoss,
    Flatten,
    Identity,
    L1Loss,
    Linear,
    MSELoss,
    NLLLoss,
    ReLU,
    Sequential,
    Sigmoid,
    Softmax,
    Tanh,
)
from torch.nn._module import Module


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.nn", name))
