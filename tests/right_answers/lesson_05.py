"""Right answers to the exercises of lesson 05, written in other ways than the reference."""

import torch


def difference_divided(loss_on_fresh, loss_of_zero):
    return (loss_of_zero - loss_on_fresh) / loss_of_zero


def minus_one_turned(loss_on_fresh, loss_of_zero):
    return -(loss_on_fresh / loss_of_zero - 1)


def step_by_step(loss_on_fresh, loss_of_zero):
    ratio = loss_on_fresh * (1 / loss_of_zero)
    result = 1.0
    result -= ratio
    return result


def by_sorting_random_numbers(y, generator):
    return y[torch.rand(len(y), generator=generator).argsort()]


def by_index_select(y, generator):
    order = torch.randperm(y.shape[0], generator=generator)
    return torch.index_select(y, 0, order)


def by_swapping_rows(y, generator):
    shuffled = y.clone()
    for i in range(len(y) - 1, 0, -1):
        j = torch.randint(i + 1, (1,), generator=generator).item()
        shuffled[[i, j]] = shuffled[[j, i]]
    return shuffled


def row_by_row(y, generator):
    order = torch.randperm(len(y), generator=generator).tolist()
    return torch.stack([y[i] for i in order])


RIGHT = {
    "check_learned": (difference_divided, minus_one_turned, step_by_step),
    "check_shuffle_targets": (
        by_sorting_random_numbers,
        by_index_select,
        by_swapping_rows,
        row_by_row,
    ),
}
