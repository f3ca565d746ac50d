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


def second_layer_gradients(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return d_y_pred.T @ h, d_y_pred.sum(dim=0)


def _starter_of_second_layer_gradients(h, y_pred, y):
    d_W2, d_b2 = None, None
    return d_W2, d_b2


def without_sign(h, y_pred, y):
    d_y_pred = y_pred - y
    return d_y_pred.T @ h, d_y_pred.sum(dim=0)


def of_the_squares(h, y_pred, y):
    d_y_pred = 2 * (y_pred - y)
    return d_y_pred.T @ h, d_y_pred.sum(dim=0)


def with_flipped_sign(h, y_pred, y):
    d_y_pred = torch.sign(y - y_pred)
    return d_y_pred.T @ h, d_y_pred.sum(dim=0)


def weights_transposed(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return h.T @ d_y_pred, d_y_pred.sum(dim=0)


def bias_over_outputs(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return d_y_pred.T @ h, d_y_pred.sum(dim=1)


def bias_not_summed(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return d_y_pred.T @ h, d_y_pred


def bias_summed_to_one_number(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return d_y_pred.T @ h, d_y_pred.sum()


def bias_left_out(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return d_y_pred.T @ h, None


def weights_averaged(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return d_y_pred.T @ h / len(y), d_y_pred.sum(dim=0)


def both_averaged(h, y_pred, y):
    d_y_pred = torch.sign(y_pred - y)
    return d_y_pred.T @ h / len(y), d_y_pred.mean(dim=0)


def divided_by_absolute_value(h, y_pred, y):
    d_y_pred = (y_pred - y) / (y_pred - y).abs()
    return d_y_pred.T @ h, d_y_pred.sum(dim=0)


def negative_at_0(h, y_pred, y):
    d_y_pred = 2 * (y_pred > y).to(h.dtype) - 1
    return d_y_pred.T @ h, d_y_pred.sum(dim=0)


def positive_at_0(h, y_pred, y):
    d_y_pred = 2 * (y_pred >= y).to(h.dtype) - 1
    return d_y_pred.T @ h, d_y_pred.sum(dim=0)


def _second_layer(seed, n, h, d_out, dtype=torch.float32, of_model=False):
    hidden, y_pred, y = tensors(seed, (n, h), (n, d_out), (n, d_out), dtype=dtype)
    # Autograd follows what a model computes.
    return hidden.clamp(min=0).requires_grad_(of_model), y_pred.requires_grad_(of_model), y


def _one_target_met():
    h = torch.tensor([[1.0, 2.0]])
    return h, torch.tensor([[3.0, 1.0]]), torch.tensor([[1.0, 1.0]])


check_second_layer_gradients = Exercise(
    name="check_second_layer_gradients",
    lesson="03",
    minutes=15,
    asks=Text(
        "절댓값의 합인 손실을 `W2`와 `b2`로 미분한 `d_W2`와 `d_b2`를 텐서로 돌려줍니다.",
        "Return `d_W2` and `d_b2`, the derivatives of the sum of absolute values with respect to "
        "`W2` and `b2`, as Tensors.",
    ),
    why=Text(
        "손실이 바뀌어도 손실을 예측으로 미분한 것만 새로 구하면 되므로 손실과 모델을 따로 "
        "고를 수 있습니다.",
        "A different loss changes only its derivative with respect to the predictions, so "
        "loss and model can be chosen separately.",
    ),
    starter=_starter_of_second_layer_gradients,
    reference=second_layer_gradients,
    cases=[
        lambda: (torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0]]), torch.tensor([[1.0]])),
        _one_target_met,
        lambda: _second_layer(0, 2, 3, 2),
        lambda: _second_layer(1, 6, 4, 3, of_model=True),
        lambda: _second_layer(2, 40, 20, 5),
        lambda: _second_layer(3, 5, 3, 4, dtype=torch.float64),
    ],
    mistakes=[
        Mistake(
            without_sign,
            Text(
                "차이를 그대로 썼습니다. 절댓값을 미분하지 않았습니다.",
                "The differences are used as they are. The absolute value is not differentiated.",
            ),
            Text(
                "절댓값의 미분은 차이의 크기와 관계가 없고, 차이가 양수인지 음수인지만 따집니다.",
                "The derivative of the absolute value does not depend on how large the difference "
                "is, only on whether it is positive or negative.",
            ),
        ),
        Mistake(
            of_the_squares,
            Text(
                "제곱의 합을 미분한 공식을 썼습니다. 이 연습의 손실은 절댓값의 합입니다.",
                "This is the formula for the sum of squares. The loss here is the sum of absolute "
                "values.",
            ),
            Text(
                "`2 * (y_pred - y)`는 제곱을 미분한 것입니다. 절댓값을 미분하면 무엇이 나올까요?",
                "`2 * (y_pred - y)` comes from the square. What comes from the absolute value?",
            ),
        ),
        Mistake(
            divided_by_absolute_value,
            Text(
                "예측이 정답과 꼭 같은 곳에서 0을 0으로 나누어 nan이 나옵니다.",
                "Where a prediction equals its target, 0 is divided by 0, which gives nan.",
            ),
            Text(
                "0에 `torch.sign`을 쓰면 무엇이 나오는지 보세요.",
                "What does `torch.sign` give for 0?",
            ),
        ),
        Mistake(
            negative_at_0,
            Text(
                "예측이 정답과 꼭 같은 곳에서 0이 아니라 -1이 나옵니다.",
                "Where a prediction equals its target, the result is -1 and not 0.",
            ),
            Text(
                "0에 `torch.sign`을 쓰면 무엇이 나오는지 보세요.",
                "What does `torch.sign` give for 0?",
            ),
        ),
        Mistake(
            positive_at_0,
            Text(
                "예측이 정답과 꼭 같은 곳에서 0이 아니라 1이 나옵니다.",
                "Where a prediction equals its target, the result is 1 and not 0.",
            ),
            Text(
                "0에 `torch.sign`을 쓰면 무엇이 나오는지 보세요.",
                "What does `torch.sign` give for 0?",
            ),
        ),
        Mistake(
            with_flipped_sign,
            Text("부호가 모두 반대입니다.", "All signs are the opposite."),
            Text(
                "예측이 정답보다 클 때 예측을 더 키우면 손실이 커집니다. 그 미분은 양수입니다.",
                "If a prediction is above its target and grows, the loss grows. Its derivative is "
                "positive.",
            ),
        ),
        Mistake(
            weights_transposed,
            Text(
                "`d_W2`의 행과 열이 바뀌었습니다. `d_b2`는 맞았습니다.",
                "The rows and columns of `d_W2` are exchanged. `d_b2` is right.",
            ),
            Text(
                "`d_W2`의 모양은 `W2`와 같고, 출력의 크기가 먼저입니다.",
                "`d_W2` has the shape of `W2`, with the output size first.",
            ),
        ),
        Mistake(
            bias_over_outputs,
            Text(
                "`d_b2`를 구할 때 샘플마다 그 샘플의 출력끼리 더했습니다. `d_W2`는 맞았습니다.",
                "`d_b2` is summed over the outputs, not over the samples. `d_W2` is right.",
            ),
            Text(
                "편향은 출력마다 하나씩 있습니다. `dim`에 준 값을 보세요.",
                "There is one bias for each output. Look at the value given to `dim`.",
            ),
        ),
        Mistake(
            bias_not_summed,
            Text(
                "`d_b2`를 구할 때 샘플마다 나온 값을 더하지 않았습니다. `d_W2`는 맞았습니다.",
                "`d_b2` is not summed over the samples. `d_W2` is right.",
            ),
            Text(
                "편향 하나는 모든 샘플의 예측에 들어 있습니다.",
                "A single bias enters the predictions of all samples.",
            ),
        ),
        Mistake(
            bias_summed_to_one_number,
            Text(
                "`d_b2`가 수 하나입니다. 출력까지 모두 더했습니다. `d_W2`는 맞았습니다.",
                "`d_b2` is a single number, because the outputs are added up, too. `d_W2` is "
                "right.",
            ),
            Text(
                "편향은 출력마다 하나씩 있으므로 변화도도 하나씩 있어야 합니다.",
                "There is one bias for each output, so there is one gradient for each.",
            ),
        ),
        Mistake(
            bias_left_out,
            Text(
                "`d_W2`는 맞았고, `d_b2`는 아직 `None`입니다.",
                "`d_W2` is right. `d_b2` is still `None`.",
            ),
            Text(
                "편향은 1에 곱하는 가중치로 볼 수 있으므로, 행렬 곱 없이 더하기만 하면 됩니다.",
                "The bias is multiplied by 1, so it takes no matrix multiplication.",
            ),
        ),
        Mistake(
            weights_averaged,
            Text(
                "`d_W2`를 샘플의 수로 나누었습니다. `d_b2`는 맞았습니다.",
                "`d_W2` is divided by the number of samples. `d_b2` is right.",
            ),
            Text(
                "손실은 합이고 평균이 아닙니다. 나눌 까닭이 있는지 보세요.",
                "The loss is a sum and not a mean. Is there a reason to divide?",
            ),
        ),
        Mistake(
            both_averaged,
            Text(
                "`d_W2`와 `d_b2`를 모두 샘플의 수로 나누었습니다.",
                "Both `d_W2` and `d_b2` are divided by the number of samples.",
            ),
            Text(
                "손실은 합이고 평균이 아닙니다. 나눌 까닭이 있는지 보세요.",
                "The loss is a sum and not a mean. Is there a reason to divide?",
            ),
        ),
    ],
    hints=[
        Text(
            "`gradients_by_formula`에서 손실이 바뀌면 달라지는 줄이 어디인지 찾아보세요.",
            "Which line of `gradients_by_formula` changes if the loss does?",
        ),
        Text(
            "달라지는 것은 `d_y_pred`뿐이고, 그 뒤의 두 줄은 그대로 씁니다. 무엇의 절댓값을 "
            "미분하는지 보면 `torch.sign`에 무엇을 넣을지 알 수 있습니다.",
            "Only `d_y_pred` changes, and the two lines after it stay. Look at what the "
            "absolute value is taken of, and you know what to give to `torch.sign`.",
        ),
    ],
)
