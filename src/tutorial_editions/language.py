"""One language out of a bilingual lesson, or both languages marked for a page."""

import re
from itertools import compress

import nbformat
from nbconvert.preprocessors import Preprocessor
from traitlets import Bool, Enum, Unicode

SEPARATOR = " · "
LANGUAGES = ("ko", "en")
# A heading, the summary of a solution, and the note to a reference.
_SHARED = (
    r"(?m)(?P<begin>\A#{1,6} (?:\d\d )?|\A<details><summary>|^- .*\]\(https:[^:\n]+: )"
    r"(?P<ko>.+?) · (?P<en>.+?)(?P<end></summary>|$)"
)
_PARAGRAPH = r'<p lang="(?P<lang>ko|en)">.*</p>\n'
_LINK = r"(?<=\]\()(\d\d_\w+)\.ipynb(?=\))"


def tags_of(cell):
    """Return the tags of a cell.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell
    >>> tags_of(new_code_cell(metadata={"tags": ["setup"]}))
    ['setup']
    """
    return cell.metadata.get("tags", [])


def language_of(cell):
    """Return the language of a cell of prose, None for a cell that both languages share.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell
    >>> language_of(new_markdown_cell(metadata={"tags": ["lang-ko"]}))
    'ko'
    """
    return next((language for language in LANGUAGES if f"lang-{language}" in tags_of(cell)), None)


def part_in(language):
    r"""Return a pattern for what a solution says in one language, its text as the group.

    Examples
    --------
    >>> re.findall(part_in("en"), '<div lang="en">\n\nAdd them.\n\n</div>')
    ['Add them.']
    """
    return rf'(?ms:^<div lang="{language}"[^>\n]*>\n\n((?:(?!</div>).)+)\n\n</div>$)'


def halves(text):
    """Return what both languages share, as each of them shows it.

    Examples
    --------
    >>> halves("# 03 손실 · The loss")
    {'ko': '# 03 손실', 'en': '# 03 The loss'}
    """
    return {language: _half(text, language) for language in LANGUAGES}


def _half(text, language):
    (other,) = {*LANGUAGES} - {language}
    text = re.sub(part_in(other) + r"\n*", "", text)
    return re.sub(_SHARED, rf"\g<begin>\g<{language}>\g<end>", text)


class Edition(Preprocessor):
    """Keep what the readers of one edition need.

    Code keeps the outputs that it has. Messages and labels in them are in the language
    in which they were run, so an edition that shows outputs is run after this: its setup
    line says the language. Only the descriptions of figures, one line a language, are cut.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> notebook = new_notebook(cells=[new_markdown_cell("## 손실 · Loss")])
    >>> notebook, _ = Edition(language="ko").preprocess(notebook, {})
    >>> notebook.cells[0].source
    '## 손실'
    """

    language = Enum((*LANGUAGES, "both"), "both", help="The language that stays.").tag(config=True)
    solutions = Bool(True, help="Whether the solutions of the exercises stay.").tag(config=True)
    outputs = Bool(True, help="Whether the outputs stay.").tag(config=True)
    links = Unicode(".ipynb", help="How the names of linked lessons end.").tag(config=True)

    def preprocess(self, notebook, resources):
        """Take cells out of the notebook, and the other language out of shared ones."""
        notebook.cells = [cell for cell in notebook.cells if self._stays(cell)]
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                cell.source = re.sub(_LINK, rf"\1{self.links}", cell.source)
            if cell.cell_type == "code" and not self.outputs:
                cell.outputs, cell.execution_count = [], None
                cell.metadata.pop("jupyter", None)  # nothing is left to fold
            if self.language != "both":
                self._speak_one_language(cell)
        return notebook, resources

    def _stays(self, cell):
        tags = tags_of(cell)
        if "language-switch" in tags or ("solution" in tags and not self.solutions):
            return False
        return self.language == "both" or language_of(cell) in (self.language, None)

    def _speak_one_language(self, cell):
        if cell.cell_type == "markdown" and language_of(cell) is None:
            cell.source = halves(cell.source)[self.language]
        if "setup" in tags_of(cell):
            cell.source = cell.source.replace(
                "setup_notebook()", f'setup_notebook("{self.language}")'
            )
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "image/png" in data:
                data["text/plain"] = description_in(self.language, data["text/plain"])
            if is_read_aloud(output):
                data["text/html"] = re.sub(
                    _PARAGRAPH,
                    lambda found: found[0] if found["lang"] == self.language else "",
                    data["text/html"],
                )


def is_read_aloud(output):
    """Return whether an output is the words that a screen reader gets after a figure.

    Examples
    --------
    >>> from nbformat.v4 import new_output
    >>> is_read_aloud(new_output("display_data", {"text/html": "<p>Figure.</p>"}))
    True
    >>> is_read_aloud(new_output("display_data", {"text/html": "<b>1</b>", "text/plain": "1"}))
    False
    """
    return set(output.get("data", {})) == {"text/html"}


class WordsInAlt(Preprocessor):
    """Leave out what is read aloud after a figure: on a page, its picture says so itself."""

    def preprocess_cell(self, cell, resources, index):
        """Take the words out of one cell's outputs, and out of their languages."""
        if cell.cell_type == "code":
            stays = [not is_read_aloud(output) for output in cell.outputs]
            cell.outputs = list(compress(cell.outputs, stays))
            if "languages" in cell.metadata:
                cell.metadata.languages = list(compress(cell.metadata.languages, stays))
        return cell, resources


def description_in(language, text):
    r"""Return the line of a figure's description that is in one language.

    Examples
    --------
    >>> description_in("en", "그림. 선\nFigure. line")
    'Figure. line'
    >>> description_in("ko", "그림. 선")
    '그림. 선'
    """
    lines = text.splitlines()
    return lines[LANGUAGES.index(language)] if len(lines) == len(LANGUAGES) else text


class BothLanguages(Preprocessor):
    """Mark, for a page in both languages, which language each part is in.

    Headings and summaries get a ``<span lang="…">`` around each half. The metadata
    ``languages`` of a code cell names the language of each output, or None where it is for both.
    """

    def preprocess_cell(self, cell, resources, index):
        """Mark one cell."""
        if cell.cell_type == "markdown" and language_of(cell) is None:
            both = f'<span class="between">{SEPARATOR}</span>'.join(
                rf'<span lang="{language}">\g<{language}></span>' for language in LANGUAGES
            )
            cell.source = re.sub(_SHARED, rf"\g<begin>{both}\g<end>", cell.source)
        if cell.cell_type == "code" and "languages" not in cell.metadata:
            parts = [part for output in cell.outputs for part in _descriptions_apart(output)]
            set_outputs(cell, parts)
        return cell, resources


def _descriptions_apart(output):
    """Yield a figure once for each language of its description, anything else once."""
    data = output.get("data", {})
    if "image/png" not in data:
        yield None, output
        return
    for language in LANGUAGES:
        text = description_in(language, data["text/plain"])
        yield language, output | {"data": data | {"text/plain": text}}


def merge_runs(notebook, runs):
    """Give a bilingual notebook the outputs of its executed editions, and return it.

    `runs` are the editions by their languages. An output that is equal in both is there
    once; any other is there twice, marked by its language.
    """
    cells = {language: {cell.id: cell for cell in run.cells} for language, run in runs.items()}
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.id in cells["ko"]:
            parts = []
            for ko, en in zip(*(cells[lang][cell.id].outputs for lang in LANGUAGES), strict=True):
                parts += [(None, ko)] if ko == en else [("ko", ko), ("en", en)]
            set_outputs(cell, parts)
    return notebook


def set_outputs(cell, parts):
    """Give a code cell its outputs, from pairs of a language, or None, and an output."""
    cell.outputs = [nbformat.from_dict(output) for _, output in parts]
    cell.metadata.languages = [language for language, _ in parts]
