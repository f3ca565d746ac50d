"""The gradients of a network with one hidden layer, as torch finds them."""

import torch
from torch.nn.functional import linear, mse_loss, relu


def problem(n, d_in, h, d_out, seed=0):
    """Return parameters as `nn.Linear` holds them, and x and y, all in float64."""
    torch.manual_seed(seed)
    shapes = [(h, d_in), (h,), (d_out, h), (d_out,), (n, d_in), (n, d_out)]
    *parameters, x, y = (torch.randn(shape, dtype=torch.float64) for shape in shapes)
    return parameters, x, y


def predict(parameters, x):
    """Return what the network predicts."""
    w1, b1, w2, b2 = parameters
    return linear(relu(linear(x, w1, b1)), w2, b2)


def loss_by_torch(parameters, x, y):
    """Return the summed squared error."""
    return mse_loss(predict(parameters, x), y, reduction="sum")


def gradients_by_autograd(loss, tensors):
    """Return the gradient of a loss, a function of the tensors, for each of them."""
    tensors = [tensor.detach().requires_grad_() for tensor in tensors]
    return torch.autograd.grad(loss(tensors), tensors)


def assert_equal_gradients(gradients, expected):
    """Compare with as little room as rounding in float64 needs."""
    for gradient, other in zip(gradients, expected, strict=True):
        largest = other.abs().max().item()
        torch.testing.assert_close(gradient, other, rtol=0, atol=1e-12 * largest)
