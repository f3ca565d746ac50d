"""Each lesson on two other machines: in Korean as a script on a console, in English in a kernel.

All lessons on all machines are in test_other_machines.py.
"""

import os
import subprocess
import sys

import nbformat
import pytest

import editions
from lessons import LESSONS, ROOT, read_notebook
from proofreading.reading import text_of
from tutorial_editions.language import Edition, tags_of

pytestmark = pytest.mark.ci
by_name = pytest.mark.parametrize("script", LESSONS, ids=lambda path: path.stem)

KOREAN_CONSOLE = {  # as on Korean Windows; no compiler, and two threads
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONIOENCODING": "cp949",
    "PYTHONPATH": str(ROOT / "notebooks"),
    "OMP_NUM_THREADS": "2",
    "MKL_CBWR": "COMPATIBLE",
    "PATH": "",
}
OLD_PROCESSOR = {
    "ATEN_CPU_CAPABILITY": "default",
    "MKL_ENABLE_INSTRUCTIONS": "SSE4_2",
    "PATH": "",
}
NO_TIMES = "\n\nmeasure = lambda loops, *_, **__: dict.fromkeys(loops, 1.0)"


def lesson_in(language, script):
    """Return a lesson's notebook in one language, without its long measurements."""
    notebook, _ = Edition(language=language).preprocess(read_notebook(script), {})
    for cell in notebook.cells:
        if "\ndef measure(" in f"\n{cell.source}":
            cell.source += NO_TIMES
    return notebook


def lines_of(text):
    """Return the lines of a text, without empty ones."""
    return [line for line in text.splitlines() if line]


def assert_shows(shown, stored):
    """Assert that the lines of one language are shown, in the order that both are stored in."""
    lines, left = iter(stored), len(stored) - len(shown)
    assert all(line in lines for line in shown), (shown, stored)
    assert left == 0 or len(shown) >= left, (shown, stored)


@by_name
def test_in_korean_as_a_script_on_a_korean_console(script, tmp_path):
    cells = [cell for cell in lesson_in("ko", script).cells if cell.cell_type == "code"]
    between = "\nprint('=' * 99)\n"
    file = tmp_path / script.name
    file.write_text(between.join(cell.source for cell in cells), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, file],
        cwd=ROOT,
        env=os.environ | KOREAN_CONSOLE,
        capture_output=True,
        encoding="cp949",
    )
    assert (done.returncode, done.stderr) == (0, "")
    stored = {cell.id: cell.outputs for cell in read_notebook(script).cells if "outputs" in cell}
    for cell, shown in zip(cells, done.stdout.split("=" * 99 + "\n"), strict=True):
        if "nbval-ignore-output" not in tags_of(cell):
            printed = "".join(output.get("text", "") for output in stored[cell.id])
            assert_shows(
                lines_of(shown), lines_of(printed.encode("cp949", "replace").decode("cp949"))
            )


@by_name
def test_in_english_with_fewer_instructions(script, tmp_path, monkeypatch):
    for name, value in OLD_PROCESSOR.items():
        monkeypatch.setenv(name, value)
    path = tmp_path / f"{script.stem}.ipynb"
    nbformat.write(lesson_in("en", script), path)
    monkeypatch.setenv("PYTHONPATH", str(script.parent))
    run = nbformat.reads(editions.run_of(path, "en").make().decode(), as_version=4)
    stored = {cell.id: cell.get("outputs", []) for cell in read_notebook(script).cells}
    for cell in run.cells:
        shown = lines_of("\n".join(map(text_of, cell.get("outputs", []))))
        assert_shows(shown, lines_of("\n".join(map(text_of, stored[cell.id]))))
