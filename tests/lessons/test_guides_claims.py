"""The numbers in the guides for teachers come out when a class does what the guides say."""

import re

import pytest
from nbformat.v4 import new_code_cell

import claims
from lessons import LESSONS, read_notebook
from proofreading import computed, reading

LESSON = {script.stem[:2]: script for script in LESSONS}
KNOWN = {number: claims.about(number) for number in LESSON}


def stem_of(number):
    """Return the name of a lesson's files, which stands in the ids of its tests."""
    return LESSON[number].stem


def exceptions_of(number):
    """Return what a guide says and no code computes, with the reasons."""
    return getattr(KNOWN[number], "EXCEPTIONS", {})


@pytest.mark.ci
@pytest.mark.parametrize("script", LESSONS, ids=lambda path: path.stem)
def test_what_a_guide_says_of_code_comes_out(script, observed_run):
    number = script.stem[:2]
    guide = read_notebook(claims.GUIDE[number])
    assert list(claims.untrue(guide, KNOWN[number].CLAIMS, observed_run.claimed)) == []


@pytest.mark.parametrize("number", KNOWN, ids=stem_of)
def test_claims_hold_every_block_of_code(number):
    blocks = claims.blocks_of(number, "ko")
    assert blocks == claims.typed_in(number)
    typed = "\n".join(claim.code for claim in KNOWN[number].CLAIMS)
    assert [code for code in blocks if code not in typed and repr(code) not in typed] == []


def found_nowhere(number, guide):
    """Return a sentence for each number of a guide that neither code nor a claim gives."""
    lesson = read_notebook(LESSON[number])
    without_minutes(guide)
    guide.cells += [cell for cell in lesson.cells if not reading.is_prose(cell)]
    claimed = [text for claim in KNOWN[number].CLAIMS for text in (claim.code, *claim.says)]
    guide.cells.append(new_code_cell("\n".join([*claimed, *exceptions_of(number)])))
    return list(computed.computes_its_numbers(guide))


def without_minutes(guide):
    """Remove the minutes of a class and of a plan's parts, and the section on shorter lessons."""
    for i, cell in enumerate(guide.cells):
        if reading.is_prose(cell):
            cell.source = re.sub(r"(?m)^\| \d+ \||\b50(?=분| minutes)", "| |", cell.source)
        if cell.source.endswith("· Shorter and longer"):
            start = i
    del guide.cells[start : start + 3]


@pytest.mark.parametrize("number", KNOWN, ids=stem_of)
def test_every_number_of_a_guide_is_computed(number):
    assert found_nowhere(number, read_notebook(claims.GUIDE[number])) == []


@pytest.mark.parametrize("number", [*filter(exceptions_of, KNOWN)], ids=stem_of)
def test_exceptions_are_needed(number, monkeypatch):
    words = exceptions_of(number)
    monkeypatch.delattr(KNOWN[number], "EXCEPTIONS")
    sentences = found_nowhere(number, read_notebook(claims.GUIDE[number]))
    assert {sentence.split(": ")[1].split(" is ")[0] for sentence in sentences} == set(words)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_wrong_number_in_a_guide_is_noticed(language):
    guide, known = read_notebook(claims.GUIDE["01"]), KNOWN["01"].CLAIMS
    for _, cell in reading.language_cells(guide, language):
        cell.source = cell.source.replace("0.702", "0.703")
    said = ["\n".join(claim.says) for claim in known]
    assert list(claims.untrue(guide, known, said)) == [f"0.702 is not in the guide: {language}"]
    (sentence,) = found_nowhere("01", guide)
    assert "0.703 is neither" in sentence


@pytest.mark.parametrize(
    ("output", "noticed"),
    [
        ("0.702 0.711", "0.702 is not printed in its place"),  # in another order
        (AssertionError("on purpose"), "on purpose"),
    ],
)
def test_what_does_not_come_out_is_noticed(output, noticed):
    guide = read_notebook(claims.GUIDE["01"])
    (claim,) = (claim for claim in KNOWN["01"].CLAIMS if claim.says == ["0.711", "0.702"])
    (sentence,) = claims.untrue(guide, [claim], [output])
    assert noticed in sentence


@pytest.mark.parametrize(
    ("word", "output", "found"),
    [
        ("0.711", "0.7114", True),
        ("0.711", "0.7116", False),
        ("-0.105", "0.105", False),
        ("5,140", "5.14e+03", True),
        ("1.9e-05", "1.96e-05", False),
        ("0:21", "rows 0:21", True),
        ("0:21", "rows 0:210", False),
        ("0:21", "rows 10:21", False),
    ],
)
def test_numbers_are_compared_as_a_guide_writes_them(word, output, found):
    assert (claims.end_of(word, output, 0) is not None) is found
