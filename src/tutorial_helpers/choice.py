"""The language that the reader chose last, in any lesson, and what else may choose it."""

import os
from contextlib import suppress
from uuid import uuid4

from platformdirs import user_config_path

from tutorial_helpers.language import LANGUAGES

VARIABLE = "COURSE_LANGUAGE"

# They tell of a run that nobody reads along: its outputs are compared, or graded.
_UNREAD = {"PYTEST_VERSION", "NBGRADER_EXECUTION"}


def preferred_language():
    """Return the language in which a notebook begins.

    That is the value of the environment variable ``COURSE_LANGUAGE``, by which a server
    chooses for its readers; else what was remembered; else both. Under pytest and nbgrader
    nothing remembered is read, so that they find the same outputs whoever starts them.

    Returns
    -------
    {"ko", "en", "both"}

    Examples
    --------
    >>> preferred_language()
    'both'
    """
    words = os.environ.get(VARIABLE), None if is_unread() else remembered()
    return next(filter(LANGUAGES.__contains__, words), "both")


def is_unread():
    """Return whether nobody reads along: what is chosen then is not remembered either.

    Examples
    --------
    >>> is_unread()  # here, in a test
    True
    """
    return not _UNREAD.isdisjoint(os.environ)


def remembered():
    """Return the language that the reader chose last, or None if that is not known."""
    with suppress(OSError, ValueError):
        word = _file().read_text(encoding="ascii")
        return word if word in LANGUAGES else None


def remember(language):
    """Note the language for the other lessons, and return whether that was possible."""
    if remembered() == language:
        return True
    file = _file()
    draft = file.with_name(uuid4().hex)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(language, encoding="ascii")
        draft.replace(file)  # at once: a notebook that reads it now finds the old or the new
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True


def _file():
    return user_config_path("tutorial-helpers", appauthor=False) / "language"
