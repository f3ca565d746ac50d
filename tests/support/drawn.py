"""What a reader sees written in a figure."""

import io
from xml.etree import ElementTree

import matplotlib

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
