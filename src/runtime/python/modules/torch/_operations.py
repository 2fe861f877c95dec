"""Functions and methods that follow from the engine's table of operations: `torch.abs(x)`, `x.abs()`, `x.abs_()`, and their synonyms."""
from _ffi import engine
from torch._tensor import Tensor, in_place, pairwise, unary

# By name: the synonyms, and whether there is a variant in place.
_forms = {}
# What the modules `torch` and `torch.special` have of it.
functions = {}
special = {}


def from_method(name):
    """The function that calls the method of its first argument. Raises a TypeError if that is no tensor."""
    method = getattr(Tensor, name)

    def function(input, *args, **options):
        if not isinstance(input, Tensor):
            raise TypeError(
                "%s(): argument 'input' (position 1) must be Tensor, not %s" % (name, type(input).__name__)
            )
        return method(input, *args, **options)

    return function


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
        define(_name, unary(_name))
    else:
        define(_name, *[pairwise(_name, position, _numbers == "numbers") for position in (1, 2)])
    if _special != "-":
        special[_special] = functions[_name]

Tensor.__abs__ = Tensor.abs
Tensor.__neg__ = Tensor.neg
