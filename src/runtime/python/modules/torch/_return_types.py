"""Several results with names, which print as `torch.return_types`."""


class _Results(tuple):
    def __repr__(self):
        parts = ["%s=%r" % (name, value) for name, value in zip(self.names, self)]
        return "torch.return_types.%s(\n%s)" % (self.name, ",\n".join(parts))

    __str__ = __repr__


def return_type(name, names=("values", "indices")):
    """The type of what the function of this name returns: a tuple whose items have these names too."""
    members = {each: property(lambda self, place=place: self[place]) for place, each in enumerate(names)}
    return type(name, (_Results,), dict(members, name=name, names=names))
