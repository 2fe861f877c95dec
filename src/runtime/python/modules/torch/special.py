"""Special functions, most of them under a name of `torch` too."""
from torch._functions import log_softmax, logsumexp, round, softmax
from torch._operations import special
from torch._pointwise import logit

globals().update(special)


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.special", name))
