"""plot_product against the shapes that it draws."""

import matplotlib.pyplot as plt
import pytest
import torch

from tutorial_helpers import plot_product


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def boxes(ax):
    return {
        patch.get_label().split(" · ")[1]: patch
        for patch in ax.patches
        if "matrix" in patch.get_label() or "product" in patch.get_label()
    }


@pytest.mark.parametrize(("n", "k", "m"), [(64, 1000, 100), (1, 1, 1), (3, 2, 4)])
def test_draws_factors_and_product_to_scale(n, k, m):
    ax = plot_product(torch.ones(n, k), torch.ones(k, m))
    first, second, product = boxes(ax).values()
    assert list(boxes(ax)) == [
        f"first matrix ({n}, {k})",
        f"second matrix ({k}, {m})",
        f"product ({n}, {m})",
    ]
    assert first.get_width() == pytest.approx(second.get_height())
    assert product.get_height() == first.get_height()
    assert product.get_width() == second.get_width()
    assert product.get_y() == first.get_y()
    assert product.get_x() == second.get_x()
    assert f"{k} = {k}" in [text.get_text() for text in ax.texts]
    assert first.get_height() / first.get_width() == pytest.approx(n / k)


def test_draws_no_product_where_there_is_none():
    figure, ax = plt.subplots()
    assert plot_product(torch.ones(64, 1000), torch.ones(100, 10), ax) is ax
    assert list(boxes(ax)) == ["first matrix (64, 1000)", "second matrix (100, 10)"]
    assert "1000 ≠ 100" in [text.get_text() for text in ax.texts]
    edges = [patch for patch in ax.patches if patch.get_label().startswith("가운데")]
    assert edges[0].get_width() == pytest.approx(10 * edges[1].get_height())
    assert len(figure.axes) == 1


def test_a_thin_matrix_is_drawn_thick_enough_to_be_seen():
    first, second, product = boxes(plot_product(torch.ones(1, 5000), torch.ones(5000, 1))).values()
    assert first.get_height() == second.get_width() == product.get_width() > 0.05


@pytest.mark.parametrize(
    ("left", "right", "error", "ko", "en"),
    [
        ([[1.0]], torch.ones(1, 1), TypeError, "텐서를 넣으세요", "left must be a Tensor"),
        (torch.ones(2, 2), torch.ones(2), ValueError, "행과 열이", "right must be .* rows"),
        (torch.ones(0, 2), torch.ones(2, 2), ValueError, "행과 열이", "left must be .* rows"),
    ],
)
def test_says_in_both_languages_what_it_cannot_draw(left, right, error, ko, en):
    with pytest.raises(error, match=f"(?s){ko}.*{en}"):
        plot_product(left, right)
    assert not plt.get_fignums()


def test_refuses_several_panels():
    with pytest.raises(TypeError, match="one panel"):
        plot_product(torch.ones(1, 1), torch.ones(1, 1), plt.subplots(1, 2)[1])
