"""Figures in words: what was really drawn, read off the figure itself.

The words are stored beside the picture. Nbval, which never compares pictures, compares
them: a figure that shows nothing, or the wrong data, is then noticed. Readers who do not
see the picture hear them.
"""

from collections import Counter
from html import escape

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer
from matplotlib.patches import FancyArrowPatch

from tutorial_helpers.language import chosen_language, in_language, say

# Next to 1, float32 does not know a number that is smaller; what is left of one is rounding.
_LEAST = 1e-9
# Screen readers pass over what a page hides by `display: none`, but not over what is this small.
_UNSEEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap"

_WORDS = {
    "ko": {
        "figure": "그림",
        "panel": "패널 {n}",
        "x": "가로축",
        "y": "세로축",
        "log": "로그 눈금",
        "nothing": "그려진 것이 없음",
        "line": ("선", "점 {n}개, {0}에서 {1}까지"),
        "up and down": ("선", "점 {n}개, {0}에서 시작하여 오르내림"),
        "horizontal": ("가로선", "{0}"),
        "vertical": ("세로선", "{0}"),
        "scatter": ("점 구름", "점 {n}개, {0}에서 {1}까지"),
        "bars": ("막대", "{n}개, 길이 {0}에서 {1}까지"),
        "shapes": ("도형", "{n}개"),
        "shape": ("도형", ""),
        "arrows": ("화살표", "{n}개"),
        "image": ("이미지", "{n}칸, 값 {0}에서 {1}까지"),
        "colors": ("색 막대", "{0}에서 {1}까지"),
        "almost 0": "거의 0",
    },
    "en": {
        "figure": "Figure",
        "panel": "panel {n}",
        "x": "x axis",
        "y": "y axis",
        "log": "log scale",
        "nothing": "nothing is drawn",
        "line": ("line", "{n} point{s}, from {0} to {1}"),
        "up and down": ("line", "{n} point{s}, from {0} on, up and down"),
        "horizontal": ("horizontal line", "at {0}"),
        "vertical": ("vertical line", "at {0}"),
        "scatter": ("scatter", "{n} point{s}, from {0} to {1}"),
        "bars": ("bars", "{n}, lengths from {0} to {1}"),
        "shapes": ("shapes", "{n}"),
        "shape": ("shape", ""),
        "arrows": ("arrows", "{n}"),
        "image": ("image", "{n} cell{s}, values from {0} to {1}"),
        "colors": ("color bar", "from {0} to {1}"),
        "almost 0": "almost 0",
    },
}


def describe_figure(figure):
    """Say in words what a figure shows, in the chosen language or in both.

    그림에 무엇이 그려졌는지 말로 알려 줍니다.

    Named are the title, the axes' labels and scales, and for each line its name,
    its number of visible points and its two ends, with three significant digits;
    likewise bars, scatters and images. Other shapes and arrows are counted, those of one name
    together, and so is all that is drawn in space. Several panels are numbered.

    What rounding decides, and so differs between machines, is not told: the end of a line
    that goes up and down on a logarithmic axis, and heights that are almost 0, less than
    a billionth of the largest.

    Parameters
    ----------
    figure : matplotlib.figure.Figure

    Returns
    -------
    str
        One line a language.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> figure = Figure()
    >>> ax = figure.add_subplot(xlabel="단계 · step", yscale="log")
    >>> _ = ax.plot([100, 10, 1], label="손실 · loss")
    >>> print(describe_figure(figure))
    그림. 가로축: 단계. 세로축: 로그 눈금. 선 '손실': 점 3개, (0, 100)에서 (2, 1)까지.
    Figure. x axis: step. y axis: log scale. line 'loss': 3 points, from (0, 100) to (2, 1).
    """
    return say(*(_describe(figure, language) for language in _WORDS))


def unseen(description):
    r"""Return a description as HTML that takes no room on a page, but is read aloud.

    Examples
    --------
    >>> print(unseen("그림.\nFigure."))  # doctest: +ELLIPSIS
    <div style="position: absolute; ...">
    <p lang="ko">그림.</p>
    <p lang="en">Figure.</p>
    </div>
    """
    languages = _WORDS if chosen_language() == "both" else (chosen_language(),)
    paragraphs = [
        f'<p lang="{language}">{escape(text, quote=False)}</p>'
        for language, text in zip(languages, description.splitlines(), strict=True)
    ]
    return "\n".join([f'<div style="{_UNSEEN}">', *paragraphs, "</div>"])


def _describe(figure, language):
    words = _WORDS[language]
    parts = [_name(words["figure"], figure.get_suptitle(), language)]
    panels = _panels(figure)
    for n, panel in enumerate(panels, 1):
        title = panel[0].get_title()
        if len(panels) > 1:
            parts.append(_name(words["panel"].format(n=n), title, language))
        elif title:
            parts.append(in_language(title, language))
        for ax in panel:
            parts += _describe_axes(ax, words, language)
        if not any(True for ax in panel for _ in _drawn(ax)):
            parts.append(words["nothing"])
    if not panels:
        parts.append(words["nothing"])
    return " ".join(". ".join([*parts, ""]).split())  # on one line, whatever a label holds


def _panels(figure):
    """Return the visible axes, those in one place together, as `twinx` makes them."""
    color_bars = [colored.colorbar.ax for ax in figure.axes for colored in _with_color_bar(ax)]
    panels = {}
    for ax in filter(Artist.get_visible, figure.axes):
        if ax not in color_bars:
            panels.setdefault(ax.get_position().bounds, []).append(ax)
    return list(panels.values())


def _describe_axes(ax, words, language):
    parts = []
    for axis, label, scale in (
        ("x", ax.get_xlabel(), ax.get_xscale()),
        ("y", ax.get_ylabel(), ax.get_yscale()),
    ):
        facts = [in_language(label, language)] if label else []
        if scale != "linear":
            facts.append(words.get(scale, scale))
        if facts:
            parts.append(f"{words[axis]}: {', '.join(facts)}")
    for kind, label, n, values in _drawn(ax):
        noun, fact = words[kind]
        values = [_spell(value, words) for value in values]
        fact = fact.format(*values, n=n, s="" if n == 1 else "s")
        parts.append(_name(noun, label, language) + (fact and f": {fact}"))
    return parts


def _drawn(ax):
    """Yield (kind, label, count, values to tell) of all that the axes hold."""
    if ax.name == "3d":  # its artists know where they are on the page, not in space
        for artist in filter(Artist.get_visible, (*ax.lines, *ax.collections, *ax.patches)):
            yield "shapes", artist.get_label(), 1, ()
        return
    for line in filter(Artist.get_visible, ax.get_lines()):
        kind, n, values = _line(ax, line)
        yield kind, line.get_label(), n, values
    for collection in filter(Artist.get_visible, ax.collections):
        label = collection.get_label()
        if isinstance(collection, PathCollection):
            points = _visible(collection.get_offsets(), ax)
            yield "scatter", label, len(points), _ends(points)
        else:
            yield "shapes", label, len(collection.get_paths()), ()
    for bars in _bars(ax):
        seen = list(filter(Artist.get_visible, bars))
        if not seen:
            continue
        horizontal = bars.orientation == "horizontal"
        lengths = [bar.get_width() if horizontal else bar.get_height() for bar in seen]
        # The label is the container's, but `hist` gives it to the first bar.
        label = min(bars.get_label(), bars[0].get_label(), key=_is_hidden)
        yield "bars", label, len(lengths), _range(lengths)
    in_bars = [bar for bars in _bars(ax) for bar in bars]
    patches = [patch for patch in ax.patches if patch.get_visible() and patch not in in_bars]
    for (kind, label), n in Counter(map(_kind_and_name, patches)).items():
        is_one = kind == "shapes" and n == 1 and not _is_hidden(label)
        yield "shape" if is_one else kind, label, n, ()
    for image in filter(Artist.get_visible, ax.get_images()):
        values = image.get_array()
        n_cells = values.shape[0] * values.shape[1]
        ends = _range(np.ma.compressed(values))
        yield "image", image.get_label(), n_cells, ends
    for colored in filter(Artist.get_visible, _with_color_bar(ax)):
        bar = colored.colorbar
        label = bar.ax.get_ylabel() or bar.ax.get_xlabel()
        yield "colors", label, 1, (bar.vmin, bar.vmax)


def _line(ax, line):
    # axhline and axvline reach from edge to edge: one of their coordinates is not data.
    if line.get_transform() is ax.get_yaxis_transform():
        return "horizontal", 1, (line.get_ydata(orig=False)[0],)
    if line.get_transform() is ax.get_xaxis_transform():
        return "vertical", 1, (line.get_xdata(orig=False)[0],)
    if line.get_transform() is not ax.transData:  # axline, or in coordinates of the page
        return "shapes", 1, ()
    points = _visible(line.get_xydata(), ax)
    ends = _ends(points)
    if ax.get_yscale() == "log" and _goes_up_and_down(points[:, 1]):
        return "up and down", len(points), ends[:1]
    return "line", len(points), ends


def _goes_up_and_down(heights):
    steps = np.diff(heights)
    return (steps > 0).any() and (steps < 0).any()


def _bars(ax):
    return [bars for bars in ax.containers if isinstance(bars, BarContainer)]


def _kind_and_name(patch):
    return "arrows" if isinstance(patch, FancyArrowPatch) else "shapes", patch.get_label()


def _with_color_bar(ax):
    return [colored for colored in (*ax.images, *ax.collections) if colored.colorbar]


def _visible(points, ax):
    """Return the points that can be drawn: finite ones, above 0 on a logarithmic axis."""
    points = np.ma.filled(np.ma.asarray(points, dtype=float), np.nan)
    keep = np.isfinite(points).all(axis=1)
    for column, scale in enumerate((ax.get_xscale(), ax.get_yscale())):
        if scale == "log":
            keep &= points[:, column] > 0
    return points[keep]


def _ends(points):
    if not len(points):
        return None, None
    least = _LEAST * abs(points[:, 1]).max()
    return tuple((x, "almost 0" if 0 < abs(y) < least else y) for x, y in points[[0, -1]])


def _range(values):
    values = np.asarray(values, dtype=float)
    values = values[np.isfinite(values)]
    return (np.min(values), np.max(values)) if len(values) else (None, None)


def _spell(value, words):
    """Write a number, a point, or the lack of one."""
    if value is None:
        return "-"
    if isinstance(value, tuple):
        return f"({', '.join(_spell(part, words) for part in value)})"
    return words[value] if isinstance(value, str) else _number(value)


def _number(value):
    return f"{value:.3g}"


def _name(word, label, language):
    return word if _is_hidden(label) else f"{word} '{in_language(label, language)}'"


def _is_hidden(label):
    # Matplotlib gives an artist without a name one that begins with "_".
    return not label or label.startswith("_")
