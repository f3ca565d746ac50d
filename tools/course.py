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
import json
import os
import shutil
import subprocess
import sys
import tempfile
import webbrowser

from environment import PYTHON, ROOT, VENV, SetupError, can_write, explain, make_environment, tell

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
    "editions": (("authors", "editions"), (os.path.join(ROOT, "tools", "editions.py"),)),
    "assignments": (("authors",), (os.path.join(ROOT, "tools", "assignments.py"),)),
    "bench": ((), ("-m", "benchmarks")),
    "class-load": (("hub",), ("-m", "benchmarks.class_load")),
}


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


def print_on_any_console():
    """Print ? for a letter that the console lacks, and do not fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def lend_a_home():
    """Use a temporary home if the user's cannot be written or is full; Jupyter needs one."""
    home = os.path.expanduser("~")
    if can_write(home):
        return
    tell(
        f"홈 폴더 {home}에 쓸 수 없거나 자리가 없어, 이번에는 임시 홈 폴더를 씁니다. Jupyter의 "
        "설정은 남지 않습니다. 노트북은 그대로 저장됩니다.",
        f"Your home {home} cannot be written or is full, so a temporary one is used this time. "
        "Jupyter's settings will not be kept. Notebooks are saved as usual.",
    )
    try:
        lent = tempfile.mkdtemp(prefix="home-")
    except OSError as error:
        raise SetupError(
            f"임시 폴더에도 쓸 수 없습니다. 디스크를 비우고 다시 하세요. {error}",
            f"The temporary folder cannot be written either. Free the disk and try again. {error}",
        ) from None
    atexit.register(shutil.rmtree, lent, ignore_errors=True)
    for name in ("HOME", "USERPROFILE"):
        os.environ[name] = lent


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
    # Container images set it; each process of pytest would compile its plugins again, for 4 s.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    word, *options = arguments
    extras, command = COMMANDS[word]
    choices = [option for option in options if option.startswith("UI=")]
    options = [option for option in options if option not in choices]
    try:
        lend_a_home()
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
