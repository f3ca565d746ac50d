"""Broadcasting as a drawing: both Tensors as they are stretched, and what comes out."""

import numpy as np

from tutorial_helpers.axes import check_axes, one_axes, points_per_unit
from tutorial_helpers.checks import check_tensors
from tutorial_helpers.language import say
from tutorial_helpers.style import COLORS, VALUES

_FEW = 8  # rows and columns with a number in each cell
_GIVEN = "주어진 수 · given numbers"
_COPIES = "되풀이한 수 · repeated numbers"


def plot_broadcasting(a, sign, b, ax=None):
    """Draw a sum or difference of two Tensors as broadcasting computes it.

    브로드캐스팅이 두 텐서를 어떻게 늘여서 더하거나 빼는지 그립니다.

    Each Tensor is drawn in the shape of the result. A thick line is around what was given, the
    rest repeats it. Small Tensors have a number in each cell.

    Parameters
    ----------
    a, b : Tensor
        At most two dimensions.
    sign : {"+", "-"}
        What to do with them.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `a` or `b` is not a Tensor, or `ax` is not the axes of one panel.
    ValueError
        If `sign` is another one, or the shapes do not go together.

    Examples
    --------
    >>> import torch
    >>> ax = plot_broadcasting(torch.zeros(4, 1), "-", torch.zeros(4))
    >>> [image.get_label() for image in ax.get_images()]
    ['(4, 1) → (4, 4)', '(4,) → (4, 4)', '(4, 4)']
    """
    _check(a, sign, b)
    if ax is not None:
        check_axes(ax)
    one, other = (tensor.detach().cpu().double().numpy() for tensor in (a, b))
    result = one + other if sign == "+" else one - other
    tables = [np.broadcast_to(table, result.shape) for table in (one, other, result)]
    tables = [np.atleast_2d(table) for table in tables]
    rows, columns = tables[2].shape
    few = max(rows, columns) <= _FEW
    between = 1.2 if few else 0.16 * columns
    above = 1.0 if few else 0.35 * rows
    width, height = 3 * columns + 2 * between, rows + above
    ax = one_axes(ax, (7, 7 * (height + 0.2) / (width + 0.4)))
    ax.set(xlim=(-0.2, width + 0.2), ylim=(rows + 0.1, -above - 0.1), aspect="equal")
    ax.axis("off")
    size = min(11, 0.36 * points_per_unit(ax)) if few else 10
    for place, (table, given) in enumerate(zip(tables, (one, other, result), strict=True)):
        left = place * (columns + between)
        _draw_table(ax, table, given, result.shape, left, size, few)
    for place, word in ((1, "−" if sign == "-" else "+"), (2, "=")):
        middle = place * (columns + between) - between / 2
        ax.text(middle, rows / 2, word, ha="center", va="center", fontsize=1.6 * size)
    return ax


def _draw_table(ax, table, given, shape, left, size, few):
    from matplotlib.patches import Rectangle

    rows, columns = table.shape
    label = str(given.shape) if given.shape == shape else f"{given.shape} → {shape}"
    darkest = 2 * np.sqrt(np.mean(table**2)) or 1
    ax.imshow(
        table,
        extent=(left, left + columns, rows, 0),
        label=label,
        cmap=VALUES,
        vmin=-darkest if not few else -2 * darkest,  # pale enough to read a number on it
        vmax=darkest if not few else 2 * darkest,
        interpolation="nearest",
    )
    ax.text(
        left + columns / 2,
        -0.25 if few else -0.06 * rows,
        label,
        ha="center",
        va="bottom",
        fontsize=size,
    )
    own_rows, own_columns = np.atleast_2d(given).shape
    if few:
        for i in range(rows):
            for j in range(columns):
                own = i < own_rows and j < own_columns
                ax.text(
                    left + j + 0.5,
                    i + 0.5,
                    f"{table[i, j]:.3g}".replace("-", "−"),
                    ha="center",
                    va="center",
                    fontsize=size,
                    color="black" if own else "#555555",
                    weight="bold" if own else "normal",
                )
    edge = {"fill": False, "edgecolor": "#777777", "linewidth": 0.8, "label": _COPIES}
    ax.add_patch(Rectangle((left, 0), columns, rows, **edge))
    edge |= {"edgecolor": COLORS[1], "linewidth": 2.5, "label": _GIVEN}
    if shape != given.shape:
        ax.add_patch(Rectangle((left, 0), own_columns, own_rows, **edge))


def _check(a, sign, b):
    check_tensors(a=a, b=b)
    if sign not in ("+", "-"):
        raise ValueError(
            say(
                f'sign은 "+"나 "-"입니다. 받은 값: {sign!r}',
                f'sign must be "+" or "-", but it is {sign!r}.',
            )
        )
    shapes = tuple(a.shape), tuple(b.shape)
    try:
        result = np.broadcast_shapes(*shapes)
    except ValueError:
        result = None
    if result is None or len(result) > 2 or 0 in result:
        raise ValueError(
            say(
                f"모양이 {shapes[0]}인 텐서와 {shapes[1]}인 텐서로는 "
                "2차원까지의 표를 만들 수 없습니다.",
                f"Shapes {shapes[0]} and {shapes[1]} do not go together in a table of at most "
                "2 dimensions.",
            )
        )
