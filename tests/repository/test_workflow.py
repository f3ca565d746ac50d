"""The workflows that run on other people's machines."""

import re

import yaml
from test_packaging import PROJECT

from lessons import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEST, SITE = (
    yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))
    for name in ("test.yml", "site.yml")
)


def test_actions_are_pinned_to_a_commit_and_say_their_version():
    uses = [
        line for path in FILES for line in path.read_text("utf-8").splitlines() if "uses:" in line
    ]
    assert uses
    for line in uses:
        assert re.fullmatch(r" +- uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


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


def test_everything_decides_there_too_and_each_system_has_the_oldest_python():
    assert TEST["jobs"]["everything"]["steps"][-1]["run"] == "bash .ci/run"
    assert TEST["jobs"]["release"]["steps"][-1]["run"] == "bash .ci/run release"
    matrix = TEST["jobs"]["machines"]["strategy"]["matrix"]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert f">={matrix['python'][0]}" == PROJECT["requires-python"]
