"""Live Jupyter kernels, as an open notebook has them."""

import ast
import contextlib
import os
import subprocess

from jupyter_client.manager import start_new_kernel

PROGRAM = """
import time

import psutil
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_loss_curve, progress, setup_notebook

setup_notebook()
x, y = make_random_data(64, 1000, 10, generator=torch.Generator().manual_seed(1))
loss_fn = nn.MSELoss(reduction="sum")


def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))


"""
# As on a learner's machine, whatever this process has been told.
UNWANTED = {"OMP_NUM_THREADS", "PYTHONDONTWRITEBYTECODE", "PYTEST_VERSION", "TQDM_DISABLE"}
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in UNWANTED}


@contextlib.contextmanager
def live_kernel():
    """Start a kernel, give its client, and end it."""
    manager, client = start_new_kernel(env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    try:
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def run_cell(client, code, **options):
    """Run a cell to its end, and return the kernel's reply and the messages it sent.

    Raises
    ------
    RuntimeError
        If the cell raises an error.
    """
    messages = []
    reply = client.execute_interactive(
        code, output_hook=messages.append, allow_stdin=False, timeout=120, **options
    )["content"]
    if reply["status"] != "ok":
        raise RuntimeError(f"{reply['ename']}: {reply['evalue']}")
    return reply, messages


def value_of(client, expression):
    """Return the value of an expression in the kernel, a number or a string."""
    reply, _ = run_cell(client, "", user_expressions={"value": expression})
    return ast.literal_eval(reply["user_expressions"]["value"]["data"]["text/plain"])
