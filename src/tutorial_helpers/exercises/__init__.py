"""The exercises of the lessons, which know the usual mistakes.

A lesson imports its checks from here and calls them on an answer. Each file holds the
exercises of one lesson; engine.py says what an exercise is.
"""

from tutorial_helpers.exercises.engine import Diagnosis, Exercise, Mistake, Text
from tutorial_helpers.exercises.lesson_00 import check_first_step_below_1, check_sum_of_squares

EXERCISES = (
    check_first_step_below_1,
    check_sum_of_squares,
)

__all__ = [
    "EXERCISES",
    "Diagnosis",
    "Exercise",
    "Mistake",
    "Text",
    "check_first_step_below_1",
    "check_sum_of_squares",
]
