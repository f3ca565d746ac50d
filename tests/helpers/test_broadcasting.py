"""plot_broadcasting against PyTorch's own broadcasting."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from tutorial_helpers import plot_broadcasting

SHAPES = [
    ((4, 1), (4,)),
    ((2, 3), (3,)),
    ((3,), (3,)),
    ((), (2, 2)),
    ((64, 100), (100,)),
    ((1, 9), (5, 1)),
]


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


def two(shapes):
    generator = torch.Generator().manual_seed(0)
    return [torch.randn(shape, generator=generator) for shape in shapes]


@pytest.mark.parametrize("shapes", SHAPES)
@pytest.mark.parametrize("sign", ["+", "-"])
def test_draws_both_as_torch_stretches_them_and_the_result(ax, shapes, sign):
    a, b = two(shapes)
    assert plot_broadcasting(a, sign, b, ax) is ax
    result = a + b if sign == "+" else a - b
    expected = [*torch.broadcast_tensors(a, b), result]
    for image, table in zip(ax.get_images(), expected, strict=True):
        np.testing.assert_allclose(image.get_array(), np.atleast_2d(table), rtol=1e-5, atol=1e-6)
    signs = {text.get_text() for text in ax.texts} & {"+", "−"}
    assert {"+": "+", "-": "−"}[sign] in signs


def frames(ax):
    return [patch for patch in ax.patches if patch.get_label() == "주어진 수 · given numbers"]


@pytest.mark.parametrize(
    ("shapes", "sizes"),
    [
        (((4, 1), (4,)), [(1, 4), (4, 1)]),
        (((2, 3), (3,)), [(3, 1)]),
        (((3,), (3,)), []),
        (((64, 100), (100,)), [(100, 1)]),
    ],
)
def test_frames_what_was_given_where_it_is_repeated(ax, shapes, sizes):
    plot_broadcasting(*two(shapes)[:1], "-", two(shapes)[1], ax)
    assert [(frame.get_width(), frame.get_height()) for frame in frames(ax)] == sizes


def test_names_each_with_its_shape_and_what_becomes_of_it(ax):
    plot_broadcasting(torch.zeros(4, 1), "-", torch.zeros(4), ax)
    names = [image.get_label() for image in ax.get_images()]
    assert names == ["(4, 1) → (4, 4)", "(4,) → (4, 4)", "(4, 4)"]
    assert set(names) < {text.get_text() for text in ax.texts}


def test_writes_numbers_into_few_cells_alone(ax):
    plot_broadcasting(torch.tensor([[1.0], [2]]), "-", torch.tensor([1.0, 4]), ax)
    bold = [text.get_text() for text in ax.texts if text.get_weight() == "bold"]
    assert bold == ["1", "2", "1", "4", "0", "−3", "1", "−2"]
    ax.clear()
    plot_broadcasting(torch.zeros(9, 1), "-", torch.zeros(9), ax)
    assert len(ax.texts) == 5


@pytest.mark.parametrize(
    ("a", "sign", "b", "error", "ko", "en"),
    [
        (1.0, "+", torch.ones(2), TypeError, "a에는 텐서를", "a must be a Tensor"),
        (torch.ones(2), "+", [1], TypeError, "b에는 텐서를", "b must be a Tensor"),
        (torch.ones(2), "*", torch.ones(2), ValueError, "sign은", "sign must be"),
        (torch.ones(2), "+", torch.ones(3), ValueError, "없습니다", "do not go together"),
        (torch.ones(2, 2, 2), "+", torch.ones(2), ValueError, "없습니다", "do not go together"),
        (torch.ones(0), "+", torch.ones(1), ValueError, "없습니다", "do not go together"),
    ],
)
def test_says_in_both_languages_what_it_cannot_draw(ax, a, sign, b, error, ko, en):
    with pytest.raises(error, match=f"(?s){ko}.*{en}"):
        plot_broadcasting(a, sign, b, ax)
    assert not ax.images


def test_refuses_several_panels():
    figure, axes = plt.subplots(1, 2)
    with pytest.raises(TypeError, match="one panel"):
        plot_broadcasting(torch.ones(2), "+", torch.ones(2), axes)
    plt.close(figure)


def test_draws_into_a_figure_of_its_own():
    ax = plot_broadcasting(torch.ones(2, requires_grad=True), "+", torch.ones(2))
    assert len(ax.figure.axes) == 1
    plt.close(ax.figure)
