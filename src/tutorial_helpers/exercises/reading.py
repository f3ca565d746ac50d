"""What the code of an answer tells: whose it is, what it does, and where it ends."""

import ast
import contextlib
import dis
import inspect
import textwrap
import traceback
from functools import partial
from pathlib import Path
from types import FunctionType, MethodType, MethodWrapperType, ModuleType

_PACKAGE = __package__
_EXERCISES = str(Path(inspect.getfile(inspect.currentframe())).parent)
_HELPERS = str(Path(_EXERCISES).parent)
_DEEPEST = 20  # of an answer that wraps itself


def layers_of(answer):
    """Return an answer and all that it wraps, as a decorator or `functools.partial` does.

    Examples
    --------
    >>> layers_of(partial(len))
    [functools.partial(<built-in function len>), <built-in function len>]
    """
    layers = [answer]
    while len(layers) < _DEEPEST and (inside := _inside(layers[-1])) is not None:
        layers.append(inside)
    return layers


def _inside(answer):
    if isinstance(answer, partial):
        return answer.func
    if isinstance(answer, (MethodType, staticmethod, classmethod)):
        return answer.__func__
    if isinstance(answer, MethodWrapperType):
        return answer.__self__
    if isinstance(answer, type):
        return vars(answer).get("forward")
    wrapped = getattr(answer, "__dict__", {}).get("__wrapped__")
    method = vars(type(answer)).get("__call__")
    return method if wrapped is None and isinstance(method, FunctionType) else wrapped


def function_of(answer):
    """Return the innermost function of an answer, of a class its `forward`, or None.

    Examples
    --------
    >>> function_of(partial(function_of)).__name__
    'function_of'
    >>> function_of(len)
    """
    functions = [each for each in layers_of(answer) if isinstance(each, FunctionType)]
    return functions[-1] if functions else None


def what_it_does(answer):
    """Return the code of a function, or of `forward` in a class, without names of its own.

    Examples
    --------
    >>> what_it_does(lambda n: n + 1) == what_it_does(lambda n: n + 1)
    True
    >>> what_it_does(lambda n: n + 1) == what_it_does(lambda n: n + 2)
    False
    >>> what_it_does(len)
    """
    if isinstance(answer, type):
        answer = vars(answer).get("forward")
    if not isinstance(answer, FunctionType):
        return None
    code = answer.__code__
    constants = [getattr(constant, "co_code", constant) for constant in code.co_consts]
    return code.co_code, code.co_names, code.co_varnames, constants


def is_taken(answer):
    """Return whether an answer is a function of the helpers, or uses what checks are made of.

    A class counts by its methods and by those of the classes above it. Answers may call
    helpers, but neither a check nor anything in this package.

    Examples
    --------
    >>> is_taken(is_taken)
    True
    >>> is_taken(partial(len))
    False
    """
    layers = layers_of(answer)
    classes = [each for layer in layers if isinstance(layer, type) for each in layer.__mro__]
    own = [each for each in classes if not each.__module__.startswith("torch")]
    layers += [value for each in own for value in vars(each).values()]
    functions = [each for each in layers if isinstance(each, FunctionType)]
    if any(each.__code__.co_filename.startswith(_HELPERS) for each in functions):
        return True
    return any(_is_of_checks(value) for each in layers for value in _used_by(each))


def _used_by(layer):
    """Yield what a function names or holds, and what a `partial` passes on."""
    if isinstance(layer, partial):
        yield from (*layer.args, *layer.keywords.values())
    if isinstance(layer, FunctionType):
        for code in _codes_in(layer.__code__):
            yield from (layer.__globals__.get(name) for name in _globals_of(code))
        yield from layer.__defaults__ or ()
        yield from closed_over(layer)
    elif not isinstance(layer, type):
        yield from getattr(layer, "__dict__", {}).values()


def _globals_of(code):
    steps = dis.get_instructions(code)
    return {step.argval for step in steps if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")}


def closed_over(function):
    """Yield what a function takes from the functions around it.

    Examples
    --------
    >>> def around(n):
    ...     return lambda: n
    >>> list(closed_over(around(8)))
    [8]
    """
    for cell in function.__closure__ or ():
        with contextlib.suppress(ValueError):  # empty as yet
            yield cell.cell_contents


def _codes_in(code):
    yield code
    for constant in code.co_consts:
        if inspect.iscode(constant):
            yield from _codes_in(constant)


def _is_of_checks(value):
    if isinstance(value, ModuleType):
        return value.__name__.startswith(_PACKAGE)
    if isinstance(value, FunctionType):
        return value.__code__.co_filename.startswith(_EXERCISES)
    kind = value if isinstance(value, type) else type(value)  # models of cases are no answers
    return str(kind.__module__).startswith(f"{_PACKAGE}.engine")


def returns_something(function):
    """Return whether a function has a `return` with a value other than None.

    Examples
    --------
    >>> returns_something(lambda n: n)
    True
    >>> returns_something(lambda n: None)
    False
    """
    written = _returned(function)
    if written is not None:
        return any(ast.unparse(value) != "None" for value in written)
    steps = list(dis.get_instructions(function))
    returns = [i for i in range(len(steps)) if steps[i].opname.startswith("RETURN_")]
    return any(steps[i].opname != "RETURN_GENERATOR" and not _of_none(steps, i) for i in returns)


def _returned(function):
    """Return what a function writes after `return`, None where its `def` cannot be read."""
    try:
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    except (OSError, SyntaxError, ValueError):
        return None
    if not isinstance(tree, ast.FunctionDef):
        return None
    inner = {part for node in ast.walk(tree) if _is_inner(node, tree) for part in ast.walk(node)}
    returns = (node for node in ast.walk(tree) if isinstance(node, ast.Return))
    return [node.value for node in returns if node.value and node not in inner]


def _is_inner(node, tree):
    return isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node is not tree


def note_end(ends, function, frame, event):
    """Note whether a function ends without a value; `sys.setprofile` tells of each end."""
    if event == "return" and frame.f_code is function.__code__:
        steps = list(dis.get_instructions(frame.f_code))
        last = [i for i in range(len(steps)) if steps[i].offset == frame.f_lasti]
        chosen = frame.f_lineno in _lines_that_choose(function)
        ends += [
            steps[i].opname.startswith("RETURN_") and _of_none(steps, i) and not chosen
            for i in last
        ]


def _lines_that_choose(function):
    """Return the lines with `return a if b else None`, which returns a value either way."""
    chosen = [value for value in _returned(function) or () if isinstance(value, ast.IfExp)]
    first = function.__code__.co_firstlineno
    return {first + line - 1 for v in chosen for line in range(v.lineno, v.end_lineno + 1)}


def _of_none(steps, i):
    constant = steps[i] if steps[i].opname == "RETURN_CONST" else steps[i - 1]
    return constant.opname in ("LOAD_CONST", "RETURN_CONST") and constant.argval is None


def has_caret(function):
    """Return whether the code of a function has the operator ``^``, which is no power.

    Examples
    --------
    >>> has_caret(lambda n: n ^ 2), has_caret(lambda n: n**2)
    (True, False)
    """
    steps = (step for code in _codes_in(function.__code__) for step in dis.get_instructions(code))
    return any(step.opname == "BINARY_OP" and step.argrepr.startswith("^") for step in steps)


def line_of(error, function):
    """Return the line of a function in which an error was raised, or a dash."""
    file = function and function.__code__.co_filename
    mine = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    return (mine[-1].line if mine else "") or "-"
