import numpy as np
x = np.array([[0.3, -0.6, 1.1], [2.2, -1.4, 0.9]])
print(x.sum(), x.sum(0), x.sum(axis=1, keepdims=True), x.mean(axis=0), x.var(axis=0), x.std(), x.var(ddof=1), x.max(axis=1), x.argmax(), x.argmin(axis=0), x.cumsum(), x.prod(axis=0), (x > 0).all(), (x > 0).any(axis=1), np.sum([1, 2]), np.median(x), np.sort(x), np.diff(x))
