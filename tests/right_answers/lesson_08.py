"""Right answers to the exercises of lesson 08, written in other ways than the reference."""

from fractions import Fraction

import torch


def the_first_get_one_more(N, rank, world_size):
    n_own, rest = divmod(N, world_size)
    start = rank * n_own + min(rank, rest)
    return slice(start, start + n_own + (rank < rest))


def every_other_row(N, rank, world_size):
    return slice(rank, N, world_size)


def as_torch_splits(N, rank, world_size):
    rows = torch.arange(N).tensor_split(world_size)[rank]
    return slice(int(rows[0]), int(rows[-1]) + 1)


def step_by_step(n_own, n_total, world_size):
    to_the_sum = n_own
    to_the_mean = to_the_sum / n_total
    return to_the_mean * world_size


def relative_to_an_equal_share(n_own, n_total, world_size):
    return n_own / (n_total / world_size)


def as_a_fraction(n_own, n_total, world_size):
    return float(Fraction(n_own * world_size, n_total))


RIGHT = {
    "check_share": (the_first_get_one_more, every_other_row, as_torch_splits),
    "check_factor_for_mean": (step_by_step, relative_to_an_equal_share, as_a_fraction),
}
