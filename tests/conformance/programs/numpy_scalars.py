import numpy as np

x = np.array([0.1, 0.25, 4.0])
total = x.sum()
print(total, repr(total), type(total), total.dtype, total.shape, total.item())
print(total.round(1), round(total, 2), f"{total:8.3f}", "%.2e" % total, "{:>6.1f}|".format(total))
print(x[0] / 0, -x[1] / 0, np.float64(2) ** 0.5, 3 - x[2], 0 < x[2] <= 4)
y = x.astype(np.float32)
print(y[0], y.sum().dtype, y[0] + 1, (y * y.mean()).dtype, (y + np.arange(3)).dtype)
print(isinstance(total, float), isinstance(total, np.floating), sorted(x)[::-1], max(x), {x[1]: "quarter"})
try:
    total[0]
except IndexError as error:
    print(error)
