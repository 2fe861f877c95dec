# Every way to write a dtype's name.
_names = {
    spelling: name
    for name, spellings in (("float64", "float f8 d"), ("float32", "f4"), ("int64", "int i8"), ("bool", "bool_ ?"))
    for spelling in [name] + spellings.split()
}


class dtype:
    """One of float64, float32, int64 and bool, by a name, type or dtype, each of which it equals. Raises TypeError for others."""

    def __init__(self, name):
        self.name = name_of(name)
        self.kind, self.itemsize = {"float64": ("f", 8), "float32": ("f", 4), "int64": ("i", 8), "bool": ("b", 1)}[self.name]

    @property
    def type(self):
        """The type of a single entry, as NumPy has it: `np.float64`, `np.bool_`."""
        import numpy

        return getattr(numpy, "bool_" if self.name == "bool" else self.name)

    def __str__(self):
        return self.name

    def __repr__(self):
        return "dtype('%s')" % self.name

    def __eq__(self, other):
        try:
            return self.name == name_of(other)
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)


class ScalarType:
    """`np.int64`: names a dtype, and converts a number to it. Scalars of this type are Python's own numbers."""

    def __init__(self, name, python_type):
        self.__name__ = name
        self._stands_for = python_type

    def __call__(self, x=0):
        return self._stands_for(x)

    def __repr__(self):
        return "<class 'numpy.%s'>" % self.__name__

    def __eq__(self, other):
        return self is other or type(other) is dtype and other == self

    def __hash__(self):
        return hash(self.__name__)


int64 = ScalarType("int64", int)
bool_ = ScalarType("bool", bool)
bool_.__name__ = "bool_"
integer = ScalarType("integer", int)


def name_of(given, otherwise=None):
    """The engine's name of a dtype, however it is written; None is `otherwise`. Raises TypeError for any but the four here."""
    if given is None:
        return otherwise
    if type(given) is dtype:
        return given.name
    name = given if type(given) is str else getattr(given, "__name__", "").replace("numpy.", "")
    if name in _names:
        return _names[name]
    raise TypeError("data type '%s' isn't part of this course's numpy" % (name or given))
