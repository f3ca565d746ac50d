"""Lesson 04 against torch.autograd and torch.func, on other data as well."""

import pytest
import torch
from torch.nn.functional import l1_loss, linear

from gradients import assert_equal_gradients, gradients_by_autograd, loss_by_torch, problem
from lessons import ROOT

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "04_backward_pass.py"
SIZES = [(1, 1, 1, 1), (4, 3, 5, 2), (64, 1000, 100, 10)]


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


def test_solution_1_gives_what_autograd_gives(answers):
    (_, _, w2, b2), _, y = problem(4, 3, 5, 2)
    h = torch.rand(4, 5, dtype=torch.float64)
    expected = gradients_by_autograd(
        lambda tensors: l1_loss(linear(h, *tensors), y, reduction="sum"), (w2, b2)
    )
    assert_equal_gradients(answers.second_layer_gradients(h, linear(h, w2, b2), y), expected)
