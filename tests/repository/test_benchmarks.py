"""The benchmarks: that they measure what they name. No test looks at a time."""

import contextlib
import functools
import inspect
import re
import sys
from types import SimpleNamespace

import pytest
import torch

from benchmarks import __main__ as main
from benchmarks import bars, imports, processes, steps, timing
from benchmarks.lesson import LESSON, from_lesson

LOOPS = steps.all_loops(from_lesson())
STEPS = 50


@pytest.fixture(scope="module")
def lesson():
    with timing.one_thread():
        yield from_lesson()


@pytest.fixture(scope="module")
def expected(lesson):
    """Return the losses of the bare loop, and the model after them."""
    model = lesson.make_model()
    return lesson.plain(model, lesson.x, lesson.y, STEPS), model


def assert_trains_alike(loop, lesson, expected):
    losses, other = expected
    model = lesson.make_model()
    computed = torch.as_tensor(loop(model, lesson.x, lesson.y, STEPS))
    torch.testing.assert_close(computed, torch.tensor(losses), rtol=1e-3, atol=0)
    for param, other_param in zip(model.parameters(), other.parameters(), strict=True):
        torch.testing.assert_close(param, other_param, rtol=0, atol=1e-5)


@pytest.mark.parametrize("name", LOOPS)
def test_every_loop_trains_as_the_bare_loop_does(name, lesson, expected):
    assert_trains_alike(LOOPS[name], lesson, expected)


@pytest.mark.release
def test_the_compiled_loop_trains_as_the_bare_loop_does(expected):
    lesson, loops = from_lesson(), {}
    said = steps.compile_first(lesson, loops)
    if not loops:
        pytest.skip(said)
    assert_trains_alike(loops["compile"], lesson, expected)


WRONG = {
    "rate": functools.partial(LOOPS["plain"], learning_rate=1.01e-4),
    "numpy rate": functools.partial(LOOPS["numpy, out="], learning_rate=0.99e-4),
    "late": lambda *given: [0.0, *LOOPS["plain"](*given)[:-1]],
    "copy": lambda model, *given: LOOPS["merged"](from_lesson().make_model(), *given),
}


@pytest.mark.parametrize("loop", WRONG.values(), ids=WRONG)
def test_a_wrong_loop_is_seen(loop, lesson, expected):
    with pytest.raises(AssertionError):
        assert_trains_alike(loop, lesson, expected)


@pytest.mark.parametrize("name", ["train", "train, grad = None"])
def test_train_does_bit_for_bit_what_the_bare_loop_does(name, lesson, expected):
    losses, other = expected
    model = lesson.make_model()
    assert LOOPS[name](model, lesson.x, lesson.y, STEPS) == losses
    for param, other_param in zip(model.parameters(), other.parameters(), strict=True):
        assert torch.equal(param, other_param)


@pytest.mark.parametrize(("name", "calls"), [("train", 3), ("train, grad = None", 0)])
def test_the_variant_of_train_clears_the_gradients_itself(name, calls, lesson, monkeypatch):
    noted = []
    model = lesson.make_model()
    monkeypatch.setattr(model, "zero_grad", lambda: noted.append(1))
    LOOPS[name](model, lesson.x, lesson.y, 3)
    assert len(noted) == calls


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


def test_nothing_else_of_the_lesson_runs(capsys):
    names = vars(from_lesson())
    assert capsys.readouterr() == ("", "")
    assert not {"losses", "loops", "seconds", "compiled_loss"} & set(names)
    assert inspect.getsource(names["plain"]) in LESSON.read_text(encoding="utf-8")


@pytest.fixture
def clock(monkeypatch):
    """Let the benchmarks read a clock that moves only when work is done."""
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr(timing, "CLOCK", lambda: clock.now)
    return clock


def test_ratios_are_right_on_a_machine_that_gets_slower_and_slower(clock):
    calls = []

    def work(name, duration):
        calls.append(name)
        clock.now += duration * 1.5 ** ((len(calls) - 1) // 2)

    def measure(name, duration):
        clock.now += 100  # what goes before is not measured
        return timing.time_of(work, name, duration)

    works = {
        "slow": functools.partial(measure, "slow", 3.0),
        "fast": functools.partial(measure, "fast", 2.0),
    }
    measured = timing.take_turns(works, rounds=5)
    assert calls == [*("slow", "fast", "fast", "slow") * 2, "slow", "fast"]
    ratios = timing.paired(measured["slow"], measured["fast"])
    assert ratios == pytest.approx([1.5] * 5)
    _, slow, fast = timing.table(measured, ("fast",))
    assert slow.split() == ["slow", "6.75", "s", "1.50", "(1.50–1.50)"]
    assert fast.split() == ["fast", "4.50", "s", "1"]


def test_torch_has_its_threads_again_afterwards():
    before = torch.get_num_threads()
    with contextlib.suppress(ZeroDivisionError), timing.one_thread():
        assert torch.get_num_threads() == 1
        raise ZeroDivisionError
    assert torch.get_num_threads() == before


@pytest.mark.parametrize(
    "part",
    [
        "steps",
        "batches",
        *(
            pytest.param(part, marks=pytest.mark.release)
            for part in ("bars", "imports", "crowd", "processes")
        ),
    ],
)
def test_a_quick_run_prints_every_row(part, capsys):
    main.main([part, "--quick"])
    said = capsys.readouterr().out
    assert f"torch {torch.__version__}" in said
    assert f"\n{part}: {main.PARTS[part].TITLE}\n" in said
    for row in ROWS[part]:
        assert re.search(rf"(?m)^  {re.escape(row)}(  .*\d|$)", said), row


ROWS = {
    "steps": [*LOOPS, "products"],
    "batches": ["N = 64", "N = 256", "plain", "train", "merged", "products"],
    "bars": ["plain", "with progress(…)", "plain sends", "with progress(…) sends"],
    "imports": [
        *("torch, pyplot", "torch, pyplot, helpers", "the helpers add", "the first SGD adds"),
        *("kernel start to first plot", "kernel after 500 steps"),
        *(["of two kernels, one"] if sys.platform == "linux" else []),
    ],
    "crowd": ["torch's default", "OMP_NUM_THREADS=1", "setup_notebook()"],
    "processes": [
        *("N = 64", "one process", "two processes", "losses, 20 steps, relative"),
        *("parameters at the end", "unscaled, last loss / right"),
    ],
}


@pytest.mark.ci
def test_the_bar_is_on_in_one_of_the_two_loops():
    *_, without, with_bar = bars.rows(quick=True)
    n_messages = [int(re.search(r"(\d+) messages", row)[1]) for row in (without, with_bar)]
    assert n_messages[0] < 10 < n_messages[1]


def test_every_part_has_its_test():
    assert list(ROWS) == list(main.PARTS)


@pytest.mark.parametrize(
    "error", [RuntimeError(), UnicodeDecodeError("cp949", b"", 0, 1, "PyTorch on Korean Windows")]
)
def test_without_a_compiler_a_sentence_says_so(error, lesson):
    def cannot(*_):
        raise error

    names = vars(lesson) | {"with_compile": cannot}
    loops = {}
    assert "cannot compile" in steps.compile_first(SimpleNamespace(**names), loops)
    assert loops == {}


def test_an_unknown_part_is_refused(capsys):
    with pytest.raises(SystemExit):
        main.main(["stepps"])
    assert "no such part: stepps" in capsys.readouterr().err


def test_the_farthest_loss_counts_in_both_directions():
    assert processes.farthest([1.0, 1.5, 2.9], [1.0, 2.0, 3.0]) == 0.25
    assert processes.farthest([1.0, 3.0], [1.0, 2.0, 9.0]) == 0.5


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
    assert set(added) <= {"tutorial_helpers", "tqdm"}
    assert not compiler_is_loaded
