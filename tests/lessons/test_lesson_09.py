"""Lesson 09: what old lines do today, against closed forms, and what is written instead."""

import warnings

import pytest
import torch
from torch import nn
from torch.autograd import Variable

from lessons import ROOT
from oracles import squared_distance, train_by_sgd

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "09_old_code.py"


def names_after(line, run=exec):
    """Run a line on names that are built without the lesson, and return them and its value."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 3))
    x, y = torch.randn(2, 5), torch.randn(2, 3)
    y_pred = model(x)
    squared_distance(y_pred, y).backward()
    names = {"torch": torch, "nn": nn, "F": nn.functional, "Variable": Variable, "x": x, "y": y}
    names |= {"y_pred": y_pred, "weight": model[2].weight, "array": x.numpy()}
    return names | {"value": run(line, names)}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1 / 0", "error: ZeroDivisionError"),
        ("import warnings; warnings.warn('old', FutureWarning)", "warning: FutureWarning"),
        ("import warnings; warnings.warn('old'); 1 / 0", "error: ZeroDivisionError"),
        ("n + 1", "silence"),
    ],
)
def test_outcome_tells_errors_warnings_and_silence_apart(lesson, code, expected):
    assert lesson.outcome(code, n=1) == expected
    assert lesson.outcome(code, n=1) == expected, "the second time, too"


# Lines whose old and new form give a value, which must be the same.
OF_EQUAL_VALUE = {
    "Variable(x)",
    "Variable(y, requires_grad=False)",
    "Variable(torch.from_numpy(array))",
    "Variable(torch.zeros(2), requires_grad=True)",
    "torch.Tensor([2, 3])",
    'F.mse_loss(y_pred, y, reduction="elementwise_mean")',
    "F.softmax(y_pred)",
    "F.sigmoid(y_pred)",
    "F.tanh(y_pred)",
    "y_pred.data.numpy()",
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("old", sorted(OF_EQUAL_VALUE))
def test_todays_line_gives_the_same_value(lesson, old):
    lines = old, lesson.today[old]
    values = [torch.as_tensor(names_after(line, eval)["value"]) for line in lines]
    assert torch.equal(*values)
    assert values[0].dtype == values[1].dtype
    assert values[0].requires_grad == values[1].requires_grad


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "old", ["weight.data -= 1e-4 * weight.grad.data", "nn.init.xavier_uniform(weight)"]
)
def test_todays_line_changes_the_weight_in_the_same_way(lesson, old):
    before, *after = (names_after(line)["weight"] for line in ("", old, lesson.today[old]))
    assert torch.equal(*after)
    assert not torch.equal(before, after[0])


def test_both_programs_train_as_torch_optim_does(lesson):
    losses, _ = train_by_sgd(lesson.x, lesson.y, steps=500, lr=1e-4)
    assert lesson.fixed_losses == lesson.todays_losses == pytest.approx(losses, rel=1e-3)


def test_right_gradients_are_the_formula_and_wrong_ones_use_the_halved_weights(lesson):
    for found, factor in ((lesson.right, 1.0), (lesson.wrong, 0.5)):
        model = lesson.make_model()
        (hidden, out), (x, y) = (model[0], model[2]), (lesson.x, lesson.y)
        with torch.no_grad():
            h = hidden(x).clamp(min=0)
            d_out = 2 * (out(h) - y)
            d_hidden = d_out @ (factor * out.weight) * (h > 0)
        torch.testing.assert_close(found["layer 1"], d_hidden.T @ x, rtol=1e-4, atol=1e-3)
        torch.testing.assert_close(found["layer 2"], d_out.T @ h, rtol=1e-4, atol=1e-3)


def test_solution_1_is_silent_and_gives_the_mean_of_squares(answers):
    model = answers.make_model()
    seen = []
    model.register_forward_hook(lambda *_: seen.append(torch.is_grad_enabled()))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        number = answers.mean_loss(model, answers.x, answers.y)
    expected = squared_distance(model(answers.x), answers.y) / answers.y.numel()
    assert type(number) is float
    assert number == pytest.approx(expected.item())
    assert seen[0] is False


def test_solution_2_agrees_with_finite_differences(answers):
    model = answers.make_model()
    found = answers.centered_gradient(model, answers.x, answers.y)
    model = answers.make_model().to(torch.float64)
    x, y = answers.x.to(torch.float64), answers.y.to(torch.float64)

    def loss_with(bias):
        with torch.no_grad():
            model[2].bias.copy_(bias)
            y_pred = model(x)
            return squared_distance(y_pred - y_pred.mean(dim=1, keepdim=True), y)

    bias, eps = model[2].bias.detach().clone(), 1e-4
    moves = eps * torch.eye(len(bias), dtype=torch.float64)
    expected = [(loss_with(bias + move) - loss_with(bias - move)) / (2 * eps) for move in moves]
    torch.testing.assert_close(found.to(torch.float64), torch.stack(expected), rtol=1e-4, atol=1e-4)
