"""Runs programs, each for itself, and says what they printed and how they ended.

Reads a JSON list of programs, writes a JSON list of {"stdout", "error"}; `error` is null or {"type", "message", "line"}.
Every program runs in a process of its own, forked after torch is loaded: none sees what another has left behind.
"""

import json
import os
import sys
import tempfile
import traceback

import numpy  # noqa: F401
import torch  # noqa: F401

from echo import execute

FILE = "<cell>"


def line_of(error):
    """The last line of the program itself that the exception came through; for a syntax error, where it is."""
    if isinstance(error, SyntaxError):
        return error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == FILE]
    return lines[-1] if lines else None


def run(code):
    """How the program ends."""
    try:
        execute(code, FILE, {"__name__": "__main__"})
    except BaseException as error:
        return {"type": type(error).__name__, "message": str(error), "line": line_of(error)}


def run_apart(code):
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as ended:
        child = os.fork()
        if child == 0:
            os.dup2(printed.fileno(), 1)
            json.dump(run(code), ended)
            ended.flush()
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)
        printed.seek(0)
        ended.seek(0)
        return {"stdout": printed.read(), "error": json.load(ended)}


json.dump([run_apart(code) for code in json.load(sys.stdin)], sys.stdout)
