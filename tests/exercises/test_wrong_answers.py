"""Wrong answers that are no known mistakes are refused, and what is said of them is true."""

import re

import pytest

import claims
from lessons import LESSONS
from tutorial_helpers.exercises import EXERCISES, trying

pytestmark = pytest.mark.ci

LESSON = {script.stem[:2]: script.stem for script in LESSONS}
ANSWERS = {number: known for number in LESSON if (known := claims.about(number))}
NO_VERDICT = {"blank", "uncallable", "taken", "impossible"}


def id_of(exercise):
    """Return how tests of an exercise are called: by its lesson and its name."""
    return f"{LESSON[exercise.lesson]}-{exercise.name}"


EACH_WRONG = [
    pytest.param(exercise, answer, words, id=f"{id_of(exercise)}-{answer.__name__}")
    for exercise in EXERCISES
    for answer, words in getattr(ANSWERS[exercise.lesson], "WRONG", {})
    .get(exercise.name, {})
    .items()
]
by_name = pytest.mark.parametrize("exercise", EXERCISES, ids=id_of)


@pytest.mark.parametrize(("exercise", "answer", "words"), EACH_WRONG)
def test_a_wrong_answer_is_refused_in_words_that_are_true_of_it(exercise, answer, words):
    diagnosis = exercise.diagnose(answer)
    assert diagnosis.kind not in {"right", *NO_VERDICT}
    said = exercise.report(diagnosis)
    assert re.search(words, said), said


def calls_of(exercise, answer):
    """Return the arguments of the first and of the last call of an answer by a check."""
    calls = []

    def noted(*arguments):
        calls.append(arguments)
        return answer(*arguments)

    trying.try_answer(noted, exercise.cases, exercise.observe)
    return calls[0], calls[-1]


def with_constant(answer, place, constant):
    """Return an answer that uses a constant in place of one of its arguments."""
    changed = lambda given: (*given[:place], constant, *given[place + 1 :])  # noqa: E731
    if not isinstance(answer, type):
        return lambda *arguments: answer(*changed(arguments))
    methods = {"__init__": lambda self, *sizes: answer.__init__(self, *changed(sizes))}
    return type("WithConstant", (answer,), methods)


@by_name
def test_every_argument_of_an_exercise_matters(exercise):
    (right, *_) = ANSWERS[exercise.lesson].RIGHT[exercise.name]
    for call in calls_of(exercise, right):
        for place, constant in enumerate(call):
            diagnosis = exercise.diagnose(with_constant(right, place, constant))
            assert diagnosis.kind not in {"right", *NO_VERDICT}, place
