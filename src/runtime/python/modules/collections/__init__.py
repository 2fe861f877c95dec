"""Containers beyond Python's own."""
from _displays import merged
from itertools import chain, repeat
from ucollections import namedtuple


def OrderedDict(*given, **named):
    """A dictionary: these keep their order here as well."""
    made = merged(given[0].items() if given and hasattr(given[0], "items") else given[0] if given else ())
    made.update(named)
    return made


class _Mapping:
    """What behaves like a dictionary and has one inside."""

    def __getitem__(self, key):
        return self._items[key] if key in self._items else self.__missing__(key)

    def __setitem__(self, key, value):
        self._items[key] = value

    def __delitem__(self, key):
        del self._items[key]

    def __contains__(self, key):
        return key in self._items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __eq__(self, other):
        return self._items == getattr(other, "_items", other)

    def keys(self):
        return self._items.keys()

    def values(self):
        return self._items.values()

    def items(self):
        return self._items.items()

    def get(self, key, default=None):
        return self._items.get(key, default)

    def pop(self, key, *default):
        return self._items.pop(key, *default)

    def setdefault(self, key, default=None):
        return self._items.setdefault(key, default)

    def clear(self):
        self._items.clear()


class defaultdict(_Mapping):
    def __init__(self, default_factory=None, *given, **named):
        self.default_factory = default_factory
        self._items = OrderedDict(*given, **named)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self._items[key] = value = self.default_factory()
        return value

    def update(self, *given, **named):
        self._items.update(OrderedDict(*given, **named))

    def copy(self):
        return defaultdict(self.default_factory, self._items)

    def __repr__(self):
        return "defaultdict(%r, %r)" % (self.default_factory, self._items)


class Counter(_Mapping):
    def __init__(self, iterable=(), **named):
        self._items = merged()
        self.update(iterable, **named)

    def update(self, iterable=(), **named):
        if hasattr(iterable, "items"):
            for key, count in iterable.items():
                self[key] += count
        else:
            for key in iterable:
                self[key] += 1
        for key, count in named.items():
            self[key] += count

    def subtract(self, iterable):
        for key, count in Counter(iterable).items():
            self[key] -= count

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        return sorted(self._items.items(), key=lambda item: -item[1])[:n]

    def elements(self):
        return chain.from_iterable([repeat(key, count) for key, count in self.items()])

    def total(self):
        return sum(self._items.values())

    def __add__(self, other):
        return self._joined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._joined(other, lambda a, b: a - b)

    def _joined(self, other, combine):
        made = Counter()
        for key in list(self) + [key for key in other if key not in self]:
            count = combine(self[key], other[key])
            if count > 0:
                made[key] = count
        return made

    def __repr__(self):
        return "Counter(%r)" % merged(self.most_common()) if self._items else "Counter()"


class deque:
    def __init__(self, iterable=(), maxlen=None):
        self.maxlen = maxlen
        self._items = []
        self.extend(iterable)

    def append(self, x):
        self._items.append(x)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop(0)

    def appendleft(self, x):
        self._items.insert(0, x)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop()

    def extend(self, iterable):
        for each in iterable:
            self.append(each)

    def extendleft(self, iterable):
        for each in iterable:
            self.appendleft(each)

    def pop(self):
        return self._items.pop() if self._items else self._refuse()

    def popleft(self):
        return self._items.pop(0) if self._items else self._refuse()

    def _refuse(self):
        raise IndexError("pop from an empty deque")

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items = self._items[-n:] + self._items[:-n] if n else self._items

    def clear(self):
        self._items = []

    def copy(self):
        return deque(self._items, self.maxlen)

    def __getitem__(self, place):
        return self._items[place]

    def __setitem__(self, place, value):
        self._items[place] = value

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def __eq__(self, other):
        return type(other) is deque and self._items == other._items

    def __repr__(self):
        return "deque(%r%s)" % (self._items, "" if self.maxlen is None else ", maxlen=%d" % self.maxlen)
