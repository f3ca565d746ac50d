"""Checks of the numbers and Tensors that the helpers are given."""

import math

from tutorial_helpers.language import quoted, say


def check_number(name, number, *, least=1, most=math.inf):
    """Refuse what is not a whole number, or out of range.

    Parameters
    ----------
    name : str
        What the reader calls it.
    number : object
    least, most : int or float
        The range.

    Raises
    ------
    TypeError
        If `number` is not an int.
    ValueError
        If it is below `least` or above `most`.

    Examples
    --------
    >>> check_number("n", 64)
    >>> check_number("n", 0)
    Traceback (most recent call last):
    ValueError: n에는 1 이상을 넣으세요. 받은 값: 0
    n must be 1 or more, but it is 0.
    """
    if not isinstance(number, int):
        given = f"{quoted(number)} ({type(number).__name__})"
        raise TypeError(
            say(
                f"{name}에는 정수를 넣으세요. 받은 값: {given}",
                f"{name} must be an int, but it is {given}.",
            )
        )
    if not least <= number <= most:
        wanted = (f"{least} 이상을", f"{least} or more")
        if most < math.inf:
            wanted = (f"{least} 이상 {most} 이하를", f"from {least} to {most}")
        raise ValueError(
            say(
                f"{name}에는 {wanted[0]} 넣으세요. 받은 값: {number}",
                f"{name} must be {wanted[1]}, but it is {number}.",
            )
        )


def check_tensors(**tensors):
    """Refuse what is not a Tensor.

    Parameters
    ----------
    **tensors : object
        Each under the name that the reader gives it.

    Raises
    ------
    TypeError
        If one is not a Tensor.

    Examples
    --------
    >>> check_tensors(x=[1.0])
    Traceback (most recent call last):
    TypeError: x에는 텐서를 넣으세요. 받은 값의 자료형: list
    x must be a Tensor, but it is of type list.
    """
    for name, tensor in tensors.items():
        if not hasattr(tensor, "detach"):
            given = type(tensor).__name__
            raise TypeError(
                say(
                    f"{name}에는 텐서를 넣으세요. 받은 값의 자료형: {given}",
                    f"{name} must be a Tensor, but it is of type {given}.",
                )
            )
