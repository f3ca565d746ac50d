"""The course in folders with Korean names, and where nothing can be written."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from copies import copy_course
from lessons import lesson_named

pytestmark = pytest.mark.release

# What installs the course here: the packages of this Python, and the link that pip makes.
PACKAGES = os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))
INSTALL = """
import glob, sys
sys.path.insert(0, "tools")
import course, environment

really_run = environment.run_and_explain

def run(command, *otherwise):
    if "install" not in command:
        return really_run(command, *otherwise)
    (site,) = glob.glob(".venv/[Ll]ib/**/site-packages", recursive=True)
    with open(site + "/_editable_impl_tutorial_helpers.pth", "w", encoding="utf-8") as link:
        link.write(environment.ROOT + "/src\\n")

environment.run_and_explain = run
sys.exit(course.main(["test", "--version"]))
"""
NOWHERE = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
    "PIP_RETRIES": "1",
    "PIP_NO_CACHE_DIR": "1",
}
PYTHONS = (".venv/bin/python", ".venv/Scripts/python.exe")
TEST = ["tools/course.py", "test", "-n0", "-q", "-p", "no:cacheprovider"]
WHOLE_PROGRAM, MANY_PROCESSES = (
    f"notebooks/{lesson_named(name).stem}.ipynb" for name in ("whole_program", "many_processes")
)


def run(folder, *arguments, before=(), **environment):
    """Run Python in a copy of the course, with its own helpers alone."""
    return subprocess.run(
        [*before, sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": PACKAGES} | environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )


def passed(done):
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert " passed" in done.stdout, done.stdout
    return True


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a copy of the course, set up as far as it can be without a network."""
    folder = tmp_path_factory.mktemp("home") / "내 강좌 폴더" / "torch nn"
    copy_course(folder)
    done = run(folder, "-c", INSTALL)
    assert done.returncode == 0, done.stderr
    return folder


def python_of(course):
    """Return the Python of a course's environment."""
    (python,) = (course / name for name in PYTHONS if (course / name).exists())
    return python


@pytest.mark.parametrize("notebook", [WHOLE_PROGRAM, MANY_PROCESSES])
def test_lessons_print_the_same_in_a_folder_with_a_korean_name(course, notebook):
    assert passed(run(course, *TEST, notebook))


def test_lessons_can_be_made_anew_there(course):
    script = Path(WHOLE_PROGRAM).with_suffix(".py")
    stored = (course / WHOLE_PROGRAM).read_bytes()
    done = run(course, "tools/course.py", "notebooks", script, "--overwrite")
    assert (done.returncode, done.stderr) == (0, "")
    assert (course / WHOLE_PROGRAM).read_bytes() == stored


def test_the_helpers_come_from_the_folder_where_letters_are_not_read_as_utf_8(course):
    # As before Python 3.13 on Korean Windows, whatever PYTHONUTF8 says.
    code = "import tutorial_helpers; print(ascii(tutorial_helpers.__file__))"
    done = subprocess.run(
        [python_of(course), "-c", code],
        env=os.environ | {"PYTHONPATH": PACKAGES, "LC_ALL": "C", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert ascii(str(course / "src"))[1:-1] in done.stdout


def test_make_says_that_the_network_is_missing_there(tmp_path):
    folder = tmp_path / "내 강좌 폴더" / "torch nn"
    copy_course(folder)
    done = run(folder, "tools/course.py", "env", PYTHONPATH="", **NOWHERE)
    assert done.returncode == 1
    assert "인터넷 연결을 확인하고" in done.stderr
    assert "Check the network and try again." in done.stderr


def without_privileges():
    """Return what to put before a command, so that permissions hold for it."""
    if getattr(os, "geteuid", lambda: 1)() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("permissions do not hold for root, and there is no setpriv here")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


@pytest.fixture(scope="module")
def read_only(course, tmp_path_factory):
    """Take from the course and from a home the permission to write; return how to run there."""
    home = tmp_path_factory.mktemp("home")
    places = [home, course, *(path for path in course.rglob("*") if not path.is_symlink())]
    modes = {path: path.stat().st_mode for path in places}
    options = {"before": without_privileges(), "HOME": str(home)}
    try:
        for path in places:
            path.chmod(modes[path] & ~0o222)
        for folder in (home, course / "notebooks"):
            if run(folder, "-c", "open('new', 'w')", **options).returncode == 0:
                pytest.skip("permissions do not hold on this machine")
        yield options
    finally:
        for path in places:
            path.chmod(modes[path])


def test_lessons_print_the_same_where_nothing_can_be_written(course, read_only):
    assert passed(run(course, *TEST, WHOLE_PROGRAM, **read_only))


def test_jupyterlab_opens_there(course, read_only):
    command = [*read_only["before"], sys.executable, "tools/course.py", "lab"]
    with subprocess.Popen(
        [*command, "--no-browser"],  # --allow-root comes by itself where it is needed
        cwd=course,
        env=os.environ | {"PYTHONPATH": PACKAGES, "HOME": read_only["HOME"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as make:
        lines = iter(make.stdout.readline, "")
        said = list(itertools.takewhile(lambda line: "/lab?token=" not in line, lines))
        servers = psutil.Process(make.pid).children()
        for server in servers:
            server.terminate()
    assert servers, "".join(said)
