"""What is said of an answer, in both languages."""

from typing import NamedTuple


class Text(NamedTuple):
    """The same words in both languages."""

    ko: str
    en: str

    def with_values(self, **values):
        """Return the text with values in the places of their names in braces."""
        return Text(*(part.format(**values) for part in self))


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
    "\n이 값을 주었을 때: {arguments}\n나와야 할 결과: {expected}\n나온 결과: {actual}",
    "\nGiven: {arguments}\nExpected: {expected}\nFound: {actual}",
)


def _with_case(ko, en):
    return Text(ko + _CASE.ko, en + _CASE.en)


# By the kind of a diagnosis; a known mistake has words of its own.
FINDINGS = {
    "right": Text("맞았습니다.", "That is right."),
    "blank": Text(
        "아직 풀지 않은 연습입니다. 위의 코드를 고친 다음 이 칸을 다시 실행해 보세요.",
        "Not attempted yet. Change the code above, then run this cell again.",
    ),
    "uncallable": Text(
        "{name}에는 함수나 클래스의 이름을 괄호 없이 주세요. 받은 값: {answer}",
        "Pass only the name of your function or class to {name}, without parentheses after "
        "it. It got {answer}.",
    ),
    "endless": Text(
        "코드가 끝나지 않아서 실행을 멈추었습니다."
        " 끝없이 되풀이하거나 너무 오래 걸리는 곳이 없는지 보세요.",
        "Your code ran too long and was stopped. "
        "Look for a loop that never ends or for work that takes too long.",
    ),
    "error": Text(
        "오류가 나서 멈추었습니다. {error}\n오류가 난 줄: {line}\n이 값을 주었을 때: {arguments}",
        "It stopped with an error. {error}\nThe line: {line}\nGiven: {arguments}",
    ),
    "changed": Text(
        "결과는 맞지만, 받은 텐서나 리스트의 값을 바꾸었습니다. 제자리에서 바꾸지 말고 새로 "
        "만드세요.\n이 값을 주었을 때: {arguments}",
        "The result is right, but your code changed a Tensor or a list that it was given. "
        "Make a new one instead.\nGiven: {arguments}",
    ),
    "none": _with_case(
        "결과가 None입니다. return을 빠뜨리지 않았나요?",
        "The result is None. Is a return missing?",
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
