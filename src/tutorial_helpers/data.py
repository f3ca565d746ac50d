"""Random data for the lessons."""

import torch

from tutorial_helpers.checks import check_number
from tutorial_helpers.language import quoted, say


def make_random_data(n, d_in, d_out, *, generator, device=None):
    """Draw inputs and targets from the standard normal distribution.

    표준 정규분포에서 입력 `x`와 정답 `y`를 뽑습니다.

    `x` is drawn first, then `y`, both on the generator's device; then they are
    moved. So a generator on the CPU gives the same data wherever they are used. The
    targets have nothing to do with the inputs.

    Parameters
    ----------
    n : int
        Number of samples, at least 1.
    d_in, d_out : int
        Numbers of input and of output dimensions, at least 1 each.
    generator : torch.Generator
        Where the random numbers come from.
    device : torch.device or str, optional
        Where `x` and `y` shall be; the generator's device if left out.

    Returns
    -------
    x : Tensor, shape (n, d_in)
    y : Tensor, shape (n, d_out)

    Raises
    ------
    TypeError
        If a size is not an int, or `generator` is not a ``torch.Generator``.
    ValueError
        If a size is below 1, or `device` cannot be used on this machine.
    MemoryError
        If `x` and `y` do not fit into the free memory of this machine.

    Examples
    --------
    >>> generator = torch.Generator().manual_seed(1)
    >>> x, y = make_random_data(64, 1000, 10, generator=generator)
    >>> x.shape, y.shape
    (torch.Size([64, 1000]), torch.Size([64, 10]))
    """
    for name, size in (("n", n), ("d_in", d_in), ("d_out", d_out)):
        check_number(name, size)
    _check_generator(generator)
    device = _usable_device(generator.device if device is None else device)
    _check_memory(n * (d_in + d_out))
    x = torch.randn(n, d_in, generator=generator, device=generator.device)
    y = torch.randn(n, d_out, generator=generator, device=generator.device)
    return x.to(device), y.to(device)


def _check_generator(generator):
    if not isinstance(generator, torch.Generator):
        raise TypeError(
            say(
                "generator에는 torch.Generator를 넣으세요. 예: torch.Generator().manual_seed(1). "
                f"받은 값의 자료형: {type(generator).__name__}",
                "generator must be a torch.Generator, for example "
                f"torch.Generator().manual_seed(1), but it is of type {type(generator).__name__}.",
            )
        )


def _usable_device(device):
    try:
        torch.empty(0, device=device)
    except Exception as error:  # of many kinds: the name is unknown, the build lacks it, …
        raise ValueError(
            say(
                f"이 컴퓨터에서 쓸 수 없는 장치입니다: device={quoted(device)}. "
                "device='cpu'로 바꾸거나 device를 빼세요.",
                f"device={quoted(device)} cannot be used on this machine. "
                "Pass device='cpu' or leave device out.",
            )
        ) from error
    return device


def _check_memory(n_numbers):
    import psutil  # late, as few lessons need it

    free = psutil.virtual_memory().available
    if n_numbers * torch.get_default_dtype().itemsize > free:
        raise MemoryError(
            say(
                f"x와 y가 들어갈 메모리가 모자랍니다. 남은 메모리: {free / 1e9:.1f} GB. "
                "n, d_in, d_out을 줄이세요.",
                f"x and y do not fit into the {free / 1e9:.1f} GB of memory that are free. "
                "Choose a smaller n, d_in or d_out.",
            )
        )
