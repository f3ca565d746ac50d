"""A lesson says how long it takes, asks before it tells, and shows as well as tells.

So far, this is asked of lessons that bet.
"""

import re

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lessons import LESSONS, read_notebook
from proofreading.minutes import amounts_in, minutes_for

AMOUNTS = {script: amounts_in(read_notebook(script)) for script in LESSONS}
each_lesson_that_bets = pytest.mark.parametrize(
    "script", [script for script in LESSONS if AMOUNTS[script]["bet"]], ids=lambda path: path.stem
)


@each_lesson_that_bets
def test_says_how_long_it_takes(script):
    text = "\n".join(cell.source for cell in read_notebook(script).cells)
    said = re.findall(r"(?m)^- \*\*(?:시간|Time)\*\*: (\d+)", text)
    assert len(said) == 2
    assert {abs(int(minutes) - minutes_for(AMOUNTS[script])) <= 5 for minutes in said} == {True}


@each_lesson_that_bets
def test_bets_twice(script):
    assert AMOUNTS[script]["bet"] >= 2


@each_lesson_that_bets
def test_shows_three_pictures_in_a_thousand_words(script):
    assert AMOUNTS[script]["picture"] / AMOUNTS[script]["en"] >= 3 / 1000


def words(language, text):
    return new_markdown_cell(text, metadata={"tags": [f"lang-{language}"]})


@pytest.mark.parametrize(
    ("cell", "kind", "n"),
    [
        (words("ko", "<div>\n\n손실은 `713`입니다.\n\n</div>"), "ko", 2),
        (words("en", "- The loss, 713, is $L$."), "en", 5),
        (new_code_cell("x = 1"), "code", 3),
        (new_markdown_cell("$$a$$\n\n$$b$$"), "formula", 2),
        (new_markdown_cell("```python\n1\n```", metadata={"tags": ["solution"]}), "exercise", 1),
        (new_markdown_cell("Words.", metadata={"tags": ["solution"]}), "question", 1),
    ],
)
def test_counts_each_thing_but_not_in_optional_sections(cell, kind, n):
    assert amounts_in(new_notebook(cells=[cell]))[kind] == n
    optional = new_markdown_cell("## 더 보기(선택) · More (선택 · Optional)")
    assert not amounts_in(new_notebook(cells=[optional, cell]))


def test_exercises_are_not_read_through():
    heading = new_markdown_cell("## 연습 · Exercises")
    assert not amounts_in(new_notebook(cells=[heading, words("en", "Write a function.")]))
