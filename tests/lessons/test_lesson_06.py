"""Lesson 06: what old lines do today, against closed forms, and what is written instead."""

import ast
import inspect
import re
import warnings

import pytest
import torch
from torch import nn
from torch.autograd import Variable

from lessons import ROOT
from oracles import squared_distance, train_by_sgd
from outputs import printed_by

pytestmark = pytest.mark.ci
SCRIPT = ROOT / "notebooks" / "06_old_code.py"


def stored_outcomes():
    """Return the outcome of each old line as the stored notebook prints it."""
    kinds = r"silence|depends on the computer|(?:warning|error): \w+"
    return re.findall(rf"(?m)^({kinds})\s* (\S.*)$", table_of(printed_by(SCRIPT)))


def table_of(printed):
    """Return the part of the output that holds the table of outcomes."""
    return printed[printed.index("silence  ") : printed.index("size_average=False: sum")]


def names_for(line):
    """Return what an old or a new line may use, built without the lesson."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 3))
    x, y = torch.randn(2, 5), torch.randn(2, 3)
    y_pred = model(x)
    loss = squared_distance(y_pred, y)
    loss.backward()
    names = {
        "torch": torch,
        "nn": nn,
        "F": nn.functional,
        "Variable": Variable,
        "model": model,
        "x": x,
    }
    names |= {"y": y, "y_pred": y_pred, "loss": loss, "weight": model[2].weight}
    return names | {"array": x.numpy(), "device": torch.device("cpu"), "line": line}


def ask_python(line):
    """Run a line as a script would, with its first warning made an error."""
    for filters in ("error", "ignore"):
        with warnings.catch_warnings():
            warnings.simplefilter(filters)
            try:
                exec(line, names_for(line))
            except Warning as warning:
                return f"warning: {type(warning).__name__}"
            except Exception as error:
                return f"error: {type(error).__name__}"
    return "silence"


COMPARED = [row for row in stored_outcomes() if "depends" not in row[0]]


@pytest.mark.parametrize(("expected", "line"), COMPARED, ids=[line for _, line in COMPARED])
def test_the_table_says_what_an_old_line_does(expected, line):
    assert ask_python(line) == expected


def test_the_table_holds_every_line_once(lesson):
    assert [line for _, line in stored_outcomes()] == list(lesson.today)


def test_only_lines_for_a_gpu_depend_on_the_computer():
    depending = [line for outcome, line in stored_outcomes() if "depends" in outcome]
    assert depending == [line for _, line in stored_outcomes() if ".cuda" in line]
    assert len(depending) == 4


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1 / 0", "error: ZeroDivisionError"),
        ("import warnings; warnings.warn('old', FutureWarning)", "warning: FutureWarning"),
        ("import warnings; warnings.warn('old'); 1 / 0", "error: ZeroDivisionError"),
        ("n + 1", "silence"),
    ],
)
def test_outcome_tells_errors_warnings_and_silence_apart(lesson, code, expected):
    assert lesson.outcome(code, n=1) == expected
    assert lesson.outcome(code, n=1) == expected, "the second time, too"


# Lines whose old and new form give a value, which must be the same.
OF_EQUAL_VALUE = {
    "Variable(x)",
    "Variable(y, requires_grad=False)",
    "Variable(torch.from_numpy(array))",
    "Variable(torch.zeros(2), requires_grad=True)",
    "torch.Tensor([2, 3])",
    'F.mse_loss(y_pred, y, reduction="elementwise_mean")',
    "F.softmax(y_pred)",
    "F.sigmoid(y_pred)",
    "F.tanh(y_pred)",
    "y_pred.data.numpy()",
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("old", sorted(OF_EQUAL_VALUE))
def test_todays_line_gives_the_same_value(lesson, old):
    new = lesson.today[old]
    values = [torch.as_tensor(eval(line, names_for(line))) for line in (old, new)]
    assert torch.equal(*values)
    assert values[0].dtype == values[1].dtype
    assert values[0].requires_grad == values[1].requires_grad


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("old", ["nn.MSELoss(size_average=False)", "nn.MSELoss(reduce=False)"])
def test_todays_loss_function_computes_the_same(lesson, old):
    names = names_for(old)
    values = [eval(line, names)(names["y_pred"], names["y"]) for line in (old, lesson.today[old])]
    assert torch.equal(*values)


def test_todays_line_for_the_number_of_a_loss(lesson):
    names = names_for("")
    number = eval(lesson.today["loss.data[0]"], names)
    assert type(number) is float
    assert number == squared_distance(names["y_pred"], names["y"]).item()


def test_todays_line_for_volatile_builds_no_graph(lesson):
    names = names_for("")
    code = lesson.today["model(Variable(x, volatile=True))"].replace("model(x)", "kept = model(x)")
    exec(code, names)
    assert not names["kept"].requires_grad


def test_todays_update_does_what_the_old_one_did(lesson):
    weights = []
    old = "weight.data -= 1e-4 * weight.grad.data"
    for line in (old, lesson.today[old]):
        names = names_for(line)
        exec(line, names)
        weights.append(names["weight"])
    assert torch.equal(*weights)
    assert not torch.equal(weights[0], names_for("")["weight"])


def test_todays_initialization_draws_the_same(lesson):
    weights = []
    old = "nn.init.xavier_uniform(weight)"
    for line in (old, lesson.today[old]):
        names = names_for(line)
        torch.manual_seed(7)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(line, names)
        weights.append(names["weight"])
    assert torch.equal(*weights)


def test_todays_lines_need_no_gpu_and_none_is_left_out(lesson):
    for new in lesson.today.values():
        assert ask_python(new) == "silence", new


def test_no_old_line_is_its_own_replacement_but_zero_grad(lesson):
    assert [old for old, new in lesson.today.items() if old == new] == ["model.zero_grad()"]


IDIOMS = ["Variable(", "requires_grad=False", "size_average=False", "loss.data[0]"]
IDIOMS += ["param.data -= 1e-4 * param.grad.data"]


def test_the_old_program_holds_the_old_idioms_and_todays_none(lesson):
    old, today = map(inspect.getsource, (lesson.old_program, lesson.todays_program))
    assert [idiom for idiom in IDIOMS if idiom not in old] == []
    assert [idiom for idiom in IDIOMS if idiom in today] == []


def test_the_fixed_program_differs_from_the_old_one_in_one_place(lesson):
    assert lesson.old_code == inspect.getsource(lesson.old_program)
    assert lesson.old_code.count("loss.data[0]") == 1
    with pytest.raises(IndexError), pytest.warns(UserWarning, match="size_average"):
        lesson.old_program()


def test_both_programs_train_as_torch_optim_does(lesson):
    losses, _ = train_by_sgd(lesson.x, lesson.y, steps=500, lr=1e-4)
    assert lesson.fixed_losses == lesson.todays_losses == pytest.approx(losses, rel=1e-3)


def test_the_side_by_side_shows_both_programs_whole(lesson):
    printed = printed_by(SCRIPT)
    table = printed[printed.index("def old_program") : printed.index("warnings: 1")].splitlines()
    left = [line[:49].rstrip() for line in table]
    right = [line[52:].rstrip() for line in table]
    for side, program in ((left, lesson.old_program), (right, lesson.todays_program)):
        shown = ast.dump(ast.parse("\n".join(side)))
        assert shown == ast.dump(ast.parse(inspect.getsource(program)))
    for mark, old, new in zip((line[50] for line in table), left, right, strict=True):
        assert (mark == "|") == (old != new)


def test_data_hides_a_change_that_detach_and_no_grad_show():
    versions = {}
    for name in ("data", "detach"):
        w = torch.tensor(3.0, requires_grad=True)
        changed = w.data if name == "data" else w.detach()
        changed *= 0.5
        versions[name] = w._version
    assert versions == {"data": 0, "detach": 1}


@pytest.mark.parametrize("name", ["halve_by_data", "halve_detached", "halve_by_no_grad"])
def test_each_way_halves(lesson, name):
    param = torch.tensor([3.0, -5.0], requires_grad=True)
    getattr(lesson, name)(param)
    assert param.tolist() == [1.5, -2.5]


def test_right_gradients_are_the_formula_and_wrong_ones_use_the_halved_weights(lesson):
    for found, factor in ((lesson.right, 1.0), (lesson.wrong, 0.5)):
        model = lesson.make_model()
        (hidden, out), (x, y) = (model[0], model[2]), (lesson.x, lesson.y)
        with torch.no_grad():
            h = hidden(x).clamp(min=0)
            d_out = 2 * (out(h) - y)
            d_hidden = d_out @ (factor * out.weight) * (h > 0)
        torch.testing.assert_close(found["layer 1"], d_hidden.T @ x, rtol=1e-4, atol=1e-3)
        torch.testing.assert_close(found["layer 2"], d_out.T @ h, rtol=1e-4, atol=1e-3)


@pytest.mark.parametrize("name", ["halve_detached", "halve_by_no_grad"])
def test_autograd_refuses_a_change_that_it_sees(lesson, name):
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        lesson.gradients(getattr(lesson, name))


def test_cleared_too_late_nothing_was_learned_and_today_an_error_comes(lesson):
    assert set(lesson.cleared_too_late(set_to_none=False)) == {lesson.todays_losses[0]}
    with pytest.raises(AttributeError, match="data"):
        lesson.cleared_too_late()


def test_solution_1_is_silent_and_gives_the_mean_of_squares(answers):
    model = answers.make_model()
    seen = []
    model.register_forward_hook(lambda *_: seen.append(torch.is_grad_enabled()))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        number = answers.mean_loss(model, answers.x, answers.y)
    expected = squared_distance(model(answers.x), answers.y) / answers.y.numel()
    assert type(number) is float
    assert number == pytest.approx(expected.item())
    assert seen[0] is False


def test_solution_2_agrees_with_finite_differences(answers):
    model = answers.make_model()
    found = answers.centered_gradient(model, answers.x, answers.y)
    model = answers.make_model().to(torch.float64)
    x, y = answers.x.to(torch.float64), answers.y.to(torch.float64)

    def loss_with(bias):
        with torch.no_grad():
            model[2].bias.copy_(bias)
            y_pred = model(x)
            return squared_distance(y_pred - y_pred.mean(dim=1, keepdim=True), y)

    bias, eps = model[2].bias.detach().clone(), 1e-4
    moves = eps * torch.eye(len(bias), dtype=torch.float64)
    expected = [(loss_with(bias + move) - loss_with(bias - move)) / (2 * eps) for move in moves]
    torch.testing.assert_close(found.to(torch.float64), torch.stack(expected), rtol=1e-4, atol=1e-4)
