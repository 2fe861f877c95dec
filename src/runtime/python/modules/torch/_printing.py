"""How tensors are printed, and how to have them printed otherwise."""
from _builtins import formatted
from _engine_value import extend
from _ffi import engine, number
from torch._tensor import Tensor


@extend(Tensor)
class _Printing:
    def __repr__(self):
        return engine.text(self._v)

    __str__ = __repr__

    def __format__(self, spec):
        if self.dim() == 0:
            return formatted(self.item(), spec)
        if spec:
            raise TypeError("unsupported format string passed to Tensor.__format__")
        return str(self)


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
