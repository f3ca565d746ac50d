"""The lessons where nothing outside the machine can be reached."""

import subprocess
import sys

import pytest

from lessons import ROOT

pytestmark = pytest.mark.ci

CALL = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=60)"


def run_offline(*arguments):
    """Run Python with the network off."""
    return subprocess.run(
        [sys.executable, ROOT / "tests" / "without_network.py", sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module", autouse=True)
def _network_can_be_switched_off():
    done = run_offline("-c", "")
    if done.returncode != 0:
        pytest.skip(f"the network cannot be switched off here: {done.stderr.strip()[-200:]}")


def test_the_network_is_really_off():
    done = run_offline("-c", CALL)
    assert done.returncode == 1
    assert "Network is unreachable" in done.stderr


def test_the_machine_itself_can_be_reached():
    listen = "import socket; server = socket.create_server(('127.0.0.1', 0)); "
    call = "socket.create_connection(server.getsockname(), timeout=60)"
    done = run_offline("-c", listen + call)
    assert done.returncode == 0, done.stderr


def test_lessons_print_the_same_without_a_network():
    done = run_offline("-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", "notebooks", "docs")
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
