"""Tables of numbers as colors, to be compared."""

import numpy as np

from tutorial_helpers.axes import check_axes, one_axes
from tutorial_helpers.language import ABOVE, SEPARATOR, quoted, say
from tutorial_helpers.style import VALUES


def plot_tables(tables, ax=None):
    r"""Draw Tensors of one shape as colors below one another, each sample in one column.

    모양이 같은 텐서 여러 개를 위아래로 놓고 값을 색으로 나타냅니다.

    White is 0, and a color means the same number in each table.

    Parameters
    ----------
    tables : dict of str to Tensor, each of shape (n, d_out)
        What to write beside each table, and its numbers, from top to bottom.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `tables` is not a dict of Tensors, or `ax` is not the axes of one panel.
    ValueError
        If there is no table, or one without numbers, or if they are not two-dimensional and
        of one shape.

    Examples
    --------
    >>> import torch
    >>> y = torch.randn(64, 10)
    >>> ax = plot_tables({"정답 · targets": y, "예측 · predictions": torch.zeros(64, 10)})
    >>> [text.get_text() for text in ax.get_yticklabels()]
    ['정답 ·\ntargets', '예측 ·\npredictions']
    """
    _check_tables(tables)
    if ax is not None:
        check_axes(ax)
    numbers = {name: table.detach().cpu().numpy().T for name, table in tables.items()}
    height, width = next(iter(numbers.values())).shape
    apart = 1.2 * height  # a fifth of a table between two
    finite = [abs(table[np.isfinite(table)]).max(initial=0) for table in numbers.values()]
    darkest = max(finite) or 1
    ax = one_axes(ax) if ax is not None else _new_axes()
    ax.grid(visible=False)
    for place, (name, table) in enumerate(numbers.items()):
        top = place * apart
        image = ax.imshow(
            table,
            extent=(-0.5, width - 0.5, top + height, top),
            label=name,
            cmap=VALUES,
            vmin=-darkest,
            vmax=darkest,
            interpolation="nearest",
        )
    ax.set(xlim=(-0.5, width - 0.5), ylim=(top + height, 0), aspect="auto")
    ax.set(xlabel="샘플 · sample", ylabel="출력 · output")
    middles = [place * apart + height / 2 for place in range(len(tables))]
    ax.set_yticks(middles, [name.replace(SEPARATOR, ABOVE) for name in tables])
    ax.tick_params(axis="y", length=0)
    ax.spines[:].set_visible(False)
    ax.figure.colorbar(image, ax=ax, label="값 · value")
    return ax


def _new_axes():
    """Return the axes of a new figure: what was drawn before may have a logarithmic axis."""
    import matplotlib.pyplot as plt

    return one_axes(plt.figure().add_subplot())


def _check_tables(tables):
    if not isinstance(tables, dict) or not all(hasattr(t, "detach") for t in tables.values()):
        raise TypeError(
            say(
                "tables에는 이름과 텐서의 딕셔너리를 넣으세요. 예: {'정답 · targets': y}. "
                f"받은 값: {quoted(tables)}",
                "tables must be a dict of names and Tensors, such as {'정답 · targets': y}, "
                f"but it is {quoted(tables)}.",
            )
        )
    shapes = [tuple(table.shape) for table in tables.values()]
    if len(set(shapes)) != 1 or len(shapes[0]) != 2 or 0 in shapes[0]:
        raise ValueError(
            say(
                "모양이 (n, d_out)으로 모두 같은 텐서를 하나 이상 넣으세요. "
                f"받은 텐서의 모양: {quoted(shapes)}",
                "tables must hold one or more Tensors of one shape (n, d_out), "
                f"but the shapes are {quoted(shapes)}.",
            )
        )
