"""The exercises: right answers pass, each known mistake is told by its own words."""

import _thread
import importlib
import math
import re
import signal
import threading
import time
import warnings
from unittest import mock

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

import claims
from assignments import code_of_solutions
from lessons import LESSONS, read_notebook
from outputs import printed_in
from proofreading.words import HABITS
from tutorial_helpers import show_language
from tutorial_helpers.exercises import EXERCISES, comparing, engine, trying
from tutorial_helpers.exercises.lesson_00 import check_first_step_below_1, check_sum_of_squares
from tutorial_helpers.exercises.lesson_05 import check_one_step
from tutorial_helpers.exercises.lesson_09 import check_centered_gradient
from tutorial_helpers.exercises.messages import FINDINGS

LESSON = {script.stem[:2]: script for script in LESSONS}


def id_of(exercise):
    """Return how tests of an exercise are called: by its lesson and its name."""
    return f"{LESSON[exercise.lesson].stem}-{exercise.name}"


by_lesson = pytest.mark.parametrize("script", LESSONS, ids=lambda script: script.stem)
by_name = pytest.mark.parametrize("exercise", EXERCISES, ids=id_of)

RIGHT = {
    name: answers
    for number in LESSON
    if (known := claims.about(number))
    for name, answers in known.RIGHT.items()
}
EACH_RIGHT = [
    pytest.param(exercise, answer, id=f"{id_of(exercise)}-{answer.__name__}")
    for exercise in EXERCISES
    for answer in RIGHT.get(exercise.name, ())
]
EACH_WRONG = [
    pytest.param(exercise, mistake, id=f"{id_of(exercise)}-{mistake.answer.__name__}")
    for exercise in EXERCISES
    for mistake in exercise.mistakes
]


@pytest.fixture(autouse=True, scope="module")
def _time_enough():
    """Let no answer be endless because a machine is slow, and let references be answers."""
    with (
        mock.patch.object(trying, "SECONDS", 100),
        mock.patch.object(engine.reading, "is_taken", return_value=False),
    ):
        yield


# What the course offers


@by_name
def test_an_exercise_knows_mistakes_hints_and_two_more_right_answers(exercise):
    assert len(exercise.mistakes) >= 3
    assert len(exercise.hints) >= 2
    assert exercise.minutes > 0
    right = RIGHT.get(exercise.name, ())
    assert len(right) >= 2, f"too few in tests/answers/lesson_{exercise.lesson}.py"


# What it says of answers


@by_name
def test_the_reference_is_right_and_the_starter_not_attempted_yet(exercise):
    assert exercise.diagnose(exercise.reference).kind == "right"
    assert exercise.diagnose(exercise.starter).kind == "blank"


@by_name
def test_the_starter_is_no_right_answer_even_if_it_is_tried(exercise):
    expected, found = (
        trying.try_answer(answer, exercise.cases, exercise.observe)
        for answer in (exercise.reference, exercise.starter)
    )
    assert not engine._agree(expected, found)


@pytest.mark.parametrize(("exercise", "answer"), EACH_RIGHT)
def test_a_right_answer_is_right_however_it_is_written(exercise, answer):
    diagnosis = exercise.diagnose(answer)
    assert diagnosis.kind == "right", diagnosis.says.en


@pytest.mark.parametrize(("exercise", "mistake"), EACH_WRONG)
def test_a_known_mistake_is_told_by_its_own_words(exercise, mistake):
    diagnosis = exercise.diagnose(mistake.answer)
    assert diagnosis.kind == "mistake", diagnosis.says.en
    assert diagnosis.says == mistake.says
    assert diagnosis.hints == (mistake.hint, *exercise.hints)


def wrapped(exercise, change):
    """Return the reference, or a class like it, with its result changed."""
    reference = exercise.reference
    if isinstance(reference, type):
        methods = {"forward": lambda self, x: change(reference.forward(self, x))}
        return type("Wrapped", (reference,), methods)
    return lambda *arguments: change(reference(*arguments))


def fail(result):
    raise LookupError("on purpose")


def returns_numbers(exercise):
    """Return whether the answer is one Tensor or one number, which can be spoiled."""
    (outcome, *_) = trying.try_answer(exercise.reference, exercise.cases, trying.call)
    result = outcome.result
    return isinstance(result, (torch.Tensor, float, int)) and not isinstance(result, bool)


@by_name
def test_an_answer_that_raises_is_told_its_own_line(exercise):
    diagnosis = exercise.diagnose(wrapped(exercise, fail))
    assert diagnosis.kind == "error"
    assert "LookupError: on purpose" in diagnosis.says.ko
    assert "LookupError: on purpose" in diagnosis.says.en


def test_an_error_that_is_no_known_mistake_is_told_as_it_is():
    def one_step(model, loss_fn, x, y, learning_rate):
        raise RuntimeError("on purpose")

    diagnosis = check_one_step.diagnose(one_step)
    assert diagnosis.kind == "error"
    assert "RuntimeError: on purpose" in diagnosis.says.en


def nothing(result):
    result = None
    return result


def spoil(result):
    if isinstance(result, torch.Tensor):
        return result * math.nan
    return math.nan if isinstance(result, (int, float)) else [result]


@by_name
@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (nothing, {"none", "error", "type"}),
        (spoil, {"nan", "length", "type", "value", "mistake"}),
    ],
)
def test_nothing_and_what_is_spoiled_are_neither_right_nor_blank(exercise, change, kinds):
    assert exercise.diagnose(wrapped(exercise, change)).kind in kinds


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda loss: loss * math.nan, "nan"),
        (lambda loss: loss.reshape(1), "shape"),
        (lambda loss: loss.to(torch.float16), "dtype"),
        (lambda loss: None, "none as value"),
        (lambda loss: (loss, loss), "type"),
        (lambda loss: loss + 1, "value"),
    ],
)
def test_each_kind_of_wrong_result_has_its_own_words(change, kind):
    diagnosis = check_sum_of_squares.diagnose(wrapped(check_sum_of_squares, change))
    assert diagnosis.kind == kind.partition(" ")[0]
    assert diagnosis.says.en.startswith(FINDINGS[kind].en.partition("\n")[0])
    given = "y_pred = torch.tensor([[3.0]])\ny = torch.tensor([[1.0]])"
    assert f"Given:\n{given}\nExpected: torch.tensor(4.0)" in diagnosis.says.en


def test_what_an_answer_prints_and_warns_is_not_shown(capsys, recwarn):
    def loud(losses):
        print("on purpose")
        warnings.warn("on purpose", stacklevel=1)
        return check_first_step_below_1.reference(losses)

    assert check_first_step_below_1.diagnose(loud).kind == "right"
    assert capsys.readouterr() == ("", "")
    assert not recwarn.list


def test_an_answer_like_the_starter_in_all_but_one_name_is_not_blank():
    def centered_gradient(model, x, y):
        y_pred = model(x)
        y_pred.data -= y_pred.data.amax(dim=1, keepdim=True)
        loss = ((y_pred - y) ** 2).sum()
        loss.backward()
        return model[2].bias.grad

    assert check_centered_gradient.diagnose(centered_gradient).kind != "blank"
    assert check_first_step_below_1.diagnose(lambda losses: losses).kind == "type"


@pytest.mark.parametrize(
    ("expected", "allowed"),
    [
        (1.0, 1e-6),
        (torch.ones(2), 1e-5),
        (torch.ones(2, dtype=torch.float64), 1e-8),
    ],
)
def test_rounding_is_allowed_and_a_hundred_times_as_much_is_not(expected, allowed):
    assert comparing.difference(expected, expected * (1 + allowed)) is None
    assert comparing.difference(expected, expected * (1 + 100 * allowed)) == "value"
    assert comparing.difference([expected], (expected * (1 - 100 * allowed),)) == "value"


def test_the_smallest_case_on_which_an_answer_fails_is_shown():
    def right_for_two_losses(losses):
        return len(losses) - 1 if losses[0] > 1 else 0

    says = check_first_step_below_1.diagnose(right_for_two_losses).says.en
    assert "losses = [3.0, 2.0, 1.0, 0.9, 0.8]\nExpected: 3\nFound: 4" in says


def test_an_answer_that_changes_its_inputs_is_told_so():
    def empties(losses):
        place = check_first_step_below_1.reference(losses)
        losses.clear()
        return place

    def negates(y_pred, y):
        loss = check_sum_of_squares.reference(y_pred, y)
        y.neg_()
        return loss

    assert check_first_step_below_1.diagnose(empties).kind == "changed"
    assert check_sum_of_squares.diagnose(negates).kind == "changed"


def endless(losses):
    while True:
        pass


def endless_and_stubborn(losses):
    for _ in range(3):
        try:
            endless(losses)
        except:  # noqa: E722
            continue


@pytest.mark.parametrize("answer", [endless, endless_and_stubborn])
def test_an_endless_answer_is_stopped(answer, monkeypatch):
    monkeypatch.setattr(trying, "SECONDS", 0.2)
    before = threading.active_count()
    assert check_first_step_below_1.diagnose(answer).kind == "endless"
    wait_for_threads(before)


def test_an_answer_that_cannot_be_stopped_is_left_alone(monkeypatch):
    # Nothing is raised in a thread that waits for a lock, and Python 3.11 cannot be traced
    # while something is to be raised. So nobody tries.
    asked, python = [], trying.ctypes.pythonapi
    monkeypatch.setattr(python, "PyThreadState_SetAsyncExc", lambda *what: asked.append(what))
    monkeypatch.setattr(trying, "SECONDS", 0.1)
    before, answering = threading.active_count(), threading.Event()
    assert check_first_step_below_1.diagnose(lambda losses: answering.wait()).kind == "endless"
    assert len(asked) == 50
    assert threading.active_count() == before + 1
    answering.set()
    wait_for_threads(before)


def wait_for_threads(count):
    end = time.monotonic() + 5
    while threading.active_count() > count and time.monotonic() < end:
        time.sleep(0.01)
    assert threading.active_count() == count


def interrupted(losses):
    timer = threading.Timer(0.1, _thread.interrupt_main)
    timer.start()
    endless(losses)


@pytest.fixture
def listening():
    """Let Python hear an interrupt; a shell lets what runs in the background ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("listening")
def test_an_interrupted_check_leaves_nothing_behind(capsys):
    torch.manual_seed(5)
    filters, threads = warnings.filters[:], threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        check_first_step_below_1.diagnose(interrupted)
    found = torch.randn(3)
    torch.manual_seed(5)
    assert torch.equal(found, torch.randn(3))
    assert warnings.filters[:] == filters
    wait_for_threads(threads)


@pytest.mark.parametrize("error", [SystemExit, KeyboardInterrupt, GeneratorExit, LookupError])
def test_no_answer_that_ends_in_an_error_is_right(error):
    exercise, calls = check_first_step_below_1, []

    def sometimes(result):
        calls.append(result)
        if len(calls) > 1:
            raise error("on purpose")
        return result

    assert exercise.diagnose(wrapped(exercise, sometimes)).kind != "right"


@by_name
def test_another_data_type_of_the_lesson_is_kept_from_the_check(exercise):
    torch.set_default_dtype(torch.float64)
    try:
        assert exercise.diagnose(RIGHT[exercise.name][0]).kind == "right"
        assert torch.get_default_dtype() == torch.float64
    finally:
        torch.set_default_dtype(torch.float32)


def test_a_data_type_that_an_answer_chooses_does_not_stay():
    def chooses(y_pred, y):
        torch.set_default_dtype(torch.float64)
        return torch.tensor(((y_pred - y) ** 2).sum().item())

    assert check_sum_of_squares.diagnose(chooses).kind == "dtype"
    assert torch.get_default_dtype() == torch.float32
    assert check_sum_of_squares.diagnose(check_sum_of_squares.reference).kind == "right"


@by_name
def test_a_value_in_place_of_a_function_or_class_is_told_so(exercise):
    for answer in (7, None, *([torch.nn.ReLU()] if isinstance(exercise.reference, type) else [])):
        diagnosis = exercise.diagnose(answer)
        assert diagnosis.kind == "uncallable"
        assert exercise.name in diagnosis.says.ko
        assert exercise.name in diagnosis.says.en


@by_name
def test_a_check_leaves_the_random_numbers_of_the_lesson_alone(exercise):
    def draws(*arguments):
        torch.manual_seed(123)
        return torch.randn(1)

    torch.manual_seed(5)
    exercise.diagnose(draws)
    exercise.diagnose(exercise.mistakes[0].answer)
    found = torch.randn(3)
    torch.manual_seed(5)
    assert torch.equal(found, torch.randn(3))


def test_where_no_loss_is_below_1_there_is_no_such_step():
    assert check_first_step_below_1.reference([2.0, 1.0]) is None


@pytest.mark.ci
@given(st.lists(st.floats(1.5, 1e6), max_size=30), st.floats(0, 0.9), st.integers(-3, 3))
def test_of_hypothesis_only_the_right_step_is_right(above, below, shift):
    losses = [*above, below, *above]
    place = check_first_step_below_1.reference(losses)
    assert place == len(above)
    answer = lambda given: check_first_step_below_1.reference(given) + shift  # noqa: E731
    assert (check_first_step_below_1.diagnose(answer).kind == "right") == (shift == 0)


NUMERIC = [exercise for exercise in EXERCISES if returns_numbers(exercise)]


def test_most_exercises_are_numeric():
    assert len(NUMERIC) >= 8


@pytest.mark.ci
@given(st.data(), st.one_of(st.floats(-5, 0.99), st.floats(1.01, 5)))
def test_of_hypothesis_no_multiple_of_a_right_answer_is_right(data, factor):
    exercise = data.draw(st.sampled_from(NUMERIC))
    diagnosis = exercise.diagnose(wrapped(exercise, lambda result: result * factor))
    assert diagnosis.kind != "right"


@pytest.mark.ci
@given(st.data())
def test_of_hypothesis_rounding_alone_is_right(data):
    computed = [each for each in NUMERIC if each.name != "check_shuffle_targets"]  # it moves rows
    exercise = data.draw(st.sampled_from(computed))
    noise = data.draw(st.floats(-1e-9, 1e-9))
    kind = exercise.diagnose(wrapped(exercise, lambda result: result * (1 + noise))).kind
    assert kind == "right" or (kind == "type" and noise)


# What learners and graders see


def shown(exercise, answer, capsys, **options):
    exercise(answer, **options)
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["ko", "en", "both"])
@by_name
def test_messages_speak_the_chosen_language(exercise, language, capsys):
    show_language(language)
    for answer in (exercise.reference, exercise.starter, exercise.mistakes[0].answer):
        text = shown(exercise, answer, capsys, hint=9)
        assert bool(re.search("[가-힣]", text)) == (language != "en")
        assert bool(re.search("[A-Z][a-z]+ [a-z]+", text)) == (language != "ko")


def test_hints_grow_on_request(capsys):
    show_language("en")
    mistake = check_sum_of_squares.mistakes[0]
    hints = [mistake.hint, *check_sum_of_squares.hints]
    for number in range(5):
        text = shown(check_sum_of_squares, mistake.answer, capsys, hint=number)
        assert [hint.en in text for hint in hints] == [i < number for i in range(3)]
        assert ("no more hints" in text) == (number >= 3)
        assert (f"hint={number + 1})" in text) == (number < 3)
    one = shown(check_sum_of_squares, mistake.answer, capsys)
    assert one == shown(check_sum_of_squares, mistake.answer, capsys, hint=1)
    assert "Hint" not in shown(check_sum_of_squares, check_sum_of_squares.starter, capsys)


@pytest.mark.parametrize("hint", [-1, "2", True, 1.5])
def test_a_hint_that_is_no_count_is_refused_in_both_languages(hint):
    with pytest.raises(ValueError, match="정수") as refused:
        check_sum_of_squares(check_sum_of_squares.reference, hint=hint)
    assert "whole number" in str(refused.value)


def test_a_grader_can_demand_a_right_answer():
    check_sum_of_squares.diagnose(check_sum_of_squares.reference).demand_right()
    mistake = check_sum_of_squares.mistakes[0]
    with pytest.raises(AssertionError) as refused:
        check_sum_of_squares.diagnose(mistake.answer).demand_right()
    assert str(refused.value) == "\n".join(mistake.says)


# What is in the lessons


def solutions_of(script):
    """Return the code of a lesson's solutions."""
    return list(code_of_solutions(read_notebook(script).cells).values())


def checks_called_in(sources):
    """Return the names of the checks that code calls, one for each call."""
    return sorted(re.findall(r"(?m)^(check_\w+)\(", "\n".join(sources)))


@by_lesson
def test_each_lesson_has_exercises_which_are_blank_and_have_solutions(script):
    mine = sorted(exercise.name for exercise in EXERCISES if exercise.lesson == script.stem[:2])
    blanks = [
        cell
        for cell in read_notebook(script).cells
        if cell.cell_type == "code" and re.search(r"(?m)^check_\w+\(\w+\)$", cell.source)
    ]
    assert mine
    assert checks_called_in(cell.source for cell in blanks) == mine
    assert checks_called_in(solutions_of(script)) == mine
    assert all(FINDINGS["blank"].ko in printed_in(cell) for cell in blanks)
    assert all(FINDINGS["blank"].en in printed_in(cell) for cell in blanks)


@by_name
def test_the_code_of_the_solution_is_right(exercise):
    answer = exercise.name.removeprefix("check_")
    solutions = solutions_of(LESSON[exercise.lesson])
    (code,) = (code for code in solutions if f"{exercise.name}({answer})" in code)
    names = {"math": math, "torch": torch, "nn": torch.nn, "F": torch.nn.functional}
    names["make_random_data"] = importlib.import_module("tutorial_helpers").make_random_data
    definitions = re.split(r"(?m)^(?=\S)", code)
    kept = [part for part in definitions if re.match(r"(?:def|class|import|from) ", part)]
    exec("".join(kept), names)
    assert exercise.diagnose(names[answer]).kind == "right"


# How the words are written


def texts_of(exercise):
    """Return all words of an exercise."""
    texts = [exercise.asks, exercise.why, *exercise.hints]
    return texts + [text for mistake in exercise.mistakes for text in mistake[1:]]


@by_name
def test_words_keep_the_habits_of_both_languages(exercise):
    for text in texts_of(exercise):
        assert text.ko.endswith((".", "?"))
        assert text.en.endswith((".", "?"))
        for part, habits in zip(text, (HABITS["ko"], HABITS["en"]), strict=True):
            plain = re.sub("`[^`]*`", " ", part)
            assert [habit for habit in habits if re.search(habit, plain, re.IGNORECASE)] == []
        assert set(re.findall("`[^`]+`", text.ko)) == set(re.findall("`[^`]+`", text.en)), text


@by_name
def test_the_korean_reads_as_in_the_lessons(exercise):
    korean = pytest.importorskip("proofreading.korean", reason="no kiwipiepy here")
    broken = [
        sentence
        for text in texts_of(exercise)
        for passage in korean.passages(text.ko)
        for check in korean.CHECKS
        for sentence in check(passage)
    ]
    assert broken == []
