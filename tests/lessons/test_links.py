"""The links between lessons, and what else is written from them."""

import re

import pytest

import contents
from lessons import SCRIPTS, read_notebook
from proofreading.patterns import LINK


def test_the_map_the_neighbours_the_tables_and_the_list_are_up_to_date():
    assert [str(path) for path in contents.outdated()] == [], "run: make notebooks"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_links_lead_somewhere(script):
    texts = [cell.source for cell in read_notebook(script).cells if cell.cell_type == "markdown"]
    for text in texts:
        for match in re.finditer(LINK, text):
            target = match[1] or match[2]
            assert target.startswith("https://") or (script.parent / target).exists(), target
