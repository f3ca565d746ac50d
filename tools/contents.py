"""Write what the lessons say of themselves into every other place that shows it.

    python tools/contents.py

A lesson says in its first cells what it is called and what it is about. From this come
the map of the course in the first lesson, the links to the neighbours at the end of each,
the tables of lessons in README.md and the list of lessons in the form for problems.
"""

import json
import re
from typing import NamedTuple

from lessons import NEW_LESSON, ROOT, lessons_in
from running import LeftAloneError
from storing import refuse_twins, write_whole

LANGUAGES = ("ko", "en")
SUBJECT = {"ko": "다루는 것", "en": "What it is about"}
HEADER = {"ko": "| 수업 | 제목 | 다루는 것 |", "en": "| Lesson | Title | What it is about |"}
THIS_LESSON = {"ko": "이 수업", "en": "this lesson"}
NEIGHBOURS = {"ko": ("앞 수업", "다음 수업"), "en": ("Previous", "Next")}
END = """\
# %% [markdown]
# ## 앞뒤 수업 · Previous and next

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


LINK = r"(?:앞 수업|다음 수업|Previous|Next): \[\d\d [^]\n]+\]\(\d\d_\w+\.ipynb\)"
LINKS = re.sub(r"\\\{(ko|en)\\\}", lambda _: rf"(?:{LINK}(?: · {LINK})?)?", re.escape(END))


class Entry(NamedTuple):
    """A lesson as others name it; titles and subjects are given by language.

    Examples
    --------
    >>> entry = Entry("03_loss", {"en": "The loss"}, {"en": "three ways to get gradients"})
    >>> entry.link("en")
    '[03 The loss](03_loss.ipynb)'
    >>> entry.row("en", folder="notebooks/")
    '| [03](notebooks/03_loss.ipynb) | The loss | three ways to get gradients |'
    """

    stem: str
    titles: dict
    subjects: dict

    @property
    def number(self):
        """The two digits that its file begins with."""
        return self.stem[:2]

    def link(self, language):
        """Return a link from another lesson."""
        return f"[{self.number} {self.titles[language]}]({self.stem}.ipynb)"

    def row(self, language, folder=""):
        """Return its row in a table of lessons."""
        number = f"[{self.number}]({folder}{self.stem}.ipynb)"
        return f"| {number} | {self.titles[language]} | {self.subjects[language]} |"


# What a lesson says of itself


def entry_of(stem, script):
    """Read from the text of a lesson's script what others say of the lesson.

    Raises
    ------
    LeftAloneError
        If its first cells do not say it.
    """
    title = re.match(rf"# %% \[markdown\]\n# # {stem[:2]} (.+) · (.+)\n", script)
    found = {
        language: re.search(rf"(?m)^# - \*\*{label}\*\*: (.+)$", script)
        for language, label in SUBJECT.items()
    }
    if not (title and all(found.values())):
        raise LeftAloneError(
            f"{stem}.py의 첫 셀에는 '# {stem[:2]} 한국어 · English' 꼴의 제목이, 그다음 두 셀에는 "
            f"'{SUBJECT['ko']}'과 '{SUBJECT['en']}' 항목이 있어야 합니다.\n"
            f"{stem}.py needs a title of the form '# {stem[:2]} 한국어 · English' in its first "
            f"cell, and the items '{SUBJECT['ko']}' and '{SUBJECT['en']}' in the next two."
        )
    titles = dict(zip(LANGUAGES, title.groups(), strict=True))
    subjects = {language: without_english(match[1]) for language, match in found.items()}
    return Entry(stem, titles, subjects)


def without_english(text):
    """Return a text without the English that a lesson gives at the first use of a term.

    Examples
    --------
    >>> without_english("자료형(data type)과 `view(-1)`")
    '자료형과 `view(-1)`'
    """
    return re.sub(r"(?<=[가-힣])\([A-Za-z][^)]*\)", "", text)


# Where it is said again


def with_lines(text, header, beginning, lines):
    r"""Return a text in which other lines follow a header; old and new ones begin alike.

    Examples
    --------
    >>> with_lines("days:\n- Monday\nend\n", "days:\n", "- ", ["- Friday", "- Sunday"])
    'days:\n- Friday\n- Sunday\nend\n'
    """
    before, found, rest = text.partition(header)
    if not found:
        raise LeftAloneError(f"다음 줄이 없습니다 · this is missing:\n{header}")
    rest = re.sub(rf"\A(?:{re.escape(beginning)}.*\n)*", "", rest)
    return before + header + "".join(f"{line}\n" for line in lines) + rest


def with_table(text, language, rows, margin=""):
    """Return a text whose table of lessons holds these rows; each line begins with a margin."""
    header = f"{margin}{HEADER[language]}\n{margin}|:--|:--|:--|\n"
    return with_lines(text, header, f"{margin}|", [margin + row for row in rows])


def with_neighbours(script, previous, following):
    """Return a lesson with links to its neighbours, which are None at both ends.

    Cells below them stay.

    Raises
    ------
    LeftAloneError
        If somebody has written among the links.
    """
    texts = {}
    for language, words in NEIGHBOURS.items():
        pairs = zip(words, (previous, following), strict=True)
        links = [f"{word}: {entry.link(language)}" for word, entry in pairs if entry]
        texts[language] = " · ".join(links)
    before, heading, rest = script.partition("\n".join(END.splitlines()[:2]))
    found = re.match(LINKS, heading + rest) or re.match(re.escape(_to_fill()), heading + rest)
    if heading and not found:
        title = script.splitlines()[1].removeprefix("# # ")
        raise LeftAloneError(
            f"수업 '{title}'에서 '앞뒤 수업' 아래의 두 셀은 make notebooks가 씁니다. 거기에 쓴 "
            "것은 그 제목 위로 옮기세요.\n"
            f"In the lesson '{title}', make notebooks writes the two cells below 'Previous and "
            "next'. Move what you have written there above that heading."
        )
    below = (heading + rest)[found.end() :] if found else ""
    return before.rstrip("\n") + "\n\n" + END.format(**texts) + below


def _to_fill():
    """Return what the lesson to copy has in place of the links."""
    _, heading, rest = NEW_LESSON.read_text("utf-8").partition("\n".join(END.splitlines()[:2]))
    return heading + rest


def with_choices(form, entries):
    """Return the form for problems with a choice for each lesson before the last one."""
    names = [f"{entry.number} {' · '.join(entry.titles.values())}" for entry in entries]
    beginning = "        - "
    lines = [f"{beginning}{json.dumps(name, ensure_ascii=False)}" for name in names]
    return with_lines(form, "      options:\n", f'{beginning}"', lines)


# All of it


def outdated(root=ROOT):
    """Return what the files ought to hold that do not say what the lessons say, by their paths."""
    lessons = lessons_in(root / "notebooks")
    refuse_twins(lessons)
    readme, form = root / "README.md", root / ".github" / "ISSUE_TEMPLATE" / "problem.yml"
    texts = {path: path.read_text(encoding="utf-8") for path in (*lessons, readme, form)}
    wanted = dict(texts)
    entries = [entry_of(path.stem, texts[path]) for path in lessons]
    neighbours = zip([None, *entries[:-1]], [*entries[1:], None], strict=True)
    for path, (previous, following) in zip(lessons, neighbours, strict=True):
        wanted[path] = with_neighbours(wanted[path], previous, following)
    first, *others = entries
    for language in LANGUAGES:
        itself = f"| {first.number} | {first.titles[language]} | {THIS_LESSON[language]} |"
        rows = [itself, *(entry.row(language) for entry in others)]
        wanted[lessons[0]] = with_table(wanted[lessons[0]], language, rows, margin="# ")
        rows = [entry.row(language, folder="notebooks/") for entry in entries]
        wanted[readme] = with_table(wanted[readme], language, rows)
    wanted[form] = with_choices(texts[form], entries)
    return {path: text for path, text in wanted.items() if text != texts[path]}


def update(root=ROOT):
    """Bring all of them up to date, and return the paths of those that were not."""
    changes = outdated(root)
    for path, text in changes.items():
        write_whole(path, text)
    return list(changes)


if __name__ == "__main__":
    print(*update(), sep="\n")
