"""How the figures of the course look: on a projector, in print, to every eye."""

# The colors of Okabe and Ito (https://jfly.uni-koeln.de/color/), which people with
# color vision deficiencies tell apart, but a wine red for their orange, which hardly stands
# out from white. The line styles tell the same curves apart on a black-and-white print.
COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#882255", "#000000"]
LINE_STYLES = ["-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 3))]
# Numbers as colors: white is 0, and no color of a curve means positive or negative.
VALUES = "PRGn"

STYLE = {
    "figure.figsize": (7.0, 3.8),
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.labelsize": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#E3E3E3",
    "legend.frameon": False,
    "lines.linewidth": 2.2,
}


def use_style():
    """Set the course's look for all figures drawn from now on.

    Examples
    --------
    >>> import matplotlib
    >>> use_style()
    >>> matplotlib.rcParams["axes.spines.top"]
    False
    """
    # Imported late: a script that draws nothing does without matplotlib.
    import matplotlib
    from cycler import cycler

    look = cycler(color=COLORS) + cycler(linestyle=LINE_STYLES)
    matplotlib.rcParams.update(STYLE | {"axes.prop_cycle": look})
