"""Functions of every entry, and of pairs of entries: NumPy's "universal functions"."""
from _builtins import real_isinstance as isinstance
from _crossing import engine
from _held import Held
from numpy._array import apply, asarray, handle_of, into, ndarray, wrap
from numpy._axes import axis_of


class ufunc:
    """A function of the entries of `nin` arrays, and the reductions that a function of two gives."""

    nout = 1

    def __init__(self, name, nin):
        self.__name__ = name
        self.nin = nin
        self._call = getattr(engine, "array_" + name)

    def __repr__(self):
        return "<ufunc '%s'>" % self.__name__

    def __call__(self, *operands, out=None, where=True, dtype=None):
        if len(operands) > self.nin:
            out = operands[-1]
        if len(operands) < self.nin:
            raise TypeError(
                "%s() takes from %d to %d positional arguments but %d were given"
                % (self.__name__, self.nin, self.nin + 1, len(operands))
            )
        if dtype is not None:
            operands = [asarray(each, dtype) for each in operands]
        answer = wrap(self._call(handle_of(operands[0]))) if self.nin == 1 else self._of(operands[0], operands[1])
        if where is not True:
            answer = wrap(engine.array_where(handle_of(where, "bool"), handle_of(answer), handle_of(0.0 if out is None else out)))
        return into(answer, out)

    def _of(self, x, y):
        if isinstance(x, Held):
            answer = apply(self._call, x, y)
        elif isinstance(y, Held):
            answer = apply(self._call, y, x, True)
        else:
            answer = wrap(self._call(handle_of(x), handle_of(y), False, False))
        if answer is NotImplemented:
            raise TypeError("np.%s of %s isn't part of this course's numpy" % (self.__name__, type(y).__name__))
        return answer

    def _slices(self, array, axis):
        if self.nin != 2:
            raise ValueError("reduce only supported for binary functions")
        array = asarray(array)
        return [each for each in array.swapaxes(0, axis_of(axis, array.ndim))]

    def reduce(self, array, axis=0, keepdims=False):
        """One entry from all along an axis: the sum, for `add`."""
        method = _reductions.get(self.__name__)
        if method is not None:
            return getattr(asarray(array), method)(axis, keepdims=keepdims)
        found = None
        for each in self._slices(array, axis):
            found = each if found is None else self(found, each)
        return found

    def accumulate(self, array, axis=0):
        """What `reduce` gives after each entry."""
        found = []
        for each in self._slices(array, axis):
            found.append(self(found[-1], each) if found else each)
        array = asarray(found)
        return array.swapaxes(0, axis_of(axis, array.ndim))

    def outer(self, x, y):
        """Every entry of x with every entry of y."""
        x, y = asarray(x), asarray(y)
        return self(x.reshape(x.shape + (1,) * y.ndim), y)

    def at(self, array, places, values):
        """Does it to the entries at these places, one after another."""
        for i, place in enumerate(places):
            array[place] = self(array[place], values[i] if hasattr(values, "__getitem__") else values)


_reductions = {
    "add": "sum",
    "multiply": "prod",
    "maximum": "max",
    "minimum": "min",
    "logical_and": "all",
    "logical_or": "any",
}

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

abs = absolute
bitwise_not = invert
true_divide = divide
mod = remainder
deg2rad = radians
rad2deg = degrees
fix = trunc


def sinc(x):
    return wrap(engine.array_sinc(handle_of(x)))


def divmod(x1, x2):
    return floor_divide(x1, x2), remainder(x1, x2)


def modf(x):
    return x - trunc(x), trunc(x)


def round(a, decimals=0, out=None):
    return into(wrap(engine.array_round(handle_of(a), decimals)), out)


round_ = around = round


def clip(a, a_min=None, a_max=None, out=None):
    if a_min is not None:
        a = maximum(a, a_min)
    return into(asarray(a) if a_max is None else minimum(a, a_max), out)


def where(condition, x=None, y=None):
    if x is None:
        return asarray(condition).nonzero()
    x, y = _beside(x, y)
    return wrap(engine.array_where(handle_of(condition, "bool"), x, y))


def _beside(x, y):
    """Two handles; a number beside an array does not raise its dtype, unless it is a float beside integers."""
    if isinstance(x, Held) and not isinstance(y, Held) and x.dtype.kind == "f":
        return x._v, handle_of(y, x.dtype.name)
    if isinstance(y, Held) and not isinstance(x, Held) and y.dtype.kind == "f":
        return handle_of(x, y.dtype.name), y._v
    return handle_of(x), handle_of(y)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    largest = 1.7976931348623157e308
    x = where(isnan(x), nan, x)
    x = where(equal(x, 1e999), largest if posinf is None else posinf, x)
    return where(equal(x, -1e999), -largest if neginf is None else neginf, x)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a, "float64"), asarray(b, "float64")
    close = less_equal(absolute(a - b), atol + rtol * absolute(b))
    close = logical_or(logical_and(close, isfinite(b)), equal(a, b))
    return logical_or(close, logical_and(isnan(a), isnan(b))) if equal_nan else close


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(asarray(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = asarray(equal(a1, a2))
    return bool((logical_or(same, logical_and(isnan(a1), isnan(a2))) if equal_nan else same).all())


def array_equiv(a1, a2):
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
            shape = (asarray(each) + _zeros(shape)).shape
        flat = [(each + _zeros(shape, each.dtype.name)).ravel().tolist() if shape else [each.item()] for each in arrays]
        found = [pyfunc(*entries) for entries in zip(*flat)]
        made = asarray(found, asarray(found[:1]).dtype)
        return made.reshape(shape)

    return call


def _zeros(shape, name="bool"):
    return ndarray._of(engine.full(0, name, *shape))


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = asarray(arr)
    axis = axis_of(axis, arr.ndim)
    order = [each for each in range(arr.ndim) if each != axis] + [axis]
    rows = arr.transpose(order)
    shape = rows.shape[:-1]
    found = asarray([func1d(row, *args, **kwargs) for row in rows.reshape(-1, rows.shape[-1])])
    made = found.reshape(shape + found.shape[1:])
    if made.ndim == arr.ndim:
        places = list(range(arr.ndim - 1))
        places.insert(axis, arr.ndim - 1)
        made = made.transpose(places)
    return made
