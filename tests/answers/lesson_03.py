"""Lesson 03: right answers, written in other ways, and wrong ones; its guide's claims."""

import torch
from torch import nn

from claims import Claim, typed_in


def sum_by_count(y_pred, y):
    return nn.MSELoss(reduction="sum")(y_pred, y) / y.shape[0]


def mean_of_norms(y_pred, y):
    return torch.linalg.vector_norm(y - y_pred, dim=-1).square().mean()


def by_loop(y_pred, y):
    loss = 0
    for i in range(len(y)):
        loss = loss + ((y_pred[i] - y[i]) ** 2).sum()
    return loss / len(y)


def times_shape(learning_rate, y):
    return y.shape[0] * learning_rate


def by_columns(learning_rate, y):
    return learning_rate * y.numel() / y.size(1)


def by_counting(learning_rate, y):
    return sum(learning_rate for _ in y)


RIGHT = {
    "check_mean_over_samples": (sum_by_count, mean_of_norms, by_loop),
    "check_rate_over_samples": (times_shape, by_columns, by_counting),
}


def means_of_samples_added(y_pred, y):
    return ((y_pred - y) ** 2).mean(dim=1).sum()


def mean_of_distances(y_pred, y):
    return torch.linalg.vector_norm(y_pred - y, dim=1).mean()


def divided_without_rest(y_pred, y):
    return ((y_pred - y) ** 2).sum() // len(y)


def with_one_dimension(y_pred, y):
    return ((y_pred - y) ** 2).sum(dim=1, keepdim=True).mean(dim=0)


def by_tolist(y_pred, y):
    return sum_by_count(y_pred, y).tolist()


def a_new_tensor(y_pred, y):
    loss = sum_by_count(y_pred, y)
    return torch.tensor(loss.item(), dtype=loss.dtype, requires_grad=True)


def rate_of_the_lesson(learning_rate, y):
    return 1e-4 * len(y)


def rate_as_a_tensor(learning_rate, y):
    return torch.tensor(learning_rate * len(y))


WRONG = {
    "check_mean_over_samples": {
        means_of_samples_added: "number of columns",
        mean_of_distances: "not the expected one",
        divided_without_rest: "not the expected one",
        with_one_dimension: "shape",
        by_tolist: r"plain number[^$]*`.tolist\(\)`",
        a_new_tensor: "trains nothing",
    },
    "check_rate_over_samples": {
        rate_of_the_lesson: "not the expected one",
        rate_as_a_tensor: "wrong type",
    },
}

TYPED = typed_in("03")

CLAIMS = [
    Claim("by MSELoss", TYPED[0], ["torch.Size([64, 64])"]),
    Claim(
        "by MSELoss",
        """
        for targets in (y[:, :1], y[:, 0]):
            print(f"{((y_pred[:, 0] - targets) ** 2).sum().item():.3g}")
        """,
        ["5,140", "82.5"],
    ),
    Claim(
        "step_length =",
        """
        print(f"{loss_along(downhill, 1.0):.3g}")
        for a in (2.0, 3.0):
            print(f"{a} {loss_along(downhill, a):.3g}")
        print(bound := 268, a := 1.6)
        assert loss_along(downhill, a) < bound
        """,
        ["311", "2.0", "304", "3.0", "702", "268", "1.6"],
    ),
    Claim(
        "step_length =",
        """
        gradient = gradients[3][0].item()
        print(f"{gradient:.3g} {0.001} {0.001 * gradient:.3g}")
        """,
        ["20.7", "0.001", "0.0207"],
    ),
    Claim(
        "step_length =",
        """
        print(f"{n_parameters:,}")
        print(f"{sum((g * d).sum() for g, d in zip(gradients, anywhere)).item():.3g}")
        print(f"{slope:.3g}")
        """,
        ["101,110", "4.24", "-776"],
    ),
    Claim("by MSELoss", "print(y_pred.numel())\ny_pred.backward()", ["640", "RuntimeError"]),
    Claim(
        "",
        """
        print(f"{losses_with(mean_fn, 1e-2)[-1]:.3g}")
        print(f"{losses_with(loss_fn, 1e-2 / 640)[-1] / 640:.3g}")
        """,
        ["0.0114", "0.0114"],
    ),
]
