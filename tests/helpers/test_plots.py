"""plot_loss_curve and plot_network against what they were given."""

import itertools
import re

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex
from torch import nn

from drawn import texts_in
from tutorial_helpers import notebook, plot_loss_curve, plot_network, setup_notebook
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


@pytest.mark.parametrize(
    "draw", [lambda: plot_loss_curve(LOSSES), lambda: plot_network(nn.Linear(3, 2))]
)
def test_draws_into_the_current_axes(ax, draw):
    assert draw() is ax


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


def chain(*sizes):
    torch.manual_seed(0)
    layers = [nn.Linear(a, b) for a, b in itertools.pairwise(sizes)]
    return nn.Sequential(*(module for layer in layers for module in (layer, nn.ReLU())))


def drawn_columns(ax):
    """Return the places of the circles of each column, from top to bottom."""
    columns = [
        artist.get_offsets() for artist in ax.collections if isinstance(artist, PathCollection)
    ]
    return [sorted(map(tuple, column.tolist()), key=lambda place: -place[1]) for column in columns]


def drawn_signs(ax):
    """Return the signs that the lines from each column to the next tell."""
    columns = drawn_columns(ax)
    signs = [torch.zeros(len(b), len(a)) for a, b in itertools.pairwise(columns)]
    for lines in ax.collections:
        if isinstance(lines, LineCollection):
            solid = lines.get_linestyle() == [(0, None)]
            assert to_hex(lines.get_color()) == to_hex("C0" if solid else "C1")
            for start, end in lines.get_segments():
                left = round(start[0])
                j, i = columns[left].index(tuple(start)), columns[left + 1].index(tuple(end))
                assert signs[left][i, j] == 0, "one line a weight"
                signs[left][i, j] = 1 if solid else -1
    return signs


@pytest.mark.parametrize("sizes", [(1, 1), (3, 5, 2), (8, 8), (2, 3, 4, 5, 2)])
def test_draws_each_number_and_the_sign_of_each_weight(ax, sizes):
    model = chain(*sizes)
    with torch.no_grad():
        model[0].weight[0, 0] = 0  # which has no sign, and no line
    assert plot_network(model, ax) is ax
    columns = drawn_columns(ax)
    assert [len(column) for column in columns] == list(sizes)
    assert [{x for x, _ in column} for column in columns] == [
        {place} for place in range(len(sizes))
    ]
    layers = [module for module in model if isinstance(module, nn.Linear)]
    for signs, layer in zip(drawn_signs(ax), layers, strict=True):
        assert torch.equal(signs, layer.weight.detach().sign())


@pytest.mark.parametrize(("shown", "half"), [(8, 4), (7, 3), (2, 1)])
def test_draws_the_first_and_the_last_numbers_of_a_large_layer(ax, shown, half):
    model = chain(1000, 100, 10)
    plot_network(model, ax, shown=shown)
    assert [len(column) for column in drawn_columns(ax)] == [2 * half] * 3
    ends = [*range(half), *range(-half, 0)]
    for signs, weight in zip(drawn_signs(ax), (model[0].weight, model[2].weight), strict=True):
        assert torch.equal(signs, weight.detach()[ends][:, ends].sign())


def test_dots_stand_where_circles_are_left_out(ax):
    plot_network(chain(9, 8, 100), ax)
    assert [text.get_position() for text in ax.texts if text.get_text() == "⋮"] == [(0, 0), (2, 0)]
    nearest = [min(abs(y) for _, y in column) for column in drawn_columns(ax)]
    assert nearest[0] == nearest[2] > nearest[1], "room for the dots"


@pytest.mark.parametrize(("language", "spoken"), [("both", (0, 1)), ("ko", (0,)), ("en", (1,))])
def test_names_the_columns_and_says_how_many_numbers_they_have(ax, language, spoken):
    choose_language(language)
    plot_network(chain(3, 1000, 4, 2), ax)
    names = [
        ("입력 3개", "3 inputs"),
        ("은닉 계층 1000", "hidden layer 1000"),
        ("은닉 계층 4", "hidden layer 4"),
        ("출력 2개", "2 outputs"),
    ]
    drawn = [text for text in texts_in(ax.figure) if text != "⋮"]
    assert drawn == [name[i] for name in names for i in spoken], "one above the other"


def test_everything_drawn_lies_within_the_axes(ax):
    plot_network(chain(1000, 100, 1), ax)
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    for x, y in itertools.chain(*drawn_columns(ax)):
        assert left < x < right
        assert low < y < high


def test_finds_linear_layers_inside_other_modules(ax):
    plot_network(nn.Sequential(chain(3, 4), nn.Sequential(nn.Tanh(), chain(4, 2))), ax)
    assert [len(column) for column in drawn_columns(ax)] == [3, 4, 2]
