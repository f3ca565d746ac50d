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
# - 점의 그림을 보고 상관계수의 부호와 크기를 어림합니다.
# - 눈에 띄는 관계를 보면 몇 쌍을 뒤졌는지 묻고, 새 데이터로 규칙인지 가려냅니다.
# - 시드만 알면 누구나 똑같이 다시 만들 수 있는 데이터를 뽑습니다.
# - 규칙이 없는 정답도 맞힐 수 있는 까닭을 점과 직선으로 설명하고, 매개변수의 수만으로는 알 수 없음을 예로 보입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Say the shape of a Tensor such as `x[0]` or `x[:, 2]` without running it.
# - Guess the sign and the size of a correlation from a picture of points.
# - Meet a striking pattern with the question of how many pairs were searched, and use fresh data to tell it from a rule.
# - Draw random data so that anyone who knows the seed can make the same data again.
# - Explain with points and a line why targets without a rule can be matched, and show by an example that the number of parameters alone does not decide.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 오래 걸리는 셀은 없습니다. 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
# - 제목에 "선택"이라고 적힌 두 부분은 아래 계획에 없습니다. 첫 셀의 출력은 컴퓨터마다 다를 수 있고, `cpu`여도 정상입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - No cell takes long. At the start of the lesson, have everyone clear the stored outputs.
# - The two parts with "Optional" in their heading are not in the plan below. The first output of the one on devices can differ between machines; `cpu` is fine.
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
# | 6 | 모양 | 그림에서 샘플 하나와 열 하나를 짚게 합니다. 아래의 세 줄을 함께 입력하고, 실행하기 전에 모양을 적게 합니다. |
# | 6 | 점 64개 | 상관계수의 그림에서 제목을 가리고 큰 것부터 세우게 합니다. 작은 예는 칠판에서 함께 계산합니다. 함수의 코드는 설명하지 않습니다. |
# | 7 | 10,000쌍 | 손을 들어 답을 고르게 합니다. 오른쪽 그림만 먼저 보이고 규칙이라고 믿을 사람을 물은 다음, 왼쪽 그림을 보입니다. |
# | 5 | 새 데이터 | 다시 손을 들게 합니다. 나란한 두 그림 앞에서, 왜 새 데이터라야 하는지 짝끼리 말합니다. |
# | 7 | 시드와 Generator | 칠판 그림을 그립니다. 세 표에서 같은 둘을 찾게 하고, 끼워 넣은 줄 앞에서 어느 쪽이 달라질지 묻습니다. |
# | 7 | 점 두 개와 직선 | 두 점을 지나는 직선을 각자 종이에 그립니다. 셋째 점을 더한 다음 실행합니다. 손실이 0에 닿는 곳을 그림에서 읽습니다. |
# | 5 | 매개변수의 수 | 손을 들어 답을 고르게 합니다. 그림 앞에서 출력 10개를 모두 보아도 왜 직선인지 묻습니다. |
# | 4 | 연습 | 연습 1을 시작합니다. 나머지는 숙제로 냅니다. |
# | 1 | 정리 | 어떤 관계가 진짜인지 어떻게 아는지 한 사람이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Run the first two cells. Ask one student how `y` was made in [lesson 00](../../notebooks/00_whole_program.ipynb). |
# | 6 | Shapes | Have them point at one sample and at one column in the figure. Type the three lines given below; students write down each shape before it runs. |
# | 6 | 64 points | Cover the titles of the pictures and have students order them by size. Work out the small example together on the board. Do not explain the code of the function. |
# | 7 | 10,000 pairs | Count hands for each answer. Show the right panel alone first, and ask who would believe in a rule; then show the left one. |
# | 5 | Fresh data | Count hands again. In front of the two pictures, pairs tell each other why it takes fresh data. |
# | 7 | Seeds and generators | Draw the picture for the board. Students find the two equal tables. Before the cell with the line that slipped in, ask which draw will change. |
# | 7 | Two points and a line | Everyone draws a line through two points on paper. Add a third point, then run. Read off the figure where the loss reaches 0. |
# | 5 | Counting parameters | Count hands. In front of the figure, ask why it is a line for all 10 outputs, too. |
# | 4 | Exercises | Begin exercise 1. The rest is homework. |
# | 1 | Recap | One student says how to tell whether a pattern is real. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: 연습을 모두 숙제로 내고, "시드와 Generator"에서는 세 표만 보이고, "매개변수의 수"를 집에서 읽게 하면 15분쯤 줄어듭니다.
# - **90분**: 연습 1과 연습 2에 20분을 쓰고, "선택"이라고 적힌 두 부분을 함께 실행한 다음, "함께 입력할 코드"와 "먼저 끝낸 학생"에 적힌 것을 모두 해 봅니다. 남는 시간에는 연습 3을 두고 이야기합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: giving all exercises as homework, showing only the three tables in "Seeds and generators" and leaving "Counting parameters" to be read at home saves about 15 minutes.
# - **90 minutes**: take 20 minutes for exercises 1 and 2, run the two optional parts together, and do everything under "Typing together" and "Students who finish early" with the whole class. In the time left, discuss exercise 3.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **모양 맞히기.** "모양"의 그림 뒤에서 한 셀에 한 줄씩 입력하고, 실행하기 전에 답을 받습니다.
#
# ```python
# x[:, 2].shape
# x[19:21].shape
# x[0] + y[0]
# ```
#
# 차례로 `torch.Size([64])`, `torch.Size([2, 1000])`, `RuntimeError`가 나옵니다. 첫 줄에는 (64, 1)이라는 답이 많습니다. 번호 하나로 고른 축은 모양에서 사라집니다. 오류에는 두 크기가 적혀 있으니 함께 읽어 보세요.
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
# **시드를 바꾸어도.** "새 데이터"의 첫 셀 뒤에 입력합니다. 시드는 학생이 고르게 해도 좋습니다.
#
# ```python
# for seed in (20, 27, 29):
#     generator = torch.Generator().manual_seed(seed)
#     x_other, y_other = make_random_data(N, D_in, D_out, generator=generator)
#     print(seed, round(correlations(x_other, y_other).abs().max().item(), 2))
# ```
#
# 0.5, 0.42, 0.51이 나옵니다. 자리는 매번 다르지만 가장 강한 쌍의 크기는 비슷합니다. 처음 데이터에서 새 데이터의 가장 강한 쌍을 보면, `r[53, 6]`은 0.160뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Guess the shape.** After the figure in "Shapes", type one line at a time, each in a cell of its own, and collect answers before you run it.
#
# ```python
# x[:, 2].shape
# x[19:21].shape
# x[0] + y[0]
# ```
#
# These give `torch.Size([64])`, `torch.Size([2, 1000])` and a `RuntimeError`. Many answer (64, 1) for the first line. An axis that is indexed with a single number disappears from the shape. The error names both sizes; read it together.
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
# **Other seeds.** After the first cell of "Fresh data", type the lines below. Let students choose the seeds if you like.
#
# ```python
# for seed in (20, 27, 29):
#     generator = torch.Generator().manual_seed(seed)
#     x_other, y_other = make_random_data(N, D_in, D_out, generator=generator)
#     print(seed, round(correlations(x_other, y_other).abs().max().item(), 2))
# ```
#
# These give 0.5, 0.42 and 0.51. The place differs each time, but the strongest pair is always about as strong. Look up the strongest pair of the fresh data in the first data: `r[53, 6]` is only 0.160.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1. **우연이라면 다른 시드에서는 가장 강한 쌍이 약하지 않을까요?** 흔한 첫 답은 "운이 나쁘면 아주 약하다"입니다. 시드를 10번 바꾸어 보아도 늘 0.4와 0.6 사이입니다. 자리는 매번 다르지만 크기는 미리 알 수 있습니다.
# 2. **샘플이 더 많으면 어떻게 되나요?** 흔한 첫 답은 "더 강한 쌍이 나온다"입니다. 거꾸로입니다. 샘플이 640개이면 가장 강한 것이 0.138, 6400개이면 0.046입니다. 우연은 샘플이 많을수록 약해지고, 규칙은 그대로 남습니다.
# 3. **상관계수 0.475가 규칙인지 어떻게 알 수 있나요?** "더 정밀하게 계산한다"는 답이 자주 나옵니다. 같은 데이터를 아무리 정밀하게 보아도 알 수 없습니다. 새로 뽑은 데이터에서 같은 쌍을 봅니다.
# 4. **`x`의 행만 섞고 `y`를 그대로 두면 무엇을 잃나요?** 흔한 첫 답은 "데이터가 망가진다"입니다. 여기에서는 잃는 것이 없습니다. 처음부터 둘 사이에 관계가 없었기 때문입니다. 규칙이 있는 데이터라면 짝이 깨져 규칙을 잃습니다.
# 5. **은닉 계층의 수가 하나인 신경망도 더 오래 학습시키면 맞히지 않을까요?** 그렇게 믿는 학생이 많습니다. 예측이 한 직선 위에 있는 한, 가장 좋은 직선을 골라도 손실은 528보다 작아질 수 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# 1. **If it is chance, won't the strongest pair be weak with another seed?** The first answer is often "with bad luck, very weak". With 10 other seeds, it is always between 0.4 and 0.6. The place differs each time, but the size can be known in advance.
# 2. **What if there are more samples?** The first answer is often "then there will be stronger pairs". It is the other way around. With 640 samples, the strongest is 0.138, and with 6400 it is 0.046. The more samples, the weaker chance gets, and a rule stays.
# 3. **How can you tell whether a correlation of 0.475 is a rule?** "Compute it more precisely" comes up often. No precision on the same data can tell. Look at the same pair in freshly drawn data.
# 4. **What is lost if you shuffle the rows of `x` and leave `y` alone?** The first answer is often "the data is ruined". Here, nothing is lost, because the two were never connected. In data with a rule, the pairs would be broken and the rule with them.
# 5. **Won't the network with one hidden number match the targets if it is trained longer?** Many believe so. As long as its predictions lie on one line, even the best line cannot bring the loss below 528.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 `Generator`를 어디에서 만드는지, 무엇을 먼저 뽑는지 보세요. 연습 2에서는 편향을 몇 개로 세는지, 두 수가 같을 때와 `H`가 0일 때를 어떻게 다루는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look at where the `Generator` is made and what is drawn first. In exercise 2, look at how many biases are counted, and at what becomes of equal counts and of an `H` of 0.
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
# - **규칙은 남습니다.** 정답을 `y + x[:, :10]`으로 바꾸어 `x`와의 상관계수를 구합니다. `x`의 0번 열과 정답의 0번 열 사이의 값이 0.711이고, 새 데이터로 똑같이 하면 0.702입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Half the samples.** With seed 1, run `make_random_data(32, D_in, D_out, generator=generator)` and compare the two Tensors with `x[:32]` and `y[:32]`, using `torch.equal`. The inputs are equal, the targets are not. Targets are drawn after the inputs, so with fewer inputs they start at another place.
# - **A rule stays.** Make the targets `y + x[:, :10]` and compute the correlations with `x`. Between column 0 of `x` and column 0 of the targets, the value is 0.711. The same with the fresh data gives 0.702.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# "시드와 Generator"를 시작할 때 그립니다. 시드는 긴 테이프에서 읽기 시작하는 자리를 정하고, 뽑을 때마다 화살표가 오른쪽으로 갑니다. 줄을 끼워 넣은 셀에 이르면 함께 쓰는 `Generator`의 화살표를 한 자리 옮긴 다음 거기에서 읽어 보이세요. 따로 만든 `Generator`의 화살표는 그 줄이 있어도 움직이지 않습니다. 그림은 비유일 뿐이라고 말해 두세요. 실제로는 수가 한 칸씩 밀리지 않고 모두 다른 수가 됩니다.
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
# Draw it when "Seeds and generators" begins. The seed sets where reading starts on a long tape, and each draw moves the arrow to the right. When you come to the cell with the line that slipped in, move the arrow of the shared `Generator` by one place and then read from there. That line does not move the arrow of the separate `Generator`. Say that this is a picture and no more: the real numbers do not shift by one place; they all become different.
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
