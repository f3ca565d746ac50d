"""Which words a lesson uses: those of the glossary, and none of bad habits."""

import re
from collections import Counter

from proofreading.patterns import plain
from proofreading.reading import code_in, prose_in
from proofreading.rules import rule
from tutorial_editions.glossary import TERMS


@rule
def uses_the_glossary(notebook):
    """One thing has one name, in code as well; korean.py reads the prose."""
    for i, code in code_in(notebook):
        for term in TERMS:
            for variant in term.variants:
                if variant in code:
                    yield f"cell {i}: {variant!r}, the course says {term.ko!r}"


@rule
def gives_the_english_term_once(notebook):
    """At its first use in a lesson: 변화도(gradient), afterwards Korean alone."""
    text = "\n".join(plain(text) for _, text in prose_in(notebook, "ko"))
    of_other_lessons = r"(?m)^\| \[\d\d\]\([^)]+\) \|.*$|\[\d\d [^]]+\]"
    text = re.sub(of_other_lessons, "", text)
    stems = {stem: term for term in TERMS for stem in (term.stems or (term.ko,))}
    longest_first = sorted(stems, key=len, reverse=True)
    seen = Counter()
    for match in re.finditer("|".join(longest_first), text):
        term = stems[match[0]]
        given = re.match(rf"[가-힣]*\({re.escape(term.en[:6])}[^)]*\)", text[match.end() :])
        if given and seen[term]:
            yield f"{term.ko}({term.en}) is given more than once"
        if not given and not seen[term]:
            yield f"{term.ko!r} is first used without ({term.en})"
        seen[term] += 1


HABITS = {
    "ko": (
        r"[은이을과]\([는가를와]\)",  # 은(는)
        r"우리[는가의]|우리로",
        r"도록 하겠",
        r"[을를] 통[해하]",
        r"만약",
        r"[;—–!]",
    ),
    "en": (
        r"\b(?:simply|just|of course|powerful|seamless\w*|worth noting|dive in\w*)\b",
        r"\bin the world of\b|\bnot only\b",
        r"\b(?:initial|general|memor|optim|normal|regular|visual|summar|recogn)is(?:e|ing|ation)",
        r"[—!]",
    ),
}


@rule
def avoids_bad_habits(notebook):
    """Translated Korean, empty English."""
    for language, habits in HABITS.items():
        for i, text in prose_in(notebook, language):
            for habit in habits:
                found = re.search(habit, plain(text), re.IGNORECASE)
                if found:
                    yield f"cell {i}: {found.group()!r}"
