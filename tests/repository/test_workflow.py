"""The workflows that run on other people's machines, and what keeps their versions new."""

import re

import yaml
from test_packaging import PROJECT

from lessons import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEST, SITE, DEPENDABOT = (
    yaml.safe_load((ROOT / ".github" / name).read_text(encoding="utf-8"))
    for name in ("workflows/test.yml", "workflows/site.yml", "dependabot.yml")
)
WHEN = TEST[True]  # YAML 1.1 reads the key "on" as true


def test_actions_are_pinned_to_a_commit_and_say_their_version():
    uses = [
        line for path in FILES for line in path.read_text("utf-8").splitlines() if "uses:" in line
    ]
    assert uses
    for line in uses:
        assert re.fullmatch(r" +- uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_it_runs_once_on_any_change_and_every_week():
    assert set(WHEN) == {"push", "pull_request", "workflow_dispatch", "schedule"}
    assert WHEN["push"] == {"branches": ["main"]}  # other branches are pull requests
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
    assert SITE[True]["push"] == {"branches": ["main"]}
    *_, make, upload = SITE["jobs"]["build"]["steps"]
    assert make["run"] == "python tools/course.py editions"
    assert upload["with"]["path"].split() == ["dist", "!dist/.cache/**"]


def test_what_may_write_to_the_repository_runs_no_code_of_others():
    publish = SITE["jobs"]["publish"]
    assert publish["needs"] == "build"
    download, push = publish["steps"]
    assert download["uses"].startswith("actions/download-artifact@")
    assert push["working-directory"] == download["with"]["path"] == "dist"
    lines = push["run"].replace("\\\n", "").splitlines()
    assert {line.split()[0] for line in lines} == {"git", "rm", "touch"}
    assert lines[0].startswith("rm -rf .git ")  # its hooks would be code of others
    # Colab opens the notebooks from this branch; see tools/edition_files.py.
    assert lines[-1].endswith("gh-pages")


def test_three_systems_and_the_oldest_python_are_there():
    matrix = TEST["jobs"]["machines"]["strategy"]["matrix"]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert f">={matrix['python'][0]}" == PROJECT["requires-python"]


def test_everything_is_what_decides_here_too():
    assert TEST["jobs"]["everything"]["steps"][-1]["run"] == "bash .ci/run"
    assert TEST["jobs"]["release"]["steps"][-1]["run"] == "bash .ci/run release"


def test_only_what_is_rare_waits_for_the_week():
    jobs = TEST["jobs"]
    waiting = "github.event_name != 'push' && github.event_name != 'pull_request'"
    assert {name: job["if"] for name, job in jobs.items() if "if" in job} == {
        "release": waiting,
        "class": waiting,
    }


def test_new_versions_are_proposed_together_every_week():
    updates = {update["package-ecosystem"]: update for update in DEPENDABOT["updates"]}
    assert set(updates) == {"github-actions", "pip"}
    for update in updates.values():
        assert update["schedule"]["interval"] == "weekly"
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


def test_the_oldest_and_the_newest_versions_are_there():
    found = TEST["jobs"]["versions"]["strategy"]["matrix"]["include"]
    assert {(entry["versions"], entry["resolution"]) for entry in found} == {
        ("oldest", "lowest-direct"),
        ("newest", "highest"),
    }
