"""Lesson 02 against torch.nn.functional and closed forms, on other inputs and models."""

import copy
import itertools
import math

import pytest
import torch
from torch import nn
from torch.nn.functional import linear, relu

from lessons import ROOT
from oracles import drawn_from_seed

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "02_model.py"


def test_three_models_are_one_function_of_any_parameters_and_inputs(run, lesson, monkeypatch):
    torch.manual_seed(0)
    x, w1, b1, w2, b2 = (
        torch.randn(shape, dtype=torch.float64)
        for shape in [(7, 1000), (1000, 100), (100,), (100, 10), (10,)]
    )
    expected = linear(relu(linear(x, w1.T, b1)), w2.T, b2)

    for name, tensor in {"W1": w1, "b1": b1, "W2": w2, "b2": b2}.items():
        monkeypatch.setitem(run.names, name, tensor)
    torch.testing.assert_close(lesson.hand_model(x), expected)
    for model in (lesson.model, lesson.net):
        model = copy.deepcopy(model).double()
        with torch.no_grad():
            for param, tensor in zip(model.parameters(), (w1.T, b1, w2.T, b2), strict=True):
                param.copy_(tensor)
        torch.testing.assert_close(model(x), expected)


def test_no_matrix_expresses_the_model(lesson):
    x = lesson.x
    middle = (lesson.hand_model(x) + lesson.hand_model(-x)) / 2
    assert (middle - lesson.hand_model(0 * x)).abs().max() > 0.1, "0 for a matrix and a bias"


def test_linear_draws_evenly_up_to_1_over_the_root_of_its_inputs(lesson):
    torch.manual_seed(0)
    evenly = torch.linspace(-1, 1, 11)
    for layer in (lesson.model[0], nn.Linear(4, 5000), nn.Linear(300, 100)):
        bound = 1 / math.sqrt(layer.in_features)
        assert max(param.abs().max() for param in layer.parameters()) <= bound
        quantiles = layer.weight.detach().flatten().quantile((evenly + 1) / 2)
        torch.testing.assert_close(quantiles / bound, evenly, rtol=0, atol=0.03)


def test_the_line_of_each_output_bends_where_a_relu_begins_and_nowhere_else(lesson):
    ends = torch.tensor([[0.0], *lesson.places.sort(dim=0).values.tolist(), [1.0]]).double()
    model = copy.deepcopy(lesson.model).double()
    start, end = lesson.x[:2].double()

    def outputs(s):
        return model((1 - s) * start + s * end)

    for left, right in itertools.pairwise(ends):
        middle = (outputs(left) + outputs(right)) / 2
        torch.testing.assert_close(outputs((left + right) / 2), middle, rtol=0, atol=1e-5)
    far = outputs(torch.tensor([0.5])) - (outputs(ends[0]) + outputs(ends[-1])) / 2
    assert far.abs().max() > 0.01


def test_the_tent_is_drawn_as_it_is_computed(lesson):
    for x in (-1, 0, 0.5, 1, 1.5, 2, 3):
        assert lesson.f(x) == max(0, 1 - abs(x - 1))


def test_a_layer_multiplies_the_spread_as_the_lesson_says(lesson):
    ratios = [after / before for before, after in itertools.pairwise(lesson.plain)]
    assert ratios[0] == pytest.approx(1000**0.5, rel=0.02)
    assert ratios[1:] == pytest.approx([500**0.5] * 5, rel=0.05)
    assert max(lesson.he[1:]) / min(lesson.he[1:]) < 1.1
    assert all(after < before / 2 for before, after in itertools.pairwise(lesson.linear[1:]))


def test_solution_1_is_what_linear_computes(answers):
    for shape in [(7, 5), (5,), (2, 3, 5)]:
        x, weight, bias = drawn_from_seed(0, shape, (4, 5), (4,))
        torch.testing.assert_close(answers.my_linear(x, weight, bias), linear(x, weight, bias))


def test_solution_2_is_the_same_chain_as_sequential(answers):
    for sizes in [(1000, 100, 10), (6, 5, 3)]:
        (x,) = drawn_from_seed(0, (7, sizes[0]))
        net = answers.DeepNet(*sizes)
        first, second, last = net.layers
        chain = nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), last)
        torch.testing.assert_close(net(x), chain(x))
        assert (net(x) < 0).any(), "or no negative target could be matched"
        assert [*map(id, net.parameters())] == [*map(id, chain.parameters())]


def test_solution_3_counts_what_is_trained_of_any_model(answers):
    assert answers.count_parameters(answers.frozen) == 100 * 10 + 10
    twice = nn.Linear(4, 4)
    for model in (answers.net, nn.LSTM(3, 4), nn.Conv2d(3, 8, 5), nn.Sequential(twice, twice)):
        expected = nn.utils.parameters_to_vector(model.parameters()).numel()
        assert answers.count_parameters(model) == expected
        model = copy.deepcopy(model).requires_grad_(False)
        assert answers.count_parameters(model) == 0
