import numpy as np

x = np.array([[3.0, -1.0, 2.0], [0.5, 4.0, -2.5]])
print(np.gradient(x[0] ** 2), np.gradient(np.array([1.0, 4.0, 9.0]), 2.0), np.trapz(x, axis=1))
print(np.unique([3, 1, 1, 2], return_counts=True), np.searchsorted([1, 2, 4], 3), np.argwhere(x > 1))
print(np.divide(1.0, x, out=np.zeros_like(x), where=x > 0))
print(np.add.reduce(x, axis=1), np.multiply.outer([1, 2], [3, 4]), np.maximum.accumulate([1, 3, 2]))
print(np.percentile(x, [25, 50]), np.median(x, axis=0), np.cov(x), np.nanmean([1.0, np.nan, 3.0]))
print(np.pad([1, 2], 1), np.insert([1, 2], 1, 9), np.delete([1, 2, 3], 0), np.rot90(np.arange(4).reshape(2, 2)))
print(np.mgrid[0:2, 0:2], np.array_split(np.arange(5), 2), np.c_[[1, 2], [3, 4]])
print(np.fmax([np.nan, 1], 0), np.heaviside([-1.0, 0.0, 1.0], 0.5), np.logaddexp(0.0, [1.0, 2.0]), np.rint([0.5, 1.5]))
print(np.vectorize(lambda a, b: a if a > b else b)([1, 5, 2], 3), np.apply_along_axis(np.max, 1, x))
with np.printoptions(precision=2, suppress=True):
    print(np.array([1e-5, 3.14159]))
print(np.array2string(x[0], separator=", ", formatter={"float_kind": lambda v: "%.1f" % v}))
np.testing.assert_allclose(x, x + 1e-9)
try:
    np.testing.assert_allclose([1.0, 2.0], [1.0, 2.1], rtol=1e-3)
except AssertionError as error:
    print(error)
