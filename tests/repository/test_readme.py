"""What the README and the pages beside it promise is there, in both languages."""

import re

import pytest

from lessons import LESSONS, ROOT, read_notebook

PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/class_load.md")
}
HALVES = {
    name: dict(zip(("ko", "en"), re.split(r"(?m)^## English$", page), strict=True))
    for name, page in PAGES.items()
}
README = HALVES["README.md"]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page):
        assert target.startswith("https://") or (ROOT / target).exists(), target


@pytest.mark.parametrize("language", README)
def test_each_half_links_every_lesson(language):
    linked = re.findall(r"(?m)^\| \[(\d\d)\]\((.+?)\) \|", README[language])
    lessons = [(script.stem[:2], f"notebooks/{script.stem}.ipynb") for script in LESSONS]
    assert linked == lessons


@pytest.mark.parametrize("language", README)
def test_lessons_are_described_as_in_lesson_00(language):
    cells = read_notebook(LESSONS[0]).cells
    (the_map,) = (
        cell.source
        for cell in cells
        if f"lang-{language}" in cell.metadata.get("tags", []) and "| [08](" in cell.source
    )
    assert rows(README[language]) == rows(the_map)


def rows(text):
    """Return the rows of a table of lessons, without links and English terms."""
    return re.findall(r"(?m)^\| (?!00)0\d \|.*$", re.sub(r"\([^)]*\)|[\[\]]", "", text))


@pytest.mark.parametrize("halves", HALVES.values(), ids=HALVES)
def test_both_halves_have_the_same_code(halves):
    for pattern in (r"```sh\n(.*?)```", r"`([^`\n]+)`"):
        ko, en = (
            set(re.findall(pattern, re.sub(r"  +# .*", "", half), re.DOTALL))
            for half in halves.values()
        )
        assert ko == en
