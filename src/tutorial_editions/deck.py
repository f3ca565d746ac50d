"""A teacher's slides, chosen by the tags of a lesson's cells.

A lesson is for reading, its slides are for showing: one thing on each, and above it the
sentence to remember. What the lesson says besides goes into the speaker's notes.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from nbconvert.preprocessors import Preprocessor

from tutorial_editions.language import language_of, tags_of

CODE_LINES = 12  # the longest code of a cell that a slide shows
LINES = 15  # of code and printed text together
SOLUTIONS = {"ko": "풀이", "en": "Solutions"}

# In pixels, as in templates/deck.css: letters of code, and the room for them.
SMALLEST, LARGEST = 24, 34
WIDTH, HEIGHT = 1140, 350

_HEADING = re.compile(r"(#{1,2}) (.+)")
_EXERCISE = re.compile(r"^\*\*((?:연습|Exercise) \d+)\.\*\*\s*", re.MULTILINE)
_QUESTION = re.compile(r"(.+[.?!]\**) (.+\?)")
_SUMMARY = re.compile(r"<summary>(.+?)</summary>")
_FENCE = re.compile(r"^```python\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_FIRST_ITEM = re.compile(r"^(?:[-*]|\d+\.) ", re.MULTILINE)
_WRAPPING = re.compile(r"</?(?:div|details)\b[^>]*>|<summary>.*?</summary>")


class Part(NamedTuple):
    """Something that a slide shows below its title.

    Attributes
    ----------
    kind : str
        ``course`` for its name, ``prose``, ``answers`` to a bet, ``formula``, ``code``,
        ``output`` or ``figure``.
    text : str
        Markdown, code, printed text, or the description of a figure.
    image : str
        A figure's PNG file in Base64.
    """

    kind: str
    text: str
    image: str = ""


@dataclass
class Slide:
    """A title, what is shown below it, and what the speaker says; Markdown, all but the parts.

    Examples
    --------
    >>> code = Part("code", "loss = loss_fn(y_pred, y)")
    >>> Slide("The loss", [code]).letters_of(code)
    34
    """

    title: str
    parts: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def letters_of(self, part):
        """Return the size of code or of what it prints: as large as there is room, to a bound."""
        printed = [shown for shown in self.parts if shown.kind in ("code", "output")]
        rows = sum(len(shown.text.splitlines()) for shown in printed)
        columns = max(map(_width, part.text.splitlines()), default=0)
        room = min(HEIGHT / max(1, rows), WIDTH / max(1, columns))
        return int(max(SMALLEST, min(LARGEST, room)))

    def say(self, text):
        """Add Markdown to what the speaker says."""
        self.notes += [text.strip()] if text.strip() else []


def _width(line):
    """Return how wide a line of code is, in sizes of its letters."""
    return sum(1 if unicodedata.east_asian_width(letter) in "WF" else 0.61 for letter in line)


@dataclass
class Section:
    """The slides below a heading: first a slide with the heading alone."""

    title: str
    runs: bool = False  # whether there is code in it

    def __post_init__(self):
        self.slides = [Slide(self.title)]

    def show(self, *parts, title=""):
        """Show something on the first slide if there is nothing on it, else on a new one."""
        if self.slides[-1].parts:
            self.slides.append(Slide(self.title))
        self.slides[-1].title = title or self.title
        self.slides[-1].parts += parts


class Deck(Preprocessor):
    """Choose from a lesson in one language the slides that ``templates/deck`` shows.

    They come into nbconvert's resources as ``deck``, a dictionary with the lesson's
    ``language`` and its ``sections``, of which the first begins with the lesson's title.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
    >>> cells = [new_markdown_cell("# 손실"), new_markdown_cell("## 합")]
    >>> cells += [new_code_cell("1 + 1", metadata={"tags": ["slide"]})]
    >>> _, resources = Deck().preprocess(new_notebook(cells=cells), {})
    >>> [[slide.title for slide in section.slides] for section in resources["deck"]["sections"]]
    [['손실'], ['합']]
    """

    def preprocess(self, notebook, resources):
        """Add the slides to the resources; the notebook stays as it is."""
        languages = {language_of(cell) for cell in notebook.cells} - {None}
        if len(languages) > 1:
            raise ValueError(
                "슬라이드는 한 언어로 만듭니다. 명령에 --Edition.language=ko를 더하세요.\n"
                "Slides are in one language. Add --Edition.language=en to the command."
            )
        language = next(iter(languages), "ko")
        sections = _sections_of(notebook.cells, SOLUTIONS[language])
        resources["deck"] = {"language": language, "sections": sections}
        return notebook, resources


def _sections_of(cells, title_of_solutions):
    """Return the sections of a lesson: its title first, its solutions last."""
    sections, solutions = [_opening("")], Section(title_of_solutions)
    in_exercise, bet = False, ""
    for cell in cells:
        tags, text = tags_of(cell), _WRAPPING.sub("", cell.source).strip()
        heading, exercise = _HEADING.fullmatch(text), _EXERCISE.search(text)
        section = sections[-1]
        if cell.cell_type == "code":
            if "slide" in tags or bet:
                section.show(*parts_of_code(cell), title=bet)
            section.runs, in_exercise, bet = True, False, ""
        elif heading and heading[1] == "#":
            sections = [_opening(heading[2])]
        elif heading:
            sections.append(Section(heading[2]))
            in_exercise = False
        elif "solution" in tags:
            _solve(solutions, cell.source)
        elif "claim" in tags:
            section.slides[-1].title = text
        elif "predict" in tags:
            bet, answers = _bet_of(text)
            section.show(*answers, title=bet)
        elif exercise:
            section.show(_prose(text[exercise.end() :]), title=exercise[1])
            section.slides[-1].say(text[: exercise.start()])
            in_exercise = True
        elif in_exercise:
            section.slides[-1].parts.append(_prose(text))
        elif "slide" in tags:
            section.show(_prose(text))
        else:
            section.slides[-1].say(text)
    return _without_silent([*sections, solutions])


def _opening(title):
    """Return the first section, whose first slide nothing else is shown on."""
    section = Section(title)
    section.show(Part("course", ""))
    return section


def _without_silent(sections):
    """Return the sections in which there is something to see or to do.

    What the others say, such as the sources of a lesson, is said to the slide before.
    """
    kept = []
    for section in sections:
        first = section.slides[0]
        if first.parts or section.runs:
            kept.append(section)
        elif first.notes:
            kept[-1].slides[-1].notes += [f"**{section.title}**", *first.notes]
    return kept


def _prose(text):
    """Return what a slide shows of Markdown; formulas in a row come below one another."""
    if not text.startswith("$$"):
        return Part("prose", text)
    return Part("formula", text.replace(r"\qquad", "$$\n\n$$"))


def _bet_of(text):
    """Return the question of a bet, and what is shown of it: what leads to it, the answers."""
    text = re.sub(r"(?m)^> ?", "", text)
    answers = _FIRST_ITEM.search(text)
    begin = answers.start() if answers else len(text)
    words = " ".join(text[:begin].split())
    found = _QUESTION.fullmatch(words)
    lead, question = found.groups() if found else ("", words)
    parts = [Part("prose", lead), Part("answers", text[begin:])]
    return question, [part for part in parts if part.text]


def parts_of_code(cell):
    """Return the figures of a cell alone, or its code and what it prints.

    If both together are too long for a slide, what is printed is shown alone.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell
    >>> [part.kind for part in parts_of_code(new_code_cell("x = 1"))]
    ['code']
    """
    outputs = [output.get("data", output) for output in cell.outputs]
    figures = [
        Part("figure", out["text/plain"], out["image/png"]) for out in outputs if "image/png" in out
    ]
    if figures:
        return figures
    printed = "\n".join(out.get("text", out.get("text/plain", "")).strip("\n") for out in outputs)
    code, output = Part("code", cell.source), Part("output", printed.strip("\n"))
    if not output.text:
        return [code]
    lines = [len(part.text.splitlines()) for part in (code, output)]
    return [code, output] if lines[0] <= CODE_LINES and sum(lines) <= LINES else [output]


def _solve(solutions, source):
    """Show a solution's code and say the rest; if there is no code, show the rest."""
    summary = _SUMMARY.search(source)
    text = _WRAPPING.sub("", _FENCE.sub("", source)).strip()
    codes = [Part("code", piece) for fence in _FENCE.findall(source) for piece in _pieces(fence)]
    for part in codes or [_prose(text)]:
        solutions.show(part, title=summary[1] if summary else "")
    if codes:
        solutions.slides[-len(codes)].say(text)


def _pieces(code):
    """Return code in pieces that have room on a slide each, cut at blank lines."""
    pieces = []
    for paragraph in re.split(r"\n{2,}", code):
        longer = f"{pieces[-1]}\n\n{paragraph}" if pieces else ""
        if longer and len(longer.splitlines()) <= LINES:
            pieces[-1] = longer
        else:
            pieces.append(paragraph)
    return pieces
