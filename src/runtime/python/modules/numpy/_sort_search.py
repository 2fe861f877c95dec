"""Putting entries in order, finding them, and arrays as sets."""
from _builtins import real_sorted
from _engine_value import extend
from _ffi import engine, result
from _indexing import places_of_nonzero
from numpy._array import array, asarray, method, ndarray, wrap
from numpy._axes import axis_beside_numbers, axis_of
from numpy._creation import zeros
from numpy._joining import concatenate
from numpy._ufuncs import not_equal, where


def _extreme_place(name):
    """Where the first NaN is, else the first largest or smallest; in the flattened array for None. Raises for no entries."""
    call = getattr(engine, "array_" + name)

    def find(self, axis=None, out=None, *, keepdims=False):
        if self.size == 0:
            raise ValueError("attempt to get %s of an empty sequence" % name)
        return wrap(call(self._v, axis_beside_numbers(axis, self), keepdims))

    return find


@extend(ndarray)
class _SortSearch:
    argmax, argmin = _extreme_place("argmax"), _extreme_place("argmin")

    def argsort(self, axis=-1):
        """Indices that put the entries in ascending order along the axis, equal ones in their order, NaN last."""
        x = self if self.ndim else self.ravel()
        return wrap(engine.array_argsort(x._v, axis_of(axis, x.ndim)))

    def sort(self, axis=-1):
        """Puts the entries in ascending order along the axis, in place, NaN last."""
        places = result(engine.array_argsort(self._v, axis_of(axis, self.ndim)))
        self[...] = wrap(engine.array_take_along(self._v, places, axis_of(axis, self.ndim)))

    def nonzero(self):
        """Indices of the entries that aren't 0, row by row: one array (k,) for each axis."""
        places = places_of_nonzero(self.ravel().tolist(), self.shape)
        return tuple([array([indices[axis] for indices in places], dtype=int) for axis in range(self.ndim)])


def sort(a, axis=-1):
    """A copy that ascends along the axis, flattened for None, with NaN last."""
    made = array(a)
    if axis is None:
        made, axis = made.ravel(), -1
    made.sort(axis)
    return made


def lexsort(keys):
    """The order by the last key, and where that is equal by the one before."""
    rows = list(zip(*reversed([asarray(key).tolist() for key in keys])))
    return asarray(real_sorted(range(len(rows)), key=lambda i: rows[i]), int)


def unique(ar, return_index=False, return_inverse=False, return_counts=False):
    """Distinct entries (k,), ascending, each NaN as one; as asked first places (k,), which each entry is (n,), counts (k,)."""
    flat = asarray(ar).ravel()
    order = flat.argsort()
    x = flat[order]
    first = concatenate([[True], not_equal(x[1:], x[:-1])]) if len(x) else zeros(0, bool)
    found = [x[first]]
    if return_index:
        found.append(order[first])
    if return_inverse:
        inverse = zeros(len(x), int)
        inverse[order] = first.cumsum() - 1
        found.append(inverse)
    if return_counts:
        starts = first.nonzero()[0]
        found.append(concatenate([starts[1:], [len(x)]]) - starts)
    return found[0] if len(found) == 1 else tuple(found)


def argwhere(a):
    """Indices of the entries that aren't 0, in the order of the flattened array: (k, ndim)."""
    a = asarray(a)
    return array([each.tolist() for each in a.nonzero()], dtype=int).reshape(a.ndim, -1).T


def flatnonzero(a):
    """Places in the flattened array of the entries that aren't 0: (k,)."""
    return asarray(a).ravel().nonzero()[0]


@method
def searchsorted(a, v, side="left"):
    """How many entries of the ascending vector a are < v, or ≤ v for side "right", in v's shape."""
    entries = asarray(a).tolist()

    def place(value):
        return len([entry for entry in entries if entry < value or side == "right" and entry == value])

    v = asarray(v)
    return array([place(value) for value in v.ravel().tolist()], dtype=int).reshape(v.shape) if v.ndim else place(v.item())


def digitize(x, bins, right=False):
    """i with bins[i − 1] ≤ x < bins[i], or with `right` bins[i − 1] < x ≤ bins[i], in x's shape. `bins` must ascend."""
    return searchsorted(bins, x, "left" if right else "right")


def isin(element, test_elements, invert=False):
    """Whether each entry is among the test elements, in the shape of `element`, which `in1d` keeps too, unlike NumPy's."""
    element = asarray(element)
    wanted = set(asarray(test_elements).ravel().tolist())
    return array([(each in wanted) != invert for each in element.ravel().tolist()], dtype=bool).reshape(element.shape)


def intersect1d(ar1, ar2):
    """Entries that are in both, ascending and without repeats: (k,)."""
    x = unique(ar1)
    return x[isin(x, ar2)]


def union1d(ar1, ar2):
    """Entries that are in either, ascending and without repeats: (k,)."""
    return unique(concatenate([asarray(ar1).ravel(), asarray(ar2).ravel()]))


def setdiff1d(ar1, ar2):
    """Entries of ar1 that aren't in ar2, ascending and without repeats: (k,)."""
    x = unique(ar1)
    return x[isin(x, ar2, invert=True)]


def select(condlist, choicelist, default=0):
    """For each entry the choice of the first condition that is true there, or the default. Conditions must be arrays of bool."""
    made = asarray(choicelist[0]) * 0 + default
    done = asarray(condlist[0]) * False
    for condition, choice in zip(condlist, choicelist):
        fresh = asarray(condition) & ~done
        made = where(fresh, choice, made)
        done = done | condition
    return made


def piecewise(x, condlist, funclist):
    """In x's dtype: each function of x, or number, where its condition holds, of several the last; an extra one for the rest."""
    x = asarray(x)
    made = zeros(x.shape, x.dtype)
    rest = ~asarray(condlist[0])
    for condition in condlist[1:]:
        rest = rest & ~asarray(condition)
    for condition, function in zip(list(condlist) + [rest], funclist):
        made[condition] = function(x[condition]) if callable(function) else function
    return made
