"""Lesson 03: right answers, written in other ways, and wrong ones; its guide's claims."""

import torch
from torch import nn

from claims import Claim, typed_in
from recaps import Told


def by_loss_function(y_pred, y):
    if tuple(y_pred.shape) != tuple(y.shape):
        raise ValueError
    return nn.MSELoss(reduction="sum")(y_pred, y)


def by_sizes(y_pred, y):
    if y_pred.size() == y.size():
        return torch.linalg.vector_norm(y - y_pred).square()
    raise ValueError("shapes")


def by_numbers(y_pred, y):
    same = y_pred.ndim == y.ndim and all(a == b for a, b in zip(y_pred.shape, y.shape, strict=True))
    if not same:
        raise ValueError
    d = (y_pred - y).flatten()
    return d @ d


def times_shape(learning_rate, y):
    return y.shape[0] * learning_rate


def by_columns(learning_rate, y):
    return learning_rate * y.numel() / y.size(1)


def by_counting(learning_rate, y):
    return sum(learning_rate for _ in y)


def small_steps(loss_at, start, direction):
    unit = direction / direction.norm()
    return (loss_at(start + 1e-4 * unit) - loss_at(start - 1e-4 * unit)) / 2e-4


def forward_alone(loss_at, start, direction):
    unit = direction / (direction**2).sum().sqrt()
    return (loss_at(start + 0.001 * unit) - loss_at(start)) / 0.001


def divided_afterward(loss_at, start, direction):
    ahead, behind = (loss_at(start + a * direction) for a in (0.001, -0.001))
    return (ahead - behind) / (0.002 * direction.norm().item())


RIGHT = {
    "check_strict_loss": (by_loss_function, by_sizes, by_numbers),
    "check_rate_over_samples": (times_shape, by_columns, by_counting),
    "check_slope_along": (small_steps, forward_alone, divided_afterward),
}


def only_equal_rows(y_pred, y):
    if y_pred.shape[0] != y.shape[0]:
        raise ValueError
    return ((y_pred - y) ** 2).sum()


def only_equal_columns(y_pred, y):
    if y_pred.shape[-1] != y.shape[-1]:
        raise ValueError
    return ((y_pred - y) ** 2).sum()


def an_error_returned(y_pred, y):
    if y_pred.shape != y.shape:
        return ValueError("shapes differ")
    return ((y_pred - y) ** 2).sum()


def by_tolist(y_pred, y):
    return by_sizes(y_pred, y).tolist()


def a_new_tensor(y_pred, y):
    loss = by_sizes(y_pred, y)
    return torch.tensor(loss.item(), dtype=loss.dtype, requires_grad=True)


def the_other_way_around(y_pred, y):
    if y_pred.shape == y.shape:
        raise ValueError
    return ((y_pred - y) ** 2).sum()


def rate_of_the_lesson(learning_rate, y):
    return 1e-4 * len(y)


def rate_as_a_tensor(learning_rate, y):
    return torch.tensor(learning_rate * len(y))


def slope_as_a_tensor(loss_at, start, direction):
    return torch.tensor(small_steps(loss_at, start, direction))


def far_moves(loss_at, start, direction):
    unit = direction / direction.norm()
    return (loss_at(start + 2 * unit) - loss_at(start)) / 2


def along_every_axis(loss_at, start, direction):
    return small_steps(loss_at, start, torch.ones_like(direction))


WRONG = {
    "check_strict_loss": {
        only_equal_rows: "number",
        only_equal_columns: "not the expected one",
        an_error_returned: "",
        by_tolist: r"plain number[^$]*`.tolist\(\)`",
        a_new_tensor: "trains nothing",
        the_other_way_around: "ValueError",
    },
    "check_rate_over_samples": {
        rate_of_the_lesson: "not the expected one",
        rate_as_a_tensor: "wrong type",
    },
    "check_slope_along": {
        slope_as_a_tensor: "wrong type",
        far_moves: "not the expected one",
        along_every_axis: "not the expected one",
    },
}

TYPED = typed_in("03")

CLAIMS = [
    Claim("four = torch.tensor", TYPED[0], ["torch.Size([4, 4])"]),
    Claim("step_length =", TYPED[1], ["311"]),
    Claim(
        "step_length =",
        """
        for a in (2.0, 3.0):
            print(f"{a} {loss_along(downhill, a):.3g}")
        print(bound := 268, a := 1.6)
        assert loss_along(downhill, a) < bound
        """,
        ["2.0", "304", "3.0", "702", "268", "1.6"],
    ),
    Claim(
        "number of entries",
        """
        print(f"{20.7 * 0.001:.3g}")
        print(0.001)
        """,
        ["0.0207", "0.001"],
    ),
    Claim("distance:", "print(y_pred.numel())\ny_pred.backward()", ["640", "RuntimeError"]),
    Claim(
        "mean_fn, y, 640",
        """
        print(f"{losses_of(make_model(), mean_fn, y, 1e-2)[-1]:.3g}")
        print(f"{losses_of(make_model(), loss_fn, y, 1e-2 / 640)[-1] / 640:.3g}")
        """,
        ["0.0114", "0.0114"],
    ),
]

RECAP = [
    Told(
        "The loss, taken as a sum, is the squared",
        """
        torch.testing.assert_close(loss_fn(y_pred, y), torch.dist(y_pred, y) ** 2)
        ordered = sorted(((y_pred - y) ** 2).flatten().tolist(), reverse=True)
        assert for_half == 82
        assert sum(ordered[:81]) < sum(ordered) / 2 <= sum(ordered[:82])
        """,
        "loss_fn = mean_fn",
    ),
    Told(
        "For the same training with the mean",
        """
        assert y.numel() == 640
        again = y.numel() * torch.tensor(losses_640)
        torch.testing.assert_close(again, torch.tensor(losses_sum), rtol=1e-3, atol=0)
        scaled = [y.numel() * loss for loss in losses_of(
            make_model(), mean_fn, y, 1e-4 * y.numel())]
        torch.testing.assert_close(
            torch.tensor(scaled), torch.tensor(losses_sum), rtol=1e-3, atol=0)
        """,
        "losses_of = lambda model, loss_fn, y, rate, f=losses_of: f(model, loss_fn, y, rate / 10)",
    ),
    Told(
        "With predictions of shape `(64, 1)`",
        """
        assert (y_column - y_flat).shape == (64, 64)
        trapped_for_all = trapped(x).detach()
        mean = y_flat.mean().expand(64, 1)
        torch.testing.assert_close(trapped_for_all, mean, rtol=0, atol=1e-4)
        """,
        "trapped = right",
    ),
    Told(
        "The `slope` in a direction of length 1",
        """
        assert abs(downhill.norm() - 1) < 1e-5
        for direction in (downhill, anywhere):
            rise = (loss_along(direction, 0.01) - loss_along(direction, -0.01)) / 0.02
            assert abs(rise - (gradient @ direction).item()) < 0.01 * abs(slope)
        g = torch.Generator().manual_seed(0)
        others = [torch.randn(len(start), generator=g) for _ in range(20)]
        others += [-gradient.sign(), others[0] - gradient, -gradient * (gradient.abs() > 0.1)]
        slopes = [(gradient @ d / d.norm()).item() for d in others]
        assert all((gradient @ downhill).item() < s for s in slopes)
        """,
        "downhill = -downhill",
    ),
    Told(
        "The tangent can be trusted only for a small move",
        """
        predicted = {a: loss_at_start + slope * a for a in (step_length, 1)}
        assert round(predicted[step_length]) == 652
        assert round(loss_along(downhill, step_length)) == 656
        assert predicted[1] < 0 < loss_along(downhill, 1)
        """,
        "step_length = 1",
    ),
    Told(
        "After a move of 1 in a random direction",
        """
        assert max(map(abs, cosines[2])) < 0.02
        g = torch.Generator().manual_seed(0)
        for _ in range(10):
            d = torch.randn(len(start), generator=g)
            change = loss_along(d / d.norm(), 1) - loss_at_start
            assert abs(change) < 0.05 * (loss_at_start - loss_along(downhill, 1))
        """,
        "cosines = cosines[::-1]",
    ),
]
