import warnings

import numpy as np

warnings.simplefilter("ignore")

# The names are in texts: what is asked of NumPy must not hang on what the program has written before it imports it.


def arrays():
    return {
        "np": np,
        "a": np.array([1.0, 2.0, 3.0, 4.0]),
        "i": np.array([4, 7, 9, 2]),
        "m": np.arange(6.0).reshape(2, 3),
        "b": np.array([True, False, True]),
        "k": np.arange(24).reshape(2, 3, 4),
    }


for text in """
np.add.at(a, (0,), 5)
np.add.at(a, 0, 5)
np.add.at(a, -1, 5)
np.add.at(a, [0, 0, 1], [1, 2, 3])
np.add.at(a, [0, 0, 1], 1)
np.add.at(a, np.array([3, 3]), 1.5)
np.add.at(a, slice(1, 3), [1, 2])
np.add.at(a, a > 2, 10)
np.add.at(a, [True, False, True, False], [1, 2])
np.add.at(m, 1, [1, 2, 3])
np.add.at(m, (0, 1), 9)
np.add.at(m, ([0, 0, 1], [1, 1, 2]), [1, 2, 3])
np.add.at(m, (slice(None), [0, 0]), 1)
np.add.at(m, (slice(None), [0, 0]), [[1], [2]])
np.add.at(m, [0, 0], [1, 2, 3])
np.add.at(m, (..., 0), 1)
np.add.at(m, [[0, 1], [1, 0]], 1)
np.subtract.at(a, [0, 0], 1)
np.multiply.at(a, [1, 1, 1], 2)
np.divide.at(a, [1, 1], 2)
np.maximum.at(a, [0, 0, 2], [5, 3, 1])
np.power.at(i, [0, 0], 2)
np.negative.at(a, [0, 1, 1])
np.sqrt.at(a, 3)
np.add.at(i, 0, 0.5)
np.add.at(i, 0, True)
np.add.at(a, 9, 1)
np.add.at(a, [0, 1], [1, 2, 3])
np.add.at([1, 2], 0, 1)
np.add.at(a, 0)
np.add.at(a, [], 1)
np.logical_or.at(b, 1, True)
np.logical_xor.at(b, [0, 0], True)
np.add.at(a, (), 1)
np.add.at(a, None, 1)
""".strip().split("\n"):
    given = arrays()
    try:
        exec(text, given)
        print(text, "→", *[given[name].tolist() for name in "aimb"])
    except Exception as error:
        print(text, "!", type(error).__name__, error)

for text in """
np.hypot.reduce([-2.])
np.hypot.reduce([3., 4.])
np.hypot.reduce([])
np.add.reduce([])
np.add.reduce([1, 2, 3])
np.add.reduce([True, True])
np.multiply.reduce([True, True])
np.add.reduce(m)
np.add.reduce(m, 1)
np.add.reduce(m, axis=None)
np.add.reduce(m, axis=(0, 1))
np.add.reduce(m, axis=-1, keepdims=True)
np.add.reduce(k, axis=(0, 2), keepdims=True)
np.add.reduce(m, initial=10)
np.add.reduce(m, 1, initial=[1, 2])
np.add.reduce(m, where=m > 2)
np.add.reduce(m, axis=1, where=[True, False, True])
np.add.reduce(m, dtype=int)
np.add.reduce(5)
np.add.reduce(np.array(5.0))
np.add.reduce(np.array(5.0), axis=0)
np.add.reduce(np.array(5.0), axis=-1)
np.add.reduce(np.array(5.0), axis=1)
np.add.reduce(np.array(5.0), axis=None)
np.add.reduce(m, axis=2)
np.multiply.reduce([2, 3, 4])
np.subtract.reduce([10, 2, 3])
np.subtract.reduce([10])
np.subtract.reduce([])
np.subtract.reduce(m, axis=(0, 1))
np.subtract.reduce(m, axis=0)
np.subtract.reduce(m, axis=1)
np.subtract.reduce(m, axis=None)
np.subtract.reduce(a, axis=None)
np.subtract.reduce([True, False])
np.divide.reduce([8, 2, 2])
np.divide.reduce([8])
np.divide.reduce([8, 2], initial=1)
np.power.reduce([2, 3, 2])
np.power.reduce([-2])
np.floor_divide.reduce([100, 7, 2])
np.remainder.reduce([100, 7, 2])
np.maximum.reduce([3, 1, 4])
np.maximum.reduce([])
np.maximum.reduce([], initial=-5)
np.maximum.reduce(m, 1, where=m > 1)
np.maximum.reduce(m, 1, initial=-1, where=m > 1)
np.maximum.reduce(m, initial=2)
np.minimum.reduce(m, axis=(0, 1))
np.maximum.reduce([True, False])
np.fmax.reduce([np.nan, 2.0, 1.0])
np.fmin.reduce([np.nan, 2.0, 1.0])
np.logical_and.reduce([1, 2, 0])
np.logical_and.reduce([])
np.logical_or.reduce([0, 0])
np.logical_or.reduce([])
np.logical_xor.reduce([2])
np.logical_xor.reduce([1, 1, 1])
np.logical_and.reduce(m, axis=1)
np.bitwise_and.reduce([6, 3])
np.bitwise_and.reduce(np.array([], dtype=int))
np.bitwise_or.reduce([6, 1])
np.bitwise_xor.reduce([6, 3, 1])
np.bitwise_or.reduce(b)
np.logaddexp.reduce([1., 2., 3.])
np.logaddexp.reduce([])
np.logaddexp2.reduce([1., 2.])
np.arctan2.reduce([1])
np.arctan2.reduce([1., 2.])
np.copysign.reduce([3, -1])
np.gcd.reduce([12, 18])
np.gcd.reduce([-12])
np.lcm.reduce([4, 6])
np.lcm.reduce(np.array([], dtype=int))
np.fmod.reduce([7, 4])
np.float_power.reduce([2, 3])
np.heaviside.reduce([1., 2.])
np.left_shift.reduce([1, 2, 3])
np.equal.reduce([1, 2])
np.less.reduce([1, 2, 3])
np.equal.reduce([True, False])
np.not_equal.reduce(b)
np.negative.reduce([1])
np.add.reduce([1, 2], out=a[0:1])
np.add.reduce(m, 0, None, a[:3])
np.add.reduce(np.zeros((0, 3)))
np.add.reduce(np.zeros((3, 0)))
np.hypot.reduce(np.zeros((0, 3)))
np.subtract.reduce(np.zeros((0, 3)))
np.subtract.reduce(np.zeros((3, 0)))
np.maximum.reduce(np.zeros((3, 0)))
np.hypot.reduce(m, axis=1, keepdims=True)
np.hypot.reduce(k, axis=(0, 1))
np.subtract.reduce(m, axis=1, keepdims=True)
np.subtract.reduce(m, initial=100)
np.subtract.reduce(m, initial=100, where=m > 2)
np.add.reduce(m, initial=None)
np.add.reduce([], initial=None)
np.add.accumulate([1, 2, 3])
np.add.accumulate([True, True])
np.add.accumulate(m)
np.add.accumulate(m, 1)
np.add.accumulate(m, axis=-1)
np.multiply.accumulate([1., 2., 3.])
np.subtract.accumulate([10, 2, 3])
np.divide.accumulate([8, 2, 2])
np.divide.accumulate([8])
np.maximum.accumulate([1, 3, 2])
np.maximum.accumulate(m[::-1])
np.maximum.accumulate(m, 1)
np.hypot.accumulate([-3., 4.])
np.power.accumulate([2, 2, 2])
np.add.accumulate([])
np.maximum.accumulate([])
np.add.accumulate(np.zeros((0, 3)))
np.add.accumulate(5)
np.add.accumulate(m, axis=None)
np.add.accumulate(m, axis=2)
np.add.accumulate(m, dtype=int)
np.logical_or.accumulate([0, 2, 0])
np.logical_and.accumulate([3, 2, 0])
np.negative.accumulate([1])
np.equal.accumulate([1, 1])
np.add.accumulate([1, 2], out=i[:2])
np.add.outer([1, 2], [10, 20, 30])
np.add.outer(1, 2)
np.add.outer(1, [1, 2])
np.add.outer([1, 2], 1)
np.multiply.outer(m, [1, 2]).shape
np.multiply.outer([1., 2.], m)
np.less.outer([1, 2], [1, 2, 3])
np.power.outer([2, 3], [1, 2])
np.negative.outer([1], [2])
np.subtract.outer([], [1, 2])
np.add.reduceat([1, 2, 3, 4], [0, 2])
np.add.reduceat([1, 2, 3, 4], [0, 3, 1])
np.add.reduceat(np.arange(8), [0, 4, 1, 5, 2, 6, 3, 7])[::2]
np.add.reduceat(m, [0, 1], axis=1)
np.add.reduceat(m, [0], axis=0)
np.hypot.reduceat([-2.], [0])
np.maximum.reduceat([1, 5, 2, 4], [0, 2])
np.subtract.reduceat([10, 2, 3], [0, 2])
np.divide.reduceat([8, 2], [0])
np.add.reduceat([True, True], [0])
np.add.reduceat([1, 2], [2])
np.add.reduceat([1, 2], [-1])
np.add.reduceat([1, 2], [])
np.add.reduceat(5, [0])
np.negative.reduceat([1], [0])
np.add.reduceat([1, 2, 3], 1)
np.add.reduceat([1, 2, 3], [0.5])
np.add.identity, np.multiply.identity, np.hypot.identity, np.maximum.identity, np.logical_and.identity, np.bitwise_and.identity, np.logaddexp.identity, np.subtract.identity
np.add.nin, np.add.nout, np.add.nargs, np.negative.nargs
np.sum(np.float64(3), axis=0)
np.sum(5, axis=0)
np.sum(np.array(5.), axis=-1)
np.sum(np.array(5.), axis=1)
np.max(np.array(5.), axis=0)
np.min(3.0, axis=0)
np.mean(np.array(5.), axis=0)
np.prod(4, axis=0)
np.any(np.array(1), axis=0)
np.all(np.array(0), axis=-1)
np.argmax(np.array(5.), axis=0)
np.argmax(5)
np.cumsum(5.)
np.cumsum(np.array(5.), axis=0)
np.cumprod(3)
np.std(np.array(5.), axis=0)
np.var(3.0, axis=0)
np.sort(np.array(5.))
np.argsort(np.array(5.))
np.sum(np.array(5.), axis=(0,))
np.sum(np.array(5.), axis=())
np.sum(m, axis=())
np.add.reduce(m, axis=())
np.maximum.reduce(m, axis=())
np.sum(np.array(5.), keepdims=True)
np.array(5.).sum(axis=0)
np.squeeze(np.array(5.), axis=0)
np.float64(3).sum()
np.float64(3).max(axis=0)
np.count_nonzero(np.array(3.), axis=0)
np.sum(m, axis=0, initial=5)
np.sum(m, where=m > 2, axis=0)
np.max(m, initial=9, axis=0)
np.max(m, axis=0, where=m > 2)
np.max(m, axis=1, where=m > 2, initial=-1)
np.max([])
np.prod([])
np.sum(b)
np.sum(m, dtype=int)
np.sum([[1], [2, 3]])
np.add(1, 2, out=a[:1])
np.add(m, 1, where=m > 2, out=m)
np.add("a", 1)
np.add(1, "a")
np.add([1, 2], [1, 2, 3])
np.add(1)
np.add(1, 2, 3, 4)
np.exp(np.array([1, 2]), a[:2])
np.exp()
np.float64(8) / 0
np.float64(8) // 0
np.float64(8) % 0
np.array([8]) / 0
np.array([8]) // 0
np.array(8) / 0
""".strip().split("\n"):
    try:
        print(text, "→", repr(eval(text, arrays())))
    except Exception as error:
        print(text, "!", type(error).__name__, error)


def refused(change):
    try:
        change(**{name: array for name, array in arrays().items() if name != "np"})
    except Exception as error:
        print(type(error).__name__, error)


def i_divide(i, **_):
    i /= 2


def i_add(i, **_):
    i += 0.5


def i_floor(i, **_):
    i //= 2.0


def b_multiply(b, **_):
    b *= 2


def b_subtract(b, **_):
    b -= b


def a_product(a, **_):
    a @= a


def a_text(a, **_):
    a += "x"


def a_misfit(a, **_):
    a *= [1, 2]


def i_shift(i, **_):
    i <<= 1.5


def i_power(i, **_):
    i **= -1


for change in (i_divide, i_add, i_floor, b_multiply, b_subtract, a_product, a_text, a_misfit, i_shift, i_power):
    refused(change)
