"""Special functions, most of them under a name of `torch` too."""
from torch import log_softmax, logit, logsumexp, round, softmax
from torch._operations import special

globals().update(special)


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.special", name))
