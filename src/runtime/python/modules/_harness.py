"""Runs a learner's code and hands plain data back and forth. `_host` is the program around this interpreter."""

import binascii
import builtins
import io
import struct
import sys

# Our modules come before MicroPython's own of the same name.
sys.path[:] = ["/lib", ".frozen"]

# What tensors and arrays need of Python itself.
import _absent
import _builtins
import _host
import _math
import _time
from _builtins import real_float

sys.modules["math"] = _math
sys.modules["time"] = _time

# What a learner may not import: ways out of the interpreter, and the engine behind numpy and torch.
HIDDEN = ("js", "jsffi", "_engine", "_host", "_harness")

import_module = builtins.__import__


def root(name):
    return name.split(".")[0]


def guard_imports(grading):
    """Replaces `import`, so that what is not here says so in words that help."""

    def guarded(name, globals=None, locals=None, fromlist=None, level=0):
        # Code that a learner runs with exec has no module name.
        if (globals or {}).get("__name__", "__main__") == "__main__":
            if grading and root(name) == "torch":
                raise ImportError("autograd is switched off while grading, so there is no torch here. Use numpy.")
            if root(name) in HIDDEN:
                raise ImportError(_absent.module(name, grading))
        try:
            found = import_module(name, globals, locals, fromlist, level)
        except ImportError as error:
            if str(error).startswith("no module named '" + root(name)):
                raise ImportError(_absent.module(name, grading))
            raise
        if level == 0 and fromlist:
            _absent.require(found, name, fromlist, import_module)
        return found

    builtins.__import__ = guarded


def no_keyboard(prompt=""):
    raise RuntimeError("input() has no keyboard to read from here. Write the value into your code.")


def describe(error):
    """An exception's message in CPython's manner."""
    if isinstance(error, KeyError) and len(error.args) == 1:
        return repr(error.args[0])
    return str(error)


def to_python(call, place):
    """An argument. Numbers cross as text, a float's eight bytes in hexadecimal."""
    kind = _host.kind(call, place)
    if kind == "array":
        import numpy

        return numpy.ndarray._of(_host.handle(call, place))
    text = _host.text(call, place)
    if kind == "int":
        return int(text)
    if kind == "float":
        return struct.unpack(">d", binascii.unhexlify(text))[0]
    return text


def to_traced(call, place):
    """The same as a tensor that autograd follows; an integer stays a plain number."""
    if _host.kind(call, place) == "int":
        return int(_host.text(call, place))
    from torch._tensor import wrap

    return wrap(_host.leaf(call, place))


def to_host(value):
    """What a learner's function returned, as an object of the host's."""
    if isinstance(value, float) or hasattr(value, "_number"):
        return _host.number(real_float(value), False)
    if isinstance(value, (int, bool)):
        return _host.number(float(value), True)
    numpy = sys.modules.get("numpy")
    if numpy and isinstance(value, numpy.ndarray):
        return _host.array(value._v)
    if isinstance(value, (list, tuple)):
        stacked = _host.stack(*[to_host(item) for item in value])
        if stacked is not None:
            return stacked
    return _host.other(type(value).__name__, repr(value))


def function_called(name, namespace):
    """The learner's function of this name; if there is none, that is told."""
    function = namespace.get(name)
    if callable(function):
        return function
    own = [key for key, value in namespace.items() if getattr(value, "__globals__", None) is namespace]
    _host.missing(*own)
    return None


def run_calls(name, outputs, namespace):
    function = function_called(name, namespace)
    if function is None:
        return
    for call in range(_host.calls()):
        _host.begin(call)
        result = function(*[to_python(call, place) for place in range(_host.arguments(call))])
        if outputs > 1 and isinstance(result, (list, tuple)):
            _host.returned(_host.tuple(*[to_host(item) for item in result]))
        else:
            _host.returned(to_host(result))


def run_traced(name, namespace):
    """Calls the function on tensors. A call that raises is told, and the next one made."""
    import torch

    function = function_called(name, namespace)
    if function is None:
        return
    for call in range(_host.calls()):
        _host.begin(call)
        try:
            result = function(*[to_traced(call, place) for place in range(_host.arguments(call))])
            if isinstance(result, torch.Tensor):
                _host.traced(result._v)
            elif isinstance(result, (int, float)) or hasattr(result, "_number"):
                _host.plain(real_float(result))
            else:
                _host.untraced(type(result).__name__, repr(result))
        except BaseException as error:
            tell(error)


def tell(error):
    trace = io.StringIO()
    sys.print_exception(error, trace)
    _host.raised(type(error).__name__, describe(error), trace.getvalue())


def run(code, file, name, outputs, traced):
    """Runs a cell, or calls the function `name` of it. Exceptions are told to the host."""
    builtins.input = no_keyboard
    guard_imports(grading=name is not None and not traced)
    namespace = {"__name__": "__main__"}
    try:
        if traced:
            import _tracing

            _tracing.follow()
        exec(compile(code, file, "exec"), namespace)
        if traced:
            run_traced(name, namespace)
        elif name is not None:
            run_calls(name, outputs, namespace)
    except BaseException as error:
        tell(error)
