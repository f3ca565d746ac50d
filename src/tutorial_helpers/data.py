"""Random data for the lessons."""

import torch

from tutorial_helpers.checks import check_number
from tutorial_helpers.language import say


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
        If a size is below 1.
    AssertionError, RuntimeError
        If this machine lacks the `device`, or the memory; the message is PyTorch's.

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
