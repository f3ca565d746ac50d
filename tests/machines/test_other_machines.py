"""Strict nbval on every lesson, with the threads and instructions of other machines."""

import os
import subprocess
import sys

import pytest

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


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Begin strict runs of all lessons on all machines at once."""
    compiled = {"TORCHINDUCTOR_CACHE_DIR": str(tmp_path_factory.mktemp("compiled"))}  # nothing yet
    options = ["-c", ROOT / "pyproject.toml", "-n0", "-p", "no:cacheprovider", "-q"]
    runs = {
        name: subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, ROOT / "notebooks"],
            env=os.environ | environment | compiled,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name, environment in MACHINES.items()
    }
    yield runs
    for run in runs.values():
        run.kill()
        run.wait()


@pytest.mark.parametrize("machine", MACHINES)
def test_lessons_print_the_same_with(machine, runs):
    said, _ = runs[machine].communicate()
    assert runs[machine].returncode == 0, said
    assert " passed" in said, said
