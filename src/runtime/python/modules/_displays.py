"""Dictionaries that keep the order of their keys, and lists, tuples and sets written with stars."""
from uctypes import bytearray_at

# Where a dictionary of MicroPython's notes that it is one that keeps its order: what its OrderedDict sets.
_flags_offset = 4
_is_ordered = 4


def ordered(*pairs):
    """`{key: value, …}`"""
    made = {}
    bytearray_at(id(made) + _flags_offset, 1)[0] |= _is_ordered
    for key, value in pairs:
        made[key] = value
    return made


def ordered_from(*given, **named):
    """`dict(…)`"""
    made = ordered(*(pairs_of(given[0]) if given else ()))
    made.update(named)
    return made


def pairs_of(given):
    """The pairs that `**given` stands for."""
    return given.items() if hasattr(given, "items") else given


def list_of(*items):
    return list(items)


def tuple_of(*items):
    return items


def set_of(*items):
    return set(items)
