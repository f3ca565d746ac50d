"""Many processes that train at the same time, as students on one server do."""

import functools

from benchmarks.lesson import from_lesson
from benchmarks.timing import table, take_turns

TITLE = "Eight processes together (the aim for setup_notebook: at least 0.9)"
SETUP = "from tutorial_helpers import setup_notebook\nsetup_notebook()\n"


def rows(quick):
    """Let a class train under several settings, and yield the lines."""
    lesson = from_lesson("student")
    n_students, length = (2, 0.5) if quick else (8, 3)
    student = time_student(lesson.student, length)
    together = functools.partial(steps_together, lesson, n_students, length)
    works = {
        "torch's default": functools.partial(together, student),
        "OMP_NUM_THREADS=1": functools.partial(together, student, threads=1),
        "setup_notebook()": functools.partial(together, SETUP + student),
    }
    measured = take_turns(works, 1 if quick else 5)
    # The second is the one to trust where other programs run, too.
    for place, unit in enumerate(("a second", "a second of CPU time")):
        yield f"  Steps in {unit}"
        values = {name: [both[place] for both in pairs] for name, pairs in measured.items()}
        yield from table(values, ("OMP_NUM_THREADS=1",), write="{:,.0f}".format)


def time_student(code, length):
    """Let a student train for `length` seconds and print the CPU time of that."""
    clocks = f"cpu, end = time.process_time(), time.perf_counter() + {length}"
    return (
        code.replace("end = time.perf_counter() + 1", clocks) + "print(time.process_time() - cpu)\n"
    )


def steps_together(lesson, n_students, length, student, threads=None):
    """Return how many steps all do in a second, and in a second of CPU time."""
    lesson.student = student
    students = lesson.run_class(n_students, threads)
    steps = sum(int(n_losses) for n_losses, *_ in students)
    return steps / length, steps / sum(float(cpu) for *_, cpu in students)
