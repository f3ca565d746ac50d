"""Assignments for nbgrader: what they hold, and what students get of it."""

import re

import nbformat
import pytest
from torch import nn

import assignments
import claims
from lessons import LESSONS, lesson_named, read_notebook
from proofreading.once import FORMULAS
from tutorial_editions.language import LANGUAGES
from tutorial_helpers.exercises.messages import FINDINGS

PATHS = [script.with_suffix(".ipynb") for script in LESSONS]
MANY_PROCESSES = lesson_named("many_processes").with_suffix(".ipynb")
HANGUL = "[가-힣]"
EACH = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
IN_EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def of_nbgrader(notebook):
    """Return the cells of answers and checks, by the names that nbgrader knows."""
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
        if cell.metadata.nbgrader.grade or cell.metadata.nbgrader.solution
    }


def released(notebook):
    """Return all text of a notebook without solutions and hidden tests, as nbgrader cuts them."""
    text = "\n".join(cell.source for cell in notebook.cells)
    for region in ("SOLUTION", "HIDDEN TESTS"):
        text = re.sub(rf"(?s)### BEGIN {region}\n.*?### END {region}", "", text)
    return text


def region(cell, name):
    """Return what is between the two marks of a region."""
    return re.search(rf"(?s)### BEGIN {name}\n(.*)\n### END {name}\b", cell.source)[1]


# Form


@IN_EACH_LANGUAGE
@EACH
def test_each_checked_exercise_has_a_cell_for_the_answer_and_one_that_is_graded(path, language):
    notebook = assignments.assignment_of(path, language)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    expected = {}
    for exercise in assignments.exercises_of(path):
        expected |= {assignments.answer_of(exercise): exercise, exercise.name: exercise}
    cells = of_nbgrader(notebook)
    assert list(cells) == list(expected)
    for grade_id, cell in cells.items():
        exercise = expected[grade_id]
        graded = grade_id == exercise.name
        about = dict(cell.metadata.nbgrader)
        assert about.pop("points", None) == (exercise.minutes if graded else None)
        assert about == {
            "schema_version": 3,
            "grade": graded,
            "locked": graded,
            "solution": not graded,
            "task": False,
            "grade_id": grade_id,
        }


@IN_EACH_LANGUAGE
@EACH
def test_a_release_has_the_blanks_of_the_lesson_and_neither_solutions_nor_tests(path, language):
    lesson, notebook = read_notebook(path), assignments.assignment_of(path, language)
    prose, code = (
        "\n".join(cell.source for cell in lesson.cells if cell.cell_type == kind)
        for kind in ("markdown", "code")
    )
    text = released(notebook)
    for grade_id, cell in of_nbgrader(notebook).items():
        left, begin, _ = cell.source.partition("### BEGIN")
        assert begin
        if cell.metadata.nbgrader.solution:
            right = region(cell, "SOLUTION")
            assert right in prose
            assert right not in text
            assert left in code
            assert re.search(rf"^(def|class) {grade_id}\b", left)
    assert not re.search("<details>|put_back|reference", text)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)


@EACH
def test_students_see_a_check_that_demands_a_right_answer(path):
    cells = of_nbgrader(assignments.assignment_of(path, "en"))
    right = claims.about(path.name[:2]).RIGHT
    for exercise in assignments.exercises_of(path):
        name = assignments.answer_of(exercise)
        hidden = region(cells[exercise.name], "HIDDEN TESTS")
        shown = cells[exercise.name].source.replace(hidden, "")
        exec(shown, {name: right[exercise.name][0]})
        names = {"nn": nn}
        exec(cells[name].source.partition("### BEGIN")[0], names)
        with pytest.raises(AssertionError) as refused:
            exec(shown, names)
        assert str(refused.value) == "\n".join(FINDINGS["blank"])
        assert "raises-exception" in cells[exercise.name].metadata.tags, "Run All stops here"


@EACH
def test_the_code_that_is_given_is_locked(path):
    notebook = assignments.assignment_of(path, "en")
    section = [cell.source for cell in notebook.cells].index("## Exercises")
    for i, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            given = i < section or cell.id.endswith("-before") or cell.id.startswith("check_")
            assert cell.metadata.get("nbgrader", {}).get("locked", False) == given, cell.source


@IN_EACH_LANGUAGE
@EACH
def test_one_language_is_read_and_spoken(path, language):
    notebook = assignments.assignment_of(path, language)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not re.fullmatch(FORMULAS, cell.source):
            assert bool(re.search(HANGUL, cell.source)) == (language == "ko"), cell.source
    assert f'setup_notebook("{language}")' in released(notebook)


@EACH
def test_the_exercises_stand_after_code_of_the_lesson(path):
    code = [cell.source for cell in read_notebook(path).cells if cell.cell_type == "code"]
    cells = assignments.assignment_of(path, "en").cells
    place = [cell.source for cell in cells].index("## Exercises")
    assert cells[0].source.startswith(f"# {path.name[:2]} ")
    before = [cell.source for cell in cells[:place] if cell.cell_type == "code"]
    assert {source.replace('("en")', "()") for source in before} <= {*code}
    assert not any(cell.source.startswith("## ") for cell in cells[place + 1 :])


@pytest.mark.parametrize(
    ("cells", "last", "needed"),
    [
        (["a = 1", "a = 2"], "a", [1]),
        (["a = 1", "a += 1"], "a", [0, 1]),
        (["a = {}", "a['b'] = 1", "c = 1"], "a", [0, 1]),
        (["import a", "b = 1"], "1", [0]),
        (["def f():\n    return b", "b = 1", "c = f()"], "c", [0, 1, 2]),
        (["t = 5", "for t in range(3):\n    a = t"], "a", [1]),
        (["a = 1", "class C:\n    def g(self):\n        return a", "C"], "C()", [0, 1]),
    ],
)
def test_code_is_kept_if_it_is_needed(cells, last, needed):
    assert sorted(assignments.needed_code(cells, [last])) == needed


# Files


def test_every_file_is_written(tmp_path, capsys):
    assert assignments.main(["--output", str(tmp_path)]) == 0
    assert str(tmp_path) in capsys.readouterr().out
    for name, content in assignments.files_of(PATHS):
        assert (tmp_path / name).read_bytes() == content
    for language in LANGUAGES:
        settings = (tmp_path / language / "nbgrader_config.py").read_text("utf-8")
        compile(settings, "nbgrader_config.py", "exec")
        assert f'course_id = "torch-nn-{language}"' in settings
        source = tmp_path / language / "source"
        assert all((source / path.stem / path.name).is_file() for path in PATHS)
        assert (source / MANY_PROCESSES.stem / "train_with_ddp.py").is_file()


@pytest.mark.parametrize(
    ("kind", "lost", "left"),
    [
        ("code", "def sum_of_squares", "..."),
        ("code", "def sum_of_squares", "check_sum_of_squares(sum_of_squares)"),
        ("markdown", "def sum_of_squares", "..."),
    ],
    ids=["blank", "definition", "solution"],
)
def test_a_lesson_without_a_blank_or_a_solution_is_refused(kind, lost, left, tmp_path):
    notebook = read_notebook(LESSONS[0])
    for cell in notebook.cells:
        if cell.cell_type == kind and lost in cell.source:
            cell.source = left
    nbformat.write(notebook, tmp_path / PATHS[0].name)
    with pytest.raises(assignments.NotInLessonError) as refused:
        assignments.assignment_of(tmp_path / PATHS[0].name, "en")
    assert re.search(rf"{HANGUL}.*\nLesson \d\d lacks .* check_sum_of_squares", str(refused.value))
