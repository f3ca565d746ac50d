"""How a lesson begins, how long its cells are and what it imports."""

import ast
import re
import sys

from proofreading.reading import code_cells, tagged
from proofreading.rules import rule
from tutorial_editions.language import tags_of


@rule
def begins_with_title_and_setup(notebook):
    """Readers find the title, the setup line and the switch in the same place everywhere."""
    if not re.fullmatch(r"# \d\d .+ · .+", notebook.cells[0].source):
        yield "cell 0: not a title of the form '# 00 한국어 · English'"
    first_code = code_cells(notebook)[0][1]
    if "setup" not in tags_of(first_code) or "setup_notebook()" not in first_code.source:
        yield "the first code cell is not tagged 'setup' or does not call setup_notebook()"
    switch = [cell for _, cell in tagged(notebook, "language-switch")]
    kinds = [cell.cell_type for cell in switch]
    if kinds != ["markdown", "markdown", "code"] or "show_language()" not in switch[2].source:
        yield (
            "not exactly one pair of texts and a cell with show_language() "
            "tagged 'language-switch'; an edition in one language leaves them out"
        )


@rule
def keeps_cells_short(notebook):
    """One idea a cell, and prose between them."""
    row = 0
    for i, cell in enumerate(notebook.cells):
        row = row + 1 if cell.cell_type == "code" else 0
        if row > 2:
            yield f"cell {i}: the third code cell in a row"
        if row and len(cell.source.splitlines()) > 25:
            yield f"cell {i}: more than 25 lines of code"
        if not cell.source.strip():
            yield f"cell {i}: an empty cell"


@rule
def imports_only_what_learners_have(notebook):
    """A learner has torch, matplotlib and the helpers, and none of the authors' tools."""
    allowed = {"torch", "matplotlib", "tutorial_helpers"} | set(sys.stdlib_module_names)
    allowed.add("train_with_ddp")  # the script beside the lessons
    for i, cell in code_cells(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                if name.split(".")[0] not in allowed:
                    yield f"cell {i}: imports {name}"
