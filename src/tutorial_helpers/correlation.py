"""What a correlation coefficient looks like."""

import numpy as np

from tutorial_helpers.axes import one_axes
from tutorial_helpers.language import say

_SAMPLES = 64  # as many as the course's data has


def plot_correlation(r, ax=None):
    """Draw 64 points whose correlation coefficient is `r`.

    상관계수가 `r`인 점 64개를 그립니다.

    Both coordinates have mean 0 and standard deviation 1. The points are the same each time.

    Parameters
    ----------
    r : float
        The correlation coefficient, from -1 to 1.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current axes if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `ax` is not the axes of one panel.
    ValueError
        If `r` is not a number from -1 to 1.

    Examples
    --------
    >>> ax = plot_correlation(-0.5)
    >>> ax.get_title()
    '상관계수 -0.5 · correlation -0.5'
    """
    if not -1 <= r <= 1:
        raise ValueError(
            say(
                f"r에는 -1부터 1까지의 수를 넣으세요. 받은 값: {r}",
                f"r must be a number from -1 to 1, but it is {r}.",
            )
        )
    ax = one_axes(ax)
    one, rest = _columns_without_correlation()
    ax.scatter(one, r * one + (1 - r**2) ** 0.5 * rest, s=14, color="C0", label="샘플 · samples")
    ax.set_title(f"상관계수 {r:g} · correlation {r:g}", fontsize=10)
    ax.set(
        xlabel="한 열 · one column",
        ylabel="다른 열 · the other",
        xlim=(-3, 3),
        ylim=(-3, 3),
    )
    return ax


def _columns_without_correlation():
    one, other = np.random.default_rng(0).standard_normal((2, _SAMPLES))
    one = _standardized(one)
    other = _standardized(other)
    return one, _standardized(other - (one @ other) / (one @ one) * one)


def _standardized(column):
    return (column - column.mean()) / column.std(ddof=1)
