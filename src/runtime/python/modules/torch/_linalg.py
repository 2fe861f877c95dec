"""Products of vectors and matrices, diagonals and triangles, and inverses. Most are methods of the first tensor too."""
from _builtins import real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine
from torch._creation import eye
from torch._joining import stack
from torch._tensor import Tensor, method, refuse, wrap


@extend(Tensor)
class _Linalg:
    def matmul(self, other):
        if not isinstance(other, Tensor):
            refuse("matmul", "other", 1, other)
        return wrap(engine.matmul(self._v, other._v))

    def mm(self, mat2):
        return wrap(engine.mm(self._v, mat2._v))

    def mv(self, vec):
        return wrap(engine.mv(self._v, vec._v))

    def bmm(self, mat2):
        return wrap(engine.bmm(self._v, mat2._v))

    def dot(self, tensor):
        return wrap(engine.dot(self._v, tensor._v))

    def outer(self, vec2):
        return wrap(engine.outer(self._v, vec2._v))

    def trace(self):
        return wrap(engine.trace(self._v))

    def diag(self, diagonal=0):
        return wrap(engine.diag(self._v, diagonal))

    def diagonal(self, offset=0):
        return wrap(engine.diagonal(self._v, offset))

    def tril(self, diagonal=0):
        return wrap(engine.tril(self._v, diagonal))

    def triu(self, diagonal=0):
        return wrap(engine.triu(self._v, diagonal))


def ger(input, vec2):
    """`outer` under its old name: (n, m) from (n,) and (m,)."""
    return input.outer(vec2)


def tensordot(a, b, dims=2):
    """
    Sums of products over the last `dims` dimensions of a and the first of b, or over dimensions that two lists pair. The result
    has the remaining dimensions of a, then those of b. Raises RuntimeError where the lists or the lengths don't match.
    """
    if type(dims) is int:
        return wrap(engine.tensordot(a._v, b._v, dims))
    left, right = dims
    left = [left] if type(left) is int else list(left)
    right = [right] if type(right) is int else list(right)
    if len(left) != len(right):
        raise RuntimeError("both dimension lists should have same length")
    return wrap(engine.tensordot(a._v, b._v, *left, *right))


def einsum(equation, *operands):
    """
    Sums of products by letters for dimensions: "ij,jk->ik" multiplies matrices, and a letter missing on the right is summed.
    Without an arrow the result has the letters that occur once, in alphabetical order. Raises ValueError where the equation
    doesn't fit the operands, RuntimeError where lengths differ.
    """
    from _einsum import einsum

    return einsum(equation, operands, lambda x, axes: x.permute(*axes), lambda x: x.view(x.shape))


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


@method
def diag_embed(input, offset=0):
    """The rows of the input on the diagonals of matrices."""
    rows = input.reshape(-1, input.shape[-1])
    matrices = stack([row.diag(offset) for row in rows])
    return matrices.reshape(*input.shape[:-1], *matrices.shape[1:])


def diagflat(input, offset=0):
    """All entries on the diagonal that is `offset` right of the main one, 0 elsewhere: a square of n + |offset|."""
    return input.flatten().diag(offset)
