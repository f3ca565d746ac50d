"""What an exercise is, and the diagnosis of an answer to it."""

import inspect
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import torch

from tutorial_helpers.exercises import messages, reading
from tutorial_helpers.exercises.comparing import difference
from tutorial_helpers.exercises.messages import FINDINGS, Text
from tutorial_helpers.exercises.showing import calls_of, code_of_case, shown, shown_apart
from tutorial_helpers.exercises.surroundings import give_back, put_back
from tutorial_helpers.exercises.trying import (
    CannotTryError,
    TookTooLongError,
    TookTooMuchError,
    call,
    made,
    try_answer,
)
from tutorial_helpers.language import quoted, say

_LANGUAGES = ("ko", "en")


class Mistake(NamedTuple):
    """A wrong answer that is known.

    Attributes
    ----------
    answer : callable
        The wrong answer, written out.
    says : Text
        What is wrong with it.
    hint : Text
        What to look at, without the solution.
    """

    answer: Callable
    says: Text
    hint: Text


class Diagnosis(NamedTuple):
    """What is found about an answer.

    Attributes
    ----------
    kind : str
        "right", "blank" (not attempted yet), "mistake" (a known one), "impossible" (the
        check could not be carried out), or what else is wrong: "uncallable", "taken",
        "overwrites", "exit", "endless", "memory", "error", "name", "changed", "none",
        "type", "length", "shape", "dtype", "nan" or "value".
    says : Text
        The finding in words.
    hints : tuple of Text
        From the first look to the last step before the solution.
    """

    kind: str
    says: Text
    hints: tuple = ()

    def demand_right(self):
        """Do nothing if the answer is right.

        Raises
        ------
        AssertionError
            Otherwise, with the finding in both languages. This is for graders.
        """
        if self.kind != "right":
            raise AssertionError("\n".join(self.says))


@dataclass(frozen=True)
class Exercise:
    """An exercise, which is at the same time the check of its answers.

    Attributes
    ----------
    name : str
        The name of the check in lessons: ``check_`` and the name of the answer.
    lesson : str
        The first two digits of its lesson.
    minutes : int
        How long it takes.
    asks : Text
        What the answer has to do.
    why : Text
        Why it matters, for those who got it right.
    starter, reference : callable
        What learners find in the lesson, and a right answer.
    cases : sequence of callable
        Each returns the arguments of one call, the same ones whenever it is called.
        The smallest comes first.
    mistakes : sequence of Mistake
        The wrong answers that it knows.
    hints : sequence of Text
        Hints for everyone, after the hint that belongs to a known mistake.
    observe : callable
        ``observe(answer, *arguments)`` returns what is compared with the reference.

    Examples
    --------
    >>> def double(n): return 2 * n
    >>> def square(n): return n**2
    >>> check_double = Exercise(
    ...     name="check_double", lesson="00", minutes=1,
    ...     asks=Text("두 배를 돌려줍니다.", "Return the double."),
    ...     why=Text("두 배는 자주 씁니다.", "Doubles are used often."),
    ...     starter=lambda n: None, reference=double, cases=[lambda: (3,)],
    ...     mistakes=[Mistake(square, Text("제곱했습니다.", "It is squared."),
    ...                       Text("2를 곱해 보세요.", "Multiply by 2."))],
    ...     hints=[Text("n의 두 배는 얼마인가요?", "What is the double of n?")])
    >>> check_double.diagnose(lambda n: n + n).kind
    'right'
    >>> check_double.diagnose(square).says.en
    'It is squared.'
    """

    name: str
    lesson: str
    minutes: int
    asks: Text
    why: Text
    starter: Callable
    reference: Callable
    cases: Sequence[Callable]
    mistakes: Sequence[Mistake]
    hints: Sequence[Text]
    observe: Callable = call

    def __call__(self, answer, hint=None):
        """Print what is found about an answer, and hints if it is not right.

        답을 확인하여 결과를 보여 줍니다. 맞지 않으면 힌트도 보여 줍니다.

        Parameters
        ----------
        answer : callable
            The learner's function or class itself, without parentheses.
        hint : int, optional
            How many hints to show: 1 for an answer that is wrong, unless given.

        Raises
        ------
        ValueError
            If `hint` is not a whole number of at least 0.
        """
        if hint is not None and (isinstance(hint, bool) or not isinstance(hint, int) or hint < 0):
            given = quoted(hint)
            raise ValueError(
                say(
                    f"hint에는 0, 1, 2처럼 0보다 크거나 같은 정수를 넣으세요. 받은 값: {given}",
                    f"hint must be 0 or a positive whole number, but it is {given}.",
                )
            )
        print(self.report(self.diagnose(answer), hint))

    def report(self, diagnosis, hint=None):
        """Return a diagnosis as text for the learner, with as many hints as wanted."""
        reports = (self._report_in(place, diagnosis, hint) for place in range(2))
        return say(*reports, between="\n\n")

    def _report_in(self, language, diagnosis, hint):
        lines = [diagnosis.says[language]]
        if diagnosis.kind == "impossible":
            return lines[0]
        if diagnosis.kind not in ("right", "blank"):
            lines[0] = messages.NOT_YET[language] + lines[0]
        if diagnosis.kind == "right":
            return "\n".join([*lines, self.why[language]])
        if hint is None:
            hint = 0 if diagnosis.kind == "blank" else 1
        for number, words in enumerate(diagnosis.hints[:hint], start=1):
            lines.append(messages.HINT[language].format(number=number, words=words[language]))
        if hint >= len(diagnosis.hints):
            return "\n".join([*lines, messages.NO_MORE_HINTS[language]])
        more = (messages.NEXT_HINT if hint else messages.FIRST_HINT)[language]
        answer = self.name.removeprefix("check_")
        return "\n".join([*lines, more.format(name=self.name, answer=answer, hint=hint + 1)])

    def diagnose(self, answer):
        """Find out whether an answer is right, and if not, what is wrong with it.

        A check that cannot be carried out says so: nothing is right that was not compared
        on every case with what the reference does.

        Parameters
        ----------
        answer : callable

        Returns
        -------
        Diagnosis
        """
        found = put_back()
        try:
            if found:
                words = FINDINGS["overwritten"].with_values(name=found[0].name)
                return Diagnosis("impossible", words)
            return self._refuse(answer) or self._judge(answer)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            return Diagnosis("impossible", FINDINGS["impossible"].with_values(error=reason))
        finally:
            give_back(found)

    def case(self, number):
        """Return the arguments of one of the calls on which answers are tried.

        Parameters
        ----------
        number : int
            Its place in `cases`.

        Returns
        -------
        tuple

        Raises
        ------
        IndexError
            If there is no such case.

        Examples
        --------
        >>> from tutorial_helpers.exercises import check_first_step_below_1
        >>> check_first_step_below_1.case(0)
        ([5.0, 0.5],)
        """
        return _apart(made, self.cases[number]).result

    def _refuse(self, answer):
        """Return the diagnosis of what is no answer of the learner's, or None."""
        if not callable(answer) or isinstance(answer, torch.nn.Module):
            given = _apart(quoted, answer).result or type(answer).__name__
            words = FINDINGS["uncallable"].with_values(name=self.name, answer=given)
            return Diagnosis("uncallable", words, tuple(self.hints))
        if reading.what_it_does(answer) == reading.what_it_does(self.starter):
            return Diagnosis("blank", FINDINGS["blank"], tuple(self.hints))
        if reading.is_taken(answer):
            return Diagnosis("taken", FINDINGS["taken"], tuple(self.hints))
        return None

    def _judge(self, answer):
        """Return what is found when an answer is tried."""
        general = tuple(self.hints)
        expected, wrong = self._expected, self._wrong  # before an answer can change anything
        try:
            outcomes = try_answer(answer, self.cases, self.observe)
        except TookTooLongError:
            return Diagnosis("endless", FINDINGS["endless"], general)
        except TookTooMuchError:
            return Diagnosis("memory", FINDINGS["memory"], general)
        for outcome in outcomes:
            if outcome.overwritten:
                words = FINDINGS["overwrites"].with_values(name=outcome.overwritten[0])
                return Diagnosis("overwrites", words, general)
            if isinstance(outcome.error, SystemExit):
                return Diagnosis("exit", FINDINGS["exit"], general)
        _demand_that_it_tells_apart(expected, wrong)
        if _agree(expected, outcomes):
            return Diagnosis("right", FINDINGS["right"])
        for mistake, known in zip(self.mistakes, self._known, strict=True):
            if _agree(known, outcomes):
                return Diagnosis("mistake", mistake.says, (mistake.hint, *general))
        return self._unknown(answer, outcomes)

    @cached_property
    def _expected(self):
        """Return what the reference does, which must go well; a failure is not cached."""
        outcomes = try_answer(self.reference, self.cases, self.observe)
        for outcome in outcomes:
            if outcome.error is not None or outcome.overwritten:
                raise CannotTryError(f"{outcome.error or outcome.overwritten}")
        return outcomes

    @cached_property
    def _wrong(self):
        """Return what the starter and a known mistake do, by which the check tests itself."""
        return self._outcomes_of([self.starter, self.mistakes[0].answer])

    @cached_property
    def _known(self):
        """Return what the known mistakes do."""
        return self._outcomes_of([mistake.answer for mistake in self.mistakes])

    def _outcomes_of(self, wrong):
        outcomes = [try_answer(answer, self.cases, self.observe) for answer in wrong]
        _demand_that_it_tells_apart(self._expected, outcomes)
        return outcomes

    def _unknown(self, answer, outcomes):
        """Describe the smallest case on which an answer fails in a way of its own."""
        pairs = list(zip(self._expected, outcomes, strict=True))
        number = next(i for i, pair in enumerate(pairs) if not _same(*pair))
        expected, outcome = pairs[number]
        kind = words = difference(expected.result, outcome.result) or "changed"
        function = reading.function_of(answer)
        values = {"arguments": self._given(number)}
        if outcome.error is not None:
            kind = words = "error"
            values["error"] = traceback.format_exception_only(outcome.error)[-1].strip()
            values["line"] = reading.line_of(outcome.error, function)
            if type(outcome.error) is NameError and outcome.error.name:
                kind = words = "name"
                values["name"] = outcome.error.name
        elif kind == "changed":
            values["names"] = ", ".join(self._changed(expected, outcome))
        else:
            values["expected"], values["actual"] = _results(expected.result, outcome.result)
        if kind == "none":
            words = self._why_none(answer, function, number)
        caret = (messages.CARET,) if function and reading.has_caret(function) else ()
        return Diagnosis(kind, FINDINGS[words].with_values(**values), (*caret, *self.hints))

    def _why_none(self, answer, function, number):
        """Return which words fit a result that is None or holds None."""
        if not function:
            return "none as value"
        if not reading.returns_something(function):
            return "none"
        ends = []

        def observe(answer, *arguments):
            sys.setprofile(lambda frame, event, _: reading.note_end(ends, function, frame, event))
            try:
                return self.observe(answer, *arguments)
            finally:
                sys.setprofile(None)

        try_answer(answer, [self.cases[number]], observe)
        return "none on this way" if any(ends) else "none as value"

    def _names_of(self, given):
        """Return what the arguments of a case are called: as in `observe`, if they are there."""
        observed, answered = (
            list(inspect.signature(each).parameters.values())
            for each in (self.observe, self.reference)
        )
        open_ended = any(each.kind is each.VAR_POSITIONAL for each in observed)
        parameters = answered if open_ended else observed[1:]
        return [each.name for each in parameters[: len(given)]]

    def _changed(self, expected, outcome):
        names = self._names_of(outcome.left)
        pairs = zip(names, expected.left, outcome.left, strict=True)
        return [name for name, wanted, left in pairs if difference(wanted, left)]

    def _given(self, number):
        """Return a case as code that can be pasted, one line for each argument."""
        lines = _apart(self._lines_of_case, number).result
        return "".join(f"\n{line}" for line in lines) if len(lines) > 1 else f" {lines[0]}"

    def _lines_of_case(self, number):
        given = made(self.cases[number])
        names = self._names_of(given)
        calls = [] if inspect.isclass(self.reference) else calls_of(self, names, given)
        given = made(self.cases[number])
        return code_of_case(
            f"{self.name}.case({number})", dict(zip(names, given, strict=True)), calls
        )


def _agree(expected, outcomes):
    """Return whether two answers have done the same on every case."""
    return len(expected) == len(outcomes) > 0 and all(map(_same, expected, outcomes))


def _same(expected, outcome):
    """Return whether two outcomes are the same, errors by their kind."""
    if expected.error is not None or outcome.error is not None:
        return type(expected.error) is type(outcome.error)
    same = difference(expected.result, outcome.result) is None
    return same and difference(expected.left, outcome.left) is None


def _demand_that_it_tells_apart(expected, known):
    """Raise an error if what is right does not agree with itself, or anything wrong with it."""
    if not _agree(expected, expected) or any(_agree(expected, wrong) for wrong in known):
        raise CannotTryError("right and wrong answers look the same")


def _apart(function, *arguments):
    """Return the outcome of a call that is kept from what the learner has set."""
    (outcome,) = try_answer(function, [lambda: arguments], call)
    return outcome


def _results(expected, actual):
    """Return two results that differ as two texts in each language."""
    pairs = []
    for language in _LANGUAGES:
        pair = _apart(shown_apart, expected, actual, language).result
        if pair is None:  # of a kind that cannot be shown
            pair = _apart(shown, expected, language).result, type(actual).__name__
        pairs.append(pair)
    return (Text(*texts) for texts in zip(*pairs, strict=True))
