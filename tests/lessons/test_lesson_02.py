"""Lesson 02 against torch.nn.functional and closed forms, on other inputs and models."""

import copy
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
    for layer in (lesson.linear, nn.Linear(4, 5000), nn.Linear(300, 100)):
        bound = 1 / math.sqrt(layer.in_features)
        assert max(param.abs().max() for param in layer.parameters()) <= bound
        quantiles = layer.weight.detach().flatten().quantile((evenly + 1) / 2)
        torch.testing.assert_close(quantiles / bound, evenly, rtol=0, atol=0.03)


def test_solution_1_is_the_same_chain_as_sequential(answers):
    for sizes in [(1000, 100, 10), (6, 5, 3)]:
        (x,) = drawn_from_seed(0, (7, sizes[0]))
        net = answers.DeepNet(*sizes)
        chain = nn.Sequential(net.linear1, nn.ReLU(), net.linear2, nn.ReLU(), net.linear3)
        torch.testing.assert_close(net(x), chain(x))
        assert (net(x) < 0).any(), "or no negative target could be matched"
    assert answers.deep_pred.shape == (64, 10)


def test_solution_2_counts_the_parameters_of_any_model(answers):
    assert answers.count_parameters(answers.small) == 8 * 5 + 5 * 2
    twice = nn.Linear(4, 4)
    for model in (answers.net, nn.LSTM(3, 4), nn.Conv2d(3, 8, 5), nn.Sequential(twice, twice)):
        expected = nn.utils.parameters_to_vector(model.parameters()).numel()
        assert answers.count_parameters(model) == expected
