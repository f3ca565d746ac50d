"""What programs print on consoles that lack letters, as those of Korean Windows do."""

import os
import subprocess
import sys

import pytest

from lessons import ROOT, SCRIPTS
from tutorial_helpers.exercises import EXERCISES

# On this machine, a file that is read without naming its encoding is taken for ASCII.
MACHINE = {"LC_ALL": "C", "PYTHONUTF8": "0"}


def run_on(console, *arguments):
    """Run Python on a console that refuses all letters but its own.

    Lessons on a Korean one are in test_editions_elsewhere.py.
    """
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | MACHINE | {"PYTHONIOENCODING": console},
        capture_output=True,
        encoding=console,
    )


# ASCII has none of the letters that cp949 lacks.
@pytest.mark.parametrize(
    ("command", "status", "says"),
    [
        ("tools/course.py", 2, "course.py lab"),
        ("tools/list_exercises.py", 0, f"Lesson {EXERCISES[-1].lesson}"),
        pytest.param("tools/notebooks.py --help", 0, "--overwrite", marks=pytest.mark.ci),
        pytest.param("-m benchmarks --quick --help", 0, "--quick", marks=pytest.mark.ci),
        pytest.param(
            "-m benchmarks --quick progress_bars", 0, "progress(", marks=pytest.mark.release
        ),
        pytest.param("notebooks/train_with_ddp.py", 1, "two or more", marks=pytest.mark.ci),
        pytest.param("tools/spacing.py", 0, f"{SCRIPTS[0].name}\n", marks=pytest.mark.release),
        pytest.param(f"notebooks/{SCRIPTS[0].name}", 0, "loss", marks=pytest.mark.ci),
    ],
)
def test_programs_run_on_an_english_console(command, status, says):
    assert_says(run_on("ascii", *command.split()), status, says)


def assert_says(done, status, says):
    assert done.returncode == status, done.stderr
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.ci
def test_a_folder_whose_name_the_console_lacks_can_be_printed(tmp_path):
    folder = tmp_path / "강좌 ŷ"
    folder.mkdir()
    script = folder / "09_예.py"
    script.write_text("# %%\nprint('ŷ')\n", encoding="utf-8")
    assert_says(run_on("ascii", "tools/notebooks.py", script), 0, "09_")
    assert script.with_suffix(".ipynb").exists()
