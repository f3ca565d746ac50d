"""A lesson in a live kernel, run cell by cell as a reader does."""

import contextlib
import os
import re
import subprocess

from jupyter_client.manager import start_new_kernel
from nbformat.v4 import output_from_msg

from lessons import read_notebook
from proofreading.reading import text_of
from tutorial_editions.language import tags_of

OUTPUTS = {"stream", "display_data", "execute_result", "error"}
# Under pytest there is no progress bar, and what a learner chose is not read.
AS_A_READER = {key: value for key, value in os.environ.items() if key != "PYTEST_VERSION"}


@contextlib.contextmanager
def open_lesson(script, folder):
    """Start a kernel in a folder, and end it when the block is left.

    Parameters
    ----------
    script : pathlib.Path
        The lesson whose stored notebook is opened.
    folder : pathlib.Path
        The folder of the kernel.

    Yields
    ------
    OpenLesson
    """
    manager, client = start_new_kernel(
        env=AS_A_READER, cwd=str(folder), stderr=subprocess.DEVNULL, startup_timeout=300
    )
    try:
        yield OpenLesson(script, manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


class OpenLesson:
    """A lesson's cells and the kernel that runs them."""

    def __init__(self, script, manager, client):
        self.cells = [cell for cell in read_notebook(script).cells if cell.cell_type == "code"]
        self.manager, self.client = manager, client

    def run(self, source, hook=lambda message: None):
        """Run a cell to its end and return its outputs; `hook` gets each message at once."""
        outputs = []

        def note(message):
            if message["msg_type"] in OUTPUTS:
                outputs.append(output_from_msg(message))
            hook(message)

        self.client.execute_interactive(source, output_hook=note, allow_stdin=False, timeout=300)
        return outputs

    def interrupt(self, source, is_time):
        """Run a cell, press the square once when `is_time(what it printed)`; return outputs."""
        printed, presses = [], [self.manager.interrupt_kernel]

        def hook(message):
            printed.append(message["content"].get("text", ""))
            if presses and is_time("".join(printed)):
                presses.pop()()

        return self.run(source, hook)

    def restart(self):
        """Restart the kernel, whatever it does."""
        self.manager.restart_kernel()
        self.client.wait_for_ready(timeout=300)

    def cell_with(self, words):
        """Return the place of the one cell that holds some words."""
        (place,) = [place for place, cell in enumerate(self.cells) if words in cell.source]
        return place

    def differences(self, last=None):
        """Run the cells from the top, and return what they show that is not stored."""
        different = []
        for cell in self.cells[:last]:
            shown = texts_of(self.run(cell.source))
            if shown != texts_of(cell.outputs) and "nbval-ignore-output" not in tags_of(cell):
                different.append((cell.source, shown))
        return different


def texts_of(outputs):
    """Return what a reader sees below a cell, pictures by their words, without bars."""
    texts = [output.get("ename", "") + text_of(output) for output in outputs]
    return re.sub(r"\r.*\n", "", "".join(texts))
