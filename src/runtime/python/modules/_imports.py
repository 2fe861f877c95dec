"""What of Python's own a learner's code meets replaced: `import`, and the keyboard."""

import builtins

AVAILABLE = (
    "math, random, itertools, functools, collections, dataclasses, operator, copy, string, time, json, re, heapq, "
    "warnings, typing, contextlib"
)

# Ways out of the interpreter, which MicroPython has built in.
HIDDEN = ("js", "jsffi")


def root(name):
    return name.split(".")[0]


def no_keyboard(prompt=""):
    raise RuntimeError("input() has no keyboard to read from here. Write the value into your code.")


def guard(import_module, grading):
    """Replaces `import`, so that what is not here says so in words that help."""

    def guarded(name, globals=None, locals=None, fromlist=None, level=0):
        if grading and root(name) == "torch":
            raise ImportError("autograd is switched off while grading, so there is no torch here. Use numpy.")
        if root(name) in HIDDEN:
            raise ImportError(absent(name))
        if name == "cmath":
            # MicroPython finds its own before a file of ours.
            name = "_cmath"
        try:
            return import_module(name, globals, locals, fromlist, level)
        except ImportError as error:
            if str(error) in ("no module named '" + name + "'", "no module named '" + root(name) + "'"):
                raise ImportError(absent(root(name)))
            raise

    def absent(name):
        torch = "" if grading else "torch, "
        return "'" + name + "' is not part of this Python. There are numpy, " + torch + AVAILABLE + "."

    builtins.__import__ = guarded
    builtins.input = no_keyboard
