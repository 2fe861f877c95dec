"""Methods that end in an underscore: they put their result in the tensor's own place."""
from torch._tensor import Tensor, in_place

_changing = (
    "abs absolute acos acosh add addcdiv addcmul addmm addmv asin asinh atan atan2 atanh baddbmm bitwise_and bitwise_not "
    "bitwise_or bitwise_xor ceil clamp clamp_max clamp_min clip copysign cos cosh cumprod cumsum deg2rad div divide eq erf "
    "erfc exp exp2 expm1 fix floor floor_divide fmod frac ge gt heaviside hypot index_add index_copy index_fill le lerp log "
    "log10 log1p log2 logical_and logical_not logical_or logical_xor logit lt masked_fill mul multiply nan_to_num ne neg "
    "negative pow rad2deg reciprocal relu remainder round rsqrt scatter scatter_add sigmoid sign sin sinh sqrt square sub "
    "subtract tan tanh tril triu true_divide trunc xlogy"
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
