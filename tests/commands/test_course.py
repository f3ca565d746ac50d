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

import pytest

import course
from lessons import ROOT


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """Put the course into an empty folder, and note the commands that it would run."""
    for name in course.INPUTS:
        (tmp_path / name).write_text(name)
    venv = tmp_path / ".venv"
    monkeypatch.setattr(course, "ROOT", str(tmp_path))
    monkeypatch.setattr(course, "VENV", str(venv))
    monkeypatch.setattr(course, "STAMP", str(venv / "course.json"))
    monkeypatch.setattr(course, "PYTHON", str(venv / "python"))
    monkeypatch.setattr(course.subprocess, "check_output", lambda *_, **__: "")
    monkeypatch.setattr(course, "prepare_jupyterlab", lambda: None)
    noted = []

    def run_and_explain(command):
        noted.append("make" if "venv" in command else command[-1].removeprefix(str(tmp_path)))
        (venv / "python").touch()

    monkeypatch.setattr(course, "run_and_explain", run_and_explain)
    return noted


@pytest.fixture
def fail(commands, monkeypatch):
    """Return a function that makes an environment while pip fails halfway."""

    def make_and_fail(error, extras):
        def run_and_explain(command):
            (ROOT / course.VENV / "half-made").touch()
            if "pip" in command:
                raise error

        with monkeypatch.context() as patch:
            patch.setattr(course, "run_and_explain", run_and_explain)
            with pytest.raises(type(error)):
                course.make_environment(extras)

    return make_and_fail


def test_makes_the_environment_once(commands):
    course.make_environment(())
    course.make_environment(())
    assert commands == ["make", ""]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_installs_again_when_its_inputs_change(commands, tmp_path, name):
    course.make_environment(("test",))
    (tmp_path / name).write_text("changed\n")
    course.make_environment(())
    (tmp_path / name).write_bytes(b"changed\r\n")  # the same text, checked out on Windows
    course.make_environment(())
    assert commands == ["make", "[test]", "[test]"]


def test_adds_extras_and_keeps_them(commands):
    course.make_environment(())
    course.make_environment(("authors", "test"))
    course.make_environment(())
    course.make_environment(("authors",))
    assert commands == ["make", "", "[authors,test]"]


def test_makes_it_anew_for_another_python(commands, monkeypatch):
    course.make_environment(())
    monkeypatch.setattr(course.sys, "version", "3.99")
    course.make_environment(())
    assert commands == ["make", "", "make", ""]


def test_makes_it_anew_where_the_folder_was_moved(commands, monkeypatch, tmp_path):
    course.make_environment(())
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in course.INPUTS:
        (moved / name).write_text(name)
    monkeypatch.setattr(course, "ROOT", str(moved))
    course.make_environment(())
    assert commands == ["make", "", "make", "/moved"]


def test_installs_the_tested_versions_so_that_edits_count(monkeypatch):
    noted = []
    monkeypatch.setattr(course, "run_and_explain", noted.extend)
    monkeypatch.setattr(course.subprocess, "check_output", lambda *_, **__: "")
    monkeypatch.setattr(course, "torch_source", lambda *_: ["SOURCE"])
    course.install(["test"])
    assert noted[noted.index("install") :] == [
        *("install", "-c", str(ROOT / "constraints.txt"), "SOURCE", "-e", f"{ROOT}[test]")
    ]


def test_spares_students_the_question_about_news(commands, monkeypatch, tmp_path):
    monkeypatch.undo()
    monkeypatch.setattr(course, "VENV", str(tmp_path))
    monkeypatch.setattr(course.subprocess, "check_call", lambda _: None)
    course.prepare_jupyterlab()
    (settings,) = tmp_path.rglob("overrides.json")
    assert '"fetchNews": "false"' in settings.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "error", [course.SetupError("pip"), course.NoNetworkError("pip"), KeyboardInterrupt()]
)
def test_does_not_trust_a_half_made_environment(commands, fail, error):
    fail(error, ())
    course.make_environment(())
    assert commands == ["make", ""]
    assert not (ROOT / course.VENV / "half-made").exists()


def test_does_not_trust_a_half_made_update(commands, fail):
    course.make_environment(())
    fail(course.SetupError("pip"), ("test",))
    course.make_environment(())
    assert commands == ["make", "", "make", "[test]"]


def test_keeps_a_good_environment_when_an_update_finds_no_network(commands, fail):
    course.make_environment(())
    fail(course.NoNetworkError("pip"), ("test",))
    course.make_environment(())
    assert commands == ["make", ""]
    course.make_environment(("test",))
    assert commands == ["make", "", "[test]"]


def test_stopped_while_it_empties_the_old_one_it_still_knows_it(commands, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    course.make_environment(())
    monkeypatch.setattr(course.sys, "version", "3.99")
    with monkeypatch.context() as patch:
        patch.setattr(course.os, "remove", stop)
        with pytest.raises(KeyboardInterrupt):
            course.make_environment(())
    course.make_environment(())
    assert commands == ["make", "", "make", ""]


def test_does_not_delete_the_environment_that_it_runs_in(commands, monkeypatch):
    course.make_environment(())
    monkeypatch.setattr(course.sys, "version", "3.99")
    monkeypatch.setattr(course.sys, "prefix", course.VENV)
    with pytest.raises(course.SetupError, match="deactivate"):
        course.make_environment(())
    assert commands == ["make", ""]


def test_leaves_an_environment_of_others_alone(commands, tmp_path):
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "precious").touch()
    with pytest.raises(course.SetupError, match=r"만든 것이 아닙니다(.|\n)*did not make"):
        course.make_environment(())
    assert (tmp_path / ".venv" / "precious").exists()
    assert commands == []


def test_says_that_python_is_too_old(commands, monkeypatch):
    monkeypatch.setattr(course.sys, "version_info", (3, 10, 4))
    with pytest.raises(course.SetupError, match=r"3\.10입니다(.|\n)*this is 3\.10"):
        course.make_environment(())


def test_says_that_venv_is_missing(commands, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(course.SetupError, match=r"venv 모듈(.|\n)*lacks the venv module"):
        course.make_environment(())


def test_says_that_the_disk_is_full_before_it_begins(commands, monkeypatch, tmp_path):
    monkeypatch.setattr(course.shutil, "disk_usage", lambda _: SimpleNamespace(free=10**9))
    with pytest.raises(course.SetupError, match=r"자리가 모자랍니다(.|\n)*not enough room"):
        course.make_environment(())
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "room"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "network"),
        ("socket.gaierror: [Errno 11001] getaddrinfo failed", "network"),
        ("ERROR: No matching distribution found for torch", "see the error above"),
        ("OSError: [WinError 112] 디스크 공간이 부족합니다", "room"),
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


CPU = ["--extra-index-url", course.CPU_BUILDS]


@pytest.mark.parametrize(
    ("pip_config", "platform", "nvidia_smi", "source"),
    [
        ("", "linux", None, CPU),
        ("global.timeout='60'\n:env:.no-cache-dir='1'", "linux", None, CPU),
        ("", "linux", "/usr/bin/nvidia-smi", []),
        ("", "darwin", None, []),
        ("", "win32", None, []),
        ("global.index-url='https://mirror.example'", "linux", None, []),
        (":env:.find-links='/wheels'", "linux", None, []),
        ("install.extra-index-url='https://mirror.example'", "linux", None, []),
    ],
)
def test_takes_cpu_builds_where_they_serve(pip_config, platform, nvidia_smi, source):
    assert course.torch_source(pip_config, platform, nvidia_smi) == source


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


def test_lab_opens_the_notebooks():
    assert str(ROOT / "notebooks") in course.COMMANDS["lab"][1]


@pytest.fixture
def lab(monkeypatch, capsys):
    """Return a function that runs the word lab as a user who is not root and has a browser.

    It returns the options that JupyterLab gets and what is said.
    """
    commands = []
    monkeypatch.setattr(course, "make_environment", lambda _: None)
    monkeypatch.setattr(course, "run", commands.append)
    monkeypatch.setattr(course.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(course.webbrowser, "get", object)
    monkeypatch.setenv("DISPLAY", ":0")

    def start(*options):
        course.main(["lab", *options])
        return commands[-1][len(course.COMMANDS["lab"][1]) + 1 :], capsys.readouterr().out

    return start


QUIET = [*course.QUIET_LAB]


def test_lab_needs_nothing_more_for_others_than_root(lab, monkeypatch):
    options, said = lab("--port=9999")
    assert options == [*QUIET, "--port=9999"]
    assert "root" not in said
    monkeypatch.delattr(course.os, "geteuid")  # as on Windows
    assert lab() == (QUIET, said)


def test_lab_starts_for_root_and_says_that_only_this_machine_can_reach_it(lab, monkeypatch):
    monkeypatch.setattr(course.os, "geteuid", lambda: 0, raising=False)
    options, said = lab("--port=9999")
    assert options == [*QUIET, "--allow-root", "--ip=127.0.0.1", "--port=9999"]
    assert re.search(r"root로 .* 127\.0\.0\.1에서만.*\n.*are root.* 127\.0\.0\.1 only", said)


@pytest.mark.parametrize("own", [["--ip=0.0.0.0"], ["--ServerApp.ip", "0.0.0.0"]])
def test_lab_leaves_it_to_root_to_choose_an_address(lab, monkeypatch, own):
    monkeypatch.setattr(course.os, "geteuid", lambda: 0, raising=False)
    options, said = lab(*own)
    assert options == [*QUIET, "--allow-root", *own]
    assert "127.0.0.1" not in said


@pytest.mark.parametrize("own", ["--log-level=INFO", "--ServerApp.log_level=INFO"])
def test_lab_gives_no_setting_twice_which_jupyterlab_refuses(lab, own):
    assert lab(own)[0] == [*QUIET[1:], own]


def find_no_browser(monkeypatch):
    def fail():
        raise course.webbrowser.Error

    monkeypatch.setattr(course.webbrowser, "get", fail)


def be_on_linux_without_a_window(monkeypatch):
    monkeypatch.setattr(course.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.mark.parametrize("lose_it", [find_no_browser, be_on_linux_without_a_window])
def test_lab_without_a_browser_says_where_to_point_one(lab, monkeypatch, lose_it):
    lose_it(monkeypatch)
    options, said = lab()
    assert options == [*QUIET, "--no-browser"]
    assert said.count("http://127.0.0.1") == said.count("ssh -L 8888:127.0.0.1:8888 HOST") == 2
    options, said = lab("--browser=lynx")
    assert options == [*QUIET, "--browser=lynx"]
    assert "ssh" not in said


def test_lab_opens_a_browser_under_wayland(lab, monkeypatch):
    be_on_linux_without_a_window(monkeypatch)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert lab()[0] == QUIET


def test_korean_menus_bring_their_package_and_are_what_jupyterlab_begins_with(
    tmp_path, monkeypatch
):
    noted = []
    monkeypatch.setattr(course, "VENV", str(tmp_path))
    monkeypatch.setattr(course, "make_environment", noted.append)
    monkeypatch.setattr(course, "run", lambda command: noted.append(command) or 0)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "mine")
    assert course.main(["lab", "UI=ko", "--port=9999"]) == 0
    extras, command = noted
    assert extras == ("korean",)
    assert command[-1] == "--port=9999"
    assert "UI=ko" not in command
    ours, theirs = os.environ["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    settings = Path(ours, "labconfig", "default_setting_overrides.json").read_text()
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
@pytest.mark.parametrize("word", course.COMMANDS)
def test_make_calls_it(word):
    command = ["make", "--no-print-directory", "-n", word, "PYTHON=py", "ARGS=--option"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"py tools/course.py {word} --option"


@pytest.mark.skipif(not shutil.which("make"), reason="no make on this machine")
def test_make_passes_the_choice_of_menus_on():
    command = ["make", "--no-print-directory", "-n", "lab", "PYTHON=py", "UI=ko", "ARGS=--option"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "py tools/course.py lab UI=ko --option"


def test_both_makes_know_the_words():
    makefile, bat = ((ROOT / name).read_text() for name in ("Makefile", "make.bat"))
    assert f"{' '.join(course.COMMANDS)}:\n" in makefile
    assert all(f"make {word}" in bat for word in course.COMMANDS)
