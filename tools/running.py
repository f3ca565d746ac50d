"""Run notebooks from top to bottom, and keep nothing of the run but the outputs."""

import os

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert.preprocessors.clearoutput import ClearOutputPreprocessor
from nbconvert.preprocessors.coalescestreams import CoalesceStreamsPreprocessor

from cells import FOLDED, answers_a_bet

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}


class LeftAloneError(Exception):
    """A notebook was left as it was; the message says why."""


def execute(notebook, path):
    """Run all cells of a lesson in a fresh kernel, in place and in the lesson's folder.

    Raises
    ------
    LeftAloneError
        If a cell raises an error; the message holds the path, the cell and the error.
    """
    ClearOutputPreprocessor().preprocess(notebook, {})
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        timeout=600,
    )
    kernel = client.create_kernel_manager()
    if kernel.has_trait("transport_encryption"):
        kernel.transport_encryption = "auto"  # or the kernel warns that it has none
    try:
        # No progress bars, and not the language that whoever runs this reads lessons in.
        client.execute(env=os.environ | {"TQDM_DISABLE": "1", "COURSE_LANGUAGE": "both"})
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        begun = [i for i, cell in enumerate(notebook.cells) if cell.get("execution_count")]
        place = begun[-1] if begun else 0
        raise LeftAloneError(f"{path}: 셀 {place} · cell {place}\n{error}") from error


def normalise(notebook):
    """Take out of an executed notebook what differs between two equal runs, in place.

    These are execution times and the kernel's own metadata. Texts that the kernel
    sent in several pieces are joined, because where they are cut is chance. The output of
    a cell that answers a bet is folded away, as an editor does it.
    """
    notebook.metadata = nbformat.from_dict(METADATA)
    for place, cell in enumerate(notebook.cells):
        tags = cell.metadata.get("tags")
        kept = {"tags": tags} if tags else {}
        folded = FOLDED if answers_a_bet(notebook.cells, place) else {}
        cell.metadata = nbformat.from_dict(kept | folded)
    CoalesceStreamsPreprocessor().preprocess(notebook, {})
