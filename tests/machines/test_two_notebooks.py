"""Two notebooks that are open, and run, at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from kernels import OpenLesson, open_lesson
from lessons import ROOT, lesson_named

pytestmark = pytest.mark.release


@pytest.mark.parametrize(
    "names", [("whole_program", "update_loop"), ("many_processes", "many_processes")], ids="-".join
)
def test_two_notebooks_do_not_disturb_each_other(names):
    with ExitStack() as stack, ThreadPoolExecutor(2) as pool:
        lessons = [
            stack.enter_context(open_lesson(lesson_named(name), ROOT / "notebooks"))
            for name in names
        ]
        found = pool.map(OpenLesson.differences, lessons)
        assert list(found) == [[], []]
