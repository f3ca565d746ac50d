"""Lesson 00 against the same program written without the course's helpers."""

import pytest
import torch

from lessons import ROOT
from oracles import drawn_from_seed, train_by_sgd

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "00_whole_program.py"


def test_trains_as_torch_optim_does(lesson):
    x, y = drawn_from_seed(1, (64, 1000), (64, 10))
    losses, _ = train_by_sgd(x, y, lr=1e-4)
    assert lesson.losses == pytest.approx(losses, rel=1e-3)


def test_solution_1_is_the_first_step_below_1(answers):
    below = [loss < 1 for loss in answers.losses]
    first_step = answers.first_step_below_1(answers.losses)
    assert not any(below[:first_step])
    assert below[first_step]


def test_solution_2_is_the_sum_of_the_squares(answers):
    y_pred, y = torch.zeros_like(answers.y), answers.y
    loss_of_zero = answers.sum_of_squares(y_pred, y)
    torch.testing.assert_close(loss_of_zero, torch.linalg.vector_norm(y).square())
    assert loss_of_zero < answers.losses[0], "the words of the solution say so"
