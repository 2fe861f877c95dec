"""The class Tensor, and how its methods are made: they stand with the functions of their topics, in the modules beside this one."""
from _builtins import real_isinstance as isinstance
from _engine_value import EngineValue
from _ffi import engine, result

_new = object.__new__


class _Tensor:
    def __init__(self, *data):
        from torch._creation import legacy

        self._v = legacy(data)._v

    def __hash__(self):
        return id(self)

    def __getattr__(self, name):
        import _torch_names as names

        raise AttributeError(names.of_tensor(name))


# The class again, under the name that it prints.
Tensor = type("torch.Tensor", (EngineValue,), dict(_Tensor.__dict__))


def wrap(answer):
    """A tensor of what the engine answered, unless it answered with a failure."""
    if type(answer) is str:
        result(answer)
    tensor = _new(Tensor)
    tensor._v = answer
    return tensor


def wrap_all(answer):
    """A list of tensors, of the list that the engine answered; raises the failure if it answered with one."""
    return [wrap(each) for each in result(answer)]


def handle_of(tensor):
    """The engine's handle of a tensor, None of None."""
    return None if tensor is None else tensor._v


def method(function):
    """Makes a function whose first argument is a tensor a method of tensors too."""
    setattr(Tensor, function.__name__, function)
    return function


def in_place(method):
    """The method that puts its result in the tensor's own place."""

    def change(self, *args, **options):
        result(engine.assign(self._v, method(self, *args, **options)._v))
        return self

    return change


def from_method(name):
    """The function that calls the method of its first argument. Raises a TypeError if that is no tensor."""
    method = getattr(Tensor, name)

    def function(input, *args, **options):
        if not isinstance(input, Tensor):
            refuse(name, "input", 1, input)
        return method(input, *args, **options)

    return function


def refuse(name, argument, position, given):
    """Raises the TypeError that PyTorch has for something else where it wants a tensor."""
    given = type(given).__name__
    raise TypeError("%s(): argument '%s' (position %d) must be Tensor, not %s" % (name, argument, position, given))
