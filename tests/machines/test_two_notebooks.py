"""Two notebooks that are open, and run, at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from kernels import OpenLesson, open_lesson
from lessons import LESSONS, ROOT

pytestmark = pytest.mark.release


@pytest.mark.parametrize("numbers", [(0, 4), (8, 8)], ids=str)
def test_two_notebooks_do_not_disturb_each_other(numbers):
    with ExitStack() as stack, ThreadPoolExecutor(2) as pool:
        lessons = [
            stack.enter_context(open_lesson(LESSONS[number], ROOT / "notebooks"))
            for number in numbers
        ]
        found = pool.map(OpenLesson.differences, lessons)
        assert list(found) == [[], []]
