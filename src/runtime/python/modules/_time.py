"""Python's `time`, with the clocks that MicroPython calls by other names."""
from time import *
from time import ticks_us as _ticks, time_ns


def perf_counter():
    return time_ns() / 1e9


monotonic = process_time = time = perf_counter


def perf_counter_ns():
    return time_ns()
