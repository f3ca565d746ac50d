"""Make .venv with nothing but Python's standard library, and say why where it cannot be made.

Before anything is downloaded, the machine is looked at; at the end, PyTorch is loaded. Like
course.py, this file is kept readable for Python 3.6, so that an old Python can say that it is
too old.
"""

import glob
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
STAMP = os.path.join(VENV, "course.json")
INPUTS = ("pyproject.toml", "constraints.txt")
OLDEST_PYTHON = (3, 11)
GB = 10**9
CPU_BUILDS = "https://download.pytorch.org/whl/cpu"
# On Windows a path has at most 259 letters, and the longest one in .venv, a license of torch
# that lies below the course's folder, has this many.
LONGEST_PATH = 259
LONGEST_BELOW = 1 + 191
PRODUCT = "import torch; assert (torch.ones(2, 3) @ torch.ones(3, 2)).sum() == 12"

DISK_IS_FULL = (
    "디스크에 자리가 모자랍니다. 3 GB를 비우고 다시 하세요. NVIDIA 카드가 있으면 10 GB가 "
    "필요합니다. 임시 폴더와 홈 폴더가 다른 디스크에 있으면 거기에도 자리가 있어야 합니다.",
    "There is not enough room on the disk. Free 3 GB and try again. With an NVIDIA card, 10 GB "
    "are needed. If the temporary folder and your home are on other disks, they need room, too.",
)
PATH_IS_TOO_LONG = (
    "Windows에서 쓰기에는 폴더의 경로가 너무 깁니다. C:\\torch-nn처럼 짧은 곳으로 폴더를 옮긴 "
    "다음 다시 하세요.",
    "The path of this folder is too long for Windows. Move the folder to a short path, such as "
    "C:\\torch-nn, and try again.",
)
INSTALLATION_FAILED = (
    "설치하지 못했습니다. 까닭은 위에 적혀 있습니다. 고친 뒤 다시 하세요.",
    "The installation failed: see the error above; fix it and try again.",
)
TORCH_DOES_NOT_LOAD = (
    "설치는 끝났지만 PyTorch를 불러올 수 없습니다. 까닭은 위에 적혀 있습니다. 고친 뒤 같은 "
    "명령을 다시 실행하세요.",
    "Everything is installed, but PyTorch does not load: see the error above. Fix it, then run "
    "the same command again.",
)


class SetupError(Exception):
    """The environment could not be made; the arguments say why, Korean first."""

    def __str__(self):
        return "\n".join(self.args)


class NoNetworkError(SetupError):
    """Nothing could be downloaded, so nothing was installed either."""


# What a failed command may say, in the order in which to look for it, and what is told then.
TROUBLES = (
    ("No space left on device|Errno 28|Errno 122|WinError 112", SetupError, DISK_IS_FULL),
    ("Long Path support|WinError 206", SetupError, PATH_IS_TOO_LONG),
    (
        r"WinError (126|1114)|DLL load failed|(c10|vcruntime|msvcp)\w*\.dll",
        SetupError,
        (
            "PyTorch를 불러올 수 없습니다. 이 Windows에는 Microsoft Visual C++ 런타임이 없거나 "
            "오래된 것 같습니다. https://aka.ms/vs/17/release/vc_redist.x64.exe를 받아 설치한 "
            "다음 같은 명령을 다시 실행하세요.",
            "PyTorch does not load. This Windows seems to lack the Microsoft Visual C++ runtime, "
            "or to have an old one. Install https://aka.ms/vs/17/release/vc_redist.x64.exe, then "
            "run the same command again.",
        ),
    ),
    # Pip tries again by itself, so its warnings may speak of a network that came back.
    (r"due to an OSError: \[(Errno|WinError)", SetupError, INSTALLATION_FAILED),
    (
        "ProxyError|Cannot connect to proxy|Tunnel connection failed|407 Proxy|"
        "CERTIFICATE_VERIFY_FAILED",
        NoNetworkError,
        (
            "프록시가 패키지를 내려받지 못하게 막습니다. 전산 담당자에게 프록시의 주소와 "
            "인증서를 물어 HTTPS_PROXY와 PIP_CERT 환경 변수에 적고 다시 하세요. 컴퓨터의 "
            "날짜가 틀려도 이런 오류가 납니다.",
            "A proxy keeps the packages from being downloaded. Ask who runs your network for its "
            "address and its certificate, put them into the environment variables HTTPS_PROXY "
            "and PIP_CERT, and try again. A wrong date of this computer gives this error, too.",
        ),
    ),
    (
        "NewConnectionError|NameResolutionError|connection broken|getaddrinfo failed|"
        "Connection refused|Network is unreachable|timed out",
        NoNetworkError,
        (
            "패키지를 내려받을 수 없습니다. 인터넷 연결을 확인하고 다시 하세요.",
            "The packages could not be downloaded. Check the network and try again.",
        ),
    ),
    (
        "build_editable|editable mode currently requires|is not a supported wheel on this "
        "platform|invalid (metadata|pyproject.toml)|metadata-version",
        SetupError,
        (
            "이 Python에 딸린 pip이 너무 오래되었습니다. Python을 3.12처럼 더 새로운 것으로 "
            "설치하고 다시 하세요.",
            "The pip that comes with this Python is too old. Install a newer Python, such as "
            "3.12, and try again.",
        ),
    ),
    (
        "No matching distribution found for torch",
        SetupError,
        (
            "이 컴퓨터의 Python에 맞는 PyTorch가 없습니다. 아주 새로운 Python에는 아직 나오지 "
            "않았을 수 있습니다. Python 3.12를 설치하고 다시 하세요.",
            "There is no PyTorch for the Python of this machine. For a very new Python it may "
            "not be out yet. Install Python 3.12 and try again.",
        ),
    ),
)


def make_environment(extras):
    """Make .venv, or bring it up to date, so that it holds `extras` too.

    A stamp in .venv says what it was made from, that it was finished, and that PyTorch
    loads in it. An unfinished one is made again from the start.

    Raises
    ------
    SetupError
        If Python, the machine, the folder or the disk will not do, pip fails or PyTorch
        does not load.
    """
    check_python()
    stamp = read_stamp()
    base = {"python": sys.version, "folder": ROOT}
    inputs = fingerprint()
    usable = stamp.get("finished") and stamp.get("base") == base and os.path.exists(PYTHON)
    if usable and stamp["inputs"] == inputs and set(extras) <= set(stamp["extras"]):
        if not stamp.get("loads"):
            try_torch(stamp)
        return
    extras = sorted(set(extras) | set(stamp.get("extras", [])))
    new_stamp = {"base": base, "inputs": inputs, "extras": extras}
    if not usable:
        make_empty_environment(dict(new_stamp, finished=False), known=bool(stamp))
    write_stamp(dict(new_stamp, finished=False))
    try:
        install(extras)
    except NoNetworkError:
        if usable:
            write_stamp(stamp)
        raise
    prepare_jupyterlab()
    write_stamp(dict(new_stamp, finished=True))
    try_torch(dict(new_stamp, finished=True))


# The machine


def check_python():
    """Refuse a Python that is too old or lacks the parts that make environments."""
    version = "{}.{}".format(*sys.version_info)
    if sys.version_info < OLDEST_PYTHON:
        windows, others = "py -3.12 tools\\course.py lab", "make lab PYTHON=python3.12"
        example = windows if os.name == "nt" else others
        raise SetupError(
            f"Python 3.11 이상이 필요합니다. 지금 쓰는 것은 {version}입니다. "
            f"새 Python을 설치한 뒤 그 이름을 알려 주세요. 예: {example}",
            f"Python 3.11 or later is needed, but this is {version}. "
            f"Install a newer one and name it, for example: {example}",
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise SetupError(
            "이 Python에는 venv 모듈이 없습니다. Debian과 Ubuntu에서는 "
            f"sudo apt install python{version}-venv 명령으로 설치하세요.",
            "This Python lacks the venv module. On Debian and Ubuntu, install it: "
            f"sudo apt install python{version}-venv",
        ) from None


def check_machine():
    """Refuse a machine on which the installation would fail after a long download."""
    if sys.maxsize < 2**32:
        raise SetupError(
            "64비트 Python이 필요한데 이 Python은 32비트입니다. 64비트용을 설치하고 다시 하세요.",
            "A 64-bit Python is needed, but this one has 32 bits. Install one with 64 bits and "
            "try again.",
        )
    if (sys.platform, platform.machine()) == ("darwin", "x86_64"):
        raise SetupError(
            "Intel Mac에는 설치할 수 없습니다. PyTorch가 2.3부터 Intel Mac용을 내지 않습니다. "
            "다른 컴퓨터나 JupyterHub를 쓰세요.",
            "The course cannot be installed on an Intel Mac: PyTorch has had no builds for it "
            "since 2.3. Use another machine or a JupyterHub.",
        )
    if os.name == "nt" and not takes_long_paths() and len(ROOT) + LONGEST_BELOW > LONGEST_PATH:
        most = LONGEST_PATH - LONGEST_BELOW
        ko, en = PATH_IS_TOO_LONG
        raise SetupError(
            f"{ko}\n지금 경로는 {len(ROOT)}자이고 {most}자까지 됩니다: {ROOT}",
            f"{en}\nIt has {len(ROOT)} letters and may have {most}: {ROOT}",
        )
    if shutil.disk_usage(ROOT).free < (10 if takes_cuda() else 3) * GB:
        raise SetupError(*DISK_IS_FULL)


def takes_long_paths():
    """Return whether this Windows has been told to take paths of more than 259 letters."""
    import winreg

    place = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return winreg.QueryValueEx(key, "LongPathsEnabled")[0] == 1
    except OSError:
        return False


def takes_cuda():
    """Return whether PyTorch comes with CUDA here, as it does for an NVIDIA card on Linux."""
    return sys.platform.startswith("linux") and bool(shutil.which("nvidia-smi"))


def can_write(folder):
    """Return whether a few megabytes can be written in a folder."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(2 * 10**6))
            file.flush()
    except OSError:
        return False
    return True


# The environment


def make_empty_environment(stamp, known):
    """Make .venv again with only pip in it; `known` says that the old one is ours."""
    if os.path.isdir(VENV) and os.listdir(VENV) and not known:
        raise SetupError(
            ".venv 폴더가 이미 있는데, 이 프로그램이 만든 것이 아닙니다. "
            "폴더 이름을 바꾸거나 지운 뒤 다시 하세요.",
            "There is a .venv folder that this program did not make. "
            "Rename or remove it, then try again.",
        )
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV):
        raise SetupError(
            "지금 쓰고 있는 .venv를 새로 만들어야 합니다. deactivate 명령으로 나온 뒤 다시 하세요.",
            "The .venv that you are in must be made again. "
            "Leave it with the command deactivate, then try again.",
        )
    check_machine()
    tell("환경을 .venv에 만듭니다.", "Making the environment in .venv.")
    os.makedirs(VENV, exist_ok=True)
    write_stamp(stamp)
    remove_all_but_the_stamp()
    run_and_explain([sys.executable, "-m", "venv", VENV])


def remove_all_but_the_stamp():
    """Empty .venv; the stamp stays, so that .venv is known as ours if this is stopped."""
    for name in set(os.listdir(VENV)) - {os.path.basename(STAMP)}:
        path = os.path.join(VENV, name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)


def install(extras):
    """Install the course with `extras` in the tested versions."""
    tell(
        "패키지를 설치합니다. 처음에는 몇 분 걸립니다.",
        "Installing the packages. The first time this takes some minutes.",
    )
    package = ROOT + ("[{}]".format(",".join(extras)) if extras else "")
    constraints = os.path.join(ROOT, "constraints.txt")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check"]
    own_sources = subprocess.check_output([*pip, "config", "list"], universal_newlines=True)
    source = torch_source(own_sources, sys.platform, shutil.which("nvidia-smi"))
    run_and_explain([*pip, "install", "-c", constraints, *source, "-e", package])
    link_without_folders()


def link_without_folders():
    """Let the environment find the course's sources by a path without the folders above.

    Before Python 3.13, on a Windows that is not set to UTF-8, the environment could not
    start where the name of such a folder has Korean letters.
    """
    links = os.path.join(glob.escape(VENV), "**", "site-packages", "*tutorial_helpers.pth")
    for link in glob.glob(links, recursive=True):
        with open(link, "w", encoding="ascii") as file:
            sources = os.path.join(ROOT, "src")
            file.write(os.path.relpath(sources, os.path.dirname(link)) + "\n")


def torch_source(pip_config, platform, nvidia_smi):
    """Return pip's options for finding PyTorch.

    On Linux, PyTorch comes with gigabytes of CUDA by default. Where there is no NVIDIA
    card, and so no program `nvidia_smi`, take the CPU build, unless the site names
    sources of its own in `pip_config`, which is what ``pip config list`` prints.

    Examples
    --------
    >>> torch_source("", "darwin", None)
    []
    """
    own = re.search(r"\.(index-url|extra-index-url|find-links|no-index)=", pip_config)
    if own or nvidia_smi or not platform.startswith("linux"):
        return []
    return ["--extra-index-url", CPU_BUILDS]


def try_torch(stamp):
    """Load PyTorch and multiply two matrices, and note in the stamp that it can be done."""
    run_and_explain([PYTHON, "-c", PRODUCT], TORCH_DOES_NOT_LOAD)
    write_stamp(dict(stamp, loads=True))


def run_and_explain(command, otherwise=INSTALLATION_FAILED):
    """Run a command in view, and explain the usual reasons when it fails."""
    process = subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, universal_newlines=True, errors="replace"
    )
    said = []
    for line in process.stderr:
        sys.stderr.write(line)
        said.append(line)
    if process.wait() != 0:
        raise explain("".join(said), otherwise)


def explain(said, otherwise=INSTALLATION_FAILED):
    """Return the error that fits what a failed command said."""
    for pattern, error, words in TROUBLES:
        if re.search(pattern, said, re.IGNORECASE):
            return error(*words)
    return SetupError(*otherwise)


def prepare_jupyterlab():
    """Build matplotlib's font cache, and spare students JupyterLab's question about news."""
    subprocess.check_call([PYTHON, "-c", "import matplotlib.font_manager"])
    settings = os.path.join(VENV, "share", "jupyter", "lab", "settings")
    os.makedirs(settings, exist_ok=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    with open(os.path.join(settings, "overrides.json"), "w", encoding="utf-8") as file:
        json.dump({"@jupyterlab/apputils-extension:notification": quiet}, file)


# What it was made from


def fingerprint():
    """Return a hash of the files that the environment is made from."""
    digest = hashlib.sha256()
    for name in INPUTS:
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def read_stamp():
    """Return what .venv was made from, or an empty dict where it does not say."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def write_stamp(stamp):
    """Write into .venv what it was made from."""
    with open(STAMP, "w", encoding="utf-8") as file:
        json.dump(stamp, file, indent=1)


def tell(ko, en):
    """Print a message in both languages."""
    print(ko, en, sep="\n", flush=True)
