"""One step of training, written in every way that the lesson on speed knows and some more."""

import functools
import inspect
import os
import tempfile
import time
from unittest import mock

import numpy as np
import torch

from benchmarks.lesson import from_lesson
from benchmarks.timing import CLOCK_NAME, fact, one_thread, seconds, table, take_turns, time_of
from tutorial_helpers import train, training

TITLE = f"One step at N = 64 ({CLOCK_NAME}, one thread)"
LADDER = ("without_item", "printing", "in_place", "same_buffers", "by_hand", "merged")


def rows(quick):
    """Measure all loops in turn, and yield the lines of the table."""
    lesson = from_lesson()
    loops = all_loops(lesson)
    with one_thread():
        if quick:
            yield fact("torch.compile", "left out of a quick run")
        else:
            yield compile_first(lesson, loops)
        loops["products"] = lesson.products
        works = {
            name: functools.partial(time_a_step, lesson, loop, 5 if quick else 20)
            for name, loop in loops.items()
        }
        yield from table(take_turns(works, 2 if quick else 50), ("plain", "products"))


def time_a_step(lesson, loop, steps):
    """Return the time of one step in a loop on a new model."""
    return time_of(loop, lesson.make_model(), lesson.x, lesson.y, steps) / steps


def all_loops(lesson):
    """Return the loops by name; each takes a model, x, y and steps and gives the losses."""
    return {
        "plain": lesson.plain,
        "train": functools.partial(by_train, train, lesson.loss_fn),
        "train, grad = None": functools.partial(by_train, train_with_none(), lesson.loss_fn),
        **{name: getattr(lesson, name) for name in LADDER},
        "numpy, out=": by_numpy,
        "SGD": functools.partial(lesson.with_sgd, foreach=False),
        "SGD, foreach": functools.partial(lesson.with_sgd, foreach=True),
        "SGD, fused": functools.partial(lesson.with_sgd, fused=True),
    }


def by_train(train, loss_fn, model, x, y, steps, learning_rate=1e-4):
    """Call `train`, or a variant of it, as one calls the loops of the lesson."""
    return train(model, loss_fn, x, y, learning_rate=learning_rate, steps=steps)


def train_with_none():
    """Return `train`, changed to clear the gradients without a walk through the modules."""
    faster = "for param in parameters: param.grad = None"
    names = dict(vars(training))
    exec(inspect.getsource(train).replace("model.zero_grad()", faster), names)
    return names["train"]


def by_numpy(model, x, y, steps, learning_rate=1e-4):
    """Train as `by_hand` of the lesson does, in NumPy, on the model's own memory."""
    w1, b1, w2, b2 = (param.detach().numpy() for param in model.parameters())
    x, y = x.numpy(), y.numpy()
    h, error = np.empty((len(x), len(b1)), x.dtype), np.empty_like(y)
    d_h, d_w1, d_w2 = (np.empty_like(array) for array in (h, w1, w2))
    losses = []
    for _ in range(steps):
        np.maximum(np.add(np.matmul(x, w1.T, out=h), b1, out=h), 0, out=h)
        np.subtract(np.add(np.matmul(h, w2.T, out=error), b2, out=error), y, out=error)
        losses.append(float(np.vdot(error, error)))
        error *= 2 * learning_rate
        np.multiply(np.matmul(error, w2, out=d_h), h > 0, out=d_h)
        w2 -= np.matmul(error.T, h, out=d_w2)
        b2 -= error.sum(0)
        w1 -= np.matmul(d_h.T, x, out=d_w1)
        b1 -= d_h.sum(0)
    return losses


def compile_first(lesson, loops):
    """Compile the lesson's loss, add its loop where that works, and return a line on it."""
    start = time.perf_counter()
    # An empty folder: what an earlier run has compiled would be found in the usual one.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            with mock.patch.dict(os.environ, TORCHINDUCTOR_CACHE_DIR=folder):
                lesson.compiled_loss = torch.compile(lesson.loss_of)
                lesson.with_compile(lesson.make_model(), lesson.x, lesson.y, 1)
        except (RuntimeError, UnicodeDecodeError) as error:
            return fact("torch.compile", f"left out, cannot compile: {type(error).__name__}")
    loops["compile"] = lesson.with_compile
    return fact("to compile (wall time)", seconds(time.perf_counter() - start))
