"""Lesson 06 against torch.optim.SGD, alternating least squares and what its words say."""

import math

import pytest
import torch

from lessons import ROOT
from oracles import drawn_from_seed, squared_distance, train_by_sgd

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "06_what_was_learned.py"


def ratio(model, x, y):
    """Return the loss as a multiple of that of predicting 0."""
    with torch.no_grad():
        return (squared_distance(model(x), y) / squared_distance(0, y)).item()


def data_of_two(n, n_new, d_in):
    """Return training data and fresh data."""
    return drawn_from_seed(1, (n, d_in), (n, 10), (n_new, d_in), (n_new, 10))


@pytest.mark.parametrize("seed", [0, 9])
def test_a_seed_gives_the_losses_that_torch_optim_gives(lesson, seed):
    x, y, x_new, y_new = drawn_from_seed(seed, (64, 1000), (64, 10), (64, 1000), (64, 10))
    _, model = train_by_sgd(x, y, seed=100 + seed, lr=1e-4)
    assert lesson.of_zero[seed] == pytest.approx(y_new.square().sum().item())
    assert lesson.on_fresh[seed] / lesson.of_zero[seed] == pytest.approx(
        ratio(model, x_new, y_new), rel=1e-4
    )
    assert lesson.on_training[seed] == pytest.approx(squared_distance(model(x), y).item(), rel=0.1)


@pytest.mark.parametrize("h", [1, 3, 9])
def test_no_mixture_of_h_numbers_falls_below_the_limit(lesson, h):
    y = lesson.y.double()
    limit = lesson.limits[h - 1]
    hidden = torch.randn(64, h, generator=torch.Generator().manual_seed(0)).double()
    for _ in range(300):  # the best weights for these hidden values, then the reverse
        ones = torch.ones(64, 1, dtype=torch.float64)
        weights = torch.linalg.lstsq(torch.cat([hidden, ones], 1), y).solution
        hidden = torch.linalg.lstsq(weights[:-1].T, (y - weights[-1]).T).solution.T
        loss = squared_distance(hidden @ weights[:-1] + weights[-1], y).item()
        assert loss > limit * (1 - 1e-5)
    assert loss < limit * (1 + 1e-2), "and the limit is no lower than it must be"


def test_a_width_is_trained_for_200_steps(lesson):
    losses, _ = train_by_sgd(lesson.x, lesson.y, steps=201, lr=1e-4)
    assert lesson.by_width[lesson.widths.index(100)] == pytest.approx(losses[-1], rel=1e-3)


def test_ratios_of_1000_samples_are_those_of_torch_optim(run):
    on_training, on_fresh, *_ = run.figures[2].axes[0].get_lines()
    x, y, x_new, y_new = data_of_two(1000, 1000, 20)
    _, model = train_by_sgd(x, y, lr=0.06 / 1000)
    for line, data in ((on_training, (x, y)), (on_fresh, (x_new, y_new))):
        ratios = dict(zip(*line.get_data(), strict=True))
        assert ratios[1000] == pytest.approx(ratio(model, *data), rel=1e-3)


def test_curves_are_those_of_torch_optim(lesson):
    torch.manual_seed(1)
    rule = torch.randn(20, 10) / math.sqrt(20)
    x, noise, x_new, noise_new = (torch.randn(1000, size) for size in (20, 10, 20, 10))
    for (on_training, on_fresh), y, y_new in (
        (lesson.with_noise, noise, noise_new),
        (lesson.with_rule, x @ rule + noise / 2, x_new @ rule + noise_new / 2),
    ):
        losses, model = train_by_sgd(x, y, steps=500, lr=0.06 / 1000)
        zero = squared_distance(0, y).item()
        expected = [loss / zero for loss in losses[::25]]
        assert on_training == pytest.approx([*expected, ratio(model, x, y)], rel=1e-3)
        assert on_fresh[-1] == pytest.approx(ratio(model, x_new, y_new), rel=1e-3)


def test_noise_is_memorized_and_a_rule_learned(lesson):
    on_training, on_fresh = lesson.with_noise
    assert on_training == sorted(on_training, reverse=True)
    assert on_fresh[1:] == sorted(on_fresh[1:])
    assert min(on_fresh) > 1

    on_training, on_fresh = lesson.with_rule
    assert on_training == sorted(on_training, reverse=True)
    lowest = on_fresh.index(min(on_fresh))
    assert on_fresh[: lowest + 1] == sorted(on_fresh[: lowest + 1], reverse=True)
    assert on_fresh[lowest:] == sorted(on_fresh[lowest:])
    assert on_fresh[lowest] < on_fresh[-1] < 0.25


def test_solution_1_is_1_for_no_loss_0_for_that_of_zero_and_negative_above(answers):
    assert [answers.learned(loss, 600.0) for loss in (0.0, 600.0)] == [1, 0]
    for losses in zip(answers.on_fresh, answers.of_zero, strict=True):
        assert answers.learned(*losses) < 0


def test_solution_1_is_the_coefficient_of_determination(answers):
    torch.manual_seed(0)
    y, y_pred = torch.randn(2, 1000)
    y = y + y_pred
    y, y_pred = y - y.mean(), y_pred - y_pred.mean()
    line = y_pred * (y @ y_pred) / (y_pred @ y_pred)  # by least squares
    correlation = torch.corrcoef(torch.stack([y, y_pred]))[0, 1].item()
    determination = answers.learned(squared_distance(line, y).item(), (y @ y).item())
    assert determination == pytest.approx(correlation**2, rel=1e-4)


def test_solution_2_keeps_the_targets_and_nothing_is_learned(answers):
    def by_first_number(y):
        return y[y[:, 0].argsort()]

    y_shuffled = answers.shuffle_targets(answers.y_rule, torch.Generator().manual_seed(0))
    for shuffled in (y_shuffled, answers.y_shuffled):
        assert torch.equal(by_first_number(shuffled), by_first_number(answers.y_rule))
        moved = (shuffled != answers.y_rule).any(dim=1)
        assert moved.float().mean() > 0.99
    assert not torch.equal(y_shuffled, answers.y_shuffled), "the generator decides the order"
    assert answers.ratios[-1] < answers.ratios[0]
    assert answers.ratios_fresh[-1] > 1
