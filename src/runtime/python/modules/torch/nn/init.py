"""First values for parameters, written into them."""
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
    tensor.uniform_(a, b)


@_without_grad
def normal_(tensor, mean=0.0, std=1.0):
    tensor.normal_(mean, std)


@_without_grad
def constant_(tensor, val):
    tensor.fill_(val)


@_without_grad
def ones_(tensor):
    tensor.fill_(1.0)


@_without_grad
def zeros_(tensor):
    tensor.zero_()


@_without_grad
def eye_(tensor):
    tensor.copy_(eye(*tensor.shape))


def _fans(tensor):
    """How many numbers go into an output, and how many outputs a number goes into."""
    if tensor.dim() < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    field = tensor[0][0].numel()
    return tensor.shape[1] * field, tensor.shape[0] * field


def calculate_gain(nonlinearity, param=None):
    if nonlinearity == "leaky_relu":
        slope = 0.01 if param is None else param
        return math.sqrt(2.0 / (1 + slope**2))
    gains = {"linear": 1, "sigmoid": 1, "tanh": 5.0 / 3, "relu": math.sqrt(2.0), "selu": 3.0 / 4}
    if nonlinearity not in gains:
        raise ValueError("Unsupported nonlinearity " + nonlinearity)
    return gains[nonlinearity]


@_without_grad
def xavier_uniform_(tensor, gain=1.0):
    bound = math.sqrt(3.0) * gain * math.sqrt(2.0 / sum(_fans(tensor)))
    tensor.uniform_(-bound, bound)


@_without_grad
def xavier_normal_(tensor, gain=1.0):
    tensor.normal_(0, gain * math.sqrt(2.0 / sum(_fans(tensor))))


def _kaiming_std(tensor, a, mode, nonlinearity):
    fan = _fans(tensor)[0 if mode == "fan_in" else 1]
    return calculate_gain(nonlinearity, a) / math.sqrt(fan)


@_without_grad
def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu"):
    bound = math.sqrt(3.0) * _kaiming_std(tensor, a, mode, nonlinearity)
    tensor.uniform_(-bound, bound)


@_without_grad
def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu"):
    tensor.normal_(0, _kaiming_std(tensor, a, mode, nonlinearity))


def __getattr__(name):
    raise AttributeError("torch.nn.init.%s isn't part of this course's torch" % name)
