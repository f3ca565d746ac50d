"""Editions: what each kind of reader gets of a lesson, made from the one source."""

import copy
import io
import posixpath
import re
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont
from nbconvert.exporters import get_exporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import edition_files
import editions
from build_cache import Folder, Product
from lessons import LESSONS, NEW_LESSON, ROOT, lesson_named, read_notebook
from proofreading.reading import is_prose, text_of
from tutorial_editions import maths
from tutorial_editions.exporters import HandoutExporter
from tutorial_editions.language import LANGUAGES, Edition, merge_runs, tags_of
from tutorial_helpers.describe import unseen

pytestmark = pytest.mark.ci
NAMES = [path.stem for path in LESSONS]
MANY_PROCESSES = lesson_named("many_processes")
HANGUL = "[가-힣]"
ADDRESS = "https://github.com/somebody/torch-nn"


def edition_of(notebook, **options):
    """Return an edition of a notebook, which becomes it."""
    return Edition(**options).preprocess(notebook, {})[0]


def sources(notebook, *tags):
    """Return what the cells hold, of all cells or of those with one of the tags."""
    return [cell.source for cell in notebook.cells if not tags or set(tags) & set(tags_of(cell))]


# Notebooks in one language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", LESSONS, ids=lambda path: path.stem)
def test_an_edition_has_the_prose_of_one_language_and_the_code_of_both(script, language):
    lesson = read_notebook(script)
    edition = edition_of(read_notebook(script), language=language)
    kept = [cell for cell in lesson.cells if "language-switch" not in tags_of(cell)]
    assert sources(edition, f"lang-{language}") == [
        cell.source for cell in kept if f"lang-{language}" in tags_of(cell)
    ]
    other = "en" if language == "ko" else "ko"
    assert not sources(edition, f"lang-{other}")
    code, code_of_both = (
        [cell for cell in cells if cell.cell_type == "code"] for cells in (edition.cells, kept)
    )
    assert [cell.id for cell in code] == [cell.id for cell in code_of_both]
    for cell, before in zip(code, code_of_both, strict=True):
        if "setup" not in tags_of(cell):
            assert cell.source == before.source
    rest = "\n".join(sources(edition))
    assert not re.search("show_language|see (?:only|one language)", rest)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_solutions_are_in_one_language(language):
    for script in LESSONS:
        shared = [
            cell.source.partition("\n```")[0]
            for cell in edition_of(read_notebook(script), language=language).cells
            if cell.cell_type == "markdown" and not is_prose(cell)
        ]
        headings = [source for source in shared if source.startswith(("#", "<"))]
        assert headings
        for heading in headings:
            assert bool(re.search(HANGUL, heading)) == (language == "ko"), heading
            assert " · " not in heading


SOLUTION = """\
<details><summary>풀이 1 · Solution 1</summary>

<div lang="ko" style="word-break: keep-all">

둘을 더합니다.

</div>

<div lang="en">

Add the two.

</div>

```python
1 + 1  # 여기 · here
```

</details>"""
REFERENCE = "- A. Author. [A · B](https://a.org/b_(c)) (1986): "


@pytest.mark.parametrize(
    ("language", "texts", "note"),
    [
        ("ko", ["<summary>풀이 1</summary>", "둘을 더합니다."], "짧은 글"),
        ("en", ["<summary>Solution 1</summary>", "Add the two."], "a short text"),
    ],
    ids=LANGUAGES,
)
def test_of_what_both_languages_share_one_language_stays(language, texts, note):
    shared = [new_markdown_cell(SOLUTION, metadata={"tags": ["solution"]})]
    shared += map(new_markdown_cell, ("$$a$$", f"{REFERENCE}짧은 글 · a short text"))
    folded, formula, references = sources(edition_of(new_notebook(cells=shared), language=language))
    assert all(text in folded for text in [*texts, "1 + 1  # 여기 · here"])
    assert len(re.findall("풀이|Solution|더합|Add", folded)) == len(texts)
    assert (formula, references) == ("$$a$$", f"{REFERENCE}{note}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_helpers_speak_the_language_of_the_edition(language):
    for script in LESSONS:
        (setup,) = sources(edition_of(read_notebook(script), language=language), "setup")
        assert setup.endswith(f'setup_notebook("{language}")')


def test_without_solutions_and_without_outputs():
    lesson = read_notebook(LESSONS[0])
    assert sources(lesson, "solution")
    bare = edition_of(lesson, language="ko", solutions=False, outputs=False)
    assert not sources(bare, "solution")
    assert "<details>" not in "\n".join(sources(bare))
    for cell in bare.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
    nbformat.validate(bare)


def test_links_to_lessons_lead_to_lessons_of_the_same_form():
    text = "[01](01_random_data.ipynb), [a page](https://a.org/02_x.ipynb)"
    notebook = new_notebook(cells=[new_markdown_cell(text)])
    assert sources(edition_of(notebook, links=".html")) == [
        "[01](01_random_data.html), [a page](https://a.org/02_x.ipynb)"
    ]


@pytest.mark.parametrize("name", ["edition", "handout", "deck"])
def test_nbconvert_finds_the_exporters_and_jupyterlab_leaves_them_out_of_its_menu(name):
    exporter = get_exporter(name)
    assert exporter.__module__ == "tutorial_editions.exporters"
    assert exporter.export_from_notebook is None


def test_without_the_extra_packages_learners_can_import_them_and_formulas_say_what_to_install():
    code = (
        "import sys; sys.modules.update(math_core=None, ziamath=None, sphinx_revealjs=None); "
        "import tutorial_editions.exporters as exporters; "
        "print(exporters.HandoutExporter().markdown2html('$x$'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert done.stderr.count('pip install "tutorial-helpers[editions]"') == 2
    assert re.search(HANGUL, done.stderr.splitlines()[-2])


# Handouts


def page_of(html):
    return BeautifulSoup(html, "html.parser")


def language_of(part):
    """Return the language that a part of a page is marked with."""
    return next((parent["lang"] for parent in (part, *part.parents) if parent.get("lang")), None)


@pytest.fixture(scope="module")
def handout_of():
    """Return a function that makes the handout of a notebook."""
    exporter = HandoutExporter()
    return lambda notebook: exporter.from_notebook_node(notebook, {"metadata": {"name": "x"}})[0]


@pytest.fixture(scope="module")
def handouts(handout_of):
    """Return the handouts of all lessons, from their stored outputs."""
    return {script.stem: page_of(handout_of(read_notebook(script))) for script in LESSONS}


@pytest.mark.parametrize("name", NAMES)
def test_a_handout_is_one_file_without_scripts(name, handouts):
    page = handouts[name]
    assert not page.find_all("script")
    assert not page.find_all("link", href=False)
    for tag in page.find_all(True):
        assert not any(key.startswith("on") for key in tag.attrs)
        assert tag.get("src", "data:").startswith("data:"), tag
    assert not re.search(r"url\((?!data:)|@import", str(page))


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_its_description_in_each_language(name, handouts):
    figures = [
        text_of(output).splitlines()
        for cell in read_notebook(ROOT / "notebooks" / f"{name}.py").cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    assert [(image["alt"], language_of(image)) for image in handouts[name].find_all("img")] == [
        (text, language)
        for description in figures
        for text, language in zip(description, LANGUAGES, strict=True)
    ]


def figure_and_words():
    """Return a notebook that shows a figure, and has it read aloud in both languages."""
    words = "그림. 선\nFigure. line"
    shown = [{"image/png": "", "text/plain": words}, {"text/html": unseen(words)}]
    outputs = [new_output("display_data", data) for data in shown]
    return new_notebook(cells=[new_code_cell("plt.show()", outputs=outputs)])


def test_a_figure_is_read_aloud_in_the_language_of_a_notebook(handout_of):
    picture, words = edition_of(figure_and_words(), language="en").cells[0].outputs
    assert picture.data["text/plain"] == "Figure. line"
    assert [p.text for p in page_of(words.data["text/html"]).select("p")] == ["Figure. line"]


def test_a_handout_says_what_a_figure_shows_in_its_alt_alone(handout_of):
    in_both = figure_and_words()
    runs = {lang: edition_of(figure_and_words(), language=lang) for lang in LANGUAGES}
    for run in runs.values():
        run.cells[0].id = in_both.cells[0].id
    merged = merge_runs(copy.deepcopy(in_both), runs)
    for notebook in (in_both, merged):
        page = page_of(handout_of(notebook))
        assert [image["alt"] for image in page.select("img")] == ["그림. 선", "Figure. line"]
        assert "Figure. line" not in page.text


@pytest.mark.parametrize("name", NAMES)
def test_all_prose_is_marked_by_its_language(name, handouts):
    for part in handouts[name].find_all(["p", "li", "h1", "h2", "td", "summary", "strong"]):
        for text in part.find_all(string=re.compile(HANGUL), recursive=False):
            assert language_of(part) == "ko", text


@pytest.mark.parametrize("name", NAMES)
def test_no_formula_is_left_in_latex(name, handouts):
    formulas = sum(
        len(re.findall(r"\$\$.+?\$\$|\$[^$\n]+\$", cell.source, re.DOTALL))
        for cell in read_notebook(ROOT / "notebooks" / f"{name}.py").cells
        if cell.cell_type == "markdown"
    )
    assert len(handouts[name].find_all("math")) == formulas
    for part in handouts[name].find_all(["p", "li", "td"]):
        assert not part.find_all(string=re.compile(r"\$"), recursive=False)


def test_a_solution_is_folded_once_with_its_languages_marked(handout_of):
    cell = new_markdown_cell(SOLUTION, metadata={"tags": ["solution"]})
    (solution,) = page_of(handout_of(new_notebook(cells=[cell]))).select(".solution > details")
    assert [(part.text.strip(), language_of(part)) for part in solution.select("[lang]")] == [
        ("풀이 1", "ko"),
        ("Solution 1", "en"),
        ("둘을 더합니다.", "ko"),
        ("Add the two.", "en"),
    ]
    assert "# 여기 · here" in solution.select_one(".highlight").text


def test_the_page_brings_the_letters_of_its_formulas():
    formula = maths.to_mathml(
        r"\hat{y} = \sqrt{x}\, \partial L \cdot \varepsilon h Z", display=True
    )
    css = maths.font_for(f"<p>가</p>{formula}")
    font = TTFont(io.BytesIO(b64decode(re.search(r"base64,([^)]*)", css)[1])))
    missing = [letter for letter in "𝑦𝑥√=⋅𝜕𝑍𝜀ℎ" if ord(letter) not in font.getBestCmap()]
    assert not missing
    assert ord("가") not in font.getBestCmap()
    assert "MATH" in font  # with it the browser sets roots and fractions
    assert maths.font_for("<p>no formula</p>") == ""


def test_outputs_that_differ_by_language_are_each_marked(handout_of):
    def run(*texts):
        outputs = [new_output("stream", name="stdout", text=text) for text in texts]
        return new_notebook(cells=[new_code_cell("f()", id="f", outputs=outputs)])

    notebook = merge_runs(run(), {"ko": run("1", "맞습니다."), "en": run("1", "Right.")})
    shown = page_of(handout_of(notebook)).select("pre")
    assert [(pre.text.strip(), language_of(pre)) for pre in shown][-3:] == [
        ("1", "ko"),  # the page's own language: the same for both
        ("맞습니다.", "ko"),
        ("Right.", "en"),
    ]


def test_the_answer_to_a_bet_is_folded_in_handouts_and_in_notebooks_of_one_language(handout_of):
    def stored():
        return read_notebook(NEW_LESSON)

    answers = [cell for cell in stored().cells if "jupyter" in cell.metadata]
    assert answers
    folded = page_of(handout_of(stored())).select("details.answer")
    assert [part.pre.text.strip() for part in folded] == [
        "".join(map(text_of, cell.outputs)).strip() for cell in answers
    ]
    summary = folded[0].summary.select("[lang]")
    assert [part.text for part in summary] == ["답 보기", "Show the answer"]
    for language in LANGUAGES:
        kept = edition_of(stored(), language=language).cells
        assert [cell for cell in kept if "jupyter" in cell.metadata] == answers
        bare = edition_of(stored(), language=language, outputs=False).cells
        assert not [cell for cell in bare if cell.metadata.get("jupyter")]


# All of it


@pytest.fixture(scope="module")
def lessons(stored_runs):
    """Return two lessons, the second of which imports a script."""
    return [stored_runs(LESSONS[0]), stored_runs(MANY_PROCESSES)]


def made(lessons, repository=""):
    """Return all products by their paths."""
    return {product.path: product for product in edition_files.products(lessons, repository)}


def test_every_reader_gets_a_file(lessons):
    paths = set(made(lessons))
    for name in (LESSONS[0].stem, MANY_PROCESSES.stem):
        for language in LANGUAGES:
            assert f"handouts/{language}/{name}.html" in paths
            assert f"slides/{language}/{name}.html" in paths
            for suffix in edition_files.VARIANTS:
                assert f"notebooks/{language}{suffix}/{name}.ipynb" in paths
                assert f"notebooks/{language}{suffix}/train_with_ddp.py" in paths
    assert {"index.html", "slides/reveal/LICENSE", "slides/reveal/dist/reveal.js"} <= paths


def test_every_relative_link_leads_to_a_product(lessons):
    everything = made(lessons)
    not_made = {script.stem for script in LESSONS} - {lesson.name for lesson in lessons}
    for path in ("index.html", *(path for path in everything if path.startswith("handouts/"))):
        for link in page_of(everything[path].make()).find_all("a"):
            target = link["href"].partition("#")[0]
            elsewhere = target.startswith("https:") or Path(target).stem in not_made
            if target and not elsewhere:
                assert posixpath.normpath(f"{path}/../{target}") in everything, (path, target)


def test_without_a_public_address_nothing_links_to_one(lessons):
    everything = made(lessons)
    assert not any("-colab/" in path for path in everything)
    for path, product in everything.items():
        if path.endswith(".html"):
            links = r"colab\.research|mybinder\.org|github\.io"
            assert not re.search(links, product.make().decode())


def test_with_a_public_address_colab_and_binder_are_linked(lessons):
    everything = made(lessons, ADDRESS)
    index = everything["index.html"].make().decode()
    for language in LANGUAGES:
        place = f"notebooks/{language}-colab/{LESSONS[0].stem}.ipynb"
        assert place in everything
        colab = f"https://colab.research.google.com/github/somebody/torch-nn/blob/gh-pages/{place}"
        handout = everything[f"handouts/{language}/{LESSONS[0].stem}.html"].make().decode()
        assert colab in index
        assert colab in handout
        site = f"https://somebody.github.io/torch-nn/handouts/{language}/{LESSONS[0].stem}.html"
        assert f'<link rel="canonical" href="{site}">' in handout
    assert "https://mybinder.org/v2/gh/somebody/torch-nn/HEAD?urlpath=lab/tree/notebooks/" in index


def test_colab_installs_the_helpers_and_gets_the_script_that_a_lesson_imports(lessons):
    everything = made(lessons, ADDRESS)
    path = f"notebooks/ko-colab/{MANY_PROCESSES.stem}.ipynb"
    notebook = nbformat.reads(everything[path].make().decode(), as_version=4)
    nbformat.validate(notebook)
    install, script = notebook.cells[:2]
    assert install.source == f'%pip install -q "tutorial-helpers @ git+{ADDRESS}"'
    name, _, text = script.source.partition("\n")
    assert name == "%%writefile train_with_ddp.py"
    assert text + "\n" == (ROOT / "notebooks" / "train_with_ddp.py").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(lessons):
    first, second = made(lessons), made(lessons)
    for path in first:
        assert first[path].key == second[path].key
        assert first[path].make() == second[path].make(), path


def test_a_change_of_one_lesson_changes_its_own_products_and_the_index(lessons, tmp_path):
    changed = tmp_path / lessons[0].path.name
    notebook = read_notebook(LESSONS[0])
    notebook.cells[0].source = "# 00 다른 제목 · Another title"
    nbformat.write(notebook, changed)
    before, after = made(lessons), made([lessons[0]._replace(path=changed), lessons[1]])
    different = {path for path in before if before[path].key != after[path].key}
    own = {path for path in before if LESSONS[0].stem in path}
    assert different == own | {"index.html"}
    assert "다른 제목" in after["index.html"].make().decode()


def test_a_second_call_makes_nothing_and_what_is_not_asked_for_is_removed(tmp_path):
    calls = []

    def product(name, key):
        return Product(name, key, lambda: calls.append(name) or key.encode())

    folder = Folder(tmp_path)
    assert folder.update(product("a/1", "x"))
    assert folder.update(product("b/2", "x"))
    folder.save()
    folder = Folder(tmp_path)
    assert not folder.update(product("a/1", "x"))
    assert folder.update(product("a/1", "y"))
    assert calls == ["a/1", "b/2", "a/1"]
    assert (tmp_path / "a/1").read_bytes() == b"y"
    (tmp_path / "mine").write_text("kept", "utf-8")
    folder.remove_all_but(["a/1"])
    assert not (tmp_path / "b").exists()
    assert (tmp_path / "mine").exists()
    (tmp_path / "a/1").unlink()
    assert folder.update(product("a/1", "y"))
    (tmp_path / "a/1").write_text("edited in JupyterLab", "utf-8")
    assert folder.update(product("a/1", "y"))
    assert (tmp_path / "a/1").read_bytes() == b"y"


def test_a_lesson_is_run_in_its_language_and_times_are_kept(tmp_path):
    pair = [
        new_code_cell(
            "from tutorial_helpers import setup_notebook\n\nsetup_notebook()",
            metadata={"tags": ["setup"]},
        ),
        new_code_cell("from tutorial_helpers.language import say\nprint(say('손실', 'loss'))"),
        new_code_cell(
            "print('2 µs')",
            metadata={"tags": ["nbval-ignore-output"]},
            outputs=[new_output("stream", name="stdout", text="1 µs\n")],
        ),
    ]
    path = tmp_path / "00_small.ipynb"
    nbformat.write(new_notebook(cells=[new_markdown_cell("# 00 작은 · Small"), *pair]), path)
    folder = Folder(tmp_path / "dist")
    (lesson,) = editions.run_lessons([path], folder)
    said = [
        [text_of(output) for cell in cells_of(run) for output in cell.get("outputs", [])]
        for run in lesson.runs.values()
    ]
    assert said == [["손실\n", "1 µs\n"], ["loss\n", "1 µs\n"]]
    counts = [cell.get("execution_count") for cell in cells_of(lesson.runs["ko"])]
    assert counts == [None, 1, 2, 3]


def cells_of(path):
    """Return the cells of a notebook."""
    return nbformat.read(path, as_version=4).cells


def test_a_lesson_that_does_not_run_stops_it_and_says_where(tmp_path):
    path = tmp_path / "00_broken.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell("1 / 0")]), path)
    with pytest.raises(editions.LeftAloneError, match=r"cell 0\n(?s:.*)ZeroDivisionError"):
        editions.build(tmp_path / "dist", [path], "")


def test_the_address_in_pyproject_is_one_that_links_can_be_made_from():
    assert re.fullmatch(r"(https://github\.com/[\w.-]+/[\w.-]+)?", editions.address_of_repository())
