"""Dictionaries that keep the order of their keys, and lists, tuples and sets written with stars."""
from uctypes import bytearray_at

# Where a dictionary of MicroPython's notes that it is one that keeps its order: what its OrderedDict sets.
_flags_offset = 4
_is_ordered = 4


def _empty():
    made = {}
    bytearray_at(id(made) + _flags_offset, 1)[0] |= _is_ordered
    return made


def dict_of(*pairs):
    """`{key: value, …}`"""
    return merged(pairs)


def merged(*groups):
    """`{**a, key: value, …}`, of lists of pairs."""
    made = _empty()
    for pairs in groups:
        for key, value in pairs:
            made[key] = value
    return made


def named(kind, *pairs):
    """`dict(key=value, …)`, if it is Python's own `dict` that is called."""
    return merged(pairs) if kind is dict else kind(**merged(pairs))


def dict_from(kind, *given, **options):
    """Any other call of `dict`."""
    if kind is not dict:
        return kind(*given, **options)
    if len(given) > 1:
        raise TypeError("dict expected at most 1 argument, got %d" % len(given))
    made = merged(pairs_of(given[0]) if given else ())
    made.update(options)
    return made


def pairs_of(given):
    """The pairs that `**given` stands for, as they are now."""
    return list(given.items() if hasattr(given, "items") else given)


def each_of(iterable):
    """What `*iterable` stands for, as it is now."""
    return list(iterable)


def list_of(*groups):
    made = []
    for group in groups:
        made.extend(group)
    return made


def tuple_of(*groups):
    return tuple(list_of(*groups))


def set_of(*groups):
    return set(list_of(*groups))


def text_of(*parts):
    """`f"…{value}…"`, where each part is text already."""
    return "".join(parts)
