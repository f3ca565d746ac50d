"""Right answers to the exercises of lesson 01, written in other ways than the reference."""

import torch
from torch import nn

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
