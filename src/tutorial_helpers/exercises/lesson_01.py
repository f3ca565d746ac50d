"""Exercises of lesson 01, the random data."""

import torch

from tutorial_helpers.data import make_random_data
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text
from tutorial_helpers.exercises.trying import difference


def draw(seed):
    generator = torch.Generator().manual_seed(seed)
    x_small, y_small = make_random_data(5, 3, 2, generator=generator)
    return x_small, y_small


def _starter_of_draw(seed):
    x_small, y_small = None, None
    return x_small, y_small


def without_generator(seed):
    x_small = torch.randn(5, 3)
    y_small = torch.randn(5, 2)
    return x_small, y_small


_made_once = torch.Generator().manual_seed(7)


def goes_on_from_call_to_call(seed):
    return make_random_data(5, 3, 2, generator=_made_once)


def seed_not_used(seed):
    generator = torch.Generator().manual_seed(7)
    return make_random_data(5, 3, 2, generator=generator)


def seeds_the_shared_generator(seed):
    torch.manual_seed(seed)
    return torch.randn(5, 3), torch.randn(5, 2)


def seeds_the_shared_generator_with_7(seed):
    torch.manual_seed(7)
    return torch.randn(5, 3), torch.randn(5, 2)


def starts_over_for_y(seed):
    x_small = torch.randn(5, 3, generator=torch.Generator().manual_seed(seed))
    y_small = torch.randn(5, 2, generator=torch.Generator().manual_seed(seed))
    return x_small, y_small


def y_drawn_first(seed):
    generator = torch.Generator().manual_seed(seed)
    y_small = torch.randn(5, 2, generator=generator)
    x_small = torch.randn(5, 3, generator=generator)
    return x_small, y_small


def y_returned_first(seed):
    x_small, y_small = draw(seed)
    return y_small, x_small


def rand_for_randn(seed):
    generator = torch.Generator().manual_seed(seed)
    x_small = torch.rand(5, 3, generator=generator)
    y_small = torch.rand(5, 2, generator=generator)
    return x_small, y_small


def rows_for_columns(seed):
    generator = torch.Generator().manual_seed(seed)
    x_small = torch.randn(3, 5, generator=generator)
    y_small = torch.randn(2, 5, generator=generator)
    return x_small, y_small


def in_float64(seed):
    generator = torch.Generator().manual_seed(seed)
    x_small = torch.randn(5, 3, generator=generator, dtype=torch.float64)
    y_small = torch.randn(5, 2, generator=generator, dtype=torch.float64)
    return x_small, y_small


def _observe_draw(draw, seed):
    """Return the data, or how an answer treats seeds if it does so in another way.

    Data that does not come from the seed alone could be any, so it is left out.
    """
    torch.rand(1)  # so that no seed is the one that the shared generator starts from
    state = torch.get_rng_state()
    data = draw(seed)
    touched = not torch.equal(torch.get_rng_state(), state)
    torch.rand(1)  # something else draws
    again, other = draw(seed), draw(seed + 1)
    if not isinstance(data, (list, tuple)):
        return data
    if [getattr(part, "shape", None) for part in data] != [(5, 3), (5, 2)]:
        return data
    differs, ignored = difference(data, again) is not None, difference(data, other) is None
    if touched or differs or ignored:
        return {
            "함께 쓰는 Generator · the shared Generator": _said(touched),
            "같은 시드로 다시 뽑은 데이터 · data of the same seed again": _said(differs),
            "다른 시드로 뽑은 데이터 · data of another seed": _said(not ignored),
        }
    is_float32 = all(part.dtype == torch.float32 for part in data)
    return data if is_float32 else "float32가 아님 · not float32"


def _said(changed):
    return "달라짐 · differs" if changed else "그대로 · the same"


check_draw = Exercise(
    name="check_draw",
    lesson="01",
    minutes=10,
    asks=Text(
        "받은 시드로 시작하는 `Generator` 하나에서 모양이 (5, 3)인 입력과 (5, 2)인 정답을"
        " 차례로 뽑아 `float32`인 텐서로 돌려줍니다. 함께 쓰는 `Generator`는 건드리지 않습니다.",
        "From one `Generator` that starts at the given seed, draw inputs of shape (5, 3) and "
        "then targets of shape (5, 2), and return both as Tensors of `float32`. Leave the shared "
        "`Generator` alone.",
    ),
    why=Text(
        "시드만 알면 누구나 같은 데이터를 다시 만들 수 있고, 다른 코드가 데이터를 바꾸지 못합니다.",
        "Whoever knows the seed can make the same data again, and no other code can change it.",
    ),
    starter=_starter_of_draw,
    reference=draw,
    cases=[lambda: (1,), lambda: (12,), lambda: (2026,), lambda: (7,)],
    observe=_observe_draw,
    mistakes=[
        Mistake(
            without_generator,
            Text(
                "`generator`를 넘기지 않고 뽑은 것이 있어서, 부를 때마다 다른 데이터가 나옵니다.",
                "Something is drawn without a `generator`, so each call gives different data.",
            ),
            Text(
                "`generator`를 넘기지 않으면 `torch.randn`이 어디에서 수를 뽑는지 떠올려 보세요.",
                "Where does `torch.randn` get its numbers from if you pass no `generator`?",
            ),
        ),
        Mistake(
            goes_on_from_call_to_call,
            Text(
                "시드가 같아도 부를 때마다 데이터가 달라집니다. 부를 때마다 받은 시드에서 "
                "시작하지 않습니다.",
                "Each call gives different data, even with the same seed. It does not start at the "
                "given seed each time.",
            ),
            Text(
                "`Generator`를 함수 밖에서 만들지 않았나요? 아니면 NumPy처럼 시드를 정하지 않은 "
                "다른 것에서 뽑나요?",
                "Is the `Generator` made outside the function? Or is something drawn from "
                "elsewhere, such as NumPy, without a seed?",
            ),
        ),
        Mistake(
            seed_not_used,
            Text(
                "받은 `seed`를 쓰지 않아서, 시드를 바꾸어도 같은 데이터가 나옵니다.",
                "The given `seed` is not used, so different seeds give the same data.",
            ),
            Text(
                "`Generator`를 만든 다음 `manual_seed`를 부르는지, 무엇을 넘기는지 보세요.",
                "After making the `Generator`, do you call `manual_seed`, and with what?",
            ),
        ),
        Mistake(
            seeds_the_shared_generator,
            Text(
                "프로그램 전체가 함께 쓰는 `Generator`를 건드렸습니다."
                " 그래서 `draw`를 부르면 다른 코드가 뽑는 수도 달라집니다.",
                "It touches the `Generator` that the whole program shares. So a call of `draw` "
                "changes what other code draws.",
            ),
            Text(
                "`torch.manual_seed`가 있는 줄이나 `generator` 없이 뽑는 줄이 있나요? 그런 줄은 "
                "어느 `Generator`를 쓸까요?",
                "Is there a line with `torch.manual_seed`, or one that draws without a "
                "`generator`? Which `Generator` does such a line use?",
            ),
        ),
        Mistake(
            seeds_the_shared_generator_with_7,
            Text(
                "프로그램 전체가 함께 쓰는 `Generator`를 건드렸고, 시드를 바꾸어도 같은 데이터가 "
                "나옵니다.",
                "It touches the `Generator` that the whole program shares, and different seeds "
                "give the same data.",
            ),
            Text(
                "`torch.manual_seed`가 무엇의 시드를 정하는지, 받은 `seed`를 어디에 쓰는지 보세요.",
                "Look at whose seed `torch.manual_seed` sets, and at where the given `seed` is "
                "used.",
            ),
        ),
        Mistake(
            starts_over_for_y,
            Text(
                "`x_small`과 `y_small`을 같은 시드에서 따로 뽑아서 같은 수가 되풀이됩니다.",
                "`x_small` and `y_small` are drawn from the same seed separately, so the same "
                "numbers come twice.",
            ),
            Text(
                "`Generator`의 시드를 몇 번 정하는지 세어 보세요.",
                "Count how often the seed of a `Generator` is set.",
            ),
        ),
        Mistake(
            y_drawn_first,
            Text(
                "정답을 먼저 뽑고 입력을 나중에 뽑았습니다.",
                "Your code draws the targets before the inputs.",
            ),
            Text(
                "먼저 뽑는 쪽이 `Generator`의 첫 수를 받습니다. 뽑는 차례를 보세요.",
                "What is drawn first gets the first numbers of the `Generator`. Look at the order.",
            ),
        ),
        Mistake(
            y_returned_first,
            Text(
                "바르게 뽑았지만, 정답을 먼저 돌려주고 입력을 나중에 돌려주었습니다.",
                "The data is drawn correctly, but the targets are returned before the inputs.",
            ),
            Text("`return` 뒤의 차례를 보세요.", "Look at the order after `return`."),
        ),
        Mistake(
            rand_for_randn,
            Text(
                "정규분포가 아니라 0과 1 사이에서 고르게 뽑은 수입니다.",
                "The numbers are drawn evenly between 0 and 1, not from the normal distribution.",
            ),
            Text(
                "수를 뽑는 함수의 이름을 이 수업의 코드와 한 글자씩 비교해 보세요.",
                "Compare the name of the function that draws, letter by letter, with the code of "
                "this lesson.",
            ),
        ),
        Mistake(
            in_float64,
            Text(
                "데이터의 자료형이 `float32`가 아닙니다.",
                "The data type of the data is not `float32`.",
            ),
            Text(
                "`dtype` 인자나 `double` 메서드를 쓰지 않았나요? NumPy에서 뽑은 수의 자료형은 "
                "PyTorch와 달리 `float64`입니다.",
                "Do you use the argument `dtype` or the method `double`? Numbers drawn by NumPy "
                "are `float64`.",
            ),
        ),
        Mistake(
            rows_for_columns,
            Text(
                "행과 열이 바뀌었습니다. 한 행이 샘플 하나여야 합니다.",
                "Rows and columns are swapped. Each row must be one sample.",
            ),
            Text(
                "`x`의 모양에서 샘플의 수가 앞에 오는지 뒤에 오는지 보세요.",
                "Does the number of samples come first or last in the shape of `x`?",
            ),
        ),
    ],
    hints=[
        Text(
            "시드가 같은 새 `Generator`에서는 늘 같은 수가 나옵니다. `draw`를 부를 때마다 "
            "새것이 필요합니다.",
            "A new `Generator` with the same seed always gives the same numbers. Each call "
            "of `draw` needs a new one.",
        ),
        Text(
            "함수 안에서 `torch.Generator().manual_seed(seed)`로 하나를 만들고, 입력과 정답을 뽑을"
            " 때 모두 `generator`로 넘기세요.",
            "Make one inside the function with `torch.Generator().manual_seed(seed)`, and pass "
            "it as `generator` both for the inputs and for the targets.",
        ),
    ],
)


def largest_hidden(N, D_in, D_out):
    return (N * D_out - D_out) // (D_in + 1 + D_out)


def _starter_of_largest_hidden(N, D_in, D_out):
    return None


def weights_only(N, D_in, D_out):
    return N * D_out // (D_in + D_out)


def without_output_bias(N, D_in, D_out):
    return N * D_out // (D_in + 1 + D_out)


def without_hidden_bias(N, D_in, D_out):
    return (N * D_out - D_out) // (D_in + D_out)


def first_layer_only(N, D_in, D_out):
    return N * D_out // (D_in + 1)


def samples_only(N, D_in, D_out):
    return max(0, (N - D_out) // (D_in + 1 + D_out))


def at_least_1(N, D_in, D_out):
    return max(1, (N * D_out - D_out) // (D_in + 1 + D_out))


def with_a_remainder(N, D_in, D_out):
    return (N * D_out - D_out) / (D_in + 1 + D_out)


def rounded_up(N, D_in, D_out):
    return -((D_out - N * D_out) // (D_in + 1 + D_out))


def strictly_fewer(N, D_in, D_out):
    return max(0, (N * D_out - D_out - 1) // (D_in + 1 + D_out))


def one_too_many(N, D_in, D_out):
    return (N * D_out - D_out) // (D_in + 1 + D_out) + 1


def bias_for_each_hidden_number(N, D_in, D_out):
    return N * D_out // (D_in + 1 + 2 * D_out)


check_largest_hidden = Exercise(
    name="check_largest_hidden",
    lesson="01",
    minutes=10,
    asks=Text(
        "샘플이 `N`개, 입력이 `D_in`차원, 정답이 `D_out`차원일 때, 은닉 계층이 하나인 신경망의 "
        "매개변수가 맞혀야 할 수보다 많지 않은 가장 큰 `H`를 정수로 돌려줍니다. 그런 `H`가 없으면 "
        "0을 돌려줍니다.",
        "For `N` samples with inputs of `D_in` and targets of `D_out` dimensions, return the "
        "largest whole `H` for which the network with one hidden layer has no more parameters "
        "than there are numbers to match, or 0 if there is none.",
    ),
    why=Text(
        "매개변수와 맞혀야 할 수를 견주는 것은 첫 짐작일 뿐이지만, 견주려면 바르게 세어야 합니다.",
        "Comparing parameters with numbers to match is only a first guess, but it takes a right "
        "count of both.",
    ),
    starter=_starter_of_largest_hidden,
    reference=largest_hidden,
    cases=[
        lambda: (5, 1, 1),
        lambda: (4, 1, 1),
        lambda: (3, 2, 1),
        lambda: (1, 3, 2),
        lambda: (7, 2, 3),
        lambda: (13, 3, 2),
        lambda: (30, 4, 3),
        lambda: (41, 7, 8),
        lambda: (52, 12, 1),
        lambda: (500, 12, 30),
        lambda: (1000, 40, 9),
        lambda: (9, 300, 4),
    ],
    mistakes=[
        Mistake(
            weights_only,
            Text("가중치만 세고 편향을 빠뜨렸습니다.", "Only weights are counted, no biases."),
            Text(
                "계층마다 가중치 말고 무엇이 더 있나요?",
                "What does each layer have in addition to its weights?",
            ),
        ),
        Mistake(
            without_output_bias,
            Text(
                "둘째 계층의 편향을 빠뜨렸습니다.",
                "The biases of the second layer are missing.",
            ),
            Text(
                "출력에 든 수마다 편향이 하나씩 있습니다.",
                "There is one bias for each number of the output.",
            ),
        ),
        Mistake(
            without_hidden_bias,
            Text(
                "첫째 계층의 편향을 빠뜨렸습니다.",
                "The biases of the first layer are missing.",
            ),
            Text(
                "은닉 계층에 든 수마다 편향이 하나씩 있습니다.",
                "There is one bias for each number of the hidden layer.",
            ),
        ),
        Mistake(
            first_layer_only,
            Text("첫째 계층만 세었습니다.", "Only the first layer is counted."),
            Text(
                "은닉 계층에서 출력을 계산하는 데에도 매개변수가 필요합니다.",
                "Computing the output from the hidden layer takes parameters, too.",
            ),
        ),
        Mistake(
            samples_only,
            Text(
                "맞혀야 할 수가 아니라 샘플을 세었습니다.",
                "Samples are counted, not the numbers to match.",
            ),
            Text(
                "샘플 하나의 정답에는 수가 몇 개 들어 있나요?",
                "How many numbers are in the target of one sample?",
            ),
        ),
        Mistake(
            at_least_1,
            Text(
                "그런 `H`가 없을 때 0이 아닌 수를 돌려줍니다.",
                "Where there is no such `H`, something other than 0 comes back.",
            ),
            Text(
                "`H`가 1이어도 매개변수가 더 많은 크기로 불러 보세요.",
                "Call it with sizes for which even an `H` of 1 has more parameters.",
            ),
        ),
        Mistake(
            rounded_up,
            Text(
                "올림을 해서, 돌려준 `H`에서는 매개변수가 더 많습니다.",
                "It is rounded up, so with this `H` there are more parameters.",
            ),
            Text(
                "돌려준 `H`로 매개변수를 세어 맞혀야 할 수와 비교해 보세요.",
                "Count the parameters for the `H` that you return, and compare.",
            ),
        ),
        Mistake(
            strictly_fewer,
            Text(
                "두 수가 같을 때의 `H`를 빠뜨렸습니다.",
                "The `H` for which both counts are equal is left out.",
            ),
            Text(
                "많지 않다는 말은 같아도 된다는 뜻입니다.",
                "No more than means that they may be equal.",
            ),
        ),
        Mistake(
            one_too_many,
            Text(
                "하나 더 큰 `H`를 돌려줍니다.",
                "The `H` that comes back is one too large.",
            ),
            Text(
                "루프를 멈출 때 `H`가 조건을 만족하는 마지막 수인지, 처음으로 어긴 수인지 보세요.",
                "When your loop stops, is `H` the last one that fits, or the first that does not?",
            ),
        ),
        Mistake(
            bias_for_each_hidden_number,
            Text(
                "둘째 계층의 편향을 은닉 계층의 수마다 세었습니다.",
                "The biases of the second layer are counted once for each hidden number.",
            ),
            Text(
                "은닉 계층이 커지면 출력의 편향도 늘어나나요?",
                "Do more hidden numbers bring more biases of the output?",
            ),
        ),
        Mistake(
            with_a_remainder,
            Text(
                "정수가 아닌 수를 돌려줍니다.",
                "What comes back is not a whole number.",
            ),
            Text(
                "`/` 말고 나머지를 버리는 나눗셈이 있습니다.",
                "There is a division that drops the remainder, other than `/`.",
            ),
        ),
    ],
    hints=[
        Text(
            "`H`가 1 늘면 매개변수가 몇 개 느는지 먼저 세어 보세요.",
            "First count how many parameters are added when `H` grows by 1.",
        ),
        Text(
            "`H`를 1부터 하나씩 늘리면서 매개변수를 세고, 맞혀야 할 수 `N * D_out`과 견주는 "
            "루프로도 풀 수 있습니다.",
            "A loop will do: let `H` grow from 1, count the parameters, and compare with the "
            "`N * D_out` numbers to match.",
        ),
    ],
)
