"""What the guides for teachers say that comes out of the lessons' code, and whether it does."""

import ast
import contextlib
import functools
import io
import re
import textwrap
from decimal import Decimal
from importlib import import_module
from typing import NamedTuple

from lessons import LESSONS, guide_of, read_notebook
from observing import run_cell
from proofreading import patterns, reading

GUIDE = {script.stem[:2]: guide_of(script) for script in LESSONS}


class Claim(NamedTuple):
    """What a guide says of some code in its lesson.

    after : the code is typed after the last cell of the lesson that holds this
    code : it may call `again`, which changes that cell and runs it again
    says : what is printed, in this order; both languages of the guide say it
    """

    after: str
    code: str
    says: list[str]


def blocks_of(number, language):
    """Return the blocks of Python in the prose of one language of a guide."""
    guide = read_notebook(GUIDE[number])
    prose = [cell.source for _, cell in reading.language_cells(guide, language)]
    return reading.PYTHON.findall("\n".join(prose))


def typed_in(number):
    """Return the blocks of Python that a guide lets a class type."""
    return blocks_of(number, "en")


def about(number):
    """Return what is known of a lesson, its claims among it, or None."""
    name = f"answers.lesson_{number}"
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None


# What comes out


def printed_by(claim, cells, names):
    """Type the code of a claim one statement at a time, and return what is printed.

    As in a notebook, the value of an expression is printed as well. An error is printed
    if the claim names it.
    """
    names = dict(names)
    names["again"] = functools.partial(run_again, cells, names)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        for statement in ast.parse(textwrap.dedent(claim.code)).body:
            if isinstance(statement, ast.Expr):
                typed = compile(ast.Interactive([statement]), "<typed>", "single")
            else:
                typed = compile(ast.Module([statement], []), "<typed>", "exec")
            try:
                exec(typed, names)
            except Exception as error:
                if type(error).__name__ not in claim.says:
                    raise
                print(f"{type(error).__name__}: {error}")
    return out.getvalue()


def run_again(cells, names, old, new, since=None):
    """Run the last cell again, or all since the one that holds `since`, with a change in them."""
    start = next((i for i, source in enumerate(cells) if since and since in source), -1)
    assert any(old in source for source in cells[start:])
    for source in cells[start:]:
        print(run_cell(source.replace(old, new), names)[0])


# Whether it is what the guide says


def untrue(guide, claims, printed):
    """Yield a sentence for each word of a claim that is not printed, or not in the guide."""
    for claim, output in zip(claims, printed, strict=True):
        if isinstance(output, Exception):
            yield f"{output!r} comes of this code:\n{claim.code}"
            continue
        place = 0
        for word in claim.says:
            place = end_of(word, output, place)
            if place is None:
                yield f"{word} is not printed in its place:\n{claim.code}\n{output}"
                break
    for language in ("ko", "en"):
        prose = "\n".join(cell.source for _, cell in reading.language_cells(guide, language))
        prose = reading.PYTHON.sub("", prose)
        for word in dict.fromkeys(word for claim in claims for word in claim.says):
            if not whole(word).search(prose):
                yield f"{word} is not in the guide: {language}"


def end_of(word, output, start):
    """Return where a word, or a number that rounds to it, ends in what was printed."""
    if not re.fullmatch(f"-?{patterns.NUMBER}", word):
        found = whole(word).search(output, start)
        return found and found.end()
    wanted = Decimal(word.replace(",", ""))
    half_a_digit = Decimal(5).scaleb(wanted.as_tuple().exponent - 1)
    for match in re.finditer(f"-?{patterns.NUMBER}", output[start:]):
        if abs(Decimal(match[0].replace(",", "")) - wanted) <= half_a_digit:
            return start + match.end()
    return None


def whole(word):
    """Return a pattern that finds a word or number, and not a part of another number."""
    return re.compile(rf"(?<![\d.,-]){re.escape(word)}(?!\d|[.,]\d)")
