"""Every lesson keeps every rule, and every rule has a lesson that breaks it."""

import copy
import re

import jupytext
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from lessons import LESSONS, SCRIPTS, read_notebook
from proofreading import form as rules


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


def test_an_edit_of_one_of_the_pair_is_seen():
    edited = read_notebook(LESSONS[0])
    edited.cells[-1].source += "\n# edited"
    assert rules.cells_of(jupytext.read(LESSONS[0])) != rules.cells_of(edited)


def test_stored_notebooks_are_valid():
    for script in SCRIPTS:
        nbformat.validate(read_notebook(script))


def code(source, **options):
    """Return an executed code cell."""
    return new_code_cell(source, execution_count=1, **options)


def text(language, source, **options):
    """Return a prose cell of one language."""
    source = f'<div lang="{language}">\n\n{source}\n\n</div>'
    return new_markdown_cell(source, metadata={"tags": [f"lang-{language}"]}, **options)


def pair(ko, en):
    """Return a prose cell in each language."""
    return [text("ko", ko), text("en", en)]


def with_outputs(*outputs):
    """Return a code cell that left these outputs."""
    return [code("print()", outputs=list(outputs))]


def figure(description="그림.\nFigure.", source="plt.show()", width=700):
    """Return a cell that drew a figure."""
    metadata = {"image/png": {"width": width}} if width else {}
    data = {"image/png": "", "text/plain": description}
    return [code(source, outputs=[new_output("display_data", data, metadata=metadata)])]


def with_behind_the_title(cells):
    """Return the first lesson with cells behind its title."""
    lesson = read_notebook(LESSONS[0])
    lesson.cells[1:1] = copy.deepcopy(cells)
    return lesson


# What is put behind the first cell of a lesson, and the rule that it breaks.
BROKEN = [
    (rules.is_executed_in_order, [code("1", metadata={})]),
    (rules.is_executed_in_order, [new_code_cell("1")]),
    (rules.keeps_no_errors, with_outputs(new_output("stream", name="stderr", text="oh"))),
    (rules.keeps_no_errors, with_outputs(new_output("error", ename="E", evalue="", traceback=[]))),
    (
        rules.keeps_no_widgets,
        with_outputs(new_output("display_data", {"application/vnd.jupyter.widget-view+json": {}})),
    ),
    (rules.keeps_only_tags_and_kernel, [code("1", metadata={"execution": {}})]),
    (
        rules.prints_nothing_of_this_machine,
        with_outputs(new_output("stream", text="<object at 0x7f0a1b2c3d>")),
    ),
    (
        rules.prints_nothing_of_this_machine,
        with_outputs(new_output("execute_result", {"text/plain": "'/home/kim/course'"})),
    ),
    (rules.is_compared_everywhere, [code("1", metadata={"tags": ["nbval-skip"]})]),
    (rules.is_compared_everywhere, [code("1", metadata={"tags": ["raises-exception"]})]),
    (rules.is_compared_everywhere, [code("1", metadata={"tags": ["nbval-raises-exception"]})]),
    (rules.is_compared_everywhere, [code("1  # NBVAL_IGNORE_OUTPUT")]),
    (rules.is_compared_everywhere, [code("1  # PYTEST_VALIDATE_IGNORE_OUTPUT")]),
    (
        rules.is_compared_everywhere,
        [code("1", metadata={"tags": ["nbval-ignore-output"]}) for _ in range(2)],
    ),
    (
        rules.ignores_only_times_and_devices,
        [
            code(
                "1",
                metadata={"tags": ["nbval-ignore-output"]},
                outputs=[new_output("stream", text="loss: 713")],
            )
        ],
    ),
    (rules.describes_its_figures, figure("<Figure size 700x380 with 1 Axes>")),
    (rules.describes_its_figures, figure("Figure. line: 3 points.")),
    (
        rules.describes_its_figures,
        figure("그림. 그려진 것이 없음.\nFigure. nothing is drawn."),
    ),
    (
        rules.describes_its_figures,
        figure("그림. 선: 점 0개, -에서 -까지.\nFigure. line: 0 points."),
    ),
    (
        rules.describes_its_figures,
        figure("그림. 가로축: 단계. 세로축: 로그 눈금. 선: 점 3개.\nFigure."),
    ),
    (rules.describes_its_figures, figure(width=None)),
    (rules.describes_its_figures, figure(source="plot_loss_curve(losses)")),
    (rules.begins_with_title_and_setup, [code("import torch")]),
    (
        rules.begins_with_title_and_setup,
        [code('show_language("ko")', metadata={"tags": ["language-switch"]})],
    ),
    (
        rules.begins_with_title_and_setup,
        [new_markdown_cell("Choose.", metadata={"tags": ["language-switch"]})],
    ),
    (rules.keeps_cells_short, [code("1"), code("2"), code("3")]),
    (rules.keeps_cells_short, [code("1\n" * 26)]),
    (rules.keeps_cells_short, [code("")]),
    (rules.imports_only_what_learners_have, [code("import jupytext")]),
    (rules.imports_only_what_learners_have, [code("from tools.course import main")]),
    (rules.shares_headings_only, [new_markdown_cell("## Only English")]),
    (rules.shares_headings_only, [new_markdown_cell("## 제목 · Title\n\nProse.")]),
    (
        rules.shares_headings_only,
        [new_markdown_cell("```python\n1\n```", metadata={"tags": ["solution"]})],
    ),
    (rules.pairs_its_languages, [text("ko", "혼자입니다.")]),
    (rules.pairs_its_languages, [text("en", "Alone.")]),
    (rules.pairs_its_languages, pair("첫째", "first")[::-1]),
    (rules.pairs_its_languages, [text("ko", "가"), text("ko", "나"), text("en", "b")]),
    (
        rules.pairs_its_languages,
        [new_markdown_cell("가", metadata={"tags": ["lang-ko"]}), text("en", "a")],
    ),
    (rules.says_the_same_twice, pair("손실은 713입니다.", "The loss is 731.")),
    (rules.says_the_same_twice, pair("$a^2$입니다.", "It is $a^3$.")),
    (rules.says_the_same_twice, pair("`sum`입니다.", "It is `mean`.")),
    (rules.says_the_same_twice, pair("[여기](01.ipynb)", "[here](02.ipynb)")),
    (rules.computes_its_numbers, pair("손실은 714입니다.", "The loss is 714.")),
    (rules.computes_its_numbers, pair("8.1e-05입니다.", "It is 8.1e-05.")),
    (rules.computes_its_numbers, pair("97개", "There are 97.")),
    (rules.computes_its_numbers, pair("`(64, 100)`입니다.", "It is `(64, 100)`.")),
    (rules.uses_the_glossary, [code("1  # 파라미터 · parameters")]),
    (rules.uses_the_glossary, [code('ax.set_ylabel("기울기 · gradient")')]),
    (
        rules.uses_the_glossary,
        [new_markdown_cell("```python\n1  # 파라미터\n```", metadata={"tags": ["solution"]})],
    ),
    (rules.gives_the_english_term_once, pair("옵티마이저를 씁니다.", "Use an optimizer.")),
    (
        rules.gives_the_english_term_once,
        pair("텐서(Tensor)는 텐서(Tensor)입니다.", "A Tensor is a Tensor."),
    ),
    (rules.avoids_bad_habits, pair("모델은(는) 함수입니다.", "A model is a function.")),
    (rules.avoids_bad_habits, pair("만약 학습률이 크면 다릅니다.", "It differs.")),
    (rules.avoids_bad_habits, pair("더합니다.", "You simply add them.")),
    (rules.avoids_bad_habits, pair("초기화합니다.", "This is the initialisation.")),
    (rules.avoids_bad_habits, pair("끝났습니다!", "It is done.")),
]


@pytest.mark.parametrize(
    ("rule", "cells"), BROKEN, ids=[f"{rule.__name__}-{i}" for i, (rule, _) in enumerate(BROKEN)]
)
def test_rule_sees_what_breaks_it(rule, cells):
    assert list(rule(with_behind_the_title(cells)))


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("수업 97을 보세요.", "See lesson 97."),
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


def test_every_rule_has_an_example_that_breaks_it():
    assert {rule for rule, _ in BROKEN} == set(rules.RULES)
