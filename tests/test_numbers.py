"""The numbers of each lesson, on machines that round otherwise."""

import contextlib
import functools
import io
import itertools
import linecache
import math
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from conftest import LESSONS, SCRIPTS, read_notebook
from lesson_runs import (
    Run,
    Shown,
    another_order_of_summation,
    digits_that_could_change,
    no_times,
    run_lesson,
)
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from tutorial_helpers.describe import describe_figure

run_once = functools.cache(run_lesson)
LONG = {"03", "04", "05", "06", "07", "08"}  # these train most
by_name = pytest.mark.parametrize(
    "script",
    [
        pytest.param(script, id=script.stem, marks=[pytest.mark.slow] * (script.stem[:2] in LONG))
        for script in SCRIPTS
    ],
)


@by_name
def test_printed_digits_hold_with_room_to_spare(script):
    others = [run_once(script, noise_seed=seed) for seed in range(2)]
    assert list(digits_that_could_change(run_once(script), others)) == []


@pytest.mark.slow
@by_name
def test_printed_digits_hold_with_other_numbers_of_threads(script):
    others = [run_lesson(script, noise_seed=threads, threads=threads) for threads in (2, 8)]
    assert list(digits_that_could_change(run_once(script), others)) == []


TRAINING = """
import torch
generator = torch.Generator().manual_seed(1)
x = torch.randn(64, 1000, generator=generator)
torch.manual_seed(2)
model = torch.nn.Linear(1000, 10)
loss = model(x).sum().item()  # sums up to little, so rounding shows
{shown}
"""


@pytest.mark.parametrize(
    "shown",
    [
        'print(f"loss: {loss:.9g}")',
        "print(loss)",
        'print("loss", round(loss, 6))',
        'print([("loss", loss)], {"loss": loss})',
        "print(model.weight)",
        'print("loss: %.9g" % loss)',
        'print("loss: {:.9g}".format(loss))',
        'print("loss: " + str(loss))',
    ],
)
def test_the_margin_sees_digits_that_do_not_hold(tmp_path, shown):
    script = tmp_path / "lesson.py"
    script.write_text(TRAINING.format(shown=shown), encoding="utf-8")
    others = [run_lesson(script, noise_seed=seed) for seed in range(4)]
    assert any(
        "could be written" in text for text in digits_that_could_change(run_lesson(script), others)
    )


@pytest.mark.parametrize(("spread", "holds"), [(0.006, True), (0.008, False)])
def test_the_margin_is_three_times_the_spread(spread, holds):
    first, other = (Run([Shown("here", value, ".0f")], {}, []) for value in (1.52, 1.52 + spread))
    assert list(digits_that_could_change(first, [other])) == (
        [] if holds else ["here could be written 1 or 2"]
    )


@pytest.mark.parametrize(("value", "holds"), [(math.inf, True), (math.nan, False), (1e30, False)])
def test_what_is_not_finite_is_the_same_in_every_run(value, holds):
    first, other = (Run([Shown("here", loss, ".2g")], {}, []) for loss in (math.inf, value))
    assert bool(list(digits_that_could_change(first, [other]))) is not holds


def test_another_number_of_numbers_is_seen():
    first = run_once(LESSONS[0])
    shorter = first._replace(shown=first.shown[:-1])
    assert list(digits_that_could_change(first, [shorter]))


@by_name
def test_noise_reaches_the_data(script):
    disturbed, plain = (
        run.names["x"] for run in (run_once(script, noise_seed=0), run_once(script))
    )
    assert 0 < (disturbed - plain).abs().max() < 1e-6


def test_another_order_of_summation_changes_the_rounding_alone():
    torch.manual_seed(1)
    x, layer = torch.randn(64, 1000, requires_grad=True), torch.nn.Linear(1000, 10)

    def computed():
        out = layer(x)
        return [out, *torch.autograd.grad(out.square().sum(), [x, layer.weight, layer.bias])]

    plain = computed()
    with another_order_of_summation(seed=0):
        other = computed()
    for a, b in zip(plain, other, strict=True):
        torch.testing.assert_close(a, b, rtol=1e-4, atol=1e-4)
        assert not torch.equal(a, b)


@by_name
def test_no_text_in_a_figure_mixes_korean_and_mathematics(script):
    for figure in run_once(script).figures:
        for text in figure.findobj(Text):
            assert not mixes_korean_and_mathematics(text.get_text())


@by_name
def test_curves_are_told_apart_without_color(script):
    for figure in run_once(script).figures:
        for ax in figure.axes:
            named = [line for line in ax.get_lines() if not line.get_label().startswith("_")]
            for one, other in itertools.combinations(map(in_grey, named), 2):
                assert differ_in_grey(one, other), f"two curves of '{ax.get_title()}' look alike"


def in_grey(line):
    """Draw a curve alone, straight and level, and return the picture in shades of grey."""
    figure = Figure(figsize=(4, 0.3), dpi=100)
    FigureCanvasAgg(figure)
    ax = figure.add_axes((0, 0, 1, 1), xlim=(0, 8), ylim=(-1, 1))
    ax.set_axis_off()
    level = Line2D([], [])
    level.update_from(line)
    level.set_data(np.arange(9), np.zeros(9))
    level.set_markevery(None)
    level.set_gid(None)
    level.set_clip_path(None)
    level.set_transform(ax.transData)
    ax.add_line(level)
    figure.canvas.draw()
    colors = np.asarray(figure.canvas.buffer_rgba())[..., :3]
    return colors @ [0.299, 0.587, 0.114]  # as a printer without color weighs them


def differ_in_grey(one, other):
    """Return whether two curves differ in where they leave gaps or marks, or much in darkness."""
    ink_of_one, ink_of_other = one < 250, other < 250
    place = (ink_of_one != ink_of_other).mean() / (ink_of_one | ink_of_other).mean()
    darkness = abs(one[ink_of_one].mean() - other[ink_of_other].mean())
    return place > 0.1 or darkness > 30


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        ({"color": "#0072B2", "linestyle": "-"}, False),
        ({"color": "#009E73", "linestyle": "-"}, False),
        ({"color": "#0072B2", "linestyle": "--"}, True),
        ({"color": "#0072B2", "linestyle": "-", "marker": "o"}, True),
        ({"color": "#000000", "linestyle": "-"}, True),
        ({"color": "#0072B2", "linestyle": "-", "linewidth": 5}, True),
    ],
)
def test_curves_that_differ_by_color_alone_are_seen_to_look_alike(other, differ):
    line = Line2D([0, 1], [0, 1], color="#0072B2", linestyle="-", linewidth=2.2)
    other = Line2D([0, 1], [0, 1], **({"linewidth": 2.2} | other))
    assert bool(differ_in_grey(in_grey(line), in_grey(other))) is differ


def mixes_korean_and_mathematics(text):
    return bool(re.search(r"\$.*\$", text) and re.search("[가-힣]", text))


@pytest.mark.parametrize(
    ("text", "mixes"), [("손실 $x$", True), ("손실 ‖y‖²", False), ("$x$", False)]
)
def test_the_mixture_is_seen(text, mixes):
    assert mixes_korean_and_mathematics(text) is mixes


@pytest.mark.slow
@by_name
def test_cells_run_twice_show_what_is_stored(script, monkeypatch):
    monkeypatch.syspath_prepend(script.parent)
    names = {"__name__": "__main__"}
    for cell in read_notebook(script).cells:
        if cell.cell_type == "code":
            twice = [shown_by(cell.source, names) for _ in range(2)]
            if "nbval-ignore-output" not in cell.metadata.get("tags", []):
                assert twice == [stored_in(cell)] * 2
            if "measure" in names:
                names["measure"] = no_times


def stored_in(cell):
    """Return what a cell has printed, and the words for each of its figures."""
    printed = [output.text for output in cell.outputs if output.output_type == "stream"]
    figures = [
        "".join(output.data["text/plain"])
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    return "".join(printed), figures


def shown_by(source, names):
    """Run a cell and return what it prints, and the words for each of its figures."""
    name = f"<cell {hash(source)}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(source, name, "exec"), names)
    figures = [describe_figure(plt.figure(number)) for number in plt.get_fignums()]
    plt.close("all")
    return out.getvalue(), figures
