"""Each planted fault makes the test fail that ought to notice it, for the right reason."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from planted import FAULTS, Fault, NotPlantedError, replace

from lessons import ROOT

pytestmark = pytest.mark.ci

OPTIONS = ["-n0", "-p", "no:cacheprovider", "-m", "", "-x", "--tb=short", "--color=no"]

NOTHING = Fault(
    "nothing", "README.md", str, " ".join(sorted({fault.noticed_by for fault in FAULTS})), ""
)
MISSING_MODULE = Fault(
    "missing module",
    "src/tutorial_helpers/training.py",
    replace("import math\n", "import maths\n"),
    "tests/test_training.py::test_a_second_call_goes_on_training",
    "No module named 'maths'",
)
MISSING_NAME = MISSING_MODULE._replace(
    name="missing name", change=replace("model.zero_grad()", "modul.zero_grad()")
)
OUTCOMES = [
    (NOTHING, "not noticed"),
    (MISSING_MODULE, "not run"),
    (MISSING_NAME, "failed for another reason"),
    *((fault, "noticed") for fault in FAULTS),
]


def copy_course(folder):
    """Copy the files that git knows."""
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, encoding="utf-8")
    for name in listed.split("\0")[:-1]:
        Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, Path(folder, name))


def run_python(folder, *arguments):
    """Run Python in a copy of the course, with the packages that lie there."""
    ours = [f"{folder}/src", f"{folder}/tools", os.environ.get("PYTHONPATH")]
    path = os.pathsep.join(filter(None, ours))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def what_comes_of(fault):
    """Plant a fault in a copy, run the test that ought to notice it, and say what came of it."""
    with TemporaryDirectory() as folder:
        copy_course(folder)
        file = Path(folder, fault.file)
        file.write_text(fault.change(file.read_text(encoding="utf-8")), encoding="utf-8")
        done = run_python(folder, "-m", "pytest", *OPTIONS, *fault.noticed_by.split())
    return verdict(done, fault.because), done.stdout


def verdict(done, because):
    """Say in a few words how a run of pytest ended."""
    if done.returncode == 0:
        return "not noticed"
    summary = done.stdout.splitlines()[-1]
    if done.returncode != 1 or "1 failed" not in summary or "error" in summary:
        return "not run"
    return "noticed" if because in done.stdout else "failed for another reason"


@pytest.fixture(scope="module")
def outcomes(request):
    """Try the chosen faults, several at once."""
    chosen = [
        item.callspec.params["fault"]
        for item in request.session.items
        if "outcomes" in getattr(item, "fixturenames", ())
    ]
    with ThreadPoolExecutor(min(4, os.cpu_count())) as pool:
        yield {fault: pool.submit(what_comes_of, fault) for fault in chosen}
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize(("fault", "outcome"), OUTCOMES, ids=[fault.name for fault, _ in OUTCOMES])
def test_a_planted_fault_is(fault, outcome, outcomes):
    found, said = outcomes[fault].result()
    assert found == outcome, said


def test_a_copy_tests_the_package_that_lies_there(tmp_path):
    copy_course(tmp_path)
    done = run_python(tmp_path, "-c", "import tutorial_helpers; print(tutorial_helpers.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(tmp_path), done.stdout


@pytest.mark.parametrize("text", ["", "once, once"])
def test_a_fault_that_is_not_planted_once_is_an_error(text):
    with pytest.raises(NotPlantedError, match="not once: once"):
        replace("once", "twice")(text)
