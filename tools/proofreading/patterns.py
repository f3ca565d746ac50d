"""How formulas, code, numbers and links are written in the text of a lesson."""

import re

FORMULA = r"\$\$.+?\$\$|\$[^$\n]+\$"
DISPLAYED = r"\$\$[^$]+\$\$"
CODE = r"`[^`\n]+`"
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?"
LINK = r"\]\(([^)\s]+)\)|<(https?://[^>]+)>"


def plain(text):
    """Return a text without its formulas and code."""
    return re.sub(f"{FORMULA}|{CODE}", " ", text, flags=re.DOTALL)
