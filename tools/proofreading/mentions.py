"""How texts name lessons: by a number that is theirs, and by their name.

Numbers change when a lesson comes between two others. So prose names a lesson by a link, whose
number and target must agree, and code by words.
"""

import functools
import re

from contents import entry_of
from lessons import SCRIPTS

NUMBERED = r"(?:수업|[Ll]essons?) (\d\d)(?!\d|분| minutes)"
LINK = re.compile(r"\[(?:(?:수업|[Ll]essons?) )?(\d\d)(?: ([^]]+))?\]\(([^)\s]+)\)")
OWN_NUMBER = re.compile(r"(?:(?:test_)?lesson_)?(\d\d)(?:_|$)")


def wrong_mentions(path, text):
    """Yield a sentence for each mention of a lesson by a wrong number, or by a number alone.

    Parameters
    ----------
    path : pathlib.Path
        The file that the text is in. If its name begins with the number of a lesson, it may
        name this number alone.
    text : str
    """
    for number, title, target in LINK.findall(text):
        entry = lessons_by_name().get(target.rpartition("/")[2].partition(".")[0])
        if not entry:
            yield f"{target}: there is no such lesson"
        elif number != entry.number:
            yield f"[{number}]({target}): this lesson has the number {entry.number}"
        elif title and title not in entry.titles.values():
            yield f"[{number} {title}]({target}): this lesson has another title"
    text = LINK.sub(" ", text)
    own = OWN_NUMBER.match(path.stem)
    for match in re.finditer(NUMBERED, text):
        if not own or match[1] != own[1]:
            yield f"{match[0]}: name the lesson by a link or, in code, in words"
    numbers = {
        title: entry.number
        for entry in lessons_by_name().values()
        for title in entry.titles.values()
    }
    titles = "|".join(map(re.escape, numbers))
    for number, title in re.findall(rf"\b(\d\d) ({titles})\b", text):
        if number != numbers[title]:
            yield f"{number} {title}: this title has the number {numbers[title]}"


@functools.cache
def lessons_by_name():
    """Return what each lesson says of itself, by the name of its files."""
    return {path.stem: entry_of(path.stem, path.read_text("utf-8")) for path in SCRIPTS}
