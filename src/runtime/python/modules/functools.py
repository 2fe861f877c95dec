"""Functions of functions."""


def update_wrapper(wrapper, wrapped):
    return wrapper


def wraps(wrapped):
    return lambda wrapper: wrapper


def partial(func, *given, **named):
    return lambda *more, **others: func(*(given + more), **_both(named, others))


def _both(first, second):
    joined = dict(first)
    joined.update(second)
    return joined


_nothing = object()


def reduce(function, iterable, initial=_nothing):
    rest = iter(iterable)
    if initial is _nothing:
        for initial in rest:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for each in rest:
        initial = function(initial, each)
    return initial


def cache(function):
    known = {}

    def call(*arguments, **named):
        key = (arguments, tuple(sorted(named.items()))) if named else arguments
        if key not in known:
            known[key] = function(*arguments, **named)
        return known[key]

    return call


def lru_cache(maxsize=128, typed=False):
    return cache(maxsize) if callable(maxsize) else cache


def cmp_to_key(compare):
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return compare(self.value, other.value) < 0

        def __eq__(self, other):
            return compare(self.value, other.value) == 0

    return Key
