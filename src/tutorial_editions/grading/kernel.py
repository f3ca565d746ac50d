"""What the grader does in a kernel that runs a submission, before its cells and before checks."""

import os
import sys

import psutil
from IPython import get_ipython

from tutorial_helpers.exercises import EXERCISES, surroundings

_modules = {}
_attributes = []
_exercises = []


def prepare(gigabytes):
    """Get a kernel ready for a student's cells.

    The kernel gets a limit for its memory, and ends if a cell leaves half of it behind. `exit()`
    ends a cell and not the kernel, and a `sys.stderr` that was replaced is set back after the
    cell. What checks are made of is kept, so that `put_back` finds it.

    Parameters
    ----------
    gigabytes : float
        The limit for memory; only Linux keeps to it while a cell runs.
    """
    limit_memory(gigabytes)
    shell, streams = get_ipython(), (sys.stdout, sys.stderr)
    shell.push({"exit": sys.exit, "quit": sys.exit}, interactive=False)

    def after_each_cell(result):
        sys.stdout, sys.stderr = streams
        if psutil.Process().memory_info().rss > gigabytes * 2**29:
            os._exit(1)  # the cells after it would have too little

    shell.events.register("post_run_cell", after_each_cell)
    keep()


def limit_memory(gigabytes):
    """Let this process use no more memory than given, where Linux runs it."""
    if sys.platform == "linux":
        import resource

        _, highest = resource.getrlimit(resource.RLIMIT_DATA)
        limit = int(gigabytes * 2**30)
        limit = limit if highest == resource.RLIM_INFINITY else min(limit, highest)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def keep():
    """Keep the functions and classes of the course's package."""
    _modules.update((name, module) for name, module in sys.modules.items() if _is_ours(name))
    classes = {
        value
        for module in _modules.values()
        for value in vars(module).values()
        if isinstance(value, type) and _is_ours(value.__module__)
    }
    for owner in (*_modules.values(), *classes):
        for name, value in vars(owner).items():
            if callable(value) or hasattr(value, "__get__"):  # a function, class or property
                _attributes.append((owner, name, value))
    _exercises.extend((exercise, dict(vars(exercise))) for exercise in EXERCISES)


def _is_ours(name):
    return name.partition(".")[0] == "tutorial_helpers"


def put_back():
    """Undo what a student's cells overwrote in the course's package, PyTorch and Python.

    After `torch.manual_seed = 2`, or after `check_draw` in the package was overwritten, checks
    say again what is true. Of the package, only what was kept can be put back.

    Examples
    --------
    >>> import torch
    >>> torch.manual_seed = 2
    >>> put_back()
    >>> torch.manual_seed(0)  # doctest: +ELLIPSIS
    <torch._C.Generator object at 0x...>
    """
    sys.modules.update(_modules)
    for owner, name, value in _attributes:
        if vars(owner).get(name) is not value:
            setattr(owner, name, value)
    for exercise, kept in _exercises:  # what they found out while something was overwritten, too
        vars(exercise).clear()
        vars(exercise).update(kept)
    surroundings.put_back()
