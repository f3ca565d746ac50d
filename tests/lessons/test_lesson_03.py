"""Lesson 03 against torch.autograd, torch.func and torch.optim, on other data as well."""

import itertools

import pytest
import torch
from torch import nn
from torch.nn.functional import l1_loss, linear, mse_loss, relu

from lessons import ROOT
from oracles import train_by_sgd

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "03_loss.py"
SIZES = [(1, 1, 1, 1), (4, 3, 5, 2), (64, 1000, 100, 10)]


def problem(n, d_in, h, d_out, seed=0):
    """Return parameters as `nn.Linear` holds them, and x and y, all in float64."""
    torch.manual_seed(seed)
    shapes = [(h, d_in), (h,), (d_out, h), (d_out,), (n, d_in), (n, d_out)]
    *parameters, x, y = (torch.randn(shape, dtype=torch.float64) for shape in shapes)
    return parameters, x, y


def predict(parameters, x):
    w1, b1, w2, b2 = parameters
    return linear(relu(linear(x, w1, b1)), w2, b2)


def loss_by_torch(parameters, x, y):
    return mse_loss(predict(parameters, x), y, reduction="sum")


def gradients_by_autograd(loss, tensors):
    tensors = [tensor.detach().requires_grad_() for tensor in tensors]
    return torch.autograd.grad(loss(tensors), tensors)


def assert_equal_gradients(gradients, expected):
    for gradient, other in zip(gradients, expected, strict=True):
        largest = other.abs().max().item()
        torch.testing.assert_close(gradient, other, rtol=0, atol=1e-12 * largest)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("seed", [1, 2])
def test_formulas_give_what_torch_gives(lesson, sizes, seed):
    parameters, x, y = problem(*sizes, seed)
    gradients = lesson.gradients_by_formula(parameters, x, y)
    assert_equal_gradients(gradients, torch.func.grad(loss_by_torch)(parameters, x, y))


def test_finite_differences_reach_each_entry_with_large_steps_where_no_relu_bends(lesson):
    parameters, x, y = problem(4, 3, 5, 2)
    before = [param.clone() for param in parameters]
    expected = torch.func.grad(loss_by_torch)(parameters, x, y)
    for k, eps in ((0, 1e-6), (1, 1e-6), (2, 1e-6), (3, 1e-6), (2, 0.5), (3, 0.5)):
        for i, entry in enumerate(expected[k].flatten()):
            difference = lesson.finite_difference(parameters, x, y, k, i, eps)
            torch.testing.assert_close(difference, entry, rtol=1e-7, atol=1e-7)
    assert all(map(torch.equal, parameters, before)), "nothing has moved in the end"


def test_1e_6_lies_where_finite_differences_are_good_and_both_sides_are_better(lesson):
    both, one = (
        dict(zip(lesson.eps_values, map(float, errors), strict=True))
        for errors in (lesson.both_sides, lesson.one_side)
    )
    for errors in (both, one):
        assert errors[1e-6] < 1e-3 * min(errors[1e-1], errors[1e-12])
    for eps in (1e-1, 1e-2, 1e-4, 1e-5, 1e-6):  # at 1e-3, a ReLU bends within reach
        assert both[eps] < one[eps]


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


def test_solution_3_gives_what_autograd_gives(answers):
    (_, _, w2, b2), _, y = problem(4, 3, 5, 2)
    h = torch.rand(4, 5, dtype=torch.float64)
    expected = gradients_by_autograd(
        lambda tensors: l1_loss(linear(h, *tensors), y, reduction="sum"), (w2, b2)
    )
    assert_equal_gradients(answers.second_layer_gradients(h, linear(h, w2, b2), y), expected)
