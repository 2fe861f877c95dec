from _builtins import formatted, real_float, real_isinstance as isinstance
from _ffi import addressof, engine, nest, number, numbers, raised, result
from _engine_value import EngineValue, Scalar
from _indexing import words_of
from torch._device import Device, cpu, on_cpu
from torch._dtypes import by_name, name_of, strided
from torch._grad_fn import GradFn
from torch._size import Size, dims, sizes

_new = object.__new__
_cell = numbers(1)
_cell_address = addressof(_cell)
_item = engine.item


def wrap(answer):
    """A tensor of what the engine answered, unless it answered with a failure."""
    if type(answer) is str:
        result(answer)
    tensor = _new(Tensor)
    tensor._v = answer
    return tensor


def wrap_all(answer):
    """A list of tensors, of the list that the engine answered; raises the failure if it answered with one."""
    return [wrap(each) for each in result(answer)]


def _apply(call, x, y):
    """A call on a tensor and a tensor, an array or a number; None if y is something else."""
    kind = type(y)
    if kind is Tensor:
        return wrap(call(x._v, y._v, False))
    if kind is real_float:
        return wrap(call(x._v, y, True))
    if kind is int:
        return wrap(call(x._v, number(y), False))
    if kind is bool:
        return wrap(call(x._v, int(y), None))
    if isinstance(y, Scalar):
        return wrap(call(x._v, y._number(), True))
    return wrap(call(x._v, y._v, False)) if isinstance(y, EngineValue) else None


def _operator(name, symbol):
    call = getattr(engine, name)

    def operator(self, other):
        answer = _apply(call, self, other)
        if answer is None:
            shown = "** or pow()" if symbol == "**" else symbol
            raise TypeError("unsupported operand type(s) for %s: 'Tensor' and '%s'" % (shown, type(other).__name__))
        return answer

    return operator


def refuse(name, argument, position, given):
    """Raises the TypeError that PyTorch has for something else where it wants a tensor."""
    raise TypeError(
        "%s(): argument '%s' (position %d) must be Tensor, not %s" % (name, argument, position, type(given).__name__)
    )


_missing = object()


def pairwise(name, position, numbers=True):
    """`torch.name(x, y)` or `x.name(y)`, where y stands at this position among the arguments; some take no numbers."""
    call = getattr(engine, name)

    def apply(input, other=_missing):
        if other is _missing:
            raise TypeError('%s() missing 1 required positional arguments: "other"' % name)
        if not isinstance(input, Tensor):
            refuse(name, "input", 1, input)
        answer = _apply(call, input, other) if numbers or isinstance(other, Tensor) else None
        if answer is None:
            refuse(name, "other", position, other)
        return answer

    return apply


def _reflected(name, symbol):
    call = getattr(engine, name)

    def operator(self, other):
        answer = _apply(call, self, other)
        if answer is None:
            kind = type(other).__name__
            if symbol == "+" and kind in ("str", "list", "tuple"):
                raise TypeError('can only concatenate %s (not "Tensor") to %s' % (kind, kind))
            shown = "** or pow()" if symbol == "**" else symbol
            raise TypeError("unsupported operand type(s) for %s: '%s' and 'Tensor'" % (shown, kind))
        return answer

    return operator


def _comparison(name, symbol):
    call = getattr(engine, name)

    def operator(self, other):
        answer = _apply(call, self, other)
        if answer is None:
            raise TypeError(
                "'%s' not supported between instances of 'Tensor' and '%s'" % (symbol, type(other).__name__)
            )
        return answer

    return operator


def unary(name):
    """The method that applies a call of the engine's to the tensor alone."""
    call = getattr(engine, name)
    return lambda self: wrap(call(self._v))


def _reduction(name):
    call = getattr(engine, name)

    def reduce(self, dim=None, keepdim=False, *, dtype=None, axis=None, keepdims=False):
        x = self if dtype is None else self.to(dtype)
        return wrap(call(x._v, bool(keepdim or keepdims), *dims(dim, axis)))

    return reduce


def _spread(name):
    call = getattr(engine, name)

    def spread(self, dim=None, unbiased=True, keepdim=False, *, correction=None, axis=None):
        if type(dim) is bool:
            dim, unbiased = None, dim
        if correction is None:
            correction = 1 if unbiased else 0
        return wrap(call(self._v, keepdim, correction, *dims(dim, axis)))

    return spread


def in_place(method):
    """The method that puts its result in the tensor's own place."""

    def change(self, *args, **options):
        result(engine.assign(self._v, method(self, *args, **options)._v))
        return self

    return change


class Named(tuple):
    """Several results with names."""

    def __repr__(self):
        parts = ["%s=%r" % (name, value) for name, value in zip(self.names, self)]
        return "torch.return_types.%s(\n%s)" % (self.name, ",\n".join(parts))

    __str__ = __repr__


class _ValuesAndIndices(Named):
    names = ("values", "indices")

    @property
    def values(self):
        return self[0]

    @property
    def indices(self):
        return self[1]


def values_and_indices(name):
    """The type of such a pair, which prints as torch.return_types of this name."""
    return type(name, (_ValuesAndIndices,), {"name": name})


def _extreme(name):
    of_all = getattr(engine, name)
    along = getattr(engine, name + "_along")
    pairwise = getattr(engine, name + "imum")

    def extreme(self, dim=None, keepdim=False, *, other=None, axis=None):
        if isinstance(dim, Tensor):
            other = dim
        if other is not None:
            return wrap(pairwise(self._v, other._v, False))
        if dim is None:
            dim = axis
        if dim is None:
            if not engine.numel(self._v):
                raise RuntimeError(
                    "%s(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
                    % name
                )
            return wrap(of_all(self._v))
        return kind(wrap_all(along(self._v, dim, keepdim)))

    kind = values_and_indices(name)
    return extreme


def _key(key):
    return words_of(key, _bound, _positions, _refuse)


def _positions(part):
    return _places(part if isinstance(part, EngineValue) else _tensor_of(part))


def _refuse(kind):
    if kind is str:
        raise TypeError("new(): invalid data type 'str'")
    raise IndexError(
        "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got %s)"
        % kind.__name__
    )


def _pair(given):
    return (given,) if type(given) is int else given


def _bound(bound):
    return int(bound) if isinstance(bound, Tensor) else bound


def _places(places):
    kind = engine.dtype(places._v)
    if kind == "int64" and engine.dim(places._v) == 0:
        return ("index", int(places.item()))
    if kind != "int64" and kind != "bool" and engine.numel(places._v) > 0:
        raise IndexError("tensors used as indices must be long, byte or bool tensors")
    return ("places", places._v if kind == "bool" else engine.copy(places._v, "int64"))


def _tensor_of(data):
    from torch._creation import tensor

    return tensor(data)


def _filling(value):
    """What is written into every entry, or entry by entry, as it crosses."""
    return value._v if isinstance(value, EngineValue) else number(value)


def _clamped(x, min, max):
    low = -real_float("inf") if min is None else number(min)
    high = real_float("inf") if max is None else number(max)
    return wrap(engine.clamp(x._v, low, high))


class _Tensor:
    def __init__(self, *data):
        from torch._creation import legacy

        self._v = legacy(data)._v

    # Values

    def __repr__(self):
        return engine.text(self._v)

    def __str__(self):
        return engine.text(self._v)

    def __format__(self, spec):
        if self.dim() == 0:
            return formatted(self.item(), spec)
        if spec:
            raise TypeError("unsupported format string passed to Tensor.__format__")
        return str(self)

    def item(self):
        result(_item(self._v, _cell_address))
        kind = engine.dtype(self._v)
        return _cell[0] if kind.startswith("float") else int(_cell[0]) if kind == "int64" else _cell[0] != 0

    def tolist(self):
        flat = numbers(engine.numel(self._v))
        engine.to_numbers(self._v, addressof(flat))
        kind = engine.dtype(self._v)
        convert = real_float if kind.startswith("float") else int if kind == "int64" else bool
        return nest(flat, self.shape, convert)

    def numpy(self):
        from numpy import ndarray

        if self.requires_grad:
            raise RuntimeError(
                "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead."
            )
        return ndarray._of(engine.alias(self._v))

    def __bool__(self):
        count = engine.numel(self._v)
        if count > 1:
            raise RuntimeError("Boolean value of Tensor with more than one value is ambiguous")
        return count == 1 and self.item() != 0

    def __int__(self):
        return int(self.item())

    __index__ = __int__

    def _as_float(self):
        return real_float(self.item())

    def __hash__(self):
        return id(self)

    # Shape and dtype

    @property
    def shape(self):
        return Size(engine.shape(self._v))

    def size(self, dim=None):
        if dim is None:
            return self.shape
        count = self.dim()
        if not count:
            raise IndexError("Dimension specified as %d but tensor has no dimensions" % dim)
        if not -count <= dim < count:
            raise IndexError(
                "Dimension out of range (expected to be in range of [%d, %d], but got %d)" % (-count, count - 1, dim)
            )
        return self.shape[dim]

    def dim(self):
        return engine.dim(self._v)

    ndimension = dim
    ndim = property(dim)

    def numel(self):
        return engine.numel(self._v)

    nelement = numel

    @property
    def dtype(self):
        return by_name[engine.dtype(self._v)]

    def is_floating_point(self):
        return self.dtype.is_floating_point

    device = cpu
    layout = strided
    is_cuda = is_sparse = is_quantized = False
    is_cpu = True
    name = None
    output_nr = 0

    def __len__(self):
        if self.dim() == 0:
            raise TypeError("len() of a 0-d tensor")
        return self.shape[0]

    def to(self, *wanted, dtype=None, device=None):
        for each in wanted:
            if isinstance(each, Tensor):
                dtype = each.dtype
            elif type(each) in (str, Device):
                device = each
            elif type(each) is not bool:
                dtype = each
        on_cpu(device)
        name = name_of(dtype)
        return self if name is None or name == engine.dtype(self._v) else wrap(engine.to(self._v, name))

    def type(self, dtype=None):
        kinds = {"float32": "Float", "float64": "Double", "int64": "Long", "bool": "Bool"}
        if type(dtype) is str:
            dtype = {"torch.%sTensor" % kind: by_name[name] for name, kind in kinds.items()}.get(dtype)
            if dtype is None:
                raise ValueError("invalid type")
        if dtype is not None:
            return self.to(getattr(dtype, "dtype", dtype))
        return "torch.%sTensor" % kinds[engine.dtype(self._v)]

    def type_as(self, other):
        return self.to(other.dtype)

    def float(self):
        return self.to(by_name["float32"])

    def double(self):
        return self.to(by_name["float64"])

    def long(self):
        return self.to(by_name["int64"])

    def bool(self):
        return self.to(by_name["bool"])

    def cpu(self):
        return self

    def contiguous(self):
        return wrap(engine.contiguous(self._v))

    def is_contiguous(self):
        return engine.is_contiguous(self._v)

    def element_size(self):
        return {"float32": 4, "bool": 1}.get(engine.dtype(self._v), 8)

    def cuda(self, device=None):
        on_cpu("cuda")

    def stride(self, dim=None):
        """How many entries lie between neighbours along each dimension, as PyTorch would have them in memory."""
        steps = tuple(engine.steps(self._v))
        return steps if dim is None else steps[dim]

    def is_complex(self):
        return False

    def is_signed(self):
        return engine.dtype(self._v) != "bool"

    def is_same_size(self, other):
        return self.shape == other.shape

    def is_nonzero(self):
        return bool(self)

    # Autograd

    @property
    def requires_grad(self):
        return engine.requires_grad(self._v)

    @requires_grad.setter
    def requires_grad(self, wanted):
        result(engine.set_requires_grad(self._v, wanted))

    def requires_grad_(self, requires_grad=True):
        result(engine.set_requires_grad(self._v, requires_grad))
        return self

    @property
    def is_leaf(self):
        return engine.is_leaf(self._v)

    @property
    def grad(self):
        gradient = engine.gradient(self._v)
        return None if gradient is None else wrap(gradient)

    @grad.setter
    def grad(self, gradient):
        if gradient is not None and not isinstance(gradient, Tensor):
            raise TypeError(
                "assigned grad expected to be a Tensor or None but got grad of type" + type(gradient).__name__
            )
        result(engine.set_gradient(self._v, None if gradient is None else gradient._v))

    @property
    def grad_fn(self):
        return GradFn.of(self._v)

    @property
    def data(self):
        return wrap(engine.alias(self._v))

    @data.setter
    def data(self, values):
        result(engine.set_data(self._v, values._v))

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        wanted = () if inputs is None else (inputs,) if isinstance(inputs, Tensor) else inputs
        result(
            engine.backward(
                self._v,
                None if gradient is None else gradient._v,
                retain_graph,
                create_graph,
                *[each._v for each in wanted]
            )
        )

    @property
    def _version(self):
        return engine.version(self._v)

    def retain_grad(self):
        result(engine.retain_grad(self._v))

    @property
    def retains_grad(self):
        return engine.retains_grad(self._v)

    def register_hook(self, hook):
        def run(gradient):
            try:
                answer = hook(wrap(gradient))
                return None if answer is None else answer._v
            except BaseException as exception:
                raised.append(exception)
                return "raised"

        return _RemovableHandle(result(engine.register_hook(self._v, run)))

    def detach(self):
        return wrap(engine.detach(self._v))

    def detach_(self):
        self._v = engine.detach(self._v)
        return self

    # Arithmetic

    def __matmul__(self, other):
        if not isinstance(other, Tensor):
            raise TypeError("unsupported operand type(s) for @: 'Tensor' and '%s'" % type(other).__name__)
        return wrap(engine.matmul(self._v, other._v))

    def matmul(self, other):
        if not isinstance(other, Tensor):
            raise TypeError(
                "matmul(): argument 'other' (position 1) must be Tensor, not " + type(other).__name__
            )
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

    def clamp(self, min=None, max=None):
        if min is None and max is None:
            raise RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None")
        if isinstance(min, Tensor) or isinstance(max, Tensor):
            above = self if min is None else self.maximum(min)
            return above if max is None else above.minimum(max)
        if not self.is_floating_point():
            fraction = type(min) is real_float or type(max) is real_float
            return _clamped(self.float() if fraction else self.long(), min, max)
        return _clamped(self, min, max)

    clip = clamp

    def softmax(self, dim, dtype=None):
        return wrap(engine.softmax(self._v, dim))

    def log_softmax(self, dim, dtype=None):
        return wrap(engine.log_softmax(self._v, dim))

    def __pos__(self):
        if engine.dtype(self._v) == "bool":
            raise RuntimeError("The `+` operator, on a bool tensor is not supported.")
        return self

    # Comparison

    def __eq__(self, other):
        answer = _apply(engine.eq, self, other)
        return self is other if answer is None else answer

    def __ne__(self, other):
        answer = _apply(engine.ne, self, other)
        return self is not other if answer is None else answer

    def __contains__(self, element):
        return bool((self == element).any())

    def equal(self, other):
        return self.shape == other.shape and bool((self == other).all())

    def isclose(self, other, rtol=1e-05, atol=1e-08, equal_nan=False):
        close = (self == other) | ((self - other).abs() <= atol + rtol * other.abs())
        # An infinity is close to itself only.
        close = close & (other.isfinite() | (self == other))
        return close | (self.isnan() & other.isnan()) if equal_nan else close

    def allclose(self, other, rtol=1e-05, atol=1e-08, equal_nan=False):
        return bool(self.isclose(other, rtol, atol, equal_nan).all())

    # Reduction

    def norm(self, p="fro", dim=None, keepdim=False, dtype=None):
        order = 2 if p is None or p == "fro" else p
        if type(order) is str:
            raise RuntimeError("only valid string values are 'fro' and 'nuc', found " + order)
        return wrap(engine.norm(self._v, keepdim, order, "NormBackward1", *dims(dim)))

    def cumsum(self, dim=None, *, dtype=None, axis=None):
        x = self if dtype is None else self.to(dtype)
        return wrap(engine.cumsum(x._v, axis if dim is None else dim))

    def argmax(self, dim=None, keepdim=False, *, axis=None):
        return wrap(engine.argmax(self._v, axis if dim is None else dim, keepdim))

    def argmin(self, dim=None, keepdim=False, *, axis=None):
        return wrap(engine.argmin(self._v, axis if dim is None else dim, keepdim))

    def cumprod(self, dim=None, *, dtype=None, axis=None):
        x = self if dtype is None else self.to(dtype)
        return wrap(engine.cumprod(x._v, axis if dim is None else dim))

    # Shape

    def __getitem__(self, key):
        if type(key) is int:
            return wrap(engine.select(self._v, key))
        return wrap(engine.index(self._v, False, *_key(key)))

    def __setitem__(self, key, values):
        part = result(engine.index(self._v, True, *_key(key)))
        if type(values) is list:
            values = _tensor_of(values)
        result(engine.fill(part, _filling(int(values) if type(values) is bool else values)))

    def unbind(self, dim=0):
        return tuple(wrap_all(engine.unbind(self._v, dim)))

    def __iter__(self):
        return iter(self.unbind())

    def reshape(self, *shape):
        return wrap(engine.reshape(self._v, *sizes(shape)))

    def view(self, *shape):
        return wrap(engine.view(self._v, *sizes(shape)))

    def reshape_as(self, other):
        return self.reshape(other.shape)

    def view_as(self, other):
        return self.view(other.shape)

    def flatten(self, start_dim=0, end_dim=-1):
        shape = self.shape
        count = max(len(shape), 1)
        for dim in (start_dim, end_dim):
            if not -count <= dim < count:
                raise IndexError(
                    "Dimension out of range (expected to be in range of [%d, %d], but got %d)"
                    % (-count, count - 1, dim)
                )
        start, end = start_dim % count, end_dim % count
        if start > end:
            raise RuntimeError("flatten() has invalid args: start_dim cannot come after end_dim")
        if shape and start == end:
            return self
        return self.reshape(*shape[:start], Size(shape[start : end + 1]).numel(), *shape[end + 1 :])

    def ravel(self):
        return self if self.dim() == 1 else self.view(-1)

    def unsqueeze(self, dim):
        return wrap(engine.unsqueeze(self._v, dim))

    def squeeze(self, dim=None):
        return wrap(engine.squeeze(self._v, dim))

    def transpose(self, dim0, dim1):
        return wrap(engine.transpose(self._v, dim0, dim1))

    swapaxes = transpose

    def permute(self, *dims):
        return wrap(engine.permute(self._v, *sizes(dims)))

    @property
    def T(self):
        return wrap(engine.reversed_axes(self._v))

    @property
    def mT(self):
        return self.transpose(-2, -1)

    def expand(self, *shape):
        return wrap(engine.expand(self._v, *sizes(shape)))

    def expand_as(self, other):
        return self.expand(other.shape)

    def repeat(self, *counts):
        return wrap(engine.repeat(self._v, *sizes(counts)))

    def tile(self, *counts):
        counts = sizes(counts)
        return self.repeat(*(1,) * (self.dim() - len(counts)), *counts)

    def flip(self, *dims):
        return wrap(engine.flip(self._v, *sizes(dims)))

    def split(self, size, dim=0):
        length = self.shape[dim]
        kind = "Split" if type(size) is int else "SplitWithSizes"
        if type(size) is int:
            size = [min(size, length - start) for start in range(0, length, size)]
        elif sum(size) != length:
            raise RuntimeError(
                "split_with_sizes expects split_sizes to sum exactly to %d (input tensor's size at dimension %d), but got split_sizes=%s"
                % (length, dim, list(size))
            )
        return tuple(wrap_all(engine.split(self._v, dim, kind, *size)))

    def chunk(self, chunks, dim=0):
        if chunks < 1:
            raise RuntimeError("chunk expects `chunks` to be greater than 0, got: %d" % chunks)
        return self.split(-(-self.shape[dim] // chunks), dim)

    def tril(self, diagonal=0):
        return wrap(engine.tril(self._v, diagonal))

    def triu(self, diagonal=0):
        return wrap(engine.triu(self._v, diagonal))

    def diag(self, diagonal=0):
        return wrap(engine.diag(self._v, diagonal))

    def diagonal(self, offset=0):
        return wrap(engine.diagonal(self._v, offset))

    def trace(self):
        return wrap(engine.trace(self._v))

    def select(self, dim, index):
        return wrap(engine.select_along(self._v, dim, index))

    def narrow(self, dim, start, length):
        return wrap(engine.narrow(self._v, dim, start, length))

    def roll(self, shifts, dims=None):
        if dims is None:
            return self.flatten().roll(shifts, 0).view(self.shape)
        x = self
        for shift, dim in zip(_pair(shifts), _pair(dims)):
            x = wrap(engine.roll(x._v, shift, dim))
        return x

    def index_select(self, dim, index):
        return wrap(engine.index_select(self._v, dim, index._v))

    def masked_select(self, mask):
        if engine.dtype(mask._v) != "bool":
            raise RuntimeError("masked_select: expected BoolTensor or ByteTensor for mask")
        return wrap(engine.masked_select(self._v, mask._v))

    def masked_fill(self, mask, value):
        if isinstance(value, Tensor):
            value = value.item()
        return wrap(engine.masked_fill(self._v, mask._v, number(value)))

    def gather(self, dim, index):
        if index.dim() != self.dim():
            raise RuntimeError("Index tensor must have the same number of dimensions as input tensor")
        length = self.shape[dim]
        for place in index.flatten().tolist():
            if not 0 <= place < length:
                raise RuntimeError("index %d is out of bounds for dimension %d with size %d" % (place, dim, length))
        return wrap(engine.gather(self._v, dim, index._v))

    # In place

    def zero_(self):
        return self.fill_(0)

    def fill_(self, value):
        if isinstance(value, Tensor) and value.dim():
            raise RuntimeError(
                "fill_ only supports 0-dimension value tensor but got tensor with %d dimensions." % value.dim()
            )
        return self._filled(value)

    def _filled(self, value):
        result(engine.fill(self._v, _filling(value)))
        return self

    def copy_(self, source):
        return self._filled(source)

    def __getattr__(self, name):
        import _torch_names as names

        raise AttributeError(names.of_tensor(name))


# The class again, under the name that it prints.
Tensor = type("torch.Tensor", (EngineValue,), dict(_Tensor.__dict__))


def method(function):
    """Makes a function whose first argument is a tensor a method of tensors too."""
    setattr(Tensor, function.__name__, function)
    return function


class _RemovableHandle:
    def __init__(self, remove):
        self.remove = remove


_operators = (
    ("add", "add", "+"),
    ("sub", "sub", "-"),
    ("mul", "mul", "*"),
    ("truediv", "div", "/"),
    ("pow", "pow", "**"),
    ("floordiv", "floor_divide", "//"),
    ("mod", "remainder", "%"),
    ("and", "bitwise_and", "&"),
    ("or", "bitwise_or", "|"),
    ("xor", "bitwise_xor", "^"),
)
for _name, _call, _symbol in _operators:
    _forward = _operator(_call, _symbol)
    _backward = "r" + _call if hasattr(engine, "r" + _call) else _call
    setattr(Tensor, "__%s__" % _name, _forward)
    setattr(Tensor, "__r%s__" % _name, _reflected(_backward, _symbol))
    setattr(Tensor, "__i%s__" % _name, in_place(_forward))
Tensor.__rsub__ = _reflected("rsub", "-")
Tensor.__imatmul__ = lambda self, other: self @ other

for _name, _symbol in (("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">=")):
    setattr(Tensor, "__%s__" % _name, _comparison(_name, _symbol))

for _name in ("square", "t"):
    setattr(Tensor, _name, unary(_name))


def _inverted(self):
    if self.is_floating_point():
        raise TypeError("~ (operator.invert) is only implemented on integer and Boolean-type tensors")
    return self.bitwise_not()


Tensor.__invert__ = _inverted

reductions = "sum mean prod amax amin logsumexp all any".split()
for _name in reductions:
    setattr(Tensor, _name, _reduction(_name))
Tensor.var = _spread("var")
Tensor.std = _spread("std")
Tensor.max = _extreme("max")
Tensor.min = _extreme("min")
