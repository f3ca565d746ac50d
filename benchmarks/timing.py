"""Paired measurements on a busy machine, and the table that shows them."""

import contextlib
import os
import statistics
import time

import torch

# CPU time leaves out what other programs take. Windows counts it in steps of 16 ms.
CLOCK = time.perf_counter if os.name == "nt" else time.process_time
CLOCK_NAME = "wall time" if os.name == "nt" else "CPU time"


@contextlib.contextmanager
def one_thread():
    """Let torch compute with one thread, and with as many as before afterwards."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def time_of(function, *arguments):
    """Return how many seconds a call takes."""
    start = CLOCK()
    function(*arguments)
    return CLOCK() - start


def take_turns(works, rounds):
    """Measure several things in turn, every other round in reverse order.

    Parameters
    ----------
    works : dict of str to callable
        Each call makes one measurement and returns it, a number.
    rounds : int

    Returns
    -------
    dict of str to list of float
        The measurements of each, one a round.

    Examples
    --------
    >>> take_turns({"a": lambda: 1.0, "b": lambda: 2.0}, rounds=2)
    {'a': [1.0, 1.0], 'b': [2.0, 2.0]}
    """
    measured = {name: [] for name in works}
    for turn in range(rounds):
        for name in list(works)[:: -1 if turn % 2 else 1]:
            measured[name].append(works[name]())
    return measured


def paired(values, base):
    """Return the ratio of the two measurements of each round.

    Examples
    --------
    >>> paired([3.0, 30.0], [2.0, 20.0])
    [1.5, 1.5]
    """
    return [value / other for value, other in zip(values, base, strict=True)]


def spread(values, write="{:.2f}".format):
    """Write the median and, in brackets, the quartiles.

    Examples
    --------
    >>> spread([1.0, 2.0, 3.0, 4.0, 50.0])
    '3.00 (2.00–4.00)'
    >>> spread([1.5])
    '1.50'
    """
    if len(values) == 1:
        return write(values[0])
    low, middle, high = statistics.quantiles(values, method="inclusive")
    return f"{write(middle)} ({write(low)}–{write(high)})"


def seconds(value):
    """Write a time in the unit that suits it.

    Examples
    --------
    >>> seconds(516e-6), seconds(0.0123), seconds(1.5)
    ('516 µs', '12.30 ms', '1.50 s')
    """
    if value < 1e-3:
        return f"{1e6 * value:.0f} µs"
    return f"{1e3 * value:.2f} ms" if value < 1 else f"{value:.2f} s"


def fact(name, *columns):
    """Return a line of the table: what was measured, then what came out."""
    return f"  {name:30}" + "".join(f"{column:>22}" for column in columns)


def table(measured, bases, write=seconds):
    """Yield a line for each measured thing: its median, and its paired ratios.

    Parameters
    ----------
    measured : dict of str to list of float
        As `take_turns` returns it.
    bases : sequence of str
        The rows that the others are compared with.
    write : callable
        Turns a measurement into text.
    """
    yield fact("", "median", *(f"to {base}" for base in bases))
    for name, values in measured.items():
        ratios = ["1" if name == base else spread(paired(values, measured[base])) for base in bases]
        yield fact(name, write(statistics.median(values)), *ratios)
