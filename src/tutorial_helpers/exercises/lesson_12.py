"""Exercises of lesson 12, on many processes."""

from tutorial_helpers.exercises.engine import Exercise, Mistake, Text


def share(N, rank, world_size):
    return slice(rank * N // world_size, (rank + 1) * N // world_size)


def _starter_of_share(N, rank, world_size):
    return None


def the_rest_left_out(N, rank, world_size):
    n_own = N // world_size
    return slice(rank * n_own, (rank + 1) * n_own)


def the_rest_to_the_last(N, rank, world_size):
    n_own = N // world_size
    return slice(rank * n_own, N if rank == world_size - 1 else (rank + 1) * n_own)


def rounded_up(N, rank, world_size):
    n_own = -(-N // world_size)
    return slice(min(rank * n_own, N), min((rank + 1) * n_own, N))


def everything(N, rank, world_size):
    return slice(0, N)


def always_the_first(N, rank, world_size):
    return slice(0, N // world_size)


def one_row_short(N, rank, world_size):
    return slice(rank * N // world_size, (rank + 1) * N // world_size - 1)


def start_and_length(N, rank, world_size):
    return slice(rank * N // world_size, N // world_size)


def counted_from_1(N, rank, world_size):
    return slice((rank - 1) * N // world_size, rank * N // world_size)


def world_size_rows_each(N, rank, world_size):
    return slice(rank * world_size, (rank + 1) * world_size)


def a_range(N, rank, world_size):
    return range(rank * N // world_size, (rank + 1) * N // world_size)


def divided_to_fractions(N, rank, world_size):
    return slice(rank * N / world_size, (rank + 1) * N / world_size)


def _observe_shares(answer, N, world_size):
    """Return the rows of all processes: for every fair division those of the reference."""
    slices = [answer(N, other, world_size) for other in range(world_size)]
    if any(each is None for each in slices):
        return None
    if not all(isinstance(each, slice) for each in slices):
        return "slice가 아님 · not a slice"
    ends = [end for each in slices for end in (each.start, each.stop, each.step)]
    if any(isinstance(end, float) for end in ends):
        return "소수점이 있음 · with a decimal point"
    shares = [list(range(N)[each]) for each in slices]
    rows = [row for own in shares for row in own]
    sizes = [len(own) for own in shares]
    fair = max(sizes) - min(sizes) <= 1
    if sorted(rows) == list(range(N)) and fair:
        shares = [list(range(N)[share(N, other, world_size)]) for other in range(world_size)]
    return {
        "빠진 행 · rows left out": _listed(row for row in range(N) if row not in rows),
        "여러 번 맡은 행 · rows taken twice": _listed(
            row for row in range(N) if rows.count(row) > 1
        ),
        "고르게 나눔 · divided evenly": "예 · yes" if fair else "아니요 · no",
        **{f"rank {other}": own for other, own in enumerate(shares)},
    }


def _listed(rows):
    numbers = ", ".join(map(str, rows))
    return f"행 {numbers} · row {numbers}" if numbers else "없음 · none"


check_share = Exercise(
    name="check_share",
    lesson="12",
    minutes=8,
    asks=Text(
        "샘플 `N`개를 프로세스 `world_size`개에 고르게 나눌 때, 번호가 `rank`인 프로세스가 맡을 "
        "행을 `slice`로 돌려줍니다. 샘플마다 한 프로세스가 맡고, 맡은 수의 차이는 1 이하입니다.",
        "Divide `N` samples evenly among `world_size` processes, and return the rows of the "
        "process with the number `rank` as a `slice`. Each sample belongs to one process, and the "
        "numbers of samples differ by at most 1.",
    ),
    why=Text(
        "한 샘플을 두 번 맡거나 빠뜨리면 변화도가 말없이 틀립니다.",
        "A sample that is used twice or left out makes the gradients wrong without any error.",
    ),
    starter=_starter_of_share,
    reference=share,
    cases=[
        lambda: (2, 2),
        lambda: (6, 2),
        lambda: (10, 3),
        lambda: (7, 4),
        lambda: (5, 1),
        lambda: (9, 4),
    ],
    observe=_observe_shares,
    mistakes=[
        Mistake(
            the_rest_left_out,
            Text(
                "나누어떨어지지 않을 때 남는 샘플을 아무도 맡지 않습니다.",
                "If the division leaves a remainder, no process has the samples that are left "
                "over.",
            ),
            Text(
                "샘플 10개를 프로세스 3개에 나누어 보세요. 행 9는 누가 맡나요?",
                "Divide 10 samples among 3 processes. Who has row 9?",
            ),
        ),
        Mistake(
            the_rest_to_the_last,
            Text(
                "남는 샘플을 모두 마지막 프로세스가 맡아서, 맡은 수의 차이가 1보다 큽니다.",
                "The last process has all the samples that are left, so the numbers of samples "
                "differ by more than 1.",
            ),
            Text(
                "샘플 7개를 프로세스 4개에 나누어 보세요. 마지막 프로세스는 몇 개를 맡나요?",
                "Divide 7 samples among 4 processes. How many does the last one have?",
            ),
        ),
        Mistake(
            rounded_up,
            Text(
                "몫을 올림하여, 뒤의 프로세스에 너무 적게 남습니다.",
                "Each share is rounded up, so too few samples are left at the end.",
            ),
            Text(
                "샘플 9개를 프로세스 4개에 나누어 보세요. 마지막 프로세스는 몇 개를 맡나요?",
                "Divide 9 samples among 4 processes. How many does the last one have?",
            ),
        ),
        Mistake(
            everything,
            Text(
                "모든 프로세스가 샘플을 전부 맡습니다.",
                "Every process has all the samples.",
            ),
            Text(
                "`rank`와 `world_size`를 어디에 쓰는지 보세요.",
                "Look at where `rank` and `world_size` are used.",
            ),
        ),
        Mistake(
            always_the_first,
            Text(
                "모든 프로세스가 같은 샘플을 맡습니다.",
                "All processes have the same samples.",
            ),
            Text("`rank`를 어디에 쓰는지 보세요.", "Look at where `rank` is used."),
        ),
        Mistake(
            one_row_short,
            Text(
                "프로세스마다 마지막 행을 하나씩 빠뜨렸습니다.",
                "Each process leaves out the last row of its share.",
            ),
            Text(
                "`slice(0, 3)`은 행 3을 담나요?",
                "Does `slice(0, 3)` contain row 3?",
            ),
        ),
        Mistake(
            start_and_length,
            Text(
                "`slice`의 둘째 인자로 끝나는 곳을 넘겨야 하는데 길이를 넘겼습니다.",
                "It passes a length as the second argument of `slice`, where the end belongs.",
            ),
            Text(
                "`slice(5, 3)`에는 행이 몇 개 있나요?",
                "How many rows are in `slice(5, 3)`?",
            ),
        ),
        Mistake(
            a_range,
            Text("`slice`를 돌려주지 않았습니다.", "The result is not a `slice`."),
            Text(
                "`slice(2, 5)`는 행 2부터 행 4까지를 고릅니다. 무엇을 돌려주는지 출력해 보세요.",
                "`slice(2, 5)` picks the rows 2 to 4. Print what your function returns.",
            ),
        ),
        Mistake(
            divided_to_fractions,
            Text(
                "`slice`의 시작이나 끝이 소수점이 있는 수입니다.",
                "The start or the end of the `slice` is a number with a decimal point.",
            ),
            Text(
                "나눗셈 `/`의 결과에는 나누어떨어질 때에도 소수점이 있습니다.",
                "The result of `/` has a decimal point even when the division leaves no remainder.",
            ),
        ),
        Mistake(
            counted_from_1,
            Text(
                "`rank`가 1부터 시작하는 것으로 계산했습니다.",
                "It is computed as if `rank` started from 1.",
            ),
            Text("첫 프로세스의 `rank`는 얼마인가요?", "What is the `rank` of the first process?"),
        ),
        Mistake(
            world_size_rows_each,
            Text(
                "프로세스마다 프로세스의 수만큼 행을 맡습니다.",
                "Each process has as many rows as there are processes.",
            ),
            Text(
                "한 프로세스가 맡을 행의 수를 구하려면 무엇을 무엇으로 나누어야 하나요?",
                "What do you divide by what to get the number of rows of one process?",
            ),
        ),
    ],
    hints=[
        Text(
            "번호가 `rank`인 프로세스의 몫은 앞의 프로세스들의 몫이 끝나는 곳에서 시작합니다.",
            "The share of process number `rank` starts where those of the processes before it end.",
        ),
        Text(
            "앞의 프로세스 `rank`개가 맡는 샘플은 모두 합하여 `rank * N // world_size`개입니다.",
            "The `rank` processes before it have `rank * N // world_size` samples together.",
        ),
    ],
)


def factor_for_mean(n_own, n_total, world_size):
    return world_size * n_own / n_total


def _starter_of_factor_for_mean(n_own, n_total, world_size):
    return None


def only_the_number_of_processes(n_own, n_total, world_size):
    return world_size


def without_the_number_of_processes(n_own, n_total, world_size):
    return n_own / n_total


def no_factor(n_own, n_total, world_size):
    return 1


def divided_by_the_number_of_processes(n_own, n_total, world_size):
    return n_own / n_total / world_size


def upside_down(n_own, n_total, world_size):
    return n_total / (world_size * n_own)


def for_a_sum(n_own, n_total, world_size):
    return world_size / n_total


def back_to_the_sum(n_own, n_total, world_size):
    return world_size * n_own


check_factor_for_mean = Exercise(
    name="check_factor_for_mean",
    lesson="12",
    minutes=10,
    asks=Text(
        "샘플 `n_total`개 가운데 `n_own`개의 평균을 손실로 계산한 프로세스가 있습니다. DDP가 전체 "
        "평균의 변화도를 구하게 하려면 이 손실에 얼마를 곱해야 하는지, Python의 수로 돌려줍니다.",
        "A process computes the mean over `n_own` of the `n_total` samples as its loss. Return the "
        "number to multiply it by, as a Python number, so that DDP gives the gradient of the mean "
        "over all samples.",
    ),
    why=Text(
        "데이터의 마지막 배치에서처럼 맡은 수가 서로 다를 때, 평균을 그냥 평균하면 적게 맡은 "
        "프로세스의 샘플이 더 무겁게 다루어집니다.",
        "Where the numbers of samples differ, as they can in the last batch of a data set, a "
        "plain mean of the means gives more weight to the samples of a process that has fewer.",
    ),
    starter=_starter_of_factor_for_mean,
    reference=factor_for_mean,
    cases=[
        lambda: (1, 4, 2),
        lambda: (48, 64, 2),
        lambda: (32, 64, 2),
        lambda: (10, 15, 3),
        lambda: (7, 99, 8),
    ],
    mistakes=[
        Mistake(
            only_the_number_of_processes,
            Text(
                "손실이 합일 때 곱하는 수입니다.",
                "This is the factor for a loss that is a sum.",
            ),
            Text(
                "모두 똑같이 나누어 맡았을 때 평균의 평균은 얼마가 되나요?",
                "If all have equally many samples, what is the mean of the means?",
            ),
        ),
        Mistake(
            without_the_number_of_processes,
            Text(
                "DDP가 프로세스의 수로 나눈다는 것을 셈에 넣지 않았습니다.",
                "It leaves out that DDP divides by the number of processes.",
            ),
            Text(
                "DDP는 변화도를 더하기만 하지 않습니다. 무엇을 하나요?",
                "DDP does more than add the gradients. What else does it do?",
            ),
        ),
        Mistake(
            no_factor,
            Text(
                "모두 똑같이 나누어 맡았을 때에만 맞습니다.",
                "This is right only if all have equally many samples.",
            ),
            Text(
                "샘플 3개의 평균과 1개의 평균을 그냥 평균하면, 샘플 하나의 무게가 같은가요?",
                "In the plain mean of a mean over 3 samples and a mean over 1, does each sample "
                "count the same?",
            ),
        ),
        Mistake(
            divided_by_the_number_of_processes,
            Text(
                "프로세스의 수를 곱하지 않고 나누었습니다.",
                "It divides by the number of processes where it should multiply.",
            ),
            Text(
                "DDP는 이미 프로세스의 수로 나눕니다. 그것을 되돌리려면 어떻게 하나요?",
                "DDP already divides by the number of processes. How do you undo that?",
            ),
        ),
        Mistake(
            upside_down,
            Text(
                "분자와 분모가 바뀌었습니다.",
                "The fraction is upside down.",
            ),
            Text(
                "샘플을 더 많이 맡은 프로세스의 손실은 더 무거워야 하나요, 가벼워야 하나요?",
                "Should the loss of a process with more samples weigh more or less?",
            ),
        ),
        Mistake(
            for_a_sum,
            Text(
                "손실이 평균이 아니라 합일 때, 그것을 전체의 평균으로 바꾸는 수입니다.",
                "This would turn a loss that is a sum into the mean over all samples.",
            ),
            Text(
                "이 프로세스의 손실은 이미 무엇으로 나눈 것인가요?",
                "What is the loss of this process already divided by?",
            ),
        ),
        Mistake(
            back_to_the_sum,
            Text(
                "전체의 평균이 아니라 전체의 합이 됩니다.",
                "This gives the sum over all samples, not the mean.",
            ),
            Text(
                "전체의 합을 무엇으로 나누면 전체의 평균이 되나요?",
                "By what do you divide the sum over all samples to get their mean?",
            ),
        ),
    ],
    hints=[
        Text(
            "전체의 평균을, 프로세스마다 구한 평균과 `n_own`, `n_total`로 적어 보세요.",
            "Write the mean over all samples in terms of the means of the processes, `n_own` and "
            "`n_total`.",
        ),
        Text(
            "프로세스마다 구한 평균에 `n_own / n_total`을 곱하여 모두 더하면 전체의 평균입니다. "
            "DDP는 더하기만 하지 않고 `world_size`로 나누기도 합니다.",
            "The means times `n_own / n_total`, added up, are the mean over all samples. DDP "
            "adds, and it also divides by `world_size`.",
        ),
    ],
)
