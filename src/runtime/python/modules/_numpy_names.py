"""What to say of a name that isn't here: that the course leaves it out, if NumPy 1.24 has it, or else what NumPy would say."""
from _public_names import names_in


def absent(place, name):
    """The AttributeError for a name that `place`, a module or `ndarray`, doesn't have here."""
    if name in names_in(place):
        return AttributeError("%s.%s isn't part of this course's numpy" % (place, name))
    owner = "'numpy.ndarray' object" if place == "ndarray" else "module '%s'" % place
    return AttributeError("%s has no attribute '%s'" % (owner, name))
