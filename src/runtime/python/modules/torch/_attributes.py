"""What is known of a tensor besides its entries."""
from _builtins import real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine
from torch._device import cpu
from torch._dtypes import by_name, strided
from torch._size import Size, refuse_dim
from torch._tensor import Tensor


@extend(Tensor)
class _Attributes:
    shape = property(lambda self: Size(engine.shape(self._v)))
    dtype = property(lambda self: by_name[engine.dtype(self._v)])
    device = cpu
    layout = strided
    is_cuda = is_sparse = is_quantized = False
    is_cpu = True
    name = None

    def size(self, dim=None):
        if dim is None:
            return self.shape
        if not self.dim():
            raise IndexError("Dimension specified as %d but tensor has no dimensions" % dim)
        refuse_dim(dim, self.dim())
        return self.shape[dim]

    def dim(self):
        return engine.dim(self._v)

    ndimension = dim
    ndim = property(dim)

    def numel(self):
        return engine.numel(self._v)

    nelement = numel

    def __len__(self):
        if self.dim() == 0:
            raise TypeError("len() of a 0-d tensor")
        return self.shape[0]

    def stride(self, dim=None):
        """How many entries lie between neighbours along each dimension, as PyTorch would have them in memory."""
        steps = tuple(engine.steps(self._v))
        return steps if dim is None else steps[dim]

    def is_contiguous(self):
        return engine.is_contiguous(self._v)

    def element_size(self):
        return {"float32": 4, "bool": 1}.get(engine.dtype(self._v), 8)

    def is_floating_point(self):
        return self.dtype.is_floating_point

    def is_complex(self):
        return False

    def is_signed(self):
        return engine.dtype(self._v) != "bool"

    def is_same_size(self, other):
        return self.shape == other.shape


def is_tensor(obj):
    """Whether it is a Tensor: parameters are, arrays are not."""
    return isinstance(obj, Tensor)
