import _torch_names
from _ffi import engine
from torch import det, diagonal, matmul, matrix_power
from torch._linalg import inverse as inv
from torch._size import dims
from torch._tensor import wrap


def norm(A, ord=None, dim=None, keepdim=False):
    """(Σ|a|^ord)^(1/ord) over `dim` or all entries, √Σa² by default. Raises NotImplementedError for another norm of a matrix."""
    if ord is not None and ord != "fro" and (A.dim() == 2 and dim is None or type(dim) is tuple):
        raise NotImplementedError("matrix norms other than Frobenius's aren't part of this course's torch")
    order = 2 if ord is None or ord == "fro" else ord
    return wrap(engine.norm(A._v, keepdim, order, "LinalgVectorNormBackward0", *dims(dim)))


def vector_norm(x, ord=2, dim=None, keepdim=False):
    """
    (Σ|x|^ord)^(1/ord) over `dim` or all entries; for ord=inf the largest |x|, for −inf the smallest, for 0 the count of x ≠ 0.
    Raises RuntimeError for integers.
    """
    return wrap(engine.norm(x._v, keepdim, ord, "LinalgVectorNormBackward0", *dims(dim)))


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False):
    """√Σa² of the matrices in two dimensions: (…) from (…, n, m). Raises NotImplementedError for all but Frobenius's."""
    return norm(A, ord, dim, keepdim)


def solve(A, B):
    """X with A·X = B"""
    return wrap(engine.solve(A._v, B._v))


def multi_dot(tensors):
    """The product of all, from left to right, where PyTorch seeks the cheapest order. First and last may be vectors."""
    product = tensors[0]
    for each in tensors[1:]:
        product = product @ each
    return product


def vecdot(x, y, dim=-1):
    """Σ x·y along `dim`, broadcast."""
    return (x * y).sum(dim)


__getattr__ = _torch_names.looked_up("torch.linalg")
