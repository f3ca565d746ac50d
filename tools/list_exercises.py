"""Print the exercises for a teacher: what each asks, how long it takes, what it knows.

    python tools/course.py exercises

Korean first, then English, lesson by lesson.
"""

from itertools import groupby

from course import print_on_any_console
from tutorial_helpers.exercises import EXERCISES
from tutorial_helpers.exercises.listing import lines_about

_WORDS = {"ko": ("연습 목록", "수업"), "en": ("List of exercises", "Lesson")}


def table(language):
    """Return the list of all exercises in one language.

    Examples
    --------
    >>> "check_sum_of_squares" in table("en")
    True
    """
    title, lesson_word = _WORDS[language]
    lines = [title]
    for lesson, exercises in groupby(EXERCISES, key=lambda exercise: exercise.lesson):
        lines += ["", f"{lesson_word} {lesson}"]
        lines += [f"  {line}" for line in lines_about(exercises, language)]
    return "\n".join(lines)


if __name__ == "__main__":
    print_on_any_console()
    print(table("ko"), table("en"), sep="\n\n\n")
