"""What the README promises is there."""

import re

import pytest
from conftest import LESSONS, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
HALVES = dict(zip(("ko", "en"), re.split(r"(?m)^## English$", README), strict=True))


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target


@pytest.mark.parametrize("language", HALVES)
def test_each_half_links_every_lesson(language):
    linked = re.findall(r"(?m)^\| \[(\d\d)\]\((.+?)\) \|", HALVES[language])
    lessons = [(script.stem[:2], f"notebooks/{script.stem}.ipynb") for script in LESSONS]
    assert linked == lessons


def test_both_halves_have_the_same_commands_and_lessons():
    for pattern in (r"```sh\n(.*?)```", r"`([^`\n]+)`"):
        ko, en = (
            set(re.findall(pattern, re.sub(r"  +# .*", "", half), re.DOTALL))
            for half in HALVES.values()
        )
        assert ko ^ en <= {'show_language("ko")', 'show_language("en")'}
