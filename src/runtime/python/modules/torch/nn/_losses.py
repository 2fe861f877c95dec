"""Losses as modules; nn.functional says how they are reduced."""
from torch.nn import functional as F
from torch.nn._module import Module


class _Loss(Module):
    def __init__(self, reduction="mean"):
        super().__init__()
        self.reduction = reduction


class _WeightedLoss(_Loss):
    def __init__(self, weight=None, reduction="mean"):
        super().__init__(reduction)
        self.register_buffer("weight", weight)


def _loss(name, function):
    class Loss(_Loss):
        def forward(self, input, target):
            return function(input, target, reduction=self.reduction)

    return type(name, (Loss,), {})


MSELoss = _loss("MSELoss", F.mse_loss)
L1Loss = _loss("L1Loss", F.l1_loss)
SoftMarginLoss = _loss("SoftMarginLoss", F.soft_margin_loss)


class SmoothL1Loss(_Loss):
    """d²/(2·beta) for d = |input − target| < beta, else d − beta/2 (Girshick 2015)."""

    def __init__(self, reduction="mean", beta=1.0):
        super().__init__(reduction)
        self.beta = beta

    def forward(self, input, target):
        """Shapes that broadcast → 0-d, or that shape for reduction="none"."""
        return F.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)


class HuberLoss(_Loss):
    """d²/2 for d = |input − target| ≤ delta, else delta·(d − delta/2) (Huber 1964)."""

    def __init__(self, reduction="mean", delta=1.0):
        super().__init__(reduction)
        self.delta = delta

    def forward(self, input, target):
        """Shapes that broadcast → 0-d, or that shape for reduction="none"."""
        return F.huber_loss(input, target, reduction=self.reduction, delta=self.delta)


class KLDivLoss(_Loss):
    """target·(ln target − input), where input is a logarithm, and with `log_target` target is too."""

    def __init__(self, reduction="mean", log_target=False):
        super().__init__(reduction)
        self.log_target = log_target

    def forward(self, input, target):
        """Shapes that broadcast → 0-d, or that shape for reduction="none"."""
        return F.kl_div(input, target, reduction=self.reduction, log_target=self.log_target)


class BCELoss(_WeightedLoss):
    """−weight·(y·ln x + (1 − y)·ln(1 − x)) for the target y and the probability x."""

    def forward(self, input, target):
        """Two tensors of one shape → 0-d, or that shape for reduction="none"."""
        return F.binary_cross_entropy(input, target, weight=self.weight, reduction=self.reduction)


class BCEWithLogitsLoss(_WeightedLoss):
    """−weight·(pos_weight·y·ln σ(x) + (1 − y)·ln(1 − σ(x))) for the target y."""

    def __init__(self, weight=None, reduction="mean", pos_weight=None):
        super().__init__(weight, reduction)
        self.register_buffer("pos_weight", pos_weight)

    def forward(self, input, target):
        """Two tensors of one shape → 0-d, or that shape for reduction="none"."""
        return F.binary_cross_entropy_with_logits(
            input, target, weight=self.weight, reduction=self.reduction, pos_weight=self.pos_weight
        )


class NLLLoss(_WeightedLoss):
    """−weight[c]·x[c] for log-probabilities x and the class c, with weight (classes,)."""

    def forward(self, input, target):
        """(n, classes) and (n,), or (classes,) and 0-d → 0-d, or target's shape for reduction="none"."""
        return F.nll_loss(input, target, weight=self.weight, reduction=self.reduction)


class CrossEntropyLoss(_WeightedLoss):
    """−weight[c]·ln softmax(x)[c] for logits x and the class c, or −Σ weight·y·ln softmax(x) for probabilities y."""

    def __init__(self, weight=None, reduction="mean", label_smoothing=0.0):
        super().__init__(weight, reduction)
        self.label_smoothing = label_smoothing

    def forward(self, input, target):
        """As for NLLLoss, or two tensors of one shape, (n, classes, …) → 0-d, or (n, …) for reduction="none"."""
        return F.cross_entropy(
            input, target, weight=self.weight, reduction=self.reduction, label_smoothing=self.label_smoothing
        )


class CosineSimilarity(Module):
    """Σ x1·x2/(max(‖x1‖, eps)·max(‖x2‖, eps)) along `dim`."""

    def __init__(self, dim=1, eps=1e-8):
        super().__init__()
        self.dim, self.eps = dim, eps

    def forward(self, x1, x2):
        """Two tensors of one shape → that shape without `dim`."""
        return F.cosine_similarity(x1, x2, self.dim, self.eps)


class PairwiseDistance(Module):
    """‖x1 − x2 + eps‖ₚ along the last dimension."""

    def __init__(self, p=2.0, eps=1e-6, keepdim=False):
        super().__init__()
        self.norm, self.eps, self.keepdim = p, eps, keepdim

    def forward(self, x1, x2):
        """(…, d) twice → (…), or (…, 1) with `keepdim`."""
        return F.pairwise_distance(x1, x2, self.norm, self.eps, self.keepdim)
