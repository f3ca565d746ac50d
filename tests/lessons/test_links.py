"""The links between lessons."""

import re

import pytest

from lessons import LESSONS, SCRIPTS, read_notebook
from proofreading.form import LINK, is_prose, language_cells

by_name = pytest.mark.parametrize("script", LESSONS, ids=lambda path: path.stem)


@by_name
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_lesson_ends_with_links_to_its_neighbours(script, language):
    place = LESSONS.index(script)
    neighbours = [LESSONS[i] for i in (place - 1, place + 1) if 0 <= i < len(LESSONS)]
    _, last = language_cells(read_notebook(script), language)[-1]
    links = re.findall(r"\[([^]]+)\]\(([^)]+)\)", last.source)
    assert links == [(title_of(other, language), f"{other.stem}.ipynb") for other in neighbours]


def title_of(script, language):
    """Return the title of a lesson in one language, with its number."""
    number, ko, en = re.fullmatch(
        r"# (\d\d) (.+) · (.+)", read_notebook(script).cells[0].source
    ).groups()
    return f"{number} {ko if language == 'ko' else en}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_links_lead_somewhere(script):
    for cell in filter(is_prose, read_notebook(script).cells):
        for match in re.finditer(LINK, cell.source):
            target = match[1] or match[2]
            assert target.startswith("https://") or (script.parent / target).exists(), target


@pytest.mark.parametrize("language", ["ko", "en"])
def test_lesson_00_links_every_other_lesson(language):
    text = "\n".join(cell.source for _, cell in language_cells(read_notebook(LESSONS[0]), language))
    rows = re.findall(r"(?m)^\| \[(\d\d)\]\((.+?)\) \|", text)
    assert rows == [(script.stem[:2], f"{script.stem}.ipynb") for script in LESSONS[1:]]
