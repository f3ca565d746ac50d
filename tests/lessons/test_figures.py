"""The figures that each lesson draws."""

import itertools
import re

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from drawn import differ_in_grey, how_much_stands_out, in_grey, parts_of, texts_in
from lessons import SCRIPTS
from tutorial_helpers.language import choose_language

by_name = pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)


@pytest.mark.ci
@pytest.mark.filterwarnings("error")
@by_name
def test_figures_are_drawn_without_a_warning(script, run):
    for figure in run.figures:
        FigureCanvasAgg(figure).draw()


@pytest.mark.ci
@by_name
def test_no_text_in_a_figure_mixes_korean_and_mathematics(script, run):
    for figure in run.figures:
        for text in figure.findobj(Text):
            assert not mixes_korean_and_mathematics(text.get_text())


@pytest.mark.ci
@by_name
def test_a_figure_in_one_language_has_no_word_of_the_other_and_loses_none(script, run):
    for figure in run.figures:
        both, ko, en = (words_in(figure, language) for language in ("both", "ko", "en"))
        pairs = {text for text in both if " · " in text}
        in_ko, in_en = ({text.split(" · ")[place] for text in pairs} for place in (0, 1))
        alone = both - pairs
        assert en == in_en | {text for text in alone if not re.search("[가-힣]", text)}
        assert in_ko <= ko <= in_ko | alone


def words_in(figure, language):
    """Return the texts in a figure that hold a letter; numbers on the axes depend on its room."""
    choose_language(language)
    return {text for text in texts_in(figure) if re.search("[a-zA-Z가-힣]", text)}


@pytest.mark.ci
@by_name
def test_curves_are_told_apart_without_color(script, run):
    for figure in run.figures:
        for ax in figure.axes:
            named = [line for line in ax.get_lines() if not line.get_label().startswith("_")]
            for one, other in itertools.combinations(map(in_grey, named), 2):
                assert differ_in_grey(one, other), f"two curves of '{ax.get_title()}' look alike"


@pytest.mark.ci
@by_name
def test_curves_and_areas_stand_out_from_what_lies_behind_them(script, run):
    for figure in run.figures:
        for ax in figure.axes:
            for artist in parts_of(ax):
                contrast = how_much_stands_out(artist, figure)
                assert contrast is None or contrast >= 3, f"{artist} in '{ax.get_title()}'"


def mixes_korean_and_mathematics(text):
    return bool(re.search(r"\$.*\$", text) and re.search("[가-힣]", text))
