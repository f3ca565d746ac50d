"""The language of messages and of the page."""

import re

import pytest

from tutorial_helpers import show_language
from tutorial_helpers.language import choose_language, say


def test_the_error_speaks_the_chosen_language():
    choose_language("ko")
    with pytest.raises(ValueError, match="가운데 하나") as caught:
        show_language("korean")
    assert "must be" not in str(caught.value)


def test_show_language_chooses_the_language_of_messages():
    show_language("en")
    assert say("가", "a") == "a"


@pytest.mark.parametrize(
    ("language", "displays"),
    [
        ("ko", {"ko": "block", "en": "none"}),
        ("en", {"ko": "none", "en": "block"}),
        ("both", {"ko": "block", "en": "block"}),
    ],
)
def test_the_style_states_both_languages_in_its_own_notebook_only(language, displays):
    html = show_language(language)._repr_html_()
    found = re.findall(r'lang="(..)"\]:only-child\) { display: (\w+); }', html)
    assert dict(found) == displays
    style = re.search(r"<style[^>]*>(.*)</style>", html, re.DOTALL)[1]
    for line in style.splitlines():
        assert line.startswith(f'.jp-Notebook:has(style[data-language="{language}"]) ')
