"""Functions that networks are made of."""
from _crossing import engine, number
from torch._creation import arange, empty_like, tensor
from torch._functions import cat, relu, sigmoid, tanh, where
from torch._tensor import wrap


def _dim_for(input, dim):
    """The dimension that PyTorch takes when none is named."""
    if dim is not None:
        return dim
    return 0 if input.dim() in (0, 1, 3) else 1


def softmax(input, dim=None, dtype=None):
    input = input if dtype is None else input.to(dtype)
    return input.softmax(_dim_for(input, dim))


def log_softmax(input, dim=None, dtype=None):
    return input.log_softmax(_dim_for(input, dim))


def softmin(input, dim=None, dtype=None):
    return (-input).softmax(_dim_for(input, dim))


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    noise = -empty_like(logits).exponential_().log()
    soft = ((logits + noise) / tau).softmax(dim)
    if not hard:
        return soft
    chosen = soft.max(dim, keepdim=True)[1]
    return soft.detach().mul(0).scatter(dim, chosen, 1.0) - soft.detach() + soft


def leaky_relu(input, negative_slope=0.01, inplace=False):
    return wrap(engine.leaky_relu(input._v, number(negative_slope)))


def prelu(input, weight):
    """x, but on the negative side with a slope for each channel."""
    if weight.numel() > 1:
        weight = weight.view(*[-1 if dim == 1 else 1 for dim in range(input.dim())])
    return where(input > 0, input, input * weight)


def elu(input, alpha=1.0, inplace=False):
    return wrap(engine.elu(input._v, number(alpha), 1))


def selu(input, inplace=False):
    return wrap(engine.elu(input._v, 1.6732632423543772, 1.0507009873554805))


def celu(input, alpha=1.0, inplace=False):
    return wrap(engine.celu(input._v, number(alpha)))


def gelu(input, approximate="none"):
    if approximate not in ("none", "tanh"):
        raise RuntimeError("approximate argument must be either none or tanh.")
    return wrap((engine.gelu if approximate == "none" else engine.gelu_tanh)(input._v))


def silu(input, inplace=False):
    return wrap(engine.silu(input._v))


def mish(input, inplace=False):
    return wrap(engine.mish(input._v))


def hardsigmoid(input, inplace=False):
    return wrap(engine.hardsigmoid(input._v))


def hardswish(input, inplace=False):
    return wrap(engine.hardswish(input._v))


def softplus(input, beta=1, threshold=20):
    return wrap(engine.softplus(input._v, number(beta), number(threshold)))


def logsigmoid(input):
    return wrap(engine.logsigmoid(input._v))


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    return wrap(engine.hardtanh(input._v, number(min_val), number(max_val)))


def relu6(input, inplace=False):
    return hardtanh(input, 0, 6)


def hardshrink(input, lambd=0.5):
    return wrap(engine.hardshrink(input._v, number(lambd)))


def softshrink(input, lambd=0.5):
    return wrap(engine.softshrink(input._v, number(lambd)))


def threshold(input, threshold, value, inplace=False):
    return wrap(engine.threshold(input._v, number(threshold), number(value)))


def softsign(input):
    return input / (input.abs() + 1)


def tanhshrink(input):
    return input - input.tanh()


def glu(input, dim=-1):
    """The first half times σ of the second."""
    if not input.dim():
        raise RuntimeError("glu does not support scalars because halving size must be even")
    if input.shape[dim] % 2:
        raise RuntimeError(
            "Halving dimension must be even, but dimension %d is size %d" % (dim % input.dim(), input.shape[dim])
        )
    first, second = input.chunk(2, dim)
    return first * second.sigmoid()


def dropout(input, p=0.5, training=True, inplace=False):
    """Sets entries to 0 with probability p and divides the others by 1 − p, which keeps their mean."""
    if not 0 <= p <= 1:
        raise ValueError("dropout probability has to be between 0 and 1, but got %s" % p)
    if not training or p == 0:
        return input
    if p == 1:
        return input * 0
    return input * (empty_like(input).bernoulli_(1 - p) / (1 - p))


def embedding(input, weight):
    """A row of the weights for each index."""
    return weight[input]


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """Over the last dimensions: mean 0 and variance 1, then scaled and moved."""
    dims = tuple(range(-len(normalized_shape), 0))
    centred = input - input.mean(dims, keepdim=True)
    return _scaled(centred / (input.var(dims, False, keepdim=True) + eps).sqrt(), weight, bias)


def _scaled(x, weight, bias):
    x = x if weight is None else x * weight
    return x if bias is None else x + bias


def batch_norm(
    input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5
):
    """Over the batch: mean 0 and variance 1 for every channel, then scaled and moved. Keeps running estimates of both."""
    dims = [dim for dim in range(input.dim()) if dim != 1]
    if training:
        count = input.numel() // input.shape[1]
        if count == 1:
            raise ValueError(
                "Expected more than 1 value per channel when training, got input size %s" % (input.shape,)
            )
        mean, var = input.mean(dims), input.var(dims, False)
        if running_mean is not None:
            running_mean.copy_(running_mean * (1 - momentum) + mean.detach() * momentum)
            unbiased = var.detach() * (count / (count - 1))
            running_var.copy_(running_var * (1 - momentum) + unbiased * momentum)
    else:
        mean, var = running_mean, running_var
    shape = [-1 if dim == 1 else 1 for dim in range(input.dim())]
    mean, var, weight, bias = [None if each is None else each.view(*shape) for each in (mean, var, weight, bias)]
    return _scaled((input - mean) / (var + eps).sqrt(), weight, bias)


def pad(input, pad, mode="constant", value=0.0):
    """Pairs of widths to add, the last dimension first."""
    if mode != "constant":
        raise NotImplementedError("pad(mode=%r) isn't part of this course's torch" % mode)
    for place in range(len(pad) // 2):
        dim = input.dim() - 1 - place
        before, after = pad[2 * place], pad[2 * place + 1]
        parts = [input]
        for width, at in ((before, 0), (after, len(parts) + 1)):
            if width > 0:
                shape = list(input.shape)
                shape[dim] = width
                parts.insert(at, input.new_full(shape, value))
        input = cat(parts, dim)
        if before < 0:
            input = input.narrow(dim, -before, input.shape[dim] + before)
        if after < 0:
            input = input.narrow(dim, 0, input.shape[dim] + after)
    return input


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


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return (x1 - x2 + eps).norm(p, -1, keepdim)


def one_hot(input, num_classes=-1):
    if input.is_floating_point():
        raise RuntimeError("one_hot is only applicable to index tensor.")
    if num_classes != -1 and bool((input >= num_classes).any()):
        raise RuntimeError("Class values must be smaller than num_classes.")
    if bool((input < 0).any()):
        raise RuntimeError("Class values must be non-negative.")
    count = int(input.max()) + 1 if num_classes == -1 else num_classes
    return (input.unsqueeze(-1) == arange(count)).long()


def _reduced(losses, reduction):
    if reduction not in ("mean", "sum", "none"):
        raise ValueError("%s is not a valid value for reduction" % reduction)
    return losses.mean() if reduction == "mean" else losses.sum() if reduction == "sum" else losses


def _weighted(loss, input, target, weight, reduction):
    """A loss of the engine's, of which every entry may have a weight."""
    if weight is None:
        return wrap(loss(input._v, target._v, reduction))
    return _reduced(wrap(loss(input._v, target._v, "none")) * weight, reduction)


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    return wrap(engine.mse_loss(input._v, target._v, reduction))


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    return _reduced((input - target).abs(), reduction)


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    if beta == 0:
        return l1_loss(input, target, reduction=reduction)
    return wrap(engine.smooth_l1_loss(input._v, target._v, reduction, number(beta)))


def huber_loss(input, target, reduction="mean", delta=1.0):
    return wrap(engine.huber_loss(input._v, target._v, reduction, number(delta)))


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    return _reduced((1 + (-target * input).exp()).log(), reduction)


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """Σ target·(ln target − input), where the input is logarithms."""
    losses = target.exp() * (target - input) if log_target else target.xlogy(target) - target * input
    return losses.sum() / input.shape[0] if reduction == "batchmean" else _reduced(losses, reduction)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    if input.shape != target.shape:
        raise ValueError(
            "Using a target size (%s) that is different to the input size (%s) is deprecated. Please ensure they have the same size."
            % (target.shape, input.shape)
        )
    return _weighted(engine.binary_cross_entropy, input, target, weight, reduction)


def binary_cross_entropy_with_logits(
    input, target, weight=None, size_average=None, reduce=None, reduction="mean", pos_weight=None
):
    if input.shape != target.shape:
        raise ValueError(
            "Target size (%s) must be the same as input size (%s)" % (target.shape, input.shape)
        )
    if pos_weight is None:
        return _weighted(engine.binary_cross_entropy_with_logits, input, target, weight, reduction)
    losses = (1 - target) * input - ((pos_weight - 1) * target + 1) * logsigmoid(input)
    return _reduced(losses if weight is None else losses * weight, reduction)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """−log-probability of the right class. Weights belong to classes; the mean divides by those that were counted."""
    if input.dim() > 1 and input.shape[0] != target.shape[0]:
        raise ValueError(
            "Expected input batch_size (%d) to match target batch_size (%d)." % (input.shape[0], target.shape[0])
        )
    ignored = target == ignore_index
    if weight is None and not bool(ignored.any()):
        return wrap(engine.nll_loss(input._v, target._v, reduction))
    classes = target.masked_fill(ignored, 0)
    shares = ignored.logical_not().to(input.dtype)
    shares = shares if weight is None else shares * weight[classes]
    losses = wrap(engine.nll_loss(input._v, classes._v, "none")) * shares
    return losses.sum() / shares.sum() if reduction == "mean" else _reduced(losses, reduction)


def cross_entropy(
    input,
    target,
    weight=None,
    size_average=None,
    ignore_index=-100,
    reduce=None,
    reduction="mean",
    label_smoothing=0.0,
):
    """Of logits and classes, or of logits and one distribution per row."""
    classes = 1 if input.dim() > 1 else 0
    if not target.is_floating_point() and not label_smoothing:
        if input.dim() > 1 and input.shape[0] != target.shape[0]:
            raise ValueError(
                "Expected input batch_size (%d) to match target batch_size (%d)." % (input.shape[0], target.shape[0])
            )
        return nll_loss(input.log_softmax(classes), target, weight, None, ignore_index, None, reduction)
    count = input.shape[classes]
    wanted = target if target.is_floating_point() else one_hot(target, count).to(input.dtype)
    wanted = wanted * (1 - label_smoothing) + label_smoothing / count if label_smoothing else wanted
    scores = input.log_softmax(classes)
    losses = -((scores if weight is None else scores * weight) * wanted).sum(classes)
    return losses.sum() / (input.numel() // count) if reduction == "mean" else _reduced(losses, reduction)


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.nn.functional", name))
