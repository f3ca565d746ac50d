"""The numbers in the guides for teachers come out when a class does what the guides say."""

import ast
import contextlib
import functools
import io
import re
import textwrap
from decimal import Decimal

import notebook_rules as rules
import pytest
import torch
from conftest import LESSONS, read_notebook
from guide_claims import CLAIMS, EXCEPTIONS, PATHS, TYPED, blocks_of
from nbformat.v4 import new_code_cell
from test_numbers import shown_by

from tutorial_helpers import torchrun

LONG = {"04", "05", "06", "07", "08"}  # these train most, or start processes
by_lesson = pytest.mark.parametrize(
    "number",
    [pytest.param(number, marks=[pytest.mark.slow] * (number in LONG)) for number in CLAIMS],
)


@pytest.fixture(scope="module", autouse=True)
def _as_in_a_class():
    """Let lessons find the script beside them, and choose how many threads they use."""
    threads = torch.get_num_threads()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(LESSONS[0].parent)
        patch.delenv("OMP_NUM_THREADS", raising=False)
        patch.setitem(torchrun.__kwdefaults__, "timeout", 600)  # the machine may be busy
        yield
    torch.set_num_threads(threads)


@functools.cache
def printed_for(number):
    """Run a lesson as far as its guide says something of it, and return what its claims print."""
    cells = [cell.source for _, cell in rules.code_cells(read_notebook(PATHS[number][1]))]
    claims = CLAIMS[number]
    places = [max(i for i, source in enumerate(cells) if claim.after in source) for claim in claims]
    names, printed = {"__name__": "__main__"}, {}
    for i in range(max(places) + 1):
        shown_by(cells[i], names)
        for k, claim in enumerate(claims):
            if places[k] == i:
                changed = dict(names)
                changed["again"] = functools.partial(run_again, cells[: i + 1], changed)
                printed[k] = printed_by(claim, changed)
    return [printed[k] for k in range(len(claims))]


def run_again(cells, names, old, new, since=None):
    """Run the last cell again, or all since the one that holds `since`, with a change in them."""
    start = next((i for i, source in enumerate(cells) if since and since in source), -1)
    assert any(old in source for source in cells[start:])
    for source in cells[start:]:
        print(shown_by(source.replace(old, new), names)[0])


def printed_by(claim, names):
    """Type the code of a claim one statement at a time, and return what is printed.

    As in a notebook, the value of an expression is printed as well. An error is printed
    if the claim names it.
    """
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


def untrue(guide, claims, printed):
    """Yield a sentence for each word of a claim that is not printed, or not in the guide."""
    for claim, output in zip(claims, printed, strict=True):
        place = 0
        for word in claim.says:
            place = end_of(word, output, place)
            if place is None:
                yield f"{word} is not printed in its place:\n{claim.code}\n{output}"
                break
    for language in ("ko", "en"):
        prose = "\n".join(cell.source for _, cell in rules.language_cells(guide, language))
        prose = re.sub(r"```python.*?```", "", prose, flags=re.DOTALL)
        for word in dict.fromkeys(word for claim in claims for word in claim.says):
            if not whole(word).search(prose):
                yield f"{word} does not stand in the guide: {language}"


def end_of(word, output, start):
    """Return where a word, or a number that rounds to it, ends in what was printed."""
    if not re.fullmatch(f"-?{rules.NUMBER}", word):
        found = whole(word).search(output, start)
        return found and found.end()
    wanted = Decimal(word.replace(",", ""))
    half_a_digit = Decimal(5).scaleb(wanted.as_tuple().exponent - 1)
    for match in re.finditer(f"-?{rules.NUMBER}", output[start:]):
        if abs(Decimal(match[0].replace(",", "")) - wanted) <= half_a_digit:
            return start + match.end()
    return None


def whole(word):
    """Return a pattern that finds a word or number, and not a part of another number."""
    return re.compile(rf"(?<![\d.,-]){re.escape(word)}(?!\d|[.,]\d)")


@by_lesson
def test_what_a_guide_says_of_code_comes_out(number):
    guide = read_notebook(PATHS[number][0])
    assert list(untrue(guide, CLAIMS[number], printed_for(number))) == []


def test_claims_hold_every_block_of_code():
    for number, blocks in TYPED.items():
        assert blocks == blocks_of(number, "ko")
        typed = "\n".join(claim.code for claim in CLAIMS[number])
        assert [code for code in blocks if code not in typed and repr(code) not in typed] == []


def found_nowhere(number, guide):
    """Return a sentence for each number of a guide that neither code nor a claim gives."""
    lesson = read_notebook(PATHS[number][1])
    without_minutes(guide)
    guide.cells += [cell for cell in lesson.cells if not rules.is_prose(cell)]
    claimed = [text for claim in CLAIMS[number] for text in (claim.code, *claim.says)]
    guide.cells.append(new_code_cell("\n".join([*claimed, *EXCEPTIONS.get(number, [])])))
    return list(rules.computes_its_numbers(guide))


def without_minutes(guide):
    """Remove the first column of a guide's plan, and its section about shorter lessons."""
    for i, cell in enumerate(guide.cells):
        if rules.is_prose(cell):
            cell.source = re.sub(r"(?m)^\| \d+ \|", "| |", cell.source)
        if cell.source.endswith("· Shorter and longer"):
            start = i
    del guide.cells[start : start + 3]


@pytest.mark.parametrize("number", PATHS)
def test_every_number_of_a_guide_is_computed(number):
    assert found_nowhere(number, read_notebook(PATHS[number][0])) == []


@pytest.mark.parametrize("number", EXCEPTIONS)
def test_exceptions_are_needed(number, monkeypatch):
    words = EXCEPTIONS[number]
    monkeypatch.delitem(EXCEPTIONS, number)
    sentences = found_nowhere(number, read_notebook(PATHS[number][0]))
    assert {sentence.split(": ")[1].split(" is ")[0] for sentence in sentences} == set(words)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_wrong_number_in_a_guide_is_noticed(language):
    guide = read_notebook(PATHS["01"][0])
    for _, cell in rules.language_cells(guide, language):
        cell.source = cell.source.replace("0.738", "0.739")
    sentences = list(untrue(guide, CLAIMS["01"], printed_for("01")))
    assert sentences == [f"0.738 does not stand in the guide: {language}"]
    (sentence,) = found_nowhere("01", guide)
    assert "0.739 is neither" in sentence


@pytest.mark.parametrize(
    ("word", "output", "found"),
    [
        ("0.711", "0.7114", True),
        ("0.711", "0.7116", False),
        ("-0.105", "0.105", False),
        ("5,140", "5.14e+03", True),
        ("5,140", "5.15e+03", False),
        ("1.9e-05", "1.94e-05", True),
        ("1.9e-05", "1.96e-05", False),
        ("0:21", "rows 0:21", True),
        ("0:21", "rows 0:210", False),
        ("0:21", "rows 10:21", False),
    ],
)
def test_numbers_are_compared_as_a_guide_writes_them(word, output, found):
    assert (end_of(word, output, 0) is not None) is found


def test_what_comes_out_in_another_order_is_noticed():
    guide = read_notebook(PATHS["01"][0])
    claim = CLAIMS["01"][-1]
    (sentence,) = untrue(guide, [claim], ["0.738 0.711"])
    assert sentence.startswith("0.738 is not printed in its place")
