"""What stands between the brackets of `x[…]`, for tensors and for arrays."""
from _builtins import Slice, real_isinstance
from _engine_value import EngineValue


def words_of(key, bound, places, refuse):
    """
    An index as the engine reads it: a word for each part, and what belongs to it. `bound` makes a slice's bound a number,
    `places` the words for a list or array of positions, and `refuse` raises for a part of any other type.
    """
    words = []
    for part in key if type(key) is tuple else (key,):
        kind = type(part)
        if kind is int:
            words += ("index", part)
        elif kind is Slice._stands_for:
            words += ("slice", bound(part.start), bound(part.stop), bound(part.step))
        elif part is None:
            words.append("new")
        elif part is Ellipsis:
            words.append("rest")
        elif kind is list or real_isinstance(part, EngineValue):
            words += places(part)
        else:
            refuse(kind)
    return words


def places_of_nonzero(numbers, shape):
    """Where numbers in the order of rows aren't 0, in an array of this shape: for each a list with an index for every axis."""
    found = []
    for place, number in enumerate(numbers):
        if number:
            indices = []
            for length in reversed(shape):
                indices.insert(0, place % length)
                place //= length
            found.append(indices)
    return found
