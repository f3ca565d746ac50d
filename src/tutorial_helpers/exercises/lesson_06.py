"""Exercises of lesson 06, what was learned."""

import math

import torch

from tutorial_helpers.exercises.cases import tensors
from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def learned(loss_on_fresh, loss_of_zero):
    return 1 - loss_on_fresh / loss_of_zero


def _starter_of_learned(loss_on_fresh, loss_of_zero):
    return None


def the_ratio(loss_on_fresh, loss_of_zero):
    return loss_on_fresh / loss_of_zero


def losses_swapped(loss_on_fresh, loss_of_zero):
    return 1 - loss_of_zero / loss_on_fresh


def difference_by_fresh(loss_on_fresh, loss_of_zero):
    return (loss_of_zero - loss_on_fresh) / loss_on_fresh


def sign_flipped(loss_on_fresh, loss_of_zero):
    return loss_on_fresh / loss_of_zero - 1


def difference_not_divided(loss_on_fresh, loss_of_zero):
    return loss_of_zero - loss_on_fresh


def negative_cut_off(loss_on_fresh, loss_of_zero):
    return max(0.0, 1 - loss_on_fresh / loss_of_zero)


def sign_dropped(loss_on_fresh, loss_of_zero):
    return abs(1 - loss_on_fresh / loss_of_zero)


def in_percent(loss_on_fresh, loss_of_zero):
    return 100 * (1 - loss_on_fresh / loss_of_zero)


check_learned = Exercise(
    name="check_learned",
    lesson="06",
    minutes=5,
    asks=Text(
        "처음 보는 데이터의 손실이 0이면 1, 0이라고 예측할 때의 손실과 같으면 0, 그보다 "
        "크면 음수인 수를 돌려줍니다. 처음 보는 데이터의 손실이 같은 만큼 커질 때마다 "
        "이 수도 같은 만큼 작아집니다. Python의 수로 돌려줍니다.",
        "Return a Python number that is 1 if the loss on fresh data is 0, 0 if that loss "
        "equals the loss of predicting 0, and negative if it is larger. Equal increases "
        "in the loss on fresh data lead to equal decreases in this number.",
    ),
    why=Text(
        "이 수만 보아도 규칙을 배운 모델과 외우기만 한 모델을 가려낼 수 있습니다.",
        "This one number shows whether a model has learned or only memorized.",
    ),
    starter=_starter_of_learned,
    reference=learned,
    cases=[
        lambda: (1.0, 4.0),
        lambda: (0.0, 5.0),
        lambda: (3.0, 3.0),
        lambda: (6.0, 4.0),
        lambda: (9.0, 3.0),
        lambda: (0.7, 0.8),
        lambda: (812.5, 640.25),
        lambda: (1531.0, 6907.0),
        lambda: (2500.0, 80.0),
    ],
    mistakes=[
        Mistake(
            the_ratio,
            Text(
                "두 손실의 비율을 그대로 돌려주었습니다. 이 수는 잘 배울수록 작아집니다.",
                "This is only the ratio of the two losses. The more a model has learned, the "
                "smaller it is.",
            ),
            Text(
                "처음 보는 데이터의 손실이 작을수록 커지는 수로 바꾸어야 합니다.",
                "Turn it into a number that is 1 when the ratio is 0, and 0 when the ratio is 1.",
            ),
        ),
        Mistake(
            losses_swapped,
            Text(
                "두 손실의 자리가 바뀌어, 처음 보는 데이터의 손실로 나누었습니다.",
                "The two losses are swapped: your code divides by the loss on fresh data.",
            ),
            Text(
                "처음 보는 데이터의 손실이 0일 때에도 나눌 수 있어야 합니다.",
                "The division must be possible when the loss on fresh data is 0, too.",
            ),
        ),
        Mistake(
            difference_by_fresh,
            Text(
                "두 손실의 차이를 처음 보는 데이터의 손실로 나누었습니다.",
                "The difference of the losses is divided by the loss on fresh data.",
            ),
            Text(
                "견줄 기준은 0이라고 예측할 때의 손실입니다.",
                "The loss to compare with is that of predicting 0.",
            ),
        ),
        Mistake(
            sign_flipped,
            Text(
                "부호가 반대입니다. 처음 보는 데이터의 손실이 0이면 1이 아니라 -1이 나옵니다.",
                "The sign is reversed. If the loss on fresh data is 0, the result is -1, not 1.",
            ),
            Text(
                "무엇에서 무엇을 빼는지 보세요.",
                "Look at what is subtracted from what.",
            ),
        ),
        Mistake(
            difference_not_divided,
            Text(
                "두 손실의 차이를 나누지 않았습니다. 그러면 결과가 손실의 크기에 따라 달라집니다.",
                "The difference of the losses is not divided, "
                "so the result depends on how large the losses are.",
            ),
            Text(
                "두 손실이 모두 두 배가 되어도 결과는 그대로여야 합니다.",
                "If both losses are twice as large, the result must stay the same.",
            ),
        ),
        Mistake(
            negative_cut_off,
            Text(
                "음수가 나와야 할 때 0을 돌려주었습니다.",
                "Where the result should be negative, it is 0.",
            ),
            Text(
                "0이라는 예측보다 얼마나 못한지도 알 수 있게 음수를 그대로 두세요.",
                "Keep negative numbers: they say how much worse the model is than predicting 0.",
            ),
        ),
        Mistake(
            sign_dropped,
            Text(
                "음수가 나와야 할 때 부호를 없앴습니다."
                " 그러면 0이라는 예측보다 나은지 못한지 알 수 없습니다.",
                "Where the result should be negative, its sign is dropped. Then you cannot tell "
                "whether the model is better or worse than predicting 0.",
            ),
            Text(
                "절댓값을 구한 곳이 있는지 보세요.",
                "Is an absolute value taken somewhere?",
            ),
        ),
        Mistake(
            in_percent,
            Text(
                "100을 곱하여 백분율로 나타냈습니다.",
                "The result is in percent, so it is 100 times too large.",
            ),
            Text(
                "처음 보는 데이터의 손실이 0이면 100이 아니라 1이 나와야 합니다.",
                "If the loss on fresh data is 0, the result must be 1, not 100.",
            ),
        ),
    ],
    hints=[
        Text(
            "`loss_on_fresh / loss_of_zero`가 0일 때와 1일 때 무엇이 나와야 하는지 적어 보세요.",
            "Write down what must come out when `loss_on_fresh / loss_of_zero` is 0, "
            "and when it is 1.",
        ),
        Text(
            "이 비율이 0에서 1로 커지는 동안 결과는 1에서 0으로 똑같은 만큼 작아집니다.",
            "While this ratio grows from 0 to 1, the result falls from 1 to 0 by the same amount.",
        ),
    ],
)


def shuffle_targets(y, generator):
    return y[torch.randperm(len(y), generator=generator)]


def _starter_of_shuffle_targets(y, generator):
    return None


def as_it_is(y, generator):
    return y


def numbers_shuffled(y, generator):
    return y.flatten()[torch.randperm(y.numel(), generator=generator)].reshape(y.shape)


def columns_shuffled(y, generator):
    return y[:, torch.randperm(y.shape[1], generator=generator)]


def drawn_with_replacement(y, generator):
    return y[torch.randint(len(y), (len(y),), generator=generator)]


def generator_ignored(y, generator):
    return y[torch.randperm(len(y))]


def a_seed_of_its_own(y, generator):
    return y[torch.randperm(len(y), generator=torch.Generator().manual_seed(8))]


def rows_reversed(y, generator):
    return y.flip(0)


def rows_sorted(y, generator):
    return y[y[:, 0].argsort()]


def numbers_of_rows(y, generator):
    return torch.randperm(len(y), generator=generator)


def from_its_seed(y, generator):
    again = torch.Generator().manual_seed(generator.initial_seed())
    return y[torch.randperm(len(y), generator=again)]


def rolled(y, generator):
    return y.roll(torch.randint(1, len(y), (1,), generator=generator).item(), 0)


# What a right answer gives, whatever the order.
_AS_ASKED = {
    "행 · rows": "모두 한 번씩 · each once",
    "순서 · order": "새 순서 · new",
    "받은 generator · the given generator": "순서를 정함 · decides the order",
    "나올 수 있는 순서 · possible orders": "모두 · all",
}


def _observe_order(answer, y, generator):
    """Return what the result of a right answer has in common with that of any other."""
    given, seed, state = y.clone(), generator.initial_seed(), generator.get_state()
    result = answer(y, generator)
    if not isinstance(result, torch.Tensor):
        return result
    found = {"결과 · result": torch.zeros_like(result)}  # for its shape and its data type
    if (result.shape, result.dtype) != (given.shape, given.dtype):
        return found | _AS_ASKED
    drawn = not torch.equal(generator.get_state(), state)
    again, other = (answer(given.clone(), _generator(number)) for number in (seed, seed + 1))
    few = [answer(given[:4].clone(), _generator(number)) for number in range(300)]
    return (
        found
        | _AS_ASKED
        | (
            _broken(given, result, again, other)
            or _order(given, result)
            or _role_of_generator(result, again, other, drawn)
            or _too_few_orders(few)
        )
    )


def _generator(seed):
    return torch.Generator().manual_seed(seed)


def _broken(y, *results):
    """Return what is wrong with the rows, or nothing."""
    kept = (_kept(y, result) for result in results)
    return next(({"행 · rows": found} for found in kept if found), {})


def _kept(y, result):
    """Return what of y is left whole, or nothing if it is each row."""
    rows, others = y.tolist(), result.tolist()
    if sorted(rows) == sorted(others):
        return ""
    if sorted(map(sorted, rows)) == sorted(map(sorted, others)):
        return "행 안에서 자리가 바뀜 · changed inside"
    if torch.equal(y.flatten().sort().values, result.flatten().sort().values):
        return "흩어짐 · broken up"
    if all(row in rows for row in others):
        return "빠지거나 되풀이됨 · some left out or repeated"
    return "값이 바뀜 · other values"


def _order(y, result):
    """Return which order is not random, or nothing."""
    first = result[:, 0]
    if torch.equal(result, y):
        return {"순서 · order": "그대로 · as given"}
    if torch.equal(result, y.flip(0)):
        return {"순서 · order": "거꾸로 · reversed"}
    if any(torch.equal(first, first.sort(descending=down).values) for down in (False, True)):
        return {"순서 · order": "크기 순서 · sorted"}
    return {}


def _role_of_generator(result, again, other, drawn):
    """Return what the generator does if it does not decide the order."""
    name = "받은 generator · the given generator"
    if not torch.equal(result, again):
        return {name: "쓰지 않음 · not used"}
    if torch.equal(result, other):
        return {name: "순서와 관계없음 · makes no difference"}
    return {} if drawn else {name: "뽑지 않음 · nothing drawn"}


def _too_few_orders(results):
    orders = {str(result.tolist()) for result in results}
    possible = math.factorial(len(results[0]))
    return {} if len(orders) == possible else {"나올 수 있는 순서 · possible orders": "일부 · some"}


check_shuffle_targets = Exercise(
    name="check_shuffle_targets",
    lesson="06",
    minutes=10,
    asks=Text(
        "`y`의 행을 무작위 순서로 늘어놓은 텐서를 돌려줍니다. 순서는 받은 `generator`에서 뽑고,"
        " `y`는 그대로 둡니다.",
        "Return a Tensor with the rows of `y` in random order. The order is drawn from the "
        "`generator` that is given, and `y` stays as it is.",
    ),
    why=Text(
        "정답을 뒤섞어 학습시켜도 처음 보는 데이터의 손실이 같으면, 모델은 입력과 "
        "정답의 관계를 배운 것이 아닙니다.",
        "If the loss on fresh data is the same after training on shuffled targets, the "
        "model has not learned a connection between inputs and targets.",
    ),
    starter=_starter_of_shuffle_targets,
    reference=shuffle_targets,
    cases=[
        lambda: (*tensors(0, (8, 2)), _generator(1)),
        lambda: (*tensors(1, (13, 8)), _generator(2)),
        lambda: (*tensors(2, (64, 10)), _generator(3)),
        lambda: (*tensors(3, (31, 7), dtype=torch.float64), _generator(4)),
    ],
    mistakes=[
        Mistake(
            as_it_is,
            Text(
                "행의 순서가 `y`와 똑같습니다.",
                "The rows are in the same order as in `y`.",
            ),
            Text(
                "행의 번호를 뒤섞은 다음, 그 번호로 고른 행을 돌려주었나요?",
                "Do you shuffle the row numbers? Do you return the rows picked in that order?",
            ),
        ),
        Mistake(
            numbers_shuffled,
            Text(
                "행이 온전히 남지 않고, 한 행에 있던 수가 여러 행으로 흩어졌습니다.",
                "The rows are broken up: the values of one row are now in different rows.",
            ),
            Text(
                "한 샘플의 정답은 행 하나입니다. 행을 통째로 옮기세요.",
                "The target of one sample is one row. Move the rows as a whole.",
            ),
        ),
        Mistake(
            columns_shuffled,
            Text(
                "행의 순서가 아니라, 행 안에 있는 수의 순서를 바꾸었습니다.",
                "The numbers inside the rows have changed places, not the rows.",
            ),
            Text(
                "대괄호 안의 첫째 자리는 행을 고르고, 둘째 자리는 열을 고릅니다.",
                "In the square brackets, the first place picks rows and the second picks columns.",
            ),
        ),
        Mistake(
            drawn_with_replacement,
            Text(
                "여러 번 나오는 행이 있고, 빠진 행도 있습니다.",
                "Some rows come more than once, and others are missing.",
            ),
            Text(
                "`torch.randint`는 같은 번호를 여러 번 뽑을 수 있고, 텐서의 두 행을 "
                "맞바꾸다가 하나를 덮어쓸 수도 있습니다.",
                "`torch.randint` may draw a number more than once, and where two rows of a Tensor "
                "change places, one may overwrite the other.",
            ),
        ),
        Mistake(
            generator_ignored,
            Text(
                "받은 `generator`에서 뽑지 않았습니다. 시드가 같아도 순서가 달라집니다.",
                "The order is not drawn from the `generator` that is given. So it differs each "
                "time, even with the same seed.",
            ),
            Text(
                "무작위 수를 뽑는 함수에 `generator`를 인자로 주었나요?",
                "Is the `generator` given to the function that draws the random numbers?",
            ),
        ),
        Mistake(
            a_seed_of_its_own,
            Text(
                "어떤 `generator`를 주어도 늘 같은 순서가 나옵니다.",
                "The order is the same whatever `generator` is given.",
            ),
            Text(
                "순서가 무엇으로 정해지는지 보세요. 받은 `generator`에서 뽑은 수여야 합니다.",
                "Look at what decides the order. It must be numbers drawn from the given "
                "`generator`.",
            ),
        ),
        Mistake(
            from_its_seed,
            Text(
                "받은 `generator`에서 뽑아 쓴 것이 없어서, 같은 `generator`로 두 번 부르면 같은 "
                "순서가 되풀이됩니다.",
                "Nothing has been taken from the given `generator`, so two calls with it repeat "
                "the same order.",
            ),
            Text(
                "`generator`를 새로 만들거나 시드를 다시 정하지 말고, 받은 것을 그대로 넘기세요.",
                "Make no `generator` of your own and set no seed. Pass on the one that is given.",
            ),
        ),
        Mistake(
            rolled,
            Text(
                "나올 수 없는 순서가 있습니다. 어떤 순서든 나올 수 있어야 합니다.",
                "Some orders can never come out. Every order must be possible.",
            ),
            Text(
                "행이 4개면 순서는 24가지입니다. 시드를 바꾸며 몇 가지가 나오는지 세어 보세요.",
                "With 4 rows there are 24 orders. Try many seeds, and count how many come out.",
            ),
        ),
        Mistake(
            rows_reversed,
            Text(
                "행을 거꾸로 늘어놓았습니다. 무작위 순서가 아닙니다.",
                "The rows are in reverse order, and not in random order.",
            ),
            Text(
                "`generator`에서 무작위 수를 뽑았나요?",
                "Are random numbers drawn from the `generator`?",
            ),
        ),
        Mistake(
            rows_sorted,
            Text(
                "행을 크기 순서로 정렬했습니다. 무작위 순서가 아닙니다.",
                "The rows are sorted by size, and not in random order.",
            ),
            Text(
                "`y`의 값으로 순서를 정하지 말고, `generator`에서 뽑은 수로 정하세요.",
                "Do not take the order from the values in `y`, "
                "but from numbers drawn from the `generator`.",
            ),
        ),
        Mistake(
            numbers_of_rows,
            Text(
                "행이 아니라 뒤섞은 행의 번호를 돌려주었습니다.",
                "These are the shuffled row numbers, not the rows.",
            ),
            Text(
                "이 번호로 `y`의 행을 고르는 일이 남았습니다.",
                "What is left is to pick the rows of `y` with these numbers.",
            ),
        ),
    ],
    hints=[
        Text(
            "먼저 행의 번호를 뒤섞고, 그다음에 그 순서로 행을 고릅니다.",
            "First shuffle the row numbers. Then pick the rows in this order.",
        ),
        Text(
            "텐서 뒤의 대괄호 안에 행의 번호를 여럿 넣으면, 그 순서로 행을 고릅니다.",
            "Row numbers in square brackets after a Tensor pick its rows in that order.",
        ),
    ],
    observe=_observe_order,
)
