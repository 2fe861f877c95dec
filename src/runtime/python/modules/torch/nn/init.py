"""First values for parameters, written into them without a graph; each returns the tensor."""
import math

from torch._creation import eye
from torch._grad_mode import no_grad


def _without_grad(fill):
    def run(tensor, *args, **options):
        with no_grad():
            fill(tensor, *args, **options)
        return tensor

    return run


@_without_grad
def uniform_(tensor, a=0.0, b=1.0):
    """Uniform in [a, b)."""
    tensor.uniform_(a, b)


@_without_grad
def normal_(tensor, mean=0.0, std=1.0):
    """mean + std·z with standard normal z."""
    tensor.normal_(mean, std)


@_without_grad
def constant_(tensor, val):
    """`val` everywhere."""
    tensor.fill_(val)


@_without_grad
def ones_(tensor):
    """1 everywhere."""
    tensor.fill_(1.0)


@_without_grad
def zeros_(tensor):
    """0 everywhere."""
    tensor.zero_()


@_without_grad
def eye_(tensor):
    """1 on the main diagonal of a matrix, 0 elsewhere."""
    tensor.copy_(eye(*tensor.shape))


def _fans(tensor):
    """How many numbers go into an output, and how many outputs a number goes into."""
    if tensor.dim() < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    field = tensor[0][0].numel()
    return tensor.shape[1] * field, tensor.shape[0] * field


def calculate_gain(nonlinearity, param=None):
    """
    How much wider the weights before a nonlinearity should be: 1 for linear and sigmoid, 5/3 for tanh, √2 for relu, 3/4 for selu,
    and √(2/(1 + s²)) for leaky_relu, whose slope s is `param`, by default 0.01. Raises ValueError for any other.
    """
    if nonlinearity == "leaky_relu":
        slope = 0.01 if param is None else param
        return math.sqrt(2.0 / (1 + slope**2))
    gains = {"linear": 1, "sigmoid": 1, "tanh": 5.0 / 3, "relu": math.sqrt(2.0), "selu": 3.0 / 4}
    if nonlinearity not in gains:
        raise ValueError("Unsupported nonlinearity " + nonlinearity)
    return gains[nonlinearity]


@_without_grad
def xavier_uniform_(tensor, gain=1.0):
    """Uniform in ±gain·√(6/(fan_in + fan_out)) (Glorot and Bengio 2010). Raises ValueError below 2 dimensions."""
    bound = math.sqrt(3.0) * gain * math.sqrt(2.0 / sum(_fans(tensor)))
    tensor.uniform_(-bound, bound)


@_without_grad
def xavier_normal_(tensor, gain=1.0):
    """
    Normal with mean 0 and variance gain²·2/(fan_in + fan_out) (Glorot and Bengio 2010). Raises ValueError below 2 dimensions.
    """
    tensor.normal_(0, gain * math.sqrt(2.0 / sum(_fans(tensor))))


def _kaiming_std(tensor, a, mode, nonlinearity):
    fan = _fans(tensor)[0 if mode == "fan_in" else 1]
    return calculate_gain(nonlinearity, a) / math.sqrt(fan)


@_without_grad
def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu"):
    """
    Uniform in ±gain·√(3/fan), where gain is calculate_gain(nonlinearity, a), and fan is fan_out unless `mode` is "fan_in" (He et
    al. 2015). Raises ValueError below 2 dimensions.
    """
    bound = math.sqrt(3.0) * _kaiming_std(tensor, a, mode, nonlinearity)
    tensor.uniform_(-bound, bound)


@_without_grad
def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu"):
    """Normal with mean 0 and variance gain²/fan, as in `kaiming_uniform_`. Raises ValueError below 2 dimensions."""
    tensor.normal_(0, _kaiming_std(tensor, a, mode, nonlinearity))


def __getattr__(name):
    raise AttributeError("torch.nn.init.%s isn't part of this course's torch" % name)
