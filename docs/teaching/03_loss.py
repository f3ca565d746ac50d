# %% [markdown]
# # 03 손실, 수업 안내 · Teaching the loss

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 예측과 정답 몇 개로 손실을 손으로 구하고, 넓이로 그려 보입니다.
# - 손실이 합인지 평균인지 코드에서 알아보고, 손실을 바꿀 때 학습률도 알맞게 바꿉니다.
# - 두 모양을 보고 브로드캐스팅의 결과를 말하고, 손실에서 왜 함정이 되는지 설명합니다.
# - 변화도와 방향의 내적으로, 조금 움직이면 손실이 얼마나 변할지 말합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Work out a loss from a few predictions and targets by hand, and draw it as an area.
# - Tell from code whether a loss is a sum or a mean, and adapt the learning rate when one replaces the other.
# - Say from two shapes what broadcasting makes of them, and explain why it is a trap in a loss.
# - Say with the inner product of gradient and direction how much a small move changes the loss.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 학습시키는 셀은 "합과 평균"에 하나, "모양의 함정"에 하나 있습니다. 어느 셀도 오래 걸리지 않습니다.
# - 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요. 그림에서 답을 먼저 보면 물음이 시시해집니다.
# - 모눈종이를 나누어 주면 첫 그림을 손으로 그릴 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - One cell of "Sum and mean" and one of "The shape trap" train. No cell takes long.
# - At the start of the lesson, have everyone clear the stored outputs. A question is dull once its picture has been seen.
# - With squared paper, students can draw the first picture by hand.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 2 | 첫머리 | 첫 두 셀을 실행하고, 틀린 정도를 수 하나로 말하는 방법을 두세 가지 모읍니다. |
# | 9 | 넓이로 보는 손실 | 정사각형 네 개의 넓이를 손으로 구합니다. 내기는 손을 들어 정합니다. 큰 그림에서는 한 변이 무엇인지 묻습니다. |
# | 8 | 합과 평균 | 640이 어디에서 왔는지 묻고, 학습시키기 전에 곡선을 그려 보게 합니다. |
# | 4 | 브로드캐스팅 | 오른쪽 표를 가리고 맞힙니다. 세로줄의 까닭을 학생이 말합니다. |
# | 9 | 모양의 함정 | 아래의 한 줄을 먼저 함께 입력합니다. 내기를 하고, 경고문을 소리 내어 읽습니다. |
# | 9 | 변화도의 뜻 | 매개변수 두 개의 예를 손으로 풉니다. 접선과 손실을 견주고 내기를 합니다. |
# | 8 | 연습 | 연습 1을 짝과 함께 시작합니다. 나머지는 숙제로 냅니다. |
# | 1 | 정리 | 두 모양이 어긋난 것을 어떻게 알아챌지 한 사람이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Run the first two cells. Collect two or three ways to say in one number how wrong predictions are. |
# | 9 | The loss as an area | Students work out the four areas by hand. Count hands for the bet. In the large picture, ask what its side is. |
# | 8 | Sum and mean | Ask where 640 comes from. Students sketch the curve before it is trained. |
# | 4 | Broadcasting | Cover the table on the right and guess. Students say why there are stripes. |
# | 9 | The shape trap | First type the line given below together. Bet, and read the warning aloud. |
# | 9 | What a gradient says | Do the example with two parameters by hand. Compare tangent and loss, and bet. |
# | 8 | Exercises | Begin exercise 1 in pairs. The rest is homework. |
# | 1 | Recap | One student says how to notice that two shapes do not match. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: 연습을 모두 숙제로 내면 8분, "합과 평균"의 학습을 실행만 하면 4분, 함께 입력하는 일을 빼면 3분이 줄어듭니다.
# - **90분**: "선택"이 붙은 두 부분을 함께 보는 데 10분, 연습 세 개를 마치는 데 20분, 마지막 연습을 토론하는 데 10분을 씁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: all exercises as homework saves 8 minutes, only running the training in "Sum and mean" saves 4, and leaving out what is typed together saves 3.
# - **90 minutes**: take 10 minutes for the two optional sections, 20 to finish the three exercises, and 10 to discuss the last one.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **모양을 먼저 맞히기.** "모양의 함정"의 첫 셀 뒤에서, 모양을 예상하게 한 다음 입력합니다.
#
# ```python
# (column - four).shape
# ```
#
# `torch.Size([4, 4])`입니다. 오류 없이 나온다는 점이 무섭습니다. 이런 줄을 손실 앞에 넣어 보는 것이 가장 빠른 확인입니다.
#
# **가장 낮은 곳 찾기.** "변화도의 뜻"의 끝에서 학생이 부르는 거리를 넣어 봅니다.
#
# ```python
# f"{loss_along(downhill, 1.0):.3g}"
# ```
#
# 1.0에서는 311, 2.0에서는 304, 3.0에서는 702입니다. 다섯 번 안에 268보다 작은 손실을 찾으면 이깁니다. 1.6이면 됩니다. 멀리 간다고 좋은 것이 아니라는 점을 학생이 직접 겪습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Guess the shape.** After the first cell of "The shape trap", ask for the shape first, then type:
#
# ```python
# (column - four).shape
# ```
#
# It is `torch.Size([4, 4])`. The frightening thing is that there is no error. A line like this in front of a loss is the quickest check.
#
# **Finding the lowest point.** At the end of "What a gradient says", try the distances that students call out.
#
# ```python
# f"{loss_along(downhill, 1.0):.3g}"
# ```
#
# At 1.0 it gives 311, at 2.0 it gives 304, and at 3.0 it gives 702. Whoever finds a loss below 268 within five tries wins; 1.6 does it. Students find out for themselves that farther is not always better.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1. **샘플이 두 배로 늘면 합과 평균은 어떻게 되나요?** 흔한 첫 답은 "둘 다 두 배"입니다. 합과 그 변화도는 두 배쯤이 되고, 평균은 거의 그대로입니다. 그래서 합을 쓰면 배치 크기를 바꿀 때 학습률도 다시 정해야 합니다.
# 2. **편향의 변화도가 20.7입니다. 편향을 0.001만큼 키우면 손실은 어떻게 되나요?** 20.7이 된다고 답하기 쉽습니다. 손실이 0.0207쯤 커집니다. 변화도는 손실의 값이 아니라 커지는 빠르기입니다.
# 3. **무작위 방향에서 손실이 거의 변하지 않는 것은 매개변수가 중요하지 않아서인가요?** 그렇다고 답하기 쉽습니다. 같은 매개변수를 알맞은 쪽으로 움직이면 손실은 절반 아래로 떨어집니다. 방향이 변화도와 거의 직각이기 때문입니다.
# 4. **왜 `y_pred`가 아니라 손실에서 `backward()`를 부르나요?** 손실이 마지막 계산이어서라고 답하기 쉽습니다. 변화도는 수 하나가 변하는 빠르기인데 `y_pred`에는 수가 640개 있습니다. 불러 보면 `RuntimeError`가 납니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# 1. **With twice as many samples, what happens to the sum and to the mean?** The first answer is often "both double". The sum and its gradients about double, and the mean hardly changes. So with the sum, a new batch size calls for a new learning rate.
# 2. **The gradient for the bias is 20.7. What does the loss do if the bias grows by 0.001?** Some say that it becomes 20.7. It grows by about 0.0207. A gradient is not a value of the loss but how fast it grows.
# 3. **Does a random direction hardly change the loss because the parameters do not matter?** It is tempting to say yes. Moved the right way, the same parameters bring the loss to less than half. The reason is that the direction is almost at a right angle to the gradient.
# 4. **Why is `backward()` called on the loss and not on `y_pred`?** It is tempting to say: because the loss comes last. A gradient says how fast a single number changes, and `y_pred` holds 640 of them. Call it there, and you get a `RuntimeError`.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 모양의 일부만 비교하지 않는지, 연습 2에서는 샘플의 수와 원소의 수를 헷갈리지 않는지, 연습 3에서는 무엇으로 나누는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look for shapes that are compared only in part; in exercise 2, for the number of samples mixed up with the number of entries; in exercise 3, at what they divide by.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("03")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"손실이 713에서 1.11로 줄었으니 평균이 더 잘 배운다"는 생각.** 두 수는 같은 예측을 다른 자로 잰 것입니다. 예측이 바뀌었는지 물어보세요.
# - **"손실이 줄고 있으니 모양은 맞을 것"이라는 생각.** 함정에 빠진 모델의 손실도 줄어듭니다. 예측을 그려 보게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"The loss fell from 713 to 1.11, so the mean learns better."** Both numbers measure the same predictions, with different rulers. Ask whether the predictions have changed.
# - **"The loss is falling, so the shapes must be right."** The loss of the model in the trap falls, too. Have them plot the predictions.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **학습률 맞추기.** `losses_of(make_model(), mean_fn, y, 1e-2)`의 마지막 손실은 0.0114입니다. 합으로 똑같이 학습하려면 학습률이 얼마여야 할까요? `losses_of(make_model(), loss_fn, y, 1e-2 / 640)`의 마지막 손실을 640으로 나누면 같은 값입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Matching learning rates.** The last loss of `losses_of(make_model(), mean_fn, y, 1e-2)` is 0.0114. Which learning rate trains in the same way with the sum? The last loss of `losses_of(make_model(), loss_fn, y, 1e-2 / 640)`, divided by 640, is the same.
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
