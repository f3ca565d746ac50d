"""`make notebooks`: edits of the .py carried into executed notebooks."""

import os

import nbformat
import pytest

import notebooks
from lessons import SCRIPTS

SCRIPT = """\
# %% [markdown]
# # 99 예 · Example

# %% tags=["setup"]
words = ("one", "two")

# %%
for word in words:
    print(word, flush=True)
"""


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    """Return a small lesson that was made once."""
    script = tmp_path_factory.mktemp("lesson") / "99_example.py"
    script.write_text(SCRIPT, encoding="utf-8")
    notebooks.make(script)
    return script


def test_the_lessons_are_up_to_date_but_for_their_outputs():
    for script in SCRIPTS:
        stored = nbformat.read(script.with_suffix(".ipynb"), as_version=4)
        carried = notebooks.carry(script)
        notebooks.normalise(carried)
        notebooks.normalise(stored)  # JupyterLab adds Python's version when it saves
        assert carried == stored, "run: make notebooks"


def test_a_second_call_changes_nothing(lesson):
    path = lesson.with_suffix(".ipynb")
    before = path.read_bytes()
    notebooks.make(lesson)
    assert path.read_bytes() == before


def test_the_notebook_holds_the_outputs_and_nothing_of_the_run(lesson):
    notebook = nbformat.read(lesson.with_suffix(".ipynb"), as_version=4)
    assert [cell.get("execution_count") for cell in notebook.cells] == [None, 1, 2]
    (output,) = notebook.cells[2].outputs
    assert output == {"name": "stdout", "output_type": "stream", "text": "one\ntwo\n"}
    assert notebook.cells[1].metadata == {"tags": ["setup"]}
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def test_an_edit_keeps_the_ids_of_the_other_cells(lesson, tmp_path):
    before = nbformat.read(lesson.with_suffix(".ipynb"), as_version=4)
    script = tmp_path / lesson.name
    nbformat.write(before, script.with_suffix(".ipynb"))
    script.write_text(SCRIPT.replace("print(word", "print(word * 2"), encoding="utf-8")
    after = notebooks.carry(script)
    assert [cell.id for cell in after.cells[:2]] == [cell.id for cell in before.cells[:2]]
    assert "word * 2" in after.cells[2].source


def test_a_cell_that_fails_is_named_and_leaves_the_notebook_alone(lesson, tmp_path, capsys):
    script = tmp_path / lesson.name
    path = script.with_suffix(".ipynb")
    path.write_bytes(lesson.with_suffix(".ipynb").read_bytes())
    # Not the last cell: those after it still have the outputs of the last run.
    script.write_text(SCRIPT.replace("words =", "1 / 0\nwords ="), encoding="utf-8")
    assert notebooks.main([str(script)]) == 1
    assert path.read_bytes() == lesson.with_suffix(".ipynb").read_bytes()
    said = capsys.readouterr().err
    assert "cell 1\n" in said
    assert "1 / 0" in said
    assert "ZeroDivisionError" in said


def test_edits_made_in_jupyterlab_are_not_lost(lesson, tmp_path, capsys):
    script = tmp_path / lesson.name
    script.write_text(SCRIPT, encoding="utf-8")
    edited = nbformat.read(lesson.with_suffix(".ipynb"), as_version=4)
    edited.cells[2].source = "print('my work')"
    path = script.with_suffix(".ipynb")
    nbformat.write(edited, path)
    os.utime(script, (1, 1))
    assert notebooks.main([str(script)]) == 1
    assert "holds edits that its .py lacks" in capsys.readouterr().err
    assert "my work" in path.read_text(encoding="utf-8")
    assert notebooks.main(["--overwrite", str(script)]) == 0
    assert "my work" not in path.read_text(encoding="utf-8")


def test_without_a_name_every_lesson_is_made(tmp_path, monkeypatch, capsys):
    script = tmp_path / "notebooks" / "99_example.py"
    script.parent.mkdir()
    script.write_text(SCRIPT, encoding="utf-8")
    monkeypatch.setattr(notebooks, "all_scripts", lambda: [script])
    assert notebooks.main([]) == 0
    assert capsys.readouterr().out.strip() == str(script.with_suffix(".ipynb"))


def test_a_lesson_that_is_not_there_is_named(capsys):
    assert notebooks.main(["notebooks/77_nothing.py"]) == 1
    assert "77_nothing.py" in capsys.readouterr().err
