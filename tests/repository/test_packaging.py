"""What is installed: one list of requirements, said the same way everywhere."""

import re
import tomllib
from itertools import chain

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from lessons import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
CONDA_NAMES = {"torch": "pytorch-cpu"}
# Not in environment.yml: the first comes with this package by pip, the others serve menus,
# grades, editions and tests that are left out without them.
NOT_BY_CONDA = {
    "koreanize-matplotlib",
    "jupyterlab-language-pack-ko-KR",
    "nbgrader",
    "jupyterhub",
    "aiohttp",
    "nbgitpuller",
    "playwright",
    "axe-playwright-python",
    "kiwipiepy",
    "math-core",
    "ziamath",
    "sphinx-revealjs",
}


def requirements():
    """Return all requirements of pyproject.toml, those of its extras included."""
    extras = PROJECT["optional-dependencies"].values()
    found = map(Requirement, chain(PROJECT["dependencies"], *extras))
    return [requirement for requirement in found if requirement.name != PROJECT["name"]]


def test_conda_and_pip_ask_for_the_same():
    ours = {
        CONDA_NAMES.get(requirement.name, requirement.name): str(requirement.specifier)
        for requirement in requirements()
        if requirement.name not in NOT_BY_CONDA
    }
    ours["python"] = PROJECT["requires-python"]
    theirs = {}
    for text in filter(lambda entry: isinstance(entry, str), CONDA["dependencies"]):
        name, specifier = re.fullmatch(r"([a-z-]+)(.*)", text).groups()
        theirs[name] = specifier
    assert theirs.pop("pip") == ""
    assert theirs.pop("notebook"), "the other front end, for those who like it better"
    assert theirs == ours


def test_conda_installs_this_package_by_pip():
    assert CONDA["channels"] == ["conda-forge"]
    assert CONDA["dependencies"][-1] == {"pip": ["-e ."]}


@pytest.mark.parametrize("requirement", requirements(), ids=lambda requirement: requirement.name)
def test_a_tested_version_is_pinned_and_in_range(requirement):
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    pins = {canonicalize_name(name): version for name, version in pins.items()}
    assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])
    assert str(requirement.specifier).startswith(">="), "a range has a lower end"
