"""What is written from the lessons: the map, the links between neighbours, tables and a list."""

import re

import pytest
import yaml

import contents
from running import LeftAloneError

LESSON = """\
# %% [markdown]
# # {number} {ko} · {en}

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **다루는 것**: 모양(shape)과 `f(x)`
# - **시간**: 10분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **What it is about**: shapes and `f(x)`
# - **Time**: 10 minutes
#
# </div>

# %%
print("code")
"""
TABLES = """
{margin}| 수업 | 제목 | 다루는 것 |
{margin}|:--|:--|:--|
{margin}
{margin}After it.
{margin}
{margin}| Lesson | Title | What it is about |
{margin}|:--|:--|:--|
{margin}| [77](gone.ipynb) | Gone | Gone |
"""
FORM = """\
body:
  - id: lesson
    attributes:
      options:
        - "77 없음 · Gone"
        - 그 밖의 것 · something else
"""
NAMES = {"00_one": ("하나", "One"), "01_two": ("둘", "Two"), "10_ten": ("열", "Ten")}


@pytest.fixture
def course(tmp_path):
    """Return the folder of a small course."""
    (tmp_path / "notebooks").mkdir()
    for stem, (ko, en) in NAMES.items():
        text = LESSON.format(number=stem[:2], ko=ko, en=en)
        if stem == "00_one":
            text += "\n# %% [markdown]" + TABLES.format(margin="# ")
        (tmp_path / "notebooks" / f"{stem}.py").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text(TABLES.format(margin=""), encoding="utf-8")
    form = tmp_path / ".github" / "ISSUE_TEMPLATE" / "problem.yml"
    form.parent.mkdir(parents=True)
    form.write_text(FORM, encoding="utf-8")
    return tmp_path


def text_of(course, name):
    return (course / name).read_text(encoding="utf-8")


def test_titles_and_subjects_stand_in_the_tables_and_the_list(course):
    contents.update(course)
    readme = text_of(course, "README.md")
    assert "| [10](notebooks/10_ten.ipynb) | 열 | 모양과 `f(x)` |" in readme
    assert "| [10](notebooks/10_ten.ipynb) | Ten | shapes and `f(x)` |" in readme
    assert "After it." in readme
    assert "Gone" not in readme
    rows = re.findall(r"(?m)^# \| .*\d\d.*", text_of(course, "notebooks/00_one.py"))
    assert rows == [
        "# | 00 | 하나 | 이 수업 |",
        "# | [01](01_two.ipynb) | 둘 | 모양과 `f(x)` |",
        "# | [10](10_ten.ipynb) | 열 | 모양과 `f(x)` |",
        "# | 00 | One | this lesson |",
        "# | [01](01_two.ipynb) | Two | shapes and `f(x)` |",
        "# | [10](10_ten.ipynb) | Ten | shapes and `f(x)` |",
    ]
    names = ["00 하나 · One", "01 둘 · Two", "10 열 · Ten", "그 밖의 것 · something else"]
    form = yaml.safe_load(text_of(course, ".github/ISSUE_TEMPLATE/problem.yml"))
    assert form["body"][0]["attributes"]["options"] == names


@pytest.mark.parametrize(
    ("stem", "links"),
    [
        ("00_one", ["다음 수업: [01 둘](01_two.ipynb)", "Next: [01 Two](01_two.ipynb)"]),
        (
            "01_two",
            [
                "앞 수업: [00 하나](00_one.ipynb) · 다음 수업: [10 열](10_ten.ipynb)",
                "Previous: [00 One](00_one.ipynb) · Next: [10 Ten](10_ten.ipynb)",
            ],
        ),
        ("10_ten", ["앞 수업: [01 둘](01_two.ipynb)", "Previous: [01 Two](01_two.ipynb)"]),
    ],
)
def test_a_lesson_ends_with_links_to_its_neighbours(stem, links, course):
    contents.update(course)
    heading, *cells = text_of(course, f"notebooks/{stem}.py").split("# %% [markdown]")[-3:]
    assert heading == "\n# ## 앞뒤 수업 · Previous and next\n\n"
    assert [cell.splitlines()[3] for cell in cells] == [f"# {link}" for link in links]


def test_a_changed_title_reaches_all_four_places_and_a_second_run_changes_nothing(course):
    contents.update(course)
    script = course / "notebooks" / "01_two.py"
    script.write_text(script.read_text("utf-8").replace("둘 · Two", "2 · New"), encoding="utf-8")
    changed = [path.relative_to(course).as_posix() for path in contents.update(course)]
    form = ".github/ISSUE_TEMPLATE/problem.yml"
    assert changed == ["notebooks/00_one.py", "notebooks/10_ten.py", "README.md", form]
    assert all("New" in text_of(course, name) for name in changed)
    assert contents.update(course) == []


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("notebooks/01_two.py", "# # 01 둘 · Two"),
        ("notebooks/01_two.py", "# - **다루는 것**"),
        ("notebooks/01_two.py", "# - **What it is about**"),
        ("README.md", "| Lesson | Title |"),
        (".github/ISSUE_TEMPLATE/problem.yml", "      options:"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_changed(file, old, course):
    path = course / file
    path.write_text(path.read_text("utf-8").replace(old, "# ?"), encoding="utf-8")
    before = {path: path.read_bytes() for path in course.rglob("*.*") if path.is_file()}
    with pytest.raises(LeftAloneError, match=r"01_two\.py needs|this is missing"):
        contents.update(course)
    assert {path: path.read_bytes() for path in before} == before


NEIGHBOURS = contents.END.format(
    ko="앞 수업: [01 하나](01_one.ipynb) · 다음 수업: [03 셋](03_three.ipynb)",
    en="Previous: [01 One](01_one.ipynb) · Next: [03 Three](03_three.ipynb)",
)
ENDED = "# %% [markdown]\n# # 02 둘 · Two\n\n" + NEIGHBOURS
OTHER = contents.Entry("01_other", {"ko": "다른", "en": "Other"}, {})


def test_what_stands_below_the_neighbours_stays():
    note = "\n# %% [markdown]\n# my note\n"
    found = contents.with_neighbours(ENDED + note, OTHER, None)
    assert found.endswith(note)
    assert "# Previous: [01 Other](01_other.ipynb)\n" in found
    assert "01_one" not in found
    assert contents.with_neighbours(found, OTHER, None) == found


@pytest.mark.parametrize(
    "written",
    [
        ENDED.replace("Previous:", "Mine. Previous:"),
        ENDED.replace("(03_three.ipynb)", "(03_three.ipynb) mine"),
        ENDED.replace("# 앞 수업", "# 내 글\n# 앞 수업"),
    ],
)
def test_what_somebody_wrote_among_the_neighbours_is_not_dropped(written):
    with pytest.raises(contents.LeftAloneError, match=r"02 둘.*위로(.|\n)*above that heading"):
        contents.with_neighbours(written, OTHER, None)
