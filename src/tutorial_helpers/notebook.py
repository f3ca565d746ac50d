"""The one line at the top of each notebook."""

import atexit
import logging
import os
import shutil
import sys
import tempfile
import warnings

import torch

from tutorial_helpers.choice import preferred_language
from tutorial_helpers.console import print_on_any_console
from tutorial_helpers.language import choose_language

figures_are_prepared = False


def setup_notebook(language=None):
    """Prepare a notebook, or a lesson run as a script.

    노트북을 준비합니다. 그림에 한글이 제대로 나오게 하고, 안내문의 언어를 정합니다.

    Figures can show Korean, have the course's look and are stored with a description
    in words; messages are in `language`; and torch computes with one thread, unless
    the environment variable ``OMP_NUM_THREADS`` says otherwise, because kernels
    that each take all processors slow one another down.

    Call it before anything imports matplotlib.

    Parameters
    ----------
    language : {"ko", "en", "both"}, optional
        The language of messages and of figure labels, in this notebook alone. If left out,
        it is the one that `show_language` shows: what the reader chose last, or both.

    Raises
    ------
    ValueError
        If `language` is another word.
    RuntimeError
        If the package with the Korean font is not installed.

    Examples
    --------
    >>> setup_notebook()
    """
    choose_language(preferred_language() if language is None else language)
    if "OMP_NUM_THREADS" not in os.environ:
        torch.set_num_threads(1)
    prepare_figures()


def prepare_figures():
    """Let figures show Korean, in the course's look and the reader's language.

    `setup_notebook` does it, and so does each helper that draws before anything else has.

    Raises
    ------
    RuntimeError
        If the package with the Korean font is not installed.

    Examples
    --------
    >>> prepare_figures()
    """
    global figures_are_prepared
    _give_matplotlib_a_folder()
    logging.getLogger("matplotlib.font_manager").addFilter(_is_not_about_the_font_cache)
    from tutorial_helpers.fonts import use_korean_fonts
    from tutorial_helpers.labels import draw_labels_in_chosen_language
    from tutorial_helpers.style import use_style

    shell = kernel_shell()
    if shell:
        _set_up_inline_figures(shell)
    else:
        _let_scripts_run_anywhere()
    use_korean_fonts()
    use_style()
    draw_labels_in_chosen_language()
    figures_are_prepared = True


def _give_matplotlib_a_folder():
    """Avoid matplotlib's complaint on stderr where the home cannot be written."""
    if "MPLCONFIGDIR" in os.environ:
        return
    if not os.access(os.path.expanduser("~"), os.W_OK):
        folder = tempfile.mkdtemp(prefix="matplotlib-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ["MPLCONFIGDIR"] = folder


def _is_not_about_the_font_cache(record):
    """Keep back what matplotlib says on stderr where it looks for fonts the first time, slowly."""
    return "building the font cache" not in record.getMessage()


def kernel_shell():
    """Return IPython's shell inside a Jupyter kernel, None elsewhere."""
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None


def _set_up_inline_figures(shell):
    """Draw sharp figures, and describe each in words: once beside it, and once to be heard.

    A page shows neither the words beside a picture nor an `alt` of it, so screen readers
    need an output of their own.
    """
    from IPython.display import display
    from matplotlib.figure import Figure
    from matplotlib_inline.backend_inline import set_matplotlib_formats

    from tutorial_helpers.describe import describe_figure, unseen

    def show(figure):
        by_itself.enabled = False
        try:
            display(figure)
        finally:
            by_itself.enabled = True
        display({"text/html": unseen(describe_figure(figure))}, raw=True)

    shell.run_line_magic("matplotlib", "inline")
    set_matplotlib_formats("retina")
    # Only now: `%matplotlib inline` drops the formatters of Figure.
    text = shell.display_formatter.formatters["text/plain"]
    text.for_type(Figure, lambda figure, printer, cycle: printer.text(describe_figure(figure)))
    by_itself = shell.display_formatter.ipython_display_formatter
    by_itself.for_type(Figure, show)


def _let_scripts_run_anywhere():
    """Pass over a missing display, and over letters that a console lacks."""
    warnings.filterwarnings("ignore", message="FigureCanvasAgg is non-interactive")
    print_on_any_console()
