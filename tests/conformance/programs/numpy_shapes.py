import numpy as np
x = np.arange(6).reshape(2, 3)
print(x.T, x.ravel(), x[:, None].shape, np.concatenate([x, x]), np.stack([x, x], axis=-1).shape, np.vstack([x[0], x]), np.tile(x[0], 2), np.repeat(x[0], 2), np.expand_dims(x, 0).shape, np.flip(x), np.roll(x, 1), np.broadcast_to(x[0], (2, 3)), np.outer([1, 2], [3, 4]), np.diag([1, 2]), x[::-1], x[1, [0, 2]], np.where(x > 2, x, -1), x[x % 2 == 0])
