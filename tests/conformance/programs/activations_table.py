import torch
import torch.nn.functional as F

functions = {
    "relu6": F.relu6,
    "elu": lambda x: F.elu(x, alpha=0.5),
    "celu": lambda x: F.celu(x, 0.5),
    "selu": F.selu,
    "leaky_relu": lambda x: F.leaky_relu(x, 0.2),
    "hardtanh": F.hardtanh,
    "hardswish": F.hardswish,
    "hardshrink": F.hardshrink,
    "softshrink": F.softshrink,
    "threshold": lambda x: F.threshold(x, 0.1, 20.0),
    "gelu": F.gelu,
    "gelu, tanh": lambda x: F.gelu(x, approximate="tanh"),
    "silu": F.silu,
    "mish": F.mish,
    "softplus": lambda x: F.softplus(x, beta=2),
    "softsign": F.softsign,
    "tanhshrink": F.tanhshrink,
    "logsigmoid": F.logsigmoid,
    "softmin": lambda x: F.softmin(x, dim=1),
    "log_softmax": lambda x: F.log_softmax(x, dim=0),
    "normalize": F.normalize,
    "dropout, at rest": lambda x: F.dropout(x, 0.5, training=False),
}
for name, function in functions.items():
    x = torch.tensor([[0.3, -0.6, 1.1], [2.2, -1.4, 3.9]], requires_grad=True)
    y = function(x)
    print(name, y)
    (y * y).sum().backward()
    print(x.grad)
