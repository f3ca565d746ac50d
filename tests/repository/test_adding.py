"""A lesson with an exercise, added to a copy of the course by the steps of CONTRIBUTING.md."""

import re
from pathlib import Path

import pytest

from copies import copy_course, run_pytest, run_script
from lessons import LESSONS, NEW_LESSON, ROOT, guide_of

pytestmark = pytest.mark.ci

NEW = f"{int(LESSONS[-1].stem[:2]) + 1:02}_new_lesson"

PAIR = """\
# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# {ko}
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# {en}
#
# </div>

"""
IN_THE_LESSON = f"""\
{PAIR.format(ko="**연습 2.** 행이 몇 개인지 돌려줍니다.", en="**Exercise 2.** Count the rows.")}\
# %%
from tutorial_helpers.exercises import check_count_rows


def count_rows(x):
    return None  # 여기를 고치세요 · change this


check_count_rows(count_rows)

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# ```python
# def count_rows(x):
#     return x.shape[0]
#
#
# check_count_rows(count_rows)
# ```
#
# </details>

"""
EXERCISE = f"""\
from tutorial_helpers.exercises.cases import tensors
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def count_rows(x):
    return x.shape[0]


def _starter(x):
    return None


def columns(x):
    return x.shape[1]


def axes(x):
    return x.dim()


def numbers(x):
    return x.numel()


LOOK = Text("텐서의 모양을 출력해 보세요.", "Print the shape of the Tensor.")

check_count_rows = Exercise(
    name="check_count_rows",
    lesson="{NEW[:2]}",
    minutes=2,
    asks=Text("텐서의 행이 몇 개인지 돌려줍니다.", "Return how many rows a Tensor has."),
    why=Text("행 하나가 샘플 하나입니다.", "Each row is a sample."),
    starter=_starter,
    reference=count_rows,
    cases=[lambda: tensors(0, (3, 4)), lambda: tensors(1, (5, 7))],
    mistakes=[
        Mistake(columns, Text("열을 세었습니다.", "These are the columns."), LOOK),
        Mistake(axes, Text("차원을 세었습니다.", "These are the dimensions."), LOOK),
        Mistake(numbers, Text("수를 모두 세었습니다.", "These are all the numbers."), LOOK),
    ],
    hints=[LOOK, Text("모양의 첫 수를 보세요.", "Look at the first number of the shape.")],
)
"""
RIGHT_ANSWERS = """\
def rows_by_len(x):
    return len(x)


def rows_by_size(x):
    return x.size(0)


RIGHT = {"check_count_rows": (rows_by_len, rows_by_size)}
CLAIMS = []
"""
PLAN = PAIR.format(
    ko="| 분 | 부분 | 하는 일 |\n# |--:|:--|:--|\n# | 50 | 첫머리 | 모두 함께 읽습니다. |",
    en="| min | Part | What to do |\n# |--:|:--|:--|\n# | 50 | Opening | Read together. |",
)
NOTHING = PAIR.format(ko="아직 적을 것이 없습니다.", en="There is nothing to say yet.")
MISTAKES = f"""\
# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("{NEW[:2]}")

"""


def change(file, pattern, new):
    """Replace in a file what a pattern finds once."""
    text, n = re.subn(pattern, lambda _: new, file.read_text(encoding="utf-8"))
    assert n == 1, pattern
    file.write_text(text, encoding="utf-8")


def add_lesson(course):
    """Write a lesson, its guide and a term in the glossary, all but the exercise."""
    lesson = course / "notebooks" / f"{NEW}.py"
    lesson.write_text(NEW_LESSON.read_text(encoding="utf-8"), encoding="utf-8")
    change(lesson, "# # 99 .*", f"# # {NEW[:2]} 수 세기 · Counting")
    change(lesson, r"# - \*\*다루는 것.*", "# - **다루는 것**: 수 세기와 최빈값(mode)")
    change(lesson, r"# - \*\*What it is about.*", "# - **What it is about**: counting, the mode")
    (course / "docs" / "teaching" / f"{NEW}.py").write_text(guide(), encoding="utf-8")
    glossary = course / "src" / "tutorial_editions" / "glossary.py"
    change(glossary, r"\nTERMS = \(\n", '\nTERMS = (\n    Term("최빈값", "mode"),\n')


def add_exercise(course):
    """Write an exercise of the new lesson and right answers to it."""
    end = "# %% [markdown]\n# ## 참고 문헌 · References"
    change(course / "notebooks" / f"{NEW}.py", re.escape(end), IN_THE_LESSON + end)
    exercises = course / "src" / "tutorial_helpers" / "exercises" / f"lesson_{NEW[:2]}.py"
    exercises.write_text(EXERCISE, encoding="utf-8")
    (course / "tests" / "answers" / exercises.name).write_text(RIGHT_ANSWERS, encoding="utf-8")


def guide():
    """Return a guide with the sections of another one, and as little as possible in them."""
    title = f"# # {NEW[:2]} 수 세기, 수업 안내 · Teaching counting"
    sections = re.findall("(?m)^# ## .*$", guide_of(LESSONS[0]).read_text(encoding="utf-8"))
    below = {"A plan for 50 minutes": PLAN, "Usual mistakes": MISTAKES}
    parts = [below.get(section.partition(" · ")[2], NOTHING) for section in sections]
    headings = [f"# %% [markdown]\n{line}\n\n" for line in (title, *sections)]
    return headings[0] + "".join(map(str.__add__, headings[1:], parts))


# What comes of it


def contents_of(course):
    """Return the names and the contents of all files of a copy."""
    files = filter(Path.is_file, course.rglob("*"))
    return {(path.relative_to(course).as_posix(), path.read_bytes()) for path in files}


def listed_under(heading):
    """Return the files that CONTRIBUTING.md lists under a heading."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = re.search(rf"(?ms)^### {heading}$(.*?)^##", page)[1]
    files = re.findall(r"(?m)^\| `([^`]+)` \|", section)
    return {
        file.replace("13_convolutions", NEW).replace("lesson_13", f"lesson_{NEW[:2]}")
        for file in files
    }


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a copy with a new lesson, and the files that an author of each part has touched."""
    folder = tmp_path_factory.mktemp("course")
    copy_course(folder)
    before = contents_of(folder)
    add_lesson(folder)
    between = contents_of(folder)
    add_exercise(folder)
    after = contents_of(folder)
    by_hand = {
        part: {name for name, _ in after - earlier}
        for part, earlier in (("lesson", before), ("exercise", between))
    }
    made = run_script(
        folder, "tools/notebooks.py", f"notebooks/{NEW}.py", f"docs/teaching/{NEW}.py"
    )
    assert made.returncode == 0, made.stdout
    return folder, by_hand


@pytest.mark.parametrize(
    ("part", "at_most", "headings"),
    [
        ("lesson", 5, ("새 수업 쓰기", "Adding a lesson")),
        ("exercise", 3, ("연습 쓰기", "Writing an exercise")),
    ],
)
def test_no_files_but_those_listed_are_touched_by_hand(part, at_most, headings, course):
    _, by_hand = course
    assert len(by_hand[part]) <= at_most
    for heading in headings:
        assert listed_under(heading) == by_hand[part]


def test_the_new_lesson_passes_its_tests(course):
    folder, _ = course
    tests = [f"tests/{room}" for room in ("exercises", "guides", "proofreading", "lessons")]
    asked = f"{NEW} or test_links"
    done = run_pytest(folder, "-q", f"notebooks/{NEW}.ipynb", *tests, "-k", asked)
    assert done.returncode == 0, done.stdout
