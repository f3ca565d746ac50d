# %% [markdown]
# # 04 역전파, 수업 안내 · Teaching the backward pass

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 둘째 계층의 변화도를 연쇄 법칙으로 구하고, 모양으로 검산합니다.
# - 그래프와 `grad`가 각각 언제 생기는지 말합니다.
# - 의심스러운 변화도를 유한 차분으로 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Work out the gradients of the second layer with the chain rule, and check them by their shapes.
# - Say when the graph appears, and when `grad` does.
# - Check a doubtful gradient with finite differences.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 칠판을 넓게 비워 둡니다. 수업의 절반은 칠판에서 합니다. 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
# - 50분에 모두 다룰 수는 없습니다. 아래 계획에서는 첫째 계층의 공식, 원래 크기에서 하는 유한 차분, `eps`의 그림을 뺍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Clear a large part of the board: half of this lesson happens there. At the start, have everyone clear the stored outputs.
# - Not all of it fits into 50 minutes. The plan below leaves out the formulas of the first layer, finite differences at full size, and the figure about `eps`.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 2 | 첫머리 | 첫 두 셀을 실행합니다. 변화도가 무엇을 말해 주는지 한 사람이 말합니다. |
# | 3 | 손실을 구하는 함수 | 실행합니다. `loss_of`의 네 줄을 학생이 말로 읽습니다. |
# | 18 | 연쇄 법칙 | 칠판에서 둘째 계층까지만 구하고 학생이 모양을 확인합니다. 첫째 계층은 집에서 읽습니다. 코드가 있는 셀은 실행합니다. |
# | 6 | 자동 미분과 비교 | 그래프와 `grad`가 각각 언제 생기는지 묻고 실행합니다. 아래의 한 줄을 함께 입력합니다. |
# | 6 | 유한 차분과 비교 | 공식을 읽고 아주 작은 신경망까지만 실행합니다. 나머지는 건너뜁니다. |
# | 13 | 연습 | 연습 1을 풉니다. 못 끝낸 학생은 집에서 마칩니다. |
# | 2 | 정리 | 변화도를 구하는 방법 세 가지를 학생이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Run the first two cells. One student says what a gradient tells you. |
# | 3 | A function for the loss | Run it. Students put the four lines of `loss_of` into words. |
# | 18 | The chain rule | On the board, go as far as the second layer, and let students check the shapes. The first layer is for reading at home. Run the cell with the code. |
# | 6 | Against automatic differentiation | Ask when the graph appears, and when `grad` does. Then run, and type the line given below. |
# | 6 | Against finite differences | Read the formula and run the cells as far as the tiny network. Skip the rest. |
# | 13 | Exercises | Exercise 1. Whoever does not finish does so at home. |
# | 2 | Recap | Students name the three ways to get a gradient. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: 연습을 숙제로 내고, 유한 차분은 공식만 읽습니다. 15분이 줄어듭니다. "연쇄 법칙"에서 코드가 있는 셀은 빼지 마세요. 거기에서 정의한 함수(`gradients_by_formula`)를 뒤에서 씁니다.
# - **90분**: 첫째 계층까지 칠판에서 구하는 데 15분, 유한 차분의 나머지 셀과 `eps`의 그림에 15분, 연습의 풀이를 학생이 설명하는 데 10분을 씁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: give the exercise as homework, and of finite differences read the formula only. This saves 15 minutes. Do not leave out the cell with the code in "The chain rule": its function `gradients_by_formula` is used again later.
# - **90 minutes**: add 15 minutes for the first layer on the board, 15 for the other cells about finite differences with the figure about `eps`, and 10 in which a student explains the solution of the exercise.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **역전파를 한 번 더.** "자동 미분과 비교"에서 `grad`가 생긴 것을 본 다음, 한 번 더 부르면 어떻게 될지 묻고 입력합니다.
#
# ```python
# loss.backward()
# ```
#
# `RuntimeError`가 납니다. 미분에 쓰려고 남겨 둔 값은 역전파가 한 번 끝나면 지워지기 때문입니다. 변화도를 다시 구하려면 순전파부터 다시 해야 합니다. 그래서 학습 루프에서는 단계마다 손실을 새로 구합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Backward once more.** In "Against automatic differentiation", once everyone has seen that `grad` is there, ask what a second call will do, then type:
#
# ```python
# loss.backward()
# ```
#
# It raises a `RuntimeError`. The values that were kept for the derivatives are thrown away at the end of the first backward pass. To get gradients again, begin with the forward pass. This is why the training loop computes the loss anew in each step.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1. **왜 손실에서 시작하여 거꾸로 가나요?** 흔한 첫 답은 "손실이 마지막이어서"입니다. 손실은 수 하나이므로, 거기에서 출발하면 한 번 거슬러 올라가는 것으로 101,110개의 변화도가 모두 나옵니다. 매개변수에서 출발하면 매개변수마다 따로 계산해야 합니다. 유한 차분이 느린 까닭이기도 합니다.
# 2. **`d_W2`의 모양이 `W2`와 같으면 공식이 맞은 것인가요?** 그렇다고 답하기 쉽습니다. 모양이 다르면 틀린 것이 분명하지만, 모양이 같아도 2를 빠뜨렸을 수 있습니다. 그래서 수까지 견줍니다.
# 3. **ReLU에 들어간 값이 음수이면 그 뒤의 변화도는 왜 0인가요?** 변화도가 작아서라고 답하기 쉽습니다. 음수는 모두 0이 되어 나오므로, 음수를 조금 키워도 나오는 값은 여전히 0입니다. 손실도 그대로입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# 1. **Why start at the loss and go backward?** The first answer is often "because the loss comes last". The loss is a single number, so one way back from there gives all 101,110 gradients. From the parameters forward, each would need a computation of its own. This is also why finite differences are slow.
# 2. **If `d_W2` has the shape of `W2`, is the formula right?** It is tempting to say yes. With another shape, it is certainly wrong; but with the right shape, the factor 2 may still be missing. That is why the numbers are compared, too.
# 3. **If a negative number went into ReLU, why is the gradient behind it 0?** Some say: because it is small. Every negative number comes out as 0, so if it grows a little, what comes out is still 0. The loss does not change.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 `d_b2`의 모양을 먼저 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look at the shape of `d_b2` first.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("04")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"자동 미분도 조금씩 움직여 보며 어림한다"는 생각.** 어림하는 것은 유한 차분입니다. 자동 미분은 칠판에서 한 것처럼 규칙대로 미분하고, 오차는 반올림뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There is also a misconception that no exercise catches.
#
# - **"Automatic differentiation moves the parameters a little and estimates, too."** Finite differences do that. Automatic differentiation follows the rules, as you did on the board, and its only errors come from rounding.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **아무리 멀리 움직여도 맞는 곳.** `finite_difference(parameters, x_double, y_double, 3, 0, eps=1.0)`의 결과는 공식으로 구한 `formulas[3][0]`과 똑같이 20.7입니다. 손실이 `b2`의 이차식이어서, 양쪽으로 움직이면 오차가 서로 지워집니다. 3 대신 0을 넣어 `W1`에서 해 보면 `formulas[0][0, 0]`의 1.68배가 나옵니다. ReLU의 꺾인 곳을 지나기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Right however far you move.** `finite_difference(parameters, x_double, y_double, 3, 0, eps=1.0)` gives 20.7, exactly like the formula in `formulas[3][0]`. The loss is quadratic in `b2`, so the errors of the two sides cancel. With 0 in place of 3, you try it on `W1`. There, the result is 1.68 times `formulas[0][0, 0]`, because samples cross the bend of ReLU.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# "연쇄 법칙"에서 위쪽 줄을 먼저 그리고, 손실에서부터 아래쪽을 오른쪽에서 왼쪽으로 채웁니다. 칸마다 모양을 적게 하고, `d_W2`와 `W2`의 모양이 같다는 점을 짚으세요. 점선의 왼쪽은 집에서 읽을 부분입니다.
#
# ```text
# 순전파 ----------------------------------------->
#
# x --> z ------> h --:--------> y_pred ------> L
#       W1, b1        :          W2, b2
#                     :
# d_z <--- d_h <------:--------- d_y_pred
#  |                  :           |
#  v                  :           v
#  d_W1, d_b1         :           d_W2, d_b2
#
# <----------------------------------------- 역전파
# ```
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In "The chain rule", draw the upper line first, then fill in the lower part from right to left, starting at the loss. Have students write a shape at each place, and point out that `d_W2` has the shape of `W2`. What is left of the dotted line is for reading at home.
#
# ```text
# forward pass ------------------------------------>
#
# x --> z ------> h --:--------> y_pred ------> L
#       W1, b1        :          W2, b2
#                     :
# d_z <--- d_h <------:--------- d_y_pred
#  |                  :           |
#  v                  :           v
#  d_W1, d_b1         :           d_W2, d_b2
#
# <----------------------------------- backward pass
# ```
#
# </div>
