"""The drawing of targets and the closest predictions of one layer."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from tutorial_helpers import plot_fit

INPUTS = torch.tensor([[0.0, 0], [1, 0], [2, 1]])
TARGETS = torch.tensor([1.0, 3, 2])


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


def test_one_line_goes_through_two_points(ax):
    assert plot_fit(INPUTS[:2, :1], TARGETS[:2], ax) is ax
    line, points = ax.get_lines()
    np.testing.assert_allclose(line.get_ydata(), [1, 3])
    np.testing.assert_allclose(points.get_xydata(), [[0, 1], [1, 3]])
    assert "2 samples, 1 input" in ax.get_title()
    assert ax.get_legend() is None


def test_the_best_line_through_three_points_is_that_of_numpy(ax):
    line, points = plot_fit(INPUTS[:, :1], TARGETS, ax).get_lines()
    best = np.polyfit(*points.get_data(), 1)
    np.testing.assert_allclose(line.get_ydata(), np.polyval(best, [0, 2]))
    assert all(abs(np.polyval(best, points.get_xdata()) - points.get_ydata()) > 0.1)


def test_with_a_second_input_each_point_lies_on_its_line(ax):
    first, second, _ = plot_fit(INPUTS, TARGETS, ax).get_lines()
    np.testing.assert_allclose(first.get_ydata(), [1, 5])
    np.testing.assert_allclose(second.get_ydata(), [-2, 2], atol=1e-9)
    assert "3 samples, 2 inputs" in ax.get_title()
    assert len(ax.get_legend().get_texts()) == 3


@pytest.mark.parametrize(
    ("inputs", "targets"),
    [
        (torch.zeros(3), torch.zeros(3)),
        (torch.zeros(3, 3), torch.zeros(3)),
        (torch.zeros(3, 1), torch.zeros(3, 1)),
    ],
)
def test_refuses_other_shapes(ax, inputs, targets):
    with pytest.raises(ValueError, match=r"inputs의 모양은[^$]*shape of inputs must be"):
        plot_fit(inputs, targets, ax)
    assert not ax.lines


def test_refuses_more_lines_than_can_be_told_apart(ax):
    with pytest.raises(ValueError, match=r"4가지까지[^$]*5가지[^$]*up to 4 values, but it has 5"):
        plot_fit(torch.arange(10.0).view(5, 2), torch.zeros(5), ax)
    assert not ax.lines


def test_refuses_axes_of_several_panels():
    figure, axes = plt.subplots(1, 2)
    with pytest.raises(TypeError, match="좌표축"):
        plot_fit(INPUTS, TARGETS, axes)
    plt.close(figure)
