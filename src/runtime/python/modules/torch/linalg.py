from _crossing import engine
from torch._combining import det, matrix_power
from torch._combining import inverse as inv
from torch._functions import diagonal, matmul
from torch._size import dims
from torch._tensor import wrap


def norm(A, ord=None, dim=None, keepdim=False):
    """Of a vector, or of all entries of a matrix (Frobenius)."""
    if ord is not None and ord != "fro" and (A.dim() == 2 and dim is None or type(dim) is tuple):
        raise NotImplementedError("matrix norms other than Frobenius's aren't part of this course's torch")
    order = 2 if ord is None or ord == "fro" else ord
    return wrap(engine.norm(A._v, keepdim, order, "LinalgVectorNormBackward0", *dims(dim)))


def vector_norm(x, ord=2, dim=None, keepdim=False):
    return wrap(engine.norm(x._v, keepdim, ord, "LinalgVectorNormBackward0", *dims(dim)))


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False):
    return norm(A, ord, dim, keepdim)


def solve(A, B):
    """X with A·X = B"""
    return wrap(engine.solve(A._v, B._v))


def multi_dot(tensors):
    product = tensors[0]
    for each in tensors[1:]:
        product = product @ each
    return product


def vecdot(x, y, dim=-1):
    return (x * y).sum(dim)


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.linalg", name))
