"""Assignments for nbgrader: what students get, and which grades come out."""

import inspect
import json
import os
import re
import subprocess
import sys
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest

import assignments
from lessons import LESSONS, lesson_named, read_notebook
from tutorial_editions.language import LANGUAGES
from tutorial_helpers.exercises import reading

NBGRADER = Path(sys.prefix, "share", "nbgrader")  # where .ci/run puts it
PATHS = [script.with_suffix(".ipynb") for script in LESSONS]
MANY_PROCESSES = lesson_named("many_processes").with_suffix(".ipynb")
HANGUL = "[가-힣]"
EACH = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
IN_EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def of_nbgrader(notebook):
    """Return the cells that nbgrader knows, by their grade_id."""
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }


def released(notebook):
    """Return all text of a notebook without solutions and hidden tests, as nbgrader cuts them."""
    text = "\n".join(cell.source for cell in notebook.cells)
    for region in ("SOLUTION", "HIDDEN TESTS"):
        text = re.sub(rf"(?s)### BEGIN {region}\n.*?### END {region}", "", text)
    return text


def region(cell, name):
    """Return what is between the two marks of a region."""
    return re.search(rf"(?s)### BEGIN {name}\n(.*)\n### END {name}$", cell.source)[1]


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
        else:
            assert region(cell, "HIDDEN TESTS") not in text
            assert re.fullmatch(r"#.*\n", left)
    assert not re.search("<details>|demand_right|reference", text)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)


@EACH
def test_what_is_graded_demands_a_right_answer_and_tells_the_mistake(path, monkeypatch):
    monkeypatch.setattr(reading, "is_taken", lambda answer: False)
    cells = of_nbgrader(assignments.assignment_of(path, "en"))
    for exercise in assignments.exercises_of(path):
        tests = region(cells[exercise.name], "HIDDEN TESTS")
        exec(tests, {assignments.answer_of(exercise): exercise.reference})
        with pytest.raises(AssertionError) as refused:
            exec(tests, {assignments.answer_of(exercise): exercise.mistakes[0].answer})
        assert str(refused.value) == "\n".join(exercise.mistakes[0].says)


@IN_EACH_LANGUAGE
@EACH
def test_one_language_is_read_and_spoken(path, language):
    notebook = assignments.assignment_of(path, language)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
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
    assert re.search(rf"{HANGUL}.*\nLesson 00 lacks .* check_sum_of_squares", str(refused.value))


# Grades


LOUD = """\
import logging
import os
import warnings

logging.basicConfig()
warnings.warn("on purpose")


"""
NOISE = """
    warnings.warn("on purpose")
    logging.warning("on purpose")
    os.write(2, b"on purpose")
"""


def written_as(name, answer):
    """Return an answer as a learner writes it, under the name that the exercise asks for."""
    return re.sub(rf"\b{answer.__name__}\b", name, inspect.getsource(answer))


def mistake_of(exercise):
    """Return the first known mistake that is written out in itself."""
    return next(
        mistake
        for mistake in exercise.mistakes
        if inspect.isfunction(mistake.answer)
        and exercise.reference.__name__ not in inspect.getsource(mistake.answer)
    )


def answers(exercises):
    """Return what each student writes for each exercise; the blank student writes nothing."""
    by_student = {"right": {}, "wrong": {}, "loud": {}, "blank": {}}
    for exercise in exercises:
        name = exercise.name.removeprefix("check_")
        right = written_as(name, exercise.reference)
        first, rest = right.split("\n", 1)
        by_student["right"][name] = right
        by_student["wrong"][name] = written_as(name, mistake_of(exercise).answer)
        by_student["loud"][name] = LOUD + first + NOISE + rest
    return by_student


# nbgrader runs in a process of its own: it changes the folder, logging and warnings.
RUN = """
import json, sys
from nbgrader.apps import NbGrader, NbGraderAPI

app = NbGrader()
app.initialize([])
api = NbGraderAPI(config=app.config)
step, name, *students = sys.argv[1:]
results = [api.generate_assignment(name)] if step == "generate" else []
for student in students:
    results += [api.autograde(name, student), api.generate_feedback(name, student)]
for result in results:
    assert result["success"], result
found = {student: api.get_submission(name, student) for student in students}
grades = {student: (info["score"], info["max_score"]) for student, info in found.items()}
print(json.dumps(grades))
"""


def nbgrader(course, *arguments):
    """Run a step of nbgrader in the folder of a course and return the grades."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    packages = os.pathsep.join(filter(None, [str(NBGRADER), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=course,
        # nbgrader calls alembic by its name
        env=os.environ | {"PATH": programs, "PYTHONPATH": packages},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def hand_in(course, path, student, answers):
    """Put a released assignment with a student's answers where nbgrader collects them."""
    notebook = nbformat.read(course / "release" / path.stem / path.name, as_version=4)
    for name, code in answers.items():
        of_nbgrader(notebook)[name].source = code
    folder = course / "submitted" / student / path.stem
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / path.name)


@pytest.mark.ci
@pytest.mark.parametrize(
    ("path", "language"),
    [
        (PATHS[0], "ko"),
        pytest.param(MANY_PROCESSES, "en", marks=pytest.mark.release),
    ],
    ids=lambda value: getattr(value, "stem", value),
)
def test_nbgrader_gives_points_for_right_answers_and_tells_mistakes(path, language, tmp_path):
    if not (NBGRADER.exists() or find_spec("nbgrader")):
        pytest.skip("no nbgrader here, grades are not tried; .ci/run installs it")
    course = tmp_path / language
    assignments.main(["--output", str(tmp_path)])
    exercises = assignments.exercises_of(path)
    nbgrader(course, "generate", path.stem)
    release = (course / "release" / path.stem / path.name).read_text("utf-8")
    assert "demand_right" not in release
    for grade_id, cell in of_nbgrader(assignments.assignment_of(path, language)).items():
        shown = of_nbgrader(nbformat.reads(release, as_version=4))[grade_id].source
        assert shown.strip() == cell.source.partition("### BEGIN")[0].strip()

    by_student = answers(exercises)
    for student, written in by_student.items():
        hand_in(course, path, student, written)
    total = sum(exercise.minutes for exercise in exercises)
    assert nbgrader(course, "grade", path.stem, *by_student) == {
        "right": [total, total],
        "wrong": [0, total],
        "loud": [total, total],
        "blank": [0, total],
    }

    feedback = {
        path.parts[-3]: unescape(path.read_text("utf-8"))
        for path in (course / "feedback").rglob("*.html")
    }
    graded = nbformat.read(course / "autograded" / "wrong" / path.stem / path.name, as_version=4)
    for exercise in exercises:
        (error,) = of_nbgrader(graded)[exercise.name].outputs
        assert error.evalue == "\n".join(mistake_of(exercise).says)
        for words in mistake_of(exercise).says:
            assert words in feedback["wrong"]
            assert words not in feedback["right"]
    kept = nbformat.read(course / "autograded" / "right" / path.stem / path.name, as_version=4)
    shown = [output for cell in kept.cells for output in cell.get("outputs", [])]
    assert not [output for output in shown if output.output_type == "error"]
