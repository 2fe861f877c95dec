"""Functions of every entry, and of pairs of entries: NumPy's "universal functions"."""
from _builtins import real_isinstance as isinstance
from _engine_value import EngineValue, extend
from _ffi import engine
from numpy._array import asarray, filled, handle_of, into, ndarray, wrap
from numpy._operators import apply
from numpy._ufunc import ufunc


@extend(ndarray)
class _Entrywise:
    def round(self, decimals=0, out=None):
        """Rounded to so many decimals, halfway cases to the even neighbour. `out` is ignored."""
        return wrap(engine.array_round(self._v, decimals))

    def clip(self, min=None, max=None):
        """No less than `min`, and then no more than `max`; None is no bound."""
        x = self
        if min is not None:
            x = apply(engine.array_maximum, x, min)
        return x if max is None else apply(engine.array_minimum, x, max)


for _name in (
    "negative positive absolute fabs sign square reciprocal exp exp2 expm1 log log2 log10 log1p sqrt cbrt sin cos tan "
    "arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh degrees radians floor ceil trunc rint invert logical_not "
    "isnan isinf isfinite signbit"
).split():
    globals()[_name] = ufunc(_name, 1)
for _name in (
    "add subtract multiply divide power float_power floor_divide remainder fmod maximum minimum fmax fmin arctan2 hypot "
    "copysign heaviside logaddexp logaddexp2 gcd lcm equal not_equal less less_equal greater greater_equal logical_and "
    "logical_or logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift"
).split():
    globals()[_name] = ufunc(_name, 2)


def sinc(x):
    """sin(πx)/(πx), 1 at 0."""
    return wrap(engine.array_sinc(handle_of(x)))


def divmod(x1, x2):
    """⌊x1/x2⌋, and the rest, which has the sign of x2."""
    return floor_divide(x1, x2), remainder(x1, x2)


def modf(x):
    """The fractional and the whole part, both with the sign of x. An infinity's fractional part is NaN here, not 0."""
    return x - trunc(x), trunc(x)


def round(a, decimals=0, out=None):
    """Rounded to so many decimals, or to tens, hundreds, … for negative ones; halfway cases go to the even neighbour."""
    return into(wrap(engine.array_round(handle_of(a), decimals)), out)


def clip(a, a_min=None, a_max=None, out=None):
    """a, but no less than a_min, and then no more than a_max; None is no bound. With neither, a itself, where NumPy raises."""
    if a_min is not None:
        a = maximum(a, a_min)
    return into(asarray(a) if a_max is None else minimum(a, a_max), out)


def where(condition, x=None, y=None):
    """x where the condition is true, y elsewhere, all broadcast; without x and y, `nonzero`. Raises ValueError for a misfit."""
    if x is None:
        return asarray(condition).nonzero()
    x, y = _beside(x, y)
    return wrap(engine.array_where(handle_of(condition, "bool"), x, y))


def _beside(x, y):
    """Two handles; a number beside an array does not raise its dtype, unless it is a float beside integers."""
    if isinstance(x, EngineValue) and not isinstance(y, EngineValue) and x.dtype.kind == "f":
        return x._v, handle_of(y, x.dtype.name)
    if isinstance(y, EngineValue) and not isinstance(x, EngineValue) and y.dtype.kind == "f":
        return handle_of(x, y.dtype.name), y._v
    return handle_of(x), handle_of(y)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """A copy with these numbers for NaN and ±∞, by default 0 and float64's bounds, which are ±∞ again in float32."""
    largest = 1.7976931348623157e308
    x = where(isnan(x), nan, x)
    x = where(equal(x, 1e999), largest if posinf is None else posinf, x)
    return where(equal(x, -1e999), -largest if neginf is None else neginf, x)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether |a − b| ≤ atol + rtol·|b|, in relation to b alone. ∞ is close to ∞, but NaN to NaN only with `equal_nan`."""
    a, b = asarray(a, "float64"), asarray(b, "float64")
    close = less_equal(absolute(a - b), atol + rtol * absolute(b))
    close = logical_or(logical_and(close, isfinite(b)), equal(a, b))
    return logical_or(close, logical_and(isnan(a), isnan(b))) if equal_nan else close


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether all entries are close, as `isclose` has it: one bool."""
    return bool(asarray(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    """Whether both have the same shape and the same entries: one bool. NaN equals NaN only with `equal_nan`."""
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = asarray(equal(a1, a2))
    return bool((logical_or(same, logical_and(isnan(a1), isnan(a2))) if equal_nan else same).all())


def array_equiv(a1, a2):
    """Whether all entries are equal once both are broadcast: one bool, False for shapes that don't fit."""
    try:
        return bool(asarray(equal(a1, a2)).all())
    except ValueError:
        return False


def vectorize(pyfunc):
    """The function, of every entry of its arguments. What it returns for the first one decides the dtype, as in NumPy."""

    def call(*operands):
        arrays = [asarray(each) for each in operands]
        shape = arrays[0].shape
        for each in arrays[1:]:
            shape = (asarray(each) + filled(0, "bool", *shape)).shape
        flat = [(each + filled(0, each.dtype.name, *shape)).ravel().tolist() if shape else [each.item()] for each in arrays]
        found = [pyfunc(*entries) for entries in zip(*flat)]
        made = asarray(found, asarray(found[:1]).dtype)
        return made.reshape(shape)

    return call
