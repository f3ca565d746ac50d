"""The script that trains on several processes, against one process."""

import os
import re
import shutil
import signal
import subprocess
import sys

import psutil
import pytest
import torch
from torch import nn

from lessons import ROOT
from tutorial_helpers import launch, make_random_data, torchrun, train
from waiting import free_port, wait_until

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "train_with_ddp.py"


def train_together(folder, *options, **launch):
    """Run the script and return what it saved."""
    torchrun(SCRIPT, *options, "--save", folder / "runs.pt", **launch)
    return torch.load(folder / "runs.pt")


def assert_agrees_with_one_process(n, run):
    """Train the same model in this process, and compare losses and parameters."""
    x, y = make_random_data(n, 1000, 10, generator=torch.Generator().manual_seed(1))
    torch.manual_seed(2)
    model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
    options = {"learning_rate": 1e-4 * 64 / n, "steps": len(run["losses"])}
    losses = train(model, nn.MSELoss(reduction="sum"), x, y, **options)
    differences = (torch.tensor(run["losses"]) / torch.tensor(losses) - 1).abs()
    assert differences[:100].max() < 1e-5
    assert differences.max() < 1e-3
    torch.testing.assert_close(run["parameters"], model.state_dict(), rtol=0, atol=1e-5)


def test_two_processes_agree_with_one_on_a_batch_that_they_cannot_halve(tmp_path):
    assert_agrees_with_one_process(65, train_together(tmp_path, "--batch-sizes", 65)[65])


@pytest.mark.release
@pytest.mark.parametrize(("n", "steps"), [(64, 100), (2, 5)])  # two rows are soon learned to 0
def test_three_processes_agree_with_one(tmp_path, n, steps):
    run = train_together(tmp_path, "--batch-sizes", n, "--steps", steps, processes=3)[n]
    assert_agrees_with_one_process(n, run)


def environment(**changes):
    kept = {key: value for key, value in os.environ.items() if key != "OMP_NUM_THREADS"}
    interface = launch._environment("")["GLOO_SOCKET_IFNAME"]  # the network may be off
    return kept | {"GLOO_SOCKET_IFNAME": interface} | changes


def without_names(err):
    """Return what was said on stderr, without what PyTorch says of host names offline."""
    return re.sub(r"(?m)^\[W.*hostname of the client socket cannot be retrieved.*\n", "", err)


@pytest.mark.release
@pytest.mark.parametrize("threads", [{}, {"OMP_NUM_THREADS": "1"}, {"OMP_NUM_THREADS": "2"}])
def test_other_numbers_of_threads_agree_too(tmp_path, threads):
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    command += ["--local-addr=127.0.0.1", "--nproc-per-node=2", SCRIPT, "--save", tmp_path / "a"]
    done = subprocess.run(command, env=environment(**threads), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    warning = "" if threads else r"(W.*\n)?\W*Setting OMP_NUM_THREADS [^*]*\W*"
    assert re.fullmatch(warning, without_names(done.stderr)), done.stderr
    assert_agrees_with_one_process(64, torch.load(tmp_path / "a")[64])


def test_runs_from_a_folder_with_a_difficult_name(tmp_path, monkeypatch, capfd):
    folder = tmp_path / "빈칸 있는 폴더"
    folder.mkdir()
    shutil.copy(SCRIPT, folder)
    monkeypatch.chdir(folder)
    torchrun(SCRIPT.name, "--steps", 2, "--save", "결과.pt")
    assert capfd.readouterr().err == ""
    assert_agrees_with_one_process(64, torch.load(folder / "결과.pt")[64])


def start_process(rank, port, *options):
    """Start one process of two without torchrun, which would end it with the other."""
    meeting = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    return subprocess.Popen(
        [sys.executable, SCRIPT, *options],
        env=environment(RANK=str(rank), WORLD_SIZE="2", OMP_NUM_THREADS="1", **meeting),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.release
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("killed", [0, 1])
def test_a_process_says_that_the_other_one_has_ended(killed):
    port = free_port()
    processes = [start_process(rank, port, "--steps", "1000000") for rank in (0, 1)]
    try:
        wait_until(lambda: all(is_training(process.pid) for process in processes), 100)
        processes[killed].send_signal(signal.SIGKILL)
        _, err = processes[1 - killed].communicate(timeout=60)
    finally:
        for process in processes:
            process.kill()
            process.communicate()
    assert processes[1 - killed].returncode == 1
    ko, en = without_names(err).splitlines()
    assert ko.startswith("다른 프로세스와 연결이 끊겼거나"), err
    assert "Another process has ended" in en, err


def is_training(pid):
    """Return whether a process has a connection to the other and computes."""
    process = psutil.Process(pid)
    own = {connection.laddr.port for connection in process.net_connections("tcp")}
    return len(own) > 1 and process.cpu_times().user > 3


def test_alone_it_says_how_to_start_it():
    done = subprocess.run(
        [sys.executable, SCRIPT],
        env=environment(PYTHONIOENCODING="utf-8"),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for line, language in zip(done.stderr.splitlines(), ("프로세스", "processes"), strict=True):
        assert language in line
        assert line.endswith("torchrun --standalone --nproc-per-node=2 train_with_ddp.py")
