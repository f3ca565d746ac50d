"""Copies of the course, and programs in them: quick, since processes start with all imported."""

import functools
import multiprocessing
import os
import runpy
import shutil
import subprocess
import sys
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

from lessons import ROOT

# What takes long to import and is the same in every copy.
PRELOADED = ["pytest", "torch", "matplotlib.pyplot", "hypothesis", "jupytext", "nbval.plugin"]


class Done(NamedTuple):
    """How a program ended, and what it said."""

    returncode: int
    stdout: str


def copy_course(folder):
    """Copy the files that git knows, and those that it would take, with their times."""
    listed = subprocess.check_output(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        encoding="utf-8",
    )
    for name in listed.split("\0")[:-1]:
        if (ROOT / name).exists():  # not deleted since the last commit
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, Path(folder, name))


def run_pytest(folder, *arguments):
    """Run pytest in a copy of the course, in a process of its own.

    Parameters
    ----------
    folder : pathlib.Path
        The copy, whose packages are imported.
    *arguments : str
        What pytest is asked to run.

    Returns
    -------
    Done
    """
    return run_script(folder, "pytest", "-n0", "-p", "no:cacheprovider", "--color=no", *arguments)


def run_script(folder, script, *arguments):
    """Run a script of a copy of the course, or a module by its name, in a process of its own."""
    said = Path(folder, ".said")
    child = _context().Process(target=_run, args=(str(folder), str(said), script, arguments))
    child.start()
    child.join()
    return Done(child.exitcode, said.read_text(encoding="utf-8", errors="replace"))


@functools.cache
def _context():
    """Return how processes are started: forked from one that has imported much, if possible."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(PRELOADED)
    return context


def is_ours(path):
    """Return whether a path lies in this checkout, and not among its packages."""
    return Path(path).is_relative_to(ROOT) and "site-packages" not in path


def _run(folder, said, script, arguments):
    """Become a program in a copy, and write down what it says."""
    with open(said, "w", encoding="utf-8") as file:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(file.fileno(), stream.fileno())
    os.chdir(folder)
    source = os.path.join(folder, "src")
    sys.path[:] = [source, *filterfalse(is_ours, sys.path)]
    for name, module in list(sys.modules.items()):
        if is_ours(getattr(module, "__file__", None) or ""):
            del sys.modules[name]
    os.environ["PYTHONPATH"] = source  # for kernels
    sys.argv = [script, *arguments]
    if script.endswith(".py"):
        sys.path.insert(0, os.path.join(folder, os.path.dirname(script)))
        runpy.run_path(script, run_name="__main__")
    else:
        runpy.run_module(script, run_name="__main__")
