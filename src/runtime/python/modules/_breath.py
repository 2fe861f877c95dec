"""Loops that call out of Python as they turn, in a program that is written so before it runs: src/runtime/python/source/loops.ts."""
import builtins

import _host

_breathe = _host.breathe
# An inner loop is begun anew at each turn of the outer one, which breathes then.
TURNS = 64


def breathe():
    _breathe()
    return True


def breathing(items):
    turns = 0
    for item in items:
        turns += 1
        if turns == TURNS:
            turns = 0
            _breathe()
        yield item


builtins._breathe = breathe
builtins._breathing = breathing
