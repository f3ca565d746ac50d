"""How a solution is folded: one triangle with a text in each language and one block of code."""

import re

from proofreading.pairs import WRAPPERS
from proofreading.patterns import DISPLAYED
from proofreading.reading import is_prose, tagged
from proofreading.rules import rule

TEXTS = "".join(rf"{wrapper}\n\n(?:(?!</div>).)+\n\n</div>\n\n" for wrapper in WRAPPERS.values())
SOLUTION = (
    r"(?s:<details><summary>[^<\n]*[가-힣][^<\n]* · [^<\n]*[A-Za-z][^<\n]*</summary>\n\n"
    rf"(?:{TEXTS}|{DISPLAYED}\n\n)*(?:```python\n(?:(?!```).)+```\n\n)?</details>)"
)


@rule
def folds_solutions(notebook):
    """One triangle opens what both languages say, and below it the code."""
    for i, cell in tagged(notebook, "solution"):
        if is_prose(cell) or not re.fullmatch(SOLUTION, cell.source):
            yield (
                f"cell {i}: not one triangle '풀이 1 · Solution 1' with a text in each language "
                "and at most one block of Python; see docs/99_new_lesson.py"
            )
