"""What is published is what the .py say; what lies beside the lessons is left out."""

import re
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_output

import check
import contents
import lessons
import notebooks
import publishing
import storing
from cells import MADE, record_of
from copies import copy_course, run_script
from running import LeftAloneError

SCRIPT = """\
# %% [markdown]
# # {number} 예 · Example

# %%
import helper

print(1)

# %% tags=["nbval-ignore-output"]
def answer(x):
    return None
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Return the folder of a small course, whose notebooks are as they were made."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for number in ("00", "01"):
        script = folder / f"{number}_example.py"
        script.write_text(SCRIPT.format(number=number), encoding="utf-8")
        notebook = notebooks.carry(script)
        for place, cell in enumerate(notebook.cells[1:], start=1):
            cell.outputs = [new_output("stream", text=f"stored {place}\n")]
            cell.execution_count = place
        notebook.metadata[MADE] = record_of(notebook.cells)
        nbformat.write(notebook, script.with_suffix(".ipynb"))
    (folder / "helper.py").touch()
    take_for_the_course(folder, monkeypatch)
    monkeypatch.setattr(publishing, "execute", lambda *_: pytest.fail("a lesson was run"))
    return folder


def take_for_the_course(folder, monkeypatch):
    scripts = lessons.lessons_in(folder)
    for module in (lessons, publishing, storing, check):
        for name in {"LESSONS", "SCRIPTS"} & set(vars(module)):
            monkeypatch.setattr(module, name, scripts)
        monkeypatch.setattr(module, "GUIDES", [], raising=False)
    monkeypatch.setattr(lessons, "COURSE_GUIDE", scripts[0])


def edit(path, change):
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)


def type_an_answer(notebook):
    notebook.cells[2].source = "def answer(x):\n    return x + 1"


def what_it_showed(notebook):
    notebook.cells[2].outputs = [new_output("stream", text="the answer\n")]


def text_below(folder):
    return "\n".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())


# What is published


def test_the_notebooks_hold_what_the_scripts_say_and_the_stored_outputs(course, tmp_path):
    paths = publishing.publish(tmp_path / "out")
    names = [path.name for path in sorted((tmp_path / "out").iterdir())]
    ours = ["00_example.ipynb", "00_example.py", "01_example.ipynb", "01_example.py", "helper.py"]
    assert names == ours
    for path in paths:
        stored = nbformat.read(course / path.name, as_version=4)
        published = nbformat.read(path, as_version=4)
        assert published.cells == stored.cells
        assert set(published.metadata) == {"kernelspec", "language_info"}


def test_what_was_published_before_does_not_stay(course, tmp_path):
    publishing.publish(tmp_path / "out")
    (tmp_path / "out" / "02_gone.ipynb").touch()
    assert len(publishing.publish(tmp_path / "out")) == 2
    assert not (tmp_path / "out" / "02_gone.ipynb").exists()


@pytest.mark.parametrize("edited", [".ipynb", ".py"])
def test_a_difference_is_named_before_anything_is_written(edited, course, tmp_path):
    for number in ("00", "01"):
        path = course / f"{number}_example.ipynb"
        if edited == ".ipynb":
            edit(path, type_an_answer)
        else:
            text = SCRIPT.format(number=number).replace("None", "x + 1")
            path.with_suffix(".py").write_text(text, encoding="utf-8")
    with pytest.raises(LeftAloneError) as refused:
        publishing.publish(tmp_path / "out")
    said = str(refused.value)
    for number in ("00", "01"):
        path = course / f"{number}_example.ipynb"
        assert f"{path}와 {number}_example.py가 다릅니다.\n" in said
        assert f"{path} and {number}_example.py differ.\n" in said
    where = f"셀 2 · cell 2 ({edited}): 내용이 다름 · source differs: def answer(x):"
    assert said.count(where) == 2
    assert "make notebooks를 실행하세요." in said
    assert "Nothing was made. Run make notebooks" in said
    assert not (tmp_path / "out").exists()


def test_a_notebook_that_is_missing_or_torn_is_named(course, tmp_path):
    (course / "00_example.ipynb").unlink()
    (course / "01_example.ipynb").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(LeftAloneError) as refused:
        publishing.publish(tmp_path / "out")
    said = str(refused.value)
    assert "00_example.ipynb가 없습니다." in said
    assert "00_example.ipynb is missing." in said
    assert "01_example.ipynb cannot be read as a notebook." in said


def test_an_output_that_make_notebooks_did_not_store_is_made_anew(
    course, tmp_path, monkeypatch, capsys
):
    def run(notebook, path):
        for cell in notebook.cells[1:]:
            cell.outputs = [new_output("stream", text="run\n")]

    monkeypatch.setattr(publishing, "execute", run)
    edit(course / "00_example.ipynb", what_it_showed)
    publishing.publish(tmp_path / "out")
    assert "the answer" not in text_below(tmp_path / "out")
    assert "stored 2" in (tmp_path / "out" / "01_example.ipynb").read_text("utf-8")
    said = capsys.readouterr().err
    assert "00_example.ipynb의 출력은 make notebooks가 저장한 것이 아니므로" in said
    assert "00_example.ipynb has other outputs than make notebooks stored" in said
    assert "01_example" not in said


def test_an_answer_that_is_kept_in_a_script_is_not_published(course, monkeypatch, tmp_path):
    starter = SimpleNamespace(name="check_answer", lesson="00", starter=lambda x: None)
    monkeypatch.setattr(publishing, "EXERCISES", [starter])
    publishing.publish(tmp_path / "out")
    for path in (course / "00_example.py", course / "00_example.ipynb"):
        text = path.read_text("utf-8").replace("return None", "return x + 1")
        path.write_text(text, encoding="utf-8")
    with pytest.raises(LeftAloneError, match=r"빈칸으로(.|\n)*Put the blanks back(.|\n)*answer"):
        publishing.publish(tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_without_outputs_nothing_is_run(course, tmp_path):
    edit(course / "00_example.ipynb", what_it_showed)
    publishing.publish(tmp_path / "out", outputs=False)
    assert not re.search("the answer|stored", text_below(tmp_path / "out"))


# What lies beside the lessons


@pytest.mark.parametrize(
    "name",
    [
        "00_example-Copy1.ipynb",  # Duplicate in JupyterLab
        "00_example-Copy1.py",
        "00_example copy.py",  # in VS Code
        "00_example (1).ipynb",  # downloaded again
        "00_example.backup.py",
        "00_example-checkpoint.ipynb",
        "Untitled.ipynb",
        "02_without_a_script.ipynb",
        "2_example.py",
        "train.py",  # imported by nobody, though lessons import `train` from the helpers
    ],
)
def test_what_is_no_lesson_is_named_and_left_out(name, course, tmp_path, monkeypatch, capsys):
    script = course / "00_example.py"
    text = script.read_text("utf-8").replace("import helper", "import helper\nfrom a import train")
    script.write_text(text, encoding="utf-8")
    shutil.copy(course / f"00_example{Path(name).suffix}", course / name)
    take_for_the_course(course, monkeypatch)
    assert [path.name for path in lessons.strays()] == [name]
    storing.look_around()
    said = capsys.readouterr().err
    for words in ("수업이 아니므로 빼놓습니다", "Left out as no lessons"):
        assert re.search(rf"{words}.*: {re.escape(str(course / name))}\n", said)
    assert name not in {path.name for path in lessons.scripts_of(script)}


def test_two_lessons_with_one_number_are_refused_by_name(course, tmp_path, monkeypatch, capsys):
    for suffix in (".py", ".ipynb"):
        shutil.copy(course / f"01_example{suffix}", course / f"01_another{suffix}")
    take_for_the_course(course, monkeypatch)
    both = f"{course / '01_another.py'}, {course / '01_example.py'}"
    with pytest.raises(LeftAloneError) as refused:
        publishing.publish(tmp_path / "out")
    assert "번호가 같은 수업이 있습니다." in str(refused.value)
    assert str(refused.value).endswith(f"folder: {both}")
    with pytest.raises(LeftAloneError, match="Lessons have the same number"):
        contents.outdated(course.parent)
    assert check.main(["01"]) == 2
    assert both in capsys.readouterr().err
    assert notebooks.main([str(course / "01_another.py")]) == 1
    assert both in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("git"), reason="no git here, no repository to look at")
def test_the_repository_holds_nothing_but_lessons_in_their_folders():
    command = ["git", "ls-files", "notebooks", "docs"]
    done = subprocess.run(command, cwd=lessons.ROOT, capture_output=True, encoding="utf-8")
    ours = {lessons.ROOT / name for name in done.stdout.splitlines()}
    assert [path for path in lessons.strays() if path in ours] == []


# The commands


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Return a copy of the course."""
    folder = tmp_path_factory.mktemp("course")
    copy_course(folder)
    return folder


@pytest.mark.ci
@pytest.mark.parametrize("command", ["assignments", "editions"])
def test_an_answer_that_is_typed_into_a_notebook_is_not_published(command, copy):
    path = copy / "notebooks" / "00_whole_program.ipynb"
    before = path.read_text("utf-8")
    answer = before.replace("return None", "return ((y_pred - y) ** 2).sum()", 1)
    assert answer != before
    path.write_text(answer, encoding="utf-8")
    done = run_script(copy, f"tools/{command}.py")
    path.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert re.search(r"cell \d+ \(\.ipynb\): .*source differs", done.stdout)
    assert "Traceback" not in done.stdout
    assert not (copy / "dist").exists()


@pytest.mark.ci
def test_a_duplicate_changes_no_assignment(copy):
    def made():
        done = run_script(copy, "tools/assignments.py", "--output", str(copy / "out"))
        assert done.returncode == 0, done.stdout
        files = filter(Path.is_file, (copy / "out").rglob("*"))
        return done.stdout, {path.relative_to(copy): path.read_bytes() for path in files}

    _, before = made()
    duplicates = [
        shutil.copy(copy / f"notebooks/00_whole_program{suffix}", copy / f"notebooks/{name}")
        for suffix, name in ((".ipynb", "00_a-Copy1.ipynb"), (".py", "00_a-Copy1.py"))
    ]
    said, after = made()
    for path in duplicates:
        assert Path(path).name in said
        Path(path).unlink()
    assert after == before
