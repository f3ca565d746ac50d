"""The profiler for the lesson on speed: it is quiet, and the helpers are quickly imported."""

import subprocess
import sys

import pytest
import torch

from tutorial_helpers import quiet_profile

# What is imported only when it is used; the profiler needs none of it.
LATE = ("torch.distributed.run", "torch._dynamo", "psutil", "matplotlib", "IPython")
PROFILED = f"""
import sys, torch
from tutorial_helpers import quiet_profile
with quiet_profile() as profiler:
    torch.ones(2, 3) @ torch.ones(3, 4)
print([name for name in {LATE} if name in sys.modules])
print("written after it", file=sys.stderr)
"""


def test_nothing_is_written_but_what_comes_after_and_little_is_imported():
    said = subprocess.run(
        [sys.executable, "-c", PROFILED], capture_output=True, text=True, check=True
    )
    assert said.stderr == "written after it\n"
    assert said.stdout == "[]\n"


def test_stderr_comes_back_after_an_error(capfd):
    with pytest.raises(ZeroDivisionError), quiet_profile():
        1 / 0  # noqa: B018
    sys.__stderr__.flush()
    subprocess.run([sys.executable, "-c", "import os; os.write(2, b'heard')"], check=True)
    assert capfd.readouterr().err == "heard"


def test_it_counts_what_was_done():
    with quiet_profile() as profiler:
        for _ in range(3):
            torch.mm(torch.ones(2, 3), torch.ones(3, 4))
    counts = {event.key: event.count for event in profiler.key_averages()}
    assert counts["aten::mm"] == 3
