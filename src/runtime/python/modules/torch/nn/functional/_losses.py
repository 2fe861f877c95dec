"""Losses. The arguments `size_average` and `reduce` change nothing."""
from _ffi import engine, number
from torch._tensor import wrap
from torch.nn.functional._activations import logsigmoid
from torch.nn.functional._layers import one_hot


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
        raise ValueError("Target size (%s) must be the same as input size (%s)" % (target.shape, input.shape))
    if pos_weight is None:
        return _weighted(engine.binary_cross_entropy_with_logits, input, target, weight, reduction)
    losses = (1 - target) * input - ((pos_weight - 1) * target + 1) * logsigmoid(input)
    return _reduced(losses if weight is None else losses * weight, reduction)


def _refuse_rows(input, target):
    if input.dim() > 1 and input.shape[0] != target.shape[0]:
        rows = (input.shape[0], target.shape[0])
        raise ValueError("Expected input batch_size (%d) to match target batch_size (%d)." % rows)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """
    −weight[c]·x[i, c] for log-probabilities x, (n, classes), and the class c of each row; or of (classes,) and one class. The
    mean divides by the sum of these weights; rows of the class `ignore_index` count for nothing. Raises ValueError where the
    numbers of rows differ, IndexError for a class that isn't there. Unlike PyTorch's, not for (n, classes, …).
    """
    _refuse_rows(input, target)
    ignored = target == ignore_index
    if weight is None and not bool(ignored.any()):
        return wrap(engine.pick_right(input._v, target._v, reduction))
    classes = target.masked_fill(ignored, 0)
    shares = ignored.logical_not().to(input.dtype)
    shares = shares if weight is None else shares * weight[classes]
    losses = wrap(engine.pick_right(input._v, classes._v, "none")) * shares
    return losses.sum() / shares.sum() if reduction == "mean" else _reduced(losses, reduction)


def cross_entropy(
    input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean", label_smoothing=0.0
):
    """
    `nll_loss` of log_softmax(input), for logits and classes; raises ValueError where their numbers of rows differ. For
    probabilities y, shaped like input, in place of classes it is −Σ weight·y·ln softmax(input) over dimension 1, of which the
    plain mean is taken. So it is with label_smoothing s, which makes (1 − s)·y + s/classes of y (Szegedy et al. 2016); no class
    is ignored then.
    """
    classes = 1 if input.dim() > 1 else 0
    if not target.is_floating_point() and not label_smoothing:
        _refuse_rows(input, target)
        return nll_loss(input.log_softmax(classes), target, weight, None, ignore_index, None, reduction)
    count = input.shape[classes]
    wanted = target if target.is_floating_point() else one_hot(target, count).to(input.dtype)
    wanted = wanted * (1 - label_smoothing) + label_smoothing / count if label_smoothing else wanted
    scores = input.log_softmax(classes)
    losses = -((scores if weight is None else scores * weight) * wanted).sum(classes)
    return losses.sum() / (input.numel() // count) if reduction == "mean" else _reduced(losses, reduction)
