"""Lesson 08: what two processes did, and the script that the lesson shows."""

import pytest
import torch

from lessons import ROOT
from oracles import train_by_sgd
from outputs import printed_by

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "08_many_processes.py"


def test_the_script_is_shown_in_full():
    script = ROOT / "notebooks" / "train_with_ddp.py"
    assert script.read_text(encoding="utf-8") in printed_by(SCRIPT)


def test_two_processes_do_what_sgd_does(lesson):
    losses, model = train_by_sgd(lesson.x, lesson.y, lr=1e-4)
    expected, computed = torch.tensor(losses), torch.tensor(lesson.two["losses"])
    torch.testing.assert_close(computed, expected, rtol=1e-3, atol=0)
    for param, trained in zip(model.parameters(), lesson.two["parameters"].values(), strict=True):
        torch.testing.assert_close(trained, param, rtol=0, atol=1e-5)


def test_without_the_factor_only_the_first_loss_is_right(lesson):
    right, unscaled = torch.tensor(lesson.losses), torch.tensor(lesson.unscaled["losses"])
    ratios = unscaled / right
    assert ratios[0] == pytest.approx(1, rel=1e-6)
    assert (ratios[1:] > 1.01).all()
    assert ratios[-1] > 100


def test_the_bytes_are_those_of_the_parameters_at_each_step(lesson):
    assert lesson.two["bytes"] == [4 * 101_110] * 500


def test_the_halves_of_the_batch_add_up(lesson):
    for (first, second), whole in zip(lesson.halves, lesson.whole, strict=True):
        torch.testing.assert_close(first + second, whole, rtol=1e-4, atol=1e-5)
        assert not torch.allclose((first + second) / 2, whole, rtol=1e-2, atol=1e-3)


def test_share_and_factor_give_the_gradient_of_the_mean(answers):
    """Three processes with unequal shares, played in this one."""
    torch.manual_seed(3)
    x, y = torch.randn(10, 4), torch.randn(10, 2)
    layer = torch.nn.Linear(4, 2)

    def gradient(loss):
        return torch.autograd.grad(loss, layer.weight)[0]

    shares = [answers.share(10, rank, 3) for rank in range(3)]
    factors = [answers.factor_for_mean(len(x[share]), 10, 3) for share in shares]
    gradients = [
        gradient(factor * (layer(x[share]) - y[share]).square().sum(1).mean())
        for share, factor in zip(shares, factors, strict=True)
    ]
    expected = gradient((layer(x) - y).square().sum(1).mean())
    torch.testing.assert_close(sum(gradients) / 3, expected)
