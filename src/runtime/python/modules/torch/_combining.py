"""Functions of several tensors. Most are methods of the first too."""
from _ffi import engine, number
from torch._creation import eye
from torch._dtypes import finfo
from torch._functions import tensordot
from torch._operations import define
from torch._tensor import Tensor, method, pairwise, wrap


def _with_factor(name, position):
    """`add` and `sub`, whose second operand may be multiplied first."""
    plain = pairwise(name, position)
    scaled = getattr(engine, name + "_scaled")

    def combine(input, other, *, alpha=1):
        if alpha == 1 or not isinstance(other, Tensor):
            return plain(input, other if alpha == 1 else other * alpha)
        return wrap(scaled(input._v, other._v, number(alpha)))

    return combine


def _division(position):
    plain = pairwise("div", position)

    def div(input, other, *, rounding_mode=None):
        if rounding_mode is None:
            return plain(input, other)
        if rounding_mode == "floor":
            return input.floor_divide(other)
        if rounding_mode != "trunc":
            raise RuntimeError(
                "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '%s'" % rounding_mode
            )
        return plain(input, other).trunc()

    return div


define("add", _with_factor("add", 1), _with_factor("add", 2))
define("sub", _with_factor("sub", 1), _with_factor("sub", 2))
define("div", _division(1), _division(2))


def pow(input, exponent):
    """input**exponent, broadcast; one of them may be a number. Raises RuntimeError for integers to a negative whole number."""
    return input**exponent


define("pow", pow, pow)


def rsub(input, other, *, alpha=1):
    """other − alpha·input, broadcast."""
    return other - (input if alpha == 1 else input * alpha)


@method
def lerp(input, end, weight):
    """input + weight·(end − input)"""
    return wrap(engine.lerp(input._v, end._v, weight._v if isinstance(weight, Tensor) else number(weight)))


@method
def addcmul(input, tensor1, tensor2, *, value=1):
    """input + value·tensor1·tensor2"""
    return wrap(engine.addcmul(input._v, tensor1._v, tensor2._v, number(value)))


@method
def addcdiv(input, tensor1, tensor2, *, value=1):
    """input + value·tensor1/tensor2"""
    return wrap(engine.addcdiv(input._v, tensor1._v, tensor2._v, number(value)))


@method
def logit(input, eps=None):
    """ln(x/(1 − x)), with x held between eps and 1 − eps."""
    return wrap(engine.logit((input if eps is None else input.clamp(eps, 1 - eps))._v))


@method
def heaviside(input, values):
    """0 below 0, 1 above, and `values` at 0."""
    return (input > 0).to(input.dtype) + (input == 0).to(input.dtype) * values


@method
def nan_to_num(input, nan=0.0, posinf=None, neginf=None):
    """NaN replaced by `nan`, infinities by `posinf` and `neginf`, by default the dtype's largest and smallest number."""
    if not input.is_floating_point():
        return input.clone()
    limits = finfo(input.dtype)
    result = input.masked_fill(input.isnan(), nan)
    result = result.masked_fill(input == float("inf"), limits.max if posinf is None else posinf)
    return result.masked_fill(input == -float("inf"), limits.min if neginf is None else neginf)


@method
def deg2rad(input):
    """x·π/180"""
    return input * (3.141592653589793 / 180)


@method
def rad2deg(input):
    """x·180/π"""
    return input * (180 / 3.141592653589793)


@method
def clamp_min(input, min):
    """max(x, min), where `min` is a number or a tensor that broadcasts."""
    return input.clamp(min=min)


@method
def clamp_max(input, max):
    """min(x, max), where `max` is a number or a tensor that broadcasts."""
    return input.clamp(max=max)


@method
def nansum(input, dim=None, keepdim=False):
    """The sum along `dim`, or of all entries, with NaN as 0."""
    return input.masked_fill(input.isnan(), 0).sum(dim, keepdim)


@method
def nanmean(input, dim=None, keepdim=False):
    """The mean of what isn't NaN along `dim`, or of all entries; NaN where nothing is left."""
    return nansum(input, dim, keepdim) / input.isnan().logical_not().sum(dim, keepdim)


@method
def dist(input, other, p=2):
    """‖input − other‖ₚ over all entries, broadcast: 0-d."""
    return (input - other).norm(p)


def std_mean(input, dim=None, unbiased=True, keepdim=False):
    """(std, mean) along `dim`, or of all n entries; the sum of squares is divided by n − 1, or by n with unbiased=False."""
    return input.std(dim, unbiased, keepdim), input.mean(dim, keepdim)


def var_mean(input, dim=None, unbiased=True, keepdim=False):
    """(var, mean), by the rules of `std_mean`."""
    return input.var(dim, unbiased, keepdim), input.mean(dim, keepdim)


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
def trapezoid(y, x=None, *, dx=1, dim=-1):
    """The area below straight lines from point to point."""
    length = y.shape[dim]
    heights = y.narrow(dim, 0, length - 1) + y.narrow(dim, 1, length - 1)
    if x is None:
        return heights.sum(dim) * (dx / 2)
    widths = x.narrow(-1, 1, length - 1) - x.narrow(-1, 0, length - 1)
    return (heights * widths).sum(dim) / 2.0


trapz = trapezoid
