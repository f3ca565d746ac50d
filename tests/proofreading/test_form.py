"""Every lesson keeps every rule, and every rule has a lesson that breaks it."""

import copy
import re

import jupytext
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lessons import LESSONS, ROOT, SCRIPTS, read_notebook
from proofreading import (
    bets,
    computed,
    figures,
    form,
    once,
    pairs,
    reading,
    slides,
    solutions,
    stored,
    twice,
    words,
    written,
)
from tutorial_helpers.describe import unseen


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("rule", form.RULES, ids=lambda rule: rule.__name__)
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
    ours, theirs = (reading.cells_of(read(script)) for read in (jupytext.read, read_notebook))
    assert ours == theirs, "run: make notebooks"


def test_no_file_with_rules_is_left_out():
    files = (ROOT / "tools" / "proofreading").glob("*.py")
    with_rules = {path.stem for path in files if "\n@rule\n" in path.read_text("utf-8")}
    assert with_rules == {file.__name__.rpartition(".")[2] for file in form.FILES}


def test_stored_notebooks_are_valid():
    for script in SCRIPTS:
        nbformat.validate(read_notebook(script))


def code(source="1", *outputs, tag=None, **metadata):
    """Return an executed code cell."""
    metadata |= {"tags": [tag]} if tag else {}
    return new_code_cell(source, execution_count=1, outputs=list(outputs), metadata=metadata)


def shared(source, *tags):
    """Return a Markdown cell in no language."""
    return new_markdown_cell(source, metadata={"tags": list(tags)} if tags else {})


def text(language, source, *tags):
    """Return a prose cell of one language."""
    wrapped = f"{pairs.WRAPPERS[language]}\n\n{source}\n\n</div>"
    return new_markdown_cell(wrapped, metadata={"tags": [f"lang-{language}", *tags]})


def pair(ko, en, *tags):
    """Return a prose cell in each language."""
    return [text("ko", ko, *tags), text("en", en, *tags)]


def bet(ko, en, answers=2):
    """Return the two cells of a bet."""
    choices = "\n\n" + "- 1\n" * answers
    return pair(
        *(bets.BET[lang] + asks + choices for lang, asks in (("ko", ko), ("en", en))), "predict"
    )


def answer():
    """Return the cell that answers a bet, as it is stored."""
    return code("1", new_output("stream", text="1\n"), jupyter={"outputs_hidden": True})


def solution(inside, summary="풀이 1 · Solution 1"):
    """Return a solution with something inside."""
    folded = f"<details><summary>{summary}</summary>\n\n{inside}\n\n</details>"
    return [shared(folded, "solution")]


def said(ko, en):
    """Return the prose of a solution in each language."""
    texts = zip(pairs.WRAPPERS.values(), (ko, en), strict=True)
    return "\n\n".join(f"{wrapper}\n\n{text}\n\n</div>" for wrapper, text in texts)


def shows(data, source="1", **metadata):
    """Return a cell that left something to see."""
    return [code(source, new_output("display_data", data, metadata=metadata))]


def figure(description="그림.\nFigure.", source="plt.show()", *, heard=None, **metadata):
    """Return a cell that drew a figure, and let a screen reader read what is heard of it."""
    metadata = metadata or {"image/png": {"width": 700}}
    picture = {"image/png": "", "text/plain": description}
    read_aloud = unseen(description if heard is None else heard)
    shown = [new_output("display_data", picture, metadata=metadata)]
    return [code(source, *shown, new_output("display_data", {"text/html": read_aloud}))]


# For each rule, what breaks it when it stands behind the title of the first lesson.
BROKEN = {
    stored.is_executed_in_order: [[code()], [new_code_cell("1")]],
    stored.keeps_no_errors: [
        [code("1", new_output("stream", name="stderr", text="oh"))],
        [code("1", new_output("error", ename="E", evalue="", traceback=[]))],
    ],
    stored.keeps_no_widgets: [shows({"application/vnd.jupyter.widget-view+json": {}})],
    stored.keeps_only_tags_and_kernel: [[code(execution={})]],
    stored.attaches_nothing: [
        [new_markdown_cell("", attachments={"a.png": {"image/png": ""}})],
        [new_markdown_cell("![](attachment:a.png)")],
    ],
    stored.prints_nothing_of_this_machine: [
        shows({"text/plain": "<object at 0x7f0a1b2c3d>"}),
        shows({"text/plain": "'/home/kim/course'"}),
    ],
    stored.is_compared_everywhere: [
        [code(tag="raises-exception")],
        [code("1  # NBVAL_IGNORE_OUTPUT")],
        [code(tag="nbval-ignore-output"), code(tag="nbval-ignore-output")],
    ],
    stored.ignores_only_times_and_devices: [
        [code("1", new_output("stream", text="loss: 713"), tag="nbval-ignore-output")]
    ],
    figures.describes_its_figures: [
        figure("\nFigure. line: 3 points."),
        figure("그림. 그려진 것이 없음.\nFigure. nothing is drawn."),
        figure("그림. 선: 점 0개, -에서 -까지.\nFigure. line: 0 points."),
        figure("그림. 가로축: 단계. 세로축: 로그 눈금. 선: 점 3개.\nFigure."),
        figure(too_coarse=True),
        figure(source="plot_loss_curve(losses)"),
        figure("그림. 도형: 3개.\nFigure. shapes: 3.", heard="그림.\nFigure."),
    ],
    written.begins_with_title_and_setup: [
        [code("import torch")],
        [code('show_language("ko")', tag="language-switch")],
    ],
    written.keeps_cells_short: [[code()] * 3, [code("1\n" * 26)], [code("")]],
    written.imports_only_what_learners_have: [
        [code("import jupytext")],
        [code("from tools.course import main")],
    ],
    once.shares_no_prose: [
        [shared("## Only English")],
        [shared("## 제목 · Title\n\nProse.")],
        [shared("$$a = b$$\n\nProse.")],
        [shared("- [A paper](https://a.org) (1986) explains it · 논문")],
        [shared("- [A paper](https://a.org) (1986): a note in one language")],
        [shared("- Prose.")],
    ],
    once.displays_formulas_once: [
        pair("다음과 같습니다.\n\n$$a = b$$", "As follows."),
        pair("다음과 같습니다.", "As follows.\n\n$$a = b$$"),
        solution(said("$$a = b$$", "As above.")),
        [shared("$$a = b$$"), shared("$$c = d$$\n\n$$a = b$$")],
    ],
    solutions.folds_solutions: [
        [shared("```python\n1\n```", "solution")],
        solution("```python\n1\n```", summary="Solution 1"),
        solution(said("더합니다.", "Add.") + "\n```python\n1\n```"),
        solution(said("더합니다.", "Add.").partition('\n\n<div lang="en')[0]),
        solution(said("더합니다.", "Add.\n\n</div>\n\n<div>\n\nMore.")),
        solution(said("더합니다.", "Add.").replace(' style="word-break: keep-all"', "")),
        solution("```python\n1\n```\n\n```python\n2\n```"),
        solution("Add."),
        [new_markdown_cell(text("ko", "가").source, metadata={"tags": ["lang-ko", "solution"]})],
    ],
    slides.tags_its_prose_with_known_words: [pair("줄어듭니다.", "It falls.", "clam")],
    slides.shows_on_slides_what_fits: [
        [code("1\n" * 13, tag="slide")],
        [code("1", new_output("stream", text="1\n" * 16), tag="slide")],
        [*pair("얼마일까요?", "How much?", "predict"), code("1\n" * 13)],
        [shared("## 손실 · Loss", "slide")],
        pair("줄어듭니다.", "It falls.", "claim", "slide"),
    ],
    slides.claims_what_a_slide_shows: [
        pair("줄어듭니다.", "It falls.", "claim"),
        [code(tag="slide"), shared("## 손실 · Loss"), *pair("줄어듭니다.", "It falls.", "claim")],
        [code(tag="slide"), *pair("줄어듭니다.", "It falls.", "claim") * 2],
        [code(tag="slide"), *pair("줄어듭니다.", "It falls. It stops.", "claim")],
        [code(tag="slide"), *pair("줄어듭니다", "It falls", "claim")],
        [code(tag="slide"), *pair("줄어듭니다.", f"It {'really ' * 14}falls.", "claim")],
    ],
    pairs.pairs_its_languages: [
        [text("ko", "혼자입니다.")],
        [text("en", "Alone.")],
        pair("첫째", "first")[::-1],
        [shared("가", "lang-ko"), text("en", "a")],
        [shared('<div lang="ko">\n\n가\n\n</div>', "lang-ko"), text("en", "a")],
    ],
    bets.bets_on_few_answers: [
        [*bet("얼마나 줄까요?", "By how much?"), shared("## 제목 · Title")],
        [*bet("얼마나 줄까요?", "By how much?"), answer(), code()],
        [*bet("얼마나 줄까요?", "By how much?", answers=1), answer()],
        [*bet("얼마나 줄까요?", "By how much?", answers=5), answer()],
        [*bet("줄어듭니다.", "By how much?"), answer()],
        [*pair("얼마나 줄까요?\n\n- 1\n- 2", "By how much?\n\n- 1\n- 2", "predict"), answer()],
    ],
    bets.folds_what_answers_a_bet: [
        [*bet("얼마나 줄까요?", "By how much?"), code("1", new_output("stream", text="1"))],
        [*bet("얼마나 줄까요?", "By how much?"), code("1", jupyter={"outputs_hidden": True})],
        [answer()],
        [new_markdown_cell("## 제목 · Title", metadata={"jupyter": {"source_hidden": True}})],
    ],
    twice.says_the_same_twice: [
        pair("손실은 713입니다.", "The loss is 731."),
        pair("$a^2$입니다.", "It is $a^3$."),
        pair("`sum`입니다.", "It is `mean`."),
        pair("[여기](01.ipynb)", "[here](02.ipynb)"),
        solution(said("손실은 713입니다.", "The loss is 731.")),
    ],
    computed.computes_its_numbers: [
        pair("손실은 714입니다.", "The loss is 714."),
        pair("8.1e-05입니다.", "It is 8.1e-05."),
        pair("`(64, 200)`입니다.", "It is `(64, 200)`."),
        solution(said("손실은 714입니다.", "The loss is 714.")),
    ],
    words.uses_the_glossary: [
        [code('ax.set_ylabel("기울기 · gradient")')],
        solution("```python\n1  # 파라미터\n```"),
    ],
    words.gives_the_english_term_once: [
        pair("옵티마이저를 씁니다.", "Use an optimizer."),
        pair("텐서(Tensor)는 텐서(Tensor)입니다.", "A Tensor is a Tensor."),
        solution(said("옵티마이저를 씁니다.", "Use an optimizer.")),
    ],
    words.avoids_bad_habits: [
        pair("모델은(는) 함수입니다.", "A model is a function."),
        pair("초기화합니다.", "This is the initialisation."),
        solution(said("더합니다.", "Simply add.")),
    ],
}

# What keeps every rule there.
KEPT = {
    "formulas": [shared("$$a = b$$\n\n$$c = d$$")],
    "references": [
        shared(
            "- A. Author. [A paper](https://a.org/b_(c)) (1986)\n"
            "- [종이: 둘](https://a.org): 짧은 글 · a short text"
        )
    ],
    "a solution in code": solution("```python\n1\n```"),
    "a solution in words": solution(said("더합니다.", "Add.")),
    "a solution with a formula": solution(
        said("더합니다.", "Add.") + "\n\n$$a + b$$\n\n" + said("끝입니다.", "That is all.")
    ),
}


def with_behind_the_title(cells):
    """Return the first lesson with cells behind its title."""
    lesson = read_notebook(LESSONS[0])
    lesson.cells[1:1] = copy.deepcopy(cells)
    return lesson


def test_a_figure_is_heard_as_it_is_described():
    first, second = figure("그림. 선 '<x>'.\nFigure. line '<x>'."), figure()
    assert list(figures.describes_its_figures(new_notebook(cells=first + second))) == []
    del first[0].outputs[1]
    (broken,) = figures.describes_its_figures(new_notebook(cells=first + second))
    assert "does not get" in broken


@pytest.mark.parametrize("rule", form.RULES, ids=lambda rule: rule.__name__)
def test_rule_sees_what_breaks_it(rule):
    for cells in BROKEN[rule]:
        assert list(rule(with_behind_the_title(cells)))


def test_a_bet_with_its_answer_is_sound():
    cells = [*bet("얼마나 줄까요?", "By how much?"), answer(), *pair("줄었습니다.", "It fell.")]
    lesson = with_behind_the_title(cells)
    assert [*bets.bets_on_few_answers(lesson), *bets.folds_what_answers_a_bet(lesson)] == []


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("수업 95부터 97까지입니다.", "Lessons 95 to 97."),
        ("수업 95나 97입니다.", "Lessons 95 or 97."),
        ("수업 95, 96, 97입니다.", "Lessons 95, 96, and 97."),
        ("| [97](97_end.ipynb) | 끝 | 없음 |", "| [97](97_end.ipynb) | The end | none |"),
    ],
)
def test_numbers_of_lessons_need_no_cell_that_computes_them(ko, en):
    assert list(computed.computes_its_numbers(with_behind_the_title(pair(ko, en)))) == []


@pytest.mark.parametrize("kind", KEPT)
def test_what_both_languages_share_keeps_every_rule(kind):
    assert broken(with_behind_the_title(KEPT[kind])) == broken(read_notebook(LESSONS[0]))


def broken(notebook):
    """Return the names of the rules that a notebook breaks."""
    return [rule.__name__ for rule in form.RULES if list(rule(notebook))]


def test_the_terms_in_the_map_wait_for_their_lesson():
    row = "| [98](98_end.ipynb) | 옵티마이저 | 옵티마이저와 모멘텀 |"
    notebook = with_behind_the_title(pair(row, "| [98](98_end.ipynb) | Optimizers | optimizers |"))
    assert list(words.gives_the_english_term_once(notebook)) == []


def test_claims_about_slides_and_about_bets_are_welcome():
    claim = pair("손실이 1.5에서 0으로 줄어듭니다.", "The loss falls from 1.5 to 0.", "claim")
    for shown in ([code(tag="slide")], [*pair("얼마일까요?", "How much?", "predict"), code()]):
        assert list(slides.claims_what_a_slide_shows(with_behind_the_title(shown + claim))) == []


def test_code_that_a_figure_or_a_result_stands_for_may_be_long_on_a_slide():
    long = "1\n" * 13
    (drawn,) = figure(source=long)
    drawn.metadata["tags"] = ["slide"]
    printed = code(long, new_output("stream", text="1"), tag="slide")
    for cell in (drawn, printed):
        assert list(slides.shows_on_slides_what_fits(with_behind_the_title([cell]))) == []
