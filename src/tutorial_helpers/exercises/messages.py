"""What is said of an answer, in both languages."""

from typing import NamedTuple


class Text(NamedTuple):
    """The same words in both languages."""

    ko: str
    en: str

    def with_values(self, **values):
        """Return the text with values in the places of their names in braces.

        Of a value that is a text itself, each language takes its own.

        Examples
        --------
        >>> Text("답: {n}", "The answer: {n}").with_values(n=7).en
        'The answer: 7'
        """
        parts = []
        for place, part in enumerate(self):
            own = {k: v[place] if isinstance(v, Text) else v for k, v in values.items()}
            parts.append(part.format(**own))
        return Text(*parts)


NOT_YET = Text("아직 고칠 곳이 있습니다. ", "Not right yet. ")
HINT = Text("힌트 {number}. {words}", "Hint {number}. {words}")
FIRST_HINT = Text(
    "힌트를 보는 방법: {name}({answer}, hint={hint})",
    "To see a hint, run: {name}({answer}, hint={hint})",
)
NEXT_HINT = Text(
    "힌트를 더 보는 방법: {name}({answer}, hint={hint})",
    "To see another hint, run: {name}({answer}, hint={hint})",
)
NO_MORE_HINTS = Text("힌트는 여기까지입니다.", "There are no more hints.")

_CASE = Text(
    "\n이 값을 주었을 때:{arguments}\n나와야 할 결과: {expected}\n나온 결과: {actual}",
    "\nGiven:{arguments}\nExpected: {expected}\nFound: {actual}",
)


def _with_case(ko, en):
    return Text(ko + _CASE.ko, en + _CASE.en)


# By the kind of a diagnosis; a known mistake has words of its own.
FINDINGS = {
    "right": Text("맞았습니다.", "That is right."),
    "blank": Text(
        "아직 풀지 않은 연습입니다. 위의 코드를 고친 다음 이 셀을 다시 실행해 보세요.",
        "Not attempted yet. Change the code above, then run this cell again.",
    ),
    "uncallable": Text(
        "{name}에는 함수나 클래스의 이름을 괄호 없이 주세요. 받은 값: {answer}",
        "Pass only the name of your function or class to {name}, without parentheses after "
        "it. It got {answer}.",
    ),
    "taken": Text(
        "수업의 도우미에 들어 있는 것입니다. 이 연습의 답은 직접 써 보세요.",
        "This comes from the helpers of the course. Write an answer of your own.",
    ),
    "overwritten": Text(
        "이 확인을 할 수 없습니다. `{name}`에 다른 것이 들어 있습니다. `{name} = ...`처럼 적은 "
        "곳을 고친 다음, 커널을 다시 시작하고 위에서부터 실행하세요.",
        "This check could not be carried out, because `{name}` holds something else now. Mend "
        "the line that assigns to it. Then restart the kernel and run the cells from the top.",
    ),
    "impossible": Text(
        "이 확인을 할 수 없습니다. 커널을 다시 시작한 뒤 위에서부터 실행하세요.\n까닭: {error}",
        "This check could not be carried out. Restart the kernel and run the cells from the "
        "top.\nThe reason: {error}",
    ),
    "overwrites": Text(
        "실행하는 동안 `{name}`에 다른 것을 넣었습니다. 함수에 값을 주려면 괄호 안에 적으세요. "
        "`{name} = ...`처럼 적으면 함수가 없어집니다.",
        "While it ran, your code put something else into `{name}`. To give a value to a "
        "function, write it in parentheses. `{name} = ...` replaces the function.",
    ),
    "exit": Text(
        "`exit()`, `quit()`, `sys.exit()`은 함수가 아니라 Python을 끝냅니다. 함수를 끝내려면 "
        "`return`을 쓰세요.",
        "`exit()`, `quit()` and `sys.exit()` end Python and not a function. To end the "
        "function, use `return`.",
    ),
    "endless": Text(
        "코드가 끝나지 않아서 실행을 멈추었습니다."
        " 끝없이 되풀이하거나 너무 오래 걸리는 곳이 없는지 보세요.",
        "Your code ran too long and was stopped. "
        "Look for a loop that never ends or for work that takes too long.",
    ),
    "memory": Text(
        "메모리를 너무 많이 써서 실행을 멈추었습니다. 끝없이 길어지는 리스트나 너무 큰 텐서가 "
        "없는지 보세요.",
        "Your code took too much memory and was stopped. Look for a list that never stops "
        "growing or for a Tensor that is too large.",
    ),
    "error": Text(
        "오류가 나서 멈추었습니다. {error}\n오류가 난 줄: {line}\n이 값을 주었을 때:{arguments}",
        "It stopped with an error. {error}\nThe line: {line}\nGiven:{arguments}",
    ),
    "name": Text(
        "아직 없는 이름을 썼습니다: `{name}`. 수업의 셀을 위에서부터 실행했는지, 이름을 잘못 "
        "적지 않았는지 보세요.\n오류가 난 줄: {line}",
        "There is no `{name}` yet. Have you run the cells of the lesson from the top, and is "
        "the name spelled right?\nThe line: {line}",
    ),
    "changed": Text(
        "결과는 맞지만, 받은 `{names}`의 값을 바꾸었습니다. 제자리에서 바꾸지 말고 새로 "
        "만드세요.\n이 값을 주었을 때:{arguments}",
        "The result is right, but your code changed `{names}`, which it was given. "
        "Make a new value instead.\nGiven:{arguments}",
    ),
    "none": _with_case(
        "함수가 값을 돌려주지 않습니다. `return`을 빠뜨리지 않았나요?",
        "The function returns no value. Is a `return` missing?",
    ),
    "none on this way": _with_case(
        "이 값을 주면 함수가 값을 돌려주지 않고 끝납니다. `if`나 루프를 어느 쪽으로 지나도 "
        "`return`을 만나는지 보세요.",
        "With this input, the function ends before it returns a value. Does every way through "
        "its branches and loops come to a `return`?",
    ),
    "none as value": _with_case(
        "`return`은 있지만, 돌려준 것이나 그 안의 값이 None입니다. 그 값이 어디에서 왔는지 "
        "보세요. `backward()`를 부르기 전의 `grad`도 None입니다.",
        "There is a `return`, but what it returns is None or holds None. Where does that value "
        "come from? A `grad` is None, too, until `backward()` fills it.",
    ),
    "type": _with_case(
        "결과의 종류가 다릅니다. 텐서인지 Python의 수인지, 하나인지 여럿인지 보세요.",
        "The result has the wrong type. Should it be a Tensor or a Python number, one value "
        "or several?",
    ),
    "length": _with_case(
        "결과의 개수가 다릅니다.", "The number of results is not the expected one."
    ),
    "shape": _with_case(
        "결과의 모양이 다릅니다.", "The shape of the result is not the expected one."
    ),
    "dtype": _with_case(
        "결과의 자료형이 다릅니다. 자료형을 따로 정하거나 바꾸지 마세요.",
        "The data type of the result is not the expected one. Keep the data type of the "
        "Tensors that you are given, and choose none yourself.",
    ),
    "nan": _with_case(
        "결과에 수가 아닌 것(nan)이 있습니다.",
        "The result holds something that is not a number (nan).",
    ),
    "value": _with_case("결과의 값이 다릅니다.", "The result is not the expected one."),
}

CARET = Text(
    "Python의 `^` 연산자는 거듭제곱이 아닙니다. 거듭제곱은 어떻게 쓰는지 찾아보세요.",
    "In Python, `^` is not a power. Look up how to write one.",
)
