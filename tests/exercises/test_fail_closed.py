"""Whatever a kernel or an answer does to Python and PyTorch, nothing wrong comes out right.

The faults are drawn from a list with a seed: three a check here, fifty with the marker `ci`.
"""

import builtins
import dataclasses
import math
import random
import threading
import time
from unittest import mock

import pytest
import torch

import claims
from tutorial_helpers.exercises import EXERCISES, surroundings, trying

ROOTS = {"torch": torch, "math": math, "builtins": builtins}
ONE_LESS = {"threading": threading, "time": time}
RIGHT = {
    name: answers[0]
    for number in sorted({exercise.lesson for exercise in EXERCISES})
    for name, answers in claims.about(number).RIGHT.items()
}
by_name = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)


def everything(*args, **options):
    return True


def nothing(*args, **options):
    return None


def first(*args, **options):
    return args[0]


NAMES = """
torch.manual_seed torch.randn torch.allclose torch.equal torch.isnan torch.tensor torch.zeros
torch.ones_like torch.get_rng_state torch.set_default_dtype torch.no_grad torch.Generator
torch.Tensor torch.Tensor.sum torch.Tensor.__eq__ torch.Tensor.isnan torch.Tensor.tolist
torch.Tensor.detach torch.Tensor.shape torch.Tensor.backward torch.Tensor.__mul__
torch.nn.Linear torch.nn.Module torch.nn.Sequential torch.nn.MSELoss torch.nn.Parameter
torch.nn.Linear.forward torch.nn.Module.__call__ torch.nn.Module.parameters
torch.nn.functional.linear torch.nn.functional.mse_loss torch.autograd.grad
torch.random.fork_rng math.isclose math.isnan builtins.sum builtins.len builtins.isinstance
builtins.type builtins.zip builtins.map builtins.all builtins.any builtins.next builtins.list
builtins.range builtins.sorted builtins.getattr builtins.hasattr builtins.vars builtins.slice
""".split()  # noqa: SIM905
VALUES = [2, None, "2", everything, nothing, first, torch.mean, torch.zeros(2)]


def place_of(name):
    """Return the module or class that holds a name, and the last part of the name."""
    root, *path, key = name.split(".")
    holder = ROOTS[root]
    for part in path:
        holder = getattr(holder, part)
    return holder, key


def kind_in(exercise, answer):
    """Return the kind of a diagnosis, or "raised" where even that is not possible any more."""
    try:
        return exercise.diagnose(answer).kind
    except Exception:
        return "raised"


def before_first_use(exercise, name, value):
    holder, key = place_of(name)
    own, before = key in vars(holder), getattr(holder, key)
    answers, set_, delete = (RIGHT[exercise.name], nonsense), setattr, delattr
    set_(holder, key, value)
    try:  # no context manager: it would use names of Python that may be overwritten
        kinds = kind_in(exercise, answers[0]), kind_in(exercise, answers[1])
    finally:
        set_(holder, key, before) if own else delete(holder, key)
    assert kinds == ("impossible", "impossible")


def between_uses(exercise, name, value):
    assert kind_in(exercise, RIGHT[exercise.name]) == "right"
    before_first_use(exercise, name, value)


def while_it_runs(exercise, name, value):
    def overwrites():
        setattr(*place_of(name), value)

    holder, key = place_of(name)
    before = vars(holder).get(key)
    kind = kind_in(exercise, doing_before(RIGHT[exercise.name], overwrites))
    assert kind in {"overwrites", "impossible"}
    assert vars(holder).get(key) is before


def doing_before(answer, act):
    """Return an answer that does something first."""
    if isinstance(answer, type):

        class Acting(answer):
            def forward(self, x):
                act()
                return super().forward(x)

        return Acting

    def acting(*arguments):
        act()
        return answer(*arguments)

    return acting


def nonsense(*arguments):
    return object()


TIMES = [before_first_use, between_uses, while_it_runs]


def plans(exercise, count):
    """Draw what is overwritten, by what and when, the same each time."""
    draw = random.Random(exercise.name)
    return [(draw.choice(TIMES), draw.choice(NAMES), draw.choice(VALUES)) for _ in range(count)]


def check(exercise, count):
    exercise = dataclasses.replace(exercise, mistakes=exercise.mistakes[:1])  # quicker
    for when, name, value in plans(exercise, count):
        tried = dataclasses.replace(exercise) if when is before_first_use else exercise
        when(tried, name, value)
        assert surroundings.overwritten() == []
        assert kind_in(tried, RIGHT[exercise.name]) == "right", (when, name, value)


@pytest.fixture(autouse=True)
def _time_enough():
    with mock.patch.object(trying, "SECONDS", 100):
        yield


@by_name
def test_nothing_is_right_where_a_name_is_overwritten(exercise):
    check(exercise, 3)


@pytest.mark.ci
@by_name
def test_nothing_is_right_whatever_is_overwritten(exercise):
    check(exercise, 50)
