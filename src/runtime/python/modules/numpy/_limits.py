"""What the number types can hold."""
from _engine_value import EngineValue
from numpy._creation import zeros
from numpy._dtypes import dtype, name_of


class finfo:
    """Range and precision of float32, or for any other dtype float64 (IEEE 754). `eps` is the step from 1 to the next number."""

    def __init__(self, dtype_):
        name = name_of(dtype_)
        bits, digits, lowest = (32, 23, -126) if name == "float32" else (64, 52, -1022)
        kind = dtype("float%d" % bits).type
        self.dtype = dtype(name)
        self.bits = bits
        self.eps = kind(2.0**-digits)
        self.epsneg = kind(2.0 ** -(digits + 1))
        self.max = kind((2.0 - 2.0**-digits) * 2.0 ** (1 - lowest))
        self.min = -self.max
        self.tiny = self.smallest_normal = kind(2.0**lowest)
        self.smallest_subnormal = kind(2.0 ** (lowest - digits))
        self.resolution = kind(1e-6 if bits == 32 else 1e-15)
        self.precision = 6 if bits == 32 else 15


class iinfo:
    """The range of int64, whatever the dtype. Here integers are exact only up to 2⁵³."""

    def __init__(self, dtype_):
        self.dtype = dtype(name_of(dtype_))
        self.bits = 64
        self.max = 2**63 - 1
        self.min = -(2**63)


def result_type(*operands):
    """The dtype of a sum of these."""
    total = zeros(1, bool)
    for each in operands:
        total = total + (each if isinstance(each, EngineValue) else zeros(1, each))
    return total.dtype
