"""What holds for all tests, and for the kernels that nbval starts.

Environment variables are read when torch is first imported, so they are set before that.
"""

import os
import re

from xdist.scheduler import LoadFileScheduling

from lessons import strays

# Tests run side by side; threads that wait must not keep the others from working.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# Stored outputs are in both languages, whatever a server has chosen for its readers.
os.environ["COURSE_LANGUAGE"] = "both"

# Looking for doctests in a lesson would run it.
collect_ignore_glob = ["notebooks/*.py", "docs/*.py", "docs/teaching/*.py", "dist/*.py"]
collect_ignore_glob += ["src/tutorial_editions/grading/execution.py"]  # it needs nbgrader

# Copies that lie among the lessons are not the course's.
collect_ignore = [str(path) for path in strays()]


# Each test here runs something of its own, so it may run anywhere.
APART = ("tests/faults/", "tests/machines/test_editions_elsewhere.py")


class ByFileOrLesson(LoadFileScheduling):
    """Keep in one process what shares something, and spread the rest.

    The tests of a file share fixtures, the cells of a notebook a kernel, and all tests of a
    lesson in tests/lessons/ the lesson's observed run.
    """

    def _split_scope(self, nodeid):
        file = super()._split_scope(nodeid)
        lesson = re.search(r"\D(\d\d)[_.]", nodeid)
        if file.startswith("tests/lessons/") and lesson:
            return f"lesson {lesson[1]}"
        return nodeid if file.startswith(APART) else file


def pytest_xdist_make_scheduler(config, log):
    """Let xdist spread the tests in this way."""
    return ByFileOrLesson(config, log)


def pytest_collection_modifyitems(config, items):
    """Begin with what takes longest: the notebooks from the last to the first, then other runs."""
    for item in items:
        if "teaching" in item.path.parts:  # a guide prints what exercises know; few change it
            item.add_marker("ci")
    config.option.cov_source = None  # nbval would measure in its kernels, and wait for ever
    items.sort(key=how_soon, reverse=True)


def how_soon(item):
    """Return what is greatest for the tests that begin."""
    is_notebook, folder = item.path.suffix == ".ipynb", item.path.parent.name
    is_long = folder in ("lessons", "machines", "faults")
    return is_notebook, item.path.stem if is_notebook else "", is_long
