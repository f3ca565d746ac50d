# %% [markdown]
# # 01 무작위 데이터 · Random data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 00](00_whole_program.ipynb)의 프로그램은 무작위(random) 데이터로 시작했습니다. 이 수업에서는 그 데이터를 한 줄씩 다시 만들면서, 어떤 수가 들어 있는지, 왜 배울 규칙이 없는지 살펴봅니다.
#
# - **다루는 것**: 텐서(Tensor)의 모양(shape), 시드(seed), 자료형(data type)과 장치(device)
# - **할 일**: 데이터를 직접 만들어 그림으로 그리고, 같은 데이터를 다시 만들고, 입력(input)과 정답(target) 사이에 관계가 있는지 찾아봅니다.
# - **배우는 것**: `Generator`로 같은 수를 다시 뽑을 수 있게 되고, 정답이 잡음(noise)뿐이라는 말의 뜻을 알게 됩니다.
# - **준비**: [수업 00](00_whole_program.ipynb)을 마쳤으면 됩니다. 평균과 표준편차가 무엇인지 대강 알면 좋습니다.
# - **시간**: 40분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The program in [lesson 00](00_whole_program.ipynb) started with random data. In this lesson, you make that data again, line by line. You see which numbers it holds and why it holds no rule to learn.
#
# - **What it is about**: shapes of Tensors, seeds, data types and devices
# - **What you will do**: make the data yourself, draw it, make the same data again, and search for a connection between the inputs and the targets.
# - **What you will learn**: how to draw the same numbers again with a `Generator`, and what it means that the targets are nothing but noise.
# - **What you need**: [lesson 00](00_whole_program.ipynb). It helps to know roughly what a mean and a standard deviation are.
# - **Time**: 40 minutes
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
# 크기 네 개는 [수업 00](00_whole_program.ipynb)과 같습니다. 샘플(sample) `N`개를 한 배치(batch)로 다루므로 `N`은 배치 크기(batch size)이기도 합니다. `D_in`은 샘플 하나의 입력에 든 수의 개수, `D_out`은 정답에 든 수의 개수입니다. 이런 개수를 차원(dimension)이라고도 부릅니다. `H`는 은닉 계층(hidden layer)의 크기입니다.
#
# `torch.randn`은 원하는 모양의 텐서를 무작위 수로 채웁니다. 수는 `generator`에서 나옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The four sizes are those of [lesson 00](00_whole_program.ipynb). The `N` samples are handled as one batch, so `N` is also the batch size. Each input has `D_in` numbers and each target has `D_out` numbers; these counts are also called dimensions. `H` is the size of the hidden layer.
#
# `torch.randn` makes a Tensor of the shape you ask for and fills it with random numbers. The numbers come from `generator`.
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch

N, D_in, H, D_out = 64, 1000, 100, 10

# %%
generator = torch.Generator().manual_seed(1)
x = torch.randn(N, D_in, generator=generator)
y = torch.randn(N, D_out, generator=generator)
print("x:      ", tuple(x.shape))
print("x[0]:   ", tuple(x[0].shape))
print("x[0, 2]:", tuple(x[0, 2].shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모양은 텐서에 수가 어떻게 늘어서 있는지를 알려 줍니다. `x`에는 행이 64개, 열이 1000개 있습니다. `x[0]`은 첫 샘플의 입력이고 수가 1000개 들어 있습니다. `x[0, 2]`는 수 하나이므로 모양이 비어 있는 `()`입니다. Python처럼 0부터 셉니다.
#
# 이제 두 텐서를 그려 봅니다. 수 하나를 색칠한 칸 하나로 나타냅니다. 검은 테두리는 샘플 하나를 보여 줍니다. 테두리가 `x`와 `y`의 어느 부분을 두르는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The shape says how the numbers of a Tensor are arranged. `x` has 64 rows and 1000 columns. `x[0]` is the input of the first sample and holds 1000 numbers. `x[0, 2]` is a single number, so its shape is empty: `()`. Counting starts at 0, as in Python.
#
# Now draw both Tensors. Each number becomes one colored cell. The black frame marks one sample. See which part of `x` and which part of `y` it covers.
#
# </div>

# %% tags=["slide"]
fig, axes = plt.subplots(1, 2, sharey=True, width_ratios=[4, 1], layout="constrained")
for ax, tensor, name in zip(axes, (x, y), ("x", "y"), strict=True):
    image = ax.imshow(tensor.numpy(), aspect="auto", cmap="RdBu", vmin=-3, vmax=3)
    ax.axhspan(19.5, 20.5, fill=False, edgecolor="black", linewidth=2)
    ax.set(title=f"{name}: {tuple(tensor.shape)}", xlabel="열 · column")
    ax.grid(False)
axes[0].set_ylabel("행(샘플) · row (sample)")
fig.colorbar(image, label="값 · value")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 샘플 하나는 `x`의 한 행과 `y`의 같은 행입니다. 그래서 두 텐서는 행의 수가 같고 열의 수는 다릅니다. 그림 전체가 배치 하나입니다. 어디를 보아도 줄무늬나 얼룩 같은 무늬가 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# One sample is one row of `x` together with the same row of `y`. So the two Tensors have the same number of rows but different numbers of columns. The whole picture is one batch. There is no pattern anywhere, such as stripes or patches.
#
# </div>

# %% [markdown]
# ## 정규분포에서 뽑은 수 · Numbers from the normal distribution

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `randn`은 표준 정규분포(standard normal distribution)에서 수를 뽑습니다. 이 분포의 평균은 0이고 표준편차는 1입니다. 뽑은 수의 평균과 표준편차도 그런지 계산해 봅니다. 절댓값이 1보다 작은 수, 2보다 작은 수, 3보다 작은 수의 비율도 구합니다. 조건에 맞는 자리를 1, 나머지를 0으로 바꾸어 평균을 내면 비율이 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `randn` draws numbers from the standard normal distribution. Its mean is 0, and its standard deviation is 1. Compute the mean and the standard deviation of the numbers drawn. Also compute what fraction of them has an absolute value below 1, below 2 and below 3. The mean gives this fraction if numbers that meet the condition are replaced with 1, and the others with 0.
#
# </div>

# %%
print(f"numbers: {x.numel():,}")
print(f"mean:    {x.mean().item():.5f}")
print(f"std:     {x.std().item():.5f}")
for k in (1, 2, 3):
    fraction = (x.abs() < k).float().mean().item()
    print(f"|x| < {k}:  {fraction:.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 평균은 0에 가깝고 표준편차는 1에 가깝지만, 꼭 같지는 않습니다. 수를 많이 뽑을수록 대체로 더 가까워집니다. 셋 가운데 둘쯤은 절댓값이 1보다 작고, 절댓값이 3을 넘는 수는 드뭅니다.
#
# 수가 퍼져 있는 모습은 히스토그램(histogram)으로 봅니다. 값의 범위를 좁은 구간으로 나누고, 구간마다 수가 얼마나 들었는지를 막대의 넓이로 나타냅니다. 그 위에 표준 정규분포의 확률 밀도(probability density)를 선으로 그려 비교합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The mean is close to 0 and the standard deviation is close to 1, but neither is exact. The more numbers you draw, the closer the mean and the standard deviation usually come to these values. About two out of three numbers have an absolute value below 1, and very few have one above 3.
#
# A histogram shows how the numbers are spread. It divides the range of values into narrow bins and draws a bar for each. The area of a bar is the share of the numbers in its bin. Compare it with the probability density of the standard normal distribution, drawn as a line:
#
# </div>

# %% [markdown] tags=["slide"]
# $$p(z) = \frac{1}{\sqrt{2\pi}} \, e^{-z^2/2}$$

# %% tags=["slide"]
z = torch.linspace(-4, 4, 201)
density = torch.exp(-(z**2) / 2) / (2 * torch.pi) ** 0.5

fig, ax = plt.subplots()
ax.hist(x.flatten(), bins=80, range=(-4, 4), density=True, color="C0", label="x")
ax.plot(z, density, color="black", label="확률 밀도 · density")
ax.set(xlabel="값 · value", ylabel="밀도 · density")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 막대의 꼭대기가 종 모양의 선을 따라갑니다. 수 하나하나는 미리 알 수 없어도, 64,000개가 퍼지는 모습은 미리 알 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The tops of the bars follow the bell-shaped line. You cannot guess any single number, but you can predict how 64,000 of them spread.
#
# </div>

# %% [markdown]
# ## 시드와 Generator · Seeds and generators

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 컴퓨터는 무작위 수를 계산해서 만듭니다. `Generator`는 이 계산이 어디까지 왔는지 기억하고, 시드는 계산의 출발점을 정합니다. 같은 `Generator`에서 수를 두 번 뽑고, 같은 시드로 만든 새 `Generator`에서 한 번 더 뽑아 비교합니다. `torch.equal`은 두 텐서의 모양과 값이 모두 같으면 `True`입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A computer calculates its random numbers. A `Generator` remembers how far the calculation has come, and the seed sets where it starts. Draw twice from the same `Generator`, then once more from a new `Generator` with the same seed, and compare. `torch.equal` is `True` if two Tensors have the same shape and the same values.
#
# </div>

# %% tags=["slide"]
generator = torch.Generator().manual_seed(1)
first = torch.randn(N, D_in, generator=generator)
second = torch.randn(N, D_in, generator=generator)
again = torch.randn(N, D_in, generator=torch.Generator().manual_seed(1))
print("first, second:", torch.equal(first, second))
print("first, again: ", torch.equal(first, again))
print("first, x:     ", torch.equal(first, x))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 `Generator`에서 이어서 뽑으면 다른 수가 나옵니다. 시드가 같은 새 `Generator`에서는 처음과 같은 수가 나옵니다. 그래서 앞에서 만든 `x`와도 같습니다.
#
# PyTorch에는 프로그램 전체가 함께 쓰는 `Generator`도 하나 있습니다. `generator`를 넘기지 않으면 `torch.randn`은 이것을 쓰고, `torch.manual_seed`는 이것의 시드를 정합니다. 편하지만, 코드가 조금만 바뀌어도 다른 수가 나오기 쉽습니다. 아래 첫째 셀에는 시드를 정하는 줄과 데이터를 뽑는 줄 사이에 무작위 수를 쓰는 줄이 하나 끼어 있습니다. 둘째 셀에도 같은 줄이 끼어 있지만, 데이터는 따로 만든 `Generator`에서 뽑습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Drawing again from the same `Generator` gives other numbers. A new `Generator` with the same seed gives the first ones again. That is also why they equal the `x` from above.
#
# PyTorch also has one `Generator` that the whole program shares. `torch.randn` uses it if you pass no `generator`, and `torch.manual_seed` sets its seed. That is convenient, but it breaks easily. The first cell below has one extra line between the line that sets the seed and the line that draws the data. The extra line draws a random number itself. The second cell has the same extra line, but its data comes from a separate `Generator`.
#
# </div>

# %%
torch.manual_seed(1)
before = torch.randn(N, D_in)

torch.manual_seed(1)
torch.rand(1)  # 끼워 넣은 줄 · the inserted line
after = torch.randn(N, D_in)
print("before, after:", torch.equal(before, after))

# %%
generator = torch.Generator().manual_seed(1)
torch.rand(1)  # 끼워 넣은 줄 · the inserted line
after = torch.randn(N, D_in, generator=generator)
print("x, after:     ", torch.equal(x, after))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 함께 쓰는 `Generator`에서는 한 줄을 더했을 뿐인데 데이터가 모두 바뀌었습니다. 그런 줄은 다른 사람이 만든 함수(function) 안에 숨어 있을 수도 있습니다. 데이터를 뽑는 `Generator`를 따로 두면 이런 영향을 받지 않습니다. 그래서 이 강좌는 데이터를 뽑을 때 `generator`를 따로 만들어 씁니다.
#
# 도우미 함수 `make_random_data`는 `generator`에서 `x`를 먼저, `y`를 나중에 뽑습니다. 직접 만든 데이터와 같은지 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With the shared `Generator`, one added line changed all of the data. Such a line can also hide inside a function that someone else wrote. A `Generator` of its own protects the data from this. So this course always draws its data from a `generator` made for it.
#
# The helper `make_random_data` draws `x` first and then `y` from `generator`. Check that it gives the data you made yourself.
#
# </div>

# %%
from tutorial_helpers import make_random_data

generator = torch.Generator().manual_seed(1)
x_helper, y_helper = make_random_data(N, D_in, D_out, generator=generator)
print("x:", torch.equal(x_helper, x))
print("y:", torch.equal(y_helper, y))

# %% [markdown]
# ## 자료형 · Data types

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 텐서의 자료형은 수 하나를 어떻게 저장할지 정합니다. 아무것도 정하지 않으면 `randn`은 `float32`를 씁니다. 수 하나에 4바이트가 듭니다. Python에서 소수점이 있는 수와 같은 `float64`는 8바이트를 쓰고 더 정밀합니다. 얼마나 다른지 1에 아주 작은 수를 더해서 알아봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The data type of a Tensor sets how a number is stored. If you say nothing, `randn` uses `float32`, which takes 4 bytes a number. `float64`, the type of Python's own floating-point numbers, takes 8 bytes and is more precise. To see the difference, add a very small number to 1.
#
# </div>

# %% tags=["slide"]
print("x.dtype:", x.dtype)
for dtype in (torch.float32, torch.float64):
    one = torch.ones(1, dtype=dtype)
    print(dtype)
    print(f"  bytes:             {one.element_size()}")
    print(f"  1 + 1e-8 equals 1: {torch.equal(one + 1e-8, one)}")
    print(f"  eps:               {torch.finfo(dtype).eps:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `float32`에서는 1에 `1e-8`을 더해도 1입니다. 그 자료형으로 저장할 수 있는 수 가운데 1보다 큰 것으로 가장 작은 수가 있습니다. `eps`는 그 수와 1의 차이입니다. `float32`의 `eps`는 1.19e-07이므로 유효 숫자가 일곱 자리쯤 됩니다. 신경망(neural network)을 학습(training)시키기에는 충분하고, 메모리는 절반만 듭니다. [수업 03](03_loss.ipynb)에서 미분을 검증할 때는 `float64`를 씁니다.
#
# 두 자료형을 섞었을 때의 결과는 연산에 따라 다릅니다. 덧셈에서는 PyTorch가 더 정밀한 쪽에 맞춥니다. `@`로 적는 행렬 곱(matrix multiplication)에서는 오류가 납니다. 아래 셀은 오류가 나도 멈추지 않고 오류의 이름만 보여 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In `float32`, 1 plus `1e-8` is still 1. `eps` is the gap between 1 and the smallest number above 1 that the data type can store. For `float32`, `eps` is 1.19e-07, so a number has about seven significant digits. That is enough to train a neural network, and it takes half the memory. [Lesson 03](03_loss.ipynb) uses `float64` to check derivatives.
#
# When two data types meet, the result depends on the operation. In a sum, PyTorch takes the more precise one. In a matrix multiplication, written `@`, it raises an error. The cell below does not stop at the error; it only prints its name.
#
# </div>

# %%
print("sum:", (x + x.double()).dtype)
try:
    x @ torch.ones(D_in, H, dtype=torch.float64)
except RuntimeError as error:
    print("matrix multiplication:", type(error).__name__)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `RuntimeError`가 났습니다. 데이터와 모델(model)의 자료형이 다를 때 흔히 만나는 오류입니다. 어느 한쪽을 `x.double()`이나 `x.float()`처럼 바꾸면 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The result is a `RuntimeError`. You meet it when data and model have different data types. To fix it, convert one of the two, for example with `x.double()` or `x.float()`.
#
# </div>

# %% [markdown]
# ## 장치 · Devices

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 텐서는 장치의 메모리에 들어 있습니다. 따로 정하지 않으면 CPU입니다. GPU처럼 계산을 빠르게 해 주는 장치를 PyTorch는 가속기(accelerator)라고 부릅니다. 아래 셀은 가속기가 있으면 그것을, 없으면 CPU를 고릅니다. 결과는 컴퓨터마다 다릅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A Tensor lives in the memory of a device. Unless you choose another one, this is the CPU. Devices that speed up computing, such as a GPU, are called accelerators in PyTorch. The cell below picks the accelerator if there is one, and the CPU otherwise. Its output depends on your machine.
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
# `to`는 텐서를 다른 장치로 옮깁니다. 먼저 CPU에서 뽑은 다음 옮기면, 어느 장치를 쓰든 데이터가 같습니다. 가속기에서 바로 뽑으면 시드가 같아도 CPU와 다른 수가 나올 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `to` moves a Tensor to another device. If you draw on the CPU first and move the data afterward, it is the same on every device. If you draw directly on an accelerator, the numbers can differ from those of the CPU even with the same seed.
#
# </div>

# %% tags=["slide"]
x_moved = x.to(device)
print("x.device:", x.device)
print("same data:", torch.equal(x_moved.cpu(), x))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 옮긴 데이터도 `x`와 같고, `x` 자체는 그대로 CPU에 있습니다. 이 강좌의 프로그램은 작아서 CPU로도 충분합니다. 모두가 같은 수를 보도록, 다른 말이 없으면 CPU를 씁니다. 속도는 [수업 10](10_speed.ipynb)에서 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The moved data equals `x`, and `x` itself is still on the CPU. The program of this course is small, so a CPU is enough. Unless a lesson says otherwise, it uses the CPU so that everyone sees the same numbers. [Lesson 10](10_speed.ipynb) is about speed.
#
# </div>

# %% [markdown]
# ## 잡음뿐인 정답 · Targets that are only noise

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `y`를 뽑을 때 `x`를 쓰지 않았습니다. 그러므로 `x`를 알아도 `y`를 알아내는 데 도움이 되지 않습니다. 이런 정답을 잡음이라고 합니다.
#
# 정말 아무 관계도 보이지 않을까요? `x`의 열과 `y`의 열을 하나씩 짝지어 상관계수(correlation coefficient)를 구합니다. 한쪽이 클 때 다른 쪽도 대체로 크면 1에 가깝고, 한쪽이 클 때 다른 쪽이 대체로 작으면 -1에 가까운 값입니다. 0에 가까우면 그런 관계가 없는 것입니다. 함수 `correlations`는 열마다 평균을 0, 표준편차를 1로 맞춘 다음, 행렬 곱으로 모든 쌍의 상관계수를 한꺼번에 구합니다. 코드의 `dim=0`은 열마다 따로 계산하라는 뜻입니다. 절댓값이 가장 큰 상관계수는 `argmax`로 찾습니다. `argmax`는 모든 수를 한 줄로 늘어놓았을 때의 번호를 돌려주므로, `divmod`로 행과 열의 번호를 구합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `x` was not used to draw `y`. So knowing `x` does not help you to find `y`. Such targets are called noise.
#
# Can you really see no connection? Pair each column of `x` with each column of `y` and compute the correlation coefficient. It is close to 1 if both tend to be large together, and close to -1 if one tends to be large where the other is small. If it is close to 0, there is no such connection. The function `correlations` scales each column to mean 0 and standard deviation 1 and then gets the coefficients of all pairs from one matrix multiplication. In the code, `dim=0` means column by column. `argmax` finds the coefficient with the largest absolute value. It returns its place in one long row of all numbers, which `divmod` turns into a row and a column.
#
# </div>


# %%
def correlations(x, y):
    x = (x - x.mean(dim=0)) / x.std(dim=0)
    y = (y - y.mean(dim=0)) / y.std(dim=0)
    return x.T @ y / (len(x) - 1)


# %%
r = correlations(x, y)
i, j = divmod(r.abs().argmax().item(), D_out)
print("shape:", tuple(r.shape))
print(f"number of pairs: {r.numel():,}")
print(f"mean of r: {r.mean().item():.4f}")
print(f"largest:   r[{i}, {j}] = {r[i, j].item():.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 상관계수의 평균은 거의 0입니다. 그런데 10,000쌍 가운데 0에서 가장 먼 상관계수는 0.475나 됩니다. `x`의 861번 열과 `y`의 3번 열 사이의 값입니다. 규칙을 찾은 걸까요? 새 시드로 새 데이터를 뽑고, 같은 두 열의 상관계수를 다시 구합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# On average, the correlation is almost 0. Yet among the 10,000 pairs, the one farthest from 0 has a correlation of 0.475. It is the one between column 861 of `x` and column 3 of `y`. Is this a rule? Draw fresh data with a new seed and compute the correlation of the same two columns again.
#
# </div>

# %%
generator = torch.Generator().manual_seed(3)
x_fresh, y_fresh = make_random_data(N, D_in, D_out, generator=generator)
r_fresh = correlations(x_fresh, y_fresh)
print(f"data:       {r[i, j].item():.3f}")
print(f"fresh data: {r_fresh[i, j].item():.3f}")

# %% tags=["slide"]
fig, axes = plt.subplots(1, 2, sharex=True, sharey=True, layout="constrained")
axes[0].scatter(x[:, i], y[:, j], s=14)
axes[0].set(title="데이터 · data", xlabel=f"x[:, {i}]", ylabel=f"y[:, {j}]")
axes[1].scatter(x_fresh[:, i], y_fresh[:, j], s=14)
axes[1].set(title="새 데이터 · fresh data", xlabel=f"x[:, {i}]")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 왼쪽 그림에서는 점이 오른쪽으로 갈수록 올라가는 것처럼 보이지만, 새 데이터에서는 그 모습이 사라졌습니다. 규칙이었다면 새 데이터에도 남아 있어야 합니다. 10,000쌍이나 살펴보면 그중 몇 쌍은 우연히 관계가 있는 것처럼 보입니다. 이런 무늬는 가진 데이터에만 있고 새 데이터에는 없습니다. 모델이 이것을 외우면(memorize) 무슨 일이 생기는지는 [수업 06](06_what_was_learned.ipynb)에서 살펴봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The points on the left seem to rise to the right, but in the fresh data nothing of this is left. A rule would have to show up in fresh data, too. Among 10,000 pairs, a few look connected by chance. [Lesson 06](06_what_was_learned.ipynb) shows what happens when a model memorizes patterns like this one, which exist only in the data at hand.
#
# </div>

# %% [markdown]
# ## 수 세기 · Counting

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모델이 맞혀야 할 수는 `y`에 든 수입니다. 그러려고 학습에서 바꿀 수 있는 수, 곧 매개변수(parameter)가 몇 개인지 세어 봅니다. 입력에서 은닉 계층을 계산하는 부분을 첫째 계층(layer), 은닉 계층에서 모델의 출력(output)을 계산하는 부분을 둘째 계층이라고 합니다. 첫째 계층에는 가중치(weight)가 `D_in * H`개, 편향(bias)이 `H`개 있습니다. 둘째 계층에는 가중치가 `H * D_out`개, 편향이 `D_out`개 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The model has to predict the numbers in `y`. Count the numbers that training can change to do so, which are the parameters. The part that computes the hidden layer from the input is called the first layer. The part that computes the output from the hidden layer is called the second layer. The first layer has `D_in * H` weights and `H` biases. The second layer has `H * D_out` weights and `D_out` biases.
#
# </div>

# %% tags=["slide"]
n_parameters = D_in * H + H + H * D_out + D_out
n_target_numbers = y.numel()
print(f"n_parameters:     {n_parameters:,}")
print(f"n_target_numbers: {n_target_numbers:,}")
print(f"ratio:            {n_parameters / n_target_numbers:.0f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 매개변수 101,110개로 수 640개를 맞히면 됩니다. 맞혀야 할 수 하나에 매개변수가 158개씩 있는 셈입니다. 미지수가 방정식보다 훨씬 많은 연립방정식과 비슷합니다. 이런 연립방정식에는 대개 해가 많습니다. 그래서 규칙이 없는 정답도 거의 정확하게 맞힐 수 있습니다. [수업 00](00_whole_program.ipynb)에서 손실(loss)이 0에 가까워질 수 있었던 까닭이 여기에 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 101,110 parameters to match 640 numbers, or 158 parameters for each of them. This is like a system of equations with far more unknowns than equations, which usually has many solutions. So even targets without a rule can be matched almost exactly. This is why the loss in [lesson 00](00_whole_program.ipynb) could come close to 0.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 모양은 텐서에 수가 어떻게 늘어서 있는지를 알려 줍니다. `x`와 `y`의 같은 행이 샘플 하나입니다.
# - `torch.randn`은 표준 정규분포에서 수를 뽑습니다.
# - 시드가 같은 `Generator`에서는 같은 수가 나옵니다. 데이터를 뽑는 `Generator`를 따로 두면 다른 줄의 영향을 받지 않습니다.
# - 자료형은 수의 정밀도와 메모리를, 장치는 계산하는 곳을 정합니다.
# - `y`는 `x`와 관계없는 잡음입니다. 우연히 보이는 관계는 새 데이터에서 사라집니다.
# - 맞혀야 할 수보다 매개변수가 훨씬 많으면, 규칙이 없어도 학습에 쓴 정답을 거의 맞힐 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - The shape says how the numbers of a Tensor are arranged. One sample is one row of `x` together with the row of `y` in the same place.
# - `torch.randn` draws from the standard normal distribution.
# - The same seed in a `Generator` gives the same numbers. If data has its own `Generator`, other lines cannot change it.
# - The data type sets precision and memory; the device sets where computing happens.
# - `y` is noise that has nothing to do with `x`. A connection that appears by chance is gone in fresh data.
# - With far more parameters than numbers to match, targets can be matched even if they follow no rule.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 샘플이 5개이고 입력이 3차원, 정답이 2차원인 데이터를 시드 `seed`로 뽑아 `float32`인 텐서 두 개로 돌려주는 함수 `draw`를 완성하세요. `Generator` 하나에서 입력을 먼저, 정답을 나중에 뽑습니다. 필요하면 줄을 더 넣어도 됩니다. 시드가 같으면 몇 번을 불러도 같은 데이터가 나와야 하고, 프로그램 전체가 함께 쓰는 `Generator`는 건드리지 않아야 합니다. 아래 셀은 시드 7로 두 번 부르므로, 완성하면 같은 데이터를 두 번 보여 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Complete the function `draw`. It draws 5 samples with inputs of 3 dimensions and targets of 2 dimensions, using `seed`: first the inputs, then the targets, both from one `Generator`. It returns them as two Tensors of `float32`. Add more lines if you need them. With the same seed, the data must be the same however often the function is called, and the `Generator` that the whole program shares must be left alone. The cell below calls it twice with seed 7, so when it is complete, it prints the same data twice.
#
# </div>

# %%
from tutorial_helpers.exercises import check_draw, check_number_of_parameters


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
# **연습 2.** 은닉 계층이 하나인 이 신경망의 매개변수가 모두 몇 개인지, 어떤 크기를 넣어도 Python의 수로 돌려주는 함수 `number_of_parameters`를 완성하세요. 완성하면 아래 셀이 은닉 계층의 크기 `H`를 1로 줄였을 때의 매개변수의 수를 보여 줍니다. 그래도 맞혀야 할 수 640개보다 많은가요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Complete the function `number_of_parameters`, which returns, as a Python number, how many parameters this network with its one hidden layer has, for any sizes. When it is complete, the cell below shows how many parameters there are if the size `H` of the hidden layer is only 1. Is this still more than 640, the count of numbers to match?
#
# </div>


# %%
def number_of_parameters(D_in, H, D_out):
    return None  # 여기를 고치세요 · change this


check_number_of_parameters(number_of_parameters)
print("parameters with H = 1:", number_of_parameters(D_in, 1, D_out))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 계층마다 가중치와 편향을 세어 모두 더합니다. `H`가 1이면 첫째 계층에 가중치 `D_in`개와 편향 1개, 둘째 계층에 가중치 `D_out`개와 편향 `D_out`개가 있습니다. 640보다 많습니다. 그렇다고 해서 정답을 모두 맞힐 수 있는 것은 아닙니다. 은닉 계층의 수 하나만으로 출력 10개를 만들어야 하기 때문입니다. 이 모델이 어디까지 맞히는지는 [수업 06](06_what_was_learned.ipynb)에서 알아봅니다.
#
# </div>
#
# <div lang="en">
#
# Count the weights and the biases of each layer and add them all up. If `H` is 1, the first layer has `D_in` weights and 1 bias; the second has `D_out` weights and `D_out` biases. That is more than 640. Even so, the model cannot match all targets, because it has to make 10 outputs out of a single number in its hidden layer. [Lesson 06](06_what_was_learned.ipynb) tries out how far it gets.
#
# </div>
#
# ```python
# def number_of_parameters(D_in, H, D_out):
#     return D_in * H + H + H * D_out + D_out
#
#
# check_number_of_parameters(number_of_parameters)
# print("parameters with H = 1:", number_of_parameters(D_in, 1, D_out))
# ```
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
