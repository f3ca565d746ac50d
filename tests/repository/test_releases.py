"""A version in one place, and what is said of it elsewhere."""

import re

import yaml
from test_packaging import PROJECT

from lessons import ROOT

CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_version_is_the_newest_of_the_changes_in_both_languages():
    halves = re.split(r"(?m)^## English$", CHANGES)
    for half in halves:
        versions = re.findall(r"(?m)^### (\d+\.\d+\.\d+)$", half)
        assert versions[0] == PROJECT["version"]
        assert versions == sorted(versions, key=lambda v: [*map(int, v.split("."))], reverse=True)


def test_a_citation_names_the_same_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == PROJECT["version"]


def test_who_reports_a_problem_is_asked_for_what_is_needed():
    path = ROOT / ".github" / "ISSUE_TEMPLATE" / "problem.yml"
    fields = {
        field["id"]: field for field in yaml.safe_load(path.read_text(encoding="utf-8"))["body"]
    }
    assert set(fields) == {"language", "lesson", "cell", "what", "versions"}
    for field in fields.values():
        assert re.fullmatch(r".*[가-힣].* · .*[A-Za-z].*", field["attributes"]["label"])
