"""Run a lesson inside the tests, once for all who ask about it, and note what it shows.

Each number in an f-string, in a bare print and in a figure's description is noted
before it is rounded, so that runs on disturbed data can be compared digit by digit.
"""

import ast
import contextlib
import io
import linecache
import math
import os
import re
import sys
import warnings
from numbers import Real
from typing import NamedTuple
from unittest import mock

import jupytext
import matplotlib.pyplot as plt
import torch

from tutorial_helpers import describe


class Shown(NamedTuple):
    """A number that a lesson shows: where, its full value, and how it is written."""

    place: str
    value: float
    spec: str


class Run(NamedTuple):
    """What a run of a lesson has shown, and what is left of it.

    shown : the numbers, each as it was before it was rounded
    cells : for each code cell its tags, and what each of its runs has printed and drawn
    figures : all figures that were shown
    names : the lesson's variables
    """

    shown: list
    cells: list
    figures: list
    names: dict

    def note(self, place, value, spec=""):
        """Note a value if it is a number, and return it."""
        if isinstance(value, Real) and not isinstance(value, bool):
            self.shown.append(Shown(place, value, spec))
        return value

    def values_of(self, code):
        """Return the values of an expression, one for each time that an f-string shows it."""
        return [shown.value for shown in self.shown if shown.place.partition(": ")[2] == code]

    def note_printed(self, *values, file=None, **options):
        """Stand in for `print`: note each number that no f-string has noted already."""
        print(*values, file=file, **options)
        if file is None:
            for value in values:
                self.note_value(value)

    def note_value(self, value):
        """Note each number in something that is printed."""
        if isinstance(value, str):
            written = {format(shown.value, shown.spec).lstrip("-") for shown in self.shown}
            for number in re.findall(r"\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+", value):
                if number not in written:
                    self.note("a number that no f-string formats", float(number))
        elif hasattr(value, "tolist"):
            self.note_value(value.tolist())
        elif isinstance(value, dict):
            self.note_value(list(value.items()))
        elif isinstance(value, (list, tuple, set)):
            for part in value:
                self.note_value(part)
        else:
            self.note("print", value)

    def note_described(self, value):
        """Stand in for the formatting of numbers in a figure's description."""
        return format(self.note("description", value, ".3g"), ".3g")

    @contextlib.contextmanager
    def forgetting(self):
        """Forget the numbers that are shown meanwhile."""
        n_shown = len(self.shown)
        yield
        del self.shown[n_shown:]


def code_cells(script):
    """Return the code cells of a lesson's script."""
    return [cell for cell in jupytext.read(script).cells if cell.cell_type == "code"]


def no_times(loops, *_, **__):
    """Stand in for `measure` of the lesson on speed, which takes long: no time is ever compared."""
    return dict.fromkeys(loops, 1.0)


def observe(script, *, threads=1, noise_seed=None, times=1, after_cell=lambda *_: None):
    """Run a lesson in this process and note what it shows, except where nbval does not compare it.

    Only the first time that is measured is true, and nothing is compiled.

    Parameters
    ----------
    script : pathlib.Path
    threads : int
        How many threads torch computes with.
    noise_seed : int, optional
        If given, each random number of the data and of the first weights is moved
        by at most one unit in its last place, and each `Linear` adds up its products,
        forward and backward, in a random order.
    times : int
        How often each cell is run in a row. Numbers are noted the last time.
    after_cell : callable
        Called with the sources of the cells so far and the lesson's variables.

    Returns
    -------
    Run
    """
    run = Run([], [], [], {"__name__": "__main__"})
    run.names.update(_note=run.note, print=run.note_printed)
    cells, measure = code_cells(script), None
    plt.close("all")
    with contextlib.ExitStack() as stack:
        stack.callback(torch.set_num_threads, torch.get_num_threads())
        stack.enter_context(mock.patch.dict(os.environ, OMP_NUM_THREADS=str(threads)))
        # Without a compiler on the PATH, what this process has compiled before would be used.
        stack.enter_context(mock.patch.object(torch, "compile", side_effect=RuntimeError))
        stack.enter_context(mock.patch.object(sys, "path", [str(script.parent), *sys.path]))
        stack.enter_context(mock.patch.object(plt, "show", return_value=None))
        if noise_seed is not None:
            stack.enter_context(_noise_in_the_last_place(noise_seed))
            stack.enter_context(another_order_of_summation(noise_seed))
        torch.set_num_threads(threads)
        for i, cell in enumerate(cells):
            with run.forgetting():
                shown = [run_cell(cell.source, run.names) for _ in range(times - 1)]
            tags = cell.metadata.get("tags", [])
            with run.forgetting() if "nbval-ignore-output" in tags else contextlib.nullcontext():
                shown.append(_run_noted(cell.source, f"cell {i}", run))
            run.cells.append((tags, shown))
            if run.names.get("measure", no_times) is not no_times:
                measure, run.names["measure"] = run.names["measure"], no_times
            with run.forgetting():
                after_cell([before.source for before in cells[: i + 1]], run.names)
    if measure is not None:
        run.names["measure"] = measure
    return run._replace(shown=run.shown[:])  # what the lesson's functions show later is not its own


def run_cell(source, names):
    """Run a cell as it is, and return what it prints and its figures' descriptions."""
    return _executed(ast.parse(source), source, names, [])


def _run_noted(source, place, run):
    """Run a cell, note its numbers, and return what it prints and its figures' descriptions."""
    tree = ast.fix_missing_locations(_NoteFormattedNumbers(place).visit(ast.parse(source)))
    with mock.patch.object(describe, "_number", run.note_described):
        return _executed(tree, source, run.names, run.figures)


def _executed(tree, source, names, figures):
    """Run a cell's syntax tree, and add the figures that it leaves open to `figures`.

    A warning is an error: what a package only warns of today, it refuses in a later version.
    """
    name = f"<cell {hash(source)}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    with contextlib.redirect_stdout(io.StringIO()) as out, warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(compile(tree, name, "exec"), names)
    drawn = [plt.figure(number) for number in plt.get_fignums()]
    descriptions = [describe.describe_figure(figure) for figure in drawn]
    figures += drawn
    plt.close("all")
    return out.getvalue(), descriptions


class _NoteFormattedNumbers(ast.NodeTransformer):
    """Note each value that an f-string formats."""

    def __init__(self, place):
        self.place = place

    def visit_FormattedValue(self, node):
        """Wrap the value in a call that notes it."""
        place = ast.Constant(f"{self.place}: {ast.unparse(node.value)}")
        spec = node.format_spec or ast.Constant("")
        node.value = ast.Call(ast.Name("_note", ast.Load()), [place, node.value, spec], [])
        return node


@contextlib.contextmanager
def _noise_in_the_last_place(seed):
    generator = torch.Generator().manual_seed(seed)
    randn, reset_parameters = torch.randn, torch.nn.Linear.reset_parameters

    def disturb(tensor):
        direction = torch.randint(-1, 2, tensor.shape, generator=generator)
        return torch.nextafter(tensor, tensor + direction)

    def disturbed_randn(*arguments, **options):
        return disturb(randn(*arguments, **options))

    def disturbed_reset(layer):
        reset_parameters(layer)
        with torch.no_grad():
            for param in layer.parameters():
                param.copy_(disturb(param))

    with (
        mock.patch.object(torch, "randn", disturbed_randn),
        mock.patch.object(torch.nn.Linear, "reset_parameters", disturbed_reset),
    ):
        yield


@contextlib.contextmanager
def another_order_of_summation(seed):
    """Let each `Linear` add up its products, forward and backward, in a random order."""

    def order(n):
        return torch.randperm(n, generator=torch.Generator().manual_seed(seed))

    class Linear(torch.autograd.Function):
        @staticmethod
        def forward(ctx, inputs, weight, bias):
            ctx.save_for_backward(inputs, weight)
            columns = order(weight.shape[1])
            return linear(inputs[..., columns], weight[:, columns], bias)

        @staticmethod
        def backward(ctx, d):
            inputs, weight = ctx.saved_tensors
            rows, outputs = order(len(d)), order(d.shape[1])
            d_inputs = d[:, outputs] @ weight[outputs] if ctx.needs_input_grad[0] else None
            return d_inputs, d[rows].T @ inputs[rows], d[rows].sum(0)

    linear = torch.nn.functional.linear
    with mock.patch.object(torch.nn.functional, "linear", Linear.apply):
        yield


def digits_that_could_change(first, others):
    """Yield each shown number whose digits would not survive three times the spread seen.

    Parameters
    ----------
    first : Run
        The plain run, whose digits are stored.
    others : list of Run
        The same lesson on other machines, or on disturbed data.
    """
    for other in others:
        if [shown.place for shown in other.shown] != [shown.place for shown in first.shown]:
            yield "the runs do not show the same numbers in the same order"
            return
    for shown, *same in zip(first.shown, *(other.shown for other in others), strict=True):
        values = [shown.value, *(other.value for other in same)]
        if all(map(math.isfinite, values)):
            spread = max(abs(value - shown.value) for value in values)
            values = [shown.value + margin for margin in (-3 * spread, 0, 3 * spread)]
        written = {format(value, shown.spec) for value in values}
        if len(written) > 1:
            yield f"{shown.place} could be written {' or '.join(sorted(written))}"
