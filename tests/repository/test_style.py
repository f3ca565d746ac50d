"""The code keeps to the rules of ruff that pyproject.toml names, and to one that ruff half sees."""

import ast
import subprocess
import sys

import pytest

from lessons import ROOT

SCRIPTS = sorted(
    path.relative_to(ROOT)
    for folder in ("src", "tools", "tests", "benchmarks", "notebooks", "docs", "deploy")
    for path in (ROOT / folder).rglob("*.py")
)
# Which argument, counted from 0, is the encoding; where a mode stands before it, the mode's place.
OPENS = {"open": (3, 1), "read_text": (0, None), "write_text": (1, None), "fdopen": (3, 1)}


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_finds_nothing(command):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def opened_without_encoding(source):
    """Yield the lines that open text in the letters of the machine, as cp949 of Korean Windows."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        if name not in OPENS or ast.unparse(node.func) in ("os.open", "self.open"):
            continue
        place, mode = OPENS[name]
        of_a_path = name == "open" and isinstance(node.func, ast.Attribute)
        binary = mode is not None and any(
            "b" in ast.unparse(part) for part in node.args[mode - of_a_path :][:1]
        )
        named = {keyword.arg for keyword in node.keywords}
        if not (binary or len(node.args) > place or named & {"encoding", None}):
            yield node.lineno


def test_each_file_is_opened_with_an_encoding():
    found = {
        str(script): lines
        for script in SCRIPTS
        if (lines := list(opened_without_encoding((ROOT / script).read_text("utf-8"))))
    }
    assert not found, "ruff's PLW1514 sees some of these, not all"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("(root / name).read_text()", [1]),
        ("[p.read_text() for p in paths]", [1]),
        ("path.write_text(text)", [1]),
        ("open(path)", [1]),
        ("open(path, 'rb')", []),
        ("path.open('rb')", []),
        ("path.open()", [1]),
        ("path.read_text('utf-8')", []),
        ("open(path, encoding='ascii')", []),
    ],
)
def test_a_file_without_an_encoding_is_found(code, found):
    assert list(opened_without_encoding(code)) == found
