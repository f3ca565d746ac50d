"""What the exercises of several lessons try answers on, observe and say."""

import torch
from torch import nn

from tutorial_helpers.exercises.messages import Text


def tensors(seed, *shapes, dtype=torch.float32):
    """Return normal numbers in Tensors of the given shapes, the same for the same seed.

    Examples
    --------
    >>> [tuple(tensor.shape) for tensor in tensors(0, (2, 3), (2, 1))]
    [(2, 3), (2, 1)]
    """
    generator = torch.Generator().manual_seed(seed)
    return tuple(torch.randn(shape, generator=generator, dtype=dtype) for shape in shapes)


def network(seed, d_in, h, d_out, dtype=torch.float32):
    """Return the course's network in another size, the same for the same seed.

    Examples
    --------
    >>> network(0, 3, 4, 2)[2].weight.shape
    torch.Size([2, 4])
    """
    model = nn.Sequential(nn.Linear(d_in, h), nn.ReLU(), nn.Linear(h, d_out)).to(dtype)
    return filled(seed, model)


def filled(seed, model):
    """Put normal numbers into the parameters of a model, in their order, and return it."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for param in model.parameters():
            numbers = torch.randn(param.shape, generator=generator, dtype=torch.float64)
            param.copy_(numbers / max(param.shape[-1], 1) ** 0.5)
    return model


def squared_distance(y_pred, y):
    """Return the loss of the course.

    Examples
    --------
    >>> squared_distance(torch.tensor([3.0, 1.0]), torch.tensor([1.0, 1.0]))
    tensor(4.)
    """
    return ((y_pred - y) ** 2).sum()


def relative_squared_distance(y_pred, y):
    """Return a loss to which it matters what are the predictions and what the targets.

    Examples
    --------
    >>> relative_squared_distance(torch.tensor([3.0, 1.0]), torch.tensor([1.0, 1.0]))
    tensor(2.)
    """
    return ((y_pred - y) ** 2).sum() / (y**2).sum()


def observe_loss(loss_of, y_pred, y):
    """Return a loss, and its gradient for predictions that autograd follows."""
    loss = loss_of(y_pred, y)
    if not (y_pred.requires_grad and isinstance(loss, torch.Tensor)):
        return loss
    gradient = torch.zeros_like(y_pred)
    if loss.requires_grad:
        (gradient,) = torch.autograd.grad(loss.sum(), y_pred, materialize_grads=True)
    return {"손실 · loss": loss.detach(), "변화도 · gradient": gradient}


def followed(y_pred, y):
    """Let autograd follow the predictions, as it does those of a model."""
    return y_pred.requires_grad_(), y


# What is wrong with a loss that autograd has lost sight of, and a hint.
CUT_OFF = (
    Text(
        "값은 맞지만 연산 그래프와 끊어졌습니다. 이 손실로 `backward()`를 부르면 오류가 나거나, "
        "오류 없이 아무것도 학습시키지 못합니다.",
        "The value is right, but it is cut off from the computational graph. Calling `backward()` "
        "on it raises an error, or raises none and trains nothing.",
    ),
    Text(
        "`detach()`, `.data`, `torch.no_grad()`를 쓰거나, 손실을 수로 바꾸었다가 `torch.tensor`로 "
        "다시 텐서로 만들지 않았나요?",
        "Do you use `detach()`, `.data` or `torch.no_grad()`, or turn the loss into a number and "
        "back into a Tensor with `torch.tensor`?",
    ),
)

# What is wrong with a loss that is no Tensor, and a hint.
PLAIN_NUMBER = (
    Text(
        "텐서가 아니라 보통의 수를 돌려주었습니다.",
        "This is a plain number and not a Tensor.",
    ),
    Text(
        "보통의 수로는 `backward()`를 부를 수 없습니다. 텐서를 수로 바꾸는 `.item()`, "
        "`.tolist()`, `float()`, NumPy 가운데 쓴 것이 있는지 보세요.",
        "You cannot call `backward()` on a plain number. Do you use `.item()`, `.tolist()`, "
        "`float()` or NumPy, which turn a Tensor into one?",
    ),
)
