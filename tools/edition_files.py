"""What is made from a lesson and its runs: notebooks, handouts, slides and an index."""

import copy
import functools
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


def products(lessons, repository, tools=None):
    """Yield every product of the lessons.

    Parameters
    ----------
    lessons : list of Lesson
    repository : str
        The public address of the repository, "" where it has none. Then nothing links to it,
        and there is no edition for Colab.
    tools : str, optional
        The state of the programs that make the products, computed unless given.
    """
    tools = tools or digest(
        versions_of("nbconvert", "mistune", "pygments", "math-core", "fonttools", "ziamath"),
        *sources_below(TEMPLATES.parent),
        Path(__file__),
    )
    for lesson in lessons:
        yield from notebooks_of(lesson, repository, tools)
        yield from pages_of(lesson, repository, tools)
    for name, source in reveal_files().items():
        yield Product(f"slides/reveal/{name}", digest(source), source.read_bytes)
    yield index_of(lessons, repository, tools)


def notebooks_of(lesson, repository, tools):
    """Yield a lesson's notebooks in one language, and the scripts that they import."""
    folders = dict(VARIANTS) | ({"-colab": (True, True)} if repository else {})
    key = digest(tools, repository, *lesson.sources)
    for language, run in lesson.runs.items():
        for suffix, (solutions, outputs) in folders.items():
            folder = f"notebooks/{language}{suffix}"
            edition = Edition(language=language, solutions=solutions, outputs=outputs)

            def make(edition=edition, run=run, suffix=suffix):
                notebook, _ = edition.preprocess(read(run), {})
                if suffix == "-colab":
                    notebook.cells[:0] = cells_for_colab(lesson, repository)
                return as_bytes(notebook)

            yield Product(f"{folder}/{lesson.name}.ipynb", key, make)
            if suffix != "-colab":
                for script in lesson.scripts:
                    yield Product(f"{folder}/{script.name}", digest(script), script.read_bytes)


def cells_for_colab(lesson, repository):
    """Return the cells that bring to Colab what a lesson imports."""
    install = f'%pip install -q "tutorial-helpers @ git+{repository}"'
    cells = [new_code_cell(install, id="install")]
    for script in lesson.scripts:
        source = f"%%writefile {script.name}\n{script.read_text('utf-8').rstrip()}"
        cells.append(new_code_cell(source, id=script.stem.replace("_", "-")))
    return cells


def pages_of(lesson, repository, tools):
    """Yield a lesson's handout and slides in each language."""
    key = digest(tools, repository, *lesson.sources)
    for language in LANGUAGES:

        def handout(language=language):
            address = f"handouts/{language}/{lesson.name}.html"
            site = address_of_site(repository, address)
            runs = {lang: read(path) for lang, path in lesson.runs.items()}
            slides = "슬라이드" if language == "ko" else "Slides"
            links = [(slides, f"../../slides/{language}/{lesson.name}.html")]
            links += links_elsewhere(lesson, language, repository)
            notebook = merge_runs(read(lesson.path), runs)
            return page_of(handout_exporter(), notebook, lesson, language, links=links, site=site)

        def slides(language=language):
            notebook = read(lesson.runs[language])
            exporter = deck_exporter(language)
            return page_of(exporter, notebook, lesson, language, reveal="../reveal")

        yield Product(f"handouts/{language}/{lesson.name}.html", key, handout)
        yield Product(f"slides/{language}/{lesson.name}.html", key, slides)


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


@functools.cache
def handout_exporter():
    """Return the exporter for all handouts; to make one takes long."""
    return HandoutExporter()


@functools.cache
def deck_exporter(language):
    """Return the exporter for all slides in one language."""
    return DeckExporter(config=Config({"Edition": {"language": language}}))


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


def index_of(lessons, repository, tools):
    """Return the product that is the page with links to everything."""

    def make():
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

    sources = [path for lesson in lessons for path in lesson.sources]
    return Product("index.html", digest(tools, repository, *sources), make)


def as_bytes(notebook):
    """Return a notebook as it is stored."""
    return (nbformat.writes(notebook) + "\n").encode()


def reveal_files():
    """Return the files of reveal.js that slides load, by their names beside the slides."""
    folder = Path(find_spec("sphinx_revealjs").origin).parent / "_static" / "revealjs"
    names = ("LICENSE", "dist/reveal.js", "dist/reveal.css", "plugin/notes/notes.js")
    return {name: folder / name for name in names}
