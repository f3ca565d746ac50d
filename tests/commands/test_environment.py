"""The environment: what it is made of, what is left alone, what is said where it fails."""

import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest

import environment
from lessons import ROOT


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Put the course into an empty folder, and note in `done` the commands that it would run."""
    venv = tmp_path / ".venv"
    place = SimpleNamespace(
        folder=tmp_path, venv=venv, done=[], trouble=None, loads=True, patch=monkeypatch
    )
    put_course_into(tmp_path, monkeypatch)
    monkeypatch.setattr(environment, "VENV", str(venv))
    monkeypatch.setattr(environment, "STAMP", str(venv / "course.json"))
    monkeypatch.setattr(environment, "PYTHON", str(venv / "python"))
    monkeypatch.setattr(environment, "prepare_jupyterlab", lambda: None)
    monkeypatch.setattr(environment.subprocess, "check_output", lambda *_, **__: "")

    def run_and_explain(command, otherwise=()):
        if command[-1] == environment.PRODUCT:
            place.done.append("load")
            if not place.loads:
                raise environment.SetupError(*otherwise)
        elif "venv" in command:
            (venv / "python").touch()
            place.done.append("make")
        elif place.trouble:
            (venv / "half-made").touch()
            raise place.trouble
        else:
            place.done.append(f"install {command[-1].removeprefix(environment.ROOT)}")

    monkeypatch.setattr(environment, "run_and_explain", run_and_explain)
    return place


def put_course_into(folder, monkeypatch):
    folder.mkdir(exist_ok=True)
    for name in environment.INPUTS:
        (folder / name).write_bytes(b"one\n")
    monkeypatch.setattr(environment, "ROOT", str(folder))


def more_is_asked_for_and_a_version_changes(place):
    environment.make_environment(("test",))
    (place.folder / "constraints.txt").write_bytes(b"another\n")


def the_files_are_as_on_windows(place):
    for name in environment.INPUTS:
        (place.folder / name).write_bytes(b"one\r\n")


def the_course_is_moved(place):
    put_course_into(place.folder / "moved", place.patch)


def python_is_another(place):
    place.patch.setattr(environment.sys, "version", "3.99")


def an_update_ends_with(error, remove=os.remove):
    def an_update_fails(place):
        place.trouble = error
        with place.patch.context() as patch:
            patch.setattr(environment.os, "remove", remove)
            with pytest.raises(type(error)):
                environment.make_environment(("test",))
        place.trouble = None

    return an_update_fails


def stop(_):
    raise KeyboardInterrupt


def stopped_while_the_old_one_is_emptied(place):
    python_is_another(place)
    an_update_ends_with(KeyboardInterrupt(), remove=stop)(place)


FAILED, NO_NETWORK, STOPPED = map(
    an_update_ends_with,
    (environment.SetupError("pip"), environment.NoNetworkError("pip"), KeyboardInterrupt()),
)


@pytest.mark.parametrize(
    ("happens", "extras", "done"),
    [
        (lambda place: None, (), []),
        (lambda place: None, ("test", "authors"), ["install [authors,test]", "load"]),
        (more_is_asked_for_and_a_version_changes, (), ["install [test]", "load"]),
        (the_files_are_as_on_windows, (), []),
        (the_course_is_moved, (), ["make", "install ", "load"]),
        (python_is_another, (), ["make", "install ", "load"]),
        (stopped_while_the_old_one_is_emptied, (), ["make", "install [test]", "load"]),
        (FAILED, (), ["make", "install [test]", "load"]),
        (STOPPED, (), ["make", "install [test]", "load"]),
        (NO_NETWORK, (), []),
        (NO_NETWORK, ("test",), ["install [test]", "load"]),
    ],
)
def test_the_environment_is_brought_up_to_date(happens, extras, done, place):
    environment.make_environment(())
    assert place.done == ["make", "install ", "load"]
    happens(place)
    place.done.clear()
    environment.make_environment(extras)
    assert place.done == done
    assert "make" not in done or not (place.venv / "half-made").exists()


@pytest.mark.parametrize("first_try", [FAILED, NO_NETWORK, STOPPED])
def test_a_half_made_environment_is_made_anew(first_try, place):
    first_try(place)
    environment.make_environment(())
    assert place.done == ["make", "make", "install [test]", "load"]
    assert not (place.venv / "half-made").exists()


def test_until_pytorch_loads_each_try_says_so_and_installs_nothing_again(place):
    place.loads = False
    for done in (["make", "install ", "load"], ["load"]):
        place.done.clear()
        with pytest.raises(environment.SetupError, match=r"불러올 수 없습니다(.|\n)*does not load"):
            environment.make_environment(())
        assert place.done == done
    place.loads = True
    for done in (["load"], []):
        place.done.clear()
        environment.make_environment(())
        assert place.done == done


def there_is_another(place):
    place.venv.mkdir()
    (place.venv / "precious").touch()


def we_are_in_it(place):
    environment.make_environment(())
    python_is_another(place)
    place.patch.setattr(environment.sys, "prefix", environment.VENV)


def patched(*arguments, how="setattr"):
    return lambda place: getattr(place.patch, how)(*arguments)


FULL = SimpleNamespace(free=10**9)
FOR_A_CPU = SimpleNamespace(free=5 * 10**9)


def an_nvidia_card_needs_more(place):
    place.patch.setattr(environment.sys, "platform", "linux")
    place.patch.setattr(environment.shutil, "which", lambda program: f"/usr/bin/{program}")
    place.patch.setattr(environment.shutil, "disk_usage", lambda _: FOR_A_CPU)


def it_is_an_intel_mac(place):
    place.patch.setattr(environment.sys, "platform", "darwin")
    place.patch.setattr(environment.platform, "machine", lambda: "x86_64")


def the_path_has(letters, long_paths=0):
    """Return what puts the course on a Windows, where paths may be long or not."""

    def happens(place):
        registry = mock.MagicMock()
        registry.QueryValueEx.side_effect = lambda *_: (long_paths, 4)
        if long_paths is None:
            registry.OpenKey.side_effect = FileNotFoundError
        place.patch.setitem(sys.modules, "winreg", registry)
        place.patch.setattr(environment, "os", mock.Mock(wraps=os, path=os.path, name="nt"))
        environment.os.name = "nt"
        long = place.folder / ("c" * (letters - len(str(place.folder)) - 1))
        put_course_into(long, place.patch)

    return happens


@pytest.mark.parametrize(
    ("happens", "ko", "en"),
    [
        (there_is_another, "만든 것이 아닙니다", "did not make"),
        (we_are_in_it, "deactivate 명령으로", "the command deactivate"),
        (patched(environment.sys, "version_info", (3, 10, 4)), "3.10입니다", "this is 3.10"),
        (patched(sys.modules, "ensurepip", None, how="setitem"), "venv 모듈", "the venv module"),
        (patched(environment.sys, "maxsize", 2**31 - 1), "32비트입니다", "has 32 bits"),
        (it_is_an_intel_mac, "Intel Mac에는", "on an Intel Mac"),
        (the_path_has(letters=200), "200자이고 67자까지", "has 200 letters and may have 67"),
        (the_path_has(letters=200, long_paths=None), "200자이고", "has 200 letters"),
        (
            patched(environment.shutil, "disk_usage", lambda _: FULL),
            "자리가 모자",
            "not enough room",
        ),
        (an_nvidia_card_needs_more, "자리가 모자", "not enough room"),
    ],
)
def test_where_none_can_be_made_it_says_why_and_touches_nothing(happens, ko, en, place):
    happens(place)
    before = [*place.folder.rglob("*")], [*place.done]
    with pytest.raises(environment.SetupError) as refused:
        environment.make_environment(())
    assert re.search(rf"{ko}.*\n.*{en}", str(refused.value), re.DOTALL)
    assert ([*place.folder.rglob("*")], place.done) == before


@pytest.mark.parametrize("happens", [the_path_has(200, long_paths=1)])
def test_a_windows_that_takes_long_paths_takes_this_one(happens, place):
    happens(place)
    environment.make_environment(())
    assert "load" in place.done


@pytest.mark.ci
def test_no_path_in_the_environment_is_longer_than_what_is_counted_with():
    folder = Path(sys.prefix)
    if not (folder / "course.json").exists():
        pytest.skip("these tests run in an environment that make env has not made")
    (packages,) = folder.glob("[Ll]ib/**/site-packages")
    as_on_windows = Path(".venv", "Lib", "site-packages")
    paths = [as_on_windows / path.relative_to(packages) for path in packages.rglob("*")]
    longest = max(len(str(path).replace("+cpu", "")) for path in paths)
    assert longest < environment.LONGEST_BELOW


def test_a_folder_that_is_full_or_closed_cannot_be_written(tmp_path, monkeypatch):
    assert environment.can_write(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not environment.can_write(tmp_path / "none")
    full = mock.MagicMock()
    full.__enter__().flush.side_effect = OSError(28, "No space left on device")
    full.__exit__.return_value = False
    monkeypatch.setattr(environment.tempfile, "TemporaryFile", lambda dir: full)
    assert not environment.can_write(tmp_path)


def test_pytorch_is_really_loaded_at_the_end(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "PYTHON", sys.executable)
    monkeypatch.setattr(environment, "STAMP", str(tmp_path / "course.json"))
    environment.try_torch({"finished": True})
    assert environment.read_stamp() == {"finished": True, "loads": True}
    broken = "raise OSError('[WinError 1114] DLL 초기화 루틴을 실행할 수 없습니다. c10.dll')"
    (tmp_path / "torch.py").write_text(broken, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(environment.SetupError, match=r"런타임(.|\n)*Visual C\+\+ runtime"):
        environment.try_torch({"finished": True})


def test_installs_the_tested_versions_so_that_edits_count(monkeypatch):
    noted = []
    monkeypatch.setattr(environment, "run_and_explain", noted.extend)
    monkeypatch.setattr(environment.subprocess, "check_output", lambda *_, **__: "")
    monkeypatch.setattr(environment, "torch_source", lambda *_: ["SOURCE"])
    environment.install(["test"])
    assert noted[noted.index("install") :] == [
        *("install", "-c", str(ROOT / "constraints.txt"), "SOURCE", "-e", f"{ROOT}[test]")
    ]


CPU = ["--extra-index-url", environment.CPU_BUILDS]


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
    assert environment.torch_source(pip_config, platform, nvidia_smi) == source


def test_spares_students_the_question_about_news(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "VENV", str(tmp_path))
    monkeypatch.setattr(environment.subprocess, "check_call", lambda _: None)
    environment.prepare_jupyterlab()
    (settings,) = tmp_path.rglob("overrides.json")
    assert '"fetchNews": "false"' in settings.read_text(encoding="utf-8")


# What it says


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "room"),
        ("OSError: [WinError 112] 디스크 공간이 부족합니다", "room"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "network"),
        (
            "HINT: This error might have occurred since this system does not have Windows Long "
            "Path support enabled.",
            "too long",
        ),
        ('OSError: [WinError 126] Error loading "torch_cpu.dll" or a dependency', "C++ runtime"),
        ("ImportError: DLL load failed while importing _C", "C++ runtime"),
        ("Cannot connect to proxy.', NewConnectionError('<urllib3.Connection>')", "proxy"),
        ("Tunnel connection failed: 407 Proxy Authentication Required", "proxy"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate", "proxy"),
        (
            'A "pyproject.toml" file was found, but editable mode currently requires a '
            "setuptools-based build.",
            "pip that comes with this Python is too old",
        ),
        ("build backend is missing the 'build_editable' hook.", "too old"),
        ("ERROR: No matching distribution found for torch", "no PyTorch for the Python"),
        ("ERROR: No matching distribution found for tqdm", "see the error above"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied\n"
            "ProxyError",
            "see the error above",
        ),
        (
            "connection broken by 'ReadTimeoutError'\nERROR: Could not install packages "
            "due to an OSError: [WinError 5] Access is denied",
            "see the error above",
        ),
    ],
)
def test_explains_why_pip_failed(said, words):
    assert words in str(environment.explain(said))


def test_explains_a_command_that_fails(capfd):
    with pytest.raises(environment.SetupError, match="see the error above"):
        environment.run_and_explain([sys.executable, "-c", "raise SystemExit('because')"])
    assert "because" in capfd.readouterr().err
