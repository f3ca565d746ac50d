"""plot_squares and plot_loss_area against the squares that they draw."""

import itertools

import matplotlib.pyplot as plt
import pytest
import torch

from tutorial_helpers import plot_loss_area, plot_squares

NO_TENSOR = [1.0, 2.0]


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


def area_of(path):
    box = path.get_extents()
    return box.width * box.height


@pytest.mark.parametrize(
    ("y_pred", "y"), [([3.0, 1.0], [1.0, 2.0]), ([5.0], [5.0]), ([-1.0, 0.5, 2.0], [0.0, 0.0, 2.0])]
)
def test_each_square_has_the_difference_as_its_side_and_the_ends_at_both_numbers(ax, y_pred, y):
    assert plot_squares(torch.tensor(y_pred), torch.tensor(y), ax) is ax
    for square, prediction, target in zip(ax.patches, y_pred, y, strict=True):
        assert square.get_width() == square.get_height() == abs(prediction - target)
        assert square.get_y() == min(prediction, target)
    targets, predictions = ax.get_lines()
    assert (list(targets.get_ydata()), list(predictions.get_ydata())) == (y, y_pred)
    numbers = [float(text.get_text()) for text in ax.texts]
    assert numbers == [(a - b) ** 2 for a, b in zip(y_pred, y, strict=True)]


def test_squares_do_not_overlap(ax):
    plot_squares(torch.tensor([4.0, -3, 0, 2]), torch.zeros(4), ax)
    ends = [(square.get_x(), square.get_x() + square.get_width()) for square in ax.patches]
    assert all(one[1] < other[0] for one, other in itertools.pairwise(ends))


def test_writes_the_area_beside_a_square_that_is_too_small_for_it(ax):
    plot_squares(torch.tensor([0.5, 3]), torch.zeros(2), ax)
    small, large = ax.texts
    assert (small.get_color(), large.get_color()) == ("black", "white")


@pytest.mark.parametrize("shape", [(1,), (2,), (64, 10), (3, 4, 5)])
def test_the_pieces_have_the_squares_as_areas_and_fill_the_whole(ax, shape):
    y_pred, y = torch.randn(2, *shape, generator=torch.Generator().manual_seed(0))
    assert plot_loss_area(y_pred, y, ax) is ax
    pieces = [path for part in ax.collections for path in part.get_paths()]
    squares = ((y_pred - y).double() ** 2).flatten().sort(descending=True).values
    drawn = torch.tensor([area_of(path) for path in pieces])
    torch.testing.assert_close(drawn, squares)
    side = squares.sum().sqrt().item()
    corners = torch.cat([torch.tensor(path.vertices) for path in pieces])
    assert (corners.min().item(), corners.max().item()) == pytest.approx((0, side))
    assert ax.get_xlim() == ax.get_ylim() == pytest.approx((0, side))


def test_pieces_do_not_overlap(ax):
    plot_loss_area(torch.arange(30.0), torch.zeros(30), ax)
    boxes = [path.get_extents() for part in ax.collections for path in part.get_paths()]
    for i, one in enumerate(boxes):
        for other in boxes[:i]:
            width = min(one.x1, other.x1) - max(one.x0, other.x0)
            height = min(one.y1, other.y1) - max(one.y0, other.y0)
            assert min(width, height) < 1e-6


def test_the_fewest_pieces_with_half_of_the_area_are_dark(ax):
    plot_loss_area(torch.tensor([3.0, 1, 2, 2]), torch.zeros(4), ax)
    assert [len(part.get_paths()) for part in ax.collections] == [1, 3]
    ax.clear()
    plot_loss_area(torch.tensor([5.0]), torch.zeros(1), ax)
    assert [part.get_label() for part in ax.collections] == ["가장 큰 1개 · the largest 1"]


def test_pieces_of_nothing_are_left_out(ax):
    plot_loss_area(torch.tensor([3.0, 0, 0]), torch.zeros(3), ax)
    assert len(ax.collections) == 1


@pytest.mark.parametrize("plot", [plot_squares, plot_loss_area])
@pytest.mark.parametrize(
    ("y_pred", "y", "error", "ko", "en"),
    [
        (NO_TENSOR, torch.zeros(2), TypeError, "y_pred에는 텐서를", "y_pred must be a Tensor"),
        (torch.zeros(2), NO_TENSOR, TypeError, "y에는 텐서를", "y must be a Tensor"),
        (torch.ones(2), torch.ones(2, 1), ValueError, "모양이 같아야", "must have the same shape"),
    ],
)
def test_says_in_both_languages_what_it_cannot_draw(ax, plot, y_pred, y, error, ko, en):
    with pytest.raises(error, match=f"(?s){ko}.*{en}"):
        plot(y_pred, y, ax)
    assert not ax.patches
    assert not ax.collections


@pytest.mark.parametrize("shape", [(), (0,), (13,), (2, 2)])
def test_squares_are_for_a_few_entries(ax, shape):
    with pytest.raises(ValueError, match=r"(?s)\(12,\)까지.*to \(12,\)"):
        plot_squares(torch.zeros(shape), torch.zeros(shape), ax)


def test_nothing_to_draw_where_all_is_right(ax):
    with pytest.raises(ValueError, match=r"(?s)그릴 것이 없습니다.*nothing to draw"):
        plot_loss_area(torch.ones(3), torch.ones(3), ax)


@pytest.mark.parametrize("plot", [plot_squares, plot_loss_area])
def test_refuses_several_panels(plot):
    figure, axes = plt.subplots(1, 2)
    with pytest.raises(TypeError, match="one panel"):
        plot(torch.ones(2), torch.zeros(2), axes)
    plt.close(figure)


@pytest.mark.parametrize("plot", [plot_squares, plot_loss_area])
def test_leaves_what_it_is_given_and_follows_no_graph(plot):
    y_pred = torch.ones(3, requires_grad=True)
    plt.close(plot(y_pred, torch.zeros(3)).figure)
    assert y_pred.grad is None
