import torch
x = torch.arange(24.).reshape(2, 3, 4)
print(x[1, 2, 3], x[:, 1], x[..., -1], x[0, :, ::2])
print(x[None, 0].shape, x[:, [0, 2]].shape, x[[0, 1], [1, 2]], x[x > 20])
print(x[torch.tensor([[0, 1]])].shape, x[0][torch.tensor([True, False, True])])
