"""Descriptions against figures whose content is known."""

from unittest import mock

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

import tutorial_helpers.describe
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


def test_tells_one_point_from_several(ax):
    ax.plot([1.0])
    assert "line: 1 point, from (0, 1) to (0, 1)" in describe(ax)


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
    assert describe(ax) == "Figure. nothing is drawn."


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


def test_leaves_out_the_end_of_what_ends_otherwise_elsewhere(ax):
    ax.plot([713.0, 3.0, 25.8], label="지우지 않음 · no zero_grad", gid="end varies")
    ax.scatter([1, 2], [3, 4], gid="end varies")
    assert describe(ax, "ko") == (
        "그림. 선 '지우지 않음': 점 3개, (0, 713)에서 시작. 점 구름: 점 2개, (1, 3)에서 시작."
    )
    assert describe(ax) == (
        "Figure. line 'no zero_grad': 3 points, from (0, 713) on. "
        "scatter: 2 points, from (1, 3) on."
    )


@pytest.mark.parametrize(
    ("draw", "ko", "en"),
    [
        (lambda ax, **given: ax.plot([1, 2], **given), "선", "line"),
        (lambda ax, **given: ax.axhline(1, **given), "가로선", "line across"),
        (lambda ax, **given: ax.scatter([1], [2], **given), "점 구름", "scatter"),
        (lambda ax, **given: ax.bar([1, 2], [3, 4], **given), "막대", "bars"),
        (lambda ax, **given: ax.hist([1, 2], **given), "막대", "bars"),
        (lambda ax, **given: ax.imshow(np.eye(2), **given), "이미지", "image"),
        (lambda ax, **given: ax.fill_between([0, 1], [1, 2], **given), "도형", "shapes"),
    ],
)
def test_tells_no_value_that_varies(ax, draw, ko, en):
    draw(ax, label="시간 · time", gid="values vary")
    assert describe(ax, "ko") == f"그림. {ko} '시간': 값은 컴퓨터마다 다름."
    assert describe(ax) == f"Figure. {en} 'time': values differ between machines."


def test_formats_no_number_that_it_leaves_out(ax):
    # The numbers of a lesson are noted where they are formatted.
    ax.plot([7.0, 8.0], gid="end varies")
    ax.plot([9.0, 10.0], gid="values vary")
    with mock.patch.object(tutorial_helpers.describe, "_number", return_value="") as number:
        describe(ax)
    assert [call.args[0] for call in number.call_args_list] == [0, 7]


def test_names_a_histogram_and_the_curve_over_it(ax):
    ax.hist([0, 0, 1, 3], bins=3, density=True, label="가중치 · weights")
    ax.plot([0, 3], [0.5, 0.25], label="밀도 · density")
    assert describe(ax) == (
        "Figure. line 'density': 2 points, from (0, 0.5) to (3, 0.25). "
        "bars 'weights': 3, lengths from 0.25 to 0.5."
    )


def test_names_what_a_legend_names(ax):
    ax.add_collection(LineCollection([[(0, 0), (1, 1)], [(0, 1), (1, 0)]], label="연결 · links"))
    ax.fill_between([0, 1], [1, 2], label="범위 · range")
    ax.annotate("여기 · here", (0, 0), (1, 1), arrowprops={})
    assert describe(ax, "ko") == "그림. 도형 '연결': 2개. 도형 '범위': 1개."
    assert describe(ax) == "Figure. shapes 'links': 2. shapes 'range': 1."


def test_tells_bars_on_a_logarithmic_scale_and_lines_of_steps(ax):
    ax.bar(["a", "b"], [1, 1e4], log=True)
    ax.step([0, 1, 2], [1, 3, 2])
    assert describe(ax) == (
        "Figure. y axis: log scale. line: 3 points, from (0, 1) to (2, 2). "
        "bars: 2, lengths from 1 to 1e+04."
    )


def test_passes_over_bars_without_a_length(ax):
    ax.bar([0, 1, 2], [np.nan, 2, 3])
    ax.bar([], [])
    assert describe(ax) == "Figure. bars: 3, lengths from 2 to 3."


def test_a_color_bar_is_no_panel(ax):
    image = ax.imshow(np.array([[0.0, 0.5]]), vmax=2)
    ax.figure.colorbar(image, label="무게 · weight")
    assert describe(ax, "ko") == (
        "그림. 이미지: 2칸, 값 0에서 0.5까지. 색 막대 '무게': 0에서 2까지."
    )
    assert describe(ax) == (
        "Figure. image: 2 cells, values from 0 to 0.5. color bar 'weight': from 0 to 2."
    )


def test_two_axes_in_one_place_are_one_panel(ax):
    ax.plot([1, 2])
    ax.twinx().plot([3, 4])
    assert "panel" not in describe(ax)
    assert "line: 2 points, from (0, 1) to (1, 2). line: 2 points, from (0, 3)" in describe(ax)


def test_numbers_several_panels():
    figure = Figure()
    left, middle, right, hidden = figure.subplots(1, 4)
    left.set_title("왼쪽 · left")
    left.plot([1, 2])
    middle.hist([1, 1, 2], bins=2)
    right.set_title("빈 것 · empty")
    hidden.set_visible(False)
    choose_language("both")
    assert describe_figure(figure).splitlines() == [
        "그림. 패널 1 '왼쪽'. 선: 점 2개, (0, 1)에서 (1, 2)까지. "
        "패널 2. 막대: 2개, 길이 1에서 2까지. 패널 3 '빈 것'. 그려진 것이 없음.",
        "Figure. panel 1 'left'. line: 2 points, from (0, 1) to (1, 2). "
        "panel 2. bars: 2, lengths from 1 to 2. panel 3 'empty'. nothing is drawn.",
    ]
