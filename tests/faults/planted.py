"""Faults that a maintainer could make, each with the test that must notice it.

    python tests/faults/planted.py    print them as a table in Markdown

Tests of the suite `faults` plant them, one at a time, in a copy of the course.
"""

import json
from collections.abc import Callable
from typing import NamedTuple


class Fault(NamedTuple):
    """A change of one file, the test that must fail, and what the test must say."""

    name: str
    file: str
    change: Callable[[str], str]
    noticed_by: str
    because: str


class NotPlantedError(Exception):
    """The file no longer holds what a fault would change."""


def replace(old, new):
    """Return a change of a text that must occur once."""

    def change(text):
        if text.count(old) != 1:
            raise NotPlantedError(f"found {text.count(old)} times, not once: {old}")
        return text.replace(old, new)

    return change


def in_cells(edit):
    """Return a change of a notebook's list of cells."""

    def change(text):
        notebook = json.loads(text)
        edit(notebook["cells"])
        return json.dumps(notebook, ensure_ascii=False, indent=1)

    return change


def clear_outputs(cells):
    """Clear all outputs, as JupyterLab does on request."""
    for cell in cells:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}


def lose_a_translation(cells):
    """Remove the first cell of English prose."""
    cells.remove(next(cell for cell in cells if "lang-en" in cell["metadata"].get("tags", [])))


def lose_the_tags(cells):
    """Leave the first cell that has tags without them."""
    next(cell for cell in cells if cell["metadata"])["metadata"] = {}


def ignore_the_losses(cells):
    """Tag the cell that prints the losses as one that nbval does not compare."""
    cell_with(cells, "{losses[t]:.3g}")["metadata"]["tags"] = ["nbval-ignore-output"]


def store_a_warning(cells):
    """Store a warning as the cell that prints the losses would leave it."""
    outputs = cell_with(cells, "{losses[t]:.3g}")["outputs"]
    outputs.append({"output_type": "stream", "name": "stderr", "text": ["UserWarning"]})


def cell_with(cells, code):
    """Return the one cell that holds some code."""
    found = [cell for cell in cells if code in "".join(cell["source"])]
    if len(found) != 1:
        raise NotPlantedError(f"found in {len(found)} cells, not in one: {code}")
    return found[0]


LESSON = "notebooks/00_whole_program.ipynb"
SCRIPT = "notebooks/00_whole_program.py"
DDP = "notebooks/train_with_ddp.py"
HELPERS = "src/tutorial_helpers"


def of_rule(name):
    """Return the test that lesson 00 keeps a rule."""
    return f"tests/proofreading/test_form.py::test_lesson_keeps_rule[{name}-00_whole_program]"


KOREAN = "tests/proofreading/test_korean.py::test_korean_keeps_every_check[00_whole_program]"
LESSON_00 = "tests/lessons/test_lesson_00.py::"
TRAINING = "tests/helpers/test_training.py::"
BARE_LOOP = f"{TRAINING}test_does_bit_for_bit_what_the_bare_loop_does[dtype0]"
TWO_STEPS = "tests/lessons/test_train_with_ddp.py::test_runs_from_a_folder_with_a_difficult_name"

# The program of lesson 00 in its notebook, which nbval runs and compares.
PROGRAM = [
    Fault(
        "no zero_grad",
        LESSON,
        replace('    "    model.zero_grad()\\n",\n', ""),
        LESSON,
        "- t: 100   loss: 1",
    ),
    Fault(
        "zero_grad after backward",
        LESSON,
        replace(
            '    model.zero_grad()\\n",\n    "    loss.backward()  # 역전파 · backward pass\\n"',
            '    loss.backward()\\n",\n    "    model.zero_grad()\\n"',
        ),
        LESSON,
        "unsupported operand type(s) for *: 'float' and 'NoneType'",
    ),
    Fault(
        "plus for minus",
        LESSON,
        replace("param -= learning_rate", "param += learning_rate"),
        LESSON,
        "- t: 100   loss: nan",
    ),
    Fault(
        "mean for sum",
        LESSON,
        replace(r"MSELoss(reduction=\"sum\")", r"MSELoss(reduction=\"mean\")"),
        LESSON,
        "- loss: 1.11",
    ),
    Fault(
        "twice the learning rate",
        LESSON,
        replace("learning_rate = 1e-4", "learning_rate = 2e-4"),
        LESSON,
        "- t: 100   loss: 0.0",
    ),
    Fault(
        "learning rate 1 % too large",
        LESSON,
        replace("learning_rate = 1e-4", "learning_rate = 1.01e-4"),
        LESSON,
        "- t: 100   loss: 2.29",
    ),
    Fault(
        "no ReLU",
        LESSON,
        replace(r'    "        nn.ReLU(),\n",' + "\n", ""),
        LESSON,
        "+   (1): ReLU()",
    ),
    Fault(
        "no bias",
        LESSON,
        replace("nn.Linear(H, D_out),", "nn.Linear(H, D_out, bias=False),"),
        LESSON,
        "=10, bias=False)",
    ),
    Fault(
        "other seed of the data",
        LESSON,
        replace("manual_seed(1)", "manual_seed(0)"),
        LESSON,
        "- loss: 665",
    ),
    Fault(
        "one step too many",
        LESSON,
        replace("for t in range(500):", "for t in range(501):"),
        LESSON,
        "선 '손실': 점 501개",
    ),
    Fault(
        "nothing plotted",
        LESSON,
        replace(r'    "plot_loss_curve(losses)\n",' + "\n", ""),
        LESSON,
        "Missing output fields from running code: {'text/plain'}",
    ),
]

# What else can go wrong while a notebook is edited, run and stored.
NOTEBOOK = [
    Fault(
        "stale output",
        LESSON,
        replace('"loss: 713\\n"', '"loss: 712\\n"'),
        LESSON,
        "+ loss: 712",
    ),
    Fault(
        "a time in a compared cell",
        LESSON,
        replace("   loss: {losses[t]:.3g}", "   time: {__import__('time').time()}"),
        LESSON,
        "- t:   0   time: ",
    ),
    Fault(
        "cleared outputs",
        LESSON,
        in_cells(clear_outputs),
        of_rule("is_executed_in_order"),
        "execution count None, expected 1",
    ),
    Fault(
        "cells run out of order",
        LESSON,
        replace('"execution_count": 7,', '"execution_count": 14,'),
        of_rule("is_executed_in_order"),
        "execution count 14, expected 7",
    ),
    Fault(
        "a model that a second run goes on training",
        SCRIPT,
        replace("model = make_model()\nlearning_rate", "learning_rate"),
        "tests/lessons/test_cells_run_twice.py::test_cells_run_twice_show_what_is_stored[00_whole_program]",
        "At index 0 diff: ('t:   0   loss: 1.8",
    ),
    Fault(
        "a warning stored from stderr",
        LESSON,
        in_cells(store_a_warning),
        of_rule("keeps_no_errors"),
        "an error or stderr in the stored outputs",
    ),
    Fault(
        "losses that nbval shall not compare",
        LESSON,
        in_cells(ignore_the_losses),
        of_rule("ignores_only_times_and_devices"),
        "ignored, though its output tells of no time and no device",
    ),
    Fault(
        "a figure stored without an axis label",
        LESSON,
        replace("세로축: 손실, 로그 눈금", "세로축: 로그 눈금"),
        of_rule("describes_its_figures"),
        "a curve without a name at its 세로축",
    ),
    Fault(
        "an .ipynb edited without its .py",
        LESSON,
        replace("# 갱신 · update", "# 옮기기 · update"),
        "tests/proofreading/test_form.py::test_script_and_notebook_hold_the_same_cells"
        "[00_whole_program]",
        "run: make notebooks",
    ),
    Fault(
        "a package that learners lack",
        LESSON,
        replace('"import torch\\n",', '"import numpy\\n",\n    "import torch\\n",'),
        of_rule("imports_only_what_learners_have"),
        "imports numpy",
    ),
    Fault(
        "missing translation",
        LESSON,
        in_cells(lose_a_translation),
        of_rule("pairs_its_languages"),
        "a language cell without its partner",
    ),
    Fault(
        "untagged cell",
        LESSON,
        in_cells(lose_the_tags),
        of_rule("shares_headings_only"),
        "shared, but not one heading",
    ),
    Fault(
        "a number changed in one language only",
        LESSON,
        replace("학습하기 전의 손실은 713입니다", "학습하기 전의 손실은 731입니다"),
        of_rule("says_the_same_twice"),
        "numbers only in Korean ['731'], only in English ['713']",
    ),
    Fault(
        "a number that no cell computes",
        LESSON,
        replace("매개변수는 101,110개나", "매개변수는 101,101개나"),
        of_rule("computes_its_numbers"),
        "101,101 is neither in the code nor in an output",
    ),
    Fault(
        "a number in a guide that does not come out",
        "docs/teaching/00_whole_program.ipynb",
        replace("The first loss is 666", "The first loss is 667"),
        "tests/lessons/test_guides_claims.py::test_every_number_of_a_guide_is_computed[00_whole_program]",
        "667 is neither in the code nor in an output",
    ),
    Fault(
        "a term without its English",
        LESSON,
        replace("변화도(gradient)는", "변화도는"),
        of_rule("gives_the_english_term_once"),
        "'변화도' is first used without (gradient)",
    ),
    Fault(
        "a glossary variant in code",
        LESSON,
        replace("# 갱신 · update", "# 업데이트 · update"),
        of_rule("uses_the_glossary"),
        "'업데이트', the course says '갱신'",
    ),
    Fault(
        "a broken link between lessons",
        LESSON,
        replace("[01 무작위 데이터](01_random_data.ipynb)", "[01 무작위 데이터](01_data.ipynb)"),
        "tests/lessons/test_links.py::test_links_lead_somewhere[00_whole_program]",
        "AssertionError: 01_data.ipynb",
    ),
    Fault(
        "a wrong solution",
        LESSON,
        replace("if losses[t] < 1:", "if losses[t] > 1:"),
        "tests/exercises/test_exercises.py::test_the_code_of_the_solution_is_right"
        "[00_whole_program-check_first_step_below_1]",
        "assert 'value' == 'right'",
    ),
]

# What tests see that read the .py, written without the course's own helpers.
SCRIPTS = [
    Fault(
        "learning rate 1 % too large in the .py",
        SCRIPT,
        replace("learning_rate = 1e-4", "learning_rate = 1.01e-4"),
        f"{LESSON_00}test_trains_as_torch_optim_does",
        "Max relative difference: 0.12",
    ),
    Fault(
        "linear scale in the .py",
        SCRIPT,
        replace("plot_loss_curve(losses)", 'plot_loss_curve(losses).set_yscale("linear")'),
        f"{LESSON_00}test_from_one_horizontal_line_to_the_next_the_loss_falls_to_a_tenth",
        "Mismatched elements: 7 / 7",
    ),
    Fault(
        "wrong curve in the .py",
        SCRIPT,
        replace("plot_loss_curve(losses)", "plot_loss_curve(losses[1:])"),
        f"{LESSON_00}test_the_curve_shows_the_loss_of_each_step",
        "At index 0 diff: [0.0, ",
    ),
    Fault(
        "an answer left in an exercise",
        SCRIPT,
        replace(
            "def sum_of_squares(y_pred, y):\n    return None",
            "def sum_of_squares(y_pred, y):\n    return ((y_pred - y) ** 2).sum()",
        ),
        f"{LESSON_00}test_solution_2_is_the_sum_of_the_squares[blank]",
        "[XPASS(strict)]",
    ),
    Fault(
        "a digit too many",
        SCRIPT,
        replace("loss: {losses[t]:.3g}", "loss: {losses[t]:.6g}"),
        "tests/lessons/test_margins.py::test_printed_digits_hold_with_room_to_spare[00_whole_program]",
        "losses[t] could be written",
    ),
    Fault(
        "Korean and mathematics in one label",
        SCRIPT,
        replace("plot_loss_curve(losses)", 'plot_loss_curve(losses, label="손실 $L$")'),
        "tests/lessons/test_figures.py::test_no_text_in_a_figure_mixes_korean_and_mathematics"
        "[00_whole_program]",
        "mixes_korean_and_mathematics('손실 $L$')",
    ),
    Fault(
        "a wrong Korean particle",
        SCRIPT,
        replace("# 손실은 예측이", "# 손실는 예측이"),
        KOREAN,
        "attaches_particles_to_words",
    ),
    Fault(
        "a formula of lesson 03 without its 2",
        "notebooks/03_loss.ipynb",
        replace("d_y_pred = 2 * (y_pred - y)", "d_y_pred = (y_pred - y)"),
        "notebooks/03_loss.ipynb",
        "Greatest relative difference: 0.5 at index (0, 0)",
    ),
    Fault(
        "no factor in the script for several processes",
        DDP,
        replace("factor = 1 if unscaled else world_size", "factor = 1"),
        TWO_STEPS,
        "assert tensor(0.0422) < 1e-05",
    ),
    Fault(
        "the same share for each process",
        DDP,
        replace(
            "slice(rank * N // world_size, (rank + 1) * N // world_size)",
            "slice(0, N // world_size)",
        ),
        TWO_STEPS,
        "assert tensor(0.1004) < 1e-05",
    ),
    Fault(
        "another script than lesson 08 shows",
        DDP,
        replace("# 자기 몫만 · only its own rows", "# its own rows"),
        "tests/lessons/test_lesson_08.py::test_the_script_is_shown_in_full",
        'E   assert \'"""Train',
    ),
]

# The helpers.
IN_HELPERS = [
    Fault(
        "train: plus for minus",
        f"{HELPERS}/training.py",
        replace("param -= learning_rate", "param += learning_rate"),
        BARE_LOOP,
        "The loss at step 17 is inf.",
    ),
    Fault(
        "train: learning rate 1 % too large",
        f"{HELPERS}/training.py",
        replace("param -= learning_rate", "param -= 1.01 * learning_rate"),
        BARE_LOOP,
        "At index 1 diff",
    ),
    Fault(
        "train: no zero_grad",
        f"{HELPERS}/training.py",
        replace("        model.zero_grad()\n", ""),
        BARE_LOOP,
        "At index 2 diff",
    ),
    Fault(
        "train: one loss too few",
        f"{HELPERS}/training.py",
        replace("    return losses\n", "    return losses[1:]\n"),
        BARE_LOOP,
        "Right contains one more item",
    ),
    Fault(
        "train: only the last loss",
        f"{HELPERS}/training.py",
        replace("    return losses\n", "    return losses[-1]\n"),
        BARE_LOOP,
        "e-05 == [712.5",
    ),
    Fault(
        "train: inf taken for a loss",
        f"{HELPERS}/training.py",
        replace("if not math.isfinite(losses[t])", "if math.isnan(losses[t])"),
        f"{TRAINING}test_stops_at_the_first_loss_that_is_not_finite",
        "- 7단계의 손실이 nan입니다.",
    ),
    Fault(
        "train: not the one that lesson 04 writes",
        f"{HELPERS}/training.py",
        replace("        model.zero_grad()\n", "        model.zero_grad(set_to_none=True)\n"),
        "tests/lessons/test_lesson_04.py::test_the_lesson_writes_the_train_of_the_helpers",
        "- keywords=[keyword(arg='set_to_none'",
    ),
    Fault(
        "make_random_data: y first",
        f"{HELPERS}/data.py",
        replace(
            "    x = torch.randn(n, d_in, generator=generator, device=generator.device)\n"
            "    y = torch.randn(n, d_out, generator=generator, device=generator.device)\n",
            "    y = torch.randn(n, d_out, generator=generator, device=generator.device)\n"
            "    x = torch.randn(n, d_in, generator=generator, device=generator.device)\n",
        ),
        "tests/helpers/test_data.py::test_draws_x_first_then_y",
        "Mismatched elements: 15 / 15",
    ),
    Fault(
        "make_random_data: generator ignored",
        f"{HELPERS}/data.py",
        replace("torch.randn(n, d_out, generator=generator, ", "torch.randn(n, d_out, "),
        "tests/helpers/test_data.py::test_leaves_the_global_random_numbers_alone",
        "where False = <built-in method equal",
    ),
    Fault(
        "make_random_data: an example that is no longer true",
        f"{HELPERS}/data.py",
        replace("(torch.Size([64, 1000]), torch.Size([64, 10]))", "((64, 1000), (64, 10))"),
        f"{HELPERS}/data.py",
        "Expected:\n    ((64, 1000), (64, 10))",
    ),
    Fault(
        "plot_loss_curve: linear scale",
        f"{HELPERS}/plots.py",
        replace('    ax.set_yscale("log")\n', ""),
        "tests/helpers/test_plots.py::test_draws_one_point_a_step_on_a_logarithmic_axis[losses0]",
        "('linear', 'linear') == ('linear', 'log')",
    ),
    Fault(
        "plot_loss_curve: no label",
        f"{HELPERS}/plots.py",
        replace('    ax.set_ylabel(in_language("손실 · loss"))\n', ""),
        "tests/helpers/test_plots.py::test_labels_in_the_chosen_language[both-labels0]",
        "At index 1 diff: '' != '손실 · loss'",
    ),
    Fault(
        "plot_loss_curve: nothing drawn",
        f"{HELPERS}/plots.py",
        replace("ax.plot(range(len(losses)), losses, ", "ax.plot([], [], "),
        "tests/helpers/test_plots.py::test_draws_one_point_a_step_on_a_logarithmic_axis[losses0]",
        "assert [] == [[0, 100.0]",
    ),
    Fault(
        "progress: a message a step",
        f"{HELPERS}/progress.py",
        replace("math.ceil(length / REFRESHES)", "1"),
        "tests/helpers/test_progress.py::test_a_kernel_sends_few_messages_and_little_text",
        " <= 35\nE    +  where 5",
    ),
    Fault(
        "setup_notebook: all threads",
        f"{HELPERS}/notebook.py",
        replace("        torch.set_num_threads(1)\n", "        pass\n"),
        "tests/helpers/test_setup_notebook.py::test_one_thread_unless_somebody_chose",
        "assert 2 == 1",
    ),
    Fault(
        "setup_notebook: figures without a description",
        f"{HELPERS}/notebook.py",
        replace('    shell.run_line_magic("matplotlib", "inline")\n', ""),
        LESSON,
        "- <Figure size 700x380 with 1 Axes>",
    ),
    Fault(
        "describe_figure: always the first line",
        f"{HELPERS}/describe.py",
        replace("kind, n, values = _line(ax, line)", "kind, n, values = _line(ax, ax.lines[0])"),
        "tests/helpers/test_describe.py::test_names_every_line",
        "line 'B': 2 points, from (0, 1) to (1, 2)",
    ),
    Fault(
        "fonts: Korean before the minus sign",
        f"{HELPERS}/fonts.py",
        replace('["DejaVu Sans", "NanumGothic"]\n_FILES', '["NanumGothic", "DejaVu Sans"]\n_FILES'),
        "tests/helpers/test_fonts.py::test_no_glyph_is_missing",
        "does not have a glyph",
    ),
    Fault(
        "show_language: both shows neither",
        f"{HELPERS}/language.py",
        replace('if self.language in (lang, "both") else', "if self.language == lang else"),
        "tests/helpers/test_language.py::test_the_style_states_both_languages_in_its_own_notebook_only"
        "[both-displays2]",
        "assert {'ko': 'none', 'en': 'none'} == ",
    ),
    Fault(
        "an exercise that accepts everything",
        f"{HELPERS}/exercises/engine.py",
        replace(
            "difference(expected.result, outcome.result) is",
            "difference(outcome.result, outcome.result) is",
        ),
        "tests/exercises/test_exercises.py::test_a_known_mistake_is_told_by_its_own_words"
        "[00_whole_program-check_sum_of_squares-mean_of_squares]",
        "AssertionError: That is right.",
    ),
]

# What is promised around the course.
PROMISES = [
    Fault(
        "environment.yml: a name that conda-forge does not know",
        "environment.yml",
        replace("pytorch-cpu>=2.6", "torch>=2.6"),
        "tests/repository/test_packaging.py::test_conda_and_pip_ask_for_the_same",
        "Right contains 1 more item:\nE     {'pytorch-cpu'",
    ),
    Fault(
        "constraints.txt: a version missing",
        "constraints.txt",
        replace("tqdm==", "# tqdm=="),
        "tests/repository/test_packaging.py::test_a_tested_version_is_pinned_and_in_range[tqdm]",
        "KeyError: 'tqdm'",
    ),
    Fault(
        "README: a lesson missing from the table",
        "README.md",
        replace(
            "| [03](notebooks/03_loss.ipynb) | 손실 | "
            "제곱의 합과 평균, 변화도를 구하는 세 가지 방법 |\n",
            "",
        ),
        "tests/lessons/test_links.py"
        "::test_the_map_the_neighbours_the_tables_and_the_list_are_up_to_date",
        "run: make notebooks",
    ),
    Fault(
        "README: a command changed in one language only",
        "README.md",
        replace("make test    # runs all", "make check   # runs all"),
        "tests/repository/test_readme.py::test_both_halves_have_the_same_code[README.md]",
        "'make lab\\nmake check\\n'",
    ),
]

EDITIONS = "tests/editions/test_editions.py::"
PLUG_INS = "src/tutorial_editions"

# The editions that are made from the lessons.
IN_EDITIONS = [
    Fault(
        "editions: both languages in one of one language",
        f"{PLUG_INS}/language.py",
        replace('return self.language == "both" or language_of', "return True or language_of"),
        f"{EDITIONS}test_an_edition_has_the_prose_of_one_language_and_the_code_of_both"
        "[00_whole_program-ko]",
        """assert not ['<div lang="en">""",
    ),
    Fault(
        "editions: solutions in one without solutions",
        f"{PLUG_INS}/language.py",
        replace(' or ("solution" in tags and not self.solutions)', ""),
        f"{EDITIONS}test_without_solutions_and_without_outputs",
        "assert not ['<div lang",
    ),
    Fault(
        "editions: helpers speak both languages",
        f"{PLUG_INS}/language.py",
        replace("""f'setup_notebook("{self.language}")'""", '"setup_notebook()"'),
        f"{EDITIONS}test_helpers_speak_the_language_of_the_edition[ko]",
        'setup_notebook("ko")',
    ),
    Fault(
        "handouts: a description in the other language",
        f"{PLUG_INS}/language.py",
        replace('text = description_in(language, data["text/plain"])', 'text = data["text/plain"]'),
        f"{EDITIONS}test_every_figure_has_its_description_in_each_language[00_whole_program]",
        'At index 0 diff: ("그림',
    ),
    Fault(
        "handouts: a script from the network",
        f"{PLUG_INS}/templates/handout/index.html.j2",
        replace("</head>", '<script src="https://example.org/a.js"></script></head>'),
        f"{EDITIONS}test_a_handout_is_one_file_without_scripts[00_whole_program]",
        "https://example.org/a.js",
    ),
    Fault(
        "handouts: formulas left in LaTeX",
        f"{PLUG_INS}/maths.py",
        replace("return to_mathml(body, display=False)", "return super().inline_math(body)"),
        f"{EDITIONS}test_no_formula_is_left_in_latex[00_whole_program]",
        "assert 2 == ",
    ),
    Fault(
        "editions: made again each time",
        "tools/build_cache.py",
        replace("        self.keys[product.path] = product.key\n", ""),
        f"{EDITIONS}test_a_second_call_makes_nothing_and_what_is_not_asked_for_is_removed",
        "assert not True",
    ),
    Fault(
        "figures: curves that differ by color alone",
        f"{HELPERS}/style.py",
        replace('LINE_STYLES = ["-", "--", "-.", ":", ', 'LINE_STYLES = ["-", "-", "-", "-", '),
        "tests/lessons/test_figures.py::test_curves_are_told_apart_without_color[03_loss]",
        "look alike",
    ),
]

FAULTS = [*IN_EDITIONS, *PROGRAM, *NOTEBOOK, *SCRIPTS, *IN_HELPERS, *PROMISES]


def table():
    """Return the faults as a table in Markdown."""
    rows = [
        f"| {fault.name} | `{fault.noticed_by}` | `{fault.because.splitlines()[0]}` |"
        for fault in FAULTS
    ]
    return "\n".join(["| fault | noticed by | because |", "|:--|:--|:--|", *rows])


if __name__ == "__main__":
    print(table())
