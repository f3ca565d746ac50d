"""Korean letters and minus signs, on a machine without a Korean font."""

import io
import logging
import sys
import warnings

import matplotlib
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure

from tutorial_helpers import fonts, plot_loss_curve


@pytest.fixture
def bare_machine(monkeypatch):
    """Leave matplotlib its own fonts, and undo all settings later."""
    own = str(matplotlib.get_data_path())
    bare = [font for font in font_manager.fontManager.ttflist if font.fname.startswith(own)]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", bare)
    font_manager._get_font.cache_clear()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        yield


def complaints(caplog, draw):
    """Draw a figure and return what matplotlib says by warning and by logging.

    What others left open is told whenever Python happens to collect it, so it is left out.
    """
    with warnings.catch_warnings(record=True) as caught, caplog.at_level(logging.WARNING):
        warnings.simplefilter("always")
        figure = Figure()
        draw(figure.add_subplot())
        figure.savefig(io.BytesIO())
    of_others = DeprecationWarning, PendingDeprecationWarning, ResourceWarning
    warned = [str(w.message) for w in caught if not issubclass(w.category, of_others)]
    return warned + caplog.messages


def draw_everything(ax):
    plot_loss_curve([700.0, 1e-5], ax)
    ax.set_title("학습률 −1 · ‖y − ŷ‖² · 뷁", fontweight="bold")
    ax.twinx().plot([-2, -1])


def test_no_glyph_is_missing(bare_machine, caplog):
    fonts.use_korean_fonts()
    assert complaints(caplog, draw_everything) == []


def test_negative_numbers_have_a_minus_sign_and_no_hyphen(bare_machine):
    matplotlib.rcParams["axes.unicode_minus"] = False
    fonts.use_korean_fonts()
    figure = Figure()
    ax = figure.add_subplot()
    ax.plot([-2, -1])
    figure.savefig(io.BytesIO())
    assert any(label.get_text().startswith("−") for label in ax.get_yticklabels())


def test_the_package_of_the_font_is_not_imported():
    fonts.korean_font_files()
    assert "koreanize_matplotlib" not in sys.modules


def test_a_second_call_adds_nothing(bare_machine):
    fonts.use_korean_fonts()
    known = len(font_manager.fontManager.ttflist)
    fonts.use_korean_fonts()
    assert len(font_manager.fontManager.ttflist) == known


def test_a_missing_font_package_is_explained(monkeypatch):
    monkeypatch.setattr(fonts, "_PACKAGE", "no_such_package")
    with pytest.raises(RuntimeError, match=r"설치하세요(.|\n)*pip install koreanize-matplotlib"):
        fonts.use_korean_fonts()
