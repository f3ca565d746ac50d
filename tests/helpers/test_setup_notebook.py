"""The setup line in scripts and kernels, on machines that lack something."""

import logging
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import IPython.display
import matplotlib
import pytest
import torch
from IPython.core.formatters import DisplayFormatter
from jupyter_client.manager import start_new_kernel
from matplotlib.figure import Figure
from matplotlib_inline import backend_inline

from kernels import AS_A_READER, OUTPUTS
from lessons import LESSONS
from outputs import printed_by
from tutorial_helpers import notebook, setup_notebook
from tutorial_helpers.describe import unseen
from tutorial_helpers.fonts import FAMILIES
from tutorial_helpers.style import STYLE

UNWANTED = {"DISPLAY", "WAYLAND_DISPLAY", "MPLBACKEND", "MPLCONFIGDIR", "OMP_NUM_THREADS"}
# The first look for fonts takes longer than five seconds only on a slow machine.
SLOW = """
import threading, time

class Timer(threading.Timer):
    def __init__(self, seconds, function):
        super().__init__(0, function)

    def start(self):
        super().start()
        self.join()

threading.Timer = Timer
"""
SHOW = """
from tutorial_helpers import plot_loss_curve, setup_notebook
setup_notebook()
import matplotlib.pyplot as plt
plot_loss_curve([3.0, 1.0])
plt.show()
print("손실 ŷ")
"""


def run_python(arguments, **environment):
    """Run Python without a display and return what it printed."""
    env = {key: value for key, value in os.environ.items() if key not in UNWANTED}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=env | environment,
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
    )


@pytest.mark.ci
def test_on_a_machine_that_lacks_much_nothing_is_said(tmp_path):
    home = tmp_path / "file"
    home.touch()
    done = run_python(
        ["-c", SLOW + SHOW],
        HOME=f"{home}/none",  # which cannot be written
        XDG_CONFIG_HOME="",
        XDG_CACHE_HOME="",
        MPLBACKEND="agg",  # which cannot show figures
        DISPLAY=":99",
        PYTHONIOENCODING="cp949",  # which has no ŷ
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "손실 ?\n", "")


def test_what_else_is_said_of_fonts_is_heard(caplog):
    setup_notebook()
    logger = logging.getLogger("matplotlib.font_manager")
    logger.warning("Matplotlib is building the font cache; this may take a moment.")
    logger.warning("findfont: Font family 'none' not found.")
    assert caplog.messages == ["findfont: Font family 'none' not found."]


def test_a_folder_that_somebody_chose_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    setup_notebook()
    assert os.environ["MPLCONFIGDIR"] == str(tmp_path)


def test_a_folder_is_given_to_matplotlib_and_taken_away_in_the_end(monkeypatch, tmp_path):
    at_exit = []
    monkeypatch.setattr(notebook.atexit, "register", lambda *call, **_: at_exit.append(call))
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "none"))
    monkeypatch.setenv("MPLCONFIGDIR", "")  # so that it is set back
    monkeypatch.delenv("MPLCONFIGDIR")
    notebook._give_matplotlib_a_folder()
    folder = Path(os.environ["MPLCONFIGDIR"])
    assert folder.is_dir()
    ((remove, *arguments),) = at_exit
    remove(*arguments)
    assert not folder.exists()


def test_without_ipython_there_is_no_kernel(monkeypatch):
    monkeypatch.delitem(sys.modules, "IPython")
    assert notebook.kernel_shell() is None
    assert "IPython" not in sys.modules, "it takes a while to import"


def test_in_a_kernel_figures_are_described_once_they_are_inline(monkeypatch):
    formatter = DisplayFormatter()
    text = formatter.formatters["text/plain"]
    shell = SimpleNamespace(
        run_line_magic=lambda *magic: text.type_printers.pop(Figure, None),  # as `inline` does
        display_formatter=formatter,
    )
    monkeypatch.setattr(notebook, "kernel_shell", lambda: shell)
    monkeypatch.setattr(backend_inline, "set_matplotlib_formats", lambda *formats: None)
    shown = []
    monkeypatch.setattr(IPython.display, "display", lambda what, **options: shown.append(what))
    with matplotlib.rc_context():
        setup_notebook()
    figure = Figure()
    assert text(figure).splitlines()[1] == "Figure. nothing is drawn."
    formatter.ipython_display_formatter(figure)
    assert shown == [figure, {"text/html": unseen(text(figure))}]


@pytest.mark.ci
def test_in_a_kernel_that_takes_warnings_for_errors_a_figure_is_shown_without_one():
    show = "import warnings\nwarnings.simplefilter('error')" + SHOW
    manager, client = start_new_kernel(env=AS_A_READER, stderr=subprocess.DEVNULL)
    try:
        messages = []
        client.execute_interactive(show, output_hook=messages.append, timeout=120)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    shown = [message["content"] for message in messages if message["msg_type"] in OUTPUTS]
    (picture, heard, printed) = shown
    assert set(picture["data"]) == {"image/png", "text/plain"}
    assert heard["data"] == {"text/html": unseen(picture["data"]["text/plain"])}
    assert printed == {"name": "stdout", "text": "손실 ŷ\n"}


def test_figures_have_the_look_and_the_font_of_the_course():
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        setup_notebook()
        for name, value in matplotlib.RcParams(STYLE).items():
            assert matplotlib.rcParams[name] == value
        assert matplotlib.rcParams["font.family"] == FAMILIES


def test_one_thread_unless_somebody_chose(monkeypatch):
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(2)
        monkeypatch.setenv("OMP_NUM_THREADS", "2")
        setup_notebook()
        assert torch.get_num_threads() == 2
        monkeypatch.delenv("OMP_NUM_THREADS")
        setup_notebook()
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)


@pytest.mark.ci
def test_a_lesson_runs_without_jupyter_or_display_and_prints_the_same():
    done = run_python([LESSONS[0]])
    assert done.stderr == ""
    assert done.stdout == printed_by(LESSONS[0])
