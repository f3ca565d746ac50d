"""How the prose stands in pairs of cells, one in Korean and one in English."""

import re

from proofreading.reading import language_cells, language_pairs
from proofreading.rules import rule
from tutorial_editions.language import tags_of

# A language cell begins so. Korean words stay whole by a style, which also holds in a notebook
# that is not trusted yet.
WRAPPERS = {"ko": '<div lang="ko" style="word-break: keep-all">', "en": '<div lang="en">'}


@rule
def pairs_its_languages(notebook):
    """Korean first, then English, each wrapped so that Markdown inside still works."""
    ko = [i for i, _ in language_cells(notebook, "ko")]
    en = [i for i, _ in language_cells(notebook, "en")]
    for i in set(en) ^ {i + 1 for i in ko}:
        yield f"cell {i}: a language cell without its partner"
    for language, wrapper in WRAPPERS.items():
        for i, cell in language_cells(notebook, language):
            if not re.fullmatch(rf"(?s){wrapper}\n\n.+\n\n</div>", cell.source):
                yield f"cell {i}: not wrapped in {wrapper} with blank lines"
    for i, ko_cell, en_cell in language_pairs(notebook):
        if set(tags_of(ko_cell)) - {"lang-ko"} != set(tags_of(en_cell)) - {"lang-en"}:
            yield f"cell {i}: other tags than its English partner"
