import torch
from torch import nn

torch.manual_seed(0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 3), nn.Linear(3, 2)])
        self.norm = nn.BatchNorm1d(2)
        self.activation = nn.LeakyReLU(0.1)
        self.head = nn.Sequential(nn.LayerNorm(2), nn.Dropout(0.25), nn.Linear(2, 1, bias=False), nn.Flatten(0))
        self.scale = nn.Parameter(torch.tensor(2.0))

    def forward(self, x):
        for layer in self.layers:
            x = self.activation(layer(x))
        return self.head(self.norm(x)) * self.scale


net = Net()
print(net)
x = torch.tensor([[0.0, 1.0], [1.0, 0.5], [2.0, -1.0]])
print(net(x).tolist())
net(x).pow(2).sum().backward()
for name, parameter in net.named_parameters():
    print(name, parameter.shape, parameter.grad if name.startswith("head") else parameter.requires_grad)
print(net.norm.running_mean, net.norm.num_batches_tracked, net.training)
print(net.eval()(x).tolist())
print(list(net.state_dict()), net.load_state_dict(net.state_dict()))
print([name for name, _ in net.named_children()], [type(module).__name__ for module in net.modules()])
print(net.double()(x.double()).dtype, sum(p.numel() for p in net.parameters()))
try:
    net.layers[0].weight = torch.ones(3, 2)
except TypeError as error:
    print(error)
