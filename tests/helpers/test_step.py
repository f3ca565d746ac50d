"""plot_step against the step that it draws, run by PyTorch."""

import itertools
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from matplotlib.patches import FancyArrowPatch
from torch import nn

from tutorial_helpers import plot_step, setup_notebook
from tutorial_helpers.language import choose_language

loss_fn = nn.MSELoss(reduction="sum")
NAMES = ["z", "h", "y_pred", "W1", "b1", "W2", "b2"]


def drawing(n, d_in, n_hidden, d_out, *, bias=True):
    setup_notebook()
    torch.manual_seed(0)
    layers = nn.Linear(d_in, n_hidden, bias=bias), nn.Linear(n_hidden, d_out, bias=bias)
    model = nn.Sequential(layers[0], nn.ReLU(), layers[1])
    x, y = torch.randn(n, d_in), torch.randn(n, d_out)
    ax = plot_step(model, loss_fn, x, y)
    ax.figure.canvas.draw()
    return model, x, y, {image.get_label().split()[0]: image for image in ax.get_images()}


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def tensors_of_a_step(model, x, y):
    z = model[0](x)
    h = model[1](z)
    y_pred = model[2](h)
    tensors = dict(zip(NAMES, (z, h, y_pred, *model.parameters()), strict=True))
    for tensor in tensors.values():
        tensor.retain_grad()
    loss = loss_fn(y_pred, y)
    loss.backward()
    gradients = {f"{name}.grad": tensor.grad for name, tensor in tensors.items()}
    return {"x": x, "y": y, "loss": loss, **tensors, **gradients}


def test_each_box_holds_the_numbers_of_its_tensor():
    model, x, y, images = drawing(5, 4, 3, 2)
    expected = tensors_of_a_step(model, x, y)
    assert images.keys() == expected.keys()
    for name, tensor in expected.items():
        drawn = torch.from_numpy(np.asarray(images[name].get_array()))
        torch.testing.assert_close(drawn, torch.atleast_2d(tensor.detach()))


def test_a_large_tensor_is_drawn_by_a_part_of_its_rows_and_columns():
    model, _, _, images = drawing(64, 1000, 100, 10)
    drawn, weight = images["W1"].get_array(), model[0].weight.detach().numpy()
    step = 1000 // (drawn.shape[1] - 1)
    assert step > 1
    assert np.array_equal(drawn, weight[::step, ::step])


def test_sides_and_areas_are_to_scale():
    images = drawing(64, 1000, 100, 10)[-1]
    sides = {name: sides_of(images[name]) for name in ("x", "W1", "z", "h", "W1.grad")}
    one = sides["x"][0] / 1000
    for name, (columns, rows) in {"x": (1000, 64), "W1": (1000, 100), "z": (100, 64)}.items():
        assert sides[name] == pytest.approx((columns * one, rows * one))
    assert sides["h"] == pytest.approx(sides["z"])
    assert sides["W1.grad"] == pytest.approx(sides["W1"])


def sides_of(image):
    left, right, bottom, top = image.get_extent()
    return right - left, bottom - top


each_language = pytest.mark.parametrize("language", ["ko", "en", "both"])
each_size = pytest.mark.parametrize(
    "sizes", [(64, 1000, 100, 10), (5, 2, 3, 1), (500, 784, 800, 300)]
)
with_and_without_bias = pytest.mark.parametrize("bias", [True, False])


@each_language
@each_size
@with_and_without_bias
def test_no_word_or_box_lies_on_another(sizes, language, bias):
    choose_language(language)
    ax = axes_of(drawing(*sizes, bias=bias))
    artists = [*words_of(ax), *ax.get_images()]
    boxes = [place(artist).shrunk(0.95, 0.9) for artist in artists]
    for one, other in itertools.combinations(range(len(boxes)), 2):
        assert not boxes[one].overlaps(boxes[other]), f"{artists[one]} on {artists[other]}"
    page = ax.figure.bbox.padded(5)
    assert all(page.containsx(box.x0) and page.containsx(box.x1) for box in boxes)


@each_language
@each_size
@with_and_without_bias
def test_no_arrow_touches_a_word(sizes, language, bias):
    choose_language(language)
    ax = axes_of(drawing(*sizes, bias=bias))
    arrows = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    for word, arrow in itertools.product(words_of(ax), arrows):
        corners = ax.transData.transform(arrow._path_original.vertices)
        points = [
            start + (end - start) * np.linspace(0, 1, 50)[:, None]
            for start, end in itertools.pairwise(corners)
        ]
        touched = place(word).count_contains(np.concatenate(points))
        assert not touched, f"{arrow} through {word}"


def axes_of(drawn):
    return drawn[-1]["x"].axes


def words_of(ax):
    return [ax.title, *ax.texts]


def place(artist):
    return artist.get_window_extent(artist.figure.canvas.get_renderer())


def test_as_many_arrows_as_a_step_has():
    ax = drawing(64, 1000, 100, 10)[-1]["x"].axes
    arrows = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    directions = [arrow.get_label() for arrow in arrows]
    assert directions.count("순전파 · forward pass") == 9
    assert directions.count("역전파 · backward pass") == 7


def test_without_biases_none_are_drawn():
    images = drawing(64, 1000, 100, 10, bias=False)[-1]
    assert {name for name in images if name.startswith("b")} == set()


def test_the_model_keeps_its_state():
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 1))
    before = {name: param.clone() for name, param in model.named_parameters()}
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("error")
        plot_step(model, loss_fn, torch.randn(4, 3), torch.randn(4, 1), plt.gca())
    for name, param in model.named_parameters():
        assert torch.equal(param, before[name])
        assert param.grad is None


@pytest.mark.parametrize("number", [0.0, float("nan")])
def test_draws_what_has_no_typical_size(number):
    model = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 1))
    x = torch.full((4, 3), number)
    plot_step(model, loss_fn, x, torch.zeros(4, 1)).figure.canvas.draw()
