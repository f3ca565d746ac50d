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
    error : Exception or None
        What it raised.
    changed : bool
        Whether it changed a Tensor or a list that it was given.
    """

    result: object = None
    error: Exception | None = None
    changed: bool = False


class TookTooLongError(Exception):
    """The answer was stopped at the time limit."""


class _Stop(BaseException):
    """Raised inside an endless answer; no `except Exception` keeps it from ending."""


def try_answer(answer, cases, observe, seconds=None):
    """Try an answer on each case in turn.

    It runs in a thread of its own, because a thread can be stopped on every system and
    inside a kernel. What it prints and warns is not shown.

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
    thread = threading.Thread(target=_try_all, args=(answer, cases, observe, outcomes))
    thread.daemon = True
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        thread.start()
        try:
            thread.join(SECONDS if seconds is None else seconds)
            too_long = thread.is_alive()
        finally:
            _stop(thread)
    if too_long:
        raise TookTooLongError
    return outcomes


def call(answer, *arguments):
    """Call an answer: what most exercises observe is what it returns."""
    return answer(*arguments)


def _try_all(answer, cases, observe, outcomes):
    with contextlib.suppress(_Stop):
        for case in cases:
            outcomes.append(_try_once(answer, case, observe))


def _try_once(answer, case, observe):
    result = error = None
    with torch.random.fork_rng(devices=[]), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        given, kept = case(), case()  # a module in them draws its first parameters
        torch.manual_seed(0)
        try:
            result = observe(answer, *given)
        except Exception as raised:
            error = raised
    changed = any(
        difference(before, after)
        for before, after in zip(kept, given, strict=True)
        if isinstance(before, (torch.Tensor, list))
    )
    return Outcome(result, error, changed)


def _stop(thread):
    """Raise `_Stop` in a thread, again and again if it catches everything."""
    for _ in range(50):
        if not thread.is_alive():
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(_Stop)
        )
        time.sleep(0.02)


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
    if isinstance(expected, torch.Tensor):
        return _difference_of_tensors(expected, actual)
    if isinstance(expected, dict):
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
