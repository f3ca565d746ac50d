"""Squared errors as areas: a few, each at its own place, and many, all in one square."""

from tutorial_helpers.axes import one_axes
from tutorial_helpers.checks import check_tensors
from tutorial_helpers.language import say
from tutorial_helpers.style import COLORS

_GAP = 1.2  # from a square to the next entry
_FEW = 12
_ONE = 0.6  # the least side of a square with its area written inside


def plot_squares(y_pred, y, ax=None):
    """Draw each difference between prediction and target as a square: its area is its loss.

    예측과 정답의 차이를 한 변으로 하는 정사각형을 원소마다 그립니다. 넓이가 손실입니다.

    Parameters
    ----------
    y_pred : Tensor, shape (n,)
        The predictions, a dozen at most.
    y : Tensor, shape (n,)
        The targets.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current axes if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `y_pred` or `y` is not a Tensor, or `ax` is not the axes of one panel.
    ValueError
        If the shapes of `y_pred` and `y` differ, or are not those of a few entries.

    Examples
    --------
    >>> import torch
    >>> from matplotlib.figure import Figure
    >>> y_pred, y = torch.tensor([3.0, 1.0]), torch.tensor([1.0, 2.0])
    >>> ax = plot_squares(y_pred, y, Figure().add_subplot())
    >>> [text.get_text() for text in ax.texts]
    ['4', '1']
    """
    from matplotlib.patches import Rectangle

    _check_pair(y_pred, y)
    if y.ndim != 1 or not 1 <= len(y) <= _FEW:
        raise ValueError(
            say(
                f"모양이 (1,)에서 ({_FEW},)까지인 텐서를 넣으세요. 받은 모양: {tuple(y.shape)}",
                f"Give Tensors of a shape from (1,) to ({_FEW},); this one is {tuple(y.shape)}.",
            )
        )
    ax = one_axes(ax)
    predictions, targets = y_pred.detach().tolist(), y.detach().tolist()
    places = [0.0]
    for prediction, target in zip(predictions[:-1], targets[:-1], strict=True):
        places.append(places[-1] + abs(prediction - target) + _GAP)
    for place, prediction, target in zip(places, predictions, targets, strict=True):
        low, side = min(prediction, target), abs(prediction - target)
        square = {"facecolor": COLORS[0], "label": "제곱 · square", "edgecolor": COLORS[0]}
        ax.add_patch(Rectangle((place, low), side, side, **square))
        inside = side >= _ONE
        ax.text(
            place + side / 2,
            low + (side / 2 if inside else side + 0.15),
            f"{side**2:.3g}",
            color="white" if inside else "black",
            ha="center",
            va="center" if inside else "bottom",
        )
    ax.plot(places, targets, "ko", linestyle="none", label="정답 · target", markersize=9)
    ax.plot(
        places,
        predictions,
        "D",
        color=COLORS[1],
        linestyle="none",
        label="예측 · prediction",
        markersize=8,
    )
    right = places[-1] + abs(predictions[-1] - targets[-1])
    ax.set(xlim=(-0.5, right + 0.5), xlabel="원소 · entry", ylabel="값 · value", aspect="equal")
    ax.set_xticks(places, list(range(len(places))))
    ax.grid(axis="x", visible=False)
    ax.legend(handles=ax.get_lines(), ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1))
    return ax


def plot_loss_area(y_pred, y, ax=None):
    """Fill one square with the squared differences, the largest ones first.

    차이의 제곱을 큰 것부터 차례로 정사각형 하나에 빈틈없이 채웁니다.

    The whole area is the sum of squares, so the side of the square is the Euclidean distance
    between `y_pred` and `y`. The fewest pieces that make up half of it are dark.

    Parameters
    ----------
    y_pred : Tensor
        The predictions.
    y : Tensor
        The targets, of the same shape.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current axes if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `y_pred` or `y` is not a Tensor, or `ax` is not the axes of one panel.
    ValueError
        If the shapes of `y_pred` and `y` differ, or all differences are 0.

    Examples
    --------
    >>> import torch
    >>> ax = plot_loss_area(torch.tensor([3.0, 4.0]), torch.tensor([0.0, 0.0]))
    >>> float(ax.get_xlim()[1])
    5.0
    """
    from matplotlib.collections import PolyCollection

    _check_pair(y_pred, y)
    areas = ((y_pred.detach() - y.detach()).double() ** 2).flatten().sort(descending=True).values
    areas = areas[areas > 0]
    if not len(areas):
        raise ValueError(
            say(
                "차이가 모두 0이어서 그릴 것이 없습니다.", "All differences are 0: nothing to draw."
            )
        )
    ax = one_axes(ax)
    total = areas.sum().item()
    half = int((areas.cumsum(0) < total / 2).sum()) + 1
    side = total**0.5
    pieces = _pieces(areas.tolist(), side)
    for part, color, name in (
        (pieces[:half], COLORS[0], f"가장 큰 {half}개 · the largest {half}"),
        (
            pieces[half:],
            "#FFFFFF",
            f"나머지 {len(pieces) - half}개 · the other {len(pieces) - half}",
        ),
    ):
        corners = [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)] for x, y, w, h in part]
        edge = "white" if color != "#FFFFFF" else "#555555"
        if corners:
            ax.add_collection(
                PolyCollection(corners, facecolor=color, edgecolor=edge, linewidth=0.6, label=name)
            )
    ax.set(xlim=(0, side), ylim=(0, side), aspect="equal")
    ax.set(xlabel="한 변 · side", ylabel="한 변 · side", title="넓이 = 손실 · area = loss")
    ax.set_xticks([0, side], ["0", f"{side:.3g}"])
    ax.set_yticks([])
    ax.grid(visible=False)
    ax.legend(loc="center left", bbox_to_anchor=(1.02, 0.5), frameon=False)
    return ax


def _pieces(areas, side):
    """Return rectangles of the given areas, as square as may be, that fill a square."""
    x, y, width, height = 0.0, 0.0, side, side
    pieces = []
    while areas:
        short = min(width, height)
        count = 1
        while count < len(areas) and _worst(areas[: count + 1], short) <= _worst(
            areas[:count], short
        ):
            count += 1
        row, areas = areas[:count], areas[count:]
        thick = sum(row) / short
        along = 0.0
        for area in row:
            long = area / thick
            if width >= height:
                pieces.append((x, y + along, thick, long))
            else:
                pieces.append((x + along, y, long, thick))
            along += long
        if width >= height:
            x, width = x + thick, width - thick
        else:
            y, height = y + thick, height - thick
    return pieces


def _worst(row, short):
    """Return how far from square the flattest piece of a row is."""
    thick = sum(row) / short
    return max(max(area / thick**2, thick**2 / area) for area in row)


def _check_pair(y_pred, y):
    check_tensors(y_pred=y_pred, y=y)
    if y_pred.shape != y.shape:
        given = f"{tuple(y_pred.shape)}, {tuple(y.shape)}"
        raise ValueError(
            say(
                f"y_pred와 y의 모양이 같아야 합니다. 받은 모양: {given}",
                f"y_pred and y must have the same shape, but they have {given}.",
            )
        )
