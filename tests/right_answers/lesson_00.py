"""Right answers to the exercises of lesson 00, written in other ways than the reference."""

import torch


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
