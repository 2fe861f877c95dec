from _builtins import real_isinstance as isinstance
from _ffi import engine, result
from _engine_value import EngineValue
from numpy._array import asarray, filled, handle_of, into, ndarray, wrap
from numpy._axes import axis_of, reduced_axes
from numpy._errors import no_loop
from numpy._operators import apply

# What a reduction begins with, where there is something that changes nothing.
_identities = {
    "add": 0, "multiply": 1, "logical_and": True, "logical_or": False, "logical_xor": False, "bitwise_and": -1, "bitwise_or": 0,
    "bitwise_xor": 0, "hypot": 0, "gcd": 0, "logaddexp": -1e999, "logaddexp2": -1e999,
}  # fmt: skip
# These have none, but don't mind the order of their operands either.
_reorderable = ("maximum", "minimum", "fmax", "fmin")
_comparisons = ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal")

# Methods whose reductions the engine has.
_methods = {"add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min", "logical_and": "all", "logical_or": "any"}

# Stands for the identity where no `initial` is given; None is the wish for none.
usual = object()


class ufunc:
    """A function of the entries of `nin` arrays, and what a function of two makes of the entries of one."""

    nout = 1

    def __init__(self, name, nin):
        self.__name__ = name
        self.nin = nin
        self.nargs = nin + 1
        self.identity = _identities.get(name)
        self._call = getattr(engine, "array_" + name)

    def __repr__(self):
        return "<ufunc '%s'>" % self.__name__

    def __call__(self, *operands, out=None, where=True, dtype=None):
        if not self.nin <= len(operands) <= self.nargs:
            counts = (self.__name__, self.nin, self.nargs, len(operands))
            raise TypeError("%s() takes from %d to %d positional arguments but %d were given" % counts)
        if len(operands) == self.nargs:
            out = operands[-1]
        if type(out) is tuple:
            (out,) = out
        if dtype is not None:
            operands = [asarray(each, dtype) for each in operands]
        answer = wrap(self._call(handle_of(operands[0]))) if self.nin == 1 else self._of(operands[0], operands[1])
        if where is not True:
            answer = _chosen(where, answer, 0.0 if out is None else out)
        return into(answer, out)

    def _of(self, x, y):
        if type(x) is str or type(y) is str:
            raise no_loop(self.__name__, *[each if type(each) is str else asarray(each) for each in (x, y)])
        if isinstance(x, EngineValue):
            answer = apply(self._call, x, y, False, self.__name__)
        elif isinstance(y, EngineValue):
            answer = apply(self._call, y, x, True, self.__name__)
        else:
            answer = wrap(self._call(handle_of(x), handle_of(y), False, False))
        if answer is NotImplemented:
            raise TypeError("np.%s of %s isn't part of this course's numpy" % (self.__name__, type(y).__name__))
        return answer

    def _operand(self, array, dtype, method):
        """An array, in the dtype that the function gives. Raises ValueError or TypeError if the method can't take it."""
        if self.nin != 2:
            raise ValueError("%s only supported for binary functions" % method)
        array = asarray(array) if dtype is None else asarray(array).astype(dtype)
        kind = array.dtype.name
        if self.__name__ in _comparisons and kind != "bool":
            raise TypeError("No loop matching the specified signature and casting was found for ufunc %s" % self.__name__)
        if kind == "bool" and self.__name__ in ("add", "multiply"):
            array = array.astype("int64")
        else:
            one = filled(1, kind)
            array = array.astype(asarray(self(one, one)).dtype)
        if array.ndim == 0 and method != "reduce":
            raise TypeError("cannot %s on a scalar" % method)
        return array

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=usual, where=True):
        """The sum, for `add`: one entry from all along an axis, or several. Raises ValueError for none, or if order counts."""
        method = _methods.get(self.__name__)
        if method is not None and initial is usual and where is True:
            array = asarray(array)
            found = getattr(array if dtype is None else array.astype(dtype), method)(axis, keepdims=keepdims)
            return reduced_into(self.__name__, found, out)
        x = self._operand(array, dtype, "reduce")
        axes = reduced_axes(axis, x.ndim)
        if len(axes) > 1 and self.identity is None and self.__name__ not in _reorderable:
            raise ValueError("reduction operation '%s' is not reorderable, so at most one axis may be specified" % self.__name__)
        start = self.identity if initial is usual else initial
        if asarray(0 if start is None else start).ndim:
            raise ValueError("setting an array element with a sequence.")
        if where is not True:
            if start is None:
                raise ValueError(
                    "reduction operation '%s' does not have an identity, so to use a where mask one has to specify 'initial'"
                    % self.__name__
                )
            where = asarray(where, "bool") & filled(True, "bool", *x.shape)
        if method is not None and self.identity is not None and start is not None:
            part = x if where is True else _chosen(where, x, filled(self.identity, x.dtype.name))
            found = getattr(asarray(part), method)(tuple(axes), keepdims=keepdims)
            return reduced_into(self.__name__, found if initial is usual else self(found, start), out)
        if where is not True:
            where = _rows(where, axes)
        rows = _rows(x, axes)
        places = range(len(rows))
        found = filled(0, x.dtype.name, *rows.shape[1:])
        if start is not None:
            found[...] = start
        elif len(rows):
            found, places = rows[0], places[1:]
        elif found.size:
            raise ValueError("zero-size array to reduction operation %s which has no identity" % self.__name__)
        for place in places:
            next = self(found, rows[place])
            found = next if where is True else _chosen(where[place], next, found)
        found = asarray(found).astype(x.dtype)
        if keepdims:
            found = found.reshape([1 if place in axes else length for place, length in enumerate(x.shape)])
        return reduced_into(self.__name__, found[()] if found.ndim == 0 else found, out)

    def accumulate(self, array, axis=0, dtype=None, out=None):
        """What `reduce` gives after each entry. Raises TypeError for a number, and ValueError for several axes."""
        x = self._operand(array, dtype, "accumulate")
        if type(axis) is not int:
            raise ValueError("accumulate does not allow multiple axes")
        rows = x.swapaxes(0, axis_of(axis, x.ndim))
        made = rows.copy()
        for place in range(1, len(made)):
            made[place] = self(made[place - 1], rows[place])
        return into(made.swapaxes(0, axis_of(axis, x.ndim)), out)

    def reduceat(self, array, indices, axis=0, dtype=None, out=None):
        """
        What each of several stretches comes to: from one index to the next, or the entry itself if the next is no larger. Raises
        IndexError for an index out of bounds, ValueError unless the indices are a vector, TypeError for an array without axes.
        """
        x = self._operand(array, dtype, "reduceat")
        places = asarray(indices)
        if places.ndim != 1:
            raise ValueError("object of too small depth for desired array")
        rows = x.swapaxes(0, axis_of(axis, x.ndim))
        starts = [int(place) for place in places.tolist()]
        for place in starts:
            if not 0 <= place < len(rows):
                raise IndexError("index %d out-of-bounds in %s.reduceat [0, %d)" % (place, self.__name__, len(rows)))
        made = filled(0, x.dtype.name, len(starts), *rows.shape[1:])
        for place, start in enumerate(starts):
            end = starts[place + 1] if place + 1 < len(starts) else len(rows)
            found = rows[start]
            for each in range(start + 1, end):
                found = self(found, rows[each])
            made[place] = found
        return into(made.swapaxes(0, axis_of(axis, x.ndim)), out)

    def outer(self, x, y):
        """Every entry of x with every entry of y, in the shape of x and then of y. Raises ValueError unless it takes two."""
        if self.nin != 2:
            raise ValueError("outer product only supported for binary functions")
        x, y = asarray(x), asarray(y)
        return self(x.reshape(x.shape + (1,) * y.ndim), y)

    def at(self, array, indices, values=None):
        """
        Does it in place to the entries at these indices, once for each time that an entry is among them. Raises TypeError for
        what isn't an array, ValueError where values are missing or don't fit.
        """
        if not isinstance(array, ndarray):
            raise TypeError("first operand must be array")
        if self.nin == 2 and values is None:
            raise ValueError("second operand needed for ufunc")
        every = ndarray._of(result(engine.arange(0, array.size, 1, "int64"))).reshape(array.shape)
        places = asarray(every[indices])
        if self.nin == 2:
            values = _broadcast(values, places.shape).reshape(-1)
        entries = array.reshape(-1)
        for turn in _turns(places.reshape(-1).tolist()):
            here = [place for place, _ in turn]
            entries[here] = self(entries[here], *([] if self.nin == 1 else [values[[which for _, which in turn]]]))


def reduced_into(name, answer, out):
    """The answer of a reduction, or `out` with it written into. Raises ValueError if that has another number of axes."""
    if out is not None and out.ndim != asarray(answer).ndim:
        raise ValueError(
            "output parameter for reduction operation %s has the wrong number of dimensions: Found %d but expected %d"
            % (name, out.ndim, asarray(answer).ndim)
        )
    return into(answer, out)


def _chosen(condition, x, y):
    return wrap(engine.array_where(handle_of(condition, "bool"), handle_of(x), handle_of(y)))


def _rows(x, axes):
    """The entries along these axes as the first axis, the others behind it."""
    rest = [place for place in range(x.ndim) if place not in axes]
    count = 1
    for each in axes:
        count *= x.shape[each]
    return x.transpose(list(axes) + rest).reshape([count] + [x.shape[place] for place in rest])


def _broadcast(values, shape):
    try:
        return ndarray._of(result(engine.array_broadcast_to(handle_of(values), *shape)))
    except ValueError:
        raise ValueError("array is not broadcastable to correct shape")


def _turns(places):
    """Each place with its position in the list, in turns such that no turn has a place twice and all come in order."""
    turns = []
    counts = {}
    for which, place in enumerate(places):
        turn = counts[place] = counts.get(place, -1) + 1
        if turn == len(turns):
            turns.append([])
        turns[turn].append((place, which))
    return turns
