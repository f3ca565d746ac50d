"""Lesson 04: right answers, written in other ways, and wrong ones; its guide's claims."""

import torch

from claims import Claim, typed_in


def by_comparing(h, y_pred, y):
    d_y_pred = (y_pred > y).to(h.dtype) - (y_pred < y).to(h.dtype)
    return torch.einsum("ij,ik->jk", d_y_pred, h), torch.einsum("ij->j", d_y_pred)


def sample_by_sample(h, y_pred, y):
    d_W2, d_b2 = 0, 0
    for i in range(len(y)):
        d_y_pred = torch.sign(y_pred[i] - y[i])
        d_W2 = d_W2 + torch.outer(d_y_pred, h[i])
        d_b2 = d_b2 + d_y_pred
    return [d_W2, d_b2]


def by_autograd(h, y_pred, y):
    W2 = torch.zeros(y.shape[1], h.shape[1], dtype=h.dtype, requires_grad=True)
    b2 = torch.zeros(y.shape[1], dtype=h.dtype, requires_grad=True)
    loss = (h @ W2.T + b2 + y_pred - y).abs().sum()
    return torch.autograd.grad(loss, (W2, b2))


RIGHT = {
    "check_second_layer_gradients": (by_comparing, sample_by_sample, by_autograd),
}


def exchanged(h, y_pred, y):
    return by_comparing(h, y_pred, y)[::-1]


def without_targets(h, y_pred, y):
    return by_comparing(h, y_pred, torch.zeros_like(y))


def in_float32(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y).float()
    return d_y_pred.T @ h.float(), d_y_pred.sum(dim=0)


def bias_as_a_row(h, y_pred, y):
    d_W2, d_b2 = by_comparing(h, y_pred, y)
    return d_W2, d_b2[None]


WRONG = {
    "check_second_layer_gradients": {
        exchanged: "shape",
        without_targets: "not the expected one",
        in_float32: "data type",
        bias_as_a_row: "shape",
    },
}

TYPED = typed_in("04")

CLAIMS = [
    Claim("before backward, graph", TYPED[0], ["RuntimeError"]),
    Claim(
        "",
        """
        at_b2 = finite_difference(parameters, x_double, y_double, 3, 0, eps=1.0)
        at_W1 = finite_difference(parameters, x_double, y_double, 0, 0, eps=1.0)
        print(f"{at_b2.item():.3g} {formulas[3][0].item():.3g}")
        print(f"{at_W1.item() / formulas[0][0, 0].item():.3g}")
        """,
        ["20.7", "20.7", "1.68"],
    ),
]
