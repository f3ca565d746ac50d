"""One step of training as a drawing: each Tensor to scale, and which way numbers flow."""

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from tutorial_helpers.axes import check_axes, one_axes, points_per_unit
from tutorial_helpers.checks import check_tensors
from tutorial_helpers.language import say
from tutorial_helpers.style import VALUES

# All lengths are in heights of a letter, y grows downward.
_ROOM = 25, 11  # for the boxes' widths and heights, all together
_LEAST = 0.25  # the least side of a box
_LINE, _LETTER = 1.25, 0.62  # the height of a line of text, and the width of a letter
_SENTENCE = 16  # the room for the words that stand by themselves
_GAP, _BETWEEN, _BELOW = 0.12, 2.4, 1.5  # from box to box, to the side and down
_CELLS = 8  # of a table, in the height of a letter: more are too fine to see
_FORWARD = "순전파 · forward pass", "C0"
_BACKWARD = "역전파 · backward pass", "C1"
_PARAMS = "W1", "b1", "W2", "b2"
_ORDER = ["x", "W1", "b1", "z", "h", "W2", "b2", "y_pred", "y", "loss"]
_ORDER += [f"{name}.grad" for name in ("y_pred", "b2", "W2", "h", "z", "b1", "W1")]
_COLUMNS = [
    ("x", "W1", "W1.grad"),
    ("z", "b1", "z.grad", "b1.grad"),
    ("h", "W2", "h.grad", "W2.grad"),
    ("y_pred", "b2", "y_pred.grad", "b2.grad"),
    ("loss", "y"),
]


class _Box(NamedTuple):
    name: str
    label: str
    values: np.ndarray  # of two dimensions
    x: float  # of its center
    y: float  # of its upper edge
    width: float
    height: float

    @property
    def left(self):
        return self.x - self.width / 2

    @property
    def right(self):
        return self.x + self.width / 2

    @property
    def middle(self):
        return self.y + self.height / 2

    @property
    def bottom(self):
        return self.y + self.height

    @property
    def to_the_left(self):
        return self.left - _GAP, self.middle

    @property
    def to_the_right(self):
        return self.right + _GAP, self.middle

    @property
    def above(self):
        return self.x, self.y - _GAP

    @property
    def below(self):
        return self.x, self.bottom + _GAP


def plot_step(model, loss_fn, x, y, ax=None):
    """Draw the Tensors of one training step as boxes whose sides are their shapes.

    학습 한 단계에 나오는 텐서를 모두, 모양을 두 변으로 하는 상자로 그립니다.

    The upper half is the forward pass, from `x` to the loss; the lower half is the
    backward pass, from the loss to the gradients. Each box is filled with the
    Tensor's own numbers, purple below 0 and green above, and the darker the larger they are
    for that Tensor; where these are too many to see, with every second, third, … row and
    column. What would be thinner than a line is drawn a little thicker. The model is
    not changed.

    Parameters
    ----------
    model : torch.nn.Sequential
        A ``Linear``, a ``ReLU`` and a ``Linear``, of any sizes.
    loss_fn : callable
        ``loss_fn(y_pred, y)`` returns the loss, a Tensor with one number.
    x : Tensor, shape (n, d_in)
        The inputs.
    y : Tensor, shape (n, d_out)
        The targets.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `model` is not a chain of a ``Linear``, a ``ReLU`` and a ``Linear``, `x` or `y`
        is not a Tensor, or `ax` is not the axes of one panel.
    ValueError
        If the shapes of `x` or `y` do not fit the model, or the loss is not one number.

    Examples
    --------
    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
    >>> loss_fn = nn.MSELoss(reduction="sum")
    >>> ax = plot_step(model, loss_fn, torch.randn(64, 1000), torch.randn(64, 10))
    >>> [image.get_label() for image in ax.get_images()][:3]
    ['x (64, 1000)', 'W1 (100, 1000): 100,000', 'b1 (100,)']
    """
    _check_model(model)
    _check_data(model, x, y)
    if ax is not None:
        check_axes(ax)
    tensors = _tensors_of_a_step(model, loss_fn, x, y)
    boxes = _lay_out(tensors)
    width = boxes["loss"].x + _LETTER * max(5, len(boxes["loss"].label)) / 2 + 0.5
    height = max(boxes["W1.grad"].bottom + _LINE, boxes["W2.grad"].bottom + 2 * _LINE) + 0.3
    ax = one_axes(ax, (7, 7 * height / width))
    ax.set(xlim=(-0.5, width), ylim=(height, -0.2), aspect="equal")
    ax.axis("off")
    for box in boxes.values():
        _draw_box(ax, box)
    _draw_words(ax, boxes)
    _draw_forward(ax, boxes)
    _draw_backward(ax, boxes)
    return ax


def _check_model(model):
    from torch import nn

    wanted = nn.Linear, nn.ReLU, nn.Linear
    is_chain = isinstance(model, nn.Sequential) and len(model) == len(wanted)
    if not is_chain or not all(map(isinstance, model, wanted)):
        given = _kinds_of_layers(model) if isinstance(model, nn.Sequential) else _kind(model)
        raise TypeError(
            say(
                "model에는 nn.Sequential(nn.Linear(…), nn.ReLU(), nn.Linear(…)) 꼴의 모델을 "
                f"넣으세요. 받은 값: {given}",
                "model must be nn.Sequential(nn.Linear(…), nn.ReLU(), nn.Linear(…)), "
                f"but it is {given}.",
            )
        )


def _kinds_of_layers(model):
    return f"{_kind(model)}({', '.join(map(_kind, model))})"


def _kind(thing):
    return type(thing).__name__


def _check_data(model, x, y):
    check_tensors(x=x, y=y)
    n = len(x) if x.ndim else 1
    _check_shape("x", x, (n, model[0].in_features))
    _check_shape("y", y, (n, model[2].out_features))


def _check_shape(name, tensor, wanted):
    given = tuple(tensor.shape)
    if given != wanted:
        raise ValueError(
            say(
                f"이 모델에 맞는 {name}의 모양은 {wanted}입니다. 받은 텐서의 모양: {given}",
                f"The shape of {name} must be {wanted} for this model, but it is {given}.",
            )
        )


def _tensors_of_a_step(model, loss_fn, x, y):
    """Return each Tensor of a step by its name, in the order in which they are computed."""
    import torch
    from torch.nn.functional import linear

    x, y = x.detach(), y.detach()
    given = {"W1": model[0].weight, "b1": model[0].bias, "W2": model[2].weight, "b2": model[2].bias}
    params = {name: p.detach().requires_grad_() for name, p in given.items() if p is not None}
    with torch.enable_grad():
        z = linear(x, params["W1"], params.get("b1"))
        h = z.relu()
        y_pred = linear(h, params["W2"], params.get("b2"))
        loss = loss_fn(y_pred, y)
    _check_loss(loss)
    computed = {**params, "z": z, "h": h, "y_pred": y_pred}
    gradients = torch.autograd.grad(loss, list(computed.values()))
    tensors = {"x": x, **computed, "y": y, "loss": loss}
    tensors |= {f"{name}.grad": grad for name, grad in zip(computed, gradients, strict=True)}
    return {name: tensors[name].detach().cpu().numpy() for name in _ORDER if name in tensors}


def _check_loss(loss):
    shape = tuple(loss.shape)
    if shape:
        raise ValueError(
            say(
                f"loss_fn은 손실을 수 하나로 돌려주어야 합니다. 돌려준 텐서의 모양: {shape}",
                f"loss_fn must return the loss as one number, but its shape is {shape}.",
            )
        )


def _lay_out(tensors):
    """Return the box of each Tensor: parameters above the data, gradients below."""
    tables = {name: np.atleast_2d(tensor) for name, tensor in tensors.items()}
    scale = _scale(tables)
    sizes = {
        name: tuple(max(scale * side, _LEAST) for side in reversed(table.shape))
        for name, table in tables.items()
    }
    labels = {name: _label(name, tensor) for name, tensor in tensors.items()}
    x, y = _centers(sizes, labels), _upper_edges(sizes)
    return {
        name: _Box(name, labels[name], table, x[name], y[name], *sizes[name])
        for name, table in tables.items()
    }


def _scale(tables):
    n, d_in = tables["x"].shape
    d_out, n_hidden = tables["W2"].shape
    width, height = d_in + 2 * n_hidden + d_out, 2 * (n + max(n_hidden, d_out))
    return min(_ROOM[0] / width, _ROOM[1] / height)


def _label(name, tensor):
    if name == "loss":
        return f"loss {tensor:.3g}"
    between = " " if name in _COLUMNS[0] else "\n"
    count = f": {tensor.size:,}" if name == "W1" else ""
    return f"{name}{between}{tensor.shape}{count}"


def _centers(sizes, labels):
    """Return how far right each Tensor stands: far enough for boxes and labels to be apart."""
    columns = [[name for name in column if name in sizes] for column in _COLUMNS]
    boxes = [max(sizes[name][0] for name in column) for column in columns]
    words = [_LETTER * max(_longest_line(labels[name]) for name in column) for column in columns]
    words[0] = 2 * max(boxes[0], _SENTENCE) - boxes[0]  # these words begin where the boxes do
    centers = [boxes[0] / 2]
    for (box, word), (next_box, next_word) in pairwise(zip(boxes, words, strict=True)):
        apart = max((box + next_box) / 2 + _BETWEEN, (word + next_word) / 2 + _LETTER)
        centers.append(centers[-1] + apart)
    places = zip(columns, centers, strict=True)
    return {name: center for column, center in places for name in column}


def _longest_line(text):
    return max(map(len, text.split("\n")))


def _upper_edges(sizes):
    """Return how far down each Tensor stands: in four rows, with room for labels."""
    two_lines = 2 * _LINE
    above = [name for name in (*_PARAMS, "y") if name in sizes]
    params = two_lines + 1.5 * _LINE + max(sizes[name][1] for name in above)
    data = params + _BELOW
    below_data = data + sizes["x"][1]
    gradients = below_data + two_lines + _LINE / 2 + two_lines
    of_params = gradients + sizes["x"][1] + _BELOW
    edges = {name: params - sizes[name][1] for name in above}
    edges |= dict.fromkeys(("x", "z", "h", "y_pred"), data)
    edges["loss"] = (data + below_data - sizes["loss"][1]) / 2
    edges |= dict.fromkeys(("z.grad", "h.grad", "y_pred.grad"), gradients)
    edges |= dict.fromkeys((f"{name}.grad" for name in _PARAMS), of_params)
    return edges


def _draw_box(ax, box):
    from matplotlib.patches import Rectangle

    darkest = 2 * _typical_size(box.values)
    ax.imshow(
        _seen(box),
        extent=(box.left, box.right, box.bottom, box.y),
        label=box.label.replace("\n", " "),
        cmap=VALUES,
        vmin=-darkest,
        vmax=darkest,
        interpolation="nearest",
    )
    name, color = _BACKWARD if box.name.endswith(".grad") else _FORWARD
    edge = {"fill": False, "edgecolor": color, "linewidth": 0.8, "label": name}
    ax.add_patch(Rectangle((box.left, box.y), box.width, box.height, **edge))


def _seen(box):
    """Return the numbers of a box, in rows and columns that can still be told apart."""
    n_rows, n_columns = box.values.shape
    every_row = math.ceil(n_rows / (_CELLS * box.height))
    every_column = math.ceil(n_columns / (_CELLS * box.width))
    return box.values[::every_row, ::every_column]


def _typical_size(values):
    finite = values[np.isfinite(values)].astype(float)
    return np.sqrt(np.mean(finite**2)) if finite.any() else 1


def _draw_words(ax, boxes):
    size = points_per_unit(ax)
    ax.set_title(
        "넓이 = 수의 개수, 흰색 = 0 · area = count of numbers, white = 0",
        y=1,
        pad=-1.2 * size,
        fontsize=size,
    )
    for box in boxes.values():
        above = box.name in (*_PARAMS, "y", "z.grad", "h.grad", "y_pred.grad")
        left = box.name in _COLUMNS[0]
        ax.text(
            box.left if left else box.x,
            box.y - 0.2 if above else box.bottom + 0.25,
            box.label,
            ha="left" if left else "center",
            va="bottom" if above else "top",
            fontsize=size,
            weight="bold" if box.name == "loss" else "normal",
            linespacing=1.1,
        )
    total = sum(boxes[name].values.size for name in _PARAMS if name in boxes)
    alone = {
        f"매개변수 {total:,}개 · {total:,} parameters": (boxes["W1"].y - 0.2 - _LINE, "black"),
        _FORWARD[0]: (boxes["x"].bottom + 0.25 + 2 * _LINE, _FORWARD[1]),
        _BACKWARD[0]: (boxes["W1.grad"].y - 0.4, _BACKWARD[1]),
    }
    for text, (bottom, color) in alone.items():
        weight = "normal" if color == "black" else "bold"
        ax.text(0, bottom, text, color=color, fontsize=size, weight=weight, va="bottom")
    ax.text(
        (boxes["z"].right + boxes["h"].left) / 2,
        boxes["z"].middle - 0.3,
        "ReLU",
        color=_FORWARD[1],
        fontsize=size,
        ha="center",
        va="bottom",
    )


def _draw_forward(ax, boxes):
    for source, target in pairwise(("x", "z", "h", "y_pred", "loss")):
        _arrow(ax, _FORWARD, boxes[source].to_the_right, boxes[target].to_the_left)
    for source, target in (("b1", "z"), ("b2", "y_pred"), ("y", "loss")):
        if source in boxes:
            _arrow(ax, _FORWARD, boxes[source].below, boxes[target].above)
    for weight, source, target in (("W1", "x", "z"), ("W2", "h", "y_pred")):
        start = boxes[weight].to_the_right
        joint = _joint(boxes[target])
        _arrow(ax, _FORWARD, start, (joint, start[1]), (joint, boxes[source].middle), style="-")


def _draw_backward(ax, boxes):
    loss, last = boxes["loss"], boxes["y_pred.grad"]
    start = loss.x, loss.bottom + _LINE + 0.25
    _arrow(ax, _BACKWARD, start, (loss.x, last.middle), last.to_the_right)
    for source, target in pairwise(("y_pred.grad", "h.grad", "z.grad")):
        _arrow(ax, _BACKWARD, boxes[source].to_the_left, boxes[target].to_the_right)
    for source, target in (("z.grad", "b1.grad"), ("y_pred.grad", "b2.grad")):
        if target in boxes:
            _arrow(ax, _BACKWARD, boxes[source].below, boxes[target].above)
    for weight, source in (("W1.grad", "z.grad"), ("W2.grad", "y_pred.grad")):
        start, end = boxes[source].to_the_left, boxes[weight].to_the_right
        joint = _joint(boxes[source])
        _arrow(ax, _BACKWARD, start, (joint, start[1]), (joint, end[1]), end)


def _joint(box):
    """Return where before a box a line branches off."""
    return box.left - 0.6 * _BETWEEN


def _arrow(ax, direction, *points, style="-|>"):
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path

    name, color = direction
    ax.add_patch(
        FancyArrowPatch(
            path=Path(points),
            arrowstyle=style,
            mutation_scale=0.9 * points_per_unit(ax),
            color=color,
            linewidth=1.5,
            label=name,
            joinstyle="miter",
            capstyle="butt",
        )
    )
