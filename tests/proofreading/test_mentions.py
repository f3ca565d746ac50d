"""Lessons are mentioned by the number and the title that are theirs."""

import re
from pathlib import Path

import pytest

from lessons import COURSE_GUIDE, GUIDES, ROOT, SCRIPTS
from proofreading.mentions import wrong_mentions

MAKES_LESSONS_UP = re.compile("/proofreading/|/test_contents|/planted")
PAGES = [path for folder in (ROOT, ROOT / "docs") for path in sorted(folder.glob("*.md"))]
PAGES.remove(ROOT / "CHANGELOG.md")  # which tells of old numbers


@pytest.mark.parametrize(
    "path",
    [*SCRIPTS, *GUIDES, COURSE_GUIDE, *PAGES],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_lessons_are_mentioned_rightly(path):
    assert list(wrong_mentions(path, path.read_text("utf-8"))) == []


def test_code_names_lessons_in_words():
    found = []
    for folder in ("src", "tools", "benchmarks", "deploy", "tests"):
        for path in sorted((ROOT / folder).glob("**/*.*")):
            if path.suffix in (".py", ".yaml") and not MAKES_LESSONS_UP.search(path.as_posix()):
                found += [
                    f"{path}: {said}" for said in wrong_mentions(path, path.read_text("utf-8"))
                ]
    assert found == []


GUIDE = Path("03_loss.py")


@pytest.mark.parametrize(
    "text",
    [
        "수업 03에서, in lesson 03, Lesson 03",  # the own number
        "[수업 02](02_model.ipynb), lessons [00](00_whole_program.ipynb), [02](a/02_model.ipynb)",
        "[02 모델 정의](02_model.ipynb), | 00 The whole program |",
        "수업 50분, a lesson 50 minutes long",
    ],
)
def test_right_mentions_pass(text):
    assert list(wrong_mentions(GUIDE, text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[lesson 03](03_lost.ipynb)", "no such lesson"),
        ("[lesson 03](02_model.ipynb)", "has the number 02"),
        ("수업 [02](../notebooks/02_model.ipynb)와 [04](03_loss.ipynb)", "has the number 03"),
        ("[02 The modal](02_model.ipynb)", "another title"),
        ("| 04 | 03 The model |", "has the number 02"),
        ("수업 02에서", "by a link"),
        ("Lesson 02 tells", "by a link"),
        ("lessons 03 and [04](02_model.ipynb)", "has the number 02"),
    ],
)
def test_a_wrong_mention_is_noticed(text, said):
    (sentence,) = wrong_mentions(GUIDE, text)
    assert said in sentence
