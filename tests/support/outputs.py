"""What notebooks show, as text."""

from lessons import read_notebook


def printed_in(cell):
    """Return what a cell's stored outputs hold as printed text."""
    outputs = cell.get("outputs", [])
    return "".join(output.text for output in outputs if output.output_type == "stream")


def printed_by(script):
    """Return what a lesson's stored notebook holds as printed text, in order."""
    return "".join(map(printed_in, read_notebook(script).cells))
