"""What learners pass by mistake is refused in both languages, before anything changes."""

import re
import warnings

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from matplotlib.figure import Figure
from torch import nn

import tutorial_helpers
from tutorial_helpers import launch, plot_loss_curve, plot_network, progress, quiet_profile
from tutorial_helpers.describe import describe_figure
from tutorial_helpers.language import say
from tutorial_helpers.notebook import prepare_figures

GENERATOR = torch.Generator().manual_seed(1)
LAYER, NO_CHAIN = nn.Linear(3, 2), nn.Sequential(nn.Linear(3, 4), nn.Linear(5, 2))
CHAIN = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 1))
X, Y, LOSS_FN = torch.zeros(5, 3), torch.zeros(5, 1), nn.MSELoss(reduction="sum")
WITH_GRAPH = [1.0, torch.tensor(1.0, requires_grad=True)]


def data(n=5, d_in=3, d_out=2, generator=GENERATOR):
    return tutorial_helpers.make_random_data(n, d_in, d_out, generator=generator)


def state():
    """Return what no helper may change when it refuses something."""
    return {
        "torch": torch.get_rng_state().numpy().tobytes(),
        "numpy": np.random.get_state()[1].tobytes(),  # noqa: NPY002
        "generator": GENERATOR.get_state().numpy().tobytes(),
        "settings": dict.copy(matplotlib.rcParams),
        "figures": plt.get_fignums(),
        "threads": torch.get_num_threads(),
        "language": say("가", "a"),
    }


EMPTY = ValueError, r"비어 있어.*losses\.append\(loss", r"is empty.*losses\.append\(loss"
NO_LIST = TypeError, "손실의 리스트를 넣으세요", "must be a list with one loss a step"
NOT_FINITE = ValueError, "유한하지 않은.*학습률이", "not finite.*See whether the learning rate"
NOT_ABOVE_0 = ValueError, "0보다 큰 수만", "only numbers above 0"
ONE_PANEL = TypeError, "그림 한 칸의 좌표축", "must be the axes of one panel"
NO_GENERATOR = TypeError, r"예: torch\.Generator\(\)", r"for example torch\.Generator\(\)"
NO_LANGUAGE = ValueError, "'ko', 'en', 'both' 가운데", "must be 'ko', 'en' or 'both'"
NO_SCRIPT = FileNotFoundError, "찾을 수 없습니다.*이름과 폴더를", "no script.*name and folder"
REFUSED = {
    "plot_loss_curve([])": EMPTY,
    "plot_loss_curve(torch.tensor([]))": EMPTY,
    "plot_loss_curve(0.5)": NO_LIST,
    "plot_loss_curve(torch.tensor(0.5))": NO_LIST,
    "plot_loss_curve({'loss': 1.0})": NO_LIST,
    "plot_loss_curve(WITH_GRAPH)": (
        *(TypeError, r"losses\[1\]에는.*텐서 대신 loss\.item\(\)을 모으세요"),
        r"losses\[1\] must be a number.*Collect loss\.item\(\) instead of the tensor",
    ),
    "plot_loss_curve(['1.0'])": (TypeError, r"losses\[0\]에는 수가.*: str\.$", r"of type str\.$"),
    "plot_loss_curve([1.0, float('nan')])": NOT_FINITE,
    "plot_loss_curve([float('inf')])": NOT_FINITE,
    "plot_loss_curve([1.0, 0.0])": NOT_ABOVE_0,
    "plot_loss_curve([-1])": NOT_ABOVE_0,
    "plot_loss_curve([1.0], Figure())": ONE_PANEL,
    "plot_network(LAYER, Figure().subplots(1, 2))": ONE_PANEL,
    "plot_network(LAYER.weight)": (TypeError, "모델을 넣으세요", "must be a .*of type Parameter"),
    "plot_network(nn.ReLU())": (ValueError, r"nn\.Linear가 없어", r"holds no nn\.Linear"),
    "plot_network(NO_CHAIN)": (ValueError, "4개인데, .* 5개", "gives out 4 numbers, .* takes in 5"),
    "plot_network(LAYER, shown=1)": (ValueError, "2 이상 100 이하를", "must be from 2 to 100"),
    "plot_loop(1)": ONE_PANEL,
    "plot_step(CHAIN, LOSS_FN, X, Y, 1)": ONE_PANEL,
    "plot_step(LAYER, LOSS_FN, X, Y)": (TypeError, r"꼴의 모델을.*: Linear$", r"it is Linear\.$"),
    "plot_step(NO_CHAIN, LOSS_FN, X, Y)": (
        *(TypeError, r": Sequential\(Linear, Linear\)$"),
        r"must be nn\.Sequential\(.*it is Sequential\(Linear, Linear\)\.$",
    ),
    "plot_step(CHAIN, LOSS_FN, 1, Y)": (TypeError, "x에는 텐서를.*: int$", "x must be a Tensor"),
    "plot_step(CHAIN, LOSS_FN, Y, Y)": (
        *(ValueError, r"맞는 x의 모양은 \(5, 3\)입니다.*: \(5, 1\)"),
        r"x must be \(5, 3\) .*is \(5, 1\)",
    ),
    "plot_step(CHAIN, LOSS_FN, X, X)": (
        *(ValueError, r"맞는 y의 모양은 \(5, 1\)입니다.*: \(5, 3\)"),
        r"y must be \(5, 1\) .*is \(5, 3\)",
    ),
    "plot_step(CHAIN, LOSS_FN, Y[0, 0], Y)": (ValueError, r": \(\)", r"it is \(\)"),
    "plot_step(CHAIN, nn.MSELoss(reduction='none'), X, Y)": (
        *(ValueError, r"수 하나로 돌려주어야.*: \(5, 1\)"),
        r"one number, but its shape is \(5, 1\)",
    ),
    "plot_tables({'y': Y}, 1)": ONE_PANEL,
    "plot_tables(Y)": (
        TypeError,
        "이름과 텐서의 딕셔너리를",
        "must be a dict of names and Tensors",
    ),
    "plot_tables({'y': [1.0]})": (TypeError, "딕셔너리를", "must be a dict"),
    "plot_tables({})": (ValueError, r"하나 이상.*\[\]", r"one or more.*\[\]"),
    "plot_tables({'x': X, 'y': Y})": (ValueError, "모두 같은", "of one shape"),
    "plot_tables({'y': Y[:0]})": (ValueError, r"\(0, 1\)", r"\(0, 1\)"),
    "plot_tables({'y': Y[0]})": (ValueError, r"\(1,\)", r"\(1,\)"),
    "data(n=0)": (ValueError, "n에는 1 이상을", "n must be 1 or more, but it is 0"),
    "data(d_in='3')": (TypeError, "d_in에는 정수를", "d_in must be an int"),
    "data(d_out=2.0)": (TypeError, r"2\.0 \(float\)", r"d_out must be .* 2\.0 \(float\)"),
    "data(generator=1)": NO_GENERATOR,
    "data(generator=torch)": NO_GENERATOR,
    "progress(500)": (TypeError, r"range\(500\)처럼 for 루프", r"for loop .* as range\(500\)"),
    "show_language('kr')": NO_LANGUAGE,
    "setup_notebook('English')": NO_LANGUAGE,
    "torchrun('nowhere.py')": NO_SCRIPT,
    "torchrun('.')": NO_SCRIPT,
    "torchrun(__file__, processes=0)": (ValueError, "1 이상 64 이하를", "must be from 1 to 64"),
}


@pytest.mark.parametrize(("call", "refused"), REFUSED.items(), ids=REFUSED)
def test_is_refused_before_anything_changes(call, refused, monkeypatch, capsys):
    monkeypatch.setattr(launch, "_run", None)
    kind, ko, en = refused
    before = state()
    with pytest.raises(kind) as error:
        eval(call, vars(tutorial_helpers) | globals())
    in_korean, in_english = str(error.value).split("\n")
    assert re.search(ko, in_korean), in_korean
    assert re.search(en, in_english), in_english
    assert state() == before
    assert capsys.readouterr() == ("", "")


def profile():
    with quiet_profile():
        torch.ones(2) + 1


USED = {
    "plot_loss_curve": lambda ax: plot_loss_curve([2.0, 1.0], ax),
    "plot_network": lambda ax: plot_network(LAYER, ax),
    "describe_figure": lambda ax: describe_figure(ax.figure),
    "progress": lambda ax: list(progress(range(3))),
    "quiet_profile": lambda ax: profile(),
}


@pytest.mark.parametrize("use", USED.values(), ids=USED)
def test_what_is_not_refused_warns_of_nothing_and_leaves_settings_alone(use):
    prepare_figures()  # as the set-up does, or else what draws first
    ax, before = Figure().add_subplot(), state()
    with warnings.catch_warnings(action="error"):
        use(ax)
    assert state() == before
