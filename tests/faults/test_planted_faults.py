"""Each planted fault makes the test fail that ought to notice it, for the right reason."""

import contextlib
import os
from pathlib import Path

import pytest
from planted import FAULTS, Fault, NotPlantedError

from copies import copy_course, run_pytest

pytestmark = pytest.mark.ci

A_TEST = "tests/helpers/test_training.py::test_a_second_call_goes_on_training"
TRAIN = "src/tutorial_helpers/training.py"
NO_MODULE = Fault("no module", TRAIN, "import math«→s»\n", A_TEST, "No module named 'maths'")
NO_NAME = Fault("no name", TRAIN, "mod«e→u»l.zero_grad()", A_TEST, "No module named 'maths'")
OUTCOMES = [
    (Fault("nothing", TRAIN, "import math«→»\n", A_TEST, ""), "not noticed"),
    (NO_MODULE, "not run"),
    (NO_NAME, "failed for another reason"),
    *((fault, "noticed") for fault in FAULTS),
]


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """Return a copy of the course."""
    folder = tmp_path_factory.mktemp("copy")
    copy_course(folder)
    return folder


@contextlib.contextmanager
def planted(fault, folder):
    """Plant a fault in a copy, and take it out in the end."""
    file = Path(folder, fault.file)
    before, times = file.read_bytes(), file.stat()
    file.write_text(fault.planted_in(before.decode("utf-8")), encoding="utf-8")
    try:
        yield
    finally:
        file.write_bytes(before)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))  # so that its .pyc serves again


def verdict(done, because):
    """Say in a few words how a run of pytest ended."""
    if done.returncode == 0:
        return "not noticed"
    summary = done.stdout.splitlines()[-1]
    if done.returncode != 1 or "1 failed" not in summary or "error" in summary:
        return "not run"
    return "noticed" if because in done.stdout else "failed for another reason"


@pytest.mark.parametrize(("fault", "outcome"), OUTCOMES, ids=[fault.name for fault, _ in OUTCOMES])
def test_a_planted_fault_is(fault, outcome, course):
    with planted(fault, course):
        done = run_pytest(course, "-m", "", "-x", "--tb=short", *fault.noticed_by.split())
    assert verdict(done, fault.because) == outcome, done.stdout


@pytest.mark.parametrize("text", ["", "once, once"])
def test_a_fault_that_is_not_planted_once_is_an_error(text):
    with pytest.raises(NotPlantedError, match="not once: once"):
        Fault("", "", "o«n→»ce", "", "").planted_in(text)
