"""What it takes to begin: imports, memory, and the way to the first plot."""

import functools
import inspect
import json
import statistics
import subprocess
import sys
import time

from benchmarks.kernels import ENVIRONMENT, PROGRAM, live_kernel, run_cell, value_of
from benchmarks.lesson import from_lesson
from benchmarks.timing import CLOCK, CLOCK_NAME, fact, seconds, spread, table, take_turns

TITLE = "Imports and memory"
IMPORTS = f"""
import json
from time import {CLOCK.__name__} as clock

start = clock()
import torch, matplotlib.pyplot
theirs = clock() - start
if {{}}:
    import tutorial_helpers
print(json.dumps([theirs, clock() - start]))
"""
COMPILER = """
import json, psutil, sys
from time import perf_counter
import torch
from tutorial_helpers import make_random_data, train

loaded = {"the helpers": "torch._dynamo" in sys.modules}
x, y = make_random_data(64, 1000, 10, generator=torch.Generator().manual_seed(1))
model = torch.nn.Linear(1000, 10)
train(model, torch.nn.MSELoss(reduction="sum"), x, y, learning_rate=1e-5, steps=20)
loaded["train"] = "torch._dynamo" in sys.modules
memory, start = psutil.Process().memory_info().rss, perf_counter()
torch.optim.SGD(model.parameters(), lr=1e-5)
added = perf_counter() - start, psutil.Process().memory_info().rss - memory
loaded["the first SGD"] = "torch._dynamo" in sys.modules
print(json.dumps([loaded, added]))
"""


def rows(quick):
    """Measure in fresh processes and kernels, and yield the lines of the table."""
    yield from import_rows(2 if quick else 15)
    yield from compiler_rows(1 if quick else 5)
    yield from kernel_rows(1 if quick else 5)


def in_fresh_process(code):
    """Run Python code in a process of its own and return what it prints, as JSON."""
    command = [sys.executable, "-c", code]
    return json.loads(subprocess.check_output(command, env=ENVIRONMENT, text=True))


def import_rows(rounds):
    """Yield how long the imports take, without and with the helpers."""
    added = []

    def with_helpers():
        theirs, everything = in_fresh_process(IMPORTS.format(True))
        added.append(everything - theirs)
        return everything

    def without_helpers():
        return in_fresh_process(IMPORTS.format(False))[1]

    works = {
        "torch, pyplot": without_helpers,
        "torch, pyplot, helpers": with_helpers,
    }
    take_turns(works, 1)  # Python now has the bytecode of all files, and the system the files
    added.clear()
    yield f"  {CLOCK_NAME} of imports in fresh processes"
    yield from table(take_turns(works, rounds), ("torch, pyplot",))
    yield fact("the helpers add", spread(added, seconds), "aim: at most 10 ms")


def compiler_rows(rounds):
    """Yield what loads PyTorch's compiler, and what that takes."""
    runs = [in_fresh_process(COMPILER) for _ in range(rounds)]
    loaded = runs[0][0]
    by = ", ".join(f"{name}: {'yes' if is_loaded else 'no'}" for name, is_loaded in loaded.items())
    yield f"  torch._dynamo is loaded by {by}"
    time_added, memory_added = zip(*(added for _, added in runs), strict=True)
    yield fact("the first SGD adds", spread(time_added, seconds), megabytes(memory_added))


def kernel_rows(rounds):
    """Yield how much memory a kernel takes, and how soon it shows a plot."""
    program = PROGRAM + inspect.getsource(from_lesson().plain)
    program += "\nplot_loss_curve(plain(make_model(), x, y, 500));"
    waits = [seconds_to_plot(program) for _ in range(rounds)]
    yield fact("kernel start to first plot", spread(waits, seconds))
    with live_kernel() as first, live_kernel() as second:
        for client in (first, second):
            run_cell(client, program)
        memory = functools.partial(value_of, first)
        yield fact("kernel after 500 steps", f"RSS {megabytes([memory(RSS)])}")
        if sys.platform == "linux":
            yield fact("of two kernels, one", f"PSS {megabytes([memory(PSS)])}")


RSS = "psutil.Process().memory_info().rss"
PSS = "psutil.Process().memory_full_info().pss"


def seconds_to_plot(program):
    """Return the wall time from the start of a kernel to the end of the first plot."""
    start = time.perf_counter()
    with live_kernel() as client:
        _, messages = run_cell(client, program)
        wait = time.perf_counter() - start
    if "display_data" not in [message["msg_type"] for message in messages]:
        raise RuntimeError("the kernel has shown no plot")
    return wait


def megabytes(values):
    """Write the median of some numbers of bytes.

    Examples
    --------
    >>> megabytes([70_000_000, 71_000_000, 99_000_000])
    '71 MB'
    """
    return f"{statistics.median(values) / 1e6:.0f} MB"
