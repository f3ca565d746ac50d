"""The lessons in a real JupyterLab, as a reader sees them."""

import inspect
import shutil

import nbformat
import pytest

import browser
import notebooks
from cells import differences
from kernels import AS_A_READER, texts_of
from lessons import LESSONS, NEW_LESSON, ROOT, read_notebook
from proofreading.reading import tagged
from tutorial_editions.language import LANGUAGES, tags_of
from tutorial_helpers import show_language
from tutorial_helpers.exercises import check_sum_of_squares

pytestmark = pytest.mark.ci


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a copy of the notebooks, because a front end writes into their folder."""
    folder = tmp_path_factory.mktemp("course") / "notebooks"
    shutil.copytree(ROOT / "notebooks", folder)
    for path in (NEW_LESSON, NEW_LESSON.with_suffix(".ipynb")):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def open_notebook(folder, tmp_path_factory, chromium):
    """Serve this copy."""
    nbformat.write(stored_with(show_language("ko")), folder / OTHER)
    with browser.open_lab(folder, tmp_path_factory.mktemp("lab"), chromium) as open_notebook:
        yield open_notebook


IN_CI = (0, 3, 6)  # the others for a release
EACH = [
    pytest.param(path, id=path.stem, marks=[] if place in IN_CI else pytest.mark.release)
    for place, path in enumerate(LESSONS)
]


@pytest.mark.parametrize("script", EACH)
def test_restart_and_run_all(script, open_notebook):
    reader = open_notebook(script.with_suffix(".ipynb").name)
    reader.restart_and_run_all()
    stored = read_notebook(script).cells
    for cell, expected in zip(reader.cells(), stored, strict=True):
        if "nbval-ignore-output" not in tags_of(expected):
            assert texts_of(cell.get("outputs", [])) == texts_of(expected.get("outputs", []))


@pytest.fixture(scope="module")
def reader(open_notebook):
    """Return a reader of the first lesson in a window that holds all of its cells."""
    reader = open_notebook(LESSONS[0].with_suffix(".ipynb").name, height=TALL)
    reader.wait_for_texts(PAIRS)
    return reader


OTHER = "other.ipynb"
TALL = 25_000
PAIRS = len(tagged(read_notebook(LESSONS[0]), "lang-ko"))


def switch_to(language, reader, tag="language-switch"):
    """Run the switch as a reader would, in the cell that carries the tag."""
    line = f'show_language("{language}")'
    reader.run_edited(tag, f"from tutorial_helpers import show_language\n\n{line}")


SAYS = {
    "ko": "한국어 설명만 보입니다.",
    "en": "Only the English text is shown.",
    "both": "두 언어를 모두 보여 줍니다. · Both languages are shown.",
}


@pytest.mark.parametrize("language", ["ko", "en", "both"])
def test_the_switch_hides_and_shows(language, reader):
    switch_to(language, reader)
    reader.wait_for_texts(PAIRS)
    reader.wait_until_shown(ko=language != "en", en=language != "ko")
    assert reader.says_of_the_language() == [SAYS[language]]
    headings = reader.page.locator(".jp-RenderedMarkdown h2").all()
    assert headings
    assert all(heading.is_visible() for heading in headings)


PARTS_SHOWN = """solution => {
    solution.open = true;
    const seen = [...solution.children].filter(part => part.getClientRects().length);
    return seen.map(part => part.lang || part.localName);
}"""


@pytest.mark.parametrize("language", SAYS)
def test_a_solution_shows_the_text_in_one_language_or_both_and_the_code(language, reader):
    switch_to(language, reader)
    reader.wait_until_shown(ko=language != "en", en=language != "ko")
    solutions = reader.page.locator(".jp-RenderedMarkdown details").all()
    assert solutions
    texts = [lang for lang in LANGUAGES if language in (lang, "both")]
    for solution in solutions:
        code = ["pre"] * solution.locator("pre").count()
        assert solution.evaluate(PARTS_SHOWN) == ["summary", *texts, *code]


def test_of_two_switches_the_lower_one_counts(reader):
    switch_to("ko", reader)
    switch_to("en", reader, tag="setup")
    reader.wait_until_shown(ko=True, en=False)
    assert reader.says_of_the_language() == [repr(show_language("en")), SAYS["ko"]]


def test_another_notebook_is_not_touched_and_an_untrusted_one_shows_both(reader):
    switch_to("en", reader)
    reader.open_beside(OTHER)
    reader.wait_for_texts(PAIRS)
    reader.wait_until_shown(ko=True, en=True)
    assert reader.says_of_the_language() == [repr(show_language("ko"))], "no false claim"


def test_korean_words_stay_whole_even_in_a_notebook_that_is_not_trusted(open_notebook):
    reader = open_notebook(OTHER, height=TALL)
    reader.wait_for_texts(PAIRS)
    texts = reader.page.locator(".jp-RenderedMarkdown > [lang=ko]").all()
    breaks = [text.evaluate("text => getComputedStyle(text).wordBreak") for text in texts]
    assert breaks == ["keep-all"] * PAIRS


def test_the_two_texts_of_a_pair_are_closer_than_the_next_block(reader):
    switch_to("both", reader)
    reader.wait_until_shown(ko=True, en=True)
    rooms = reader.page.evaluate(browser.ROOM_AROUND)
    assert len(rooms) == PAIRS - 1  # below the last text is nothing
    assert [room for room in rooms if not 0 < room[0] < room[1] / 1.5] == []


def test_the_answer_to_a_bet_is_folded_until_it_runs_and_again_when_made(folder, open_notebook):
    made = read_notebook(NEW_LESSON)
    reader = open_notebook(f"{NEW_LESSON.stem}.ipynb", height=TALL)
    folded = reader.page.locator(".jp-OutputPlaceholder")
    folded.first.wait_for()
    assert folded.count() == len(tagged(made, "predict")) / 2
    *_, (_, switch) = tagged(made, "language-switch")
    reader.run_edited("language-switch", switch.source)
    folded.locator(".jp-PlaceholderText").first.wait_for(state="hidden")  # it would tell
    reader.restart_and_run_all()
    assert folded.count() == 0

    reader.save()
    script = folder / NEW_LESSON.name
    saved = notebooks.read_stored(script.with_suffix(".ipynb"))
    assert not any("jupyter" in cell.metadata for cell in saved.cells)
    assert list(differences(made.cells, saved.cells)) == []
    again = notebooks.read_stored(notebooks.make(script))
    assert [cell.metadata for cell in again.cells] == [cell.metadata for cell in made.cells]


def test_the_switch_holds_far_below_it(open_notebook):
    reader = open_notebook(LESSONS[0].with_suffix(".ipynb").name)
    switch_to("ko", reader)
    reader.scroll_to_the_end()
    reader.wait_until_shown(en=False)
    assert any(reader.shows("ko"))


@pytest.mark.parametrize(("language", "other"), [("ko", "en"), ("en", "ko")])
def test_a_language_chosen_in_one_lesson_is_that_of_another(language, other, tmp_path, chromium):
    folder = shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    home = tmp_path / "home"
    environment = {**AS_A_READER, "COURSE_LANGUAGE": "", "XDG_CONFIG_HOME": str(home / ".config")}
    with browser.open_lab(folder, home, chromium, environment) as open_notebook:
        switch_to(language, open_notebook(LESSONS[0].with_suffix(".ipynb").name))
        reader = open_notebook(LESSONS[3].with_suffix(".ipynb").name)
        reader.restart_and_run_all()
        reader.wait_until_shown(**{language: True, other: False})
        assert reader.says_of_the_language() == [SAYS[language]]
        figures = [
            output.data["text/plain"]
            for cell in reader.cells()
            for output in cell.get("outputs", [])
            if "image/png" in output.get("data", {})
        ]
    assert figures
    begin = {"ko": "그림", "en": "Figure"}[language]
    assert all(words.startswith(begin) and len(words.splitlines()) == 1 for words in figures)


@pytest.mark.parametrize(("language", "place"), [("ko", 0), ("en", 1)])
def test_a_check_names_the_mistake_in_the_chosen_language(language, place, reader):
    (mistake, *_) = check_sum_of_squares.mistakes
    switch_to(language, reader)
    code = inspect.getsource(mistake.answer).replace(mistake.answer.__name__, "sum_of_squares")
    imports = "from tutorial_helpers.exercises import check_sum_of_squares\n\n"
    call = "\n\ncheck_sum_of_squares(sum_of_squares)"
    said = reader.run_answer("check_sum_of_squares", imports + code + call)
    assert mistake.says[place] in said
    assert mistake.hint[place] in said
    assert mistake.says[1 - place] not in said


def stored_with(switch):
    """Return the first lesson as somebody else stored it, with this switch in its output."""
    lesson = read_notebook(LESSONS[0])
    *_, (_, cell) = tagged(lesson, "language-switch")
    cell.outputs[0].data["text/html"] = switch._repr_html_()
    return lesson
