"""Right answers to the exercises of lesson 04, written in other ways than the reference."""

import torch


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
