"""Each cell of a lesson run twice in a row, as readers do, prints what is stored."""

import pytest

from lessons import SCRIPTS, read_notebook


@pytest.mark.ci
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_cells_run_twice_show_what_is_stored(script, run):
    cells = [cell for cell in read_notebook(script).cells if cell.cell_type == "code"]
    for cell, (tags, shown) in zip(cells, run.cells, strict=True):
        if "nbval-ignore-output" not in tags:
            assert shown == [stored_in(cell)] * 2


def stored_in(cell):
    """Return what a cell has printed, and the words for each of its figures."""
    printed = [output.text for output in cell.outputs if output.output_type == "stream"]
    figures = [
        "".join(output.data["text/plain"])
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    return "".join(printed), figures
