"""Exercises of lesson 10, on speed."""

import math

from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def step_flops(N, D_in, H1, H2, D_out):
    return 2 * N * (2 * D_in * H1 + 3 * H1 * H2 + 3 * H2 * D_out)


def _starter_of_step_flops(N, D_in, H1, H2, D_out):
    return None


def forward_only(N, D_in, H1, H2, D_out):
    return 2 * N * (D_in * H1 + H1 * H2 + H2 * D_out)


def backward_only(N, D_in, H1, H2, D_out):
    return 2 * N * (D_in * H1 + 2 * H1 * H2 + 2 * H2 * D_out)


def gradient_of_the_input_too(N, D_in, H1, H2, D_out):
    return 2 * N * 3 * (D_in * H1 + H1 * H2 + H2 * D_out)


def gradients_of_the_weights_only(N, D_in, H1, H2, D_out):
    return 2 * N * 2 * (D_in * H1 + H1 * H2 + H2 * D_out)


def multiplications_only(N, D_in, H1, H2, D_out):
    return N * (2 * D_in * H1 + 3 * H1 * H2 + 3 * H2 * D_out)


def of_one_sample(N, D_in, H1, H2, D_out):
    return 2 * (2 * D_in * H1 + 3 * H1 * H2 + 3 * H2 * D_out)


def one_hidden_layer(N, D_in, H1, H2, D_out):
    return 2 * N * (2 * D_in * H1 + 3 * H1 * D_out)


def middle_layer_missing(N, D_in, H1, H2, D_out):
    return 2 * N * (2 * D_in * H1 + 3 * H2 * D_out)


def last_layer_like_the_first(N, D_in, H1, H2, D_out):
    return 2 * N * (2 * D_in * H1 + 3 * H1 * H2 + 2 * H2 * D_out)


def middle_layer_like_the_first(N, D_in, H1, H2, D_out):
    return 2 * N * (2 * D_in * H1 + 2 * H1 * H2 + 3 * H2 * D_out)


check_step_flops = Exercise(
    name="check_step_flops",
    lesson="10",
    minutes=8,
    asks=Text(
        "크기가 `H1`과 `H2`인 은닉 계층이 두 개 있는 신경망에서, 한 단계의 행렬 곱에 필요한 "
        "계산량을 Python의 수로 돌려줍니다. 입력의 변화도는 구하지 않습니다.",
        "Return the number of operations in the matrix products of one step of a network with two "
        "hidden layers, `H1` and `H2`, as a Python number. The gradient of the input is not "
        "computed.",
    ),
    why=Text(
        "계산량을 컴퓨터의 속도로 나누면, 한 단계에 적어도 얼마나 걸릴지 미리 짐작할 수 있습니다.",
        "Divide the amount of arithmetic by the operations per second that your computer reaches, "
        "and you know about how long a step takes at least.",
    ),
    starter=_starter_of_step_flops,
    reference=step_flops,
    cases=[
        lambda: (1, 1, 1, 1, 1),
        lambda: (2, 3, 5, 7, 11),
        lambda: (64, 1000, 100, 50, 10),
        lambda: (32, 20, 300, 4, 6),
    ],
    mistakes=[
        Mistake(
            forward_only,
            Text("순전파만 세었습니다.", "Only the forward pass is counted."),
            Text(
                "역전파에서도 계층마다 행렬을 곱합니다.",
                "In the backward pass, each layer has matrix products, too.",
            ),
        ),
        Mistake(
            backward_only,
            Text("역전파만 세었습니다.", "Only the backward pass is counted."),
            Text(
                "한 단계에는 순전파도 있습니다.",
                "A step also includes the forward pass.",
            ),
        ),
        Mistake(
            gradient_of_the_input_too,
            Text(
                "계층마다 곱을 세 번씩 세었습니다. 입력의 변화도까지 구한 것이 됩니다.",
                "Three products are counted for each layer. That includes the gradient of the "
                "input.",
            ),
            Text(
                "첫째 계층 앞에는 다른 계층이 없습니다. 어떤 변화도를 구하지 않아도 되나요?",
                "No layer comes before the first one. Which gradient does it not have to compute?",
            ),
        ),
        Mistake(
            gradients_of_the_weights_only,
            Text(
                "계층마다 곱을 두 번씩 세었습니다. 앞 계층으로 변화도를 넘기는 곱이 빠졌습니다.",
                "Two products are counted for each layer. Those that pass the gradient on to the "
                "layer before are missing.",
            ),
            Text(
                "수업에서 센 신경망에서는 둘째 계층의 곱이 왜 세 번이었나요?",
                "In the network counted in the lesson, why does the second layer have three "
                "products?",
            ),
        ),
        Mistake(
            multiplications_only,
            Text(
                "곱셈만 세고 덧셈을 세지 않았습니다.",
                "Multiplications are counted, additions are not.",
            ),
            Text(
                "행렬 곱에서는 수를 둘씩 곱하고, 그 결과를 더합니다.",
                "In a matrix product, pairs of numbers are multiplied, and the results are added "
                "up.",
            ),
        ),
        Mistake(
            of_one_sample,
            Text("샘플 하나의 계산량입니다.", "This is the arithmetic of one sample."),
            Text(
                "배치에 샘플이 더 많으면 무엇이 달라지나요?",
                "What changes if the batch has more samples?",
            ),
        ),
        Mistake(
            one_hidden_layer,
            Text(
                "은닉 계층이 하나인 신경망의 계산량입니다.",
                "This is the arithmetic of a network with one hidden layer.",
            ),
            Text(
                "은닉 계층이 둘이면 가중치 행렬은 모두 몇 개인가요?",
                "With two hidden layers, how many weight matrices are there?",
            ),
        ),
        Mistake(
            middle_layer_missing,
            Text(
                "`H1`에서 `H2`로 가는 계층을 빠뜨렸습니다.",
                "The layer from `H1` to `H2` is missing.",
            ),
            Text(
                "은닉 계층 둘 사이에도 가중치가 있습니다.",
                "There are weights between the two hidden layers as well.",
            ),
        ),
        Mistake(
            last_layer_like_the_first,
            Text(
                "`H2`에서 출력으로 가는 계층의 곱을 한 번 적게 세었습니다.",
                "For the layer from `H2` to the output, one product too few is counted.",
            ),
            Text(
                "이 계층 앞에는 다른 계층이 있습니다. 변화도를 그쪽으로 넘겨야 하나요?",
                "There is a layer before this one. Does the gradient have to be passed on to it?",
            ),
        ),
        Mistake(
            middle_layer_like_the_first,
            Text(
                "`H1`에서 `H2`로 가는 계층의 곱을 한 번 적게 세었습니다.",
                "For the layer from `H1` to `H2`, one product too few is counted.",
            ),
            Text(
                "이 계층 앞에는 다른 계층이 있습니다. 변화도를 그쪽으로 넘겨야 하나요?",
                "There is a layer before this one. Does the gradient have to be passed on to it?",
            ),
        ),
    ],
    hints=[
        Text(
            "가중치가 있는 계층을 하나씩 적고, 계층마다 곱을 몇 번 하는지 적어 보세요.",
            "Write down the layers that have weights, and how many products each of them has.",
        ),
        Text(
            "곱 하나의 계산량은 배치 크기, 계층의 입력 차원, 출력 차원을 모두 곱한 것의 두 "
            "배입니다. 첫째 계층은 곱이 두 번, 다른 계층은 세 번입니다.",
            "One product takes twice the batch size times the input size times the output size of "
            "the layer. The first layer has two products, each of the others three.",
        ),
    ],
)


def steps_to_earn_back(setup, before, after):
    saved = before - after
    return math.ceil(setup / saved) if saved > 0 else math.inf


def _starter_of_steps_to_earn_back(setup, before, after):
    return None


def divided_by_before(setup, before, after):
    return math.ceil(setup / before) if before > after else math.inf


def divided_by_after(setup, before, after):
    return math.ceil(setup / after) if before > after else math.inf


def never_inf(setup, before, after):
    return math.ceil(setup / (before - after))


def inf_only_when_equal(setup, before, after):
    return math.ceil(setup / (before - after)) if before != after else math.inf


def zero_when_slower(setup, before, after):
    return math.ceil(setup / (before - after)) if before > after else 0


def rounded_down(setup, before, after):
    return math.floor(setup / (before - after)) if before > after else math.inf


def not_rounded(setup, before, after):
    return setup / (before - after) if before > after else math.inf


def one_step_more(setup, before, after):
    return math.floor(setup / (before - after)) + 1 if before > after else math.inf


def the_wrong_way_round(setup, before, after):
    return math.ceil(setup / (after - before)) if after > before else math.inf


check_steps_to_earn_back = Exercise(
    name="check_steps_to_earn_back",
    lesson="10",
    minutes=5,
    asks=Text(
        "준비에 `setup`초를 들이면 한 단계의 시간이 `before`초에서 `after`초로 바뀝니다. 준비 "
        "시간까지 더한 전체 시간이 전보다 길지 않으려면 적어도 몇 단계를 실행해야 하는지 "
        "Python의 수로 돌려줍니다. 되찾을 수 없으면 `math.inf`를 돌려줍니다.",
        "A new loop needs `setup` seconds to get ready and changes the time of a step from "
        "`before` to `after` seconds. Return, as a Python number, the smallest number of steps "
        "after which the new loop, together with its setup, has taken no longer than the old one, "
        "or `math.inf` if the setup is never earned back.",
    ),
    why=Text(
        "컴파일뿐 아니라 준비에 시간이 드는 방법은 모두 이렇게 따져 볼 수 있습니다.",
        "In this way you can judge any method that takes time to set up; compiling is one example.",
    ),
    starter=_starter_of_steps_to_earn_back,
    reference=steps_to_earn_back,
    # Fractions that floating-point numbers hold exactly, so that rounding up is clear.
    cases=[
        lambda: (8, 0.75, 0.5),
        lambda: (3, 2, 1),
        lambda: (10, 0.5, 0.125),
        lambda: (1, 0.5, 0.5),
        lambda: (1, 0.5, 0.75),
        lambda: (0.25, 4, 1),
    ],
    mistakes=[
        Mistake(
            divided_by_before,
            Text(
                "준비 시간을 전의 루프의 한 단계 시간으로 나누었습니다.",
                "The setup is divided by the time of one step of the old loop.",
            ),
            Text(
                "새 루프의 단계에도 시간이 듭니다. 한 단계마다 아끼는 시간은 얼마인가요?",
                "A step of the new loop takes time, too. How much does each step save?",
            ),
        ),
        Mistake(
            divided_by_after,
            Text(
                "준비 시간을 새 루프의 한 단계 시간으로 나누었습니다.",
                "The setup is divided by the time of one step of the new loop.",
            ),
            Text(
                "한 단계마다 아끼는 시간은 얼마인가요?",
                "How much time does each step save?",
            ),
        ),
        Mistake(
            never_inf,
            Text(
                "되찾을 수 없을 때를 다루지 않았습니다.",
                "It does not handle a setup that is never earned back.",
            ),
            Text(
                "아끼는 시간이 0이면 몇 단계 뒤에 되찾을 수 있나요?",
                "If the time saved is 0, after how many steps is the setup earned back?",
            ),
        ),
        Mistake(
            inf_only_when_equal,
            Text(
                "새 루프가 더 느릴 때 `math.inf`를 돌려주지 않습니다.",
                "It does not return `math.inf` when the new loop is slower.",
            ),
            Text(
                "`after`가 `before`보다 크면 아끼는 시간은 어떤 수가 되나요?",
                "If `after` is larger than `before`, what kind of number is the time saved?",
            ),
        ),
        Mistake(
            zero_when_slower,
            Text(
                "되찾을 수 없을 때 0을 돌려줍니다. 0단계면 곧바로 되찾았다는 뜻이 됩니다.",
                "It returns 0 when the setup is never earned back. That would mean that it is "
                "earned back at once.",
            ),
            Text(
                "아무리 오래 실행해도 되찾지 못한다는 것을 나타내는 수는 무엇인가요?",
                "Which number is larger than any number of steps?",
            ),
        ),
        Mistake(
            rounded_down,
            Text(
                "소수점 아래를 버렸습니다. 그만큼 실행해서는 아직 다 되찾지 못합니다.",
                "The quotient is rounded down. After that many steps, not all of the setup is "
                "earned back.",
            ),
            Text(
                "10을 3으로 나누면 3이 조금 넘습니다. 3단계면 충분한가요?",
                "10 divided by 3 is a little more than 3. Are 3 steps enough?",
            ),
        ),
        Mistake(
            not_rounded,
            Text(
                "단계 수가 정수가 아닙니다.",
                "The number of steps is not a whole number.",
            ),
            Text(
                "반 단계는 실행할 수 없습니다. 올려야 하나요, 버려야 하나요?",
                "You cannot run half a step. Round up or down?",
            ),
        ),
        Mistake(
            one_step_more,
            Text(
                "딱 나누어떨어질 때 한 단계가 더 많습니다.",
                "There is one step too many when the division leaves no remainder.",
            ),
            Text(
                "두 루프의 전체 시간이 똑같아지면 이미 되찾은 것입니다.",
                "If both loops have taken the same time, the setup is already earned back.",
            ),
        ),
        Mistake(
            the_wrong_way_round,
            Text(
                "`before`와 `after`가 바뀌었습니다.",
                "`before` and `after` are swapped.",
            ),
            Text(
                "준비를 하면 한 단계의 시간은 `before`에서 `after`로 바뀝니다.",
                "With the setup, the time of a step goes from `before` to `after`.",
            ),
        ),
    ],
    hints=[
        Text(
            "한 단계마다 아끼는 시간을 먼저 구하세요.",
            "First find the time that each step saves.",
        ),
        Text(
            "준비 시간을 아끼는 시간으로 나누고 `math.ceil`로 올리세요. 아끼는 것이 없을 때는 따로"
            " 다루세요.",
            "Divide the setup by the time saved, and round up with `math.ceil`. Handle separately "
            "the case in which nothing is saved.",
        ),
    ],
)
