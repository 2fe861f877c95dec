import numpy as np
for f in (lambda: np.ones(3) + np.ones(4), lambda: np.ones((2, 3)) @ np.ones((2, 3)), lambda: np.ones(3).reshape(2, 2), lambda: np.ones(3)[3], lambda: np.ones(3).sum(axis=1), lambda: bool(np.ones(2)), lambda: float(np.ones(2)), lambda: np.dot(np.ones(2), np.ones(3)), lambda: np.array([[1, 2], [3]]), lambda: np.array([1, 2]) ** -1, lambda: np.ones(2).foo, lambda: np.foo):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ':', e)
