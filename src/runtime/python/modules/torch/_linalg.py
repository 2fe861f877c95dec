"""Products of vectors and matrices, and inverses. Most are methods of the first tensor too."""
from _ffi import engine
from torch._creation import eye
from torch._functions import tensordot
from torch._tensor import Tensor, method, wrap


def _scaled(x, factor):
    return x if factor == 1 else x * factor


def _adding(name):
    """beta·input + alpha·first·second, as one operation."""
    call = getattr(engine, name)

    def combine(input, first, second, *, beta=1, alpha=1):
        return wrap(call(_scaled(input, beta)._v, _scaled(first, alpha)._v, second._v))

    return combine


addmm = Tensor.addmm = _adding("addmm")
addmv = Tensor.addmv = _adding("addmv")
baddbmm = Tensor.baddbmm = _adding("baddbmm")
addr = Tensor.addr = _adding("addr")


@method
def inner(input, other):
    """Sums of products along the last dimension of both."""
    if not input.dim() or not other.dim():
        return input * other
    return tensordot(input, other, ([-1], [-1]))


@method
def kron(input, other):
    """Every entry of the input times the whole of the other, as blocks."""
    rank = max(input.dim(), other.dim())
    x = input.reshape(*[1] * (rank - input.dim()), *input.shape)
    y = other.reshape(*[1] * (rank - other.dim()), *other.shape)
    for dim in range(rank):
        x, y = x.unsqueeze(2 * dim + 1), y.unsqueeze(2 * dim)
    lengths = [x.shape[2 * dim] * y.shape[2 * dim + 1] for dim in range(rank)]
    return wrap(engine.unsafe_view((x * y)._v, *lengths))


@method
def cross(input, other, dim=None):
    """The vector at right angles to two others in space."""
    if dim is None:
        dim = [place for place, length in enumerate(input.shape) if length == 3][0]
    turned = [x.roll(shift, dim) for x, shift in ((input, -1), (other, -2), (input, -2), (other, -1))]
    return turned[0] * turned[1] - turned[2] * turned[3]


@method
def matrix_power(input, n):
    """
    The product of n factors of a square matrix: the identity for n = 0, factors of the inverse for n < 0. A batch, (b, m, m),
    needs n > 0. Raises RuntimeError where the inverse is wanted and there is none.
    """
    if n == 0:
        return eye(input.shape[-1], dtype=input.dtype)
    factor = wrap(engine.inverse(input._v)) if n < 0 else input
    result = factor
    for _ in range(abs(n) - 1):
        result = result @ factor
    return result


@method
def det(input):
    """Of an (n, n) matrix: 0-d. Raises RuntimeError if it isn't square, NotImplementedError for a batch."""
    return wrap(engine.determinant(input._v))


@method
def inverse(input):
    """Of an (n, n) matrix. Raises RuntimeError if it isn't square or is singular, NotImplementedError for a batch."""
    return wrap(engine.inverse(input._v))
