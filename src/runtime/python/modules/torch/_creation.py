from _builtins import real_float, real_isinstance as isinstance
from _ffi import addressof, array, engine, number
from _engine_value import EngineValue, Scalar
from torch._device import on_cpu
from torch._dtypes import by_name, float32, kinds, name_of
from torch._size import sizes
from torch._tensor import Tensor, wrap


def _is_sequence(data):
    kind = type(data)
    return kind is list or kind is tuple or kind is range or isinstance(data, tuple) or isinstance(data, EngineValue) and data.ndim > 0


def _plain(data):
    """Lists and numbers, whatever they are made of."""
    if isinstance(data, EngineValue):
        return data.tolist()
    return [_plain(each) for each in data] if _is_sequence(data) else data


def _rank(number):
    """Where a number stands among bool, int and float."""
    kind = type(number)
    if kind is real_float or isinstance(number, Scalar):
        return 2
    if kind is int:
        return 1
    if kind is bool:
        return 0
    if kind is str:
        raise TypeError("new(): invalid data type 'str'")
    raise RuntimeError("Could not infer dtype of " + kind.__name__)


def _highest(data):
    if type(data) is not list:
        return _rank(data)
    highest = 0 if data else 2
    for each in data:
        highest = max(highest, _highest(each))
    return highest


def _shape(data):
    shape = []
    while type(data) is list:
        shape.append(len(data))
        if not data:
            break
        data = data[0]
    return shape


def _store(data, shape, dim, flat, whole):
    if dim == len(shape):
        if type(data) is list:
            raise TypeError("'list' object cannot be interpreted as an integer" if whole else "must be real number, not list")
        flat.append(data)
        return
    if type(data) is not list:
        raise TypeError("not a sequence")
    if len(data) != shape[dim]:
        raise ValueError("expected sequence of length %d at dim %d (got %d)" % (shape[dim], dim, len(data)))
    for each in data:
        _store(each, shape, dim + 1, flat, whole)


def _lengths(size, name, device=None):
    on_cpu(device)
    if len(size) == 1 and type(size[0]) is real_float:
        lengths = size
    else:
        lengths = sizes(size)
    for each in lengths:
        if type(each) is not int:
            raise TypeError("%s(): argument 'size' (position 1) must be tuple of SymInts, not %s" % (name, type(each).__name__))
        if each < 0:
            raise RuntimeError(
                "Trying to create tensor with negative dimension %d: [%s]" % (each, ", ".join([str(n) for n in lengths]))
            )
    return lengths


def _usual(dtype):
    return name_of(dtype, engine.default_dtype())


def _finish(answer, requires_grad):
    created = wrap(answer)
    return created.requires_grad_() if requires_grad else created


def tensor(data, dtype=None, device=None, requires_grad=False):
    """
    A copy of numbers, nested lists, an array or a tensor, outside of any graph. Without `dtype`, tensors and arrays keep theirs,
    and of numbers it is the first of bool, int64 and the default float that fits them all. Raises ValueError for lists of unequal
    lengths, TypeError for text, and RuntimeError for other objects or for integers that are to require a gradient.
    """
    on_cpu(device)
    name = name_of(dtype)
    if isinstance(data, EngineValue):
        return _finish(engine.copy(data._v, name or engine.dtype(data._v)), requires_grad)
    if isinstance(data, (list, tuple)):
        for each in data:
            if isinstance(each, Tensor) and each.numel() != 1:
                raise ValueError("only one element tensors can be converted to Python scalars")
    data = _plain(data)
    name = name or ("bool", "int64", engine.default_dtype())[_highest(data)]
    shape = _shape(data)
    flat = []
    _store(data, shape, 0, flat, name == "int64")
    entries = array("d", flat)
    if requires_grad and not name.startswith("float"):
        raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
    return _finish(engine.from_numbers(addressof(entries), len(entries), name, *shape), requires_grad)


def legacy(data, dtype=None):
    """`torch.Tensor([1, 2])`, float32 whatever it is made of, or `torch.Tensor(2, 3)`."""
    if data and type(data[0]) is not int:
        return tensor(data[0], dtype=dtype or float32)
    return zeros(*(data or (0,)), dtype=dtype)


def as_tensor(data, dtype=None, device=None):
    """The tensor itself or the array's own memory, unless another `dtype` asks for a copy; of all else tensor(data, dtype)."""
    if isinstance(data, Tensor):
        return data.to(dtype)
    return from_numpy(data).to(dtype) if isinstance(data, EngineValue) else tensor(data, dtype)


def from_numpy(ndarray):
    """The array's own memory: a change of either shows in the other."""
    return wrap(engine.alias(ndarray._v))


def full(size, fill_value, *, dtype=None, device=None, requires_grad=False):
    """
    `fill_value` everywhere, in a shape given as a tuple. Without `dtype` bool, int64 or the default float, as that number is.
    Raises TypeError for a `size` that is a number or a `fill_value` that is text.
    """
    if type(size) is int:
        raise TypeError("full(): argument 'size' (position 1) must be tuple of SymInts, not int")
    fill_value = fill_value.item() if isinstance(fill_value, Tensor) else fill_value
    if type(fill_value) is str:
        raise TypeError("full(): argument 'fill_value' (position 2) must be Number, not str")
    otherwise = ("bool", "int64", engine.default_dtype())[_rank(fill_value)]
    value = number(int(fill_value) if type(fill_value) is bool else fill_value)
    return _finish(engine.full(value, name_of(dtype, otherwise), *size), requires_grad)


def zeros(*size, dtype=None, device=None, requires_grad=False):
    """
    0 everywhere, in a shape given as several numbers or one tuple, of the default float dtype unless told otherwise. `empty` is
    the same function: here no tensor holds what happened to be in memory.
    """
    return _finish(engine.full(0, _usual(dtype), *_lengths(size, "zeros", device)), requires_grad)


def ones(*size, dtype=None, device=None, requires_grad=False):
    """1 everywhere, in a shape given as several numbers or one tuple, of the default float dtype unless told otherwise."""
    return _finish(engine.full(1, _usual(dtype), *_lengths(size, "ones", device)), requires_grad)


empty = zeros


def zeros_like(input, *, dtype=None, device=None, requires_grad=False):
    """0 everywhere, in input's shape and, unless told otherwise, of its dtype. `empty_like` is the same function."""
    return _finish(engine.full(0, name_of(dtype, input.dtype.name), *input.shape), requires_grad)


def ones_like(input, *, dtype=None, device=None, requires_grad=False):
    """1 everywhere, in input's shape and, unless told otherwise, of its dtype."""
    return _finish(engine.full(1, name_of(dtype, input.dtype.name), *input.shape), requires_grad)


empty_like = zeros_like


def full_like(input, fill_value, *, dtype=None, device=None, requires_grad=False):
    """A number everywhere, in input's shape and, unlike with `full`, of its dtype: 2.7 becomes 2 beside integers."""
    return _finish(engine.full(number(fill_value), name_of(dtype, input.dtype.name), *input.shape), requires_grad)


def eye(n, m=None, *, dtype=None, device=None, requires_grad=False):
    """An (n, m) matrix, by default (n, n): 1 on the main diagonal, 0 elsewhere. Raises RuntimeError for n < 0."""
    if n < 0:
        raise RuntimeError("n must be greater or equal to 0, got %d" % n)
    return _finish(engine.eye(n, n if m is None else m, _usual(dtype)), requires_grad)


def arange(start, end=None, step=1, *, dtype=None, device=None, requires_grad=False):
    """
    start, start + step, … without `end`; one number alone is the end. int64, or the default float if one of them is a float.
    Raises RuntimeError for a step that is 0 or leads away from the end.
    """
    if end is None:
        start, end = 0, start
    start, end, step = [each.item() if isinstance(each, Tensor) else each for each in (start, end, step)]
    otherwise = engine.default_dtype() if 2 in [_rank(each) for each in (start, end, step)] else "int64"
    return _finish(engine.arange(number(start), number(end), number(step), name_of(dtype, otherwise)), requires_grad)


def _end(x):
    return number(x.item() if isinstance(x, Tensor) else x)


def linspace(start, end, steps, *, dtype=None, device=None, requires_grad=False):
    """(steps,) numbers from start to end, both included, equally far apart. Raises RuntimeError for steps < 0."""
    if steps < 0:
        raise RuntimeError("number of steps must be non-negative")
    return _finish(engine.linspace(_end(start), _end(end), steps, _usual(dtype)), requires_grad)


def logspace(start, end, steps, base=10.0, *, dtype=None, device=None, requires_grad=False):
    """base**x for each x of linspace(start, end, steps): (steps,)."""
    exponents = wrap(engine.linspace(_end(start), _end(end), steps, "float64"))
    return _finish(engine.copy((real_float(base) ** exponents)._v, _usual(dtype)), requires_grad)


def scalar_tensor(s, *, dtype=None, device=None, requires_grad=False):
    """tensor(s), but of the default float dtype even if s is a whole number."""
    return tensor(s, dtype or by_name[engine.default_dtype()], device, requires_grad)


asarray = as_tensor


class _LegacyType:
    """`torch.FloatTensor([1, 2])`: a tensor of one dtype."""

    def __init__(self, name):
        self.dtype = by_name[name]

    def __call__(self, *data):
        return legacy(data, self.dtype)


for _name, _kind in kinds.items():
    globals()[_kind + "Tensor"] = _LegacyType(_name)


def _new(create):
    """`x.new_zeros(2, 3)`: of the dtype of x."""

    def new(self, *args, dtype=None, device=None, requires_grad=False):
        return create(*args, dtype=dtype or self.dtype, requires_grad=requires_grad)

    return new


Tensor.new_zeros, Tensor.new_ones, Tensor.new_empty = _new(zeros), _new(ones), _new(empty)
Tensor.new_full, Tensor.new_tensor = _new(full), _new(tensor)
