"""What to say of a module, or of a name in one, that isn't here: which part is missing, and what there is."""

import os

AVAILABLE = (
    "math, random, itertools, functools, collections, dataclasses, operator, copy, string, time, json, re, heapq, "
    "warnings, typing, contextlib"
)


def module(name, grading):
    """`fft` of `numpy.fft`, or all of `sklearn`."""
    parts = name.split(".")
    for depth in range(len(parts) - 1, 0, -1):
        whole = ".".join(parts[:depth])
        inside = modules_in(whole)
        if inside is not None:
            has = "has the modules " + listed(inside) if inside else "has no modules in it"
            return "'%s' is not part of this course's %s: %s %s." % (".".join(parts[: depth + 1]), parts[0], whole, has)
    if len(parts) > 1 and parts[0] in AVAILABLE.split(", "):
        return "'%s' is not part of this Python: %s has no modules in it." % (".".join(parts[:2]), parts[0])
    torch = "" if grading else "torch, "
    return "'" + parts[0] + "' is not part of this Python. There are numpy, " + torch + AVAILABLE + "."


def modules_in(name):
    """The modules that a package of ours has, or None for what is no module here."""
    path = "/lib/" + name.replace(".", "/")
    try:
        found = os.listdir(path)
    except OSError:
        try:
            os.stat(path + ".py")
        except OSError:
            return None
        return []
    return sorted([each[:-3] if each.endswith(".py") else each for each in found if not each.startswith("_")])


def listed(names):
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def require(found, name, wanted, import_module):
    """Raises what CPython raises of `from name import wanted` where there is no such thing."""
    for each in wanted:
        if each == "*":
            continue
        try:
            getattr(found, each)
        except AttributeError as missing:
            try:
                import_module(name + "." + each)
            except (ImportError, AttributeError):
                raise ImportError("cannot import name '%s' from '%s'%s" % (each, name, left_out(str(missing))))


def left_out(message):
    """That it is the course which leaves it out, if so."""
    return ": " + message if "isn't part of this course" in message else ""
