"""What of Python's own a learner's code meets replaced: `import`, the keyboard, and files."""

import builtins

import _absent

# Ways out of the interpreter, which MicroPython has built in.
HIDDEN = ("js", "jsffi")


def root(name):
    return name.split(".")[0]


def no_keyboard(prompt=""):
    raise RuntimeError("input() has no keyboard to read from here. Write the value into your code.")


open_file = builtins.open


def no_files(file, *args, **named):
    """Python's file system is empty here: what a program writes, it can read again."""
    try:
        return open_file(file, *args, **named)
    except OSError:
        raise OSError(
            "[Errno 2] No such file or directory: %r. Your code runs shut off from your files. Write the values into it." % (file,)
        )


def guard(import_module, grading):
    """Replaces `import`, so that what is not here says so in words that help."""

    def guarded(name, globals=None, locals=None, fromlist=None, level=0):
        if grading and root(name) == "torch":
            raise ImportError("autograd is switched off while grading, so there is no torch here. Use numpy.")
        if root(name) in HIDDEN:
            raise ImportError(_absent.module(name, grading))
        if name == "cmath":
            # MicroPython finds its own before a file of ours.
            name = "_cmath"
        try:
            found = import_module(name, globals, locals, fromlist, level)
        except ImportError as error:
            if str(error).startswith("no module named '" + root(name)):
                raise ImportError(_absent.module(name, grading))
            raise
        if fromlist and (globals or {}).get("__name__", "__main__") == "__main__":
            _absent.require(found, name, fromlist, import_module)
        return found

    builtins.__import__ = guarded
    builtins.input = no_keyboard
    builtins.open = no_files
