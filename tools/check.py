"""Check one lesson whole: its notebook, form, languages, numbers, exercises and guide.

    python tools/course.py check 03              the one with this number
    python tools/course.py check 03 --pdb        with options for pytest

These are the tests of `make test` that name the lesson. Those that `.ci/run` adds follow with
ARGS="03 -m 'not release'".
"""

import subprocess
import sys

from course import print_on_any_console
from lessons import ROOT, SCRIPTS
from running import LeftAloneError
from storing import refuse_twins

FOLDERS = ("proofreading", "lessons", "exercises", "guides", "repository/test_readme.py")


def command(stem, options):
    """Return how pytest runs all tests that name a lesson."""
    tests = [f"tests/{folder}" for folder in FOLDERS]
    (script,) = [script for script in SCRIPTS if script.stem == stem]
    notebook = script.with_suffix(".ipynb").relative_to(ROOT)
    return [sys.executable, "-m", "pytest", "-k", stem, str(notebook), *tests, *options]


def main(arguments):
    """Run the tests of the lesson that is named first; return an exit status."""
    print_on_any_console()
    named, *options = arguments or [""]
    try:
        refuse_twins(SCRIPTS)
    except LeftAloneError as error:
        print(error, file=sys.stderr)
        return 2
    stems = [script.stem for script in SCRIPTS]
    found = [stem for stem in stems if stem.startswith(named)] if named else []
    if len(found) != 1:
        print(
            f"수업의 번호를 적으세요. 예: make check ARGS=03. 수업: {', '.join(stems)}",
            f"Name one lesson by its number, as in make check ARGS=03. Lessons: {', '.join(stems)}",
            sep="\n",
            file=sys.stderr,
        )
        return 2
    return subprocess.call(command(found[0], options), cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
