"""What the tests of editions need, and what several of them use."""

import nbformat
import pytest

import edition_files
from lessons import read_notebook, scripts_of
from tutorial_editions.language import LANGUAGES, Edition


@pytest.fixture(autouse=True, scope="session")
def _needs_the_packages_that_make_editions():
    for name in ("math_core", "ziamath", "sphinx_revealjs"):
        pytest.importorskip(name, reason=f"no {name} here, tests of editions left out")


@pytest.fixture(scope="module")
def stored_runs(tmp_path_factory):
    """Return a function that takes what is stored of a lesson for its runs in each language."""
    folder = tmp_path_factory.mktemp("runs")

    def stored_runs(script):
        path = script.with_suffix(".ipynb")
        runs = {language: folder / f"{language}-{path.name}" for language in LANGUAGES}
        for language, run in runs.items():
            notebook, _ = Edition(language=language).preprocess(read_notebook(script), {})
            nbformat.write(notebook, run)
        return edition_files.Lesson(path, runs, tuple(scripts_of(path)))

    return stored_runs
