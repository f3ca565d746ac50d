"""Carry edits of the lessons' .py files into executed .ipynb files.

    python tools/notebooks.py                                 all lessons and guides
    python tools/notebooks.py notebooks/00_whole_program.py   one lesson
    python tools/notebooks.py --overwrite                     drop edits of the .ipynb

The .py file is what authors edit. Its cells go into the notebook, which keeps the
ids of the cells it had; a fresh kernel runs it; what varies from run to run is
taken out. A second call changes nothing. When a cell fails, or the notebook holds
edits that its .py lacks, the notebook stays as it was.

Before that, contents.py writes what the lessons say of themselves wherever it is shown.
Lessons that this changes, and that are not to be run, get the new prose without a run.
"""

import argparse
import sys
from pathlib import Path

import jupytext
import nbformat

import contents
from course import print_on_any_console
from lessons import COURSE_GUIDE, GUIDES, SCRIPTS
from running import LeftAloneError, execute, normalise


def carry(script):
    """Return the notebook of a lesson with the cells of its script, not yet executed.

    Cells that the stored notebook has already keep their ids.
    """
    notebook = jupytext.read(script)
    path = script.with_suffix(".ipynb")
    if path.exists():
        old = nbformat.read(path, as_version=4)
        notebook = jupytext.combine.combine_inputs_with_outputs(notebook, old)
    notebook.nbformat_minor = 5
    return notebook


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
    try:
        execute(notebook, script.parent)
    except LeftAloneError as error:
        raise LeftAloneError(f"{script}: {error}") from error
    return write(notebook, script.with_suffix(".ipynb"))


def carry_prose(script):
    """Carry a lesson's prose into its notebook, whose outputs stay, and return its path.

    Where the script's code differs from the notebook's, or there is no notebook yet, nothing
    is done and None returned: such a lesson has to be run.
    """
    path = script.with_suffix(".ipynb")
    if not path.exists():
        return None
    notebook, stored = carry(script), nbformat.read(path, as_version=4)
    if code_of(notebook) != code_of(stored):
        return None
    return write(notebook, path)


def code_of(notebook):
    """Return the code of a notebook, cell by cell."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def write(notebook, path):
    """Write a notebook without what differs between two equal runs, and return its path."""
    normalise(notebook)
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")
    return path


def all_scripts():
    """Return the scripts of all lessons, of the one to copy and of the guides for teachers."""
    return [*SCRIPTS, *GUIDES, COURSE_GUIDE]


def update_contents(scripts, overwrite):
    """Write what the lessons say of themselves, and yield the path of each file written.

    It is carried into all notebooks but those of `scripts`, which are run afterward.

    Raises
    ------
    LeftAloneError
        If a notebook holds edits that its .py lacks and that `overwrite` does not give up;
        nothing is written then.
    """
    if not overwrite:
        for path in (*scripts, *contents.outdated()):
            refuse_to_lose_edits(path)
    run_later = {script.resolve() for script in scripts}
    for path in contents.update():
        yield path
        if path.suffix == ".py" and path not in run_later and (notebook := carry_prose(path)):
            yield notebook


def main(arguments):
    """Make the lessons named in `arguments`, or all of them; return an exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", type=Path)
    parser.add_argument("--overwrite", action="store_true", help="drop edits of the .ipynb")
    options = parser.parse_args(arguments)
    print_on_any_console()  # the folder's name may have letters that it lacks
    scripts = [lesson.with_suffix(".py") for lesson in options.lessons] or all_scripts()
    missing = [str(script) for script in scripts if not script.exists()]
    if missing:
        print(f"없는 파일입니다 · no such file: {', '.join(missing)}", file=sys.stderr)
        return 1
    try:
        for path in update_contents(scripts, options.overwrite):
            print(path)
        for script in scripts:
            print(make(script))
    except LeftAloneError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
