"""
Classes that are declared by their fields. MicroPython keeps no annotations, so a class arrives here with their names in
`__fields__`, which is written into it before it runs.
"""

MISSING = object()


class _Field:
    def __init__(self, default, factory):
        self.default = default
        self.factory = factory

    def value(self):
        return self.default if self.factory is MISSING else self.factory()


def field(*, default=MISSING, default_factory=MISSING, repr=True, compare=True, init=True):
    return _Field(default, default_factory)


def dataclass(cls=None, **options):
    return _made(cls, options) if cls is not None else lambda cls: _made(cls, options)


def fields_of(cls):
    names = []
    for base in getattr(cls, "__bases__", ()):
        names += fields_of(base)
    return names + [name for name in cls.__dict__.get("__fields__", ()) if name not in names]


def _made(cls, options):
    names = fields_of(cls)
    cls._all_fields = names

    def init(self, *given, **named):
        if len(given) > len(names):
            raise TypeError(
                "__init__() takes %d positional arguments but %d were given" % (len(names) + 1, len(given) + 1)
            )
        values = dict(zip(names, given))
        values.update(named)
        missing = []
        for name in names:
            if name in values:
                setattr(self, name, values.pop(name))
                continue
            default = getattr(cls, name, MISSING)
            if type(default) is _Field:
                default = default.value()
            if default is MISSING:
                missing.append(name)
            setattr(self, name, default)
        if missing:
            raise TypeError(
                "__init__() missing %d required positional argument%s: %s"
                % (len(missing), "s" if len(missing) > 1 else "", " and ".join(["'%s'" % name for name in missing]))
            )
        for name in values:
            raise TypeError("__init__() got an unexpected keyword argument '%s'" % name)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    def show(self):
        return "%s(%s)" % (cls.__name__, ", ".join(["%s=%r" % (name, getattr(self, name)) for name in names]))

    def equal(self, other):
        return type(self) is type(other) and astuple(self) == astuple(other)

    for name, method in (("__init__", init), ("__repr__", show), ("__eq__", equal)):
        if name not in cls.__dict__:
            setattr(cls, name, method)
    return cls


def astuple(thing):
    return tuple([getattr(thing, name) for name in thing._all_fields])


def asdict(thing):
    from _displays import merged

    return merged([(name, getattr(thing, name)) for name in thing._all_fields])


def replace(thing, **changes):
    values = asdict(thing)
    values.update(changes)
    return type(thing)(**values)
