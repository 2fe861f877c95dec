import torch

torch.set_default_dtype(torch.float64)
print(torch.get_default_dtype(), torch.tensor([1.5]), torch.ones(2), torch.arange(3) / 2, torch.zeros(1, dtype=torch.float32))
torch.set_default_dtype(torch.float32)
print(torch.tensor([1.5]), torch.tensor([1.5], dtype=float))
print(torch.finfo(torch.float32).eps, torch.finfo(torch.float64).max, torch.iinfo(torch.int64).max)
print(torch.FloatTensor([1, 2]), torch.LongTensor([3]), torch.ones(2, dtype=int).new_zeros(2), torch.logspace(0, 2, 3))
