"""Lesson 12: right answers, written in other ways, and wrong ones; its guide's claims."""

from fractions import Fraction

import torch

from claims import Claim, typed_in


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


def one_row_too_many(N, rank, world_size):
    return slice(rank * N // world_size, (rank + 1) * N // world_size + 1)


def rounded_to_the_nearest(N, rank, world_size):
    n_own = round(N / world_size)
    return slice(rank * n_own, (rank + 1) * n_own)


def the_rest_to_the_first(N, rank, world_size):
    n_own, rest = divmod(N, world_size)
    end = rest + (rank + 1) * n_own
    return slice(0 if rank == 0 else end - n_own, end)


def two_processes_only(N, rank, world_size):
    return slice(rank * N // 2, (rank + 1) * N // 2)


def a_list_of_rows(N, rank, world_size):
    return list(range(N))[rank::world_size]


def start_and_end(N, rank, world_size):
    return rank * N // world_size, (rank + 1) * N // world_size


def with_a_slash(N, rank, world_size):
    n_own = N / world_size
    return slice(rank * n_own, rank * n_own + n_own)


def rounded_to_hundredths(n_own, n_total, world_size):
    return round(world_size * n_own / n_total, 2)


def divided_without_rest(n_own, n_total, world_size):
    return world_size * n_own // n_total


def as_if_all_had_whole_shares(n_own, n_total, world_size):
    return n_own / (n_total // world_size)


def factor_as_a_tensor(n_own, n_total, world_size):
    return torch.tensor(world_size * n_own / n_total)


WRONG = {
    "check_share": {
        one_row_too_many: "rows taken twice: row 1",
        rounded_to_the_nearest: "rows left out: row 9",
        the_rest_to_the_first: "divided evenly: no",
        two_processes_only: "divided evenly: no",
        a_list_of_rows: "not a `slice`",
        start_and_end: "not a `slice`",
        with_a_slash: "decimal point",
    },
    "check_factor_for_mean": {
        rounded_to_hundredths: "not the expected one",
        divided_without_rest: "not the expected one",
        as_if_all_had_whole_shares: "not the expected one",
        factor_as_a_tensor: "wrong type",
    },
}

TYPED = typed_in("12")

CLAIMS = [
    Claim("halves =", TYPED[0], ["0.50"] * 4),
    Claim(
        "halves =",
        """
        first, rest = gradients(x[:10], y[:10]), gradients(x[10:], y[10:])
        both = [a + b for a, b in zip(first, rest)]
        torch.testing.assert_close(both, whole, rtol=1e-4, atol=1e-5)
        print(len(x[:10]), len(x[10:]))
        """,
        ["10", "54"],
    ),
    Claim(
        "halves =",
        """
        print(100 / 2)
        for processes in (2, 100, 2, 4, 8):
            print(2 * (processes - 1) / processes)
        """,
        ["50", "1", "1.98", "1", "1.5", "1.75"],
    ),
    Claim("two = run()[N]", TYPED[1], ["0:21", "21:42", "42:64", "1.89e-05"]),
    Claim("half_rate = train", TYPED[2], ["0.771", "0.771"]),
    Claim(
        "half_rate = train",
        'run("--steps", "3", "--batch-sizes", "1")',
        ["0:0"],
    ),
]
