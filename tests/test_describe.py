"""Descriptions against figures whose content is known."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from tutorial_helpers import plot_loss_curve
from tutorial_helpers.describe import describe_figure
from tutorial_helpers.language import choose_language


@pytest.fixture
def ax():
    return Figure().add_subplot()


def describe(ax, language="en"):
    choose_language(language)
    return describe_figure(ax.figure)


def test_names_labels_scales_and_ends(ax):
    plot_loss_curve([712.53, 2.4052, 1.892e-5], ax)
    ko, en = describe(ax, "both").splitlines()
    assert ko == (
        "그림. 가로축: 단계. 세로축: 손실, 로그 눈금. "
        "선 '손실': 점 3개, (0, 713)에서 (2, 1.89e-05)까지."
    )
    assert en == (
        "Figure. x axis: step. y axis: loss, log scale. "
        "line 'loss': 3 points, from (0, 713) to (2, 1.89e-05)."
    )


def test_names_titles(ax):
    ax.figure.suptitle("위 · above")
    ax.set_title("제목 · title")
    ax.plot([1, 2])
    assert describe(ax, "ko").startswith("그림 '위'. 제목. ")
    assert describe(ax, "en").startswith("Figure 'above'. title. ")


def test_notices_a_figure_of_nothing(ax):
    assert describe(ax) == "Figure. nothing is drawn."
    assert describe_figure(Figure()) == "Figure. nothing is drawn."


def test_notices_a_line_of_nothing(ax):
    ax.plot([], label="loss")
    assert "line 'loss': 0 points, from - to -" in describe(ax)


def test_counts_only_points_that_can_be_seen(ax):
    ax.plot([np.nan, 2.0, np.inf, 3.0])
    assert "line: 2 points, from (1, 2) to (3, 3)" in describe(ax)


def test_counts_no_masked_points(ax):
    ax.plot(np.ma.masked_array([1.0, 2.0, 3.0], mask=[True, False, False]))
    assert "line: 2 points, from (1, 2) to (2, 3)" in describe(ax)


def test_names_the_scale_of_each_axis(ax):
    ax.loglog([1, 2], [1, 2])
    assert describe(ax).startswith("Figure. x axis: log scale. y axis: log scale. ")


def test_counts_no_points_that_a_logarithmic_axis_cannot_show(ax):
    ax.semilogy([-1, 0, 1, 10])
    assert "line: 2 points, from (2, 1) to (3, 10)" in describe(ax)


def test_tells_lines_from_edge_to_edge(ax):
    ax.axhline(3, label="zero")
    ax.axvline(7)
    assert describe(ax) == "Figure. line across 'zero': at 3. upright line: at 7."


def test_passes_over_what_is_hidden(ax):
    ax.plot([1, 2], visible=False)
    assert "line" not in describe(ax)


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax: ax.fill_between([0, 1], [1, 2]),
        lambda ax: ax.stairs([1, 2]),
        lambda ax: ax.hist([1, 2], histtype="step"),
        lambda ax: ax.vlines([1], 0, 1),
    ],
)
def test_counts_shapes_that_it_does_not_know(ax, draw):
    draw(ax)
    assert describe(ax) == "Figure. shapes: 1."


def test_tells_the_lengths_of_horizontal_bars(ax):
    ax.barh([0, 1], [7, 9])
    assert "bars: 2, lengths from 7 to 9" in describe(ax)


def test_names_every_line(ax):
    ax.plot([1, 2], label="A")
    ax.plot([3, 4], label="B")
    assert "line 'A': 2 points, from (0, 1) to (1, 2)" in describe(ax)
    assert "line 'B': 2 points, from (0, 3) to (1, 4)" in describe(ax)


def test_tells_scatters_bars_and_images(ax):
    ax.scatter([1, 2, 3], [4, 5, 6], label="cloud")
    ax.bar([0, 1], [7, 9])
    ax.imshow(np.array([[-1.0, 2.0], [0.5, np.nan]]))
    text = describe(ax)
    assert "scatter 'cloud': 3 points, from (1, 4) to (3, 6)" in text
    assert "bars: 2, lengths from 7 to 9" in text
    assert "image: 4 cells, values from -1 to 2" in text


def test_tells_every_axes():
    figure = Figure()
    left, right = figure.subplots(1, 2)
    left.plot([1, 2])
    right.hist([1, 1, 2], bins=2)
    choose_language("en")
    assert "line: 2 points" in describe_figure(figure)
    assert "bars: 2, lengths from 1 to 2" in describe_figure(figure)
