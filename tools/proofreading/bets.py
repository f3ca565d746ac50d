"""How readers bet on what a cell shows, and how its output is folded until then."""

import re

from cells import FOLDED, answers_a_bet
from proofreading.reading import tagged
from proofreading.rules import rule
from tutorial_editions.language import language_of

BET = {"ko": "**예상해 보세요.** ", "en": "**Place your bet.** "}  # how a bet begins


@rule
def bets_on_few_answers(notebook):
    """A reader who chose between two and four answers wants to see which one is right."""
    for i, cell in tagged(notebook, "predict"):
        words, begins = cell.source.partition("\n\n")[2], BET.get(language_of(cell), "its words ")
        answers = re.findall(r"(?m)^(?:[-*]|\d\.) ", words)
        if not words.startswith(begins) or "?" not in words:
            yield f"cell {i}: a bet that does not begin with {begins}and ask"
        if not 2 <= len(answers) <= 4:
            yield f"cell {i}: a bet with {len(answers)} answers to choose from, not two to four"
        kinds = [after.cell_type for after in notebook.cells[i + 1 : i + 3]]
        if language_of(cell) == "en" and (kinds[:1] != ["code"] or kinds == ["code", "code"]):
            yield f"cell {i}: a bet that is not followed by one code cell"


@rule
def folds_what_answers_a_bet(notebook):
    """Nobody bets on what is in sight, and nothing else is out of it."""
    for i, cell in enumerate(notebook.cells):
        answer = answers_a_bet(notebook.cells, i)
        if answer and not cell.outputs:
            yield f"cell {i}: shows nothing, though a bet asks for it"
        if cell.metadata.get("jupyter", {}) != (FOLDED["jupyter"] if answer else {}):
            yield f"cell {i}: folded without a bet, or not folded after one; run: make notebooks"
