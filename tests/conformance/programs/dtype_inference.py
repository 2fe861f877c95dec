import torch
print(torch.tensor([1, 2]).dtype, torch.tensor([1, 2.]).dtype, torch.tensor([True]).dtype, torch.tensor([True, 2]).dtype)
print(torch.tensor(1, dtype=float), torch.tensor([1.7], dtype=int), torch.tensor([0, 2], dtype=bool), torch.arange(3).dtype, torch.arange(3.).dtype, torch.full((2,), 1).dtype)
