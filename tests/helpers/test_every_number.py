"""plot_every_number against the network that it draws."""

import itertools

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection
from torch import nn

from tutorial_helpers import plot_every_number


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def chain(*sizes):
    return nn.Sequential(*(nn.Linear(a, b) for a, b in itertools.pairwise(sizes)))


def spots(ax):
    *columns, chosen = [part for part in ax.collections if isinstance(part, PathCollection)]
    return [column.get_offsets() for column in columns], chosen.get_offsets()


def lines(ax):
    return [part.get_segments() for part in ax.collections if isinstance(part, LineCollection)]


@pytest.mark.parametrize("sizes", [(1000, 100, 10), (3, 5), (2, 60, 7, 4)])
def test_draws_each_number_once_and_the_weights_of_one(sizes):
    hidden = sizes[1] - 1
    ax = plot_every_number(chain(*sizes), hidden=hidden)
    columns, chosen = spots(ax)
    assert [len(column) for column in columns] == list(sizes)
    everything = np.concatenate(columns)
    assert len(np.unique(everything, axis=0)) == sum(sizes)
    np.testing.assert_array_equal(chosen[0], columns[1][hidden])
    drawn = lines(ax)
    assert [len(some) for some in drawn] == [sizes[0], *sizes[2:3]]
    assert all((line[-1] == chosen[0]).all() for line in drawn[0])
    if len(sizes) > 2:
        ends = [tuple(line[-1]) for line in drawn[1]]
        assert ends == [tuple(spot) for spot in columns[2]]
        assert all((line[0] == chosen[0]).all() for line in drawn[1])


def test_each_line_comes_from_the_circle_of_its_input():
    ax = plot_every_number(chain(1000, 100, 10), hidden=42)
    columns, chosen = spots(ax)
    for start, (x, y) in zip(columns[0], (line[0] for line in lines(ax)[0]), strict=True):
        slope = (chosen[0][1] - start[1]) / (chosen[0][0] - start[0])
        assert y == pytest.approx(start[1] + slope * (x - start[0]))


def test_a_column_takes_room_for_its_numbers():
    columns, _ = spots(plot_every_number(chain(1000, 100, 10)))
    width_and_height = [np.ptp(column, axis=0).tolist() for column in columns]
    assert width_and_height == [[19, 49], [1, 49], [0, 9]]


def test_fits_into_given_axes_and_names_its_columns():
    figure, ax = plt.subplots(figsize=(3, 3))
    assert plot_every_number(chain(4, 3, 2), ax) is ax
    assert [text.get_text() for text in ax.texts] == [
        "입력 4개 ·\n4 inputs",
        "은닉 계층 3 ·\nhidden layer 3",
        "출력 2개 ·\n2 outputs",
    ]
    assert len(figure.axes) == 1


@pytest.mark.parametrize(
    ("model", "hidden", "error", "ko", "en"),
    [
        (chain(5000, 2), 0, ValueError, "5,000개까지", "At most 5,000 circles"),
        (chain(3, 2, 1), 2, ValueError, "0 이상 1 이하", "must be from 0 to 1"),
        (chain(3, 2, 1), 0.5, TypeError, "hidden", "hidden"),
        (nn.ReLU(), 0, ValueError, "그릴 것이 없습니다", "nothing to draw"),
    ],
)
def test_says_in_both_languages_what_it_cannot_draw(model, hidden, error, ko, en):
    with pytest.raises(error, match=f"(?s){ko}.*{en}"):
        plot_every_number(model, hidden=hidden)
    assert not plt.get_fignums()


def test_refuses_several_panels():
    with pytest.raises(TypeError, match="one panel"):
        plot_every_number(chain(3, 2), plt.subplots(1, 2)[1])
