"""Every helper on any input: a right answer, or a documented error in both languages.

Warnings are errors here, and nothing else may change: random numbers, settings, open
figures, threads, folder, language.
"""

import array
import collections
import contextlib
import datetime
import itertools
import math
import operator
import os
import re
import sys
import warnings
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import psutil
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.projections import get_projection_names
from torch import nn

import tutorial_helpers
from tutorial_helpers import launch
from tutorial_helpers.describe import describe_figure
from tutorial_helpers.exercises.lesson_00 import check_sum_of_squares
from tutorial_helpers.exercises.lesson_02 import check_DeepNet
from tutorial_helpers.fonts import use_korean_fonts
from tutorial_helpers.language import chosen_languages, quoted

LINEAR = nn.Linear(2, 2)
ODD = [
    *(
        None,
        True,
        math.nan,
        -math.inf,
        1j,
        10**400,
        -(10**400),
        Decimal("sNaN"),
        b"\0",
        "",
        [],
        {},
        object,
    ),
    *(np.int64(3), np.float64(3.0), np.bool_(True), np.array(3.0), np.array([]), np.array(["ko"])),
    *(torch.tensor(2), torch.tensor(0.5, requires_grad=True), torch.tensor([]), torch.ones(2, 2)),
    *(torch.ones(2, dtype=torch.complex64), torch.ones(2, dtype=torch.bfloat16)),
    *(torch.eye(2).to_sparse(), torch.empty(2, device="meta"), [torch.ones(1)], LINEAR),
    *("x" * 9999, [0.5] * 9999, math, mock.call),
]
ANYTHING = st.one_of(st.sampled_from(ODD), st.integers(), st.floats(), st.text(max_size=5))


def state():
    return {
        "torch": torch.get_rng_state().numpy().tobytes(),
        "numpy": np.random.get_state()[1].tobytes(),  # noqa: NPY002
        "settings": dict.copy(matplotlib.rcParams),
        "figures": plt.get_fignums(),
        "threads": torch.get_num_threads(),
        "data type": torch.get_default_dtype(),
        "folder": Path.cwd(),
        "language": chosen_languages(),
    }


@contextlib.contextmanager
def warnings_as_errors():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # Of old matplotlib with a new pyparsing; Python shows none of these to a reader.
        warnings.filterwarnings(
            "ignore", category=DeprecationWarning, module="matplotlib|pyparsing"
        )
        yield


@contextlib.contextmanager
def nothing_changes():
    before = state()
    with warnings_as_errors():
        yield
    assert state() == before


def refuses(kind, helper, *arguments, **options):
    """Assert that an error of exactly this kind says the same in both languages."""
    with nothing_changes(), pytest.raises(kind) as error:
        helper(*arguments, **options)
    assert error.type is kind
    ko, en = str(error.value).split("\n", 1)
    assert re.search("[가-힣]+ [가-힣]+", ko)
    assert re.search("[a-z]+ [a-z]+ [a-z]+", en)
    assert len(ko + en) < 600


class CannotBeShown:
    def __repr__(self):
        raise LookupError("on purpose")


@pytest.mark.parametrize("value", [10**5000, -(10**5000), CannotBeShown()], ids=["+", "-", "?"])
def test_values_that_python_cannot_write_are_refused_like_others(value):
    kinds = (TypeError, ValueError, MemoryError)
    whole = is_whole(value)
    refuses(kinds[1], tutorial_helpers.show_language, value)
    refuses(kinds[1], tutorial_helpers.setup_notebook, value)
    refuses(kinds[whole], tutorial_helpers.plot_loss_curve, [value], plain_axes())
    refuses(kinds[0], tutorial_helpers.plot_loss_curve, [1.0], label=value)
    refuses(kinds[whole], tutorial_helpers.plot_network, LINEAR, shown=value)
    refuses(kinds[0], tutorial_helpers.progress, value)
    refuses(kinds[0], start, value)
    refuses(kinds[whole], start, __file__, processes=value)
    refuses(kinds[whole], start, __file__, port=value)
    for sizes in itertools.permutations([value, 1, 1]):
        generator = torch.Generator()
        kind = kinds[(2 if value > 0 else 1) if whole else 0]
        refuses(kind, tutorial_helpers.make_random_data, *sizes, generator=generator)
    refuses(kinds[1], tutorial_helpers.make_random_data, 1, 1, 1, generator=generator, device=value)
    assert check_sum_of_squares.diagnose(value).kind == "uncallable"
    assert check_sum_of_squares.diagnose(lambda *_: value).kind in ("type", "value")
    if not whole or value < 0:
        refuses(ValueError, check_sum_of_squares, LINEAR, hint=value)


# Random data


def is_whole(number):
    return isinstance(number, int) and not isinstance(number, bool)


def is_device(device):
    try:
        torch.zeros(1, device=device)
    except Exception:
        return device is None
    return True


def wrong_with_data(sizes, generator, device):
    """Return the error for the first thing that is wrong, None if nothing is."""
    for size in sizes:
        if not is_whole(size):
            return TypeError
        if size < 1:
            return ValueError
    if not isinstance(generator, torch.Generator):
        return TypeError
    if not is_device(device):
        return ValueError
    n, d_in, d_out = sizes
    return MemoryError if n * (d_in + d_out) > 10**10 else None


SIZES = st.one_of(st.integers(1, 9), st.sampled_from([10**12, 2**62, 2**63]), ANYTHING)
SEEDS = st.integers(0, 9).map(lambda seed: torch.Generator().manual_seed(seed))


@given(
    st.tuples(SIZES, SIZES, SIZES) | st.tuples(*[st.integers(1, 9)] * 3),
    st.one_of(SEEDS, SEEDS, ANYTHING),
    st.one_of(st.sampled_from([None, "cpu", "meta", "cpu:1", torch.device("cpu")]), ANYTHING),
)
@settings(max_examples=40)
def test_of_any_input_random_data_are_right_or_refused(sizes, generator, device):
    make = tutorial_helpers.make_random_data
    kind = wrong_with_data(sizes, generator, device)
    if kind:
        refuses(kind, make, *sizes, generator=generator, device=device)
        return
    same = generator.clone_state()
    with nothing_changes():
        x, y = make(*sizes, generator=generator, device=device)
    n, d_in, d_out = sizes
    expected = [torch.randn(n, d, generator=same).to(device or "cpu") for d in (d_in, d_out)]
    for found, right in zip((x, y), expected, strict=True):
        assert (found.shape, found.device) == (right.shape, right.device)
        assert found.is_meta or torch.equal(found, right)


def test_memory_that_is_just_enough_is_enough(monkeypatch):
    generator = torch.Generator()
    free = SimpleNamespace(available=4 * 5 * (3 + 2))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: free)
    tutorial_helpers.make_random_data(5, 3, 2, generator=generator)
    free.available -= 1
    before = generator.get_state()
    refuses(MemoryError, tutorial_helpers.make_random_data, 5, 3, 2, generator=generator)
    assert torch.equal(generator.get_state(), before), "numbers were drawn all the same"


# Figures


@pytest.fixture(autouse=True, scope="module")
def _korean_fonts():
    with matplotlib.rc_context():
        use_korean_fonts()
        yield
    plt.close("all")


def plain_axes():
    return Figure(figsize=(2, 1), dpi=50).add_subplot()


def draw(ax):
    """Draw as in a notebook; letters that no font has may only be missed."""
    with warnings_as_errors():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        ax.figure.savefig(os.devnull, format="png")


def list_of(losses):
    return losses.tolist() if hasattr(losses, "tolist") else losses


def wrong_with_loss(loss):
    if isinstance(loss, bool) or not isinstance(loss, Real):
        return TypeError
    return None if 1e-60 <= loss <= 1e60 else ValueError


LOSS = st.one_of(
    st.floats(1e-60, 1e60),
    st.floats(),
    st.integers(),
    st.fractions(min_value=0),
    st.sampled_from([*ODD, Fraction(1, 10**400), 1e300, np.float16(3), np.longdouble("1e999")]),
)
GOOD = st.lists(st.floats(1e-60, 1e60), min_size=1, max_size=9)
KINDS = [list, tuple, collections.deque, np.array, torch.tensor, lambda x: array.array("d", x)]
LOSSES = st.one_of(
    st.builds(lambda kind, losses: kind(losses), st.sampled_from(KINDS), GOOD),
    st.lists(LOSS, max_size=5),
)


@given(LOSSES)
@settings(max_examples=40)
@example([1e-60, 1e60])
@example(torch.tensor([1.0], requires_grad=True))
def test_of_any_losses_a_curve_is_drawn_or_refused(losses):
    ax = plain_axes()
    kinds = [wrong_with_loss(loss) for loss in list_of(losses)]
    kind = next(filter(None, kinds), None) if kinds else ValueError
    if kind:
        refuses(kind, tutorial_helpers.plot_loss_curve, losses, ax)
        assert not ax.has_data()
        return
    with nothing_changes():
        tutorial_helpers.plot_loss_curve(losses, ax)
    draw(ax)
    drawn = ax.get_lines()[0].get_xydata().tolist()
    assert drawn == [[step, number] for step, number in enumerate(map(float, list_of(losses)))]
    low, high = ax.get_ylim()
    assert 0 < low <= min(losses) <= max(losses) <= high < math.inf


@given(st.one_of(ANYTHING.filter(lambda x: not isinstance(x, list)), st.just(iter([1.0]))))
@settings(max_examples=40)
def test_what_is_no_sequence_of_losses_is_refused(losses):
    sequence = isinstance(losses, (np.ndarray, torch.Tensor)) and losses.ndim == 1
    empty = sequence and len(losses) == 0
    kind = ValueError if empty else TypeError
    if sequence and losses.dtype == torch.bfloat16:
        return  # as good as any other
    refuses(kind, tutorial_helpers.plot_loss_curve, losses, plain_axes())


@pytest.mark.parametrize(
    "losses",
    [
        torch.tensor([3.0, 1.0]).to_sparse(),
        torch.empty(2, device="meta"),
        memoryview(bytes(4)).cast("B", (2, 2)),
    ],
    ids=["sparse", "meta", "2-D"],
)
def test_losses_that_cannot_be_read_are_refused(losses):
    refuses(TypeError, tutorial_helpers.plot_loss_curve, losses, plain_axes())


def test_a_refused_curve_opens_no_figure():
    refuses(ValueError, tutorial_helpers.plot_loss_curve, [])
    refuses(TypeError, tutorial_helpers.plot_loss_curve, [1.0], label=3)
    refuses(TypeError, tutorial_helpers.plot_network, None)


MATH = st.lists(
    st.sampled_from(["$", "$x^2$", "\\", "\\frac", "{", "}", "_", "가", "a", "\n", "🎉", "\\$"]),
    max_size=6,
).map("".join)


@given(st.one_of(MATH, MATH, ANYTHING))
@settings(max_examples=30)
@example("_hidden")
@example("$$")
@example(r"$\frac$")
@example("a$b")
def test_any_label_can_be_drawn_or_is_refused(label):
    ax = plain_axes()
    options = {"label": label}
    if not isinstance(label, (str, type(None))):
        refuses(TypeError, tutorial_helpers.plot_loss_curve, [2.0, 1.0], ax, **options)
        return
    try:
        with nothing_changes():
            tutorial_helpers.plot_loss_curve([2.0, 1.0], ax, **options)
    except ValueError:
        refuses(ValueError, tutorial_helpers.plot_loss_curve, [2.0, 1.0], ax, **options)
        assert not ax.has_data()
        ax.text(0, 0, label)
        with pytest.raises(ValueError, match="Parse"):
            draw(ax)
        return
    draw(ax)
    named = bool(label) and not label.startswith("_")
    texts = [text.get_text() for text in ax.get_legend().get_texts()] if ax.get_legend() else []
    assert texts == [label] * named


DRAWN_INTO = {
    "curve": lambda ax: tutorial_helpers.plot_loss_curve([2.0, 1.0], ax),
    "network": lambda ax: tutorial_helpers.plot_network(LINEAR, ax),
}


@pytest.mark.parametrize("drawn", DRAWN_INTO.values(), ids=DRAWN_INTO)
@pytest.mark.parametrize("projection", get_projection_names())
def test_only_plain_axes_are_drawn_into(drawn, projection):
    ax = Figure().add_subplot(projection=projection)
    if projection == "rectilinear":
        assert drawn(ax) is ax
    else:
        refuses(TypeError, drawn, ax)
        assert not ax.has_data()


@pytest.mark.parametrize("drawn", DRAWN_INTO.values(), ids=DRAWN_INTO)
def test_what_are_no_axes_is_refused(drawn):
    figure = Figure()
    axes = figure.subplots(1, 2)
    for ax in (figure, axes, plt, figure.axes, "ax", axes[0].secondary_xaxis("top"), 3):
        refuses(TypeError, drawn, ax)


@pytest.mark.parametrize("drawn", DRAWN_INTO.values(), ids=DRAWN_INTO)
def test_axes_of_a_closed_figure_are_drawn_into(drawn):
    figure, ax = plt.subplots()
    plt.close(figure)
    with nothing_changes():
        assert drawn(ax) is ax
    draw(ax)


@pytest.mark.parametrize(
    ("options", "kind"),
    [({"nope": 1}, AttributeError), ({"color": "no color"}, ValueError), ({"xdata": 1}, TypeError)],
)
def test_wrong_options_of_a_line_are_told_by_matplotlib_as_documented(options, kind):
    ax = plain_axes()
    with pytest.raises(kind):
        tutorial_helpers.plot_loss_curve([2.0, 1.0], ax, **options)
    assert not ax.has_data()


def networks(sizes):
    """Return a model with one linear layer for each pair of sizes, drawn without seed."""
    with torch.random.fork_rng(devices=[]):
        return nn.Sequential(*(nn.Linear(*pair) for pair in sizes))


def follow_one_another(sizes):
    return all(before[1] == after[0] for before, after in itertools.pairwise(sizes))


SIZE = st.integers(1, 12)


@given(
    st.lists(st.tuples(SIZE, SIZE), max_size=3)
    | st.lists(SIZE, min_size=2, max_size=4).map(lambda sizes: list(itertools.pairwise(sizes))),
    st.one_of(st.integers(2, 20), ANYTHING),
)
@settings(max_examples=30)
@example([(3, 4), (5, 2)], 8)
def test_of_any_layers_a_network_is_drawn_or_refused(sizes, shown):
    model, ax = networks(sizes), plain_axes()
    kind = None
    if not is_whole(shown):
        kind = TypeError
    elif not (2 <= shown <= 100 and sizes and follow_one_another(sizes)):
        kind = ValueError
    if kind:
        refuses(kind, tutorial_helpers.plot_network, model, ax, shown=shown)
        assert not ax.has_data()
        return
    with nothing_changes():
        tutorial_helpers.plot_network(model, ax, shown=shown)
    draw(ax)
    assert [text.get_text() for text in ax.texts if "입력" in text.get_text()]


@given(ANYTHING)
@settings(max_examples=40)
def test_what_is_no_model_is_refused(model):
    kind = ValueError if isinstance(model, nn.Module) else TypeError
    model = nn.ReLU() if isinstance(model, nn.Module) else model
    refuses(kind, tutorial_helpers.plot_network, model, plain_axes())


def without_data():
    return nn.Linear(2, 2, device="meta")


def not_yet_there():
    with warnings.catch_warnings(action="ignore"):
        return nn.LazyLinear(2)


def complex_weights():
    with warnings.catch_warnings(action="ignore"):
        return nn.Linear(2, 2, dtype=torch.complex64)


@pytest.mark.parametrize("make", [without_data, not_yet_there, complex_weights])
def test_weights_without_a_sign_are_refused(make):
    refuses(ValueError, tutorial_helpers.plot_network, make(), plain_axes())


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_weights_of_other_data_types_are_drawn(dtype):
    with nothing_changes():
        tutorial_helpers.plot_network(networks([(3, 2)]).to(dtype), plain_axes())


# Descriptions of figures

DAY = datetime.datetime(2020, 1, 2)
DRAWINGS = {
    "line": lambda ax, **given: ax.plot([2, 1], **given),
    "no line": lambda ax, **given: ax.plot([], **given),
    "lines of dates": lambda ax, **given: (ax.plot([DAY], [1], **given), ax.axvline(DAY)),
    "line of words": lambda ax, **given: (ax.plot(["a", "b"], [1, 2]), ax.axvline("b", **given)),
    "line of nan": lambda ax, **given: ax.axhline(math.nan, **given),
    "slope": lambda ax, **given: ax.axline((0, 0), (1, 1), **given),
    "on the page": lambda ax, **given: ax.plot([0, 1], transform=ax.transAxes, **given),
    "scatter": lambda ax, **given: ax.scatter([1, math.nan], [3, 4], **given),
    "bars": lambda ax, **given: ax.bar([0, 1], [math.nan, 2], **given),
    "hidden bars": lambda ax, **given: ax.bar([0, 1], [1, 2], visible=False, **given),
    "area": lambda ax, **given: ax.fill_between([0, 1], [1, 2], **given),
    "span": lambda ax, **given: ax.axvspan(0, 1, **given),
    "image": lambda ax, **given: ax.imshow(np.eye(2), **given),
    "colors": lambda ax, **given: ax.imshow(np.ma.masked_all((2, 2, 3)), **given),
    "pie": lambda ax, **_: ax.pie([1, 2]),
    "contour": lambda ax, **_: ax.figure.colorbar(ax.contourf([[1, 2], [3, 4]])),
    "violin": lambda ax, **_: ax.violinplot([1, 2, 3]),
    "errors": lambda ax, **given: ax.errorbar([1, 2], [3, 4], [1, 1], **given),
    "text": lambda ax, **given: ax.text(0, 0, "text", gid=given["gid"]),
}
LABELS = st.one_of(st.none(), st.text(max_size=9), st.sampled_from(["a\nb", " · ", "{0}", "_", 3]))
GIDS = st.sampled_from([None, "end varies", "values vary", "other", ["a list"]])


@given(
    st.lists(st.tuples(st.sampled_from(sorted(DRAWINGS)), LABELS, GIDS), max_size=3),
    LABELS,
    st.sampled_from(["linear", "log", "symlog", "logit"]),
)
@settings(max_examples=40)
@example([(name, None, "end varies") for name in DRAWINGS], "a\nb", "linear")
def test_any_plain_figure_is_described_in_one_line_a_language(drawings, title, scale):
    ax = plain_axes()
    with warnings.catch_warnings(action="ignore"), contextlib.suppress(TypeError):
        # Not all can be drawn together.
        for name, label, gid in drawings:
            DRAWINGS[name](ax, label=label, gid=gid)
    ax.set(title=title, ylabel=title)
    with warnings.catch_warnings(action="ignore"):  # nothing of it may fit the scale
        ax.set_yscale(scale)
    with nothing_changes():
        text = describe_figure(ax.figure)
        assert describe_figure(ax.figure) == text
    ko, en = text.split("\n")
    assert re.match(r"그림[.' ].*\.$", ko)
    assert re.match(r"Figure[.' ].*\.$", en)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lines of dates", "line: 1 point, from (1.83e+04, 1) to (1.83e+04, 1). "
         "upright line: at 1.83e+04."),
        ("line of words", "line: 2 points, from (0, 1) to (1, 2). upright line: at 1."),
        ("slope", "shapes: 1."),
        ("on the page", "shapes: 1."),
        ("hidden bars", "nothing is drawn."),
        ("area", "shapes: 1."),
    ],
)  # fmt: skip
def test_a_description_tells_what_is_drawn(name, expected):
    ax = plain_axes()
    DRAWINGS[name](ax, gid="end varies" if name == "area" else None)
    assert describe_figure(ax.figure).split("\n")[1] == f"Figure. {expected}"


@pytest.mark.parametrize(
    "drawing",
    [
        lambda ax: ax.plot([1, 2], [3, 4], [5, 6]),
        lambda ax: ax.scatter([1], [2], [3]),
        lambda ax: ax.bar([1], [2]),
        lambda ax: ax.plot_surface(*np.ones((3, 2, 2))),
    ],
)
def test_what_stands_in_space_is_counted(drawing):
    ax = Figure().add_subplot(projection="3d")
    drawing(ax)
    expected = "Figure. shapes: 1."
    assert describe_figure(ax.figure).split("\n")[1] == expected
    draw(ax)
    assert describe_figure(ax.figure).split("\n")[1] == expected


# Training


def outcome(loop, *arguments):
    """Return the losses or the error, and the parameters that are left."""
    model = nn.Linear(2, 1).requires_grad_()
    nn.init.ones_(model.weight)
    nn.init.ones_(model.bias)
    with warnings_as_errors():
        try:
            found = loop(model, *arguments)
        except Exception as error:
            found = type(error), str(error)
    return found, [param.detach().clone() for param in model.parameters()]


def bare_loop(model, loss_fn, x, y, learning_rate, steps):
    losses = []
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if not math.isfinite(losses[t]):
            raise FloatingPointError
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


def by_train(model, loss_fn, x, y, learning_rate, steps):
    given = {"learning_rate": learning_rate, "steps": steps}
    return tutorial_helpers.train(model, loss_fn, x, y, **given)


SUM = nn.MSELoss(reduction="sum")
LOSS_FNS = [SUM, SUM, nn.MSELoss(reduction="none"), lambda *_: torch.tensor(1.0), None, print]
X = [torch.ones(3, 2), torch.ones(4, 2), torch.ones(3, 5), torch.full((3, 2), math.nan)]
Y = [torch.ones(3, 1), torch.zeros(3), torch.ones(2, 1), torch.ones(3, 1, requires_grad=True)]
RATES = [0.01, 1, 1e30, torch.tensor(0.01), torch.ones(2, 1), 0, -0.1]
STEPS = [0, 1, 3, 40, -1, 2.0, np.int64(2), torch.tensor(2)]


@given(
    st.sampled_from(LOSS_FNS),
    st.one_of(st.sampled_from(X), ANYTHING),
    st.one_of(st.sampled_from(Y), ANYTHING),
    st.one_of(st.sampled_from(RATES), ANYTHING),
    st.sampled_from(STEPS) | ANYTHING.filter(lambda steps: not (is_whole(steps) and steps > 99)),
)
@settings(max_examples=60)
def test_of_any_input_train_does_what_the_bare_loop_does(loss_fn, x, y, learning_rate, steps):
    expected, right = outcome(bare_loop, loss_fn, x, y, learning_rate, steps)
    found, left = outcome(by_train, loss_fn, x, y, learning_rate, steps)
    if isinstance(expected, tuple) and expected[0] is FloatingPointError:
        assert found[0] is FloatingPointError
        assert re.search(r"단계의 손실이.* · The loss at step \d+ is", found[1])
    else:
        assert repr(found) == repr(expected)  # in which nan is like nan
    for param, other in zip(left, right, strict=True):
        torch.testing.assert_close(param, other, rtol=0, atol=0, equal_nan=True)


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_a_model_without_parameters_is_measured_all_the_same(steps):
    x = torch.ones(3, 2, requires_grad=True)
    y = torch.zeros(3, 2)
    losses = tutorial_helpers.train(nn.ReLU(), SUM, x, y, learning_rate=1, steps=steps)
    assert losses == [6.0] * steps


# Progress


class WithLength:
    """Something to loop over, whose length is wrong or an error."""

    def __init__(self, length):
        self.length = length

    def __len__(self):
        if isinstance(self.length, Exception):
            raise self.length
        return self.length

    def __iter__(self):
        return iter("abc")


@pytest.mark.parametrize(
    "length", [-1, 10**30, ValueError(), NotImplementedError(), TypeError()], ids=repr
)
def test_progress_does_not_depend_on_the_length(length):
    with nothing_changes():
        items = [2 * item for item in tutorial_helpers.progress(WithLength(length))]
    assert items == ["aa", "bb", "cc"]


def test_a_loop_that_would_take_forever_can_be_left():
    for endless in (range(10**30), itertools.count(), iter(range(10**30))):
        with nothing_changes():
            items = list(itertools.islice(tutorial_helpers.progress(endless), 3))
        assert items == [0, 1, 2]


def can_be_looped_over(thing):
    try:
        iter(thing)
    except TypeError:
        return False
    return True


LOOPS = st.one_of(
    st.lists(st.integers()),
    st.sets(st.integers()),
    st.dictionaries(st.text(), st.integers()),
    st.integers(0, 30).map(range),
    st.sampled_from([LINEAR, nn.Sequential(LINEAR), re.match("a", "a"), np.ones((2, 2))]),
)


@given(st.one_of(ANYTHING.filter(lambda x: x is not mock.call), LOOPS))
def test_of_anything_progress_goes_through_it_or_refuses_it(thing):
    if not can_be_looped_over(thing):
        refuses(TypeError, tutorial_helpers.progress, thing)
        return
    with nothing_changes():
        items = list(tutorial_helpers.progress(thing))
    assert [*map(quoted, items)] == [*map(quoted, thing)]


# Language and set-up


@pytest.mark.parametrize("choose", ["show_language", "setup_notebook"])
@given(ANYTHING)
def test_of_anything_that_is_no_language_nothing_is_set_up(choose, language):
    refuses(ValueError, getattr(tutorial_helpers, choose), language)


def test_the_profiler_changes_nothing_but_its_results():
    product = torch.ones(2, 2)
    for error in (None, KeyboardInterrupt, GeneratorExit, SystemExit):
        profile = tutorial_helpers.quiet_profile()
        with nothing_changes(), contextlib.suppress(BaseException), profile as profiler:
            product @ product
            if error:
                raise error
        assert "aten::mm" in {event.key for event in profiler.key_averages()}


# Many processes, none of which is started


def start(script, **options):
    """Call torchrun; the first thing that it would start is an error."""
    with mock.patch.object(launch, "_run", side_effect=InterruptedError):
        tutorial_helpers.torchrun(script, **options)


@given(ANYTHING | st.sampled_from(["", ".", "a\0b", "a/" * 3000, "~", sys.prefix, b"a.py"]))
@example("x" * 5000)
def test_what_is_no_script_is_refused(script):
    archive = mock.patch.object(sys, "path", [__file__, *sys.path])  # as if this were one
    with nothing_changes(), archive, pytest.raises((TypeError, FileNotFoundError)) as error:
        start(script)
    assert error.type is (FileNotFoundError if isinstance(script, str) else TypeError)
    assert "스크립트" in str(error.value)
    assert "script" in str(error.value)


def wrong_with_number(number, kind, most):
    if isinstance(number, bool) or not isinstance(number, kind):
        return TypeError
    return None if 1 <= number <= most else ValueError


@given(st.one_of(st.integers(-1, 70), ANYTHING), st.one_of(st.integers(1), ANYTHING))
def test_numbers_out_of_range_are_refused_before_anything_starts(processes, timeout):
    kind = wrong_with_number(processes, int, 64)
    kind = kind or wrong_with_number(timeout, (int, float), math.inf)
    if kind:
        refuses(kind, start, __file__, processes=processes, timeout=timeout)
    else:
        with nothing_changes(), pytest.raises(InterruptedError):
            start(__file__, processes=processes, timeout=timeout)


@given(ANYTHING.filter(lambda port: port is not None))
@example(65536)
def test_what_is_no_port_is_refused(port):
    kind = wrong_with_number(port, int, 65535)
    if kind:
        refuses(kind, start, __file__, port=port)


def test_the_longest_timeout_is_no_error(capsys):
    ended = SimpleNamespace(poll=lambda: 0, returncode=0, kill=lambda: None, wait=lambda: None)
    with (
        mock.patch.object(launch.subprocess, "Popen", return_value=ended),
        mock.patch.object(launch, "_kill_processes_of"),
    ):
        tutorial_helpers.torchrun(__file__, timeout=10**400)
    assert capsys.readouterr().out.startswith("$ torchrun")


# Checks of answers


class WrapsItself:
    def __getattr__(self, name):
        return self

    def __call__(self, *arguments):
        raise LookupError("on purpose")


class IsLikeNothing:
    __code__ = 3
    __hash__ = None

    def __eq__(self, other):
        raise LookupError("on purpose")

    def __call__(self, *arguments):
        return self


class NoForward:
    forward = 3


def never_ends(*arguments):
    return never_ends(*arguments)


ANSWERS = [
    *(WrapsItself(), IsLikeNothing(), NoForward, never_ends, mock.call, mock.MagicMock()),
    *(print, type, int, nn.Linear, nn.Module, operator.sub, np.add, sys.exit),
    *(check_sum_of_squares, lambda *given: (part for part in given), "a".join, staticmethod(len)),
]


@pytest.mark.parametrize("check", [check_sum_of_squares, check_DeepNet], ids=lambda x: x.name)
@given(st.one_of(st.sampled_from(ANSWERS), ANYTHING), st.sampled_from([None, 0, 1, 10**30]))
@settings(max_examples=60)
def test_of_any_answer_something_is_said_in_both_languages(check, answer, hint):
    with nothing_changes():
        diagnosis = check.diagnose(answer)
        report = check.report(diagnosis, hint)
    assert diagnosis.kind not in ("right", "blank", "mistake")
    assert (diagnosis.kind == "uncallable") == (
        not callable(answer) or isinstance(answer, nn.Module)
    )
    ko, en = report.split("\n\n")
    assert ko.startswith("아직 고칠 곳이 있습니다. ")
    assert en.startswith("Not right yet. ")
    assert len(report) < 3000


@given(ANYTHING.filter(lambda hint: hint is not None))
def test_a_hint_that_is_no_count_is_refused(hint):
    if not is_whole(hint) or hint < 0:
        refuses(ValueError, check_sum_of_squares, check_sum_of_squares.starter, hint=hint)
