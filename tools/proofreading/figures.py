"""How a figure is stored: described in both languages, also for a screen reader."""

import re
from html import unescape

from proofreading.reading import outputs
from proofreading.rules import rule


@rule
def describes_its_figures(notebook):
    """A picture is never compared, its description in words is; screen readers hear it."""
    shown = list(outputs(notebook))
    for (i, output), (_, following) in zip(shown, [*shown[1:], (None, {})], strict=True):
        data = output.get("data", {})
        if any(kind.startswith("image/") for kind in data):
            text = data.get("text/plain", "")
            if not re.match(r"그림[^\n]*\nFigure", text):
                yield f"cell {i}: a figure without its description in both languages"
            if read_aloud(following) != dict(zip(("ko", "en"), text.splitlines(), strict=False)):
                yield f"cell {i}: a figure whose description a screen reader does not get"
            if "그려진 것이 없음" in text or "점 0개" in text:
                yield f"cell {i}: a figure in which nothing is drawn"
            for axis in ("가로축", "세로축"):
                if re.search("선(?: '[^']*')?: 점", text) and not re.search(
                    f"{axis}: (?!로그 눈금)", text
                ):
                    yield f"cell {i}: a curve without a name at its {axis}"
            if "width" not in output.metadata.get("image/png", {}):
                yield f"cell {i}: a figure too coarse for a projector; see setup_notebook"
            if "plt.show()" not in notebook.cells[i].source:
                yield f"cell {i}: a figure that a script would not show; end with plt.show()"


def read_aloud(output):
    """Return what a screen reader gets of an output after a figure, by language."""
    html = output.get("data", {}).get("text/html", "")
    return {lang: unescape(words) for lang, words in re.findall(r'<p lang="(..)">(.*)</p>', html)}
