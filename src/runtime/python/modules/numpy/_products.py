"""Products of arrays, and what belongs to matrices."""
from _engine_value import extend
from _ffi import engine
from numpy._array import array, asarray, handle_of, method, ndarray, wrap
from numpy._axes import axes_of
from numpy._creation import tri, zeros, zeros_like
from numpy._ufuncs import where


@extend(ndarray)
class _Products:
    def dot(self, other):
        """Sums over the last axis here and the last but one there, or its only one: for matrices the product."""
        return wrap(engine.array_dot(self._v, handle_of(other)))

    def trace(self):
        """Σ x[i, i], over all further axes too, unlike NumPy's: one number. Raises ValueError for a vector."""
        if self.ndim < 2:
            raise ValueError("diag requires an array of at least two dimensions")
        n = min(self.shape)
        return self[list(range(n)), list(range(n))].sum()


def matmul(x1, x2):
    """(…, n, k) @ (…, k, m) is (…, n, m), without n if x1 is a vector, without m if x2 is. Raises ValueError for numbers."""
    return wrap(engine.array_matmul(handle_of(x1), handle_of(x2)))


def vdot(a, b):
    """Σ aᵢ·bᵢ over all entries of both. Raises ValueError if one has more."""
    return asarray(a).ravel().dot(asarray(b).ravel())


def inner(a, b):
    """Σ a·b over the last axis of both: (n, k), (m, k) → (n, m). If one is a number, the product."""
    a, b = asarray(a), asarray(b)
    return a * b if a.ndim == 0 or b.ndim == 0 else tensordot(a, b, ([-1], [-1]))


def outer(a, b):
    """a[i]·b[j] for the flattened arrays: (n, m)."""
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def tensordot(a, b, axes=2):
    """Σ a·b over a's last `axes` axes and b's first, or over a pair of axes or of lists of them; a's others come before b's."""
    a, b = asarray(a), asarray(b)
    if type(axes) is int:
        return wrap(engine.array_tensordot(a._v, b._v, axes))
    left, right = axes
    return wrap(engine.array_tensordot(a._v, b._v, *axes_of(left, a.ndim), *axes_of(right, b.ndim)))


def einsum(subscripts, *operands):
    """Sums of products, axes named by letters: `ij,jk->ik` multiplies matrices. Raises ValueError, RuntimeError for misfits."""
    from _einsum import einsum

    operands = [asarray(each) for each in operands]
    return einsum(subscripts, operands, lambda x, axes: x.transpose(axes), lambda x: x)


def diag(v, k=0):
    """A copy of a matrix's k-th diagonal; for a vector (n,) the (n + |k|, n + |k|) matrix with it. Else raises ValueError."""
    v = asarray(v)
    if v.ndim == 2:
        rows, columns = v.shape
        places = [i for i in range(rows) if 0 <= i + k < columns]
        return v[places, [i + k for i in places]]
    if v.ndim != 1:
        raise ValueError("Input must be 1- or 2-d.")
    made = zeros((len(v) + abs(k), len(v) + abs(k)), v.dtype)
    places = list(range(len(v)))
    made[[i + (-k if k < 0 else 0) for i in places], [i + (k if k > 0 else 0) for i in places]] = v
    return made


@method
def diagonal(a, offset=0):
    """What `diag` gives: a copy, where NumPy has a view, and for a vector a matrix. Raises ValueError for others."""
    return diag(a, offset)


def fill_diagonal(a, val):
    """Changes a: a[0, 0], a[1, 1], … become the value."""
    n = min(a.shape)
    a[list(range(n)), list(range(n))] = val


def tril(m, k=0):
    """A copy with 0 above the k-th diagonal of the last two axes. Raises IndexError for a vector, unlike NumPy's."""
    m = asarray(m)
    return where(tri(m.shape[-2], m.shape[-1], k, bool), m, zeros_like(m))


def triu(m, k=0):
    """A copy with 0 below the k-th diagonal of the last two axes. Raises IndexError for a vector, unlike NumPy's."""
    m = asarray(m)
    return where(tri(m.shape[-2], m.shape[-1], k - 1, bool), zeros_like(m), m)


def kron(a, b):
    """a with each entry replaced by its product with b: (m, n), (p, q) → (m·p, n·q)."""
    a, b = asarray(a), asarray(b)
    dims = max(a.ndim, b.ndim)
    a, b = a.reshape((1,) * (dims - a.ndim) + a.shape), b.reshape((1,) * (dims - b.ndim) + b.shape)
    product = tensordot(a, b, 0)
    order = []
    for axis in range(dims):
        order += [axis, axis + dims]
    return product.transpose(order).reshape([m * n for m, n in zip(a.shape, b.shape)])


def cross(a, b):
    """a × b for vectors (3,) or rows of them (n, 3). Raises IndexError for vectors (2,), unlike NumPy's."""
    a, b = asarray(a), asarray(b)
    x = [a[..., i] for i in range(3)]
    y = [b[..., i] for i in range(3)]
    parts = [asarray(x[i - 2] * y[i - 1] - x[i - 1] * y[i - 2]) for i in range(3)]
    return array([each.tolist() for each in parts]).swapaxes(0, -1) if parts[0].ndim else array([each.item() for each in parts])
