"""Run a script on several processes, as torchrun does in a terminal."""

import contextlib
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

from tutorial_helpers.checks import check_number
from tutorial_helpers.language import say

# Each process of a run carries the name of the run under this in its environment.
RUN = "TUTORIAL_HELPERS_RUN"
LOG = "torchrun.log"
# PyTorch for Windows is built without libuv, which torchrun asks for with --standalone.
WINDOWS = os.name == "nt"


def torchrun(script, *arguments, processes=2, port=None, timeout=120):
    """Run a script on several processes of this machine, and print what it prints.

    스크립트를 이 컴퓨터의 여러 프로세스로 실행하고, 스크립트가 출력한 것을 보여 줍니다.

    The first line printed is the command that does the same in a terminal, without
    the names of folders. What the processes print follows when all have ended: that
    of process 0, then that of process 1, and so on. However the call ends, also by
    an interrupt, no process is left behind.

    Parameters
    ----------
    script : str or os.PathLike
        The script. It is looked for as `import` would: here, then along ``sys.path``.
    *arguments
        What stands after the script on the command line.
    processes : int
        How many processes to start, from 1 to 64.
    port : int, optional
        The port at which the processes find one another; a free one if left out.
    timeout : float
        After how many seconds to give up.

    Raises
    ------
    FileNotFoundError
        If there is no such script.
    TypeError, ValueError
        If `processes` is not a whole number, or out of range.
    OSError
        If `port` is taken. Nothing has been started then.
    RuntimeError
        If a process fails or is killed. The message says which, and what it said.
    TimeoutError
        If the processes have not ended after `timeout` seconds.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     script = Path(folder, "hello.py")
    ...     _ = script.write_text("import os; print('process', os.environ['RANK'])", "utf-8")
    ...     torchrun(script)
    $ torchrun --standalone --nproc-per-node=2 hello.py
    process 0
    process 1
    """
    script = _find(script)
    check_number("processes", processes, most=64)
    if port is not None:
        _check_free(port)
    meeting = ["--standalone"] if port is None else [f"--master-port={port}"]
    command = ["torchrun", *meeting, f"--nproc-per-node={processes}", script, *arguments]
    print("$", shlex.join(map(_without_folders, command)), flush=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        options = _options(folder, port, processes)
        status = _run([*options, script, *arguments], folder, timeout)
        out, err, log = _said(folder, "stdout"), _said(folder, "stderr"), _read(folder, LOG)
    print("".join(out), end="")
    err = "".join(dict.fromkeys(err))  # what all have said, once
    if status != 0:
        raise _failure(script.name, status, timeout, log, err)
    print(err, end="", file=sys.stderr)


@contextlib.contextmanager
def started_by_torchrun():
    """Explain in both languages what often goes wrong in a script for several processes.

    여러 프로세스로 실행하는 스크립트에서 흔히 생기는 문제를 두 언어로 설명합니다.

    The process exits with status 1 and a message if torchrun has not started two or
    more processes, or if the connection to another process is lost.

    Examples
    --------
    >>> os.environ["WORLD_SIZE"] = "2"  # torchrun does this
    >>> with started_by_torchrun():
    ...     print("training")
    training
    >>> del os.environ["WORLD_SIZE"]
    """
    if int(os.environ.get("WORLD_SIZE", 1)) < 2:
        command = f"torchrun --standalone --nproc-per-node=2 {Path(sys.argv[0]).name}"
        sys.exit(
            say(
                f"이 스크립트는 프로세스 두 개 이상으로 실행해야 합니다. 명령: {command}",
                f"This script must run on two or more processes. Start it with: {command}",
            )
        )
    _let_the_group_end()
    try:
        yield
    except RuntimeError as error:
        if "gloo" not in str(error):
            raise
        text = say(
            "다른 프로세스와 연결이 끊겼거나 응답이 없습니다. 처음부터 다시 실행하세요.",
            "Another process has ended or does not answer. Run it again from the beginning.",
        )
        print(text, file=sys.stderr, flush=True)
        os._exit(1)  # at once, whatever the lost connection still holds


def _let_the_group_end():
    """Let ``destroy_process_group`` end gloo's threads, which may abort Python's exit.

    Functions of the module imported here keep the group of processes as their default,
    and the threads with it, if DDP is the first to import it.
    """
    import torch

    if torch.__version__ >= "2.13":  # in 2.6, the threads and their end can block each other
        import torch.distributed.nn


def _find(script):
    for folder in ("", *sys.path):
        path = os.path.join(folder, script)
        if os.path.isfile(path):
            return Path(path).absolute()
    raise FileNotFoundError(
        say(
            f"스크립트를 찾을 수 없습니다: {script}. 이름과 폴더를 확인하세요. "
            f"지금 폴더: {Path.cwd()}",
            f"There is no script {script}. Check its name and folder. "
            f"The current folder is {Path.cwd()}.",
        )
    )


def _check_free(port):
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        raise OSError(
            say(
                f"포트 {port}번을 쓸 수 없습니다. 다른 프로그램이 쓰고 있지 않은지 확인하세요. "
                "port를 빼면 비어 있는 포트를 찾아 씁니다.",
                f"Port {port} cannot be used; another program may have it. "
                "Leave port out, and a free one is found.",
            )
        ) from error


def _without_folders(argument):
    return re.sub(r"[^=]*[/\\]", "", str(argument))


def _options(folder, port, processes):
    """Return how torchrun is started: what is shown, all on this machine, with logs."""
    if port is not None:
        meeting = ["--master-addr=127.0.0.1", f"--master-port={port}"]
    elif WINDOWS:
        meeting = ["--rdzv-backend=c10d", f"--rdzv-endpoint={Path(folder, 'store')}"]
        meeting += ["--rdzv-conf=store_type=file"]
    else:
        meeting = ["--standalone"]
    here = "--local-addr=127.0.0.1"  # the machine's name may lead nowhere
    logs = ["--redirects=3", f"--log-dir={folder}"]
    return [*meeting, here, *logs, f"--nproc-per-node={processes}"]


def _environment(run):
    # torchrun sets one thread as well, but with a long warning.
    environment = {"OMP_NUM_THREADS": "1", "TORCH_CPP_LOG_LEVEL": "ERROR"}
    if WINDOWS:
        environment |= {"USE_LIBUV": "0", "TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1"}
    else:
        for name in {"lo", "lo0"} & {name for _, name in socket.if_nameindex()}:
            environment["GLOO_SOCKET_IFNAME"] = name
    ours = {RUN: run, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    return environment | os.environ | ours


def _run(options, folder, timeout):
    """Run torchrun and return its exit status, None if it took too long."""
    run = uuid.uuid4().hex
    with open(Path(folder, LOG), "wb") as log:
        agent = subprocess.Popen(
            [sys.executable, "-m", "torch.distributed.run", *map(str, options)],
            env=_environment(run),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        try:
            begin = time.monotonic()
            while agent.poll() is None and time.monotonic() - begin < timeout:
                time.sleep(0.05)  # on Windows, no longer wait could be interrupted
            return agent.returncode
        finally:
            agent.kill()  # first, so that it starts nothing more
            agent.wait()
            _kill_processes_of(run)


def _kill_processes_of(run):
    """End what torchrun has started: each process is in a session of its own."""
    import psutil

    found = [
        process
        for process in psutil.process_iter(["environ"])
        if (process.info["environ"] or {}).get(RUN) == run
    ]
    for process in found:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(found, timeout=10)


def _read(*path):
    return Path(*path).read_text(encoding="utf-8", errors="replace")


def _said(folder, stream):
    """Return what each process wrote, that of process 0 first."""
    logs = Path(folder).glob(f"*/attempt_0/*/{stream}.log")
    return [_read(log) for log in sorted(logs, key=lambda log: int(log.parent.name))]


def _failure(name, status, timeout, log, err):
    """Return the error that says how a run ended, and what the processes said."""
    if status is None:
        text = say(
            f"{name}: {timeout}초 안에 끝나지 않아 멈추었습니다. "
            "하는 일을 줄이거나 timeout을 늘리세요.",
            f"{name} did not end within {timeout} seconds and was stopped. "
            "Give it less to do, or a longer timeout.",
        )
        return TimeoutError(f"{text}\n\n{err}".rstrip())
    ends = _ends_of_processes(log)
    if not ends:
        ends = [("torchrun", "torchrun", status)]
        err = err or log.rstrip().rpartition("\n")[2]
    ko = ", ".join(f"{who}: {_how_ended(code)[0]}" for who, _, code in ends)
    en = ", ".join(f"{who}: {_how_ended(code)[1]}" for _, who, code in ends)
    if err:
        advice = ("까닭은 아래에 있습니다.", "The reason is below.")
    else:
        advice = (
            "메모리가 모자라지 않은지 살펴보고 다시 실행하세요.",
            "See whether memory has run out, and run it again.",
        )
    text = say(
        f"{name}: 끝까지 실행하지 못했습니다({ko}). {advice[0]}",
        f"{name} did not run to its end ({en}). {advice[1]}",
    )
    return RuntimeError(f"{text}\n\n{err}".rstrip())


def _ends_of_processes(log):
    """Return who failed and how, as torchrun tells it."""
    ends = re.findall(r"rank +: (\d+) .*\n +exitcode +: (-?\d+)", log)
    ends = sorted((int(rank), int(code)) for rank, code in ends)
    # torchrun ends the others by this signal when one has failed.
    ends = [end for end in ends if end[1] != -signal.SIGTERM] or ends
    return [(f"프로세스 {rank}", f"process {rank}", code) for rank, code in ends]


def _how_ended(code):
    if code >= 0:
        return f"종료 상태 {code}", f"exit status {code}"
    name = signal.Signals(-code).name
    return f"신호 {name}", f"signal {name}"
