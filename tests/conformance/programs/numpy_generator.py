import numpy as np

rng = np.random.default_rng(42)
print(rng.random(3), rng.random())
print(rng.standard_normal(4), rng.normal(10, 2, size=(2, 2)))
print(rng.uniform(-1, 1, 3), rng.integers(0, 10, 8), rng.integers(1, 6, endpoint=True))
print(rng.permutation(6), rng.choice(5, 3, replace=False), rng.choice([1.5, 2.5], 4))
x = np.arange(5)
rng.shuffle(x)
print(x)
print(rng.standard_normal(5000).std(), rng.integers(0, 2**40))
state = np.random.RandomState(7)
print(state.rand(2), state.randn(2), state.randint(3, size=4), state.choice(4, 2, replace=False))
