"""What an exercise is, and the diagnosis of an answer to it."""

import contextlib
import inspect
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import torch

from tutorial_helpers.exercises import messages
from tutorial_helpers.exercises.messages import FINDINGS, Text
from tutorial_helpers.exercises.trying import TookTooLongError, call, difference, try_answer
from tutorial_helpers.language import quoted, say


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
        "right", "blank" (not attempted yet), "mistake" (a known one), or what else is
        wrong: "uncallable", "endless", "error", "changed", "none", "type", "length",
        "shape", "dtype", "nan" or "value".
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

        Parameters
        ----------
        answer : callable

        Returns
        -------
        Diagnosis
        """
        general = tuple(self.hints)
        expected = self._expected  # before an answer can change what it depends on
        if not callable(answer) or isinstance(answer, torch.nn.Module):
            words = FINDINGS["uncallable"].with_values(name=self.name, answer=quoted(answer))
            return Diagnosis("uncallable", words, general)
        if _code_of(answer) == _code_of(self.starter):
            return Diagnosis("blank", FINDINGS["blank"], general)
        try:
            outcomes = try_answer(answer, self.cases, self.observe)
        except TookTooLongError:
            return Diagnosis("endless", FINDINGS["endless"], general)
        wrong = [i for i in range(len(expected)) if not _agree(expected[i], outcomes[i])]
        if not wrong:
            return Diagnosis("right", FINDINGS["right"])
        for mistake, known in zip(self.mistakes, self._known, strict=True):
            if all(map(_agree, known, outcomes)):
                return Diagnosis("mistake", mistake.says, (mistake.hint, *general))
        return self._unknown(answer, self.cases[wrong[0]], wrong[0], outcomes[wrong[0]], general)

    @cached_property
    def _expected(self):
        return try_answer(self.reference, self.cases, self.observe)

    @cached_property
    def _known(self):
        return [try_answer(wrong.answer, self.cases, self.observe) for wrong in self.mistakes]

    def _unknown(self, answer, case, i, outcome, hints):
        """Describe the smallest case on which an answer fails in a way of its own."""
        expected = self._expected[i]
        kind = difference(expected.result, outcome.result) or "changed"
        values = {"arguments": self._arguments_of(case)}
        if outcome.error is not None:
            kind = "error"
            values["error"] = traceback.format_exception_only(outcome.error)[-1].strip()
            values["line"] = _line_of(outcome.error, answer)
        for digits in (5, 12):
            values["expected"] = _describe(expected.result, digits)
            values["actual"] = _describe(outcome.result, digits)
            if values["expected"] != values["actual"]:
                break
        return Diagnosis(kind, FINDINGS[kind].with_values(**values), hints)

    def _arguments_of(self, case):
        names = inspect.signature(self.reference).parameters
        with torch.random.fork_rng(devices=[]):
            pairs = list(zip(names, case(), strict=False))
        return ", ".join(f"{name} = {_describe(value)}" for name, value in pairs)


def _agree(expected, outcome):
    """Return whether two outcomes are the same, errors by their kind."""
    if expected.error or outcome.error:
        return type(expected.error) is type(outcome.error)
    same = difference(expected.result, outcome.result) is None
    return same and expected.changed == outcome.changed


def _code_of(answer):
    """Return what a function does, without its names and places in a file."""
    if inspect.isclass(answer):
        answer = vars(answer).get("forward", answer)
    code = getattr(answer, "__code__", None)
    if not inspect.iscode(code):
        return None
    constants = [getattr(constant, "co_code", constant) for constant in code.co_consts]
    return code.co_code, code.co_names, code.co_varnames, constants


def _line_of(error, answer):
    """Return the line in a learner's code that raised an error, or a dash."""
    function = vars(answer).get("forward") if inspect.isclass(answer) else answer
    with contextlib.suppress(ValueError):  # of an answer that wraps itself
        function = inspect.unwrap(function)
    file = getattr(getattr(function, "__code__", None), "co_filename", None)
    mine = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    return (mine[-1].line if mine else "") or "-"


def _describe(value, digits=5):
    """Return a value as a learner can read it: small ones whole, large ones by their shape."""
    try:
        return _in_words(value, digits)
    except Exception:  # of a kind that cannot be shown
        return type(value).__name__


def _in_words(value, digits):
    if isinstance(value, torch.Tensor):
        dtype = "" if value.dtype == torch.float32 else f", dtype={value.dtype}"
        if value.numel() <= 12:
            return f"tensor({_in_words(value.detach().tolist(), digits)}{dtype})"
        return f"tensor(..., shape={tuple(value.shape)}{dtype})"
    if isinstance(value, torch.nn.Module):
        return type(value).__name__
    if isinstance(value, float):
        return f"{value:.{digits}g}"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_in_words(part, digits)}" for key, part in value.items())
    if isinstance(value, (list, tuple)):
        parts = [_in_words(part, digits) for part in value[:6]]
        inside = ", ".join(parts + ["..."] * (len(value) > 6))
        return f"[{inside}]" if isinstance(value, list) else f"({inside})"
    return getattr(value, "__name__", None) or quoted(value)
