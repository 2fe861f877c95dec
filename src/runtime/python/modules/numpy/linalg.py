from _crossing import engine
from numpy._array import asarray, wrap
from numpy._axes import axes_of


def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    if axis is None and ord is not None and x.ndim != 1 or type(axis) is tuple and ord not in (None, "fro"):
        raise NotImplementedError("matrix norms other than Frobenius's aren't part of this course's numpy")
    order = 2 if ord is None or ord == "fro" else ord
    sizes = abs(x)
    axes = axes_of(axis, x.ndim)
    axes = tuple(axes) if axes else None
    if order == float("inf"):
        return sizes.max(axes, keepdims=keepdims)
    if order == -float("inf"):
        return sizes.min(axes, keepdims=keepdims)
    if order == 0:
        return (x != 0).sum(axes, keepdims=keepdims).astype(float)
    total = (sizes**order).sum(axes, keepdims=keepdims)
    return total ** (1 / order)


def __getattr__(name):
    import _numpy_names as names

    raise AttributeError(names.of_module("numpy.linalg", name))
