"""A lesson cut into slides.

A lesson becomes a list of blocks: paragraphs, items of lists, tables, formulas, code,
outputs. Each block's height is estimated, without a browser and rather too high than too
low, and the blocks are packed into slides where the cuts do the least harm.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass, field
from math import ceil, inf

from nbconvert.preprocessors import Preprocessor

from tutorial_editions.language import language_of, tags_of

# In pixels, as in templates/deck.css.
WIDTH, HEIGHT = 1160, 628  # what a slide has below its title, a gap at the bottom included
SIZES = {"prose": (32, 28, 27, 26), "code": (24, 22, 20, 18), "output": (22, 20, 18, 16)}
STEPS = range(len(SIZES["prose"]))  # from the largest letters to the smallest
NORMAL = SIZES["prose"][1]
PROSE_LINE, CODE_LINE = 1.45, 1.3  # heights of lines, in sizes of letters
GAP, PADDING = 14, 20  # between blocks; around code on both sides together
LONGEST_PARAGRAPH = 4  # in lines
SHORT_PROSE = 3  # in lines: stays with the code that it introduces
FIGURE_HEIGHTS = (440, 440, 390, 340)  # the least that a figure gets, with letters of each size
FIGURE_WIDTH = 520  # the least that is left for a figure beside its code

_NARROW, _SPACE, _MONO = 0.6, 0.35, 0.61  # widths of letters that are not Korean
_DEAR = 100  # the cost of a cut that is made only as a last resort

_FENCE = re.compile(r"^```(\w*)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"(#{1,6}) (.+)$")
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")


@dataclass
class Block:
    """What is never cut: one paragraph, one item of a list, one piece of code.

    Attributes
    ----------
    kind : str
        ``heading`` of the lesson, ``subheading`` of a section, ``title`` below these,
        ``paragraph``, ``item``, ``table``, ``formula``, ``code``, ``output`` or ``figure``.
    text : str
        Markdown, code, printed text, or the description of a figure.
    language : str
        The language of code.
    image : str
        A figure's PNG file in Base64.
    height : int
        The figure's own height, in pixels of a page; 0 where it is not known.
    code : str
        The code next to a figure.
    begins : bool
        Whether a new slide begins here in any case.
    notes : list of str
        What the speaker says to this, as Markdown.
    """

    kind: str
    text: str
    language: str = "python"
    image: str = ""
    height: int = 0
    code: str = ""
    begins: bool = False
    notes: list = field(default_factory=list)


class Deck(Preprocessor):
    """Cut a lesson in one language into the slides that ``templates/deck`` shows.

    They come into nbconvert's resources as ``deck``, a dictionary with the lesson's
    ``title``, its ``language``, the ``notes`` to the title and the ``sections``. Each section
    has a ``title`` and ``slides``; a slide has ``parts`` and ``notes``.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
    >>> cells = [new_markdown_cell("# 손실"), new_markdown_cell("## 합"), new_code_cell("1 + 1")]
    >>> _, resources = Deck().preprocess(new_notebook(cells=cells), {})
    >>> resources["deck"]["title"]
    '손실'
    >>> [section["title"] for section in resources["deck"]["sections"]]
    ['합']
    """

    def preprocess(self, notebook, resources):
        """Add the slides to the resources; the notebook stays as it is."""
        title, opening_notes, sections = _sections_of(notebook.cells)
        resources["deck"] = {
            "title": title,
            "language": next(filter(None, map(language_of, notebook.cells)), "ko"),
            "notes": opening_notes,
            "sections": [
                {"title": heading, "slides": _slides(blocks, notes)}
                for heading, blocks, notes in sections
            ],
        }
        return notebook, resources


def _sections_of(cells):
    """Return a lesson's title, the notes to it, and its sections.

    A section is a heading, its blocks, and the notes that come before the blocks.
    """
    title, opening_notes, sections = "", [], []
    notes = opening_notes  # where the next note goes
    in_solution = False
    for cell in cells:
        tags = tags_of(cell)
        if "notes" in tags:
            notes.append(_without_div(cell.source))
            continue
        blocks = blocks_of(cell)
        if blocks and blocks[0].kind == "heading":
            title = blocks.pop(0).text
        elif blocks and blocks[0].kind == "subheading":
            notes = []
            sections.append((blocks.pop(0).text, [], notes))
        if blocks:
            if not sections:
                sections.append((title, [], []))
            if ("solution" in tags) != in_solution:
                in_solution = not in_solution
                blocks[0].begins = True
            sections[-1][1].extend(blocks)
            notes = blocks[-1].notes
    return title, opening_notes, sections


def _slides(blocks, notes):
    """Return a section's slides, at least one."""
    slides = [_slide(group) for group in packed(blocks)] or [{"parts": [], "notes": []}]
    slides[0]["notes"] = notes + slides[0]["notes"]
    return slides


def blocks_of(cell):
    r"""Return the blocks of a cell.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell
    >>> [block.kind for block in blocks_of(new_markdown_cell("See:\n\n- one\n- two"))]
    ['paragraph', 'item', 'item']
    """
    if cell.cell_type == "markdown":
        return _prose_blocks(cell.source)
    if cell.cell_type == "code":
        return _code_blocks(cell)
    return []


def _without_div(source):
    return re.sub(r"^</?div\b[^>]*>\s*|\s*</div>\s*$", "", source.strip())


def _prose_blocks(source):
    source = re.sub(r"<details><summary>(.+?)</summary>", r"##### \1", _without_div(source))
    source = source.replace("</details>", "")
    blocks, end = [], 0
    for fence in _FENCE.finditer(source):
        blocks += _blocks_between_fences(source[end : fence.start()])
        blocks += _cut_lines(Block("code", fence[2], language=fence[1] or "text"))
        end = fence.end()
    return blocks + _blocks_between_fences(source[end:])


def _blocks_between_fences(source):
    blocks = []
    for text in re.split(r"\n\s*\n", source.strip()):
        if heading := _HEADING.match(text):
            kind = {1: "heading", 2: "subheading"}.get(len(heading[1]), "title")
            blocks.append(Block(kind, heading[2]))
        elif text.startswith("|"):
            blocks += _cut_table(text)
        elif text.startswith("$$"):
            blocks.append(Block("formula", text))
        elif _ITEM.match(text):
            items = re.split(rf"\n(?={_ITEM.pattern})", text)
            blocks += [Block("item", item) for item in items]
        elif text:
            blocks += _cut_paragraph(text)
    return blocks


def _code_blocks(cell):
    outputs = [_output_block(output) for output in cell.outputs]
    if [output.kind for output in outputs] == ["figure"] and _fits_beside(cell.source):
        outputs[0].code = cell.source
        return outputs
    blocks = _cut_lines(Block("code", cell.source)) if cell.source.strip() else []
    for output in outputs:
        blocks += _cut_lines(output) if output.kind == "output" else [output]
    return blocks


def _output_block(output):
    data = output.get("data", {})
    if "image/png" in data:
        image = data["image/png"].replace("\n", "")
        height = output.metadata.get("image/png", {}).get("height", 0)
        return Block("figure", data["text/plain"], image=image, height=height)
    text = output.text if output.output_type == "stream" else data["text/plain"]
    return Block("output", text.strip("\n"))


def _fits_beside(code):
    room = WIDTH - FIGURE_WIDTH - 2 * PADDING - 2 * GAP
    smallest = SIZES["code"][-1]
    lines = code.splitlines()
    fits_high = len(lines) * smallest * CODE_LINE + PADDING <= FIGURE_HEIGHTS[-1]
    return fits_high and max(_em(line, mono=True) for line in lines) * smallest <= room


# What is too long is cut, and what is short is packed, by the same search.


def _cuts(count, cost):
    """Return the pairs (start, end) that cut a row of things where it costs least.

    ``cost(start, end)`` is what it costs to cut before these things and to leave them
    together; `inf` where they, and still more of them, do not go together. One thing alone
    always does.
    """
    least, starts = [0] + [inf] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        starts[end] = end - 1
        for start in reversed(range(end)):
            together = cost(start, end)
            if together == inf and start < end - 1:
                break
            if least[start] + together < least[end]:
                least[end], starts[end] = least[start] + together, start
        if least[end] == inf:
            least[end] = least[end - 1] + _DEAR
    pairs, end = [], count
    while end:
        pairs.append((starts[end], end))
        end = starts[end]
    return pairs[::-1]


def _emptiness(height, room):
    """Return what a piece costs: something each, and more the emptier it is."""
    return inf if height > room else 1 + 2 * (1 - height / room) ** 2


def _pieces(things, heights, room, before=lambda start: 0):
    """Return things in groups that have room, about equally high."""

    def cost(start, end):
        return _emptiness(sum(heights[start:end]), room) + (before(start) if start else 0)

    return [things[start:end] for start, end in _cuts(len(things), cost)]


def _cut_lines(block):
    """Return code or text as blocks of whole lines, cut at blank lines where possible."""
    if _height(block, -1) <= HEIGHT:
        return [block]
    lines = block.text.splitlines()
    size = _size(block, 2)
    heights = [_rows(line, size) * size * CODE_LINE for line in lines]
    groups = _pieces(
        lines, heights, HEIGHT - PADDING - GAP, lambda start: 0.5 * bool(lines[start - 1].strip())
    )
    return [Block(block.kind, "\n".join(group), block.language, begins=True) for group in groups]


def _cut_table(text):
    """Return a table as tables with the same head."""
    head, rows = text.splitlines()[:2], text.splitlines()[2:]
    head_height, *heights = _row_heights(text, -1)
    groups = _pieces(rows, heights, HEIGHT - GAP - head_height)
    return [Block("table", "\n".join(head + group)) for group in groups]


def _cut_paragraph(text):
    """Return a long paragraph as shorter ones, cut where sentences end."""
    sentences = _sentences(" ".join(text.split("\n")))
    heights = [_em(_plain(sentence)) * NORMAL / WIDTH for sentence in sentences]
    groups = _pieces(sentences, heights, LONGEST_PARAGRAPH)
    return [Block("paragraph", " ".join(group)) for group in groups]


def _sentences(text):
    """Return the sentences of a paragraph; code, formulas, links and bold words stay whole."""
    sentences, start = [], 0
    for end in re.finditer(r"(?<=[.?!)]) (?=[^a-z])", text):
        before = text[start : end.start()]
        closed = before.count("(") == before.count(")") and before.count("**") % 2 == 0
        closed = closed and before.count("`") % 2 == 0 and before.count("$") % 2 == 0
        if closed and re.search(r"[.?!]\)?$", before):
            sentences.append(before)
            start = end.end()
    return [*sentences, text[start:]]


def packed(blocks):
    """Return blocks in groups, one group for each slide.

    Examples
    --------
    >>> blocks = [Block("paragraph", "Look."), Block("code", "x = 1"), Block("output", "1")]
    >>> [len(group) for group in packed(blocks)]
    [3]
    """
    heights = [_heights(block) for block in blocks]

    def cost(start, end):
        tie = _tie(*blocks[start - 1 : start + 1]) if start else 0
        return _cost_of_slide(blocks[start:end], heights[start:end]) + tie

    return [blocks[start:end] for start, end in _cuts(len(blocks), cost)]


def _cost_of_slide(blocks, heights):
    step = _largest_step(heights)
    if step is None or any(block.begins for block in blocks[1:]):
        return inf
    kinds = [block.kind for block in blocks]
    if "figure" not in kinds:
        return _emptiness(sum(each[step] for each in heights), HEIGHT) + 0.15 * step
    # A figure takes the room that is left, and leaves none for code.
    return inf if "code" in kinds else 1 + 0.15 * step


def _tie(previous, block):
    """Return how bad it is to cut between two blocks."""
    if previous.kind == "title":
        return _DEAR
    if block.kind == "output":
        return 4
    if block.kind == "code":
        if previous.kind != "paragraph":
            return 0.2
        return 1.5 if _prose_rows(previous, NORMAL) <= SHORT_PROSE else 0.5
    if block.kind in ("item", "formula", "table"):
        return 0.3 if previous.kind == block.kind else 1
    if previous.kind in ("code", "output", "figure"):
        return -0.3
    return 0.1


def _slide(blocks):
    """Return what the template shows: the parts in their sizes, and the notes."""
    step = _largest_step([_heights(block) for block in blocks])
    step = -1 if step is None else step
    parts, item_before = [], False
    for block in blocks:
        if block.kind in ("code", "output", "figure", "title"):
            size = _size(Block("code", block.code), step) if block.code else _size(block, step)
            parts.append({"block": block, "kind": block.kind, "size": size})
        elif parts and parts[-1]["kind"] == "prose":
            between = "\n" if item_before and block.kind == "item" else "\n\n"
            parts[-1]["text"] += between + block.text
        else:
            size = SIZES["prose"][step]
            parts.append({"kind": "prose", "text": block.text, "size": size})
        item_before = block.kind == "item"
    return {"parts": parts, "notes": [note for block in blocks for note in block.notes]}


# How high things are. A step chooses among SIZES; -1 is the smallest.


def _largest_step(heights):
    """Return the step with the largest letters with which blocks fit a slide, or None."""
    totals = map(sum, zip(*heights, strict=True))
    return next((step for step, total in enumerate(totals) if total <= HEIGHT), None)


def _heights(block):
    """Return a block's height with letters of each size, the gap below it included."""
    return [_height(block, step) for step in STEPS]


def _height(block, step):
    size = SIZES["prose"][step]
    if block.kind == "title":
        return NORMAL * PROSE_LINE + GAP
    if block.kind == "figure":
        return max(FIGURE_HEIGHTS[step], 0.95 * block.height) + GAP
    if block.kind == "formula":
        return (3 + 1.8 * block.text.count(r"\\")) * size + GAP
    if block.kind == "table":
        return sum(_row_heights(block.text, step)) + GAP
    if block.kind in ("code", "output"):
        size = _size(block, step)
        rows = sum(_rows(line, size) for line in block.text.splitlines())
        return rows * size * CODE_LINE + PADDING + GAP
    return _prose_rows(block, size) * size * PROSE_LINE + GAP


def _size(block, step):
    """Return the size of code or printed text: smaller, if need be, for the widest line."""
    if block.kind not in SIZES:
        return SIZES["prose"][step]
    sizes = SIZES[block.kind][step:]
    widest = max((_em(line, mono=True) for line in block.text.splitlines()), default=0)
    return next((size for size in sizes if widest * size <= WIDTH - 2 * PADDING), sizes[-1])


def _rows(line, size):
    """Return how many rows a line of code takes."""
    return max(1, ceil(_em(line, mono=True) * size / (WIDTH - 2 * PADDING)))


def _prose_rows(block, size):
    width = WIDTH - 2 * size if block.kind == "item" else WIDTH
    return _wrapped(block.text, width / size)


def _wrapped(text, width):
    """Return how many lines prose takes in a width, both in sizes of letters."""
    rows, used = 1, 0
    for word in _plain(text).split():
        length = _em(word)
        if used and used + length > width:
            rows, used = rows + 1, 0
        rows += int(length // width)
        used += length % width + _SPACE
    return rows


def _row_heights(text, step):
    """Return how high each row of a table becomes, the one of lines between them left out."""
    size = SIZES["prose"][step]
    rows = [re.split(r"(?<!\\)\|", row.strip().strip("|")) for row in text.splitlines()]
    del rows[1]
    widths = [max(map(_em, map(_plain, column))) + 1.5 for column in zip(*rows, strict=True)]
    narrower = min(1, WIDTH / size / sum(widths))
    lines = [
        max(_wrapped(cell, width * narrower - 1.5) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    return [(count * PROSE_LINE + 0.5) * size for count in lines]


def _plain(text):
    """Return about what is seen of Markdown: links without addresses, formulas as letters."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\\[a-zA-Z]+", "x", text)
    return re.sub(r"\*\*|[{}^_$]", "", text) if "$" in text else text.replace("**", "")


@functools.cache
def _em(text, *, mono=False):
    """Return how wide a text is, in sizes of its letters."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    spaces = 0 if mono else text.count(" ")
    narrow = _MONO if mono else _NARROW
    return wide + _SPACE * spaces + narrow * (len(text) - wide - spaces)
