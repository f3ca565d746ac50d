"""The update loop that a lesson writes, for the lessons after it."""

import math

import torch


def train(model, loss_fn, x, y, *, learning_rate, steps):
    """Train a model by plain gradient descent on one batch.

    배치 하나로 경사하강법을 되풀이하여 모델을 학습시킵니다.

    The model is changed in place. A second call goes on training where the first one
    stopped.

    Parameters
    ----------
    model : torch.nn.Module
        The model, whose parameters are all updated.
    loss_fn : callable
        ``loss_fn(y_pred, y)`` returns the loss, a Tensor with one number.
    x : Tensor, shape (n, d_in)
        The inputs.
    y : Tensor, shape (n, d_out)
        The targets.
    learning_rate : float
        How far the parameters move in one step, as a multiple of the gradient.
    steps : int
        How many updates to make.

    Returns
    -------
    list of float
        The loss of each step, before its update.

    Raises
    ------
    FloatingPointError
        If a loss is not finite. That step does not change the parameters any more.
    TypeError, RuntimeError, ...
        Whatever stops the same loop written out, in PyTorch's or Python's own words: shapes
        that do not fit, a loss of several numbers, or one that a parameter does not change.

    Examples
    --------
    >>> x = torch.tensor([[1.0], [2.0]])
    >>> model = torch.nn.Linear(1, 1)
    >>> loss_fn = torch.nn.MSELoss(reduction="sum")
    >>> losses = train(model, loss_fn, x, 3 * x, learning_rate=0.05, steps=100)
    >>> len(losses), losses[-1] < losses[0]
    (100, True)
    """
    losses = []
    parameters = list(model.parameters())
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if not math.isfinite(losses[t]):
            raise FloatingPointError(
                f"{t}단계의 손실이 {losses[t]}입니다. 학습률을 줄여 보세요. · "
                f"The loss at step {t} is {losses[t]}. Try a smaller learning rate."
            )
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in parameters:
                param -= learning_rate * param.grad
    return losses
