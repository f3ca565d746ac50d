"""The benchmarks: that each part runs, and that its loops do the same. No test looks at a time."""

import inspect
import re
import sys

import pytest
import torch

from benchmarks import __main__ as main
from benchmarks import imports, progress_bars, steps, timing
from benchmarks.lesson import from_lesson

LOOPS = steps.all_loops(from_lesson())
STEPS = 50


@pytest.fixture(scope="module")
def lesson():
    with timing.one_thread():
        yield from_lesson()


@pytest.fixture(scope="module")
def trained(lesson):
    """Return a function that trains a new model in a loop; it gives the losses and parameters."""

    def train(loop):
        model = lesson.make_model()
        losses = torch.as_tensor(loop(model, lesson.x, lesson.y, STEPS))
        return losses, [*model.parameters()]

    return train


@pytest.fixture(scope="module")
def expected(lesson, trained):
    return trained(lesson.plain)


def assert_trains_alike(results, expected):
    torch.testing.assert_close(results[0], expected[0], rtol=1e-3, atol=0, check_dtype=False)
    torch.testing.assert_close(results[1], expected[1], rtol=0, atol=1e-5)


@pytest.mark.parametrize("name", LOOPS)
def test_every_loop_trains_as_the_bare_loop_does(name, trained, expected):
    assert_trains_alike(trained(LOOPS[name]), expected)


@pytest.mark.release
def test_the_compiled_loop_trains_as_the_bare_loop_does(lesson, trained, expected):
    loops = {}
    said = steps.compile_first(lesson, loops)
    if not loops:
        pytest.skip(said)
    assert_trains_alike(trained(loops["compile"]), expected)


def test_every_loop_of_the_lesson_is_measured(lesson):
    given = ["model", "x", "y", "steps", "learning_rate"]
    of_lesson = {
        name
        for name, value in vars(lesson).items()
        if inspect.isfunction(value) and [*inspect.signature(value).parameters][:5] == given
    }
    not_timed = {"named_parts"}  # for the profiler
    by_options = {"with_sgd", "with_compile"}
    assert of_lesson - not_timed - by_options == {"plain", *steps.LADDER}


ROWS = {
    "steps": [*LOOPS, "products"],
    "batches": ["N = 64", "N = 256", "plain", "train", "merged", "products"],
    "progress_bars": ["plain", "with progress(…)", "plain sends", "with progress(…) sends"],
    "imports": [
        *("torch, pyplot", "torch, pyplot, helpers", "the helpers add", "the first SGD adds"),
        *("kernel start to first plot", "kernel after 500 steps"),
        *(["of two kernels, one"] if sys.platform == "linux" else []),
    ],
    "eight_processes": ["torch's default", "OMP_NUM_THREADS=1", "setup_notebook()"],
    "processes": [
        *("N = 64", "one process", "two processes", "losses, 20 steps, relative"),
        *("parameters at the end", "unscaled, last loss / right"),
    ],
}
IN_ONE_PROCESS = ("steps", "batches")


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(part, marks=[] if part in IN_ONE_PROCESS else pytest.mark.release)
        for part in main.PARTS
    ],
)
def test_a_quick_run_prints_every_row(part, capsys):
    main.main([part, "--quick"])
    said = capsys.readouterr().out
    assert f"torch {torch.__version__}" in said
    assert f"\n{part}: {main.PARTS[part].TITLE}\n" in said
    for row in ROWS[part]:
        assert re.search(rf"(?m)^  {re.escape(row)}(  .*\d|$)", said), row


@pytest.mark.release
def test_the_bar_is_on_in_one_of_the_two_loops():
    *_, without, with_bar = progress_bars.rows(quick=True)
    n_messages = [int(re.search(r"(\d+) messages", row)[1]) for row in (without, with_bar)]
    assert n_messages[0] < 10 < n_messages[1]


BY_HAND = """
import json, sys, torch
before = set(sys.modules)

from tutorial_helpers import make_random_data, train
added = {name.partition(".")[0] for name in set(sys.modules) - before}

x, y = make_random_data(64, 1000, 10, generator=torch.Generator().manual_seed(1))
model = torch.nn.Sequential(torch.nn.Linear(1000, 100), torch.nn.ReLU(), torch.nn.Linear(100, 10))
train(model, torch.nn.MSELoss(reduction="sum"), x, y, learning_rate=1e-4, steps=2)
print(json.dumps([sorted(added - sys.stdlib_module_names), "torch._dynamo" in sys.modules]))
"""


def test_training_by_hand_loads_neither_matplotlib_nor_the_compiler():
    added, compiler_is_loaded = imports.in_fresh_process(BY_HAND)
    # With "torch" among them, the helpers have loaded a part of it that it leaves out itself.
    assert set(added) <= {"tutorial_helpers", "tqdm", "platformdirs"}
    assert not compiler_is_loaded
