"""Functions that networks are made of."""
from _crossing import engine, number
from torch._creation import tensor
from torch._functions import relu, sigmoid, tanh
from torch._tensor import wrap


def _dim_for(input, dim):
    """The dimension that PyTorch takes when none is named."""
    if dim is not None:
        return dim
    return 0 if input.dim() in (0, 1, 3) else 1


def softmax(input, dim=None, dtype=None):
    return input.softmax(_dim_for(input, dim))


def log_softmax(input, dim=None, dtype=None):
    return input.log_softmax(_dim_for(input, dim))


def softmin(input, dim=None, dtype=None):
    return (-input).softmax(_dim_for(input, dim))


def leaky_relu(input, negative_slope=0.01):
    return wrap(engine.leaky_relu(input._v, number(negative_slope)))


def elu(input, alpha=1.0):
    return wrap(engine.elu(input._v, number(alpha), 1))


def selu(input):
    return wrap(engine.elu(input._v, 1.6732632423543772, 1.0507009873554805))


def gelu(input, approximate="none"):
    if approximate != "none":
        raise NotImplementedError("gelu(approximate=%r) isn't part of this course's torch" % approximate)
    return wrap(engine.gelu(input._v))


def silu(input):
    return wrap(engine.silu(input._v))


def softplus(input, beta=1, threshold=20):
    return wrap(engine.softplus(input._v, number(beta), number(threshold)))


def logsigmoid(input):
    return wrap(engine.logsigmoid(input._v))


def hardtanh(input, min_val=-1.0, max_val=1.0):
    return wrap(engine.hardtanh(input._v, number(min_val), number(max_val)))


def relu6(input):
    return hardtanh(input, 0, 6)


def softsign(input):
    return input / (input.abs() + 1)


def tanhshrink(input):
    return input - input.tanh()


def linear(input, weight, bias=None):
    """input · weightᵀ + bias"""
    if bias is not None and input.dim() == 2:
        return bias.addmm(input, weight.t())
    product = input @ weight.t()
    return product if bias is None else product + bias


def normalize(input, p=2.0, dim=1, eps=1e-12):
    return input / input.norm(p, dim, keepdim=True).clamp(min=eps).expand_as(input)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    first = x1 / x1.norm(2, dim, keepdim=True).clamp(min=eps)
    second = x2 / x2.norm(2, dim, keepdim=True).clamp(min=eps)
    return (first * second).sum(dim)


def one_hot(input, num_classes=-1):
    count = int(input.max()) + 1 if num_classes == -1 else num_classes
    return (input.unsqueeze(-1) == _range(count)).long()


def _range(count):
    return tensor(list(range(count)), dtype=int)


def _reduced(losses, reduction):
    return losses.mean() if reduction == "mean" else losses.sum() if reduction == "sum" else losses


def mse_loss(input, target, reduction="mean"):
    return wrap(engine.mse_loss(input._v, target._v, reduction))


def l1_loss(input, target, reduction="mean"):
    return _reduced((input - target).abs(), reduction)


def smooth_l1_loss(input, target, reduction="mean", beta=1.0):
    return wrap(engine.smooth_l1_loss(input._v, target._v, reduction, number(beta)))


def huber_loss(input, target, reduction="mean", delta=1.0):
    return wrap(engine.huber_loss(input._v, target._v, reduction, number(delta)))


def binary_cross_entropy(input, target, reduction="mean"):
    return wrap(engine.binary_cross_entropy(input._v, target._v, reduction))


def binary_cross_entropy_with_logits(input, target, reduction="mean"):
    return wrap(engine.binary_cross_entropy_with_logits(input._v, target._v, reduction))


def nll_loss(input, target, reduction="mean"):
    return wrap(engine.nll_loss(input._v, target._v, reduction))


def cross_entropy(input, target, reduction="mean"):
    """Of logits and classes, or of logits and one distribution per row."""
    scores = input.log_softmax(input.dim() - 1)
    if not target.is_floating_point():
        return nll_loss(scores, target, reduction)
    losses = -(scores * target).sum(input.dim() - 1)
    return _reduced(losses, reduction)


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.nn.functional", name))
