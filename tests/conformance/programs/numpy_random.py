import numpy as np
np.random.seed(42)
print(np.random.rand(2, 2), np.random.randn(3), np.random.uniform(-1, 1, 2), np.random.normal(1, 2, size=3), np.random.randint(0, 10, size=5), np.random.randint(3), np.random.permutation(5), np.random.rand())
x = np.arange(5)
np.random.shuffle(x)
print(x)
