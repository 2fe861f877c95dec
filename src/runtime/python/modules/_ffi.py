"""How our modules call the engine. A call that fails returns text, which `result` raises as the exception that it names."""
from array import array
from uctypes import addressof

import _engine
from _builtins import real_float, real_isinstance
from _engine_value import Scalar


class Engine:
    """The engine's calls. Looking one up in a JavaScript object costs as much as calling it, so it is done once."""

    def __getattr__(self, name):
        call = getattr(_engine, name)
        setattr(self, name, call)
        return call


engine = Engine()

_kinds = {
    kind.__name__: kind
    for kind in (
        AttributeError,
        IndexError,
        MemoryError,
        NotImplementedError,
        RuntimeError,
        TypeError,
        ValueError,
    )
}

# Exceptions that a function of the learner's raised while the engine was calling it.
raised = []


def result(answer):
    if type(answer) is str:
        kind, _, message = answer.partition(": ")
        if kind == "Raised":
            raise raised.pop()
        raise _kinds[kind](message)
    return answer


def number(x):
    """A number as it crosses: integers do so with 32 bits only, and beyond that go as floats."""
    kind = type(x)
    if kind is int:
        return x if -0x80000000 <= x < 0x80000000 else real_float(x)
    return x._number() if kind is not real_float and real_isinstance(x, Scalar) else x


def _numbers(count):
    """Room for this many doubles."""
    return array("d", bytes(8 * count))


_cell = _numbers(1)
_cell_address = addressof(_cell)
# What Python has for the entries of a dtype; floats for all others.
_own_types = {"int64": int, "bool": bool}


def number_of(handle, dtype=None):
    """The only entry of a tensor or an array, as Python's own number."""
    result(engine.item(handle, _cell_address))
    return _own_types.get(dtype or engine.dtype(handle), real_float)(_cell[0])


def lists_of(handle):
    """All entries of a tensor or an array as nested lists of Python's own numbers; one number if there are no axes."""
    flat = _numbers(engine.numel(handle))
    engine.to_numbers(handle, addressof(flat))
    return _nest(flat, tuple(engine.shape(handle)), _own_types.get(engine.dtype(handle), real_float))


def _nest(flat, shape, convert):
    """The numbers of a row-major list as nested lists of this shape."""
    if not shape:
        return convert(flat[0])
    if not len(flat):
        return [_nest(flat, shape[1:], convert) for _ in range(shape[0])] if len(shape) > 1 else []
    rows = [convert(x) for x in flat]
    for length in reversed(shape[1:]):
        rows = [rows[i : i + length] for i in range(0, len(rows), length)]
    return rows
