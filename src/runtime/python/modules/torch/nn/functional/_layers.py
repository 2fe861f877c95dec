"""What layers compute, and distances between vectors."""
from torch import arange, cat, empty_like


def linear(input, weight, bias=None):
    """input · weightᵀ + bias"""
    if bias is not None and input.dim() == 2:
        return bias.addmm(input, weight.t())
    product = input @ weight.t()
    return product if bias is None else product + bias


def embedding(input, weight):
    """A row of the weights for each index."""
    return weight[input]


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


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """weight·(x − mean)/√(var + eps) + bias over the last dimensions, as many as `normalized_shape` has; var is divided by n."""
    dims = tuple(range(-len(normalized_shape), 0))
    centred = input - input.mean(dims, keepdim=True)
    return _scaled(centred / (input.var(dims, False, keepdim=True) + eps).sqrt(), weight, bias)


def _scaled(x, weight, bias):
    x = x if weight is None else x * weight
    return x if bias is None else x + bias


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """
    weight·(x − mean)/√(var + eps) + bias for each channel, which is dimension 1. In `training`, mean and var are those of the
    batch, and the running ones move towards them by the share `momentum`; else they are the running ones. var is divided by n,
    but for running_var by n − 1. Raises ValueError for one value per channel in `training`.
    """
    dims = [dim for dim in range(input.dim()) if dim != 1]
    if training:
        count = input.numel() // input.shape[1]
        if count == 1:
            raise ValueError("Expected more than 1 value per channel when training, got input size %s" % (input.shape,))
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
