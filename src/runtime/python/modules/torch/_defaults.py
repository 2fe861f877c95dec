"""What PyTorch assumes where nothing is said: the dtype of new numbers, and how tensors are printed."""
from _ffi import engine, number
from torch._dtypes import by_name, dtype


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


_profiles = {"default": (4, 1000, 3, 80), "short": (2, 1000, 2, 80), "full": (4, 1e300, 3, 80)}


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None):
    """
    How tensors print from now on: `precision` digits after the point, above `threshold` entries only `edgeitems` at each end,
    `linewidth` columns, and scientific notation or not, which sci_mode=None leaves to the numbers. The profile, "default",
    "short" or "full", fills in the first four; without one, what isn't given stays as it was.
    """
    chosen = _profiles.get(profile, (None,) * 4)
    given = (precision, threshold, edgeitems, linewidth)
    settled = [usual if own is None else own for own, usual in zip(given, chosen)]
    engine.set_print_options(*[None if each is None else number(each) for each in settled], sci_mode)
