"""Two processes with DistributedDataParallel against one, as their lesson claims."""

import contextlib
import io
import statistics
import tempfile
import time
from pathlib import Path

import torch

from benchmarks.lesson import from_lesson
from benchmarks.timing import fact, one_thread, table, take_turns
from tutorial_helpers import make_random_data, torchrun, train

TITLE = "Two processes with DistributedDataParallel (wall time of a step, one thread each)"
SCRIPT = Path(__file__).parents[1] / "notebooks" / "train_with_ddp.py"
SIZES = (64, 256, 1024, 2048, 4096, 16_384)


def rows(quick):
    """Measure one and two processes in turn for each size, and yield the lines."""
    lesson = from_lesson()
    for size in SIZES[:1] if quick else SIZES:
        steps = 5 if quick else max(10, 20_480 // size)
        works = {
            "one process": lambda size=size, steps=steps: one_process(lesson, size, steps),
            "two processes": lambda size=size, steps=steps: two_processes(size, steps),
        }
        yield f"  N = {size:,}"
        with one_thread():
            yield from table(take_turns(works, 1 if quick else 5), ("one process",))
    yield from agreement(lesson, 20 if quick else 500)


def one_process(lesson, size, steps):
    """Return the median time of a step in this process."""
    x, y = make_random_data(size, 1000, 10, generator=torch.Generator().manual_seed(1))
    model, times = lesson.make_model(), []
    for _ in range(steps):
        start = time.perf_counter()
        train(model, lesson.loss_fn, x, y, learning_rate=1e-4 * 64 / size, steps=1)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def two_processes(size, steps):
    """Return the median time of a step of the lesson's script."""
    return statistics.median(run(size, steps)["seconds"])


def run(size, steps, *options):
    """Run the lesson's script on two processes, and return what it saves."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        file = Path(folder, "runs.pt")
        torchrun(SCRIPT, "--batch-sizes", size, "--steps", steps, *options, "--save", file)
        return torch.load(file)[size]


def agreement(lesson, steps):
    """Yield how far two processes are from one, with the right factor and without."""
    model = lesson.make_model()
    losses = train(model, lesson.loss_fn, lesson.x, lesson.y, learning_rate=1e-4, steps=steps)
    two, unscaled = run(64, steps), run(64, steps, "--unscaled")
    for n in sorted({min(steps, 100), steps}):
        yield fact(f"losses, {n} steps, relative", f"{farthest(two['losses'][:n], losses):.1e}")
    apart = [
        (two["parameters"][name] - param).abs().max().item()
        for name, param in model.state_dict().items()
    ]
    yield fact("parameters at the end", f"{max(apart):.1e}")
    yield fact("unscaled, last loss / right", f"{unscaled['losses'][-1] / losses[-1]:.0f}")


def farthest(losses, expected):
    """Return the largest relative difference."""
    return max(abs(a / b - 1) for a, b in zip(losses, expected, strict=False))
