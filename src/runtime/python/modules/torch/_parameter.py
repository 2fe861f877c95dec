from _crossing import engine
from torch._tensor import Tensor


class Parameter(Tensor):
    """A tensor that a module learns."""

    _made = 0

    def __init__(self, data, requires_grad=True):
        self._v = engine.copy(data._v, engine.dtype(data._v))
        self.requires_grad_(requires_grad)
        # MicroPython forgets the order in which attributes were set; modules list their parameters in this order.
        Parameter._made += 1
        self._place = Parameter._made

    def __repr__(self):
        return "Parameter containing:\n" + engine.text(self._v)

    __str__ = __repr__
