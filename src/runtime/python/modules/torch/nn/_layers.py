"""Modules with parameters of their own, drawn as PyTorch draws them."""
import math

from torch._creation import empty, ones, tensor, zeros
from torch._parameter import Parameter
from torch._random import randn
from torch.nn import functional as F
from torch.nn._module import Module


class Linear(Module):
    """
    input · weightᵀ + bias, with weight (out_features, in_features) and bias (out_features,), uniform in ±1/√in_features at first.
    """

    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        bound = 1 / math.sqrt(in_features) if in_features else 0
        self.weight = Parameter(empty(out_features, in_features, dtype=dtype).uniform_(-bound, bound))
        self.bias = Parameter(empty(out_features, dtype=dtype).uniform_(-bound, bound)) if bias else None

    def forward(self, input):
        """(…, in_features) → (…, out_features)"""
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self):
        """in_features, out_features and whether there is a bias."""
        return "in_features=%d, out_features=%d, bias=%s" % (
            self.in_features,
            self.out_features,
            self.bias is not None,
        )


class Embedding(Module):
    """The rows of weight, (num_embeddings, embedding_dim), at these indices; standard normal at first."""

    def __init__(self, num_embeddings, embedding_dim):
        super().__init__()
        self.num_embeddings, self.embedding_dim = num_embeddings, embedding_dim
        self.weight = Parameter(randn(num_embeddings, embedding_dim))

    def forward(self, input):
        """int64 of (…) → (…, embedding_dim). Raises IndexError beyond the rows; −1 is the last, unlike in PyTorch."""
        return F.embedding(input, self.weight)

    def extra_repr(self):
        """num_embeddings and embedding_dim."""
        return "%d, %d" % (self.num_embeddings, self.embedding_dim)


class LayerNorm(Module):
    """
    weight·(x − mean)/√(var + eps) + bias, with mean and var (divided by n) over the last dimensions (Ba, Kiros and Hinton 2016).
    Their shape, normalized_shape, is that of weight, 1 at first, and bias, 0 at first.
    """

    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True):
        super().__init__()
        shape = (normalized_shape,) if type(normalized_shape) is int else tuple(normalized_shape)
        self.normalized_shape, self.eps, self.elementwise_affine = shape, eps, elementwise_affine
        self.weight = Parameter(ones(*shape)) if elementwise_affine else None
        self.bias = Parameter(zeros(*shape)) if elementwise_affine else None

    def forward(self, input):
        """(…, *normalized_shape) → the same shape"""
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        """normalized_shape, eps and elementwise_affine."""
        return "%s, eps=%s, elementwise_affine=%s" % (self.normalized_shape, self.eps, self.elementwise_affine)


class BatchNorm1d(Module):
    """
    weight·(x − mean)/√(var + eps) + bias for each channel (Ioffe and Szegedy 2015). In training, or without track_running_stats,
    mean and var are those of the batch, as in functional.batch_norm; else they are running_mean and running_var, in which every
    batch has the share `momentum`, or all of them the same one for None. All are (num_features,); weight and running_var are 1 at
    first, the others 0.
    """

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True):
        super().__init__()
        self.num_features, self.eps, self.momentum = num_features, eps, momentum
        self.affine, self.track_running_stats = affine, track_running_stats
        self.weight = Parameter(ones(num_features)) if affine else None
        self.bias = Parameter(zeros(num_features)) if affine else None
        self.register_buffer("running_mean", zeros(num_features) if track_running_stats else None)
        self.register_buffer("running_var", ones(num_features) if track_running_stats else None)
        self.register_buffer("num_batches_tracked", tensor(0) if track_running_stats else None)

    def forward(self, input):
        """(n, num_features, …) → the same shape. Raises ValueError for one value per channel in training."""
        momentum = 0.0 if self.momentum is None else self.momentum
        if self.training and self.track_running_stats:
            self.num_batches_tracked.add_(1)
            if self.momentum is None:
                momentum = 1.0 / float(self.num_batches_tracked)
        return F.batch_norm(
            input,
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            self.training or not self.track_running_stats,
            momentum,
            self.eps,
        )

    def extra_repr(self):
        """num_features, eps, momentum, affine and track_running_stats."""
        return "%d, eps=%s, momentum=%s, affine=%s, track_running_stats=%s" % (
            self.num_features,
            self.eps,
            self.momentum,
            self.affine,
            self.track_running_stats,
        )


class PReLU(Module):
    """x for x > 0, else weight·x, with weight (num_parameters,), which is `init` at first (He et al. 2015)."""

    def __init__(self, num_parameters=1, init=0.25):
        super().__init__()
        self.num_parameters = num_parameters
        self.weight = Parameter(empty(num_parameters).fill_(init))

    def forward(self, input):
        """Shaped like input; several weights are those of the channels, dimension 1."""
        return F.prelu(input, self.weight)

    def extra_repr(self):
        """num_parameters."""
        return "num_parameters=%d" % self.num_parameters
