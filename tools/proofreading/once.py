"""What stands once for both languages: headings, formulas and references."""

import re
from collections import Counter

from proofreading.patterns import DISPLAYED
from proofreading.reading import is_prose, prose_in
from proofreading.rules import rule
from tutorial_editions.language import LANGUAGES, tags_of

HEADING = r"#{1,3} .*[가-힣].* · .*[A-Za-z].*"
FORMULAS = rf"{DISPLAYED}(?:\n\n{DISPLAYED})*"
REFERENCE = r"- .+\]\(https://[^)\s]+\)[^가-힣:]*(?:: .*[가-힣].* · .*[A-Za-z].*)?"
REFERENCES = rf"{REFERENCE}(?:\n{REFERENCE})*"


@rule
def shares_no_prose(notebook):
    """Prose belongs to a language, what is the same in both stands once."""
    for i, cell in enumerate(notebook.cells):
        if cell.cell_type != "markdown" or is_prose(cell) or "solution" in tags_of(cell):
            continue
        if not re.fullmatch(f"{HEADING}|{FORMULAS}|{REFERENCES}", cell.source):
            yield (
                f"cell {i}: shared, but not one heading of the form '한국어 · English', "
                "nor formulas alone, nor references alone"
            )


@rule
def displays_formulas_once(notebook):
    """A formula on a line of its own is for both languages."""
    for language in LANGUAGES:
        for i, text in prose_in(notebook, language):
            for formula in re.findall(DISPLAYED, text):
                yield f"cell {i}: {formula} in one language; put it into a cell of its own"
    shared = [cell.source for cell in notebook.cells if not is_prose(cell)]
    displayed = Counter(re.findall(DISPLAYED, "\n".join(shared)))
    for formula, count in displayed.items():
        if count > 1:
            yield f"{formula} is displayed {count} times"
