"""Exercises of lesson 02, the model."""

import torch
from torch import nn

from tutorial_helpers.exercises.cases import tensors
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def my_linear(x, weight, bias):
    return x @ weight.T + bias


def _starter_of_my_linear(x, weight, bias):
    return None


def without_bias(x, weight, bias):
    return x @ weight.T


def not_exchanged(x, weight, bias):
    return x @ weight + bias


def weight_first(x, weight, bias):
    return weight @ x + bias


def entry_by_entry(x, weight, bias):
    return x * weight + bias


def bias_subtracted(x, weight, bias):
    return x @ weight.T - bias


def bias_on_each_input(x, weight, bias):
    return (x.unsqueeze(-2) * weight + bias.unsqueeze(-1)).sum(-1)


def with_relu(x, weight, bias):
    return (x @ weight.T + bias).clamp(min=0)


def as_a_module(x, weight, bias):
    return nn.Linear(weight.shape[1], weight.shape[0])(x)


def on_detached(x, weight, bias):
    return x @ weight.detach().T + bias.detach()


def _observe_my_linear(answer, x, weight, bias):
    """Return the output, and the gradients if autograd follows the parameters."""
    output = answer(x, weight, bias)
    if not (weight.requires_grad and isinstance(output, torch.Tensor)):
        return output
    gradients = [torch.zeros_like(weight), torch.zeros_like(bias)]
    if output.requires_grad:
        sum_of_squares = (output**2).sum()
        gradients = torch.autograd.grad(
            sum_of_squares, (weight, bias), allow_unused=True, materialize_grads=True
        )
    names = "weight.grad", "bias.grad"
    return {"출력 · output": output.detach(), **dict(zip(names, gradients, strict=True))}


def _linear_case(seed, x_shape, d_out, dtype=torch.float32, requires_grad=False):
    x, weight, bias = tensors(seed, x_shape, (d_out, x_shape[-1]), (d_out,), dtype=dtype)
    return x, weight.requires_grad_(requires_grad), bias.requires_grad_(requires_grad)


check_my_linear = Exercise(
    name="check_my_linear",
    lesson="02",
    minutes=5,
    asks=Text(
        "`nn.Linear`가 하는 계산을 직접 합니다. `weight`의 모양은 출력의 크기가 먼저입니다.",
        "Compute what `nn.Linear` computes. The shape of `weight` has the output size first.",
    ),
    why=Text(
        "이것이 `nn.Linear`가 하는 계산의 전부입니다. 나머지는 매개변수를 챙기는 일입니다.",
        "This is all that `nn.Linear` computes. The rest is taking care of parameters.",
    ),
    starter=_starter_of_my_linear,
    reference=my_linear,
    cases=[
        lambda: _linear_case(40, (2, 3), 1),
        lambda: _linear_case(41, (4, 3), 2),
        lambda: _linear_case(42, (5,), 3),
        lambda: _linear_case(43, (3, 3), 3),
        lambda: _linear_case(44, (2, 2), 2, requires_grad=True),
        lambda: _linear_case(45, (64, 20), 7, dtype=torch.float64),
        lambda: _linear_case(46, (1, 4), 4),
    ],
    observe=_observe_my_linear,
    mistakes=[
        Mistake(
            without_bias,
            Text("편향이 더해지지 않았습니다.", "The bias is not added."),
            Text(
                "`Linear`에는 텐서가 두 개 있습니다. 둘 다 쓰이나요?",
                "`Linear` holds two Tensors. Are both of them used?",
            ),
        ),
        Mistake(
            not_exchanged,
            Text(
                "`weight`의 행과 열을 맞바꾸지 않고 곱했습니다.",
                "Rows and columns of `weight` are not exchanged before multiplying.",
            ),
            Text(
                "`weight`의 모양을 출력해 보세요. 앞에 있는 것이 입력의 크기인가요, 출력의 "
                "크기인가요?",
                "Print the shape of `weight`. Does the input size come first, or the output size?",
            ),
        ),
        Mistake(
            weight_first,
            Text(
                "`weight`를 `x`의 앞에 두고 곱했습니다. 샘플이 여러 개이면 맞지 않습니다.",
                "`weight` stands before `x` in the product. Several samples do not fit there.",
            ),
            Text(
                "`x`의 한 행이 샘플 하나입니다. 결과에서도 한 행이 샘플 하나가 되려면 `x`가 "
                "어느 쪽에 있어야 할까요?",
                "One row of `x` is one sample. On which side must `x` be, so that one row of the "
                "result is one sample, too?",
            ),
        ),
        Mistake(
            entry_by_entry,
            Text(
                "행렬 곱이 아니라 원소끼리 곱했습니다.",
                "The entries are multiplied one by one; this is no matrix multiplication.",
            ),
            Text(
                "`*`와 `@`는 서로 다른 곱셈입니다.",
                "`*` and `@` are two different products.",
            ),
        ),
        Mistake(
            bias_subtracted,
            Text("편향을 더하지 않고 뺐습니다.", "The bias is subtracted, not added."),
            Text("편향 앞의 부호를 보세요.", "Look at the sign before the bias."),
        ),
        Mistake(
            bias_on_each_input,
            Text(
                "편향이 출력마다 한 번이 아니라, 입력마다 한 번씩 더해졌습니다.",
                "The bias is added once for each input, not once for each output.",
            ),
            Text(
                "먼저 모두 더한 다음, 편향을 한 번만 더하세요.",
                "Add up the products first. Then add the bias once.",
            ),
        ),
        Mistake(
            with_relu,
            Text(
                "음수가 0으로 바뀌었습니다. `Linear`는 음수도 그대로 내놓습니다.",
                "Negative numbers became 0. `Linear` gives them out as they are.",
            ),
            Text("ReLU는 다른 모듈이 하는 일입니다.", "ReLU is the work of another module."),
        ),
        Mistake(
            as_a_module,
            Text(
                "받은 `weight`와 `bias` 대신 새로 뽑은 수로 계산했습니다.",
                "The output comes from newly drawn numbers, not from `weight` and `bias`.",
            ),
            Text(
                "새 모듈을 만들지 말고 `@`와 `+`로 계산하세요.",
                "Make no new module. Compute with `@` and `+`.",
            ),
        ),
        Mistake(
            on_detached,
            Text(
                "출력은 맞지만, autograd가 `weight`와 `bias`를 따라가지 못하여 학습시킬 수 "
                "없습니다.",
                "The output is right, but autograd does not reach `weight` and `bias`, so they "
                "cannot be trained.",
            ),
            Text(
                "`torch.no_grad()`, `detach()`, `.data`를 쓰거나, 계산한 값을 새 텐서로 만들지 "
                "않았나요?",
                "Do you use `torch.no_grad()`, `detach()` or `.data`, or make a new Tensor from "
                "computed values?",
            ),
        ),
    ],
    hints=[
        Text(
            "모양이 `(n, d_in)`인 행렬에 무엇을 곱해야 모양 `(n, d_out)`의 행렬이 나올까요?",
            "What must a matrix of shape `(n, d_in)` be multiplied by to become `(n, d_out)`?",
        ),
        Text(
            "`.T`는 행과 열을 맞바꾸고, `@`는 행렬을 곱하고, `+`는 편향을 행마다 더합니다.",
            "`.T` exchanges rows and columns, `@` multiplies matrices, and `+` adds the bias to "
            "every row.",
        ),
    ],
)


class DeepNet(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        h = self.layers[0](x).clamp(min=0)
        h = self.layers[1](h).clamp(min=0)
        return self.layers[2](h)


class _StarterOfDeepNet(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        self.layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]

    def forward(self, x):
        return None


class WithoutReLU(DeepNet):
    def forward(self, x):
        return self.layers[2](self.layers[1](self.layers[0](x)))


class WithoutFirstReLU(DeepNet):
    def forward(self, x):
        return self.layers[2](self.layers[1](self.layers[0](x)).clamp(min=0))


class WithoutSecondReLU(DeepNet):
    def forward(self, x):
        return self.layers[2](self.layers[1](self.layers[0](x).clamp(min=0)))


class ReLUAtTheEnd(DeepNet):
    def forward(self, x):
        h = self.layers[0](x).clamp(min=0)
        h = self.layers[1](h).clamp(min=0)
        return self.layers[2](h).clamp(min=0)


class KeepsTheNegative(DeepNet):
    def forward(self, x):
        h = self.layers[0](x).clamp(max=0)
        h = self.layers[1](h).clamp(max=0)
        return self.layers[2](h)


class WithoutLinear2(DeepNet):
    def forward(self, x):
        h = self.layers[0](x).clamp(min=0)
        return self.layers[2](h)


class Linear2Twice(DeepNet):
    def forward(self, x):
        h = self.layers[0](x).clamp(min=0)
        h = self.layers[1](h).clamp(min=0)
        h = self.layers[1](h).clamp(min=0)
        return self.layers[2](h)


class WithoutLinear3(DeepNet):
    def forward(self, x):
        h = self.layers[0](x).clamp(min=0)
        return self.layers[1](h).clamp(min=0)


class NotRecorded(DeepNet):
    def forward(self, x):
        return super().forward(x).detach()


class CutAfterLinear1(DeepNet):
    def forward(self, x):
        h = self.layers[0](x).clamp(min=0).detach()
        h = self.layers[1](h).clamp(min=0)
        return self.layers[2](h)


class CutAfterLinear2(DeepNet):
    def forward(self, x):
        h = self.layers[0](x).clamp(min=0)
        h = self.layers[1](h).clamp(min=0).detach()
        return self.layers[2](h)


class LayersInAList(DeepNet):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]


def _observe_deep_net(deep_net, D_in, H, D_out, seed, x):
    """Return the output of a model, and gradients if autograd follows the input.

    Its parameters are those of the lesson's layers after `torch.manual_seed`. They go to
    the names of the lesson where these are there, because the order in `__init__` is free.
    """
    model = deep_net(D_in, H, D_out).to(x.dtype)
    layers = [getattr(model, name, None) for name in _LAYERS]
    named = all(isinstance(layer, nn.Module) for layer in layers)
    parameters = list((nn.ModuleList(layers) if named else model).parameters())
    if not parameters:
        return None if model(x.float()) is None else "매개변수 없음 · no parameters"
    torch.manual_seed(seed)
    with torch.no_grad():
        for param, value in zip(parameters, DeepNet(D_in, H, D_out).parameters(), strict=False):
            if param.shape == value.shape:
                param.copy_(value)
    model(torch.ones_like(x))  # a first call must not change what a second one returns
    output = model(x)
    if not (x.requires_grad and isinstance(output, torch.Tensor)):
        return output
    gradients = [torch.zeros_like(param) for param in parameters]
    if output.requires_grad:
        gradients = torch.autograd.grad(output.sum(), parameters, materialize_grads=True)
    names = [f"layers[{i}].{part}.grad" for i in range(3) for part in ("weight", "bias")]
    return {"출력 · output": output.detach(), **dict(zip(names, gradients, strict=False))}


_LAYERS = ("linear1", "linear2", "linear3")


check_DeepNet = Exercise(  # noqa: N816
    name="check_DeepNet",
    lesson="02",
    minutes=10,
    asks=Text(
        "계층 세 개를 모두 등록하고, 입력이 첫째 계층, ReLU, 둘째 계층, ReLU, 마지막 계층을 "
        "차례로 지나게 합니다.",
        "Have all three layers registered, and let the input go through the first layer, ReLU, "
        "the second layer, ReLU and the last layer, in this order.",
    ),
    why=Text(
        "등록되지 않은 계층은 학습되지 않는데, 오류가 나지 않아 알아채기 어렵습니다.",
        "A layer that is not registered is not trained, and no error tells you so.",
    ),
    starter=_StarterOfDeepNet,
    reference=DeepNet,
    cases=[
        lambda: (2, 3, 1, 0, *tensors(10, (3, 2))),
        lambda: (3, 5, 2, 0, *tensors(11, (4, 3))),
        lambda: (20, 30, 7, 0, 100 * tensors(12, (16, 20))[0]),
        lambda: (6, 4, 3, 0, *tensors(13, (9, 6), dtype=torch.float64)),
        lambda: (2, 3, 1, 0, tensors(14, (4, 2))[0].requires_grad_()),
    ],
    observe=_observe_deep_net,
    mistakes=[
        Mistake(
            WithoutReLU,
            Text(
                "출력에 ReLU를 지난 값이 쓰이지 않습니다.",
                "No value that has gone through a ReLU is used for the output.",
            ),
            Text(
                "ReLU를 부르는 곳이 있나요? `clamp`는 새 텐서를 돌려주므로, 돌려받은 것을 다음 "
                "모듈에 넣어야 합니다.",
                "Do you call a ReLU? `clamp` returns a new Tensor, and that one has to go to the "
                "next module.",
            ),
        ),
        Mistake(
            WithoutFirstReLU,
            Text(
                "첫째 계층 다음의 ReLU가 없거나, 그 결과가 쓰이지 않습니다.",
                "The ReLU after the first layer is missing, or its result is not used.",
            ),
            Text(
                "첫째 은닉 계층의 값에 음수가 남아 있지 않나요? `clamp`는 새 텐서를 돌려줍니다.",
                "Are negative numbers left in the first hidden layer? `clamp` returns a new "
                "Tensor.",
            ),
        ),
        Mistake(
            WithoutSecondReLU,
            Text(
                "둘째 계층 다음의 ReLU가 없거나, 그 결과가 쓰이지 않습니다.",
                "The ReLU after the second layer is missing, or its result is not used.",
            ),
            Text(
                "둘째 은닉 계층의 값에 음수가 남아 있지 않나요? `clamp`는 새 텐서를 돌려줍니다.",
                "Are negative numbers left in the second hidden layer? `clamp` returns a new "
                "Tensor.",
            ),
        ),
        Mistake(
            ReLUAtTheEnd,
            Text(
                "마지막 계층 다음에도 ReLU를 지나서 출력에 음수가 없습니다.",
                "There is a ReLU after the last layer, too, so no output is negative.",
            ),
            Text(
                "정답에는 음수도 있습니다. 출력이 어떤 계산으로 끝나야 하는지 보세요.",
                "Some targets are negative. What is the last thing you do to the output?",
            ),
        ),
        Mistake(
            KeepsTheNegative,
            Text(
                "음수가 아니라 양수를 0으로 바꾸었습니다.",
                "The positive numbers are replaced with 0, not the negative ones.",
            ),
            Text(
                "`clamp`의 `min`과 `max` 가운데 어느 것이 음수를 0으로 바꾸는지 보세요.",
                "Which of `min` and `max` of `clamp` replaces negative numbers with 0?",
            ),
        ),
        Mistake(
            WithoutLinear2,
            Text(
                "둘째 계층을 지나지 않거나, 그 결과가 쓰이지 않습니다.",
                "The second layer is left out, or its result is not used.",
            ),
            Text(
                "첫째 계층에서 나온 값이 어디로 들어가는지 보세요.",
                "Look at where the values from the first layer go.",
            ),
        ),
        Mistake(
            Linear2Twice,
            Text("둘째 계층을 두 번 지납니다.", "The values go through the second layer twice."),
            Text(
                "모듈마다 몇 번씩 부르는지 세어 보세요.",
                "Count how often each module is called.",
            ),
        ),
        Mistake(
            WithoutLinear3,
            Text(
                "마지막 계층을 지나지 않고 둘째 은닉 계층의 값을 돌려주었습니다.",
                "The values of the second hidden layer are returned, without the last layer.",
            ),
            Text(
                "결과의 열 수가 `H`인지 `D_out`인지 보세요.",
                "Does the result have `H` or `D_out` columns?",
            ),
        ),
        Mistake(
            LayersInAList,
            Text(
                "모델에 매개변수가 없습니다. 계층이 등록되지 않았습니다.",
                "The model has no parameters: its layers are not registered.",
            ),
            Text(
                "계층을 Python의 리스트에 넣거나 `forward`에서 만들지 않았나요? 계층은 `self`에 "
                "바로 넣거나 `nn.ModuleList`에 담아야 등록됩니다.",
                "Are the layers in a plain Python list, or made in `forward`? They are registered "
                "if they are stored in `self` itself or in an `nn.ModuleList`.",
            ),
        ),
        *(
            Mistake(
                answer,
                Text(
                    f"출력은 맞지만, autograd가 {ko} 기록하지 못하여 학습시킬 수 없습니다.",
                    f"The output is right, but autograd does not record {en}, so the model "
                    "cannot be trained.",
                ),
                Text(
                    "`torch.no_grad()`, `detach()`, `.data`를 쓰거나, 계산한 값을 새 텐서로 "
                    "만들지 않았나요?",
                    "Do you use `torch.no_grad()`, `detach()` or `.data`, or make a new Tensor "
                    "from computed values?",
                ),
            )
            for answer, ko, en in (
                (NotRecorded, "계산을", "the computation"),
                (CutAfterLinear1, "둘째 계층 앞의 계산을", "what comes before the second layer"),
                (CutAfterLinear2, "마지막 계층 앞의 계산을", "what comes before the last layer"),
            )
        ),
    ],
    hints=[
        Text(
            "모듈에서 나온 값을 변수에 담아 다음 모듈에 넣으세요. 마지막 값은 `return`으로"
            " 돌려줍니다.",
            "Store the output of each module in a variable and pass it to the next module. "
            "Return the last value with `return`.",
        ),
        Text(
            "ReLU는 `clamp(min=0)`로 계산합니다. 다음 모듈에는 `x`가 아니라 앞에서 구한 "
            "값을 넣으세요.",
            "`clamp(min=0)` computes the ReLU. Pass what you got so far to the next module, "
            "not `x`.",
        ),
    ],
)


def count_parameters(model):
    return sum(param.numel() for param in model.parameters() if param.requires_grad)


def _starter_of_count_parameters(model):
    return None


def _trained(module, **options):
    return [param for param in module.parameters(**options) if param.requires_grad]


def all_of_them(model):
    return sum(param.numel() for param in model.parameters())


def frozen_only(model):
    return sum(param.numel() for param in model.parameters() if not param.requires_grad)


def tensors_counted(model):
    return len(_trained(model))


def rows_counted(model):
    return sum(len(param) if param.ndim else 1 for param in _trained(model))


def shapes_added(model):
    return sum(sum(param.shape) for param in _trained(model))


def matrices_only(model):
    return sum(param.numel() for param in _trained(model) if param.ndim == 2)


def named_weight_only(model):
    named = model.named_parameters()
    return sum(param.numel() for name, param in named if "weight" in name and param.requires_grad)


def with_buffers(model):
    return sum(tensor.numel() for tensor in model.state_dict().values())


def of_children_only(model):
    return sum(param.numel() for child in model.children() for param in _trained(child))


def bytes_counted(model):
    return sum(param.numel() * param.element_size() for param in _trained(model))


def module_by_module(model):
    own = (param for module in model.modules() for param in _trained(module, recurse=False))
    return sum(param.numel() for param in own)


def again_at_each_level(model):
    return sum(param.numel() for module in model.modules() for param in _trained(module))


class _Scaled(nn.Module):
    """A model with parameters of its own."""

    def __init__(self):
        super().__init__()
        self.matrix = nn.Parameter(torch.ones(3, 4))
        self.factor = nn.Parameter(torch.tensor(2.0))
        self.linear = nn.Linear(4, 2)


def _nested():
    block = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
    return nn.Sequential(nn.Sequential(nn.Linear(3, 4), nn.ReLU()), block, nn.Linear(4, 2))


def _used_twice():
    linear = nn.Linear(4, 4)
    return nn.Sequential(linear, nn.ReLU(), linear)


class _Tied(nn.Module):
    """A model with two layers that have the same weights."""

    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(3, 3), nn.Linear(3, 3)
        self.second.weight = self.first.weight


def _partly_frozen():
    model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
    model[0].requires_grad_(False)
    return model


check_count_parameters = Exercise(
    name="check_count_parameters",
    lesson="02",
    minutes=5,
    asks=Text(
        "학습되는 매개변수에 든 수가 모두 몇 개인지 Python의 수로 돌려줍니다. 두 번 쓰는 "
        "매개변수는 한 번만 세고, `requires_grad`가 `False`인 것은 세지 않습니다.",
        "Return, as a Python number, how many numbers there are in the parameters that are "
        "trained. A parameter that is used twice counts once, and one whose `requires_grad` is "
        "`False` does not count.",
    ),
    why=Text(
        "이미 학습한 모델을 가져와 일부만 다시 학습시킬 때, 무엇이 바뀌는지 이 수로 확인합니다.",
        "When you train only a part of a model that was trained before, this count tells what "
        "will change.",
    ),
    starter=_starter_of_count_parameters,
    reference=count_parameters,
    cases=[
        lambda: (nn.Linear(3, 2),),
        lambda: (nn.Linear(3, 2, bias=False),),
        lambda: (nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 3)),),
        lambda: (_nested(),),
        lambda: (_Scaled(),),
        lambda: (nn.Sequential(nn.Linear(2, 6), nn.BatchNorm1d(6), nn.ReLU()),),
        lambda: (_used_twice(),),
        lambda: (nn.Linear(7, 3, dtype=torch.float64),),
        lambda: (_partly_frozen(),),
        lambda: (_Tied(),),
        lambda: (nn.Conv1d(2, 3, 4),),
    ],
    mistakes=[
        Mistake(
            all_of_them,
            Text(
                "학습시키지 않는 매개변수도 세었습니다.",
                "Parameters that are not trained are counted, too.",
            ),
            Text(
                "`requires_grad`를 보고 매개변수를 골라내세요.",
                "Look at `requires_grad` to choose the parameters.",
            ),
        ),
        Mistake(
            frozen_only,
            Text(
                "학습되는 것이 아니라, 학습시키지 않는 매개변수를 세었습니다.",
                "Those parameters are counted that are not trained, not those that are.",
            ),
            Text(
                "조건의 방향을 보세요.",
                "Look at which way the condition goes.",
            ),
        ),
        Mistake(
            tensors_counted,
            Text(
                "텐서에 든 수가 아니라 텐서를 세었습니다.",
                "The Tensors are counted, not the numbers in them.",
            ),
            Text(
                "가중치 텐서 하나에는 수가 여러 개 들어 있습니다.",
                "A single Tensor of weights holds many numbers.",
            ),
        ),
        Mistake(
            rows_counted,
            Text(
                "텐서마다 행만 세었습니다.",
                "Only the rows of each Tensor are counted.",
            ),
            Text(
                "`len`은 텐서의 행이 몇 개인지 돌려줍니다.",
                "`len` returns how many rows a Tensor has.",
            ),
        ),
        Mistake(
            shapes_added,
            Text(
                "모양에 적힌 크기를 곱하지 않고 더했습니다.",
                "The sizes in each shape are added, not multiplied.",
            ),
            Text(
                "행이 2개이고 열이 3개인 텐서에 수가 몇 개 들어 있는지 세어 보세요.",
                "Count the numbers in a Tensor with 2 rows and 3 columns.",
            ),
        ),
        Mistake(
            matrices_only,
            Text(
                "행과 열이 있는 텐서만 세었습니다. 편향처럼 한 줄인 텐서가 빠졌습니다.",
                "Only Tensors with two dimensions are counted. Others, such as biases with one "
                "dimension, are missing.",
            ),
            Text(
                "매개변수의 모양은 무엇이든 괜찮습니다.",
                "The shape of a parameter does not matter.",
            ),
        ),
        Mistake(
            named_weight_only,
            Text(
                "이름에 `weight`가 있는 매개변수만 세었습니다.",
                "Only parameters with `weight` in their names are counted.",
            ),
            Text(
                "매개변수의 이름을 출력하여 빠진 것이 무엇인지 보세요.",
                "Print the names of the parameters. Which ones are left out?",
            ),
        ),
        Mistake(
            with_buffers,
            Text(
                "매개변수가 아닌 텐서도 세었습니다. `state_dict()`에는 모델이 저장하는 다른 텐서도"
                " 들어 있습니다.",
                "Tensors that are not parameters are counted, too. `state_dict()` also holds "
                "the other Tensors that a model saves.",
            ),
            Text(
                "매개변수만 내놓는 메서드를 찾아보세요.",
                "Look for the method that yields nothing but parameters.",
            ),
        ),
        Mistake(
            of_children_only,
            Text(
                "모델 안에 든 모듈만 따로따로 세었습니다. 모델이 직접 가진 매개변수가 빠지고,"
                " 두 번 쓴 모듈은 두 번 셀 수도 있습니다.",
                "Only the modules inside the model are counted, one by one. Parameters of the "
                "model itself are missing, and a module used twice can be counted twice.",
            ),
            Text(
                "모델 안의 모듈마다 부르지 말고, 모델에서 바로 `parameters()`를 불러 보세요.",
                "Do not go through the modules of the model. Call `parameters()` on the model "
                "itself.",
            ),
        ),
        Mistake(
            module_by_module,
            Text(
                "두 모듈이 함께 쓰는 매개변수를 두 번 세었습니다.",
                "A parameter that two modules share is counted twice.",
            ),
            Text(
                "모듈마다 따로 세지 말고, 모델에서 바로 `parameters()`를 불러 보세요.",
                "Do not count module by module. Call `parameters()` on the model itself.",
            ),
        ),
        Mistake(
            again_at_each_level,
            Text(
                "모델 안에 든 모듈의 매개변수를 여러 번 세었습니다.",
                "Parameters of modules inside the model are counted more than once.",
            ),
            Text(
                "`parameters()`는 안에 든 모듈의 매개변수까지 모두 내놓습니다.",
                "`parameters()` also yields the parameters of all modules inside.",
            ),
        ),
        Mistake(
            bytes_counted,
            Text(
                "수의 개수가 아니라 바이트를 세었습니다.",
                "The bytes are counted, not the numbers.",
            ),
            Text(
                "수 하나가 몇 바이트인지는 여기에서 필요 없습니다.",
                "How many bytes a number takes does not matter here.",
            ),
        ),
    ],
    hints=[
        Text(
            "`model.parameters()`는 매개변수를 하나씩 내놓습니다. `for`로 하나씩 볼 수 있습니다.",
            "`model.parameters()` yields the parameters one by one. You can go through them with "
            "`for`.",
        ),
        Text(
            "텐서 `param`에 든 수의 개수는 `param.numel()`입니다. 이것을 모두 더하세요.",
            "A Tensor `param` holds `param.numel()` numbers. Add these counts up.",
        ),
    ],
)
