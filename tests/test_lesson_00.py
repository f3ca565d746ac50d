"""Lesson 00 against the same program written without the course's helpers."""

import io
import itertools
import re

import pytest
import torch
from conftest import ROOT, read_notebook
from lesson_runs import run_lesson

SCRIPT = ROOT / "notebooks" / "00_whole_program.py"


@pytest.fixture(scope="module")
def run():
    return run_lesson(SCRIPT)


@pytest.fixture(scope="module")
def names(run):
    """Return the lesson's variables after its run and after its solutions."""
    names = run.names
    for cell in read_notebook(SCRIPT).cells:
        if cell.metadata.get("tags") == ["solution"]:
            exec(re.search(r"```python\n(.*?)```", cell.source, re.DOTALL)[1], names)
    return names


def test_trains_as_torch_optim_does(names):
    generator = torch.Generator().manual_seed(1)
    x = torch.randn(64, 1000, generator=generator)
    y = torch.randn(64, 10, generator=generator)
    torch.manual_seed(2)
    hidden, out = torch.nn.Linear(1000, 100), torch.nn.Linear(100, 10)
    optimizer = torch.optim.SGD([*hidden.parameters(), *out.parameters()], lr=1e-4)
    losses = []
    for _ in range(500):
        loss = (out(hidden(x).clamp(min=0)) - y).square().sum()
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    torch.testing.assert_close(
        torch.tensor(names["losses"]), torch.tensor(losses), rtol=1e-3, atol=0
    )


def test_solution_1_is_the_first_step_below_1(names):
    below = [loss < 1 for loss in names["losses"]]
    assert not any(below[: names["first_step"]])
    assert below[names["first_step"]]


def test_solution_2_is_the_sum_of_the_squared_targets(names):
    assert names["loss_of_zero"] == pytest.approx(names["y"].square().sum().item(), rel=1e-6)
    assert names["loss_of_zero"] < names["losses"][0], "the words of the solution say so"


def test_from_one_horizontal_line_to_the_next_the_loss_falls_to_a_tenth(run):
    (figure,) = run.figures
    figure.savefig(io.BytesIO())
    (ax,) = figure.axes
    low, high = ax.get_ylim()
    lines = [tick for tick in ax.yaxis.get_major_ticks() if low <= tick.get_loc() <= high]
    assert all(tick.gridline.get_visible() for tick in lines)
    places = [tick.get_loc() for tick in lines]
    assert [b / a for a, b in itertools.pairwise(places)] == pytest.approx([10] * (len(lines) - 1))
