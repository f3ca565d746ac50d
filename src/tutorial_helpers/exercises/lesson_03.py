"""Exercises of lesson 03, the loss."""

import torch

from tutorial_helpers.exercises.cases import (
    CUT_OFF,
    PLAIN_NUMBER,
    followed,
    observe_loss,
    tensors,
)
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def mean_over_samples(y_pred, y):
    return ((y_pred - y) ** 2).sum(dim=1).mean()


def _starter_of_mean_over_samples(y_pred, y):
    return None


def mean_of_everything(y_pred, y):
    return ((y_pred - y) ** 2).mean()


def sum_of_everything(y_pred, y):
    return ((y_pred - y) ** 2).sum()


def mean_over_columns(y_pred, y):
    return ((y_pred - y) ** 2).sum(dim=0).mean()


def differences_not_squared(y_pred, y):
    return (y_pred - y).sum(dim=1).mean()


def one_number_a_sample(y_pred, y):
    return ((y_pred - y) ** 2).sum(dim=1)


def a_python_number(y_pred, y):
    return mean_over_samples(y_pred, y).item()


def divided_by_64(y_pred, y):
    return ((y_pred - y) ** 2).sum() / 64


def cut_off(y_pred, y):
    return mean_over_samples(y_pred, y).detach()


check_mean_over_samples = Exercise(
    name="check_mean_over_samples",
    lesson="03",
    minutes=5,
    asks=Text(
        "샘플마다 제곱의 합을 구한 다음, 그 합의 평균을 텐서로 돌려줍니다.",
        "Return the sum of squares of each sample, averaged over the samples, as a Tensor.",
    ),
    why=Text(
        "평균이라고 부르는 손실이 여러 가지이므로, 무엇의 개수로 나누는지를 늘 확인해야 합니다.",
        "Several losses are called a mean, so always find out which count they divide by.",
    ),
    starter=_starter_of_mean_over_samples,
    reference=mean_over_samples,
    cases=[
        lambda: (torch.tensor([[3.0, 1.0]]), torch.tensor([[1.0, 2.0]])),
        lambda: (torch.tensor([[2.0], [5.0]]), torch.tensor([[1.0], [2.0]])),
        lambda: tensors(0, (3, 2), (3, 2)),
        lambda: tensors(1, (4, 4), (4, 4)),
        lambda: tensors(2, (32, 7), (32, 7)),
        lambda: tensors(3, (5, 4), (5, 4), dtype=torch.float64),
        lambda: followed(*tensors(4, (2, 3), (2, 3))),
    ],
    observe=observe_loss,
    mistakes=[
        Mistake(
            mean_of_everything,
            Text(
                "모든 수의 평균을 냈습니다. 샘플 안에서는 제곱을 더하기만 해야 합니다.",
                "This is the mean over all numbers. Within a sample, the squares should be added "
                "up, not averaged.",
            ),
            Text(
                "지금은 `y.numel()`로 나눈 셈입니다. 샘플은 몇 개인가요?",
                "As it stands, the sum is divided by `y.numel()`. How many samples are there?",
            ),
        ),
        Mistake(
            sum_of_everything,
            Text(
                "모두 더하기만 하고 샘플마다 구한 합의 평균을 내지 않았습니다.",
                "Everything is added up, but there is no mean over the samples.",
            ),
            Text(
                "샘플마다 합이 하나씩 있을 때 무엇을 더 해야 하는지 보세요.",
                "Once there is one sum for each sample, what is left to do?",
            ),
        ),
        Mistake(
            mean_over_columns,
            Text(
                "제곱의 합을 샘플의 수가 아니라 열의 수로 나눈 셈입니다.",
                "This comes to the sum of squares divided by the number of columns, not by the "
                "number of samples.",
            ),
            Text(
                "샘플 하나는 행 하나입니다. `dim`에 준 값과, `sum`과 `mean`의 차례를 보세요.",
                "One sample is one row. Look at the value given to `dim`, and at the order of "
                "`sum` and `mean`.",
            ),
        ),
        Mistake(
            differences_not_squared,
            Text("차이를 제곱하지 않았습니다.", "The differences are not squared."),
            Text(
                "제곱하지 않으면 부호가 다른 차이끼리 더해져 서로 상쇄됩니다.",
                "Without the squares, differences with opposite signs cancel.",
            ),
        ),
        Mistake(
            one_number_a_sample,
            Text(
                "샘플마다 합을 구했지만 그 합을 평균하지 않아서 수가 여러 개 나왔습니다.",
                "The sums of the samples are there, but not their mean, so there are several "
                "numbers.",
            ),
            Text(
                "손실은 수 하나여야 `backward()`를 부를 수 있습니다.",
                "A loss has to be a single number, or `backward()` cannot be called.",
            ),
        ),
        Mistake(a_python_number, *PLAIN_NUMBER),
        Mistake(
            divided_by_64,
            Text(
                "샘플이 몇 개이든 64로 나누었습니다.",
                "The sum is divided by 64, whatever the number of samples.",
            ),
            Text(
                "`N`이나 64 대신 받은 `y`에서 샘플의 수를 알아낼 수 있습니다.",
                "Get the number of samples from the given `y`, not from `N` or 64.",
            ),
        ),
        Mistake(cut_off, *CUT_OFF),
    ],
    hints=[
        Text(
            "먼저 차이를 제곱하고, 행마다 더하고, 그 합을 평균합니다.",
            "First square the differences, then add up each row, then take the mean of the sums.",
        ),
        Text(
            "텐서 `d`에서 행마다 더한 합은 `d.sum(dim=1)`, 모든 수의 평균은 `d.mean()`입니다.",
            "For a Tensor `d`, the sums of the rows are `d.sum(dim=1)`, and the mean of all "
            "numbers is `d.mean()`.",
        ),
    ],
)


def rate_over_samples(learning_rate, y):
    return learning_rate * len(y)


def _starter_of_rate_over_samples(learning_rate, y):
    return None


def times_all_numbers(learning_rate, y):
    return learning_rate * y.numel()


def divided_by_samples(learning_rate, y):
    return learning_rate / len(y)


def unchanged(learning_rate, y):
    return learning_rate


def times_columns(learning_rate, y):
    return learning_rate * y.shape[1]


def the_count_alone(learning_rate, y):
    return len(y)


def times_64(learning_rate, y):
    return learning_rate * 64


check_rate_over_samples = Exercise(
    name="check_rate_over_samples",
    lesson="03",
    minutes=5,
    asks=Text(
        "손실을 합에서 `mean_over_samples`로 바꾸어도 모델이 똑같이 학습하게 되는 학습률을 "
        "Python의 수로 돌려줍니다.",
        "Return, as a Python number, the learning rate that makes training with "
        "`mean_over_samples` the same as training with the sum and the given learning rate.",
    ),
    why=Text(
        "다른 사람의 학습률을 쓸 때에는 그 사람의 손실이 무엇으로 나눈 것인지도 보아야 합니다.",
        "If you use a learning rate from someone else, also see what their loss is divided by.",
    ),
    starter=_starter_of_rate_over_samples,
    reference=rate_over_samples,
    cases=[
        lambda: (0.1, torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])),
        lambda: (0.01, *tensors(1, (5, 1))),
        lambda: (1e-4, *tensors(2, (64, 10))),
        lambda: (3e-3, *tensors(3, (7, 20), dtype=torch.float64)),
        lambda: (1e-6, *tensors(4, (8, 3))),
    ],
    mistakes=[
        Mistake(
            times_all_numbers,
            Text(
                "학습률에 정답에 든 수의 개수를 곱했습니다. 모든 수의 평균인 손실에 맞는 "
                "학습률입니다.",
                "The learning rate is multiplied by the count of all numbers in the targets. That "
                "fits a loss that is the mean of all numbers.",
            ),
            Text(
                "`mean_over_samples`는 무엇의 개수로 나누나요?",
                "Which count does `mean_over_samples` divide by?",
            ),
        ),
        Mistake(
            divided_by_samples,
            Text(
                "학습률을 샘플의 수로 나누었습니다. 그래서 학습률이 작아집니다.",
                "The learning rate is divided by the number of samples, so it becomes smaller.",
            ),
            Text(
                "손실을 나누면 변화도도 작아집니다. 같은 거리를 움직이려면 학습률은 어느 쪽으로 "
                "바뀌어야 할까요?",
                "Dividing the loss makes the gradients smaller. Should the learning rate grow or "
                "shrink so that each step covers the same distance?",
            ),
        ),
        Mistake(
            unchanged,
            Text(
                "학습률을 그대로 돌려주었습니다. 그러면 한 단계에 움직이는 거리가 줄어듭니다.",
                "The learning rate is unchanged. So each step becomes smaller.",
            ),
            Text(
                "손실을 나누면 변화도도 그만큼 작아집니다.",
                "Dividing the loss makes the gradients smaller by the same factor.",
            ),
        ),
        Mistake(
            times_columns,
            Text(
                "학습률에 샘플 하나에 든 수의 개수를 곱했습니다.",
                "The learning rate is multiplied by the count of numbers in one sample.",
            ),
            Text(
                "`y.shape`의 두 수 가운데 어느 것이 샘플의 수인지 보세요.",
                "Which of the two numbers in `y.shape` is the number of samples?",
            ),
        ),
        Mistake(
            the_count_alone,
            Text(
                "샘플의 수만 돌려주었습니다. 받은 학습률이 들어 있지 않습니다.",
                "This is the number of samples alone. The given learning rate is not in it.",
            ),
            Text(
                "몇 배로 할지는 맞았습니다. 무엇의 몇 배인지 보세요.",
                "The factor is right. What has to be multiplied by it?",
            ),
        ),
        Mistake(
            times_64,
            Text(
                "샘플의 수를 늘 64로 두었습니다. 샘플이 64개가 아닌 `y`에서는 맞지 않습니다.",
                "The number of samples is always taken to be 64. That is wrong for any `y` with "
                "another number.",
            ),
            Text(
                "`N`이나 64 대신 받은 `y`에서 샘플의 수를 알아낼 수 있습니다.",
                "Get the number of samples from the given `y`, not from `N` or 64.",
            ),
        ),
    ],
    hints=[
        Text(
            "`mean_over_samples`의 변화도는 합의 변화도를 어떤 수로 나눈 것입니다. 어떤 수인가요?",
            "The gradients of `mean_over_samples` are those of the sum, divided by a number. "
            "Which number?",
        ),
        Text(
            "갱신할 때에는 학습률과 변화도를 곱합니다. 변화도가 작아진 만큼 학습률을 키우면 "
            "곱이 그대로입니다. `len(y)`는 `y`의 행의 수입니다.",
            "The update multiplies learning rate and gradient. If the learning rate grows as much "
            "as the gradient shrinks, the product stays the same. `len(y)` is the number of rows "
            "in `y`.",
        ),
    ],
)
