# %% [markdown]
# # 01 무작위 데이터 · Random data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 점들이 오른쪽으로 갈수록 올라갑니다. 여기에는 규칙이 있을까요, 아니면 우연일까요? 어떤 관계가 진짜인지 어떻게 알 수 있을까요? [수업 00](00_whole_program.ipynb)의 모델(model)은 무작위(random)로 뽑은 정답(target)을 외웠습니다(memorize). 이 수업에서는 그 데이터를 다시 뽑아, 없는 줄 알면서도 규칙을 찾아 나섭니다.
#
# - **다루는 것**: 텐서(Tensor)의 모양(shape), 우연한 관계, 시드(seed), 외울 수 있는 조건
# - **할 일**: 관계가 가장 강한 두 열을 찾아 새 데이터에서 다시 보고, 모델이 정답을 남김없이 맞힐 수 있는 때와 없는 때를 가려냅니다.
# - **배우는 것**: 관계가 우연인지 가리는 법, 같은 수를 다시 뽑는 법, 무작위로 뽑은 정답도 맞힐 수 있는 까닭을 알게 됩니다.
# - **준비**: [수업 00](00_whole_program.ipynb)을 마쳤으면 됩니다. 평균과 표준편차가 무엇인지 대강 알면 좋습니다.
# - **시간**: 50분이면 됩니다. 제목에 "선택"이라고 적힌 부분은 건너뛰어도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Some points rise to the right. Is this a rule, or is it chance? When is a pattern real? In [lesson 00](00_whole_program.ipynb), a model memorized targets that were drawn at random. In this lesson, you draw the same data again and go looking for a rule in it, although you know that there is none.
#
# - **What it is about**: shapes of Tensors, patterns by chance, seeds, and what makes memorizing possible
# - **What you will do**: find the two columns that are most closely related, look at them again in fresh data, and see when a model can match every target and when it cannot.
# - **What you will learn**: how to tell whether a pattern is chance, how to draw the same numbers again, and why random targets can be matched at all.
# - **What you need**: [lesson 00](00_whole_program.ipynb). It helps to know roughly what a mean and a standard deviation are.
# - **Time**: 50 minutes. You can skip the parts with "Optional" in their heading.
#
# </div>

# %% tags=["setup"]
from tutorial_helpers import setup_notebook

setup_notebook()

# %% [markdown] tags=["lang-ko", "language-switch"]
# <div lang="ko" style="word-break: keep-all">
#
# 한국어만 보려면 아래 셀의 마지막 줄을 `show_language("ko")`로, 영어만 보려면 `show_language("en")`으로 고쳐 한 번 실행하세요. 고른 언어는 다른 수업에서도 그대로이고, `show_language("both")`를 실행하면 다시 둘 다 보입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "language-switch"]
# <div lang="en">
#
# To see only English, change the last line of the cell below to `show_language("en")`, or to `show_language("ko")` for only Korean, and run it once. The other lessons follow your choice, and `show_language("both")` brings both languages back.
#
# </div>

# %% tags=["language-switch"]
from tutorial_helpers import show_language

show_language()

# %% [markdown]
# ## 모양 · Shapes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 크기는 [수업 00](00_whole_program.ipynb)과 같습니다. 샘플(sample)은 `N`개, 샘플마다 입력(input)은 수 `D_in`개, 정답은 수 `D_out`개입니다. `torch.randn`은 평균이 0, 표준편차가 1인 정규분포(normal distribution)에서 수를 뽑아 원하는 모양의 텐서를 채웁니다. 수를 만들어 내는 `generator`는 뒤의 "시드와 Generator"에서 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The sizes are those of [lesson 00](00_whole_program.ipynb): `N` samples, each with an input of `D_in` numbers and a target of `D_out`. `torch.randn` fills a Tensor of the shape you ask for with numbers from the normal distribution with mean 0 and standard deviation 1. They are made by `generator`; more on that in "Seeds and generators".
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x = torch.randn(N, D_in, generator=generator)
y = torch.randn(N, D_out, generator=generator)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 두 텐서를 표로 그립니다. 수 하나를 색 하나로 나타내고, `x`는 처음 100열만 그립니다. 검은 테두리 안이 샘플 하나입니다. 두 표에서 무엇이 같고 무엇이 다른가요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Here are both Tensors as tables, with a color for each number; of `x`, you see the first 100 columns. The black frames mark one sample. What do the two tables have in common, and how do they differ?
#
# </div>

# %% tags=["slide"]
fig, axes = plt.subplots(1, 2, sharey=True, width_ratios=[7, 1], layout="constrained")
for ax, tensor, name in zip(axes, (x, y), ("x", "y"), strict=True):
    shown = tensor[:, :100].numpy()
    image = ax.imshow(shown, aspect="auto", cmap="PRGn", vmin=-3, vmax=3, label=name)
    ax.axhspan(19.5, 20.5, fill=False, edgecolor="black", linewidth=2, label="샘플 · a sample")
    ax.set(title=f"{name}: {tuple(tensor.shape)}", xlabel="열 · column")
    ax.grid(False)
axes[0].set_ylabel("샘플 · sample")
fig.colorbar(image, label="값 · value")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 두 표는 너비가 다르지만 높이는 같습니다. `x`의 한 행과 `y`의 같은 행이 함께 샘플 하나를 이루기 때문입니다. `x[0]`은 첫째 행, 즉 첫 샘플의 입력이고, `x[:, 0]`은 첫째 열, 즉 샘플마다 수를 하나씩 모은 것입니다. `x[0, 0]`은 수 하나입니다. 세 모양을 말해 본 다음 실행해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The tables are not equally wide, but equally tall, because a row of `x` and the same row of `y` make up one sample. `x[0]` is the first row, the input of the first sample, and `x[:, 0]` is the first column, a number from each sample. `x[0, 0]` is a single number. Say all three shapes before you run the cell.
#
# </div>

# %% tags=["slide"]
print("x[0]:   ", tuple(x[0].shape))
print("x[:, 0]:", tuple(x[:, 0].shape))
print("x[0, 0]:", tuple(x[0, 0].shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 괄호 안의 번호는 모양에서 수를 하나씩 지우고, 콜론은 그대로 둡니다. 번호가 두 개이면 남는 것이 없어서 모양이 비어 있습니다.
#
# 차원(dimension)이라는 말에는 두 가지 뜻이 있습니다. 수가 1000개인 입력을 1000차원이라고 하는데, 행과 열이 있는 `x`도 2차원 텐서라고 합니다. 이 강좌에서는 뒤의 것을 축(axis)이라고 부릅니다. 코드의 `dim=0`은 0번 축을 따라, 즉 열마다 위에서 아래로 계산하라는 뜻입니다. `x.mean(dim=0)`은 열마다 평균을 내므로 모양이 `(1000,)`입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Each whole number in the brackets takes one number out of the shape, and a colon keeps it. With two of them, nothing is left, and the shape is empty.
#
# The word dimension has two meanings. An input of 1000 numbers has 1000 dimensions, but `x`, with its rows and columns, is also a Tensor of 2 dimensions. For the second meaning, this course says axis. In code, `dim=0` means: along axis 0, down the rows. So `x.mean(dim=0)` takes the mean of each column, and its shape is `(1000,)`.
#
# </div>

# %% [markdown]
# ## 점 64개 · 64 points

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `x`의 열 하나와 `y`의 열 하나를 골라 샘플마다 점을 하나씩 찍습니다. 가로는 입력, 세로는 정답입니다. 입력을 알면 정답을 조금이라도 짐작할 수 있을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Take one column of `x` and one of `y`, and draw a point for each sample, the input across and the target up. If you know the input, can you guess the target at all?
#
# </div>

# %% tags=["slide"]
fig, ax = plt.subplots(figsize=(4.2, 3.4))
ax.scatter(x[:, 0], y[:, 0], s=14, label="샘플 · samples")
ax.set(xlabel="x[:, 0]", ylabel="y[:, 0]")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 눈으로는 판단하기 어렵습니다. 그래서 관계를 수 하나로 나타내는 상관계수(correlation coefficient)를 씁니다. 아래 그림에서 상관계수의 부호는 무엇을, 크기는 무엇을 말해 주나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# It is hard to tell by eye, so use a number for it, the correlation coefficient. In the pictures below, what does its sign tell you, and what does its size?
#
# </div>

# %% tags=["slide"]
from tutorial_helpers import plot_correlation

fig, axes = plt.subplots(1, 3, sharey=True, figsize=(7.5, 2.9), layout="constrained")
for ax, r in zip(axes, (0.9, 0, -0.5), strict=True):
    plot_correlation(r, ax)
    ax.label_outer()
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 상관계수의 부호는 오르는지 내리는지를, 크기는 직선에 얼마나 가까운지를 말합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# A correlation's sign says up or down; its size says how close to a line.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 양수이면 오른쪽 위로, 음수이면 오른쪽 아래로 모입니다. 1이나 -1이면 모든 점이 직선 위에 있고, 0이면 따를 직선이 없습니다.
#
# 작은 예로 계산해 봅니다. 한 열은 (-1, 0, 1), 다른 열은 (1, 0, -1)입니다. 둘 다 평균은 0이고 표준편차는 1입니다. PyTorch의 `std`는 제곱의 합을 샘플의 수 3이 아니라 1 작은 2로 나누기 때문입니다. 이런 열이면 같은 자리의 수끼리 곱하여 더하고, 똑같이 2로 나눕니다. $-1 + 0 - 1 = -2$이므로 -1이 나옵니다. 점 세 개가 내리는 직선 위에 있으니 맞습니다.
#
# 다른 열이라면 먼저 평균을 빼고 표준편차로 나눕니다. 그다음은 모든 쌍에서 한꺼번에 계산합니다. `x.T`는 `x`의 행과 열을 바꾼 것이고, 행렬 곱(matrix multiplication) `x.T @ y`에는 `x`의 열마다 행이, `y`의 열마다 열이 하나씩 있습니다. 그 행과 열이 만나는 자리에 두 열을 같은 자리끼리 곱하여 더한 수가 들어갑니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If it is positive, the points gather along a line that rises; if negative, along one that falls. At 1 or -1, all of them lie on the line. At 0, there is no line to follow.
#
# Compute a small one. The columns are (-1, 0, 1) and (1, 0, -1). Both have mean 0 and standard deviation 1, because `std` in PyTorch divides the sum of squares not by 3, the number of samples, but by 1 less, 2. For such columns, multiply the numbers place by place, add, and divide by 2 again. $-1 + 0 - 1 = -2$ makes -1. Right: the three points lie on a falling line.
#
# Other columns first need their mean subtracted and must be divided by their standard deviation. The rest is done for all pairs at once. `x.T` is `x` with rows and columns exchanged, and the matrix multiplication `x.T @ y` then has a row for each column of `x` and a column for each one of `y`: all pairs, multiplied place by place and added up.
#
# </div>


# %%
def correlations(x, y):
    x = (x - x.mean(dim=0)) / x.std(dim=0)
    y = (y - y.mean(dim=0)) / y.std(dim=0)
    return x.T @ y / (len(x) - 1)


r = correlations(x, y)
print("shape:", tuple(r.shape))
print(f"r[0, 0]: {r[0, 0].item():.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞에서 그린 두 열의 상관계수는 0.102입니다. 관계가 거의 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The two columns from above have a correlation of 0.102. That is next to nothing.
#
# </div>

# %% [markdown]
# ## 10,000쌍 · 10,000 pairs

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 왜 한 쌍만 보고 그만둘까요? `x`의 열 1000개와 `y`의 열 10개를 짝지으면 10,000쌍이고, `r`에는 그 상관계수가 모두 들어 있습니다. `y`를 뽑을 때 `x`는 쓰지도 않았습니다. 이렇게 입력과 아무 관계가 없는 정답을 잡음(noise)이라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Why stop after one pair? The 1000 columns of `x` and the 10 of `y` make 10,000 pairs, and `r` holds all their correlations. Remember that `x` was not used to draw `y`. Targets that do not depend on the inputs at all are called noise.
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 상관계수 10,000개 가운데 0에서 가장 먼 것은, 부호를 떼고 보면 얼마쯤일까요?
#
# 1. 0에 가깝습니다.
# 2. 0과 1의 한가운데쯤입니다.
# 3. 1에 가깝습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** Of the 10,000 correlations, one is farthest from 0. How large is it, whatever its sign?
#
# 1. Close to 0.
# 2. About halfway between 0 and 1.
# 3. Close to 1.
#
# </div>

# %%
i, j = (int(k) for k in torch.unravel_index(r.abs().argmax(), r.shape))
print(f"number of pairs: {r.numel():,}")
print(f"mean of r: {r.mean().item():.3f}")
print(f"farthest from 0: r[{i}, {j}] = {r[i, j].item():.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 2번입니다. `x`의 861번 열과 `y`의 3번 열 사이의 상관계수가 0.475입니다. (`argmax`가 가장 큰 수의 자리를 찾고, `unravel_index`가 그것을 행과 열의 번호로 바꿉니다.) 아래에는 10,000개가 퍼진 모습이, 그 오른쪽에는 가장 강한 쌍이 나옵니다. 이 쌍은 정말 특별할까요? 왼쪽에서 어디에 놓여 있는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 2 wins. Between column 861 of `x` and column 3 of `y`, the correlation is 0.475. (`argmax` finds the place of the largest number, and `unravel_index` turns it into a row and a column.) Below, you see how all 10,000 are spread and, on the right, the strongest pair. Is it really special? See where it stands on the left.
#
# </div>

# %% tags=["slide"]
fig, axes = plt.subplots(1, 2, width_ratios=[3, 2], figsize=(7.5, 3.4), layout="constrained")
axes[0].hist(r.flatten(), bins=50, range=(-0.5, 0.5), label="쌍 · pairs")
axes[0].axvline(r[i, j], color="C1", linestyle="--", label="가장 강한 쌍 · the strongest")
axes[0].set(xlabel="상관계수 · correlation", ylabel="쌍의 수 · pairs")
axes[0].set_ylim(0, 850)
axes[0].legend(loc="upper left", fontsize=9)
axes[1].scatter(x[:, i], y[:, j], s=14, color="C1", label="샘플 · samples")
axes[1].set(xlabel=f"x[:, {i}]", ylabel=f"y[:, {j}]")
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 10,000쌍을 뒤졌더니 상관계수가 0.475인 쌍이 나왔습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Among 10,000 pairs, one turned up with a correlation of 0.475.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 왼쪽에서는 종 모양의 맨 끝에 있습니다. 막대가 너무 낮아 보이지도 않는 곳입니다. 그래도 10,000쌍이나 되니 누군가는 맨 끝에 서기 마련입니다. 그런데 오른쪽 그림만 보면 정말 규칙 같습니다. 어느 쪽을 믿어야 할까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# On the left, it stands at the far end of the bell, where the bars are too low to see. Still, among 10,000 pairs, one has to be last. Yet the right panel alone really looks like a rule. Which of the two should you believe?
#
# </div>

# %% [markdown]
# ## 새 데이터 · Fresh data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 규칙인지 우연인지 가릴 수 있습니다. 다른 시드로 샘플 64개를 새로 뽑아 같은 두 열을 다시 봅니다. 도우미 함수(function) `make_random_data`는 이 수업의 첫머리에서처럼 `x`와 `y`를 차례로 뽑습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There is a way to tell: draw 64 fresh samples with another seed, and look at the same two columns again. The helper `make_random_data` draws `x` and then `y`, as at the beginning of this lesson.
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 처음 데이터에서 0.475였던 두 열의 상관계수는 새 데이터에서 얼마쯤일까요?
#
# 1. 0 근처이고, 음수일 수도 있습니다.
# 2. 절반쯤으로 줄어듭니다.
# 3. 이번에도 거의 그만큼입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** In the first data, the two columns had a correlation of 0.475. What will it be in fresh data?
#
# 1. Near 0, and it may well be negative.
# 2. About half of that.
# 3. About the same again.
#
# </div>

# %%
from tutorial_helpers import make_random_data

generator = torch.Generator().manual_seed(7)
x_fresh, y_fresh = make_random_data(N, D_in, D_out, generator=generator)
r_fresh = correlations(x_fresh, y_fresh)
print(f"first data: {r[i, j].item():.3f}")
print(f"fresh data: {r_fresh[i, j].item():.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1번입니다. -0.069로, 부호까지 바뀌었습니다. 두 그림을 나란히 놓고 보면 어떤가요? 오르던 점들은 어디로 갔을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 1 wins. It is -0.069; even the sign has changed. Compare the pictures side by side. What has become of the rising points?
#
# </div>

# %% tags=["slide"]
fig, axes = plt.subplots(1, 2, sharex=True, sharey=True, figsize=(7, 3.4), layout="constrained")
axes[0].scatter(x[:, i], y[:, j], s=14, color="C1", label="샘플 · samples")
axes[0].set(title="처음 데이터 · first data", xlabel=f"x[:, {i}]", ylabel=f"y[:, {j}]")
axes[1].scatter(x_fresh[:, i], y_fresh[:, j], s=14, color="C0", label="샘플 · samples")
axes[1].set(title="새 데이터 · fresh data", xlabel=f"x[:, {i}]")
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 우연히 생긴 관계는 새 데이터까지 좀처럼 따라오지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# What came about by chance rarely follows you into fresh data.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 오르는 모습이 사라졌습니다. 그만큼 강한 규칙이었다면 거의 틀림없이 여기에도 남아 있을 것입니다. 새 데이터에는 강한 쌍이 하나도 없는 걸까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The rise is gone. A rule that strong would almost certainly still show. So is there no strong pair in the fresh data at all?
#
# </div>

# %%
place = torch.unravel_index(r_fresh.abs().argmax(), r_fresh.shape)
print("strongest pair of the fresh data:", [int(k) for k in place])
print(f"its correlation: {r_fresh[place].item():.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 있습니다. 상관계수는 0.477로 거의 그대로인데, 53번 열과 6번 열이라는 전혀 다른 자리입니다. 뒤지면 또 나옵니다. 점의 그림에는 몇 쌍을 뒤져서 찾아냈는지가 나오지 않습니다. 그래서 어떤 관계가 진짜인지는 **찾을 때 쓰지 않은 데이터**로 가려야 합니다. [수업 06](06_what_was_learned.ipynb)에서 모델을 이 방법으로 시험합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There is one. Its correlation of 0.477 is about as strong, but in quite another place, columns 53 and 6. Search, and you will find. A picture of points does not tell how many pairs were searched to find it. So to know whether a pattern is real, look at **data that you did not use in the search**. [Lesson 06](06_what_was_learned.ipynb) puts a model to this test.
#
# </div>

# %% [markdown]
# ## 시드와 Generator · Seeds and generators

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 이야기를 여러분이 똑같이 따라올 수 있었던 것은 시드 덕분입니다. 컴퓨터는 무작위 수를 계산해서 만듭니다. 시드는 그 계산의 출발점이고, `Generator`는 계산이 어디까지 왔는지 기억합니다. 같은 `Generator`에서 표를 두 번 뽑고, 같은 시드로 새로 만든 `Generator`에서 한 번 더 뽑습니다. 세 표 가운데 어느 둘이 똑같을까요? 자리를 아끼려고 표를 눕혀서, 샘플이 가로로 늘어섭니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# You could follow this story number by number thanks to a seed. A computer calculates its random numbers. The seed is where the calculation starts, and a `Generator` remembers how far it has come. Draw two tables from one `Generator`, then a third from a new `Generator` with the same seed. Which two of the three are the same? To save room, the tables lie on their side: samples run across.
#
# </div>

# %% tags=["slide"]
from tutorial_helpers import plot_tables

generator = torch.Generator().manual_seed(1)
first = torch.randn(N, D_out, generator=generator)
second = torch.randn(N, D_out, generator=generator)
again = torch.randn(N, D_out, generator=torch.Generator().manual_seed(1))
ax = plot_tables({"처음 · first": first, "이어서 · second": second, "새로 · again": again})
ax.set_ylabel("열 · column", labelpad=12)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 이어서 뽑으면 다른 표가, 같은 시드로 처음부터 뽑으면 같은 표가 나옵니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Drawing on gives another table; starting over with the seed, the same one.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 맨 위와 맨 아래가 같습니다. 가운데는 첫 표에 이어서 뽑은 것입니다.
#
# PyTorch에는 프로그램 전체가 함께 쓰는 `Generator`도 하나 있습니다. `torch.manual_seed`가 그 시드를 정하고, `generator`를 넘기지 않은 `torch.randn`이 거기에서 뽑습니다. 수를 하나 뽑는 줄을 몰래 끼워 넣고, 함께 쓰는 `Generator`와 따로 만든 `Generator`에서 표를 뽑아 봅니다. 어느 쪽이 `first`와 달라질까요? 셀은 한 자리씩 견주어 가장 큰 차이를 보여 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Top and bottom are the same. The middle one goes on where the first one stopped.
#
# PyTorch also has one `Generator` that the whole program shares. `torch.manual_seed` sets its seed, and `torch.randn` draws from it if you pass no `generator`. Let a line that draws one number slip in, and draw a table from the shared `Generator` and one from a separate one. Which will differ from `first`? The cell prints the largest difference in any place.
#
# </div>

# %% tags=["slide"]
torch.manual_seed(1)
torch.rand(1)  # 끼워 넣은 줄 · the line that slipped in
shared = torch.randn(N, D_out)

generator = torch.Generator().manual_seed(1)
torch.rand(1)  # 끼워 넣은 줄 · the line that slipped in
own = torch.randn(N, D_out, generator=generator)
print("shared Generator:", round((shared - first).abs().max().item(), 2))
print("separate one:    ", round((own - first).abs().max().item(), 2))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 함께 쓰는 쪽은 한 줄 때문에 데이터가 통째로 달라져서, 차이가 4.97이나 됩니다. 따로 만든 쪽은 차이가 0.0, 그대로입니다. 그런 줄은 남이 만든 함수 안에 숨어 있기도 합니다. 그래서 이 강좌에서는 데이터를 늘 전용 `Generator`에서 뽑습니다.
#
# 그런데 [수업 00](00_whole_program.ipynb)에서는 모델을 만들기 직전에 `torch.manual_seed(2)`라고 했습니다. `nn.Linear`에는 `generator`를 넘길 수 없고, 처음 가중치(weight)를 늘 함께 쓰는 `Generator`에서 뽑기 때문입니다. 그래서 두 줄을 꼭 붙여 둡니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With the shared one, a single line changed the data, by up to 4.97. Drawn from its own `Generator`, the data stayed the same: the difference is 0.0. Such a line can also hide inside somebody else's function, so this course draws data from a `Generator` made for it.
#
# But in [lesson 00](00_whole_program.ipynb), there was `torch.manual_seed(2)` before the model was made. You cannot pass a `generator` to `nn.Linear`; it always draws its first weights from the shared one. So keep the two lines together.
#
# </div>

# %% [markdown]
# ## 점 두 개와 직선 · Two points and a line

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 규칙이 없는데 [수업 00](00_whole_program.ipynb)의 모델은 어떻게 정답을 거의 다 맞혔을까요? 가장 작은 경우부터 봅니다. 입력도 정답도 수 하나이고, 모델은 직선 하나입니다. 가중치가 기울어진 정도, 편향(bias)이 높이를 정합니다. 샘플 두 개의 입력이 0과 1, 정답이 1과 3이면 $1 + 2x$가 둘 다 맞힙니다. 두 정답이 무엇이든 두 점을 지나는 직선은 있습니다.
#
# 입력이 2, 정답이 2인 샘플이 하나 더 오면 어떻게 될까요? 그리고 샘플마다 입력을 하나 더 주어 두 개로 만들면 어떻게 달라질까요? `plot_fit`은 정답에 가장 가까운 예측(prediction)을 그립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If there is no rule, how could the model of [lesson 00](00_whole_program.ipynb) match almost every target? Start with the smallest case: input and target are one number each, and the model is a line. Its weight sets how steep it is, its bias how high. For two samples with inputs 0 and 1 and targets 1 and 3, $1 + 2x$ matches both. Whatever the two targets are, some line goes through both points.
#
# What if a third sample comes along, with input 2 and target 2? And what if each sample gets a second input? `plot_fit` draws the predictions that come closest to the targets.
#
# </div>

# %% tags=["slide"]
from tutorial_helpers import plot_fit

inputs = torch.tensor([[0.0, 0], [1, 0], [2, 1]])
targets = torch.tensor([1.0, 3, 2])

fig, axes = plt.subplots(1, 3, sharex=True, sharey=True, layout="constrained")
plot_fit(inputs[:2, :1], targets[:2], axes[0])
plot_fit(inputs[:, :1], targets, axes[1])
plot_fit(inputs, targets, axes[2])
for ax in axes:
    ax.label_outer()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 가운데에서는 가장 좋은 직선조차 세 점을 모두 빗나갑니다. 오른쪽에서는 샘플마다 둘째 입력을 주었습니다. 처음 두 샘플에서는 0이고 예측은 실선을, 셋째 샘플에서는 1이고 예측은 파선을 따릅니다. 왼쪽 그림의 직선 $1 + 2x$는 셋째 샘플에서 5를 예측하니 정답 2보다 3이 큽니다. 둘째 입력의 가중치를 -3으로 두면 그 샘플만 3만큼 내려가고 나머지는 그대로입니다. 샘플 하나에 조절할 수 하나가 더 생긴 덕분입니다.
#
# 이제 프로그램의 크기입니다. `x`의 앞쪽 열 `d`개만 입력으로 쓰고, 계층(layer) 하나로 낼 수 있는 가장 작은 손실(loss)을 구합니다. `torch.linalg.lstsq`는 그런 가중치를 단번에 찾아 줍니다. 편향은 늘 1인 열로 대신합니다. 이 열을 `torch.cat`으로 1번 축을 따라, 즉 옆에 이어 붙입니다. 실행하기 전에 어림해 보세요. 열이 몇 개일 때 손실이 0에 닿을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In the middle, even the best line misses all three points. On the right, there is a second input: 0 for the first two samples, whose predictions follow the solid line, and 1 for the third, which follows the dashed one. For the third sample, the line $1 + 2x$ of the left panel predicts 5, which is 3 above its target of 2. Let the weight of the second input be -3, and this sample alone moves down by 3. One more sample, one more number to adjust.
#
# Now for the size of the program. Use only the first `d` columns of `x` as inputs, and compute the smallest loss that a single layer can reach. `torch.linalg.lstsq` finds such weights in one go. A column that is always 1 takes the place of the bias; `torch.cat` puts it beside the others, along axis 1. Guess before you run the cells: with how many columns does the loss reach 0?
#
# </div>


# %%
def smallest_loss(inputs):
    with_ones = torch.cat([torch.ones(N, 1), inputs], dim=1)
    weights = torch.linalg.lstsq(with_ones, y).solution
    return ((with_ones @ weights - y) ** 2).sum().item()


# %% tags=["slide"]
counts = range(0, 101)
fig, ax = plt.subplots()
ax.plot(counts, [smallest_loss(x[:, :d]) for d in counts], label="가장 작은 손실 · smallest loss")
ax.set(xlabel="입력으로 쓴 열의 수 d · columns used, d", ylabel="가장 작은 손실 · smallest loss")
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 무작위로 뽑은 열이 63개이면 계층 하나로 샘플 64개를 모두 맞힙니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# With 63 random columns, a single layer can match all 64 samples.
#
# </div>

# %%
for d in (62, 63, 1000):
    print(d, "columns:", round(smallest_loss(x[:, :d]), 2))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 열이 늘 때마다 손실이 많든 적든 줄다가, 열 63개에서 바닥에 닿습니다. 편향까지 더하면 출력(output) 하나에 조절할 수가 64개, 꼭 샘플의 수만큼입니다. 어느 열도 정답과 관계가 없는데 그렇습니다. 프로그램에는 열이 1000개나 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Each further column takes away some of the loss, sometimes more, sometimes less, until it is all gone at 63. With the bias, each output then has 64 numbers to adjust, exactly as many as there are samples. The columns have nothing to do with the targets, and still it works. The program has 1000 of them.
#
# </div>

# %% [markdown]
# ## 매개변수의 수 · Counting parameters

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 그렇다면 매개변수(parameter)가 맞혀야 할 수보다 많으면 다 맞힐 수 있을까요? [수업 00](00_whole_program.ipynb)의 신경망(neural network)에서 은닉 계층(hidden layer)의 크기를 1로 줄여 봅니다.
#
# 그래도 매개변수는 가중치 1000개와 편향 1개, 다시 가중치 10개와 편향 10개, 모두 1,021개입니다. 맞혀야 할 수는 640개입니다. (계층이라는 말에도 두 가지 뜻이 있습니다. `nn.Linear` 같은 계산을 가리키기도 하고, 은닉 계층처럼 그 계산에서 나온 수를 가리키기도 합니다.)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# So can a network match everything if it has more parameters than there are numbers to match? Shrink the hidden layer of the network in [lesson 00](00_whole_program.ipynb) to size 1.
#
# There are still 1000 weights and 1 bias, then 10 weights and 10 biases: 1,021 parameters in all, for 640 numbers to match. (The word layer, too, has two meanings: a computation such as `nn.Linear`, or, as in hidden layer, the numbers that come out of one.)
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 늘 0이라고 예측하면 손실은 659입니다. 은닉 계층의 크기가 1인 신경망을 500단계(step) 학습(training)시키면 손실은 얼마가 될까요?
#
# 1. 매개변수가 더 많으니 거의 0이 됩니다.
# 2. 절반쯤으로 줄어듭니다.
# 3. 절반까지도 내려가지 못합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** Predicting 0 every time costs a loss of 659. Train the network with a hidden layer of size 1 for 500 steps. Where does its loss end?
#
# 1. Near 0, because it has more parameters than it needs.
# 2. At about half.
# 3. Far above half.
#
# </div>

# %%
torch.manual_seed(3)
model = nn.Sequential(nn.Linear(D_in, 1), nn.ReLU(), nn.Linear(1, D_out))
loss_fn = nn.MSELoss(reduction="sum")
for t in range(500):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= 1e-4 * param.grad

print(f"parameters: {sum(param.numel() for param in model.parameters()):,}")
print(f"numbers to match: {y.numel()}")
print(f"loss of predicting 0: {(y**2).sum().item():.0f}")
print(f"loss after training:  {loss.item():.0f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 3번입니다. 500단계를 학습시켜도 손실은 597입니다. 더 오래 학습시키면 될까요? 그림이 답해 줍니다. 샘플마다 정답 10개 가운데 마지막 두 개를 가로와 세로로 놓았습니다. 예측은 어디에 놓여 있나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 3 wins: after 500 steps, the loss is still 597. Would more steps help? The picture answers. For each sample, it takes the last two of the 10 targets, one across and one up. Where do the predictions lie?
#
# </div>

# %% tags=["slide"]
y_pred = model(x).detach()
fig, ax = plt.subplots(figsize=(5, 4))
ax.scatter(y[:, 8], y[:, 9], s=22, color="C0", label="정답 · targets")
ax.scatter(y_pred[:, 8], y_pred[:, 9], s=22, color="C1", marker="x", label="예측 · predictions")
ax.set(xlabel="y[:, 8]", ylabel="y[:, 9]")
ax.set_ylim(-3, 3.2)
ax.legend(loc="upper center", ncols=2)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 은닉 계층의 크기가 1이면 모든 예측이 한 직선 위에 놓입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# With a hidden layer of size 1, all predictions lie on one line.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 정답은 사방에 흩어져 있는데 예측은 한 직선을 벗어나지 못합니다. 더 오래 학습시키면 직선이 움직일 뿐, 꺾이지는 않습니다. 출력 10개가 모두 은닉 계층의 수 `h` 하나를 따르기 때문입니다. `h`가 정해지면 출력 10개가 한꺼번에 정해집니다. ReLU가 `h`를 0으로 만든 샘플은 모두 직선의 끝점에 겹쳐 있습니다. 매개변수는 거의 모두 그 수 하나를 만드는 데 쓰입니다. 몇 개인지만이 아니라 어디에 있는지도 보아야 합니다.
#
# [수업 00](00_whole_program.ipynb)에서는 은닉 계층의 크기가 100이었습니다. 학습하기 전의 `h`를 그대로 두고 마지막 계층의 가중치와 편향만 잘 골라도 정답을 다 맞힐 수 있을까요? `model[:2]`는 앞의 두 부분, 즉 첫 계층과 ReLU입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The targets are scattered all over, but the predictions cannot leave one line. More steps can move that line, but never bend it. All 10 outputs follow a single hidden number, `h`: once `h` is known, so are all 10. Samples for which the ReLU made `h` 0 all sit on the end point. Nearly all of the parameters go into making that one number. What counts is where the parameters are as well as how many.
#
# In [lesson 00](00_whole_program.ipynb), there were 100 hidden numbers. Take its `h` as it is before any training. If you only choose the weights and biases of the last layer, can you match all targets? `model[:2]` is the first two parts, the first layer and the ReLU.
#
# </div>

# %%
torch.manual_seed(2)
model = nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))
h = model[:2](x).detach()
print("h:", tuple(h.shape))
print("smallest loss:", round(smallest_loss(h), 2))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 맞힐 수 있습니다. 필요한 열은 63개인데 `h`에는 100개가 있고, 가중치가 무작위여서 열마다 다르게 움직입니다. 규칙이 없어도 손실이 0에 가까워질 여지는 처음부터 있었습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# It could. It takes 63 columns, and `h` has 100, each moving in its own way because the weights are random. There was room for a loss near 0 from the beginning, rule or no rule.
#
# </div>

# %% [markdown]
# ## 선택: 자료형 · Optional: Data types

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 텐서의 자료형(data type)은 수를 어떤 꼴로, 몇 바이트에 담을지 정합니다. `randn`은 따로 정하지 않으면 `float32`를 씁니다. Python에서 소수점이 있는 수는 `float64`입니다. 얼마나 다를까요? 1에 `1e-8`을 더했다가 1을 빼 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The data type of a Tensor sets how its numbers are stored, and in how many bytes. Unless told otherwise, `randn` uses `float32`. Python's own numbers with a decimal point are `float64`. What is the difference? Add `1e-8` to 1, then subtract 1.
#
# </div>

# %% tags=["slide"]
for dtype in (torch.float32, torch.float64):
    one = torch.ones(1, dtype=dtype)
    print(dtype)
    print("  bytes:       ", one.element_size())
    print("  1 + 1e-8 - 1:", f"{(one + 1e-8 - 1).item():.3g}")
    print("  eps:         ", f"{torch.finfo(dtype).eps:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `float32`에서는 더한 것이 사라졌습니다. `eps`는 그 자료형에서 1과, 1보다 큰 바로 다음 수 사이의 간격입니다. `float32`에서는 1.19e-07이므로 유효 숫자가 일곱 자리쯤 됩니다. 신경망에는 넉넉하고, 메모리는 `float64`의 절반만 듭니다.
#
# 두 자료형은 더할 때에는 `float64`로 맞추어지지만, 행렬 곱에서 만나면 오류가 납니다. 소수로 만든 NumPy 배열은 대개 `float64`이고, `torch.from_numpy`는 자료형을 그대로 둡니다. 그런 데이터를 모델에 넣어 봅니다. `try`와 `except`는 오류가 나도 멈추지 않고 무슨 오류인지 보여 주게 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In `float32`, what was added is lost. `eps` is the gap between 1 and the next number above 1 that the data type can hold. In `float32`, it is 1.19e-07, so numbers have about seven significant digits. That is plenty for a neural network and takes half the memory of `float64`.
#
# When two data types are added, both become `float64`; when they meet in a matrix multiplication, that is an error. NumPy arrays of decimal numbers are usually `float64`, and `torch.from_numpy` keeps the type. Put such data into the model. With `try` and `except`, the cell does not stop at the error but prints what it says.
#
# </div>

# %% tags=["slide"]
x_numpy = x.numpy().astype("float64")
try:
    model(torch.from_numpy(x_numpy))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")

print("with float():", tuple(model(torch.from_numpy(x_numpy).float()).shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `Double`은 `float64`, `Float`는 `float32`의 다른 이름입니다. 앞의 것이 데이터, 뒤의 것이 계층의 가중치입니다. 데이터를 `.float()`로 바꾸면 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `Double` is another name for `float64`, and `Float` for `float32`. The first is the data, the second the layer's weights. Convert the data with `.float()`, and it works.
#
# </div>

# %% [markdown]
# ## 선택: 장치 · Optional: Devices

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 텐서는 어느 장치(device)의 메모리에 들어 있습니다. 따로 정하지 않으면 CPU입니다. 계산을 빠르게 해 주는 GPU 같은 장치를 PyTorch는 가속기(accelerator)라고 부릅니다. 아래 셀은 가속기가 있으면 고르고, 없으면 CPU를 고릅니다. 결과는 컴퓨터마다 다를 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A Tensor lives in the memory of a device. Unless you choose another one, that is the CPU. Devices that speed up computing, such as a GPU, are called accelerators in PyTorch. The cell below picks the accelerator if there is one, and the CPU otherwise. Its output depends on your machine.
#
# </div>

# %% tags=["nbval-ignore-output"]
if torch.accelerator.is_available():
    device = torch.accelerator.current_accelerator()
else:
    device = torch.device("cpu")
print("device:", device)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `to`는 텐서를 다른 장치에 복사하여 돌려줍니다. 이미 그 장치에 있으면 그대로 돌려줍니다. CPU에서 뽑은 다음 복사하면 어느 장치에서든 데이터가 같습니다. 가속기에서 바로 뽑으면 시드가 같아도 다른 수가 나올 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `to` returns a copy of a Tensor on another device, or the Tensor itself if it is already there. Draw on the CPU and then copy, and the data is the same on every device. Draw directly on an accelerator, and the numbers can differ even with the same seed.
#
# </div>

# %%
x_there = x.to(device)
print("x is on:", x.device)
print("largest difference:", (x_there.cpu() - x).abs().max().item())

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 데이터는 그대로이고, `x` 자체는 CPU에 남아 있습니다. 가속기가 없으면 복사할 것도 없었습니다. 이 강좌의 프로그램은 작아서 CPU로 충분합니다. 속도는 [수업 10](10_speed.ipynb)에서 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The data is the same, and `x` itself is still on the CPU. Without an accelerator, there was nothing to copy. For the small program of this course, a CPU is enough. [Lesson 10](10_speed.ipynb) is about speed.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - `x`의 한 행과 `y`의 같은 행이 샘플 하나입니다.
# - 상관계수는 점들이 오르는 직선에 가까우면 1에, 내리는 직선에 가까우면 -1에 가깝습니다.
# - 아무 관계가 없는 10,000쌍에서도 가장 강한 상관계수는 0.475였고, 새 데이터에서 같은 쌍은 0 근처로 돌아갔습니다.
# - 데이터를 전용 `Generator`에서 늘 같은 차례로 뽑으면, 다른 줄이 함께 쓰는 `Generator`에서 수를 뽑아도 같은 시드에서 같은 데이터가 나옵니다.
# - 무작위로 뽑은 열이 63개만 있으면, 계층 하나로 샘플 64개의 정답을 무엇이든 맞힐 수 있습니다.
# - 매개변수가 맞힐 수보다 많아도 모자랄 수 있습니다. 은닉 계층의 크기가 1이면 출력 10개가 모두 수 하나를 따라갑니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - A row of `x` and the same row of `y` are one sample.
# - A correlation coefficient is near 1 if the points lie close to a rising line, and near -1 if they lie close to a falling one.
# - Even among 10,000 pairs of noise, the strongest correlation was 0.475, and in fresh data the same pair was back near 0.
# - If data is drawn from a `Generator` of its own, always in the same order, the same seed gives the same data even when other lines draw from the shared one.
# - With 63 columns of random inputs, a single layer can match the targets of 64 samples, whatever they are.
# - More parameters than numbers to match may not be enough: with a hidden layer of size 1, all 10 outputs follow one number.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 샘플이 5개이고 입력이 3차원, 정답이 2차원인 데이터를 시드 `seed`로 뽑아, `torch.randn`의 자료형 그대로인 `float32` 텐서 두 개로 돌려주는 함수 `draw`를 완성하세요. `Generator` 하나에서 입력을 먼저, 정답을 나중에 뽑습니다. 필요하면 줄을 더 넣어도 됩니다. 시드가 같으면 몇 번을 불러도 같은 데이터가 나와야 하고, 프로그램 전체가 함께 쓰는 `Generator`는 건드리지 않아야 합니다. 아래 셀은 시드 7로 두 번 부르므로, 완성하면 같은 데이터를 두 번 보여 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Complete the function `draw`. It draws 5 samples with inputs of 3 dimensions and targets of 2 dimensions, using `seed`: first the inputs, then the targets, both from one `Generator`. It returns them as two Tensors of `float32`, the data type that `torch.randn` uses anyway. Add more lines if you need them. With the same seed, the data must be the same however often the function is called, and the `Generator` that the whole program shares must be left alone. The cell below calls it twice with seed 7, so when it is complete, it prints the same data twice.
#
# </div>

# %%
from tutorial_helpers.exercises import check_draw, check_largest_hidden


def draw(seed):
    x_small, y_small = None, None  # 여기를 고치세요 · change this
    return x_small, y_small


check_draw(draw)
for _ in range(2):
    print(*draw(7))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# `Generator`를 함수 안에서 만듭니다. 함수를 부를 때마다 같은 출발점에서 뽑게 됩니다. 함수 밖에서 한 번만 만들면, 두 번째에는 이어지는 수가 나와서 데이터가 달라집니다.
#
# </div>
#
# <div lang="en">
#
# Make the `Generator` inside the function, so that every call starts at the same point. If it is made once outside, the second call goes on where the first one stopped, and the data is different.
#
# </div>
#
# ```python
# def draw(seed):
#     generator = torch.Generator().manual_seed(seed)
#     x_small, y_small = make_random_data(5, 3, 2, generator=generator)
#     return x_small, y_small
#
#
# check_draw(draw)
# for _ in range(2):
#     print(*draw(7))
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 은닉 계층이 하나인 신경망의 매개변수가 맞혀야 할 수보다 많지 않으려면, 은닉 계층의 크기 `H`는 기껏해야 얼마일까요? 샘플의 수 `N`, 입력의 차원 `D_in`, 정답의 차원 `D_out`을 받아 가장 큰 `H`를 정수로 돌려주는 함수 `largest_hidden`을 완성하세요. `H`가 1이어도 매개변수가 더 많으면 0을 돌려줍니다. 아래 셀은 입력의 차원이 20일 때와 이 수업의 크기일 때를 보여 줍니다. 두 번째 답이 왜 그렇게 작은지 설명해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** In a network with one hidden layer, how large can the size `H` of that layer be if the network must not have more parameters than there are numbers to match? Complete the function `largest_hidden`. It takes the number of samples, `N`, and the dimensions `D_in` and `D_out` of inputs and targets, and returns the largest `H` as a whole number. If there are more parameters even when `H` is 1, it returns 0. The cell below shows the answer for inputs of 20 dimensions and for the sizes of this lesson. Can you explain why the second is so small?
#
# </div>


# %%
def largest_hidden(N, D_in, D_out):
    return None  # 여기를 고치세요 · change this


check_largest_hidden(largest_hidden)
print("20 inputs:  ", largest_hidden(N, 20, D_out))
print("1000 inputs:", largest_hidden(N, D_in, D_out))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 은닉 계층의 수 하나마다 첫째 계층에 가중치 `D_in`개와 편향 1개, 둘째 계층에 가중치 `D_out`개가 따릅니다. 둘째 계층의 편향 `D_out`개는 `H`와 상관없이 있습니다. 맞혀야 할 수는 `N * D_out`개이므로, 여기에서 편향 `D_out`개를 뺀 다음 나눕니다. `//`는 나머지를 버립니다. 이 수업의 크기에서는 은닉 계층의 수 하나에 따르는 것만 해도 남은 수보다 많아서 답이 0입니다. 개수만 보면 은닉 계층의 크기가 1인 신경망도 외울 수 있을 것 같지만, 위에서 보았듯이 그렇지 않습니다.
#
# </div>
#
# <div lang="en">
#
# Each hidden number comes with `D_in` weights and 1 bias in the first layer, and `D_out` weights in the second. The `D_out` biases of the second layer are there for any `H`. There are `N * D_out` numbers to match, so take these biases away and divide. `//` drops the remainder. For the sizes of this lesson, a single hidden number already comes with more parameters than are left, so the answer is 0. By the count alone, a network with a hidden layer of size 1 should be able to memorize; above, you saw that it cannot.
#
# </div>
#
# ```python
# def largest_hidden(N, D_in, D_out):
#     return (N * D_out - D_out) // (D_in + 1 + D_out)
#
#
# check_largest_hidden(largest_hidden)
# print("20 inputs:  ", largest_hidden(N, 20, D_out))
# print("1000 inputs:", largest_hidden(N, D_in, D_out))
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 3.** 실행하지 않고 생각하는 연습입니다. 어느 기사에 "64명을 조사했더니, 잠자는 시간과 수학 점수의 상관계수가 0.475였다"라고 쓰여 있습니다. 기자에게 무엇을 물어보아야 할까요? 사람을 더 조사할 수 없다면, 64명의 데이터만으로 우연인지 시험할 방법이 있을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 3.** This one is for thinking, not for running. A newspaper reports: "In a study of 64 people, hours of sleep and the score in mathematics had a correlation of 0.475." What should you ask the reporter? And if nobody else can be studied, is there a way to test with these 64 people alone whether it was chance?
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 3 · Solution 3</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 몇 가지를 서로 견주어 보았는지 물어야 합니다. 한 쌍만 정해 놓고 조사했다면 0.475는 우연히 나오기 어려운 값입니다. 수천 쌍을 뒤져 가장 강한 것을 골랐다면 우연히도 쉽게 나옵니다. 사람을 더 조사할 수 없으면, 뒤지기 전에 64명을 둘로 나누어 한쪽에서 찾고 다른 쪽에서 확인합니다. 이미 모두 보고 골랐다면 늦었습니다. 그때에는 점수를 사람들에게 무작위로 다시 나누어 주어 관계를 없애고, 똑같이 뒤지면 얼마나 강한 쌍이 나오는지 여러 번 해 볼 수 있습니다. 0.475만큼 강한 쌍이 자주 나오면 우연만으로도 나오는 값이고, 거의 나오지 않으면 우연이라고 하기 어렵습니다.
#
# </div>
#
# <div lang="en">
#
# Ask how many things were compared. If this one pair was chosen before looking, 0.475 would hardly come up by chance. If it is the strongest of thousands, it easily can. If nobody else can be studied, divide the 64 people in two before searching: search in one half, check in the other. If you have already looked at all of them, it is too late for that. But you can deal the scores out to the people again at random, which destroys any connection, and see how strong a pair the same search finds then, many times over. If it often finds one as strong as 0.475, chance alone can do this; if it hardly ever does, chance is a poor explanation.
#
# </div>
#
# </details>

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [00 프로그램 전체](00_whole_program.ipynb) · 다음 수업: [02 모델 정의](02_model.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [00 The whole program](00_whole_program.ipynb) · Next: [02 The model](02_model.ipynb)
#
# </div>
