class UFuncTypeError(TypeError):
    """A function of every entry was asked for types that it can't take, or to write what the array can't hold."""


def no_loop(name, *operands):
    """What NumPy says to text among numbers."""
    kinds = ", ".join(["dtype('<U%d')" % len(each) if type(each) is str else repr(each.dtype) for each in operands])
    return UFuncTypeError("ufunc '%s' did not contain a loop with signature matching types (%s) -> None" % (name, kinds))
