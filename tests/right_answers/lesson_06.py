"""Right answers to the exercises of lesson 06, written in other ways than the reference."""

import torch
from torch import nn


def by_inference_mode(model, x, y):
    with torch.inference_mode():
        y_pred = model(x)
        return nn.functional.mse_loss(y_pred, y, reduction="mean").item()


def written_out(model, x, y):
    with torch.no_grad():
        return ((model(x) - y) ** 2).mean().item()


@torch.no_grad()
def by_loss_object(model, x, y):
    loss_fn = nn.MSELoss()
    return float(loss_fn(model(x), y))


def by_sum_and_count(model, x, y):
    with torch.no_grad():
        total = nn.functional.mse_loss(model(x), y, reduction="sum")
    return total.item() / y.numel()


def on_frozen_parameters(model, x, y):
    frozen = {name: param.detach() for name, param in model.named_parameters()}
    return nn.functional.mse_loss(torch.func.functional_call(model, frozen, x), y).item()


def in_place_but_recorded(model, x, y):
    y_pred = model(x)
    y_pred -= y_pred.mean(dim=1, keepdim=True)
    loss = nn.functional.mse_loss(y_pred, y, reduction="sum")
    loss.backward()
    return model[2].bias.grad


def by_matrix(model, x, y):
    d = y.shape[1]
    center = torch.eye(d, dtype=y.dtype) - torch.ones(d, d, dtype=y.dtype) / d
    loss = ((model(x) @ center - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def by_autograd_grad(model, x, y):
    y_pred = model(x)
    mean = y_pred.sum(dim=-1, keepdim=True) / y_pred.shape[-1]
    loss = nn.MSELoss(reduction="sum")(y_pred.sub(mean), y)
    (gradient,) = torch.autograd.grad(loss, model[2].bias)
    return gradient


def layer_by_layer(model, x, y):
    h = torch.relu(model[0](x))
    y_pred = model[2](h)
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def targets_moved(model, x, y):
    y_pred = model(x)
    loss = (y_pred - (y + y_pred.mean(dim=1)[:, None])).square().sum()
    loss.backward()
    return model[2].bias.grad


RIGHT = {
    "check_mean_loss": (
        by_inference_mode,
        written_out,
        by_loss_object,
        by_sum_and_count,
        on_frozen_parameters,
    ),
    "check_centered_gradient": (
        in_place_but_recorded,
        by_matrix,
        by_autograd_grad,
        targets_moved,
        layer_by_layer,
    ),
}
