"""The lessons as they are published: what their .py say, once their .ipynb say the same."""

import ast
import shutil
import sys

import nbformat
import torch

from cells import differences, has_outputs_as_made, ids_made
from lessons import LESSONS, scripts_of
from notebooks import carry, with_outputs
from running import LeftAloneError, execute, normalise
from storing import look_around, read_stored, shown
from tutorial_helpers.exercises import EXERCISES
from tutorial_helpers.exercises.reading import what_it_does

WHAT_TO_DO = """\
아무것도 만들지 않았습니다. make notebooks를 실행하세요. .py에서 고친 것은 .ipynb로 옮기고,
.ipynb에서 고친 것은 어떻게 남기고 버리는지 알려 줍니다.
Nothing was made. Run make notebooks: it carries edits of the .py into the .ipynb, and says how
to keep and how to drop edits of the .ipynb."""


def publish(folder, outputs=True):
    """Write all lessons, and what they import, into a folder that holds nothing else.

    Everything is then made from these files, so nothing gets into it that an editor saves
    meanwhile.

    Parameters
    ----------
    folder : pathlib.Path
    outputs : bool
        Whether the notebooks have outputs. Where those that are stored are not those that
        `make notebooks` stored, the lesson is run: somebody may have tried an answer.

    Returns
    -------
    list of pathlib.Path
        The notebooks.

    Raises
    ------
    LeftAloneError
        If a .py and its .ipynb differ, before anything is written; it names the cells.
    """
    look_around()
    pairs = both_of_each(LESSONS)
    notebooks = {
        script: as_published(script, *pair) if outputs else pair[0]
        for script, pair in pairs.items()
    }
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for script, notebook in notebooks.items():
        for source in (script, *scripts_of(script)):
            shutil.copyfile(source, folder / source.name)
        path = folder / f"{script.stem}.ipynb"
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")
    return sorted(folder.glob("*.ipynb"))


def both(script):
    """Return the notebooks that a lesson's .py and .ipynb hold.

    Raises
    ------
    LeftAloneError
        If the .ipynb is missing, cannot be read, or holds other cells; it names them.
    """
    path = script.with_suffix(".ipynb")
    if not path.exists():
        raise LeftAloneError(f"{shown(path)}가 없습니다.\n{shown(path)} is missing.")
    written, stored = carry(script), read_stored(path)
    found = list(differences(written.cells, stored.cells, ids_made(stored)))
    if found:
        head = (
            f"{shown(path)}와 {script.name}가 다릅니다.",
            f"{shown(path)} and {script.name} differ.",
        )
        raise LeftAloneError("\n".join([*head, *map(str, found)]))
    if typed := list(typed_answers(script, written)):
        head = (
            f"{shown(script)}의 연습에 빈칸이 아니라 다른 것이 들어 있습니다. 빈칸으로 되돌리세요.",
            f"Exercises in {shown(script)} hold something else than their blanks. Put the blanks "
            "back.",
        )
        raise LeftAloneError("\n".join([*head, *typed]))
    return written, stored


def typed_answers(script, notebook):
    """Yield what is said of each exercise whose blank holds something else than its blank."""
    exercises = {
        exercise.name.removeprefix("check_"): exercise
        for exercise in EXERCISES
        if exercise.lesson == script.stem[:2]
    }
    for place, cell in enumerate(notebook.cells):
        for node in ast.parse(cell.source).body if cell.cell_type == "code" else ():
            exercise = exercises.get(getattr(node, "name", None))
            if exercise:
                names = {"torch": torch, "nn": torch.nn}
                exec(compile(ast.Module([node], []), script.name, "exec"), names)
                if what_it_does(names[node.name]) != what_it_does(exercise.starter):
                    yield f"  셀 {place} · cell {place}: {node.name}"


def both_of_each(scripts):
    """Return what `both` returns, by the scripts; raise the errors of all as one."""
    pairs, refused = {}, []
    for script in scripts:
        try:
            pairs[script] = both(script)
        except LeftAloneError as error:
            refused.append(str(error))
    if refused:
        raise LeftAloneError("\n\n".join([*refused, WHAT_TO_DO]))
    return pairs


def as_published(script, written, stored):
    """Return the notebook of a lesson's script with outputs, which were stored or are made."""
    if not has_outputs_as_made(stored):
        name = shown(script.with_suffix(".ipynb"))
        print(
            f"{name}의 출력은 make notebooks가 저장한 것이 아니므로 수업을 실행합니다.",
            f"{name} has other outputs than make notebooks stored, so the lesson is run.",
            sep="\n",
            file=sys.stderr,
        )
        execute(written, script)
        normalise(written)
        return written
    return with_outputs(written, stored)
