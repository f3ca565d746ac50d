"""The grades of a class: nbgrader grades all students at once, and each gets what it should."""

import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest

import assignments
import claims
from lessons import LESSONS, lesson_named

NBGRADER = Path(sys.prefix, "share", "nbgrader")  # where .ci/run puts it
FIRST_LESSON = LESSONS[0].with_suffix(".ipynb")
MANY_PROCESSES = lesson_named("many_processes").with_suffix(".ipynb")
# Seconds for a cell, and for what it still prints
LIMITS = ["--Execute.timeout=12", "--Execute.iopub_timeout=4"]

pytestmark = pytest.mark.skipif(
    not (NBGRADER.exists() or find_spec("nbgrader")),
    reason="no nbgrader here, grades are not tried; .ci/run installs it",
)


# Students


class Student(NamedTuple):
    """What a student does to a notebook with right answers, and what comes of it.

    Attributes
    ----------
    does : callable
        ``does(cells, i)`` changes the list of cells, in which i is the place of the answer to
        the first exercise.
    right : bool or None
        Whether this exercise gets its points; None if nothing is graded.
    says : tuple of str
        What stands in the feedback, or for the teacher if nothing is graded.
    """

    does: Callable
    right: bool | None = True
    says: tuple = ()


def writes(code, right=True, says=()):
    """Return a student who writes code in which RIGHT is the right answer and NAME its name."""

    def does(cells, i):
        name = cells[i].metadata.nbgrader.grade_id
        cells[i].source = code.replace("RIGHT", cells[i].source).replace("NAME", name)

    return Student(does, right, says)


def copies(cells, i):
    cells.insert(i + 1, deepcopy(cells[i]))
    cells[i + 1].id = "copy"
    cells[i].source = cells[i].source.replace("return", "return None #")


def splits(cells, i):
    cells.insert(i + 1, deepcopy(cells[i]))
    cells[i + 1].id = "second-half"
    cells[i].source, cells[i + 1].source = cells[i].source.split("\n", 1)


def deletes_the_check(cells, i):
    name = f"check_{cells[i].metadata.nbgrader.grade_id}"
    (place,) = [k for k, cell in enumerate(cells) if cell.id == name]
    del cells[place]


HOW_MANY = next(
    mistake
    for mistake in assignments.exercises_of(FIRST_LESSON)[0].mistakes
    if mistake.answer.__name__ == "how_many"
)
NO_ANSWER = ("확인할 답이 없습니다.", "There is no answer to check.")
LOUD = """\
import logging, os, sys, warnings
logging.basicConfig()
RIGHT
inner = NAME
def NAME(*arguments):
    warnings.warn("on purpose")
    logging.warning("on purpose")
    os.write(2, b"on purpose")
    return inner(*arguments)
for _ in range(20):
    print("x" * 10**6)
"""
CLASS = {
    "blank": writes(
        "def NAME(losses):\n    return None  # 여기를 고치세요 · change this",
        False,
        ("아직 풀지 않은 연습입니다.", "Not attempted yet."),
    ),
    "blocks": writes(
        "RIGHT\nsum(range(10**12))",
        False,
        ("시간이 다 되어도 멈추지 않아서", "did not stop when its time was up", *NO_ANSWER),
    ),
    "copies": Student(copies),
    "deletes": Student(deletes_the_check, True, ("제자리에 다시 두고", "were put back in place")),
    "ends": writes(
        "RIGHT\nimport os\nos._exit(0)",
        False,
        ("Python이 꺼졌거나", "Python ended or", *NO_ANSWER),
    ),
    "fills": writes(
        "RIGHT\nfull = b'1' * 2**31", False, ("메모리가 모자라게", "short of memory", *NO_ANSWER)
    ),
    "honest": Student(lambda cells, i: None),
    "loops": writes(
        "RIGHT\nwhile True:\n    pass",
        True,
        ("12초 안에 끝나지 않아서", "not done within 12 seconds"),
    ),
    "loud": writes(LOUD, True, ("출력이 너무 많아서", "too much output")),
    "miscounts": writes(
        inspect.getsource(HOW_MANY.answer).replace(HOW_MANY.answer.__name__, "NAME"),
        False,
        HOW_MANY.says,
    ),
    "misnames": Student(lambda cells, i: None, None, ("Skipping unknown notebook", " (1).ipynb")),
    "mistakes": writes("def NAME(losses:\n    return 0", False, ("SyntaxError", *NO_ANSWER)),
    "overwrites": writes("torch.manual_seed = 2\ndef NAME(losses):\n    return 'no'", False),
    "splits": Student(splits),
    "unreadable": Student(
        lambda cells, i: None, None, ("노트북으로 읽을 수 없어서", "cannot be read as a notebook")
    ),
}


def right_answers(path):
    """Return right answers as students write them, under the names that exercises ask for."""
    answers = {}
    known = claims.about(path.name[:2])
    for exercise in assignments.exercises_of(path):
        answer = known.RIGHT[exercise.name][0]
        name = assignments.answer_of(exercise)
        answers[name] = re.sub(rf"\b{answer.__name__}\b", name, inspect.getsource(answer)).strip()
    return answers


def done_by(course, path, does=lambda cells, i: None):
    """Return a released assignment with right answers, changed by a student."""
    notebook = nbformat.read(course / "release" / path.stem / path.name, as_version=4)
    places = {
        cell.metadata.nbgrader.grade_id: i
        for i, cell in enumerate(notebook.cells)
        if "nbgrader" in cell.metadata
    }
    answers = right_answers(path)
    for name, answer in answers.items():
        notebook.cells[places[name]].source = answer
    does(notebook.cells, places[next(iter(answers))])
    return notebook


def hand_in(course, path, student, does=lambda cells, i: None):
    """Put what a student has done where it is collected."""
    notebook = done_by(course, path, does)
    notebook.metadata.kernelspec.name = "conda-env-torch-py"  # as an extension of conda does
    folder = course / "submitted" / student / path.stem
    folder.mkdir(parents=True)
    (folder / "torch.py").write_text("raise SystemExit", "utf-8")  # what a student tried out
    name = f"{path.stem} (1).ipynb" if student == "misnames" else path.name
    text = "<!DOCTYPE html>" if student == "unreadable" else nbformat.writes(notebook)
    (folder / name).write_text(text, "utf-8")


# nbgrader


def run(course, *arguments):
    """Run Python in the folder of a course; return its exit status and what it prints."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    packages = os.pathsep.join(filter(None, [str(NBGRADER), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=course,
        # nbgrader calls alembic by its name
        env=os.environ | {"PATH": programs, "PYTHONPATH": packages, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def released(folder, path, language):
    """Return the folder of a course in which an assignment is released."""
    for name, content in assignments.files_of([path]):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    status, log = run(folder / language, "-m", "nbgrader", "generate_assignment", path.stem)
    assert status == 0, log
    return folder / language


SCORES = """
import json
from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db") as book:
    scores = {
        submission.student.id: {grade.name: grade.score for grade in notebook.grades}
        for assignment in book.assignments
        for submission in assignment.submissions
        for notebook in submission.notebooks
    }
print(json.dumps(scores))
"""


class Graded(NamedTuple):
    """What comes of grading a class."""

    status: int
    log: str
    scores: dict
    feedback: dict


def graded(course, path):
    """Grade all that was handed in, in one run."""
    status, log = run(course, "-m", "nbgrader", "autograde", path.stem, *LIMITS)
    failed, more = run(course, "-m", "nbgrader", "generate_feedback", path.stem)
    assert failed == 0, more
    scores = json.loads(run(course, "-c", SCORES)[1].splitlines()[-1])
    feedback = {
        page.parts[-3]: unescape(page.read_text("utf-8"))
        for page in (course / "feedback").rglob("*.html")
    }
    return Graded(status, log, scores, feedback)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return the folder of a Korean course with the first lesson's exercises."""
    return released(tmp_path_factory.mktemp("course"), FIRST_LESSON, "ko")


@pytest.fixture(scope="module")
def graded_class(course):
    """Return the grades of the class."""
    for name, student in CLASS.items():
        hand_in(course, FIRST_LESSON, name, student.does)
    return graded(course, FIRST_LESSON)


def expected(path, first=True):
    """Return the points for each exercise, depending on whether the first is right."""
    points = {exercise.name: exercise.minutes for exercise in assignments.exercises_of(path)}
    return points | ({} if first else {next(iter(points)): 0})


@pytest.mark.ci
@pytest.mark.parametrize("name", CLASS)
def test_each_student_of_a_class_gets_what_it_should(name, graded_class):
    student = CLASS[name]
    if student.right is None:
        assert name not in graded_class.feedback
        said = graded_class.log
    else:
        assert graded_class.scores[name] == expected(FIRST_LESSON, student.right)
        said = graded_class.feedback[name]
    for words in student.says:
        assert words in said


@pytest.mark.ci
def test_the_teacher_is_told_who_is_not_graded(graded_class):
    assert graded_class.status == 1
    told = re.findall(r"error processing assignment '.*' for student '(.*)'", graded_class.log)
    assert told == [name for name, student in CLASS.items() if student.right is None]


@pytest.mark.ci
def test_nothing_is_said_of_an_honest_student_and_no_page_is_huge(graded_class):
    page = graded_class.feedback["honest"]
    for words in (
        "most recent call last",
        "AssertionError",
        "채점에 필요한 셀",
        "출력이 너무 많아서",
    ):
        assert words not in page
    assert all(len(page) < 10**6 for page in graded_class.feedback.values())


@pytest.mark.ci
def test_students_get_blanks_and_checks_and_can_delete_nothing_that_is_given(course):
    release = course / "release" / FIRST_LESSON.stem / FIRST_LESSON.name
    cells = nbformat.read(release, as_version=4).cells
    source = assignments.assignment_of(FIRST_LESSON, "ko").cells
    for cell, whole in zip(cells, source, strict=True):
        hidden = r"(?s)### BEGIN (SOLUTION|HIDDEN TESTS)\n.*?### END \1\n?"
        assert cell.source.strip() == re.sub(hidden, "", whole.source).strip()
        if "nbgrader" in cell.metadata:
            assert cell.metadata.deletable is False


VALIDATE = """
import json, sys
from nbgrader.validator import Validator

results = [Validator().validate(path) for path in sys.argv[1:]]
print(json.dumps([[cell["raw_error"] for cell in found.get("failed", [])] for found in results]))
"""


@pytest.mark.ci
def test_validate_tells_students_what_they_will_be_told(course, tmp_path):
    nbformat.write(done_by(course, FIRST_LESSON), tmp_path / "right.ipynb")
    wrong = done_by(course, FIRST_LESSON, CLASS["miscounts"].does)
    nbformat.write(wrong, tmp_path / "wrong.ipynb")
    files = course / "release" / FIRST_LESSON.stem / FIRST_LESSON.name, "wrong.ipynb", "right.ipynb"
    status, output = run(tmp_path, "-c", VALIDATE, *map(str, files))
    assert status == 0, output
    blank, (told,), right = json.loads(output.splitlines()[-1])
    assert len(blank) == len(assignments.exercises_of(FIRST_LESSON))
    assert all("아직 풀지 않은" in error and "Not attempted yet" in error for error in blank)
    assert all(words in told for words in HOW_MANY.says)
    assert right == []


@pytest.mark.release
def test_an_english_class_on_many_processes_is_graded(tmp_path):
    course = released(tmp_path, MANY_PROCESSES, "en")
    hand_in(course, MANY_PROCESSES, "right")
    hand_in(course, MANY_PROCESSES, "loud", writes(LOUD).does)
    hand_in(course, MANY_PROCESSES, "wrong", writes("def NAME(*arguments):\n    return 0").does)
    grades = graded(course, MANY_PROCESSES)
    assert grades.status == 0, grades.log
    right = expected(MANY_PROCESSES)
    wrong = expected(MANY_PROCESSES, first=False)
    assert grades.scores == {"loud": right, "right": right, "wrong": wrong}
    assert "Not right" in grades.feedback["wrong"] or "The result" in grades.feedback["wrong"]
