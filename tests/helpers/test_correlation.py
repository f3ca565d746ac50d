"""The picture of a correlation coefficient."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tutorial_helpers import plot_correlation


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


@pytest.mark.parametrize("r", [-1, -0.5, 0, 0.3, 0.9, 1])
def test_the_points_have_this_correlation_and_lie_inside(ax, r):
    assert plot_correlation(r, ax) is ax
    one, other = ax.collections[0].get_offsets().T
    assert len(one) == 64
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(r, abs=1e-9)
    for column in (one, other):
        assert column.mean() == pytest.approx(0, abs=1e-9)
        assert column.std(ddof=1) == pytest.approx(1)
        assert max(abs(column)) < 3
    assert f"{r:g}" in ax.get_title()


def test_draws_into_the_current_axes_and_the_same_each_time(ax):
    first = plot_correlation(0.5).collections[0].get_offsets()
    np.testing.assert_array_equal(plot_correlation(0.5, ax).collections[1].get_offsets(), first)


@pytest.mark.parametrize("r", [1.1, -2, float("nan")])
def test_refuses_what_is_no_correlation(ax, r):
    with pytest.raises(ValueError, match=rf"-1부터 1까지[^$]*{r}[^$]*from -1 to 1[^$]*{r}"):
        plot_correlation(r, ax)
    assert not ax.collections


def test_refuses_axes_of_several_panels():
    figure, axes = plt.subplots(1, 2)
    with pytest.raises(TypeError, match="좌표축"):
        plot_correlation(0.5, axes)
    plt.close(figure)
