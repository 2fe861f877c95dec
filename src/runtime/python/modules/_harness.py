"""Runs a learner's code and hands plain data back and forth. `_host` is the program around this interpreter."""

import binascii
import builtins
import io
import struct
import sys

# Our modules come before MicroPython's own of the same name.
sys.path[:] = ["/lib", ".frozen"]

# What tensors and arrays need of Python itself.
import _breath
import _builtins
import _ffi
import _host
import _imports
import _math
import _time
from _builtins import real_float

sys.modules["math"] = _math
sys.modules["time"] = _time

# What learner code may replace, as it was.
callable = builtins.callable
float = builtins.float
getattr = builtins.getattr
hasattr = builtins.hasattr
int = builtins.int
isinstance = builtins.isinstance
iter = builtins.iter
len = builtins.len
list = builtins.list
range = builtins.range
repr = builtins.repr
str = builtins.str
tuple = builtins.tuple
type = builtins.type
import_module = builtins.__import__
StringIO = io.StringIO
modules = sys.modules
print_exception = sys.print_exception

FUNCTION_TYPES = (type(lambda: 0), type((lambda x: lambda: x)(0)), type((lambda: (yield))))
UNORDERED = (builtins.str, builtins.bytes, builtins.dict, builtins.set, builtins.frozenset)
MOST_CHARACTERS = 2001
MOST_TRACE_CHARACTERS = 20000
MOST_ENTRIES = 10000
MOST_AXES = 32
MOST_NAMES = 100


def describe(error):
    """An exception's message in CPython's manner. Its class, and so its words, may be the learner's."""
    try:
        if isinstance(error, KeyError) and len(error.args) == 1:
            return shortened(repr(error.args[0]))
        return shortened(str(error))
    except BaseException:
        return "its message can't be shown"


def shortened(text):
    """Of a text that may be megabytes long, what may be shown."""
    return text[:MOST_CHARACTERS] if type(text) is str else ""


def shown(value):
    """A value's own words, if it has any."""
    try:
        return shortened(repr(shortened(value) if type(value) is str else value))
    except BaseException:
        return "something that can't be shown"


def type_name(value):
    name = type(value).__name__
    return name if type(name) is str else "object"


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
    """What a learner's function returned, as an object of the host's. The value's class may be the learner's, and raise anything."""
    try:
        found = numeric(value, 0)
    except BaseException:
        found = None
    if found is not None:
        own = type_name(value)
        return _host.typed(found, own) if own in ("bool", "list", "tuple") else found
    if isinstance(value, (list, tuple)) and len(value) > MOST_ENTRIES:
        return too_long(value)
    return _host.other(type_name(value), shown(value))


def numeric(value, depth):
    """A number, an array or a sequence of such. None for anything else, which may be lists in lists in themselves."""
    if isinstance(value, float) or hasattr(value, "_number"):
        return _host.number(real_float(value), False)
    if isinstance(value, (int, bool)):
        return _host.number(float(value), True)
    if is_array(value):
        return _host.array(value._v)
    if not isinstance(value, (list, tuple)) or len(value) > MOST_ENTRIES or depth == MOST_AXES:
        return None
    items = []
    for item in value:
        found = numeric(item, depth + 1)
        if found is None:
            return None
        items.append(found)
    return _host.stack(*items)


def is_array(value):
    numpy = modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray)


def too_long(values):
    return _host.other(type_name(values), "%d items" % len(values))


def in_order(value, count):
    """Exactly so many items of what can be gone through once and has an order, such as a generator; None for anything else."""
    if is_array(value) or isinstance(value, UNORDERED):
        return None
    try:
        iterator = iter(value)
    except TypeError:
        return None
    items = []
    for item in iterator:
        items.append(item)
        if len(items) > count:
            break
    return items if len(items) == count else None


def result_of(value, outputs):
    if outputs > 1:
        items = value if isinstance(value, (list, tuple)) else in_order(value, outputs)
        if items is not None:
            return too_long(items) if len(items) > MOST_ENTRIES else _host.tuple(*[to_host(item) for item in items])
    return to_host(value)


def function_called(name, namespace):
    """The learner's function of this name; if there is none, that is told."""
    function = namespace.get(name)
    if callable(function):
        return function
    own = [
        key
        for key, value in list(namespace.items())
        if type(key) is str and type(value) in FUNCTION_TYPES and getattr(value, "__globals__", None) is namespace
    ]
    _host.missing(*own[:MOST_NAMES])
    return None


def run_calls(name, outputs, namespace, recorder):
    function = function_called(name, namespace)
    if function is None:
        return
    for call in range(_host.calls()):
        _host.begin(call)
        arguments = [to_python(call, place) for place in range(_host.arguments(call))]
        if recorder is None:
            result = function(*arguments)
        else:
            recorder.begin()
            result = function(*arguments)
            recorder.end()
        _host.returned(result_of(result, outputs))


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
                _host.untraced(type_name(result), shown(result))
        except BaseException as error:
            tell(error)


def tell(error):
    trace = StringIO()
    try:
        print_exception(error, trace)
    except BaseException:
        pass
    _host.raised(type_name(error), describe(error), trace.getvalue()[:MOST_TRACE_CHARACTERS])


def functions_of(given):
    """The functions that the page's own code defines, and none of what it imports."""
    if given == "":
        return {}
    names = {"__name__": "__page__"}
    exec(compile(given, "page", "exec"), names)
    return {key: value for key, value in list(names.items()) if type(value) in FUNCTION_TYPES}


def run(code, file, name, given, outputs, traced, hook):
    """
    Runs a cell, or calls the function `name` of it, which may call those of `given`. Exceptions are told to the host. `hook` is what the names begin with by which the
    code calls what records its values, or empty.
    """
    _imports.guard(import_module, name is not None and not traced)
    namespace = {"__name__": "__main__"}
    try:
        if traced:
            import _tracing

            _tracing.follow()
        recorder = None
        if hook:
            import _recording

            recorder = _recording.install(_host, hook)
            modules.pop("_recording")
        namespace.update(functions_of(given))
        namespace.pop(name, None)
        exec(compile(code, file, "exec"), namespace)
        if traced:
            run_traced(name, namespace)
        elif name is not None:
            run_calls(name, outputs, namespace, recorder)
    except BaseException as error:
        tell(error)


# Nothing leads back here. What these modules are needed for has been taken from them above.
for _name in ("_harness", "_host", "_engine", "js", "jsffi"):
    modules.pop(_name, None)
