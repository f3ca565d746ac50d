"""What the rules read of a notebook: its code, its outputs and what it says in each language."""

import re

from tutorial_editions.language import language_of, part_in, tags_of


def code_cells(notebook):
    """Return the code cells with their place in the notebook."""
    return [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]


def tagged(notebook, tag):
    """Return the cells that carry a tag, with their place in the notebook."""
    return [(i, cell) for i, cell in enumerate(notebook.cells) if tag in tags_of(cell)]


def outputs(notebook):
    """Yield each stored output with the place of its cell."""
    for i, cell in code_cells(notebook):
        for output in cell.outputs:
            yield i, output


def text_of(output):
    """Return an output as plain text."""
    return output.get("text", "") + output.get("data", {}).get("text/plain", "")


def cells_of(notebook):
    """Return what a script and its notebook have in common: kinds, sources and tags of cells."""
    return [(cell.cell_type, cell.source, tags_of(cell)) for cell in notebook.cells]


PYTHON = re.compile(r"(?s)```python\n(.*?)```")  # a block of code in Markdown


def code_in(notebook):
    """Yield the code of cells and of solutions with its place in the notebook."""
    yield from ((i, cell.source) for i, cell in code_cells(notebook))
    for i, cell in tagged(notebook, "solution"):
        yield from ((i, code) for code in PYTHON.findall(cell.source))


def is_prose(cell):
    """Return whether a cell holds prose of one language."""
    return language_of(cell) is not None


def language_cells(notebook, language):
    """Return the prose cells of one language with their place in the notebook."""
    return tagged(notebook, f"lang-{language}")


def language_pairs(notebook):
    """Yield each Korean cell with the cell after it."""
    for i, cell in language_cells(notebook, "ko"):
        if i + 1 < len(notebook.cells):
            yield i, cell, notebook.cells[i + 1]


def said_in(cell, language):
    """Return what a cell says in one language: all of it, or its part of a solution."""
    if is_prose(cell):
        return cell.source if language_of(cell) == language else ""
    return "\n\n".join(re.findall(part_in(language), cell.source))


def prose_in(notebook, language):
    """Yield all prose of one language with its place in the notebook."""
    for i, cell in enumerate(notebook.cells):
        if text := said_in(cell, language):
            yield i, text
