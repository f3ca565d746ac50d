"""Labels of figures in the reader's language, whoever wrote them."""

import functools

from matplotlib.text import Text

from tutorial_helpers.language import in_language


def draw_labels_in_chosen_language():
    """Let each figure show only the half of its two-language texts that the reader chose.

    Titles, labels, legends, ticks and all other texts of a figure are split when they are
    drawn, on the page and in a file. They stay whole themselves, so that a figure speaks
    the other language when it is drawn again after another choice.

    Examples
    --------
    >>> draw_labels_in_chosen_language()
    """
    # All that draws or measures a text asks for its layout; where a matplotlib to come does
    # not, figures keep both languages.
    lay_out = getattr(Text, "_get_layout", None)
    if lay_out is None or hasattr(lay_out, "__wrapped__"):
        return

    @functools.wraps(lay_out)
    def lay_out_one_half(text, *arguments):
        whole = text._text
        text._text = in_language(whole)
        try:
            return lay_out(text, *arguments)
        finally:
            text._text = whole

    Text._get_layout = lay_out_one_half
