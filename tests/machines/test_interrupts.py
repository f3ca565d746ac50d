"""Cells that a reader stops: what they leave behind, and how the lesson goes on."""

import shutil

import psutil
import pytest

from kernels import open_lesson, texts_of
from lessons import ROOT, lesson_named
from waiting import wait_until

pytestmark = pytest.mark.release

TELL = """
def told(y_pred, y, tell=[print]):
    if tell:
        tell.pop()("training")
    return loss_fn(y_pred, y)


"""


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the notebooks' folder, whose name no other process has."""
    return shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")


@pytest.fixture
def lesson(request, folder):
    """Open a lesson in a kernel, by its name."""
    with open_lesson(lesson_named(request.param), folder) as lesson:
        yield lesson


def runs_first_cells_of(name):
    return pytest.mark.parametrize("lesson", [name], indirect=True, ids=[lesson_named(name).stem])


def edited(lesson, words, *changes):
    """Run the cells above the one with some words; return it as a reader has changed it."""
    place = lesson.cell_with(words)
    assert lesson.differences(place) == []
    source = lesson.cells[place].source
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    return source


def was_interrupted(outputs):
    return outputs[-1].output_type == "error" and outputs[-1].ename == "KeyboardInterrupt"


def assert_goes_on(lesson):
    bars = lesson.run("from tqdm import tqdm; print(len(tqdm._instances), torch.is_grad_enabled())")
    assert texts_of(bars) == "0 True\n"


@runs_first_cells_of("whole_program")
def test_a_bare_loop_can_be_interrupted(lesson):
    loop = edited(
        lesson,
        "for t in range(500)",
        ("range(500)", "range(10**9)"),
        ("    y_pred =", "    if t == 3:\n        print('training')\n    y_pred ="),
    )
    assert was_interrupted(lesson.interrupt(loop, lambda said: "training" in said))
    assert_goes_on(lesson)
    assert lesson.differences() == []
    lesson.restart()
    assert lesson.differences() == []


@runs_first_cells_of("update_loop")
def test_a_loop_with_a_bar_can_be_interrupted(lesson):
    loop = edited(
        lesson,
        "in progress([",
        ("progress([", "progress(10_000 * ["),
        (":\n    ", ":\n    print('training', end='', flush=True)\n    "),
    )
    outputs = lesson.interrupt(loop, lambda said: "training" in said)
    assert was_interrupted(outputs)
    assert "".join(output.get("text", "") for output in outputs).endswith("\n"), "no line is open"
    assert_goes_on(lesson)
    assert lesson.differences() == []


@runs_first_cells_of("many_processes")
def test_train_and_torchrun_can_be_interrupted(lesson, folder):
    call = edited(
        lesson, "losses = train(", ("model, loss_fn", "model, told"), ("steps=500", "steps=10**9")
    )
    assert was_interrupted(lesson.interrupt(TELL + call, lambda said: "training" in said))
    assert_goes_on(lesson)

    two = edited(lesson, "two = run()", ("run()", 'run("--steps", "1000000")'))

    def both_run(said):
        if "$ torchrun" not in said:
            return False
        wait_until(lambda: len(processes_of(folder)) == 3, 300)
        return True

    assert was_interrupted(lesson.interrupt(two, both_run))
    assert processes_of(folder) == []
    assert_goes_on(lesson)

    lesson.client.execute(two)
    wait_until(lambda: len(processes_of(folder)) == 3, 300)
    lesson.restart()
    assert processes_of(folder) == []
    assert lesson.differences(lesson.cell_with('print("two processes') + 1) == []


def processes_of(folder):
    """Return torchrun and the processes that it has started in a folder."""
    script = str(folder / "train_with_ddp.py")
    found = psutil.process_iter(["cmdline"])
    return [process for process in found if script in (process.info["cmdline"] or [])]
