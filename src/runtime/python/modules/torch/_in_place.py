"""Methods that end in an underscore: they put their result in the tensor's own place."""
from _builtins import real_isinstance as isinstance
from _engine_value import EngineValue, extend
from _ffi import engine, number, result
from torch._tensor import Tensor, in_place


@extend(Tensor)
class _InPlace:
    def zero_(self):
        return self.fill_(0)

    def fill_(self, value):
        if isinstance(value, Tensor) and value.dim():
            raise RuntimeError("fill_ only supports 0-dimension value tensor but got tensor with %d dimensions." % value.dim())
        return self._filled(value)

    def _filled(self, value):
        result(engine.fill(self._v, value._v if isinstance(value, EngineValue) else number(value)))
        return self

    def fill_diagonal_(self, fill_value):
        self.diagonal().fill_(fill_value)
        return self

    def copy_(self, source):
        return self._filled(source)


_changing = (
    "addcdiv addcmul addmm addmv addr baddbmm clamp clamp_max clamp_min clip cumprod cumsum deg2rad heaviside index_add "
    "index_copy index_fill lerp logit masked_fill nan_to_num rad2deg scatter scatter_add tril triu"
).split()
for _name in _changing:
    setattr(Tensor, _name + "_", in_place(getattr(Tensor, _name)))


def _reshaping(name):
    change = getattr(Tensor, name)

    def reshape(self, *args, **options):
        self._v = change(self, *args, **options)._v
        return self

    return reshape


for _name in "squeeze unsqueeze t transpose swapaxes swapdims".split():
    setattr(Tensor, _name + "_", _reshaping(_name))
