"""What a check needs of Python and PyTorch, kept before it meets an answer.

A slip such as ``torch.manual_seed = 2`` stays in a kernel until the kernel is restarted. A
check that computes with what is left could take anything for right, so it looks here first.
"""

import builtins
import contextlib
import math
import re
import sys
import warnings

# What looks for changes in Python's own names must not meet them.
from builtins import (  # noqa: UP029
    all,
    any,
    delattr,
    getattr,
    hasattr,
    isinstance,
    len,
    map,
    setattr,
    type,
    vars,
)
from operator import is_
from pathlib import Path
from types import (
    BuiltinFunctionType,
    FunctionType,
    GetSetDescriptorType,
    MethodDescriptorType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import NamedTuple

import torch

from tutorial_helpers.exercises.reading import closed_over

_MODULES = re.compile(
    r"torch(\.(_C(\._nn|\._linalg)?|_tensor|functional|linalg|random"
    r"|nn(\.(functional|init|parameter|modules(\..*)?))?|autograd(\.(function|grad_mode|graph))?))?"
)
_CONSTANTS = (ModuleType, torch.dtype, float)
_WATCHED = (
    *_CONSTANTS,
    FunctionType,
    BuiltinFunctionType,
    MethodDescriptorType,
    GetSetDescriptorType,
    WrapperDescriptorType,
    property,
    staticmethod,
    classmethod,
    type,
)
_SET_BY_OTHERS = {  # by a shell, by `torch.set_default_dtype`; and what no check needs
    "": {"__build_class__", "__import__", "breakpoint", "input", "open", "print"},
    "torch.": {"Storage", "compile"},
    "warnings.": {"showwarning", "_showwarning", "_showwarnmsg", "_showwarnmsg_impl"},
}
_TORCH = str(Path(torch.__file__).parent)
_LIBRARIES = (str(Path(_TORCH).parent), str(Path(contextlib.__file__).parent))
_INSTALLED = re.compile(r"[/\\](site|dist)-packages[/\\]|^<frozen ")
_MISSING = object()


class _Space(NamedTuple):
    """A module or a class, what its names begin with, and what it holds at first."""

    holder: object
    prefix: str
    kept: dict  # its functions, methods, classes and constants
    names: frozenset  # of everything that it holds


class Overwritten(NamedTuple):
    """A name that holds something else than at first.

    Attributes
    ----------
    name : str
        As it is written in code, such as ``torch.manual_seed``.
    space : _Space
    key : str
        The last part of the name.
    value : object
        What it holds now.
    """

    name: str
    space: _Space
    key: str
    value: object


def overwritten():
    """Return the names of PyTorch and Python that no longer hold what they held at first.

    What counts is the time when the exercises are imported. Even then, code of a notebook
    is nothing that PyTorch holds. PyTorch may wrap a function of its own, as it does when
    something is compiled.

    Returns
    -------
    list of Overwritten

    Examples
    --------
    >>> kept, torch.manual_seed = torch.manual_seed, 2
    >>> [found.name for found in overwritten()]
    ['torch.manual_seed']
    >>> torch.manual_seed = kept
    >>> overwritten()
    []
    """
    found = []
    for space in _SPACES:
        now = vars(space.holder)
        if not all(map(is_, map(now.get, space.kept), space.kept.values())):
            found += _replaced(space, now)
        if len(now) > len(space.names):
            found += _hiding(space, now)
    return found + [each for each in _FOREIGN if _is_foreign(each.space.holder, each.key)]


def put_back():
    """Give all names what they held at first, and return those that held something else.

    Examples
    --------
    >>> torch.Tensor.sum = torch.Tensor.mean
    >>> [found.name for found in put_back()]
    ['torch.Tensor.sum']
    >>> torch.ones(3).sum()
    tensor(3.)
    """
    found = overwritten()
    for each in found:
        _give(each, each.space.kept.get(each.key, _MISSING))
    return found


def give_back(found):
    """Let names hold again what they held before `put_back`.

    Examples
    --------
    >>> kept, torch.relu = torch.relu, None
    >>> found = put_back()
    >>> torch.relu(torch.tensor(-1.0))
    tensor(0.)
    >>> give_back(found)
    >>> torch.relu is None
    True
    >>> torch.relu = kept
    """
    for each in found:
        _give(each, each.value)


def _give(place, value):
    if value is not _MISSING:
        setattr(place.space.holder, place.key, value)
    elif not any(place is each for each in _FOREIGN):
        delattr(place.space.holder, place.key)


def _replaced(space, now):
    """Return the names that hold something else, and keep what torch has wrapped by itself."""
    found = []
    for key, value in space.kept.items():
        new = now.get(key, _MISSING)
        if _wraps(new, value) or _wraps(value, new):
            space.kept[key] = new
        elif new is not value:
            found.append(Overwritten(space.prefix + key, space, key, new))
    return found


def _hiding(space, now):
    """Return the new names in a class that hide those of the classes above it."""
    found = []
    for key in now.keys() - space.names if isinstance(space.holder, type) else ():
        above = [vars(base)[key] for base in space.holder.__mro__[1:] if key in vars(base)]
        if above and isinstance(above[0], _WATCHED) and not _wraps(now[key], above[0]):
            found.append(Overwritten(space.prefix + key, space, key, now[key]))
    return found


def _wraps(value, kept):
    """Return whether a value is a function of torch's own around the kept one."""
    if not (isinstance(value, FunctionType) and value.__code__.co_filename.startswith(_TORCH)):
        return False
    inside = [value.__wrapped__] if hasattr(value, "__wrapped__") else []
    return any(each is kept or _wraps(each, kept) for each in (*inside, *closed_over(value)))


def _is_foreign(holder, key):
    """Return whether a name holds code of neither PyTorch nor Python, or that of another name."""
    value = vars(holder).get(key)
    if isinstance(value, _CONSTANTS):
        return False
    generated = isinstance(holder, type) and {"_fields", "__match_args__"} & vars(holder).keys()
    layer = getattr(getattr(value, "fget", value), "__func__", value)
    while layer is not None and not generated:
        file = layer.__code__.co_filename if isinstance(layer, FunctionType) else _TORCH
        if not (file.startswith(_LIBRARIES) or _INSTALLED.search(file)):
            return True
        layer = getattr(layer, "__wrapped__", None)
    if isinstance(value, (BuiltinFunctionType, MethodDescriptorType)) and key[0] != "_":
        named = any(holder is each for each in (builtins, math, torch, torch.Tensor))
        return named and value.__name__ != key and hasattr(holder, value.__name__)
    return isinstance(value, type) and value.__module__ == "__main__"


def _holders():
    """Yield the modules and classes whose names count, and what the names begin with."""
    yield builtins, ""
    yield math, "math."
    yield warnings, "warnings."
    for name, module in list(sys.modules.items()):
        if _MODULES.fullmatch(name):
            yield module, f"{name}."
            for value in list(vars(module).values()):
                if isinstance(value, type) and value.__module__.startswith("torch"):
                    where = re.sub(r"(?<=^torch\.nn)\.(modules|parameter).*", "", value.__module__)
                    yield value, f"{where}.{value.__name__}."


def _keep():
    """Return all spaces, and the places that somebody has overwritten before."""
    spaces, foreign = {}, []
    for holder, prefix in _holders():
        kept = {key: value for key, value in vars(holder).items() if isinstance(value, _WATCHED)}
        for key in (*_SET_BY_OTHERS.get(prefix, ()), "__repr__", "__str__"):
            kept.pop(key, None)
        space = _Space(holder, prefix, kept, frozenset(vars(holder)))
        if spaces.setdefault(id(holder), space) is space:
            bad = [key for key in kept if _is_foreign(holder, key)]
            foreign += [Overwritten(prefix + key, space, key, kept.pop(key)) for key in bad]
    return list(spaces.values()), foreign


_SPACES, _FOREIGN = _keep()
