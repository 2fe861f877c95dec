"""What to say of a name that isn't here: that the course leaves it out, if PyTorch 1.13 has it, or else what PyTorch would say."""
from _public_names import names_in


def of_tensor(name):
    if name in names_in("Tensor"):
        return "Tensor.%s isn't part of this course's torch" % name
    return "'Tensor' object has no attribute '%s'" % name


def of_module(module, name):
    if name in names_in(module):
        return "%s.%s isn't part of this course's torch" % (module, name)
    return "module '%s' has no attribute '%s'" % (module, name)


def looked_up(module, later=()):
    """A module's `__getattr__`: gives the modules in it that are imported when they are asked for, and says of the rest what is missing."""

    def look_up(name):
        if name not in later:
            raise AttributeError(of_module(module, name))
        found = __import__(module + "." + name)
        for part in module.split(".")[1:] + [name]:
            found = getattr(found, part)
        return found

    return look_up
