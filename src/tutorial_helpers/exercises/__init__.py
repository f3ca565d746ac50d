"""The exercises of the lessons, which know the usual mistakes.

A lesson imports its checks from here and calls them on an answer. Each file holds the
exercises of one lesson; engine.py says what an exercise is.
"""

import importlib
import pkgutil

from tutorial_helpers.exercises.engine import Diagnosis, Exercise, Mistake, Text
from tutorial_helpers.exercises.listing import print_known_mistakes

EXERCISES = tuple(
    value
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__))
    if module.startswith("lesson_")
    for value in vars(importlib.import_module(f"{__name__}.{module}")).values()
    if isinstance(value, Exercise)
)
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
