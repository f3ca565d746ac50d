"""What the switch says and does on a page that takes its style, and on any other."""

import re

import pytest

from tutorial_helpers import show_language


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
    for place in (r'lang="(..)"\]:only-child\)', r'details > \[lang="(..)"\]'):
        found = re.findall(rf"{place} {{ display: (\w+);", html)
        assert dict(found) == displays
    style = re.search(r"<style[^>]*>(.*)</style>", html, re.DOTALL)[1]
    for line in style.splitlines():
        assert line.startswith(f'.jp-Notebook:has(style[data-language="{language}"]) ')


@pytest.mark.parametrize(
    ("language", "claim"),
    [("ko", "한국어 설명만 보입니다."), ("en", "Only the English text is shown.")],
)
def test_that_the_other_language_is_hidden_is_said_by_the_style_alone(language, claim):
    switch = show_language(language)
    style, line = re.fullmatch(
        r"(?s)(<style.*</style>)<p[^>]*><span>(.*)</span></p>", switch._repr_html_()
    ).groups()
    assert f'content: "{claim}"' in style
    assert claim not in line
    assert repr(switch) == line
