"""How close a layer with one output can come to its targets, as a drawing."""

import numpy as np

from tutorial_helpers.axes import one_axes
from tutorial_helpers.language import say

_LOOKS = ("C0-", "C1--", "C2-.", "C4:")


def plot_fit(inputs, targets, ax=None):
    """Draw targets over one or two inputs, and the predictions that come closest to them.

    입력 한두 개에 대한 정답과, 거기에 가장 가까운 예측을 그립니다.

    The predictions are those of a layer with a bias and one output, with the smallest sum of
    squares. With two inputs, there is one line for each value of the second, up to four.

    Parameters
    ----------
    inputs : Tensor, shape (n, 1) or (n, 2)
        The inputs of n samples.
    targets : Tensor, shape (n,)
        Their targets.
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
        If the shapes are others, or there are more than four values of the second input.

    Examples
    --------
    >>> import torch
    >>> from matplotlib.figure import Figure
    >>> inputs, targets = torch.tensor([[0.0], [1.0]]), torch.tensor([1.0, 3.0])
    >>> ax = plot_fit(inputs, targets, Figure().add_subplot())
    >>> [line.get_label() for line in ax.get_lines()]
    ['예측 · prediction', '정답 · target']
    """
    inputs, targets = np.asarray(inputs, float), np.asarray(targets, float)
    seconds = _values_of_the_second(inputs, targets)
    ax = one_axes(ax)
    with_ones = np.column_stack([inputs, np.ones(len(inputs))])
    weights = np.linalg.lstsq(with_ones, targets, rcond=None)[0]
    ends = np.array([inputs[:, 0].min(), inputs[:, 0].max()])
    for second, look in zip(seconds, _LOOKS, strict=False):
        rest = [] if second is None else [np.full(2, second)]
        predictions = np.column_stack([ends, *rest, np.ones(2)]) @ weights
        ax.plot(ends, predictions, look, label=_name(second))
    ax.plot(inputs[:, 0], targets, "ko", label="정답 · target")
    n, d = inputs.shape
    ax.set_title(f"샘플 {n}, 입력 {d} ·\n{n} samples, {d} input{'s' * (d > 1)}", fontsize=10)
    ax.set_xlabel("첫째 입력 · first input", fontsize=9)
    ax.set_ylabel("정답 · target")
    if d > 1:
        low, high = ax.get_ylim()
        ax.set_ylim(low, high + 0.5 * (high - low))  # room above for the legend
        ax.legend(fontsize=8, loc="upper left")
    return ax


def _values_of_the_second(inputs, targets):
    if inputs.ndim != 2 or inputs.shape[1] not in {1, 2} or targets.shape != inputs.shape[:1]:
        raise ValueError(
            say(
                "inputs의 모양은 (n, 1)이나 (n, 2), targets의 모양은 (n,)이어야 합니다. "
                f"받은 모양: {inputs.shape}, {targets.shape}",
                "The shape of inputs must be (n, 1) or (n, 2) and that of targets (n,), "
                f"but they are {inputs.shape} and {targets.shape}.",
            )
        )
    if inputs.shape[1] == 1:
        return [None]
    seconds = np.unique(inputs[:, 1])
    if len(seconds) > len(_LOOKS):
        raise ValueError(
            say(
                f"둘째 입력의 값은 {len(_LOOKS)}가지까지 그립니다. 받은 값: {len(seconds)}가지",
                f"The second input may have up to {len(_LOOKS)} values, but it has {len(seconds)}.",
            )
        )
    return seconds


def _name(second):
    if second is None:
        return "예측 · prediction"
    return f"둘째 입력이 {second:g}일 때 · second input {second:g}"
