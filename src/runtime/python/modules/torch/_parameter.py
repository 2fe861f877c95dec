from _ffi import engine
from torch._creation import empty
from torch._tensor import Tensor


class Parameter(Tensor):
    """A tensor that a module learns."""

    def __init__(self, data=None, requires_grad=True):
        data = empty(0) if data is None else data
        self._v = engine.copy(data._v, engine.dtype(data._v))
        if requires_grad and not self.is_floating_point():
            raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
        self.requires_grad_(requires_grad)

    def __repr__(self):
        return "Parameter containing:\n" + engine.text(self._v)

    __str__ = __repr__
