"""`make notebooks`: edits of the .py carried into executed notebooks."""

import os
import shutil

import nbformat
import pytest

import contents
import notebooks
from cells import MADE, has_outputs_as_made

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
def made(tmp_path_factory):
    """Return a small lesson that was made once."""
    script = tmp_path_factory.mktemp("lesson") / "99_example.py"
    script.write_text(SCRIPT, encoding="utf-8")
    notebooks.make(script)
    return script


@pytest.fixture
def lesson(made, tmp_path):
    """Return a copy of it."""
    for path in (made, made.with_suffix(".ipynb")):
        shutil.copy2(path, tmp_path)
    return tmp_path / made.name


@pytest.fixture(autouse=True)
def _nothing_of_the_course_is_written(monkeypatch):
    """Let no test change the course itself."""
    monkeypatch.setattr(contents, "outdated", lambda root=None: {})


def test_the_stored_notebooks_are_those_that_were_made_from_their_scripts():
    for script in notebooks.all_scripts():
        stored = notebooks.read_stored(script.with_suffix(".ipynb"))
        carried = notebooks.carry(script)
        assert [cell.id for cell in stored.cells] == [cell.id for cell in carried.cells], script
        assert has_outputs_as_made(stored), script


def test_the_notebook_holds_the_outputs_and_nothing_of_the_run(lesson):
    notebook = nbformat.read(lesson.with_suffix(".ipynb"), as_version=4)
    assert [cell.get("execution_count") for cell in notebook.cells] == [None, 1, 2]
    (output,) = notebook.cells[2].outputs
    assert output == {"name": "stdout", "output_type": "stream", "text": "one\ntwo\n"}
    assert notebook.cells[1].metadata == {"tags": ["setup"]}
    assert set(notebook.metadata) == {"kernelspec", "language_info", MADE}


def test_an_edit_is_carried_and_a_second_call_changes_nothing(lesson, capsys):
    path = lesson.with_suffix(".ipynb")
    before = nbformat.read(path, as_version=4)
    lesson.write_text(SCRIPT.replace("print(word", "print(word * 2"), encoding="utf-8")
    assert notebooks.main([str(lesson)]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    after = nbformat.read(path, as_version=4)
    assert [cell.id for cell in after.cells[:2]] == [cell.id for cell in before.cells[:2]]
    assert after.cells[2].outputs[0].text == "oneone\ntwotwo\n"
    written = path.read_bytes()
    assert notebooks.main([str(lesson)]) == 0
    assert path.read_bytes() == written


def test_a_cell_that_fails_is_named_and_leaves_the_notebook_alone(lesson, capsys):
    path = lesson.with_suffix(".ipynb")
    before = path.read_bytes()
    # Not the last cell: those after it still have the outputs of the last run.
    lesson.write_text(SCRIPT.replace("words =", "1 / 0\nwords ="), encoding="utf-8")
    assert notebooks.main([str(lesson)]) == 1
    assert path.read_bytes() == before
    said = capsys.readouterr().err
    assert all(words in said for words in ("cell 1\n", "1 / 0", "ZeroDivisionError"))


@pytest.fixture
def renamed(lesson, monkeypatch):
    """Return the lesson, whose title is to be written by contents.py."""
    new = SCRIPT.replace("Example", "Another").replace("예", "다른 예")
    monkeypatch.setattr(contents, "outdated", lambda root=None: {lesson: new})
    return lesson


def test_edits_made_in_jupyterlab_are_not_lost(renamed, monkeypatch, capsys):
    path = renamed.with_suffix(".ipynb")
    edited = nbformat.read(path, as_version=4)
    edited.cells[2].source = "print('my work')"
    nbformat.write(edited, path)
    os.utime(renamed, (1, 1))
    monkeypatch.setattr(notebooks, "all_scripts", list)
    for arguments in ([str(renamed)], []):  # to be run, and to get a new title alone
        assert notebooks.main(arguments) == 1
        assert "holds edits that its .py lacks" in capsys.readouterr().err
        assert "my work" in path.read_text(encoding="utf-8")
        assert renamed.read_text(encoding="utf-8") == SCRIPT
    assert notebooks.main(["--overwrite", str(renamed)]) == 0
    assert "my work" not in path.read_text(encoding="utf-8")


def test_what_contents_writes_is_carried_without_a_run(renamed, monkeypatch):
    monkeypatch.setattr(notebooks, "execute", lambda *_: pytest.fail("it was run"))
    path = renamed.with_suffix(".ipynb")
    before = nbformat.read(path, as_version=4)
    assert list(notebooks.update_contents([])) == [renamed, path]
    after = nbformat.read(path, as_version=4)
    assert after.cells[0].source == "# 99 다른 예 · Another"
    assert after.cells[1:] == before.cells[1:]


def test_what_contents_writes_waits_for_the_run_of_changed_code(renamed, monkeypatch):
    new = contents.outdated()[renamed].replace("print(word", "print(word * 2")
    monkeypatch.setattr(contents, "outdated", lambda root=None: {renamed: new})
    assert list(notebooks.update_contents([])) == [renamed]


def test_a_lesson_that_is_not_there_is_named(capsys):
    assert notebooks.main(["notebooks/77_nothing.py"]) == 1
    assert "77_nothing.py" in capsys.readouterr().err
