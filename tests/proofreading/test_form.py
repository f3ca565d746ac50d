"""Every lesson keeps every rule, and every rule has a lesson that breaks it."""

import copy
import re

import jupytext
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lessons import LESSONS, SCRIPTS, read_notebook
from proofreading import form as rules
from tutorial_helpers.describe import unseen


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_lesson_keeps_rule(script, rule):
    lesson = read_notebook(script)
    broken = [f"{sentence}\n    {beginning(lesson, sentence)}" for sentence in rule(lesson)]
    if broken:
        pytest.fail(f"{script.stem}.ipynb\n" + "\n".join(broken), pytrace=False)


def beginning(lesson, sentence):
    """Return how the cell begins that a sentence of a rule names, to search for."""
    number = re.match(r"cell (\d+):", sentence)
    source = lesson.cells[int(number[1])].source if number else ""
    lines = [line for line in source.splitlines() if line and not line.startswith("<div")]
    return lines[0][:70] if lines else ""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_script_and_notebook_hold_the_same_cells(script):
    ours, stored = (rules.cells_of(read(script)) for read in (jupytext.read, read_notebook))
    assert ours == stored, "run: make notebooks"


def test_stored_notebooks_are_valid():
    for script in SCRIPTS:
        nbformat.validate(read_notebook(script))


def code(source="1", *outputs, tag=None, **metadata):
    """Return an executed code cell."""
    metadata |= {"tags": [tag]} if tag else {}
    return new_code_cell(source, execution_count=1, outputs=list(outputs), metadata=metadata)


def shared(source, tag=None):
    """Return a Markdown cell in no language."""
    return new_markdown_cell(source, metadata={"tags": [tag]} if tag else {})


def text(language, source):
    """Return a prose cell of one language."""
    return shared(f'<div lang="{language}">\n\n{source}\n\n</div>', f"lang-{language}")


def pair(ko, en):
    """Return a prose cell in each language."""
    return [text("ko", ko), text("en", en)]


def shows(data, source="1", **metadata):
    """Return a cell that left something to see."""
    return [code(source, new_output("display_data", data, metadata=metadata))]


def figure(description="그림.\nFigure.", source="plt.show()", *, heard=None, **metadata):
    """Return a cell that drew a figure, and let a screen reader read what is heard of it."""
    metadata = metadata or {"image/png": {"width": 700}}
    picture = {"image/png": "", "text/plain": description}
    words = unseen(description if heard is None else heard)
    shown = [new_output("display_data", picture, metadata=metadata)]
    return [code(source, *shown, new_output("display_data", {"text/html": words}))]


# For each rule, what breaks it when it stands behind the title of the first lesson.
BROKEN = {
    rules.is_executed_in_order: [[code()], [new_code_cell("1")]],
    rules.keeps_no_errors: [
        [code("1", new_output("stream", name="stderr", text="oh"))],
        [code("1", new_output("error", ename="E", evalue="", traceback=[]))],
    ],
    rules.keeps_no_widgets: [shows({"application/vnd.jupyter.widget-view+json": {}})],
    rules.keeps_only_tags_and_kernel: [[code(execution={})]],
    rules.attaches_nothing: [
        [new_markdown_cell("", attachments={"a.png": {"image/png": ""}})],
        [new_markdown_cell("![](attachment:a.png)")],
    ],
    rules.prints_nothing_of_this_machine: [
        shows({"text/plain": "<object at 0x7f0a1b2c3d>"}),
        shows({"text/plain": "'/home/kim/course'"}),
    ],
    rules.is_compared_everywhere: [
        [code(tag="raises-exception")],
        [code("1  # NBVAL_IGNORE_OUTPUT")],
        [code(tag="nbval-ignore-output"), code(tag="nbval-ignore-output")],
    ],
    rules.ignores_only_times_and_devices: [
        [code("1", new_output("stream", text="loss: 713"), tag="nbval-ignore-output")]
    ],
    rules.describes_its_figures: [
        figure("\nFigure. line: 3 points."),
        figure("그림. 그려진 것이 없음.\nFigure. nothing is drawn."),
        figure("그림. 선: 점 0개, -에서 -까지.\nFigure. line: 0 points."),
        figure("그림. 가로축: 단계. 세로축: 로그 눈금. 선: 점 3개.\nFigure."),
        figure(too_coarse=True),
        figure(source="plot_loss_curve(losses)"),
        figure("그림. 도형: 3개.\nFigure. shapes: 3.", heard="그림.\nFigure."),
    ],
    rules.begins_with_title_and_setup: [
        [code("import torch")],
        [code('show_language("ko")', tag="language-switch")],
    ],
    rules.keeps_cells_short: [[code()] * 3, [code("1\n" * 26)], [code("")]],
    rules.imports_only_what_learners_have: [
        [code("import jupytext")],
        [code("from tools.course import main")],
    ],
    rules.shares_headings_only: [
        [shared("## Only English")],
        [shared("## 제목 · Title\n\nProse.")],
        [shared("```python\n1\n```", "solution")],
    ],
    rules.pairs_its_languages: [
        [text("ko", "혼자입니다.")],
        [text("en", "Alone.")],
        pair("첫째", "first")[::-1],
        [shared("가", "lang-ko"), text("en", "a")],
    ],
    rules.says_the_same_twice: [
        pair("손실은 713입니다.", "The loss is 731."),
        pair("$a^2$입니다.", "It is $a^3$."),
        pair("`sum`입니다.", "It is `mean`."),
        pair("[여기](01.ipynb)", "[here](02.ipynb)"),
    ],
    rules.computes_its_numbers: [
        pair("손실은 714입니다.", "The loss is 714."),
        pair("8.1e-05입니다.", "It is 8.1e-05."),
        pair("`(64, 100)`입니다.", "It is `(64, 100)`."),
    ],
    rules.uses_the_glossary: [
        [code('ax.set_ylabel("기울기 · gradient")')],
        [shared("```python\n1  # 파라미터\n```", "solution")],
    ],
    rules.gives_the_english_term_once: [
        pair("옵티마이저를 씁니다.", "Use an optimizer."),
        pair("텐서(Tensor)는 텐서(Tensor)입니다.", "A Tensor is a Tensor."),
    ],
    rules.avoids_bad_habits: [
        pair("모델은(는) 함수입니다.", "A model is a function."),
        pair("초기화합니다.", "This is the initialisation."),
    ],
}


def with_behind_the_title(cells):
    """Return the first lesson with cells behind its title."""
    lesson = read_notebook(LESSONS[0])
    lesson.cells[1:1] = copy.deepcopy(cells)
    return lesson


def test_a_figure_is_heard_as_it_is_described():
    first, second = figure("그림. 선 '<x>'.\nFigure. line '<x>'."), figure()
    assert list(rules.describes_its_figures(new_notebook(cells=first + second))) == []
    del first[0].outputs[1]
    (broken,) = rules.describes_its_figures(new_notebook(cells=first + second))
    assert "does not get" in broken


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_rule_sees_what_breaks_it(rule):
    for cells in BROKEN[rule]:
        assert list(rule(with_behind_the_title(cells)))


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("수업 95부터 97까지입니다.", "Lessons 95 to 97."),
        ("| [97](97_end.ipynb) | 끝 | 없음 |", "| [97](97_end.ipynb) | The end | none |"),
    ],
)
def test_numbers_of_lessons_need_no_cell_that_computes_them(ko, en):
    assert list(rules.computes_its_numbers(with_behind_the_title(pair(ko, en)))) == []


def test_the_terms_in_the_map_wait_for_their_lesson():
    row = "| [98](98_end.ipynb) | 옵티마이저 | 옵티마이저와 모멘텀 |"
    notebook = with_behind_the_title(pair(row, "| [98](98_end.ipynb) | Optimizers | optimizers |"))
    assert list(rules.gives_the_english_term_once(notebook)) == []
