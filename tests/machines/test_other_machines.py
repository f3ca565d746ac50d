"""Strict nbval on every lesson, with the threads and instructions of other machines."""

import os
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from lessons import ROOT

pytestmark = pytest.mark.release

# One thread is what the notebooks themselves set, so the run of notebooks/ has that.
# What a processor cannot do is switched off in torch and in MKL, its library of matrix products.
MACHINES = {
    "two threads, MKL in its compatible mode, no compiler": {
        "OMP_NUM_THREADS": "2",
        "MKL_CBWR": "COMPATIBLE",
        "PATH": "",
    },
    "eight threads, plain instructions": {"OMP_NUM_THREADS": "8", "ATEN_CPU_CAPABILITY": "default"},
    "AVX2, MKL with SSE4.2": {"ATEN_CPU_CAPABILITY": "avx2", "MKL_ENABLE_INSTRUCTIONS": "SSE4_2"},
}


def start_nbval(folder, environment):
    """Begin a strict run of all notebooks in a folder."""
    options = ["-c", ROOT / "pyproject.toml", "-n0", "-p", "no:cacheprovider", "-q"]
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", *options, folder],
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Run the lessons on all machines at once, and a notebook with a changed number."""
    output = new_output("stream", text="loss: 1.88e-05\n")
    cell = new_code_cell('print("loss: 1.89e-05")', execution_count=1, outputs=[output])
    folder = tmp_path_factory.mktemp("changed")
    nbformat.write(new_notebook(cells=[cell]), folder / "lesson.ipynb")

    compiled = {"TORCHINDUCTOR_CACHE_DIR": str(folder / "compiled")}  # nothing compiled before
    lessons = ROOT / "notebooks"
    runs = {name: start_nbval(lessons, env | compiled) for name, env in MACHINES.items()}
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
