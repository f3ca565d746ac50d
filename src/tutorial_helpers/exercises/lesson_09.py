"""Exercises of lesson 09, reading old code."""

import warnings

import torch
import torch.nn.functional as F  # noqa: N812
from torch.autograd import Variable

from tutorial_helpers.exercises.cases import network, tensors
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def mean_loss(model, x, y):
    with torch.no_grad():
        loss = F.mse_loss(model(x), y)
    return loss.item()


def _starter_of_mean_loss(model, x, y):
    return None


def sum_of_squares(model, x, y):
    with torch.no_grad():
        return F.mse_loss(model(x), y, reduction="sum").item()


def mean_over_samples(model, x, y):
    with torch.no_grad():
        return F.mse_loss(model(x), y, reduction="sum").item() / len(x)


def root_of_mean(model, x, y):
    with torch.no_grad():
        return F.mse_loss(model(x), y).item() ** 0.5


def with_graph(model, x, y):
    return F.mse_loss(model(x), y).item()


def a_tensor(model, x, y):
    with torch.no_grad():
        return F.mse_loss(model(x), y)


def a_tensor_with_graph(model, x, y):
    return F.mse_loss(model(x), y)


def volatile_kept(model, x, y):
    inputs = Variable(x, volatile=True)
    return F.mse_loss(model(inputs), y).item()


def recording_left_off(model, x, y):
    torch.set_grad_enabled(False)
    return F.mse_loss(model(x), y).item()


def size_average_kept(model, x, y):
    with torch.no_grad():
        return F.mse_loss(model(x), y, size_average=True).item()


def first_element_kept(model, x, y):
    with torch.no_grad():
        loss = F.mse_loss(model(x), y)
    return loss.data[0]


class NoFirstElementError(IndexError):
    """An answer asked a Tensor of 0 dimensions for an element."""


NoFirstElementError.__name__ = NoFirstElementError.__qualname__ = "IndexError"
NoFirstElementError.__module__ = "builtins"  # as learners know it


def _observe_graph_and_warnings(answer, model, x, y):
    """Return the number, and what an answer did to autograd and whether it warned."""
    kept = []  # what a graph keeps for the backward pass

    def keep(tensor):
        kept.append(tensor)
        return tensor

    graph_watched = torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor)
    with warnings.catch_warnings(record=True) as caught, torch.enable_grad(), graph_watched:
        warnings.simplefilter("always")
        try:
            number = answer(model, x, y)
        except IndexError as error:
            if "0-dim" not in str(error):
                raise
            raise NoFirstElementError(*error.args).with_traceback(error.__traceback__) from None
        afterwards = all((param + 0).requires_grad for param in model.parameters())
    if number is None:
        return None
    return {
        "손실 · loss": number,
        "연산 그래프 · graph": "만듦 · built" if kept else "없음 · none",
        "경고 · warnings": "나옴 · some" if caught else "없음 · none",
        "그 뒤의 기록 · recording afterwards": "켜짐 · on" if afterwards else "꺼짐 · off",
    }


def _whole_numbers(seed, n, d_in, h, d_out):
    """Return a model and data in float32 whose losses need no rounding."""
    model = network(seed, d_in, h, d_out)
    with torch.no_grad():
        for param in model.parameters():
            param.copy_((3 * param).round())
    x, y = tensors(seed, (n, d_in), (n, d_out))
    return model, (2 * x).round(), (2 * y).round()


def _model_and_data(seed, n, d_in, h, d_out, dtype=torch.float32):
    model = network(seed, d_in, h, d_out, dtype)
    return model, *tensors(seed, (n, d_in), (n, d_out), dtype=dtype)


check_mean_loss = Exercise(
    name="check_mean_loss",
    lesson="09",
    minutes=5,
    asks=Text(
        "모델의 평균 제곱 오차를 Python의 수로 돌려줍니다. 경고가 없어야 하고, 연산 그래프를"
        " 만들지 않아야 합니다.",
        "Return the mean squared error of the model as a Python number, without a warning and "
        "without building a computational graph.",
    ),
    why=Text(
        "손실을 재기만 할 때 연산 그래프를 만들지 않으면 메모리를 아낄 수 있습니다.",
        "If you only measure a loss, you save memory by building no computational graph.",
    ),
    starter=_starter_of_mean_loss,
    reference=mean_loss,
    cases=[
        lambda: _whole_numbers(3, 2, 2, 3, 2),
        lambda: _whole_numbers(1, 8, 5, 6, 4),
        lambda: _model_and_data(2, 3, 4, 5, 2, torch.float64),
        lambda: _model_and_data(3, 20, 7, 6, 5, torch.float64),
    ],
    mistakes=[
        Mistake(
            sum_of_squares,
            Text(
                "평균이 아니라 합을 구했습니다.",
                "This is the sum of the squares, not their mean.",
            ),
            Text(
                "옛 코드의 `size_average=True`가 지금의 어떤 `reduction`에 해당하는지 보세요.",
                "In the section on warnings, look up which value of `reduction` corresponds to "
                "`size_average=True`.",
            ),
        ),
        Mistake(
            mean_over_samples,
            Text(
                "합을 샘플 수로 나누었습니다. 정답에 든 수의 개수로 나눈 평균이 필요합니다.",
                "The sum is divided by the number of samples. "
                "You need the mean over all numbers in the targets.",
            ),
            Text(
                "`len(y)`와 `y.numel()`을 출력하여 견주어 보세요.",
                "Print `len(y)` and `y.numel()` and compare them.",
            ),
        ),
        Mistake(
            root_of_mean,
            Text(
                "평균에 제곱근을 씌웠습니다.",
                "The square root of the mean is taken.",
            ),
            Text(
                "옛 코드에는 제곱근이 없습니다.",
                "There is no root in the old code.",
            ),
        ),
        Mistake(
            with_graph,
            Text(
                "값은 맞지만, 순전파에서 연산 그래프를 만들었습니다.",
                "The number is right, but the forward pass builds a computational graph.",
            ),
            Text(
                "옛 코드에서는 `volatile=True`가 연산 그래프를 만들지 않게 했습니다."
                " 지금 쓰는 것은 `with` 없이 한 줄만 적으면 아무 일도 하지 않고, 모델을 부르는 줄을"
                " 감싸야 합니다.",
                "In the old code, `volatile=True` kept the graph from being built. What takes its "
                "place today has no effect on a line of its own, without `with`, and it has to "
                "enclose the line that calls the model.",
            ),
        ),
        Mistake(
            a_tensor,
            Text(
                "Python의 수가 아니라 텐서를 돌려주었습니다.",
                "This is a Tensor and not a Python number.",
            ),
            Text(
                "옛 코드에서는 `loss.data[0]`이 텐서에서 수를 꺼냈습니다. 지금은 무엇을 쓰나요?",
                "In the old code, `loss.data[0]` took the number out of the Tensor. "
                "What takes its place today?",
            ),
        ),
        Mistake(
            a_tensor_with_graph,
            Text(
                "Python의 수가 아니라 텐서를 돌려주었고, 연산 그래프도 만들었습니다.",
                "This is a Tensor and not a Python number, and a computational graph is built.",
            ),
            Text(
                "옛 코드의 `volatile=True`와 `loss.data[0]`은 저마다 하는 일이 있었습니다."
                " 지금은 무엇을 쓰나요?",
                "In the old code, `volatile=True` and `loss.data[0]` each had a purpose. "
                "What takes their place today?",
            ),
        ),
        Mistake(
            volatile_kept,
            Text(
                "값은 맞지만, 경고가 나오고 연산 그래프도 만들어졌습니다.",
                "The number is right, but there is a warning, and a computational graph is built.",
            ),
            Text(
                "`volatile`, `size_average`, `reduce`가 남아 있지 않은지 보세요."
                " `volatile=True`는 이제 아무 일도 하지 않습니다.",
                "Is `volatile`, `size_average` or `reduce` still there? `volatile=True` has no "
                "effect today.",
            ),
        ),
        Mistake(
            recording_left_off,
            Text(
                "값은 맞지만, 함수가 끝난 다음에도 기록이 꺼져 있습니다. 그러면 모델을 더 학습시킬 "
                "수 없습니다.",
                "The number is right, but recording stays off after the function ends, so the "
                "model cannot be trained any further.",
            ),
            Text(
                "모델의 매개변수나 프로그램 전체의 설정을 바꾸지 않고 기록을 잠시만 끄는 방법이 "
                "있습니다. 이 수업에서 `with`로 시작하는 줄을 찾아보세요.",
                "There is a way to switch recording off for a while that changes neither the "
                "model nor a setting of the whole program. Look in this lesson for a line that "
                "begins with `with`.",
            ),
        ),
        Mistake(
            size_average_kept,
            Text(
                "값은 맞지만 경고가 나옵니다.",
                "The number is right, but there is a warning.",
            ),
            Text(
                "함수를 다른 셀에서 한 번 불러 경고를 읽어 보세요. `size_average`, `reduce`, "
                "`volatile`이 남아 있지 않나요?",
                "Call your function in another cell and read the warning. Is `size_average`, "
                "`reduce` or `volatile` still there?",
            ),
        ),
        Mistake(
            first_element_kept,
            Text(
                "`[0]`에서 오류가 났습니다. 손실은 차원이 0인 텐서여서 첫 번째 원소가 없습니다.",
                "`[0]` raised an error. The loss is a Tensor of 0 dimensions, "
                "so it has no first element.",
            ),
            Text(
                "이 수업의 첫 오류를 어떻게 고쳤는지 다시 보세요.",
                "Look again at how the first error of this lesson was fixed.",
            ),
        ),
    ],
    hints=[
        Text(
            "이 수업의 표를 보면 `Variable`, `volatile=True`, `loss.data[0]`을 무엇으로 "
            "바꿀지 알 수 있습니다. `size_average=True`가 무엇에 해당하는지는 경고를 다룬 "
            "곳에 있습니다.",
            "The table of this lesson shows what replaces `Variable`, `volatile=True` and "
            "`loss.data[0]`. The section on warnings shows what `size_average=True` corresponds "
            "to.",
        ),
        Text(
            "모델을 부르는 줄은 `with torch.no_grad():` 안에 두고, 수는 `item()`으로 꺼냅니다.",
            "Put the line that calls the model inside `with torch.no_grad():`, "
            "and get the number with `item()`.",
        ),
    ],
    observe=_observe_graph_and_warnings,
)


def centered_gradient(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def _starter_of_centered_gradient(model, x, y):
    y_pred = model(x)
    y_pred.data -= y_pred.data.mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def hidden_from_autograd(model, x, y):
    y_pred = model(x)
    y_pred.data = y_pred.data - y_pred.data.mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def cut_off(model, x, y):
    y_pred = model(x)
    y_pred = y_pred.detach() - y_pred.detach().mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def mean_of_each_output(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean(dim=0, keepdim=True)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def one_mean_of_all(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean()
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def without_keepdim(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean(dim=1)
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def not_centered(model, x, y):
    loss = ((model(x) - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


def mean_of_squares(model, x, y):
    y_pred = model(x)
    y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
    loss = ((y_pred - y) ** 2).mean()
    loss.backward()
    return model[2].bias.grad


def by_formula(model, x, y):
    with torch.no_grad():
        y_pred = model(x)
        difference = y_pred - y_pred.mean(dim=1, keepdim=True) - y
        return 2 * (difference - difference.mean(dim=1, keepdim=True)).sum(dim=0)


# What is wrong where no gradient comes to the bias, and a hint.
CUT_OFF = (
    Text(
        "역전파가 모델까지 이어지지 않아서 편향의 변화도가 없습니다.",
        "No backward pass reaches the model, so the bias has no gradient.",
    ),
    Text(
        "`backward()`를 괄호까지 적어서 부르나요? 평균을 빼는 줄이 `torch.no_grad()` 안에 "
        "있거나, `.data`나 `detach()`가 `y_pred`나 손실을 끊지는 않나요?",
        "Do you call `backward()`, with its parentheses? Is the line that subtracts the mean "
        "inside `torch.no_grad()`, or is `y_pred` or the loss cut off by `.data` or `detach()`?",
    ),
)

_NO_GRADIENT = "변화도 없음 · no gradient"


def _observe_gradients(answer, model, x, y):
    """Return the gradient of the bias, and that of the weight, which shows every kind of mean.

    An answer may let autograd compute the gradient of the bias alone. That of the weight
    then follows from those of the predictions, of all forward passes together.
    """
    expected = _gradient_of_weight(model, x, y)
    of_bias, of_weight, of_predictions = [], [], []

    def watch(_, inputs, y_pred):
        if y_pred.requires_grad:
            h = inputs[0].detach()
            y_pred.register_hook(lambda gradient: of_predictions.append(gradient.T @ h))

    layer = model[2]
    layer.register_forward_hook(watch)
    layer.bias.register_hook(of_bias.append)
    layer.weight.register_hook(of_weight.append)
    try:
        gradient = answer(model, x, y)
    except RuntimeError as error:
        if "does not require grad" not in str(error):
            raise
        return _NO_GRADIENT
    if gradient is None:
        return None if of_bias else _NO_GRADIENT
    unseen = expected if of_bias else torch.zeros_like(expected)
    return {
        "편향의 변화도 · gradient of the bias": gradient,
        "가중치의 변화도 · gradient of the weight": sum(of_weight or of_predictions or [unseen]),
    }


def _gradient_of_weight(model, x, y):
    y_pred = model(x)
    loss = ((y_pred - y_pred.mean(dim=1, keepdim=True) - y) ** 2).sum()
    return torch.autograd.grad(loss, model[2].weight)[0]


check_centered_gradient = Exercise(
    name="check_centered_gradient",
    lesson="09",
    minutes=10,
    asks=Text(
        "샘플마다 예측에서 그 평균을 뺀 다음 손실을 구하고, 둘째 계층의 편향의 변화도를"
        " 돌려줍니다. 평균을 빼는 계산도 변화도에 들어가야 합니다.",
        "For each sample, subtract the mean of its predictions from them. Compute the loss "
        "and return the gradient of the bias of the second layer. Autograd must record the "
        "subtraction.",
    ),
    why=Text(
        "`.data`로 숨긴 계산이 있으면 오류도 경고도 없이 틀린 변화도가 나오므로, 코드를 "
        "읽고 찾을 수 있어야 합니다.",
        "A computation that `.data` hides makes gradients wrong without an error or a warning, "
        "so you have to spot it yourself.",
    ),
    starter=_starter_of_centered_gradient,
    reference=centered_gradient,
    cases=[
        lambda: _whole_numbers(3, 2, 2, 3, 2),
        lambda: _model_and_data(0, 2, 2, 4, 3, torch.float64),
        lambda: _model_and_data(1, 3, 4, 5, 3),
        lambda: _model_and_data(2, 5, 6, 4, 2, torch.float64),
        lambda: _model_and_data(3, 12, 5, 8, 7),
    ],
    mistakes=[
        Mistake(
            hidden_from_autograd,
            Text(
                "평균을 빼는 계산의 전부나 일부를 autograd가 기록하지 못했습니다.",
                "Autograd has not recorded the subtraction of the mean, or not all of it.",
            ),
            Text(
                "평균을 빼는 줄에 `.data`, `detach()`, `torch.no_grad()` 가운데"
                " 남은 것이 있는지 보세요.",
                "Is one of `.data`, `detach()` and `torch.no_grad()` left in the line "
                "that subtracts the mean?",
            ),
        ),
        Mistake(cut_off, *CUT_OFF),
        Mistake(
            by_formula,
            Text(
                "값은 맞지만, 받은 모델에서 역전파로 구한 변화도가 아닙니다.",
                "The numbers are right, but they do not come from a backward pass through the "
                "given model.",
            ),
            Text(
                "처음 코드에서 `backward()`를 부르는 줄은 그대로 두고, 평균을 빼는 줄만 고치세요.",
                "Keep the line of the code you began with that calls `backward()`. Change only "
                "the line that subtracts the mean.",
            ),
        ),
        Mistake(
            mean_of_each_output,
            Text(
                "샘플마다가 아니라 출력마다 평균을 뺐습니다."
                " 그러면 편향의 변화도가 모두 0이 됩니다.",
                "The mean of each output is subtracted, not that of each sample. "
                "Then all gradients of the bias are 0.",
            ),
            Text(
                "`y_pred`의 행 하나가 샘플 하나입니다. `dim`에 준 값을 보세요.",
                "Each row of `y_pred` is one sample. Look at what `dim` chooses.",
            ),
        ),
        Mistake(
            one_mean_of_all,
            Text(
                "샘플마다가 아니라 모든 예측의 평균 하나를 뺐습니다."
                " 편향의 변화도는 같지만 가중치의 변화도가 달라집니다.",
                "One mean of all predictions is subtracted, not that of each sample. The gradient "
                "of the bias comes out right, but the gradients of the weights do not.",
            ),
            Text(
                "`mean`에 `dim`을 주지 않으면 모든 수의 평균 하나를 구합니다.",
                "Without `dim`, `mean` gives one mean of all numbers.",
            ),
        ),
        Mistake(
            without_keepdim,
            Text(
                "평균의 모양이 맞지 않습니다. 평균은 행마다 하나인데, PyTorch는 열마다 하나씩 있는 "
                "것으로 보고 빼려고 합니다.",
                "The shape of the means does not fit. "
                "There is one for each sample, but PyTorch lines them up with the columns.",
            ),
            Text(
                "처음 코드의 `keepdim=True`가 평균의 모양을 어떻게 바꾸는지 보세요.",
                "Look at what `keepdim=True` in the code you began with does to their shape.",
            ),
        ),
        Mistake(
            not_centered,
            Text(
                "예측에서 평균을 빼지 않았습니다.",
                "The mean is not subtracted from the predictions.",
            ),
            Text(
                "고칠 줄은 지우지 말고 autograd가 기록하게 바꾸세요.",
                "Do not leave out the line. Change it so that autograd records it.",
            ),
        ),
        Mistake(
            mean_of_squares,
            Text(
                "손실을 합이 아니라 모든 수의 평균으로 구했습니다.",
                "The loss is the mean of the squares, not their sum.",
            ),
            Text(
                "손실을 구하는 줄은 처음 그대로 두세요.",
                "Leave the line that computes the loss as it was.",
            ),
        ),
    ],
    hints=[
        Text(
            "손실에 영향을 주는 계산은 모두 autograd가 기록해야 합니다.",
            "Autograd has to record every computation that the loss depends on.",
        ),
        Text(
            "`y_pred.data`가 아니라 `y_pred`에서 평균을 구하고, 뺀 결과에 `y_pred`라는 "
            "이름을 붙여 보세요.",
            "Compute the mean from `y_pred`, not from `y_pred.data`, and assign the result of "
            "the subtraction to the name `y_pred`.",
        ),
    ],
    observe=_observe_gradients,
)
