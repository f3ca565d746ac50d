"""What is said twice, in Korean and in English: the same formulas, code, links and numbers."""

import re
from collections import Counter

from proofreading.patterns import CODE, FORMULA, LINK, NUMBER
from proofreading.reading import language_pairs, said_in, tagged
from proofreading.rules import rule
from tutorial_editions.language import LANGUAGES


def facts_of(text):
    """Return the formulas, links, inline code and numbers of a text."""
    facts = {"formulas": Counter(re.findall(FORMULA, text, re.DOTALL))}
    text = re.sub(FORMULA, " ", text, flags=re.DOTALL)
    facts["inline code"] = set(re.findall(CODE, text))
    text = re.sub(CODE, " ", text)
    facts["links"] = Counter(match[1] or match[2] for match in re.finditer(LINK, text))
    text = re.sub(LINK, " ", text)
    facts["numbers"] = Counter(re.findall(NUMBER, text))
    return facts


def said_twice(notebook):
    """Yield what the Korean says and what the English says, with the Korean's place."""
    for i, ko_cell, en_cell in language_pairs(notebook):
        yield i, ko_cell.source, en_cell.source
    for i, cell in tagged(notebook, "solution"):
        yield i, *(said_in(cell, language) for language in LANGUAGES)


@rule
def says_the_same_twice(notebook):
    """A number changed in one language only is how translations drift."""
    for i, *texts in said_twice(notebook):
        ko, en = map(facts_of, texts)
        for kind in ko:
            if ko[kind] != en[kind]:
                only_ko, only_en = list(ko[kind] - en[kind]), list(en[kind] - ko[kind])
                yield f"cell {i}: {kind} only in Korean {only_ko}, only in English {only_en}"
