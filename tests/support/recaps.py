"""The sentences with which a lesson ends, and whether its own code bears them out."""

import contextlib
import io
import re
from typing import NamedTuple

from lessons import read_notebook
from proofreading.reading import language_cells


class Told(NamedTuple):
    """A sentence of a recap as code.

    begins : how the English sentence begins
    holds : code that asserts it, with the names that the lesson leaves behind
    unless : code that puts in place of some of these names what the sentence is not true of
    """

    begins: str
    holds: str
    unless: str


def sentences_of(script):
    """Return the English items of a lesson's recap."""
    cells = read_notebook(script).cells
    (start,) = (i for i, cell in enumerate(cells) if cell.source == "## 정리 · Recap")
    _, cell = next(pair for pair in language_cells(read_notebook(script), "en") if pair[0] > start)
    return re.findall(r"(?m)^- (.+)$", cell.source)


def run(code, names):
    """Run code with its own copy of a lesson's names, and return them."""
    names = dict(names)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, names)
    return names
