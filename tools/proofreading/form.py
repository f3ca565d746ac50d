"""What every lesson must keep to: how it is stored, written and said twice.

Each rule takes a notebook and yields one sentence for each place that breaks it.
What only a reader of Korean can tell is in korean.py.
"""

import ast
import re
import sys
from collections import Counter
from html import unescape

from cells import FOLDED, MADE, answers_a_bet
from tutorial_editions.deck import CODE_LINES, LINES, parts_of_code
from tutorial_editions.glossary import TERMS
from tutorial_editions.language import LANGUAGES, language_of, part_in, tags_of

RULES = []


def rule(function):
    """Add a rule to `RULES`."""
    RULES.append(function)
    return function


def code_cells(notebook):
    """Return the code cells with their place in the notebook."""
    return [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]


def tagged(notebook, tag):
    """Return the cells that carry a tag, with their place in the notebook."""
    return [(i, cell) for i, cell in enumerate(notebook.cells) if tag in tags_of(cell)]


def outputs(notebook):
    """Yield each stored output with the place of its cell."""
    for i, cell in code_cells(notebook):
        for output in cell.outputs:
            yield i, output


def is_prose(cell):
    """Return whether a cell holds prose of one language."""
    return language_of(cell) is not None


PYTHON = re.compile(r"(?s)```python\n(.*?)```")  # a block of code in Markdown


def code_in(notebook):
    """Yield the code of cells and of solutions with its place in the notebook."""
    yield from ((i, cell.source) for i, cell in code_cells(notebook))
    for i, cell in tagged(notebook, "solution"):
        yield from ((i, code) for code in PYTHON.findall(cell.source))


def cells_of(notebook):
    """Return what a script and its notebook have in common: kinds, sources and tags of cells."""
    return [(cell.cell_type, cell.source, tags_of(cell)) for cell in notebook.cells]


def text_of(output):
    """Return an output as plain text."""
    return output.get("text", "") + output.get("data", {}).get("text/plain", "")


# How a lesson is stored


@rule
def is_executed_in_order(notebook):
    """A cell that was never run would pass nbval without being compared."""
    for expected, (i, cell) in enumerate(code_cells(notebook), start=1):
        if cell.execution_count != expected:
            yield f"cell {i}: execution count {cell.execution_count}, expected {expected}"


@rule
def keeps_no_errors(notebook):
    """Errors that a lesson shows are caught and printed; stderr differs elsewhere."""
    for i, output in outputs(notebook):
        if output.output_type == "error" or output.get("name") == "stderr":
            yield f"cell {i}: an error or stderr in the stored outputs"


@rule
def keeps_no_widgets(notebook):
    """Widget state makes notebooks heavy, and fails strict comparison."""
    if "widgets" in notebook.metadata:
        yield "widget state in the notebook's metadata"
    for i, output in outputs(notebook):
        for kind in output.get("data", {}):
            if "widget" in kind or "javascript" in kind:
                yield f"cell {i}: an output of type {kind}"


@rule
def keeps_only_tags_and_kernel(notebook):
    """What differs between machines and runs has no place in a stored notebook."""
    for key in set(notebook.metadata) - {"kernelspec", "language_info", MADE}:
        yield f"metadata {key!r} in the notebook"
    for i, cell in enumerate(notebook.cells):
        for key in set(cell.metadata) - {"tags", *FOLDED}:
            yield f"cell {i}: metadata {key!r}"


@rule
def attaches_nothing(notebook):
    """A .py cannot hold an attachment, nor can a handout."""
    for i, cell in enumerate(notebook.cells):
        if cell.get("attachments") or "](attachment:" in cell.source:
            yield (
                f"cell {i}: 첨부 파일이 있습니다. 그림은 코드로 그리세요 · "
                "an attachment; draw the picture in code"
            )


@rule
def prints_nothing_of_this_machine(notebook):
    """Addresses and paths differ on every machine."""
    for i, output in outputs(notebook):
        machine = r"0x[0-9a-f]{6,}|/(?:home|root|tmp|var|mnt|opt|Users)/|[A-Z]:\\"
        found = re.search(machine, text_of(output))
        if found:
            yield f"cell {i}: {found.group()!r} in the output"


@rule
def is_compared_everywhere(notebook):
    """Only cells that show times go without comparison, each before a compared one."""
    cells = code_cells(notebook)
    for (i, cell), (_, following) in zip(cells, [*cells[1:], (None, None)], strict=True):
        for tag in set(tags_of(cell)) - {
            "setup",
            "language-switch",
            "nbval-ignore-output",
            "slide",
        }:
            yield f"cell {i}: tag {tag!r}, which the course does not use on code"
        if re.search(r"#\s*(NBVAL|PYTEST_VALIDATE)", cell.source):
            yield f"cell {i}: nbval's comment in the reader's code; use a tag"
        if "nbval-ignore-output" in tags_of(cell) and (
            following is None or "nbval-ignore-output" in tags_of(following)
        ):
            yield f"cell {i}: an ignored cell that no compared cell follows"


@rule
def ignores_only_times_and_devices(notebook):
    """What is the same on every machine is compared."""
    for i, cell in tagged(notebook, "nbval-ignore-output"):
        shown = "\n".join(text_of(output) for output in cell.outputs)
        if not re.search(r"[µm]s\b|\bseconds?\b|\btimes?\b|device|cuda", shown):
            yield f"cell {i}: ignored, though its output tells of no time and no device"


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


# How a lesson is written


@rule
def begins_with_title_and_setup(notebook):
    """Readers find the title, the setup line and the switch in the same place everywhere."""
    if not re.fullmatch(r"# \d\d .+ · .+", notebook.cells[0].source):
        yield "cell 0: not a title of the form '# 00 한국어 · English'"
    first_code = code_cells(notebook)[0][1]
    if "setup" not in tags_of(first_code) or "setup_notebook()" not in first_code.source:
        yield "the first code cell is not tagged 'setup' or does not call setup_notebook()"
    switch = [cell for _, cell in tagged(notebook, "language-switch")]
    kinds = [cell.cell_type for cell in switch]
    if kinds != ["markdown", "markdown", "code"] or "show_language()" not in switch[2].source:
        yield (
            "not exactly one pair of texts and a cell with show_language() "
            "tagged 'language-switch'; an edition in one language leaves them out"
        )


@rule
def keeps_cells_short(notebook):
    """One idea a cell, and prose between them."""
    row = 0
    for i, cell in enumerate(notebook.cells):
        row = row + 1 if cell.cell_type == "code" else 0
        if row > 2:
            yield f"cell {i}: the third code cell in a row"
        if row and len(cell.source.splitlines()) > 25:
            yield f"cell {i}: more than 25 lines of code"
        if not cell.source.strip():
            yield f"cell {i}: an empty cell"


@rule
def imports_only_what_learners_have(notebook):
    """A learner has torch, matplotlib and the helpers, and none of the authors' tools."""
    allowed = {"torch", "matplotlib", "tutorial_helpers"} | set(sys.stdlib_module_names)
    allowed.add("train_with_ddp")  # the script beside the lessons
    for i, cell in code_cells(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                if name.split(".")[0] not in allowed:
                    yield f"cell {i}: imports {name}"


HEADING = r"#{1,3} .*[가-힣].* · .*[A-Za-z].*"
DISPLAYED = r"\$\$[^$]+\$\$"
FORMULAS = rf"{DISPLAYED}(?:\n\n{DISPLAYED})*"
REFERENCE = r"- .+\]\(https://[^)\s]+\)[^가-힣:]*(?:: .*[가-힣].* · .*[A-Za-z].*)?"
REFERENCES = rf"{REFERENCE}(?:\n{REFERENCE})*"


@rule
def shares_no_prose(notebook):
    """Prose belongs to a language, what is the same in both stands once."""
    for i, cell in enumerate(notebook.cells):
        if cell.cell_type != "markdown" or is_prose(cell) or "solution" in tags_of(cell):
            continue
        if not re.fullmatch(f"{HEADING}|{FORMULAS}|{REFERENCES}", cell.source):
            yield (
                f"cell {i}: shared, but not one heading of the form '한국어 · English', "
                "nor formulas alone, nor references alone"
            )


@rule
def displays_formulas_once(notebook):
    """A formula on a line of its own is for both languages."""
    for language in LANGUAGES:
        for i, text in prose_in(notebook, language):
            for formula in re.findall(DISPLAYED, text):
                yield f"cell {i}: {formula} in one language; put it into a cell of its own"
    shared = [cell.source for cell in notebook.cells if not is_prose(cell)]
    displayed = Counter(re.findall(DISPLAYED, "\n".join(shared)))
    for formula, count in displayed.items():
        if count > 1:
            yield f"{formula} is displayed {count} times"


# How a lesson is shown on slides

PROSE_TAGS = {"lang-ko", "lang-en", "language-switch", "solution", "slide", "claim", "predict"}
LONGEST_CLAIM = 90  # letters: two lines
MOST_LINES = {"code": CODE_LINES, "output": LINES}


def shown_on_slides(notebook):
    """Return the cells that slides show, with their place: tagged, or what a bet was about."""
    return [
        (i, cell)
        for i, cell in enumerate(notebook.cells)
        if "slide" in tags_of(cell) or answers_a_bet(notebook.cells, i)
    ]


@rule
def tags_its_prose_with_known_words(notebook):
    """A tag that is spelled wrong would leave something out of the slides, and nobody sees it."""
    for i, cell in enumerate(notebook.cells):
        for tag in set(tags_of(cell)) - PROSE_TAGS if cell.cell_type == "markdown" else ():
            yield f"cell {i}: tag {tag!r}, which the course does not use on prose"


@rule
def shows_on_slides_what_fits(notebook):
    """A slide is read from the last row. test_deck.py looks at all slides in a browser."""
    for i, cell in shown_on_slides(notebook):
        heading = cell.cell_type == "markdown" and cell.source.startswith("#")
        if heading or {"claim", "predict", "solution"} & set(tags_of(cell)):
            yield f"cell {i}: tagged 'slide', but headings, claims, bets and solutions have theirs"
        for part in parts_of_code(cell) if cell.cell_type == "code" else ():
            lines = len(part.text.splitlines())
            if lines > MOST_LINES.get(part.kind, lines):
                most = MOST_LINES[part.kind]
                yield f"cell {i}: {lines} lines of {part.kind} on a slide, at most {most} fit"


@rule
def claims_what_a_slide_shows(notebook):
    """Show, then tell: the title of a slide is one short sentence on what it shows."""
    showing = {i for i, _ in shown_on_slides(notebook)}
    untold = False  # whether there is a slide in this section that has no claim yet
    for i, cell in enumerate(notebook.cells):
        if i in showing or cell.source.startswith("## "):
            untold = i in showing
        if "claim" not in tags_of(cell):
            continue
        text = re.sub(r"</?div[^>]*>", "", cell.source).strip()
        if not re.fullmatch(r"(?:(?![.?] ).)+[.?]", text):
            yield f"cell {i}: a claim that is not one sentence"
        if len(text) > LONGEST_CLAIM:
            yield f"cell {i}: a claim of {len(text)} letters, at most {LONGEST_CLAIM}"
        if language_of(cell) == "ko":
            if not untold:
                yield f"cell {i}: a claim without a slide of its own before it in its section"
            untold = False


# How a lesson says it twice


def language_cells(notebook, language):
    """Return the prose cells of one language with their place in the notebook."""
    return tagged(notebook, f"lang-{language}")


def said_in(cell, language):
    """Return what a cell says in one language: all of it, or its part of a solution."""
    if is_prose(cell):
        return cell.source if language_of(cell) == language else ""
    return "\n\n".join(re.findall(part_in(language), cell.source))


def prose_in(notebook, language):
    """Yield all prose of one language with its place in the notebook."""
    for i, cell in enumerate(notebook.cells):
        if text := said_in(cell, language):
            yield i, text


def language_pairs(notebook):
    """Yield each Korean cell with the cell after it."""
    for i, cell in language_cells(notebook, "ko"):
        if i + 1 < len(notebook.cells):
            yield i, cell, notebook.cells[i + 1]


# A language cell begins so. Korean words stay whole by a style, which also holds in a notebook
# that is not trusted yet.
WRAPPERS = {"ko": '<div lang="ko" style="word-break: keep-all">', "en": '<div lang="en">'}


@rule
def pairs_its_languages(notebook):
    """Korean first, then English, each wrapped so that Markdown inside still works."""
    ko = [i for i, _ in language_cells(notebook, "ko")]
    en = [i for i, _ in language_cells(notebook, "en")]
    for i in set(en) ^ {i + 1 for i in ko}:
        yield f"cell {i}: a language cell without its partner"
    for language, wrapper in WRAPPERS.items():
        for i, cell in language_cells(notebook, language):
            if not re.fullmatch(rf"(?s){wrapper}\n\n.+\n\n</div>", cell.source):
                yield f"cell {i}: not wrapped in {wrapper} with blank lines"
    for i, ko_cell, en_cell in language_pairs(notebook):
        if set(tags_of(ko_cell)) - {"lang-ko"} != set(tags_of(en_cell)) - {"lang-en"}:
            yield f"cell {i}: other tags than its English partner"


BET = {"ko": "**예상해 보세요.** ", "en": "**Place your bet.** "}  # how a bet begins


@rule
def bets_on_few_answers(notebook):
    """A reader who chose between two and four answers wants to see which one is right."""
    for i, cell in tagged(notebook, "predict"):
        words, begins = cell.source.partition("\n\n")[2], BET.get(language_of(cell), "its words ")
        answers = re.findall(r"(?m)^(?:[-*]|\d\.) ", words)
        if not words.startswith(begins) or "?" not in words:
            yield f"cell {i}: a bet that does not begin with {begins}and ask"
        if not 2 <= len(answers) <= 4:
            yield f"cell {i}: a bet with {len(answers)} answers to choose from, not two to four"
        kinds = [after.cell_type for after in notebook.cells[i + 1 : i + 3]]
        if language_of(cell) == "en" and (kinds[:1] != ["code"] or kinds == ["code", "code"]):
            yield f"cell {i}: a bet that is not followed by one code cell"


@rule
def folds_what_answers_a_bet(notebook):
    """Nobody bets on what is in sight, and nothing else is out of it."""
    for i, cell in enumerate(notebook.cells):
        answer = answers_a_bet(notebook.cells, i)
        if answer and not cell.outputs:
            yield f"cell {i}: shows nothing, though a bet asks for it"
        if cell.metadata.get("jupyter", {}) != (FOLDED["jupyter"] if answer else {}):
            yield f"cell {i}: folded without a bet, or not folded after one; run: make notebooks"


FORMULA = r"\$\$.+?\$\$|\$[^$\n]+\$"
CODE = r"`[^`\n]+`"
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?"
LINK = r"\]\(([^)\s]+)\)|<(https?://[^>]+)>"


def facts_of(text):
    """Return the formulas, links, inline code and numbers of a text."""
    facts = {"formulas": Counter(re.findall(FORMULA, text, re.DOTALL))}
    text = re.sub(FORMULA, " ", text, flags=re.DOTALL)
    facts["inline code"] = set(re.findall(CODE, text))
    text = re.sub(CODE, " ", text)
    facts["links"] = Counter(match[1] or match[2] for match in re.finditer(LINK, text))
    text = re.sub(LINK, " ", text)
    facts["numbers"] = Counter(re.findall(NUMBER, text))
    return facts


def said_twice(notebook):
    """Yield what the Korean says and what the English says, with the Korean's place."""
    for i, ko_cell, en_cell in language_pairs(notebook):
        yield i, ko_cell.source, en_cell.source
    for i, cell in tagged(notebook, "solution"):
        yield i, *(said_in(cell, language) for language in LANGUAGES)


@rule
def says_the_same_twice(notebook):
    """A number changed in one language only is how translations drift."""
    for i, *texts in said_twice(notebook):
        ko, en = map(facts_of, texts)
        for kind in ko:
            if ko[kind] != en[kind]:
                only_ko, only_en = list(ko[kind] - en[kind]), list(en[kind] - ko[kind])
                yield f"cell {i}: {kind} only in Korean {only_ko}, only in English {only_en}"


TEXTS = "".join(rf"{wrapper}\n\n(?:(?!</div>).)+\n\n</div>\n\n" for wrapper in WRAPPERS.values())
SOLUTION = (
    r"(?s:<details><summary>[^<\n]*[가-힣][^<\n]* · [^<\n]*[A-Za-z][^<\n]*</summary>\n\n"
    rf"(?:{TEXTS}|{DISPLAYED}\n\n)*(?:```python\n(?:(?!```).)+```\n\n)?</details>)"
)


@rule
def folds_solutions(notebook):
    """One triangle opens what both languages say, and below it the code."""
    for i, cell in tagged(notebook, "solution"):
        if is_prose(cell) or not re.fullmatch(SOLUTION, cell.source):
            yield (
                f"cell {i}: not one triangle '풀이 1 · Solution 1' with a text in each language "
                "and at most one block of Python; see docs/99_new_lesson.py"
            )


# Numbers that no cell computes: the time that a lesson takes, a version of PyTorch, the year
# of a paper and the numbers of lessons; and small ones, which count in a sentence.
NO_RESULTS = (
    r"(?<=\*\*: )\d+(?=분| minutes)|PyTorch \d(?:\.\d)+|\((?:19|20)\d\d\)"
    r"|\[\d\d\b|(?:수업|[Ll]essons?) \d\d(?:(?:[과와]|이?나|부터|,? and|,? or|,| to) \d\d)*"
)
SMALL = r"0?\d"


@rule
def computes_its_numbers(notebook):
    """A number in the text is found in the code or in an output."""
    shown = [code for _, code in code_in(notebook)]
    shown = "\n".join(shown + [text_of(output) for _, output in outputs(notebook)])
    values = {value_of(number) for number in re.findall(NUMBER, shown)}
    for language in LANGUAGES:
        for i, text in prose_in(notebook, language):
            for code in re.findall(CODE, text):
                if re.search(r"\d", code) and code.strip("`") not in shown:
                    yield f"cell {i}: {code} is neither in the code nor in an output"
            words = re.sub(f"{LINK}|{NO_RESULTS}", " ", plain(text))
            for number in re.findall(NUMBER, words):
                if not re.fullmatch(SMALL, number) and value_of(number) not in values:
                    yield f"cell {i}: {number} is neither in the code nor in an output"


def value_of(number):
    """Return the value of a number as it is written: 101,110 or 1e-4."""
    return float(number.replace(",", ""))


def plain(text):
    """Return a text without its formulas and code."""
    return re.sub(f"{FORMULA}|{CODE}", " ", text, flags=re.DOTALL)


@rule
def uses_the_glossary(notebook):
    """One thing has one name, in code as well; korean.py reads the prose."""
    for i, code in code_in(notebook):
        for term in TERMS:
            for variant in term.variants:
                if variant in code:
                    yield f"cell {i}: {variant!r}, the course says {term.ko!r}"


@rule
def gives_the_english_term_once(notebook):
    """At its first use in a lesson: 변화도(gradient), afterwards Korean alone."""
    text = "\n".join(plain(text) for _, text in prose_in(notebook, "ko"))
    of_other_lessons = r"(?m)^\| \[\d\d\]\([^)]+\) \|.*$|\[\d\d [^]]+\]"
    text = re.sub(of_other_lessons, "", text)
    stems = {stem: term for term in TERMS for stem in (term.stems or (term.ko,))}
    longest_first = sorted(stems, key=len, reverse=True)
    seen = Counter()
    for match in re.finditer("|".join(longest_first), text):
        term = stems[match[0]]
        given = re.match(rf"[가-힣]*\({re.escape(term.en[:6])}[^)]*\)", text[match.end() :])
        if given and seen[term]:
            yield f"{term.ko}({term.en}) is given more than once"
        if not given and not seen[term]:
            yield f"{term.ko!r} is first used without ({term.en})"
        seen[term] += 1


HABITS = {
    "ko": (
        r"[은이을과]\([는가를와]\)",  # 은(는)
        r"우리[는가의]|우리로",
        r"도록 하겠",
        r"[을를] 통[해하]",
        r"만약",
        r"[;—–!]",
    ),
    "en": (
        r"\b(?:simply|just|of course|powerful|seamless\w*|worth noting|dive in\w*)\b",
        r"\bin the world of\b|\bnot only\b",
        r"\b(?:initial|general|memor|optim|normal|regular|visual|summar|recogn)is(?:e|ing|ation)",
        r"[—!]",
    ),
}


@rule
def avoids_bad_habits(notebook):
    """Translated Korean, empty English."""
    for language, habits in HABITS.items():
        for i, text in prose_in(notebook, language):
            for habit in habits:
                found = re.search(habit, plain(text), re.IGNORECASE)
                if found:
                    yield f"cell {i}: {found.group()!r}"
