"""Figures in words: what was really drawn, read off the figure itself.

The words are stored beside the picture. Nbval, which never compares pictures, compares
them: a figure that shows nothing, or the wrong data, is then noticed. Exports can give
them to readers who do not see the picture.
"""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer

from tutorial_helpers.language import chosen_languages, part_in

_WORDS = {
    "ko": {
        "figure": "그림",
        "x": "가로축",
        "y": "세로축",
        "log": "로그 눈금",
        "nothing": "그려진 것이 없음",
        "line": ("선", "점 {n}개, {start}에서 {end}까지"),
        "across": ("가로선", "{start}"),
        "upright": ("세로선", "{start}"),
        "scatter": ("점 구름", "점 {n}개, {start}에서 {end}까지"),
        "bars": ("막대", "{n}개, 길이 {start}에서 {end}까지"),
        "shapes": ("도형", "{n}개"),
        "image": ("이미지", "{n}칸, 값 {start}에서 {end}까지"),
    },
    "en": {
        "figure": "Figure",
        "x": "x axis",
        "y": "y axis",
        "log": "log scale",
        "nothing": "nothing is drawn",
        "line": ("line", "{n} points, from {start} to {end}"),
        "across": ("line across", "at {start}"),
        "upright": ("upright line", "at {start}"),
        "scatter": ("scatter", "{n} points, from {start} to {end}"),
        "bars": ("bars", "{n}, lengths from {start} to {end}"),
        "shapes": ("shapes", "{n}"),
        "image": ("image", "{n} cells, values from {start} to {end}"),
    },
}


def describe_figure(figure):
    """Say in words what a figure shows, in the chosen language or in both.

    그림에 무엇이 그려졌는지 말로 알려 줍니다.

    Named are the title, the axes' labels and scales, and for each line its name,
    its number of visible points and its two ends, with three significant digits;
    likewise bars, scatters and images. Other shapes are counted.

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
    return "\n".join(_describe(figure, language) for language in chosen_languages())


def _describe(figure, language):
    words = _WORDS[language]
    parts = [_name(words["figure"], figure.get_suptitle(), language)]
    for ax in figure.axes:
        parts += _describe_axes(ax, words, language)
    if not any(ax.has_data() for ax in figure.axes):
        parts.append(words["nothing"])
    return ". ".join(parts) + "."


def _describe_axes(ax, words, language):
    parts = [part_in(language, ax.get_title())] if ax.get_title() else []
    for axis, label, scale in (
        ("x", ax.get_xlabel(), ax.get_xscale()),
        ("y", ax.get_ylabel(), ax.get_yscale()),
    ):
        facts = [part_in(language, label)] if label else []
        if scale != "linear":
            facts.append(words.get(scale, scale))
        if facts:
            parts.append(f"{words[axis]}: {', '.join(facts)}")
    for kind, label, n, start, end in _drawn(ax):
        noun, fact = words[kind]
        fact = fact.format(n=n, start=start, end=end)
        parts.append(f"{_name(noun, label, language)}: {fact}")
    return parts


def _drawn(ax):
    """Yield (kind, label, count, start, end) of all that the axes hold."""
    for line in filter(Artist.get_visible, ax.get_lines()):
        yield _line(ax, line)
    for collection in filter(Artist.get_visible, ax.collections):
        if isinstance(collection, PathCollection):
            points = _visible(collection.get_offsets(), ax)
            yield "scatter", collection.get_label(), len(points), *_ends(points)
        else:
            yield "shapes", collection.get_label(), len(collection.get_paths()), "", ""
    for bars in ax.containers:
        if isinstance(bars, BarContainer):
            horizontal = bars.orientation == "horizontal"
            lengths = [bar.get_width() if horizontal else bar.get_height() for bar in bars]
            yield "bars", bars.get_label(), len(lengths), *_range(lengths)
    in_bars = [bar for bars in ax.containers for bar in bars]
    for patch in filter(Artist.get_visible, ax.patches):
        if patch not in in_bars:
            yield "shapes", patch.get_label(), 1, "", ""
    for image in filter(Artist.get_visible, ax.get_images()):
        values = image.get_array()
        n_cells = values.shape[0] * values.shape[1]
        yield "image", image.get_label(), n_cells, *_range(np.ma.compressed(values))


def _line(ax, line):
    # axhline and axvline reach from edge to edge: one of their coordinates is no data.
    if line.get_transform() == ax.get_yaxis_transform():
        return "across", line.get_label(), 1, _number(line.get_ydata()[0]), ""
    if line.get_transform() == ax.get_xaxis_transform():
        return "upright", line.get_label(), 1, _number(line.get_xdata()[0]), ""
    points = _visible(line.get_xydata(), ax)
    return "line", line.get_label(), len(points), *_ends(points)


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
        return "-", "-"
    return tuple(f"({_number(x)}, {_number(y)})" for x, y in (points[0], points[-1]))


def _range(values):
    return (_number(np.min(values)), _number(np.max(values))) if len(values) else ("-", "-")


def _number(value):
    return f"{value:.3g}"


def _name(word, label, language):
    # Matplotlib gives an artist without a name one that begins with "_".
    shown = "" if not label or label.startswith("_") else f"'{part_in(language, label)}'"
    return f"{word} {shown}".strip()
