"""Figures that several lessons draw."""

import math
from numbers import Real

from tutorial_helpers.language import bilingual_label, say


def plot_loss_curve(losses, ax=None, *, label=None):
    """Draw one loss a step on a logarithmic axis.

    단계마다 손실을 하나씩, 세로축을 로그 눈금으로 그립니다.

    Parameters
    ----------
    losses : sequence of float, 1-D Tensor or 1-D array
        The losses in the order of the steps, all positive and finite.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current axes if left out.
    label : str, optional
        The curve's name in the legend. Without it, there is no legend.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `losses` is not a sequence of numbers.
    ValueError
        If `losses` is empty, or holds a number that a logarithmic axis cannot show.

    Examples
    --------
    >>> ax = plot_loss_curve([100.0, 10.0, 1.0])
    >>> ax.get_yscale()
    'log'
    """
    losses = _positive_losses(losses)
    # Imported late, because `setup_notebook` prepares matplotlib's first import.
    import matplotlib.pyplot as plt

    ax = plt.gca() if ax is None else ax
    ax.plot(range(len(losses)), losses, label=label or bilingual_label("손실", "loss"))
    ax.set_yscale("log")
    ax.set_xlabel(bilingual_label("단계", "step"))
    ax.set_ylabel(bilingual_label("손실", "loss"))
    if label is not None:
        ax.legend()
    return ax


def _positive_losses(losses):
    losses = losses.tolist() if hasattr(losses, "tolist") else losses
    if isinstance(losses, (str, bytes, dict)) or not hasattr(losses, "__len__"):
        raise TypeError(
            say(
                "losses에는 손실을 모은 리스트를 넣으세요. "
                f"받은 값의 자료형: {type(losses).__name__}",
                f"losses must be a list of losses, but it is of type {type(losses).__name__}.",
            )
        )
    if len(losses) == 0:
        raise ValueError(
            say(
                "losses가 비어 있어 그릴 것이 없습니다. "
                "학습 루프에서 losses.append(loss.item())을 했는지 보세요.",
                "losses is empty, so there is nothing to draw. "
                "See whether the training loop calls losses.append(loss.item()).",
            )
        )
    for step, loss in enumerate(losses):
        _check_loss(step, loss)
    return [float(loss) for loss in losses]


def _check_loss(step, loss):
    if isinstance(loss, bool) or not isinstance(loss, Real):
        raise TypeError(
            say(
                f"losses[{step}]에는 수가 있어야 합니다. 받은 값의 자료형: {type(loss).__name__}. "
                "텐서라면 loss.item()을 모으세요.",
                f"losses[{step}] must be a number, but it is of type {type(loss).__name__}. "
                "If it is a tensor, collect loss.item().",
            )
        )
    if not math.isfinite(loss) or loss <= 0:
        raise ValueError(
            say(
                "로그 눈금에는 0보다 큰 유한한 수만 그릴 수 있습니다. "
                f"받은 값: losses[{step}] = {loss}. "
                "그 앞까지만 그리려면 losses를 거기에서 자르세요.",
                "A logarithmic axis shows only finite numbers above 0, "
                f"but losses[{step}] is {loss}. To draw what comes before it, cut losses there.",
            )
        )
