"""The set-up script: what it makes, what it leaves alone, what it says when it fails."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest

import course
from lessons import ROOT


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Put the course into an empty folder, and note in `done` the commands that it would run."""
    venv = tmp_path / ".venv"
    place = SimpleNamespace(folder=tmp_path, venv=venv, done=[], trouble=None, patch=monkeypatch)
    put_course_into(tmp_path, monkeypatch)
    monkeypatch.setattr(course, "VENV", str(venv))
    monkeypatch.setattr(course, "STAMP", str(venv / "course.json"))
    monkeypatch.setattr(course, "PYTHON", str(venv / "python"))
    monkeypatch.setattr(course, "prepare_jupyterlab", lambda: None)
    monkeypatch.setattr(course.subprocess, "check_output", lambda *_, **__: "")

    def run_and_explain(command):
        if "venv" in command:
            (venv / "python").touch()
            place.done.append("make")
        elif place.trouble:
            (venv / "half-made").touch()
            raise place.trouble
        else:
            place.done.append(f"install {command[-1].removeprefix(course.ROOT)}")

    monkeypatch.setattr(course, "run_and_explain", run_and_explain)
    return place


def put_course_into(folder, monkeypatch):
    folder.mkdir(exist_ok=True)
    for name in course.INPUTS:
        (folder / name).write_bytes(b"one\n")
    monkeypatch.setattr(course, "ROOT", str(folder))


def more_is_asked_for_and_a_version_changes(place):
    course.make_environment(("test",))
    (place.folder / "constraints.txt").write_bytes(b"another\n")


def the_files_are_as_on_windows(place):
    for name in course.INPUTS:
        (place.folder / name).write_bytes(b"one\r\n")


def the_course_is_moved(place):
    put_course_into(place.folder / "moved", place.patch)


def python_is_another(place):
    place.patch.setattr(course.sys, "version", "3.99")


def an_update_ends_with(error, remove=os.remove):
    def an_update_fails(place):
        place.trouble = error
        with place.patch.context() as patch:
            patch.setattr(course.os, "remove", remove)
            with pytest.raises(type(error)):
                course.make_environment(("test",))
        place.trouble = None

    return an_update_fails


def stop(_):
    raise KeyboardInterrupt


def stopped_while_the_old_one_is_emptied(place):
    python_is_another(place)
    an_update_ends_with(KeyboardInterrupt(), remove=stop)(place)


FAILED, NO_NETWORK, STOPPED = map(
    an_update_ends_with,
    (course.SetupError("pip"), course.NoNetworkError("pip"), KeyboardInterrupt()),
)


@pytest.mark.parametrize(
    ("happens", "extras", "done"),
    [
        (lambda place: None, (), []),
        (lambda place: None, ("test", "authors"), ["install [authors,test]"]),
        (more_is_asked_for_and_a_version_changes, (), ["install [test]"]),
        (the_files_are_as_on_windows, (), []),
        (the_course_is_moved, (), ["make", "install "]),
        (python_is_another, (), ["make", "install "]),
        (stopped_while_the_old_one_is_emptied, (), ["make", "install [test]"]),
        (FAILED, (), ["make", "install [test]"]),
        (STOPPED, (), ["make", "install [test]"]),
        (NO_NETWORK, (), []),
        (NO_NETWORK, ("test",), ["install [test]"]),
    ],
)
def test_the_environment_is_brought_up_to_date(happens, extras, done, place):
    course.make_environment(())
    assert place.done == ["make", "install "]
    happens(place)
    place.done.clear()
    course.make_environment(extras)
    assert place.done == done
    assert "make" not in done or not (place.venv / "half-made").exists()


@pytest.mark.parametrize("first_try", [FAILED, NO_NETWORK, STOPPED])
def test_a_half_made_environment_is_made_anew(first_try, place):
    first_try(place)
    course.make_environment(())
    assert place.done == ["make", "make", "install [test]"]
    assert not (place.venv / "half-made").exists()


def there_is_another(place):
    place.venv.mkdir()
    (place.venv / "precious").touch()


def we_are_in_it(place):
    course.make_environment(())
    python_is_another(place)
    place.patch.setattr(course.sys, "prefix", course.VENV)


def patched(*arguments, how="setattr"):
    return lambda place: getattr(place.patch, how)(*arguments)


FULL = SimpleNamespace(free=10**9)


@pytest.mark.parametrize(
    ("happens", "ko", "en"),
    [
        (there_is_another, "만든 것이 아닙니다", "did not make"),
        (we_are_in_it, "deactivate 명령으로", "the command deactivate"),
        (patched(course.sys, "version_info", (3, 10, 4)), "3.10입니다", "this is 3.10"),
        (patched(sys.modules, "ensurepip", None, how="setitem"), "venv 모듈", "the venv module"),
        (patched(course.shutil, "disk_usage", lambda _: FULL), "자리가 모자", "not enough room"),
    ],
)
def test_where_none_can_be_made_it_says_why_and_touches_nothing(happens, ko, en, place):
    happens(place)
    before = [*place.folder.rglob("*")], [*place.done]
    with pytest.raises(course.SetupError) as refused:
        course.make_environment(())
    assert re.search(rf"{ko}.*\n.*{en}", str(refused.value), re.DOTALL)
    assert ([*place.folder.rglob("*")], place.done) == before


def test_installs_the_tested_versions_so_that_edits_count(monkeypatch):
    noted = []
    monkeypatch.setattr(course, "run_and_explain", noted.extend)
    monkeypatch.setattr(course.subprocess, "check_output", lambda *_, **__: "")
    monkeypatch.setattr(course, "torch_source", lambda *_: ["SOURCE"])
    course.install(["test"])
    assert noted[noted.index("install") :] == [
        *("install", "-c", str(ROOT / "constraints.txt"), "SOURCE", "-e", f"{ROOT}[test]")
    ]


CPU = ["--extra-index-url", course.CPU_BUILDS]


@pytest.mark.parametrize(
    ("pip_config", "platform", "nvidia_smi", "source"),
    [
        ("global.timeout='60'\n:env:.no-cache-dir='1'", "linux", None, CPU),
        ("", "linux", "/usr/bin/nvidia-smi", []),
        ("", "win32", None, []),
        ("global.index-url='https://mirror.example'", "linux", None, []),
        (":env:.find-links='/wheels'", "linux", None, []),
    ],
)
def test_takes_cpu_builds_where_they_serve(pip_config, platform, nvidia_smi, source):
    assert course.torch_source(pip_config, platform, nvidia_smi) == source


def test_spares_students_the_question_about_news(monkeypatch, tmp_path):
    monkeypatch.setattr(course, "VENV", str(tmp_path))
    monkeypatch.setattr(course.subprocess, "check_call", lambda _: None)
    course.prepare_jupyterlab()
    (settings,) = tmp_path.rglob("overrides.json")
    assert '"fetchNews": "false"' in settings.read_text(encoding="utf-8")


# What it says


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "room"),
        ("OSError: [WinError 112] 디스크 공간이 부족합니다", "room"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "network"),
        ("ERROR: No matching distribution found for torch", "see the error above"),
        (
            "connection broken by 'ReadTimeoutError'\nERROR: Could not install packages "
            "due to an OSError: [WinError 5] Access is denied",
            "see the error above",
        ),
    ],
)
def test_explains_why_pip_failed(said, words):
    assert words in str(course.explain(said))


def test_explains_a_command_that_fails(capfd):
    with pytest.raises(course.SetupError, match="see the error above"):
        course.run_and_explain([sys.executable, "-c", "raise SystemExit('because')"])
    assert "because" in capfd.readouterr().err


# Its words


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
        (course.SetupError("because"), 1, "because"),
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


def test_an_old_python_can_read_it():
    source = (ROOT / "tools" / "course.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))


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
