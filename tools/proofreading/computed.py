"""Which numbers a text may tell: those that the code or an output shows."""

import re

from proofreading.patterns import CODE, LINK, NUMBER, plain
from proofreading.reading import code_in, outputs, prose_in, text_of
from proofreading.rules import rule
from tutorial_editions.language import LANGUAGES

# Numbers that no cell computes: the time that a lesson takes, a version of PyTorch, the year
# of a paper and the numbers of lessons; and small ones, which count in a sentence.
NO_RESULTS = (
    r"(?<=\*\*: )\d+(?=분| minutes)|PyTorch \d(?:\.\d)+|\((?:19|20)\d\d\)"
    r"|\[\d\d\b|(?:수업|[Ll]essons?) \d\d(?:(?:[과와]|이?나|부터|,? and|,? or|,| to) \d\d)*"
)
SMALL = r"0?\d"


@rule
def computes_its_numbers(notebook):
    """A number in the text is found in the code or in an output."""
    shown = [code for _, code in code_in(notebook)]
    shown = "\n".join(shown + [text_of(output) for _, output in outputs(notebook)])
    values = {value_of(number) for number in re.findall(NUMBER, shown)}
    for language in LANGUAGES:
        for i, text in prose_in(notebook, language):
            for code in re.findall(CODE, text):
                if re.search(r"\d", code) and code.strip("`") not in shown:
                    yield f"cell {i}: {code} is neither in the code nor in an output"
            words = re.sub(f"{LINK}|{NO_RESULTS}", " ", plain(text))
            for number in re.findall(NUMBER, words):
                if not re.fullmatch(SMALL, number) and value_of(number) not in values:
                    yield f"cell {i}: {number} is neither in the code nor in an output"


def value_of(number):
    """Return the value of a number as it is written: 101,110 or 1e-4."""
    return float(number.replace(",", ""))
