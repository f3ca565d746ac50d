"""How long a lesson takes, and how much it shows and asks."""

import math
import re
from collections import Counter

from cells import answers_a_bet
from proofreading.reading import PYTHON, said_in
from tutorial_editions.language import LANGUAGES, tags_of

A_MINUTE = {"ko": 100, "en": 130, "code": 60}  # words read aloud; code is read slowly
MINUTES_FOR = {"picture": 1, "formula": 1, "bet": 1, "exercise": 5, "question": 3}
RUNNING = 1  # all cells of a lesson
ROUNDED = 5
OPTIONAL = re.compile(r"선택.* · .*optional", re.IGNORECASE)  # in a heading
NOT_READ = ("## 연습 · ", "## 수업 차례 · ", "## 앞뒤 수업 · ")


def amounts_in(notebook):
    """Count what a lesson holds outside its optional sections.

    Words are those of its prose in each language and of its code. Exercises, the map of the
    course and the links at the end are not read through, so their words are not counted. An
    exercise has a check, a question has none.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
    >>> cell = new_markdown_cell("Two words", metadata={"tags": ["lang-en"]})
    >>> dict(amounts_in(new_notebook(cells=[cell, new_code_cell("print(1)")])))
    {'en': 2, 'code': 1}
    """
    amounts, heading = Counter(), ""
    for i, cell in enumerate(notebook.cells):
        if cell.source.startswith("## "):
            heading = cell.source
        if OPTIONAL.search(heading):
            continue
        if "solution" in tags_of(cell):
            amounts["exercise" if PYTHON.search(cell.source) else "question"] += 1
        if heading.startswith(NOT_READ) or "language-switch" in tags_of(cell):
            continue
        if cell.cell_type == "code":
            amounts["code"] += len(cell.source.split())
            amounts["picture"] += sum("image/png" in out.get("data", {}) for out in cell.outputs)
            amounts["bet"] += answers_a_bet(notebook.cells, i)
        if not {"lang-ko", "lang-en"} & set(tags_of(cell)):
            amounts["formula"] += cell.source.count("$$") // 2
        for language in LANGUAGES:
            amounts[language] += len(words_of(said_in(cell, language)))
    return +amounts


def words_of(text):
    """Return the words of prose, with inline code and formulas as they stand."""
    return re.findall(r"\S*\w\S*", re.sub(r"</?div[^>]*>", "", text))


def minutes_for(amounts):
    """Return what a reader of the slower language needs, in minutes, rounded up to fives.

    Examples
    --------
    >>> minutes_for({"ko": 900, "en": 1300, "code": 60, "picture": 4, "bet": 2, "exercise": 3})
    35
    """
    read = max(amounts.get(lang, 0) / A_MINUTE[lang] for lang in LANGUAGES)
    read += amounts.get("code", 0) / A_MINUTE["code"]
    done = sum(each * amounts.get(kind, 0) for kind, each in MINUTES_FOR.items())
    return ROUNDED * math.ceil((read + done + RUNNING) / ROUNDED)
