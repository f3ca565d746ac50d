"""A product of two matrices as a drawing to scale."""

from tutorial_helpers.axes import check_axes, one_axes
from tutorial_helpers.checks import check_tensors
from tutorial_helpers.language import say

_WIDTH, _TALLEST = 5.4, 3.4  # in inches, with the labels
_ROOM = 0.95  # in inches, for labels on the left and above
_LEAST, _EDGE = 0.06, 0.05  # in inches, the least side of a box, and how thick an edge is
_EDGES = "가운데의 두 수 · the two numbers in the middle"


def plot_product(left, right, ax=None):
    """Draw two matrices to scale, placed so that their product fits in the corner.

    두 행렬을 크기대로 그리고, 둘을 곱한 행렬을 구석에 그립니다.

    The first stands at the left, the second above, and what they make where the rows of the
    first meet the columns of the second. The two edges that must be equally long are thick;
    if they are not, there is no product. What would be thinner than a line is drawn a
    little thicker.

    Parameters
    ----------
    left, right : Tensor, each of two dimensions
        What is to be multiplied.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `left` or `right` is not a Tensor, or `ax` is not the axes of one panel.
    ValueError
        If one of them is not of two dimensions, or holds no number.

    Examples
    --------
    >>> import torch
    >>> ax = plot_product(torch.ones(64, 1000), torch.ones(1000, 100))
    >>> [text.get_text().split()[-1] for text in ax.texts]
    ['1000)', '100)', '1000', '100)']
    """
    (rows, inner), (other, columns) = _shape("left", left), _shape("right", right)
    if ax is not None:
        check_axes(ax)
    scale = min((_WIDTH - 2 * _ROOM) / (inner + columns), (_TALLEST - _ROOM) / (rows + other))
    a, b, c, d = (max(scale * side, _LEAST) for side in (rows, inner, other, columns))
    gap = 0.16
    width, height = b + gap + d, a + gap + c
    ax = one_axes(ax, (width + 2 * _ROOM, height + _ROOM))
    ax.set(xlim=(-_ROOM, width + _ROOM), ylim=(-_ROOM / 2, height + _ROOM / 2), aspect="equal")
    ax.axis("off")
    _box(ax, (0, 0), b, a, f"앞 행렬 · first matrix {(rows, inner)}", "C0")
    _box(ax, (b + gap, a + gap), d, c, f"뒤 행렬 · second matrix {(other, columns)}", "C3")
    fits = inner == other
    if fits:
        _box(ax, (b + gap, 0), d, a, f"곱 · product {(rows, columns)}", "C4", "////")
    _box(ax, (0, a + 0.02), b, _EDGE, _EDGES, "black")
    _box(ax, (b + gap - 0.02 - _EDGE, a + gap), _EDGE, c, _EDGES, "black")
    ax.text(b / 2, -0.08, f"{rows, inner}", ha="center", va="top")
    ax.text(b + gap + d + 0.08, a + gap + c / 2, f"{other, columns}", va="center")
    middle = f"{inner} {'=' if fits else '≠'} {other}"
    ax.text(
        b + gap - 0.1, a + gap + 0.1, middle, ha="right", va="bottom", color="black", weight="bold"
    )
    if fits:
        ax.text(b + gap + d + 0.08, a / 2, f"{rows, columns}", va="center")
    return ax


def _box(ax, corner, width, height, name, color, hatch=None):
    from matplotlib.patches import Rectangle

    inside = "white" if hatch else color
    options = {"facecolor": inside, "edgecolor": color, "hatch": hatch, "label": name}
    ax.add_patch(Rectangle(corner, width, height, **options))


def _shape(name, matrix):
    check_tensors(**{name: matrix})
    shape = tuple(matrix.shape)
    if len(shape) != 2 or 0 in shape:
        raise ValueError(
            say(
                f"{name}에는 행과 열이 있는 텐서를 넣으세요. 받은 텐서의 모양: {shape}",
                f"{name} must be a Tensor with rows and columns, but its shape is {shape}.",
            )
        )
    return shape
