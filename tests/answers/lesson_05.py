"""Lesson 05: right answers, written in other ways, and wrong ones; its guide's claims."""

import copy

import torch

from claims import Claim, typed_in


def step_by_sgd(model, loss_fn, x, y, learning_rate):
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return float(loss)


def step_by_data(model, loss_fn, x, y, learning_rate):
    y_pred = model(x)
    loss = loss_fn(y_pred, y)
    model.zero_grad(set_to_none=False)
    loss.backward()
    for param in model.parameters():
        param.data.sub_(learning_rate * param.grad)
    return loss.detach().item()


def step_by_copy(model, loss_fn, x, y, learning_rate):
    parameters = list(model.parameters())
    loss = loss_fn(model(x), y)
    gradients = torch.autograd.grad(loss, parameters)
    with torch.no_grad():
        for param, gradient in zip(parameters, gradients, strict=True):
            param.copy_(param - learning_rate * gradient)
    return loss.tolist()


def train_by_sgd(model, loss_fn, x, y, learning_rate):
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    losses = []
    for _ in range(500):
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if loss < 1:
            return losses
        loss.backward()
        optimizer.step()
    return losses


def train_by_while(model, loss_fn, x, y, learning_rate):
    losses = [loss_fn(model(x), y).item()]
    while losses[-1] >= 1 and len(losses) <= 500:
        step_by_data(model, loss_fn, x, y, learning_rate)
        losses.append(loss_fn(model(x), y).item())
    return losses[:500]


def train_otherwise(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        loss = loss_fn(model(x), y)
        losses += [float(loss)]
        if not loss < 1:
            for param in model.parameters():
                param.grad = None
            loss.backward()
            for param in model.parameters():
                param.data = param.data - learning_rate * param.grad
        else:
            break
    return losses


def step_by_closure(model, loss_fn, x, y, learning_rate):
    optimizer = torch.optim.SGD(model.parameters(), learning_rate)

    def closure():
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        return loss

    return optimizer.step(closure).item()


def step_with_three_losses(model, loss_fn, x, y, learning_rate):
    before = loss_fn(model(x), y).item()
    model.zero_grad()
    loss_fn(model(x), y).backward()
    with torch.no_grad():
        for param in model.parameters():
            param.add_(param.grad, alpha=-learning_rate)
        loss_fn(model(x), y)
    return before


def train_with_many_losses(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        losses.append(sum(loss_fn(model(x), y).item() for _ in range(6)) / 6)
        if loss_fn(model(x), y) < 1:
            break
        step_with_three_losses(model, loss_fn, x, y, learning_rate)
    return losses


RIGHT = {
    "check_one_step": (
        step_by_sgd,
        step_by_data,
        step_by_copy,
        step_by_closure,
        step_with_three_losses,
    ),
    "check_train_until_below_1": (
        train_by_sgd,
        train_by_while,
        train_otherwise,
        train_with_many_losses,
    ),
}


def update(model, learning_rate):
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad


def sgd_cleared_late(model, loss_fn, x, y, learning_rate):
    optimizer = torch.optim.SGD(model.parameters(), learning_rate)
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()


def filled_with_0_late(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    loss.backward()
    model.zero_grad(set_to_none=False)
    update(model, learning_rate)
    return loss.item()


def sgd_without_backward(model, loss_fn, x, y, learning_rate):
    optimizer = torch.optim.SGD(model.parameters(), learning_rate)
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()


def backward_without_parentheses(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward  # noqa: B018
    update(model, learning_rate)
    return loss.item()


def backward_of_a_new_tensor(model, loss_fn, x, y, learning_rate):
    loss = torch.tensor(loss_fn(model(x), y).item(), requires_grad=True)
    model.zero_grad()
    loss.backward()
    update(model, learning_rate)
    return loss.item()


def loss_detached(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y).detach()
    model.zero_grad()
    loss.backward()
    update(model, learning_rate)
    return loss.item()


def step_without_parentheses(model, loss_fn, x, y, learning_rate):
    optimizer = torch.optim.SGD(model.parameters(), learning_rate)
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step  # noqa: B018
    return loss.item()


def on_a_copy(model, loss_fn, x, y, learning_rate):
    return step_by_sgd(copy.deepcopy(model), loss_fn, x, y, learning_rate)


def own_loss(model, loss_fn, x, y, learning_rate):
    return step_by_sgd(model, torch.nn.L1Loss(), x, y, learning_rate)


def targets_first(model, loss_fn, x, y, learning_rate):
    return step_by_sgd(model, lambda y_pred, y: loss_fn(y, y_pred), x, y, learning_rate)


def with_decay(model, loss_fn, x, y, learning_rate):
    optimizer = torch.optim.SGD(model.parameters(), learning_rate, weight_decay=0.1)
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()


def train_for(steps, model, loss_fn, x, y, learning_rate, step=step_by_sgd):
    """Return the losses of a loop that stops at a loss below 1."""
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(model(x), y).item())
        if losses[-1] < 1:
            break
        step(model, loss_fn, x, y, learning_rate)
    return losses


def train_501(*given):
    return train_for(501, *given)


def train_499(*given):
    return train_for(499, *given)


def train_without_end(*given):
    return train_for(10**9, *given)


def last_loss_added(model, loss_fn, x, y, learning_rate):
    losses = train_for(500, model, loss_fn, x, y, learning_rate)
    return losses if losses[-1] < 1 else [*losses, loss_fn(model(x), y).item()]


def stops_before_the_last_update(model, loss_fn, x, y, learning_rate):
    losses = train_for(499, model, loss_fn, x, y, learning_rate)
    return losses if losses[-1] < 1 else [*losses, loss_fn(model(x), y).item()]


def train_without_backward(*given):
    return train_for(500, *given, step=backward_without_parentheses)


def train_cleared_late(*given):
    return train_for(500, *given, step=sgd_cleared_late)


def train_with_a_detached_loss(*given):
    return train_for(500, *given, step=loss_detached)


def train_with_targets_first(*given):
    return train_for(500, *given, step=targets_first)


def losses_in_a_tensor(*given):
    return torch.tensor(train_for(500, *given))


def goes_on_at_a_small_loss(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        losses.append(loss_fn(model(x), y).item())
        if losses[-1] < 1:
            continue
        step_by_sgd(model, loss_fn, x, y, learning_rate)
    return losses


def stops_at_a_large_loss(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        losses.append(loss_fn(model(x), y).item())
        if losses[-1] > 1:
            break
        step_by_sgd(model, loss_fn, x, y, learning_rate)
    return losses


WRONG = {
    "check_one_step": {
        sgd_cleared_late: "gradients of the backward pass were cleared",
        filled_with_0_late: "gradients of the backward pass were cleared",
        sgd_without_backward: "No backward pass",
        backward_without_parentheses: "No backward pass[^$]*parentheses",
        backward_of_a_new_tensor: "No backward pass[^$]*`torch.tensor`",
        loss_detached: r"not recorded, or the loss was cut off[^$]*`detach\(\)`",
        step_without_parentheses: "have not changed[^$]*parentheses",
        on_a_copy: "have not changed[^$]*copy",
        own_loss: "given `loss_fn` is not called",
        targets_first: "targets first",
        with_decay: "not the expected one",
    },
    "check_train_until_below_1": {
        train_501: "more than 500",
        train_499: "fewer than 500",
        train_without_end: "more than 500",
        last_loss_added: "more than 500",
        stops_before_the_last_update: "only 499 updates",
        train_without_backward: "No backward pass[^$]*parentheses",
        train_cleared_late: "gradients of the backward pass were cleared",
        train_with_a_detached_loss: "cut off from the record",
        train_with_targets_first: "not the expected one",
        losses_in_a_tensor: "not a list",
        goes_on_at_a_small_loss: "more than 25",
        stops_at_a_large_loss: "not the expected one",
    },
}

TYPED = typed_in("05")

CLAIMS = [
    Claim("retain_graph=True", TYPED[0], ["9.85"]),
    Claim("retain_graph=True", TYPED[1], ["False"]),
    Claim("retain_graph=True", TYPED[1].replace("p = p - 1", ""), ["True"]),
    Claim(
        "not_in_place = run",
        """
        for loss in (without_zero_grad[1], without_zero_grad[2], losses[2]):
            print(f"{loss:.3g}")
        print(bound := 30)
        assert without_zero_grad[-1] > bound
        """,
        ["656", "562", "607", "30"],
    ),
    Claim(
        "optimizer = torch",
        """
        try:
            again("SGD(model.parameters()", "SGD(make_model().parameters()")
        except AssertionError:
            print([round(loss) for loss in losses_sgd[:3]])
        """,
        ["713", "713", "713"],
    ),
    Claim(
        "same = train(",
        """
        model, steps = make_model(), 250
        first = train(model, loss_fn, x, y, learning_rate=1e-4, steps=steps)
        second = train(model, loss_fn, x, y, learning_rate=1e-4, steps=steps)
        print(steps)
        assert first + second == losses
        """,
        ["250"],
    ),
]
