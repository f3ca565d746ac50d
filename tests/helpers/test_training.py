"""`train` against the bare loop that the first lesson writes."""

import re

import pytest
import torch
from torch import nn

from tutorial_helpers import make_random_data, train

LOSS_FN = nn.MSELoss(reduction="sum")
TOO_LARGE = 3e-3


@pytest.fixture
def data():
    return make_random_data(64, 1000, 10, generator=torch.Generator().manual_seed(1))


def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))


def bare_loop(model, x, y, learning_rate, steps):
    losses = []
    for _ in range(steps):
        y_pred = model(x)
        loss = LOSS_FN(y_pred, y)
        losses.append(loss.item())

        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


def assert_equal_parameters(model, other):
    for param, expected in zip(model.parameters(), other.parameters(), strict=True):
        assert torch.equal(param, expected)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_does_bit_for_bit_what_the_bare_loop_does(data, dtype):
    x, y = (tensor.to(dtype) for tensor in data)
    model, other = make_model().to(dtype), make_model().to(dtype)
    losses = train(model, LOSS_FN, x, y, learning_rate=1e-4, steps=500)
    assert losses == bare_loop(other, x, y, 1e-4, 500)
    assert_equal_parameters(model, other)


def test_gradients_left_from_before_do_not_matter(data):
    model, other = make_model(), make_model()
    LOSS_FN(model(data[0]), data[1]).backward()
    losses = train(model, LOSS_FN, *data, learning_rate=1e-4, steps=2)
    assert losses == bare_loop(other, *data, 1e-4, 2)
    assert_equal_parameters(model, other)


def test_a_second_call_goes_on_training(data):
    model = make_model()
    losses = [
        loss
        for steps in (3, 4)
        for loss in train(model, LOSS_FN, *data, learning_rate=1e-4, steps=steps)
    ]
    assert losses == bare_loop(make_model(), *data, 1e-4, 7)


def test_no_steps_change_nothing(data):
    model = make_model()
    assert train(model, LOSS_FN, *data, learning_rate=1e-4, steps=0) == []
    assert_equal_parameters(model, make_model())


def test_stops_at_the_first_loss_that_is_not_finite(data):
    losses = bare_loop(make_model(), *data, TOO_LARGE, 100)
    step = [torch.tensor(loss).isfinite().item() for loss in losses].index(False)
    assert step > 0
    model, other = make_model(), make_model()
    said = re.escape(
        f"{step}단계의 손실이 {losses[step]}입니다. 학습률을 줄여 보세요. · "
        f"The loss at step {step} is {losses[step]}. Try a smaller learning rate."
    )
    with pytest.raises(FloatingPointError, match=f"^{said}$"):
        train(model, LOSS_FN, *data, learning_rate=TOO_LARGE, steps=100)
    bare_loop(other, *data, TOO_LARGE, step)
    assert_equal_parameters(model, other)


@pytest.mark.parametrize("bad", ["nan", "inf", "-inf"])
def test_a_bad_first_loss_leaves_the_parameters_as_they_were(data, bad):
    model = make_model()
    with pytest.raises(FloatingPointError, match=rf"^0단계의 손실이 {bad}입니다.* step 0 is {bad}"):
        train(model, lambda *_: torch.tensor(float(bad)), *data, learning_rate=1e-4, steps=1)
    assert_equal_parameters(model, make_model())
