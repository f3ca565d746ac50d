"""Submissions as students hand them in, before nbgrader grades them."""

import io
import json
import os
import re
import subprocess
import sys
from copy import deepcopy

import nbformat
import pytest
import torch
from nbformat.v4 import new_code_cell
from traitlets.config import Config

import assignments
import tutorial_helpers
from lessons import LESSONS
from tutorial_editions.grading import kernel
from tutorial_editions.grading.submissions import (
    SubmissionExporter,
    UnreadableSubmissionError,
    name_of,
    with_teachers_cells,
)
from tutorial_helpers import exercises
from tutorial_helpers.exercises.engine import Diagnosis

SOURCE = assignments.assignment_of(LESSONS[0].with_suffix(".ipynb"), "en")
FIRST, CHECK, SECOND = "first_step_below_1", "check_first_step_below_1", "sum_of_squares"
RIGHT = "def first_step_below_1(losses):\n    return min(losses)"


def released():
    """Return the cells that students get."""
    cells = deepcopy(SOURCE.cells)
    for cell in cells:
        for marks in ("SOLUTION", "HIDDEN TESTS"):
            cell.source = re.sub(rf"### BEGIN {marks}(.|\n)*?### END {marks}\n?", "", cell.source)
    return cells


def where(cells, name):
    """Return the last place of a cell."""
    return max(i for i, cell in enumerate(cells) if name_of(cell) == name)


def copied(cells, name, source, below=1):
    """Put a changed copy of a cell below it."""
    copy = deepcopy(cells[where(cells, name)])
    copy.source = source
    cells.insert(where(cells, name) + below, copy)
    return cells


def deleted(cells, *names):
    """Take cells away."""
    return [cell for cell in cells if name_of(cell) not in names]


def graded(cells):
    """Return the cells as they are graded, and whether the teacher's were put back."""
    return with_teachers_cells(cells, SOURCE.cells)


def names(cells):
    """Return the names of cells in their order."""
    return [name_of(cell) for cell in cells]


ALL = names(SOURCE.cells)
SETUP = [name for name in ALL if name and not re.search(f"{FIRST}$|{SECOND}$", name)]


# Cells


def test_what_is_in_place_is_not_touched():
    honest = released()
    honest[where(honest, FIRST)].source = RIGHT
    honest.insert(3, new_code_cell("print(1)"))
    honest.insert(where(honest, FIRST), new_code_cell("print(2)"))
    cells, changed = graded(deepcopy(honest))
    assert (cells, changed) == (honest, False)


def test_of_a_copied_answer_both_run_and_the_last_is_the_answer():
    cells, changed = graded(copied(released(), FIRST, RIGHT))
    place = where(cells, FIRST)
    assert not changed
    assert cells[place].source == RIGHT
    assert cells[place - 1].source == released()[where(released(), FIRST)].source
    assert names(cells).count(FIRST) == 1
    assert "nbgrader" not in cells[place - 1].metadata


def test_a_check_stands_below_the_last_copy_of_its_answer():
    cells, changed = graded([*released(), new_code_cell(RIGHT, metadata=assignments.graded(FIRST))])
    assert changed
    assert names(cells)[-2:] == [FIRST, CHECK]
    assert names(cells).count(CHECK) == 1


@pytest.mark.parametrize("at", [31, 32, 36, 40, len(RIGHT) - 5])
def test_the_pieces_of_a_split_answer_are_joined(at):
    split = released()
    split[where(split, FIRST)].source = RIGHT[:at].strip("\n")
    cells, _ = graded(copied(split, FIRST, RIGHT[at:].strip("\n")))
    assert cells[where(cells, FIRST)].source == RIGHT
    assert len(cells) == len(released())


@pytest.mark.parametrize(("upper", "lower"), [(RIGHT, "def f(:"), ("def f(:", RIGHT)])
def test_copies_of_which_one_is_broken_are_not_joined(upper, lower):
    cells = released()
    cells[where(cells, FIRST)].source = upper
    cells, _ = graded(copied(cells, FIRST, lower))
    place = where(cells, FIRST)
    assert [cell.source for cell in cells[place - 1 : place + 1]] == [upper, lower]


@pytest.mark.parametrize(
    ("lost", "order"),
    [
        ([CHECK], ALL),
        ([FIRST], [name for name in ALL if name != FIRST]),
        (SETUP[2:4], [*SETUP, *(name for name in ALL if name not in SETUP)]),
        (
            [FIRST, CHECK],
            [*(n for n in ALL if n not in (FIRST, CHECK)), CHECK],
        ),
    ],
    ids=["check", "answer", "set-up", "answer and check"],
)
def test_a_deleted_cell_is_put_back_unless_it_is_the_students(lost, order):
    cells, changed = graded(deleted(released(), *lost))
    assert changed == (lost != [FIRST])
    assert names(cells) == order
    for cell in cells:
        if cell.metadata.get("nbgrader", {}).get("locked"):
            assert cell.source.strip()


def test_moved_cells_are_graded_as_if_in_order():
    cells, changed = graded(released()[::-1])
    assert changed
    order = [name for name in names(cells) if name]
    assert order[: len(SETUP)] == SETUP
    for name in (FIRST, SECOND):
        assert order.index(name) < order.index(f"check_{name}")


@pytest.mark.parametrize("name", [CHECK, SETUP[1]])
def test_what_a_student_made_of_a_teachers_cell_runs_as_the_students(name):
    changed_cells = released()
    changed_cells[where(changed_cells, name)].source = RIGHT
    cells, changed = graded(changed_cells)
    assert changed
    teachers = SOURCE.cells[where(SOURCE.cells, name)].source
    assert cells[where(cells, name)].source == teachers
    (own,) = [i for i, cell in enumerate(cells) if cell.source == RIGHT]
    assert "nbgrader" not in cells[own].metadata
    assert len({cell.id for cell in cells}) == len(cells)
    assert own < where(cells, CHECK), "an answer may stand there"


@pytest.mark.parametrize(
    "about", [{}, None, [], {"grade_id": "draw"}, {"grade_id": 5}, {"grade_id": []}]
)
def test_nbgrader_meets_no_names_that_it_does_not_know(about):
    strange = new_code_cell("1")
    strange.metadata["nbgrader"] = about
    cells, changed = graded([*released(), strange])
    assert not changed
    assert "nbgrader" not in cells[-1].metadata


def test_an_answer_that_was_made_text_is_code_again():
    cells = released()
    text = cells[where(cells, FIRST)]
    text.cell_type = "markdown"
    del text["outputs"], text["execution_count"]
    cells, _ = graded(cells)
    nbformat.validate(nbformat.v4.new_notebook(cells=cells))
    assert cells[where(cells, FIRST)].cell_type == "code"


# Files


def read(text):
    """Return a submission as nbgrader reads it."""
    return nbformat.reads(SubmissionExporter().from_file(io.StringIO(text))[0], as_version=4)


@pytest.mark.parametrize(
    "text",
    ["", "<html>", "[]", '{"nbformat": 4, "nbformat_minor": 5}', '{"cells": [{}], "metadata": {}}'],
)
def test_a_file_that_is_no_notebook_is_named_in_both_languages(text):
    with pytest.raises(UnreadableSubmissionError) as refused:
        read(text)
    assert re.search("[가-힣](.|\n)*cannot be read as a notebook", str(refused.value))


def test_older_notebooks_and_half_characters_are_read():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("# \ud83d")])
    notebook.nbformat_minor = 4
    del notebook.cells[0]["id"]
    (cell,) = read(json.dumps(notebook)).cells
    assert cell.source == "# ?"
    assert cell.id


# Kernels


def test_what_a_student_overwrote_is_put_back(monkeypatch):
    monkeypatch.setattr(kernel, "_modules", {})
    monkeypatch.setattr(kernel, "_attributes", [])
    monkeypatch.setattr(kernel, "_exercises", [])
    kernel.keep()
    check, demand_right = exercises.check_sum_of_squares, Diagnosis.demand_right
    monkeypatch.setattr(torch, "manual_seed", 2)
    monkeypatch.setattr(Diagnosis, "demand_right", lambda self: None)
    monkeypatch.setattr(exercises, "check_sum_of_squares", print)
    monkeypatch.setitem(sys.modules, "tutorial_helpers.exercises", None)
    vars(check)["diagnose"] = print
    kernel.put_back()
    torch.manual_seed(0)
    assert Diagnosis.demand_right is demand_right
    assert exercises.check_sum_of_squares is check
    assert "diagnose" not in vars(check)
    assert sys.modules["tutorial_helpers.exercises"] is tutorial_helpers.exercises


KERNEL = """
import sys
from IPython.core.interactiveshell import InteractiveShell
from tutorial_editions.grading.kernel import prepare

shell = InteractiveShell.instance()
prepare(gigabytes=2)
for code in ("exit()", "import sys; sys.stderr = None", "full = bytearray(3 * 2**30)"):
    print(type(shell.run_cell(code).error_in_exec).__name__)
print(sys.stderr is sys.__stderr__, flush=True)
shell.run_cell("half = b'1' * 2**30")
print("still here")
"""


@pytest.mark.ci
@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_kernel_outlives_exit_and_lost_streams_and_ends_where_memory_is_short(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", KERNEL],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"IPYTHONDIR": str(tmp_path)},
    )
    assert (done.returncode, done.stdout.count("still here")) == (1, 0)
    found = ("SystemExit", "NoneType", "MemoryError", "True")
    assert tuple(line for line in done.stdout.splitlines() if line in found) == found


# Settings


def test_the_settings_name_what_is_there():
    ours = []
    for language in ("ko", "en"):
        config = Config()
        text = dict(assignments.files_of([]))[f"{language}/{assignments.CONFIG}"].decode()
        exec(compile(text, assignments.CONFIG, "exec"), {"get_config": lambda c=config: c})
        assert config.CourseDirectory.course_id == f"torch-nn-{language}"
        assert config.Execute.timeout == 60
        ours += [config.Autograde.exporter_class, *config.Autograde.sanitize_preprocessors]
        (argument,) = config.Execute.extra_arguments
    assert argument.endswith("kernel.prepare(4)")
    for name in ours:
        module, _, last = name.rpartition(".")
        if module.startswith("tutorial_"):
            assert hasattr(sys.modules[module], last)
