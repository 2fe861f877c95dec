"""Functions and methods that follow from the engine's table of operations: `torch.abs(x)`, `x.abs()`, `x.abs_()`, and their synonyms."""
from _builtins import real_float, real_isinstance as isinstance
from _engine_value import EngineValue, Scalar
from _ffi import engine, number
from torch._tensor import Tensor, from_method, in_place, refuse, wrap

_missing = object()
# By name: the synonyms, and whether there is a variant in place.
_forms = {}
# What the modules `torch` and `torch.special` have of it.
functions = {}
special = {}


def apply(call, x, y):
    """A call on a tensor and a tensor, an array or a number; None if y is something else."""
    kind = type(y)
    if kind is Tensor:
        return wrap(call(x._v, y._v, False))
    if kind is real_float:
        return wrap(call(x._v, y, True))
    if kind is int:
        return wrap(call(x._v, number(y), False))
    if kind is bool:
        return wrap(call(x._v, int(y), None))
    if isinstance(y, Scalar):
        return wrap(call(x._v, y._number(), True))
    return wrap(call(x._v, y._v, False)) if isinstance(y, EngineValue) else None


def _unary(name):
    call = getattr(engine, name)
    return lambda self: wrap(call(self._v))


def pairwise(name, position, numbers=True):
    """`torch.name(x, y)` or `x.name(y)`, where y stands at this position among the arguments; some take no numbers."""
    call = getattr(engine, name)

    def combine(input, other=_missing):
        if other is _missing:
            raise TypeError('%s() missing 1 required positional arguments: "other"' % name)
        if not isinstance(input, Tensor):
            refuse(name, "input", 1, input)
        answer = apply(call, input, other) if numbers or isinstance(other, Tensor) else None
        if answer is None:
            refuse(name, "other", position, other)
        return answer

    return combine


def define(name, method, function=None):
    """Gives a name of the table, and its synonyms, this method and function; by default the function calls the method."""
    synonyms, has_in_place = _forms[name]
    for each in [name] + synonyms:
        setattr(Tensor, each, method)
        functions[each] = function or from_method(each)
        if has_in_place:
            setattr(Tensor, each + "_", in_place(method))


for _row in engine.forms().split("\n"):
    _kind, _name, _in_place, _numbers, _special, *_synonyms = _row.split(" ")
    _forms[_name] = (_synonyms, _in_place == "in_place")
    if _kind == "unary":
        define(_name, _unary(_name))
    else:
        define(_name, *[pairwise(_name, position, _numbers == "numbers") for position in (1, 2)])
    if _special != "-":
        special[_special] = functions[_name]
