"""The folder of notebooks, copied elsewhere and run by nbval without the course's own settings."""

import shutil
import subprocess
import sys

import pytest

from kernels import AS_A_READER
from lessons import LESSONS, ROOT

# Lessons with a bar are what failed; the others follow in the third tier.
EACH = [
    pytest.param(
        script,
        id=script.stem,
        marks=pytest.mark.ci if "progress(" in script.read_text("utf-8") else pytest.mark.release,
    )
    for script in LESSONS
]


@pytest.mark.parametrize("script", EACH)
def test_a_lesson_passes_with_plain_nbval(script, tmp_path):
    folder = shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    chosen = tmp_path / "settings"  # of a learner who reads Korean
    (chosen / "tutorial-helpers").mkdir(parents=True)
    (chosen / "tutorial-helpers" / "language").write_text("ko", "ascii")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "-q", folder / f"{script.stem}.ipynb"],
        cwd=folder,
        env=AS_A_READER | {"COURSE_LANGUAGE": "", "XDG_CONFIG_HOME": str(chosen)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
