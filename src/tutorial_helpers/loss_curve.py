"""The loss curve."""

import math
from collections.abc import Sequence
from numbers import Real

from tutorial_helpers.axes import one_axes
from tutorial_helpers.language import say


def plot_loss_curve(losses, ax=None, *, label=None, **line_options):
    """Draw one loss a step on a logarithmic axis.

    단계마다 손실을 하나씩, 세로축을 로그 눈금으로 그립니다.

    Parameters
    ----------
    losses : sequence of float, 1-D Tensor or 1-D array
        The losses in the order of the steps, all above 0.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current axes if left out.
    label : str, optional
        The curve's name. With one, there is a legend.
    **line_options
        Passed on to ``ax.plot``, for example ``color="black"``.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `losses` is not a sequence of numbers, or `ax` is not the axes of one panel.
    ValueError
        If `losses` is empty, or holds a number that is not finite or not above 0.
    AttributeError, TypeError, ValueError
        If ``ax.plot`` does not take the `line_options`; the message is matplotlib's.

    Examples
    --------
    >>> ax = plot_loss_curve([100.0, 10.0, 1.0])
    >>> ax.get_yscale()
    'log'
    """
    losses = _list_of(losses)
    for step, loss in enumerate(losses):
        _check_loss(step, loss)
    ax = one_axes(ax)
    name = "손실 · loss" if label is None else label
    ax.plot(range(len(losses)), losses, label=name, **line_options)
    ax.set_yscale("log")
    ax.set_xlabel("단계 · step")
    ax.set_ylabel("손실 · loss")
    if label is not None:
        ax.legend()
    return ax


def _list_of(losses):
    given = type(losses).__name__
    if hasattr(losses, "tolist"):  # a Tensor or an array
        losses = losses.tolist()
    if not isinstance(losses, Sequence):
        raise TypeError(
            say(
                "losses에는 단계마다 하나씩 모은 손실의 리스트를 넣으세요. "
                f"받은 값의 자료형: {given}",
                f"losses must be a list with one loss a step, but it is of type {given}.",
            )
        )
    if not losses:
        raise ValueError(
            say(
                "losses가 비어 있어 그릴 것이 없습니다. "
                "학습 루프에서 losses.append(loss.item())을 했는지 보세요.",
                "losses is empty, so there is nothing to draw. "
                "See whether the training loop calls losses.append(loss.item()).",
            )
        )
    return losses


def _check_loss(step, loss):
    if not isinstance(loss, Real):
        is_tensor = hasattr(loss, "item")
        raise TypeError(
            say(
                f"losses[{step}]에는 수가 있어야 합니다. 받은 값의 자료형: {type(loss).__name__}."
                + (" 텐서 대신 loss.item()을 모으세요." if is_tensor else ""),
                f"losses[{step}] must be a number, but it is of type {type(loss).__name__}."
                + (" Collect loss.item() instead of the tensor." if is_tensor else ""),
            )
        )
    given = f"losses[{step}] = {loss}"
    if not math.isfinite(loss):
        raise ValueError(
            say(
                f"{given}: 유한하지 않은 손실은 그릴 수 없습니다. "
                "학습률이 너무 크지 않은지 보거나, losses를 그 앞에서 자르세요.",
                f"{given}: a loss that is not finite cannot be drawn. "
                "See whether the learning rate is too large, or cut losses before it.",
            )
        )
    if loss <= 0:
        raise ValueError(
            say(
                f"{given}: 로그 눈금에는 0보다 큰 수만 그릴 수 있습니다.",
                f"{given}: a logarithmic axis shows only numbers above 0.",
            )
        )
