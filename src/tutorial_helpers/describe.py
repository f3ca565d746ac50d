"""Figures in words: what was really drawn, read off the figure itself.

A reader who cannot see the picture gets the words, and so does nbval, which never
compares pictures: a figure that shows nothing, or the wrong data, is then noticed.
"""

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer

from tutorial_helpers.language import chosen_languages, part_in

_WORDS = {
    "ko": {
        "figure": "그림",
        "x": "가로축",
        "y": "세로축",
        "log": "로그 눈금",
        "line": "선 {name}: 점 {n}개, {start}에서 {end}까지",
        "scatter": "점 구름 {name}: 점 {n}개, {start}에서 {end}까지",
        "bars": "막대 {name}: {n}개, 높이 {start}에서 {end}까지",
        "image": "이미지 {name}: {n}칸, 값 {start}에서 {end}까지",
        "nothing": "그려진 것이 없음",
    },
    "en": {
        "figure": "Figure",
        "x": "x axis",
        "y": "y axis",
        "log": "log scale",
        "line": "line {name}: {n} points, from {start} to {end}",
        "scatter": "scatter {name}: {n} points, from {start} to {end}",
        "bars": "bars {name}: {n}, heights from {start} to {end}",
        "image": "image {name}: {n} cells, values from {start} to {end}",
        "nothing": "nothing is drawn",
    },
}


def describe_figure(figure):
    """Say in words what a figure shows, in the chosen language or in both.

    그림에 무엇이 그려졌는지 말로 알려 줍니다.

    Named are the title, the axes' labels and scales, and for each line its name,
    its number of visible points and its two ends, with three significant digits;
    likewise bars, scatters and images.

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
        name = _name("", label, language)
        text = words[kind].format(name=name, n=n, start=start, end=end)
        parts.append(text.replace(" :", ":"))
    return parts


def _drawn(ax):
    """Yield (kind, label, count, start, end) of all that a reader sees in the axes."""
    for line in ax.get_lines():
        points = _visible(line.get_xydata())
        yield "line", line.get_label(), len(points), *_ends(points)
    for cloud in ax.collections:
        if isinstance(cloud, PathCollection):
            points = _visible(cloud.get_offsets())
            yield "scatter", cloud.get_label(), len(points), *_ends(points)
    for bars in ax.containers:
        if isinstance(bars, BarContainer):
            heights = _visible([[bar.get_height()] for bar in bars])
            yield "bars", bars.get_label(), len(heights), *_range(heights)
    for image in ax.get_images():
        values = np.ma.compressed(image.get_array())
        yield "image", image.get_label(), len(values), *_range(values)


def _visible(points):
    points = np.ma.filled(np.ma.asarray(points, dtype=float), np.nan)
    return points[np.isfinite(points).all(axis=1)]


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
