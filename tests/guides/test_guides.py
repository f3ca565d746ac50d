"""The guides for teachers: written like lessons, and true of their lessons."""

import re

import jupytext
import pytest

from lessons import COURSE_GUIDE, GUIDES, LESSONS, guide_of, read_notebook
from proofreading import once, pairs, reading, stored, twice, words, written
from tutorial_helpers.exercises import EXERCISES, print_known_mistakes

ALL = [*GUIDES, COURSE_GUIDE]
RULES = [
    stored.is_executed_in_order,
    stored.keeps_no_errors,
    stored.keeps_only_tags_and_kernel,
    written.keeps_cells_short,
    once.shares_no_prose,
    once.displays_formulas_once,
    pairs.pairs_its_languages,
    twice.says_the_same_twice,
    words.uses_the_glossary,
    words.avoids_bad_habits,
]
SECTIONS = [
    "목표 · Goals",
    "준비 · Before class",
    "50분 계획 · A plan for 50 minutes",
    "수업 줄이기와 늘리기 · Shorter and longer",
    "함께 입력할 코드 · Typing together",
    "질문과 좋은 답 · Questions and good answers",
    "흔한 잘못 · Usual mistakes",
    "먼저 끝낸 학생 · Students who finish early",
    "칠판 그림 · On the board",
]
by_guide = pytest.mark.parametrize("guide", ALL, ids=lambda path: path.stem)
by_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@by_guide
def test_a_guide_keeps_the_rules_of_lessons(guide, rule):
    assert list(rule(read_notebook(guide))) == []


@by_guide
def test_script_and_notebook_hold_the_same_cells(guide):
    ours, theirs = (reading.cells_of(read(guide)) for read in (jupytext.read, read_notebook))
    assert ours == theirs, "run: make notebooks"


def test_each_guide_belongs_to_a_lesson():
    assert {guide.stem for guide in GUIDES} <= {lesson.stem for lesson in LESSONS}


@by_lesson
def test_each_lesson_has_a_guide_with_all_sections(lesson):
    cells = read_notebook(guide_of(lesson)).cells
    assert cells[0].source.startswith(f"# {lesson.stem[:2]} ")
    headings = [cell.source[3:] for cell in cells if cell.source.startswith("## ")]
    assert headings == SECTIONS


def rows_of(guide, language):
    """Return the rows of the tables whose first column holds minutes, table by table."""
    tables = [
        re.findall(r"(?m)^\| (\d+) \| (.+?) \|", cell.source)
        for _, cell in reading.language_cells(read_notebook(guide), language)
    ]
    return list(filter(None, tables))


@pytest.mark.parametrize("language", ["ko", "en"])
@by_lesson
def test_the_minutes_of_a_plan_add_up_and_its_parts_are_the_lesson_s(lesson, language):
    (plan,) = rows_of(guide_of(lesson), language)
    assert sum(int(minutes) for minutes, _ in plan) == 50
    headings = {"ko": {"첫머리"}, "en": {"Opening"}}[language]
    for cell in read_notebook(lesson).cells:
        if match := re.fullmatch(r"#{2,3} (.+) · (.+)", cell.source):
            headings.add(match[1 if language == "ko" else 2])
    for _, parts in plan:
        for part in re.split(r", (?=[^a-z])", parts):
            assert part.partition(":")[0] in headings


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_minutes_of_the_longer_courses_add_up(language):
    totals = [sum(int(minutes) for minutes, _ in plan) for plan in rows_of(COURSE_GUIDE, language)]
    assert totals[:2] == [240, 420]


@by_lesson
def test_the_mistakes_are_those_that_the_exercises_know(lesson):
    cells = read_notebook(guide_of(lesson)).cells
    printed = "".join(output.text for cell in cells for output in cell.get("outputs", []))
    known = [exercise for exercise in EXERCISES if exercise.lesson == lesson.stem[:2]]
    assert known
    for exercise in known:
        for mistake in exercise.mistakes:
            assert all(words in printed for words in mistake.says)


def test_an_unknown_lesson_is_named_in_both_languages():
    with pytest.raises(ValueError, match=r"(?s)수업 '99'에는.*Lesson '99' has no ex") as error:
        print_known_mistakes("99")
    assert str(error.value).endswith(f", {EXERCISES[-1].lesson}")
