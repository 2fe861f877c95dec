"""Tensors as Python's own numbers and lists, as arrays, and as tensors of another dtype."""
from _builtins import real_float, real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine, lists_of, number_of
from torch._device import Device, on_cpu
from torch._dtypes import by_name, kinds, name_of
from torch._tensor import Tensor, wrap


@extend(Tensor)
class _Conversion:
    def item(self):
        return number_of(self._v)

    def tolist(self):
        return lists_of(self._v)

    def numpy(self):
        from numpy import ndarray

        if self.requires_grad:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
        return ndarray._of(engine.alias(self._v))

    def __bool__(self):
        count = engine.numel(self._v)
        if count > 1:
            raise RuntimeError("Boolean value of Tensor with more than one value is ambiguous")
        return count == 1 and self.item() != 0

    def is_nonzero(self):
        return bool(self)

    def __int__(self):
        return int(self.item())

    __index__ = __int__

    def _as_float(self):
        return real_float(number_of(self._v))

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

    def cuda(self, device=None):
        on_cpu("cuda")

    def contiguous(self):
        return wrap(engine.contiguous(self._v))
