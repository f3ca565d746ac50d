"""Where the lessons lie, and what can be read from them."""

import re
from itertools import groupby
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[1]


def lessons_in(folder):
    """Return the scripts in a folder that are named as lessons are: 00_name.py.

    Examples
    --------
    >>> lessons_in(ROOT / "notebooks") == LESSONS
    True
    """
    named = re.compile(r"[0-9]{2}_\w+\.py")  # no copy is: 00_name-Copy1.py, 00_name (1).py
    return sorted(path for path in folder.glob("*.py") if named.fullmatch(path.name))


LESSONS = lessons_in(ROOT / "notebooks")
NEW_LESSON = ROOT / "docs" / "99_new_lesson.py"  # the one to copy, written like the others
SCRIPTS = [*LESSONS, NEW_LESSON]
COURSE_GUIDE = ROOT / "docs" / "teaching" / "course.py"
GUIDES = lessons_in(COURSE_GUIDE.parent)  # for teachers, one a lesson


def lesson_named(name):
    """Return a lesson's script by its name without the number.

    Examples
    --------
    >>> lesson_named("whole_program") == LESSONS[0]
    True
    """
    (script,) = (script for script in LESSONS if script.stem[3:] == name)
    return script


def guide_of(script):
    """Return the script of the guide that belongs to a lesson, whether it is there or not."""
    return COURSE_GUIDE.with_name(script.name)


def read_notebook(script):
    """Return the stored notebook of a lesson's script."""
    return nbformat.read(script.with_suffix(".ipynb"), as_version=4)


def scripts_of(path):
    """Return the scripts that a lesson imports from its own folder.

    Parameters
    ----------
    path : pathlib.Path
        The lesson, as a script or as a notebook.

    Returns
    -------
    list of pathlib.Path
    """
    code = path.read_text("utf-8")
    beside = sorted(path.parent.glob("[!0-9]*.py"))
    return [
        script for script in beside if re.search(rf"(?m)^\W*(import|from) {script.stem}\b", code)
    ]


def strays():
    """Return the notebooks and scripts that lie among the lessons and guides and are neither.

    Copies are, which JupyterLab makes by Duplicate, and notebooks without a script.
    """
    ours = {*SCRIPTS, *GUIDES, COURSE_GUIDE}
    ours |= {script.with_suffix(".ipynb") for script in ours}
    ours |= {script for lesson in LESSONS for script in scripts_of(lesson)}
    folders = {path.parent for path in ours}
    beside = (path for folder in folders for path in folder.iterdir())
    return sorted(path for path in beside if path.suffix in (".py", ".ipynb") and path not in ours)


def twins(scripts):
    """Return the scripts whose number another one has, too.

    Examples
    --------
    >>> [path.stem for path in twins([Path("00_one"), Path("01_two"), Path("01_three")])]
    ['01_two', '01_three']
    """
    groups = [list(group) for _, group in groupby(scripts, lambda script: script.stem[:2])]
    return [script for group in groups if len(group) > 1 for script in group]
