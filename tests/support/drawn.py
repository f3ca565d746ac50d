"""What a reader sees of a figure: its words, and what stands out or is told apart."""

import io
from xml.etree import ElementTree

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.container import BarContainer
from matplotlib.figure import Figure

_TEXT = "{http://www.w3.org/2000/svg}text"


def texts_in(figure):
    """Return the lines of all texts of a figure, as they are drawn in a file.

    Each formula is one line.
    """
    page = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none"}):
        figure.savefig(page, format="svg")
    texts = ElementTree.fromstring(page.getvalue()).iter(_TEXT)
    return ["".join(part.strip() for part in text.itertext()) for text in texts]


def contrast(one, other):
    """Return the contrast of colors, or of arrays of pixels, as WCAG defines it: from 1 to 21.

    Examples
    --------
    >>> round(contrast("black", "white"))
    21
    """
    brightness = [_brightness(color) + 0.05 for color in (one, other)]
    return np.maximum(*brightness) / np.minimum(*brightness)


def linear(color):
    """Return how much red, green and blue light a color or an array of pixels sends out."""
    rgb = np.asarray(to_rgb(color) if isinstance(color, str) else color)[..., :3]
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _brightness(color):
    return linear(color) @ [0.2126, 0.7152, 0.0722]


def pixels_of(figure, dpi=200):
    """Draw a figure and return its pixels, each color from 0 to 1."""
    figure.dpi = dpi
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba()) / 255


def parts_of(ax):
    """Return the curves, points and areas of axes: of bars, which look alike, the largest."""
    groups = [bars for bars in ax.containers if isinstance(bars, BarContainer) and len(bars)]
    bars = [bar for group in groups for bar in group]
    patches = [patch for patch in ax.patches if patch not in bars]
    parts = [*ax.lines, *ax.collections, *(max(group, key=_area) for group in groups), *patches]
    return [part for part in parts if part.get_visible()]


def _area(bar):
    return abs(bar.get_width() * bar.get_height())


def how_much_stands_out(artist, figure):
    """Return the contrast of what is drawn to what lies behind it, or None if nothing is seen.

    Edges are smoothed, so not each pixel counts, only the tenth that stands out most.
    """
    in_front, engine = pixels_of(figure), figure.get_layout_engine()
    figure.set_layout_engine("none")  # so that everything else stays in its place
    artist.set_visible(False)
    behind = pixels_of(figure)
    artist.set_visible(True)
    figure.set_layout_engine(engine)
    changed = (in_front != behind).any(axis=-1)
    if not changed.any():
        return None
    return np.quantile(contrast(in_front[changed], behind[changed]), 0.9)


def in_grey(handle):
    """Draw what a legend shows of a curve or an area, and return it in shades of grey."""
    figure = Figure(figsize=(4, 0.3), dpi=100)
    options = {"handlelength": 20, "handleheight": 1.4, "borderpad": 0, "numpoints": 9}
    figure.legend([handle], [""], loc="center", frameon=False, **options)
    colors = 255 * pixels_of(figure, dpi=100)[..., :3]
    return colors @ [0.299, 0.587, 0.114]  # as a printer without color weighs them


def differ_in_grey(one, other):
    """Return whether two pictures differ in where they leave gaps or marks, or much in darkness."""
    ink_of_one, ink_of_other = one < 250, other < 250
    place = (ink_of_one != ink_of_other).mean() / (ink_of_one | ink_of_other).mean()
    darkness = abs(one[ink_of_one].mean() - other[ink_of_other].mean())
    return place > 0.1 or darkness > 30
