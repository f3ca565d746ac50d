"""What the README and the pages beside it promise is there, in both languages."""

import re

import pytest

from lessons import ROOT
from proofreading import korean

PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in korean.PAGES}
HALF = r"(?ms)^## (?:한국어|English)$(.*?)(?=^## |\Z)"  # what both share stands outside
HALVES = {
    name: dict(zip(("ko", "en"), re.findall(HALF, page), strict=True))
    for name, page in PAGES.items()
}
README = HALVES["README.md"]


def links(text):
    """Return where the links of a page lead, those within the page left out."""
    return re.findall(r"\]\(([^)#]+)\)", text)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    for target in links(PAGES[name]):
        assert target.startswith("https://") or ((ROOT / name).parent / target).exists(), target


@pytest.mark.parametrize("language", README)
def test_each_half_leads_to_every_page(language):
    assert {*PAGES} - {"README.md"} <= {*links(README[language])}


@pytest.mark.parametrize("halves", HALVES.values(), ids=HALVES)
def test_both_halves_have_the_same_code(halves):
    for pattern in (r"```sh\n(.*?)```", r"`([^`\n]+)`"):
        ko, en = (
            set(re.findall(pattern, re.sub(r"  +# .*", "", half), re.DOTALL))
            for half in halves.values()
        )
        assert ko == en
