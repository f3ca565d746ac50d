"""Make from the bilingual lessons what other readers need, in dist/.

    python tools/course.py editions          notebooks in one language, handouts, slides
    python tools/course.py editions --zip    and a zip with all packages, to use offline

Each lesson is run once in each language, and everything is made from these runs. A second
call makes only what has changed; the same input gives the same bytes.
"""

import argparse
import copy
import os
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from tqdm import tqdm

from build_cache import Folder, Product, digest, sources_below, versions_of
from bundle import PUBLISHED, bundle
from course import print_on_any_console
from edition_files import Lesson, as_bytes, products
from lessons import ROOT, scripts_of
from publishing import publish
from running import LeftAloneError, execute, normalise
from tutorial_editions import language as language_of_editions
from tutorial_editions.language import LANGUAGES, Edition, tags_of

CACHE = ".cache"


def run_of(path, language):
    """Return the product that is a lesson, run in one language.

    What nbval does not compare, because it shows times, is kept as it is stored.
    """
    helpers = sources_below(ROOT / "src" / "tutorial_helpers")
    packages = versions_of("torch", "matplotlib", "ipykernel", "nbclient")
    tools = [ROOT / "tools" / name for name in ("running.py", "cells.py")]
    tools.append(Path(language_of_editions.__file__))
    key = digest(language, packages, path, *helpers, *scripts_of(path), *tools)

    def make():
        notebook = nbformat.read(path, as_version=4)
        notebook, _ = Edition(language=language).preprocess(notebook, {})
        stored = copy.deepcopy(notebook.cells)
        execute(notebook, path)
        normalise(notebook)
        for cell, before in zip(notebook.cells, stored, strict=True):
            if "nbval-ignore-output" in tags_of(cell):
                cell.outputs = before.outputs
        return as_bytes(notebook)

    return Product(f"{CACHE}/{language}/{path.name}", key, make)


def run_lessons(paths, folder):
    """Bring the runs of stored notebooks up to date, several at a time; return the lessons."""
    runs = {(path, language): run_of(path, language) for path in paths for language in LANGUAGES}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        longest_first = sorted(runs.values(), key=lambda run: Path(run.path).name, reverse=True)
        done = pool.map(folder.update, longest_first)
        bar = tqdm(done, desc="실행 · running", total=len(runs), unit=" 편 · lessons")
        made = sum(bar)
    print(f"실행한 수업 · lessons run: {made}", flush=True)

    return [
        Lesson(
            path,
            {language: folder.path / runs[path, language].path for language in LANGUAGES},
            tuple(scripts_of(path)),
        )
        for path in paths
    ]


def address_of_repository():
    """Return the public address that pyproject.toml names, "" where it names none."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return settings["tool"]["tutorial-editions"]["repository"].rstrip("/")


def build(output, paths, repository):
    """Make in a folder what is out of date, and return how many files were made.

    Raises
    ------
    LeftAloneError
        If a lesson does not run to its end.
    """
    folder = Folder(output)
    try:
        lessons = run_lessons(paths, folder)
        everything = list(products(lessons, repository))
        made = sum(map(folder.update, tqdm(everything, desc="만들기 · making", unit=" 개 · files")))
        runs = [run.relative_to(output) for lesson in lessons for run in lesson.runs.values()]
        folder.remove_all_but([run.as_posix() for run in runs] + [file.path for file in everything])
    finally:
        folder.save()
    return made


def main(arguments):
    """Make the editions of all lessons; return an exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="the folder, else dist")
    parser.add_argument("--zip", action="store_true", help="also a zip with all packages")
    options = parser.parse_args(arguments)
    print_on_any_console()
    try:
        paths = publish(options.output / PUBLISHED)
        made = build(options.output, paths, address_of_repository())
    except LeftAloneError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"새로 만든 파일 · files made: {made}\n{options.output / 'index.html'}")
    if options.zip:
        print(bundle(options.output))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
