"""How a lesson is shown on slides: what fits on one, and what a claim says of it."""

import re

from cells import answers_a_bet
from proofreading.rules import rule
from tutorial_editions.deck import CODE_LINES, LINES, parts_of_code
from tutorial_editions.language import language_of, tags_of

PROSE_TAGS = {"lang-ko", "lang-en", "language-switch", "solution", "slide", "claim", "predict"}
LONGEST_CLAIM = 90  # letters: two lines
MOST_LINES = {"code": CODE_LINES, "output": LINES}


def shown_on_slides(notebook):
    """Return the cells that slides show, with their place: tagged, or what a bet was about."""
    return [
        (i, cell)
        for i, cell in enumerate(notebook.cells)
        if "slide" in tags_of(cell) or answers_a_bet(notebook.cells, i)
    ]


@rule
def tags_its_prose_with_known_words(notebook):
    """A tag that is spelled wrong would leave something out of the slides, and nobody sees it."""
    for i, cell in enumerate(notebook.cells):
        for tag in set(tags_of(cell)) - PROSE_TAGS if cell.cell_type == "markdown" else ():
            yield f"cell {i}: tag {tag!r}, which the course does not use on prose"


@rule
def shows_on_slides_what_fits(notebook):
    """A slide is read from the last row. test_deck.py looks at all slides in a browser."""
    for i, cell in shown_on_slides(notebook):
        heading = cell.cell_type == "markdown" and cell.source.startswith("#")
        if heading or {"claim", "predict", "solution"} & set(tags_of(cell)):
            yield f"cell {i}: tagged 'slide', but headings, claims, bets and solutions have theirs"
        for part in parts_of_code(cell) if cell.cell_type == "code" else ():
            lines = len(part.text.splitlines())
            if lines > MOST_LINES.get(part.kind, lines):
                most = MOST_LINES[part.kind]
                yield f"cell {i}: {lines} lines of {part.kind} on a slide, at most {most} fit"


@rule
def claims_what_a_slide_shows(notebook):
    """Show, then tell: the title of a slide is one short sentence on what it shows."""
    showing = {i for i, _ in shown_on_slides(notebook)}
    untold = False  # whether there is a slide in this section that has no claim yet
    for i, cell in enumerate(notebook.cells):
        if i in showing or cell.source.startswith("## "):
            untold = i in showing
        if "claim" not in tags_of(cell):
            continue
        text = re.sub(r"</?div[^>]*>", "", cell.source).strip()
        if not re.fullmatch(r"(?:(?![.?] ).)+[.?]", text):
            yield f"cell {i}: a claim that is not one sentence"
        if len(text) > LONGEST_CLAIM:
            yield f"cell {i}: a claim of {len(text)} letters, at most {LONGEST_CLAIM}"
        if language_of(cell) == "ko":
            if not untold:
                yield f"cell {i}: a claim without a slide of its own before it in its section"
            untold = False
