# %% [markdown]
# # 06 학습 결과, 수업 안내 · Teaching what was learned

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 학습한 데이터의 손실, 처음 보는 데이터의 손실, 0이라고 예측할 때의 손실을 재고, 모델이 배웠는지 외웠을 뿐인지 말합니다.
# - 잡음을 외운 모델이 왜 0이라는 예측보다도 못한지 손실의 세 부분으로 설명합니다.
# - 두 곡선이 그려진 그림을 보고, 모델이 언제부터 잡음을 외우는지 짚습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After the lesson, students can:
#
# - measure the loss on the training data, the loss on fresh data and the loss of predicting 0, and say whether a model has learned or only memorized;
# - explain with the three parts of the loss why a model that has memorized noise does worse than predicting 0;
# - look at a figure with both curves and point at the place where the model begins to memorize noise.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 노트북을 처음부터 끝까지 한 번 실행해 보세요. 시드가 정해져 있으므로 학생의 화면에도 같은 수가 나옵니다. 시드 열 개를 되풀이하는 셀과 은닉 계층을 1000까지 키우는 셀이 가장 오래 걸리고, 진행 막대가 나옵니다.
# - 뒤의 절은 앞의 절에서 쓴 이름 `model`, `generator`, `ratios`에 다른 것을 담습니다. 앞의 셀로 돌아갈 때에는 그 절의 첫 코드 셀부터 다시 실행하게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Run the notebook once from beginning to end. All seeds are set, so students see the same numbers as you. The cell with the ten seeds and the one that goes up to a hidden layer of 1000 take longest. Both show a progress bar.
# - Later sections put other things into `model`, `generator` and `ratios`. Students who go back to an earlier cell should run its section again from the first code cell.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 3 | 첫머리 | 저장된 출력을 지우고 시작합니다. [수업 00](../../notebooks/00_whole_program.ipynb)의 마지막 손실이 거의 0이었음을 떠올리게 합니다. 모델이 무엇을 배웠느냐고 묻고, 나온 답을 칠판 한쪽에 적어 둡니다. |
# | 12 | 처음 보는 데이터 | 손실 세 개를 출력하는 셀을 실행하기 전에 손을 들게 합니다. 처음 보는 데이터의 손실은 0에 가까울까요, 0이라고 예측할 때와 비슷할까요, 더 클까요? 실행한 다음, 공식의 세 부분을 다음 셀의 수로 하나씩 짚습니다. |
# | 6 | 시드 열 개 | 셀이 실행되는 동안, 네모가 동그라미보다 아래에 오는 시드가 몇 개일지 적게 합니다. 그림에서 시드마다 높이를 비교합니다. |
# | 5 | 모델의 크기 | 특잇값은 설명하지 않습니다. 크기가 100일 때부터 거의 다 외운다는 것만 읽습니다. |
# | 4 | 데이터의 양 | 그림만 봅니다. 점선에서 한참 왼쪽에서는 왜 거의 다 외우는지 수의 개수로 답하게 합니다. |
# | 10 | 규칙이 있는 데이터 | 그림을 그리기 전에 학생마다 오른쪽 점선을 종이에 그립니다. 실행한 다음 칠판 그림을 그리고, 0.222와 0.230을 찾게 합니다. |
# | 8 | 연습 | 연습 1을 풉니다. 연습 2는 숙제입니다. |
# | 2 | 정리 | 처음에 적어 둔 답으로 돌아가 맞는 것에 표시합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 3 | Opening | Have everyone clear the stored outputs. Recall that the last loss of [lesson 00](../../notebooks/00_whole_program.ipynb) was almost 0. Ask what the model has learned, and leave the answers in a corner of the board. |
# | 12 | Fresh data | Before the cell that prints three losses, take a vote: will the loss on fresh data be close to 0, about that of predicting 0, or larger? Run it. Then go through the three parts of the formula with the numbers of the next cell. |
# | 6 | Ten seeds | While the cell runs, students write down for how many seeds the square will lie below the circle. Compare the heights in the figure seed by seed. |
# | 5 | Size of the model | Do not explain singular values. Read off only that from size 100 on, almost everything is memorized. |
# | 4 | Amount of data | Look at the figure only. Ask why almost everything is memorized far to the left of the dotted line; the answer is a count of numbers. |
# | 10 | Data with a rule | Before the figure, each student draws the dashed line on the right on paper. Run the cells, make the drawing on the board, and let students find 0.222 and 0.230. |
# | 8 | Exercises | Exercise 1. Exercise 2 is homework. |
# | 2 | Recap | Go back to the answers in the corner and mark those that were right. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: "모델의 크기"와 "데이터의 양"을 빼고, 연습 1은 문제만 읽고 숙제로 냅니다. "규칙이 있는 데이터"는 두 절 없이도 실행됩니다.
# - **90분**: 연습 2를 15분 동안 함께 풉니다. 그다음 "먼저 끝낸 학생"의 첫 과제를, 모둠마다 잡음의 크기를 하나씩 맡아 해 보고, 결과를 칠판에 모읍니다. 여기에도 15분을 잡습니다. 남은 10분에는 질문을 받습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: leave out "Size of the model" and "Amount of data". Read exercise 1 aloud and set it as homework. "Data with a rule" runs without these two sections.
# - **90 minutes**: do exercise 2 in class, 15 minutes. Then take the first task of "Students who finish early": each group tries one size of the noise, and you collect the results on the board. That is another 15. Keep the remaining 10 for questions.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **1.** 손실의 세 부분을 출력하는 셀 바로 뒤에 새 셀을 만듭니다.
#
# ```python
# for scale in (0.1, 0.5, 1):
#     print(f"{loss_fn(scale * y_pred, y_fresh).item():.3g}")
# ```
#
# 725, 746, 800이 나옵니다. 예측을 작게 줄일수록 0이라는 예측의 손실 723에 가까워집니다. 이 모델은 적게 말할수록 덜 틀린다는 것을 학생이 눈으로 봅니다.
#
# **2.** 뒤로 가면 `model`이 바뀌므로 같은 자리에서 행의 순서를 거꾸로 합니다. 두 수를 먼저 짐작하게 하세요.
#
# ```python
# print(f"{loss_on(model, x.flip(0), y.flip(0)):.2g}  {loss_on(model, x.flip(0), y):.3g}")
# ```
#
# 1.9e-05와 1.37e+03이 나옵니다. 모델이 외운 것은 행의 순서가 아니라 입력과 정답의 짝입니다. 예측을 다른 샘플의 정답과 비교하면 손실은 0이라고 예측할 때의 두 배쯤 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **1.** Right after the cell that prints the three parts of the loss, make a new cell.
#
# ```python
# for scale in (0.1, 0.5, 1):
#     print(f"{loss_fn(scale * y_pred, y_fresh).item():.3g}")
# ```
#
# It prints 725, 746 and 800. The smaller you make the predictions, the closer the loss comes to 723, that of predicting 0. Students see that this model is less wrong the less it says.
#
# **2.** In the same place, because `model` changes further down, reverse the order of the rows. Ask for a guess at both numbers first.
#
# ```python
# print(f"{loss_on(model, x.flip(0), y.flip(0)):.2g}  {loss_on(model, x.flip(0), y):.3g}")
# ```
#
# It prints 1.9e-05 and 1.37e+03. What the model has memorized is not the order of the rows, but which targets go with which inputs. If you compare predictions with the targets of other samples, the loss is about twice that of predicting 0.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **한 모델은 학습한 데이터의 손실이 0.001이고 다른 모델은 3입니다. 어느 쪽이 낫습니까?** 흔히 앞의 모델이라고 답합니다. 이것만으로는 알 수 없습니다. 처음 보는 데이터의 손실을 재어야 합니다.
# - **무작위 데이터로 열 배 더 오래 학습시키면 처음 보는 데이터의 손실도 내려갑니까?** 흔히 조금은 내려간다고 답합니다. 배울 규칙이 없으므로 더 외울 뿐입니다. 왼쪽 그림의 점선이 계속 올라가는 것을 보여 주세요.
# - **처음 보는 데이터까지 넣어 학습시키면 800이 작아지지 않습니까?** 작아집니다. 그러나 그 데이터는 이제 처음 보는 데이터가 아니므로, 작아진 손실은 아무것도 알려 주지 않습니다. 다시 재려면 데이터를 또 뽑아야 합니다.
# - **규칙을 다 아는 사람이 예측해도 손실의 비율이 왜 0이 아니라 0.19입니까?** 규칙에서 온 부분의 분산은 1쯤이고 잡음의 분산은 0.5의 제곱, 곧 0.25입니다. 규칙을 알아도 잡음은 남으므로 0.25를 1.25로 나눈 0.2쯤이 한계입니다.
# - **규칙을 아무도 모르는 실제 데이터에서는 어떻게 알아봅니까?** 데이터의 일부를 떼어 두고 학습에 쓰지 않습니다. 떼어 둔 데이터를 보고 단계 수나 모델의 크기를 골랐으면, 마지막에 잴 데이터를 하나 더 떼어 두어야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **One model has a training loss of 0.001, another has 3. Which is better?** The usual answer is the first. These two numbers cannot tell you. Measure the loss on fresh data.
# - **If you train ten times longer on random data, does the loss on fresh data fall, too?** Many say: a little. There is no rule to learn, so the model only memorizes more. Point at the dashed line in the left panel, which goes on rising.
# - **If you train on the fresh data as well, does the 800 not get smaller?** It does. But then that data is no longer fresh, and its small loss says nothing. To measure again, you have to draw more data.
# - **Why is the ratio of losses 0.19 and not 0 even for someone who knows the whole rule?** The part that comes from the rule has a variance of about 1, the noise has 0.5 squared, which is 0.25. Whoever knows the rule is still left with the noise, and 0.25 divided by 1.25 is 0.2.
# - **How can you tell with real data, where nobody knows the rule?** Put a part of the data aside and do not train on it. If you choose the number of steps or the size of the model by looking at that part, put aside yet another part for the last measurement.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 비율을 뒤집거나 `1 -` 부분을 빠뜨리지 않았는지, 연습 2에서는 행을 통째로 옮겼는지, 받은 `generator`에서 뽑았는지 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look for inverted ratios and for a missing `1 -`. In exercise 2, look at whether whole rows move and whether the order comes from the given `generator`.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("06")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"과적합은 코드를 잘못 써서 생깁니다."** 마지막 그림의 왼쪽과 오른쪽은 코드와 모델의 크기가 같고 데이터만 다르다고 말해 줍니다.
# - **"처음 보는 데이터는 나중에 모은 데이터입니다."** 언제 모았는지가 아니라 학습에 썼는지가 중요합니다. 같은 날 모은 데이터를 나누어도 됩니다.
# - **"0이라는 예측보다 손실이 크면 계산이 틀린 것입니다."** 0이 아닌 예측을 내놓으면 둘째 부분만큼 손해를 보고 시작한다고 말하고, 출력에서 60을 다시 짚습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"Overfitting comes from a mistake in the code."** Say that both panels of the last figure come from the same code and a model of the same size. Only the data differs.
# - **"Fresh data is data that was collected later."** What matters is whether it was used for training, not when it was collected. You can split data that was collected on the same day.
# - **"A loss above that of predicting 0 must be a miscalculation."** Say that predictions other than 0 start with the second part as a handicap, and point at the 60 in the output again.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - "규칙이 있는 데이터"에서 정답 `y_rule`, `y_rule_new` 둘을 만드는 두 줄의 `0.5`를 모두 `0`으로, 다음에는 `2`로 바꾸어 그 셀을 다시 실행하고, 처음 보는 데이터의 마지막 비율과 가장 낮은 비율을 출력합니다. 잡음이 없으면 0.0082까지 내려갑니다. 잡음에 2를 곱하면 한때 0.83까지 내려갔다가 끝에는 1을 넘으므로, 도중에 멈추는 편이 낫습니다. 끝나면 `0.5`로 되돌리고 그 셀을 다시 실행합니다.
# - 같은 규칙에서 샘플을 100개만 쓰면 어떻게 되는지 짐작한 다음 `curves(x_1000[:100], y_rule[:100], x_new, y_rule_new)`에서 나온 두 비율의 마지막 값을 봅니다. 학습한 데이터에서는 0.0022, 처음 보는 데이터에서는 0.43입니다. 데이터가 적으면 규칙이 있어도 외우는 쪽이 쉽습니다.
# - 은닉 계층 없이 `nn.Linear(20, D_out)` 하나를 입력 `x_1000`, 정답 `y_rule` 데이터로 학습시킵니다. `train(..., learning_rate=0.06 / 1000, steps=500)`을 쓰고, 처음 보는 데이터 `x_new`, `y_rule_new`의 손실을 `(y_rule_new**2).sum()`으로 나눕니다. 0.20이 나와, 신경망의 0.23보다 0.19에 가깝습니다. 규칙이 행렬 하나이므로 이것으로 충분합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - In "Data with a rule", change `0.5` to `0` in both lines that make `y_rule` and `y_rule_new`, and then to `2`. Run that cell again each time, and print the last and the lowest ratio on fresh data. Without noise, it falls to 0.0082. With noise times 2, it first falls to 0.83 and ends above 1, so it would be better to stop earlier. Afterward, change back to `0.5` and run the cell again.
# - Guess what happens with only 100 samples of the same rule, and look at the last two ratios that `curves(x_1000[:100], y_rule[:100], x_new, y_rule_new)` returns. They are 0.0022 on the training data and 0.43 on fresh data. With little data, memorizing is easy even if there is a rule.
# - Train a single `nn.Linear(20, D_out)`, without a hidden layer, on `x_1000` and `y_rule` with `train(..., learning_rate=0.06 / 1000, steps=500)`. Then divide the loss on `x_new` and `y_rule_new` by `(y_rule_new**2).sum()`. The result is 0.20, closer to 0.19 than the 0.23 of the network. The rule is one matrix, so one layer is enough.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# ```text
# 잡음뿐
#  |            __.--'   처음 보는 데이터
# 1|---=====--'-------   0이라고 예측
#  |    \__
#  |       `----------   학습한 데이터
#  +-------------------> 단계
#
# 규칙과 잡음
# 1|-\-----------------   0이라고 예측
#  |  \
#  |   \___________.--    처음 보는 데이터
#  |       `-----------   학습한 데이터
#  +-------------------> 단계
# ```
#
# 학생이 짐작을 그린 다음, 마지막 그림을 실행한 뒤에 그립니다. 두 곡선이 벌어지기 시작하는 곳을 짚고, 거기부터 모델이 잡음을 외운다고 말합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# ```text
# only noise
#  |            __.--'   fresh data
# 1|---=====--'-------   predicting 0
#  |    \__
#  |       `----------   training data
#  +-------------------> steps
#
# rule and noise
# 1|-\-----------------   predicting 0
#  |  \
#  |   \___________.--    fresh data
#  |       `-----------   training data
#  +-------------------> steps
# ```
#
# Draw it after students have drawn their guesses and you have run the last figure. Point at the place where the two curves part: from there on, the model memorizes noise.
#
# </div>
