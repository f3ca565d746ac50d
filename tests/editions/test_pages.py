"""Handouts and the index in a browser without a network, as a reader sees and prints them."""

import contextlib

import pytest

import edition_files
from lessons import LESSONS
from tutorial_editions.language import LANGUAGES

pytestmark = pytest.mark.ci
by_name = pytest.mark.parametrize("name", [script.stem for script in LESSONS])
# Both pages of a lesson hold both languages, so one of them is enough.
PAGES = ["index.html"] + [
    f"handouts/{LANGUAGES[place % 2]}/{script.stem}.html" for place, script in enumerate(LESSONS)
]
A4_WITHIN_MARGINS = 658  # pixels: 210 mm less twice 18 mm


@pytest.fixture(scope="module")
def folder(tmp_path_factory, stored_runs):
    """Make all handouts and the index, from the stored outputs."""
    folder = tmp_path_factory.mktemp("editions")
    lessons = [stored_runs(script) for script in LESSONS]
    for product in edition_files.products(lessons, "https://github.com/somebody/torch-nn"):
        if product.path.startswith(("handouts/", "index")):
            path = folder / product.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(product.make())
    return folder


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


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_keeps_anybody_out(path, open_page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core here")
    page = open_page(path, scripts=True)
    for choice in page.locator("#show-both").all():  # the index has none
        choice.check()
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert width_of(page) <= 1280


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


def test_two_texts_that_say_the_same_are_closer_than_what_follows(open_page):
    page = open_page(f"handouts/en/{LESSONS[0].stem}.html", width=900, scripts=True)
    page.check("#show-both")
    rooms = page.evaluate(
        """() => [...document.querySelectorAll('.pair:has(+ *):not(.solution)')].filter(
            pair => !pair.querySelector('.output')).map(pair => {
            const [ko, en, below] = [...pair.children, pair.nextElementSibling].map(
                part => part.getBoundingClientRect());
            return [en.top - ko.bottom, below.top - en.bottom];
        })"""
    )
    assert rooms
    assert [room for room in rooms if not 0 <= room[0] < room[1] / 1.5] == []


def test_the_same_picture_is_seen_once(open_page):
    page = open_page(f"handouts/ko/{LESSONS[0].stem}.html")
    page.check("#show-both")
    boxes = [box.bounding_box() for box in page.locator(".same .output").all()]
    assert boxes
    assert [box["width"] > 1 for box in boxes] == [True, False] * (len(boxes) // 2)


@pytest.mark.parametrize("width", [1400, 900])
def test_a_solution_says_in_each_language_what_it_says_at_all(width, open_page):
    page = open_page(f"handouts/en/{LESSONS[0].stem}.html", width)
    solution = page.locator(".solution details").first
    solution.locator("summary").click()
    for shown in (["en"], ["ko"], ["ko", "en"]):
        page.check(f"#show-{shown[0] if len(shown) == 1 else 'both'}")
        seen = [part.get_attribute("lang") for part in solution.locator("> [lang]:visible").all()]
        assert seen == shown
    ko, en = (solution.locator(f"> [lang={lang}]").bounding_box() for lang in LANGUAGES)
    code = solution.locator(".highlight").bounding_box()
    assert (ko["y"] == en["y"]) is (width == 1400)
    assert code["y"] >= max(ko["y"] + ko["height"], en["y"] + en["height"])
    assert code["width"] > 1.5 * en["width"] or width < 1400


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
    assert width_of(page) <= A4_WITHIN_MARGINS


@by_name
def test_nothing_is_cut_on_a_narrow_window(name, open_page):
    page = open_page(f"handouts/en/{name}.html", width=360)
    page.check("#show-both")
    assert width_of(page) <= 360


def test_formulas_are_set_in_the_font_that_the_page_brings(open_page):
    page = open_page(f"handouts/ko/{LESSONS[0].stem}.html", scripts=True)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].map(font => [font.family, font.status])")
    assert ['"STIX Two Math"', "loaded"] in loaded or ["STIX Two Math", "loaded"] in loaded
