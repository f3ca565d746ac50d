"""Text on consoles that lack some of its letters, as those of Korean Windows lack µ."""

import sys


def print_on_any_console():
    """Let `print` write ``?`` for a letter that the console lacks, and not fail.

    In a notebook nothing changes, because a page can show every letter.

    Examples
    --------
    >>> print_on_any_console()
    """
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
