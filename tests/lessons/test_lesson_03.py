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


def test_the_fewest_entries_with_half_of_the_loss(lesson):
    squares = mse_loss(lesson.y_pred, lesson.y, reduction="none").detach().flatten()
    total = squares.sum()
    most = squares.topk(lesson.for_half).values.sum()
    assert most - squares.topk(lesson.for_half).values[-1] < total / 2 <= most


def test_only_the_trapped_model_learns_the_mean(lesson):
    assert lesson.y_trapped.std() < 1e-4
    assert lesson.y_trapped.mean().item() == pytest.approx(lesson.y_flat.mean().item(), abs=1e-4)
    variance = lesson.y_flat.var(correction=0).item()
    assert lesson.losses_trapped[-1] == pytest.approx(variance, rel=1e-4)
    torch.testing.assert_close(lesson.y_right, lesson.y_flat, rtol=0, atol=1e-3)


def test_the_slope_downhill_is_minus_the_norm_of_the_gradient(lesson):
    x, y = lesson.x.double(), lesson.y.double()
    parameters = [param.detach().double() for param in lesson.make_model().parameters()]
    gradients = torch.func.grad(loss_by_torch)(parameters, x, y)
    norm = nn.utils.parameters_to_vector(gradients).norm().item()
    ahead, behind = (lesson.loss_along(lesson.downhill, a) for a in (1e-2, -1e-2))
    assert lesson.slope == pytest.approx(-norm, rel=1e-5)
    assert (ahead - behind) / 2e-2 == pytest.approx(-norm, rel=1e-2)
    rise = lesson.loss_along(lesson.anywhere, 1e-2) - lesson.loss_along(lesson.anywhere, 0)
    assert abs(rise / 1e-2) < 0.01 * norm, "a random direction is almost level"


def test_the_tangent_holds_for_one_step_and_far_away_the_loss_grows_again(lesson):
    after_a_step = lesson.loss_along(lesson.downhill, lesson.step_length)
    assert after_a_step == pytest.approx(lesson.losses_sum[1], rel=1e-5)
    tangent = lesson.loss_at_start + lesson.slope * lesson.step_length
    assert tangent == pytest.approx(after_a_step, rel=0.01)
    downhill = [lesson.loss_along(lesson.downhill, a) for a in lesson.distances]
    lowest = downhill.index(min(downhill))
    assert all(before < after for before, after in itertools.pairwise(downhill[lowest:]))
    assert downhill[-1] > 2 * downhill[lowest]


def test_random_directions_are_the_less_aligned_the_more_dimensions_there_are(lesson):
    spreads = [torch.tensor(cosines).square().mean().item() for cosines in lesson.cosines]
    for spread, dimensions in zip(spreads, (2, 100, 101110), strict=True):
        assert spread == pytest.approx(1 / dimensions, rel=0.2)


def test_the_landscape_is_the_loss_in_two_directions(lesson):
    rows = [lesson.upward.index(0.0), lesson.across.index(0.0)]
    assert lesson.lay[rows[0]][rows[1]] == pytest.approx(lesson.losses_sum[0], rel=1e-5)
    at_1 = lesson.loss_along(lesson.downhill, 1)
    assert lesson.lay[rows[0]][lesson.across.index(1.0)] == pytest.approx(at_1, rel=1e-5)


def test_solution_1_is_the_sum_and_refuses_other_shapes(answers):
    y_pred, y = torch.randn(2, 5, 3)
    expected = mse_loss(y_pred, y, reduction="sum")
    torch.testing.assert_close(answers.strict_loss(y_pred, y), expected)
    with pytest.raises(ValueError, match="shapes"):
        answers.strict_loss(y_pred[:, :1], y[:, 0])


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


def test_solution_3_measures_the_inner_product_with_the_gradient(answers):
    found = answers.slope_along(answers.loss_at, answers.start, 3 * answers.downhill)
    assert found == pytest.approx(answers.slope, rel=0.01)
