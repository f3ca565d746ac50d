"""Exercises of lesson 00, the whole program."""

import torch

from tutorial_helpers.exercises.cases import (
    CUT_OFF,
    PLAIN_NUMBER,
    followed,
    observe_loss,
    tensors,
)
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def first_step_below_1(losses):
    for t in range(len(losses)):
        if losses[t] < 1:
            return t


def _starter(losses):
    return None


def counts_from_1(losses):
    return first_step_below_1(losses) + 1


def last_step_before(losses):
    return first_step_below_1(losses) - 1


def at_most_1(losses):
    return next(t for t, loss in enumerate(losses) if loss <= 1)


def last_step_below(losses):
    return max(t for t, loss in enumerate(losses) if loss < 1)


def step_of_smallest(losses):
    return losses.index(min(losses))


def step_of_largest_below(losses):
    return losses.index(max(loss for loss in losses if loss < 1))


def the_loss_itself(losses):
    return losses[first_step_below_1(losses)]


def how_many(losses):
    return sum(loss < 1 for loss in losses)


check_first_step_below_1 = Exercise(
    name="check_first_step_below_1",
    lesson="00",
    minutes=5,
    asks=Text(
        "손실의 리스트에서 손실이 처음으로 1보다 작아지는 단계를 0부터 세어 Python의 수로 "
        "돌려줍니다.",
        "Return the step at which the loss in a list first falls below 1, counted from 0, as a "
        "Python number.",
    ),
    why=Text(
        "손실이 정해 둔 값보다 작아진 단계를 알면, 어느 학습이 더 빠른지 비교할 수 있습니다.",
        "When you know at which step a loss falls below a value, you can compare how fast "
        "two runs train.",
    ),
    starter=_starter,
    reference=first_step_below_1,
    cases=[
        lambda: ([5.0, 0.5],),
        lambda: ([0.2, 0.1],),
        lambda: ([3.0, 2.0, 1.0, 0.9, 0.8],),
        lambda: ([2.0, 0.5, 0.9],),
        lambda: ([2.0, 0.5, 3.0, 0.4, 0.3, 4.0],),
        lambda: ([4.0, 0.9, 2.0, 3.0, 1.5, 0.7, 1.2, 0.6],),
        lambda: ([4 - t / 20 + t % 10 for t in range(90)],),
        lambda: ([700 * 0.99**t for t in range(800)],),
    ],
    mistakes=[
        Mistake(
            counts_from_1,
            Text("단계를 1부터 세었습니다.", "The steps are counted from 1."),
            Text(
                "첫 단계의 `t`는 0입니다. `losses[0]`이 첫 단계의 손실입니다.",
                "`t` is 0 at the first step. `losses[0]` is the loss of the first step.",
            ),
        ),
        Mistake(
            last_step_before,
            Text(
                "1보다 작아지기 바로 앞의 단계를 돌려주었습니다.",
                "This is the step right before the loss falls below 1.",
            ),
            Text(
                "돌려준 단계의 손실을 출력하여 1보다 작은지 보세요.",
                "Print the loss of the step that you return. Is it below 1?",
            ),
        ),
        Mistake(
            at_most_1,
            Text(
                "손실이 꼭 1인 단계도 1보다 작다고 보았습니다.",
                "Your code counts a loss of exactly 1 as below 1.",
            ),
            Text(
                "손실이 1과 같을 때 조건이 참인지 거짓인지 보세요.",
                "Is the condition also true when the loss equals 1?",
            ),
        ),
        Mistake(
            last_step_below,
            Text(
                "처음이 아니라 마지막으로 1보다 작은 단계를 돌려주었습니다.",
                "This is the last step with a loss below 1, not the first.",
            ),
            Text(
                "처음 하나를 찾은 다음에도 계속 찾지 않나요?",
                "Does the search go on after it has found the first one?",
            ),
        ),
        Mistake(
            step_of_smallest,
            Text(
                "손실이 처음으로 1보다 작은 단계가 아니라 가장 작은 단계를 돌려주었습니다.",
                "This is the step with the smallest loss, not the first one below 1.",
            ),
            Text(
                "손실이 1보다 작은 단계가 여럿일 때 어느 것이 맨 앞인지 보세요.",
                "If several steps have a loss below 1, which of them comes first?",
            ),
        ),
        Mistake(
            step_of_largest_below,
            Text(
                "1보다 작은 손실 가운데 가장 큰 것의 단계를 돌려주었습니다.",
                "This is the step of the largest loss among those below 1.",
            ),
            Text(
                "손실이 단계마다 꼭 줄어들지는 않습니다. 값의 크기가 아니라 자리를 비교하세요.",
                "A loss need not fall at every step. Compare places in the list, not sizes.",
            ),
        ),
        Mistake(
            the_loss_itself,
            Text(
                "단계가 아니라 그 단계의 손실을 돌려주었습니다.",
                "This is the loss at that step, not the step.",
            ),
            Text(
                "손실의 값이 아니라, 그 손실이 리스트에서 몇 번 자리에 있는지 돌려주어야 합니다.",
                "Return the place of the loss in the list.",
            ),
        ),
        Mistake(
            how_many,
            Text(
                "1보다 작은 손실의 개수를 돌려주었습니다.",
                "This is the number of losses below 1.",
            ),
            Text(
                "처음 하나를 찾으면 되고, 나머지는 셀 필요가 없습니다.",
                "Find the first one. You do not need to count the others.",
            ),
        ),
    ],
    hints=[
        Text(
            "`t`를 0부터 하나씩 늘리면서 `losses[t]`를 1과 비교해 보세요.",
            "Go through the steps `t`, starting at 0, and compare `losses[t]` with 1.",
        ),
        Text(
            "조건이 처음 맞을 때 `return t`를 하면 함수가 그 자리에서 끝납니다.",
            "When the condition first holds, `return t` ends the function right there.",
        ),
    ],
)


def sum_of_squares(y_pred, y):
    return ((y_pred - y) ** 2).sum()


def _starter(y_pred, y):
    return None


def mean_of_squares(y_pred, y):
    return ((y_pred - y) ** 2).mean()


def sum_of_absolute_values(y_pred, y):
    return (y_pred - y).abs().sum()


def distance(y_pred, y):
    return ((y_pred - y) ** 2).sum().sqrt()


def square_of_sum(y_pred, y):
    return (y_pred - y).sum() ** 2


def sums_of_columns(y_pred, y):
    return ((y_pred - y) ** 2).sum(dim=0)


def sum_of_differences(y_pred, y):
    return (y_pred - y).sum()


def half_of_it(y_pred, y):
    return ((y_pred - y) ** 2).sum() / 2


def a_python_number(y_pred, y):
    return ((y_pred - y) ** 2).sum().item()


def cut_off(y_pred, y):
    return ((y_pred - y) ** 2).sum().detach()


check_sum_of_squares = Exercise(
    name="check_sum_of_squares",
    lesson="00",
    minutes=5,
    asks=Text(
        "예측과 정답의 차이를 제곱하여 모두 더한 텐서를 돌려줍니다.",
        "Return the sum of the squared differences between predictions and targets, as a Tensor.",
    ),
    why=Text(
        "`loss_fn`이 하는 일이 바로 이것입니다. 손실도 평범한 텐서 계산입니다.",
        "This is what `loss_fn` does. A loss is an ordinary computation with Tensors.",
    ),
    starter=_starter,
    reference=sum_of_squares,
    cases=[
        lambda: (torch.tensor([[3.0]]), torch.tensor([[1.0]])),
        lambda: (torch.tensor([[3.0, 1.0]]), torch.tensor([[1.0, 2.0]])),
        lambda: tensors(0, (3, 2), (3, 2)),
        lambda: tensors(1, (64, 10), (64, 10)),
        lambda: tensors(2, (5, 4), (5, 4), dtype=torch.float64),
        lambda: followed(*tensors(3, (2, 3), (2, 3))),
    ],
    observe=observe_loss,
    mistakes=[
        Mistake(
            mean_of_squares,
            Text(
                "합이 아니라 평균을 구했습니다.", "This is the mean of the squares, not their sum."
            ),
            Text(
                "이 연습의 손실은 `sum`으로 더한 값이므로 개수로 나누지 않습니다.",
                "The loss of this exercise adds up with `sum` and does not divide by the count.",
            ),
        ),
        Mistake(
            sum_of_absolute_values,
            Text(
                "차이를 제곱하지 않고 절댓값을 더했습니다.",
                "The absolute values are added up, not the squares.",
            ),
            Text("`** 2`로 제곱할 수 있습니다.", "What does `** 2` do to a difference?"),
        ),
        Mistake(
            distance,
            Text(
                "제곱의 합에 제곱근을 씌웠습니다. 제곱근을 씌우지 않은 합이 필요합니다.",
                "The square root of the sum is taken. You need the sum without a root.",
            ),
            Text("합을 구했으면 그대로 돌려주면 됩니다.", "The sum is the last operation."),
        ),
        Mistake(
            square_of_sum,
            Text(
                "먼저 더한 다음 제곱했습니다.",
                "The differences are added up first and squared after that.",
            ),
            Text(
                "더하기 전에 제곱하지 않으면 부호가 다른 차이끼리 더해져 서로 상쇄됩니다.",
                "Without squaring first, differences with opposite signs cancel.",
            ),
        ),
        Mistake(
            sums_of_columns,
            Text(
                "열마다 따로 더해서 수가 여러 개 나왔습니다.",
                "Each column is added up on its own, so there are several numbers.",
            ),
            Text(
                "텐서의 `sum`은 `dim`을 주지 않으면 모두 더합니다."
                " Python의 `sum(...)`은 행끼리 더합니다.",
                "The method `sum` of a Tensor adds up everything if you give no `dim`. "
                "Python's own `sum(...)` adds row to row.",
            ),
        ),
        Mistake(
            sum_of_differences,
            Text("차이를 제곱하지 않았습니다.", "The differences are not squared."),
            Text(
                "제곱하지 않으면 부호가 다른 차이끼리 더해져 서로 상쇄됩니다.",
                "Without the squares, differences with opposite signs cancel.",
            ),
        ),
        Mistake(
            half_of_it,
            Text("합을 2로 나누었습니다.", "The sum is divided by 2."),
            Text(
                "다른 책에는 2로 나눈 손실도 나오지만 이 강좌에서는 나누지 않습니다.",
                "Some books divide this loss by 2. This course does not.",
            ),
        ),
        Mistake(a_python_number, *PLAIN_NUMBER),
        Mistake(cut_off, *CUT_OFF),
    ],
    hints=[
        Text(
            "차이, 제곱, 합의 차례로 계산합니다.",
            "First the difference, then the square, then the sum.",
        ),
        Text(
            "텐서 `d`의 제곱은 `d ** 2`, 모든 수의 합은 `d.sum()`입니다.",
            "For a Tensor `d`, the squares are `d ** 2`, and the sum of all numbers is `d.sum()`.",
        ),
    ],
)
