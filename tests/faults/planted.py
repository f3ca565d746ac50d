"""Faults that a maintainer could make, each with the test that must notice it.

    python tests/faults/planted.py    print them as a table in Markdown

test_planted_faults.py plants them, one at a time, in a copy of the course.
"""

import re
from typing import NamedTuple


class NotPlantedError(Exception):
    """The file no longer holds what a fault would change."""


class Fault(NamedTuple):
    """A change of one file, the test that must fail, and what the test must say.

    The change is a piece of the file in which «old→new» stands for what is changed.
    """

    name: str
    file: str
    change: str
    noticed_by: str
    because: str

    def planted_in(self, text):
        """Return the file's text with the change made, which must fit in one place."""
        old, new = (re.sub("(?s)«(.*?)→(.*?)»", part, self.change) for part in (r"\1", r"\2"))
        if text.count(old) != 1:
            raise NotPlantedError(f"found {text.count(old)} times, not once: {old}")
        return text.replace(old, new)


# For each file, and each test that notices something in it, the faults: name, change, and what
# the test must say. ⏎ is the end of a line.
TABLE = r'''
notebooks/00_whole_program.ipynb
  notebooks/00_whole_program.ipynb
    no zero_grad
      "    «model.zero_grad()→pass»  # 3
      - t: 100   loss: 1
    zero_grad after backward
      model.«zero_grad()→eval()»  # 3 지우기 · clear\n",⏎    "    loss.backward()«→; model.zero_grad()»
      unsupported operand type(s) for *: 'float' and 'NoneType'
    plus for minus
      param «-→+»= learning_rate
      - t: 100   loss: nan
    mean for sum
      loss_fn = nn.MSELoss(reduction=\"«sum→mean»\")
      - loss: 1.11
    twice the learning rate
      learning_rate = «1→2»e-4
      - t: 100   loss: 0.0
    learning rate 1 % too large
      learning_rate = 1«→.01»e-4
      - t: 100   loss: 2.29
    no ReLU
      "        «nn.ReLU(),→»
      it is Sequential(Linear, Linear).
    no bias
      nn.Linear(H, D_out«→, bias=False»),
      도형 '순전파': 9개
    other seed of the data
      manual_seed(«1→0»)
      - loss: 665
    one step too many
      snapshots = [], {}\n",⏎    "for t in range(50«0→1»):
      선 '손실': 점 501개
    wrong curve
      plot_loss_curve(losses«→[1:]»)\n
      선 '손실': 점 499개
    linear scale
      plot_loss_curve(losses)«→.set_yscale(\"linear\")»\n
      세로축: 손실. 선 '손실'
    nothing plotted
      "«plot_loss_curve(losses)→pass»\n
      Missing output fields from running code: {'text/
    stale output
      "loss: 71«3→2» ->
      + loss: 712
    a time in a compared cell
         «loss: {losses[t]:.3g}→time: {__import__('time').time()}»
      - t:   0   time:
  tests/proofreading/test_form.py::test_lesson_keeps_rule[is_executed_in_order-00_whole_program]
    cleared outputs
      "execution_count": «7→null»,
      execution count None, expected 7
    cells run out of order
      "execution_count": «7→14»,
      execution count 14, expected 7
  tests/proofreading/test_form.py::test_lesson_keeps_rule[keeps_no_errors-00_whole_program]
    a warning stored from stderr
      std«out→err»",⏎     "output_type": "stream",⏎     "text": [⏎      "t:   0
      an error or stderr in the stored outputs
  tests/proofreading/test_form.py::test_lesson_keeps_rule[ignores_only_times_and_devices-00_whole_program]
    losses that nbval shall not compare
      "slide"«→, "nbval-ignore-output"»⏎    ]⏎   },⏎   "outputs": [⏎    {⏎     "name": "stdout",⏎     "output_type": "stream",⏎     "text": [⏎      "t:   0
      ignored, though its output tells of no time and no device
  tests/proofreading/test_form.py::test_lesson_keeps_rule[describes_its_figures-00_whole_program]
    a figure stored without an axis label
      "그림. 가로축: 단계. 세로축: «손실, →»로그 눈금
      a curve without a name at its 세로축
  tests/proofreading/test_form.py::test_script_and_notebook_hold_the_same_cells[00_whole_program]
    an .ipynb edited without its .py
      # 5 «갱신→옮기기» · update
      run: make notebooks
  tests/proofreading/test_form.py::test_lesson_keeps_rule[imports_only_what_learners_have-00_whole_program]
    a package that learners lack
      "import torch«→, numpy»\n",
      imports numpy
  tests/proofreading/test_form.py::test_lesson_keeps_rule[pairs_its_languages-00_whole_program]
    missing translation
      "lang-«en→ko»",⏎     "language-switch"
      a language cell without its partner
  tests/proofreading/test_form.py::test_lesson_keeps_rule[shares_no_prose-00_whole_program]
    untagged cell
      «"lang-ko",→»⏎     "language-switch"
      shared, but not one heading
  tests/proofreading/test_form.py::test_lesson_keeps_rule[folds_solutions-00_whole_program]
    a solution folded in one language only
      <summary>풀이 1« · Solution 1→»</summary>
      not one triangle
  tests/proofreading/test_form.py::test_lesson_keeps_rule[tags_its_prose_with_known_words-00_whole_program]
    a tag that no slide knows
      «"slide"→"slides"»⏎    ]⏎   },⏎   "source": [⏎    "$$
      tag 'slides', which the course does not use
  tests/proofreading/test_form.py::test_lesson_keeps_rule[says_the_same_twice-00_whole_program]
    a number changed in one language only
      상관이 없고, 손실은 7«13→31»입니다
      numbers only in Korean ['731'], only in English ['713']
  tests/proofreading/test_form.py::test_lesson_keeps_rule[computes_its_numbers-00_whole_program]
    a number that no cell computes
      바꿀 수 있는 수는 101,1«10→01»개입니다
      101,101 is neither in the code nor in an output
  tests/proofreading/test_form.py::test_lesson_keeps_rule[gives_the_english_term_once-00_whole_program]
    a term without its English
      변화도«(gradient)→»와
      '변화도' is first used without (gradient)
  tests/proofreading/test_form.py::test_lesson_keeps_rule[uses_the_glossary-00_whole_program]
    a glossary variant in code
      # 5 «갱신→업데이트» · update
      '업데이트', the course says '갱신'
  tests/lessons/test_links.py::test_links_lead_somewhere[00_whole_program]
    a broken link between lessons
      [01 무작위 데이터](01_«random_→»data.ipynb)
      AssertionError: 01_data.ipynb
  tests/exercises/test_exercises.py::test_the_code_of_the_solution_is_right[00_whole_program-check_first_step_below_1]
    a wrong solution
      if losses[t] «<→>» 1:
      assert 'value' == 'right'

docs/teaching/00_whole_program.ipynb
  tests/lessons/test_guides_claims.py::test_every_number_of_a_guide_is_computed[00_whole_program]
    a number in a guide that does not come out
      The first loss is 66«6→7»
      667 is neither in the code nor in an output

notebooks/00_whole_program.py
  tests/lessons/test_cells_run_twice.py::test_cells_run_twice_show_what_is_stored[00_whole_program]
    a model that a second run goes on training
      «model = make_model()⏎→»learning_rate
      At index 1 diff: ('t:   0   loss: 1.8
  tests/lessons/test_lesson_00.py::test_trains_as_torch_optim_does
    learning rate 1 % too large in the .py
      learning_rate = 1«→.01»e-4
      Max relative difference: 0.12
  tests/lessons/test_lesson_00.py::test_solution_2_is_the_sum_of_the_squares[blank]
    an answer left in an exercise
      def sum_of_squares(y_pred, y):⏎    return «None→((y_pred - y) ** 2).sum()»
      [XPASS(strict)]
  tests/lessons/test_margins.py::test_printed_digits_hold_with_room_to_spare[00_whole_program]
    a digit too many
      loss: {losses[t]:.«3→6»g}
      losses[t] could be written
  tests/lessons/test_margins.py::test_printed_digits_hold_with_other_numbers_of_threads[00_whole_program]
    a digit that other numbers of threads would change
      loss: {losses[t]:.«3→6»g}
      losses[t] could be written
  tests/lessons/test_figures.py::test_no_text_in_a_figure_mixes_korean_and_mathematics[00_whole_program]
    Korean and mathematics in one label
      plot_loss_curve(losses«→, label="손실 $L$"»)
      mixes_korean_and_mathematics('손실 $L$')
  tests/proofreading/test_korean.py::test_korean_keeps_every_check[00_whole_program]
    a wrong Korean particle
      손실«은→는» 예측이 정답에서
      attaches_particles_to_words

notebooks/03_loss.py
  tests/lessons/test_lesson_03.py::test_the_fewest_entries_with_half_of_the_loss
    one entry too few for half of the loss
      (share < 0.5).sum().item()« + 1→»
      (tensor(712
  tests/lessons/test_lesson_03.py::test_only_the_trapped_model_learns_the_mean
    a trap with equal shapes
      losses_of(trapped, mean_of_squares, y_«flat→column», 64 * 1e-4)
      assert tensor(
  tests/lessons/test_lesson_03.py::test_the_slope_downhill_is_minus_the_norm_of_the_gradient
    a way down that goes up
      downhill = «-→»gradient / torch
      assert 776
  tests/lessons/test_recaps.py::test_the_sentences_hold_and_can_fail[03_loss]
    a learning rate for the mean that is too small
      mean_fn, y, «640 * →»1e-4)
      Tensor-likes are not close

src/tutorial_helpers/squares.py
  tests/helpers/test_squares.py::test_the_pieces_have_the_squares_as_areas_and_fill_the_whole[shape2]
    plot_loss_area: differences, not squared
      .double()« ** 2→.abs()»).flatten()
      Tensor-likes are not close

src/tutorial_helpers/broadcasting.py
  tests/helpers/test_broadcasting.py::test_draws_both_as_torch_stretches_them_and_the_result[--shapes0]
    plot_broadcasting: plus for minus
      one «-→+» other
      Not equal to tolerance

src/tutorial_helpers/exercises/lesson_03.py
  tests/exercises/test_wrong_answers.py::test_a_wrong_answer_is_refused_in_words_that_are_true_of_it[03_loss-check_slope_along-slope_as_a_tensor]
    an exercise that takes a Tensor for a number
      isinstance(found, «(int, float)→(int, float, torch.Tensor)»)
      assert 'right' not in

notebooks/05_update_loop.py
  tests/proofreading/test_mentions.py::test_lessons_are_mentioned_rightly[notebooks-05_update_loop]
    a lesson mentioned by another one's number
      [수업 0«3→4»](03_loss.ipynb)의 변화도를
      [04](03_loss.ipynb): this lesson has the number 03

notebooks/04_backward_pass.ipynb
  notebooks/04_backward_pass.ipynb
    a formula of the backward pass without its 2
      d_y_pred = «2 * →»(y_pred - y)
      Greatest relative difference: 0.5 at index (0, 0)

notebooks/train_with_ddp.py
  tests/lessons/test_train_with_ddp.py::test_runs_from_a_folder_with_a_difficult_name
    no factor in the script for several processes
      factor = 1« if unscaled else world_size→»
      assert tensor(0.0422) < 1e-05
    the same share for each process
      slice(«rank * N // world_size→0», «(rank + 1) * →»N // world_size)
      assert tensor(0.1004) < 1e-05
  tests/lessons/test_lesson_12.py::test_the_script_is_shown_in_full
    another script than the lesson shows
      # «자기 몫만 · →»only its own rows
      E   assert '"""Train

src/tutorial_helpers/training.py
  tests/helpers/test_training.py::test_does_bit_for_bit_what_the_bare_loop_does[dtype0]
    train: plus for minus
      param «-→+»= learning_rate
      The loss at step 17 is inf.
    train: learning rate 1 % too large
      param -= «→1.01 * »learning_rate
      At index 1 diff
    train: no zero_grad
      «model.zero_grad()→pass»⏎
      At index 2 diff
    train: one loss too few
      return losses«→[1:]»⏎
      Right contains one more item
    train: only the last loss
      return losses«→[-1]»⏎
      e-05 == [712.5
  tests/helpers/test_training.py::test_stops_at_the_first_loss_that_is_not_finite
    train: inf taken for a loss
      if «not math.isfinite→math.isnan»(losses[t])
      - 7단계의 손실이 nan입니다.
  tests/lessons/test_lesson_05.py::test_the_lesson_writes_the_train_of_the_helpers
    train: not the one that the lesson writes
      model.zero_grad(«→set_to_none=True»)⏎
      - keywords=[keyword(arg='set_to_none'

src/tutorial_helpers/data.py
  tests/helpers/test_data.py::test_draws_x_first_then_y
    make_random_data: y first
      «x→y» = torch.randn(n, «d_in→d_out», generator=generator, device=generator.device)⏎    «y→x» = torch.randn(n, «d_out→d_in»,
      Mismatched elements: 15 / 15
  tests/helpers/test_data.py::test_leaves_the_global_random_numbers_alone
    make_random_data: generator ignored
      torch.randn(n, d_out, «generator=generator, →»
      where False = <built-in method equal
  src/tutorial_helpers/data.py
    make_random_data: an example that is no longer true
      («torch.Size([64, 1000])→(64, 1000)», «torch.Size([64, 10])→(64, 10)»)
      Expected:⏎    ((64, 1000), (64, 10))

src/tutorial_editions/deck.py
  tests/editions/test_deck.py::test_a_figure_stands_alone_with_its_description_and_without_its_code
    slides: the code of a figure beside it
      if «figures→False»:
      assert ['code', 'output'] == ['figure']

tools/running.py
  tests/commands/test_notebooks.py::test_what_follows_a_bet_is_folded_and_nothing_else
    the answer to a bet in sight
      FOLDED if «answers_a_bet(notebook.cells, place)→False» else
      At index 3 diff: None != {'outputs_hidden': True}

src/tutorial_helpers/loss_curve.py
  tests/helpers/test_loss_curve.py::test_draws_one_point_a_step_on_a_logarithmic_axis[losses0]
    plot_loss_curve: linear scale
      ax.set_yscale("«log→linear»")
      ('linear', 'linear') == ('linear', 'log')
    plot_loss_curve: nothing drawn
      ax.plot(«range(len(losses)), losses→[], []»,
      assert [] == [[0, 100.0]
  tests/helpers/test_loss_curve.py::test_labels_in_the_chosen_language[both-labels0]
    plot_loss_curve: no label
      «ax.set_ylabel("손실 · loss")→pass»
      Right contains one more item: '손실 · loss'

src/tutorial_helpers/progress.py
  tests/helpers/test_progress.py::test_a_kernel_sends_few_messages_and_little_text
    progress: a message a step
      «math.ceil(length / REFRESHES)→1»
       <= 35⏎E    +  where 5

src/tutorial_helpers/notebook.py
  tests/helpers/test_setup_notebook.py::test_one_thread_unless_somebody_chose
    setup_notebook: all threads
      «torch.set_num_threads(1)→pass»
      assert 2 == 1
  notebooks/00_whole_program.ipynb
    setup_notebook: figures without a description
      printer.text(«describe_figure(figure)→str(figure)»)
      - Figure(600x280
    setup_notebook: figures that a screen reader passes over
      «display({"text/html": unseen(describe_figure(figure))}, raw=True)→pass»
      Missing output fields from running code: {'text/html'}

src/tutorial_helpers/describe.py
  tests/helpers/test_describe.py::test_names_every_line
    describe_figure: always the first line
      kind, n, values = _line(ax, «line→ax.lines[0]»)
      line 'B': 2 points, from (0, 1) to (1, 2)

src/tutorial_helpers/fonts.py
  tests/helpers/test_fonts.py::test_no_glyph_is_missing
    fonts: Korean before the minus sign
      ["«DejaVu Sans→NanumGothic»", "«NanumGothic→DejaVu Sans»"]⏎_FILES
      does not have a glyph

src/tutorial_helpers/style.py
  tests/lessons/test_figures.py::test_curves_are_told_apart_without_color[05_update_loop]
    figures: curves that differ by color alone
      LINE_STYLES = ["-", "-«-→»", "-«.→»", "«:→-»",
      look alike

src/tutorial_helpers/choice.py
  tests/helpers/test_choice.py::test_what_is_compared_or_graded_neither_follows_what_was_remembered_nor_changes_it[PYTEST_VERSION]
    a reader's choice that changes what tests compare
      _UNREAD = {«"PYTEST_VERSION", →»"NBGRADER_EXECUTION"}
      AssertionError: assert 'ko' == 'both'

src/tutorial_helpers/labels.py
  tests/helpers/test_labels.py::test_a_figure_drawn_again_speaks_the_language_that_is_chosen_by_then
    labels in two languages for a reader of one
      text._text = «in_language(whole)→whole»
      AssertionError: assert {'가로',

src/tutorial_helpers/switch.py
  tests/helpers/test_switch.py::test_the_style_states_both_languages_in_its_own_notebook_only[both-displays2]
    show_language: both shows neither
      if self.language «in (lang, "both")→== lang» else
      assert {'ko': 'none', 'en': 'none'} ==

src/tutorial_helpers/exercises/engine.py
  tests/exercises/test_exercises.py::test_a_known_mistake_is_told_by_its_own_words[00_whole_program-check_sum_of_squares-mean_of_squares]
    an exercise that accepts everything
      difference(«expected→outcome».result, outcome.result) is
      AssertionError: This check could not be carried out.
  tests/exercises/test_fail_closed.py::test_a_comparison_that_always_says_the_same_makes_a_check_impossible[None]
    an exercise that does not test itself
      «_demand_that_it_tells_apart(expected, wrong)→pass»
      assert 'right' == 'impossible'
  tests/exercises/test_fail_closed.py::test_an_answer_taken_from_the_helpers_is_refused[sum_of_squares0]
    an exercise that takes its own reference for an answer
      if «reading.is_taken(answer)→False»:
      assert 'right' == 'taken'

src/tutorial_helpers/exercises/lesson_02.py
  tests/exercises/test_wrong_answers.py::test_a_wrong_answer_is_refused_in_words_that_are_true_of_it[02_model-check_count_parameters-of_all_parameters]
    an exercise without a model that is not trained
      model[0].requires_grad_(«False→True»)
      right and wrong answers look the same

src/tutorial_helpers/bent_line.py
  tests/helpers/test_bent_line.py::test_draws_each_relu_and_their_sum[bends1]
    plot_bent_line: a sum without its factors
      return sum(«factor * →»max(0, place - bend)
      Not equal to tolerance

src/tutorial_helpers/product.py
  tests/helpers/test_product.py::test_draws_no_product_where_there_is_none
    plot_product: a product of what does not fit
      fits = «inner == other→True»
      'product (64, 10)'

src/tutorial_helpers/network.py
  tests/helpers/test_every_number.py::test_draws_each_number_once_and_the_weights_of_one[sizes0]
    plot_every_number: one number too many
      for i in range(size«→ + 1»)]
      assert [1001, 101, 11] == [1000, 100, 10]

src/tutorial_helpers/exercises/lesson_12.py
  tests/exercises/test_wrong_answers.py::test_every_argument_of_an_exercise_matters[12_many_processes-check_share]
    an exercise in which an argument does not matter
      slices = [answer(N, «other→0», world_size)
      assert 'impossible' not in

src/tutorial_helpers/exercises/surroundings.py
  tests/exercises/test_fail_closed.py::test_an_impossible_check_is_told_in_both_languages_and_without_hints
    exercises: an overwritten name goes unnoticed
      found += «_replaced(space, now)→[]»
      assert '`torch.manual_seed`

src/tutorial_helpers/exercises/trying.py
  tests/exercises/test_fail_closed.py::test_what_an_answer_sets_for_all_of_pytorch_does_not_reach_the_next_case[float64]
    exercises: a data type that an answer chose stays
      in zip(«_SETTINGS, before→(), ()», strict=True)
      assert [torch.float6

environment.yml
  tests/repository/test_packaging.py::test_conda_and_pip_ask_for_the_same
    environment.yml: a name that conda-forge does not know
      «pytorch-cpu→torch»>=2.6
      Right contains 1 more item:⏎E     {'pytorch-cpu'

constraints.txt
  tests/repository/test_packaging.py::test_a_tested_version_is_pinned_and_in_range[tqdm]
    constraints.txt: a version missing
      «→# »tqdm==
      KeyError: 'tqdm'

README.md
  tests/lessons/test_links.py::test_the_map_the_neighbours_the_tables_and_the_list_are_up_to_date
    README: a lesson missing from the table
      «| [03](notebooks/03_loss.ipynb) | 손실 | 제곱의 합과 평균, 변화도의 뜻 |⏎→»
      run: make notebooks
  tests/repository/test_readme.py::test_both_halves_have_the_same_code[README.md]
    README: a command changed in one language only
      make «test →check»   # runs all
      'make lab\nmake check\n'

src/tutorial_editions/language.py
  tests/editions/test_editions.py::test_an_edition_has_the_prose_of_one_language_and_the_code_of_both[00_whole_program-ko]
    editions: both languages in one of one language
      return «self.language == "both"→True» or language_of
      assert not ['<div lang="en">
  tests/editions/test_editions.py::test_without_solutions_and_without_outputs
    editions: solutions in one without solutions
      « or ("solution" in tags and not self.solutions)→»
      assert not ['<details><summary>풀이 1</summary>
  tests/editions/test_editions.py::test_helpers_speak_the_language_of_the_edition[ko]
    editions: helpers speak both languages
      «f'setup_notebook("{self.language}")'→"setup_notebook()"»
      setup_notebook("ko")
  tests/editions/test_editions.py::test_every_figure_has_its_description_in_each_language[00_whole_program]
    handouts: a description in the other language
      text = «description_in(language, data["text/plain"])→data["text/plain"]»
      At index 0 diff: ("그림

src/tutorial_editions/templates/handout/index.html.j2
  tests/editions/test_editions.py::test_a_handout_is_one_file_without_scripts[00_whole_program]
    handouts: a script from the network
      «→<script src="https://example.org/a.js"></script>»</head>
      https://example.org/a.js

src/tutorial_editions/maths.py
  tests/editions/test_editions.py::test_no_formula_is_left_in_latex[00_whole_program]
    handouts: formulas left in LaTeX
      return «to_mathml(body, display=False)→super().inline_math(body)»
      assert 1 == 13

tools/build_cache.py
  tests/editions/test_editions.py::test_a_second_call_makes_nothing_and_what_is_not_asked_for_is_removed
    editions: made again each time
      «self.keys[product.path] = [product.key, digest(content)]→pass»
      assert not True

tools/publishing.py
  tests/commands/test_publishing.py::test_a_difference_is_named_before_anything_is_written[.ipynb]
    publishing: a notebook that differs from its script
      if «found→False»:
      a lesson was run
  tests/commands/test_publishing.py::test_an_output_that_make_notebooks_did_not_store_is_made_anew
    publishing: whatever outputs are stored
      if «not has_outputs_as_made(stored)→False»:
      the answer

notebooks/01_random_data.py
  tests/lessons/test_lesson_01.py::test_correlations_are_those_of_numpy[64]
    a correlation divided by all samples
      x.T @ y / «(len(x) - 1)→len(x)»
      Not equal to tolerance
  tests/lessons/test_lesson_01.py::test_the_smallest_loss_is_what_lies_outside_the_columns[31]
    a layer without its bias
      torch.cat([torch.«ones→zeros»(N, 1)
      assert
  tests/lessons/test_lesson_01.py::test_trains_one_hidden_number_as_torch_optim_does
    learning rate 10 % too large
      param -= 1«→.1»e-4
      Mismatched elements
  tests/lessons/test_recaps.py::test_the_sentences_hold_and_can_fail[01_random_data]
    fresh data that is not fresh
      manual_seed(«7→1»)⏎x_fresh
      the pair is as strong in fresh data

tools/notebooks.py
  tests/commands/test_notebooks.py::test_an_edit_of_the_notebook_is_named_and_refused[type_an_answer-touch_the_script]
    make notebooks: an edited notebook replaced
      (made, ours, kept«→, theirs»)
      assert 0 == 1
  tests/commands/test_notebooks.py::test_cells_that_stay_keep_their_ids_whatever_else_changes[inserted]
    make notebooks: ids by chance
      cell.id = «own→cell.id»
      assert [

src/tutorial_editions/grading/submissions.py
  tests/classroom/test_submissions.py::test_a_check_stands_below_the_last_copy_of_its_answer
    grading: a check above the later work
      != 1 «or answer in names[names.index(name) :]→»:
      assert False
  tests/classroom/test_submissions.py::test_nbgrader_meets_no_names_that_it_does_not_know[about0]
    grading: metadata of unknown cells kept
      «cell.metadata.pop("nbgrader", None)→pass»⏎    if teachers
      'nbgrader' not in

src/tutorial_editions/grading/kernel.py
  tests/classroom/test_submissions.py::test_what_a_student_overwrote_is_put_back
    grading: what was overwritten stays
      «setattr(owner, name, value)→pass»
      <lambda>
'''  # noqa: E501


def read(table):
    """Yield the faults of a table."""
    lines = iter(table.replace("\n\n", "\n").strip("\n").split("\n"))
    for line in lines:
        indent, text = len(line) - len(line.lstrip()), line.strip()
        if indent == 0:
            file = text
        elif indent == 2:
            noticed_by = text
        else:
            change, because = (next(lines)[6:].replace("⏎", "\n") for _ in range(2))
            yield Fault(text, file, change, noticed_by, because)


FAULTS = list(read(TABLE))


def table():
    """Return the faults as a table in Markdown."""
    rows = [
        f"| {fault.name} | `{fault.noticed_by}` | `{fault.because.splitlines()[0]}` |"
        for fault in FAULTS
    ]
    return "\n".join(["| fault | noticed by | because |", "|:--|:--|:--|", *rows])


if __name__ == "__main__":
    print(table())
