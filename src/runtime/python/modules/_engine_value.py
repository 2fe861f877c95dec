"""What tensors and arrays are to all that works with either."""

# Python's own, which `_builtins` replaces.
real_isinstance = isinstance


class EngineValue:
    """
    What stands for a value of the engine's, which `_v` names. To ask for this type costs less than to ask for an attribute that
    isn't there.
    """


class Scalar(EngineValue):
    """One that is a single number and behaves as one: `_number()` is that number as Python's own."""


def extend(kind):
    """A decorator that gives the members of a class to `kind`, whose methods so stand in several files by their topics."""

    def give(part):
        for name, value in part.__dict__.items():
            if name not in ("__module__", "__qualname__"):
                setattr(kind, name, value)

    return give
