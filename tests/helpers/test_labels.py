"""Figures in the chosen language, whatever their labels are written in."""

import io

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from drawn import texts_in
from tutorial_helpers import setup_notebook
from tutorial_helpers.labels import draw_labels_in_chosen_language
from tutorial_helpers.language import choose_language

WORDS = ["위 · above", "제목 · title", "가로 · across", "세로 · up", "곡선 · curve", "점 · point"]
WORDS += ["영 · zero", "막대 · bar", "칸 · cell", "값 · value", "옆 · beside"]


@pytest.fixture(autouse=True)
def _set_up():
    setup_notebook()


def figure_with(words, **options):
    """Draw each word as another kind of text."""
    above, title, across, up, curve, point, tick, bar, cell, value, beside = words
    figure = Figure(**options)
    figure.suptitle(above)
    left, right = figure.subplots(1, 2)
    left.plot([0, 1], label=curve)
    left.set(title=title, xlabel=across, ylabel=up)
    left.annotate(point, (0, 0), (0.5, 0.2), arrowprops={}, bbox={})
    left.set_xticks([0], [tick])
    left.legend(title=curve)
    right.bar([bar], [1])
    right.table([[cell]])
    right.text(0, 0, beside)
    figure.colorbar(right.imshow(np.eye(2)), label=value)
    return figure


def picture(figure):
    """Return a figure's picture, cut to its size as in a notebook."""
    file = io.BytesIO()
    figure.savefig(file, format="png", bbox_inches="tight", metadata={"Software": None})
    return file.getvalue()


@pytest.mark.parametrize(
    ("language", "place", "layout"), [("ko", 0, None), ("en", 1, "constrained")]
)
def test_a_figure_looks_as_if_it_were_written_in_one_language(language, place, layout):
    choose_language(language)
    halves = [word.split(" · ")[place] for word in WORDS]
    in_both = figure_with(WORDS, layout=layout)
    assert picture(in_both) == picture(figure_with(halves, layout=layout))
    assert set(halves) <= set(texts_in(in_both))
    assert not set(WORDS) & set(texts_in(in_both))


def test_a_figure_drawn_again_speaks_the_language_that_is_chosen_by_then():
    figure = figure_with(WORDS)
    before = texts_in(figure)
    assert set(WORDS) <= set(before)
    for language, place in (("ko", 0), ("en", 1)):
        choose_language(language)
        assert {word.split(" · ")[place] for word in WORDS} <= set(texts_in(figure))
        assert figure.get_suptitle() == WORDS[0]
    choose_language("both")
    assert texts_in(figure) == before


def test_labels_are_split_once_however_often_a_notebook_is_set_up():
    lay_out = Text._get_layout
    draw_labels_in_chosen_language()
    assert Text._get_layout is lay_out


def test_another_matplotlib_keeps_both_languages(monkeypatch):
    monkeypatch.delattr(Text, "_get_layout")
    draw_labels_in_chosen_language()
    assert not hasattr(Text, "_get_layout")
