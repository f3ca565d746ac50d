"""Try an answer on cases, within a limit of time and memory."""

import contextlib
import ctypes
import io
import sys
import warnings
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple

import psutil
import torch

from tutorial_helpers.exercises.comparing import difference  # noqa: F401
from tutorial_helpers.exercises.surroundings import put_back

SECONDS = 10  # for all cases of one check; an answer takes a fraction of one
BYTES = 2**30  # by which the memory of the process may grow meanwhile

# What holds for a whole process, and what it is during a check: how to get it, how to set it.
_SETTINGS = (
    (torch.get_default_dtype, torch.set_default_dtype, torch.float32),
    (torch.get_float32_matmul_precision, torch.set_float32_matmul_precision, "highest"),
    (torch.get_deterministic_debug_mode, torch.set_deterministic_debug_mode, 0),
    (torch.is_anomaly_enabled, torch.autograd.set_detect_anomaly, False),
)


class Outcome(NamedTuple):
    """What an answer did on one case.

    Attributes
    ----------
    result : object
        What it returned, or what the exercise observed of it.
    error : BaseException or None
        What it raised.
    left : list
        What it left of the arguments that it could change: Tensors, arrays, lists and
        dictionaries, and of models their parameters and buffers.
    overwritten : tuple of str
        The names of PyTorch and Python that it gave another meaning.
    """

    result: object = None
    error: BaseException | None = None
    left: list = ()
    overwritten: tuple = ()


class TookTooLongError(Exception):
    """The answer was stopped at the time limit."""


class TookTooMuchError(Exception):
    """The answer was stopped because the process took too much memory."""


class CannotTryError(Exception):
    """What prepares a case has failed, before the answer could be tried on it."""


class _Stop(BaseException):
    """Raised inside an endless answer; no `except Exception` keeps it from ending."""


def try_answer(answer, cases, observe, seconds=None):
    """Try an answer on each case in turn.

    Each case runs in a thread of its own. A thread can be stopped on every system and
    inside a kernel, and what is set for another thread alone, such as `torch.no_grad` or
    a default device, does not hold in it. What an answer prints and warns is not shown. What
    it changes in torch's random numbers, settings and names, and in Python's warnings, is
    set back.

    Some things cannot be helped inside a process. Nothing stops a single call that does
    all its work outside Python's bytecode, such as ``sum(range(10**10))``, before it
    returns, and `os._exit` ends the process at once.

    Parameters
    ----------
    answer : callable
    cases : sequence of callable
        Each returns the arguments of one call, the same ones whenever it is called with
        the same state of torch's random numbers.
    observe : callable
        ``observe(answer, *arguments)`` returns what is compared.
    seconds : float, optional
        The limit for all cases together, `SECONDS` unless given.

    Returns
    -------
    list of Outcome
        As many as there are cases.

    Raises
    ------
    TookTooLongError
        If the answer is not done at the limit.
    TookTooMuchError
        If the process takes `BYTES` more memory than before.
    CannotTryError
        If a case cannot be prepared.

    Examples
    --------
    >>> cases = [lambda: (1,), lambda: (0,)]
    >>> [outcome.result for outcome in try_answer(lambda n: 1 / n, cases, call)]
    [1.0, None]
    """
    end = monotonic() + (SECONDS if seconds is None else seconds)
    memory = _memory() + BYTES
    with _as_before(), _without_exit():
        return [_try_apart((answer, case, observe), end, memory) for case in cases]


def _try_apart(what, end, memory):
    # An interrupted join would take a running thread for a finished one; an event does not.
    done, found = Event(), []
    thread = Thread(target=_try_once, args=(*what, found, done), daemon=True)
    thread.start()
    try:
        _wait(done, end, memory)
    finally:
        _stop(thread, done)
    (outcome,) = found or [CannotTryError("no outcome")]
    if isinstance(outcome, CannotTryError):
        raise outcome
    return outcome


def _wait(done, end, memory):
    """Wait in small portions: on Windows, nothing interrupts a single long one."""
    while not done.wait(0.02):
        if monotonic() > end:
            raise TookTooLongError
        if _memory() > memory:
            raise TookTooMuchError


def _memory():
    return psutil.Process().memory_info().rss


@contextlib.contextmanager
def _as_before():
    """Keep what a check needs, and what it could change, from leaking either way."""
    before = [get() for get, _, _ in _SETTINGS]
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
        except BaseException:  # at which an answer was stopped
            put_back()
            raise
        finally:
            for (_, set_, _), value in zip(_SETTINGS, before, strict=True):
                set_(value)


@contextlib.contextmanager
def _without_exit():
    """Let `exit()` in an answer raise an error; IPython's would end the kernel after the check."""
    shell = "IPython" in sys.modules and sys.modules["IPython"].get_ipython()
    if not shell:
        yield
        return
    shell.ask_exit = _exit
    try:
        yield
    finally:
        del shell.ask_exit


def _exit():
    raise SystemExit


def call(answer, *arguments):
    """Call an answer: what most exercises observe is what it returns."""
    return answer(*arguments)


def made(case):
    """Return the arguments that a case makes, a model in them with the same first parameters."""
    for _, set_, value in _SETTINGS:
        set_(value)
    torch.manual_seed(0)
    return case()


def _try_once(answer, case, observe, found, done):
    try:
        try:
            given = tuple(made(case))
        except Exception as error:
            found.append(CannotTryError(f"{type(error).__name__}: {error}"))
        else:
            found.append(_outcome(answer, given, observe))
    except _Stop:
        pass
    finally:
        done.set()


def _outcome(answer, given, observe):
    result = error = None
    torch.manual_seed(0)
    try:
        result = observe(answer, *given)
    except _Stop:
        raise
    except BaseException as raised:  # SystemExit, too: it would end the thread
        error = raised
    overwritten = tuple(each.name for each in put_back())
    return Outcome(result, error, [_left_of(argument) for argument in given], overwritten)


def _left_of(value):
    """Return what of an argument an answer could have changed."""
    if isinstance(value, torch.nn.Module):
        return [tensor.detach() for tensor in (*value.parameters(), *value.buffers())]
    if type(value).__module__ == "numpy":
        return value.tolist()
    return value if isinstance(value, (torch.Tensor, list, dict)) else None


def _stop(thread, done):
    """Raise `_Stop` in a thread, again and again if it catches everything."""
    for _ in range(50):
        if done.is_set():
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(_Stop)
        )
        done.wait(0.02)
