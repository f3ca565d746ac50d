"""Exercises of lesson 04, the update loop."""

import torch
from torch import nn

from tutorial_helpers.exercises.cases import filled, network, squared_distance, tensors
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


class GradientNoneError(TypeError):
    """An answer computed with the gradients of the model while they were None."""


class RecordedUpdateError(RuntimeError):
    """An answer changed parameters in place while autograd was recording."""


class UnrecordedLossError(RuntimeError):
    """An answer called `backward` on a loss that autograd did not record."""


GradientNoneError.__name__ = "TypeError"  # what Python calls them, for learners to read
RecordedUpdateError.__name__ = UnrecordedLossError.__name__ = "RuntimeError"


def _told_apart(error, model):
    """Return an error as one of those above, if it is one: others have the same types."""
    words = str(error)
    cleared = all(param.grad is None for param in model.parameters())
    if cleared and isinstance(error, TypeError) and "NoneType" in words:
        return GradientNoneError(words)
    if isinstance(error, RuntimeError) and "leaf Variable" in words:
        return RecordedUpdateError(words)
    if isinstance(error, RuntimeError) and "does not require grad" in words:
        return UnrecordedLossError(words)
    return error


def _with_parameters(model, losses):
    """Return what is compared: losses, and the parameters as an answer left them."""
    parameters = [param.detach().clone() for param in model.parameters()]
    return {"손실 · losses": losses, "매개변수 · parameters": parameters}


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


def _observe_steps(answer, model, loss_fn, x, y, learning_rate):
    """Make three steps."""
    # Losses in float32 are rounded too differently after an update to be compared.
    calls = 3 if x.dtype == torch.float64 else 1
    try:
        losses = [answer(model, loss_fn, x, y, learning_rate) for _ in range(calls)]
    except (TypeError, RuntimeError) as error:
        raise _told_apart(error, model).with_traceback(error.__traceback__) from None
    return _with_parameters(model, losses)


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
    lesson="04",
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
            nn.MSELoss(reduction="mean"),
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
                "다섯 가지 일 가운데 빠진 것이 있는지 세어 보세요.",
                "Count the five parts. Is one missing?",
            ),
        ),
        Mistake(
            cleared_after_backward,
            Text(
                "갱신할 때 변화도가 `None`이었습니다. 그래서 오류가 났습니다.",
                "The gradients were `None` when the update used them. That raised an error.",
            ),
            Text(
                "`zero_grad()`는 변화도를 지우고 `backward()`는 채웁니다. 두 줄과 갱신의 차례를 "
                "보세요.",
                "`zero_grad()` clears the gradients and `backward()` fills them. Look at the order "
                "of these two lines and the update.",
            ),
        ),
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
            Text(
                "갱신하는 줄이 있는지 보세요. 그 줄이 `param = param - ...`이면 새 텐서에 `param`"
                "이라는 이름이 붙고, 모델 안의 텐서는 그대로입니다.",
                "Is there a line for the update? If it is `param = param - ...`, it gives the "
                "name `param` to a new Tensor, and the one inside the model stays as it is.",
            ),
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
        Mistake(
            nothing_recorded,
            Text(
                "손실을 계산하는 동안 PyTorch가 기록하지 않아서 `backward()`에서 오류가 났습니다.",
                "PyTorch did not record the computation of the loss, so `backward()` raised an "
                "error.",
            ),
            Text(
                "`torch.no_grad()` 안에 무엇이 들어 있는지 보세요. 기록을 끌 곳은 갱신뿐입니다.",
                "Look at what is inside `torch.no_grad()`. Only the update belongs there.",
            ),
        ),
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


_TOO_SMALL = 1e-6  # with this learning rate, the loss of the last case stays above 1


class _GoesOnError(Exception):
    """An answer has computed many more losses than it takes to get below 1."""


def _observe_training(answer, model, loss_fn, x, y, learning_rate):
    """Train, but not to the end of 500 steps where a few are enough."""
    limit = 1001 if learning_rate == _TOO_SMALL else 50
    seen = []

    def watched(y_pred, y):
        if len(seen) == limit:
            raise _GoesOnError
        loss = loss_fn(y_pred, y)
        seen.append(loss.item())
        return loss

    try:
        losses = answer(model, watched, x, y, learning_rate)
    except _GoesOnError:
        losses = seen
    except (TypeError, RuntimeError) as error:
        raise _told_apart(error, model).with_traceback(error.__traceback__) from None
    return _with_parameters(model, losses)


check_train_until_below_1 = Exercise(
    name="check_train_until_below_1",
    lesson="04",
    minutes=15,
    asks=Text(
        "손실이 1보다 작아질 때까지, 많아야 500단계 학습시키고 손실의 리스트를 돌려줍니다.",
        "Train until the loss is below 1, for at most 500 steps, and return the list of losses.",
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
        lambda: (_line(4, 0), nn.MSELoss(), *_points((1, 1), (2, 3)), 0.05),
        lambda: (_line(1), nn.MSELoss(reduction="sum"), *_points((1, 2.5)), _TOO_SMALL),
    ],
    mistakes=[
        Mistake(
            trains_without_clearing,
            Text(
                "변화도를 지우지 않아서 앞 단계의 변화도가 쌓였습니다.",
                "The gradients are not cleared, so those of earlier steps pile up.",
            ),
            Text(
                "루프 안의 다섯 가지 일 가운데 빠진 것이 있는지 세어 보세요.",
                "Count the five parts in the loop. Is one missing?",
            ),
        ),
        Mistake(
            trains_cleared_after_backward,
            Text(
                "갱신할 때 변화도가 `None`이었습니다. 그래서 오류가 났습니다.",
                "The gradients were `None` when the update used them. That raised an error.",
            ),
            Text(
                "`zero_grad()`는 변화도를 지우고 `backward()`는 채웁니다. 두 줄과 갱신의 차례를 "
                "보세요.",
                "`zero_grad()` clears the gradients and `backward()` fills them. Look at the order "
                "of these two lines and the update.",
            ),
        ),
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
                "`break`를 쓰면 루프가 그 자리에서 끝납니다.",
                "`break` ends a loop right there.",
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
            Text(
                "갱신하는 줄이 있는지 보세요. 그 줄이 `param = param - ...`이면 새 텐서에 `param`"
                "이라는 이름이 붙고, 모델 안의 텐서는 그대로입니다.",
                "Is there a line for the update? If it is `param = param - ...`, it gives the "
                "name `param` to a new Tensor, and the one inside the model stays as it is.",
            ),
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
