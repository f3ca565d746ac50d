"""make_random_data against PyTorch itself."""

import pytest
import torch

from tutorial_helpers import make_random_data


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def test_draws_x_first_then_y():
    x, y = make_random_data(5, 3, 2, generator=seeded())
    generator = seeded()
    torch.testing.assert_close(x, torch.randn(5, 3, generator=generator), rtol=0, atol=0)
    torch.testing.assert_close(y, torch.randn(5, 2, generator=generator), rtol=0, atol=0)


def test_leaves_the_global_random_numbers_alone():
    before = torch.get_rng_state()
    make_random_data(5, 3, 2, generator=seeded())
    assert torch.equal(torch.get_rng_state(), before)


def test_draws_anew_at_each_call():
    generator = seeded()
    first, _ = make_random_data(5, 3, 2, generator=generator)
    second, _ = make_random_data(5, 3, 2, generator=generator)
    assert not torch.equal(first, second)


def test_moves_to_the_device():
    x, y = make_random_data(5, 3, 2, generator=seeded(), device="meta")
    assert x.device.type == y.device.type == "meta"


def test_same_data_on_the_accelerator():
    if not torch.accelerator.is_available():
        pytest.skip("no accelerator on this machine")
    device = torch.accelerator.current_accelerator()
    x, _ = make_random_data(5, 3, 2, generator=seeded(), device=device)
    on_cpu, _ = make_random_data(5, 3, 2, generator=seeded())
    assert torch.equal(x.cpu(), on_cpu)
