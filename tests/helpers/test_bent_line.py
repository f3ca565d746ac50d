"""plot_bent_line against the sum that it draws."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from tutorial_helpers import plot_bent_line


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


@pytest.mark.parametrize(
    "bends", [{0: 1}, {0: 1, 1: -2, 2: 1}, {3: -0.5, -1: 2}, {0: 1, 1: -2, 2: 2, 3: -2}]
)
def test_draws_each_relu_and_their_sum(ax, bends):
    assert plot_bent_line(bends, ax) is ax
    *pieces, total = ax.get_lines()
    for line, (bend, factor) in zip(pieces, bends.items(), strict=True):
        x, heights = torch.from_numpy(line.get_xydata().T)
        torch.testing.assert_close(heights, factor * torch.relu(x - bend))
    heights = sum(line.get_ydata() for line in pieces)
    np.testing.assert_allclose(total.get_ydata(), heights)
    assert {*bends} < {*total.get_xdata()}, "a point at each bend"


def test_names_each_relu_as_code(ax):
    plot_bent_line({-2: -1, 0: 1, 0.5: 3}, ax)
    names = [line.get_label() for line in ax.get_lines()]
    assert names == ["-relu(x + 2)", "relu(x)", "3 relu(x - 0.5)", "합 · sum"]


@pytest.mark.parametrize(
    ("bends", "error", "ko", "en"),
    [
        ([0, 1], TypeError, "딕셔너리를 넣으세요", "must be a dict"),
        ({0: "1"}, TypeError, "딕셔너리를 넣으세요", "must be a dict"),
        ({}, ValueError, "1개에서 4개까지", "from 1 to 4 places"),
        (dict.fromkeys(range(5), 1), ValueError, "1개에서 4개까지", "from 1 to 4 places"),
        ({0: float("inf")}, ValueError, "유한한 수로", "only finite numbers"),
    ],
)
def test_says_in_both_languages_what_it_cannot_draw(ax, bends, error, ko, en):
    with pytest.raises(error, match=f"(?s){ko}.*{en}"):
        plot_bent_line(bends, ax)
    assert not ax.lines


def test_refuses_several_panels():
    figure, axes = plt.subplots(1, 2)
    with pytest.raises(TypeError, match="one panel"):
        plot_bent_line({0: 1}, axes)
    plt.close(figure)
