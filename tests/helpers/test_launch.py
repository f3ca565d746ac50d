"""`torchrun` from a notebook: what it shows, how it fails, and that nothing stays behind."""

import os
import re
import socket
import subprocess
import sys
import time
from types import SimpleNamespace

import psutil
import pytest
import torch

from tutorial_helpers import launch, torchrun
from tutorial_helpers.language import choose_language
from waiting import free_port

TELL = """
import os, sys

names = ("OMP_NUM_THREADS", "MASTER_ADDR", "GLOO_SOCKET_IFNAME", "WORLD_SIZE")
print("process", os.environ["RANK"], sys.argv[1:])
if os.environ["RANK"] == "0":
    print("한글", os.getcwd(), *map(os.environ.get, names), sep="|")
"""
SLEEP = """
import os, pathlib, sys, time

rank = os.environ["RANK"]
print("begun", rank)
pathlib.Path(__file__).with_name(f"begun{rank}").touch()
time.sleep(300)
"""
WAIT_FOR_OTHER = """
import os, pathlib, signal, sys, time

rank = os.environ["RANK"]
pathlib.Path(__file__).with_name(f"begun{rank}").touch()
while not pathlib.Path(__file__).with_name(f"begun{1 - int(rank)}").exists():
    time.sleep(0.01)
"""


@pytest.fixture
def script(tmp_path):
    """Return a function that writes a script into a folder with a difficult name."""

    def write(text):
        path = tmp_path / "빈칸 있는 폴더" / "여러 프로세스.py"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        return path

    return write


def left_behind(script):
    """Return the processes that have the script in their command line."""
    found = psutil.process_iter(["cmdline"])
    return [process for process in found if str(script) in (process.info["cmdline"] or [])]


def has_begun(script):
    return all(script.with_name(f"begun{rank}").exists() for rank in (0, 1))


def says_both(error, ko, en):
    text = str(error.value)
    assert re.search(ko, text), text
    assert re.search(en, text), text


def test_shows_the_command_and_what_each_process_prints(script, tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    path = script(TELL)
    torchrun(path, "--steps", 500, f"--save={tmp_path / 'a.pt'}", tmp_path / "b c")
    out, err = capfd.readouterr()
    assert err == ""
    command, *said = out.splitlines()
    start = "$ torchrun --standalone --nproc-per-node=2"
    assert command == f"{start} '여러 프로세스.py' --steps 500 --save=a.pt 'b c'"
    arguments = ["--steps", "500", f"--save={tmp_path / 'a.pt'}", str(tmp_path / "b c")]
    place = f"한글|{tmp_path}|3|127.0.0.1|{launch._environment('')['GLOO_SOCKET_IFNAME']}|2"
    assert said == [f"process 0 {arguments}", place, f"process 1 {arguments}"]


def test_finds_a_script_where_import_would(script, tmp_path, monkeypatch, capsys):
    path = script("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(path.parent)])
    begun = SimpleNamespace(options=None)
    monkeypatch.setattr(launch, "_run", lambda options, *_: begun.__setattr__("options", options))
    monkeypatch.setattr(launch, "_read", lambda *_: "")
    with pytest.raises(TimeoutError):
        torchrun(path.name)
    assert begun.options[-1] == path


def test_a_failing_script_is_quoted_once(script, capfd):
    path = script("import sys; print('first'); sys.exit('무엇이 잘못되었는지 · what is wrong')")
    with pytest.raises(RuntimeError) as error:
        torchrun(path)
    says_both(error, "프로세스 [01]: 종료 상태 1", "process [01]: exit status 1")
    assert str(error.value).count("무엇이 잘못되었는지 · what is wrong") == 1
    assert "Traceback" not in str(error.value)
    out, err = capfd.readouterr()
    assert out.splitlines()[1] == "first"
    assert err == ""
    assert not left_behind(path)


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("killed", "ko", "en"),
    [
        ("getpid", r"\(프로세스 1: 신호 SIGKILL\)", r"\(process 1: signal SIGKILL\)"),
        ("getppid", "torchrun: 신호 SIGKILL", r"torchrun: signal SIGKILL[^*]*again\.$"),
    ],
)
def test_says_who_was_killed_and_nothing_outlives_torchrun(script, monkeypatch, killed, ko, en):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    kill = f"if rank == '1': os.kill(os.{killed}(), signal.SIGKILL)"
    path = script(f"{WAIT_FOR_OTHER}\n{kill}\ntime.sleep(300)")
    with pytest.raises(RuntimeError) as error:
        torchrun(path)
    says_both(error, ko, en)
    assert has_begun(path)
    assert not left_behind(path)


@pytest.mark.ci
def test_gives_up_after_the_timeout(script, monkeypatch, capsys):
    path = script(SLEEP)
    clock = SimpleNamespace(monotonic=lambda: 99.5 * has_begun(path), sleep=time.sleep)
    monkeypatch.setattr(launch, "time", clock)
    with pytest.raises(TimeoutError) as error:
        torchrun(path, timeout=99)
    says_both(error, "99초 안에 끝나지 않아", "did not end within 99 seconds")
    assert capsys.readouterr().out.splitlines()[1:] == ["begun 0", "begun 1"]
    assert not left_behind(path)


def test_an_interrupt_leaves_nothing_behind(script, monkeypatch):
    path = script(SLEEP)

    def sleep(seconds):
        if has_begun(path):
            assert len(left_behind(path)) == 3, "torchrun and two processes"
            raise KeyboardInterrupt
        time.sleep(seconds)

    monkeypatch.setattr(launch, "time", SimpleNamespace(monotonic=time.monotonic, sleep=sleep))
    with pytest.raises(KeyboardInterrupt):
        torchrun(path)
    assert not left_behind(path)


@pytest.mark.parametrize("address", ["127.0.0.1", ""])
def test_a_taken_port_is_refused_before_anything_starts(script, address, capsys, monkeypatch):
    monkeypatch.setattr(launch, "_run", None)
    with socket.create_server((address, 0)) as server:
        port = server.getsockname()[1]
        said = rf"^포트 {port}번을 쓸 수 없습니다[\s\S]*Port {port} cannot be used"
        with pytest.raises(OSError, match=said):
            torchrun(script(""), port=port)
    assert capsys.readouterr().out == ""


@pytest.mark.ci
def test_a_port_can_be_chosen_twice_in_a_row(script, capsys):
    path, port = script("import os; print(os.environ['MASTER_PORT'])"), free_port()
    for _ in range(2):
        torchrun(path, port=port)
        command, *said = capsys.readouterr().out.splitlines()
        assert command.startswith(f"$ torchrun --master-port={port} --nproc-per-node=2")
        assert said == [str(port)] * 2


@pytest.mark.ci
def test_the_way_without_libuv_works_here_too(script, capsys, monkeypatch):
    monkeypatch.setattr(launch, "WINDOWS", True)
    path = script(
        "import torch.distributed as dist\n"
        "dist.init_process_group('gloo')\n"
        "print(dist.get_rank())\n"
        "dist.barrier()\n"
        "dist.destroy_process_group()\n"
    )
    torchrun(path)
    assert capsys.readouterr().out.splitlines()[1:] == ["0", "1"]


def test_windows_gets_a_meeting_place_without_libuv(monkeypatch):
    for name in ("USE_LIBUV", "GLOO_SOCKET_IFNAME"):
        monkeypatch.delenv(name, raising=False)
    assert "--standalone" in launch._options("folder", None, 2)
    assert "USE_LIBUV" not in launch._environment("run")
    monkeypatch.setattr(launch, "WINDOWS", True)
    assert "--standalone" not in launch._options("folder", None, 2)
    assert "--rdzv-conf=store_type=file" in launch._options("folder", None, 2)
    assert launch._environment("run")["USE_LIBUV"] == "0"
    assert "GLOO_SOCKET_IFNAME" not in launch._environment("run")


def test_only_a_pytorch_that_can_end_the_group_is_told_to(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch.distributed.nn", None)  # its import is an error
    version = type(torch.__version__)  # to which 2.13 is more than 2.6
    monkeypatch.setattr(torch, "__version__", version("2.6.0"))
    launch._let_the_group_end()
    monkeypatch.setattr(torch, "__version__", version("2.13.0"))
    with pytest.raises(ImportError):
        launch._let_the_group_end()


def test_speaks_the_chosen_language():
    choose_language("en")
    assert not re.search("[가-힣]", str(launch._failure("a.py", -9, 1, "", "")))
    choose_language("ko")
    assert "signal" not in str(launch._failure("a.py", None, 1, "", ""))


@pytest.mark.parametrize("world_size", [None, "1"])
def test_fewer_than_two_processes_are_refused(monkeypatch, world_size):
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    if world_size:
        monkeypatch.setenv("WORLD_SIZE", world_size)
    with pytest.raises(SystemExit) as error, launch.started_by_torchrun():
        raise AssertionError("not reached")
    says_both(error, "프로세스 두 개 이상", "two or more processes")


def test_only_lost_connections_are_explained(monkeypatch, capsys):
    monkeypatch.setenv("WORLD_SIZE", "2")
    monkeypatch.setattr(os, "_exit", sys.exit)
    with pytest.raises(SystemExit, match="1"), launch.started_by_torchrun():
        raise RuntimeError("[.../gloo/transport/tcp/pair.cc:537] Connection closed by peer")
    ko, en = capsys.readouterr().err.splitlines()
    assert "연결이 끊겼거나" in ko
    assert "Another process has ended" in en
    with pytest.raises(RuntimeError, match="shapes"), launch.started_by_torchrun():
        raise RuntimeError("shapes cannot be multiplied")


END_OF_GROUP = """
import psutil, torch, torch.distributed as dist
from tutorial_helpers.launch import started_by_torchrun

threads = psutil.Process().num_threads
with started_by_torchrun():
    before = threads()
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    torch.nn.parallel.DistributedDataParallel(torch.nn.Linear(1, 1))
    during = threads()
    dist.destroy_process_group()
print(before < during, threads() - before)
"""


@pytest.mark.ci
@pytest.mark.skipif(torch.__version__ < "2.13", reason="there, the group does not end")
def test_the_threads_of_gloo_end_with_their_group():
    # Those that still run when Python exits abort it, about once in a hundred times.
    command = [sys.executable, "-c", END_OF_GROUP]
    done = subprocess.run(
        command, env=os.environ | {"WORLD_SIZE": "2"}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True 0\n"
