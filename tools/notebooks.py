"""Carry edits of the lessons' .py files into executed .ipynb files.

    python tools/notebooks.py                                 all lessons and guides
    python tools/notebooks.py notebooks/00_whole_program.py   one lesson
    python tools/notebooks.py --keep                          carry edits of the .ipynb into the .py
    python tools/notebooks.py --overwrite                     drop edits of the .ipynb

The .py file is what authors edit. Its cells go into the notebook; a fresh kernel runs it; what
varies from run to run is taken out. A second call changes nothing. When a cell fails, or a
notebook was edited since it was made, everything stays as it was. What --overwrite drops is kept
in the folder edited.

Before that, contents.py writes what the lessons say of themselves wherever it is shown.
Lessons that this changes, and that are not to be run, get the new prose without a run.
"""

import argparse
import re
import sys
from pathlib import Path

import jupytext
import nbformat

import contents
from cells import (
    MADE,
    differences,
    digest,
    has_outputs_as_made,
    ids_made,
    ids_of,
    partners,
    record_of,
)
from course import print_on_any_console
from lessons import COURSE_GUIDE, GUIDES, ROOT, SCRIPTS
from running import LeftAloneError, execute, normalise
from storing import EditedError, how_to_drop, look_around, read_stored, shown, write_whole

DROPPED = ROOT / "edited"
SPACE = "lines_to_next_cell"  # in a cell's metadata, from jupytext


# From a script to its notebook


def carry(script):
    """Return the notebook of a lesson with the cells of its script, not yet executed.

    Raises
    ------
    LeftAloneError
        If a merge of git has left two versions of a passage.
    """
    if re.search(r"(?m)^(<{7}|>{7})( |$)", script.read_text("utf-8")):
        name = shown(script)
        raise LeftAloneError(
            f"{name}에 git의 충돌 표시(<<<<<<<)가 있습니다. 남길 것을 고르고 표시는 지우세요.\n"
            f"{name} has conflict markers of git (<<<<<<<). Choose what stays and remove them."
        )
    notebook = jupytext.read(script)
    normalise(notebook)
    for cell, own in zip(notebook.cells, ids_of(notebook.cells), strict=True):
        cell.id = own
    return notebook


def make(script, overwrite=False, kept=None):
    """Bring one lesson's .ipynb up to date with its .py, and return its path; see `write`."""
    notebook = carry(script)
    execute(notebook, script)
    return write(notebook, script, overwrite, kept)


def carry_prose(script):
    """Carry a lesson's prose into its notebook, whose outputs stay, and return its path.

    Where the script's code differs from the notebook's, the outputs are not those that were
    made, or there is no notebook yet, nothing is done and None returned: such a lesson has to
    be run.
    """
    path = script.with_suffix(".ipynb")
    if not path.exists():
        return None
    notebook, stored = carry(script), read_stored(path)
    if code_of(notebook) != code_of(stored) or not has_outputs_as_made(stored):
        return None
    return write(with_outputs(notebook, stored), script)


def code_of(notebook):
    """Return the code of a notebook, cell by cell."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def with_outputs(notebook, stored):
    """Give a notebook the outputs of another one with the same code, and return it."""
    ours, theirs = (
        [cell for cell in each.cells if cell.cell_type == "code"] for each in (notebook, stored)
    )
    for number, (cell, old) in enumerate(zip(ours, theirs, strict=True), start=1):
        cell.outputs, cell.execution_count = old.outputs, number
    return notebook


def write(notebook, script, overwrite=False, kept=None):
    """Replace a lesson's notebook, and return its path.

    It may have been edited while the lesson ran, so this is where edits are looked for last.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    script : pathlib.Path
    overwrite : bool
        Whether edits are dropped; then a copy is kept.
    kept : list of str, optional
        The ids of the cells of a notebook whose edits are in the script by now.

    Returns
    -------
    pathlib.Path
    """
    path = script.with_suffix(".ipynb")
    normalise(notebook)
    notebook.metadata[MADE] = record_of(notebook.cells)
    try:
        refuse_to_lose_edits(script, kept)
    except EditedError:
        if not overwrite:
            raise
        keep_copy(path)
    write_whole(path, nbformat.writes(notebook) + "\n")
    return path


# Edits of a notebook


def refuse_to_lose_edits(script, kept=None):
    """Stop where a notebook was edited since it was made, and differs from its script.

    Raises
    ------
    EditedError
        It names the cells, and says how to keep the edits and how to drop them.
    """
    path = script.with_suffix(".ipynb")
    if not path.exists():
        return
    written, stored = carry(script), read_stored(path)
    made, ours, theirs = ids_made(stored), ids_of(written.cells), ids_of(stored.cells)
    if theirs in (made, ours, kept):
        return
    text = with_edits(script, stored) if made == ours else None
    edits = differences(written.cells, stored.cells, made if made != ours else None)
    error = EditedError("\n".join(words_for(path, edits, made, ours, text)))
    error.script = text
    raise error


def words_for(path, edits, made, ours, text):
    """Yield the lines of the message that a notebook was edited: where, and what to do."""
    name, script = shown(path), f"{path.stem}.py"
    by_hand = "남기려면 .py에 옮겨 적으세요 · to keep it, copy it into the .py"
    if made is None:
        yield f"{name}와 {script}가 다른데, 어느 쪽을 고쳤는지는 알 수 없습니다."
        yield f"{name} and {script} differ, and nothing tells which was edited."
    elif made != ours:
        yield f"{name}와 {script}를 둘 다 고쳤습니다."
        yield f"{name} and {script} were both edited."
    else:
        yield f"{name}에 .py에 없는 고친 내용이 있습니다."
        yield f"{name} holds edits that its .py lacks."
        by_hand = (
            ".py에 담을 수 없습니다. 첨부한 그림은 코드로 그리고, # %%로 시작하는 줄과 보이지 않는 "
            "글자는 고치세요 · a .py cannot hold it: draw attached pictures in code, begin no line "
            "with # %%, and use no invisible characters"
        )
    yield from map(str, edits)
    to_keep = f'남기려면(.py로) · to keep it (in the .py): make notebooks ARGS="--keep {name}"'
    yield to_keep if text else by_hand
    yield how_to_drop(path)


def with_edits(script, stored):
    """Return a script with the cells of its notebook, None if it cannot hold them.

    The text of cells that are in both does not change.
    """
    notebook = jupytext.read(script)
    ids = ids_of(stored.cells)
    known = dict(zip(ids_of(notebook.cells), notebook.cells, strict=True))
    normalise(stored)
    for i, j in partners(notebook.cells, stored.cells):
        if None not in (i, j) and SPACE in notebook.cells[i].metadata:
            stored.cells[j].metadata[SPACE] = notebook.cells[i].metadata[SPACE]
    notebook.cells = [known.get(own, cell) for own, cell in zip(ids, stored.cells, strict=True)]
    text = jupytext.writes(notebook, "py:percent")
    return text if ids_of(jupytext.reads(text, "py:percent").cells) == ids else None


def keep_copy(path):
    """Copy a notebook to where no other copy is overwritten, and say where that is."""
    content = path.read_bytes()
    copy = DROPPED / f"{path.stem}-{digest(content.hex())}.ipynb"
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(content)
    print(f"버린 노트북의 사본 · copy of the dropped notebook: {shown(copy)}")


def look_for_edits(scripts, keep=False, overwrite=False):
    """Look for edits that would be lost, and return the texts of scripts that can take them.

    Raises
    ------
    LeftAloneError
        If there are edits that are neither to be kept nor to be dropped; it names all of them.
    """
    texts, refused = {}, []
    for script in scripts:
        try:
            refuse_to_lose_edits(script)
        except EditedError as error:
            if keep and error.script:
                texts[script] = error.script
            elif not overwrite:
                refused.append(str(error))
        except LeftAloneError as error:
            refused.append(str(error))
    if refused:
        raise LeftAloneError("\n\n".join(refused))
    return texts


# All of it


def all_scripts():
    """Return the scripts of all lessons, of the one to copy and of the guides for teachers."""
    return [*SCRIPTS, *GUIDES, COURSE_GUIDE]


def update_contents(scripts):
    """Write what the lessons say of themselves, and yield the path of each file written.

    It is carried into all notebooks but those of `scripts`, which are run afterward.

    Raises
    ------
    LeftAloneError
        If a notebook that is to get it was edited; nothing is written then.
    """
    run_later = {script.resolve() for script in scripts}
    lessons = [path for path in contents.outdated() if path.suffix == ".py"]
    look_for_edits(path for path in lessons if path not in run_later)
    for path in contents.update():
        yield path
        if path.suffix == ".py" and path not in run_later and (notebook := carry_prose(path)):
            yield notebook


def make_all(scripts, keep, overwrite):
    """Make lessons, and yield the path of each file written.

    Raises
    ------
    LeftAloneError
        If edits would be lost, before anything is written; or if a lesson does not run.
    """
    texts = look_for_edits(scripts, keep, overwrite)
    before, written = {script: script.read_bytes().decode() for script in texts}, {}
    try:
        for script, text in texts.items():
            write_whole(script, text)
        yield from update_contents(scripts)
        written = {script: script.read_bytes() for script in texts}
        for script in scripts:
            kept = texts.get(script) and ids_of(jupytext.reads(texts[script], "py:percent").cells)
            path = make(script, overwrite, kept)
            if before.pop(script, None):
                yield script
            yield path
    finally:
        for script, text in before.items():  # of lessons that were not made
            if script.read_bytes() == written.get(script, script.read_bytes()):  # nor edited since
                write_whole(script, text)


def main(arguments):
    """Make the lessons named in `arguments`, or all of them; return an exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", type=Path)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--keep", action="store_true", help="carry edits of the .ipynb to the .py")
    either.add_argument("--overwrite", action="store_true", help="drop edits of the .ipynb")
    options = parser.parse_args(arguments)
    print_on_any_console()  # the folder's name may have letters that it lacks
    scripts = [lesson.with_suffix(".py") for lesson in options.lessons] or all_scripts()
    missing = [str(script) for script in scripts if not script.exists()]
    if missing:
        print(f"없는 파일입니다 · no such file: {', '.join(missing)}", file=sys.stderr)
        return 1
    try:
        look_around()
        for path in make_all(scripts, options.keep, options.overwrite):
            print(path)
    except LeftAloneError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("멈추었습니다. 반만 쓴 파일은 없습니다.\nStopped. No file is half written.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
