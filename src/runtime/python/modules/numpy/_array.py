"""NumPy's array: the class, and arrays made of numbers and nested lists. Its methods stand with the functions of their topics."""
from _builtins import real_float, real_isinstance as isinstance
from _engine_value import EngineValue, Scalar
from _ffi import addressof, array as doubles, engine, number, number_of, result
from numpy._dtypes import name_of

_new = object.__new__


class _Array:
    @staticmethod
    def _of(handle):
        made = _new(ndarray)
        made._v = handle
        return made

    def __init__(self, shape):
        raise TypeError("make arrays with np.array, np.zeros or np.ones")

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    def __getattr__(self, name):
        import _numpy_names as names

        raise names.absent("ndarray", name)


# The class again, under the name that it prints.
ndarray = type("numpy.ndarray", (EngineValue,), dict(_Array.__dict__))
_own = (ndarray, Scalar)
# What an answer becomes by its dtype, or None if it has axes. Scalars of NumPy's add themselves; others are Python's own numbers.
kinds = {None: ndarray}


def method(function):
    """Makes a function whose first argument is an array a method of arrays too."""
    setattr(ndarray, function.__name__, function)
    return function


def from_method(name):
    """NumPy's function of the same name as a method, of what `asarray` takes."""
    method = getattr(ndarray, name)
    return lambda a, *args, **options: method(asarray(a), *args, **options)


def wrap(answer):
    """An array of what the engine answered; as in NumPy, an array without axes becomes a scalar."""
    if type(answer) is str:
        result(answer)
    name = engine.scalar_dtype(answer)
    kind = kinds.get(name)
    if kind is None:
        return number_of(answer, name)
    found = _new(kind)
    found._v = answer
    return found


def is_known(x):
    """Whether arithmetic with this is NumPy's business: with arrays, scalars of NumPy's, and sequences."""
    return isinstance(x, _own) or _is_sequence(x)


def _is_sequence(data):
    return type(data) is list or type(data) is tuple or type(data) is range


def _gather(data, flat):
    """Appends all numbers in nested lists, and tells their shape."""
    if isinstance(data, EngineValue):
        data = data.tolist()
    if not _is_sequence(data):
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


def filled(value, name, *shape):
    """A new array of this dtype and shape, the same number everywhere. Raises RuntimeError for a negative length."""
    return ndarray._of(result(engine.full(value, name, *shape)))


def into(answer, out):
    """The answer, or the array that it is to be written into."""
    if out is None:
        return answer
    out[...] = answer
    return out


def operand(x):
    """What crosses for a number, or for what an array is made of, and whether it is a float."""
    kind = type(x)
    if kind is int or kind is real_float:
        return number(x), type(number(x)) is real_float
    return handle_of(x), False
