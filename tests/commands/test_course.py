"""The words of `make`, and what is said when one of them fails."""

import ast
import json
import os
import shutil
import subprocess
from pathlib import Path
from unittest import mock

import pytest

import course
import environment
from lessons import ROOT


@pytest.mark.parametrize("arguments", [["labb"], []])
def test_an_unknown_word_shows_the_words(arguments, capsys):
    assert course.main(arguments) == 2
    said = capsys.readouterr().out
    assert all(f"course.py {word} " in said for word in course.COMMANDS)


@pytest.mark.parametrize("word", course.COMMANDS)
def test_main_passes_options_and_the_exit_status_on(word, monkeypatch):
    noted = []
    monkeypatch.setattr(course, "make_environment", noted.append)
    monkeypatch.setattr(course, "run", lambda command: noted.append(command) or 7)
    assert course.main([word, "--option"]) == (0 if word == "env" else 7)
    extras, *command = noted
    assert extras == course.COMMANDS[word][0]
    assert not command or (command[0][0], command[0][-1]) == (course.PYTHON, "--option")


QUIET = [*course.QUIET_LAB]


NO_BROWSER = [*QUIET, "--no-browser"]
USER, ROOT_USER, ON_WINDOWS = 1000, 0, None
SSH = "ssh -L 8888:127.0.0.1:8888 HOST"


@pytest.mark.parametrize(
    ("who", "window", "own", "options", "says"),
    [
        (USER, "DISPLAY", ["--port=9999"], [*QUIET, "--port=9999"], ""),
        (USER, "WAYLAND_DISPLAY", [], QUIET, ""),
        (ON_WINDOWS, "DISPLAY", [], QUIET, ""),
        (ROOT_USER, "DISPLAY", [], [*QUIET, "--allow-root", "--ip=127.0.0.1"], "127.0.0.1 only"),
        (ROOT_USER, "DISPLAY", ["--ip=::"], [*QUIET, "--allow-root", "--ip=::"], ""),
        (USER, "NONE", [], NO_BROWSER, SSH),
        (USER, "NONE", ["--browser=lynx"], [*QUIET, "--browser=lynx"], ""),
        # JupyterLab refuses a setting that is given twice, whatever it is called.
        (USER, "DISPLAY", ["--ServerApp.log_level=1"], [*QUIET[1:], "--ServerApp.log_level=1"], ""),
    ],
)
def test_lab_starts_for_anybody_and_says_what_is_unusual(
    who, window, own, options, says, monkeypatch, capsys
):
    commands = []
    monkeypatch.setattr(course, "make_environment", lambda _: None)
    monkeypatch.setattr(course, "run", commands.append)
    monkeypatch.setattr(course.os, "geteuid", lambda: who, raising=False)
    if who is ON_WINDOWS:
        monkeypatch.delattr(course.os, "geteuid")
    monkeypatch.setattr(course.sys, "platform", "linux")
    monkeypatch.setattr(course.webbrowser, "get", object)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(window, ":0")
    course.main(["lab", *own])
    assert commands == [[course.PYTHON, *course.COMMANDS["lab"][1], *options]]
    said = capsys.readouterr().out
    assert says in said
    assert bool(says) == ("127.0.0.1" in said)


def test_where_no_browser_is_installed_none_is_opened(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(course.webbrowser, "get", mock.Mock(side_effect=course.webbrowser.Error))
    assert not course.can_open_browser()


def test_korean_menus_bring_their_package_and_are_what_jupyterlab_and_lessons_begin_with(
    tmp_path, monkeypatch
):
    noted = []
    monkeypatch.setattr(course, "VENV", str(tmp_path))
    monkeypatch.setattr(course, "make_environment", noted.append)
    monkeypatch.setattr(course, "run", lambda command: noted.append(command) or 0)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "mine")
    monkeypatch.setenv("COURSE_LANGUAGE", "")  # so that it is set back
    monkeypatch.delenv("COURSE_LANGUAGE")
    assert course.main(["lab", "UI=ko", "--port=9999"]) == 0
    assert os.environ["COURSE_LANGUAGE"] == "ko"
    extras, command = noted
    assert extras == ("korean",)
    assert command[-1] == "--port=9999"
    assert "UI=ko" not in command
    ours, theirs = os.environ["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    settings = Path(ours, "labconfig", "default_setting_overrides.json").read_text("utf-8")
    assert json.loads(settings) == {"@jupyterlab/translation-extension:plugin": {"locale": "ko_KR"}}
    assert theirs == "mine"


@pytest.mark.parametrize("arguments", [["lab", "UI=fr"], ["test", "UI=ko"]])
def test_other_menus_are_refused_before_anything_is_made(arguments, monkeypatch, capsys):
    monkeypatch.setattr(course, "make_environment", lambda _: pytest.fail("made"))
    assert course.main(arguments) == 1
    assert capsys.readouterr().err.count("make lab UI=ko") == 2


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (environment.SetupError("because"), 1, "because"),
        (OSError(28, "No space left on device"), 1, "not enough room"),
        (PermissionError(13, "Permission denied"), 1, "Permission denied"),
        (subprocess.CalledProcessError(1, ["pip"]), 1, "see the error above"),
        (KeyboardInterrupt(), 130, "Stopped"),
    ],
)
def test_main_says_why_it_failed(error, status, words, monkeypatch, capsys):
    def fail(_):
        raise error

    monkeypatch.setattr(course, "make_environment", fail)
    assert course.main(["env"]) == status
    assert words in "".join(capsys.readouterr())


@pytest.mark.parametrize("name", ["course.py", "environment.py"])
def test_an_old_python_can_read_it(name):
    source = (ROOT / "tools" / name).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))


@pytest.fixture
def no_home(monkeypatch):
    """Let nothing be written in the home, which is full, and lend none to the next test."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, os.path.expanduser("~"))
    monkeypatch.setattr(course, "can_write", lambda folder: False)
    monkeypatch.setattr(course, "make_environment", lambda _: None)
    monkeypatch.setattr(course.atexit, "register", lambda remove, folder, **_: None)


@pytest.mark.usefixtures("no_home")
def test_where_the_home_is_full_another_is_lent_and_said_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(course.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    monkeypatch.setattr(course, "run", lambda _: os.environ["HOME"])
    assert course.main(["test"]) == str(tmp_path)
    said = capsys.readouterr().out
    assert "임시 홈 폴더를 씁니다" in said
    assert "a temporary one is used" in said


@pytest.mark.usefixtures("no_home")
def test_where_no_folder_can_be_written_nothing_is_begun(monkeypatch, capsys):
    def fail(prefix):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(course.tempfile, "mkdtemp", fail)
    monkeypatch.setattr(course, "make_environment", lambda _: pytest.fail("made"))
    assert course.main(["lab"]) == 1
    assert "cannot be written either" in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("make"), reason="no make on this machine")
@pytest.mark.parametrize("words", [["test"], ["lab", "UI=ko"]], ids=" ".join)
def test_make_passes_its_words_on(words):
    command = ["make", "--no-print-directory", "-n", *words, "PYTHON=py", "ARGS=--option"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"py tools/course.py {' '.join(words)} --option"


def test_both_makes_know_the_words():
    makefile, bat = ((ROOT / name).read_text("utf-8") for name in ("Makefile", "make.bat"))
    assert f"{' '.join(course.COMMANDS)}:\n" in makefile
    assert all(f"make {word}" in bat for word in course.COMMANDS)
