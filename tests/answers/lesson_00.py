"""Lesson 00: right answers, written in other ways, and wrong ones; its guide's claims."""

import torch

from claims import Claim, typed_in
from recaps import Told


def by_generator(losses):
    return next(t for t, loss in enumerate(losses) if loss < 1)


def by_list(losses):
    return [loss < 1 for loss in losses].index(True)


def by_tensor(losses):
    return int((torch.tensor(losses) < 1).nonzero()[0])


def by_loss_function(y_pred, y):
    return torch.nn.MSELoss(reduction="sum")(y_pred, y)


def by_norm(y_pred, y):
    return torch.linalg.vector_norm(y - y_pred).square()


def by_inner_product(y_pred, y):
    d = (y_pred - y).flatten()
    return d @ d


RIGHT = {
    "check_first_step_below_1": (by_generator, by_list, by_tensor),
    "check_sum_of_squares": (by_loss_function, by_norm, by_inner_product),
}


def counts_on_500_losses(losses):
    for t in range(500):
        if losses[t] < 1:
            return t


def a_tensor(losses):
    return (torch.tensor(losses) < 1).int().argmax()


def only_from_above(losses):
    for t in range(1, len(losses)):
        if losses[t - 1] >= 1 and losses[t] < 1:
            return t


def number_above(losses):
    return len([loss for loss in losses if loss >= 1])


def by_float(y_pred, y):
    return float(((y_pred - y) ** 2).sum())


def by_numpy(y_pred, y):
    return ((y_pred.detach().numpy() - y.numpy()) ** 2).sum()


def a_new_tensor(y_pred, y):
    loss = ((y_pred - y) ** 2).sum()
    return torch.tensor(loss.item(), dtype=loss.dtype, requires_grad=True)


def detached_first(y_pred, y):
    return ((y_pred.detach() - y) ** 2).sum().requires_grad_()


def partly_detached(y_pred, y):
    d = y_pred - y
    return (d * d.detach()).sum()


def squares_subtracted(y_pred, y):
    return (y_pred**2 - y**2).sum()


WRONG = {
    "check_first_step_below_1": {
        counts_on_500_losses: "",
        a_tensor: "wrong type",
        only_from_above: "",
        number_above: "not the expected one",
    },
    "check_sum_of_squares": {
        by_float: r"plain number[^$]*`float\(\)`",
        by_numpy: "plain number",
        a_new_tensor: "trains nothing",
        detached_first: "trains nothing",
        partly_detached: "gradient",
        squares_subtracted: "not the expected one",
    },
}

TYPED = typed_in("00")

CLAIMS = [
    Claim("y_pred = model(x)\nloss =", TYPED[0], ["5"]),
    Claim(
        "y_pred = model(x)\nloss =",
        "print(loss_fn(torch.tensor([3.0, 1.0]), torch.tensor([3.0, 1.0])))",
        ["0"],
    ),
    Claim("y_pred = model(x)\nloss =", 'print(f"{loss.item() / 640:.2f}")', ["1.11"]),
    Claim(
        "snapshots[t]",
        """
        again("model = make_model()", "# model = make_model()")
        print(f"{losses[0]:.3g}")
        """,
        ["1.85e-05"],
    ),
    Claim(
        "x_fresh",
        """
        for trained in (make_model(), model):
            print(f"{trained(x_fresh).square().sum().item():.2g}")
        """,
        ["43", "60"],
    ),
    Claim(
        "N, D_in, H, D_out =",
        """
        again("manual_seed(1)", "manual_seed(7)")
        print(f"{losses[0]:.3g}")
        assert losses[-1] < 0.001
        """,
        ["666"],
    ),
    Claim(
        "N, D_in, H, D_out =",
        """
        again("64, 1000, 100, 10", "64, 1000, 10, 10")
        print(f"{sum(param.numel() for param in model.parameters()):,} {y.numel()}")
        print(bound := 100)
        assert losses[-1] > bound
        """,
        ["10,120", "640", "100"],
    ),
]

RECAP = [
    Told(
        "The program consists of data, a model, a loss and an update loop",
        """
        whole = next(code for code in cells if "N, D_in, H, D_out = " in code)
        for part in ("make_random_data(", "nn.Sequential(", "nn.MSELoss(", "for t in range(500)"):
            assert part in whole
        """,
        'cells = [code.replace("for t in range(500)", "") for code in cells]',
    ),
    Told(
        "The loss says in one number how far",
        """
        farther = y + 2 * (y_pred - y)
        assert loss_fn(y_pred, y).shape == ()
        assert loss_fn(y, y) == 0
        assert loss_fn(farther, y) > loss_fn(y_pred, y)
        """,
        "loss_fn = nn.MSELoss(reduction='none')",
    ),
    Told(
        "The gradient for a parameter says how many times",
        """
        first = make_model()(x).detach()
        column = torch.eye(D_out)[0]
        for d in (0.01, -0.01):
            change = loss_fn(first + d * column, y) - loss_fn(first, y)
            assert abs(change.item() / d - gradient) < 1
        before, after = path[:2]
        assert abs(after - before + 0.002 * gradient) < 1e-4
        """,
        "gradient = -gradient",
    ),
    Told(
        "Each step has five parts",
        """
        loop = next(code for code in cells if "snapshots[t] = " in code)
        places = [loop.find(f"# {part} ") for part in range(1, 6)]
        assert 0 < places[0]
        assert places == sorted(places)
        """,
        'cells = [code.replace("# 5 ", "# 0 ") for code in cells]',
    ),
    Told(
        "This model memorized 640 targets",
        """
        assert y.numel() == 640
        torch.testing.assert_close(model(x), y, rtol=0, atol=0.01)
        assert loss_after > loss_before > 100
        """,
        "model = make_model()",
    ),
]
