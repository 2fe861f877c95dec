"""Methods that end in an underscore: they put their result in the tensor's own place."""
from torch._tensor import Tensor, in_place

_changing = (
    "addcdiv addcmul addmm addmv addr baddbmm clamp clamp_max clamp_min clip cumprod cumsum deg2rad heaviside index_add "
    "index_copy index_fill lerp logit masked_fill nan_to_num rad2deg scatter scatter_add square tril triu"
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


def _fill_diagonal(self, fill_value):
    self.diagonal().fill_(fill_value)
    return self


Tensor.fill_diagonal_ = _fill_diagonal
