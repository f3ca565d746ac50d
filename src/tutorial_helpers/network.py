"""A network with every one of its numbers drawn."""

import math
from itertools import pairwise

from tutorial_helpers.axes import check_axes, one_axes, points_per_unit
from tutorial_helpers.checks import check_number
from tutorial_helpers.language import ABOVE, SEPARATOR, say

# Lengths are in distances from circle to circle, y grows downward.
_ROWS = 50  # the circles of a column stand in rows, this many at most
_BETWEEN, _BELOW, _LETTER = 24, 6.5, 2.4
_MOST = 5000
_WIDTH = 5.4  # in inches


def plot_every_number(model, ax=None, *, hidden=0):
    """Draw each number that goes through a network as a circle, and the weights of one of them.

    신경망을 지나는 수를 하나도 빠뜨리지 않고 동그라미로 그립니다.

    Each column holds as many circles as the layer has numbers, so that its area tells its
    size. Lines are weights: those that one number of the hidden layer meets on its way in
    and on its way out. Biases are not drawn.

    Parameters
    ----------
    model : torch.nn.Module
        Its ``torch.nn.Linear`` layers follow one another, as in ``torch.nn.Sequential``.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.
    hidden : int
        Which number of the first layer's output has its weights drawn, from 0 on.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `model` is not a ``torch.nn.Module``, `ax` is not the axes of one panel, or
        `hidden` is not an int.
    ValueError
        If `model` holds no linear layer, layers that do not follow one another, or more
        than 5,000 numbers, or if `hidden` is out of range.

    Examples
    --------
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
    >>> ax = plot_every_number(model, hidden=42)
    >>> [len(column.get_offsets()) for column in ax.collections[-4:-1]]  # and one in black
    [1000, 100, 10]
    """
    sizes = _sizes_of_chain(model)
    if sum(sizes) > _MOST:
        raise ValueError(
            say(
                f"동그라미는 {_MOST:,}개까지 그립니다. 이 모델에는 {sum(sizes):,}개가 필요합니다.",
                f"At most {_MOST:,} circles are drawn, but this model needs {sum(sizes):,}.",
            )
        )
    check_number("hidden", hidden, least=0, most=sizes[1] - 1)
    if ax is not None:
        check_axes(ax)
    columns, right = _lay_out(sizes)
    height = min(max(sizes), _ROWS)
    ax = one_axes(ax, (_WIDTH, _WIDTH * (height + _BELOW + 1) / (right + 1)))
    ax.set(xlim=(-1, right), ylim=(height + _BELOW, -1), aspect="equal")
    ax.axis("off")
    unit = points_per_unit(ax)
    chosen = columns[1][hidden]
    for place in range(min(2, len(sizes) - 1)):
        many, few = columns[place], columns[place + 1]
        starts, ends = (many, [chosen]) if place == 0 else ([chosen], few)
        lines = [(start, end) for start in starts for end in ends]
        n = len(lines)
        name = f"가중치 {n}개 · {n} weights"
        edge = many[-1][0] + 0.7 if place == 0 else chosen[0]
        _draw_weights(ax, lines, edge, name, max(1 - n / 2000, 0.4))
    for place, (size, spots) in enumerate(zip(sizes, columns, strict=True)):
        name = _name_of_column(place, size, len(sizes))
        options = {"s": (0.62 * unit) ** 2, "c": "white", "ec": "black", "linewidths": 0.09 * unit}
        ax.scatter(*zip(*spots, strict=True), label=name, **options)
        middle = (spots[0][0] + spots[-1][0]) / 2
        words = name.replace(SEPARATOR, ABOVE)
        ax.text(middle, height + 0.2, words, ha="center", va="top", fontsize=_LETTER * unit * 0.85)
    name = f"{hidden}번 · number {hidden}"
    ax.scatter(*chosen, s=(1.1 * unit) ** 2, c="black", label=name, zorder=3)
    return ax


def _sizes_of_chain(model):
    """Return how many numbers go into the first ``torch.nn.Linear`` and come out of each."""
    from torch import nn

    if not isinstance(model, nn.Module):
        raise TypeError(
            say(
                "model에는 nn.Sequential(...)로 만든 것 같은 모델을 넣으세요. "
                f"받은 값의 자료형: {type(model).__name__}",
                "model must be a torch.nn.Module, such as nn.Sequential(...), but it is of type "
                f"{type(model).__name__}.",
            )
        )
    layers = [layer for layer in model.modules() if isinstance(layer, nn.Linear)]
    if not layers:
        raise ValueError(
            say(
                "model에 nn.Linear가 없어 그릴 것이 없습니다.",
                "model holds no nn.Linear, so there is nothing to draw.",
            )
        )
    for before, after in pairwise(layers):
        _check_chain(before.out_features, after.in_features)
    return [layers[0].in_features, *(layer.out_features for layer in layers)]


def _check_chain(n_out, n_in):
    if n_out != n_in:
        raise ValueError(
            say(
                "nn.Linear가 차례로 이어진 모델만 그릴 수 있습니다. "
                f"한 계층의 출력은 {n_out}개인데, 그다음 계층의 입력은 {n_in}개입니다.",
                "Only a model whose nn.Linear follow one another can be drawn. "
                f"One layer gives out {n_out} numbers, but the next one takes in {n_in}.",
            )
        )


def _name_of_column(place, size, n_columns):
    """Return what a column of circles is called, in both languages."""
    s = "" if size == 1 else "s"
    if place == 0:
        return f"입력 {size}개 · {size} input{s}"
    if place == n_columns - 1:
        return f"출력 {size}개 · {size} output{s}"
    return f"은닉 계층 {size} · hidden layer {size}"


def _lay_out(sizes):
    """Return where each circle of each column stands, and how far right the last one ends."""
    tallest = min(max(sizes), _ROWS)
    columns, left = [], 0
    for size in sizes:
        rows, width = min(size, _ROWS), math.ceil(size / _ROWS)
        top = (tallest - rows) / 2
        columns.append([(left + i // rows, top + i % rows) for i in range(size)])
        left += width + _BETWEEN
    return columns, left - _BETWEEN + 8


def _draw_weights(ax, lines, edge, name, width):
    """Draw lines from the edge of a column on, where they leave its circles behind."""
    from matplotlib.collections import LineCollection

    visible = []
    for (x, y), (end_x, end_y) in lines:
        part = (edge - x) / (end_x - x)
        visible.append([(edge, y + part * (end_y - y)), (end_x, end_y)])
    smooth = len(lines) < 100  # a thousand smooth lines make a picture far heavier
    options = {"color": "C0", "linewidth": width, "zorder": 0, "antialiased": smooth}
    ax.add_collection(LineCollection(visible, label=name, **options))
