"""What notebooks show, as text."""

from lessons import read_notebook


def printed_by(script):
    """Return what a lesson's stored notebook holds as printed text, in order."""
    return "".join(
        output.text
        for cell in read_notebook(script).cells
        for output in cell.get("outputs", [])
        if output.output_type == "stream"
    )
