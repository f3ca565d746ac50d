"""Try an answer on cases, within a time limit, and say how two results differ."""

import contextlib
import ctypes
import io
import math
import threading
import time
import warnings
from numbers import Number
from typing import NamedTuple

import torch

SECONDS = 10  # for all cases of one check; an answer takes a fraction of one


class Outcome(NamedTuple):
    """What an answer did on one case.

    Attributes
    ----------
    result : object
        What it returned, or what the exercise observed of it.
    error : BaseException or None
        What it raised.
    changed : bool
        Whether it changed a Tensor or a list that it was given.
    """

    result: object = None
    error: BaseException | None = None
    changed: bool = False


class TookTooLongError(Exception):
    """The answer was stopped at the time limit."""


class _Stop(BaseException):
    """Raised inside an endless answer; no `except Exception` keeps it from ending."""


def try_answer(answer, cases, observe, seconds=None):
    """Try an answer on each case in turn.

    It runs in a thread of its own, because a thread can be stopped on every system and
    inside a kernel. What it prints and warns is not shown, and what it changes in torch's
    random numbers, data type and warnings is set back.

    Parameters
    ----------
    answer : callable
    cases : sequence of callable
        Each returns the arguments of one call, the same ones whenever it is called.
    observe : callable
        ``observe(answer, *arguments)`` returns what is compared.
    seconds : float, optional
        The limit for all cases together, `SECONDS` unless given.

    Returns
    -------
    list of Outcome

    Raises
    ------
    TookTooLongError
        If the answer is not done at the limit.

    Examples
    --------
    >>> cases = [lambda: (1,), lambda: (0,)]
    >>> [outcome.result for outcome in try_answer(lambda n: 1 / n, cases, call)]
    [1.0, None]
    """
    outcomes = []
    # An interrupted join would take a running thread for a finished one; an event does not.
    done = threading.Event()
    work = (answer, cases, observe, outcomes, done)
    thread = threading.Thread(target=_try_all, args=work, daemon=True)
    with _as_before():
        thread.start()
        try:
            in_time = _wait(done, SECONDS if seconds is None else seconds)
        finally:
            _stop(thread, done)
    if not in_time:
        raise TookTooLongError
    return outcomes


def _wait(done, seconds):
    """Wait in small portions: on Windows, nothing interrupts a single long one."""
    end = time.monotonic() + seconds
    while not done.wait(0.02) and time.monotonic() < end:
        pass
    return done.is_set()


@contextlib.contextmanager
def _as_before():
    """Keep what a check needs, and what it could change, from leaking either way."""
    dtype = torch.get_default_dtype()
    nowhere = io.StringIO()
    with (
        torch.random.fork_rng(devices=[]),
        warnings.catch_warnings(),
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            torch.set_default_dtype(dtype)


def call(answer, *arguments):
    """Call an answer: what most exercises observe is what it returns."""
    return answer(*arguments)


def _try_all(answer, cases, observe, outcomes, done):
    try:
        for case in cases:
            outcomes.append(_try_once(answer, case, observe))
    except _Stop:
        pass
    finally:
        done.set()


def _try_once(answer, case, observe):
    torch.set_default_dtype(torch.float32)
    given, kept = case(), case()  # a module in them draws its first parameters
    torch.manual_seed(0)
    result = error = None
    try:
        result = observe(answer, *given)
    except _Stop:
        raise
    except BaseException as raised:  # SystemExit, too: it would end the thread
        error = raised
    changed = any(
        difference(before, after)
        for before, after in zip(kept, given, strict=True)
        if isinstance(before, (torch.Tensor, list))
    )
    return Outcome(result, error, changed)


def _stop(thread, done):
    """Raise `_Stop` in a thread, again and again if it catches everything."""
    for _ in range(50):
        if done.is_set():
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(_Stop)
        )
        done.wait(0.02)


def difference(expected, actual):
    """Return in which way a result differs from the expected one.

    Numbers and Tensors may differ by rounding: relative 1e-4 in float32, 1e-7 in
    float64. Python's numbers may come from either, so 1e-5 is allowed.

    Parameters
    ----------
    expected, actual : object
        Tensors, numbers and other values, also inside tuples, lists and dictionaries.

    Returns
    -------
    {None, "none", "type", "length", "shape", "dtype", "nan", "value"}
        None if they are the same.

    Examples
    --------
    >>> difference(1.0, 1 + 1e-12)
    >>> difference(1.0, 2.0)
    'value'
    >>> difference([1.0, 2.0], [1.0])
    'length'
    >>> difference(torch.zeros(2), torch.zeros(2, 1))
    'shape'
    """
    if actual is None and expected is not None:
        return "none"
    try:
        return _difference(expected, actual)
    except Exception:  # of a kind that cannot be compared: complex, sparse, huge
        return "type"


def _difference(expected, actual):
    if isinstance(expected, torch.Tensor):
        return _difference_of_tensors(expected, actual)
    if isinstance(expected, dict) and isinstance(actual, dict):
        expected, actual = list(expected.values()), list(actual.values())
    if isinstance(expected, (list, tuple)):
        if not isinstance(actual, (list, tuple)):
            return "type"
        if len(expected) != len(actual):
            return "length"
        found = (difference(one, other) for one, other in zip(expected, actual, strict=True))
        return next(filter(None, found), None)
    if isinstance(expected, Number) and not isinstance(expected, bool):
        return _difference_of_numbers(expected, actual)
    return None if type(expected) is type(actual) and expected == actual else "value"


def _difference_of_tensors(expected, actual):
    if not isinstance(actual, torch.Tensor):
        return "type"
    if expected.shape != actual.shape:
        return "shape"
    if expected.dtype != actual.dtype:
        return "dtype"
    rtol, atol = (1e-4, 1e-5) if expected.dtype == torch.float32 else (1e-7, 1e-9)
    if expected.is_floating_point() and actual.isnan().any() and not expected.isnan().any():
        return "nan"
    same = torch.allclose(expected, actual, rtol=rtol, atol=atol, equal_nan=True)
    return None if same else "value"


def _difference_of_numbers(expected, actual):
    if not isinstance(actual, Number) or isinstance(actual, bool):
        return "type"
    if math.isnan(actual) and not math.isnan(expected):
        return "nan"
    same = math.isclose(expected, actual, rel_tol=1e-5, abs_tol=1e-9)
    return None if same or (math.isnan(expected) and math.isnan(actual)) else "value"
