import _numpy_names as _names
from _builtins import floats, formatted, real_float, real_isinstance as isinstance
from _ffi import addressof, array as doubles, engine, nest, number, numbers, result
from _engine_value import EngineValue, Scalar
from _indexing import words_of
from numpy._axes import axes_of, axis_of, reduced_axes
from numpy._dtypes import dtype, name_of
from numpy._errors import UFuncTypeError, no_loop

_new = object.__new__
_cell = numbers(1)
_cell_address = addressof(_cell)


def wrap(answer):
    """An array of what the engine answered; as in NumPy, an array without axes becomes a scalar."""
    if type(answer) is str:
        result(answer)
    name = engine.scalar_dtype(answer)
    kind = _kinds.get(name)
    if kind is None:
        return _number(answer, name)
    found = _new(kind)
    found._v = answer
    return found


def _number(handle, name=None):
    """The only entry, as Python's own number."""
    result(engine.item(handle, _cell_address))
    return _converter(name or engine.dtype(handle))(_cell[0])


def _converter(name):
    return int if name == "int64" else bool if name == "bool" else real_float


def _sequence(data):
    return type(data) is list or type(data) is tuple or type(data) is range


def _gather(data, flat):
    """Appends all numbers in nested lists, and tells their shape."""
    if isinstance(data, EngineValue):
        data = data.tolist()
    if not _sequence(data):
        flat.append(data)
        return ()
    shapes = []
    for each in data:
        kind = type(each)
        if kind is real_float or kind is int or kind is bool:
            flat.append(each)
            shape = ()
        else:
            shape = _gather(each, flat)
        if not shapes or shape != shapes[-1]:
            shapes.append(shape)
    if len(shapes) > 1:
        _refuse_ragged(len(data), shapes)
    return (len(data),) + (shapes[0] if shapes else ())


def _refuse_ragged(length, shapes):
    agree = [one == other for one, other in zip(shapes[0], shapes[1])] + [False]
    found = (length,) + shapes[0][: agree.index(False)]
    raise ValueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after %d dimensions. The detected shape was %s + inhomogeneous part."
        % (len(found), found)
    )


def _kind(flat):
    highest = "bool" if flat else "float64"
    for each in flat:
        kind = type(each)
        if kind is real_float:
            highest = "float64"
        elif kind is int:
            if highest == "bool":
                highest = "int64"
        elif kind is not bool:
            raise TypeError("an array of %s isn't part of this course's numpy: use numbers" % kind.__name__)
    return highest


def handle_of(data, name=None):
    """The engine's array of these numbers, in this dtype or the one they call for."""
    if isinstance(data, EngineValue):
        if not isinstance(data, _own):
            data = data.numpy()
        return data._v if name is None or name == engine.dtype(data._v) else engine.copy(data._v, name)
    flat = []
    shape = _gather(data, flat)
    name = name or _kind(flat)
    entries = doubles("d", flat)
    return result(engine.from_numbers(addressof(entries), len(entries), name, *shape))


def array(object, dtype=None, copy=True, ndmin=0):
    """
    A new array of a number, nested lists or an array, in the least dtype of bool, int64, float64 that holds all; float64 for
    none. Raises ValueError for lists of different lengths, TypeError for what isn't a number. Integers are exact only up to 2⁵³.
    """
    handle = handle_of(object, name_of(dtype))
    if isinstance(object, EngineValue) and copy:
        handle = engine.copy(handle, engine.dtype(handle))
    made = ndarray._of(handle)
    while made.ndim < ndmin:
        made = ndarray._of(engine.array_expand_dims(made._v, 0))
    return made


def asarray(object, dtype=None):
    """The array itself if it has this dtype, else what `array` makes of it. Raises what that raises."""
    if type(object) is ndarray and (dtype is None or name_of(dtype) == engine.dtype(object._v)):
        return object
    return ndarray._of(handle_of(object, name_of(dtype)))


def _known(x):
    """Whether arithmetic with this is NumPy's business."""
    kind = type(x)
    return kind is ndarray or kind is float64 or kind is float32 or _sequence(x)


def apply(call, x, y, reverse=False, name=None):
    """What a call makes of an array and a number, array or list; NotImplemented for others. Raises TypeError for text or None."""
    kind = type(y)
    if kind is real_float:
        return wrap(call(x._v, y, True, reverse))
    if kind is int:
        return wrap(call(x._v, number(y), type(number(y)) is not int, reverse))
    if kind is str and name is not None:
        raise no_loop(name, *((y, x) if reverse else (x, y)))
    if y is None or kind is str:
        raise TypeError("an array and %r can't be operands of one operation" % (y,))
    if kind is not bool and not _known(y):
        return NotImplemented
    return wrap(call(x._v, handle_of(y), False, reverse))


# What writes an entry, by kind ("float", "int", …), where `set_printoptions` or `printoptions` gave one.
formatter = {}


def words_by(formatter, array):
    """Every entry as the formatter for its kind writes it; nothing if there is none."""
    kinds = {"f": ("float", "float_kind"), "i": ("int", "int_kind"), "b": ("bool",)}[array.dtype.kind] + ("all",)
    for kind in kinds:
        write = formatter.get(kind)
        if write is not None:
            return [write(each) for each in array.ravel().tolist()]
    return ()


def _words(array):
    return words_by(formatter, array) if formatter else ()


def _operator(name, reverse=False):
    call = getattr(engine, "array_" + name)
    return lambda self, other: apply(call, self, other, reverse, name)


misfit = "could not be broadcast together with shapes"


def _shown(shape):
    return str(shape).replace(", ", ",") + " "


def _in_place(name):
    call = getattr(engine, "array_" + name)

    def change(self, other):
        if type(other) is str:
            raise no_loop(name, self, other)
        answer = call(self._v, *_argument(other), False)
        if type(answer) is str and misfit in answer:
            # NumPy counts what is changed as an operand.
            answer += _shown(self.shape)
        refused = engine.array_assign(self._v, result(answer), name)
        if type(refused) is str and refused.startswith("TypeError: "):
            raise UFuncTypeError(refused[len("TypeError: ") :])
        result(refused)
        return self

    return change


def _argument(other):
    kind = type(other)
    if kind is int or kind is real_float:
        return number(other), type(number(other)) is real_float
    return handle_of(other), False


def _comparison(name, symbol):
    call = getattr(engine, "array_" + name)

    def compare(self, other):
        if other is None or type(other) is str:
            if symbol in ("==", "!="):
                return wrap(engine.full(int(symbol == "!="), "bool", *self.shape))
            raise TypeError("'%s' not supported between instances of 'numpy.ndarray' and '%s'" % (symbol, type(other).__name__))
        return apply(call, self, other)

    return compare


def filled(value, name, *shape):
    """A new array of this dtype and shape, the same number everywhere. Raises RuntimeError for a negative length."""
    return ndarray._of(result(engine.full(value, name, *shape)))


def into(answer, out):
    """The answer, or the array that it is to be written into."""
    if out is None:
        return answer
    out[...] = answer
    return out


def _reduced(call, name, x, axis, out, keepdims, others):
    """By the engine's call; where `initial` or `where` is given, by NumPy's function of this name, which takes them."""
    if others:
        from numpy import _reductions

        return getattr(_reductions, name)(x, axis=axis, out=out, keepdims=keepdims, **others)
    axes = () if axis is None else reduced_axes(axis, x.ndim)
    if axis is not None and not axes and x.ndim:
        # Along no axis: every entry is a reduction of its own, along a new axis.
        return into(wrap(call(engine.array_expand_dims(x._v, 0), False, 0)), out)
    return into(wrap(call(x._v, keepdims, *axes)), out)


def _reduction(name):
    call = getattr(engine, "array_" + name)

    def reduce(self, axis=None, dtype=None, out=None, keepdims=False, **others):
        return _reduced(call, name, self if dtype is None else self.astype(dtype), axis, out, keepdims, others)

    return reduce


def _bound(bound):
    return None if bound is None else int(bound)


def _key(key):
    return words_of(key, _bound, _places, _refuse)


def _refuse(kind):
    raise IndexError(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
    )


def _places(part):
    handle = handle_of(part, "int64" if part == [] else None) if type(part) is list else part._v
    if engine.dtype(handle) not in ("int64", "bool"):
        raise IndexError("arrays used as indices must be of integer (or boolean) type")
    return ("places", handle)


def _axis_beside_numbers(axis, x):
    """One axis; that of an array without axes, which counts as having one, is None."""
    return None if x.ndim == 0 and axis in (0, -1) else axis_of(axis, x.ndim)


class _Array:
    @staticmethod
    def _of(handle):
        made = _new(ndarray)
        made._v = handle
        return made

    def __init__(self, shape):
        raise TypeError("make arrays with np.array, np.zeros or np.ones")

    # Values

    def __str__(self):
        return engine.scalar_text(self._v) if self.ndim == 0 else engine.array_text(self._v, *_words(self))

    def __repr__(self):
        return engine.array_repr(self._v, *(_words(self) if self.ndim else ()))

    def __format__(self, spec):
        if spec == "":
            return str(self)
        if self.ndim == 0:
            return formatted(_number(self._v), spec)
        raise TypeError("unsupported format string passed to numpy.ndarray.__format__")

    def item(self, *place):
        """The only entry as Python's number; raises ValueError if there isn't one. With indices x[…], with one of x.ravel()."""
        if place:
            return self.ravel()[place[0]] if len(place) == 1 else self[place]
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return _number(self._v)

    def tolist(self):
        """Nested lists of Python's numbers; one number if there are no axes."""
        flat = numbers(engine.numel(self._v))
        engine.to_numbers(self._v, addressof(flat))
        return nest(flat, self.shape, _converter(engine.dtype(self._v)))

    def __bool__(self):
        if self.size > 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        return self.size == 1 and bool(_number(self._v))

    def _only(self):
        if self.size != 1:
            raise TypeError("only size-1 arrays can be converted to Python scalars")
        return _number(self._v)

    __int__ = lambda self: int(self._only())
    _as_float = lambda self: real_float(self._only())

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    # Shape and dtype

    shape = property(lambda self: tuple(engine.shape(self._v)))
    ndim = property(lambda self: engine.dim(self._v))
    size = property(lambda self: engine.numel(self._v))
    dtype = property(lambda self: dtype(engine.dtype(self._v)))
    itemsize = property(lambda self: self.dtype.itemsize)
    nbytes = property(lambda self: self.size * self.itemsize)

    def __len__(self):
        if self.ndim == 0:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def astype(self, dtype):
        """A copy in this dtype. To int64 it drops what is behind the point."""
        return ndarray._of(engine.copy(self._v, name_of(dtype)))

    def copy(self):
        return ndarray._of(engine.copy(self._v, engine.dtype(self._v)))

    # Indexing

    def __getitem__(self, key):
        return wrap(engine.array_index(self._v, False, *_key(key)))

    def __setitem__(self, key, value):
        part = result(engine.array_index(self._v, True, *_key(key)))
        result(engine.array_fill(part, _argument(value)[0]))

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return iter([self[i] for i in range(len(self))])

    def __contains__(self, element):
        return bool((self == element).any())

    def fill(self, value):
        """Sets all entries, in place."""
        self[...] = value

    # Linear algebra

    def __matmul__(self, other):
        if not _known(other) and type(other) not in (int, bool, real_float):
            return NotImplemented
        return wrap(engine.array_matmul(self._v, handle_of(other)))

    def __rmatmul__(self, other):
        return wrap(engine.array_matmul(handle_of(other), self._v))

    def __imatmul__(self, other):
        raise TypeError("In-place matrix multiplication is not (yet) supported. Use 'a = a @ b' instead of 'a @= b'.")

    def dot(self, other):
        """Sums over the last axis here and the last but one there, or its only one: for matrices the product."""
        return wrap(engine.array_dot(self._v, handle_of(other)))

    def trace(self):
        """Σ x[i, i], over all further axes too, unlike NumPy's: one number. Raises ValueError for a vector."""
        if self.ndim < 2:
            raise ValueError("diag requires an array of at least two dimensions")
        n = min(self.shape)
        return self[list(range(n)), list(range(n))].sum()

    # Reduction

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        """Σ x/n along an axis, several or all; NaN of no entries. float64 for integers."""
        x = self if dtype is None else self.astype(dtype)
        return into(wrap(engine.array_mean(x._v, keepdims, *axes_of(axis, x.ndim))), out)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        """Σ (x − x̄)²/(n − ddof) along an axis, several or all. `dtype` is ignored."""
        return into(wrap(engine.array_spread(self._v, False, keepdims, ddof, *axes_of(axis, self.ndim))), out)

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        """The square root of `var`."""
        return into(wrap(engine.array_spread(self._v, True, keepdims, ddof, *axes_of(axis, self.ndim))), out)

    def max(self, axis=None, out=None, keepdims=False, **others):
        return _reduced(engine.array_max, "max", self, axis, out, keepdims, others)

    def min(self, axis=None, out=None, keepdims=False, **others):
        return _reduced(engine.array_min, "min", self, axis, out, keepdims, others)

    def all(self, axis=None, out=None, keepdims=False, **others):
        return _reduced(engine.array_all, "all", self, axis, out, keepdims, others)

    def any(self, axis=None, out=None, keepdims=False, **others):
        return _reduced(engine.array_any, "any", self, axis, out, keepdims, others)

    def argmax(self, axis=None, out=None, *, keepdims=False):
        """Where the first NaN is, else the first largest; in the flattened array for None. Raises ValueError for no entries."""
        if self.size == 0:
            raise ValueError("attempt to get argmax of an empty sequence")
        return wrap(engine.array_argmax(self._v, _axis_beside_numbers(axis, self), keepdims))

    def argmin(self, axis=None, out=None, *, keepdims=False):
        """Where the first NaN is, else the first smallest; in the flattened array for None. Raises ValueError for no entries."""
        if self.size == 0:
            raise ValueError("attempt to get argmin of an empty sequence")
        return wrap(engine.array_argmin(self._v, _axis_beside_numbers(axis, self), keepdims))

    def cumsum(self, axis=None, dtype=None):
        """Sums of each entry and all before it along the axis; for None in the flattened array."""
        x = self.ravel() if axis is None or self.ndim == 0 else self
        x = x if dtype is None else x.astype(dtype)
        return wrap(engine.array_cumsum(x._v, axis_of(axis or 0, x.ndim)))

    def cumprod(self, axis=None):
        """Products of each entry and all before it along the axis; for None in the flattened array."""
        x = self.ravel() if axis is None or self.ndim == 0 else self
        return wrap(engine.array_cumprod(x._v, axis_of(axis or 0, x.ndim)))

    def argsort(self, axis=-1):
        """Indices that put the entries in ascending order along the axis, equal ones in their order, NaN last."""
        x = self if self.ndim else self.ravel()
        return wrap(engine.array_argsort(x._v, axis_of(axis, x.ndim)))

    def sort(self, axis=-1):
        """Puts the entries in ascending order along the axis, in place, NaN last."""
        places = result(engine.array_argsort(self._v, axis_of(axis, self.ndim)))
        self[...] = wrap(engine.array_take_along(self._v, places, axis_of(axis, self.ndim)))

    def round(self, decimals=0, out=None):
        """Rounded to so many decimals, halfway cases to the even neighbour. `out` is ignored."""
        return wrap(engine.array_round(self._v, decimals))

    def clip(self, min=None, max=None):
        """No less than `min`, and then no more than `max`; None is no bound."""
        x = self
        if min is not None:
            x = apply(engine.array_maximum, x, min)
        return x if max is None else apply(engine.array_minimum, x, max)

    def nonzero(self):
        """Indices of the entries that aren't 0, row by row: one array (k,) for each axis."""
        shape = self.shape
        places = [[] for _ in shape]
        for place, value in enumerate(self.ravel().tolist()):
            if not value:
                continue
            for axis in reversed(range(len(shape))):
                places[axis].append(place % shape[axis])
                place //= shape[axis]
        return tuple([array(each, dtype=int) for each in places])

    # Shape

    def reshape(self, *shape, order="C"):
        """A view in this shape, where one length may be -1, for what is left. Raises ValueError for another number of entries."""
        if len(shape) == 1 and type(shape[0]) is not int:
            shape = shape[0]
        if order == "F":
            return self.transpose().reshape(*reversed(shape)).transpose()
        return ndarray._of(result(engine.array_reshape(self._v, *shape)))

    def ravel(self, order="C"):
        """A view as a vector, row by row, or column by column for "F"."""
        return self.reshape(-1, order=order)

    def flatten(self, order="C"):
        """A copy as a vector, row by row, or column by column for "F"."""
        return self.reshape(-1, order=order).copy()

    flat = property(ravel)

    def transpose(self, *axes):
        """A view with the axes in reverse, or in this order. Raises ValueError unless that names each of them."""
        if len(axes) == 1 and type(axes[0]) is not int:
            axes = axes[0] or ()
        if axes and len(axes) != self.ndim:
            raise ValueError("axes don't match array")
        return ndarray._of(result(engine.array_transpose(self._v, *axes)))

    T = property(transpose)

    def swapaxes(self, axis1, axis2):
        """A view with these two axes in each other's place."""
        order = list(range(self.ndim))
        first, second = axis_of(axis1, self.ndim), axis_of(axis2, self.ndim)
        order[first], order[second] = second, first
        return self.transpose(*order)

    def squeeze(self, axis=None):
        """A view without the axes of length 1, or only without these. Raises ValueError if one of these is longer."""
        if type(axis) is tuple:
            x = self
            for each in sorted(axes_of(axis, self.ndim), reverse=True):
                x = x.squeeze(each)
            return x
        return ndarray._of(result(engine.array_squeeze(self._v, _axis_beside_numbers(axis, self))))

    def repeat(self, repeats, axis=None):
        """A copy with each entry so many times, one number or one for each, along the axis; flattened for None."""
        x = self.ravel() if axis is None else self
        axis = axis_of(axis or 0, x.ndim)
        counts = [repeats] * x.shape[axis] if type(repeats) is int else asarray(repeats).tolist()
        places = []
        for place, count in enumerate(counts):
            places += [place] * count
        return x.swapaxes(0, axis)[places].swapaxes(0, axis)

    def __getattr__(self, name):
        raise _names.absent("ndarray", name)


_operators = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "pow": "power", "floordiv": "floor_divide",
    "mod": "remainder", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor", "lshift": "left_shift",
    "rshift": "right_shift",
}  # fmt: skip
for _short, _name in _operators.items():
    setattr(_Array, "__%s__" % _short, _operator(_name))
    setattr(_Array, "__r%s__" % _short, _operator(_name, True))
    setattr(_Array, "__i%s__" % _short, _in_place(_name))
for _short, _name, _symbol in (
    ("eq", "equal", "=="), ("ne", "not_equal", "!="), ("lt", "less", "<"), ("le", "less_equal", "<="), ("gt", "greater", ">"),
    ("ge", "greater_equal", ">="),
):  # fmt: skip
    setattr(_Array, "__%s__" % _short, _comparison(_name, _symbol))
for _name in ("sum", "prod"):
    setattr(_Array, _name, _reduction(_name))
_Array.__divmod__ = lambda self, other: (self // other, self % other)
_Array.__neg__ = lambda self: wrap(engine.array_negative(self._v))
_Array.__pos__ = lambda self: self.copy()
_Array.__abs__ = lambda self: wrap(engine.array_absolute(self._v))
_Array.__invert__ = lambda self: wrap(engine.array_invert(self._v))

# The class again, under the name that it prints.
ndarray = type("numpy.ndarray", (EngineValue,), dict(_Array.__dict__))


class _Scalar:
    """What a single float has, and what it has in place of an array's."""

    def __init__(self, x=0.0):
        self._v = engine.copy(handle_of(real_float(x) if type(x) is str else x, "float64"), self._dtype)

    def __repr__(self):
        return engine.scalar_text(self._v)

    __str__ = __repr__

    def _number(self):
        """Python's own number, for what knows no scalars of NumPy's."""
        return _number(self._v)

    _as_float = _number

    # Python's own floats, on the left of an operator, take it for one of theirs.
    __float__ = _number

    def __hash__(self):
        return hash(_number(self._v))

    def __round__(self, digits=None):
        return round(_number(self._v)) if digits is None else self.round(digits)

    def is_integer(self):
        return _number(self._v) % 1 == 0

    def copy(self):
        return self

    def __getitem__(self, key):
        if key == () or key is Ellipsis:
            return self
        raise IndexError("invalid index to scalar variable.")

    def __setitem__(self, key, value):
        raise TypeError("'%s' object does not support item assignment" % type(self).__name__)

    def __iter__(self):
        raise TypeError("'%s' object is not iterable" % type(self).__name__)

    def __len__(self):
        raise TypeError("object of type '%s' has no len()" % type(self).__name__)


class floating(Scalar):
    """What all scalar types of floats are."""


def _scalar_type(name):
    members = {key: value for key, value in _Array.__dict__.items() if key[:3] != "__i" or key == "__invert__"}
    members.update(_Scalar.__dict__)
    members["_dtype"] = name
    return type("numpy." + name, (floating,), members)


float64 = _scalar_type("float64")
float32 = _scalar_type("float32")
# What an answer becomes by its dtype, or None if it has axes. All others are Python's own numbers.
_kinds = {None: ndarray, "float64": float64, "float32": float32}
floats.append(float64)
_own = (ndarray, floating)


def from_method(name):
    """NumPy's function of the same name as a method, of what `asarray` takes."""
    method = getattr(ndarray, name)
    return lambda a, *args, **options: method(asarray(a), *args, **options)
