"""Figures that several lessons draw."""

import math
from collections.abc import Sequence
from itertools import pairwise
from numbers import Real

from tutorial_helpers.axes import one_axes
from tutorial_helpers.checks import check_number
from tutorial_helpers.language import ABOVE, SEPARATOR, say


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


def plot_network(model, ax=None, *, shown=8):
    """Draw the linear layers of a chain as columns of circles joined by their weights.

    모델 안의 선형 계층을 동그라미와 선으로 그립니다.

    A circle is a number that the model takes in, keeps in a hidden layer or gives out. A
    line is a weight: solid if positive, dashed if negative. Biases are not drawn.

    Parameters
    ----------
    model : torch.nn.Module
        Its ``torch.nn.Linear`` layers follow one another, as in ``torch.nn.Sequential``.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current axes if left out.
    shown : int
        How many circles a column has at most, from 2 to 100: half of them stand for the
        first numbers, half for the last.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `model` is not a ``torch.nn.Module``, `ax` is not the axes of one panel, or
        `shown` is not an int.
    ValueError
        If `model` holds no linear layer, or layers that do not follow one another, or
        if `shown` is out of range.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
    >>> ax = plot_network(model, Figure().add_subplot())
    >>> [text.get_text() for text in ax.texts].count("⋮")  # each column has more than it shows
    3
    """
    check_number("shown", shown, least=2, most=100)
    signs = signs_of_linear_layers(model)
    sizes = [signs[0].shape[1], *map(len, signs)]
    columns = [_circles(size, shown) for size in sizes]
    ax = one_axes(ax)
    for place, of_layer in enumerate(signs):
        _draw_weights(ax, of_layer, place, columns[place], columns[place + 1])
    for place, (size, circles) in enumerate(zip(sizes, columns, strict=True)):
        name = name_of_column(place, size, len(sizes))
        ax.scatter(
            [place] * len(circles), circles.values(), s=160, c="white", ec="black", label=name
        )
        ax.text(place, -1.15, name.replace(SEPARATOR, ABOVE), ha="center", va="top")
        if size > shown:
            ax.text(place, 0, "⋮", ha="center", va="center", fontsize=16)
    ax.set(xlim=(-0.5, len(sizes) - 0.5), ylim=(-1.7, 1.1))
    ax.axis("off")
    return ax


def signs_of_linear_layers(model):
    """Return the signs of the weights of each ``torch.nn.Linear``, which must form a chain."""
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
    signs = [layer.weight.detach().cpu().sign() for layer in layers]
    for before, after in pairwise(signs):
        _check_chain(len(before), after.shape[1])
    return signs


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


def _circles(size, shown):
    """Return the height of each circle of a column by the row of the number it stands for."""
    if size <= shown:
        rows = range(size)
        slots = [(2 * row + 1) / size - 1 for row in rows]
    else:
        rows = [*range(shown // 2), *range(size - shown // 2, size)]
        n_slots = 2 * (shown // 2) + 1  # the one in the middle stays empty
        slots = [(2 * slot + 1) / n_slots - 1 for slot in range(n_slots) if slot != shown // 2]
    return dict(zip(rows, [-slot for slot in slots], strict=True))


def _draw_weights(ax, signs, place, left, right):
    from matplotlib.collections import LineCollection

    names = "양의 가중치 · positive", "음의 가중치 · negative"
    for name, sign, color, style in zip(names, (1, -1), ("C0", "C1"), ("-", "--"), strict=True):
        lines = [
            ((place, left[j]), (place + 1, right[i]))
            for i in right
            for j in left
            if signs[i, j] == sign
        ]
        options = {"color": color, "linestyle": style, "linewidth": 0.8}
        ax.add_collection(LineCollection(lines, zorder=0, label=name, **options))


def name_of_column(place, size, n_columns):
    """Return what a column of circles is called, in both languages."""
    s = "" if size == 1 else "s"
    if place == 0:
        return f"입력 {size}개 · {size} input{s}"
    if place == n_columns - 1:
        return f"출력 {size}개 · {size} output{s}"
    return f"은닉 계층 {size} · hidden layer {size}"
