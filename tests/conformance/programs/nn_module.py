import torch
from torch import nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 2)
        self.scale = nn.Parameter(torch.tensor(2.))
    def forward(self, x):
        return self.scale * F.relu(self.hidden(x)).sum()
torch.manual_seed(1)
net = Net()
print(net)
net(torch.ones(3, 2)).backward()
print(net.scale, net.scale.grad, net.hidden.weight.grad)
print(len(list(net.parameters())))
net.zero_grad()
