import math

from torch._creation import empty
from torch._parameter import Parameter
from torch.nn import functional as F
from torch.nn._module import Module


class Linear(Module):
    """input · weightᵀ + bias, the parameters drawn as PyTorch draws them."""

    def __init__(self, in_features, out_features, bias=True):
        self.in_features, self.out_features = in_features, out_features
        bound = 1 / math.sqrt(in_features)
        self.weight = Parameter(empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = Parameter(empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, input):
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self):
        return "in_features=%d, out_features=%d, bias=%s" % (
            self.in_features,
            self.out_features,
            self.bias is not None,
        )


class Sequential(Module):
    """Modules one after another."""

    def __init__(self, *modules):
        self._modules = modules

    def forward(self, input):
        for module in self._modules:
            input = module(input)
        return input

    def named_children(self):
        return [(str(place), module) for place, module in enumerate(self._modules)]

    def _holders(self):
        return [each for module in self._modules for each in module._holders()]

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules)

    def __getitem__(self, place):
        return self._modules[place]


class Identity(Module):
    def forward(self, input):
        return input


class Flatten(Module):
    def forward(self, input):
        return input.flatten(1)

    def extra_repr(self):
        return "start_dim=1, end_dim=-1"


class ReLU(Module):
    def forward(self, input):
        return F.relu(input)


class Tanh(Module):
    def forward(self, input):
        return F.tanh(input)


class Sigmoid(Module):
    def forward(self, input):
        return F.sigmoid(input)


class Softmax(Module):
    def __init__(self, dim=None):
        self.dim = dim

    def forward(self, input):
        return F.softmax(input, self.dim)

    def extra_repr(self):
        return "dim=%s" % self.dim


class _Loss(Module):
    def __init__(self, reduction="mean"):
        self.reduction = reduction


class MSELoss(_Loss):
    def forward(self, input, target):
        return F.mse_loss(input, target, reduction=self.reduction)


class L1Loss(_Loss):
    def forward(self, input, target):
        return F.l1_loss(input, target, reduction=self.reduction)


class CrossEntropyLoss(_Loss):
    def forward(self, input, target):
        return F.cross_entropy(input, target, reduction=self.reduction)


class NLLLoss(_Loss):
    def forward(self, input, target):
        return F.nll_loss(input, target, reduction=self.reduction)


class BCELoss(_Loss):
    def forward(self, input, target):
        return F.binary_cross_entropy(input, target, reduction=self.reduction)


class BCEWithLogitsLoss(_Loss):
    def forward(self, input, target):
        return F.binary_cross_entropy_with_logits(input, target, reduction=self.reduction)
