"""A bar that shows how far a long loop has come."""

import math
import sys
from collections.abc import Iterable
from operator import length_hint

from tqdm import tqdm

from tutorial_helpers.language import quoted, say
from tutorial_helpers.notebook import kernel_shell

REFRESHES = 10
WIDTH = 79


def progress(iterable):
    """Show how far a loop has come, in a notebook or in a terminal.

    루프가 어디까지 진행되었는지 막대로 보여 줍니다.

    The bar is drawn about ten times in all, so it costs next to nothing; where the
    length is not known, at most once a second. Use it around the outer loop. With
    the environment variable ``TQDM_DISABLE=1``, set before Python starts, there is
    no bar.

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
        If `iterable` is nothing that a loop can go through.

    Examples
    --------
    >>> sum(t for t in progress(range(500)))
    124750
    """
    _check_iterable(iterable)
    length = _length(iterable)
    if length:
        often = {"total": length, "miniters": math.ceil(length / REFRESHES), "mininterval": 0}
    else:
        often = {"total": math.inf, "miniters": 1, "mininterval": 1}
    # A bar on stderr has a red background in a notebook. The width of the terminal
    # that Jupyter was started from says nothing about the page.
    place = {"file": sys.stdout, "ncols": WIDTH} if kernel_shell() else {}
    # After ten seconds without a refresh, tqdm would go over to one at each item.
    return tqdm(iterable, maxinterval=math.inf, **often, **place)


def _length(iterable):
    try:
        return length_hint(iterable)
    except Exception:  # a loop does not ask for the length, so it need not be known
        return 0


def _check_iterable(iterable):
    if _is_iterable(iterable):
        return
    given = f"{quoted(iterable)} ({type(iterable).__name__})"
    raise TypeError(
        say(
            f"progress에는 range(500)처럼 for 루프에 쓸 수 있는 것을 넣으세요. 받은 값: {given}",
            "progress needs something that a for loop can go through, such as "
            f"range(500), but it got {given}.",
        )
    )


def _is_iterable(thing):
    if isinstance(thing, Iterable):
        # Not by calling iter: a data loader would start and draw random numbers.
        # Without dimensions, a Tensor or an array has an __iter__ all the same.
        return getattr(thing, "ndim", None) != 0
    try:
        iter(thing)  # which calls nothing of a sequence that has only __getitem__
    except TypeError:
        return False
    return True
