"""Lesson 01: right answers, written in other ways, and wrong ones; its guide's claims."""

import math

import numpy as np
import torch

from claims import Claim, typed_in
from recaps import Told
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


def one_by_one(N, D_in, D_out):
    H = 0
    while D_in * (H + 1) + (H + 1) + (H + 1) * D_out + D_out <= N * D_out:
        H += 1
    return H


def by_subtracting(N, D_in, D_out):
    left = N * D_out - D_out
    H = 0
    for _ in range(N * D_out):
        left -= D_in + 1 + D_out
        if left < 0:
            break
        H += 1
    return H


def by_floor(N, D_in, D_out):
    return max(0, math.floor((N - 1) * D_out / (D_in + D_out + 1)))


RIGHT = {
    "check_draw": (by_helper, by_randn, in_place, leaving_the_shared_generator_as_it_was),
    "check_largest_hidden": (one_by_one, by_subtracting, by_floor),
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


def with_an_inner_layer(N, D_in, D_out):
    H = 0
    while (H + 1) * (D_in + 1 + D_out + H + 2) + D_out <= N * D_out:
        H += 1
    return H


def as_a_tensor(N, D_in, D_out):
    return torch.tensor(one_by_one(N, D_in, D_out))


def inputs_matched_as_well(N, D_in, D_out):
    return (N * (D_in + D_out) - D_out) // (D_in + 1 + D_out)


def rounded_to_the_nearest(N, D_in, D_out):
    return round((N - 1) * D_out / (D_in + D_out + 1))


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
    "check_largest_hidden": {
        with_an_inner_layer: "not the expected one",
        as_a_tensor: "wrong type",
        inputs_matched_as_well: "not the expected one",
        rounded_to_the_nearest: "not the expected one",
    },
}

TYPED = typed_in("01")

CLAIMS = [
    Claim(
        "x = torch.randn(",
        TYPED[0],
        ["torch.Size([64])", "torch.Size([2, 1000])", "RuntimeError"],
    ),
    Claim("again = torch.randn", TYPED[1], ["0.661", "0.621"]),
    Claim("r_fresh = ", TYPED[2], ["0.5", "0.42", "0.51"]),
    Claim("r_fresh = ", 'print(f"{r[53, 6].item():.3f}")', ["0.160"]),
    Claim(
        "r_fresh = ",
        """
        for seed in range(20, 30):
            generator = torch.Generator().manual_seed(seed)
            strongest = correlations(*make_random_data(N, D_in, D_out, generator=generator))
            assert 0.4 < strongest.abs().max() < 0.6
        print(10, 0.4, 0.6)
        """,
        ["10", "0.4", "0.6"],
    ),
    Claim("", 'print(f"{x.numel():,} {y.numel()}")', ["64,000", "640"]),
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
        ["0.711", "0.702"],
    ),
    Claim(
        "",
        """
        for n in (640, 6400):
            generator = torch.Generator().manual_seed(1)
            strongest = correlations(*make_random_data(n, D_in, D_out, generator=generator))
            print(n, f"{strongest.abs().max():.3f}")
        """,
        ["640", "0.138", "6400", "0.046"],
    ),
    Claim(
        "y_pred = model(x).detach()",
        """
        away = y - y.mean(dim=0)
        print(f"{(torch.linalg.svdvals(away)[1:] ** 2).sum().item():.0f}")
        """,
        ["528"],
    ),
]

RECAP = [
    Told(
        "A row of `x` and the same row of `y`",
        """
        assert x.shape == (N, D_in)
        assert y.shape == (N, D_out)
        assert x[0].shape == (D_in,)
        """,
        "y = y.T",
    ),
    Told(
        "A correlation coefficient is near 1",
        """
        column, off = x[:, :1], 0.05 * x[:, 1:2]
        for slope in (5, 1, 0.5, -0.5, -5):
            found = correlations(column, slope * column + off).item()
            assert abs(found - slope / abs(slope)) < 0.1
        """,
        "right = correlations\ncorrelations = lambda x, y: right(x, y).abs()",
    ),
    Told(
        "Even among 10,000 pairs of noise",
        """
        assert r.shape == (D_in, D_out)
        assert r.numel() == 10_000
        assert abs(r.abs().max().item() - 0.475) < 1e-3
        assert r[i, j] == r.abs().max()
        assert abs(r_fresh[i, j]) < 0.1, "the pair is as strong in fresh data"
        """,
        "r_fresh = r",
    ),
    Told(
        "If data is drawn from a `Generator` of its own",
        """
        assert torch.equal(own, first)
        assert not torch.equal(shared, first)
        for lines in range(3):
            torch.rand(lines)
            generator = torch.Generator().manual_seed(1)
            x_again, y_again = make_random_data(N, D_in, D_out, generator=generator)
            assert torch.equal(x_again, x)
            assert torch.equal(y_again, y)
        """,
        "own = shared",
    ),
    Told(
        "With 63 columns of random inputs",
        """
        def loss_of(d, targets):
            with_ones = torch.cat([torch.ones(N, 1), x[:, :d]], dim=1)
            weights = torch.linalg.lstsq(with_ones, targets).solution
            return ((with_ones @ weights - targets) ** 2).sum().item()

        for targets in (y, 3 - y.flip(0), y_fresh, torch.arange(640.0).view(N, D_out) / 100):
            assert loss_of(63, targets) < 1e-3
        assert loss_of(62, y) > 1
        """,
        "x = x[:, :1].expand(N, D_in)",
    ),
    Told(
        "More parameters than numbers to match may not be enough",
        """
        one = torch.nn.Sequential(torch.nn.Linear(D_in, 1), torch.nn.Linear(1, D_out))
        assert sum(param.numel() for param in one.parameters()) > y.numel()
        across = torch.linalg.svdvals(y_pred - y_pred[0])
        assert across[1] < 1e-4 * across[0], "on one line"
        assert ((y_pred - y) ** 2).sum() > 500
        """,
        "y_pred = y",
    ),
]
