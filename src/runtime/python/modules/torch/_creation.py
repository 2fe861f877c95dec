from _builtins import real_float
from _crossing import addressof, array, engine, number
from torch._dtypes import float32, name_of
from torch._size import sizes
from torch._tensor import Tensor, wrap


def _is_sequence(data):
    kind = type(data)
    return kind is list or kind is tuple or kind is range or isinstance(data, tuple) or hasattr(data, "_v") and data.ndim > 0


def _plain(data):
    """Lists and numbers, whatever they are made of."""
    if hasattr(data, "_v"):
        return data.tolist()
    return [_plain(each) for each in data] if _is_sequence(data) else data


def _rank(number):
    """Where a number stands among bool, int and float."""
    kind = type(number)
    if kind is real_float:
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


def _lengths(size, name):
    lengths = sizes(size)
    for each in lengths:
        if type(each) is not int:
            raise TypeError(
                "%s(): argument 'size' (position 1) must be tuple of ints, not %s" % (name, type(each).__name__)
            )
    return lengths


def _finish(answer, requires_grad):
    created = wrap(answer)
    return created.requires_grad_() if requires_grad else created


def tensor(data, dtype=None, device=None, requires_grad=False):
    name = name_of(dtype)
    if hasattr(data, "_v"):
        return _finish(engine.copy(data._v, name or engine.dtype(data._v)), requires_grad)
    if isinstance(data, (list, tuple)):
        for each in data:
            if isinstance(each, Tensor) and each.numel() != 1:
                raise ValueError("only one element tensors can be converted to Python scalars")
    data = _plain(data)
    name = name or ("bool", "int64", "float32")[_highest(data)]
    shape = _shape(data)
    flat = []
    _store(data, shape, 0, flat, name == "int64")
    entries = array("d", flat)
    if requires_grad and not name.startswith("float"):
        raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
    return _finish(engine.from_numbers(addressof(entries), len(entries), name, *shape), requires_grad)


def legacy(data):
    """`torch.Tensor([1, 2])` or `torch.Tensor(2, 3)`: float32 whatever it is made of."""
    if data and type(data[0]) is not int:
        return tensor(data[0], dtype=float32)
    return zeros(*(data or (0,)))


def as_tensor(data, dtype=None, device=None):
    if isinstance(data, Tensor):
        return data.to(dtype)
    return from_numpy(data).to(dtype) if hasattr(data, "_v") else tensor(data, dtype)


def from_numpy(ndarray):
    return wrap(engine.alias(ndarray._v))


def full(size, fill_value, *, dtype=None, device=None, requires_grad=False):
    otherwise = ("bool", "int64", "float32")[_rank(fill_value)]
    value = number(int(fill_value) if type(fill_value) is bool else fill_value)
    return _finish(engine.full(value, name_of(dtype, otherwise), *size), requires_grad)


def zeros(*size, dtype=None, device=None, requires_grad=False):
    return _finish(engine.full(0, name_of(dtype, "float32"), *_lengths(size, "zeros")), requires_grad)


def ones(*size, dtype=None, device=None, requires_grad=False):
    return _finish(engine.full(1, name_of(dtype, "float32"), *_lengths(size, "ones")), requires_grad)


empty = zeros


def zeros_like(input, *, dtype=None, device=None, requires_grad=False):
    return _finish(engine.full(0, name_of(dtype, input.dtype.name), *input.shape), requires_grad)


def ones_like(input, *, dtype=None, device=None, requires_grad=False):
    return _finish(engine.full(1, name_of(dtype, input.dtype.name), *input.shape), requires_grad)


empty_like = zeros_like


def full_like(input, fill_value, *, dtype=None, device=None, requires_grad=False):
    return _finish(
        engine.full(number(fill_value), name_of(dtype, input.dtype.name), *input.shape), requires_grad
    )


def eye(n, m=None, *, dtype=None, device=None, requires_grad=False):
    return _finish(engine.eye(n, n if m is None else m, name_of(dtype, "float32")), requires_grad)


def arange(start, end=None, step=1, *, dtype=None, device=None, requires_grad=False):
    if end is None:
        start, end = 0, start
    start, end, step = [each.item() if isinstance(each, Tensor) else each for each in (start, end, step)]
    otherwise = "float32" if 2 in [_rank(each) for each in (start, end, step)] else "int64"
    return _finish(
        engine.arange(number(start), number(end), number(step), name_of(dtype, otherwise)), requires_grad
    )


def linspace(start, end, steps, *, dtype=None, device=None, requires_grad=False):
    return _finish(
        engine.linspace(number(start), number(end), steps, name_of(dtype, "float32")), requires_grad
    )


def manual_seed(seed):
    # Only the lower 32 bits count, which cross as a float without loss.
    engine.manual_seed(real_float(seed & 0xFFFFFFFF))


def rand(*size, dtype=None, device=None, requires_grad=False):
    return _finish(engine.rand(name_of(dtype, "float32"), *_lengths(size, "rand")), requires_grad)


def randn(*size, dtype=None, device=None, requires_grad=False):
    return _finish(engine.randn(name_of(dtype, "float32"), *_lengths(size, "randn")), requires_grad)


def randperm(n, *, dtype=None, device=None, requires_grad=False):
    return _finish(engine.randperm(n), requires_grad).to(dtype)


def normal(mean, std, size=None):
    if size is None:
        noise = randn_like(mean if isinstance(mean, Tensor) else std)
    else:
        noise = randn(*size)
    return noise * std + mean


def rand_like(input, *, dtype=None, device=None, requires_grad=False):
    return _finish(engine.rand(name_of(dtype, input.dtype.name), *input.shape), requires_grad)


def randn_like(input, *, dtype=None, device=None, requires_grad=False):
    return _finish(engine.randn(name_of(dtype, input.dtype.name), *input.shape), requires_grad)


def randint(low, high=None, size=None, *, dtype=None, device=None, requires_grad=False):
    if size is None:
        low, high, size = 0, low, high
    elif high is None:
        low, high = 0, low
    if high <= low:
        raise RuntimeError("random_ expects 'from' to be less than 'to', but got from=%d >= to=%d" % (low, high))
    return _finish(engine.randint(low, high, name_of(dtype, "int64"), *size), requires_grad)
