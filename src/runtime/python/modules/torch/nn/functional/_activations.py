"""Activations: functions of every entry, and softmax with its kin."""
from _ffi import engine, number
from torch import empty_like, where
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
    return wrap(engine.log_sigmoid(input._v))


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
        at = (dim % input.dim(), input.shape[dim])
        raise RuntimeError("Halving dimension must be even, but dimension %d is size %d" % at)
    first, second = input.chunk(2, dim)
    return first * second.sigmoid()
