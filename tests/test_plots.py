"""plot_loss_curve against what it was given."""

import math

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from tutorial_helpers import plot_loss_curve
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


def test_draws_into_the_current_axes(ax):
    assert plot_loss_curve(LOSSES) is ax


@pytest.mark.parametrize(
    ("language", "labels"),
    [("both", ("단계 · step", "손실 · loss")), ("ko", ("단계", "손실")), ("en", ("step", "loss"))],
)
def test_labels_in_the_chosen_language(ax, language, labels):
    choose_language(language)
    plot_loss_curve(LOSSES, ax)
    assert (ax.get_xlabel(), ax.get_ylabel()) == labels


def test_shows_a_legend_once_a_curve_has_a_name(ax):
    plot_loss_curve(LOSSES, ax)
    assert ax.get_legend() is None
    plot_loss_curve(LOSSES, ax, label="A")
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["손실 · loss", "A"]


def test_passes_options_of_the_line_on(ax):
    plot_loss_curve(LOSSES, ax, color="red", gid="end varies")
    (line,) = ax.get_lines()
    assert (line.get_color(), line.get_gid()) == ("red", "end varies")


@pytest.mark.parametrize("bad", [math.nan, math.inf, -1.0, 0.0])
def test_refuses_losses_that_cannot_be_drawn(ax, bad):
    with pytest.raises(ValueError, match=r"losses\[1\] = .*\nlosses\[1\] = "):
        plot_loss_curve([1.0, bad], ax)
    assert not ax.has_data()


@pytest.mark.parametrize("empty", [[], torch.tensor([])])
def test_refuses_no_losses(ax, empty):
    with pytest.raises(ValueError, match=r"비어 있어(.|\n)*is empty"):
        plot_loss_curve(empty, ax)


def test_refuses_tensors_and_names_item(ax):
    with pytest.raises(TypeError, match=r"loss\.item\(\)을(.|\n)*Collect loss\.item\(\)"):
        plot_loss_curve([1.0, torch.tensor(1.0, requires_grad=True)], ax)


@pytest.mark.parametrize(
    "bad", [None, 1.0, "losses", {1.0, 2.0}, torch.tensor(1.0), torch.ones(2, 2), {"loss": 1.0}]
)
def test_refuses_what_is_no_list(ax, bad):
    with pytest.raises(TypeError, match=rf"리스트(.|\n)*must be a list.* {type(bad).__name__}\."):
        plot_loss_curve(bad, ax)


@pytest.mark.parametrize("bad", [["1.0"], [True], [None], [[1.0]]])
def test_refuses_what_are_no_numbers(ax, bad):
    with pytest.raises(TypeError, match=r"losses\[0\]에는(.|\n)*losses\[0\] must be"):
        plot_loss_curve(bad, ax)
