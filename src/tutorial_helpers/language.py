"""The reader's language: of messages and of labels."""

import re

LANGUAGES = ("ko", "en", "both")
SEPARATOR = " · "
ABOVE = " ·\n"
_LONGEST_QUOTE = 60
_KO, _EN = re.compile("[가-힣]"), re.compile("^[^가-힣]*[A-Za-z][^가-힣]*$")

_chosen = "both"


def choose_language(language):
    """Set the language of messages and of figure labels.

    Parameters
    ----------
    language : {"ko", "en", "both"}

    Raises
    ------
    ValueError
        If `language` is another word.

    Examples
    --------
    >>> choose_language("en")
    >>> say("안녕하세요", "Hello")
    'Hello'
    >>> choose_language("both")
    """
    global _chosen
    if language not in LANGUAGES:
        given = quoted(language)
        raise ValueError(
            say(
                f"language에는 'ko', 'en', 'both' 가운데 하나를 넣으세요. 받은 값: {given}",
                f"language must be 'ko', 'en' or 'both', but it is {given}.",
            )
        )
    _chosen = language


def chosen_language():
    """Return the language of messages and of figure labels.

    Examples
    --------
    >>> chosen_language()
    'both'
    """
    return _chosen


def say(ko, en, *, between="\n"):
    """Return a text in the chosen language, or both texts, Korean first.

    Parameters
    ----------
    ko, en : str
        The same message, written in each language.
    between : str
        What to write between the two when both are wanted.

    Examples
    --------
    >>> print(say("손실이 없습니다.", "There are no losses."))
    손실이 없습니다.
    There are no losses.
    """
    return {"ko": ko, "en": en, "both": ko + between + en}[_chosen]


def quoted(value):
    """Return a value as a message quotes it: on one line, and cut where it is long.

    Examples
    --------
    >>> quoted("cpu")
    "'cpu'"
    >>> quoted(list(range(1000)))
    '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1...'
    """
    text = " ".join(repr(value).split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}..."


def in_language(label, language=None):
    r"""Return the half of a two-language label that is in one language.

    Parameters
    ----------
    label : str
        Both halves, as in ``"단계 · step"``, on each of its lines. A line that is not
        Korean on its left half and English on its right one is returned whole. For a
        narrow place, ``"단계 ·\nstep"`` puts one half above the other.
    language : {"ko", "en", "both"}, optional
        The chosen language if left out.

    Examples
    --------
    >>> in_language("단계 · step", "en")
    'step'
    >>> in_language("단계 · step")
    '단계 · step'
    >>> in_language("x · y", "en")
    'x · y'
    """
    language = language or _chosen
    if ABOVE in label:
        ko, _, en = label.partition(ABOVE)
        return {"ko": ko, "en": en, "both": f"{ko}\n{en}"}[language]
    if language == "both":
        return label
    return "\n".join(_half(line, language) for line in label.split("\n"))


def _half(line, language):
    parts = line.split(SEPARATOR)
    middle = len(parts) // 2
    ko, en = SEPARATOR.join(parts[:middle]), SEPARATOR.join(parts[middle:])
    is_pair = len(parts) % 2 == 0 and _KO.search(ko) and _EN.search(en)
    return {"ko": ko, "en": en}[language] if is_pair else line
