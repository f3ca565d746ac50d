"""`make notebooks`: edits of the .py carried into executed notebooks."""

import os

import nbformat
import pytest

import contents
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


@pytest.fixture(autouse=True)
def _nothing_of_the_course_is_written(monkeypatch):
    """Let no test change the course itself."""
    monkeypatch.setattr(contents, "outdated", lambda root=None: {})


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


@pytest.fixture
def renamed(lesson, tmp_path, monkeypatch):
    """Return a copy of the lesson whose title is to be written by contents.py."""
    script = tmp_path / lesson.name
    script.write_text(SCRIPT, encoding="utf-8")
    script.with_suffix(".ipynb").write_bytes(lesson.with_suffix(".ipynb").read_bytes())
    new = SCRIPT.replace("Example", "Another").replace("예", "다른 예")
    monkeypatch.setattr(contents, "outdated", lambda root=None: {script: new})
    return script


def test_what_contents_writes_is_carried_without_a_run(renamed, monkeypatch):
    monkeypatch.setattr(notebooks, "execute", lambda *_: pytest.fail("it was run"))
    path = renamed.with_suffix(".ipynb")
    before = nbformat.read(path, as_version=4)
    assert list(notebooks.update_contents([], overwrite=False)) == [renamed, path]
    after = nbformat.read(path, as_version=4)
    assert after.cells[0].source == "# 99 다른 예 · Another"
    assert after.cells[1:] == before.cells[1:]


def test_what_contents_writes_waits_for_the_run_of_changed_code(renamed, monkeypatch):
    new = contents.outdated()[renamed].replace("print(word", "print(word * 2")
    monkeypatch.setattr(contents, "outdated", lambda root=None: {renamed: new})
    before = renamed.with_suffix(".ipynb").read_bytes()
    assert list(notebooks.update_contents([], overwrite=False)) == [renamed]
    assert renamed.with_suffix(".ipynb").read_bytes() == before


def test_nothing_is_written_over_edits_made_in_jupyterlab(renamed, capsys, monkeypatch):
    path = renamed.with_suffix(".ipynb")
    edited = nbformat.read(path, as_version=4)
    edited.cells[2].source = "print('my work')"
    nbformat.write(edited, path)
    os.utime(renamed, (1, 1))
    monkeypatch.setattr(notebooks, "all_scripts", list)
    assert notebooks.main([]) == 1
    assert "holds edits that its .py lacks" in capsys.readouterr().err
    assert "my work" in path.read_text(encoding="utf-8")
    assert renamed.read_text(encoding="utf-8") == SCRIPT


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
