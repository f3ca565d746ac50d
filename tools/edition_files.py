"""What is made from a lesson and its runs: notebooks, handouts, slides and an index."""

import copy
import functools
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import jinja2
import nbformat
from nbformat.v4 import new_code_cell
from traitlets.config import Config

from build_cache import Product, digest, sources_below, versions_of
from tutorial_editions.exporters import TEMPLATES, DeckExporter, HandoutExporter
from tutorial_editions.language import LANGUAGES, Edition, halves, merge_runs

COURSE = {"ko": "한 프로그램으로 배우는 torch.nn", "en": "torch.nn in one program"}
# What follows the language in a folder's name: whether solutions and outputs stay.
VARIANTS = {
    "": (True, True),
    "-without-solutions": (False, True),
    "-without-outputs": (True, False),
    "-bare": (False, False),
}


class Lesson(NamedTuple):
    """The files of a lesson: as it is stored, run in each language, and what it imports."""

    path: Path
    runs: dict
    scripts: tuple

    @property
    def name(self):
        """The name of its files, without an ending."""
        return self.path.stem

    @property
    def sources(self):
        """All that is made from a lesson is made from these."""
        return [self.path, *self.runs.values(), *self.scripts]

    def title(self, language):
        """Return the title with the lesson's number, in one language."""
        return halves(read(self.path).cells[0].source)[language].removeprefix("# ")


@functools.cache
def _stored(path):
    return nbformat.read(path, as_version=4)


def read(path):
    """Return a notebook that may be changed; each file is read once."""
    return copy.deepcopy(_stored(path))


def products(lessons, repository):
    """Yield every product of the lessons.

    Parameters
    ----------
    lessons : list of Lesson
    repository : str
        The public address of the repository, "" where it has none. Then nothing links to it,
        and there is no edition for Colab.
    """
    packages = versions_of("nbconvert", "mistune", "pygments", "math-core", "fonttools", "ziamath")
    tools = digest(repository, packages, *sources_below(TEMPLATES.parent), Path(__file__))
    for lesson in lessons:
        key = digest(tools, *lesson.sources)
        for path, make in (*notebooks_of(lesson, repository), *pages_of(lesson, repository)):
            yield Product(path, key, make)
    for name, source in reveal_files().items():
        yield Product(f"slides/reveal/{name}", digest(source), source.read_bytes)
    sources = [path for lesson in lessons for path in lesson.sources]
    yield Product("index.html", digest(tools, *sources), partial(index_of, lessons, repository))


# Notebooks


def notebooks_of(lesson, repository):
    """Yield a lesson's notebooks in one language and its scripts: the path, and what makes it."""
    for language, run in lesson.runs.items():
        for suffix, (solutions, outputs) in VARIANTS.items():
            folder = f"notebooks/{language}{suffix}"
            edition = Edition(language=language, solutions=solutions, outputs=outputs)
            yield f"{folder}/{lesson.name}.ipynb", partial(notebook_of, run, edition)
            for script in lesson.scripts:
                yield f"{folder}/{script.name}", script.read_bytes
        if repository:
            cells = cells_for_colab(lesson.scripts, repository)
            make = partial(notebook_of, run, Edition(language=language), cells)
            yield f"notebooks/{language}-colab/{lesson.name}.ipynb", make


def notebook_of(run, edition, first_cells=()):
    """Return a notebook in one language as it is stored."""
    notebook, _ = edition.preprocess(read(run), {})
    notebook.cells[:0] = first_cells
    return as_bytes(notebook)


def as_bytes(notebook):
    """Return a notebook as it is stored."""
    return (nbformat.writes(notebook) + "\n").encode()


def cells_for_colab(scripts, repository):
    """Return the cells that bring to Colab what a lesson imports."""
    install = f'%pip install -q "tutorial-helpers @ git+{repository}"'
    cells = [new_code_cell(install, id="install")]
    for script in scripts:
        source = f"%%writefile {script.name}\n{script.read_text('utf-8').rstrip()}"
        cells.append(new_code_cell(source, id=script.stem.replace("_", "-")))
    return cells


# Pages


def pages_of(lesson, repository):
    """Yield a lesson's handout and slides in each language: the path, and what makes it."""
    for language in LANGUAGES:
        file = f"{language}/{lesson.name}.html"
        yield f"handouts/{file}", partial(handout_of, lesson, language, repository)
        yield f"slides/{file}", partial(slides_of, lesson, language)


def handout_of(lesson, language, repository):
    """Return a lesson's handout, which begins in one language, as bytes."""
    file = f"{language}/{lesson.name}.html"
    notebook = merge_runs(read(lesson.path), {lang: read(lesson.runs[lang]) for lang in LANGUAGES})
    slides = ("슬라이드" if language == "ko" else "Slides", f"../../slides/{file}")
    return page_of(
        exporter(HandoutExporter, "both"),
        notebook,
        lesson,
        language,
        links=[slides, *links_elsewhere(lesson, language, repository)],
        site=address_of_site(repository, f"handouts/{file}"),
    )


def slides_of(lesson, language):
    """Return a lesson's slides as bytes."""
    deck = exporter(DeckExporter, language)
    return page_of(deck, read(lesson.runs[language]), lesson, language, reveal="../reveal")


@functools.cache
def exporter(form, language):
    """Return the exporter for all pages of a form; to make one takes long."""
    return form(config=Config({"Edition": {"language": language}}))


def page_of(exporter, notebook, lesson, language, **more):
    """Return a page as bytes; `more` is for its template."""
    page = {
        "language": language,
        "languages": LANGUAGES,
        "title": lesson.title(language),
        "course": COURSE[language],
        "index": f"../../index.html#{language}",
        **more,
    }
    resources = {"metadata": {"name": lesson.name}, "page": page}
    html, _ = exporter.from_notebook_node(notebook, resources)
    return html.encode()


def links_elsewhere(lesson, language, repository):
    """Return the names and addresses of a lesson in Colab and Binder.

    Examples
    --------
    >>> links_elsewhere(None, "ko", "")
    []
    """
    if not repository:
        return []
    project = repository.removeprefix("https://github.com/")
    colab = f"{project}/blob/gh-pages/notebooks/{language}-colab/{lesson.name}.ipynb"
    binder = f"{project}/HEAD?urlpath=lab/tree/notebooks/{lesson.name}.ipynb"
    return [
        ("Colab", f"https://colab.research.google.com/github/{colab}"),
        ("Binder", f"https://mybinder.org/v2/gh/{binder}"),
    ]


def address_of_site(repository, path):
    """Return the address of a page on the site, "" where there is none.

    Examples
    --------
    >>> address_of_site("https://github.com/somebody/torch-nn", "index.html")
    'https://somebody.github.io/torch-nn/index.html'
    """
    if not repository:
        return ""
    owner, name = repository.removeprefix("https://github.com/").split("/")
    return f"https://{owner.lower()}.github.io/{name}/{path}"


def index_of(lessons, repository):
    """Return the page with links to everything, as bytes."""
    rows = [
        {
            "name": lesson.name,
            "titles": {language: lesson.title(language) for language in LANGUAGES},
            "links": {lang: links_elsewhere(lesson, lang, repository) for lang in LANGUAGES},
        }
        for lesson in lessons
    ]
    loader = jinja2.FileSystemLoader(TEMPLATES)
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True)
    html = environment.get_template("index.html.j2").render(
        lessons=rows,
        course=COURSE,
        css=(TEMPLATES / "page.css").read_text("utf-8"),
        variants=VARIANTS,
        repository=repository,
        site=address_of_site(repository, ""),
    )
    return html.encode()


def reveal_files():
    """Return the files of reveal.js that slides load, by their names beside the slides."""
    folder = Path(find_spec("sphinx_revealjs").origin).parent / "_static" / "revealjs"
    names = ("LICENSE", "dist/reveal.js", "dist/reveal.css", "plugin/notes/notes.js")
    return {name: folder / name for name in names}
