"""The reader's language: of messages, of labels and of the open notebook."""

SEPARATOR = " · "
_LONGEST_QUOTE = 60

_SHOWN = {
    "ko": "한국어 설명만 보입니다.",
    "en": "Only the English text is shown.",
    "both": "두 언어를 모두 보여 줍니다. · Both languages are shown.",
}

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
    if language not in _SHOWN:
        given = quoted(language)
        raise ValueError(
            say(
                f"language에는 'ko', 'en', 'both' 가운데 하나를 넣으세요. 받은 값: {given}",
                f"language must be 'ko', 'en' or 'both', but it is {given}.",
            )
        )
    _chosen = language


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
    """Return the half of a two-language label that is in one language.

    Parameters
    ----------
    label : str
        Both halves, as in ``"단계 · step"``; without two halves, it is returned whole.
    language : {"ko", "en", "both"}, optional
        The chosen language if left out.

    Examples
    --------
    >>> in_language("단계 · step", "en")
    'step'
    >>> in_language("단계 · step")
    '단계 · step'
    >>> in_language("x₀", "ko")
    'x₀'
    """
    ko, separator, en = label.partition(SEPARATOR)
    return {"ko": ko, "en": en, "both": label}[language or _chosen] if separator else label


class LanguageSwitch:
    """What `show_language` shows: a line for the reader and a style for the page."""

    def __init__(self, language):
        self.language = language

    def __repr__(self):
        return _SHOWN[self.language]

    def _repr_html_(self):
        return f'<style data-language="{self.language}">{self._style()}</style><p>{self}</p>'

    def _style(self):
        # Cell tags are not in the page, `lang` is. `:has` keeps the rules inside the
        # notebooks that hold this very switch. Each call states the display of both
        # languages: of two calls in a notebook the lower one counts, and two calls
        # never hide everything.
        notebook = f'.jp-Notebook:has(style[data-language="{self.language}"])'
        rules = [
            f"{notebook} .jp-RenderedMarkdown > [lang] {{ max-width: 52em; }}",
            f"{notebook} .jp-RenderedMarkdown > [lang] td code {{ white-space: nowrap; }}",
            f'{notebook} .jp-RenderedMarkdown > [lang="ko"] {{ word-break: keep-all; }}',
        ]
        for lang in ("ko", "en"):
            display = "block" if self.language in (lang, "both") else "none"
            cell = f'.jp-MarkdownCell:has(.jp-RenderedMarkdown > [lang="{lang}"]:only-child)'
            rules.append(f"{notebook} {cell} {{ display: {display}; }}")
        return "\n".join(rules)


def show_language(language):
    """Show one language of this notebook, or both, and speak it in messages.

    이 노트북에서 한국어(`"ko"`), 영어(`"en"`) 또는 둘 다(`"both"`) 보여 줍니다.

    Works in JupyterLab and Notebook 7. Elsewhere, and in a notebook that is not
    trusted, the page keeps both languages. Other open notebooks are not touched.

    Parameters
    ----------
    language : {"ko", "en", "both"}

    Returns
    -------
    LanguageSwitch
        Leave it as the last line of a cell, so that Jupyter displays it.

    Raises
    ------
    ValueError
        If `language` is another word.

    Examples
    --------
    >>> show_language("both")
    두 언어를 모두 보여 줍니다. · Both languages are shown.
    """
    choose_language(language)
    return LanguageSwitch(language)
