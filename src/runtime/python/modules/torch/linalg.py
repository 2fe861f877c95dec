from _crossing import engine
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


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.linalg", name))
