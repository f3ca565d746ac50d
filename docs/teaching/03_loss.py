# %% [markdown]
# # 03 손실, 수업 안내 · Teaching the loss

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 손실이 합인지 평균인지 코드에서 알아보고, 손실을 바꿀 때 학습률도 알맞게 바꿉니다.
# - 변화도의 부호와 크기를 보고, 매개변수를 조금 움직이면 손실이 어떻게 될지 말합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Tell from code whether a loss is a sum or a mean, and adapt the learning rate when one replaces the other.
# - Say from the sign and the size of a gradient what a small move of a parameter does to the loss.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 세 번 학습시키는 "합과 평균"의 셋째 셀에서만 잠시 기다립니다. 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Only the third cell of "Sum and mean", which trains three times, makes you wait a moment. At the start of the lesson, have everyone clear the stored outputs.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 2 | 첫머리 | 첫 두 셀을 실행합니다. [수업 00](../../notebooks/00_whole_program.ipynb)의 첫 손실을 묻습니다. 713입니다. |
# | 8 | 제곱의 합 | 루프로 계산하는 셀을 학생이 말로 읽습니다. 실행하여 세 수를 비교하고, 아래의 한 줄을 함께 입력합니다. |
# | 14 | 합과 평균 | 640이 어디에서 왔는지 묻습니다. 학습시키기 전에, 평균으로 바꾸고 학습률을 그대로 둔 곡선을 그려 보고 알맞은 학습률을 구하게 합니다. 그런 다음 실행합니다. |
# | 12 | 변화도의 뜻 | 코드는 설명하지 않고 실행합니다. 점선과 두 곡선을 읽고, 가장 낮은 곳을 찾는 놀이를 합니다. |
# | 12 | 연습 | 연습 1과 2를 풉니다. |
# | 2 | 정리 | 합을 평균으로 바꿀 때 함께 바꿀 것을 학생이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Run the first two cells. Ask for the first loss of [lesson 00](../../notebooks/00_whole_program.ipynb). It was 713. |
# | 8 | The sum of squares | Students put the cell with the loop into words. Run, compare the three numbers, and type the line given below. |
# | 14 | Sum and mean | Ask where 640 comes from. Before training, students sketch the curve for the mean with the same learning rate, and find the learning rate that is needed. Then run. |
# | 12 | What a gradient says | Run the code without explaining it. Read the dotted line and the two curves, and search for the lowest point as a game. |
# | 12 | Exercises | Exercises 1 and 2. |
# | 2 | Recap | Students say what else changes when a mean replaces the sum. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: 연습을 모두 숙제로 내고 가장 낮은 곳을 찾는 놀이를 빼면 15분이 줄어듭니다.
# - **90분**: [수업 04](../../notebooks/04_backward_pass.ipynb)의 "연쇄 법칙"까지 이어서 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: give all exercises as homework and leave out the search for the lowest point. This saves 15 minutes.
# - **90 minutes**: go on with [lesson 04](../../notebooks/04_backward_pass.ipynb) as far as "The chain rule".
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **모양이 다른 두 텐서의 차이.** "제곱의 합"의 끝에서 모양을 먼저 예상하게 한 다음 입력합니다.
#
# ```python
# (y_pred[:, 0] - y[:, :1]).shape
# ```
#
# `torch.Size([64, 64])`입니다. 오류 없이, 예측 하나에서 정답 64개를 하나씩 뺀 값이 예측마다 나옵니다. 제곱하여 더하면 82.5가 되어야 할 손실이 5,140쯤 됩니다. 자주 생기는데도 눈에 띄지 않는 실수입니다. 이 두 텐서를 `loss_fn`에 넣으면 경고가 나옵니다.
#
# **가장 낮은 곳 찾기.** "변화도의 뜻"의 끝에서 학생이 부르는 거리를 넣어 `loss_along(downhill, 1.0)`처럼 실행합니다. 1.0에서는 311, 2.0에서는 304, 3.0에서는 702입니다. 다섯 번 안에 268보다 작은 손실을 찾으면 이깁니다. 1.6이면 됩니다. 멀리 간다고 좋은 것이 아니라는 점을 학생이 직접 겪습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **The difference of two Tensors with different shapes.** At the end of "The sum of squares", ask for the shape first, then type:
#
# ```python
# (y_pred[:, 0] - y[:, :1]).shape
# ```
#
# It is `torch.Size([64, 64])`. There is no error: all 64 targets are subtracted from each prediction. Squared and added up, this gives a loss of about 5,140, where the right value is 82.5. The mistake is frequent and hard to notice. If you pass these two Tensors to `loss_fn`, you get a warning.
#
# **Finding the lowest point.** At the end of "What a gradient says", run `loss_along(downhill, 1.0)` with the distances that students call out. At 1.0 it gives 311, at 2.0 it gives 304, and at 3.0 it gives 702. Whoever finds a loss below 268 within five tries wins; 1.6 does it. Students find out for themselves that farther is not always better.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1. **샘플이 두 배로 늘면 합과 평균은 어떻게 되나요?** 흔한 첫 답은 "둘 다 두 배"입니다. 합과 그 변화도는 두 배쯤이 되고, 평균은 거의 그대로입니다. 그래서 합을 쓰면 배치 크기를 바꿀 때 학습률도 다시 정해야 합니다.
# 2. **`b2`의 첫 자리에서 변화도가 20.7입니다. 이 자리를 0.001만큼 키우면 손실은 어떻게 되나요?** 20.7이 된다고 답하기 쉽습니다. 손실이 0.0207쯤 커집니다. 변화도는 손실의 값이 아니라 커지는 빠르기입니다.
# 3. **무작위 방향으로 가면 왜 손실이 거의 변하지 않나요?** 흔한 첫 답은 "매개변수가 중요하지 않아서"입니다. 움직일 수 있는 차원이 101,110개나 되므로, 아무렇게나 고른 방향은 변화도와 거의 직각입니다. 그림의 무작위 방향에서 `slope`를 구하면 4.24일 뿐이고, 변화도의 반대 방향에서는 -776입니다.
# 4. **왜 `y_pred`가 아니라 손실에서 `backward()`를 부르나요?** 손실이 마지막 계산이어서라고 답하기 쉽습니다. 변화도는 수 하나를 미분한 것인데 `y_pred`에는 수가 640개 있습니다. 불러 보면 `RuntimeError`가 납니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# 1. **With twice as many samples, what happens to the sum and to the mean?** The first answer is often "both double". The sum and its gradients about double, and the mean hardly changes. So with the sum, a new batch size calls for a new learning rate.
# 2. **At the first entry of `b2`, the gradient is 20.7. What does the loss do if this entry grows by 0.001?** Some say that it becomes 20.7. It grows by about 0.0207. A gradient is not a value of the loss but how fast it grows.
# 3. **Why does a random direction hardly change the loss?** The first answer is often "because the parameters do not matter". There are 101,110 dimensions to move in, so a direction picked at random is almost at a right angle to the gradient. Computed for the random direction of the figure, `slope` is only 4.24. Opposite to the gradient, it is -776.
# 4. **Why is `backward()` called on the loss and not on `y_pred`?** It is tempting to say: because the loss comes last. A gradient is the derivative of a single number, and `y_pred` holds 640 of them. Call it there, and you get a `RuntimeError`.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1과 2에서는 무엇으로 나누고 무엇을 곱하는지 보세요. 샘플의 수와 정답에 든 수의 개수를 헷갈리기 쉽습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercises 1 and 2, look at which number students divide or multiply by: the number of samples is easily mixed up with the count of all numbers.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("03")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해가 하나 있습니다.
#
# - **"손실이 713에서 1.11로 줄었으니 평균이 더 잘 배운다"는 생각.** 두 수는 같은 예측을 다른 자로 잰 것입니다. 예측이 바뀌었는지 물어보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There is a misconception that no exercise catches.
#
# - **"The loss fell from 713 to 1.11, so the mean learns better."** Both numbers measure the same predictions, with different rulers. Ask whether the predictions have changed.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **학습률 맞추기.** `losses_with(mean_fn, 1e-2)`의 마지막 손실은 0.0114입니다. 합으로 똑같이 학습하려면 학습률이 얼마여야 할까요? `losses_with(loss_fn, 1e-2 / 640)`의 마지막 손실을 640으로 나누면 같은 값입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Matching learning rates.** The last loss of `losses_with(mean_fn, 1e-2)` is 0.0114. Which learning rate trains in the same way with the sum? The last loss of `losses_with(loss_fn, 1e-2 / 640)`, divided by 640, is the same.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# "변화도의 뜻"에서 그립니다. 먼저 713인 점과 접선만 그리고, 어디까지 믿어도 될지 묻습니다. 한 단계 뒤의 656은 접선 위에 있는 것이나 마찬가지입니다. 곡선은 그다음에 그립니다.
#
# ```text
# 713 o
#     |\ .
# 656 | o  .      <- 한 단계: 0.0776만큼
#     |  \   .
#     |   \    .  접선
#     |    \                 /
# 268 |      `. _   o   _ .'
#     +-------------1.6-------------> a
# ```
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw this in "What a gradient says". Begin with the point at 713 and the tangent, and ask how far it can be trusted. After one step, at 656, you are as good as on the tangent. Draw the curve last.
#
# ```text
# 713 o
#     |\ .
# 656 | o  .      <- one step: 0.0776
#     |  \   .
#     |   \    .  tangent
#     |    \                 /
# 268 |      `. _   o   _ .'
#     +-------------1.6-------------> a
# ```
#
# </div>
