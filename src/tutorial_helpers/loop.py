"""The training loop as a drawing."""

import math

from tutorial_helpers.axes import one_axes, points_per_unit
from tutorial_helpers.language import ABOVE, SEPARATOR

_PARTS = {  # name, code and color of each, in their order
    "순전파 · forward pass": ("model(x)", "C0"),
    "손실 · loss": ("loss_fn(y_pred, y)", "C5"),
    "지우기 · clear": ("zero_grad()", "C5"),
    "역전파 · backward pass": ("backward()", "C1"),
    "갱신 · update": ("param -= …", "C2"),
}
_WIDTH, _HEIGHT = 5.8, 3.4  # of the drawing; the ring's radius is 1
_DISC, _GAP, _LETTER = 0.19, 0.08, 0.175


def plot_loop(ax=None):
    """Draw the five parts of the training loop as a ring that is gone round 500 times.

    학습 루프에서 하는 다섯 가지 일을 고리로 그립니다.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `ax` is not the axes of one panel.

    Examples
    --------
    >>> ax = plot_loop()
    >>> [text.get_text() for text in ax.texts if text.get_text().isdigit()]
    ['1', '2', '3', '4', '5']
    """
    ax = one_axes(ax, (5, 5 * _HEIGHT / _WIDTH))
    ax.set(xlim=(-_WIDTH / 2, _WIDTH / 2), ylim=(1.95 - _HEIGHT, 1.95), aspect="equal")
    ax.axis("off")
    size = _LETTER * points_per_unit(ax)
    for place, (name, (code, color)) in enumerate(_PARTS.items()):
        angle = 90 - place * 360 / len(_PARTS)
        _draw_part(ax, place + 1, name, code, color, angle, size)
        _draw_arrow(ax, angle, angle - 360 / len(_PARTS), size)
    round_and_round = "500번 · 500 times".replace(SEPARATOR, ABOVE)
    ax.text(0, 0, round_and_round, ha="center", va="center", fontsize=1.2 * size)
    return ax


def _draw_part(ax, number, name, code, color, angle, size):
    from matplotlib.patches import Circle

    x, y = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    spoken = SEPARATOR.join(f"{number} {half}, {code}" for half in name.split(SEPARATOR))
    ax.add_patch(Circle((x, y), _DISC, color=color, label=spoken))
    centered = {"ha": "center", "va": "center_baseline"}
    ax.text(x, y, number, color="white", weight="bold", fontsize=1.2 * size, **centered)
    beside = _DISC + _GAP
    if abs(x) < beside:  # at the top
        side, x, y = "center", 0, y + beside + 1.5 * _LETTER
    else:
        side, x = ("left", x + beside) if x > 0 else ("right", x - beside)
    if y < 0:  # clear of the ring
        y -= 1.6 * _DISC
    name = name.replace(SEPARATOR, ABOVE)
    ax.text(x, y + 0.03, name, color=color, weight="bold", ha=side, va="bottom", fontsize=size)
    ax.text(x, y - 0.03, code, family="monospace", ha=side, va="top", fontsize=size)


def _draw_arrow(ax, start, end, size):
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path

    free = math.degrees(_DISC + _GAP)
    clockwise = Path.arc(end + free, start - free)
    path = Path(clockwise.vertices[::-1], clockwise.codes)
    name = "다음 · next"
    options = {"arrowstyle": "-|>", "mutation_scale": 1.2 * size, "linewidth": 2, "color": "0.4"}
    ax.add_patch(FancyArrowPatch(path=path, label=name, **options))
