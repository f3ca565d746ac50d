"""A bent line as a sum of ReLUs."""

import math
from numbers import Real

from tutorial_helpers.axes import one_axes
from tutorial_helpers.language import quoted, say

_STYLES = (("C0", "--"), ("C1", "-."), ("C2", ":"), ("C4", (0, (5, 1, 1, 1, 1, 1))))


def plot_bent_line(bends, ax=None):
    """Draw ReLUs of one input, each times a number, and what they add up to.

    입력 하나를 받는 ReLU에 수를 곱해 그리고, 모두 더한 꺾인 선을 그립니다.

    Parameters
    ----------
    bends : dict of float to float
        Where each ReLU bends, and by what its output is multiplied: ``{1: -2}`` is
        ``-2 * relu(x - 1)``.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current axes if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `bends` is not a dict of numbers, or `ax` is not the axes of one panel.
    ValueError
        If there are no bends or more than four, or a number is not finite.

    Examples
    --------
    >>> ax = plot_bent_line({0: 1, 1: -2, 2: 1})
    >>> [line.get_label() for line in ax.get_lines()]
    ['relu(x)', '-2 relu(x - 1)', 'relu(x - 2)', '합 · sum']
    """
    _check_bends(bends)
    ax = one_axes(ax)
    first, last = min(bends), max(bends)
    room = (last - first) / 2 or 1
    places = sorted({first - room, *bends, last + room})
    heights = [_sum_at(bends, place) for place in places]
    for (bend, factor), (color, style) in zip(bends.items(), _STYLES, strict=False):
        pieces = [factor * max(0, place - bend) for place in places]
        ax.plot(places, pieces, color=color, linestyle=style, label=_name(bend, factor))
    options = {"color": "black", "linestyle": "-", "linewidth": 4, "zorder": 1.5}
    options |= {"marker": "o", "markersize": 9, "markevery": slice(1, -1)}
    ax.plot(places, heights, label="합 · sum", **options)
    ax.set(xlabel="입력 x · input x", ylabel="출력 · output")
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    return ax


def _sum_at(bends, place):
    return sum(factor * max(0, place - bend) for bend, factor in bends.items())


def _name(bend, factor):
    times = {1: "", -1: "-"}.get(factor, f"{factor:g} ")
    inside = "x" if bend == 0 else f"x {'-' if bend > 0 else '+'} {abs(bend):g}"
    return f"{times}relu({inside})"


def _check_bends(bends):
    numbers = [*bends, *bends.values()] if isinstance(bends, dict) else [None]
    if not all(isinstance(number, Real) for number in numbers):
        raise TypeError(
            say(
                "bends에는 꺾이는 자리와 곱할 수의 딕셔너리를 넣으세요. 예: {0: 1, 1: -2}. "
                f"받은 값: {quoted(bends)}",
                "bends must be a dict of places and factors, such as {0: 1, 1: -2}, "
                f"but it is {quoted(bends)}.",
            )
        )
    if not 1 <= len(bends) <= len(_STYLES) or not all(map(math.isfinite, numbers)):
        raise ValueError(
            say(
                f"bends에는 꺾이는 자리를 1개에서 {len(_STYLES)}개까지, 유한한 수로 넣으세요. "
                f"받은 값: {quoted(bends)}",
                f"bends must hold from 1 to {len(_STYLES)} places, and only finite numbers, "
                f"but it is {quoted(bends)}.",
            )
        )
