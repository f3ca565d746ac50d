"""`make notebooks`: edits of the .py carried into executed notebooks, and none of either lost."""

import json
import os
import shutil
import subprocess

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

import contents
import notebooks
import storing
from cells import MADE, has_outputs_as_made

SCRIPT = """\
# %% [markdown]
# # 99 예 · Example

# %% tags=["setup"]
words = ("one", "two")

# %%
for word in words:
    print(word, flush=True)

# %% [markdown]
# ## 연습 · Exercises

# %%
def answer(x):
    return None


# %% [markdown]
# ## 끝 · End
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
def _nothing_of_the_course_is_written(monkeypatch, tmp_path):
    """Let no test change the course itself, nor hear of what lies in its folders."""
    monkeypatch.setattr(contents, "outdated", lambda root=None: {})
    monkeypatch.setattr(notebooks, "DROPPED", tmp_path / "edited")
    monkeypatch.setattr(notebooks, "look_around", lambda: None)


@pytest.fixture
def _quickly(monkeypatch):
    """Number the cells in place of running them."""

    def execute(notebook, path):
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        for number, cell in enumerate(code, start=1):
            cell.execution_count = number

    monkeypatch.setattr(notebooks, "execute", execute)


quickly = pytest.mark.usefixtures("_quickly")


def notebook_of(lesson):
    return storing.read_stored(lesson.with_suffix(".ipynb"))


def save(notebook, lesson):
    """Save a notebook as an editor does, even one that is not valid."""
    text = nbformat.v4.writes(notebook)
    lesson.with_suffix(".ipynb").write_text(text, encoding="utf-8")


def edit(lesson, change):
    """Change a lesson's notebook."""
    notebook = notebook_of(lesson)
    change(notebook)
    save(notebook, lesson)


def edit_script(lesson, old, new):
    text = lesson.read_text("utf-8")
    assert old in text
    lesson.write_text(text.replace(old, new), encoding="utf-8")


def type_an_answer(notebook):
    notebook.cells[4].source = notebook.cells[4].source.replace("None", "x + 1")


def state_of(lesson):
    """Return what is in all files beside a lesson."""
    return {path: path.read_bytes() for path in lesson.parent.rglob("*") if path.is_file()}


# What is made


def test_the_stored_notebooks_are_those_that_were_made_from_their_scripts():
    for script in notebooks.all_scripts():
        stored, carried = notebook_of(script), notebooks.carry(script)
        ids = [[cell.id for cell in notebook.cells] for notebook in (stored, carried)]
        assert ids[0] == ids[1], f"run: make notebooks ARGS={script}"
        assert has_outputs_as_made(stored), f"run: make notebooks ARGS={script}"


def test_the_notebook_holds_the_outputs_and_nothing_of_the_run(lesson):
    notebook = nbformat.read(lesson.with_suffix(".ipynb"), as_version=4)
    assert [cell.get("execution_count") for cell in notebook.cells] == [None, 1, 2, None, 3, None]
    (output,) = notebook.cells[2].outputs
    assert output == {"name": "stdout", "output_type": "stream", "text": "one\ntwo\n"}
    assert notebook.cells[1].metadata == {"tags": ["setup"]}
    assert set(notebook.metadata) == {"kernelspec", "language_info", MADE}


def test_an_edit_is_carried_and_a_second_call_changes_nothing(lesson, capsys):
    path = lesson.with_suffix(".ipynb")
    before = notebook_of(lesson)
    edit_script(lesson, "print(word", "print(word * 2")
    assert notebooks.main([str(lesson)]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    after = notebook_of(lesson)
    assert [cell.id for cell in after.cells[:2]] == [cell.id for cell in before.cells[:2]]
    assert after.cells[2].outputs[0].text == "oneone\ntwotwo\n"
    written = path.read_bytes()
    assert notebooks.main([str(lesson)]) == 0
    assert path.read_bytes() == written


def test_a_cell_that_fails_is_named_and_leaves_everything_alone(lesson, capsys):
    edit(lesson, lambda notebook: notebook.cells.insert(1, new_code_cell("1 / 0")))
    before = state_of(lesson)
    assert notebooks.main(["--keep", str(lesson)]) == 1
    assert state_of(lesson) == before
    said = capsys.readouterr().err
    assert all(words in said for words in ("cell 1\n", "1 / 0", "ZeroDivisionError"))


@quickly
def test_a_program_that_is_stopped_leaves_whole_files(lesson, monkeypatch, capsys):
    before = state_of(lesson)
    edit_script(lesson, "print(word", "print(word * 2")
    before[lesson] = lesson.read_bytes()

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(storing.os, "replace", stop)
    assert notebooks.main([str(lesson)]) == 130
    assert state_of(lesson) == before
    assert "Stopped" in capsys.readouterr().out


def test_a_lesson_that_is_not_there_is_named(capsys):
    assert notebooks.main(["notebooks/77_nothing.py"]) == 1
    assert "77_nothing.py" in capsys.readouterr().err


# Edits of a notebook


def add_a_tag(notebook):
    notebook.cells[1].metadata.tags.append("hard")


def remove_the_tags(notebook):
    notebook.cells[1].metadata.tags = []


def add_a_cell(notebook):
    notebook.cells.insert(3, new_markdown_cell("## 새것 · New"))


def remove_a_cell(notebook):
    del notebook.cells[3]


def move_a_cell(notebook):
    notebook.cells.insert(1, notebook.cells.pop(5))


def change_its_kind(notebook):
    notebook.cells[5] = new_code_cell("## 끝 · End")


def write_anew(notebook):
    notebook.cells[2].source = "pass"


def change_prose(notebook):
    notebook.cells[0].source = "# 99 다른 예 · Another"


def attach(notebook):
    notebook.cells[0].attachments = {"a.png": {"image/png": "iVBORw0KGgo="}}


EDITS = [
    (type_an_answer, "셀 4 · cell 4: 내용이 다름 · source differs: def answer(x):"),
    (add_a_tag, "셀 1 · cell 1: 태그가 다름 · tags differ: words = "),
    (remove_the_tags, "셀 1 · cell 1: 태그가 다름 · tags differ: words = "),
    (add_a_cell, "셀 3 · cell 3: .ipynb에만 있음 · only in .ipynb: ## 새것 · New"),
    (remove_a_cell, "셀 3 · cell 3: .py에만 있음 · only in .py: ## 연습 · Exercises"),
    (move_a_cell, "셀 1 · cell 1: 자리가 다름 · moved: ## 끝 · End"),
    (change_its_kind, "셀 5 · cell 5: 종류가 다름 · kind differs: ## 끝 · End"),
    (write_anew, "셀 2 · cell 2: 내용이 다름 · source differs: for word in words:"),
    (change_prose, "셀 0 · cell 0: 내용이 다름 · source differs: # 99 예 · Example"),
]
by_edit = pytest.mark.parametrize(
    ("change", "said"), EDITS, ids=[edit.__name__ for edit, _ in EDITS]
)


def touch_the_script(lesson):
    os.utime(lesson)


def touch_the_notebook(lesson):
    os.utime(lesson, (1, 1))


@quickly
@pytest.mark.parametrize("touch", [touch_the_script, touch_the_notebook])
@by_edit
def test_an_edit_of_the_notebook_is_named_and_refused(change, said, touch, lesson, capsys):
    edit(lesson, change)
    touch(lesson)
    before = state_of(lesson)
    assert notebooks.main([str(lesson)]) == 1
    assert state_of(lesson) == before
    words = capsys.readouterr().err
    path = lesson.with_suffix(".ipynb")
    assert f"  {said}" in words
    assert f"{path}에 .py에 없는 고친 내용이 있습니다." in words
    assert f"{path} holds edits that its .py lacks." in words
    assert words.count("  셀") == 1
    assert all(f'ARGS="{option} {path}"' in words for option in ("--keep", "--overwrite"))


@quickly
@by_edit
def test_an_edit_is_kept_and_nothing_else_changes_in_the_script(change, said, lesson, capsys):
    edit(lesson, change)
    wanted = notebooks.ids_of(notebook_of(lesson).cells)
    assert notebooks.main(["--keep", str(lesson)]) == 0
    assert capsys.readouterr().out.split() == [str(lesson), str(lesson.with_suffix(".ipynb"))]
    assert notebooks.ids_of(notebooks.carry(lesson).cells) == wanted
    assert [cell.id for cell in notebook_of(lesson).cells] == wanted
    lines = set(SCRIPT.splitlines()) ^ set(lesson.read_text("utf-8").splitlines())
    assert len(lines) <= 3


@quickly
def test_what_is_kept_is_what_was_typed(lesson):
    edit(lesson, type_an_answer)
    assert notebooks.main(["--keep", str(lesson)]) == 0
    assert lesson.read_text("utf-8") == SCRIPT.replace("None", "x + 1")


@quickly
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (attach, "cell 0: 첨부 파일이 있음 · has an attachment: # 99 예 · Example"),
        (lambda notebook: notebook.cells[2].update(source="# %% a\n1"), "cell 2: "),
    ],
    ids=["an attachment", "a line that begins a cell"],
)
def test_what_a_script_cannot_hold_is_not_kept(change, said, lesson, capsys):
    edit(lesson, change)
    before = state_of(lesson)
    for arguments in ([str(lesson)], ["--keep", str(lesson)]):
        assert notebooks.main(arguments) == 1
        words = capsys.readouterr().err
        assert said in words
        assert ".py에 담을 수 없습니다." in words
        assert "a .py cannot hold it" in words
        assert "--keep" not in words
    assert state_of(lesson) == before


@quickly
def test_edits_of_both_files_are_told_apart_and_not_mixed(lesson, capsys):
    edit(lesson, type_an_answer)
    edit(lesson, remove_a_cell)
    edit_script(lesson, "## 끝 · End", "## 마침 · The end")
    edit_script(lesson, "# %% tags", "# %%\nnew = 1\n\n# %% tags")
    before = state_of(lesson)
    for arguments in ([str(lesson)], ["--keep", str(lesson)]):
        assert notebooks.main(arguments) == 1
        words = capsys.readouterr().err
        assert "99_example.py를 둘 다 고쳤습니다." in words
        assert "99_example.py were both edited." in words
        assert [line.split(": ")[0] for line in words.splitlines() if line.startswith("  ")] == [
            "  셀 1 · cell 1 (.py)",
            "  셀 4 · cell 4 (.ipynb)",
            "  셀 3 · cell 3 (.ipynb)",
            "  셀 4 · cell 4 (.py)",
        ]
    assert state_of(lesson) == before


@quickly
def test_what_is_overwritten_stays_as_a_copy_and_no_copy_replaces_another(lesson, capsys):
    dropped = []
    for answer in ("x + 1", "x + 2", "x + 2"):
        edit(lesson, lambda notebook, answer=answer: notebook.cells[4].update(source=answer))
        dropped.append(lesson.with_suffix(".ipynb").read_bytes())
        edit_script(lesson, "return", "return ")
        assert notebooks.main(["--overwrite", str(lesson)]) == 0
        assert "x + " not in lesson.with_suffix(".ipynb").read_text("utf-8")
        name = capsys.readouterr().out.partition("copy of the dropped notebook: ")[2].split()[0]
        assert (notebooks.ROOT / name).read_bytes() == dropped[-1]
    assert {path.read_bytes() for path in notebooks.DROPPED.iterdir()} == set(dropped)


@quickly
def test_only_the_named_lesson_is_overwritten(lesson, monkeypatch):
    named = shutil.copy(lesson, lesson.with_name("98_named.py"))
    edit(lesson, type_an_answer)
    new = {lesson: SCRIPT.replace("Example", "Another")}
    monkeypatch.setattr(contents, "outdated", lambda root=None: new)
    before = state_of(lesson)
    assert notebooks.main(["--overwrite", str(named)]) == 1
    assert state_of(lesson) == before


def test_an_edit_made_while_the_lesson_runs_is_not_lost(lesson, monkeypatch, capsys):
    edit_script(lesson, "print(word", "print(word * 2")
    monkeypatch.setattr(notebooks, "execute", lambda *_: edit(lesson, type_an_answer))
    assert notebooks.main([str(lesson)]) == 1
    assert "cell 4 (.ipynb)" in capsys.readouterr().err
    assert "x + 1" in lesson.with_suffix(".ipynb").read_text("utf-8")


def test_a_script_edited_while_its_lesson_fails_is_not_written_over(lesson, monkeypatch):
    edit(lesson, type_an_answer)

    def fail(*_):
        edit_script(lesson, "# ## 끝", "# ## 내 글")
        raise notebooks.LeftAloneError("on purpose")

    monkeypatch.setattr(notebooks, "execute", fail)
    assert notebooks.main(["--keep", str(lesson)]) == 1
    assert "# ## 내 글" in lesson.read_text("utf-8")


@quickly
@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n"])
def test_how_lines_end_is_no_edit(end, lesson):
    before = notebook_of(lesson).cells[2].source
    edit(lesson, lambda notebook: notebook.cells[2].update(source=before + end))
    assert notebooks.main([str(lesson)]) == 0
    assert notebook_of(lesson).cells[2].source == before


@quickly
@pytest.mark.parametrize("record", ["abc", "", [], {"a": 1}, [None], [""], [1, 2], 5])
def test_a_damaged_record_tells_nothing(record, lesson, capsys):
    edit(lesson, lambda notebook: notebook.metadata.update({MADE: record}))
    edit(lesson, type_an_answer)
    assert notebooks.main([str(lesson)]) == 1
    assert "nothing tells which was edited" in capsys.readouterr().err


@quickly
@pytest.mark.parametrize("lost", ["source", "metadata", "cell_type"])
def test_a_torn_notebook_is_named(lost, lesson, capsys):
    path = lesson.with_suffix(".ipynb")
    torn = json.loads(path.read_text("utf-8"))
    del torn["cells"][1][lost]
    path.write_text(json.dumps(torn), encoding="utf-8")
    assert notebooks.main([str(lesson)]) == 1
    assert f"{path} cannot be read as a notebook." in capsys.readouterr().err


@quickly
def test_where_nothing_tells_what_was_made_a_difference_is_refused(lesson, capsys):
    edit(lesson, lambda notebook: notebook.metadata.pop(MADE))
    assert notebooks.main([str(lesson)]) == 0  # the same cells
    edit(lesson, lambda notebook: notebook.metadata.pop(MADE))
    edit(lesson, type_an_answer)
    assert notebooks.main(["--keep", str(lesson)]) == 1
    words = capsys.readouterr().err
    assert "어느 쪽을 고쳤는지는 알 수 없습니다." in words
    assert "nothing tells which was edited" in words


@quickly
def test_a_file_with_both_sides_of_a_merge_is_refused(lesson, capsys):
    path = lesson.with_suffix(".ipynb")
    path.write_text("<<<<<<< HEAD\n" + path.read_text("utf-8"), encoding="utf-8")
    assert notebooks.main([str(lesson)]) == 1
    assert f"{path} cannot be read as a notebook." in capsys.readouterr().err
    assert notebooks.main(["--overwrite", str(lesson)]) == 0
    assert "HEAD" not in path.read_text("utf-8")
    edit_script(lesson, "# ## 끝", "<<<<<<< HEAD\n# ## 끝")
    before = state_of(lesson)
    assert notebooks.main(["--overwrite", str(lesson)]) == 1
    assert "has conflict markers of git" in capsys.readouterr().err
    assert state_of(lesson) == before


@pytest.mark.skipif(not shutil.which("git"), reason="no git here, nothing is merged")
def test_edits_of_two_branches_merge_line_by_line(lesson, tmp_path, monkeypatch):
    monkeypatch.setattr(notebooks, "execute", lambda *_: None)
    versions = {
        "base": SCRIPT,
        "ours": SCRIPT.replace("예 · Example", "보기 · Example"),
        "theirs": SCRIPT.replace("끝 · End", "마침 · End"),
    }
    for name, text in versions.items():
        script = tmp_path / name / lesson.name
        script.parent.mkdir()
        script.write_text(text, encoding="utf-8")
        notebooks.make(script)
    merged = tmp_path / "ours" / lesson.name
    for file in (merged, merged.with_suffix(".ipynb")):
        others = [tmp_path / name / file.name for name in ("base", "theirs")]
        assert subprocess.call(["git", "merge-file", file, *others]) == 0
    before = state_of(merged)
    assert notebooks.main([str(merged)]) == 0
    assert state_of(merged) == before


# No edits


def renew_ids(notebook):
    for number, cell in enumerate(notebook.cells):
        cell.id = f"new{number}"


def leave_out_ids(notebook):
    notebook.nbformat_minor = 4
    for cell in notebook.cells:
        del cell["id"]


def double_ids(notebook):
    for cell in notebook.cells:
        cell.id = "same"


def run_it(notebook):
    notebook.cells[4].update(execution_count=7, outputs=[])
    notebook.cells[2].update(execution_count=9, outputs=[])
    notebook.metadata.language_info.version = "3.11.4"


@quickly
@pytest.mark.parametrize("change", [renew_ids, leave_out_ids, double_ids, run_it])
def test_what_editors_do_by_themselves_is_no_edit_and_ids_come_back(change, lesson):
    notebooks.make(lesson)
    before = state_of(lesson)
    edit(lesson, change)
    assert notebooks.main([str(lesson)]) == 0
    assert state_of(lesson) == before


@quickly
@pytest.mark.parametrize(
    ("text", "stay"),
    [
        (SCRIPT.replace("# %%\nfor", "# %%\nnew = 1\n\n# %%\nfor"), [0, 1, 2, 3, 4, 5]),
        (SCRIPT.replace("# %% [markdown]\n# ## 연습 · Exercises\n\n", ""), [0, 1, 2, 4, 5]),
        (SCRIPT.replace("return None", "return 1"), [0, 1, 2, 3, 5]),
        ("# %% [markdown]\n# ## 끝 · End\n\n" + SCRIPT, [5, 0, 1, 2, 3, 4]),
    ],
    ids=["inserted", "deleted", "changed", "moved"],
)
def test_cells_that_stay_keep_their_ids_whatever_else_changes(text, stay, lesson):
    ids = [cell.id for cell in notebook_of(lesson).cells]
    renamed = lesson.with_name("98_renamed.py")
    for script in (lesson, renamed):  # with the old notebook beside it, and without one
        script.write_text(text, encoding="utf-8")
        assert notebooks.main([str(script)]) == 0
        after = [cell.id for cell in notebook_of(script).cells]
        assert [id for id in after if id in ids] == [ids[place] for place in stay]
        nbformat.validate(notebook_of(script))


@quickly
def test_a_notebook_that_was_deleted_is_made_again(lesson):
    lesson.with_suffix(".ipynb").unlink()
    assert notebooks.main([str(lesson)]) == 0
    assert lesson.with_suffix(".ipynb").exists()


# Bets


BET = '# %% [markdown] tags=["lang-en", "predict"]\n# How many words?\n\n'
FOLDED = {"outputs_hidden": True}


def unfold(notebook):
    """Run the answer to the bet and save, as JupyterLab does."""
    notebook.cells[3].metadata = nbformat.from_dict({"jupyter": {"outputs_hidden": False}})


def fold_another(notebook):
    notebook.cells[5].metadata = nbformat.from_dict({"collapsed": True, "jupyter": FOLDED})


@quickly
@pytest.mark.parametrize("change", [unfold, fold_another])
def test_what_follows_a_bet_is_folded_and_nothing_else(change, lesson):
    edit_script(lesson, "# %%\nfor word", f"{BET}# %%\nfor word")
    notebooks.make(lesson)
    folded = [cell.metadata.get("jupyter") for cell in notebook_of(lesson).cells]
    assert folded == [None, None, None, FOLDED, None, None, None]
    before = state_of(lesson)
    edit(lesson, change)
    assert notebooks.main([str(lesson)]) == 0
    assert state_of(lesson) == before


@quickly
def test_a_script_does_not_say_what_is_folded(lesson):
    edit_script(lesson, "# %%\nfor word", f"{BET}# %%\nfor word")
    notebooks.make(lesson)
    edit(lesson, lambda notebook: notebook.cells[3].update(source="print(2)"))
    assert notebooks.main(["--keep", str(lesson)]) == 0
    assert "# %%\nprint(2)\n" in lesson.read_text("utf-8")
    assert notebook_of(lesson).cells[3].metadata.jupyter == FOLDED


# What contents.py writes


@pytest.fixture
def renamed(lesson, monkeypatch):
    """Return the lesson, whose title is to be written by contents.py."""
    new = SCRIPT.replace("예 · Example", "다른 예 · Another")
    monkeypatch.setattr(contents, "outdated", lambda root=None: {lesson: new})
    return lesson


def test_a_new_title_loses_no_edits(renamed, monkeypatch, capsys):
    edit(renamed, type_an_answer)
    before = state_of(renamed)
    monkeypatch.setattr(notebooks, "all_scripts", list)
    for arguments in ([str(renamed)], []):  # to be run, and to get a new title alone
        assert notebooks.main(arguments) == 1
        assert "holds edits that its .py lacks" in capsys.readouterr().err
        assert state_of(renamed) == before


@quickly
def test_a_new_title_comes_with_edits_that_are_kept(renamed, monkeypatch):
    edit(renamed, type_an_answer)
    monkeypatch.setattr(
        contents,
        "outdated",
        lambda root=None: {
            renamed: renamed.read_text("utf-8").replace("예 · Example", "다른 예 · Another")
        },
    )
    assert notebooks.main(["--keep", str(renamed)]) == 0
    sources = [cell.source for cell in notebook_of(renamed).cells]
    assert sources[0] == "# 99 다른 예 · Another"
    assert sources[4] == "def answer(x):\n    return x + 1"


def test_what_contents_writes_is_carried_without_a_run(renamed, monkeypatch):
    monkeypatch.setattr(notebooks, "execute", lambda *_: pytest.fail("it was run"))
    path = renamed.with_suffix(".ipynb")
    before = notebook_of(renamed)
    assert list(notebooks.update_contents([])) == [renamed, path]
    after = notebook_of(renamed)
    assert after.cells[0].source == "# 99 다른 예 · Another"
    assert after.cells[1:] == before.cells[1:]


def test_what_contents_writes_waits_for_the_run_of_changed_code(renamed, monkeypatch):
    new = contents.outdated()[renamed].replace("print(word", "print(word * 2")
    monkeypatch.setattr(contents, "outdated", lambda root=None: {renamed: new})
    assert list(notebooks.update_contents([])) == [renamed]


def test_what_contents_writes_waits_for_the_run_of_outputs_that_somebody_made(renamed):
    edit(renamed, run_it)
    assert list(notebooks.update_contents([])) == [renamed]
