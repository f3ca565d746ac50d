"""Lesson 01 against numpy and against the training loop of torch.optim."""

import inspect

import numpy as np
import pytest
import torch
from torch import nn

from lessons import ROOT
from oracles import drawn_from_seed

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "01_random_data.py"


def correlations_by_numpy(x, y):
    return np.corrcoef(x, y, rowvar=False)[: x.shape[1], x.shape[1] :]


@pytest.mark.parametrize("n", [3, 64])
def test_correlations_are_those_of_numpy(lesson, n):
    x, y = (tensor.numpy() for tensor in drawn_from_seed(0, (n, 5), (n, 7)))
    r = lesson.correlations(torch.from_numpy(10 + 3 * x), torch.from_numpy(y))
    np.testing.assert_allclose(r, correlations_by_numpy(x, y), atol=1e-5)


def test_the_largest_correlation_is_the_largest_and_gone_in_fresh_data(lesson):
    r = np.abs(correlations_by_numpy(lesson.x, lesson.y))
    fresh = np.abs(correlations_by_numpy(*drawn_from_seed(7, (64, 1000), (64, 10))))
    place = np.unravel_index(r.argmax(), r.shape)
    assert place == (lesson.i, lesson.j)
    assert 0.4 < r[place] < 0.6, "about halfway between 0 and 1"
    assert fresh[place] < 1 / np.sqrt(64), "as close to 0 as two columns of noise are"
    assert fresh[place] == pytest.approx(lesson.r_fresh[place].abs().item(), abs=1e-5)
    elsewhere = np.unravel_index(fresh.argmax(), fresh.shape)
    assert fresh[elsewhere] > 0.4
    assert elsewhere != place


def test_the_histogram_leaves_no_pair_out(run):
    bars = run.figures[3].axes[0].containers[0]
    assert sum(bar.get_height() for bar in bars) == 10_000


def test_two_of_the_three_tables_are_the_same(run):
    first, second, again = (image.get_array() for image in run.figures[5].axes[0].get_images())
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, second)


def test_two_points_are_matched_three_are_missed_and_three_with_two_inputs_matched(run):
    two, three, with_a_second = (ax.get_lines() for ax in run.figures[6].axes)
    np.testing.assert_allclose(two[0].get_ydata(), two[1].get_ydata())
    np.testing.assert_allclose(three[0].get_ydata(), [1.5, 2.5], atol=1e-6)
    np.testing.assert_allclose(three[1].get_ydata(), [1, 3, 2])
    np.testing.assert_allclose(with_a_second[0].get_ydata(), [1, 5], atol=1e-6)
    np.testing.assert_allclose(with_a_second[1].get_ydata(), [-2, 2], atol=1e-6)


@pytest.mark.parametrize("d", [0, 1, 31, 62])
def test_the_smallest_loss_is_what_lies_outside_the_columns(lesson, d):
    x, y = lesson.x[:, :d].double().numpy(), lesson.y.double().numpy()
    inside, _ = np.linalg.qr(np.hstack([np.ones((64, 1)), x]))
    left = y - inside @ (inside.T @ y)
    assert lesson.smallest_loss(lesson.x[:, :d]) == pytest.approx((left**2).sum(), rel=1e-3)


def test_the_curve_reaches_0_at_63_columns_and_stays_there(run):
    curve = run.figures[7].axes[0].get_lines()[0].get_ydata()
    assert len(curve) == 101
    assert all(np.diff(curve[:64]) < 0)
    assert curve[62] > 1
    assert max(curve[63:]) < 1e-3


def test_trains_one_hidden_number_as_torch_optim_does(lesson):
    torch.manual_seed(3)
    model = nn.Sequential(nn.Linear(1000, 1), nn.ReLU(), nn.Linear(1, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
    for _ in range(500):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(lesson.x), lesson.y, reduction="sum").backward()
        optimizer.step()
    torch.testing.assert_close(lesson.y_pred, model(lesson.x).detach(), rtol=1e-3, atol=1e-3)


def test_no_line_comes_closer_to_the_targets_than_half_of_what_0_costs(lesson):
    away = lesson.y - lesson.y.mean(dim=0)
    best = (torch.linalg.svdvals(away)[1:] ** 2).sum().item()
    assert lesson.y.square().sum() / 2 < best
    assert best <= (lesson.y_pred - lesson.y).square().sum()


def test_linear_takes_no_generator():
    assert "generator" not in inspect.signature(nn.Linear).parameters


@pytest.mark.parametrize("seed", [7, 40])
def test_solution_1_draws_the_same_data_each_time_and_nothing_else(answers, seed):
    expected = drawn_from_seed(seed, (5, 3), (5, 2))
    state = torch.get_rng_state()
    for _ in range(2):
        torch.testing.assert_close(list(answers.draw(seed)), expected, rtol=0, atol=0)
    assert torch.equal(torch.get_rng_state(), state)


@pytest.mark.parametrize("sizes", [(64, 20, 10), (64, 1000, 10), (9, 1, 1)])
def test_solution_2_fits_and_one_more_does_not(answers, sizes):
    n, d_in, d_out = sizes

    def parameters(h):
        model = nn.Sequential(nn.Linear(d_in, h), nn.ReLU(), nn.Linear(h, d_out))
        return sum(param.numel() for param in model.parameters())

    largest = answers.largest_hidden(n, d_in, d_out)
    assert largest == 0 or parameters(largest) <= n * d_out
    assert parameters(largest + 1) > n * d_out
