"""What `progress` costs in a live kernel."""

import functools
import inspect
import json

from benchmarks.kernels import PROGRAM, live_kernel, run_cell, value_of
from benchmarks.lesson import from_lesson
from benchmarks.timing import fact, table, take_turns

TITLE = "500 steps in a live kernel (CPU time of the kernel)"


def rows(quick):
    """Run the bare loop with and without a bar in one kernel, and yield the lines."""
    plain = inspect.getsource(from_lesson().plain)
    with_bar = plain.replace("plain", "with_bar").replace("range(steps)", "progress(range(steps))")
    loops = {"plain": "plain", "with progress(…)": "with_bar"}
    sent = {}
    with live_kernel() as client:
        run_cell(client, PROGRAM + plain + with_bar)
        works = {
            name: functools.partial(cpu_seconds, client, loop, sent) for name, loop in loops.items()
        }
        yield from table(take_turns(works, 2 if quick else 20), ("plain",))
    for name, loop in loops.items():
        n_bytes = sum(len(json.dumps(message["content"])) for message in sent[loop])
        yield fact(f"{name} sends", f"{len(sent[loop])} messages", f"{n_bytes:,} bytes")


def cpu_seconds(client, loop, sent):
    """Return the kernel's CPU time for 500 steps, and keep the messages in `sent`."""
    start = value_of(client, "time.process_time()")
    _, sent[loop] = run_cell(client, f"losses = {loop}(make_model(), x, y, 500)")
    return value_of(client, "time.process_time()") - start
