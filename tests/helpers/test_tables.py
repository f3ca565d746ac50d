"""plot_tables against the numbers that it was given."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from tutorial_helpers import plot_tables, setup_notebook

TABLES = {"정답 · targets": torch.tensor([[1.0, -4.0], [0.0, 2.0], [3.0, 1.0]])}
TABLES["예측 · predictions"] = TABLES["정답 · targets"] / 2


@pytest.fixture
def ax():
    setup_notebook()
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


def test_each_sample_is_a_column_from_top_to_bottom(ax):
    assert plot_tables(TABLES, ax) is ax
    for image, (name, table) in zip(ax.get_images(), TABLES.items(), strict=True):
        assert image.get_label() == name
        assert np.array_equal(image.get_array(), table.T)
    tops = [image.get_extent()[3] for image in ax.get_images()]
    assert tops == sorted(tops)
    assert ax.yaxis_inverted()


def test_a_color_means_the_same_number_everywhere_and_white_is_0(ax):
    plot_tables(TABLES, ax)
    for image in ax.get_images():
        assert image.get_clim() == (-4, 4)
        assert min(image.to_rgba(0.0)[:3]) > 0.95


@pytest.mark.parametrize("number", [0.0, float("nan")])
def test_draws_tables_without_a_largest_number(ax, number):
    plot_tables({"x": torch.full((3, 2), number)})
    assert ax.get_images()[0].get_clim() == (-1, 1)
