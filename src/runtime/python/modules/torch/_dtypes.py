from _builtins import real_float


class dtype:
    def __init__(self, name):
        self.name = name
        self.is_floating_point = name.startswith("float")

    def __repr__(self):
        return "torch." + self.name


float32 = dtype("float32")
float64 = dtype("float64")
int64 = dtype("int64")
bool_ = dtype("bool")

by_name = {each.name: each for each in (float32, float64, int64, bool_)}


def name_of(given, otherwise=None):
    """The engine's name of a dtype; Python's own float, int and bool stand for float64, int64 and bool."""
    if given is None:
        return otherwise
    if type(given) is dtype:
        return given.name
    if given == real_float:
        return "float64"
    if given is int:
        return "int64"
    if given is bool:
        return "bool"
    raise TypeError("dtype must be torch.dtype, not " + type(given).__name__)
