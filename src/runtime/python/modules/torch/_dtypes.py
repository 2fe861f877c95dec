from _builtins import real_float
from _ffi import engine


class dtype:
    """What a tensor's entries are: one object each for float32, float64, int64 and bool."""

    def __init__(self, name):
        self.name = name
        self.is_floating_point = name.startswith("float")

    def __repr__(self):
        return "torch." + self.name


float32 = dtype("float32")
float64 = dtype("float64")
int64 = dtype("int64")
bool_ = dtype("bool")

by_name = {each.name: each for each in (float32, float64, int64, bool_)}
# As they are called in `torch.FloatTensor` and in messages.
kinds = {"float32": "Float", "float64": "Double", "int64": "Long", "bool": "Bool"}


class _Layout:
    """How PyTorch keeps the entries of ordinary tensors."""

    def __repr__(self):
        return "torch.strided"


strided = _Layout()


class finfo:
    """The limits of a floating type."""

    def __init__(self, dtype=float32):
        if not dtype.is_floating_point:
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        self.dtype = dtype.name
        self.bits, digits, largest = (32, 23, 127) if dtype is float32 else (64, 52, 1023)
        self.eps = self.resolution = 2.0**-digits
        self.resolution = 1e-6 if dtype is float32 else 1e-15
        self.max = (2 - self.eps) * 2.0**largest
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0 ** (1 - largest)

    def __repr__(self):
        return "finfo(resolution=%g, min=%g, max=%g, eps=%g, smallest_normal=%g, tiny=%g, dtype=%s)" % (
            self.resolution,
            self.min,
            self.max,
            self.eps,
            self.tiny,
            self.tiny,
            self.dtype,
        )

    __str__ = __repr__


class iinfo:
    """The limits of the integer type."""

    def __init__(self, dtype):
        if dtype is not int64:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        self.dtype, self.bits, self.min, self.max = "int64", 64, -(2**63), 2**63 - 1

    def __repr__(self):
        return "iinfo(min=%d, max=%d, dtype=int64)" % (self.min, self.max)

    __str__ = __repr__


def name_of(given, otherwise=None):
    """
    The engine's name of a dtype; Python's own float, int and bool stand for float64, int64 and bool. `otherwise` for None. Raises
    TypeError for anything else.
    """
    if given is None:
        return otherwise
    if type(given) is dtype:
        return given.name
    if given == real_float:
        return "float64"
    if given is int:
        return "int64"
    if given is bool:
        return "bool"
    raise TypeError("dtype must be torch.dtype, not " + type(given).__name__)


def get_default_dtype():
    """float32 unless `set_default_dtype` changed it."""
    return by_name[engine.default_dtype()]


def set_default_dtype(d):
    """
    From now on the dtype of floats, zeros, rand and the like where none is named. Raises TypeError for all but float32 and
    float64.
    """
    if type(d) is not dtype or not d.is_floating_point:
        raise TypeError("only floating-point types are supported as the default type")
    engine.set_default_dtype(d.name)
