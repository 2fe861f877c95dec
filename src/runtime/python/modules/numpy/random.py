"""The random numbers that `np.random.seed` starts."""
from _builtins import real_float
from _crossing import engine, result
from numpy._array import array, asarray, wrap


def _lengths(size):
    return () if size is None else (size,) if type(size) is int else tuple(size)


def seed(seed):
    if not 0 <= seed < 2**32:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    engine.numpy_seed(real_float(seed))


def random(size=None):
    return wrap(engine.numpy_uniform(*_lengths(size)))


random_sample = random


def rand(*shape):
    return random(shape)


def standard_normal(size=None):
    return wrap(engine.numpy_normal(*_lengths(size)))


def randn(*shape):
    return standard_normal(shape)


def _parameters(size, *given):
    """The shape that the parameters and `size` call for."""
    if size is None and any([hasattr(each, "_v") for each in given]):
        total = given[0]
        for each in given[1:]:
            total = total + asarray(each)
        return asarray(total).shape
    return size


def uniform(low=0.0, high=1.0, size=None):
    return low + (high - low) * random(_parameters(size, low, high))


def normal(loc=0.0, scale=1.0, size=None):
    return loc + scale * standard_normal(_parameters(size, loc, scale))


def randint(low, high=None, size=None):
    if high is None:
        low, high = 0, low
    if high <= low:
        raise ValueError("low >= high")
    return wrap(engine.numpy_integer(low, high, *_lengths(size)))


def shuffle(x):
    for i in reversed(range(1, len(x))):
        j = wrap(engine.numpy_integer(0, i + 1))
        first = asarray(x[i]).copy() if hasattr(x[i], "_v") else x[i]
        x[i] = x[j]
        x[j] = first


def permutation(x):
    order = list(range(x if type(x) is int else len(x)))
    shuffle(order)
    return array(order) if type(x) is int else asarray(x)[order]


def __getattr__(name):
    import _numpy_names as names

    raise AttributeError(names.of_module("numpy.random", name))
