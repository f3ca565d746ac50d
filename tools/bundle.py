"""The whole course in one zip, with every package that it needs, to use without a network."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path

from build_cache import Folder
from environment import torch_source
from lessons import ROOT

# With the version, so that a new zip unpacked beside an old one overwrites nobody's work.
NAME = f"torch-nn-{version('tutorial-helpers')}"
PUBLISHED = ".cache/lessons"  # the lessons from which the editions were made
EARLIEST = (1980, 1, 1, 0, 0, 0)  # in a zip; the same bytes each time

HOW_TO_INSTALL = """\
한 프로그램으로 배우는 torch.nn

읽기 자료와 슬라이드는 index.html에서 엽니다. 설치하지 않아도 됩니다.

노트북을 실행하려면 이 폴더에서 다음 명령을 차례로 실행하세요. 인터넷은 필요 없습니다.
{system}용이고, {python}이 필요합니다.

{commands}

노트북은 notebooks 폴더에 있습니다. bilingual은 두 언어, ko는 한국어, en은 영어입니다.


torch.nn in one program

Open index.html to find handouts and slides. They need no installation.

To run the notebooks, run these commands in this folder. You need no internet connection.
They are for {system} and need {python}.

{commands}

The notebooks are in the folder notebooks: bilingual has both languages, ko has Korean, en
has English.
"""
COMMANDS = """\
    {python} -m venv .venv
    {own_python} -m pip install --no-index --find-links packages tutorial-helpers
    {own_python} -m jupyterlab notebooks"""


def bundle(folder):
    """Zip a folder of editions, the lessons and all packages, and return the zip's path.

    It is for machines and a version of Python as those that made it.

    Raises
    ------
    subprocess.CalledProcessError
        If pip cannot get a package; it says why.
    """
    path = folder / f"{NAME}-{kind_of_machine()}.zip"
    with tempfile.TemporaryDirectory() as packages:
        get_packages(packages)
        files = contents(folder, Path(packages))
        unfinished = path.with_suffix(".part")
        with zipfile.ZipFile(unfinished, "w") as archive:
            for name, source in sorted(files.items()):
                add(archive, name, source)
    unfinished.replace(path)
    return path


def kind_of_machine():
    """Return for which machines and which Python the packages are, as part of a name."""
    version = "{}.{}".format(*sys.version_info)
    return f"{platform.system()}-{platform.machine()}-python{version}".lower()


def get_packages(folder):
    """Get the course and all that it needs, PyTorch included, as wheels."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    config = subprocess.check_output([*pip, "config", "list"], text=True)
    source = torch_source(config, sys.platform, shutil.which("nvidia-smi"))
    tested = ["--constraint", str(ROOT / "constraints.txt")]
    # Not quietly: it takes minutes, and pip shows how far it is.
    subprocess.check_call([*pip, "wheel", *tested, *source, "--wheel-dir", folder, str(ROOT)])


def contents(folder, packages):
    """Return what goes into the zip: its name there, and the file or the text."""
    files = {f"packages/{path.name}": path for path in packages.glob("*.whl")}
    made = (name for name in Folder(folder).keys if not name.startswith(".cache/"))
    files |= {name: folder / name for name in made}  # no assignments, no checkpoints
    for path in (folder / PUBLISHED).glob("*.*"):
        files[f"notebooks/bilingual/{path.name}"] = path
    files["LICENSE"] = ROOT / "LICENSE"
    files["INSTALL.txt"] = how_to_install()
    return {f"{NAME}/{name}": source for name, source in files.items()}


def how_to_install():
    """Return the words that install the course from the zip, in both languages."""
    windows = os.name == "nt"
    version = "{}.{}".format(*sys.version_info)
    commands = COMMANDS.format(
        python=f"py -{version}" if windows else f"python{version}",
        own_python=r".venv\Scripts\python" if windows else ".venv/bin/python",
    )
    system = f"{platform.system()} ({platform.machine()})"
    return HOW_TO_INSTALL.format(system=system, python=f"Python {version}", commands=commands)


def add(archive, name, source):
    """Add a file or a text to a zip, without the time at which it was made."""
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.external_attr = 0o644 << 16
    packed = name.endswith((".whl", ".png"))
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    archive.writestr(entry, source if isinstance(source, str) else source.read_bytes())
