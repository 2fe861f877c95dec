"""The random numbers that `np.random.seed` starts, and those of generators with a stream of their own."""
from _builtins import real_float
from _ffi import engine
from _engine_value import EngineValue
from numpy._array import array, asarray, wrap
from numpy._reshaping import moveaxis
from numpy._ufuncs import exp as _exp


def _lengths(size):
    return () if size is None else (size,) if type(size) is int else tuple(size)


def _checked(seed):
    if seed is not None and not 0 <= seed < 2**32:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return None if seed is None else real_float(seed)


def _parameters(size, first, second):
    """The shape that two parameters and `size` call for."""
    if size is None and (isinstance(first, EngineValue) or isinstance(second, EngineValue)):
        return asarray(first + asarray(second)).shape
    return size


class _Random:
    """What both kinds of generators draw in the same way."""

    def random(self, size=None):
        """Uniform in [0, 1): an array of this shape, one number for None."""
        return wrap(engine.stream_uniform(self._stream, *_lengths(size)))

    def standard_normal(self, size=None):
        """Normal with mean 0 and variance 1: an array of this shape, one number for None."""
        return wrap(engine.stream_normal(self._stream, *_lengths(size)))

    def uniform(self, low=0.0, high=1.0, size=None):
        """Uniform in [low, high), in this shape, for None in that of the bounds."""
        return low + (high - low) * self.random(_parameters(size, low, high))

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal with mean `loc` and standard deviation `scale`, in this shape, for None in that of the two."""
        return loc + scale * self.standard_normal(_parameters(size, loc, scale))

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """eˣ of what `normal` gives."""
        return _exp(self.normal(mean, sigma, size))

    def _integers(self, low, high, size):
        if high is None:
            low, high = 0, low
        if high <= low:
            raise ValueError("low >= high")
        return wrap(engine.stream_integer(self._stream, real_float(low), real_float(high), *_lengths(size)))

    def shuffle(self, x, axis=0):
        """Puts x in random order along its first axis, in place, by swaps from the end (Durstenfeld 1964). `axis` is ignored."""
        for i in reversed(range(1, len(x))):
            self._swap(x, i, engine.stream_interval(self._stream, i))

    def _swap(self, x, i, j):
        first = x[i].copy() if isinstance(x[i], EngineValue) else x[i]
        x[i] = x[j]
        x[j] = first

    def permutation(self, x, axis=0):
        """0, …, x − 1 in random order, or a copy of x in random order along the axis."""
        order = list(range(x if type(x) is int else asarray(x).shape[axis]))
        self.shuffle(order)
        return array(order) if type(x) is int else moveaxis(moveaxis(asarray(x), axis, 0)[order], 0, axis)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """
        Drawn from 0, …, a − 1 or from the entries of a along its first axis, with probabilities p: in this shape, one for None.
        Raises ValueError if p isn't of a's length or its sum isn't 1, or if more are wanted than there are, and
        NotImplementedError for p without `replace`.
        """
        count = a if type(a) is int else len(a)
        if not replace and asarray(_lengths(size), int).prod() > count:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            if len(p) != count:
                raise ValueError("'a' and 'p' must have same size")
            places = self._weighted(asarray(p, float), size, replace)
        elif replace:
            places = self._integers(0, count, size)
        else:
            places = self._distinct(count, asarray(_lengths(size), int).prod(), shuffle)
            places = places[0] if size is None else places.reshape(_lengths(size))
        return places if type(a) is int else a[places] if size is None else asarray(a)[places]

    def _weighted(self, p, size, replace):
        if abs(p.sum() - 1) > 1.5e-8:
            raise ValueError("probabilities do not sum to 1")
        if not replace:
            raise NotImplementedError("choice with both p and replace=False isn't part of this course's numpy")
        shares = p.cumsum()
        shares /= shares[-1]
        return shares.searchsorted(self.random(size), side="right")


class RandomState(_Random):
    """The generator behind `np.random.seed`, with a stream of its own."""

    def __init__(self, seed=None):
        self._stream = engine.stream(False, _checked(seed))

    def seed(self, seed=None):
        """Begins the stream anew: the same numbers for the same seed, any for None. Raises ValueError unless 0 ≤ seed < 2³²."""
        engine.stream_seed(self._stream, _checked(seed))

    random_sample = _Random.random

    def rand(self, *shape):
        """Uniform in [0, 1): an array of shape (d₁, d₂, …) for rand(d₁, d₂, …), one number for rand()."""
        return self.random(shape or None)

    def randn(self, *shape):
        """Normal with mean 0 and variance 1: an array of shape (d₁, d₂, …) for randn(d₁, d₂, …), one number for randn()."""
        return self.standard_normal(shape or None)

    def randint(self, low, high=None, size=None, dtype=int):
        """Whole numbers in [low, high), or in [0, low), in this shape; one for None. Raises ValueError if there are none."""
        return self._integers(low, high, size)

    def _distinct(self, count, wanted, shuffle):
        return self.permutation(count)[:wanted]


class Generator(_Random):
    """What `default_rng` gives."""

    def __init__(self, seed=None):
        self._stream = engine.stream(True, None if seed is None else real_float(seed))

    def __repr__(self):
        return "Generator(PCG64)"

    def integers(self, low, high=None, size=None, dtype=int, endpoint=False):
        """The same as `randint` gives, with `endpoint` up to `high` itself. Raises ValueError if there are none."""
        if high is None:
            low, high = 0, low
        return self._integers(low, high + 1 if endpoint else high, size)

    def _distinct(self, count, wanted, shuffle):
        """Floyd's way: as many draws as places are wanted; in a large part of many, the end of a shuffled whole."""
        if count > 10000 and wanted > count // (50 if shuffle else 20):
            order = list(range(count))
            for i in reversed(range(max(count - wanted, 1), count)):
                self._swap(order, i, self._integers(0, i + 1, None))
            return array(order[count - wanted :], dtype=int)
        found = []
        for last in range(count - wanted, count):
            place = self._integers(0, last + 1, None)
            found.append(last if place in found else place)
        if shuffle:
            for i in reversed(range(1, wanted)):
                self._swap(found, i, self._integers(0, i + 1, None))
        return array(found, dtype=int)


def default_rng(seed=None):
    """NumPy's generator (PCG64, O'Neill 2014), with the same numbers for the same seed; a generator stays itself."""
    return seed if isinstance(seed, Generator) else Generator(seed)


_global = RandomState()
for _name in "seed random rand randn randint standard_normal uniform normal lognormal shuffle permutation choice".split():
    globals()[_name] = getattr(_global, _name)
random_sample = sample = ranf = random


def __getattr__(name):
    import _numpy_names as names

    raise names.absent("numpy.random", name)
