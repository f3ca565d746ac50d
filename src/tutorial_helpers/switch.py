"""The switch between the languages of the open notebook."""

import html
import os

from tutorial_helpers.choice import VARIABLE, is_unread, preferred_language, remember
from tutorial_helpers.language import (
    LANGUAGES,
    choose_language,
    chosen_language,
    quoted,
    say,
)

# What is so on a page that hides the other language, and what is so on every page.
_HIDING = {
    "ko": "한국어 설명만 보입니다.",
    "en": "Only the English text is shown.",
    "both": "두 언어를 모두 보여 줍니다. · Both languages are shown.",
}
_ANYWHERE = {
    "ko": "안내문과 그림은 한국어로 나옵니다. "
    "설명도 한국어만 보려면 JupyterLab이나 Notebook 7에서 이 셀을 실행하세요.",
    "en": "Messages and figures are in English. "
    "To see only the English text, run this cell in JupyterLab or Notebook 7.",
    "both": _HIDING["both"],
}
# What stands for a folded output, in place of its first line: that may answer a bet.
_FOLDED = {"ko": "접어 둔 출력", "en": "Folded output", "both": "접어 둔 출력 · Folded output"}
# A cell that holds prose of one language and nothing else.
_CELL = {
    lang: f'.jp-MarkdownCell:has(.jp-RenderedMarkdown > [lang="{lang}"]:only-child)'
    for lang in ("ko", "en")
}


class LanguageSwitch:
    """What `show_language` shows: a line for the reader and a style for the page."""

    def __init__(self, language, notes=()):
        self.language = language
        self.notes = tuple(notes)

    def __repr__(self):
        return "\n".join((_ANYWHERE[self.language], *self.notes))

    def _repr_html_(self):
        line = f'<p data-language="{self.language}"><span>{_ANYWHERE[self.language]}</span></p>'
        notes = (
            f"<p>{'<br>'.join(html.escape(note, quote=False).splitlines())}</p>"
            for note in self.notes
        )
        style = f'<style data-language="{self.language}">{self._style()}</style>'
        return "".join((style, line, *notes))

    def _style(self):
        # Cell tags are not in the page, `lang` is. `:has` keeps the rules inside the
        # notebooks that hold this very switch. Each call states the display of both
        # languages: of two calls in a notebook the lower one counts, and two calls
        # never hide everything. That something is hidden stands in the style alone: where
        # a page drops or overlooks the style, it does not say so either.
        notebook = f'.jp-Notebook:has(style[data-language="{self.language}"])'
        mine = f'{notebook} p[data-language="{self.language}"]'
        rules = [
            # Formulas and references, which both languages share, and what is in solutions.
            f"{notebook} .jp-RenderedMarkdown > :is(p, ul) {{ max-width: 52em; }}",
            f"{notebook} .jp-RenderedMarkdown details > :is([lang], p) {{ max-width: 52em; }}",
            f"{notebook} .jp-RenderedMarkdown > ul {{ word-break: keep-all; }}",
            f"{notebook} .jp-RenderedMarkdown > [lang] {{ max-width: 52em; }}",
            f"{notebook} .jp-RenderedMarkdown > [lang] td code {{ white-space: nowrap; }}",
            f"{notebook} .jp-OutputPlaceholder .jp-PlaceholderText {{ display: none; }}",
            f"{notebook} .jp-OutputPlaceholder .jp-Placeholder-contentContainer::before "
            f'{{ content: "{_FOLDED[self.language]}"; }}',
            f"{notebook} p[data-language] > span {{ display: inline; }}",
            f"{notebook} p[data-language]::after {{ content: none; }}",
            f"{mine} > span {{ display: none; }}",
            f'{mine}::after {{ content: "{_HIDING[self.language]}"; }}',
        ]
        for lang in ("ko", "en"):
            display = "block" if self.language in (lang, "both") else "none"
            rules.append(f"{notebook} {_CELL[lang]} {{ display: {display}; }}")
            part = f'.jp-RenderedMarkdown details > [lang="{lang}"]'  # of a solution
            rules.append(f"{notebook} {part} {{ display: {display}; margin: 0.6em 0; }}")
        if self.language == "both":  # the two cells of a pair closer than the next block
            rules.append(f"{notebook} {_CELL['ko']} {{ padding-bottom: 0; }}")
            rules.append(f"{notebook} {_CELL['en']} {{ padding: 0 5px 17px; }}")
            rules.append(f"{notebook} {_CELL['en']} [lang] > :first-child {{ margin-top: 0; }}")
        return "\n".join(rules)


def show_language(language=None):
    """Show one language of this notebook, or both, and speak it in messages and figures.

    이 노트북에서 한국어(`"ko"`), 영어(`"en"`) 또는 둘 다(`"both"`) 보여 줍니다.

    What is asked for is remembered: without an argument, this and every other lesson shows
    what the reader chose last. The environment variable ``COURSE_LANGUAGE`` (``ko``, ``en``
    or ``both``), by which a server chooses for its readers, comes before what was remembered.
    Under pytest nothing is remembered, and nothing remembered is read.

    The text is hidden in JupyterLab and Notebook 7. Elsewhere, and in a notebook that is
    not trusted, the page keeps both languages. Other open notebooks are not touched.

    Parameters
    ----------
    language : {"ko", "en", "both"}, optional

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
    choose_language(preferred_language() if language is None else language)
    return LanguageSwitch(chosen_language(), () if is_unread() else _notes(language))


def _notes(asked):
    """Yield what keeps the other lessons from following, and remember what is asked for."""
    given = os.environ.get(VARIABLE)
    if given and given not in LANGUAGES:
        yield say(
            f"환경 변수 {VARIABLE}에는 ko, en, both 가운데 하나를 넣으세요. "
            f"받은 값: {quoted(given)}",
            f"The environment variable {VARIABLE} must be ko, en or both, "
            f"but it is {quoted(given)}.",
        )
    if asked is None:
        return
    if not remember(asked):
        yield say(
            "고른 언어를 저장하지 못했습니다. 다른 수업에서는 다시 고르세요.",
            "Your choice could not be saved. Choose again in the other lessons.",
        )
    elif given in LANGUAGES and given != asked:
        yield say(
            f"다른 수업의 언어는 환경 변수 {VARIABLE}에 정해진 대로입니다.",
            f"The environment variable {VARIABLE} sets the language of the other lessons.",
        )
