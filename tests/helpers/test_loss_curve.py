"""plot_loss_curve against what it was given."""

import re

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from drawn import texts_in
from tutorial_helpers import notebook, plot_loss_curve, setup_notebook
from tutorial_helpers.language import choose_language

LOSSES = [100.0, 10.0, 1.0, 0.1]


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


@pytest.mark.parametrize(
    "losses", [LOSSES, tuple(LOSSES), np.array(LOSSES), torch.tensor(LOSSES, dtype=torch.float64)]
)
def test_draws_one_point_a_step_on_a_logarithmic_axis(ax, losses):
    assert plot_loss_curve(losses, ax) is ax
    (line,) = ax.get_lines()
    assert line.get_xydata().tolist() == [[0, 100.0], [1, 10.0], [2, 1.0], [3, 0.1]]
    assert (ax.get_xscale(), ax.get_yscale()) == ("linear", "log")


def test_draws_into_the_current_axes(ax):
    assert plot_loss_curve(LOSSES) is ax


@pytest.mark.parametrize(
    ("language", "labels"),
    [("both", ("단계 · step", "손실 · loss")), ("ko", ("단계", "손실")), ("en", ("step", "loss"))],
)
def test_labels_in_the_chosen_language(ax, language, labels):
    choose_language(language)
    plot_loss_curve(LOSSES, ax)
    drawn = texts_in(ax.figure)
    assert tuple(text for text in drawn if re.search("[a-z가-힣]", text)) == labels


def test_before_anything_is_set_up_no_letter_is_missing(monkeypatch, recwarn):
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        monkeypatch.setattr(notebook, "figures_are_prepared", False)
        figure, ax = plt.subplots(num="손실")
        ax.set_title("올바른 루프 · correct loop")
        plot_loss_curve(LOSSES, ax, label="합 · sum")
        figure.canvas.draw()
        plt.close(figure)
    assert not [warning for warning in recwarn if "Glyph" in str(warning.message)]


def test_what_a_reader_changes_after_the_set_up_stays(ax):
    setup_notebook()
    with matplotlib.rc_context({"font.size": 20}):
        plot_loss_curve(LOSSES, ax)
        assert matplotlib.rcParams["font.size"] == 20


def test_shows_a_legend_once_a_curve_has_a_name(ax):
    plot_loss_curve(LOSSES, ax)
    assert ax.get_legend() is None
    plot_loss_curve(LOSSES, ax, label="A")
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["손실 · loss", "A"]


def test_passes_options_of_the_line_on(ax):
    plot_loss_curve(LOSSES, ax, color="red", linewidth=5)
    (line,) = ax.get_lines()
    assert (line.get_color(), line.get_linewidth()) == ("red", 5)
