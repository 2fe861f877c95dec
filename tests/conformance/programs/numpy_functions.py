import numpy as np
x = np.array([0.5, -1.25, 2.0])
print(np.exp(x), np.tanh(x), np.log(np.abs(x)), np.sqrt(4), np.exp(1), np.exp(1000.), np.maximum(x, 0), np.clip(x, -1, 1), np.sign(x), x ** 2, 2 ** x, 1 / x, x // 1, x % 1, np.round(x, 1), -x, abs(x), np.isnan(x), np.allclose(x, x + 1e-9), np.linalg.norm(x), np.einsum('i,i', x, x), x @ x, np.dot(x, x))
print(np.array([1, 2]) / 2, np.array([1, 2]) * 2.0, np.array([1, 2]) ** 2, np.array([True]) + 1, [1, 2] + np.array([1, 2]))
