"""Python's random numbers: the same seed gives the same numbers as in CPython."""
from math import ceil, cos, exp, log, pi, sin, sqrt

from _ffi import engine

_spare = None


def seed(a=None, version=2):
    global _spare
    _spare = None
    if a is None:
        from time import time_ns

        a = time_ns()
    if type(a) is not int:
        raise TypeError("random.seed takes whole numbers in this Python")
    a = abs(a)
    words = []
    while a or not words:
        words.append(float(a & 0xFFFFFFFF))
        a >>= 32
    engine.python_seed(*words)


def random():
    return float(engine.python_uniform())


def getrandbits(k):
    found = 0
    for place in range(0, k, 32):
        found |= int(engine.python_bits(min(32, k - place))) << place
    return found


def _below(n):
    count = len(bin(n)) - 2
    found = getrandbits(count)
    while found >= n:
        found = getrandbits(count)
    return found


def randrange(start, stop=None, step=1):
    places = range(start) if stop is None else range(start, stop, step)
    if not len(places):
        raise ValueError("empty range for randrange()")
    return places[_below(len(places))]


def randint(a, b):
    return randrange(a, b + 1)


def choice(seq):
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[_below(len(seq))]


def choices(population, weights=None, *, cum_weights=None, k=1):
    if weights is None and cum_weights is None:
        return [population[int(random() * len(population))] for _ in range(k)]
    bounds = cum_weights
    if bounds is None:
        bounds = []
        for weight in weights:
            bounds.append(weight + (bounds[-1] if bounds else 0))
    found = []
    for _ in range(k):
        place = random() * bounds[-1]
        found.append(population[len([bound for bound in bounds[:-1] if bound <= place])])
    return found


def shuffle(x):
    for i in reversed(range(1, len(x))):
        j = _below(i + 1)
        x[i], x[j] = x[j], x[i]


def sample(population, k):
    n = len(population)
    if not 0 <= k <= n:
        raise ValueError("Sample larger than population or is negative")
    few = 21 + (4 ** ceil(log(k * 3) / log(4)) if k > 5 else 0)
    if n <= few:
        pool = list(population)
        found = []
        for i in range(k):
            j = _below(n - i)
            found.append(pool[j])
            pool[j] = pool[n - i - 1]
        return found
    taken = []
    while len(taken) < k:
        j = _below(n)
        if j not in taken:
            taken.append(j)
    return [population[j] for j in taken]


def uniform(a, b):
    return a + (b - a) * random()


def gauss(mu=0.0, sigma=1.0):
    global _spare
    z, _spare = _spare, None
    if z is None:
        angle = random() * 2 * pi
        radius = sqrt(-2.0 * log(1.0 - random()))
        z, _spare = cos(angle) * radius, sin(angle) * radius
    return mu + z * sigma


def normalvariate(mu=0.0, sigma=1.0):
    while True:
        u = random()
        v = 1.0 - random()
        z = 4 * exp(-0.5) / sqrt(2.0) * (u - 0.5) / v
        if z * z / 4.0 <= -log(v):
            return mu + z * sigma


def expovariate(lambd=1.0):
    return -log(1.0 - random()) / lambd
