"""Set the course up and run it, with nothing but Python's standard library.

    python tools/course.py env                  make the environment in .venv
    python tools/course.py lab [options]        open the notebooks in JupyterLab
    python tools/course.py lab UI=ko            the same, with lessons and menus in Korean
    python tools/course.py test [options]       run all tests
    python tools/course.py check 03             check one lesson whole
    python tools/course.py notebooks [files]    execute the lessons again
    python tools/course.py exercises            list the exercises for a teacher
    python tools/course.py editions [options]   make handouts, slides and more in dist/
    python tools/course.py assignments          make assignments for nbgrader in dist/
    python tools/course.py bench [options]      measure how fast the course is
    python tools/course.py class-load [options] let a simulated class use a JupyterHub

Each of them makes .venv first if it is missing or if what it is made from has
changed. This file is kept readable for Python 3.6, so that an old Python can say
that it is too old.
"""

import atexit
import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import webbrowser

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
STAMP = os.path.join(VENV, "course.json")
INPUTS = ("pyproject.toml", "constraints.txt")
OLDEST_PYTHON = (3, 11)
NEEDED_BYTES = 3 * 10**9
CPU_BUILDS = "https://download.pytorch.org/whl/cpu"

DISK_IS_FULL = (
    "디스크에 자리가 모자랍니다. 3 GB를 비우고 다시 하세요. "
    "NVIDIA 카드가 있으면 10 GB가 필요합니다.",
    "There is not enough room on the disk. Free 3 GB and try again. "
    "With an NVIDIA card, 10 GB are needed.",
)

# Without its log, JupyterLab still prints its address.
QUIET_LAB = ("--ServerApp.log_level=WARN", "--KernelManager.transport_encryption=auto")

# What chooses the language of JupyterLab's menus, and the extra that brings it.
LANGUAGES = {"UI=ko": ("korean", "ko_KR")}

# word: (extras that it needs, what it runs)
COMMANDS = {
    "env": ((), None),
    "lab": ((), ("-m", "jupyterlab", os.path.join(ROOT, "notebooks"))),
    "test": (("authors", "test"), ("-m", "pytest")),
    "check": (("authors", "test"), (os.path.join(ROOT, "tools", "check.py"),)),
    "notebooks": (("authors",), (os.path.join(ROOT, "tools", "notebooks.py"),)),
    "exercises": ((), (os.path.join(ROOT, "tools", "list_exercises.py"),)),
    "editions": (("editions",), (os.path.join(ROOT, "tools", "editions.py"),)),
    "assignments": ((), (os.path.join(ROOT, "tools", "assignments.py"),)),
    "bench": ((), ("-m", "benchmarks")),
    "class-load": (("hub",), ("-m", "benchmarks.class_load")),
}


class SetupError(Exception):
    """The environment could not be made; the arguments say why, Korean first."""

    def __str__(self):
        return "\n".join(self.args)


class NoNetworkError(SetupError):
    """Nothing could be downloaded, so nothing was installed either."""


def make_environment(extras):
    """Make .venv, or bring it up to date, so that it holds `extras` too.

    A stamp in .venv says what it was made from, and that it was finished. An
    unfinished one is made again from the start.

    Raises
    ------
    SetupError
        If Python is too old, the disk is too full, or pip fails.
    """
    check_python()
    stamp = read_stamp()
    base = {"python": sys.version, "folder": ROOT}
    inputs = fingerprint()
    usable = stamp.get("finished") and stamp.get("base") == base and os.path.exists(PYTHON)
    if usable and stamp["inputs"] == inputs and set(extras) <= set(stamp["extras"]):
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
    if shutil.disk_usage(ROOT).free < NEEDED_BYTES:
        raise SetupError(*DISK_IS_FULL)
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


def run_and_explain(command):
    """Run a command in view, and explain the usual reasons when it fails."""
    process = subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, universal_newlines=True, errors="replace"
    )
    said = []
    for line in process.stderr:
        sys.stderr.write(line)
        said.append(line)
    if process.wait() != 0:
        raise explain("".join(said))


def explain(said):
    """Return the error that fits what a failed command said."""
    if re.search("No space left on device|Errno 28|WinError 112", said):
        return SetupError(*DISK_IS_FULL)
    # Pip tries again by itself, so its warnings may speak of a network that came back.
    other_trouble = re.search(r"due to an OSError: \[(Errno|WinError)", said)
    if not other_trouble and re.search(
        "NewConnectionError|NameResolutionError|connection broken|getaddrinfo failed|"
        "Connection refused|Network is unreachable|timed out|ProxyError",
        said,
    ):
        return NoNetworkError(
            "패키지를 내려받을 수 없습니다. 인터넷 연결을 확인하고 다시 하세요.",
            "The packages could not be downloaded. Check the network and try again.",
        )
    return SetupError(
        "설치하지 못했습니다. 까닭은 위에 적혀 있습니다. 고친 뒤 다시 하세요.",
        "The installation failed: see the error above; fix it and try again.",
    )


def prepare_jupyterlab():
    """Build matplotlib's font cache, and spare students JupyterLab's question about news."""
    subprocess.check_call([PYTHON, "-c", "import matplotlib.font_manager"])
    settings = os.path.join(VENV, "share", "jupyter", "lab", "settings")
    os.makedirs(settings, exist_ok=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    with open(os.path.join(settings, "overrides.json"), "w", encoding="utf-8") as file:
        json.dump({"@jupyterlab/apputils-extension:notification": quiet}, file)


def choose_menus(choice):
    """Let JupyterLab and the lessons begin in a language; a user's own choice stays."""
    os.environ.setdefault("COURSE_LANGUAGE", choice.partition("=")[2])
    settings = os.path.join(VENV, "share", "course", "labconfig")
    os.makedirs(settings, exist_ok=True)
    overrides = {"@jupyterlab/translation-extension:plugin": {"locale": LANGUAGES[choice][1]}}
    path = os.path.join(settings, "default_setting_overrides.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(overrides, file)
    paths = [os.path.dirname(settings), os.environ.get("JUPYTER_CONFIG_PATH")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))


def lab_options(options):
    """Return the options for JupyterLab on this machine, and say what is unusual about them.

    JupyterLab takes each setting once, so the user's own come in place of ours.
    """
    own = {setting(option) for option in options}
    ours = list(QUIET_LAB)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        ours.append("--allow-root")
        if not own & {"ip", "sock"}:
            ours.append("--ip=127.0.0.1")
            tell(
                "root로 실행하므로 JupyterLab을 127.0.0.1에서만, 토큰을 걸어 엽니다. "
                "컨테이너 밖에서 열려면 ARGS=--ip=0.0.0.0을 더하세요.",
                "You are root, so JupyterLab listens on 127.0.0.1 only, with its token. "
                "To open it from outside a container, add ARGS=--ip=0.0.0.0.",
            )
    if not own & {"browser", "no-browser", "open-browser"} and not can_open_browser():
        ours.append("--no-browser")
        tell(
            "여기서는 브라우저를 열 수 없습니다. 아래에 나오는 주소 가운데 http://127.0.0.1로 "
            "시작하는 것을 이 컴퓨터의 브라우저에 붙여 넣으세요.\n"
            "멀리 있는 컴퓨터라면 먼저 내 컴퓨터에서 ssh -L 8888:127.0.0.1:8888 HOST를 실행하세요. "
            "주소에 다른 번호가 있으면 8888 대신 그 번호를 쓰세요.",
            "No browser can be opened here. Copy the address below that begins with "
            "http://127.0.0.1 into a browser on this machine.\n"
            "If this machine is remote, first run ssh -L 8888:127.0.0.1:8888 HOST on your own. "
            "If the address has another number, use it in place of 8888.",
        )
    return [option for option in ours if setting(option) not in own] + options


def setting(option):
    """Return the name of what an option sets: ip for --ip and for --ServerApp.ip=0.0.0.0."""
    return option.partition("=")[0].rpartition(".")[2].strip("-").replace("_", "-")


def can_open_browser():
    """Return whether there is a browser with a window; one in the terminal is of no use."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        return bool(webbrowser.get())
    except webbrowser.Error:
        return False


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


def print_on_any_console():
    """Print ? for a letter that the console lacks, and do not fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def lend_a_home():
    """Use a temporary home if the user's cannot be written to; Jupyter needs one."""
    if not os.access(os.path.expanduser("~"), os.W_OK):
        os.environ["HOME"] = tempfile.mkdtemp(prefix="home-")
        atexit.register(shutil.rmtree, os.environ["HOME"], ignore_errors=True)


def run(command):
    """Run a command to its end and return its exit status.

    Ctrl-C reaches the command too; it decides what to do about it.
    """
    process = subprocess.Popen(command, cwd=ROOT)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            pass


def main(arguments):
    """Carry out one word of the command line and return an exit status."""
    print_on_any_console()
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 2
    lend_a_home()
    # Container images set it; each process of pytest would compile its plugins again, for 4 s.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    word, *options = arguments
    extras, command = COMMANDS[word]
    choices = [option for option in options if option.startswith("UI=")]
    options = [option for option in options if option not in choices]
    try:
        if choices and (word != "lab" or choices[-1] not in LANGUAGES):
            raise SetupError(
                f"{choices[-1]}는 쓸 수 없습니다. 한국어 메뉴는 make lab UI=ko로 엽니다.",
                f"{choices[-1]} cannot be used. For Korean menus, run make lab UI=ko.",
            )
        make_environment((*extras, *(LANGUAGES[choice][0] for choice in choices)))
        if choices:
            choose_menus(choices[-1])
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{error}\n\n{explain(str(error))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        tell("\n멈추었습니다. 다음에 처음부터 다시 만듭니다.", "Stopped. The next try starts over.")
        return 130
    if word == "env":
        tell("환경이 준비되었습니다.", "The environment is ready.")
        return 0
    if word == "lab":
        tell(
            "JupyterLab을 엽니다. 끝내려면 Ctrl+C를 두 번 누르세요.",
            "Opening JupyterLab. To stop it, press Ctrl+C twice.",
        )
        options = lab_options(options)
    return run([PYTHON, *command, *options])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
