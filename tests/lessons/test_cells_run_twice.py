"""Each cell of a lesson run twice in a row, as readers do, prints what is stored."""

import pytest

from lessons import SCRIPTS, read_notebook
from outputs import printed_in
from proofreading.reading import text_of


@pytest.mark.ci
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_cells_run_twice_show_what_is_stored(script, run):
    cells = [cell for cell in read_notebook(script).cells if cell.cell_type == "code"]
    for cell, (tags, shown) in zip(cells, run.cells, strict=True):
        figures = [text_of(out) for out in cell.outputs if "image/png" in out.get("data", {})]
        if "nbval-ignore-output" not in tags:
            assert shown == [(printed_in(cell), figures)] * 2
