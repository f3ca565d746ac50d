"""Mathematics without scripts: LaTeX becomes MathML while a page is built.

The browser draws MathML with a mathematical font. Few computers have one, so the page
brings the letters that it uses of STIX Two Math.
"""

import base64
import functools
import io
import re
import unicodedata
from importlib.util import find_spec
from pathlib import Path

from nbconvert.filters.markdown_mistune import IPythonRenderer

FONT = "STIX Two Math"
# Latin, Greek, punctuation, arrows, operators and italic letters.
_USUAL = frozenset([*range(0x20, 0x400), *range(0x2000, 0x2300), *range(0x1D434, 0x1D7CC)])


class MathRenderer(IPythonRenderer):
    """Nbconvert's renderer of Markdown, which writes formulas as MathML."""

    def inline_math(self, body):
        """Return a formula within a line."""
        return to_mathml(body, display=False)

    def block_math(self, body):
        """Return a formula on a line of its own."""
        return to_mathml(body, display=True)

    def latex_environment(self, name, body):
        r"""Return what is between ``\begin{…}`` and ``\end{…}``."""
        return to_mathml(rf"\begin{{{name}}}{body}\end{{{name}}}", display=True)


def to_mathml(latex, *, display):
    """Return a formula of LaTeX, without its dollar signs, as MathML.

    Raises
    ------
    math_core.LatexError
        If the formula is wrong.
    RuntimeError
        If the package that converts formulas is not installed.

    Examples
    --------
    >>> to_mathml("x", display=False)
    '<math><mi>x</mi></math>'
    """
    return _converter().convert_with_local_state(latex, displaystyle=display)


@functools.cache
def _converter():
    # Only here: learners have this package, but not what only builders of pages need.
    try:
        from math_core import LatexToMathML
    except ImportError:
        raise RuntimeError(
            "수식을 바꾸는 패키지가 없습니다. 다음 명령으로 설치하세요: "
            'pip install "tutorial-helpers[editions]"\n'
            "The package that converts formulas is missing. Install it: "
            'pip install "tutorial-helpers[editions]"'
        ) from None
    return LatexToMathML()


def font_for(html):
    """Return the CSS with the mathematical letters that a page uses, "" if it uses none."""
    formulas = "".join(re.findall(r"<math\b.*?</math>", html, re.DOTALL))
    letters = set(re.sub(r"<[^>]*>", "", formulas))
    if not letters:
        return ""
    letters |= {"√", *map(_italic, re.findall(r"<mi>(.)</mi>", formulas))}
    font = base64.b64encode(_subset(frozenset(map(ord, letters)))).decode()
    return (
        f'@font-face {{ font-family: "{FONT}"; src: url(data:font/woff;base64,{font}); }}\n'
        f'math {{ font-family: "{FONT}", math; }}'
    )


def _italic(letter):
    """Return what a browser draws for a letter that stands alone in a formula.

    Examples
    --------
    >>> _italic("x"), _italic("h"), _italic("1")
    ('𝑥', 'ℎ', '1')
    """
    name = re.sub("LATIN |GREEK |LETTER ", "", unicodedata.name(letter))
    try:
        return "ℎ" if letter == "h" else unicodedata.lookup(f"MATHEMATICAL ITALIC {name}")
    except KeyError:
        return letter


@functools.cache
def _subset(letters):
    """Return the bytes of the font with these letters alone."""
    from fontTools import subset, ttLib

    options = subset.Options(
        layout_features=[],
        drop_tables=["GPOS", "GSUB", "GDEF", "DSIG"],  # large, and not for formulas
        name_IDs=[0, 1, 2, 4, 6, 13, 14],  # the last two are the licence
    )
    # The letters that lessons use are few; to read all others takes long, so only once.
    usual = letters <= _USUAL
    whole = io.BytesIO(_subset(_USUAL)) if usual and letters != _USUAL else _font_file()
    font = ttLib.TTFont(whole, recalcTimestamp=False)  # the same bytes each time
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = "woff"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def _font_file():
    return Path(find_spec("ziamath").origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"
