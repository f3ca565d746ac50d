"""The three forms that a lesson is exported to."""

from pathlib import Path

from nbconvert.exporters import NotebookExporter, TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from pygments.formatters import HtmlFormatter
from traitlets import default
from traitlets.config import Config

from tutorial_editions.deck import Deck
from tutorial_editions.language import BothLanguages, Edition, WordsInAlt
from tutorial_editions.maths import MathRenderer, font_for

TEMPLATES = Path(__file__).parent / "templates"
CODE_STYLE = "xcode"  # each of its colors stands out enough on a light grey


class EditionExporter(NotebookExporter):
    """A notebook in one language: ``--to edition --Edition.language=ko``."""

    export_from_notebook = None  # not in JupyterLab's menu

    def _init_preprocessors(self):
        super()._init_preprocessors()
        self.register_preprocessor(Edition, enabled=True)


class PageExporter(TemplateExporter):
    """An HTML page with its formulas in MathML, without scripts or links to load."""

    file_extension = ".html"
    output_mimetype = "text/html"

    form = None  # the name of its folder in templates/
    own_preprocessors = ()

    @property
    def default_config(self):
        """Links between lessons lead to pages."""
        config = Config({"Edition": {"links": ".html"}})
        config.merge(super().default_config)
        return config

    @default("template_name")
    def _own_template(self):
        return self.form

    @default("extra_template_basedirs")
    def _own_templates(self):
        return [str(TEMPLATES)]

    def _init_preprocessors(self):
        super()._init_preprocessors()
        for preprocessor in self.own_preprocessors:
            self.register_preprocessor(preprocessor, enabled=True)

    def default_filters(self):
        """Add to nbconvert's filters those for Markdown and code."""
        yield from super().default_filters()
        yield "markdown2html", self.markdown2html
        yield "highlight_code", Highlight2HTML(pygments_lexer="python", parent=self)

    def markdown2html(self, source):
        """Return Markdown as HTML."""
        renderer = MathRenderer(escape=False, exclude_anchor_links=True)
        return MarkdownWithMath(renderer=renderer).render(source)

    def from_notebook_node(self, notebook, resources=None, **options):
        """Return the page of a notebook, and nbconvert's resources."""
        resources = self._init_resources(resources)
        resources["code_css"] = HtmlFormatter(style=CODE_STYLE).get_style_defs(".highlight")
        resources["css"] = {path.stem: path.read_text("utf-8") for path in TEMPLATES.glob("*.css")}
        html, resources = super().from_notebook_node(notebook, resources, **options)
        return html.replace("/* the mathematical font */", font_for(html)), resources


class HandoutExporter(PageExporter):
    """A page in both languages, of which the reader chooses, to read and to print."""

    export_from_notebook = None
    form = "handout"
    own_preprocessors = (WordsInAlt, Edition, BothLanguages)


class DeckExporter(PageExporter):
    """Slides in one language, shown by reveal.js: ``--Edition.language=ko``."""

    export_from_notebook = None
    form = "deck"
    own_preprocessors = (WordsInAlt, Edition, Deck)
