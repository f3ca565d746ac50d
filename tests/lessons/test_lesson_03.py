"""Lesson 03 against torch.nn.functional, torch.func and torch.optim, on other data as well."""

import itertools

import pytest
import torch
from torch import nn
from torch.nn.functional import mse_loss

from gradients import assert_equal_gradients, gradients_by_autograd, loss_by_torch, problem
from lessons import ROOT
from oracles import train_by_sgd

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "03_loss.py"


def test_the_mean_trains_like_the_sum_at_640_times_its_learning_rate(lesson):
    fast, _ = train_by_sgd(lesson.x, lesson.y, lr=1e-4)
    slow, _ = train_by_sgd(lesson.x, lesson.y, lr=1e-4 / 640)
    for losses, factor, expected in (
        (lesson.losses_sum, 1, fast),
        (lesson.losses_640, 640, fast),
        (lesson.losses_mean, 640, slow),
    ):
        assert [factor * loss for loss in losses] == pytest.approx(expected, rel=1e-3)


def test_the_slope_downhill_is_minus_the_norm_of_the_gradient(lesson):
    x, y = lesson.x.double(), lesson.y.double()
    gradients = torch.func.grad(loss_by_torch)(lesson.parameters, x, y)
    norm = nn.utils.parameters_to_vector(gradients).norm().item()
    ahead, behind = (lesson.loss_along(lesson.downhill, a) for a in (1e-6, -1e-6))
    assert lesson.slope == pytest.approx(-norm, rel=1e-9)
    assert (ahead - behind) / 2e-6 == pytest.approx(-norm, rel=1e-5)
    rise = lesson.loss_along(lesson.anywhere, 1e-3) - lesson.loss_along(lesson.anywhere, 0)
    assert abs(rise / 1e-3) < 0.01 * norm, "a random direction is almost level"


def test_the_tangent_holds_for_one_step_and_far_away_the_loss_grows_again(lesson):
    after_a_step = lesson.loss_along(lesson.downhill, lesson.step_length)
    assert after_a_step == pytest.approx(lesson.losses_sum[1], rel=1e-5)
    assert lesson.start + lesson.slope * lesson.step_length == pytest.approx(after_a_step, rel=0.01)
    downhill = [lesson.loss_along(lesson.downhill, a) for a in lesson.distances]
    lowest = downhill.index(min(downhill))
    assert all(before < after for before, after in itertools.pairwise(downhill[lowest:]))
    assert downhill[-1] > 2 * downhill[lowest]


def test_solution_1_is_the_sum_over_the_number_of_samples(answers):
    y_pred, y = torch.randn(2, 5, 3)
    expected = mse_loss(y_pred, y, reduction="sum") / 5
    torch.testing.assert_close(answers.mean_over_samples(y_pred, y), expected)


def test_solution_2_trains_as_the_sum_does(answers):
    def mean_over_samples(y_pred, y):
        return mse_loss(y_pred, y, reduction="sum") / 64

    rate = answers.rate_over_samples(1e-4, answers.y)
    losses, _ = train_by_sgd(answers.x, answers.y, loss_fn=mean_over_samples, lr=rate)
    assert [64 * loss for loss in losses] == pytest.approx(answers.losses_sum, rel=1e-3)


@pytest.mark.parametrize(("n", "d_out"), [(3, 7), (20, 2)])
def test_solution_2_makes_steps_of_the_same_length_with_any_number_of_samples(answers, n, d_out):
    parameters, x, y = problem(n, 4, 5, d_out)
    of_sum, of_mean = (
        gradients_by_autograd(lambda tensors, f=f: loss_by_torch(tensors, x, y) / f, parameters)
        for f in (1, n)
    )
    rate = answers.rate_over_samples(0.01, y)
    assert_equal_gradients([rate * g for g in of_mean], [0.01 * g for g in of_sum])
