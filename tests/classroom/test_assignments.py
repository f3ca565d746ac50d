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
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import assignments
from lessons import LESSONS, ROOT, lesson_named, read_notebook
from proofreading.form import text_of
from tutorial_editions.language import LANGUAGES
from tutorial_helpers.exercises import EXERCISES

NBGRADER = Path(sys.prefix, "share", "nbgrader")  # where .ci/run puts it
PATHS = [script.with_suffix(".ipynb") for script in LESSONS]
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


def code_of(path):
    """Return the code of a lesson's cells by their ids."""
    return {
        cell.id: cell.source
        for cell in read_notebook(path.with_suffix(".py")).cells
        if cell.cell_type == "code"
    }


# Form


@IN_EACH_LANGUAGE
@EACH
def test_each_checked_exercise_has_a_cell_for_the_answer_and_one_that_is_graded(path, language):
    cells = of_nbgrader(assignments.assignment_of(path, language))
    expected = {}
    for exercise in EXERCISES:
        if exercise.lesson == path.name[:2]:
            answer = exercise.name.removeprefix("check_")
            expected |= {answer: exercise, exercise.name: exercise}
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
        assert exercise.minutes > 0


@IN_EACH_LANGUAGE
@EACH
def test_it_is_a_valid_notebook_without_outputs_and_with_plain_ids(path, language):
    notebook = assignments.assignment_of(path, language)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    for name in (*ids, *of_nbgrader(notebook)):
        assert re.fullmatch(r"[a-zA-Z0-9_-]+", name)
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@IN_EACH_LANGUAGE
@EACH
def test_a_release_has_blanks_and_neither_solutions_nor_tests(path, language):
    notebook = assignments.assignment_of(path, language)
    text = released(notebook)
    blanks = "\n".join(code_of(path).values())
    for grade_id, cell in of_nbgrader(notebook).items():
        left, begin, _ = cell.source.partition("### BEGIN")
        assert begin
        if cell.metadata.nbgrader.solution:
            right = region(cell, "SOLUTION")
            assert right not in text
            assert right.splitlines()[0] == left.splitlines()[0]
            assert left in blanks
            assert re.search(rf"^(def|class) {grade_id}\b", left)
        else:
            assert region(cell, "HIDDEN TESTS") not in text
            assert re.fullmatch(r"#.*\n", left)
    assert "<details>" not in text
    assert "demand_right" not in text
    assert "reference" not in text


@EACH
def test_the_right_answers_are_those_of_the_lesson(path):
    notebook = read_notebook(path.with_suffix(".py"))
    solutions = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    cells = of_nbgrader(assignments.assignment_of(path, "ko")).values()
    for cell in cells:
        if cell.metadata.nbgrader.solution:
            assert region(cell, "SOLUTION") in solutions


@EACH
def test_what_is_graded_demands_a_right_answer_and_is_quiet(path):
    for exercise in EXERCISES:
        if exercise.lesson == path.name[:2]:
            cell = of_nbgrader(assignments.assignment_of(path, "en"))[exercise.name]
            tests = region(cell, "HIDDEN TESTS")
            names = {exercise.name.removeprefix("check_"): exercise.reference}
            exec(tests, names)
            names = {exercise.name.removeprefix("check_"): exercise.mistakes[0].answer}
            with pytest.raises(AssertionError) as refused:
                exec(tests, names)
            assert str(refused.value) == "\n".join(exercise.mistakes[0].says)


def test_what_an_answer_writes_to_stderr_is_not_seen(capfd):
    (exercise, *_) = EXERCISES
    cell = of_nbgrader(assignments.assignment_of(PATHS[0], "en"))[exercise.name]
    stream = sys.stderr

    def loud(losses):
        print("on purpose", file=stream)  # as a handler of logging does, which keeps its stream
        return exercise.reference(losses)

    exec(region(cell, "HIDDEN TESTS"), {"first_step_below_1": loud})
    assert capfd.readouterr().err == ""
    print("seen", file=stream)
    assert capfd.readouterr().err == "seen\n"


@EACH
def test_one_language_is_read_and_spoken(path):
    for language in LANGUAGES:
        notebook = assignments.assignment_of(path, language)
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                assert bool(re.search(HANGUL, cell.source)) == (language == "ko"), cell.source
        assert f'setup_notebook("{language}")' in released(notebook)


@EACH
def test_the_exercises_stand_after_code_of_the_lesson(path):
    lesson = code_of(path)
    notebook = assignments.assignment_of(path, "en")
    place = [cell.source for cell in notebook.cells].index("## Exercises")
    assert notebook.cells[0].source.startswith(f"# {path.name[:2]} ")
    for cell in notebook.cells[:place]:
        if cell.cell_type == "code":
            assert cell.source.replace('("en")', "()") == lesson[cell.id]
    assert not any(cell.source.startswith("## ") for cell in notebook.cells[place + 1 :])


@pytest.mark.parametrize(
    ("cells", "last", "needed"),
    [
        (["a = 1", "a = 2"], "a", [1]),
        (["a = 1", "a += 1"], "a", [0, 1]),
        (["a = {}", "a['b'] = 1", "c = 1"], "a", [0, 1]),
        (["import a", "b = 1"], "1", [0]),
        (["def f():\n    return b", "b = 1", "c = f()"], "c", [0, 1, 2]),
        (["def f():\n    b = 1\n    return b", "b = 1"], "f()", [0]),
        (["t = 5", "for t in range(3):\n    a = t"], "a", [1]),
        (["m = 1", "with open(m) as file:\n    file.read()"], "file", [0, 1]),
        (["def f(): pass", "f().g()"], "f", [0]),
        (["a = 1", "class C:\n    def g(self):\n        return a", "C"], "C()", [0, 1]),
    ],
)
def test_code_is_kept_if_it_is_needed(cells, last, needed):
    assert sorted(assignments.needed_code(cells, [last])) == needed


# Files


def test_the_same_input_gives_the_same_bytes_and_every_file_is_written(tmp_path, capsys):
    assert assignments.main(["--output", str(tmp_path)]) == 0
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*.*")
        if path.is_file()
    }
    assert written == dict(assignments.files_of(PATHS))
    for language in LANGUAGES:
        settings = written[f"{language}/nbgrader_config.py"].decode()
        compile(settings, "nbgrader_config.py", "exec")
        assert f'course_id = "torch-nn-{language}"' in settings
        for path in PATHS:
            notebook = written[f"{language}/source/{path.stem}/{path.name}"]
            assert notebook.endswith(b"}\n")
            assert json.loads(notebook)["nbformat"] == 4
        folder = f"{language}/source/{lesson_named('many_processes').stem}"
        script = written[f"{folder}/train_with_ddp.py"]
        assert script == (ROOT / "notebooks" / "train_with_ddp.py").read_bytes()
    assert str(tmp_path) in capsys.readouterr().out


@pytest.mark.parametrize("lost", ["blank", "solution", "definition"])
def test_a_lesson_without_a_blank_or_a_solution_is_refused_in_both_languages(lost, tmp_path):
    notebook = read_notebook(LESSONS[0])
    for cell in notebook.cells:
        if lost == "solution" and "```python\ndef sum_of_squares" in cell.source:
            cell.source = "..."
        if cell.cell_type == "code" and cell.source.startswith("def sum_of_squares"):
            if lost == "blank":
                cell.source = "..."
            elif lost == "definition":
                cell.source = "check_sum_of_squares(sum_of_squares)"
    nbformat.write(notebook, tmp_path / PATHS[0].name)
    with pytest.raises(assignments.NotInLessonError, match="check_sum_of_squares") as refused:
        assignments.assignment_of(tmp_path / PATHS[0].name, "en")
    assert re.search(HANGUL, str(refused.value))
    assert "Lesson 00 lacks" in str(refused.value)


def test_a_lesson_without_checked_exercises_makes_no_assignment(tmp_path):
    path = tmp_path / "99_small.ipynb"
    nbformat.write(new_notebook(cells=[new_markdown_cell("# 99"), new_code_cell("1")]), path)
    assert list(dict(assignments.files_of([path]))) == [
        f"{language}/nbgrader_config.py" for language in LANGUAGES
    ]


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
        pytest.param(
            lesson_named("many_processes").with_suffix(".ipynb"), "en", marks=pytest.mark.release
        ),
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

    right, wrong = (
        unescape(
            (course / "feedback" / student / path.stem / f"{path.stem}.html").read_text("utf-8")
        )
        for student in ("right", "wrong")
    )
    graded = nbformat.read(course / "autograded" / "wrong" / path.stem / path.name, as_version=4)
    for exercise in exercises:
        (error,) = of_nbgrader(graded)[exercise.name].outputs
        assert error.evalue == "\n".join(mistake_of(exercise).says)
        for words in mistake_of(exercise).says:
            assert words in wrong
            assert words not in right
    kept = nbformat.read(course / "autograded" / "right" / path.stem / path.name, as_version=4)
    for cell in kept.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error", (cell.source, text_of(output))
