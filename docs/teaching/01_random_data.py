# %% [markdown]
# # 01 무작위 데이터, 수업 안내 · Teaching random data

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - `x[0]`이나 `x[:, 2]` 같은 텐서의 모양을 실행하지 않고 말합니다.
# - 시드만 알면 누구나 똑같이 다시 만들 수 있는 데이터를 뽑습니다.
# - 데이터에서 눈에 띄는 관계가 규칙인지, 새 데이터를 뽑아 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Say the shape of a Tensor such as `x[0]` or `x[:, 2]` without running it.
# - Draw random data so that anyone who knows the seed can make the same data again.
# - Check with fresh data whether a connection that catches the eye is a rule.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 오래 걸리는 셀은 없습니다. 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
# - "장치"의 첫 셀은 컴퓨터마다 출력이 다를 수 있습니다. 출력이 `cpu`여도 정상입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - No cell takes long. At the start of the lesson, have everyone clear the stored outputs.
# - The output of the first cell of "Devices" can differ between machines. `cpu` is fine.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 2 | 첫머리 | 첫 두 셀을 실행합니다. [수업 00](../../notebooks/00_whole_program.ipynb)에서 `y`를 어떻게 만들었는지 한 사람에게 묻습니다. |
# | 8 | 모양 | `x`, `x[0]`, `x[0, 2]`의 모양을 먼저 적게 한 다음 실행합니다. 아래의 세 줄을 함께 입력합니다. 그림에서 샘플 하나를 짚게 합니다. |
# | 4 | 정규분포에서 뽑은 수 | 평균이 정확히 0일지 묻고 실행합니다. 밀도의 공식은 넘어갑니다. |
# | 10 | 시드와 Generator | 칠판 그림을 그립니다. 칸마다 `True`일지 `False`일지 묻고 손을 들게 한 다음 실행합니다. 줄을 끼워 넣은 두 셀에서 다른 점을 찾게 합니다. |
# | 4 | 자료형 | 두 셀을 실행합니다. 오류가 나지 않게 하려면 어느 쪽을 바꿀지 묻습니다. |
# | 1 | 장치 | 실행하고, 옆 사람과 출력을 비교하게 합니다. |
# | 8 | 잡음뿐인 정답 | 함수의 코드는 설명하지 않습니다. 0.475가 규칙인지 묻고 손을 들게 합니다. 새 데이터의 값을 예상하게 한 다음 나머지를 실행합니다. |
# | 2 | 수 세기 | 첫째 계층을 칠판에서 함께 세고 실행합니다. |
# | 10 | 연습 | 연습 1을 혼자 풀고, 끝나면 짝과 비교합니다. 연습 2는 숙제로 냅니다. |
# | 1 | 정리 | 우연과 규칙을 어떻게 가려내는지 한 사람이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Run the first two cells. Ask one student how `y` was made in [lesson 00](../../notebooks/00_whole_program.ipynb). |
# | 8 | Shapes | Students write down the shapes of `x`, `x[0]` and `x[0, 2]`, then run the cell. Type the three lines given below. In the figure, have them point at one sample. |
# | 4 | Numbers from the normal distribution | Ask whether the mean will be exactly 0, then run. Skip the formula of the density. |
# | 10 | Seeds and generators | Draw the picture for the board. Before each cell, ask for a show of hands: `True` or `False`? Let students find the difference between the two cells with the inserted line. |
# | 4 | Data types | Run both cells. Ask which side to convert so that there is no error. |
# | 1 | Devices | Run it, and let neighbors compare their outputs. |
# | 8 | Targets that are only noise | Do not explain the code of the function. Is 0.475 a rule? Ask for a show of hands, then for a guess at the value in fresh data, and run the other cells. |
# | 2 | Counting | Count the first layer together on the board, then run. |
# | 10 | Exercises | Exercise 1 alone, then compare in pairs. Exercise 2 is homework. |
# | 1 | Recap | One student says how to tell chance from a rule. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: 연습을 모두 숙제로 내고 "정규분포에서 뽑은 수"와 "장치"를 집에서 실행하게 하면 15분이 줄어듭니다.
# - **90분**: 연습 2에 5분을 쓰고, "함께 입력할 코드"와 "먼저 끝낸 학생"에 적힌 것을 모두 함께 해 봅니다. 남는 시간에는 학생마다 다른 시드로, 0에서 가장 먼 상관계수의 자리를 찾아 비교합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: give all exercises as homework, and leave "Numbers from the normal distribution" and "Devices" to be run at home. This saves 15 minutes.
# - **90 minutes**: take 5 minutes for exercise 2, and do everything under "Typing together" and "Students who finish early" with the whole class. In the time left, students use different seeds and compare where their correlations are farthest from 0.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **모양 맞히기.** "모양"의 그림 앞에서 한 셀에 한 줄씩 입력하고, 실행하기 전에 답을 받습니다.
#
# ```python
# x[:, 2].shape
# x[19:21].shape
# x[0] + y[0]
# ```
#
# 차례로 `torch.Size([64])`, `torch.Size([2, 1000])`, `RuntimeError`가 나옵니다. 첫 줄에는 (64, 1)이라는 답이 많습니다. 번호 하나로 고른 자리는 모양에서 사라집니다. 오류에는 두 크기가 적혀 있으니 함께 읽어 보세요.
#
# **이어지는 수.** "시드와 Generator"의 첫 셀 뒤에 입력합니다.
#
# ```python
# generator = torch.Generator().manual_seed(1)
# print(torch.randn(3, generator=generator))
# print(torch.randn(3, generator=generator))
# ```
#
# 첫 줄은 0.661, 둘째 줄은 0.621로 시작합니다. 셀을 다시 실행해도 같은 두 줄이 나옵니다. 이 수를 `x[0]`의 앞부분과 비교하지는 마세요. 수가 몇 개뿐인 텐서는 PyTorch가 다른 방법으로 채우므로, 시드가 같아도 `x`의 처음 세 수와 다릅니다.
#
# **새 데이터에서 다시 찾기.** "잡음뿐인 정답"의 끝에서 `divmod(r_fresh.abs().argmax().item(), D_out)`의 결과는 `(909, 2)`입니다. 새 데이터에도 눈에 띄는 쌍이 있지만 자리가 다릅니다. 처음 데이터에서 이 쌍의 값 `r[909, 2]`는 -0.105뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Guess the shape.** Before the figure in "Shapes", type one line at a time, each in a cell of its own, and collect answers before you run it.
#
# ```python
# x[:, 2].shape
# x[19:21].shape
# x[0] + y[0]
# ```
#
# These give `torch.Size([64])`, `torch.Size([2, 1000])` and a `RuntimeError`. Many answer (64, 1) for the first line. A dimension that is indexed with a single number disappears from the shape. The error names both sizes; read it together.
#
# **The numbers continue.** After the first cell of "Seeds and generators", type:
#
# ```python
# generator = torch.Generator().manual_seed(1)
# print(torch.randn(3, generator=generator))
# print(torch.randn(3, generator=generator))
# ```
#
# The first line begins with 0.661, the second with 0.621. Run the cell again, and the same two lines come out. Do not compare them with the beginning of `x[0]`. PyTorch fills small Tensors in another way, so even with the same seed these are not the first three numbers of `x`.
#
# **Searching the fresh data.** At the end of "Targets that are only noise", `divmod(r_fresh.abs().argmax().item(), D_out)` gives `(909, 2)`. The fresh data has a striking pair, too, but in another place. In the first data, the value of that pair, `r[909, 2]`, is only -0.105.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1. **평균이 0이 아니라 -0.00045입니다. `randn`이 틀렸나요?** 흔한 첫 답은 반올림 오차라는 것입니다. 좋은 답은, 뽑은 수의 평균은 늘 조금 벗어나기 마련이라는 것입니다. 64,000개이면 0.004쯤 벗어나도 이상하지 않습니다.
# 2. **`torch.manual_seed` 한 줄이면 되는데 왜 `Generator`를 따로 만드나요?** 결과가 같다고 답하기 쉽습니다. 그러나 다른 줄이나 남이 만든 함수가 중간에 수를 뽑으면 데이터가 달라집니다.
# 3. **`x`의 행만 섞고 `y`를 그대로 두면 무엇을 잃나요?** 흔한 첫 답은 "데이터가 망가진다"입니다. 여기에서는 잃는 것이 없습니다. 처음부터 둘 사이에 관계가 없었기 때문입니다. 규칙이 있는 데이터라면 짝이 깨져 규칙을 잃습니다.
# 4. **상관계수 0.475가 규칙인지 어떻게 알 수 있나요?** "더 정밀하게 계산한다"는 답이 자주 나옵니다. 같은 데이터를 아무리 정밀하게 보아도 알 수 없습니다. 새로 뽑은 데이터에서 같은 쌍을 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# 1. **The mean is -0.00045 and not 0. Is `randn` wrong?** The first answer is often a rounding error. A good answer: the mean of numbers that were drawn is always a little off. With 64,000 numbers, being off by 0.004 is nothing unusual.
# 2. **One line with `torch.manual_seed` would do. Why make a `Generator`?** It is tempting to say that the result is the same. But as soon as another line, or a function by someone else, draws numbers in between, the data changes.
# 3. **What is lost if you shuffle the rows of `x` and leave `y` alone?** The first answer is often "the data is ruined". Here, nothing is lost, because the two were never connected. In data with a rule, the pairs would be broken and the rule with them.
# 4. **How can you tell whether a correlation of 0.475 is a rule?** "Compute it more precisely" comes up often. No precision on the same data can tell. Look at the same pair in freshly drawn data.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 `Generator`를 어디에서 만드는지, 무엇을 먼저 뽑는지 보세요. 연습 2에서는 편향을 계층마다 몇 개로 세는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look at where the `Generator` is made and what is drawn first. In exercise 2, look at how many biases are counted in each layer.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("01")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"`x[0]`은 행이 하나인 행렬이다"라는 생각.** `x[0]`의 모양은 `(1000,)`이고 `x[0:1]`의 모양은 `(1, 1000)`입니다. 두 줄을 나란히 출력해 보게 하세요.
# - **"`Generator`에서 수를 뽑아도 그 `Generator`는 그대로"라는 생각.** 뽑을 때마다 읽는 자리가 앞으로 갑니다. 칠판 그림에서 자리를 손으로 옮겨 보이세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"`x[0]` is a matrix with one row."** The shape of `x[0]` is `(1000,)`, and that of `x[0:1]` is `(1, 1000)`. Have the student print both, one below the other.
# - **"Drawing from a `Generator` leaves the `Generator` as it was."** Each draw moves the place where it reads. Show this with your hand in the picture on the board.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **샘플을 절반만.** 시드 1로 `make_random_data(32, D_in, D_out, generator=generator)`를 실행하고, 나온 두 텐서를 `x[:32]`, `y[:32]`와 `torch.equal`로 비교합니다. 입력은 같고 정답은 다릅니다. 정답은 입력 다음에 뽑으므로, 입력이 줄면 시작하는 자리가 달라집니다.
# - **규칙은 남습니다.** 정답을 `y + x[:, :10]`으로 바꾸어 `x`와의 상관계수를 구합니다. `x`의 0번 열과 정답의 0번 열 사이의 값이 0.711이고, 새 데이터로 똑같이 하면 0.738입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Half the samples.** With seed 1, run `make_random_data(32, D_in, D_out, generator=generator)` and compare the two Tensors with `x[:32]` and `y[:32]`, using `torch.equal`. The inputs are equal, the targets are not. Targets are drawn after the inputs, so with fewer inputs they start at another place.
# - **A rule stays.** Make the targets `y + x[:, :10]` and compute the correlations with `x`. Between column 0 of `x` and column 0 of the targets, the value is 0.711. The same with the fresh data gives 0.738.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# "시드와 Generator"를 시작할 때 그립니다. 시드는 긴 테이프에서 읽기 시작하는 자리를 정하고, 뽑을 때마다 화살표가 오른쪽으로 갑니다. 줄을 끼워 넣은 첫째 셀에 이르면 화살표를 한 자리 옮긴 다음 거기에서 64,000개를 읽어 보이세요. 둘째 셀에서는 그 줄이 있어도, 따로 만든 `Generator`의 화살표는 움직이지 않습니다. 그림은 비유일 뿐이라고 말해 두세요. 실제로는 수가 한 칸씩 밀리지 않고 모두 다른 수가 됩니다.
#
# ```text
# 시드 1
#   |
#   v
#   +---------------------+-------------+------
#   | x: 64,000           | y: 640      | ...
#   +---------------------+-------------+------
#   ^                     ^             ^
#   x를 뽑기 전           y를 뽑기 전   다음에 뽑을 자리
# ```
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw it when "Seeds and generators" begins. The seed sets where reading starts on a long tape, and each draw moves the arrow to the right. When you come to the first cell with the inserted line, move the arrow by one place and then read 64,000 numbers from there. In the second cell, that line does not move the arrow of the separate `Generator`. Say that this is a picture and no more: the real numbers do not shift by one place; they all become different.
#
# ```text
# seed 1
#   |
#   v
#   +---------------------+-------------+------
#   | x: 64,000           | y: 640      | ...
#   +---------------------+-------------+------
#   ^                     ^             ^
#   before drawing x      before y      next place
# ```
#
# </div>
