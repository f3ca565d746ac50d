"""Lesson 01 against the normal distribution and numpy."""

import math

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


def test_as_many_numbers_lie_within_1_2_and_3_as_the_error_function_says(run):
    within = [math.erf(k / math.sqrt(2)) for k in (1, 2, 3)]
    spread = max(math.sqrt(p * (1 - p) / 64_000) for p in within)
    assert run.values_of("fraction") == pytest.approx(within, abs=4 * spread)


def test_the_drawn_density_is_that_of_the_normal_distribution(run):
    (line,) = run.figures[1].axes[0].get_lines()
    z, density = (torch.as_tensor(data) for data in line.get_data())
    torch.testing.assert_close(density, torch.distributions.Normal(0, 1).log_prob(z).exp())


@pytest.mark.parametrize("n", [3, 64])
def test_correlations_are_those_of_numpy(lesson, n):
    x, y = (tensor.numpy() for tensor in drawn_from_seed(0, (n, 5), (n, 7)))
    r = lesson.correlations(torch.from_numpy(10 + 3 * x), torch.from_numpy(y))
    np.testing.assert_allclose(r, correlations_by_numpy(x, y), atol=1e-5)


def test_the_largest_correlation_is_the_largest_and_gone_in_fresh_data(lesson):
    r = np.abs(correlations_by_numpy(lesson.x, lesson.y))
    fresh = np.abs(correlations_by_numpy(*drawn_from_seed(3, (64, 1000), (64, 10))))
    place = np.unravel_index(r.argmax(), r.shape)
    assert place == (lesson.i, lesson.j)
    assert r[place] > 3 / math.sqrt(64), "far from 0"
    assert fresh[place] < 1 / math.sqrt(64), "as close to 0 as two columns of noise are"
    assert lesson.r_fresh[place].abs().item() == pytest.approx(fresh[place], abs=1e-5)


@pytest.mark.parametrize("seed", [7, 40])
def test_solution_1_draws_the_same_data_each_time_and_nothing_else(answers, seed):
    expected = drawn_from_seed(seed, (5, 3), (5, 2))
    state = torch.get_rng_state()
    for _ in range(2):
        torch.testing.assert_close(list(answers.draw(seed)), expected, rtol=0, atol=0)
    assert torch.equal(torch.get_rng_state(), state)


@pytest.mark.parametrize("h", [1, 8, 100])
def test_solution_2_counts_the_parameters_of_any_size(answers, h):
    model = nn.Sequential(nn.Linear(1000, h), nn.ReLU(), nn.Linear(h, 10))
    expected = nn.utils.parameters_to_vector(model.parameters()).numel()
    assert answers.number_of_parameters(1000, h, 10) == expected
