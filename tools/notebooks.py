"""Carry edits of the lessons' .py files into executed .ipynb files.

    python tools/notebooks.py                                 every lesson, and the one to copy
    python tools/notebooks.py notebooks/00_whole_program.py   one lesson
    python tools/notebooks.py --overwrite                     drop edits of the .ipynb

The .py file is what authors edit. Its cells go into the notebook, which keeps the
ids of the cells it had; a fresh kernel runs it; what varies from run to run is
taken out. A second call changes nothing. When a cell fails, or the notebook holds
edits that its .py lacks, the notebook stays as it was.
"""

import argparse
import os
import sys
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from tutorial_helpers.console import print_on_any_console

ROOT = Path(__file__).resolve().parents[1]
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


def carry(script):
    """Return the notebook of a lesson with the cells of its script, not yet executed.

    Parameters
    ----------
    script : pathlib.Path
        The lesson's .py file. Cells that its .ipynb already has keep their ids.

    Returns
    -------
    nbformat.NotebookNode
    """
    notebook = jupytext.read(script)
    path = script.with_suffix(".ipynb")
    if path.exists():
        old = nbformat.read(path, as_version=4)
        notebook = jupytext.combine.combine_inputs_with_outputs(notebook, old)
    notebook.nbformat_minor = 5
    return notebook


def execute(notebook, folder):
    """Run all cells in a fresh kernel, in place.

    Raises
    ------
    LeftAloneError
        If a cell raises an error; the message holds the cell and the error.
    """
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook, kernel_name="python3", resources={"metadata": {"path": str(folder)}}, timeout=600
    )
    kernel = client.create_kernel_manager()
    if kernel.has_trait("transport_encryption"):
        kernel.transport_encryption = "auto"  # or the kernel warns that it has none
    try:
        client.execute(env=os.environ | {"TQDM_DISABLE": "1"})  # no progress bars
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        begun = [i for i, cell in enumerate(notebook.cells) if cell.get("execution_count")]
        place = begun[-1] if begun else 0
        raise LeftAloneError(f"칸 {place} · cell {place}\n{error}") from error


def normalise(notebook):
    """Take out of an executed notebook what differs between two equal runs, in place.

    These are execution times and the kernel's own metadata. Texts that the kernel
    sent in several pieces are joined, because where they are cut is chance.
    """
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            cell.outputs = _join_streams(cell.outputs)


def _join_streams(outputs):
    joined = []
    for output in outputs:
        last = joined[-1] if joined else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def refuse_to_lose_edits(script):
    """Stop where the notebook was edited after its script, in JupyterLab for example.

    Raises
    ------
    LeftAloneError
        If the notebook is the newer of the two and holds other cells.
    """
    path = script.with_suffix(".ipynb")
    if not path.exists() or path.stat().st_mtime <= script.stat().st_mtime:
        return
    sources = [
        [(cell.cell_type, cell.source) for cell in notebook.cells]
        for notebook in (jupytext.read(script), nbformat.read(path, as_version=4))
    ]
    if sources[0] != sources[1]:
        raise LeftAloneError(
            f"{path.name}에 .py에 없는 고친 내용이 있습니다. "
            f"남기려면 {script.name}에 옮겨 적으세요. "
            "버리려면 make notebooks ARGS=--overwrite를 실행하세요.\n"
            f"{path.name} holds edits that its .py lacks. To keep them, carry them into "
            f"{script.name}. To drop them, run make notebooks ARGS=--overwrite."
        )


def make(script):
    """Bring one lesson's .ipynb up to date with its .py, and return its path."""
    notebook = carry(script)
    execute(notebook, script.parent)
    normalise(notebook)
    path = script.with_suffix(".ipynb")
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")
    return path


def main(arguments):
    """Make the lessons named in `arguments`, or all of them; return an exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", type=Path)
    parser.add_argument("--overwrite", action="store_true", help="drop edits of the .ipynb")
    options = parser.parse_args(arguments)
    print_on_any_console()  # the folder's name may have letters that it lacks
    scripts = [lesson.with_suffix(".py") for lesson in options.lessons]
    missing = [str(script) for script in scripts if not script.exists()]
    if missing:
        print(f"없는 파일입니다 · no such file: {', '.join(missing)}", file=sys.stderr)
        return 1
    for script in scripts or sorted(ROOT.glob("*/[0-9]*.py")):
        try:
            if not options.overwrite:
                refuse_to_lose_edits(script)
            print(make(script))
        except LeftAloneError as error:
            print(f"{script}: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
