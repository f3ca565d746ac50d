"""Korean text in figures, on a machine without a Korean font, without a network.

The order of the families matters. Mathematical text, and with it the tick labels
of a logarithmic axis, is drawn in the first family alone, and NanumGothic has no
minus sign (U+2212). So DejaVu Sans comes first, and Korean letters fall through
to NanumGothic. The price: Korean inside ``$…$`` turns into boxes.
"""

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import matplotlib
from matplotlib import font_manager

from tutorial_helpers.language import say

FAMILIES = ["DejaVu Sans", "NanumGothic"]
_FILES = {"NanumGothic.ttf": 400, "NanumGothicBold.ttf": 700}
_PACKAGE = "koreanize_matplotlib"


def use_korean_fonts():
    """Make matplotlib draw Korean letters and minus signs, both without boxes.

    Raises
    ------
    RuntimeError
        If the package with the font files is not installed.

    Examples
    --------
    >>> use_korean_fonts()
    >>> matplotlib.rcParams["font.family"]
    ['DejaVu Sans', 'NanumGothic']
    """
    manager = font_manager.fontManager
    known = {font.fname for font in manager.ttflist}
    for path in korean_font_files():
        if str(path) not in known:
            manager.addfont(str(path))
            # The bold file calls itself semibold, and matplotlib would complain.
            manager.ttflist[-1] = replace(manager.ttflist[-1], weight=_FILES[path.name])
    matplotlib.rcParams["font.family"] = FAMILIES
    matplotlib.rcParams["axes.unicode_minus"] = True


def korean_font_files():
    """Return the paths of the NanumGothic files, regular and bold.

    The files are found without importing their package: its import
    needs ``distutils`` and fails on Python 3.12 and later.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    RuntimeError
        If the package with the font files is not installed.

    Examples
    --------
    >>> [path.name for path in korean_font_files()]
    ['NanumGothic.ttf', 'NanumGothicBold.ttf']
    """
    package = find_spec(_PACKAGE)
    if package is None:
        raise RuntimeError(
            say(
                "한글 글꼴이 든 패키지가 없습니다. 다음 명령으로 설치하세요: "
                "pip install koreanize-matplotlib",
                "The package with the Korean font is missing. Install it: "
                "pip install koreanize-matplotlib",
            )
        )
    folder = Path(package.origin).parent / "fonts"
    return [folder / name for name in _FILES]
