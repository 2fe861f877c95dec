import torch
from torch import nn
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(3, 2), nn.Tanh(), nn.Linear(2, 1))
print(net)
print(net[0].weight, net[2].bias)
out = net(torch.ones(4, 3))
print(out)
nn.MSELoss()(out, torch.zeros(4, 1)).backward()
print([p.grad.shape for p in net.parameters()], net[2].bias.grad)
