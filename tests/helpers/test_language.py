"""The language of messages and of labels."""

import pytest

from tutorial_helpers import show_language
from tutorial_helpers.language import choose_language, in_language, say


def test_the_error_speaks_the_chosen_language():
    choose_language("ko")
    with pytest.raises(ValueError, match="가운데 하나") as caught:
        show_language("korean")
    assert "must be" not in str(caught.value)


def test_show_language_chooses_the_language_of_messages():
    show_language("en")
    assert say("가", "a") == "a"


@pytest.mark.parametrize(
    ("label", "ko", "en"),
    [
        ("시간 (µs) · time (µs)", "시간 (µs)", "time (µs)"),
        ("zero_grad 없음 · no zero_grad", "zero_grad 없음", "no zero_grad"),
        ("손실 · loss\n$N = 64$", "손실\n$N = 64$", "loss\n$N = 64$"),
        ("곱 x · y · product x · y", "곱 x · y", "product x · y"),
        ("손실 ·\nloss", "손실", "loss"),
    ],
)
def test_a_label_in_two_languages_has_two_halves(label, ko, en):
    assert (in_language(label, "ko"), in_language(label, "en")) == (ko, en)


@pytest.mark.parametrize(
    "label", ["", "x · y", "$x · y$", "손실", "손실 · 0.1", "손실 · 정확도", "a · 가", "가 · x · y"]
)
def test_a_label_that_is_not_in_two_languages_stays_whole(label):
    assert in_language(label, "ko") == in_language(label, "en") == label


def test_of_two_halves_one_above_the_other_both_are_shown_without_the_mark():
    assert in_language("손실 ·\nloss", "both") == "손실\nloss"
