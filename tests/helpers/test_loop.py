"""plot_loop: five parts in their order, clockwise, with words that touch nothing."""

import itertools
import math

import matplotlib.pyplot as plt
import pytest
from matplotlib.patches import Circle, FancyArrowPatch

from tutorial_helpers import plot_loop, setup_notebook
from tutorial_helpers.describe import describe_figure
from tutorial_helpers.language import choose_language


@pytest.fixture(params=["ko", "en", "both"])
def ax(request):
    setup_notebook()
    choose_language(request.param)
    ax = plot_loop()
    ax.figure.canvas.draw()
    yield ax
    plt.close(ax.figure)


def test_goes_round_clockwise_from_the_top(ax):
    angles = [math.atan2(*disc.center) for disc in ax.patches if isinstance(disc, Circle)]
    turns = [angle % math.tau for angle in angles]
    assert turns == pytest.approx([part * math.tau / 5 for part in range(5)], abs=1e-9)
    numbers = [text.get_text() for text in ax.texts if text.get_text().isdigit()]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_an_arrow_leads_from_each_part_to_the_next(ax):
    arrows = [arrow for arrow in ax.patches if isinstance(arrow, FancyArrowPatch)]
    assert len(arrows) == 5
    for part, arrow in enumerate(arrows):
        path = arrow._path_original.vertices
        start, end = (math.atan2(*point) % math.tau * 5 / math.tau for point in path[[0, -1]])
        assert part < start < end < part + 1


def test_no_word_lies_on_another_word_a_disc_or_an_arrow(ax):
    renderer = ax.figure.canvas.get_renderer()
    words = [text for text in ax.texts if not text.get_text().isdigit()]
    others = [*words, *ax.patches]
    boxes = {part: part.get_window_extent(renderer).shrunk(0.95, 0.85) for part in others}
    for one, other in itertools.product(words, others):
        middle = "500" in one.get_text()
        assert one is other or middle or not boxes[one].overlaps(boxes[other]), f"{one} on {other}"


def test_is_told_part_by_part(ax):
    last = describe_figure(ax.figure).splitlines()[-1]
    parts = ["model(x)", "loss_fn(y_pred, y)", "zero_grad()", "backward()", "param -= …"]
    places = [last.index(f", {part}") for part in parts]
    assert places == sorted(places)
