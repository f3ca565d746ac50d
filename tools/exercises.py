"""Print the exercises for a teacher: what each asks, how long it takes, what it knows.

    python tools/course.py exercises

Korean first, then English, lesson by lesson.
"""

from itertools import groupby

from tutorial_helpers.console import print_on_any_console
from tutorial_helpers.exercises import EXERCISES


def table(language):
    """Return the list of all exercises in one language.

    Parameters
    ----------
    language : {0, 1}
        Korean or English.

    Examples
    --------
    >>> "check_sum_of_squares" in table(1)
    True
    """
    title, lesson_word, minutes = (
        ("연습 목록", "수업", "{}분"),
        ("List of exercises", "Lesson", "{} min"),
    )[language]
    lines = [title]
    for lesson, exercises in groupby(EXERCISES, key=lambda exercise: exercise.lesson):
        lines += ["", f"{lesson_word} {lesson}"]
        for exercise in exercises:
            lines.append(f"  {exercise.name} ({minutes.format(exercise.minutes)})")
            lines.append(f"    {exercise.asks[language]}")
            lines += [f"    - {mistake.says[language]}" for mistake in exercise.mistakes]
    return "\n".join(lines)


if __name__ == "__main__":
    print_on_any_console()
    print(table(0), table(1), sep="\n\n\n")
