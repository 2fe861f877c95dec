"""Functions as modules."""
from torch.nn import functional as F
from torch.nn._module import Module


def activation(name, function, *parameters, unnamed=()):
    """
    A module that applies a function of `torch.nn.functional`, with parameters given as pairs of name and default.
    `unnamed` names those whose values its repr shows without their names.
    """
    names = [each for each, _ in parameters]

    class Activation(Module):
        def __init__(self, *given, inplace=False, **named):
            super().__init__()
            for place, (parameter, default) in enumerate(parameters):
                value = given[place] if place < len(given) else named.pop(parameter, default)
                object.__setattr__(self, parameter, value)
            if named:
                raise TypeError("__init__() got an unexpected keyword argument '%s'" % list(named)[0])
            self.inplace = inplace

        def forward(self, input):
            return function(input, **{each: getattr(self, each) for each in names})

        def extra_repr(self):
            shown = []
            for each in names:
                value = getattr(self, each)
                shown.append("%s" % value if each in unnamed else "%s=%r" % (each, value))
            return ", ".join(shown + (["inplace=True"] if self.inplace else []))

    return type(name, (Activation,), {})


Identity = activation("Identity", lambda input: input)
ReLU = activation("ReLU", F.relu)
ReLU6 = activation("ReLU6", F.relu6)
Tanh = activation("Tanh", F.tanh)
Sigmoid = activation("Sigmoid", F.sigmoid)
SiLU = activation("SiLU", F.silu)
Mish = activation("Mish", F.mish)
SELU = activation("SELU", F.selu)
Hardswish = activation("Hardswish", F.hardswish)
Hardsigmoid = activation("Hardsigmoid", F.hardsigmoid)
Softsign = activation("Softsign", F.softsign)
Tanhshrink = activation("Tanhshrink", F.tanhshrink)
LogSigmoid = activation("LogSigmoid", F.logsigmoid)
GELU = activation("GELU", F.gelu, ("approximate", "none"))
ELU = activation("ELU", F.elu, ("alpha", 1.0))
CELU = activation("CELU", F.celu, ("alpha", 1.0))
LeakyReLU = activation("LeakyReLU", F.leaky_relu, ("negative_slope", 0.01))
Softplus = activation("Softplus", F.softplus, ("beta", 1), ("threshold", 20))
Hardtanh = activation("Hardtanh", F.hardtanh, ("min_val", -1.0), ("max_val", 1.0))
Softshrink = activation("Softshrink", F.softshrink, ("lambd", 0.5), unnamed=("lambd",))
Hardshrink = activation("Hardshrink", F.hardshrink, ("lambd", 0.5), unnamed=("lambd",))
Threshold = activation("Threshold", F.threshold, ("threshold", 0), ("value", 0))
Softmax = activation("Softmax", F.softmax, ("dim", None))
LogSoftmax = activation("LogSoftmax", F.log_softmax, ("dim", None))
Softmin = activation("Softmin", F.softmin, ("dim", None))
Flatten = activation(
    "Flatten", lambda input, start_dim, end_dim: input.flatten(start_dim, end_dim), ("start_dim", 1), ("end_dim", -1)
)


class Dropout(Module):
    """Sets entries to 0 at random while training."""

    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("dropout probability has to be between 0 and 1, but got %s" % p)
        self.p, self.inplace = p, inplace

    def forward(self, input):
        """Shaped like input; outside of training input itself."""
        return F.dropout(input, self.p, self.training)

    def extra_repr(self):
        """p and inplace."""
        return "p=%s, inplace=%s" % (self.p, self.inplace)


class Unflatten(Module):
    """A dimension split into several lengths, one of which may be −1."""

    def __init__(self, dim, unflattened_size):
        super().__init__()
        self.dim, self.unflattened_size = dim, unflattened_size

    def forward(self, input):
        """(…, n, …) → (…, *unflattened_size, …), where their product is n; else raises RuntimeError."""
        return input.unflatten(self.dim, self.unflattened_size)

    def extra_repr(self):
        """dim and unflattened_size."""
        return "dim=%s, unflattened_size=%s" % (self.dim, self.unflattened_size)
