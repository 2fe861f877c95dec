"""The random numbers that `np.random.seed` starts, and those of generators with a stream of their own."""
from _builtins import real_float
from _ffi import engine, result
from _held import Held
from numpy._array import array, asarray, wrap
from numpy._shaping import moveaxis


def _lengths(size):
    return () if size is None else (size,) if type(size) is int else tuple(size)


def _checked(seed):
    if seed is not None and not 0 <= seed < 2**32:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return None if seed is None else real_float(seed)


def _parameters(size, *given):
    """The shape that the parameters and `size` call for."""
    if size is None and any([isinstance(each, Held) for each in given]):
        total = given[0]
        for each in given[1:]:
            total = total + asarray(each)
        return asarray(total).shape
    return size


class _Random:
    """What both kinds of generators draw in the same way."""

    def random(self, size=None):
        return wrap(engine.stream_uniform(self._stream, *_lengths(size)))

    def standard_normal(self, size=None):
        return wrap(engine.stream_normal(self._stream, *_lengths(size)))

    def uniform(self, low=0.0, high=1.0, size=None):
        return low + (high - low) * self.random(_parameters(size, low, high))

    def normal(self, loc=0.0, scale=1.0, size=None):
        return loc + scale * self.standard_normal(_parameters(size, loc, scale))

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        import numpy

        return numpy.exp(self.normal(mean, sigma, size))

    def _integers(self, low, high, size):
        if high is None:
            low, high = 0, low
        if high <= low:
            raise ValueError("low >= high")
        return wrap(engine.stream_integer(self._stream, real_float(low), real_float(high), *_lengths(size)))

    def shuffle(self, x, axis=0):
        for i in reversed(range(1, len(x))):
            self._swap(x, i, engine.stream_interval(self._stream, i))

    def _swap(self, x, i, j):
        first = x[i].copy() if isinstance(x[i], Held) else x[i]
        x[i] = x[j]
        x[j] = first

    def permutation(self, x, axis=0):
        order = list(range(x if type(x) is int else asarray(x).shape[axis]))
        self.shuffle(order)
        return array(order) if type(x) is int else moveaxis(moveaxis(asarray(x), axis, 0)[order], 0, axis)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
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
        engine.stream_seed(self._stream, _checked(seed))

    random_sample = _Random.random

    def rand(self, *shape):
        return self.random(shape or None)

    def randn(self, *shape):
        return self.standard_normal(shape or None)

    def randint(self, low, high=None, size=None, dtype=int):
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
    return seed if isinstance(seed, Generator) else Generator(seed)


_global = RandomState()
for _name in (
    "seed random random_sample rand randn randint standard_normal uniform normal lognormal shuffle permutation choice"
).split():
    globals()[_name] = getattr(_global, _name)
sample = ranf = random


def __getattr__(name):
    import _numpy_names as names

    raise AttributeError(names.of_module("numpy.random", name))
