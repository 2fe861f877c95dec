"""Operators as functions."""

for _name, _symbol in (
    ("add", "+"),
    ("sub", "-"),
    ("mul", "*"),
    ("truediv", "/"),
    ("floordiv", "//"),
    ("mod", "%"),
    ("pow", "**"),
    ("matmul", "@"),
    ("and_", "&"),
    ("or_", "|"),
    ("xor", "^"),
    ("lshift", "<<"),
    ("rshift", ">>"),
    ("lt", "<"),
    ("le", "<="),
    ("eq", "=="),
    ("ne", "!="),
    ("ge", ">="),
    ("gt", ">"),
    ("is_", "is"),
):
    globals()[_name] = eval("lambda a, b: a %s b" % _symbol)

neg = lambda a: -a
pos = lambda a: +a
abs = abs
not_ = lambda a: not a
truth = bool
contains = lambda a, b: b in a
getitem = lambda a, b: a[b]


def itemgetter(*keys):
    if len(keys) == 1:
        return lambda thing: thing[keys[0]]
    return lambda thing: tuple([thing[key] for key in keys])


def attrgetter(*names):
    if len(names) == 1:
        return lambda thing: getattr(thing, names[0])
    return lambda thing: tuple([getattr(thing, name) for name in names])
