"""What several tests use."""

from pathlib import Path

import nbformat
import pytest

from tutorial_helpers.language import choose_language

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.py"))
NEW_LESSON = ROOT / "docs" / "99_new_lesson.py"  # the one to copy, written like the others
SCRIPTS = [*LESSONS, NEW_LESSON]


def read_notebook(script):
    """Return the stored notebook of a lesson's script."""
    return nbformat.read(script.with_suffix(".ipynb"), as_version=4)


@pytest.fixture(autouse=True)
def _both_languages():
    """Let no test choose the language of the next one."""
    yield
    choose_language("both")


def printed_by(script):
    """Return what a lesson's stored notebook holds as printed text, in order."""
    return "".join(
        output.text
        for cell in read_notebook(script).cells
        for output in cell.get("outputs", [])
        if output.output_type == "stream"
    )
