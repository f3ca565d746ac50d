"""The script that trains on several processes, against one process."""

import contextlib
import io
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


def train_alone(n, steps, *, factor=1):
    """Train the same model in this process by the loop that lesson 04 writes."""
    learning_rate = factor * 1e-4 * 64 / n
    x, y = make_random_data(n, 1000, 10, generator=torch.Generator().manual_seed(1))
    torch.manual_seed(2)
    model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
    loss_fn = nn.MSELoss(reduction="sum")
    losses = train(model, loss_fn, x, y, learning_rate=learning_rate, steps=steps)
    return torch.tensor(losses), model.state_dict()


def train_together(folder, *options, **launch):
    """Run the script and return what it saved."""
    file = folder / "runs.pt"
    torchrun(SCRIPT, *options, "--save", file, **launch)
    return torch.load(file)


def differences(run, losses):
    return torch.tensor(run["losses"]) / losses - 1


def assert_agrees_with_one_process(n, run):
    losses, parameters = train_alone(n, len(run["losses"]))
    assert differences(run, losses)[:100].abs().max() < 1e-5
    assert differences(run, losses).abs().max() < 1e-3
    assert run["parameters"].keys() == parameters.keys()
    for name, expected in parameters.items():
        torch.testing.assert_close(run["parameters"][name], expected, rtol=0, atol=1e-5)


@pytest.fixture(scope="module")
def printed():
    return io.StringIO()


@pytest.fixture(scope="module")
def both_sizes(tmp_path_factory, printed):
    """Return the runs on 64 rows and on 65, which two processes cannot share equally."""
    with contextlib.redirect_stdout(printed):
        return train_together(tmp_path_factory.mktemp("ddp"), "--batch-sizes", 64, 65)


@pytest.mark.parametrize("n", [64, 65])
def test_two_processes_agree_with_one(both_sizes, n):
    assert len(both_sizes[n]["losses"]) == 500
    assert_agrees_with_one_process(n, both_sizes[n])


def test_process_0_tells_what_each_process_held(both_sizes, printed):
    losses = both_sizes[64]["losses"], both_sizes[65]["losses"]
    assert printed.getvalue().splitlines()[1:] == [
        "process 0: rows 0:32 of 64",
        "process 1: rows 32:64 of 64",
        f"first loss: {losses[0][0]:.3g}, last loss: {losses[0][-1]:.3g}",
        "process 0: rows 0:32 of 65",
        "process 1: rows 32:65 of 65",
        f"first loss: {losses[1][0]:.3g}, last loss: {losses[1][-1]:.3g}",
    ]


def test_all_gradients_go_into_one_all_reduce_a_step(both_sizes):
    for run in both_sizes.values():
        numbers = sum(param.numel() for param in run["parameters"].values())
        assert run["bytes"] == [numbers * 4] * 500
        assert numbers * 4 == 404_440


def test_each_step_is_timed(both_sizes):
    for run in both_sizes.values():
        assert len(run["seconds"]) == 500
        assert all(seconds > 0 for seconds in run["seconds"])


def test_unscaled_halves_the_learning_rate(tmp_path, capfd):
    run = train_together(tmp_path, "--unscaled", "--steps", 30)[64]
    halved, _ = train_alone(64, 30, factor=0.5)
    assert differences(run, halved).abs().max() < 1e-5
    right, _ = train_alone(64, 30)
    assert abs(differences(run, right)[0]) < 1e-6
    assert (differences(run, right)[1:] > 0.01).all(), "from the second loss on, it differs"
    assert capfd.readouterr().err == ""


@pytest.mark.release
@pytest.mark.parametrize(("n", "steps"), [(64, 100), (2, 5)])  # two rows are soon learned to 0
def test_three_processes_agree_with_one(tmp_path, n, steps):
    run = train_together(tmp_path, "--batch-sizes", n, "--steps", steps, processes=3)[n]
    assert_agrees_with_one_process(n, run)


def environment(**changes):
    kept = {key: value for key, value in os.environ.items() if key != "OMP_NUM_THREADS"}
    interface = launch._environment("")["GLOO_SOCKET_IFNAME"]  # the network may be off
    return kept | {"GLOO_SOCKET_IFNAME": interface} | changes


@pytest.mark.release
@pytest.mark.parametrize("threads", [{}, {"OMP_NUM_THREADS": "1"}, {"OMP_NUM_THREADS": "2"}])
def test_other_numbers_of_threads_agree_too(tmp_path, threads):
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    command += ["--local-addr=127.0.0.1", "--nproc-per-node=2", SCRIPT, "--save", tmp_path / "a"]
    done = subprocess.run(command, env=environment(**threads), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    warning = "" if threads else r"(W.*\n)?\W*Setting OMP_NUM_THREADS [^*]*\W*"
    assert re.fullmatch(warning, done.stderr), done.stderr
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
    assert err.startswith("다른 프로세스와 연결이 끊겼거나"), err
    assert "Another process has ended" in err
    assert len(err.splitlines()) == 2, err


def is_training(pid):
    """Return whether a process has a connection to the other and computes."""
    process = psutil.Process(pid)
    own = {connection.laddr.port for connection in process.net_connections("tcp")}
    return len(own) > 1 and process.cpu_times().user > 3


@pytest.mark.release
def test_a_run_begun_again_after_a_kill_gives_the_same_numbers(tmp_path):
    first = train_together(tmp_path, "--steps", 50)
    (tmp_path / "runs.pt").unlink()
    killed = tmp_path / SCRIPT.name
    text = SCRIPT.read_text(encoding="utf-8")
    line = "        model.zero_grad()\n"
    assert line in text
    kill = "        if t == 25 and rank == 1:\n            import os; os.abort()\n"
    killed.write_text(text.replace(line, line + kill), encoding="utf-8")
    with pytest.raises(RuntimeError, match="process 1: signal SIGABRT"):
        torchrun(killed, "--steps", 50, "--save", tmp_path / "runs.pt")
    assert not (tmp_path / "runs.pt").exists()
    again = train_together(tmp_path, "--steps", 50)
    assert again[64]["losses"] == first[64]["losses"]
    for name, param in first[64]["parameters"].items():
        assert torch.equal(again[64]["parameters"][name], param)


def imported_by_spawn(rank, results):
    """Import the script in a spawned process; it must do nothing by itself."""
    sys.path.insert(0, str(SCRIPT.parent))
    import train_with_ddp

    results.put((rank, callable(train_with_ddp.train_share)))


def test_a_spawned_process_can_import_it():
    context = torch.multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    torch.multiprocessing.spawn(imported_by_spawn, (results,), nprocs=1)
    assert results.get() == (0, True)


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


def test_one_process_is_refused():
    with pytest.raises(RuntimeError, match=r"두 개 이상[\s\S]*two or more processes"):
        torchrun(SCRIPT, processes=1)
