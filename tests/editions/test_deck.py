"""The slides of a lesson: what its tags choose, and what a classroom sees of them."""

import functools
import re
import shutil

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from traitlets.config import Config

import edition_files
from lessons import SCRIPTS, read_notebook
from tutorial_editions.exporters import DeckExporter
from tutorial_editions.language import LANGUAGES, Edition

pytestmark = pytest.mark.ci
DOT = (  # a PNG file of one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def prose(text, *tags, language="en"):
    """Return a cell of prose as lessons have it."""
    source = f'<div lang="{language}">\n\n{text}\n\n</div>'
    return new_markdown_cell(source, metadata={"tags": [f"lang-{language}", *tags]})


def shared(source, *tags):
    return new_markdown_cell(source, metadata={"tags": list(tags)})


def code(source, *outputs):
    return new_code_cell(source, outputs=list(outputs))


def shown(source, *outputs):
    """Return a cell of code that a slide shows."""
    return new_code_cell(source, outputs=list(outputs), metadata={"tags": ["slide"]})


def printed(text):
    return new_output("stream", name="stdout", text=text)


def figure(description="그림. 선\nFigure. line"):
    return new_output("display_data", data={"image/png": DOT, "text/plain": description})


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


def title_of(slide):
    return slide.select_one("h1, h2").text


def kinds_of(slide):
    """Return what kinds of things a slide shows below its title."""
    parts = slide.find_all(["div", "pre"], recursive=False)
    return [part["class"][0] for part in parts]


def notes_of(slide):
    return [note.text for note in slide.select("aside.notes p")]


def letters(text):
    """Return a text without the white space, which lines on slides may change."""
    return "".join(text.split())


# What a slide shows


def test_a_figure_stands_alone_with_its_description_and_without_its_code():
    (slide,) = slides(HEADING, shown("plot(losses)\nplt.show()", figure()))
    assert kinds_of(slide) == ["figure"]
    assert slide.img["alt"] == "Figure. line"
    assert "plot" not in slide.text


def test_short_code_stands_above_what_it_prints():
    (slide,) = slides(HEADING, shown("x = 1\nprint(x)", printed("1\n")))
    assert kinds_of(slide) == ["code", "output"]
    assert slide.select_one(".code").text.split("\n")[0] == "x = 1"
    assert slide.select_one(".output").text == "1"


@pytest.mark.parametrize(("lines", "results"), [(13, 1), (8, 8)], ids=["long code", "together"])
def test_where_both_are_too_long_the_output_stands_alone(lines, results):
    (slide,) = slides(HEADING, shown("x = 1\n" * lines, printed("1\n" * results)))
    assert kinds_of(slide) == ["output"]


def test_code_that_prints_nothing_is_shown():
    (slide,) = slides(HEADING, shown("x = 1"))
    assert kinds_of(slide) == ["code"]


def test_outputs_for_screen_readers_alone_are_passed_over():
    hidden = new_output("display_data", data={"text/html": "<p>Figure. line</p>"})
    with_figure, with_code = slides(HEADING, shown("plot()", figure(), hidden), shown("x", hidden))
    assert kinds_of(with_figure) == ["figure"]
    assert kinds_of(with_code) == ["code"]


def test_a_formula_and_prose_are_shown_as_they_are():
    formula, list_ = slides(HEADING, shared("$$L = 1$$", "slide"), prose("- one\n- two", "slide"))
    assert kinds_of(formula) == ["formula"]
    assert formula.math
    assert [item.text for item in list_.select(".prose li")] == ["one", "two"]


def test_formulas_in_a_row_come_below_one_another():
    (slide,) = slides(HEADING, shared(r"$$a = 1, \qquad b = 2$$", "slide"))
    assert [formula.text for formula in slide.select("p > math")] == ["a=1,", "b=2"]


def test_code_gets_the_largest_letters_for_which_there_is_room():
    texts = ["x", "x = 1\n" * 12, "x" * 45, "가" * 45]
    styles = [slide.select_one(".code")["style"] for slide in slides(HEADING, *map(shown, texts))]
    assert styles == [f"font-size: {size}px" for size in (34, 29, 34, 25)]
    (slide,) = slides(HEADING, shown("x" * 79, printed("1\n" * 2)))
    assert slide.select_one(".output")["style"] == "font-size: 34px", "not as small as the code"


# What a slide says


def test_a_claim_is_the_title_of_what_it_follows_else_the_heading_is():
    figures = [shown("plot()", figure()) for _ in range(2)]
    first, second = slides(HEADING, *figures, prose("The loss falls by `half`.", "claim"))
    assert [title_of(first), title_of(second)] == ["Loss", "The loss falls by half."]
    assert second.h2.code.text == "half"
    assert [section.text for section in second.select(".section")] == ["Loss"]
    assert not first.select(".section")


def test_prose_is_said_to_the_slide_that_it_follows_or_to_the_first_of_its_section():
    cells = [
        new_markdown_cell("# 00 프로그램 · The program"),
        prose("Welcome."),
        prose("설명", language="ko"),
        HEADING,
        prose("Look."),
        shown("plot()", figure()),
        prose("It falls.", "claim"),
        prose("By half."),
        shown("x = 1"),
        shared("$$L = 1$$"),
        prose("The end."),
    ]
    first, second, third = soup_of(small_deck(*cells)).select(".slide")
    assert [notes_of(first), notes_of(second)] == [["Welcome."], ["Look.", "By half."]]
    assert third.aside.math
    assert notes_of(third)[1:] == ["The end."]
    assert not any(slide.select(".prose") for slide in (first, second, third))


def test_a_section_that_shows_nothing_has_its_heading_if_there_is_something_to_run():
    references = new_markdown_cell("## 참고 문헌 · References")
    (slide,) = slides(HEADING, prose("Try it."), code("x = 1"), references, prose("A book."))
    assert title_of(slide) == "Loss"
    assert kinds_of(slide) == []
    assert notes_of(slide) == ["Try it.", "References", "A book."]


def test_nothing_is_shown_on_the_title_of_the_lesson():
    title, slide = soup_of(
        small_deck(new_markdown_cell("# 00 프로그램 · The program"), shown("plot()", figure()))
    ).select(".slide")
    assert title.h1.text == "00 The program"
    assert not kinds_of(title)
    assert title_of(slide) == "00 The program"
    assert kinds_of(slide) == ["figure"]


# Bets, exercises and solutions


@pytest.mark.parametrize("mark", ["", "> "], ids=["plain", "quoted"])
def test_a_bet_is_a_slide_and_what_it_was_about_the_next(mark):
    text = (
        "**Place your bet.** It is\nnoise. How far does it fall?\n\n- by half\n- to 0\n- not at all"
    )
    bet = prose(re.sub("(?m)^", mark, text), "predict")
    question, answer = slides(HEADING, bet, code("plot()", figure()))
    assert title_of(question) == "How far does it fall?"
    assert question.select_one(".prose").text.strip() == "Place your bet. It is noise."
    assert [item.text for item in question.select(".answers li")] == [
        "by half",
        "to 0",
        "not at all",
    ]
    assert not question.img
    assert title_of(answer) == title_of(question)
    assert kinds_of(answer) == ["figure"]


@pytest.mark.parametrize(
    "words", ["How far?", "How far does it fall, in your view", "Say: 1.5 or 2?"]
)
def test_the_words_of_a_bet_that_are_one_sentence_are_its_title(words):
    (question,) = slides(HEADING, prose(f"{words}\n\n1. by half\n2. to 0", "predict"))
    assert title_of(question) == words


def test_a_claim_answers_a_bet():
    bet = prose("How far?\n\n- by half\n- to 0", "predict")
    cells = [code("plot()", figure()), prose("By half.", "claim"), code("x = 1")]
    titles = [title_of(slide) for slide in slides(HEADING, bet, *cells)]
    assert titles == ["How far?", "By half."]


def solution(number, text):
    """Return a solution as lessons have it."""
    summary = f"<summary>풀이 {number} · Solution {number}</summary>"
    return shared(f"<details>{summary}\n\n{text}\n\n</details>", "solution")


EXERCISES = [
    new_markdown_cell("## 연습 · Exercises"),
    prose("**Exercise 1.** Add up:"),
    shared("$$x + y$$"),
    prose("Not more."),
    code("def add(x, y):\n    return None"),
    prose("Well done."),
    solution(
        1,
        '<div lang="en">\n\nAdd `x`.\n\n</div>\n\n```python\ndef add(x, y):\n    return x + y\n```',
    ),
    prose("**Exercise 2.** Explain."),
    solution(2, '<div lang="en">\n\nBecause.\n\n</div>'),
    new_markdown_cell("## 끝 · The end"),
    prose("Goodbye."),
    shown("x = 1"),
]


def test_exercises_are_shown_up_to_their_blanks_and_solutions_at_the_end():
    first, second, end, *solutions = slides(*EXERCISES)
    assert [title_of(first), title_of(second), title_of(end)] == [
        "Exercise 1",
        "Exercise 2",
        "The end",
    ]
    assert kinds_of(first) == ["prose", "formula", "prose"]
    assert first.select_one(".prose").text.strip() == "Add up:"
    assert "def" not in first.text
    assert [notes_of(slide) for slide in (first, second, end)] == [["Well done."], [], ["Goodbye."]]
    assert [title_of(slide) for slide in solutions] == ["Solution 1", "Solution 2"]
    assert [kinds_of(slide) for slide in solutions] == [["code"], ["prose"]]
    assert "return x + y" in solutions[0].text
    assert [notes_of(slide) for slide in solutions] == [["Add x."], []]
    assert not any(slide.details for slide in solutions)


def test_what_introduces_an_exercise_is_said():
    (slide,) = slides(HEADING, prose("Some are hard.\n\n**Exercise 1.** Add."))
    assert title_of(slide) == "Exercise 1"
    assert slide.select_one(".prose").text.strip() == "Add."
    assert notes_of(slide) == ["Some are hard."]


def test_an_edition_without_solutions_has_none():
    config = Config({"Edition": {"language": "en", "solutions": False}})
    cells = [*map(nbformat.from_dict, EXERCISES)]
    html, _ = DeckExporter(config=config).from_notebook_node(new_notebook(cells=cells))
    titles = [title_of(slide) for slide in soup_of(html).select(".slide")[1:]]
    assert titles == ["Exercise 1", "Exercise 2", "The end"]


def test_a_long_solution_is_cut_at_a_blank_line():
    parts = ["\n".join([line] * 6) for line in ("x = 1", "y = 2", "z = 3")]
    code = "\n\n".join(parts)
    first, second = slides(new_markdown_cell("# 00 가 · A"), solution(1, f"```python\n{code}\n```"))
    assert [title_of(first), title_of(second)] == ["Solution 1", "Solution 1"]
    assert first.select_one(".code").text.strip() == "\n\n".join(parts[:2])
    assert second.select_one(".code").text.strip() == parts[2]


# The page


def test_slides_are_in_one_language():
    cells = [prose("설명", language="ko"), prose("Text.")]
    with pytest.raises(ValueError, match=r"(?s)한 언어.*one language"):
        DeckExporter().from_notebook_node(new_notebook(cells=cells))


def test_a_deck_loads_only_reveal_from_where_it_is_said_to_be():
    soup = soup_of(small_deck(HEADING, reveal="r", index="../i.html", course="Course"))
    loaded = [tag.get("src") or tag.get("href") for tag in soup.select("script[src], link, img")]
    assert loaded == ["r/dist/reveal.css", "r/dist/reveal.js", "r/plugin/notes/notes.js"]
    assert soup.select_one(".course a")["href"] == "../i.html"
    assert soup.select_one(".course").text == "Course"


# Whole lessons

each_deck = pytest.mark.parametrize("language", LANGUAGES)
each_lesson = pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)


@each_deck
@each_lesson
def test_all_that_a_lesson_says_is_shown_or_said(script, language):
    cells = Edition(language=language, links=".html").preprocess(read_notebook(script), {})[0].cells
    soup = soup_of(deck_of(script, language))
    assert soup.html["lang"] == language
    told = letters(" ".join(slide.text for slide in soup.select(".slide")))
    for cell in (cell for cell in cells if cell.cell_type == "markdown"):
        text = re.sub(r"\*\*((?:연습|Exercise) \d+)\.\*\*", "", cell.source)
        for block in soup_of(exporter("en").markdown2html(text)).select("p, li, td, pre, h2"):
            for line in re.split(r"\n\n|(?<=[.?!])\s", block.text):  # a slide may come between
                assert letters(line) in told, line


@each_lesson
def test_a_class_hour_has_room_for_all_slides(script):
    assert len(soup_of(deck_of(script, "ko")).select(".slide")) <= 35


@each_deck
@each_lesson
def test_each_exercise_has_a_slide(script, language):
    word = {"ko": "연습", "en": "Exercise"}[language]
    sources = "\n".join(cell.source for cell in read_notebook(script).cells)
    titles = [title_of(slide) for slide in soup_of(deck_of(script, language)).select(".slide")]
    exercises = re.findall(rf"(?m)^\*\*({word} \d+)\.\*\*", sources)
    assert exercises
    assert [title for title in titles if title in exercises] == exercises


@each_deck
@each_lesson
def test_the_figures_of_slides_are_described(script, language):
    cells = Edition(language=language).preprocess(read_notebook(script), {})[0].cells
    chosen = [cell for cell in cells if "slide" in cell.metadata.get("tags", [])]
    figures = [output.get("data", {}) for cell in chosen for output in cell.get("outputs", [])]
    images = soup_of(deck_of(script, language)).select(".slide img")
    described = {image["alt"] for image in images}
    assert all(described)
    assert described >= {data["text/plain"] for data in figures if "image/png" in data}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with reveal.js, for decks in the folders of the languages."""
    folder = tmp_path_factory.mktemp("slides")
    for name, source in edition_files.reveal_files().items():
        (folder / "reveal" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, folder / "reveal" / name)
    return folder


@pytest.fixture(scope="module")
def page(chromium):
    """Return a page that shows all decks, as large as a slide."""
    return chromium.new_page(viewport={"width": 1280, "height": 720})


def show(page, folder, html, language="en", name="deck", query=""):
    """Open a deck and wait until it can be seen."""
    (folder / language).mkdir(exist_ok=True)
    (folder / language / f"{name}.html").write_text(html, encoding="utf-8")
    page.goto((folder / language / f"{name}.html").as_uri() + query)
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate("document.fonts.ready")


# For each slide, what is wrong with it. All are laid out at once, one over the other. The margin
# at the bottom is for the name of the section and the number.
BAD = """async () => {
    await Promise.all([...document.images].map(image => image.decode()));
    const all = document.createElement('style');
    all.textContent = '.reveal .slides section { display: block !important; }';
    document.head.append(all);
    const sizeOf = part => parseFloat(getComputedStyle(part).fontSize);
    const says = part => [...part.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const begin = part => part.outerHTML.slice(0, 80);
    const faults = slide => {
        const room = slide.getBoundingClientRect();
        const title = slide.querySelector('h1, h2').innerText;
        const parts = [...slide.querySelectorAll('*')].filter(part => part.getClientRects().length);
        return parts.flatMap(part => {
            const box = part.getBoundingClientRect();
            const least = part.closest('.section') ? 18
                : part.closest('pre') ? 24 : part.matches('code, math *') ? 0 : 28;
            const margin = part.matches('.section') ? 0 : 36;
            return [
                [box.left < room.left || box.right > room.right, 'too wide'],
                [part.clientWidth && part.scrollWidth > part.clientWidth + 1, 'too wide inside'],
                [box.top < room.top || box.bottom > room.bottom - margin, 'too high'],
                [part.matches('img') && box.height < 400, 'a small picture'],
                [says(part) && sizeOf(part) < least, 'small letters'],
            ].filter(([bad]) => bad).map(([_, fault]) => `${title}: ${fault}: ${begin(part)}`);
        });
    };
    const slides = [...document.querySelectorAll('.slide')];
    const sizes = slides.map(slide => [slide.offsetWidth, slide.offsetHeight].join());
    return [[...new Set(sizes)], slides.flatMap(faults)];
}"""
FITS = [["1280,720"], []]


@each_deck
@each_lesson
def test_each_slide_fits_and_can_be_read_from_afar(script, language, page, folder):
    show(page, folder, deck_of(script, language), language, script.stem)
    assert page.evaluate(BAD) == FITS


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (shown("x", printed("1\n" * 19)), "too high"),
        (shown("x", printed("x" * 1500)), "too high"),
        (prose("- word\n" * 14, "slide"), "too high"),
        (shared(f"$${'+'.join('abcdefghij' * 5)}$$", "slide"), "too wide"),
        (prose("| a | b |\n|--|--|\n" + "| `" + "x" * 90 + "` | b |", "slide"), "too wide"),
        (prose('<p style="font-size: 27px">Text.</p>', "slide"), "small letters"),
    ],
    ids=["lines", "a long line", "items", "a formula", "a table", "letters"],
)
def test_what_does_not_fit_is_found(cell, fault, page, folder):
    show(page, folder, small_deck(HEADING, cell))
    _, faults = page.evaluate(BAD)
    assert {fault} <= {said.split(": ")[1] for said in faults}


def test_three_formulas_with_sums_of_fractions_fit(page, folder):
    row = r"\frac{\partial L}{\partial W} = \sum_{i} \frac{\partial L}{\partial y_i}"
    show(
        page,
        folder,
        small_deck(HEADING, shared(rf"$${row}, \qquad {row}, \qquad {row}$$", "slide")),
    )
    assert page.evaluate(BAD) == FITS


def test_a_picture_stays_large_below_a_claim_of_two_lines(page, folder):
    cells = [shown("plot()", figure()), prose("Ninety letters " * 6, "claim")]
    show(page, folder, small_deck(HEADING, *cells))
    assert page.evaluate(BAD) == FITS


@pytest.mark.parametrize("key", ["ArrowRight", "Space", "PageDown"])
def test_one_key_goes_through_all_slides(key, page, folder):
    show(page, folder, small_deck(HEADING, shown("x = 1"), shown("y = 2"), *EXERCISES))
    count = page.evaluate("Reveal.getTotalSlides()")
    for number in range(count):
        assert page.evaluate("Reveal.getSlidePastCount()") == number
        page.keyboard.press(key)
    assert count == 8
    assert page.evaluate("Reveal.isLastSlide()")


def test_each_slide_is_printed_on_a_page(page, folder):
    show(page, folder, small_deck(HEADING, shown("x = 1"), *EXERCISES), query="?print-pdf")
    page.wait_for_selector(".pdf-page")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 7


WITHOUT_REVEAL = "**/dist/reveal.*"


@each_deck
@pytest.mark.parametrize("script", [SCRIPTS[0], SCRIPTS[-1]], ids=lambda path: path.stem)
def test_axe_finds_nothing(script, language, page, folder):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core").Axe()
    show(page, folder, deck_of(script, language), language, script.stem)
    for number in range(page.evaluate("Reveal.getHorizontalSlides().length")):
        page.evaluate("number => Reveal.slide(number)", number)
        assert not violations(axe.run(page))
    page.route(WITHOUT_REVEAL, lambda route: route.abort())  # all slides below one another
    try:
        page.reload()
        assert page.locator(".slide").last.is_visible()
        assert not page.locator("aside.notes").first.is_visible()
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
    show(page, folder, small_deck(HEADING, shown("x = 1"), prose("Say this.")))
    page.evaluate("Reveal.slide(1)")
    assert not page.get_by_text("Say this.").is_visible()
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    popup.value.get_by_text("Say this.").wait_for()
    popup.value.close()
