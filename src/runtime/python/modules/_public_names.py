"""The names that NumPy 1.24 and PyTorch 1.13 make public: those of a module or a class are a file in `_names`."""

_known = {}


def names_in(place):
    """The names in `numpy.linalg`, `Tensor` and so on, read when they are first asked for."""
    names = _known.get(place)
    if names is None:
        with open("/lib/_names/%s.txt" % place) as file:
            names = _known[place] = set(file.read().split())
    return names
