"""Lesson 01: right answers, written in other ways, and wrong ones; its guide's claims."""

import numpy as np
import torch
from torch import nn

from claims import Claim, typed_in
from tutorial_helpers import make_random_data


def by_helper(seed):
    return make_random_data(5, 3, 2, generator=torch.Generator().manual_seed(seed))


def by_randn(seed):
    generator = torch.Generator()
    generator.manual_seed(seed)
    x_small = torch.randn(5, 3, generator=generator)
    y_small = torch.randn((5, 2), generator=generator)
    return [x_small, y_small]


def in_place(seed):
    generator = torch.Generator().manual_seed(seed)
    x_small, y_small = torch.empty(5, 3), torch.zeros(5, 2)
    x_small.normal_(generator=generator)
    y_small.normal_(generator=generator)
    return x_small, y_small


def leaving_the_shared_generator_as_it_was(seed):
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return torch.randn(5, 3), torch.randn(5, 2)


def layer_by_layer(D_in, H, D_out):
    first_layer = (D_in + 1) * H
    second_layer = (H + 1) * D_out
    return first_layer + second_layer


def by_sizes(D_in, H, D_out):
    total = 0
    sizes = [D_in, H, D_out]
    for i in range(2):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total


def by_model(D_in, H, D_out):
    model = nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))
    return sum(param.numel() for param in model.parameters())


RIGHT = {
    "check_draw": (by_helper, by_randn, in_place, leaving_the_shared_generator_as_it_was),
    "check_number_of_parameters": (layer_by_layer, by_sizes, by_model),
}


def by_numpy_generator(seed):
    generator = np.random.default_rng(seed)
    return tuple(torch.from_numpy(generator.standard_normal((5, n))) for n in (3, 2))


def by_numpy_without_seed(seed):
    return tuple(
        torch.from_numpy(np.random.default_rng().standard_normal((5, n))).float() for n in (3, 2)
    )


def seed_from_the_clock(seed):
    generator = torch.Generator()
    generator.seed()
    return make_random_data(5, 3, 2, generator=generator)


def never_seeded(seed):
    return make_random_data(5, 3, 2, generator=torch.Generator())


def an_extra_draw(seed):
    torch.rand(1)
    return by_helper(seed)


def two_seeds(seed):
    torch.manual_seed(seed)
    return by_helper(7)


def with_doubles(seed):
    return tuple(part.double() for part in by_helper(seed))


def one_draw_cut_in_two(seed):
    data = torch.randn(5, 5, generator=torch.Generator().manual_seed(seed))
    return data[:, :3], data[:, 3:]


def with_an_inner_layer(D_in, H, D_out):
    return by_sizes(D_in, H, D_out) + H * H + H


def as_a_tensor(D_in, H, D_out):
    return torch.tensor([D_in * H, H, H * D_out, D_out]).sum()


WRONG = {
    "check_draw": {
        by_numpy_generator: "not `float32`",
        by_numpy_without_seed: "different data, even with the same seed[^$]*NumPy",
        seed_from_the_clock: "different data, even with the same seed",
        never_seeded: "`seed` is not used[^$]*do you call `manual_seed`",
        an_extra_draw: "touches the `Generator`[^$]*without a `generator`",
        two_seeds: "touches the `Generator`[^$]*different seeds give the same data",
        with_doubles: "not `float32`[^$]*`double`",
        one_draw_cut_in_two: "not the expected one",
    },
    "check_number_of_parameters": {
        with_an_inner_layer: "not the expected one",
        as_a_tensor: "wrong type",
    },
}

TYPED = typed_in("01")

CLAIMS = [
    Claim(
        "x = torch.randn(",
        TYPED[0],
        ["torch.Size([64])", "torch.Size([2, 1000])", "RuntimeError"],
    ),
    Claim("numbers:", 'print(f"{x.numel():,} {x.numel() ** -0.5:.3f}")', ["64,000", "0.004"]),
    Claim("first = torch.randn", TYPED[1], ["0.661", "0.621"]),
    Claim(
        "x_fresh[:, i]",
        "divmod(r_fresh.abs().argmax().item(), D_out)\nprint(r[909, 2])",
        ["(909, 2)", "-0.105"],
    ),
    Claim(
        "",
        "print(tuple(x[0].shape), tuple(x[0:1].shape))",
        ["(1000,)", "(1, 1000)"],
    ),
    Claim(
        "",
        """
        generator = torch.Generator().manual_seed(1)
        x_half, y_half = make_random_data(32, D_in, D_out, generator=generator)
        assert torch.equal(x_half, x[:32])
        assert not torch.equal(y_half, y[:32])
        """,
        [],
    ),
    Claim(
        "",
        """
        print(f"{correlations(x, y + x[:, :10])[0, 0]:.3f}")
        print(f"{correlations(x_fresh, y_fresh + x_fresh[:, :10])[0, 0]:.3f}")
        """,
        ["0.711", "0.738"],
    ),
]
