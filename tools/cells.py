"""What a cell is, by whatever file of a lesson, and where both files of a lesson differ.

A notebook notes in its metadata, one cell a line, what `make notebooks` wrote into it. So it can
be told whether a cell was edited since, and in which of the two files. Times of files tell
nothing: git, editors and copying set them as they like.
"""

import hashlib
import json
import re
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

MADE = "cells_made"  # where a notebook notes it
FOLDED = {"jupyter": {"outputs_hidden": True}}  # of a cell whose output is folded; editors write so
PARTS = ("종류가 다름 · kind differs", "내용이 다름 · source differs", "태그가 다름 · tags differ")
ATTACHED = "첨부 파일이 있음 · has an attachment"
MOVED = "자리가 다름 · moved"
ONLY_IN = ".py에만 있음 · only in .py", ".ipynb에만 있음 · only in .ipynb"


def content_of(cell):
    """Return what of a cell is edited: its kind, source and tags, and what a .py cannot hold.

    How lines end, and empty lines at the end, are no edits.
    """
    attached = sorted(cell.get("attachments", {}))
    source = re.sub("\r\n?", "\n", cell.source).rstrip("\n")
    return cell.cell_type, source, cell.metadata.get("tags", []), attached


def digest(value):
    """Return eight letters and digits that stand for a value.

    Examples
    --------
    >>> digest(["code", "x = 1"]) == digest(("code", "x = 1"))
    True
    """
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:8]


def ids_of(cells):
    """Return the ids that cells have by what they say.

    So a cell keeps its id wherever it stands, and gets it back from whatever an editor made of
    it. Equal cells are counted.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell
    >>> first, second, other = ids_of([new_code_cell(text) for text in ("x", "x", "y")])
    >>> second == f"{first}-2", other == ids_of([new_code_cell("y")])[0]
    (True, True)
    """
    seen, ids = Counter(), []
    for cell in cells:
        own = digest(content_of(cell))
        seen[own] += 1
        ids.append(own if seen[own] == 1 else f"{own}-{seen[own]}")
    return ids


def answers_a_bet(cells, place):
    """Return whether a cell holds what readers bet on: code right behind cells tagged predict.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_markdown_cell
    >>> bet = new_markdown_cell("One?", metadata={"tags": ["lang-en", "predict"]})
    >>> [answers_a_bet([bet, new_code_cell("1")], place) for place in (0, 1)]
    [False, True]
    """
    before = cells[place - 1].metadata.get("tags", []) if place else []
    return cells[place].cell_type == "code" and "predict" in before


# What was made


def record_of(cells):
    """Return what is noted of cells: the id of each, and a digest of its outputs if it has any."""
    outputs = [cell.get("outputs") for cell in cells]
    return [
        f"{own} {digest(shown)}" if shown else own
        for own, shown in zip(ids_of(cells), outputs, strict=True)
    ]


def ids_made(notebook):
    """Return the ids of the cells that were made, None if the notebook does not say so."""
    record = notebook.metadata.get(MADE)
    if not isinstance(record, list) or len(record) < 1:
        return None
    ids = [line.split()[0] if isinstance(line, str) and line.strip() else "" for line in record]
    return ids if all(ids) else None


def has_outputs_as_made(notebook):
    """Return whether all outputs are those that were stored when the notebook was made."""
    return notebook.metadata.get(MADE) == record_of(notebook.cells)


# Where two files differ


class Difference(NamedTuple):
    """A cell that is not the same in the .py and in the .ipynb."""

    place: int  # in the notebook, or in the .py if only that has it
    what: str
    words: str  # with which it begins
    edited: str  # the file in which it was, "" if that is not known

    def __str__(self):
        where = f" ({self.edited})" if self.edited else ""
        return f"  셀 {self.place} · cell {self.place}{where}: {self.what}: {self.words}"


def differences(written, stored, made=None):
    """Yield where the cells of a notebook differ from those of its script.

    Parameters
    ----------
    written, stored : list of cells
        Of the script and of the notebook.
    made : list of str, optional
        The ids of the cells that were made last.

    Yields
    ------
    Difference
    """
    ours, theirs = ids_of(written), ids_of(stored)
    for i, j in partners(written, stored):
        ids = (None if i is None else ours[i]), (None if j is None else theirs[j])
        cells = (None if i is None else written[i]), (None if j is None else stored[j])
        what = MOVED if ids[0] == ids[1] else what_differs(*cells)
        words = first_words(cells[0] or cells[1])
        yield Difference(i if j is None else j, what, words, edited(ids, made))


def partners(written, stored):
    """Yield the places of two cells that belong together but differ in what they say or where.

    One of the two is None for a cell that only the other file has.
    """
    ours, theirs = ids_of(written), ids_of(stored)
    for kind, a, a_end, b, b_end in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        if kind == "equal":
            continue
        yield from ((ours.index(theirs[j]), j) for j in range(b, b_end) if theirs[j] in ours)
        left = [i for i in range(a, a_end) if ours[i] not in theirs]
        right = [j for j in range(b, b_end) if theirs[j] not in ours]
        none_is_new = len(left) == len(right)
        for j in right:
            fits = [i for i in left if none_is_new or alike(written[i], stored[j])]
            yield from ((i, None) for i in left if fits and i < fits[0])
            yield (fits[0] if fits else None), j
            left = [i for i in left if not fits or i > fits[0]]
        yield from ((i, None) for i in left)


def alike(one, another):
    """Return whether a cell looks like another one that was edited."""
    return SequenceMatcher(None, one.source, another.source, False).ratio() > 0.5


def what_differs(written, stored):
    """Say in both languages in what two cells differ, one of which may be None."""
    if stored is None or written is None:
        only = ONLY_IN[written is None]
        return f"{only}, {ATTACHED}" if stored and stored.get("attachments") else only
    pairs = zip((*PARTS, ATTACHED), content_of(written), content_of(stored), strict=True)
    return ", ".join(name for name, ours, theirs in pairs if ours != theirs)


def edited(ids, made):
    """Say in which file a pair of cells was edited, added or taken away, by what was made.

    Examples
    --------
    >>> edited(("a", "b"), ["a"]), edited(("a", "b"), ["b"]), edited((None, "a"), ["a"])
    ('.ipynb', '.py', '.py')
    """
    if not made:
        return ""
    if None in ids:
        has, lacks = (".py", ".ipynb") if ids[1] is None else (".ipynb", ".py")
        return lacks if (ids[0] or ids[1]) in made else has
    pairs = zip((".py", ".ipynb"), ids, strict=True)
    return ", ".join(name for name, own in pairs if own not in made)


def first_words(cell):
    r"""Return the line with which a cell begins, without tags of HTML, to search for.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell
    >>> first_words(new_markdown_cell('<div lang="en">\n\nA lesson.\n\n</div>'))
    'A lesson.'
    """
    text = re.sub("<[^>]*>", "", cell.source) if cell.cell_type == "markdown" else cell.source
    line = next(filter(str.strip, text.splitlines()), "")
    return line if len(line) <= 60 else f"{line[:60]}…"
