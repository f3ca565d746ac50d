"""Whatever a kernel or an answer does to Python and PyTorch, nothing wrong comes out right.

The faults are drawn from a list with a seed: three a check here, fifty with the marker `ci`.
"""

import builtins
import dataclasses
import functools
import math
import random
import re
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from types import FunctionType
from unittest import mock

import numpy as np
import pytest
import torch

import claims
from tutorial_helpers import make_random_data
from tutorial_helpers.exercises import (
    EXERCISES,
    comparing,
    engine,
    lesson_00,
    reading,
    surroundings,
    trying,
)
from tutorial_helpers.exercises.lesson_00 import check_first_step_below_1, check_sum_of_squares
from tutorial_helpers.exercises.lesson_01 import check_draw
from tutorial_helpers.exercises.lesson_02 import check_DeepNet
from tutorial_helpers.exercises.lesson_05 import check_one_step

ROOTS = {"torch": torch, "math": math, "builtins": builtins}
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
torch.random.fork_rng torch.nn torch.float64 torch.nn.functional
torch.autograd torch.inf math.pi math.isclose math.isnan builtins.sum builtins.len
builtins.isinstance builtins.type builtins.zip builtins.map builtins.all builtins.any
builtins.next builtins.list builtins.range builtins.sorted
builtins.getattr builtins.hasattr builtins.vars builtins.slice
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


# What is set for all of PyTorch, and what the engine itself uses of Python

STATES = {
    "meta device": (
        lambda: torch.set_default_device("meta"),
        lambda: torch.set_default_device(None),
    ),
    "float64": (
        lambda: torch.set_default_dtype(torch.float64),
        lambda: torch.set_default_dtype(torch.float32),
    ),
    "no gradients": (lambda: torch.set_grad_enabled(False), lambda: torch.set_grad_enabled(True)),
    "anomalies": (
        lambda: torch.autograd.set_detect_anomaly(True),
        lambda: torch.autograd.set_detect_anomaly(False),
    ),
    "deterministic": (
        lambda: torch.use_deterministic_algorithms(True),
        lambda: torch.use_deterministic_algorithms(False),
    ),
    "rough products": (
        lambda: torch.set_float32_matmul_precision("medium"),
        lambda: torch.set_float32_matmul_precision("highest"),
    ),
}


@pytest.mark.ci
@pytest.mark.parametrize("state", STATES)
def test_what_is_set_for_all_of_pytorch_changes_no_diagnosis(state):
    turn_on, turn_off = STATES[state]
    for exercise in (check_sum_of_squares, check_one_step, check_DeepNet):
        mistake = exercise.mistakes[0]
        fresh = dataclasses.replace(exercise, mistakes=[mistake])
        turn_on()
        try:
            assert kind_in(fresh, RIGHT[exercise.name]) == "right"
            assert kind_in(fresh, nonsense) not in {"right", "raised", "impossible"}
            assert fresh._judge(mistake.answer).says == mistake.says
        finally:
            turn_off()


def test_a_check_inside_of_inference_mode_is_like_any_other():
    with torch.inference_mode():
        assert dataclasses.replace(check_one_step).diagnose(RIGHT["check_one_step"]).kind == "right"


@pytest.mark.ci
@pytest.mark.parametrize("state", STATES)
def test_what_an_answer_sets_for_all_of_pytorch_does_not_reach_the_next_case(state):
    turn_on, turn_off = STATES[state]

    def sets(model, loss_fn, x, y, learning_rate):
        loss = RIGHT["check_one_step"](model, loss_fn, x, y, learning_rate)
        turn_on()
        return loss

    before = [get() for get, _, _ in trying._SETTINGS]
    try:
        assert kind_in(check_one_step, sets) in {"right", "error"}
        assert [get() for get, _, _ in trying._SETTINGS] == before
    finally:
        turn_off()


@pytest.mark.parametrize("name", ["threading.Thread", "time.monotonic", "warnings.catch_warnings"])
def test_names_that_the_engine_keeps_for_itself_may_be_overwritten(name):
    module, key = name.split(".")
    with mock.patch.object(sys.modules[module], key, None):
        kind = kind_in(check_sum_of_squares, RIGHT["check_sum_of_squares"])
        assert kind in {"right", "impossible"}
        assert kind_in(check_sum_of_squares, nonsense) != "right"


# A check that is broken itself


def failing():
    raise LookupError("on purpose")


@pytest.mark.parametrize("case", [failing, lambda: 7, lambda: (1, 2, 3)])
def test_a_check_whose_case_fails_says_so_and_is_well_again_after_it(case):
    cases = list(check_sum_of_squares.cases)
    exercise = dataclasses.replace(check_sum_of_squares, cases=cases)
    kept, cases[3] = cases[3], case
    for answer in (RIGHT["check_sum_of_squares"], nonsense):
        diagnosis = exercise.diagnose(answer)
        assert diagnosis.kind == "impossible"
        assert "could not be carried out" in diagnosis.says.en
        assert "할 수 없습니다" in diagnosis.says.ko
        with pytest.raises(AssertionError, match="커널"):
            diagnosis.demand_right()
    cases[3] = kept
    assert exercise.diagnose(RIGHT["check_sum_of_squares"]).kind == "right"


@pytest.mark.parametrize(
    "broken",
    [
        {"cases": []},
        {"reference": lambda y_pred, y: failing()},
        {"reference": lambda y_pred, y: None},
        {"starter": check_sum_of_squares.reference},
        {"observe": lambda answer, y_pred, y: 0},
    ],
    ids=lambda broken: next(iter(broken)),
)
def test_a_check_that_cannot_tell_right_from_wrong_says_so(broken):
    exercise = dataclasses.replace(check_sum_of_squares, **broken)
    assert exercise.diagnose(RIGHT["check_sum_of_squares"]).kind == "impossible"
    assert exercise.diagnose(nonsense).kind == "impossible"


@pytest.mark.parametrize("verdict", [None, "value"])
def test_a_comparison_that_always_says_the_same_makes_a_check_impossible(verdict):
    assert check_sum_of_squares.diagnose(RIGHT["check_sum_of_squares"]).kind == "right"
    with mock.patch.object(engine, "difference", return_value=verdict):
        assert check_sum_of_squares.diagnose(RIGHT["check_sum_of_squares"]).kind == "impossible"
        assert check_sum_of_squares.diagnose(nonsense).kind == "impossible"


def test_an_impossible_check_is_told_in_both_languages_and_without_hints(capsys):
    with mock.patch.object(torch, "manual_seed", 2):
        check_sum_of_squares(RIGHT["check_sum_of_squares"])
    told = capsys.readouterr().out
    assert "`torch.manual_seed`에 다른 것이" in told
    assert "`torch.manual_seed` holds something else" in told
    assert "커널을 다시 시작" in told
    assert not re.search("(?i)hint|힌트|right", told)


def test_an_answer_that_assigns_to_a_name_of_pytorch_is_told_which():
    def draw(seed):
        torch.manual_seed = seed

    diagnosis = check_draw.diagnose(draw)
    assert diagnosis.kind == "overwrites"
    assert "`torch.manual_seed`" in diagnosis.says.ko
    assert "`torch.manual_seed`" in diagnosis.says.en
    assert callable(torch.manual_seed)


BEFORE_THE_IMPORT = """
import builtins, functools, math, torch
kept = {name}
{name} = {value}
from tutorial_helpers.exercises.lesson_00 import check_sum_of_squares
def right(y_pred, y):
    return ((y_pred - y) ** 2).sum()
def wrong(y_pred, y):
    return 3
kinds = []
for answer in right, wrong:
    kinds.append(check_sum_of_squares.diagnose(answer).kind)
{name} = kept
print(*kinds, check_sum_of_squares.diagnose(right).kind)
"""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("torch.manual_seed", "2", marks=pytest.mark.ci),
        ("torch.allclose", "functools.wraps(kept)(lambda *args, **options: True)"),
        pytest.param("torch.equal", "lambda *args, **options: True", marks=pytest.mark.ci),
        pytest.param("torch.randn", "torch.zeros", marks=pytest.mark.ci),
        pytest.param("torch.Tensor.sum", "torch.Tensor.mean", marks=pytest.mark.ci),
        pytest.param("math.isclose", "lambda *args, **options: True", marks=pytest.mark.ci),
        pytest.param("builtins.sum", "lambda *args: 0", marks=pytest.mark.ci),
    ],
)
def test_nothing_is_right_where_a_name_was_overwritten_before_the_import(name, value):
    code = BEFORE_THE_IMPORT.format(name=name, value=value)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "impossible impossible right\n"


def test_a_name_that_was_foreign_from_the_start_is_left_as_it_is(monkeypatch):
    def relu(x):
        return x

    (space,) = (each for each in surroundings._SPACES if each.prefix == "torch.")
    foreign = surroundings.Overwritten("torch.relu", space, "relu", relu)
    monkeypatch.setattr(surroundings, "_FOREIGN", [foreign])
    assert surroundings.put_back() == []
    monkeypatch.delitem(space.kept, "relu")
    monkeypatch.setattr(torch, "relu", relu)
    assert check_sum_of_squares.diagnose(RIGHT["check_sum_of_squares"]).kind == "impossible"
    assert torch.relu is relu


# No false alarms


def test_what_pytorch_changes_of_itself_is_no_alarm():
    model, x = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU()), torch.ones(1, 3)
    for optimizer in (torch.optim.SGD, torch.optim.Adam):
        optimizer(model.parameters(), lr=0.1).step()
    torch.fx.symbolic_trace(model)
    torch.compile(model, backend="eager")(x).sum().backward()
    torch.func.vmap(model)(x)
    assert torch.manual_seed.__wrapped__  # by torch.compile
    assert surroundings.overwritten() == []
    assert check_one_step.diagnose(RIGHT["check_one_step"]).kind == "right"


# Answers that are taken from the helpers

REFERENCE = check_sum_of_squares.reference


def passed_on(y_pred, y, function=REFERENCE):
    return function(y_pred, y)


def calls_the_check(y_pred, y):
    return check_sum_of_squares.reference(y_pred, y)


def calls_the_module(y_pred, y):
    return lesson_00.sum_of_squares(y_pred, y)


def around(function):
    return lambda y_pred, y: function(y_pred, y)


class Holder:
    def __init__(self, function):
        self.function = function

    def __call__(self, y_pred, y):
        return self.function(y_pred, y)


@pytest.mark.parametrize(
    "answer",
    [
        REFERENCE,
        check_sum_of_squares.mistakes[0].answer,
        check_sum_of_squares.diagnose,
        make_random_data,
        functools.partial(REFERENCE),
        functools.partial(lambda function, y_pred, y: function(y_pred, y), REFERENCE),
        functools.lru_cache(REFERENCE),
        functools.wraps(REFERENCE)(lambda y_pred, y: 0),
        torch.no_grad()(REFERENCE),
        staticmethod(REFERENCE),
        REFERENCE.__call__,
        passed_on,
        calls_the_check,
        calls_the_module,
        around(REFERENCE),
        Holder(REFERENCE),
        FunctionType(REFERENCE.__code__, globals()),
    ],
)
def test_an_answer_taken_from_the_helpers_is_refused(answer):
    diagnosis = check_sum_of_squares.diagnose(answer)
    assert diagnosis.kind == "taken"
    assert "도우미" in diagnosis.says.ko
    assert "helpers" in diagnosis.says.en


class Below(check_DeepNet.reference):
    pass


class WithItsMethods(torch.nn.Module):
    __init__ = check_DeepNet.reference.__init__
    forward = check_DeepNet.reference.forward


@pytest.mark.parametrize("answer", [check_DeepNet.reference, Below, WithItsMethods])
def test_a_class_taken_from_the_helpers_is_refused(answer):
    assert check_DeepNet.diagnose(answer).kind == "taken"


def test_an_answer_may_be_wrapped_and_may_call_helpers():
    @torch.enable_grad()
    def draw(seed):
        generator = torch.Generator().manual_seed(seed)
        make_random_data(1, 1, 1, generator=torch.Generator())
        x_small = torch.randn(5, 3, generator=generator)
        return x_small, torch.randn(5, 2, generator=generator)

    right = RIGHT["check_sum_of_squares"]
    assert not reading.is_taken(draw)
    assert check_sum_of_squares.diagnose(functools.partial(right)).kind == "right"
    assert check_sum_of_squares.diagnose(Holder(right)).kind == "right"
    assert check_sum_of_squares.diagnose(Holder(right).__call__).kind == "right"


def test_an_answer_that_wraps_itself_is_no_riddle():
    def wraps_itself(y_pred, y):
        return 3

    def not_yet(y_pred, y):
        return later  # empty until it is filled

    wraps_itself.__wrapped__ = wraps_itself
    assert check_sum_of_squares.diagnose(wraps_itself).kind == "type"
    assert check_sum_of_squares.diagnose(not_yet).kind == "name"
    later = None


# Results of any kind


class MyInt(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__
    __float__ = lambda self: 4.0  # noqa: E731


class AlwaysEqual:
    def __eq__(self, other):
        return True

    __hash__ = object.__hash__


class NotToBeShown:
    def __repr__(self):
        raise SystemExit


class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return True


class Long(list):
    def __len__(self):
        return 2

    def __iter__(self):
        return iter([torch.zeros(5, 3), torch.zeros(5, 2)])


EXOTIC = [
    1j,
    10**400,
    Decimal("sNaN"),
    Decimal(4),
    Fraction(4),
    MyInt(4),
    True,
    "4",
    b"",
    {},
    {4: 4},
    object(),
    AlwaysEqual(),
    NotToBeShown(),
    [NotToBeShown()],
    Long(),
    Liar([4.0]),
    torch.ones(2).to_sparse(),
    torch.ones((), device="meta"),
    torch.ones(2, dtype=torch.complex64),
    torch.ones(3, dtype=torch.bool),
    np.ones(3),
    np.complex64(4),
    np.bool_(True),
    slice(MyInt(0), MyInt(1)),
    range(4),
    math.nan,
    math.inf,
    [[...]],
    torch.nn.ReLU(),
    print,
    int,
]


@pytest.mark.ci
@pytest.mark.parametrize("place", range(len(EXOTIC)))
def test_results_of_any_kind_are_wrong_and_can_be_said(place):
    exercise = EXERCISES[place % len(EXERCISES)]
    assert_wrong_and_said(exercise, ending_in(exercise, lambda right: EXOTIC[place]))


@pytest.mark.ci
@by_name
def test_every_check_can_say_that_any_kind_of_result_is_wrong(exercise):
    for result in EXOTIC:
        assert_wrong_and_said(exercise, ending_in(exercise, lambda right, result=result: result))


def assert_wrong_and_said(exercise, answer):
    diagnosis = exercise.diagnose(answer)
    assert diagnosis.kind not in {"right", "blank", "uncallable", "impossible"}
    assert all(diagnosis.says)


def ending_in(exercise, change):
    """Return a right answer with its result changed."""
    right = RIGHT[exercise.name]
    if isinstance(right, type):

        class Changed(right):
            def forward(self, x):
                return change(super().forward(x))

        return Changed

    return lambda *arguments: change(right(*arguments))


def as_liar(value):
    return value.detach().as_subclass(Liar) if isinstance(value, torch.Tensor) else AlwaysEqual()


def iter_of(value):
    yield value


class FalsyError(Exception):
    def __bool__(self):
        return False


def test_an_error_is_an_error_even_if_it_denies_it():
    def raises(losses):
        raise FalsyError

    exercise = dataclasses.replace(check_first_step_below_1, cases=[lambda: ([2.0, 3.0],)])
    assert exercise._expected[0].result is None  # as that of an answer that raises
    assert exercise._outcomes_of([raises])[0][0].error is not None


@by_name
@pytest.mark.parametrize(
    "change", [as_liar, *(pytest.param(change, marks=pytest.mark.ci) for change in (iter_of, repr))]
)
def test_a_right_result_in_a_type_of_its_own_is_not_right(exercise, change):
    assert_wrong_and_said(exercise, ending_in(exercise, change))


def test_numbers_of_numpy_count_as_numbers():
    exercise = check_first_step_below_1
    for kind in (np.int64, np.int32, np.float64):
        assert exercise.diagnose(ending_in(exercise, kind)).kind == "right"
        assert (
            exercise.diagnose(ending_in(exercise, lambda t, kind=kind: kind(t + 1))).kind != "right"
        )


@pytest.mark.parametrize(
    ("expected", "actual", "found"),
    [
        (101110, 101111, "value"),
        (101110, 101110.0, None),
        (2, True, "type"),
        (1.5, np.float32(1.5), None),
        (torch.tensor(True), torch.tensor(True), None),
        (torch.tensor([1, 2]), torch.tensor([1, 3]), "value"),
        (torch.ones(2), torch.nn.Parameter(torch.ones(2)), None),
        (torch.ones(2), torch.full((2,), math.inf), "value"),
        (torch.ones(2), torch.ones(2).to_sparse(), "type"),
        (torch.ones(2), torch.ones(2, device="meta"), "type"),
        (torch.full((2,), math.nan), torch.full((2,), math.nan), None),
        (math.nan, math.nan, None),
        (math.inf, math.inf, None),
        ({"a": 1}, {"a": 1}, None),
        ({"a": 1}, {"b": 1}, "length"),
        ({"a": 1}, [1], "type"),
        ([1, 2], (1, 2), None),
        ([1, None], [1, 2], "type"),
        (slice(0, 2), slice(0, 2), None),
        (slice(0, 2), slice(0, 3), "value"),
        ("a", "b", "value"),
        (None, None, None),
    ],
)
def test_the_comparison_is_strict(expected, actual, found):
    assert comparing.difference(expected, actual) == found
