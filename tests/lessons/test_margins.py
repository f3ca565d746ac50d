"""The digits of each lesson's numbers, on machines that round otherwise."""

import math

import pytest
import torch

from lessons import SCRIPTS
from observing import Run, Shown, another_order_of_summation, digits_that_could_change, observe

by_name = pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
# Most of what torchrun's processes compute is reached by no noise of this one, and takes long.
IN_CI = [
    pytest.param(
        script,
        id=script.stem,
        marks=pytest.mark.release if "torchrun(" in script.read_text("utf-8") else pytest.mark.ci,
    )
    for script in SCRIPTS
]


@pytest.mark.parametrize("script", IN_CI)
def test_printed_digits_hold_with_room_to_spare(script, run):
    others = [observe(script, noise_seed=seed) for seed in range(2)]
    assert list(digits_that_could_change(run, others)) == []
    for other in others:
        assert 0 < (other.names["x"] - run.names["x"]).abs().max() < 1e-6, "noise reaches the data"


@pytest.mark.release
@by_name
def test_printed_digits_hold_with_other_numbers_of_threads(script, run):
    others = [observe(script, noise_seed=threads, threads=threads) for threads in (2, 8)]
    assert list(digits_that_could_change(run, others)) == []


TRAINING = """
import torch
generator = torch.Generator().manual_seed(1)
x = torch.randn(64, 1000, generator=generator)
torch.manual_seed(2)
model = torch.nn.Linear(1000, 10)
loss = model(x).sum().item()  # sums up to little, so rounding shows
{shown}
"""


@pytest.mark.parametrize(
    "shown",
    [
        'print(f"loss: {loss:.9g}")',
        'print([("loss", loss)], {"loss": loss})',
        "print(model.weight)",
        'print("loss: %.9g" % loss)',
    ],
)
def test_the_margin_sees_digits_that_do_not_hold(tmp_path, shown):
    script = tmp_path / "lesson.py"
    script.write_text(TRAINING.format(shown=shown), encoding="utf-8")
    others = [observe(script, noise_seed=seed) for seed in range(4)]
    assert any(
        "could be written" in text for text in digits_that_could_change(observe(script), others)
    )


@pytest.mark.parametrize(
    ("value", "other", "said"),
    [
        (1.52, 1.526, []),  # three times the spread is still rounded to 2
        (1.52, 1.528, ["here could be written 1 or 2"]),
        (math.inf, math.inf, []),
        (math.inf, math.nan, ["here could be written inf or nan"]),
        (math.inf, 1.0, ["here could be written 1 or inf"]),
    ],
)
def test_the_margin_is_three_times_the_spread(value, other, said):
    first, second = map(run_that_shows, (value, other))
    assert list(digits_that_could_change(first, [second])) == said
    assert list(digits_that_could_change(first, [first._replace(shown=[])])), "a number is missing"


def run_that_shows(value):
    """Return a run that has shown one number."""
    return Run([Shown("here", value, ".0f")], [], [], {})


def test_another_order_of_summation_changes_the_rounding_alone():
    torch.manual_seed(1)
    x, layer = torch.randn(64, 1000, requires_grad=True), torch.nn.Linear(1000, 10)

    def computed():
        out = layer(x)
        return [out, *torch.autograd.grad(out.square().sum(), [x, layer.weight, layer.bias])]

    plain = computed()
    with another_order_of_summation(seed=0):
        other = computed()
    for a, b in zip(plain, other, strict=True):
        torch.testing.assert_close(a, b, rtol=1e-4, atol=1e-4)
        assert not torch.equal(a, b)
