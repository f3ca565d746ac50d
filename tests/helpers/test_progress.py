"""`progress` in terminals, in kernels, and where outputs are stored and compared."""

import io
import json
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
import tqdm.std
from jupyter_client.manager import start_new_kernel
from tqdm import tqdm as text_bar

from kernels import AS_A_READER
from tutorial_helpers import progress


@pytest.fixture
def _bars(monkeypatch):
    monkeypatch.delenv("PYTEST_VERSION")


@pytest.fixture
def refreshes(_bars, capsys):
    """Return a function that counts how often bars were drawn since its last call."""
    return lambda: capsys.readouterr().err.count("\r")


@pytest.fixture
def clock(monkeypatch):
    """Let tqdm read a clock that stands still unless it is moved."""
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr(tqdm.std, "time", lambda: clock.now)
    return clock


@pytest.mark.usefixtures("_bars")
@pytest.mark.parametrize("make", [list, iter, lambda items: (t for t in items)])
@pytest.mark.parametrize("n", [0, 1, 500])
def test_all_items_come_through_in_order(make, n):
    assert list(progress(make(range(n)))) == list(range(n))


@pytest.mark.parametrize("make", [range, lambda n: iter(range(n))])
@pytest.mark.parametrize("n", [7, 15, 500, 12_345])
def test_the_bar_is_drawn_about_ten_times(make, n, refreshes):
    list(progress(make(n)))
    assert 7 <= refreshes() <= 12


def test_without_a_length_the_bar_is_drawn_once_a_second(clock, refreshes):
    def ten_seconds():
        for t in range(40):
            clock.now += 0.25
            yield t

    list(progress(ten_seconds()))
    assert 10 <= refreshes() <= 12


@pytest.mark.usefixtures("clock")
def test_a_long_pause_changes_nothing(monkeypatch, refreshes):
    # The thread by which tqdm looks for pauses has the true time, the bar that of 1970.
    monkeypatch.setattr(text_bar, "monitor", None)
    monkeypatch.setattr(text_bar, "monitor_interval", 0.01)
    for t in progress(range(500)):
        if t == 1:
            time.sleep(0.1)
    text_bar.monitor.exit()
    assert refreshes() == 12


def is_closed_at(n, shown):
    """Tell whether a bar of ten says where the loop stopped, and ends its line."""
    last = shown.rpartition("\r")[2]
    return f"| {n}/10 [" in last and last.endswith("\n")


@pytest.mark.usefixtures("_bars")
def test_a_break_closes_the_bar(capsys):
    for t in progress(range(10)):
        if t == 4:
            break
    assert is_closed_at(4, capsys.readouterr().err)


def test_nothing_begins_before_the_loop():
    class Loader:
        begun = 0

        def __iter__(self):
            self.begun += 1
            return iter([1, 2])

    loader = Loader()
    bar = progress(loader)
    assert loader.begun == 0
    assert list(bar) == [1, 2]
    assert loader.begun == 1


@pytest.mark.usefixtures("_bars")
@pytest.mark.parametrize(("encoding", "full"), [("utf-8", "100%|█"), ("cp949", "100%|##")])
def test_a_terminal_shows_the_bar_on_stderr_in_letters_that_it_has(
    encoding, full, monkeypatch, capsys
):
    terminal = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stderr", terminal)
    list(progress(range(500)))
    assert full in terminal.buffer.getvalue().decode(encoding)
    assert capsys.readouterr().out == ""


def test_under_pytest_nothing_is_shown(capsys):
    list(progress(range(500)))
    assert capsys.readouterr() == ("", "")


def test_nothing_is_shown_when_switched_off():
    code = "from tutorial_helpers import progress; print(sum(progress(range(500))))"
    environment = AS_A_READER | {"TQDM_DISABLE": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
    assert (done.stdout.split(), done.stderr) == ([b"124750"], b"")


@pytest.fixture(scope="module")
def run_cell():
    """Start a kernel and return a function that runs a cell and returns what it sends."""
    manager, client = start_new_kernel(env=AS_A_READER, stderr=subprocess.DEVNULL)

    def run_cell(code):
        messages = []
        client.execute_interactive(code, output_hook=messages.append, timeout=60)
        return messages

    yield run_cell
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def streams(messages):
    return [message["content"] for message in messages if message["msg_type"] == "stream"]


TRAINING = """
import torch
from torch import nn
from tutorial_helpers import make_random_data, progress

torch.set_num_threads(1)
x, y = make_random_data(64, 1000, 10, generator=torch.Generator().manual_seed(1))
torch.manual_seed(2)
model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
loss_fn = nn.MSELoss(reduction="sum")
for t in progress(range(500)):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= 1e-4 * param.grad
"""


def test_a_kernel_sends_few_messages_and_little_text(run_cell):
    messages = run_cell(TRAINING)
    texts = streams(messages)
    assert {text["name"] for text in texts} == {"stdout"}, "stderr has a red background"
    lines = "".join(text["text"] for text in texts).split("\r")[1:]
    assert lines[-1].startswith("100%|█")
    assert max(map(len, lines)) <= 80, "a line and its end fit on a page"
    assert len(messages) <= 35
    assert sum(len(json.dumps(message["content"])) for message in messages) <= 12_000


def test_an_error_in_a_kernel_closes_the_bar(run_cell):
    messages = run_cell(
        "from tutorial_helpers import progress\nfor t in progress(range(10)): 1 / (4 - t)"
    )
    kinds = [message["msg_type"] for message in messages]
    assert "error" in kinds
    assert is_closed_at(4, "".join(text["text"] for text in streams(messages)))
