"""The settings of a JupyterHub for a class agree, and a small class on one goes well."""

import ast
import os
import re
import subprocess
import sys
from types import SimpleNamespace

import psutil
import pytest
import yaml
from traitlets.config.loader import PyFileConfigLoader

from benchmarks.class_load import __main__ as class_load
from lessons import ROOT

DEPLOY = ROOT / "deploy"


def read_config(path):
    """Return what a JupyterHub's configuration file sets."""
    return PyFileConfigLoader(path.name, path=str(path.parent)).load_config()


def read_yaml(*names):
    """Return what a YAML file holds."""
    return yaml.safe_load(DEPLOY.joinpath(*names).read_text(encoding="utf-8"))


SHARED = read_config(DEPLOY / "class_settings.py")
LITTLEST = read_yaml("littlest", "config.yaml")
CLUSTER = read_yaml("zero-to-jupyterhub", "values.yaml")


@pytest.fixture
def local(monkeypatch, tmp_path):
    """Return what the hub on this machine is set to."""
    monkeypatch.setenv("CLASS_FOLDER", str(tmp_path))
    monkeypatch.setenv("CLASS_PASSWORD", "a word for the tests")
    return read_config(DEPLOY / "local" / "jupyterhub_config.py")


def as_bytes(text):
    """Return a size like ``"512M"`` in bytes, as JupyterHub and systemd read it."""
    number, unit = re.fullmatch(r"(\d+)([MG])", text).groups()
    return int(number) * {"M": 2**20, "G": 2**30}[unit]


def environment_of(config):
    """Return the environment variables that a configuration file adds."""
    environment = config.Spawner.environment
    return environment if isinstance(environment, dict) else environment.get_value({})


def test_all_hubs_give_a_student_the_same(local):
    memory, cpu = SHARED.Spawner.mem_limit, SHARED.Spawner.cpu_limit
    limits, singleuser = LITTLEST["limits"], CLUSTER["singleuser"]
    assert (as_bytes(limits["memory"]), limits["cpu"]) == (memory, cpu)
    assert (as_bytes(singleuser["memory"]["limit"]), singleuser["cpu"]["limit"]) == (memory, cpu)
    one_thread = {"OMP_NUM_THREADS": "1"}
    assert environment_of(SHARED) == singleuser["extraEnv"] == one_thread
    assert environment_of(local).items() >= one_thread.items()
    http_timeout = SHARED.Spawner.http_timeout
    assert CLUSTER["hub"]["config"]["KubeSpawner"] == {"http_timeout": http_timeout}
    cull, littlest = CLUSTER["cull"], LITTLEST["services"]["cull"]
    assert (cull["timeout"], cull["maxAge"]) == (littlest["timeout"], littlest["max_age"])


def test_the_commands_of_tljh_set_what_its_file_holds():
    text = (DEPLOY / "littlest" / "config.yaml").read_text(encoding="utf-8")
    commands = re.findall(r"tljh-config set ([\w.]+) (\S+)", text)
    assert len(commands) == 5
    for names, value in commands:
        found = LITTLEST
        for name in names.split("."):
            found = found[name]
        assert str(found) == value


def test_a_hub_that_ends_takes_nobody_with_it(local):
    for config in (SHARED, local):
        assert config.JupyterHub.cleanup_servers is False
        assert config.JupyterHub.cleanup_proxy is False
    assert local.ConfigurableHTTPProxy.should_start is False


def test_the_local_hub_is_reached_from_this_machine_only(local):
    addresses = (
        local.JupyterHub.bind_url,
        local.JupyterHub.hub_bind_url,
        local.ConfigurableHTTPProxy.api_url,
    )
    assert all(address.startswith("http://127.0.0.1:") for address in addresses)
    assert local.Spawner.ip == "127.0.0.1"
    paths = [*DEPLOY.rglob("*.py")]
    assert len(paths) >= 2
    for path in paths:
        text = path.read_text(encoding="utf-8")
        ast.parse(text)
        assert set(re.findall(r"\b\d+\.\d+\.\d+\.\d+\b", text)) <= {"127.0.0.1"}, path
        assert "localhost" not in text, path


def test_links_for_a_class_open_the_first_lesson():
    files = (DEPLOY / "littlest" / "config.yaml", DEPLOY / "zero-to-jupyterhub" / "values.yaml")
    links = {re.search(r"HUB/hub/\S+", path.read_text(encoding="utf-8"))[0] for path in files}
    (link,) = links
    assert link.endswith("lab%2Ftree%2FFOLDER%2Fnotebooks%2F00_whole_program.ipynb")
    assert (ROOT / "notebooks" / "00_whole_program.ipynb").is_file()


def hold_class(*options, **environment):
    """Run the class and return what came of it."""
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.class_load", *options],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


def test_the_load_says_in_both_languages_which_programs_it_lacks(tmp_path):
    done = hold_class(PATH=str(tmp_path))
    assert done.returncode == 2, done.stderr
    assert "찾지 못했습니다: prlimit" in done.stderr
    assert "These programs were not found: prlimit" in done.stderr


def test_a_class_too_large_for_the_memory_is_refused_in_both_languages(monkeypatch):
    monkeypatch.setattr(class_load, "find_program", lambda name: name)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=8 * 2**30))
    assert class_load.what_is_missing(10) == ""
    said = class_load.what_is_missing(30)
    assert "더 작은 수를 적으세요" in said
    assert "30 students need 13.3 GiB of memory, but 8.0 GiB are free" in said


@pytest.mark.release
def test_two_students_get_the_right_numbers():
    if lacking := class_load.what_is_missing(2):
        pytest.skip(lacking)
    if not class_load.find_program(class_load.PROXY):
        pytest.skip("the hub's proxy is not here; .ci/run release installs it")
    done = hold_class("--students", "2", "--cpu-seconds", "45", "--limit", "600")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = dict(re.findall(r"· (.+) \| (.+) \|", done.stdout))
    assert rows["students"] == rows["with all numbers right"] == "2"
    assert rows["kernels that survived the restart"] == "2"
    assert rows["errors in the hub's log"] == "0"
