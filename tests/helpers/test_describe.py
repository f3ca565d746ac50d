"""Descriptions against figures whose content is known."""

from unittest import mock

import numpy as np
import pytest
from bs4 import BeautifulSoup
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

import tutorial_helpers.describe
from tutorial_helpers import plot_loss_curve
from tutorial_helpers.describe import describe_figure, unseen
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


def test_notices_a_figure_of_nothing():
    assert describe_figure(Figure()).splitlines()[1] == "Figure. nothing is drawn."


SQUARE = np.array([[-1.0, 2.0], [0.5, np.nan]])
LINKS = [[(0, 0), (1, 1)], [(0, 1), (1, 0)]]
DRAWN = {
    "nothing": (lambda ax: None, "nothing is drawn."),
    "no points": (lambda ax: ax.plot([], label="loss"), "line 'loss': 0 points, from - to -."),
    "one point": (lambda ax: ax.plot([1.0]), "line: 1 point, from (0, 1) to (0, 1)."),
    "points that cannot be seen": (
        lambda ax: ax.plot([np.nan, 2.0, np.inf, 3.0]),
        "line: 2 points, from (1, 2) to (3, 3).",
    ),
    "points below a logarithmic axis": (
        lambda ax: ax.semilogy([-1, 0, 1, 10]),
        "y axis: log scale. line: 2 points, from (2, 1) to (3, 10).",
    ),
    "what is hidden": (
        lambda ax: (ax.plot([1, 2], visible=False), ax.bar([0], [1], visible=False)),
        "nothing is drawn.",
    ),
    "lines from edge to edge": (
        lambda ax: (ax.axhline(3, label="zero"), ax.axvline(7)),
        "horizontal line 'zero': at 3. vertical line: at 7.",
    ),
    "a slope": (lambda ax: ax.axline((0, 0), (1, 1)), "shapes: 1."),
    "an area": (
        lambda ax: ax.fill_between([0, 1], [1, 2], label="범위 · range"),
        "shapes 'range': 1.",
    ),
    "steps": (lambda ax: ax.stairs([1, 2]), "shapes: 1."),
    "links": (
        lambda ax: ax.add_collection(LineCollection(LINKS, label="연결 · links")),
        "shapes 'links': 2.",
    ),
    "a label of two lines": (
        lambda ax: ax.plot([1, 2], label="a\nb"),
        "line 'a b': 2 points, from (0, 1) to (1, 2).",
    ),
    "a scatter": (
        lambda ax: ax.scatter([1, 2, 3], [4, 5, 6], label="cloud"),
        "scatter 'cloud': 3 points, from (1, 4) to (3, 6).",
    ),
    "bars": (lambda ax: ax.bar([0, 1, 2], [np.nan, 7, 9]), "bars: 3, lengths from 7 to 9."),
    "horizontal bars": (lambda ax: ax.barh([0, 1], [7, 9]), "bars: 2, lengths from 7 to 9."),
    "a histogram and a curve": (
        lambda ax: (
            ax.hist([0, 0, 1, 3], bins=3, density=True, label="가중치 · weights"),
            ax.plot([0, 3], [0.5, 0.25], label="밀도 · density"),
        ),
        "line 'density': 2 points, from (0, 0.5) to (3, 0.25). "
        "bars 'weights': 3, lengths from 0.25 to 0.5.",
    ),
    "an image": (lambda ax: ax.imshow(SQUARE), "image: 4 cells, values from -1 to 2."),
}


@pytest.mark.parametrize(("draw", "expected"), DRAWN.values(), ids=DRAWN)
def test_tells_what_is_drawn(ax, draw, expected):
    draw(ax)
    assert describe(ax) == f"Figure. {expected}"


def test_what_stands_in_space_is_counted():
    ax = Figure().add_subplot(projection="3d")
    ax.scatter([1], [2], [3])
    assert describe(ax) == "Figure. shapes: 1."


def test_names_every_line(ax):
    ax.plot([1, 2], label="A")
    ax.plot([3, 4], label="B")
    assert "line 'A': 2 points, from (0, 1) to (1, 2)" in describe(ax)
    assert "line 'B': 2 points, from (0, 3) to (1, 4)" in describe(ax)


def test_leaves_out_the_end_of_what_goes_up_and_down_on_a_logarithmic_axis(ax):
    ax.plot([713.0, 3.0, 25.8], label="지우지 않음 · no zero_grad")
    assert "to (2, 25.8)." in describe(ax)
    ax.set_yscale("log")
    assert describe(ax, "ko").endswith("선 '지우지 않음': 점 3개, (0, 713)에서 시작하여 오르내림.")
    assert describe(ax).endswith("line 'no zero_grad': 3 points, from (0, 713) on, up and down.")


@pytest.mark.parametrize("heights", [[1, 1, 2], [2, 1, 1], [3, np.nan, 2], [1, 1], [1]])
def test_tells_the_end_of_what_does_not_turn(ax, heights):
    ax.semilogy(heights)
    assert f"to ({len(heights) - 1}, {heights[-1]})." in describe(ax)


def test_tells_no_digits_of_what_is_almost_0(ax):
    ax.plot([8e-16, -0.5, 1.7e-10])
    ax.scatter([1e-12, 0, 1], [0, 1, 2e-9])
    assert describe(ax, "ko") == (
        "그림. 선: 점 3개, (0, 거의 0)에서 (2, 거의 0)까지. "
        "점 구름: 점 3개, (1e-12, 0)에서 (1, 2e-09)까지."
    )
    assert "line: 3 points, from (0, almost 0) to (2, almost 0)." in describe(ax)


def test_formats_no_number_that_it_leaves_out(ax):
    # The numbers of a lesson are noted where they are formatted.
    ax.semilogy([7.0, 8.0, 6.0])
    ax.plot([9.0, 1e-9])
    with mock.patch.object(tutorial_helpers.describe, "_number", return_value="") as number:
        describe(ax)
    assert {call.args[0] for call in number.call_args_list} == {0, 7, 9, 1}


@pytest.mark.parametrize(("language", "spoken"), [("both", "ko en"), ("ko", "ko"), ("en", "en")])
def test_a_screen_reader_gets_each_language_by_itself_as_it_is_written(ax, language, spoken):
    ax.set_title('<b>제목</b> · <b>title</b> & "x"')
    words = describe(ax, language)
    page = BeautifulSoup(unseen(words), "html.parser")
    assert [p["lang"] for p in page.select("div > p")] == spoken.split()
    assert [p.text for p in page.select("p")] == words.splitlines()


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
