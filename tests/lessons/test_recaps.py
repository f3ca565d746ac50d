"""Each sentence of a recap is true of the lesson's own run, and would not be of another."""

from textwrap import dedent

import pytest

import claims
import recaps
from lessons import LESSONS
from observing import code_cells

TOLD = {script: getattr(claims.about(script.stem[:2]), "RECAP", []) for script in LESSONS}
WITH_RECAP = [script for script in LESSONS if TOLD[script]]
by_lesson = pytest.mark.parametrize("script", WITH_RECAP, ids=lambda path: path.stem)


@by_lesson
def test_each_sentence_of_the_recap_is_told_in_code(script):
    sentences, told = recaps.sentences_of(script), TOLD[script]
    assert len(sentences) == len(told)
    for sentence, code in zip(sentences, told, strict=True):
        assert sentence.startswith(code.begins)


@pytest.mark.ci
@by_lesson
def test_the_sentences_hold_and_can_fail(script, observed_run):
    sources = [cell.source for cell in code_cells(script)]
    names = observed_run.run.names | {"cells": sources}
    for told in TOLD[script]:
        recaps.run(dedent(told.holds), names)
        other = recaps.run(dedent(told.unless), names)
        with pytest.raises(AssertionError):
            recaps.run(dedent(told.holds), other)
