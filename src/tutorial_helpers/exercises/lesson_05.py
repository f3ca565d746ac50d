"""Exercises of lesson 05, the update loop."""

import copy
import itertools
import math

import torch
from torch import nn

from tutorial_helpers.exercises.cases import (
    filled,
    network,
    relative_squared_distance,
    squared_distance,
    tensors,
)
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


class RecordedUpdateError(RuntimeError):
    """An answer changed parameters in place while autograd was recording."""


class UnrecordedLossError(RuntimeError):
    """An answer called `backward` on a loss that autograd did not record."""


for error in (RecordedUpdateError, UnrecordedLossError):  # as learners know them
    error.__name__ = error.__qualname__ = "RuntimeError"
    error.__module__ = "builtins"

# What is wrong with answers whose training comes to nothing, and a hint.
CLEARED = (
    Text(
        "역전파로 구한 변화도가 지워졌고 매개변수는 그대로입니다. 변화도가 `None`이면 계산에서는 "
        "오류가 나고, `SGD`는 아무것도 바꾸지 않습니다.",
        "The gradients of the backward pass were cleared, and the parameters have not changed. "
        "Computing with `None` raises an error, and `SGD` changes nothing.",
    ),
    Text(
        "`zero_grad()`는 변화도를 지우고 `backward()`는 채웁니다. 두 줄과 갱신의 차례를 보세요.",
        "`zero_grad()` clears the gradients and `backward()` fills them. Look at the order of "
        "these two lines and the update.",
    ),
)
WITHOUT_BACKWARD = (
    Text(
        "손실에서 매개변수까지 역전파를 하지 않아서, 갱신에 쓸 변화도가 없습니다.",
        "No backward pass goes from the loss to the parameters, so the update has no gradients "
        "to use.",
    ),
    Text(
        "갱신하기 전에 `backward()`를 괄호까지 적어서 부르고, 그 줄까지 실행되나요? `loss_fn`이 "
        "돌려준 손실이 아니라 `torch.tensor`나 `detach()`로 새로 만든 것에서 부르지는 않나요?",
        "Do you call `backward()` before the update, with its parentheses, and does your code "
        "come to that line? Do you call it on the loss that `loss_fn` returned, not on a new one "
        "from `torch.tensor` or `detach()`?",
    ),
)
NOT_RECORDED = (
    Text(
        "PyTorch가 손실의 계산을 기록하지 않았거나 기록을 끊어서 `backward()`에서 오류가 났습니다.",
        "The computation of the loss was not recorded, or the loss was cut off from the record, "
        "so `backward()` raised an error.",
    ),
    Text(
        "`torch.no_grad()` 안에는 갱신만 두어야 합니다. 예측이나 손실에 `detach()`, `.data`, "
        "`torch.tensor`를 쓰지 않았는지도 보세요.",
        "Only the update belongs inside `torch.no_grad()`. Do you also use `detach()`, `.data` or "
        "`torch.tensor` on the predictions or the loss?",
    ),
)
UPDATES_NOTHING = Text(
    "`backward()` 뒤에 갱신하는 줄이 있는지, `step()`이면 괄호까지 적었는지 보세요. "
    "`param = param - ...`이나 복사한 텐서로 갱신하면 모델 안의 텐서는 그대로입니다.",
    "Is there a line for the update after `backward()`, with its parentheses if it is `step()`? "
    "If it is `param = param - ...` or changes a copy, the Tensor inside the model stays as it "
    "is.",
)
SWAPPED_LOSS_FN = (
    Text(
        "`loss_fn`에 정답을 먼저, 예측을 나중에 넘겼습니다. 둘을 바꾸면 값이 달라지는 손실 함수도 "
        "있습니다.",
        "`loss_fn` gets the targets first and the predictions second. There are loss functions "
        "for which that makes a difference.",
    ),
    Text(
        "이 수업의 코드에서는 `loss_fn`에 무엇을 먼저 넘기는지 보세요.",
        "What is passed to `loss_fn` first in the code of this lesson?",
    ),
)
IGNORED_LOSS_FN = (
    Text(
        "받은 `loss_fn`을 부르지 않았습니다. 손실 함수가 다르면 학습도 달라집니다.",
        "The given `loss_fn` is not called. With another loss function, training is different.",
    ),
    Text(
        "손실을 직접 계산하거나 함수 밖의 손실 함수를 쓰지 않았나요?",
        "Do you compute the loss yourself, or use a loss function from outside?",
    ),
)


_DONE = "함 · done"


class _GoesOnError(Exception):
    """An answer has computed many more losses than it takes."""


class _Watched:
    """A copy of a model and a loss function, and what an answer does with them."""

    def __init__(self, model, loss_fn, limit=math.inf, learns=True):
        self.model, self._loss_fn = _copied(model), loss_fn
        self._limit, self._learns = limit, learns
        self._before = self._parameters()
        self._calls = self._backward_passes = self._filled = 0
        for param in self.model.parameters():
            param.register_post_accumulate_grad_hook(self._count_filled)
        self.goes_on = False
        self.losses = []  # each computed one that differs from the one before
        self.weights = [self._first_weight()]

    def loss_fn(self, y_pred, y):
        """Compute a loss as the given function does."""
        if len(self.losses) > self._limit or self._calls > 10 * self._limit:
            self.goes_on = True
            raise _GoesOnError
        loss = self._loss_fn(y_pred, y)
        self._calls += 1
        value = loss.item()
        if [value] != self.losses[-1:]:
            self.losses.append(value)
        self.weights.append(self._first_weight())
        if loss.requires_grad:
            loss.register_hook(self._count_backward_pass)
        return loss

    def _count_backward_pass(self, gradient):
        self._backward_passes += 1

    def _count_filled(self, param):
        self._filled += 1

    def _parameters(self):
        return [param.detach().clone() for param in self.model.parameters()]

    def _first_weight(self):
        return next(self.model.parameters()).detach().flatten()[0].item()

    def updates(self):
        """Return how often the parameters have changed from one loss to the next."""
        weights = [*self.weights, self._first_weight()]
        return sum(one != next_one for one, next_one in itertools.pairwise(weights))

    def outcome(self, run):
        """Return what `run` returns and the parameters, and whether the model could learn."""
        try:
            losses = run()
        except (TypeError, RuntimeError) as error:
            cause = self._nothing_learned()
            if cause and isinstance(error, TypeError) and "NoneType" in str(error):
                return _found(cause, self.losses, self._before)
            raise _told_apart(error).with_traceback(error.__traceback__) from None
        parameters = self._parameters()
        unchanged = all(map(torch.equal, self._before, parameters))
        if not self._calls and not unchanged:
            other = "받은 loss_fn의 손실에서 하지 않음 · not from the given loss_fn"
            return _found(other, self.losses, self._before)
        cause = self._nothing_learned()
        if unchanged and cause:
            return _found(cause, self.losses, parameters)
        return _found(_DONE, losses, parameters)

    def _nothing_learned(self):
        """Return why there is nothing to update with, or None."""
        if not self._learns:
            return None
        if self._calls and not self._backward_passes:
            return "없음 · none"
        gradients = [param.grad for param in self.model.parameters()]
        empty = not any(gradient is not None and gradient.any() for gradient in gradients)
        return "변화도가 지워짐 · gradients cleared" if self._filled and empty else None


def _found(backward_pass, losses, parameters):
    return {
        "역전파 · backward pass": backward_pass,
        "손실 · losses": losses,
        "매개변수 · parameters": parameters,
    }


def _copied(model):
    """Return a copy of a model with its gradients."""
    copied = copy.deepcopy(model)
    for param, given in zip(copied.parameters(), model.parameters(), strict=True):
        param.grad = None if given.grad is None else given.grad.clone()
    return copied


def _told_apart(error):
    """Return an error as one of those above, if it is one: others have the same types."""
    words = str(error)
    if isinstance(error, RuntimeError) and "leaf Variable" in words:
        return RecordedUpdateError(words)
    if isinstance(error, RuntimeError) and "does not require grad" in words:
        return UnrecordedLossError(words)
    return error


def one_step(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


def _starter_of_one_step(model, loss_fn, x, y, learning_rate):
    return None


def not_cleared(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


def cleared_after_backward(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    loss.backward()
    model.zero_grad()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


def filled_with_0(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    for param in model.parameters():
        param.grad.zero_()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


def cleared_at_the_end(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    model.zero_grad()
    return loss.item()


def with_plus(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param += learning_rate * param.grad
    return loss.item()


def without_learning_rate(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= param.grad
    return loss.item()


def not_in_place(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param = param - learning_rate * param.grad
    return loss.item()


def while_recording(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    for param in model.parameters():
        param -= learning_rate * param.grad
    return loss.item()


def nothing_recorded(model, loss_fn, x, y, learning_rate):
    with torch.no_grad():
        loss = loss_fn(model(x), y)
        model.zero_grad()
        loss.backward()
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


def loss_after_the_update(model, loss_fn, x, y, learning_rate):
    one_step(model, loss_fn, x, y, learning_rate)
    return loss_fn(model(x), y).item()


def loss_as_a_tensor(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss


def without_loss_fn(model, loss_fn, x, y, learning_rate):
    return one_step(model, squared_distance, x, y, learning_rate)


def with_swapped_loss_fn(model, loss_fn, x, y, learning_rate):
    return one_step(model, lambda y_pred, y: loss_fn(y, y_pred), x, y, learning_rate)


def never_backward(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    return loss.item()


def neither_cleared_nor_backward(model, loss_fn, x, y, learning_rate):
    loss = loss_fn(model(x), y)
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


def _observe_steps(answer, model, loss_fn, x, y, learning_rate):
    """Make three steps."""
    # Losses in float32 are rounded too differently after an update to be compared.
    calls = 3 if x.dtype == torch.float64 else 1
    watched = _Watched(model, loss_fn)
    return watched.outcome(
        lambda: [answer(watched.model, watched.loss_fn, x, y, learning_rate) for _ in range(calls)]
    )


def _used(model):
    """Return a model that holds gradients of an earlier step."""
    for param in model.parameters():
        param.grad = torch.ones_like(param)
    return model


def _data(seed, n, d_in, d_out, dtype=torch.float64):
    return tensors(seed, (n, d_in), (n, d_out), dtype=dtype)


def _line(weight, bias=None, dtype=torch.float64):
    """Return the smallest model, a layer with one weight and at most one bias."""
    model = nn.Linear(1, 1, bias=bias is not None, dtype=dtype)
    with torch.no_grad():
        for param, value in zip(model.parameters(), (weight, bias), strict=False):
            param.fill_(value)
    return model


def _points(*pairs, dtype=torch.float64):
    x, y = zip(*pairs, strict=True)
    return torch.tensor(x, dtype=dtype).view(-1, 1), torch.tensor(y, dtype=dtype).view(-1, 1)


check_one_step = Exercise(
    name="check_one_step",
    lesson="05",
    minutes=10,
    asks=Text(
        "갱신 루프의 한 단계를 실행하여 모델을 제자리에서 바꾸고, 갱신하기 전의 손실을 "
        "Python의 수로 돌려줍니다.",
        "Do one step of the update loop, which changes the model in place, and return the loss "
        "before the update as a Python number.",
    ),
    why=Text(
        "이 함수를 되풀이하면 갱신 루프가 되고, 어떤 모델이든 이 루프로 학습시킬 수 있습니다.",
        "Repeat this function and you have the update loop, which can train any model.",
    ),
    starter=_starter_of_one_step,
    reference=one_step,
    cases=[
        lambda: (_used(_line(2, 1)), squared_distance, *_points((1, 0.5), (2, 3)), 0.05),
        lambda: (_line(1, 2), squared_distance, *_points((1, 0.5), (2, 3)), 0.05),
        lambda: (_used(network(0, 3, 4, 2).double()), squared_distance, *_data(1, 5, 3, 2), 0.02),
        lambda: (
            _used(filled(3, nn.Linear(4, 1)).double()),
            relative_squared_distance,
            *_data(4, 6, 4, 1),
            0.1,
        ),
        lambda: (
            _used(network(5, 6, 8, 3)),
            nn.MSELoss(reduction="sum"),
            *_data(6, 10, 6, 3, dtype=torch.float32),
            1e-3,
        ),
    ],
    mistakes=[
        Mistake(
            not_cleared,
            Text(
                "변화도를 지우지 않아서 앞 단계의 변화도가 함께 더해졌습니다.",
                "The gradients are not cleared, so those of earlier steps are added in.",
            ),
            Text(
                "변화도를 지우는 줄이 역전파보다 앞에 있나요? 그 줄의 끝에 괄호도 있나요?",
                "Is there a line that clears the gradients before the backward pass, and does it "
                "end in parentheses?",
            ),
        ),
        Mistake(cleared_after_backward, *CLEARED),
        Mistake(never_backward, *WITHOUT_BACKWARD),
        Mistake(neither_cleared_nor_backward, *WITHOUT_BACKWARD),
        Mistake(without_loss_fn, *IGNORED_LOSS_FN),
        Mistake(with_swapped_loss_fn, *SWAPPED_LOSS_FN),
        Mistake(
            filled_with_0,
            Text(
                "역전파를 한 적이 없는 모델에서는 `grad`가 `None`이어서 0으로 채울 수 없습니다."
                " 그래서 오류가 났습니다.",
                "Before the first backward pass of a model, `grad` is `None` and cannot be filled "
                "with 0. That raised an error.",
            ),
            Text(
                "`grad`가 `None`이어도 변화도를 지워 주는 메서드가 모델에 있습니다.",
                "The model has a method that clears gradients even if `grad` is `None`.",
            ),
        ),
        Mistake(
            cleared_at_the_end,
            Text(
                "단계의 끝에서 변화도를 지웠습니다. 그래서 모델에 남아 있던 변화도가 첫 단계에 "
                "들어갔습니다.",
                "The gradients are cleared at the end of the step. So the gradients that the model "
                "already held are added into this step.",
            ),
            Text(
                "`backward()`는 `grad`에 든 것에 더합니다. 그 앞에서 `grad`가 비어 있어야 합니다.",
                "`backward()` adds to what is in `grad`. It has to be empty before that.",
            ),
        ),
        Mistake(
            with_plus,
            Text(
                "매개변수를 변화도 쪽으로 움직였습니다. 그래서 손실이 커집니다.",
                "The parameters move in the direction of the gradient, so the loss grows.",
            ),
            Text(
                "갱신하는 줄의 부호를 보세요.",
                "Look at the sign in the line of the update.",
            ),
        ),
        Mistake(
            without_learning_rate,
            Text(
                "변화도에 학습률을 곱하지 않았습니다. 그래서 너무 멀리 움직입니다.",
                "The gradients are not multiplied by the learning rate, so the step is too large.",
            ),
            Text(
                "받은 `learning_rate`를 쓰는 곳이 있는지 보세요.",
                "Is the given `learning_rate` used anywhere?",
            ),
        ),
        Mistake(
            not_in_place,
            Text(
                "모델의 매개변수가 바뀌지 않았습니다.",
                "The parameters of the model have not changed.",
            ),
            UPDATES_NOTHING,
        ),
        Mistake(
            while_recording,
            Text(
                "PyTorch가 계산을 기록하는 동안 매개변수를 제자리에서 바꾸려고 했습니다. 그래서 "
                "오류가 났습니다.",
                "The parameters are changed in place while PyTorch records the computation. That "
                "raised an error.",
            ),
            Text(
                "갱신하는 동안에는 기록을 꺼야 합니다. 이 수업의 `step`에서 `with`로 시작하는 "
                "줄을 보세요.",
                "Recording has to be off during the update. Look at the line that begins with "
                "`with` in `step` of this lesson.",
            ),
        ),
        Mistake(nothing_recorded, *NOT_RECORDED),
        Mistake(
            loss_after_the_update,
            Text(
                "갱신한 다음의 손실을 돌려주었습니다.",
                "This is the loss after the update.",
            ),
            Text(
                "손실을 다시 계산하지 않아도 됩니다. 역전파에 쓴 손실이 갱신하기 전의 손실입니다.",
                "You do not need to compute the loss again. The one used for the backward pass is "
                "the loss before the update.",
            ),
        ),
        Mistake(
            loss_as_a_tensor,
            Text(
                "손실을 Python의 수가 아니라 텐서로 돌려주었습니다. 갱신은 맞았습니다.",
                "The loss is returned as a Tensor and not as a Python number. The update is right.",
            ),
            Text(
                "텐서에 든 수 하나를 꺼내는 메서드를 써 보세요.",
                "Use the method that takes the single number out of a Tensor.",
            ),
        ),
    ],
    hints=[
        Text(
            "순전파, 손실, 변화도 지우기, 역전파, 갱신의 차례로 한 줄씩 적어 보세요.",
            "Write one line after the other: forward pass, loss, clearing the gradients, backward "
            "pass, update.",
        ),
        Text(
            "손실은 `loss_fn(model(x), y)`로 구합니다. 갱신은 `torch.no_grad()` 안에서 "
            "`model.parameters()`의 매개변수마다 학습률과 `param.grad`를 곱하여 `-=`로 뺍니다. "
            "돌려줄 수는 `loss.item()`입니다.",
            "The loss is `loss_fn(model(x), y)`. The update goes inside `torch.no_grad()`. For "
            "each parameter in `model.parameters()`, it multiplies the learning rate by "
            "`param.grad` and subtracts the product with `-=`. The number to return is "
            "`loss.item()`.",
        ),
    ],
    observe=_observe_steps,
)


def train_until_below_1(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if losses[t] < 1:
            break
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


def _starter_of_train_until_below_1(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):  # noqa: B007
        pass
    return losses


def trains_without_clearing(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if losses[t] < 1:
            break
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


def trains_cleared_after_backward(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if losses[t] < 1:
            break
        loss.backward()
        model.zero_grad()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


def trains_nothing_recorded(model, loss_fn, x, y, learning_rate):
    losses = [loss_fn(model(x), y).item()]
    if losses[0] >= 1:
        nothing_recorded(model, loss_fn, x, y, learning_rate)
    return losses


def trains_while_recording(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if losses[t] < 1:
            break
        model.zero_grad()
        loss.backward()
        for param in model.parameters():
            param -= learning_rate * param.grad
    return losses


def trains_with_plus(model, loss_fn, x, y, learning_rate):
    return train_until_below_1(model, loss_fn, x, y, -learning_rate)


def one_update_too_many(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        losses.append(one_step(model, loss_fn, x, y, learning_rate))
        if losses[t] < 1:
            break
    return losses


def last_loss_missing(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        if loss_fn(model(x), y) < 1:
            break
        losses.append(one_step(model, loss_fn, x, y, learning_rate))
    return losses


def never_stops(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        losses.append(one_step(model, loss_fn, x, y, learning_rate))
    return losses


def stops_at_1(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if losses[t] <= 1:
            break
        one_step(model, loss_fn, x, y, learning_rate)
    return losses


def trains_without_learning_rate(model, loss_fn, x, y, learning_rate):
    return train_until_below_1(model, loss_fn, x, y, 1)


def last_loss_only(model, loss_fn, x, y, learning_rate):
    return train_until_below_1(model, loss_fn, x, y, learning_rate)[-1]


def losses_as_tensors(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss)
        if loss < 1:
            break
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


def model_unchanged(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if losses[t] < 1:
            break
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param = param - learning_rate * param.grad
    return losses


def more_than_500(model, loss_fn, x, y, learning_rate):
    losses = train_until_below_1(model, loss_fn, x, y, learning_rate)
    if losses[-1] >= 1:
        losses.append(loss_fn(model(x), y).item())
    return losses


def fewer_than_500(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(1, 500):
        losses.append(loss_fn(model(x), y).item())
        if losses[-1] < 1:
            break
        one_step(model, loss_fn, x, y, learning_rate)
    return losses


def last_update_missing(model, loss_fn, x, y, learning_rate):
    losses = [loss_fn(model(x), y).item()]
    while losses[-1] >= 1 and len(losses) < 500:
        one_step(model, loss_fn, x, y, learning_rate)
        losses.append(loss_fn(model(x), y).item())
    return losses


def stops_one_step_late(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if t > 0 and losses[t - 1] < 1:
            break
        one_step(model, loss_fn, x, y, learning_rate)
    return losses


def trains_without_loss_fn(model, loss_fn, x, y, learning_rate):
    return train_until_below_1(model, squared_distance, x, y, learning_rate)


def trains_with_swapped_loss_fn(model, loss_fn, x, y, learning_rate):
    swapped = lambda y_pred, y: loss_fn(y, y_pred)  # noqa: E731
    return train_until_below_1(model, swapped, x, y, learning_rate)


def trains_never_backward(model, loss_fn, x, y, learning_rate):
    losses = []
    for _ in range(500):
        losses.append(loss_fn(model(x), y).item())
        if losses[-1] < 1:
            break
        never_backward(model, loss_fn, x, y, learning_rate)
    return losses


_TOO_LARGE = 1.0005  # with this learning rate, the loss of the last case grows, slowly


def _observe_training(answer, model, loss_fn, x, y, learning_rate):
    """Train, but not to the end of 500 steps where a few are enough."""
    enough = 500 if learning_rate == _TOO_LARGE else 25
    learns = loss_fn(model(x), y).item() >= 1
    watched = _Watched(model, loss_fn, limit=enough, learns=learns)

    def train():
        try:
            return answer(watched.model, watched.loss_fn, x, y, learning_rate)
        except _GoesOnError:
            return watched.losses

    found = watched.outcome(train)
    losses = found["손실 · losses"]
    if losses is None:
        return None
    learned = found["역전파 · backward pass"] == _DONE
    count = _count(losses, enough, learned and watched.goes_on)
    if count in _OTHER_THAN_500:
        return count
    counts = {"리스트 · list": count, "갱신한 횟수 · updates": watched.updates()}
    return counts | found


_OTHER_THAN_500 = (
    "손실이 500개가 넘음 · more than 500 losses",
    "손실이 500개가 안 됨 · fewer than 500 losses",
)


def _count(losses, enough, goes_on):
    """Return in words how many losses there are, as far as it matters."""
    if not isinstance(losses, (list, tuple)):
        return "리스트가 아님 · not a list"
    if goes_on or len(losses) > enough:
        return f"손실이 {enough}개가 넘음 · more than {enough} losses"
    if len(losses) < enough == 500:
        return _OTHER_THAN_500[1]
    return f"손실 {len(losses)}개 · {len(losses)} losses"


check_train_until_below_1 = Exercise(
    name="check_train_until_below_1",
    lesson="05",
    minutes=15,
    asks=Text(
        "손실이 1보다 작아질 때까지, 많아야 500단계 학습시키고, 단계마다 구한 손실을 Python의 수로"
        " 담은 리스트를 돌려줍니다. 1보다 작은 손실도 리스트에 넣되 그 손실로 갱신하지는 않습니다."
        " 끝내 1보다 작아지지 않으면 손실도 갱신도 500번입니다.",
        "Train until the loss is below 1, for at most 500 steps, and return the list of the "
        "losses, one for each step, as Python numbers. The loss below 1 is in the list, but no "
        "update is made with it. If the loss never falls below 1, there are 500 losses and 500 "
        "updates.",
    ),
    why=Text(
        "갱신하기 전에 확인하므로, 손실이 1보다 작아져서 멈추었다면 리스트의 마지막 "
        "손실이 지금 모델의 손실입니다.",
        "You check before the update. So if the loss fell below 1, the last loss in the "
        "list is the loss of the model as it is now.",
    ),
    starter=_starter_of_train_until_below_1,
    reference=train_until_below_1,
    cases=[
        lambda: (_line(5, 0), squared_distance, *_points((1, 1)), 0.125),  # 16, 4, 1, 0.25
        lambda: (
            _line(1, 0, torch.float32),
            nn.MSELoss(reduction="sum"),
            *_points((1, 1.5), (2, 2.5), dtype=torch.float32),
            0.05,
        ),
        lambda: (
            filled(2, nn.Linear(3, 2)).double(),
            nn.MSELoss(reduction="sum"),
            *_data(1, 3, 3, 2),
            0.02,
        ),
        lambda: (_line(4, 0), relative_squared_distance, *_points((1, 1), (2, 3)), 0.25),
        lambda: (_line(1), nn.MSELoss(reduction="sum"), *_points((1, 2.5)), _TOO_LARGE),
    ],
    mistakes=[
        Mistake(
            trains_without_clearing,
            Text(
                "변화도를 지우지 않아서 앞 단계의 변화도가 쌓였습니다.",
                "The gradients are not cleared, so those of earlier steps pile up.",
            ),
            Text(
                "루프 안에 변화도를 지우는 줄이 있나요? 그 줄의 끝에 괄호도 있나요?",
                "Is there a line in the loop that clears the gradients, and does it end in "
                "parentheses?",
            ),
        ),
        Mistake(trains_cleared_after_backward, *CLEARED),
        Mistake(trains_never_backward, *WITHOUT_BACKWARD),
        Mistake(trains_nothing_recorded, *NOT_RECORDED),
        Mistake(trains_without_loss_fn, *IGNORED_LOSS_FN),
        Mistake(trains_with_swapped_loss_fn, *SWAPPED_LOSS_FN),
        Mistake(
            trains_while_recording,
            Text(
                "PyTorch가 계산을 기록하는 동안 매개변수를 제자리에서 바꾸려고 했습니다. 그래서 "
                "오류가 났습니다.",
                "The parameters are changed in place while PyTorch records the computation. That "
                "raised an error.",
            ),
            Text(
                "갱신하는 동안에는 기록을 꺼야 합니다. 이 수업의 `step`에서 `with`로 시작하는 "
                "줄을 보세요.",
                "Recording has to be off during the update. Look at the line that begins with "
                "`with` in `step` of this lesson.",
            ),
        ),
        Mistake(
            trains_with_plus,
            Text(
                "매개변수를 변화도 쪽으로 움직였습니다. 그래서 손실이 커집니다.",
                "The parameters move in the direction of the gradient, so the loss grows.",
            ),
            Text(
                "갱신하는 줄의 부호를 보세요.",
                "Look at the sign in the line of the update.",
            ),
        ),
        Mistake(
            one_update_too_many,
            Text(
                "손실은 모두 맞았지만, 1보다 작은 손실로 한 번 더 갱신했습니다.",
                "All losses are right, but your code makes one update too many, after the loss "
                "is below 1.",
            ),
            Text(
                "손실을 확인하는 줄이 갱신의 앞에 있는지 뒤에 있는지 보세요.",
                "Is the line that checks the loss before the update or after it?",
            ),
        ),
        Mistake(
            last_loss_missing,
            Text(
                "1보다 작은 손실이 리스트에 없습니다.",
                "The loss below 1 is not in the list.",
            ),
            Text(
                "리스트에 넣는 일과 확인하는 일 가운데 어느 것을 먼저 하는지 보세요.",
                "Which comes first, putting the loss into the list or checking it?",
            ),
        ),
        Mistake(
            never_stops,
            Text(
                "손실이 1보다 작아져도 멈추지 않고 늘 500단계를 모두 실행합니다.",
                "It does not stop when the loss is below 1 and always makes 500 steps.",
            ),
            Text(
                "`break`를 쓰면 루프가 그 자리에서 끝납니다. 그 앞의 조건이 참이 될 때가 있나요?",
                "`break` ends a loop right there. Does the condition before it ever hold?",
            ),
        ),
        Mistake(
            stops_one_step_late,
            Text(
                "손실이 1보다 작아진 다음에 한 단계를 더 실행하고 멈추었습니다.",
                "It makes one more step after the loss has fallen below 1.",
            ),
            Text(
                "방금 구한 손실을 확인하는지, 앞 단계의 손실을 확인하는지 보세요.",
                "Do you check the loss that was computed last, or that of the step before?",
            ),
        ),
        Mistake(
            more_than_500,
            Text(
                "손실이 1보다 작아지지 않으면 리스트에 든 손실이 500개를 넘습니다.",
                "If the loss stays above 1, the list holds more than 500 losses.",
            ),
            Text(
                "루프를 몇 번 도는지 세어 보세요. 루프의 앞이나 뒤에서 넣는 손실도 셉니다.",
                "Count how often the loop runs. Losses that you put into the list before or after "
                "the loop count, too.",
            ),
        ),
        Mistake(
            fewer_than_500,
            Text(
                "손실이 1보다 작아지지 않는데도 500단계를 다 실행하지 않았습니다.",
                "It makes fewer than 500 steps although the loss stays above 1.",
            ),
            Text(
                "루프를 몇 번 도는지, 루프를 끝내는 조건이 또 있는지 보세요.",
                "How often does the loop run? Does anything else end it?",
            ),
        ),
        Mistake(
            last_update_missing,
            Text(
                "손실은 500개이지만 갱신은 499번입니다. 1보다 작지 않은 손실마다 갱신해야 합니다.",
                "There are 500 losses, but only 499 updates. Each loss that is not below 1 needs "
                "an update.",
            ),
            Text(
                "500번째 손실을 구한 다음에 무엇을 하는지 보세요.",
                "What happens after the loss number 500?",
            ),
        ),
        Mistake(
            stops_at_1,
            Text(
                "손실이 꼭 1일 때에도 멈추었습니다.",
                "It also stops at a loss of exactly 1.",
            ),
            Text(
                "손실이 1과 같을 때 조건이 참인지 거짓인지 보세요.",
                "Is your condition also true when the loss equals 1?",
            ),
        ),
        Mistake(
            trains_without_learning_rate,
            Text(
                "변화도에 학습률을 곱하지 않았습니다. 그래서 단계마다 너무 멀리 움직입니다.",
                "The gradients are not multiplied by the learning rate, so each step is too large.",
            ),
            Text(
                "받은 `learning_rate`를 쓰는 곳이 있는지 보세요.",
                "Is the given `learning_rate` used anywhere?",
            ),
        ),
        Mistake(
            last_loss_only,
            Text(
                "손실의 리스트가 아니라 마지막 손실만 돌려주었습니다.",
                "This is the last loss alone, not the list of losses.",
            ),
            Text("`return` 다음에 무엇이 있는지 보세요.", "Look at what follows `return`."),
        ),
        Mistake(
            losses_as_tensors,
            Text(
                "리스트에 Python의 수가 아니라 텐서를 넣었습니다. 학습은 맞게 했습니다.",
                "The list holds Tensors and not Python numbers. The training is right.",
            ),
            Text(
                "텐서에 든 수 하나를 꺼내는 메서드를 써 보세요.",
                "Use the method that takes the single number out of a Tensor.",
            ),
        ),
        Mistake(
            model_unchanged,
            Text(
                "모델의 매개변수가 바뀌지 않아서 손실이 그대로입니다.",
                "The parameters of the model have not changed, and neither has the loss.",
            ),
            UPDATES_NOTHING,
        ),
    ],
    hints=[
        Text(
            "한 단계의 다섯 가지 일을 먼저 적고, 손실을 리스트에 넣는 줄과 확인하는 줄을 어디에 "
            "둘지 정하세요.",
            "Write the five parts of a step first. Then decide where to put the line that records "
            "the loss and the line that checks it.",
        ),
        Text(
            "손실을 구한 바로 다음에 `append`로 리스트에 넣고, 1보다 작은지 확인합니다. 1보다 "
            "작으면 갱신하기 전에 멈춥니다. 루프를 끝내는 말은 `break`입니다.",
            "Right after computing the loss, put it into the list with `append` and check whether "
            "it is below 1. If it is, stop before the update. The word that ends a loop is "
            "`break`.",
        ),
    ],
    observe=_observe_training,
)
