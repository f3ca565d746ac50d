"""Where the lessons lie, and what can be read from them."""

from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.py"))
NEW_LESSON = ROOT / "docs" / "99_new_lesson.py"  # the one to copy, written like the others
SCRIPTS = [*LESSONS, NEW_LESSON]
COURSE_GUIDE = ROOT / "docs" / "teaching" / "course.py"
GUIDES = sorted(COURSE_GUIDE.parent.glob("[0-9]*.py"))  # for teachers, one a lesson


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
        The stored notebook.

    Returns
    -------
    list of pathlib.Path
    """
    code = path.read_text("utf-8")
    beside = sorted(path.parent.glob("[!0-9]*.py"))
    return [script for script in beside if f"import {script.stem}" in code]
