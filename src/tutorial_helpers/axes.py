"""Where the helpers draw."""

from tutorial_helpers import notebook
from tutorial_helpers.language import say


def one_axes(ax=None, size=None):
    """Return the axes to draw into, with Korean letters and the course's look.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        What the reader has given.
    size : tuple of two floats, optional
        Width and height in inches of the new figure that axes fill if the reader has given
        none; without a size, they are the current axes.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If `ax` is not the axes of one panel.

    Examples
    --------
    >>> ax = one_axes(size=(5, 3))
    >>> one_axes(ax) is one_axes() is ax
    True
    """
    if ax is not None:
        check_axes(ax)
    too_late = not notebook.figures_are_prepared
    if too_late:
        notebook.prepare_figures()
    # Imported late, because that prepares matplotlib's first import.
    import matplotlib.pyplot as plt
    from matplotlib.text import Text

    if ax is None:
        ax = plt.figure(figsize=size).add_axes((0, 0, 1, 1)) if size else plt.gca()
    if too_late:  # the axes may have been made before there was a Korean font
        for text in ax.figure.findobj(Text):
            text.set_fontfamily(plt.rcParams["font.family"])
    return ax


def check_axes(ax):
    """Refuse what is not the axes of one panel.

    Raises
    ------
    TypeError
        If `ax` is something else.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> check_axes(Figure().add_subplot())
    """
    from matplotlib.axes import Axes

    if not isinstance(ax, Axes):
        raise TypeError(
            say(
                "ax에는 그림 한 칸의 좌표축을 넣으세요. 예: figure, ax = plt.subplots(). "
                f"받은 값의 자료형: {type(ax).__name__}",
                "ax must be the axes of one panel, as in figure, ax = plt.subplots(), "
                f"but it is of type {type(ax).__name__}.",
            )
        )


def points_per_unit(ax):
    """Return the length of one unit in points, the unit of letters, where both axes have the same.

    Examples
    --------
    >>> ax = one_axes(size=(7, 3))
    >>> _ = ax.set(xlim=(0, 7), ylim=(0, 3), aspect="equal")
    >>> points_per_unit(ax)
    72.0
    """
    extent, (left, right), (low, high) = ax.get_window_extent(), ax.get_xlim(), ax.get_ylim()
    pixels = min(extent.width / abs(right - left), extent.height / abs(high - low))
    return float(72 * pixels / ax.figure.dpi)
