"""Iterators made of iterators."""


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = list(iterable)
    while saved:
        for each in saved:
            yield each


def repeat(thing, times=None):
    while times is None or times > 0:
        yield thing
        if times is not None:
            times -= 1


class chain:
    def __init__(self, *iterables):
        self._all = chain.from_iterable(iterables)

    def __iter__(self):
        return self._all

    def __next__(self):
        return next(self._all)

    @staticmethod
    def from_iterable(iterables):
        for iterable in iterables:
            for each in iterable:
                yield each


def islice(iterable, *bounds):
    start, stop, step = (0, bounds[0], 1) if len(bounds) == 1 else (bounds + (None,))[:3]
    start, step = start or 0, step or 1
    if stop is not None and stop <= start:
        return
    for place, each in enumerate(iterable):
        if place >= start and (place - start) % step == 0:
            yield each
        if stop is not None and place + 1 >= stop:
            return


def accumulate(iterable, func=None, *, initial=None):
    total = initial
    if initial is not None:
        yield total
    first = initial is None
    for each in iterable:
        total = each if first else total + each if func is None else func(total, each)
        first = False
        yield total


def product(*iterables, repeat=1):
    rows = [()]
    for pool in [list(each) for each in iterables] * repeat:
        rows = [row + (each,) for row in rows for each in pool]
    return iter(rows)


def _picked(places, pool):
    return tuple([pool[place] for place in places])


def permutations(iterable, r=None):
    pool = list(iterable)
    r = len(pool) if r is None else r
    for places in product(range(len(pool)), repeat=r):
        if len(set(places)) == r:
            yield _picked(places, pool)


def combinations(iterable, r):
    pool = list(iterable)
    for places in product(range(len(pool)), repeat=r):
        if list(places) == sorted(set(places)):
            yield _picked(places, pool)


def combinations_with_replacement(iterable, r):
    pool = list(iterable)
    for places in product(range(len(pool)), repeat=r):
        if list(places) == sorted(places):
            yield _picked(places, pool)


def zip_longest(*iterables, fillvalue=None):
    rows = [list(each) for each in iterables]
    for place in range(max([len(row) for row in rows] or [0])):
        yield tuple([row[place] if place < len(row) else fillvalue for row in rows])


def starmap(function, iterable):
    for each in iterable:
        yield function(*each)


def takewhile(predicate, iterable):
    for each in iterable:
        if not predicate(each):
            return
        yield each


def dropwhile(predicate, iterable):
    dropping = True
    for each in iterable:
        dropping = dropping and predicate(each)
        if not dropping:
            yield each


def groupby(iterable, key=None):
    group = []
    for each in iterable:
        found = each if key is None else key(each)
        if group and found != last:
            yield last, iter(group)
            group = []
        group.append(each)
        last = found
    if group:
        yield last, iter(group)


def pairwise(iterable):
    items = list(iterable)
    return iter(list(zip(items, items[1:])))


def tee(iterable, n=2):
    items = list(iterable)
    return tuple([iter(items) for _ in range(n)])


def filterfalse(predicate, iterable):
    for each in iterable:
        if not (predicate or bool)(each):
            yield each
