"""The workflow that runs the tests on other people's machines."""

import re

import yaml
from test_packaging import PROJECT

from lessons import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEST = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
WHEN = TEST[True]  # YAML 1.1 reads the key "on" as true


def test_actions_are_pinned_to_a_commit_and_say_their_version():
    uses = [
        line for path in FILES for line in path.read_text("utf-8").splitlines() if "uses:" in line
    ]
    assert uses
    for line in uses:
        assert re.fullmatch(r" +- uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_it_runs_on_any_change_and_every_week():
    assert {"push", "pull_request", "schedule"} <= set(WHEN)
    (schedule,) = WHEN["schedule"]
    minute, hour, day, month, weekday = schedule["cron"].split()
    assert minute.isdigit()
    assert hour.isdigit()
    assert (day, month) == ("*", "*")
    assert weekday.isdigit()


def test_they_ask_for_no_more_than_to_read_except_to_publish():
    wanted = {}
    for path in FILES:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {"contents": "read"}
        for name, job in workflow["jobs"].items():
            wanted[path.stem, name] = job.get("permissions")
    assert {job: asked for job, asked in wanted.items() if asked} == {
        ("site", "publish"): {"contents": "write"}
    }


def test_the_site_is_what_make_editions_makes():
    site = yaml.safe_load((ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))
    assert site[True]["push"] == {"branches": ["main"]}
    *_, make, publish = site["jobs"]["publish"]["steps"]
    assert make["run"] == "python tools/course.py editions"
    assert publish["working-directory"] == "dist"
    # Colab opens the notebooks from this branch; see products.py.
    assert publish["run"].rstrip().endswith("gh-pages")


def test_three_systems_and_the_oldest_python_are_there():
    matrix = TEST["jobs"]["machines"]["strategy"]["matrix"]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert f">={matrix['python'][0]}" == PROJECT["requires-python"]


def test_everything_is_what_decides_here_too():
    assert TEST["jobs"]["everything"]["steps"][-1]["run"] == "bash .ci/run"


def test_the_oldest_and_the_newest_versions_are_there():
    found = TEST["jobs"]["versions"]["strategy"]["matrix"]["include"]
    assert {(entry["versions"], entry["resolution"]) for entry in found} == {
        ("oldest", "lowest-direct"),
        ("newest", "highest"),
    }
