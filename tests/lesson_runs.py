"""Run a lesson's script inside the tests, and note every number that it shows.

Each number in an f-string, in a bare print and in a figure's description is noted
before it is rounded, so that runs on disturbed data can be compared digit by digit.
"""

import ast
import contextlib
import io
import math
import os
import re
import sys
from numbers import Real
from typing import NamedTuple
from unittest import mock

import matplotlib.pyplot as plt
import torch

from tutorial_helpers import describe


class Shown(NamedTuple):
    """A number that a lesson shows: where, its full value, and how it is written."""

    place: str
    value: float
    spec: str


class Run(NamedTuple):
    """What is left of a lesson's run."""

    shown: list
    names: dict
    figures: list

    def note(self, place, value, spec=""):
        """Note a value if it is a number, and return it."""
        if isinstance(value, Real) and not isinstance(value, bool):
            self.shown.append(Shown(place, value, spec))
        return value

    def values_of(self, code):
        """Return the values of an expression, one for each time that an f-string shows it."""
        return [shown.value for shown in self.shown if shown.place.partition(": ")[2] == code]

    def note_printed(self, *values, file=None, **_):
        """Stand in for `print`: note each number that no f-string has noted already."""
        if file is not None:
            return
        for value in values:
            if isinstance(value, str):
                written = {format(shown.value, shown.spec).lstrip("-") for shown in self.shown}
                for number in re.findall(r"\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+", value):
                    if number not in written:
                        self.note("a number that no f-string formats", float(number))
            elif hasattr(value, "tolist"):
                self.note_printed(value.tolist())
            elif isinstance(value, dict):
                self.note_printed(*value.items())
            elif isinstance(value, (list, tuple, set)):
                self.note_printed(*value)
            else:
                self.note("print", value)

    def note_described(self, value):
        """Stand in for the formatting of numbers in a figure's description."""
        return format(self.note("description", value, ".3g"), ".3g")

    def keep_figures(self):
        """Stand in for `plt.show`: keep the open figures and describe them."""
        for number in plt.get_fignums():
            self.figures.append(plt.figure(number))
            describe.describe_figure(self.figures[-1])
        plt.close("all")


def no_times(loops, *_, **__):
    """Stand in for `measure` of lesson 07, which takes long: no time is ever compared."""
    return dict.fromkeys(loops, 1.0)


def run_lesson(script, *, threads=1, noise_seed=None):
    """Run a lesson and note what it shows, except where nbval does not compare it.

    No times are measured, and nothing is compiled.

    Parameters
    ----------
    script : pathlib.Path
    threads : int
        How many threads torch computes with.
    noise_seed : int, optional
        If given, each random number of the data and of the first weights is moved
        by at most one unit in its last place, and each `Linear` adds up its products,
        forward and backward, in a random order.

    Returns
    -------
    Run
    """
    run = Run([], {"__name__": "__main__"}, [])
    run.names.update(_note=run.note, print=run.note_printed)
    cells = re.split(r"(?m)^(?=# %%)", script.read_text(encoding="utf-8"))

    def show():  # pyplot wants a plain function
        run.keep_figures()

    plt.close("all")
    with contextlib.ExitStack() as stack:
        stack.callback(torch.set_num_threads, torch.get_num_threads())
        stack.enter_context(mock.patch.dict(os.environ, OMP_NUM_THREADS=str(threads)))
        # Without a compiler on the PATH, what this process has compiled before would be used.
        stack.enter_context(mock.patch.object(torch, "compile", side_effect=RuntimeError))
        stack.enter_context(mock.patch.object(sys, "path", [str(script.parent), *sys.path]))
        stack.enter_context(mock.patch.object(plt, "show", show))
        stack.enter_context(mock.patch.object(describe, "_number", run.note_described))
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        if noise_seed is not None:
            stack.enter_context(_noise_in_the_last_place(noise_seed))
            stack.enter_context(another_order_of_summation(noise_seed))
        torch.set_num_threads(threads)
        line, measure = 0, None
        for cell in cells:
            n_shown = len(run.shown)
            tree = _NoteFormattedNumbers().visit(ast.increment_lineno(ast.parse(cell), line))
            exec(compile(ast.fix_missing_locations(tree), str(script), "exec"), run.names)
            line += cell.count("\n")
            if "nbval-ignore-output" in cell.partition("\n")[0]:
                del run.shown[n_shown:]
            if "measure" in run.names and measure is None:
                measure, run.names["measure"] = run.names["measure"], no_times
        if measure is not None:
            run.names["measure"] = measure
    return run


class _NoteFormattedNumbers(ast.NodeTransformer):
    """Note what stands in an f-string on its way there."""

    def visit_FormattedValue(self, node):
        place = ast.Constant(f"line {node.lineno}: {ast.unparse(node.value)}")
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
    """Yield each shown number whose digits do not stand three times the spread seen.

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


def drawn_from_seed(seed, *shapes):
    """Draw normal numbers from PyTorch's shared generator, one shape after the other."""
    torch.manual_seed(seed)
    return [torch.randn(shape) for shape in shapes]


def squared_distance(y_pred, y):
    """Return the course's loss without `MSELoss`."""
    return (y_pred - y).square().sum()


def train_by_sgd(x, y, *, seed=2, loss_fn=squared_distance, steps=500, **options):
    """Train the course's model as PyTorch does itself.

    Parameters
    ----------
    x, y : Tensor
    seed : int
        The seed of the model.
    loss_fn : callable
    steps : int
    **options
        What `torch.optim.SGD` takes.

    Returns
    -------
    list of float, torch.nn.Module
        The losses before each update, and the trained model.
    """
    torch.manual_seed(seed)
    hidden, out = torch.nn.Linear(x.shape[1], 100), torch.nn.Linear(100, y.shape[1])
    model = torch.nn.Sequential(hidden, torch.nn.ReLU(), out)
    optimizer = torch.optim.SGD(model.parameters(), **options)
    losses = []
    for _ in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return losses, model
