"""The slides of a lesson: how it is cut, and what a classroom sees of them."""

import functools
import shutil
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from traitlets.config import Config

from lessons import LESSONS, read_notebook
from tutorial_editions.deck import Block, blocks_of, packed
from tutorial_editions.exporters import DeckExporter
from tutorial_editions.language import LANGUAGES, Edition
from tutorial_helpers.describe import unseen

pytestmark = pytest.mark.ci
DOT = (  # a PNG file of one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
REVEAL_FILES = ("dist/reveal.js", "dist/reveal.css", "plugin/notes/notes.js")


def prose(text, *tags, language="en"):
    """Return a cell of prose as lessons have it."""
    source = f'<div lang="{language}">\n\n{text}\n\n</div>'
    return new_markdown_cell(source, metadata={"tags": [f"lang-{language}", *tags]})


def code(source, *outputs):
    return new_code_cell(source, outputs=list(outputs))


def printed(text):
    return new_output("stream", name="stdout", text=text)


def figure(description="그림. 선\nFigure. line"):
    return new_output("display_data", data={"image/png": DOT, "text/plain": description})


def heard(description="그림. 선\nFigure. line"):
    """Return what a screen reader gets after a figure."""
    return new_output("display_data", data={"text/html": unseen(description)})


HEADING = new_markdown_cell("## 손실 · Loss")


@functools.cache
def exporter(language):
    return DeckExporter(config=Config({"Edition": {"language": language}}))


def export(notebook, language="en", **page):
    resources = {"metadata": {"name": "00_lesson"}} | ({"page": page} if page else {})
    return exporter(language).from_notebook_node(notebook, resources)[0]


@functools.cache
def deck_of(script, language):
    return export(read_notebook(script), language)


def small_deck(*cells, **page):
    return export(new_notebook(cells=[*map(nbformat.from_dict, cells)]), **page)


def slides(*cells):
    """Return the slides of a small lesson, without the one that shows its title."""
    return soup_of(small_deck(*cells)).select(".slide")[1:]


def soup_of(html):
    return BeautifulSoup(html, "html.parser")


def letters(text):
    """Return a text without the white space, which lines on slides may change."""
    return "".join(text.split())


# How a lesson is cut


def test_a_slide_repeats_the_title_of_its_section():
    soup = soup_of(
        small_deck(
            new_markdown_cell("# 00 프로그램 · The program"),
            HEADING,
            *(prose(f"Text. {'word ' * 300}") for _ in range(2)),
            new_markdown_cell("## 끝 · The end"),
            prose("Text."),
        )
    )
    sections = soup.select(".slides > section")
    titles = [[title.text for title in section.select("h1, h2")] for section in sections]
    assert titles == [["00 The program"], ["Loss", "Loss"], ["The end"]]
    assert soup.title.text == "00 The program"


def test_short_prose_stands_on_the_slide_of_its_code_and_the_output_below():
    (slide,) = slides(HEADING, prose("Look."), code("x = 1\nprint(x)", printed("1\n")))
    assert [part.get("class") for part in slide.find_all(recursive=False)[1:]] == [
        ["prose"],
        ["code"],
        ["output"],
    ]


def test_short_prose_goes_with_its_code_when_not_everything_fits():
    long = "word " * 190
    first, second = slides(HEADING, prose(long), prose("Look."), code("\n".join(["x = 1"] * 16)))
    assert "Look." not in first.text
    assert "Look." in second.text
    assert second.select_one(".code")


def test_short_code_and_its_figure_stand_side_by_side():
    (slide,) = slides(HEADING, code("plot(losses)\nplt.show()", figure(), heard()))
    assert slide.select_one(".beside .code").text.split() == ["plot(losses)", "plt.show()"]
    assert slide.select_one(".beside img")["alt"] == "Figure. line"


@pytest.mark.parametrize("source", ["x = 1\n" * 20, f"plot({'x' * 60})"], ids=["high", "wide"])
def test_large_code_and_its_figure_with_what_is_said_of_it_stand_on_two_slides(source):
    cells = code(source, figure()), prose("The line falls.")
    first, second = slides(HEADING, *cells)
    assert first.select_one(".code")
    assert not first.img
    assert second.select_one(".figure:not(.beside) img")
    assert "The line falls." in second.text


def test_a_long_output_is_cut_at_a_blank_line_where_there_is_one():
    lines = [f"{number} line" for number in range(40)]
    lines[23] = ""
    with_code, *pieces = slides(HEADING, code("print(text)", printed("\n".join(lines))))
    assert with_code.select_one(".code")
    shown = [piece.select_one(".output").text.splitlines() for piece in pieces]
    assert shown == [lines[:23], lines[24:]]


def test_code_of_25_long_lines_fits_one_slide():
    (slide,) = slides(HEADING, code("\n".join(["x" * 99] * 25)))
    assert slide.select_one(".code")["style"] == "font-size: 18px"


def test_a_long_paragraph_is_cut_where_sentences_end():
    sentences = [
        f"Sentence {n} has `a. B`, $a. B$, (a. B) and **a. B**, e.g. here." for n in range(9)
    ]
    blocks = blocks_of(prose(" ".join(sentences)))
    assert len(blocks) > 1
    for block in blocks:
        assert block.text.startswith("Sentence")
        assert block.text.endswith("here.")
    assert " ".join(block.text for block in blocks) == " ".join(sentences)


def test_a_list_goes_on_with_its_numbers_on_the_next_slide():
    items = "\n".join(f"{number}. {'word ' * 60}" for number in range(1, 7))
    first, second = slides(HEADING, prose(f"Five parts:\n\n{items}"))
    assert len(first.select("ol")) == 1
    count = len(first.select("li"))
    assert 1 < count < 5
    assert second.ol["start"] == str(count + 1)
    assert count + len(second.select("li")) == 6


def test_a_long_table_is_cut_between_rows_and_repeats_its_head():
    rows = [f"| {number} | text |" for number in range(30)]
    cut = slides(HEADING, prose("\n".join(["| number | says |", "|--:|:--|", *rows])))
    assert len(cut) > 1
    assert all([cell.text for cell in slide.select("th")] == ["number", "says"] for slide in cut)
    numbers = [row.td.text for slide in cut for row in slide.select("tbody tr")]
    assert numbers == [str(number) for number in range(30)]


def test_what_introduces_a_formula_stays_with_it():
    others = "\n\n".join(["word " * 25] * 4)
    for before in range(3, 7):
        text = f"{'word ' * 25}\n\n" * before + f"The loss is:\n\n$$L = 1$$\n\n{others}"
        (slide,) = (slide for slide in slides(HEADING, prose(text)) if slide.math)
        assert "The loss is:" in slide.text


SOLUTION = [
    prose("<details><summary>Solution 1</summary>\n\nAdd them.\n\n</details>", "solution"),
    new_markdown_cell(
        "<details><summary>풀이 1의 코드 · Code for solution 1</summary>\n\n"
        "```python\nx = 2\n```\n\n</details>",
        metadata={"tags": ["solution"]},
    ),
]


def test_a_solution_is_unfolded_on_slides_of_its_own():
    exercise, solution, after = slides(
        HEADING, prose("**Exercise 1.** Add."), *SOLUTION, prose("**Exercise 2.** Multiply.")
    )
    assert "Exercise 1" in exercise.text
    assert "Exercise 2" in after.text
    assert not solution.details
    assert [title.text for title in solution.select("h3")] == ["Solution 1", "Code for solution 1"]
    assert "Add them." in solution.text
    assert solution.select_one(".code .k, .code .n").text == "x"


def test_notes_go_to_the_slide_that_they_follow():
    title, heading, first, second = (
        prose(f"Say {number}.", "notes") for number in ("this", "that", "more", "less")
    )
    cells = [
        new_markdown_cell("# 00 프로그램 · The program"),
        title,
        prose("설명", "notes", language="ko"),
        HEADING,
        heading,
        code("x = 1\n" * 20, figure()),
        first,
        prose("The line falls."),
        second,
    ]
    shown = soup_of(small_deck(*cells)).select(".slide")
    notes = [[note.text.split()[1] for note in slide.select("aside.notes p")] for slide in shown]
    assert notes == [["this."], ["that."], ["more.", "less."]]
    assert not any("Say" in prose.text for slide in shown for prose in slide.select(".prose"))


def test_a_deck_loads_only_reveal_from_where_it_is_said_to_be():
    soup = soup_of(small_deck(HEADING, reveal="r", index="../i.html", course="Course"))
    loaded = [tag.get("src") or tag.get("href") for tag in soup.select("script[src], link, img")]
    assert loaded == ["r/dist/reveal.css", "r/dist/reveal.js", "r/plugin/notes/notes.js"]
    assert soup.select_one(".course a")["href"] == "../i.html"
    assert soup.select_one(".course").text == "Course"


def test_nothing_is_cut_from_its_small_title_and_no_output_from_its_code():
    text = "word " * 25
    for before in range(8):
        blocks = [Block("paragraph", text) for _ in range(before)]
        blocks += [Block("title", "Solution 1"), Block("paragraph", text)]
        blocks += [Block("code", "x = 1\n" * 8), Block("output", "1\n2\n3\n4\n5")]
        blocks += [Block("paragraph", text) for _ in range(3)]
        ends = [group[-1].kind for group in packed(blocks)]
        assert "title" not in ends
        assert "code" not in ends


# Whole lessons

DECKS = [  # in CI, each lesson in one of the languages
    pytest.param(path, language, marks=() if here else pytest.mark.release)
    for place, path in enumerate(LESSONS)
    for language, here in zip(LANGUAGES, (place % 2 == 0, place % 2 == 1), strict=True)
]
each_deck = pytest.mark.parametrize(
    ("script", "language"), DECKS, ids=lambda value: getattr(value, "stem", value)
)


@each_deck
def test_no_text_of_a_lesson_is_lost(script, language):
    edition = Edition(language=language, links=".html")
    cells = edition.preprocess(read_notebook(script), {})[0].cells
    soup = soup_of(deck_of(script, language))
    assert soup.html["lang"] == language
    shown = soup.select(".slide")
    parts = [part for slide in shown for part in slide.select("h3, .prose, .code, .output")]
    heads = [head for part in parts for head in part.select("thead")]
    for head in [after for before, after in pairwise(heads) if before.text == after.text]:
        head.decompose()  # repeated where a table is cut
    assert letters("".join(part.text for part in parts)) == letters("".join(texts_of(cells)))
    titles = list(dict.fromkeys(title.text for slide in shown for title in slide.select("h1, h2")))
    assert titles == [text_of(cell.source) for cell in cells if cell.source.startswith("#")]
    alts = [image["alt"] for slide in shown for image in slide.select("img")]
    assert alts == [output.data["text/plain"] for output in figures_of(cells)]


def texts_of(cells):
    """Yield all that a reader of an edition reads below its headings, figures left out."""
    for cell in cells:
        if cell.cell_type == "code":
            yield cell.source
            yield from (output.text for output in cell.outputs if "text" in output)
        elif not cell.source.startswith("#"):
            yield text_of(cell.source)


def text_of(markdown):
    return soup_of(exporter("en").markdown2html(markdown)).text.strip()


def figures_of(cells):
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return [output for output in outputs if "image/png" in output.get("data", {})]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with reveal.js, for decks in the folders of the languages."""
    folder = tmp_path_factory.mktemp("slides")
    source = Path(find_spec("sphinx_revealjs").origin).parent / "_static" / "revealjs"
    for name in REVEAL_FILES:
        (folder / "reveal" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, folder / "reveal" / name)
    return folder


@pytest.fixture(scope="module")
def page(chromium):
    """Return a page that shows all decks, as large as a slide."""
    return chromium.new_page(viewport={"width": 1280, "height": 720})


def show(page, folder, html, language, name="deck"):
    """Open a deck and wait until it can be seen."""
    (folder / language).mkdir(exist_ok=True)
    (folder / language / f"{name}.html").write_text(html, encoding="utf-8")
    page.goto((folder / language / f"{name}.html").as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate("document.fonts.ready")


# A slide is as high as the window. What does not fit makes it higher, or sticks out of it.
CUT_OFF = """() => {
    const slide = Reveal.getCurrentSlide().querySelector('.slide');
    const {left, right, bottom} = slide.getBoundingClientRect();
    const seen = [...slide.querySelectorAll('*')].filter(part => part.getClientRects().length);
    const out = seen.filter(part => {
        const box = part.getBoundingClientRect();
        return box.left < left || box.right > right || box.bottom > bottom
            || (part.clientWidth && part.scrollWidth > part.clientWidth + 1);
    });
    const small = [...slide.querySelectorAll('img')].filter(image => image.height < 320);
    const bad = [...out, ...small].map(part => part.outerHTML.slice(0, 200));
    return [slide.scrollHeight, right - left, bad];
}"""
SMALLEST = """selector => Math.min(...[...document.querySelectorAll(selector)].flatMap(part => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const sizes = [];
    while (texts.nextNode()) {
        const {parentElement: parent, data} = texts.currentNode;
        const elsewhere = parent.closest('math, .notes');
        if (data.trim() && !elsewhere && !(parent.closest('code') && !parent.closest('pre')))
            sizes.push(parseFloat(getComputedStyle(parent).fontSize));
    }
    return sizes;
}))"""


@each_deck
def test_nothing_is_cut_off_and_letters_are_large(script, language, page, folder):
    show(page, folder, deck_of(script, language), language, script.stem)
    count = page.evaluate("Reveal.getTotalSlides()")
    for number in range(count):
        assert page.evaluate("Reveal.getSlidePastCount()") == number
        assert page.evaluate(CUT_OFF) == [720, 1280, []]
        page.keyboard.press("Space")
    assert page.evaluate("Reveal.isLastSlide()")
    assert page.evaluate(SMALLEST, "h1, h2, h3, .prose, .course") >= 26
    assert page.evaluate(SMALLEST, ".code") >= 18
    assert page.evaluate(SMALLEST, ".output") >= 16


WITHOUT_REVEAL = "**/dist/reveal.*"


@each_deck
def test_axe_finds_nothing(script, language, page, folder):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core").Axe()
    show(page, folder, deck_of(script, language), language, script.stem)
    assert not violations(axe.run(page))
    page.evaluate("Reveal.slide(1)")
    assert not violations(axe.run(page))
    page.route(WITHOUT_REVEAL, lambda route: route.abort())  # all slides below one another
    try:
        page.reload()
        assert page.locator(".slide").last.is_visible()
        assert not violations(axe.run(page))
    finally:
        page.unroute(WITHOUT_REVEAL)


def violations(results):
    return [
        (rule["id"], node["html"], node["failureSummary"])
        for rule in results.response["violations"]
        for node in rule["nodes"]
    ]


def test_the_speaker_sees_the_notes(page, folder):
    show(page, folder, small_deck(HEADING, prose("Text."), prose("Say this.", "notes")), "en")
    page.evaluate("Reveal.slide(1)")
    assert not page.get_by_text("Say this.").is_visible()
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    popup.value.get_by_text("Say this.").wait_for()
    popup.value.close()
