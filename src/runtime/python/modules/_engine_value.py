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
