"""Values as a learner can read them, and as code that gives them back."""

import ast
import inspect
import math
import re
import textwrap
from itertools import groupby

import torch
from torch import nn

from tutorial_helpers.exercises.comparing import difference
from tutorial_helpers.language import SEPARATOR, in_language, quoted

_FEW = 12  # numbers of a Tensor that are shown
_FIRST = 6  # items of a longer list that are shown
_LONGEST = 200  # line of code
_MOST_CALLS = 4


class NoCodeError(Exception):
    """A value cannot be given back by a line of code that is short enough to read."""


# As code


def assignments(name, value):
    """Return lines of code after which a name has a value.

    A model comes with its parameters and gradients if they are few and not those that a
    new model gets from the seed 0.

    Raises
    ------
    NoCodeError
        If there is no short code for the value, or if the code does not give it back.

    Examples
    --------
    >>> assignments("losses", [5.0, 0.5])
    ['losses = [5.0, 0.5]']
    >>> assignments("model", nn.ReLU())
    ['model = nn.ReLU()']
    """
    lines = [f"{name} = {_code(value)}"]
    if not _gives(lines, name, value):
        lines += _parameters(name, value)
    if not _gives(lines, name, value):
        raise NoCodeError(name)
    return lines


def _gives(lines, name, value):
    if any(len(line) > _LONGEST for line in lines):
        raise NoCodeError(name)
    names = {"torch": torch, "nn": nn}
    torch.manual_seed(0)
    exec("\n".join(lines), names)
    if inspect.isfunction(value):  # the code is taken from it
        return True
    if isinstance(value, torch.Generator):
        return torch.equal(names[name].get_state(), value.get_state())
    return difference(_all_of(value), _all_of(names[name])) is None


def _all_of(value):
    """Return all that counts of a value, so that two can be compared."""
    if isinstance(value, nn.Module):
        tensors = [*value.named_parameters(remove_duplicate=False), *value.named_buffers()]
        return [repr(value), value.training, [[key, *_all_of(each)] for key, each in tensors]]
    if isinstance(value, torch.Tensor):
        gradient = value.grad if value.is_leaf else None
        return [value.detach(), gradient, value.requires_grad]
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return [type(value).__name__, *map(_all_of, value)]
    return value


def _parameters(name, model):
    """Return lines that give a small model its parameters and gradients."""
    if not isinstance(model, nn.Module) or sum(p.numel() for p in model.parameters()) > _FEW:
        raise NoCodeError(name)
    state = {key: tensor.detach() for key, tensor in model.state_dict().items()}
    lines = [f"{name}.load_state_dict({_code(state)})"]
    for key, param in model.named_parameters():
        if param.grad is not None:
            lines.append(f'{name}.get_parameter("{key}").grad = {_code(param.grad)}')
    return lines


def _code(value):
    """Return an expression for a value."""
    if value is None or type(value) in (bool, int, str, slice):
        return repr(value)
    if type(value) is float:
        return repr(value) if math.isfinite(value) else f'float("{value}")'
    if type(value) in (list, tuple, dict):
        return _code_of_items(value)
    if isinstance(value, torch.Tensor):
        return _code_of_tensor(value)
    if isinstance(value, torch.Generator):
        return f"torch.Generator().manual_seed({value.initial_seed()})"
    if isinstance(value, nn.Module):
        return _code_of_module(value)
    if inspect.isfunction(value):
        return _code_of_function(value)
    raise NoCodeError(type(value).__name__)


def _code_of_items(value):
    if type(value) is dict:
        return "{" + ", ".join(f"{_code(key)}: {_code(each)}" for key, each in value.items()) + "}"
    inside = ", ".join(map(_code, value))
    if type(value) is list:
        return f"[{inside}]"
    return f"({inside},)" if len(value) == 1 else f"({inside})"


def _code_of_tensor(value):
    if value.numel() > _FEW:
        raise NoCodeError(tuple(value.shape))
    numbers = _nested(value.detach().tolist(), lambda number: _shortest(number, value.dtype))
    dtype = "" if value.dtype == _dtype_of(value.tolist()) else f", dtype={value.dtype}"
    follows = ", requires_grad=True" if value.requires_grad else ""
    return f"torch.tensor({numbers}{dtype}{follows})"


def _dtype_of(numbers):
    """Return the data type that `torch.tensor` chooses by itself."""
    return torch.tensor(numbers).dtype


def _nested(numbers, shown):
    if isinstance(numbers, list):
        return "[" + ", ".join(_nested(each, shown) for each in numbers) + "]"
    return shown(numbers)


def _shortest(number, dtype):
    """Return a number with as few digits as its data type needs."""
    if type(number) is not float or not math.isfinite(number):
        return _code(number)
    wanted = torch.tensor(number, dtype=dtype)
    texts = (f"{number:.{digits}g}" for digits in range(1, 18))
    return next(
        repr(float(text)) for text in texts if torch.tensor(float(text), dtype=dtype) == wanted
    )


def _code_of_module(module):
    """Return the call that makes a module of `torch.nn`."""
    kind = type(module)
    if kind is nn.Sequential:
        return f"nn.Sequential({', '.join(map(_code_of_module, module))})"
    if getattr(nn, kind.__name__, None) is not kind:
        raise NoCodeError(kind.__name__)
    dtype = next((param.dtype for param in module.parameters()), torch.float32)
    known = {"bias": getattr(module, "bias", None) is not None, "dtype": dtype}
    arguments = []
    for name, parameter in inspect.signature(kind).parameters.items():
        value = known.get(name, getattr(module, name, parameter.default))
        if parameter.default is parameter.empty:
            arguments.append(_code(value))
        elif value != parameter.default and not (name == "dtype" and dtype == torch.float32):
            arguments.append(f"{name}={value if name == 'dtype' else _code(value)}")
    return f"nn.{kind.__name__}({', '.join(arguments)})"


def _code_of_function(function):
    """Return a function that does no more than return something as a `lambda`."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    body = definition.body if isinstance(definition, ast.FunctionDef) else [definition]
    body = body[bool(inspect.getdoc(function)) :]
    used = set(function.__code__.co_names) & function.__globals__.keys()
    if len(body) > 1 or not isinstance(body[0], ast.Return) or used - {"torch", "nn"}:
        raise NoCodeError(function.__name__)
    return f"lambda {ast.unparse(definition.args)}: {ast.unparse(body[0].value)}"


def code_of_case(call, given, calls):
    """Return lines of code that give the arguments of a case again.

    Small arguments are written out. Where one of them is too large for that, the first
    line calls for them all, and comments say what they are.

    Parameters
    ----------
    call : str
        Code that returns the arguments.
    given : dict
        The arguments by their names.
    calls : list of str
        How the answer is called with them, unless that is plain.

    Examples
    --------
    >>> code_of_case("check.case(0)", {"n": 2, "x": torch.zeros(2)}, [])
    ['n = 2', 'x = torch.tensor([0.0, 0.0])']
    >>> code_of_case("check.case(0)", {"n": 2, "x": torch.zeros(64, 10)}, [])
    ['n, x = check.case(0)', '# n: 2', '# x: tensor(..., shape=(64, 10))']
    """
    needed = [name for name in given if not calls or re.search(rf"\b{name}\b", "".join(calls))]
    try:
        lines = [line for name in needed for line in assignments(name, given[name])]
    except NoCodeError:
        names = ", ".join(given) if len(given) > 1 else f"({next(iter(given))},)"
        lines = [f"{names} = {call}"]
        lines += [f"# {name}: {_in_short(given[name])}" for name in needed]
    return lines + calls


def _in_short(value):
    """Return a value as code if that is short, and in words if it is not."""
    if isinstance(value, nn.Module):
        return structure(value)
    try:
        code = _code(value)
    except NoCodeError:
        code = None
    if code and len(code) <= _LONGEST // 2:
        return code
    follows = isinstance(value, torch.Tensor) and value.requires_grad
    return shown(value, "en") + ", requires_grad=True" * follows


def calls_of(exercise, names, given):
    """Return as code how an exercise calls an answer on a case, if it is not plainly once.

    Numbers are written out, everything else by its name.
    """
    wanted = list(inspect.signature(exercise.reference).parameters)
    calls = []

    def noted(*arguments):
        texts = [_argument(*pair, names, given) for pair in zip(wanted, arguments, strict=False)]
        calls.append(", ".join(texts))
        return exercise.reference(*arguments)

    plain = ", ".join(_argument(*pair, names, given) for pair in zip(names, given, strict=True))
    exercise.observe(noted, *given)
    if calls == [plain]:
        return []
    answer = exercise.name.removeprefix("check_")
    groups = [(text, len(list(group))) for text, group in groupby(calls)]
    lines = [f"{answer}({text})" + f"  # × {n}" * (n > 1) for text, n in groups[:_MOST_CALLS]]
    return lines + [f"# ... × {len(calls)}"] * (len(groups) > _MOST_CALLS)


def _argument(wanted, value, names, given):
    if type(value) in (int, float):
        return _code(value)
    pairs = list(zip(names, given, strict=True))
    same = [name for name, each in pairs if each is value]
    same += [name for name, each in pairs if _alike(each, value)]
    same += [wanted] * (callable(value) and wanted in names)  # what watches the one that is given
    return same[0] if same else _in_short(value)


def _alike(value, other):
    return isinstance(value, torch.Tensor) and difference(value, other) is None


# In words


def shown(value, language, digits=5):
    """Return a value as a learner can read it: small ones whole, large ones by their shape.

    Parameters
    ----------
    value : object
    language : {"ko", "en"}
        The half that is taken of words in two languages.
    digits : int
        For numbers with a decimal point.

    Examples
    --------
    >>> shown({"손실 · loss": 2.0}, "en")
    'loss: 2.0'
    >>> shown(torch.zeros(64, 10), "en")
    'tensor(..., shape=(64, 10))'
    """
    if isinstance(value, torch.Tensor):
        return _shown_tensor(value, digits)
    if isinstance(value, nn.Module):
        return structure(value)
    if type(value) is float:
        return _rounded(value, digits)
    if type(value) is str and SEPARATOR in value:
        return in_language(value, language)
    if type(value) is dict:
        parts = (_shown_part(str(key), each, language, digits) for key, each in value.items())
        return ", ".join(parts)
    if type(value) in (list, tuple):
        return _shown_items(value, language, digits)
    return getattr(value, "__name__", None) or quoted(value)


def _shown_part(name, value, language, digits):
    # What an observer says in words needs no quotation marks.
    in_words = in_language(value, language) if type(value) is str else None
    return f"{in_language(name, language)}: {in_words or shown(value, language, digits)}"


def _rounded(number, digits):
    text = f"{number:.{digits}g}" if type(number) is float else repr(number)
    return text if type(number) is not float or set(text) & set(".en") else f"{text}.0"


def _shown_tensor(value, digits):
    plain = value.dtype in (torch.float32, torch.int64, torch.bool)
    dtype = "" if plain else f", dtype={value.dtype}"
    if value.numel() > _FEW or value.layout != torch.strided or value.device.type != "cpu":
        where = "" if value.device.type == "cpu" else f", device={value.device}"
        layout = "" if value.layout == torch.strided else f", layout={value.layout}"
        return f"tensor(..., shape={tuple(value.shape)}{dtype}{layout}{where})"
    numbers = _nested(value.detach().tolist(), lambda number: _rounded(number, digits))
    return f"torch.tensor({numbers}{dtype})"


def _shown_items(value, language, digits):
    few = len(value) <= 2 * _FIRST
    parts = [shown(each, language, digits) for each in (value if few else value[:_FIRST])]
    if not few:
        parts += ["...", shown(value[-1], language, digits)]
    inside = ", ".join(parts)
    text = f"[{inside}]" if type(value) is list else f"({inside}{',' * (len(parts) == 1)})"
    return text if few else f"{text}, len {len(value)}"


def structure(model):
    """Return how a model is built, with what a rebuilt one would lack.

    Examples
    --------
    >>> structure(nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)))
    'nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))'
    """
    named = dict(model.named_parameters(remove_duplicate=False))
    try:
        parts = [_code_of_module(model)]
    except NoCodeError:
        parts = [type(model).__name__, *(f"{key} {tuple(p.shape)}" for key, p in named.items())]
    parts += [f"{key} requires_grad=False" for key, p in named.items() if not p.requires_grad]
    first = {id(param): key for key, param in reversed(named.items())}
    parts += [f"{key} is {first[id(p)]}" for key, p in named.items() if first[id(p)] != key]
    parts += [f"{key}.grad is not None" for key, p in named.items() if p.grad is not None]
    return ", ".join(parts)


def shown_apart(expected, actual, language):
    """Return two results that differ as texts that differ.

    Of what observers name, only the parts that differ are shown. Where the beginnings look
    alike, the texts name the place of a difference.

    Examples
    --------
    >>> shown_apart({"n": 1, "m": 2}, {"n": 1, "m": 3}, "en")
    ('m: 2', 'm: 3')
    >>> shown_apart([0.0] * 99, [0.0] * 50 + [1.0] + [0.0] * 48, "en")
    ('[50]: 0.0', '[50]: 1.0')
    """
    if type(expected) is type(actual) is dict and expected.keys() == actual.keys():
        wrong = [key for key in expected if difference(expected[key], actual[key])]
        expected, actual = ({key: each[key] for key in wrong} for each in (expected, actual))
    pair = _texts(expected, actual, language)
    if pair[0] == pair[1]:
        place, *parts = _first_difference(expected, actual, language)
        pair = tuple(place + text for text in _texts(*parts, language))
    if pair[0] == pair[1]:
        pair = tuple(f"{pair[0]} ({_kind_of(each)})" for each in (expected, actual))
    return pair


def _texts(expected, actual, language):
    for digits in (5, 12, 17):
        pair = tuple(shown(each, language, digits) for each in (expected, actual))
        if pair[0] != pair[1]:
            break
    return pair


def _first_difference(expected, actual, language):
    """Return where two results of the same shape differ, and what they hold there."""
    if isinstance(expected, torch.Tensor) and isinstance(actual, torch.Tensor):
        return _largest_difference(expected.detach(), actual.detach())
    kinds = {type(expected), type(actual)}
    if not (kinds == {dict} or kinds <= {list, tuple}) or len(expected) != len(actual):
        return "", expected, actual
    keys = list(expected) if kinds == {dict} else range(len(expected))
    key = next(key for key in keys if difference(expected[key], actual[key]))
    place, *parts = _first_difference(expected[key], actual[key], language)
    here = in_language(key, language) if kinds == {dict} else f"[{key}]"
    return here + (place or ": "), *parts


def _largest_difference(expected, actual):
    if expected.shape != actual.shape or expected.numel() <= _FEW:
        return "", expected, actual
    distance = (expected.double() - actual.double()).abs().nan_to_num(nan=math.inf)
    place = [int(i) for i in torch.unravel_index(distance.argmax(), expected.shape)]
    return f"{place}: ", expected[tuple(place)].item(), actual[tuple(place)].item()


def _kind_of(value):
    kind = f"{type(value).__module__}.{type(value).__qualname__}".removeprefix("builtins.")
    return f"{kind}, {value.dtype}" if isinstance(value, torch.Tensor) else kind
