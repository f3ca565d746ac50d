"""In which way the result of an answer differs from the expected one."""

import sys
from math import isclose, isnan
from types import NoneType

import torch


def difference(expected, actual):
    """Return in which way a result differs from the expected one.

    Numbers and Tensors may differ by rounding: relative 1e-4 in float32, 1e-7 in
    float64. Python's numbers may come from either, so 1e-5 is allowed; whole numbers are
    exact. Only plain values count, because a type of one's own decides by itself what it
    is equal to: a number is Python's or NumPy's, a Tensor lies in the memory of the CPU.

    Parameters
    ----------
    expected, actual : object
        Tensors, numbers and other values, also inside tuples, lists and dictionaries.

    Returns
    -------
    {None, "none", "type", "length", "shape", "dtype", "nan", "value"}
        None if they are the same.

    Examples
    --------
    >>> difference(1.0, 1 + 1e-12)
    >>> difference(1.0, 2.0)
    'value'
    >>> difference([1.0, 2.0], [1.0])
    'length'
    >>> difference(torch.zeros(2), torch.zeros(2, 1))
    'shape'
    """
    try:
        with torch._C.DisableTorchFunction(), torch.no_grad():
            return _difference(expected, actual)
    except Exception:  # of a kind that cannot be compared
        return "type"


def _difference(expected, actual):
    kind = type(expected)
    if actual is None and kind is not NoneType:
        return "none"
    if issubclass(kind, torch.Tensor):
        return _difference_of_tensors(expected, actual)
    if kind is dict:
        return _difference_of_dicts(expected, actual)
    if issubclass(kind, (list, tuple)):
        return _difference_of_sequences(expected, actual)
    if kind in (int, float):
        return _difference_of_numbers(expected, actual)
    if kind is not type(actual):
        return "type"
    if kind is slice:
        ends = [(each.start, each.stop, each.step) for each in (expected, actual)]
        return "value" if _difference(*ends) else None
    return None if expected == actual else "value"


def _difference_of_tensors(expected, actual):
    if type(actual) not in (torch.Tensor, torch.nn.Parameter):
        return "type"
    if torch.Tensor.size(expected) != torch.Tensor.size(actual):
        return "shape"
    if expected.dtype != actual.dtype:
        return "dtype"
    if actual.layout != torch.strided or actual.device.type != "cpu":
        return "type"
    if not (expected.is_floating_point() or expected.is_complex()):
        return None if torch.equal(expected, actual) else "value"
    rtol, atol = (1e-4, 1e-5) if expected.dtype == torch.float32 else (1e-7, 1e-9)
    nans = [bool(torch.isnan(each).any()) for each in (expected, actual)]
    if nans == [False, True]:
        return "nan"
    same = torch.allclose(expected, actual, rtol=rtol, atol=atol, equal_nan=True)
    return None if same else "value"


def _difference_of_dicts(expected, actual):
    if type(actual) is not dict:
        return "type"
    if list(expected) != list(actual):
        return "length"
    return _difference_of_sequences(list(expected.values()), list(actual.values()))


def _difference_of_sequences(expected, actual):
    # What a subclass says of itself, its length or its items, does not count.
    base = list if isinstance(actual, list) else tuple
    if not isinstance(actual, base):
        return "type"
    if len(expected) != base.__len__(actual):
        return "length"
    pairs = zip(expected, base.__iter__(actual), strict=True)
    found = [kind for pair in pairs if (kind := _difference(*pair))]
    return "none" if "none" in found else next(iter(found), None)


def _difference_of_numbers(expected, actual):
    if type(actual) not in (int, float):
        actual = _of_numpy(actual)
    if actual is None:
        return "type"
    if isnan(actual) and not isnan(expected):
        return "nan"
    rounding = 1e-5 if type(expected) is float else 2e-9
    same = isclose(expected, actual, rel_tol=rounding, abs_tol=1e-9)
    return None if same or (isnan(expected) and isnan(actual)) else "value"


def _of_numpy(value):
    """Return a number of NumPy's as one of Python's, and None for anything else."""
    numpy = sys.modules.get("numpy")
    plain = numpy and type(value) in (numpy.float64, numpy.float32, numpy.int64, numpy.int32)
    return value.item() if plain else None
