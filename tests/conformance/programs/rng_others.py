import torch
torch.manual_seed(0)
print(torch.randint(0, 10, (5,)), torch.randint(3, size=(2,)), torch.randperm(6), torch.normal(0., 2., (3,)), torch.empty(2).uniform_(-1, 1), torch.empty(3).normal_())
print(torch.randn(17, dtype=torch.float64), torch.rand(2, dtype=torch.float64))
