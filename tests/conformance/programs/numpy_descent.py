import numpy as np
np.random.seed(0)
X = np.random.randn(8, 3)
y = X @ np.array([1.0, -2.0, 0.5])
w = np.zeros(3)
for _ in range(200):
    w -= 0.1 * X.T @ (X @ w - y) / len(X)
print(w)
print(f'{((X @ w - y) ** 2).mean():.1e}', np.round(w, 3))
