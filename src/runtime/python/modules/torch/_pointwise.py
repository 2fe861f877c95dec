"""Functions that work entry by entry, beyond those of the table of operations. Most are methods of the first tensor too."""
from _builtins import real_float, real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine, number
from torch._dtypes import finfo
from torch._operations import define, pairwise
from torch._tensor import Tensor, method, wrap


@extend(Tensor)
class _Pointwise:
    def clamp(self, min=None, max=None):
        if min is None and max is None:
            raise RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None")
        if isinstance(min, Tensor) or isinstance(max, Tensor):
            above = self if min is None else self.maximum(min)
            return above if max is None else above.minimum(max)
        x = self
        if not x.is_floating_point():
            x = x.float() if type(min) is real_float or type(max) is real_float else x.long()
        low = -real_float("inf") if min is None else number(min)
        high = real_float("inf") if max is None else number(max)
        return wrap(engine.clamp(x._v, low, high))

    clip = clamp

    def equal(self, other):
        return self.shape == other.shape and bool((self == other).all())

    def isclose(self, other, rtol=1e-05, atol=1e-08, equal_nan=False):
        close = (self == other) | ((self - other).abs() <= atol + rtol * other.abs())
        # An infinity is close to itself only.
        close = close & (other.isfinite() | (self == other))
        return close | (self.isnan() & other.isnan()) if equal_nan else close

    def allclose(self, other, rtol=1e-05, atol=1e-08, equal_nan=False):
        return bool(self.isclose(other, rtol, atol, equal_nan).all())


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
            raise RuntimeError("div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '%s'" % rounding_mode)
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
