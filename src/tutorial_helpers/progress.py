"""A bar that shows how far a long loop has come."""

import math
import os
import sys
from operator import length_hint

from tqdm import tqdm

from tutorial_helpers.language import say
from tutorial_helpers.notebook import kernel_shell

REFRESHES = 10
WIDTH = 79


def progress(iterable):
    """Show how far a loop has come, in a notebook or in a terminal.

    루프가 어디까지 진행되었는지 막대로 보여 줍니다.

    The bar is drawn about ten times in all, so it costs next to nothing; where the
    length is not known, at most once a second. Use it around the outer loop. There is
    no bar under pytest, which would compare the times that a bar shows, and none with
    the environment variable ``TQDM_DISABLE=1``, set before Python starts.

    Parameters
    ----------
    iterable : iterable
        What the loop goes through.

    Returns
    -------
    iterable
        The same items in the same order.

    Raises
    ------
    TypeError
        If `iterable` is an int, as in ``progress(500)``.

    Examples
    --------
    >>> sum(t for t in progress(range(500)))
    124750
    """
    if isinstance(iterable, int):
        raise TypeError(
            say(
                f"progress에는 range({iterable})처럼 for 루프에 쓸 수 있는 것을 넣으세요. "
                f"받은 값: {iterable}",
                "progress needs something that a for loop can go through, such as "
                f"range({iterable}), but it got {iterable}.",
            )
        )
    if "PYTEST_VERSION" in os.environ:
        return iterable
    length = length_hint(iterable)
    if length:
        often = {"total": length, "miniters": math.ceil(length / REFRESHES), "mininterval": 0}
    else:
        often = {"total": math.inf, "miniters": 1, "mininterval": 1}
    # A bar on stderr has a red background in a notebook. The width of the terminal
    # that Jupyter was started from says nothing about the page.
    place = {"file": sys.stdout, "ncols": WIDTH} if kernel_shell() else {}
    # After ten seconds without a refresh, tqdm would go over to one at each item.
    return tqdm(iterable, maxinterval=math.inf, **often, **place)
