"""Lesson 12: what two processes did, and the script that the lesson shows."""

import pytest
import torch

from lessons import ROOT
from outputs import printed_by

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "12_many_processes.py"


def test_the_script_is_shown_in_full():
    script = ROOT / "notebooks" / "train_with_ddp.py"
    assert script.read_text(encoding="utf-8") in printed_by(SCRIPT)


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
