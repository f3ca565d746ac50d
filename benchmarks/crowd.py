"""Many processes that train at the same time, as students on one server do."""

from benchmarks.lesson import from_lesson
from benchmarks.timing import table, take_turns

TITLE = "Steps in a second, eight processes together (setup_notebook: at least 0.9 is the aim)"
SETUP = "from tutorial_helpers import setup_notebook\nsetup_notebook()\n"


def rows(quick):
    """Let the class of lesson 07 train under several settings, and yield the lines."""
    lesson = from_lesson("student")
    student, setup = lesson.student, SETUP + lesson.student
    n_students, rounds = (2, 1) if quick else (8, 4)

    def steps_together(code, threads=None):
        lesson.student = code
        students = lesson.run_class(n_students, threads)
        return sum(int(steps) for steps, *_ in students)

    works = {
        "torch's default": lambda: steps_together(student),
        "OMP_NUM_THREADS=1": lambda: steps_together(student, threads=1),
        "setup_notebook()": lambda: steps_together(setup),
    }
    yield from table(take_turns(works, rounds), ("OMP_NUM_THREADS=1",), write="{:,.0f}".format)
