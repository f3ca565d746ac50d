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


def strict_loss(y_pred, y):
    if y_pred.shape != y.shape:
        raise ValueError(f"shapes differ: {tuple(y_pred.shape)} and {tuple(y.shape)}")
    return ((y_pred - y) ** 2).sum()


def _starter_of_strict_loss(y_pred, y):
    return None


def stretched(y_pred, y):
    return ((y_pred - y) ** 2).sum()


def counts_compared(y_pred, y):
    if y_pred.numel() != y.numel():
        raise ValueError
    return ((y_pred - y) ** 2).sum()


def rows_compared(y_pred, y):
    if len(y_pred) != len(y):
        raise ValueError
    return ((y_pred - y) ** 2).sum()


def dimensions_compared(y_pred, y):
    if y_pred.ndim != y.ndim:
        raise ValueError
    return ((y_pred - y) ** 2).sum()


def shape_mended(y_pred, y):
    return ((y_pred - y.reshape(y_pred.shape)) ** 2).sum()


def nothing_where_shapes_differ(y_pred, y):
    if y_pred.shape == y.shape:
        return ((y_pred - y) ** 2).sum()


def refuses_everything(y_pred, y):
    raise ValueError


def another_error(y_pred, y):
    assert y_pred.shape == y.shape
    return ((y_pred - y) ** 2).sum()


def mean_of_everything(y_pred, y):
    if y_pred.shape != y.shape:
        raise ValueError
    return ((y_pred - y) ** 2).mean()


def differences_not_squared(y_pred, y):
    if y_pred.shape != y.shape:
        raise ValueError
    return (y_pred - y).sum()


def a_python_number(y_pred, y):
    return strict_loss(y_pred, y).item()


def cut_off(y_pred, y):
    return strict_loss(y_pred, y).detach()


def _observe_strict(loss_of, y_pred, y):
    if y_pred.shape == y.shape:
        return observe_loss(loss_of, y_pred, y)
    try:
        loss_of(y_pred, y)
    except Exception as error:
        return type(error).__name__
    return "오류 없음 · no error"


check_strict_loss = Exercise(
    name="check_strict_loss",
    lesson="03",
    minutes=5,
    asks=Text(
        "모양이 같으면 차이의 제곱을 모두 더한 텐서를 돌려주고, 다르면 `ValueError`를 냅니다.",
        "Return the sum of the squared differences as a Tensor if the shapes are the same, and "
        "raise a `ValueError` if they are not.",
    ),
    why=Text(
        "모양이 어긋난 손실은 소리 없이 평균만 가르칩니다. 오류가 나야 고칠 수 있습니다.",
        "A loss with shapes that do not match teaches the mean in silence. An error can be mended.",
    ),
    starter=_starter_of_strict_loss,
    reference=strict_loss,
    cases=[
        lambda: (torch.tensor([[3.0, 1.0]]), torch.tensor([[1.0, 2.0]])),
        lambda: (torch.tensor([[2.0], [5.0]]), torch.tensor([1.0, 2.0])),
        lambda: tensors(0, (4,), (4, 1)),
        lambda: tensors(1, (4, 3), (1, 3)),
        lambda: tensors(2, (5, 3), (1, 1)),
        lambda: tensors(3, (2, 6), (3, 4)),
        lambda: tensors(4, (5, 4), (5, 4), dtype=torch.float64),
        lambda: tensors(5, (7,), (7,)),
        lambda: followed(*tensors(6, (2, 3), (2, 3))),
    ],
    observe=_observe_strict,
    mistakes=[
        Mistake(
            stretched,
            Text(
                "모양을 비교하지 않아서, 늘일 수 있는 모양이면 그대로 계산합니다.",
                "The shapes are not compared, so whatever can be stretched is computed.",
            ),
            Text(
                "계산하기 전에 `if`로 두 모양을 비교하세요.",
                "Compare the two shapes with `if` before computing.",
            ),
        ),
        Mistake(
            counts_compared,
            Text(
                "원소의 수만 비교했습니다. `(64, 1)`에도 `(64,)`에도 원소가 똑같이 있습니다.",
                "Only the numbers of entries are compared. `(64, 1)` and `(64,)` have as many.",
            ),
            Text(
                "원소의 수가 같아도 모양은 다를 수 있습니다. 텐서의 `shape`를 보세요.",
                "Shapes may differ with the same number of entries. Look at `shape`.",
            ),
        ),
        Mistake(
            rows_compared,
            Text(
                "행의 수만 비교했습니다. `(64, 1)`에도 `(64,)`에도 행은 똑같이 있습니다.",
                "Only the numbers of rows are compared. `(64, 1)` and `(64,)` have as many.",
            ),
            Text(
                "`len`은 모양의 첫 수입니다. 나머지 수도 비교해야 합니다.",
                "`len` is the first number of a shape. The others have to be compared, too.",
            ),
        ),
        Mistake(
            dimensions_compared,
            Text(
                "차원의 수만 비교했습니다. `(64, 1)`과 `(64, 64)`는 차원의 수가 같습니다.",
                "Only the numbers of dimensions are compared. `(64, 1)` and `(64, 64)` have as "
                "many.",
            ),
            Text(
                "모양의 수를 하나하나 비교하려면 `shape`를 통째로 비교하세요.",
                "To compare every number of the shapes, compare `shape` as a whole.",
            ),
        ),
        Mistake(
            shape_mended,
            Text(
                "모양이 다를 때 오류를 내지 않고 모양을 고쳐서 계산했습니다.",
                "Where shapes differ, one is changed, and there is no error.",
            ),
            Text(
                "어느 쪽이 잘못되었는지 함수는 알 수 없습니다. 알리기만 하세요.",
                "The function cannot know which of the two is wrong. Let it only say so.",
            ),
        ),
        Mistake(
            nothing_where_shapes_differ,
            Text(
                "모양이 다를 때 오류를 내지 않고 `None`을 돌려주었습니다.",
                "Where shapes differ, it returns `None` and raises no error.",
            ),
            Text(
                "오류를 내는 `raise`가 있는 줄이 보이나요?",
                "Is there a line with `raise`?",
            ),
        ),
        Mistake(
            refuses_everything,
            Text(
                "모양이 같을 때에도 `ValueError`를 냅니다.",
                "It raises a `ValueError` although the shapes are the same.",
            ),
            Text(
                "`if`의 조건이 거꾸로이거나 빠지지 않았는지 보세요.",
                "Is the condition after `if` missing or the wrong way around?",
            ),
        ),
        Mistake(
            another_error,
            Text(
                "모양이 다를 때 `ValueError`가 아닌 다른 오류가 났습니다.",
                "Where shapes differ, there is an error, but not a `ValueError`.",
            ),
            Text(
                "`assert`가 내는 오류는 `AssertionError`입니다. `raise ValueError(...)`를 쓰세요.",
                "The error of `assert` is an `AssertionError`. Use `raise ValueError(...)`.",
            ),
        ),
        Mistake(
            mean_of_everything,
            Text(
                "제곱의 합이 아니라 평균을 구했습니다.",
                "This is the mean of the squares, not their sum.",
            ),
            Text("끝에 `mean`이 있지 않은지 보세요.", "Is there a `mean` at the end?"),
        ),
        Mistake(
            differences_not_squared,
            Text("차이를 제곱하지 않았습니다.", "The differences are not squared."),
            Text(
                "제곱하지 않으면 부호가 다른 차이끼리 더해져 서로 상쇄됩니다.",
                "Without the squares, differences with opposite signs cancel.",
            ),
        ),
        Mistake(a_python_number, *PLAIN_NUMBER),
        Mistake(cut_off, *CUT_OFF),
    ],
    hints=[
        Text(
            "`y_pred.shape != y.shape`는 두 모양이 다를 때 참입니다.",
            "`y_pred.shape != y.shape` is true where the shapes differ.",
        ),
        Text(
            "모양이 다르면 `raise`로 함수가 끝나므로, 계산은 `if` 다음 줄에 적으면 됩니다.",
            "Where the shapes differ, `raise` ends the function, so the computation can follow "
            "on the line after the `if`.",
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


def slope_along(loss_at, start, direction):
    a = 0.01
    unit = direction / torch.linalg.vector_norm(direction)
    return (loss_at(start + a * unit) - loss_at(start - a * unit)) / (2 * a)


def _starter_of_slope_along(loss_at, start, direction):
    return None


def length_left(loss_at, start, direction):
    a = 0.01
    return (loss_at(start + a * direction) - loss_at(start - a * direction)) / (2 * a)


def upside_down(loss_at, start, direction):
    return -slope_along(loss_at, start, direction)


def divided_by_half_the_distance(loss_at, start, direction):
    return 2 * slope_along(loss_at, start, direction)


def not_divided(loss_at, start, direction):
    return 0.02 * slope_along(loss_at, start, direction)


def difference_of_one_step(loss_at, start, direction):
    unit = direction / torch.linalg.vector_norm(direction)
    return loss_at(start + unit) - loss_at(start)


def from_the_origin(loss_at, start, direction):
    return slope_along(loss_at, torch.zeros_like(start), direction)


def _in_two_dimensions(point):
    return (3 * point[0] - 2 * point[1] + point @ point / 4).item()


def _in_three_dimensions(point):
    return (point[1] + 2 * point[2] - 4 * point[0] + point @ point / 4).item()


def _observe_slope(slope_of, loss_at, start, direction):
    found = slope_of(loss_at, start, direction)
    exact = slope_along(loss_at, start, direction)
    near = isinstance(found, (int, float)) and abs(found - exact) <= 0.03 * abs(exact)
    return exact if near else found  # whichever small distance it was measured with


def _point(*numbers):
    return torch.tensor(numbers, dtype=torch.float64)


check_slope_along = Exercise(
    name="check_slope_along",
    lesson="03",
    minutes=8,
    asks=Text(
        "`start`에서 `direction` 쪽으로 손실이 커지는 빠르기를, 앞뒤로 조금 움직여 재어 "
        "Python의 수로 돌려줍니다.",
        "Return, as a Python number, how fast the loss grows from `start` toward `direction`, "
        "measured by small moves forward and back.",
    ),
    why=Text(
        "변화도를 믿어도 되는지는 이렇게 움직여 보면 확인할 수 있습니다.",
        "This is how to find out by moving whether a gradient is right.",
    ),
    starter=_starter_of_slope_along,
    reference=slope_along,
    cases=[
        lambda: (_in_two_dimensions, _point(0.0, 0.0), _point(1.0, 0.0)),
        lambda: (_in_two_dimensions, _point(0.0, 0.0), _point(3.0, 4.0)),
        lambda: (_in_two_dimensions, _point(2.0, -1.0), _point(0.0, -2.0)),
        lambda: (_in_three_dimensions, _point(1.0, 1.0, 0.0), _point(0.5, 0.0, 0.0)),
    ],
    observe=_observe_slope,
    mistakes=[
        Mistake(
            length_left,
            Text(
                "`direction`의 길이를 1로 맞추지 않았습니다.",
                "`direction` is not scaled to length 1.",
            ),
            Text(
                "길이가 5인 방향으로 `a`만큼 가면 실제로는 `5 * a`를 움직입니다.",
                "Going `a` times a direction of length 5 is a move of `5 * a`.",
            ),
        ),
        Mistake(
            upside_down,
            Text("부호가 반대입니다.", "The sign is the wrong way around."),
            Text(
                "앞쪽의 손실에서 뒤쪽의 손실을 뺐는지 보세요.",
                "Is the loss behind subtracted from the loss ahead?",
            ),
        ),
        Mistake(
            divided_by_half_the_distance,
            Text(
                "두 배로 큽니다. 두 점 사이의 거리의 절반으로 나누었습니다.",
                "This is twice as much. It is divided by half the distance of the two points.",
            ),
            Text(
                "앞으로 `a`, 뒤로 `a`이면 두 점은 얼마나 떨어져 있나요?",
                "With `a` forward and `a` back, how far apart are the two points?",
            ),
        ),
        Mistake(
            not_divided,
            Text(
                "손실의 차이를 거리로 나누지 않았습니다.",
                "The difference of the losses is not divided by the distance.",
            ),
            Text(
                "`slope`는 한 걸음에 변하는 빠르기입니다. 움직인 거리로 나누세요.",
                "`slope` is how fast it changes as you go. Divide by the distance.",
            ),
        ),
        Mistake(
            difference_of_one_step,
            Text(
                "1만큼 움직여 재었습니다. 너무 멀어서 접선이 맞지 않습니다.",
                "It is measured with a move of 1, which is too far for the tangent.",
            ),
            Text("0.001쯤만 움직이세요.", "Move by only about 0.001."),
        ),
        Mistake(
            from_the_origin,
            Text(
                "`start`가 아니라 모두 0인 점에서 재었습니다.",
                "It is measured at the point of zeros, not at `start`.",
            ),
            Text(
                "움직인 자리는 `start`에 더하거나 빼서 구합니다.",
                "Add the moves to `start`, and subtract them from it.",
            ),
        ),
    ],
    hints=[
        Text(
            "먼저 `direction`을 그 길이 `torch.linalg.vector_norm(direction)`으로 나눕니다.",
            "First divide `direction` by its length, `torch.linalg.vector_norm(direction)`.",
        ),
        Text(
            "두 점 `start + a * unit`, `start - a * unit`에서 손실을 재고, "
            "그 차이를 `2 * a`로 나눕니다.",
            "Measure the loss at the points `start + a * unit` and `start - a * unit`, and divide "
            "the difference by `2 * a`.",
        ),
    ],
)
