"""
Tells the host what the lines of a learner's function come to. `x = e` is written `x = e;_recorded(3, "x", x)` before it runs:
src/runtime/python/source/recording says where. Only what is Python's own or ours is looked at, so that nothing of the learner's is
called, and whatever happens here, the line that was recorded does not notice.
"""
import builtins
from array import array
from uctypes import addressof

from _builtins import Slice, key, real_float
from _ffi import engine
from numpy._array import ndarray
from numpy._scalars import float32, float64

# What learner code may replace, as it was.
BaseException = builtins.BaseException
any = builtins.any
dict = builtins.dict
enumerate = builtins.enumerate
int = builtins.int
len = builtins.len
list = builtins.list
range = builtins.range
str = builtins.str
tuple = builtins.tuple
type = builtins.type
from_numbers = engine.from_numbers
item = engine.item
shape_of_handle = engine.shape
to_numbers = engine.to_numbers
array_item = ndarray.__getitem__

PLAIN = (int, bool, real_float)
SCALARS = (float64, float32)
SLICE = Slice._stands_for
MOST_ENTRIES = 10000
MOST_AXES = 32
MOST_KEYS = 1000
WHOLE, SEVERAL, HELPER = 0, 1, 2

_cell = array("d", bytes(8))
_cell_address = addressof(_cell)


class Unknown(Exception):
    """Nothing that is recorded."""


def doubles(count):
    return array("d", bytes(8 * count))


def shape_of(value, depth=0):
    """The shape of numbers, of arrays, and of lists of such that fit together."""
    kind = type(value)
    if kind in PLAIN or kind in SCALARS:
        return ()
    if kind is ndarray:
        return tuple(shape_of_handle(value._v))
    if (kind is not list and kind is not tuple) or len(value) > MOST_ENTRIES or depth == MOST_AXES:
        raise Unknown()
    inner = ()
    count = 1
    for place, each in enumerate(value):
        shape = shape_of(each, depth + 1)
        if place == 0:
            inner = shape
            for length in shape:
                count *= length
        elif shape != inner:
            raise Unknown()
        if count * (place + 1) > MOST_ENTRIES:
            raise Unknown()
    return (len(value),) + inner


def collect(value, flat):
    """Appends all entries, row by row."""
    kind = type(value)
    if kind is list or kind is tuple:
        for each in value:
            collect(each, flat)
    elif kind in PLAIN:
        flat.append(real_float(value))
    elif kind is ndarray:
        count = 1
        for length in shape_of_handle(value._v):
            count *= length
        if count > 0:
            room = doubles(count)
            to_numbers(value._v, addressof(room))
            flat.extend(room)
    else:
        flat.append(scalar(value))


def scalar(value):
    """A single float of NumPy's as one of Python's."""
    item(value._v, _cell_address)
    return _cell[0]


def attribute(value, name):
    """An attribute that an object has of its own, for a class's could be anything."""
    own = value.__dict__
    if type(own) is not dict or name not in own:
        raise Unknown()
    return own[name]


def element(value, index):
    kind = type(value)
    of = type(index)
    if kind is ndarray:
        if any([not is_plain_index(part) for part in (index if of is tuple else (index,))]):
            raise Unknown()
        return array_item(value, index)
    if kind is dict:
        if of not in (int, str) or len(value) > MOST_KEYS or any([type(own) not in (int, str) for own in value]):
            raise Unknown()
    elif not (kind is list or kind is tuple) or not (of is int or of is SLICE and is_plain_index(index)):
        raise Unknown()
    return value[index]


def is_plain_index(index):
    kind = type(index)
    if kind is SLICE:
        return not any([type(bound) is not int and bound is not None for bound in (index.start, index.stop, index.step)])
    return kind is int or kind is ndarray or index is None or index is Ellipsis


class Recorder:
    """What stands between a learner's code and the host."""

    def __init__(self, host):
        self._number = host.record_number
        self._array = host.record_array
        self._close = host.end_records
        self._open = False

    def begin(self):
        self._open = True

    def end(self):
        self._open = False
        self._close()

    def put(self, line, name, place, value):
        """Tells one value; `name` and `place` are empty and -1 for none."""
        kind = type(value)
        if kind is real_float:
            self._open = self._number(line, name, place, value, False)
        elif kind is int or kind is bool:
            self._open = self._number(line, name, place, real_float(value), True)
        elif kind in SCALARS:
            self._open = self._number(line, name, place, scalar(value), False)
        elif kind is ndarray:
            self._open = self._array(line, name, place, value._v)
        elif kind is list or kind is tuple:
            shape = shape_of(value)
            flat = array("d")
            collect(value, flat)
            self._open = self._array(line, name, place, from_numbers(addressof(flat), len(flat), "float64", *shape))

    def returned(self, line, mode, value):
        kind = type(value)
        if kind is tuple and mode != WHOLE or kind is list and mode == SEVERAL:
            self.put_each(line, value)
            return
        try:
            self.put(line, "", -1, value)
        except Unknown:
            if kind is list and mode == HELPER:
                self.put_each(line, value)

    def put_each(self, line, values):
        for place in range(len(values)):
            if self._open:
                try:
                    self.put(line, "", place, values[place])
                except Unknown:
                    pass


def hooks(recorder):
    """What learner code calls, by the ends of their names."""

    def named(line, *told):
        for place in range(0, len(told), 2):
            if recorder._open:
                try:
                    recorder.put(line, told[place], -1, told[place + 1])
                except BaseException:
                    pass

    def arrays(line, *told):
        for place in range(0, len(told), 2):
            if type(told[place + 1]) is ndarray or type(told[place + 1]) is list:
                named(line, told[place], told[place + 1])

    def at_place(line, name, value, steps):
        if not recorder._open:
            return
        try:
            for step in steps:
                value = attribute(value, step) if type(step) is str else element(value, step[0])
            recorder.put(line, name, -1, value)
        except BaseException:
            pass

    def returned(line, mode, value):
        if not recorder._open:
            return
        try:
            recorder.returned(line, mode, value)
        except BaseException:
            pass

    def plain(*values):
        return not any([type(value) not in PLAIN for value in values])

    return {"": named, "_arrays": arrays, "_place": at_place, "_return": returned, "_plain": plain, "_key": key}


def install(host, hook):
    """Makes the hooks known to learner code by names that begin with `hook`. They record nothing before the recorder is told to begin."""
    recorder = Recorder(host)
    for end, call in hooks(recorder).items():
        setattr(builtins, hook + end, call)
    return recorder
