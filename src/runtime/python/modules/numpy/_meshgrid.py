"""Grids of places and of coordinates."""
from numpy._array import asarray
from numpy._creation import arange, linspace, tri, zeros
from numpy._joining import stack
from numpy._reshaping import broadcast_to
from numpy._ufuncs import logical_not


def meshgrid(*xi, indexing="xy"):
    """One grid for each vector, (len₁, len₂, …), with xi[i] along axis i; "xy" swaps axes 0 and 1. Views, where NumPy copies."""
    arrays = [asarray(each).ravel() for each in xi]
    lengths = [len(each) for each in arrays]
    apart = [each.reshape([-1] + [1] * (len(arrays) - 1 - axis)) for axis, each in enumerate(arrays)]
    grids = [broadcast_to(each, lengths) for each in apart]
    return [grid.swapaxes(0, 1) for grid in grids] if indexing == "xy" and len(grids) > 1 else grids


def indices(dimensions):
    """Every entry's place along each axis of an array of these lengths: (len(dimensions), *dimensions), int64."""
    grids = meshgrid(*[arange(length) for length in dimensions], indexing="ij")
    return stack(grids) if grids else zeros((0,), int)


def fromfunction(function, shape, dtype=float, **options):
    """What the function returns for `indices(shape)` in this dtype, an array per axis: it is called once, not for every entry."""
    return function(*indices(shape).astype(dtype), **options)


def triu_indices(n, k=0, m=None):
    """Rows and columns of the entries on and above the k-th diagonal of an (n, m) matrix, row by row; m is n if not given."""
    return logical_not(tri(n, m, k - 1, bool)).nonzero()


def tril_indices(n, k=0, m=None):
    """Rows and columns of the entries on and below the k-th diagonal of an (n, m) matrix, row by row; m is n if not given."""
    return tri(n, m, k, bool).nonzero()


def diag_indices(n, ndim=2):
    """Indices of the diagonal of an array with `ndim` axes of length n: 0, …, n − 1 for each axis."""
    return (arange(n),) * ndim


def ix_(*args):
    """Places along each axis, shaped so that together they name every combination."""
    arrays = [asarray(each) for each in args]
    arrays = [each.nonzero()[0] if each.dtype.kind == "b" else each for each in arrays]
    return tuple([each.reshape((1,) * i + (-1,) + (1,) * (len(arrays) - 1 - i)) for i, each in enumerate(arrays)])


class _Grid:
    """`np.mgrid[0:2, 0:3]`, and `np.ogrid` where the axes stay apart."""

    def __init__(self, apart):
        self._apart = apart

    def __getitem__(self, key):
        several = type(key) is tuple
        axes = [_steps(part) for part in (key if several else (key,))]
        if self._apart:
            return list(ix_(*axes)) if several else axes[0]
        return stack(meshgrid(*axes, indexing="ij")) if several else axes[0]


def _steps(part):
    start = 0 if part.start is None else part.start
    if isinstance(part.step, complex):
        return linspace(start, part.stop, int(abs(part.step)))
    return arange(start, part.stop, 1 if part.step is None else part.step)


mgrid = _Grid(False)
ogrid = _Grid(True)


def unravel_index(indices, shape):
    """Indices, an array for each axis, of entries given by their place in the flattened array. Wraps where NumPy raises."""
    places = asarray(indices)
    found = []
    for length in reversed(shape):
        found.insert(0, places % length)
        places = places // length
    return tuple(found)


def ravel_multi_index(multi_index, dims):
    """Places in the flattened array of entries given by their indices, an array for each axis. Bounds aren't checked."""
    place = 0
    for each, length in zip(multi_index, dims):
        place = place * length + (each if type(each) is int else asarray(each))
    return place


def ndindex(*shape):
    """Every place of an array of this shape."""
    if len(shape) == 1 and type(shape[0]) is tuple:
        shape = shape[0]
    if not shape:
        yield ()
        return
    for first in range(shape[0]):
        for rest in ndindex(*shape[1:]):
            yield (first,) + rest


def ndenumerate(arr):
    """Pairs of every entry's indices, a tuple, and the entry, row by row."""
    arr = asarray(arr)
    for place in ndindex(*arr.shape):
        yield place, arr[place]
