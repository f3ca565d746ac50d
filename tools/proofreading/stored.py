"""How a lesson is stored: run in order, without what differs between machines, and compared."""

import re

from cells import FOLDED, MADE
from proofreading.reading import code_cells, outputs, tagged, text_of
from proofreading.rules import rule
from tutorial_editions.language import tags_of


@rule
def is_executed_in_order(notebook):
    """A cell that was never run would pass nbval without being compared."""
    for expected, (i, cell) in enumerate(code_cells(notebook), start=1):
        if cell.execution_count != expected:
            yield f"cell {i}: execution count {cell.execution_count}, expected {expected}"


@rule
def keeps_no_errors(notebook):
    """Errors that a lesson shows are caught and printed; stderr differs elsewhere."""
    for i, output in outputs(notebook):
        if output.output_type == "error" or output.get("name") == "stderr":
            yield f"cell {i}: an error or stderr in the stored outputs"


@rule
def keeps_no_widgets(notebook):
    """Widget state makes notebooks heavy, and fails strict comparison."""
    if "widgets" in notebook.metadata:
        yield "widget state in the notebook's metadata"
    for i, output in outputs(notebook):
        for kind in output.get("data", {}):
            if "widget" in kind or "javascript" in kind:
                yield f"cell {i}: an output of type {kind}"


@rule
def keeps_only_tags_and_kernel(notebook):
    """What differs between machines and runs has no place in a stored notebook."""
    for key in set(notebook.metadata) - {"kernelspec", "language_info", MADE}:
        yield f"metadata {key!r} in the notebook"
    for i, cell in enumerate(notebook.cells):
        for key in set(cell.metadata) - {"tags", *FOLDED}:
            yield f"cell {i}: metadata {key!r}"


@rule
def attaches_nothing(notebook):
    """A .py cannot hold an attachment, nor can a handout."""
    for i, cell in enumerate(notebook.cells):
        if cell.get("attachments") or "](attachment:" in cell.source:
            yield (
                f"cell {i}: 첨부 파일이 있습니다. 그림은 코드로 그리세요 · "
                "an attachment; draw the picture in code"
            )


@rule
def prints_nothing_of_this_machine(notebook):
    """Addresses and paths differ on every machine."""
    for i, output in outputs(notebook):
        machine = r"0x[0-9a-f]{6,}|/(?:home|root|tmp|var|mnt|opt|Users)/|[A-Z]:\\"
        found = re.search(machine, text_of(output))
        if found:
            yield f"cell {i}: {found.group()!r} in the output"


@rule
def is_compared_everywhere(notebook):
    """Only cells that show times go without comparison, each before a compared one."""
    cells = code_cells(notebook)
    for (i, cell), (_, following) in zip(cells, [*cells[1:], (None, None)], strict=True):
        for tag in set(tags_of(cell)) - {
            "setup",
            "language-switch",
            "nbval-ignore-output",
            "slide",
        }:
            yield f"cell {i}: tag {tag!r}, which the course does not use on code"
        if re.search(r"#\s*(NBVAL|PYTEST_VALIDATE)", cell.source):
            yield f"cell {i}: nbval's comment in the reader's code; use a tag"
        if "nbval-ignore-output" in tags_of(cell) and (
            following is None or "nbval-ignore-output" in tags_of(following)
        ):
            yield f"cell {i}: an ignored cell that no compared cell follows"


@rule
def ignores_only_times_and_devices(notebook):
    """What is the same on every machine is compared."""
    for i, cell in tagged(notebook, "nbval-ignore-output"):
        shown = "\n".join(text_of(output) for output in cell.outputs)
        if not re.search(r"[µm]s\b|\bseconds?\b|\btimes?\b|device|cuda", shown):
            yield f"cell {i}: ignored, though its output tells of no time and no device"
