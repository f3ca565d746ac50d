"""The exercises of the lessons, which know the usual mistakes.

A lesson imports its checks from here and calls them on an answer. Each file holds the
exercises of one lesson; engine.py says what an exercise is.
"""

from tutorial_helpers.exercises.engine import Diagnosis, Exercise, Mistake
from tutorial_helpers.exercises.listing import EXERCISES, print_known_mistakes
from tutorial_helpers.exercises.messages import Text

globals().update({exercise.name: exercise for exercise in EXERCISES})

__all__ = [
    "EXERCISES",
    "Diagnosis",
    "Exercise",
    "Mistake",
    "Text",
    "print_known_mistakes",
    *(exercise.name for exercise in EXERCISES),
]
