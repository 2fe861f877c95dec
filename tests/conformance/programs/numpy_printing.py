import numpy as np
print(np.array([1.5, np.nan]), np.array([-np.inf, 1]), np.array([1e-5, 1]), np.array([1e10]), np.array([1/3, 1e3]), np.array([0.001953125]), np.array([123456789.123]), np.array([1e8, 1.]))
print(np.arange(30), np.arange(1001.), np.ones((2, 2, 2)), np.array([]), np.zeros((0, 3)), np.array([True, False]))
print(repr(np.array([[1, 2], [3, 4]])), repr(np.array([0.1, 2])), repr(np.zeros((0, 3))), repr(np.array([1, 2], dtype=np.float32)), repr(np.linspace(0, 1, 11)))
print([np.array([1., 2.])], np.float64(0.1), np.array([1.5])[0], np.arange(3).dtype, repr(np.arange(3.).dtype))
