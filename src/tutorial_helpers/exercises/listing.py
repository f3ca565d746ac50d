"""The exercises of all lessons, and what a teacher is told of them."""

import importlib
import pkgutil
from pathlib import Path

from tutorial_helpers.exercises.engine import Exercise
from tutorial_helpers.language import quoted, say

LANGUAGES = ("ko", "en")
_MINUTES = {"ko": "{}분", "en": "{} min"}

EXERCISES = tuple(
    value
    for name in sorted(module.name for module in pkgutil.iter_modules([Path(__file__).parent]))
    if name.startswith("lesson_")
    for value in vars(importlib.import_module(f"{__package__}.{name}")).values()
    if isinstance(value, Exercise)
)


def lines_about(exercises, language):
    """Return as lines what exercises ask, how long they take and which mistakes they know.

    Examples
    --------
    >>> lines_about(EXERCISES, "en")[0]
    'check_first_step_below_1 (5 min)'
    """
    place, lines = LANGUAGES.index(language), []
    for exercise in exercises:
        lines.append(f"{exercise.name} ({_MINUTES[language].format(exercise.minutes)})")
        lines.append(f"  {exercise.asks[place]}")
        lines += [f"  - {mistake.says[place]}" for mistake in exercise.mistakes]
    return lines


def print_known_mistakes(lesson):
    """Print the exercises of a lesson with the mistakes that they know.

    한 수업의 연습과, 연습마다 아는 실수를 보여 줍니다.

    Parameters
    ----------
    lesson : str
        The lesson's number, such as ``"00"``.

    Raises
    ------
    ValueError
        If no lesson with this number has exercises.

    Examples
    --------
    >>> from tutorial_helpers.language import choose_language
    >>> choose_language("en")
    >>> print_known_mistakes("00")  # doctest: +ELLIPSIS
    check_first_step_below_1 (5 min)
      Return ...
    >>> choose_language("both")
    """
    found = [exercise for exercise in EXERCISES if exercise.lesson == lesson]
    if not found:
        lessons = ", ".join(sorted({exercise.lesson for exercise in EXERCISES}))
        given = quoted(lesson)
        raise ValueError(
            say(
                f"수업 {given}에는 연습이 없습니다. 연습이 있는 수업: {lessons}",
                f"Lesson {given} has no exercises. Lessons with exercises: {lessons}",
            )
        )
    lists = ("\n".join(lines_about(found, language)) for language in LANGUAGES)
    print(say(*lists, between="\n\n"))
