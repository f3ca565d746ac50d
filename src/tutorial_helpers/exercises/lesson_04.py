"""Exercises of lesson 04, the backward pass."""

import torch

from tutorial_helpers.exercises.cases import tensors
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


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
    lesson="04",
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
