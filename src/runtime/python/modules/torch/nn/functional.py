"""Functions that networks are made of. The arguments `inplace`, `size_average` and `reduce` change nothing."""
from _ffi import engine, number
from torch._creation import arange, empty_like, tensor
from torch._functions import cat, relu, sigmoid, tanh, where
from torch._tensor import wrap


def _dim_for(input, dim):
    """The dimension that PyTorch takes when none is named."""
    if dim is not None:
        return dim
    return 0 if input.dim() in (0, 1, 3) else 1


def softmax(input, dim=None, dtype=None):
    """eˣ/Σeˣ along `dim`, by default 0 for 0, 1 or 3 dimensions, else 1. Raises RuntimeError for integers without a `dtype`."""
    input = input if dtype is None else input.to(dtype)
    return input.softmax(_dim_for(input, dim))


def log_softmax(input, dim=None, dtype=None):
    """x − ln Σeˣ along `dim`, by default as for `softmax`, without overflow. Raises RuntimeError for integers."""
    return input.log_softmax(_dim_for(input, dim))


def softmin(input, dim=None, dtype=None):
    """e⁻ˣ/Σe⁻ˣ along `dim`, by default as for `softmax`. Raises RuntimeError for integers."""
    return (-input).softmax(_dim_for(input, dim))


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """
    softmax((logits + g)/tau) along `dim`, where −ln of an exponential number is Gumbel noise g (Jang, Gu and Poole 2017). With
    `hard` it is 1 at the largest entry and 0 elsewhere, but has the same gradient. `eps` changes nothing.
    """
    noise = -empty_like(logits).exponential_().log()
    soft = ((logits + noise) / tau).softmax(dim)
    if not hard:
        return soft
    chosen = soft.max(dim, keepdim=True)[1]
    return soft.detach().mul(0).scatter(dim, chosen, 1.0) - soft.detach() + soft


def leaky_relu(input, negative_slope=0.01, inplace=False):
    """x for x > 0, else negative_slope·x (Maas, Hannun and Ng 2013)."""
    return wrap(engine.leaky_relu(input._v, number(negative_slope)))


def prelu(input, weight):
    """x for x > 0, else weight·x: one weight for all, or one for each channel, which is dimension 1."""
    if weight.numel() > 1:
        weight = weight.view(*[-1 if dim == 1 else 1 for dim in range(input.dim())])
    return where(input > 0, input, input * weight)


def elu(input, alpha=1.0, inplace=False):
    """x for x > 0, else alpha·(eˣ − 1) (Clevert, Unterthiner and Hochreiter 2016)."""
    return wrap(engine.elu(input._v, number(alpha), 1))


def selu(input, inplace=False):
    """s·x for x > 0, else s·a·(eˣ − 1), with s = 1.0507… and a = 1.6732… (Klambauer et al. 2017)."""
    return wrap(engine.elu(input._v, 1.6732632423543772, 1.0507009873554805))


def celu(input, alpha=1.0, inplace=False):
    """x for x > 0, else alpha·(e^(x/alpha) − 1) (Barron 2017)."""
    return wrap(engine.celu(input._v, number(alpha)))


def gelu(input, approximate="none"):
    """
    x·Φ(x), where Φ is the standard normal distribution (Hendrycks and Gimpel 2016); "tanh" takes ½(1 + tanh(√(2/π)·(x +
    0.044715·x³))) for Φ(x). Raises RuntimeError for any other `approximate`.
    """
    if approximate not in ("none", "tanh"):
        raise RuntimeError("approximate argument must be either none or tanh.")
    return wrap((engine.gelu if approximate == "none" else engine.gelu_tanh)(input._v))


def silu(input, inplace=False):
    """x·σ(x) (Elfwing, Uchibe and Doya 2018)."""
    return wrap(engine.silu(input._v))


def mish(input, inplace=False):
    """x·tanh(ln(1 + eˣ)) (Misra 2019)."""
    return wrap(engine.mish(input._v))


def hardsigmoid(input, inplace=False):
    """(x + 3)/6, held between 0 and 1 (Howard et al. 2019)."""
    return wrap(engine.hardsigmoid(input._v))


def hardswish(input, inplace=False):
    """x·hardsigmoid(x) (Howard et al. 2019)."""
    return wrap(engine.hardswish(input._v))


def softplus(input, beta=1, threshold=20):
    """ln(1 + e^(beta·x))/beta, or x itself where beta·x > threshold."""
    return wrap(engine.softplus(input._v, number(beta), number(threshold)))


def logsigmoid(input):
    """ln σ(x), without overflow."""
    return wrap(engine.logsigmoid(input._v))


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    """x, held between min_val and max_val; unlike with `clamp`, the gradient is 0 on the bounds themselves."""
    return wrap(engine.hardtanh(input._v, number(min_val), number(max_val)))


def relu6(input, inplace=False):
    """x, held between 0 and 6; the gradient is 0 on both."""
    return hardtanh(input, 0, 6)


def hardshrink(input, lambd=0.5):
    """x where |x| > lambd, else 0."""
    return wrap(engine.hardshrink(input._v, number(lambd)))


def softshrink(input, lambd=0.5):
    """x, moved towards 0 by lambd; 0 where |x| ≤ lambd."""
    return wrap(engine.softshrink(input._v, number(lambd)))


def threshold(input, threshold, value, inplace=False):
    """x where x > threshold, else `value`."""
    return wrap(engine.threshold(input._v, number(threshold), number(value)))


def softsign(input):
    """x/(1 + |x|)"""
    return input / (input.abs() + 1)


def tanhshrink(input):
    """x − tanh(x)"""
    return input - input.tanh()


def glu(input, dim=-1):
    """
    a·σ(b) for the halves a and b along `dim` (Dauphin et al. 2017), half as long. Raises RuntimeError where the length is odd or
    input is 0-d.
    """
    if not input.dim():
        raise RuntimeError("glu does not support scalars because halving size must be even")
    if input.shape[dim] % 2:
        raise RuntimeError(
            "Halving dimension must be even, but dimension %d is size %d" % (dim % input.dim(), input.shape[dim])
        )
    first, second = input.chunk(2, dim)
    return first * second.sigmoid()


def dropout(input, p=0.5, training=True, inplace=False):
    """
    0 with probability p, else x/(1 − p), which keeps the mean (Srivastava et al. 2014); outside of `training` input itself.
    Raises ValueError unless 0 ≤ p ≤ 1.
    """
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
    """weight·(x − mean)/√(var + eps) + bias over the last dimensions, as many as `normalized_shape` has; var is divided by n."""
    dims = tuple(range(-len(normalized_shape), 0))
    centred = input - input.mean(dims, keepdim=True)
    return _scaled(centred / (input.var(dims, False, keepdim=True) + eps).sqrt(), weight, bias)


def _scaled(x, weight, bias):
    x = x if weight is None else x * weight
    return x if bias is None else x + bias


def batch_norm(
    input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5
):
    """
    weight·(x − mean)/√(var + eps) + bias for each channel, which is dimension 1. In `training`, mean and var are those of the
    batch, and the running ones move towards them by the share `momentum`; else they are the running ones. var is divided by n,
    but for running_var by n − 1. Raises ValueError for one value per channel in `training`.
    """
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
    """
    `value` added at the ends: widths before and after, the last dimension first; a negative width cuts off. Raises
    NotImplementedError for any `mode` but "constant".
    """
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
    """x/max(‖x‖ₚ, eps), with the norm along `dim`."""
    return input / input.norm(p, dim, keepdim=True).clamp(min=eps).expand_as(input)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """Σ x1·x2/(max(‖x1‖, eps)·max(‖x2‖, eps)) along `dim`: the shape without it."""
    first = x1 / x1.norm(2, dim, keepdim=True).clamp(min=eps)
    second = x2 / x2.norm(2, dim, keepdim=True).clamp(min=eps)
    return (first * second).sum(dim)


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    """‖x1 − x2 + eps‖ₚ along the last dimension: the shape without it, or with 1 in its place by `keepdim`."""
    return (x1 - x2 + eps).norm(p, -1, keepdim)


def one_hot(input, num_classes=-1):
    """
    1 at the place of the class along a new last dimension, else 0: int64, (…, num_classes), by default the largest class + 1.
    Raises RuntimeError for floats, and for a class that is negative or not below `num_classes`.
    """
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
    """(input − target)², broadcast: its mean, or for reduction="sum" its sum, for "none" every entry."""
    return wrap(engine.mse_loss(input._v, target._v, reduction))


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """|input − target|, broadcast; reduced as in `mse_loss`."""
    return _reduced((input - target).abs(), reduction)


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    """d²/(2·beta) for d = |input − target| < beta, else d − beta/2 (Girshick 2015); reduced as in `mse_loss`."""
    if beta == 0:
        return l1_loss(input, target, reduction=reduction)
    return wrap(engine.smooth_l1_loss(input._v, target._v, reduction, number(beta)))


def huber_loss(input, target, reduction="mean", delta=1.0):
    """d²/2 for d = |input − target| ≤ delta, else delta·(d − delta/2) (Huber 1964); reduced as in `mse_loss`."""
    return wrap(engine.huber_loss(input._v, target._v, reduction, number(delta)))


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """ln(1 + e^(−target·input)) for a target of 1 or −1; reduced as in `mse_loss`."""
    return _reduced((1 + (-target * input).exp()).log(), reduction)


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """
    target·(ln target − input), or e^target·(target − input) with `log_target`: input is a logarithm. Reduced as in `mse_loss`, or
    for reduction="batchmean" to the sum divided by input.shape[0].
    """
    losses = target.exp() * (target - input) if log_target else target.xlogy(target) - target * input
    return losses.sum() / input.shape[0] if reduction == "batchmean" else _reduced(losses, reduction)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """
    −weight·(y·ln x + (1 − y)·ln(1 − x)) for the target y and the probability x, with logarithms held above −100; reduced as in
    `mse_loss`. Raises ValueError where shapes differ, RuntimeError unless 0 ≤ x ≤ 1.
    """
    if input.shape != target.shape:
        raise ValueError(
            "Using a target size (%s) that is different to the input size (%s) is deprecated. Please ensure they have the same size."
            % (target.shape, input.shape)
        )
    return _weighted(engine.binary_cross_entropy, input, target, weight, reduction)


def binary_cross_entropy_with_logits(
    input, target, weight=None, size_average=None, reduce=None, reduction="mean", pos_weight=None
):
    """
    −weight·(pos_weight·y·ln σ(x) + (1 − y)·ln(1 − σ(x))) for the target y, without overflow; reduced as in `mse_loss`. Raises
    ValueError where shapes differ.
    """
    if input.shape != target.shape:
        raise ValueError(
            "Target size (%s) must be the same as input size (%s)" % (target.shape, input.shape)
        )
    if pos_weight is None:
        return _weighted(engine.binary_cross_entropy_with_logits, input, target, weight, reduction)
    losses = (1 - target) * input - ((pos_weight - 1) * target + 1) * logsigmoid(input)
    return _reduced(losses if weight is None else losses * weight, reduction)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """
    −weight[c]·x[i, c] for log-probabilities x, (n, classes), and the class c of each row; or of (classes,) and one class. The
    mean divides by the sum of these weights; rows of the class `ignore_index` count for nothing. Raises ValueError where the
    numbers of rows differ, IndexError for a class that isn't there. Unlike PyTorch's, not for (n, classes, …).
    """
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
    """
    `nll_loss` of log_softmax(input), for logits and classes; raises ValueError where their numbers of rows differ. For
    probabilities y, shaped like input, in place of classes it is −Σ weight·y·ln softmax(input) over dimension 1, of which the
    plain mean is taken. So it is with label_smoothing s, which makes (1 − s)·y + s/classes of y (Szegedy et al. 2016); no class
    is ignored then.
    """
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
