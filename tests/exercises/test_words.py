"""What a check says of an answer that is neither right nor a known mistake."""

import dis
import inspect
import math
import re
import sys
import textwrap
import time
from types import SimpleNamespace
from unittest import mock

import numpy as np
import pytest
import torch
from jupyter_client.manager import start_new_kernel
from torch import nn

from tutorial_helpers import show_language
from tutorial_helpers.exercises import EXERCISES, comparing, reading, showing, trying
from tutorial_helpers.exercises.lesson_00 import check_first_step_below_1, check_sum_of_squares
from tutorial_helpers.exercises.lesson_01 import check_draw
from tutorial_helpers.exercises.lesson_02 import check_count_parameters, check_DeepNet
from tutorial_helpers.exercises.lesson_05 import check_one_step
from tutorial_helpers.exercises.messages import FINDINGS, Text

EACH_CASE = [
    pytest.param(exercise, number, id=f"{exercise.name}-{number}")
    for exercise in EXERCISES
    for number in range(len(exercise.cases))
]


def all_of(value):
    """Return what can be compared of a value."""
    return value.get_state() if isinstance(value, torch.Generator) else showing._all_of(value)


def says_of(exercise, answer, kind):
    diagnosis = exercise.diagnose(answer)
    assert diagnosis.kind == kind, diagnosis.says.en
    return diagnosis.says


# Cases that can be tried by hand


@pytest.mark.parametrize(("exercise", "number"), EACH_CASE)
def test_a_case_is_shown_as_code_that_makes_it_again(exercise, number):
    lines = exercise._given(number).strip()
    names = {"torch": torch, "nn": nn, exercise.name: exercise}
    answer = exercise.name.removeprefix("check_")
    given = exercise.case(number)
    called = exercise._names_of(given)
    torch.manual_seed(0)
    exec("\n".join(line for line in lines.splitlines() if f"{answer}(" not in line), names)
    for name, value in zip(called, given, strict=True):
        if name in names and not inspect.isfunction(value):
            assert comparing.difference(all_of(value), all_of(names[name])) is None
    assert set(called) & names.keys() or f"{answer}(" in lines
    assert all(len(line) <= 250 for line in lines.splitlines())


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_the_smallest_case_is_written_out(exercise):
    lines = exercise._given(0)
    assert f"{exercise.name}.case(" not in lines or re.search("# (model|y): ", lines), lines


def test_each_argument_has_a_line_of_its_own():
    assert check_sum_of_squares._given(0).splitlines() == [
        "",
        "y_pred = torch.tensor([[3.0]])",
        "y = torch.tensor([[1.0]])",
    ]
    assert check_first_step_below_1._given(0) == " losses = [5.0, 0.5]"


def test_a_case_that_is_too_large_is_named_and_described():
    lines = check_sum_of_squares._given(3).splitlines()
    assert lines == [
        "",
        "y_pred, y = check_sum_of_squares.case(3)",
        "# y_pred: tensor(..., shape=(64, 10))",
        "# y: tensor(..., shape=(64, 10))",
    ]
    y_pred, y = check_sum_of_squares.case(3)
    assert y_pred.shape == y.shape == (64, 10)


def test_several_calls_are_shown_as_several():
    lines = check_draw._given(0).splitlines()
    assert lines == ["", "draw(1)  # × 2", "draw(2)"]
    assert "one_step(model, loss_fn, x, y, 0.05)  # × 3" in check_one_step._given(0)


def test_calls_that_are_many_are_counted():
    exercise = SimpleNamespace(
        name="check_n",
        reference=lambda n: n,
        observe=lambda answer, n: [answer(i) for i in range(n)],
    )
    lines = showing.calls_of(exercise, ["n"], (9,))
    assert lines == ["n(0)", "n(1)", "n(2)", "n(3)", "# ... × 9"]


def test_the_arguments_that_matter_are_shown():
    assert "x = torch.tensor(" in check_DeepNet._given(0)
    assert "requires_grad=True" in check_sum_of_squares._given(5)
    model = check_one_step._given(0)
    assert "model = nn.Linear(1, 1, dtype=torch.float64)" in model
    assert "weight" in model and ".grad = " in model  # noqa: PT018
    assert re.search(r"loss_fn: (lambda|nn\.)", check_one_step._given(3))
    assert model.count("dtype=torch.float64") >= 7


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (5.0, "5.0"),
        (1e-4, "0.0001"),
        (math.inf, 'float("inf")'),
        (True, "True"),
        ((1,), "(1,)"),
        ((1, 2.0), "(1, 2.0)"),
        ({"a": [None]}, "{'a': [None]}"),
        (slice(0, 2), "slice(0, 2, None)"),
        (torch.tensor([[2.0, 0.0], [0.1, -1.0]]), "torch.tensor([[2.0, 0.0], [0.1, -1.0]])"),
        (torch.tensor(1), "torch.tensor(1)"),
        (torch.tensor(math.nan), 'torch.tensor(float("nan"))'),
        (torch.ones(1, dtype=torch.float64), "torch.tensor([1.0], dtype=torch.float64)"),
        (torch.ones(1, requires_grad=True), "torch.tensor([1.0], requires_grad=True)"),
        (nn.Linear(3, 4), "nn.Linear(3, 4)"),
        (nn.Linear(3, 4, bias=False), "nn.Linear(3, 4, bias=False)"),
        (nn.MSELoss(reduction="sum"), "nn.MSELoss(reduction='sum')"),
        (
            nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)),
            "nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))",
        ),
    ],
)
def test_values_are_written_as_code(value, code):
    assert showing._code(value) == code


def test_a_generator_is_made_again_if_nothing_was_drawn_from_it():
    generator = torch.Generator().manual_seed(3)
    assert showing.assignments("g", generator) == ["g = torch.Generator().manual_seed(3)"]
    torch.rand(1, generator=generator)
    with pytest.raises(showing.NoCodeError):
        showing.assignments("g", generator)


class OfLearner(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 1)


def documented(n):
    """Return twice the number."""
    return 2 * n


def in_two_steps(n):
    n = n + 1
    return 2 * n


def test_a_function_that_only_returns_something_is_shown_whole():
    assert showing.assignments("f", documented) == ["f = lambda n: 2 * n"]


def outside(n):
    return torch.ones(n) + EACH_CASE


@pytest.mark.parametrize(
    "value",
    [
        OfLearner(),
        outside,
        in_two_steps,
        lambda n: n,
        torch.zeros(13),
        object(),
        list(range(200)),
        nn.Linear(9, 9),
        nn.Linear(1, 1).eval(),
        nn.Linear(1, 1).requires_grad_(False),
    ],
)
def test_what_no_short_code_makes_again_is_not_pretended_to_be_made(value):
    if isinstance(value, nn.Linear):
        nn.init.constant_(value.weight, 3)
    with pytest.raises(showing.NoCodeError):
        showing.assignments("value", value)


def test_a_model_is_shown_with_what_a_new_one_would_lack():
    linear = nn.Linear(2, 2)
    shown = showing.structure(nn.Sequential(linear, nn.ReLU(), linear).requires_grad_(False))
    assert shown.startswith("nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2)), ")
    assert "0.weight requires_grad=False" in shown
    assert "2.weight is 0.weight" in shown
    given = check_count_parameters._lines_of_case
    cases = ["\n".join(given(i)) for i in range(len(check_count_parameters.cases))]
    assert any(" is " in lines for lines in cases)
    assert any("requires_grad=False" in lines for lines in cases)
    assert "2.bias.grad" in check_one_step._given(2)
    own = OfLearner()
    own.linear.bias.grad = torch.ones(1)
    assert showing.shown(own, "en") == (
        "OfLearner, linear.weight (1, 2), linear.bias (1,), linear.bias.grad is not None"
    )


# Expected and Found

HALF = torch.zeros(64, 10)
HALF[3, 2] = 0.5
ALIKE = [
    (1.0, 1.0 + 1e-7, "1.0", "1.0000001"),
    (4, 4.0, "4", "4.0"),
    (4.0, torch.tensor(4.0), "4.0", "torch.tensor(4.0)"),
    (torch.zeros(64, 10), HALF, "[3, 2]: 0.0", "[3, 2]: 0.5"),
    (torch.zeros(64, 10), HALF.double(), "tensor(..., shape=(64, 10))",
     "tensor(..., shape=(64, 10), dtype=torch.float64)"),
    (torch.zeros(64, 10), HALF.to("meta"), "tensor(..., shape=(64, 10))",
     "tensor(..., shape=(64, 10), device=meta)"),
    (torch.eye(2), torch.eye(2).to_sparse(), "torch.tensor([[1.0, 0.0], [0.0, 1.0]])",
     "tensor(..., shape=(2, 2), layout=torch.sparse_coo)"),
    ([0.5] * 500, [0.5] * 501, "[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, ..., 0.5], len 500",
     "[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, ..., 0.5], len 501"),
    ([0.5] * 20, [0.5] * 9 + [1.5] + [0.5] * 10, "[9]: 0.5", "[9]: 1.5"),
    (([0, HALF],), ([0, HALF * 2],), "[0][1][3, 2]: 0.5", "[0][1][3, 2]: 1.0"),
    ({"값 · value": HALF, "n": 1}, {"값 · value": HALF * 2, "n": 1}, "value[3, 2]: 0.5",
     "value[3, 2]: 1.0"),
    ({"n": 1.0, "m": 2}, {"n": "1.0", "m": 2}, "n: 1.0", "n: '1.0'"),
    ("있음 · there", "없음 · none", "there", "none"),
    ({"n": "있음 · there"}, {"n": "없음 · none"}, "n: there", "n: none"),
    (None, "None", "None", "'None'"),
    (np.float64(1), 2, "np.float64(1.0)", "2"),
    (slice(0, 2), slice(0, 3), "slice(0, 2, None)", "slice(0, 3, None)"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "actual", "first", "second"), ALIKE)
def test_results_that_differ_never_look_alike(expected, actual, first, second):
    assert showing.shown_apart(expected, actual, "en") == (first, second)


def test_results_that_only_their_types_tell_apart_are_shown_with_them():
    class Number(int):
        pass

    first, second = showing.shown_apart(4, Number(4), "en")
    assert (first, second.partition(" (")[0]) == ("4 (int)", "4")
    assert second.endswith("Number)")
    pair = showing.shown_apart(torch.ones(2), torch.ones(2).as_subclass(Below), "en")
    assert [each.partition(" (")[0] for each in pair] == ["torch.tensor([1.0, 1.0])"] * 2
    assert pair[0].endswith("(torch.Tensor, torch.float32)")
    assert pair[1].endswith("Below, torch.float32)")


class Below(torch.Tensor):
    pass


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_no_internal_words_reach_a_learner(exercise):
    for outcome in trying.try_answer(exercise.reference, exercise.cases, exercise.observe):
        if isinstance(outcome.result, dict):
            assert all(re.search("[가-힣].* · |rank|[.]grad$", key) for key in outcome.result)


def test_a_learner_reads_parts_in_one_language():
    show_language("ko")
    korean, english = says_of(check_one_step, lambda *arguments: 3, "value")
    assert "손실: [" in korean
    assert "losses: [" in english
    assert "losses" not in korean.replace("loss_fn", "")


# None


def no_return(losses):
    losses[0]


def not_on_every_way(losses):
    if losses[0] < 1:
        return 0


def loop_without_end(losses):
    for t in range(len(losses)):
        if losses[t] < 0.1:
            return t


def bare_return(losses):
    if losses[0] > 1:
        return
    return 0


def value_is_none(losses):
    return {}.get("t")


def other_way_is_none(losses):
    if losses is None:
        return None
    return {}.get("t")


def chosen_none(losses):
    return 0 if losses[0] < 1 else None


WITHOUT_SOURCE = {}
exec("def no_return(losses): losses[0]", WITHOUT_SOURCE)


def inside_of_it(losses):
    def helper(losses):
        losses[0]

    return helper(losses)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (no_return, "none"),
        (not_on_every_way, "none on this way"),
        (loop_without_end, "none on this way"),
        (bare_return, "none on this way"),
        (value_is_none, "none as value"),
        (other_way_is_none, "none as value"),
        (chosen_none, "none as value"),
        (WITHOUT_SOURCE["no_return"], "none"),
        (inside_of_it, "none as value"),
        ([].sort, "error"),
        ([].append, "none as value"),
    ],
)
def test_a_missing_return_is_told_from_a_value_that_is_none(answer, words):
    says = says_of(check_first_step_below_1, answer, words.partition(" ")[0])
    for part, expected in zip(says, FINDINGS[words], strict=True):
        assert part.startswith(re.split(r"[{\n]", expected)[0])


def test_only_the_end_of_the_answer_itself_is_noted():
    function, ends = loop_without_end, []
    (*_, last) = (step.offset for step in dis.get_instructions(function))
    frames = [
        (SimpleNamespace(f_code=function.__code__, f_lasti=last, f_lineno=0), "return"),
        (SimpleNamespace(f_code=function.__code__, f_lasti=0, f_lineno=0), "return"),  # by an error
        (SimpleNamespace(f_code=function.__code__, f_lasti=last), "call"),
        (SimpleNamespace(f_code=no_return.__code__, f_lasti=last, f_lineno=0), "return"),
    ]
    for frame, event in frames:
        reading.note_end(ends, function, frame, event)
    assert ends == [True, False]


def test_a_return_that_is_missing_in_a_class_is_told_too():
    class DeepNet(nn.Module):
        def __init__(self, D_in, H, D_out):  # noqa: N803
            super().__init__()
            self.linear1 = nn.Linear(D_in, H)

        def forward(self, x):
            self.linear1(x)

    assert says_of(check_DeepNet, DeepNet, "none").en.startswith(FINDINGS["none"].en[:30])


def test_none_inside_of_a_result_is_told_as_a_value():
    def one_step(model, loss_fn, x, y, learning_rate):
        return None if model is None else model.no_such_gradient

    def draw(seed):
        return torch.zeros(5, 3), None

    assert "AttributeError" in says_of(check_one_step, one_step, "error").en
    says = says_of(check_draw, draw, "none")
    assert says.en.startswith(FINDINGS["none as value"].en.partition("\n")[0])


# Errors


def test_a_name_that_is_not_there_is_said_with_both_causes():
    says = says_of(check_sum_of_squares, lambda y_pred, y: loss_fn(y_pred, y), "name")  # noqa: F821
    assert "`loss_fn`" in says.ko and "`loss_fn`" in says.en  # noqa: PT018
    assert "위에서부터" in says.ko
    assert "from the top" in says.en


def test_a_name_without_a_value_as_yet_is_an_error_like_any_other():
    def sum_of_squares(y_pred, y):
        total += ((y_pred - y) ** 2).sum()  # noqa: F821
        return total

    def raises(y_pred, y):
        raise NameError("on purpose")

    assert "UnboundLocalError" in says_of(check_sum_of_squares, sum_of_squares, "error").en
    assert "on purpose" in says_of(check_sum_of_squares, raises, "error").en


def test_a_caret_is_named_first():
    diagnosis = check_sum_of_squares.diagnose(lambda y_pred, y: ((y_pred - y) ^ 2).sum())
    assert diagnosis.kind == "error"
    assert "`^` is not a power" in diagnosis.hints[0].en
    assert "거듭제곱이 아닙니다" in diagnosis.hints[0].ko
    wrong = check_count_parameters.diagnose(lambda model: len(list(model.parameters())) ^ 2)
    assert "`^`" in wrong.hints[0].en
    assert not any("`^`" in hint.en for hint in check_count_parameters.diagnose(len).hints)


def leaves(y_pred, y):
    sys.exit()


def test_an_answer_that_ends_python_is_told_so():
    says = says_of(check_sum_of_squares, leaves, "exit")
    assert "`exit()`" in says.ko and "`return`" in says.en  # noqa: PT018


def test_exit_in_an_answer_does_not_end_a_kernel():
    shell = SimpleNamespace(left=False)
    shell.ask_exit = lambda: setattr(shell, "left", True)
    ipython = SimpleNamespace(get_ipython=lambda: shell)
    kept = shell.ask_exit
    with mock.patch.dict(sys.modules, IPython=ipython):
        says_of(check_sum_of_squares, lambda y_pred, y: shell.ask_exit(), "exit")
    assert not shell.left
    assert getattr(shell, "ask_exit", kept) is kept


@pytest.mark.ci
def test_a_kernel_outlives_exit_in_an_answer_and_not_exit_in_a_cell():
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        said = []
        code = """
            from tutorial_helpers.exercises import check_sum_of_squares
            def sum_of_squares(y_pred, y):
                exit()
            check_sum_of_squares(sum_of_squares)
        """
        hook = lambda message: said.append(message["content"].get("text", ""))  # noqa: E731
        client.execute_interactive(textwrap.dedent(code), output_hook=hook, timeout=60)
        assert FINDINGS["exit"].en in "".join(said)
        time.sleep(1)  # a kernel that is asked to end does so a moment later
        client.execute_interactive("print('alive')", output_hook=hook, timeout=60)
        assert "alive\n" in said
        client.execute("exit()")
        end = time.monotonic() + 20
        while manager.is_alive() and time.monotonic() < end:
            time.sleep(0.1)
        assert not manager.is_alive()
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_an_answer_that_takes_too_much_memory_is_stopped(monkeypatch):
    monkeypatch.setattr(trying, "BYTES", 2**25)
    kept = []

    def grows(losses):
        while True:
            kept.append(bytearray(2**20))

    says = says_of(check_first_step_below_1, grows, "memory")
    kept.clear()
    assert "메모리" in says.ko and "memory" in says.en  # noqa: PT018


# Changed


def test_everything_that_an_answer_may_change_is_watched():
    def act(model, numbers, array, table):
        with torch.no_grad():
            model.weight += 1
        numbers.append(1)
        array += 1
        table["n"] = 2

    case = lambda: (nn.Linear(1, 1), [1], np.zeros(2), {"n": 1})  # noqa: E731
    calm, wild = (
        trying.try_answer(answer, [case], trying.call)[0]
        for answer in (lambda *arguments: None, act)
    )
    assert [comparing.difference(*pair) for pair in zip(calm.left, wild.left, strict=True)] == [
        "value", "length", "value", "value"
    ]  # fmt: skip


def test_what_was_changed_is_named():
    def count(model):
        number = sum(param.numel() for param in model.parameters())
        nn.init.zeros_(next(model.parameters()))
        return number

    says = says_of(check_count_parameters, count, "changed")
    assert "`model`" in says.ko and "`model`" in says.en  # noqa: PT018


def test_a_text_takes_the_words_of_each_language():
    text = Text("{a} {b}", "{a} {b}").with_values(a=Text("가", "A"), b=1)
    assert text == ("가 1", "A 1")
