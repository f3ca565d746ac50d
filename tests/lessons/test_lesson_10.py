"""Lesson 10: each loop against torch.optim.SGD, and what no cell can compare."""

import os

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from lessons import ROOT
from observing import observe
from oracles import drawn_from_seed, train_by_sgd
from tutorial_helpers import quiet_profile

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "10_speed.py"

LOOPS = ["plain", "without_item", "printing", "in_place", "same_buffers", "by_hand", "merged"]
LOOPS += ["with_sgd", "with_compile"]


@pytest.mark.parametrize("name", LOOPS)
@pytest.mark.parametrize(("n", "learning_rate"), [(64, 1e-4), (7, 3e-5)])
def test_each_loop_is_gradient_descent(lesson, monkeypatch, name, n, learning_rate):
    monkeypatch.setitem(lesson.with_compile.__globals__, "compiled_loss", uncompiled(lesson))
    x, y = drawn_from_seed(n, (n, 1000), (n, 10))
    expected, by_sgd = train_by_sgd(x, y, steps=20, lr=learning_rate)
    model = lesson.make_model()
    losses = getattr(lesson, name)(model, x, y, 20, learning_rate)
    torch.testing.assert_close(torch.as_tensor(losses), torch.tensor(expected), rtol=1e-5, atol=0)
    for param, wanted in zip(model.parameters(), by_sgd.parameters(), strict=True):
        torch.testing.assert_close(param, wanted, rtol=1e-5, atol=1e-7)


def uncompiled(lesson):
    return lambda model, x, y: lesson.loss_fn(model(x), y)


def test_the_profiled_loop_is_the_plain_one_with_names(lesson):
    models = [lesson.make_model(), lesson.make_model()]
    lesson.plain(models[0], lesson.x, lesson.y, 5)
    lesson.named_parts(models[1], lesson.x, lesson.y, 5)
    for a, b in zip(*(model.parameters() for model in models), strict=True):
        assert torch.equal(a, b)


def test_the_limit_is_the_products_of_a_step_and_changes_nothing(lesson):
    model = lesson.make_model()
    with FlopCounterMode(display=False) as counter:
        lesson.products(model, lesson.x, lesson.y, 3)
    assert counter.get_total_flops() == 3 * lesson.flops
    for param, start in zip(model.parameters(), lesson.make_model().parameters(), strict=True):
        assert torch.equal(param, start)


def test_the_last_rung_has_the_five_products_of_the_limit(lesson):
    with quiet_profile() as profiler:
        lesson.merged(lesson.make_model(), lesson.x, lesson.y, 3)
    counts = {event.key: event.count / 3 for event in profiler.key_averages()}
    names = ("aten::addmm", "aten::addmm_", "aten::mm")
    assert [counts[name] for name in names] == [2, 2, 1]


def test_check_refuses_other_losses(lesson):
    def slower(*arguments):
        return lesson.plain(*arguments, learning_rate=1.01e-4)

    with pytest.raises(AssertionError, match="not close"):
        lesson.check("slower", slower)


def test_measure_alternates_and_takes_the_median(lesson, monkeypatch):
    clock, order = [0.0], []

    def loop(name, durations):
        durations = iter(durations)

        def run(model, x, y, steps):
            assert steps == 2
            order.append(name)
            clock[0] += next(durations)

        return run

    monkeypatch.setattr(lesson.time, "perf_counter", lambda: clock[0])
    loops = {"a": loop("a", [9, 2, 4]), "b": loop("b", [6, 8, 90])}
    x = torch.zeros(1)
    assert lesson.measure(loops, x, x, steps=2, repeats=3) == {"a": 2, "b": 4}
    assert order == ["a", "b"] * 3


@pytest.mark.parametrize(("chosen", "threads"), [(None, ""), (1, "1"), (3, "3")])
def test_students_get_the_threads_that_were_asked_for(lesson, monkeypatch, chosen, threads):
    code = (
        "import os, sys\nprint('ready', flush=True)\nsys.stdin.readline()\n"
        "print(os.environ.get('OMP_NUM_THREADS', ''))"
    )
    monkeypatch.setitem(lesson.run_class.__globals__, "student", code)
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    expected = [threads] if threads else []
    assert lesson.run_class(2, chosen) == [expected] * 2
    assert os.environ["OMP_NUM_THREADS"] == "7"


def test_the_cells_for_a_gpu_run_with_one(monkeypatch):
    waited = []
    monkeypatch.setattr(torch.accelerator, "is_available", lambda: True)
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda: torch.device("cpu"))
    monkeypatch.setattr(torch.accelerator, "synchronize", lambda: waited.append(True))
    run = observe(SCRIPT)
    assert run.names["has_gpu"]
    assert len(waited) == 2
    run.names["finished"](run.names["make_model"](), run.names["x"], run.names["y"], 1)
    assert len(waited) == 3


def test_answers(answers):
    assert answers.step_flops(64, 1000, 100, 50, 10) == 27_712_000
    assert answers.steps_to_earn_back(8, 0.75, 0.5) == 32
