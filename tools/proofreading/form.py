"""All rules of the form of a lesson: how it is stored, written and said twice.

Each rule takes a notebook and yields one sentence for each place that breaks it.
What only a reader of Korean can tell is in korean.py.
"""

from proofreading import (
    bets,
    computed,
    figures,
    once,
    pairs,
    slides,
    solutions,
    stored,
    twice,
    words,
    written,
)
from proofreading.rules import BY_FILE

FILES = (
    stored,
    figures,
    written,
    once,
    slides,
    pairs,
    bets,
    twice,
    solutions,
    computed,
    words,
)
RULES = [rule for file in FILES for rule in BY_FILE[file.__name__]]
