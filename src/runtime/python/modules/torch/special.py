"""Special functions, most of them under a name of `torch` too."""
import _torch_names
from torch import log_softmax, logit, logsumexp, round, softmax
from torch._operations import special

globals().update(special)

__getattr__ = _torch_names.looked_up("torch.special")
