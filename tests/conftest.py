"""What several tests use."""

import re
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from hypothesis import settings
from lesson_runs import run_lesson

from tutorial_helpers.language import choose_language

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.py"))
NEW_LESSON = ROOT / "docs" / "99_new_lesson.py"  # the one to copy, written like the others
SCRIPTS = [*LESSONS, NEW_LESSON]
GUIDES = sorted((ROOT / "docs" / "teaching").glob("[0-9]*.py"))  # for teachers

# No test is red because a machine is slow, and each run tries the same examples.
settings.register_profile("course", deadline=None, derandomize=True, database=None)
settings.load_profile("course")


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


@pytest.fixture(scope="module")
def run(request):
    """Run the lesson that a test module names as its SCRIPT."""
    return run_lesson(request.module.SCRIPT)


@pytest.fixture(scope="module")
def lesson(run):
    """Return the lesson's variables after its run, with the exercises still blank."""
    return SimpleNamespace(**run.names)


@pytest.fixture(scope="module")
def solved(request, run):
    """Return the lesson's variables after its run and its solutions."""
    names = dict(run.names)
    for cell in read_notebook(request.module.SCRIPT).cells:
        if cell.metadata.get("tags") == ["solution"]:
            exec(re.search(r"```python\n(.*?)```", cell.source, re.DOTALL)[1], names)
    return SimpleNamespace(**names)


BLANK = pytest.param("lesson", id="blank", marks=pytest.mark.xfail(strict=True))


@pytest.fixture(params=["solved", BLANK])
def answers(request):
    """Return the lesson's variables twice: solved, and blank, where the test must fail."""
    return request.getfixturevalue(request.param)
