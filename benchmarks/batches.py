"""What the loops cost as the batch grows and the matrix products with it."""

import functools

import torch

from benchmarks.lesson import from_lesson
from benchmarks.steps import by_train
from benchmarks.timing import CLOCK_NAME, one_thread, table, take_turns, time_of
from tutorial_helpers import make_random_data, train

TITLE = f"Batch sizes ({CLOCK_NAME} of a step, one thread)"
SIZES = (64, 256, 1024, 4096, 16_384, 65_536)


def rows(quick):
    """Measure some loops in turn for each size, and yield the lines of the table."""
    lesson = from_lesson()
    for size in SIZES[:2] if quick else SIZES:
        yield f"  N = {size:,}"
        with one_thread():
            rounds = 2 if quick else 30 if size <= 1024 else 7
            yield from table(measure(lesson, size, rounds), ("plain", "products"))


def measure(lesson, size, rounds):
    """Return the times of a step for one batch size."""
    generator = torch.Generator().manual_seed(1)
    x, y = make_random_data(size, lesson.D_in, lesson.D_out, generator=generator)
    steps = max(3, 1280 // size)
    learning_rate = 1e-4 * 64 / size
    loops = {
        "plain": functools.partial(lesson.plain, learning_rate=learning_rate),
        "train": functools.partial(by_train, train, lesson.loss_fn, learning_rate=learning_rate),
        "merged": functools.partial(lesson.merged, learning_rate=learning_rate),
        "products": lesson.products,
    }

    def time_a_step(loop):
        return time_of(loop, lesson.make_model(), x, y, steps) / steps

    works = {name: functools.partial(time_a_step, loop) for name, loop in loops.items()}
    return take_turns(works, rounds)
