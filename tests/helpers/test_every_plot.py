"""What each helper that draws has to be, with one example of each."""

import inspect
import itertools
import re
import warnings

import matplotlib.pyplot as plt
import pytest
import torch
from matplotlib.collections import PathCollection
from matplotlib.patches import Patch
from torch import nn

import tutorial_helpers
from drawn import differ_in_grey, how_much_stands_out, in_grey, parts_of, texts_in
from tutorial_helpers import plot_loss_curve, setup_notebook
from tutorial_helpers.describe import describe_figure
from tutorial_helpers.language import choose_language, in_language

HANGUL, ENGLISH = "[가-힣]", "[a-z ]{4,}"


def two_loss_curves(ax):
    plot_loss_curve([100.0, 10.0, 1.0], ax, label="합 · sum")
    plot_loss_curve([100.0, 50.0, 30.0], ax, label="평균 · mean")


def step(ax):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
    loss_fn = nn.MSELoss(reduction="sum")
    tutorial_helpers.plot_step(model, loss_fn, torch.randn(64, 1000), torch.randn(64, 10), ax)


def tables(ax):
    tutorial_helpers.plot_tables(
        {"정답 · targets": torch.eye(3), "예측 · predictions": -torch.eye(3)}, ax
    )


def fit(ax):
    inputs = torch.tensor([[0.0, 0], [1, 0], [2, 1]])
    tutorial_helpers.plot_fit(inputs, torch.tensor([1.0, 3, 2]), ax)


def every_number(ax):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
    tutorial_helpers.plot_every_number(model, ax, hidden=42)


def squares(ax):
    tutorial_helpers.plot_squares(torch.tensor([2.0, 0.5, 1]), torch.tensor([-1.0, 0, 1]), ax)


EXAMPLES = {  # a new helper needs one line here
    "plot_bent_line": lambda ax: tutorial_helpers.plot_bent_line({0: 1, 1: -2, 2: 2, 3: -2}, ax),
    "plot_broadcasting": lambda ax: tutorial_helpers.plot_broadcasting(
        torch.tensor([[1.0], [-2]]), "-", torch.tensor([1.0, 3, -2]), ax
    ),
    "plot_correlation": lambda ax: tutorial_helpers.plot_correlation(-0.5, ax),
    "plot_every_number": every_number,
    "plot_fit": fit,
    "plot_loop": tutorial_helpers.plot_loop,
    "plot_loss_area": lambda ax: tutorial_helpers.plot_loss_area(
        torch.arange(9.0), torch.zeros(9), ax
    ),
    "plot_loss_curve": two_loss_curves,
    "plot_product": lambda ax: tutorial_helpers.plot_product(
        torch.ones(2, 9), torch.ones(9, 4), ax
    ),
    "plot_squares": squares,
    "plot_step": step,
    "plot_tables": tables,
}
each_plot = pytest.mark.parametrize("draw", EXAMPLES.values(), ids=EXAMPLES)
each_language = pytest.mark.parametrize("language", ["ko", "en", "both"])


@pytest.fixture
def ax():
    setup_notebook()
    figure, ax = plt.subplots(figsize=(4, 3))
    yield ax
    plt.close(figure)


def test_every_helper_that_draws_has_an_example():
    helpers = [name for name, _ in inspect.getmembers(tutorial_helpers, inspect.isfunction)]
    assert {name for name in helpers if name.startswith("plot_")} == set(EXAMPLES)


@each_language
@each_plot
def test_shows_its_words_in_the_readers_language_and_misses_no_letter(ax, draw, language):
    choose_language(language)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        draw(ax)
        ax.figure.canvas.draw()
    words = {text for text in texts_in(ax.figure) if re.search("[A-Za-z가-힣]", text)}
    words |= {in_language(name_of(part), language) for part in parts_of(ax)}
    assert words
    for text in words:
        assert (" · " in text) <= (language == "both")
        assert not (language == "ko" and re.fullmatch(ENGLISH, text))
        assert not (language == "en" and re.search(HANGUL, text))


@each_language
@each_plot
def test_is_described_with_the_names_of_its_axes_and_parts(ax, draw, language):
    choose_language(language)
    draw(ax)
    lines = describe_figure(ax.figure).splitlines()
    assert [line[: line.index(".")] for line in lines] == {
        "ko": ["그림"],
        "en": ["Figure"],
        "both": ["그림", "Figure"],
    }[language]
    names = list(map(name_of, parts_of(ax)))
    assert not [name for name in names if name.startswith("_")], "each part has a name"
    if ax.axison:
        assert ax.get_xlabel()
        assert ax.get_ylabel()
        names += [ax.get_xlabel(), ax.get_ylabel()]
    for line in lines:
        spoken = "ko" if line.startswith("그림") else "en"
        assert all(in_language(name, spoken) in line for name in names)


@each_plot
def test_stands_out_from_what_lies_behind_it(ax, draw):
    draw(ax)
    texts = [ax.title, ax.xaxis.label, ax.yaxis.label, *ax.texts]
    legend, parts = ax.get_legend(), parts_of(ax)
    check_that_each_stands_out([*parts, *texts, *(legend.get_texts() if legend else [])])
    for artist in (*parts, *ax.texts):
        artist.set_visible(False)
    for artist in parts:  # and alone, on the page
        artist.set_visible(True)
        check_that_each_stands_out([artist])
        artist.set_visible(False)


@each_plot
def test_tells_its_parts_apart_without_color(ax, draw):
    draw(ax)
    shown = {name_of(part): in_grey(part) for part in parts_of(ax) if is_told_by_look(part)}
    for (one, grey), (other, grey_of_other) in itertools.combinations(shown.items(), 2):
        assert differ_in_grey(grey, grey_of_other), f"{one} and {other} look alike"


def check_that_each_stands_out(artists):
    for artist in artists:
        contrast = how_much_stands_out(artist, artist.get_figure())
        assert contrast is None or contrast >= 3, f"{artist}: {contrast:.2f}"


def name_of(part):
    """Return the name of a part; bars have one together."""
    groups = [bars.get_label() for bars in part.axes.containers if part in list(bars)]
    return next(iter(groups), part.get_label())


def is_told_by_look(part):
    """Return whether a part stands in the legend, or is no points and no shape of a drawing.

    Points in a place, and shapes in drawings, are told by where they are and what is written there.
    """
    by_place = isinstance(part, PathCollection) or (
        isinstance(part, Patch) and not part.axes.axison
    )
    return part.axes.get_legend() or not by_place
