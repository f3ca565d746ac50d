"""The zip with the whole course: what is in it, and in which folder."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

import bundle
from build_cache import Folder, Product
from lessons import ROOT

PUBLISHED = [f"{bundle.PUBLISHED}/{name}" for name in ("00_one.ipynb", "00_one.py", "script.py")]
NOT_MADE = [
    "old.zip",
    "assignments/ko/source/00_one/00_one.ipynb",
    "notebooks/ko/.ipynb_checkpoints/00_one-checkpoint.ipynb",
    "notebooks/ko/my_00.ipynb",
    f"{bundle.PUBLISHED}/__pycache__/script.cpython-311.pyc",
]


@pytest.fixture
def editions(tmp_path, monkeypatch):
    """Return a folder with an index and a handout, for which pip downloads one package."""
    monkeypatch.setattr(
        bundle, "get_packages", lambda folder: Path(folder, "torch-0-any.whl").write_bytes(b"torch")
    )
    folder = Folder(tmp_path / "dist")
    for name in ("index.html", "handouts/ko/00.html", ".cache/ko/00.html"):
        folder.update(Product(name, "", name.encode))
    folder.save()
    for name in (*PUBLISHED, *NOT_MADE):
        (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
        (folder.path / name).write_text(name, "utf-8")
    return folder.path


def test_it_holds_editions_lessons_packages_and_the_way_to_install_them(editions):
    with zipfile.ZipFile(bundle.bundle(editions)) as archive:
        names = {name.removeprefix(f"{bundle.NAME}/") for name in archive.namelist()}
        how = archive.read(f"{bundle.NAME}/INSTALL.txt").decode()
    assert {"index.html", "handouts/ko/00.html", "packages/torch-0-any.whl", "LICENSE"} <= names
    bilingual = {name for name in names if name.startswith("notebooks/")}
    assert bilingual == {f"notebooks/bilingual/{Path(name).name}" for name in PUBLISHED}
    assert not any(name.startswith((".cache", "old", "assignments")) for name in names)
    python = "Python {}.{}".format(*sys.version_info)
    assert f"{python}이 필요합니다" in how
    assert f"need {python}" in how
    assert how.count("--no-index --find-links packages") == 2


def test_the_same_files_give_the_same_bytes(editions):
    path = bundle.bundle(editions)
    before = path.read_bytes()
    for file in editions.rglob("*.html"):
        os.utime(file, (0, 0))
    assert bundle.bundle(editions).read_bytes() == before
    assert not list(editions.glob("*.part"))


def test_each_version_is_unpacked_into_a_folder_of_its_own():  # so no answers are lost
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    version = project.partition('\nversion = "')[2].partition('"')[0]
    assert bundle.NAME.removeprefix("torch-nn-") == version
