"""A new version of the course never overwrites what a student has written."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

from lessons import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="no git on this machine")

NAME = "notebooks/00_whole_program.ipynb"
WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "somebody"), ("EMAIL", "somebody@example.org"))
}


def git(folder, *arguments, check=True):
    """Run git in a folder."""
    return run(folder, "git", "-c", "core.autocrlf=false", *arguments, check=check)


def run(folder, *command, check=True):
    """Run a command in a folder, with a name for git."""
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | WHO | {"GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=check,
    )


def change(folder, place, text):
    """Change the first line of a cell of the first lesson, and return what the file holds now."""
    path = folder / NAME
    notebook = json.loads(path.read_text("utf-8"))
    notebook["cells"][place]["source"] = [text]
    path.write_text(
        json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n"
    )
    return path.read_bytes()


@pytest.fixture
def course(tmp_path):
    """Return the course as it is published, with the first lesson alone."""
    folder = tmp_path / "course"
    (folder / NAME).parent.mkdir(parents=True)
    shutil.copy(ROOT / NAME, folder / NAME)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first version")
    return folder


@pytest.fixture
def student(course, tmp_path):
    """Return a student's clone of it."""
    git(tmp_path, "clone", "-q", str(course), "student")
    return tmp_path / "student"


def publish(course, place=0):
    """Publish a new version in which a cell of the first lesson is another."""
    change(course, place, "# 00 새 제목 · A new title")
    git(course, "commit", "-qam", "second version")


def test_put_aside_the_work_comes_back_into_the_new_version(course, student):
    change(student, 12, "my answer")
    publish(course)
    for command in ("stash", "pull", "stash pop"):
        git(student, *command.split())
    text = (student / NAME).read_text("utf-8")
    assert "my answer" in text
    assert "A new title" in text


def test_where_both_changed_the_same_cell_neither_is_lost(course, student):
    change(student, 0, "# my title")
    publish(course)
    git(student, "stash")
    git(student, "pull")
    assert git(student, "stash", "pop", check=False).returncode != 0
    assert "my title" in git(student, "stash", "show", "-p").stdout
    git(student, "checkout", "--theirs", NAME)  # their own, of what was put aside
    assert "# my title" in (student / NAME).read_text("utf-8")


def click_link(course, folder):
    """Do what the hub does when a student clicks the link of nbgitpuller."""
    run(folder.parent, sys.executable, "-m", "nbgitpuller.pull", str(course), "main", folder.name)


@pytest.mark.skipif(not find_spec("nbgitpuller"), reason="no nbgitpuller on this machine")
@pytest.mark.parametrize("place", [12, 0], ids=["another cell", "the same cell"])
def test_a_link_clicked_again_keeps_what_the_student_changed(place, course, tmp_path):
    student = tmp_path / "student"
    click_link(course, student)
    change(student, place, "# my answer")
    change(student, 14, "# my answer in a place that stays")
    publish(course)
    click_link(course, student)
    sources = [
        "".join(cell["source"]) for cell in json.loads((student / NAME).read_text("utf-8"))["cells"]
    ]
    assert sources[place] == "# my answer"
    assert sources[14] == "# my answer in a place that stays"
    assert (sources[0] == "# 00 새 제목 · A new title") == (place != 0)
