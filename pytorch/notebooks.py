"""Runs the code cells of notebooks from top to bottom, each notebook in one namespace and one process.

Reads a JSON list of notebooks, each a list of sources. Writes for each a list of {"stdout", "error"}, one for a cell; `error` is
null or the exception's type and message.
"""

import contextlib
import io
import json
import os
import sys
import tempfile

import numpy  # noqa: F401
import torch  # noqa: F401

from echo import execute


def run(sources):
    namespace = {"__name__": "__main__"}
    results = []
    for source in sources:
        printed = io.StringIO()
        error = None
        with contextlib.redirect_stdout(printed):
            try:
                execute(source, "<cell>", namespace)
            except Exception as raised:
                error = f"{type(raised).__name__}: {raised}"
        results.append({"stdout": printed.getvalue(), "error": error})
    return results


def run_apart(sources):
    with tempfile.TemporaryFile("w+") as ended:
        child = os.fork()
        if child == 0:
            json.dump(run(sources), ended)
            ended.flush()
            os._exit(0)
        os.waitpid(child, 0)
        ended.seek(0)
        return json.load(ended)


json.dump([run_apart(sources) for sources in json.load(sys.stdin)], sys.stdout)
