# %% [markdown]
# # 03 손실, 수업 안내 · Teaching the loss

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 손실이 합인지 평균인지 코드에서 알아보고, 손실을 바꿀 때 학습률도 알맞게 바꿉니다.
# - 변화도의 부호와 크기를 보고, 매개변수를 조금 움직이면 손실이 어떻게 될지 말합니다.
# - 둘째 계층의 변화도를 연쇄 법칙으로 구하고, 모양으로 검산합니다.
# - 의심스러운 변화도를 유한 차분으로 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Tell from code whether a loss is a sum or a mean, and adapt the learning rate when one replaces the other.
# - Say from the sign and the size of a gradient what a small move of a parameter does to the loss.
# - Work out the gradients of the second layer with the chain rule, and check them by their shapes.
# - Check a doubtful gradient with finite differences.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# - 세 번 학습시키는 "합과 평균"의 셋째 칸에서만 잠시 기다립니다. 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
# - 50분에 모두 다룰 수는 없습니다. 아래 계획에서는 첫째 계층의 공식, 원래 크기에서 하는 유한 차분, `eps`의 그림, 연습 2와 3을 뺍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Only the third cell of "Sum and mean", which trains three times, makes you wait a moment. At the start of the lesson, have everyone clear the stored outputs.
# - Not all of it fits into 50 minutes. The plan below leaves out the formulas of the first layer, finite differences at full size, the figure about `eps`, and exercises 2 and 3.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 2 | 첫머리 | 첫 두 칸을 실행합니다. 수업 00의 첫 손실을 묻습니다. 713입니다. |
# | 6 | 제곱의 합 | 루프로 계산하는 칸을 학생이 말로 읽습니다. 실행하여 세 수를 비교하고, 아래의 한 줄을 함께 입력합니다. |
# | 10 | 합과 평균 | 640이 어디에서 왔는지 묻습니다. 학습시키기 전에, 평균으로 바꾸고 학습률을 그대로 둔 곡선을 그려 보고 알맞은 학습률을 구하게 합니다. 그런 다음 실행합니다. |
# | 9 | 변화도의 뜻 | 코드는 설명하지 않고 실행합니다. 점선과 두 곡선을 읽고, 가장 낮은 곳을 찾는 놀이를 합니다. |
# | 10 | 연쇄 법칙 | 칠판에서 둘째 계층까지만 구하고 학생이 모양을 확인합니다. 첫째 계층은 집에서 읽습니다. 코드가 있는 칸은 실행합니다. |
# | 3 | 자동 미분과 비교 | 그래프와 `grad`가 각각 언제 생기는지 묻고 실행합니다. |
# | 3 | 유한 차분과 비교 | 공식을 읽고 아주 작은 신경망까지만 실행합니다. 나머지는 건너뜁니다. |
# | 5 | 연습 | 연습 1을 풉니다. 연습 2와 3은 숙제로 냅니다. |
# | 2 | 정리 | 변화도를 구하는 방법 세 가지를 학생이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Run the first two cells. Ask for the first loss of lesson 00. It was 713. |
# | 6 | The sum of squares | Students put the cell with the loop into words. Run, compare the three numbers, and type the line given below. |
# | 10 | Sum and mean | Ask where 640 comes from. Before training, students sketch the curve for the mean with the same learning rate, and find the learning rate that is needed. Then run. |
# | 9 | What a gradient says | Run the code without explaining it. Read the dotted line and the two curves, and search for the lowest point as a game. |
# | 10 | The chain rule | On the board, go as far as the second layer, and let students check the shapes. The first layer is for reading at home. Run the cell with the code. |
# | 3 | Against automatic differentiation | Ask when the graph appears, and when `grad` does. Then run. |
# | 3 | Against finite differences | Read the formula and run the cells as far as the tiny network. Skip the rest. |
# | 5 | Exercises | Exercise 1. Exercises 2 and 3 are homework. |
# | 2 | Recap | Students name the three ways to get a gradient. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# - **35분**: "연쇄 법칙"은 코드가 있는 칸만 실행하고 연습을 모두 숙제로 내면 15분이 줄어듭니다. 그 칸은 빼지 마세요. 거기에서 정의한 함수(`gradients_by_formula`)를 뒤에서 씁니다.
# - **90분**: 첫째 계층까지 칠판에서 구하는 데 10분, 유한 차분의 나머지 칸과 `eps`의 그림에 10분, 연습 2와 3에 20분을 씁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: in "The chain rule", run the cell with the code and no more, and give all exercises as homework. This saves 15 minutes. Do not leave that cell out: its function `gradients_by_formula` is used again later.
# - **90 minutes**: add 10 minutes for the first layer on the board, 10 for the other cells about finite differences with the figure about `eps`, and 20 for exercises 2 and 3.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
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
# <div lang="ko">
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
# <div lang="ko">
#
# 연습 1과 2에서는 무엇으로 나누고 무엇을 곱하는지 보세요. 샘플의 수와 정답에 든 수의 개수를 헷갈리기 쉽습니다. 연습 3에서는 `d_b2`의 모양을 먼저 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercises 1 and 2, look at which number students divide or multiply by: the number of samples is easily mixed up with the count of all numbers. In exercise 3, look at the shape of `d_b2` first.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("03")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"손실이 713에서 1.11로 줄었으니 평균이 더 잘 배운다"는 생각.** 두 수는 같은 예측을 다른 자로 잰 것입니다. 예측이 바뀌었는지 물어보세요.
# - **"자동 미분도 조금씩 움직여 보며 어림한다"는 생각.** 어림하는 것은 유한 차분입니다. 자동 미분은 칠판에서 한 것처럼 규칙대로 미분하고, 오차는 반올림뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"The loss fell from 713 to 1.11, so the mean learns better."** Both numbers measure the same predictions, with different rulers. Ask whether the predictions have changed.
# - **"Automatic differentiation moves the parameters a little and estimates, too."** Finite differences do that. Automatic differentiation follows the rules, as you did on the board, and its only errors come from rounding.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# - **학습률 맞추기.** `losses_with(mean_fn, 1e-2)`의 마지막 손실은 0.0114입니다. 합으로 똑같이 학습하려면 학습률이 얼마여야 할까요? `losses_with(loss_fn, 1e-2 / 640)`의 마지막 손실을 640으로 나누면 같은 값입니다.
# - **아무리 멀리 움직여도 맞는 곳.** `finite_difference(parameters, x_double, y_double, 3, 0, eps=1.0)`의 결과는 여전히 20.7입니다. 손실이 `b2`의 이차식이어서, 양쪽으로 움직이면 오차가 서로 지워집니다. 3 대신 0을 넣어 `W1`에서 해 보면 공식으로 구한 `formulas[0][0, 0]`의 1.68배가 나옵니다. ReLU의 꺾인 곳을 지나기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Matching learning rates.** The last loss of `losses_with(mean_fn, 1e-2)` is 0.0114. Which learning rate trains in the same way with the sum? The last loss of `losses_with(loss_fn, 1e-2 / 640)`, divided by 640, is the same.
# - **Right however far you move.** `finite_difference(parameters, x_double, y_double, 3, 0, eps=1.0)` still gives 20.7. The loss is quadratic in `b2`, so the errors of the two sides cancel. With 0 in place of 3, you try it on `W1`. There, the result is 1.68 times `formulas[0][0, 0]`, the value from the formula, because samples cross the bend of ReLU.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
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
