from _ffi import engine, result
from numpy._array import asarray, wrap
from numpy._axes import axes_of
from numpy._creation import eye
from numpy._ufuncs import absolute

_prefix = "ValueError: LinAlgError: "


class LinAlgError(Exception):
    """A matrix isn't square, has no inverse, or isn't positive definite."""


def _solved(answer):
    if type(answer) is str and answer.startswith(_prefix):
        raise LinAlgError(answer[len(_prefix) :])
    return wrap(result(answer))


def solve(a, b):
    """The x with a @ x = b, float64: (n, n), (n,) → (n,), or (n, n), (n, m) → (n, m). Raises LinAlgError for a singular a."""
    return _solved(engine.linalg_solve(asarray(a)._v, asarray(b)._v))


def inv(a):
    """The inverse (n, n), float64. Raises LinAlgError if there is none, NotImplementedError for a stack of matrices."""
    return _solved(engine.linalg_inv(asarray(a)._v))


def det(a):
    """The product of the pivots of elimination, float64. Raises LinAlgError unless a is (n, n)."""
    return _solved(engine.linalg_det(asarray(a)._v))


def cholesky(a):
    """The lower triangular L with L @ L.T = a, whose upper part isn't read. Raises LinAlgError unless a is positive definite."""
    return _solved(engine.linalg_cholesky(asarray(a)._v))


def lstsq(a, b, rcond=None):
    """The solution of least squares, for a of full rank; its rank and singular values aren't part of this course."""
    a, b = asarray(a), asarray(b)
    x = _solved(engine.linalg_least_squares(a._v, b._v))
    rest = b - a @ x
    return x, (rest * rest).sum(axis=0, keepdims=True).ravel(), a.shape[1], None


def matrix_power(a, n):
    """a @ … @ a with n factors, for n < 0 of its inverse, 1 on the diagonal for none. Raises LinAlgError without an inverse."""
    a = asarray(a)
    if n < 0:
        a, n = inv(a), -n
    product = eye(len(a), dtype=a.dtype)
    while n:
        if n % 2:
            product = product @ a
        a = a @ a
        n //= 2
    return product


def norm(x, ord=None, axis=None, keepdims=False):
    """
    (Σ |x|^ord)^(1/ord) along an axis or over all, with ord 2 if it isn't given, and max |x| or min |x| for ±∞. For two axes or a
    matrix ±1 and ±∞ are the largest or smallest sum of |x| in a column or row; raises NotImplementedError for all but "fro" else.
    """
    x = asarray(x)
    axes = axes_of(axis, x.ndim)
    if axis is None and ord is not None:
        axes = list(range(x.ndim))
    if len(axes) == 2 and ord not in (None, "fro"):
        return _matrix_norm(x, ord, axes, keepdims)
    order = 2 if ord is None or ord == "fro" else ord
    sizes = asarray(absolute(x))
    axes = tuple(axes) if axes else None
    if order == float("inf"):
        return sizes.max(axes, keepdims=keepdims)
    if order == -float("inf"):
        return sizes.min(axes, keepdims=keepdims)
    if order == 0:
        return (x != 0).sum(axes, keepdims=keepdims) * 1.0
    if order == 1:
        return sizes.sum(axes, keepdims=keepdims) * 1.0
    total = (sizes**order).sum(axes, keepdims=keepdims)
    return total ** (1 / order)


def _matrix_norm(x, ord, axes, keepdims):
    """The largest or smallest sum along rows or columns."""
    if ord not in (1, -1, float("inf"), -float("inf")):
        raise NotImplementedError("this matrix norm isn't part of this course's numpy")
    summed = axes[0] if ord in (1, -1) else axes[1]
    sums = asarray(absolute(x)).sum(summed, keepdims=True)
    found = sums.max(tuple(axes), keepdims=keepdims) if ord > 0 else sums.min(tuple(axes), keepdims=keepdims)
    return found * 1.0


def __getattr__(name):
    import _numpy_names as names

    raise names.absent("numpy.linalg", name)
