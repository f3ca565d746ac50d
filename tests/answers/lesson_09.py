"""Lesson 09: right answers, written in other ways, and wrong ones; its guide's claims."""

import copy

import numpy as np
import torch
from torch import nn

from claims import Claim, typed_in


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


def by_plain_numpy(model, x, y):
    with torch.no_grad():
        return float(np.mean((model(x).numpy() - y.numpy()) ** 2))


@torch.no_grad()
def by_matrices(model, x, y):
    h = (x @ model[0].weight.T + model[0].bias).relu()
    return ((h @ model[2].weight.T + model[2].bias - y) ** 2).mean().item()


def set_off_and_on(model, x, y):
    torch.set_grad_enabled(False)
    loss = nn.functional.mse_loss(model(x), y).item()
    torch.set_grad_enabled(True)
    return loss


def with_two_forward_passes(model, x, y):
    y_pred = model(x) - model(x).mean(dim=1, keepdim=True)
    ((y_pred - y) ** 2).sum().backward()
    return model[2].bias.grad


def with_a_pass_to_look_at(model, x, y):
    with torch.no_grad():
        model(x)
    return layer_by_layer(model, x, y)


def sample_by_sample(model, x, y):
    for each, target in zip(x, y, strict=True):
        y_pred = model(each[None])
        ((y_pred - y_pred.mean() - target) ** 2).sum().backward()
    return model[2].bias.grad


def by_functions(model, x, y):
    h = torch.relu(nn.functional.linear(x, model[0].weight, model[0].bias))
    y_pred = nn.functional.linear(h, model[2].weight, model[2].bias)
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
    return torch.autograd.grad(((y_pred - y) ** 2).sum(), model[2].bias)[0]


def on_a_copy(model, x, y):
    return layer_by_layer(copy.deepcopy(model), x, y)


RIGHT = {
    "check_mean_loss": (
        by_inference_mode,
        written_out,
        by_loss_object,
        by_sum_and_count,
        on_frozen_parameters,
        by_plain_numpy,
        by_matrices,
        set_off_and_on,
    ),
    "check_centered_gradient": (
        in_place_but_recorded,
        by_matrix,
        by_autograd_grad,
        targets_moved,
        layer_by_layer,
        with_two_forward_passes,
        with_a_pass_to_look_at,
        sample_by_sample,
        by_functions,
        on_a_copy,
    ),
}


def no_grad_on_a_line_of_its_own(model, x, y):
    torch.no_grad()
    return nn.functional.mse_loss(model(x), y).item()


def layer_by_layer_with_graph(model, x, y):
    h = torch.relu(x @ model[0].weight.T + model[0].bias)
    return nn.functional.mse_loss(h @ model[2].weight.T + model[2].bias, y).item()


def forward_pass_outside(model, x, y):
    y_pred = model(x)
    with torch.no_grad():
        return nn.functional.mse_loss(y_pred, y).item()


def parameters_frozen(model, x, y):
    model.requires_grad_(False)
    return nn.functional.mse_loss(model(x), y).item()


def reduce_kept(model, x, y):
    with torch.no_grad():
        return nn.functional.mse_loss(model(x), y, reduce=True).item()


def over_a_third_dimension(model, x, y):
    with torch.no_grad():
        return ((model(x) - y) ** 2).mean(dim=2).item()


def divided_by_640(model, x, y):
    with torch.no_grad():
        return nn.functional.mse_loss(model(x), y, reduction="sum").item() / 640


def loss_of_a_new_tensor(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    torch.tensor(loss.item(), requires_grad=True).backward()
    return model[2].bias.grad


def backward_without_parentheses(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward  # noqa: B018
    return model[2].bias.grad


def predictions_detached(model, x, y):
    y_pred = model(x).detach().requires_grad_()
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
    ((y_pred - y) ** 2).sum().backward()
    return model[2].bias.grad


def mean_detached(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True).detach()
    ((y_pred - y) ** 2).sum().backward()
    return model[2].bias.grad


def one_mean_by_autograd_grad(model, x, y):
    y_pred = model(x)
    loss = ((y_pred - y_pred.mean() - y) ** 2).sum()
    return torch.autograd.grad(loss, model[2].bias)[0]


def result_moved_to_0(model, x, y):
    ((model(x) - y) ** 2).sum().backward()
    gradient = model[2].bias.grad
    return gradient - gradient.mean()


WRONG = {
    "check_mean_loss": {
        no_grad_on_a_line_of_its_own: "on a line of its own, without `with`",
        layer_by_layer_with_graph: "builds a computational graph",
        forward_pass_outside: "enclose the line that calls the model",
        parameters_frozen: "stays off[^$]*the model",
        reduce_kept: "`reduce`",
        divided_by_640: "not the expected one",
        over_a_third_dimension: "Dimension out of range",
    },
    "check_centered_gradient": {
        loss_of_a_new_tensor: "No backward pass reaches the model",
        backward_without_parentheses: "No backward pass reaches the model[^$]*parentheses",
        predictions_detached: "No backward pass reaches the model",
        mean_detached: "has not recorded the subtraction",
        one_mean_by_autograd_grad: "One mean of all predictions",
        result_moved_to_0: "gradient of the weight",
    },
}

TYPED = typed_in("09")

CLAIMS = [
    Claim("def try_line", TYPED[0], ["error: RuntimeError", "silence", "silence"]),
    Claim("def try_line", TYPED[1], ["error: RuntimeError"]),
    Claim(
        "for halve in",
        f"""again("    loss = w**2\\n", {TYPED[2]!r})""",
        ["2.0", "2.0", "2.0"],
    ),
    Claim(
        "for halve in",
        """
        again("loss = w**2", "loss = w**3")
        w = torch.tensor(3.0, requires_grad=True)
        (w**3).backward()
        print(w.grad)
        """,
        ["6.75", "27"],
    ),
    Claim(
        "for halve in",
        """
        for halve in (halve_by_data, halve_by_no_grad):
            w = torch.tensor(3.0, requires_grad=True)
            halve(w)
            print(w.item(), w._version)
        """,
        ["1.5", "0", "1.5", "1"],
    ),
    Claim(
        "def gradients",
        """
        def halve_biases(param):
            with torch.no_grad():
                if param.dim() == 1:
                    param *= 0.5
        for layer, gradient in gradients(halve_biases).items():
            assert torch.equal(gradient, right[layer])
        """,
        [],
    ),
    Claim(
        "",
        """
        print(tuple(y_pred.shape), try_line("y_pred.data[0]"))
        for line in ("nn.Softmax()(y_pred)", "torch.range(0, 3)", "loss[0]"):
            print(try_line(line))
        for line in ("nn.Softmax(dim=1)(y_pred)", "torch.arange(0, 4)"):
            print(try_line(line))
        """,
        [
            *("(64, 10)", "silence"),
            *("warning: UserWarning", "warning: UserWarning", "error: IndexError"),
            *("silence", "silence"),
        ],
    ),
]
