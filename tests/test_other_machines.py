"""Strict nbval on every lesson, with the threads and instructions of other machines."""

import os
import subprocess
import sys

import nbformat
import pytest
from conftest import LESSONS, ROOT, read_notebook

# One thread is what the notebooks themselves set, so the run of notebooks/ has that.
MACHINES = {
    "two threads": {"OMP_NUM_THREADS": "2"},
    "eight threads": {"OMP_NUM_THREADS": "8"},
    "plain instructions": {"ATEN_CPU_CAPABILITY": "default"},
}


def start_nbval(folder, environment):
    """Begin a strict run of all notebooks in a folder.

    Several runs share the processors, so threads without work sleep (PASSIVE).
    """
    options = ["-c", ROOT / "pyproject.toml", "-p", "no:cacheprovider", "-q"]
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", *options, folder],
        env=os.environ | {"OMP_WAIT_POLICY": "PASSIVE"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Run the lessons on all machines at once, and one lesson with a changed number."""
    lesson = read_notebook(LESSONS[0])
    (changed,) = (cell for cell in lesson.cells if "losses[t]:" in cell.source)
    changed.outputs[0].text = changed.outputs[0].text.replace("1.89e-05", "1.88e-05")
    folder = tmp_path_factory.mktemp("changed")
    nbformat.write(lesson, folder / "lesson.ipynb")

    runs = {name: start_nbval(ROOT / "notebooks", env) for name, env in MACHINES.items()}
    runs["changed"] = start_nbval(folder, {})
    yield runs
    for run in runs.values():
        run.kill()
        run.wait()


@pytest.mark.parametrize("machine", MACHINES)
def test_lessons_print_the_same_with(machine, runs):
    said, _ = runs[machine].communicate()
    assert runs[machine].returncode == 0, said
    assert " passed" in said, said


def test_a_number_that_differs_is_seen(runs):
    said, _ = runs["changed"].communicate()
    assert runs["changed"].returncode == 1, said
    assert "1.88e-05" in said, said
    assert "1 failed" in said, said
