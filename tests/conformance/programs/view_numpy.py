import torch
import numpy as np
a = np.ones(2)
t = torch.from_numpy(a)
t += 1
a[0] = 9
print(a, t)
b = t.numpy()
b *= 2
print(a, t, torch.tensor(a).add_(1), a)
f = torch.ones(2).numpy()
print(repr(f), f.dtype)
