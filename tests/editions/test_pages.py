"""Handouts and the index in a browser without a network, as a reader sees and prints them."""

import contextlib
import os

import nbformat
import pytest

from lessons import LESSONS, read_notebook

pytest.importorskip("math_core", reason="no math-core here, tests of pages left out")
pytest.importorskip("ziamath", reason="no ziamath here, tests of pages left out")
pytest.importorskip("sphinx_revealjs", reason="no reveal.js here, tests of pages left out")
pytest.importorskip("playwright", reason="no playwright here, tests of pages left out")
pytest.importorskip("axe_playwright_python", reason="no axe-core here, tests of pages left out")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import browser
import edition_files
from tutorial_editions.language import LANGUAGES, Edition

pytestmark = [
    pytest.mark.ci,
    pytest.mark.skipif(
        browser.BROWSER is None, reason="no Chromium on this machine, tests of pages left out"
    ),
]

by_name = pytest.mark.parametrize(
    "name",
    [
        pytest.param(script.stem, marks=[pytest.mark.ci] if script != LESSONS[0] else [])
        for script in LESSONS
    ],
)
A4_WITHIN_MARGINS = 658  # pixels: 210 mm less twice 18 mm


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Make all handouts and the index, from the stored outputs."""
    folder = tmp_path_factory.mktemp("editions")
    lessons = []
    for script in LESSONS:
        path = script.with_suffix(".ipynb")
        runs = {language: folder / f"{language}-{path.name}" for language in LANGUAGES}
        for language, run in runs.items():
            notebook, _ = Edition(language=language).preprocess(read_notebook(script), {})
            nbformat.write(notebook, run)
        lessons.append(edition_files.Lesson(path, runs, ()))
    for product in edition_files.products(lessons, "https://github.com/somebody/torch-nn"):
        if product.path.startswith(("handouts/", "index")):
            path = folder / product.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(product.make())
    return folder


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    """Start one browser for all pages."""
    home = tmp_path_factory.mktemp("home")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.BROWSER,
            args=list(browser.OPTIONS),
            env=os.environ | {"HOME": str(home)},
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(chromium, folder):
    """Return a function that opens a page, and see that it asks for nothing else."""
    with contextlib.ExitStack() as stack:

        def open_page(path, width=1280, scripts=False):
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, java_script_enabled=scripts, offline=True
            )
            stack.callback(context.close)
            page = context.new_page()
            asked = []
            page.on("request", lambda request: asked.append(request.url[:100]))
            page.goto((folder / path).as_uri())
            assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
            return page

        yield open_page


def seen(page, selector):
    """Return whether each thing that a selector finds can be seen."""
    return [found.is_visible() for found in page.locator(selector).all()]


# Both pages of a lesson hold both languages, so of the others one is enough.
ONE_PAGE_EACH = [(LESSONS[0].stem, language) for language in LANGUAGES] + [
    pytest.param(script.stem, LANGUAGES[place % 2], marks=pytest.mark.ci)
    for place, script in enumerate(LESSONS)
    if place
]


@pytest.mark.parametrize(("name", "language"), ONE_PAGE_EACH)
def test_no_page_keeps_anybody_out(name, language, open_page):
    page = open_page(f"handouts/{language}/{name}.html", scripts=True)
    page.check("#show-both")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_index_keeps_nobody_out(open_page):
    found = Axe().run(open_page("index.html", scripts=True))
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_begins_in_its_own_language(language, open_page):
    page = open_page(f"handouts/{language}/{LESSONS[0].stem}.html")
    assert page.locator("html").get_attribute("lang") == language
    for other in LANGUAGES:
        shown = set(seen(page, f"main [lang={other}]:not(details *)"))
        assert shown == {other == language}


def test_the_language_is_chosen_by_keyboard_alone(open_page):
    page = open_page(f"handouts/ko/{LESSONS[0].stem}.html")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.locator("#show-ko:focus").count():
            break
    page.keyboard.press("ArrowRight")
    assert set(seen(page, "main p[lang=ko], main div[lang=ko]")) == {False}
    assert set(seen(page, "main h2 > [lang=en]")) == {True}
    page.keyboard.press("ArrowRight")
    assert set(seen(page, "main h2 > span")) == {True}
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert set(seen(page, ".solution")) == {False}


@pytest.mark.parametrize(("width", "side_by_side"), [(1400, True), (900, False)])
def test_both_languages_stand_side_by_side_where_there_is_room(width, side_by_side, open_page):
    page = open_page(f"handouts/en/{LESSONS[0].stem}.html", width)
    page.check("#show-both")
    pair = page.locator(".pair").first
    ko, en = (pair.locator(f"> [lang={lang}]").bounding_box() for lang in LANGUAGES)
    assert (ko["y"] == en["y"]) is side_by_side
    assert (ko["x"] + ko["width"] <= en["x"]) is side_by_side


def test_the_same_picture_is_seen_once(open_page):
    page = open_page(f"handouts/ko/{LESSONS[0].stem}.html")
    page.check("#show-both")
    heights = [image.bounding_box()["height"] for image in page.locator("figure, img").all()]
    boxes = [box.bounding_box() for box in page.locator(".same .output").all()]
    assert heights
    assert [box["width"] > 1 for box in boxes] == [True, False] * (len(boxes) // 2)


@by_name
def test_in_print_answers_are_open_and_nothing_is_cut(name, open_page):
    page = open_page(f"handouts/ko/{name}.html", A4_WITHIN_MARGINS)
    page.check("#show-both")
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    answers = page.locator("details").all()
    assert answers
    for answer in answers:
        summary = answer.locator("summary").bounding_box()["height"]
        assert answer.bounding_box()["height"] > summary + 20
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(part =>
            !part.closest('math') && part.getBoundingClientRect().right > innerWidth + 1
            ).map(part => part.outerHTML.slice(0, 100))"""
    )
    assert too_wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WITHIN_MARGINS


@pytest.mark.parametrize("width", [360, 1280])
@by_name
def test_nothing_is_cut_on_a_narrow_window(name, width, open_page):
    page = open_page(f"handouts/en/{name}.html", width)
    page.check("#show-both")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_formulas_are_set_in_the_font_that_the_page_brings(open_page):
    page = open_page(f"handouts/ko/{LESSONS[0].stem}.html", scripts=True)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].map(font => [font.family, font.status])")
    assert ['"STIX Two Math"', "loaded"] in loaded or ["STIX Two Math", "loaded"] in loaded
