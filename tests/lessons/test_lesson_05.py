"""Lesson 05 against torch.optim.SGD, and its `train` against the helper's."""

import ast
import inspect
import itertools
import math

import pytest
import torch

import tutorial_helpers
from lessons import ROOT
from oracles import squared_distance, train_by_sgd

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "05_update_loop.py"

CLEAR = "model.zero_grad()\n"
BACKWARD = "loss.backward()\n"
NO_GRAD = "with torch.no_grad():\n"
UPDATE = "for param in model.parameters():\nparam -= learning_rate * param.grad\n"


def code_of(function):
    """Return a function's syntax tree without its docstring, as text."""
    (tree,) = ast.parse(inspect.getsource(function)).body
    if ast.get_docstring(tree) is not None:
        del tree.body[0]
    return ast.dump(tree)


def body_of(function):
    """Return a function's lines after the first, without their indentation."""
    _, *lines = inspect.getsource(function).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines)


def test_the_lesson_writes_the_train_of_the_helpers(lesson):
    assert code_of(lesson.train) == code_of(tutorial_helpers.train)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("step_without_zero_grad", CLEAR, ""),
        ("step_with_plus", "-=", "+="),
        ("step_not_in_place", "param -=", "param = param -"),
        ("step_without_no_grad", NO_GRAD, ""),
        ("step_cleared_too_late", CLEAR + BACKWARD, BACKWARD + CLEAR),
        (
            "step_updated_too_early",
            BACKWARD + NO_GRAD + UPDATE,
            NO_GRAD + UPDATE + BACKWARD,
        ),
    ],
)
def test_a_broken_step_is_broken_in_one_place(lesson, name, right, wrong):
    assert body_of(getattr(lesson, name)) == body_of(lesson.step).replace(right, wrong)


@pytest.mark.parametrize(
    ("name", "steps", "options"),
    [
        ("losses", 500, {}),
        ("losses_sgd", 500, {}),
        ("without_zero_grad", 20, {"momentum": 1}),  # keeps all gradients, too
        ("with_plus", 10, {"maximize": True}),
    ],
)
def test_trains_as_torch_optim_does(lesson, name, steps, options):
    losses, _ = train_by_sgd(lesson.x, lesson.y, steps=steps, lr=1e-4, **options)
    assert getattr(lesson, name)[:steps] == pytest.approx(losses, rel=1e-3)


def test_without_zero_grad_the_loss_goes_up_and_down_and_ends_far_too_high(lesson):
    losses = lesson.without_zero_grad
    assert 20 < losses[-1] < 50
    assert losses[-1] > 1e5 * lesson.losses[-1]
    rises = sum(after > before for before, after in itertools.pairwise(losses))
    assert 50 < rises < 450
    assert max(losses[450:]) < 0.1 * losses[0], "yet it falls"


def test_with_plus_the_loss_grows_in_each_step_until_it_is_not_finite(lesson):
    losses = lesson.with_plus
    assert all(before < after for before, after in itertools.pairwise(losses))
    longer, _ = train_by_sgd(lesson.x, lesson.y, steps=len(losses) + 1, lr=1e-4, maximize=True)
    assert [math.isfinite(loss) for loss in longer] == [True] * len(losses) + [False]


@pytest.mark.parametrize("place", range(5))
def test_each_learning_rate_begins_as_torch_optim_does(lesson, place):
    rate, curve = list(lesson.curves.items())[place]
    losses, _ = train_by_sgd(lesson.x, lesson.y, steps=min(len(curve), 20), lr=rate)
    assert curve[:20] == pytest.approx(losses, rel=1e-3)


def test_at_1e_3_the_loss_jumps_up_once_and_stops_near_1e_12(lesson):
    losses = lesson.curves[1e-3]
    rises = [t for t in range(100) if losses[t] < losses[t + 1]]
    assert rises == list(range(rises[0], rises[-1] + 1))
    assert 1e-13 < min(losses) <= max(losses[250:]) < 1e-11


def test_solution_1_makes_the_steps_that_torch_optim_makes(answers):
    model = answers.make_model()
    model(answers.x).sum().backward()  # gradients of something else
    arguments = (model, answers.loss_fn, answers.x, answers.y, 1e-4)
    losses = [answers.one_step(*arguments) for _ in range(3)]
    expected, trained = train_by_sgd(answers.x, answers.y, steps=3, lr=1e-4)
    assert {type(loss) for loss in losses} == {float}
    assert losses == pytest.approx(expected, rel=1e-5)
    for param, other in zip(model.parameters(), trained.parameters(), strict=True):
        torch.testing.assert_close(param, other)


def test_solution_2_stops_at_the_first_loss_below_1_without_an_update(answers):
    model = answers.make_model()
    arguments = (answers.loss_fn, answers.x, answers.y, 1e-4)
    losses = answers.train_until_below_1(model, *arguments)
    expected, _ = train_by_sgd(answers.x, answers.y, steps=len(losses), lr=1e-4)
    assert losses == pytest.approx(expected, rel=1e-3)
    assert losses[-1] < 1 <= min(losses[:-1])
    assert squared_distance(model(answers.x), answers.y).item() == pytest.approx(losses[-1])
    assert answers.train_until_below_1(model, *arguments) == losses[-1:], "it is there already"


def test_solution_2_stops_after_500_steps(answers):
    losses = answers.train_until_below_1(
        answers.make_model(), answers.loss_fn, answers.x, answers.y, 1e-6
    )
    expected, _ = train_by_sgd(answers.x, answers.y, lr=1e-6)
    assert losses == pytest.approx(expected, rel=1e-3)


def test_solution_3_jumps_above_its_first_loss_stays_finite_and_ends_above_1e_4(answers):
    losses = answers.losses_2e_3
    begin, _ = train_by_sgd(answers.x, answers.y, steps=4, lr=2e-3)
    assert losses[:4] == pytest.approx(begin, rel=1e-3)
    assert losses[1] < losses[0] < max(losses) == max(losses[:5])
    assert len(losses) == 500
    assert all(map(math.isfinite, losses))
    assert losses[0] > losses[-1] > answers.losses[-1]
