"""Lesson 10: right answers, written in other ways, and wrong ones; its guide's claims."""

import itertools
import math

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from claims import Claim, typed_in


def layer_by_layer(N, D_in, H1, H2, D_out):
    total = 0
    for i, (inputs, outputs) in enumerate([(D_in, H1), (H1, H2), (H2, D_out)]):
        total += (2 if i == 0 else 3) * 2 * N * inputs * outputs
    return total


def less_the_input(N, D_in, H1, H2, D_out):
    sizes = [D_in, H1, H2, D_out]
    weights = sum(a * b for a, b in itertools.pairwise(sizes))
    return 6 * N * weights - 2 * N * D_in * H1


def by_counter(N, D_in, H1, H2, D_out):
    model = nn.Sequential(
        nn.Linear(D_in, H1), nn.ReLU(), nn.Linear(H1, H2), nn.ReLU(), nn.Linear(H2, D_out)
    )
    with FlopCounterMode(display=False) as counter:
        model(torch.ones(N, D_in)).sum().backward()
    return counter.get_total_flops()


def by_counting(setup, before, after):
    if after >= before:
        return math.inf
    steps = 0
    while setup + steps * after > steps * before:
        steps += 1
    return steps


def by_floor_division(setup, before, after):
    return float("inf") if before <= after else int(-(-setup // (before - after)))


def as_float(setup, before, after):
    saved = before - after
    return float(math.ceil(setup / saved)) if saved > 0 else math.inf


RIGHT = {
    "check_step_flops": (layer_by_layer, less_the_input, by_counter),
    "check_steps_to_earn_back": (by_counting, by_floor_division, as_float),
}


def layers_exchanged(N, D_in, H1, H2, D_out):
    return layer_by_layer(N, D_in, H2, H1, D_out)


def in_thousands(N, D_in, H1, H2, D_out):
    return f"{layer_by_layer(N, D_in, H1, H2, D_out):,}"


def by_the_size_of_the_difference(setup, before, after):
    return math.ceil(setup / abs(before - after)) if before != after else math.inf


def minus_1_when_slower(setup, before, after):
    return math.ceil(setup / (before - after)) if before > after else -1


def rounded_to_the_nearest(setup, before, after):
    return round(setup / (before - after)) if before > after else math.inf


WRONG = {
    "check_step_flops": {
        layers_exchanged: "not the expected one",
        in_thousands: "wrong type",
    },
    "check_steps_to_earn_back": {
        by_the_size_of_the_difference: "not the expected one",
        minus_1_when_slower: "not the expected one",
        rounded_to_the_nearest: "not the expected one",
    },
}

TYPED = typed_in("10")

CLAIMS = [
    Claim("def measure(", TYPED[0], []),
    Claim(
        "first_layer =",
        TYPED[1] + "print(f'{counter.get_total_flops() - flops:,} {first_layer:,}')",
        ["38,784,000", "12,800,000", "12,800,000"],
    ),
    Claim("first_layer =", "torch.get_num_threads()", ["1"]),
    Claim(
        "first_layer =",
        'print(f"{sum(param.numel() for param in make_model().parameters()):,}")',
        ["101,110"],
    ),
    Claim(
        "first_layer =",
        """
        print(f"{2 * first_layer / flops:.1%}")
        first_layer = 2 * N * 10 * H
        flops = 2 * first_layer + 3 * second_layer
        print(f"{2 * first_layer / flops:.0%} {flops:,}")
        """,
        ["98.5", "40", "640,000"],
    ),
    Claim(
        "first_layer =",
        """
        with FlopCounterMode(display=False) as counter:
            make_model()(x)
        print(f"{counter.get_total_flops():,} {flops:,}")
        """,
        ["12,928,000", "25,984,000"],
    ),
    Claim(
        "first_layer =",
        """
        one = torch.tensor(1, dtype=torch.bfloat16)
        values = [0.001, 0.002, 0.003, 0.004]
        print(values)
        print([value for value in values if one - value != one][0])
        print([value for value in values if one + value != one][0])
        """,
        ["0.001", "0.002", "0.003", "0.004", "0.002", "0.004"],
    ),
]

# What the guide's prose says and no code computes, and why.
EXCEPTIONS = {"0.9": "a ratio of two times, measured on a busy computer"}
