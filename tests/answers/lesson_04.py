"""Lesson 04: right answers, written in other ways than the reference; its guide's claims."""

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


RIGHT = {
    "check_one_step": (step_by_sgd, step_by_data, step_by_copy),
    "check_train_until_below_1": (train_by_sgd, train_by_while, train_otherwise),
}

TYPED = typed_in("04")

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
