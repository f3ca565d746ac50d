# %% [markdown]
# # 02 모델 정의 · The model

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 00](00_whole_program.ipynb)의 모델(model)은 입력(input)에 가중치(weight)를 곱하고 더합니다. 그것만으로는 곧은 선밖에 그리지 못합니다. 그런데 가운데에 ReLU가 하나 끼어 있습니다. 음수를 0으로 바꿀 뿐, 다른 일은 하지 않습니다. 직선은 못 하고 ReLU는 할 수 있는 일이 무엇일까요?
#
# - **다루는 것**: 꺾인 선을 그리는 ReLU, 세 가지 방법으로 만드는 같은 모델, 매개변수(parameter) 세기
# - **할 일**: 꺾인 선이 어떻게 생겼는지 알아맞히고, 같은 신경망(neural network)을 텐서(Tensor)로, `nn.Sequential`로, 클래스(class)로 만듭니다.
# - **배우는 것**: `Linear`와 ReLU가 하는 계산, 처음 가중치를 작게 정하는 까닭, 모델에 계층(layer)이 모두 들어 있는지 확인하는 방법을 알게 됩니다.
# - **준비**: [수업 00](00_whole_program.ipynb)을 마쳤고, 행렬 곱(matrix multiplication)을 알면 됩니다. Python의 클래스를 본 적이 있으면 좋습니다.
# - **시간**: 60분("선택"이라고 적은 부분은 빼고)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The model of [lesson 00](00_whole_program.ipynb) multiplies its inputs by weights and adds, which only makes straight lines. But in the middle sits a ReLU. It replaces negative numbers with 0, and that is all. What can a ReLU do that a line cannot?
#
# - **What it is about**: bent lines from ReLUs, the same model made in three ways, counting parameters
# - **What you will do**: guess what a bent line looks like, and make one neural network from Tensors, with `nn.Sequential` and as a class.
# - **What you will learn**: what `Linear` and ReLU compute, why the first weights are small, and how to see whether a model has all its layers.
# - **What you need**: [lesson 00](00_whole_program.ipynb) and matrix multiplication. It helps to have seen a class in Python.
# - **Time**: 60 minutes (without what is marked "Optional")
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
# ## 신경망 전체 · The whole network

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 데이터와 모델은 [수업 00](00_whole_program.ipynb)에서 쓴 것과 똑같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The data and the model are those of [lesson 00](00_whole_program.ipynb).
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import (
    make_random_data,
    plot_bent_line,
    plot_every_number,
    plot_product,
)

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)

torch.manual_seed(2)
model = nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 샘플(sample) 하나가 모델을 지날 때 입력, 은닉 계층(hidden layer), 출력(output)에 있는 수를 하나도 빠뜨리지 않고 그립니다. 동그라미는 수이고 선은 가중치입니다. 은닉 계층의 동그라미 하나는 ReLU를 지나기 전과 지난 뒤의 수를 함께 나타냅니다. 선은 까만 동그라미에 닿는 것만 그렸습니다. 까만 동그라미로 선이 몇 개 들어오고 몇 개 나가나요? 은닉 계층 전체로는 몇 개일까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw every number of the input, the hidden layer and the output when one sample goes through the model. Circles are numbers, and lines are weights. A circle of the hidden layer stands for one number before and after ReLU. Only the lines of the black circle are drawn. How many come in, and how many go out? How many are there for the whole hidden layer?
#
# </div>

# %% tags=["slide"]
plot_every_number(model, hidden=42)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 은닉 계층의 수 하나에 선이 1000개 들어오고 10개 나갑니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Into one number of the hidden layer lead 1000 weights, and 10 lead on from it.
#
# </div>

# %%
print(f"lines:  {H * (D_in + D_out):,}")
print(f"biases: {H + D_out}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 들어오는 선은 1000개나 되어 한 덩어리로 보입니다. 은닉 계층 전체로는 선이 101,000개입니다. 이웃한 두 계층의 수가 빠짐없이 이어져 있어서 완전 연결(fully connected) 신경망이라고 합니다. 은닉 계층과 출력의 수마다 편향(bias)도 하나씩 더해지는데, 이 110개는 그림에 없습니다. 샘플이 바뀌면 동그라미 속의 수가 달라지고, 학습(training)을 하면 선과 편향이 달라집니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The 1000 lines that come in look like one area. For the whole hidden layer, there are 101,000. Every number is connected to every number of the next layer, so this is called a fully connected network. Each number of the hidden layer and of the output also gets a bias; these 110 are not drawn. Another sample changes the numbers in the circles. Training changes the lines and the biases.
#
# </div>

# %% [markdown]
# ## 꺾인 선 · Bent lines

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# ReLU의 그래프는 0에서 한 번 꺾인 선입니다. `relu(x - 1)`이면 1에서 꺾입니다. 이런 선에 수를 곱해 더하면 어떻게 될까요? 입력이 하나이고 은닉 계층에 수가 세 개 든 작은 신경망이 바로 아래의 `f`처럼 계산합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The graph of ReLU is a line with one bend, at 0. For `relu(x - 1)`, the bend is at 1. What do you get by adding up such lines, each times a number? A small network with one input and three numbers in its hidden layer computes something like `f` below.
#
# </div>


# %%
def relu(x):
    return max(0, x)


def f(x):
    return relu(x) - 2 * relu(x - 1) + relu(x - 2)


print("relu(-2):", relu(-2))
print("relu(3): ", relu(3))

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** `f`의 그래프는 어떻게 생겼을까요? 먼저 `x`가 0, 1, 2, 3일 때의 값을 머리로 계산해 보세요.
#
# 1. 1에서부터 끝없이 내려갑니다.
# 2. 0에서 올라갔다가 1에서부터 내려와, 2부터는 평평합니다.
# 3. 셋이 서로 지워져 곧은 선이 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** What does the graph of `f` look like? First, work out its values in your head when `x` is 0, 1, 2 and 3.
#
# 1. From 1 on, it falls without end.
# 2. It rises from 0 on, falls from 1 on, and is flat from 2 on.
# 3. The three cancel out and leave a straight line.
#
# </div>

# %%
plot_bent_line({0: 1, 1: -2, 2: 1})
plt.show()
print("f(1.5):", f(1.5))

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 여기에서 ReLU는 선을 한 곳에서 꺾고, 앞에 곱한 수는 얼마나 꺾을지 정합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Each ReLU here bends the line in one place, and its factor says by how much.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 2번입니다. 텐트처럼 생겼습니다. `x`가 1.5인 곳에서 가는 선 세 개를 읽으면 1.5, 0, -1이고, 더하면 0.5입니다. 검은 선은 ReLU가 꺾이는 세 곳에서 꺾입니다. 선이 기울어진 정도는 0에서 1이 되었다가, -2만큼 변해 -1이 되고, 1만큼 변해 다시 0이 됩니다. 여기에서는 앞에 곱한 수가 곧 꺾이는 정도입니다. `x`에도 가중치를 곱하면 꺾이는 정도는 그 가중치의 크기를 곱한 것이 됩니다.
#
# 처음 물음의 답이 여기에 있습니다. 직선은 아무리 더해도 직선이지만, 은닉 계층의 ReLU는 하나마다 선을 한 번 꺾을 수 있습니다. ReLU가 넉넉하고 처음의 기울어진 정도와 높이까지 고를 수 있으면, 왼쪽에서 오른쪽으로 곧은 조각을 이어 간 선은 무엇이든 그립니다. 셀의 중괄호 안에서는 콜론 앞이 꺾이는 자리, 뒤가 곱하는 수입니다. 수를 고쳐 봉우리를 하나 더 만들어 보세요. ReLU는 네 개까지 넣을 수 있고, 오른쪽 끝은 내려가도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 2 wins: it is a tent. Read the three thin lines where `x` is 1.5: 1.5, 0 and -1, which add up to 0.5. The black line bends where the ReLUs bend. Its slope goes from 0 to 1, changes by -2 to -1, and changes by 1, back to 0. So here, the factor in front is the change of the slope. If `x` is multiplied by a weight as well, the change is multiplied by its size.
#
# Here is the answer to the first question. Straight lines add up to a straight line, but each ReLU of the hidden layer can bend the line once. With enough of them, and with a slope and a height to begin with, you can draw any line that runs from left to right in straight pieces joined end to end. In the braces of the cell, each place of a bend comes before the colon and its factor after it. Change them to make a second peak. Four ReLUs are allowed, and the right end may go down.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 강좌의 모델에서는 어떨까요? 입력이 1000개이면 그래프를 그릴 수 없으니, 한 방향으로만 걸어 봅니다. 첫 샘플에서 다음 샘플까지 똑바로 걸으면서 모델의 출력을 봅니다. `s`는 얼마나 왔는지를 나타내고 0에서 출발하여 1에서 도착합니다. `s`의 값 201개를 `unsqueeze(1)`로 세로로 세우면 값마다 수 1000개짜리 행이 하나씩, 즉 길 위의 입력이 201개 생깁니다. 견주어 보려고 같은 두 계층 `model[0]`과 `model[2]`를 ReLU 없이 이은 `straight`도 만듭니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# What about the model of this course? There is no drawing a graph with 1000 inputs. So walk straight from the first sample to the next, and watch an output. `s` says how far you have come, from 0 at the start to 1 at the end. `unsqueeze(1)` stands its 201 values in a column, so each gets a row of 1000 numbers: 201 inputs on the path. For comparison, `straight` puts the same two layers, `model[0]` and `model[2]`, together without ReLU.
#
# </div>


# %%
def on_the_way(s):
    return (1 - s) * x[0] + s * x[1]


s = torch.linspace(0, 1, 201).unsqueeze(1)
straight = nn.Sequential(model[0], model[2])
print("on_the_way(s):", tuple(on_the_way(s).shape))

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 은닉 계층에 든 수 100개가 저마다 ReLU를 지나므로 ReLU는 100개인 셈입니다. 이 길을 걷는 동안 출력의 선은 몇 번 꺾일까요?
#
# 1. ReLU마다 한 번씩, 꼭 100번
# 2. 절반쯤
# 3. 많아야 한두 번
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** Each of the 100 numbers of the hidden layer goes through ReLU, so there are 100 ReLUs. How often does the line of an output bend along this path?
#
# 1. exactly 100 times, once for each ReLU
# 2. about half as often
# 3. once or twice at most
#
# </div>

# %%
z = model[0](on_the_way(s))
bent = (z[0] > 0) != (z[-1] > 0)
places = (z[0] / (z[0] - z[-1]))[bent].detach().unsqueeze(1)

fig, ax = plt.subplots()
ax.plot(s, straight(on_the_way(s))[:, 8].detach(), "C1--", label="ReLU 없이 · without ReLU")
ax.plot(s, model(on_the_way(s))[:, 8].detach(), "C0-", label="ReLU와 함께 · with ReLU")
ax.plot(places, model(on_the_way(places))[:, 8].detach(), "k.", label="꺾인 곳 · bends")
ax.set(xlabel="첫 샘플에서 다음 샘플까지 · from sample to sample, s", ylabel="출력 · output")
ax.legend()
plt.show()
print("bends:", len(places))

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# ReLU가 없으면 곧은 선, 있으면 47번 꺾인 선입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Without ReLU, the line is straight, and with it, it bends 47 times.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 2번입니다. 선은 ReLU에 들어가는 수 `z`가 0을 지나는 곳에서 꺾입니다. 그러려면 길의 두 끝에서 `z`의 부호가 달라야 하는데, 100개 가운데 47개가 그렇습니다. `z`는 처음부터 끝까지 고르게 변하므로, 0을 지나는 자리 `places`는 두 끝의 값에서 비례로 구합니다. 멀리서 보면 둥근 언덕 같지만 이웃한 두 점 사이는 모두 곧습니다. 그림은 출력 10개 가운데 아홉 번째이고, 나머지도 같은 곳에서 꺾입니다. ReLU가 없으면 1000차원(dimension)의 어디를 똑바로 걸어도 출력은 그림의 파선처럼 곧습니다.
#
# `detach()`는 변화도(gradient)를 구하려고 남기는 기록에서 값을 떼어 냅니다. 떼어 내지 않으면 matplotlib이 텐서를 받지 못하고 `RuntimeError`를 냅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 2 wins. The line bends where `z`, the number that goes into a ReLU, passes 0. For that, `z` must have different signs at the two ends, which is so for 47 of the 100. `z` changes evenly from one end to the other, so the two ends tell the `places` where it passes 0. From afar, the line looks like a rounded hill, but between neighboring dots it is straight. This is the ninth of 10 outputs; the others bend in the same places. Without ReLU, every straight walk in 1000 dimensions gives a line as straight as the dashed one.
#
# `detach()` takes values out of the record that is kept for gradients. Without it, matplotlib cannot convert the Tensor and raises a `RuntimeError`.
#
# </div>

# %% [markdown]
# ## 직접 만들기 · By hand

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 같은 모델을 행렬 곱으로 계산해 봅니다. 그림의 선은 행렬 `W1`과 `W2`에, 편향은 `b1`과 `b2`에 들어 있습니다. 매개변수 101,110개가 텐서 네 개에 나뉘어 있습니다. PyTorch는 계층에 든 이 텐서, 즉 `weight`와 `bias` 하나하나도 Parameter라고 부릅니다. 모델은 입력에서 예측(prediction) $\hat{y}$을 구하는 함수(function)입니다. 식의 max 기호는 수 하나하나를 0과 견주어 큰 쪽을 고릅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now compute the same by matrix multiplication. The lines of the picture are in the matrices `W1` and `W2`, and the biases in `b1` and `b2`. So the 101,110 parameters are spread over four Tensors. PyTorch calls each `weight` and each `bias` of a layer a Parameter, too. The model is a function from inputs to predictions, $\hat{y}$. In the formula, max compares each number with 0 and takes the larger one.
#
# </div>

# %% [markdown] tags=["slide"]
# $$h = \max(0,\; x W_1 + b_1), \qquad \hat{y} = h W_2 + b_2$$

# %% tags=["slide"]
W1, b1 = model[0].weight.T, model[0].bias
W2, b2 = model[2].weight.T, model[2].bias


def hand_model(x):
    z = x @ W1 + b1
    h = z.clamp(min=0)
    return h @ W2 + b2


def difference(a, b):
    largest = (a - b).abs().max().item()
    return "< 1e-5" if largest < 1e-5 else f"{largest:.1g}"


print("x:", tuple(x.shape), "  W1:", tuple(W1.shape), "  x @ W1:", tuple((x @ W1).shape))
print("b1:", tuple(b1.shape), "  y_pred:", tuple(hand_model(x).shape))
print("difference:", difference(hand_model(x), model(x)))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `@`는 행렬 곱이고, `clamp(min=0)`는 ReLU입니다. 두 출력의 차이는 아무리 커도 `1e-5`보다 작습니다. 반올림 때문에 생기는 차이입니다. `x @ W1`을 크기대로 그리면 아래와 같습니다. 왼쪽이 `x`, 위가 `W1`, 오른쪽 아래가 곱입니다. 1000은 어디로 갔나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `@` is matrix multiplication, and `clamp(min=0)` is ReLU. The outputs differ by less than `1e-5`, and that is rounding. Below, `x @ W1` is drawn to scale: `x` at the left, `W1` above, and the product at the lower right. Where did the 1000 go?
#
# </div>

# %% tags=["slide"]
plot_product(x, W1)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 곱하면 가운데의 1000은 사라지고 64와 100이 남습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# In the product, the 1000 in the middle is gone, and 64 and 100 are left.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 곱의 높이는 `x`에서, 너비는 `W1`에서 왔습니다. `x`의 한 행과 `W1`의 한 열은 굵고 검은 변만큼 길어서 수가 1000개씩 있습니다. 이 둘을 짝지어 곱하고 모두 더하면 곱의 수 하나가 되므로 1000은 사라집니다. 모양(shape)으로 적으면 `(64, 1000)`과 `(1000, 100)`에서 `(64, 100)`이 나옵니다. 편향 `b1`은 64행에 똑같이 더해지는데, 이것을 브로드캐스팅(broadcasting)이라고 합니다.
#
# `.T`는 행과 열을 맞바꿉니다. `Linear(D_in, H)`는 출력의 크기를 먼저 적어 가중치를 `(100, 1000)`으로 담아 둡니다. 한 행에는 은닉 계층의 동그라미 하나로 들어오는 선 1000개가 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The product has its height from `x` and its width from `W1`. A row of `x` and a column of `W1` are as long as the thick black edges: 1000 numbers each. They are multiplied in pairs and added up to one number of the product, so the 1000 is gone. As shapes: `(64, 1000)` and `(1000, 100)` give `(64, 100)`. The bias `b1` is added to all 64 rows alike, which is called broadcasting.
#
# `.T` exchanges rows and columns. `Linear(D_in, H)` puts the output size first and keeps its weights as `(100, 1000)`. One row holds the 1000 lines that come into one circle of the hidden layer.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 ReLU를 뺀 모델이 왜 곧은지도 보입니다. 괄호를 풀면 행렬 두 개가 하나로 뭉칩니다. 뭉친 것에는 수가 몇 개나 들어 있을까요? 매개변수 101,110개와 견주어 먼저 적어 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This also shows why the model without ReLU is straight. Multiply out, and two matrices become one. How many numbers are left of the 101,110 parameters? Write down your guess.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\begin{aligned} &(x W_1 + b_1)\, W_2 + b_2 \\ &= x\, (W_1 W_2) + (b_1 W_2 + b_2) \end{aligned}$$

# %% tags=["slide"]
W = W1 @ W2
b = b1 @ W2 + b2
print("W:", tuple(W.shape), "  b:", tuple(b.shape))
print(f"numbers in W and b: {W.numel() + b.numel():,}")
print("difference:", difference(straight(x), x @ W + b))

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# ReLU가 없으면 두 계층은 한 계층과 같은 함수입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Without ReLU, two layers compute the same function as one.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# ReLU 없이는 매개변수 101,110개로 하는 일을 10,010개로 똑같이 합니다. ReLU처럼 계층 사이에 두어 이것을 막는 함수를 활성화 함수(activation function)라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Without ReLU, 10,010 numbers do what 101,110 parameters did. A function between layers that prevents this, as ReLU does, is called an activation function.
#
# </div>

# %% [markdown]
# ## 클래스로 만들기 · As a class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `nn.Sequential`은 신경망의 부품인 모듈(module)을 차례로 담는 컨테이너(container)입니다. 이번에는 클래스로 만듭니다. `nn.Module`을 상속받고, `__init__`에서 모듈을 만들고, `forward`에 계산을 적습니다. `net(x)`라고 부르면 `forward`가 실행됩니다. `super().__init__()`을 먼저 불러야 `nn.Module`이 모듈을 기억할 준비를 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `nn.Sequential` is a container that chains modules, the building blocks of a network. This time, write a class. It inherits from `nn.Module`, creates the modules in `__init__`, and computes in `forward`, which `net(x)` calls. `super().__init__()` comes first, so that `nn.Module` is ready to keep track of modules.
#
# </div>


# %% tags=["slide"]
class TwoLayerNet(nn.Module):
    def __init__(self, d_in, d_hidden, d_out):
        super().__init__()
        self.linear1 = nn.Linear(d_in, d_hidden)
        self.linear2 = nn.Linear(d_hidden, d_out)

    def forward(self, x):
        h = self.linear1(x).clamp(min=0)
        return self.linear2(h)


# %% tags=["slide"]
torch.manual_seed(2)
net = TwoLayerNet(D_in, H, D_out)
print("difference:", difference(net(x), model(x)))
for name, param in net.named_parameters():
    print(f"{name:15} {tuple(param.shape)!s:12} {param.numel():>7,}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 같은 시드(seed)로 같은 계층을 같은 차례로 만들면 처음 값도 같습니다. 그래서 세 번째 모델도 같은 함수입니다. 은닉 계층을 두 배로 늘리면 매개변수도 꼭 두 배가 될까요? 먼저 적어 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With the same seed, the same layers made in the same order get the same first values. So the third model is the same function, too. With a hidden layer twice as large, are there exactly twice as many parameters? Write down your guess.
#
# </div>


# %%
def count(model):
    return sum(param.numel() for param in model.parameters())


print(f"H = 100: {count(net):,}")
print(f"twice as many: {2 * count(net):,}")
print(f"H = 200: {count(TwoLayerNet(D_in, 200, D_out)):,}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 두 배인 202,220개에서 10개가 모자랍니다. 마지막 편향 10개는 늘지 않기 때문입니다.
#
# 클래스로 쓰면 무엇이 좋을까요? 아래 모델은 `x`를 두 번 씁니다. 한 번은 지금까지의 신경망에, 한 번은 ReLU가 없는 지름길에 넣어 둘을 더합니다. `super().forward(x)`는 `TwoLayerNet`의 `forward`를 부릅니다. 모듈을 한 줄로만 잇는 `Sequential`만으로는 이렇게 하지 못합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 10 fewer than 202,220, because the last 10 biases are not doubled.
#
# What is a class good for? The model below uses `x` twice, once in the network so far and once in a shortcut without ReLU, and adds the two. `super().forward(x)` calls the `forward` of `TwoLayerNet`. `Sequential` alone cannot do this, because it only chains modules one after another.
#
# </div>


# %%
class ShortcutNet(TwoLayerNet):
    def __init__(self, d_in, d_hidden, d_out):
        super().__init__(d_in, d_hidden, d_out)
        self.shortcut = nn.Linear(d_in, d_out)

    def forward(self, x):
        return super().forward(x) + self.shortcut(x)


print(f"parameters: {count(ShortcutNet(D_in, H, D_out)):,}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 10,010개가 늘었습니다. 앞의 `W`와 `b`를 합한 것과 같은 수입니다. 지름길은 ReLU가 없는 모델 하나입니다. `nn`이 덜어 주는 일을 모아 봅니다.
#
# | 클래스 | 하는 일 | 직접 만들면 손으로 할 일 |
# |:--|:--|:--|
# | `nn.Linear` | 가중치를 곱하고 편향을 더합니다 | 모양과 처음 값 정하기 |
# | `nn.Module` | 안에 든 모듈과 매개변수를 기억합니다 | 갱신(update)하고 저장할 텐서를 하나하나 챙기기 |
# | `nn.Parameter` | 변화도를 구하고 갱신할 텐서라고 표시합니다 | `requires_grad_()`를 부르고 갱신할 텐서의 목록 적기 |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The shortcut has added 10,010, as many as `W` and `b` held: it is a whole model without ReLU. This is what `nn` takes off your hands:
#
# | Class | What it does | What you would do by hand |
# |:--|:--|:--|
# | `nn.Linear` | multiplies by weights and adds a bias | choose shapes and first values |
# | `nn.Module` | keeps track of the modules and parameters inside | see to each Tensor that is to be updated or saved |
# | `nn.Parameter` | marks a Tensor that gets gradients and is to be updated | call `requires_grad_()` and keep a list of what to update |
#
# </div>

# %% [markdown]
# ## 처음 값의 크기 · How large to begin

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 가중치의 처음 값은 무작위(random)로 정합니다. 이 일을 초기화(initialization)라고 합니다. 얼마나 큰 수로 정해야 할까요? 동전 네 개를 던져 앞면이면 1을, 뒷면이면 -1을 더합니다. 합을 제곱하면 동전 자신끼리의 곱이 1씩 모두 4이고, 다른 동전과의 곱은 평균하면 서로 지워집니다. 그래서 합의 크기는 2쯤, 즉 $\sqrt{4}$쯤입니다. 이렇게 제곱을 평균하여 제곱근을 구한 크기를, 평균이 0일 때에는 표준편차(standard deviation)라고 합니다. 평균이 0이고 표준편차가 같은 무작위 수 $n$개를 따로따로 뽑아 더하면, 합의 표준편차는 하나의 $\sqrt{n}$배가 됩니다.
#
# ReLU에 들어가는 수 `z` 하나는, 편향을 빼고 보면 입력과 가중치의 곱 1000개를 더한 것입니다. 둘 다 평균이 0, 표준편차가 1이고 서로 상관없으면 곱도 그렇습니다. 크기가 1000인 계층 여섯 개를 편향 없이 ReLU로 잇고, 가중치를 세 가지로 정하여 `z`의 표준편차가 어떻게 변하는지 봅니다. `randn`은 표준편차가 1인 수, `nn.Linear`는 이 모듈이 뽑는 수, He는 `randn`에 $\sqrt{2/n}$를 곱한 수입니다. 어느 선이 평평할까요? 아래 코드는 자세히 읽지 않아도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The first values of the weights are random. Choosing them is called initialization. How large should they be? Toss four coins, and add 1 for heads and -1 for tails. Square the sum: each coin times itself makes 1, in all 4, and products of different coins cancel out on average. So the size of the sum is about 2, which is $\sqrt{4}$. For numbers with mean 0, this root of the mean square is called the standard deviation. The sum of $n$ independent random numbers, with mean 0 and one standard deviation, has a standard deviation $\sqrt{n}$ times as large.
#
# Each `z` that goes into a ReLU is, but for the bias, a sum of 1000 products of an input and a weight. If both have mean 0 and standard deviation 1, and nothing to do with each other, so has the product. Stack six layers of size 1000 with ReLU in between and without biases, choose the weights in three ways, and follow the standard deviation of `z`. `randn` stands for numbers with a standard deviation of 1, `nn.Linear` for those that this module draws, and He for `randn` times $\sqrt{2/n}$. Which line stays level? You need not read the code below in detail.
#
# </div>


# %%
def spread(make_weight):
    torch.manual_seed(3)
    h, spreads = x, [x.std().item()]
    for _ in range(6):
        z = h @ make_weight(h.shape[1])
        spreads.append(z.std().item())
        h = z.clamp(min=0)
    return spreads


plain = spread(lambda n: torch.randn(n, 1000))
linear = spread(lambda n: nn.Linear(n, 1000).weight.T)
he = spread(lambda n: torch.randn(n, 1000) * (2 / n) ** 0.5)
print(f"square root of 1000: {1000**0.5:.1f}")
print(f"randn, first layer:  {plain[1]:.1f}")
print(f"randn, sixth layer:  {plain[6]:.1e}")

# %% tags=["slide"]
fig, ax = plt.subplots()
ax.plot(plain, "C1o--", label="randn")
ax.plot(he, "C2s-.", label="He, √(2/n) randn")
ax.plot(linear, "C0^-", label="nn.Linear")
ax.set(yscale="log", xlabel="계층 · layer", ylabel="z의 표준편차 · standard deviation of z")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 여섯 계층에서 randn은 불어나고, nn.Linear는 줄어들고, He는 거의 그대로입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# In these layers, values grow with randn, shrink with nn.Linear and hardly change with He.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `randn`으로 채우면 첫 계층에서 표준편차가 31.8배가 됩니다. 1000의 제곱근 31.6과 거의 같습니다. 다음 계층부터는 ReLU가 절반쯤을 0으로 만들어 조금 덜 커지지만, 여섯 계층을 지나면 1.7e+08, 즉 $1.7 \times 10^8$이 됩니다. 그래서 가중치를 $1/\sqrt{n}$ 정도로 작게 정합니다. `nn.Linear`는 더 작게 정하여 값이 계층마다 줄어들고, He 등(2015)이 제안한 크기로는 첫 계층부터 거의 평평합니다. ReLU가 없애는 절반까지 헤아린 크기이기 때문입니다.
#
# 값이 불어나면 왜 나쁠까요? 처음 가중치만 `randn`으로 바꾸고 [수업 00](00_whole_program.ipynb)의 루프를 다섯 단계(step) 실행합니다. `normal_()`은 `randn`처럼 표준편차가 1인 무작위 수를 뽑아 텐서를 채웁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With `randn`, the first layer multiplies the standard deviation by 31.8; the square root of 1000 is 31.6. In the next layers, ReLU has set about half of the values to 0, and the factor is smaller. Even so, after six layers it is 1.7e+08, which means $1.7 \times 10^8$. This is why weights begin at about $1/\sqrt{n}$. Those of `nn.Linear` are smaller still, and values shrink from layer to layer. With the size that He et al. (2015) proposed, the line is almost level from the first layer on, because it makes up for the half that ReLU removes.
#
# What harm does growth do? Begin with weights from `randn`, and run five steps of the loop of [lesson 00](00_whole_program.ipynb). `normal_()` fills a Tensor with random numbers with a standard deviation of 1, as `randn` does.
#
# </div>

# %% tags=["slide"]
torch.manual_seed(2)
big = nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))
with torch.no_grad():
    big[0].weight.normal_()
    big[2].weight.normal_()

print(f"first loss of model: {((model(x) - y) ** 2).sum().item():.3g}")
for t in range(5):
    loss = ((big(x) - y) ** 2).sum()
    print(f"t: {t}   loss: {loss.item():.0e}")
    big.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in big.parameters():
            param -= 1e-4 * param.grad

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 가중치를 이렇게 크게 시작하면 같은 학습률(learning rate)로는 다섯 단계를 버티지 못합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# With weights this large, training at the same learning rate fails within five steps.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 713이던 처음 손실(loss)이 3e+07이 되고, 변화도도 엄청나게 커져서 첫 걸음부터 바닥을 한참 지나칩니다. 손실은 곧 무한대(`inf`)가 되고, 그다음은 수가 아닙니다(`nan`). 달라진 것은 가중치의 처음 값뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The first loss was 713. Now it is 3e+07. The gradients are huge, too, so the first step already goes far beyond the bottom. Soon, the loss is infinite (`inf`), and then no number at all (`nan`). Only the first weights were different.
#
# </div>

# %% [markdown]
# ## 선택: Linear가 뽑는 수 · Optional: the numbers that Linear draws

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `nn.Linear`가 실제로 뽑은 수를 봅니다. 점선은 $-1/\sqrt{n}$과 $1/\sqrt{n}$입니다. 점선 밖으로 나간 막대가 있나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Look at the numbers that `nn.Linear` drew. The dashed lines are $-1/\sqrt{n}$ and $1/\sqrt{n}$. Does any bar go beyond them?
#
# </div>

# %% tags=["slide"]
fig, axes = plt.subplots(2, 1, sharex=True, layout="constrained")
names = "첫째 계층 · first layer", "둘째 계층 · second layer"
for ax, name, layer in zip(axes, names, (model[0], model[2]), strict=True):
    n_in, n_out = layer.in_features, layer.out_features
    bound = 1 / n_in**0.5
    weights = layer.weight.detach().flatten()
    ax.hist(weights, bins=60, range=(-1.5 * bound, 1.5 * bound), color="C0", label=name)
    for end in (-bound, bound):
        ax.axvline(end, color="black", linestyle="--")
    ax.set(title=name, ylabel="개수 · count")
    glorot, he_std = (2 / (n_in + n_out)) ** 0.5, (2 / n_in) ** 0.5
    print(f"n: {n_in:4}   1/√n: {bound:.3f}   largest: {weights.abs().max().item():.3f}   ", end="")
    print(f"std: {weights.std().item():.3f}   Glorot: {glorot:.3f}   He: {he_std:.3f}")
axes[1].set_xlabel("가중치 · weight")
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# nn.Linear는 -1/√n과 1/√n 사이에서 고르게 뽑습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# nn.Linear draws evenly between -1/√n and 1/√n.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 없습니다. `Linear`는 입력이 $n$개이면 $-1/\sqrt{n}$과 $1/\sqrt{n}$ 사이에서 고르게 뽑습니다. 편향도 그렇습니다. 표준편차는 첫째 계층에서 0.018, 둘째 계층에서 0.058입니다. Glorot와 Bengio(2010)가 제안한 $\sqrt{2/(n_{in} + n_{out})}$보다도, He 등(2015)이 제안한 $\sqrt{2/n}$보다도 작습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# None does. With $n$ inputs, `Linear` draws evenly between $-1/\sqrt{n}$ and $1/\sqrt{n}$, for biases, too. The standard deviations are 0.018 in the first layer and 0.058 in the second. They are smaller than $\sqrt{2/(n_{in} + n_{out})}$, proposed by Glorot and Bengio (2010), and than $\sqrt{2/n}$ by He et al. (2015).
#
# </div>

# %% [markdown]
# ## 리스트에 담은 계층 · Layers in a list

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 계층이 많으면 리스트에 담고 싶어집니다. 아래 클래스는 오류 없이 실행되고 출력의 모양도 맞습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With many layers, you may want to keep them in a list. The class below runs without an error, and its output has the right shape.
#
# </div>


# %% tags=["slide"]
class ListNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(D_in, H), nn.Linear(H, D_out)]

    def forward(self, x):
        return self.layers[1](self.layers[0](x).clamp(min=0))


list_net = ListNet()
print("y_pred:", tuple(list_net(x).shape))

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 이 모델에서 `count`는 매개변수를 모두 몇 개라고 셀까요?
#
# 1. 101,110개
# 2. 리스트에 든 계층의 수인 2개
# 3. 0개
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** How many parameters does `count` find in this model?
#
# 1. 101,110
# 2. 2, the number of layers in the list
# 3. 0
#
# </div>

# %%
print("modules inside:", len(list(list_net.children())))
print("parameters:", count(list_net))

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 모델은 Python의 리스트에 담은 계층의 매개변수를 찾지 못합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# A model does not find the parameters of layers in a plain list.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 3번, 0개입니다. `nn.Module`은 `self`에 바로 넣은 모듈과 `nn.Parameter`만 등록하고 Python의 리스트 안은 들여다보지 않습니다. 이 모델은 아무리 학습해도 그대로인데, 앞의 다섯 단계와 같은 루프는 오류도 내지 않습니다. `nn.ModuleList`에 담으면 등록됩니다.
#
# `forward` 안에서 만들고 `self`에 넣지 않은 계층도 등록되지 않습니다. 게다가 부를 때마다 가중치를 새로 뽑습니다. 같은 입력을 두 번 넣어 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 3 wins: 0. `nn.Module` registers modules and each `nn.Parameter` stored in `self` directly. It does not look into a Python list. Training leaves this model as it is, and a loop like the one above raises no error. An `nn.ModuleList` registers what it holds.
#
# Layers made inside `forward` and not stored in `self` are not registered, either, and each call draws new weights. Try the same input twice.
#
# </div>


# %%
class ForgetfulNet(nn.Module):
    def forward(self, x):
        h = nn.Linear(D_in, H)(x).clamp(min=0)
        return nn.Linear(H, D_out)(h)


forgetful = ForgetfulNet()
list_net.layers = nn.ModuleList(list_net.layers)
print("with ModuleList:", f"{count(list_net):,}")
print("made in forward:", count(forgetful))
apart = (forgetful(x) - forgetful(x)).abs().max().item()
print("difference at least:", min(0.5, apart))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `nn.ModuleList`에 담으면 101,110개를 모두 찾습니다. `forward`에서 만든 것은 0개이고, 같은 입력에 다른 출력을 내놓습니다. 차이는 실행할 때마다 달라서, 0.5가 넘으면 0.5라고만 출력했습니다. 모델을 만들면 매개변수부터 세어 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With `nn.ModuleList`, all 101,110 are found. Of those made in `forward`, 0 are found, and the same input gives different outputs. The difference is another one each time, so where it is above 0.5, the cell prints 0.5. So whenever you write a model, count its parameters.
#
# </div>

# %% [markdown]
# ## 오류 읽기 · Reading an error

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 소리 없이 틀리는 것보다는 오류가 낫습니다. 둘째 계층에 `x`를 바로 넣어 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# An error is better than a silent mistake. Put `x` straight into the second layer.
#
# </div>

# %% tags=["slide"]
try:
    model[2](x)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `mat1`과 `mat2`는 곱하려던 두 행렬입니다. `64x1000`은 넣은 `x`의 모양이고, `100x10`은 이 계층의 가중치에서 행과 열을 맞바꾼 모양입니다. 왜 곱할 수 없다고(`cannot be multiplied`) 할까요? 그려 보면 보입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `mat1` and `mat2` are the matrices to be multiplied. `64x1000` is the shape of your `x`, and `100x10` that of the layer's weights with rows and columns exchanged. Why does it say `cannot be multiplied`? Draw them and see.
#
# </div>

# %% tags=["slide"]
plot_product(x, model[2].weight.T)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 가운데의 두 수가 다르면 곱할 수 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# If the two numbers in the middle differ, there is no product.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 검은 두 변의 길이가 다릅니다. 짝지을 수가 한쪽에는 1000개, 다른 쪽에는 100개 있습니다. 이 오류를 만나면 가운데의 두 수부터 보고, 어느 쪽이 틀렸는지 찾으세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The two black edges are not equally long. There are 1000 numbers to pair up on one side and 100 on the other. When you meet this error, look at the two numbers in the middle first. Then find out which one is wrong.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 은닉 계층이 하나이면, 똑바로 걷는 동안 ReLU 하나는 출력의 선을 많아야 한 번 꺾습니다. 이 모델의 출력은 첫 샘플에서 다음 샘플까지 가는 동안 47번 꺾입니다.
# - ReLU가 없으면 계층을 두 개 이어도 계층 하나와 같은 함수입니다.
# - 손으로, `Sequential`로, 클래스로 만든 모델은 매개변수가 같으면 같은 함수입니다.
# - `randn`으로 채운 첫 계층은 입력 1000개를 더하면서 표준편차를 31.6배쯤, 즉 1000의 제곱근만큼 키웁니다. 그래서 `nn.Linear`는 입력이 많을수록 가중치를 작게 정합니다.
# - `nn.Module`은 `self`에 바로 넣었거나 `nn.ModuleList` 같은 모듈에 담아 넣은 계층만 압니다. Python의 리스트에만 담거나 `forward`에서 만들고 버리는 계층은 `parameters()`를 갱신하는 루프로 학습되지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - With one hidden layer, each ReLU bends an output at most once along a straight path. Between two samples, there were 47 bends.
# - Without ReLU, two layers compute the same function as one.
# - Made by hand, by `Sequential` or as a class, it is one function if the parameters are the same.
# - With `randn`, the first layer makes the spread of 1000 inputs about 31.6 times as large, the square root of 1000. So the more inputs, the smaller the weights of `nn.Linear`.
# - `nn.Module` knows layers in `self`, or in a module there such as `nn.ModuleList`. A loop over `parameters()` does not train layers that are only in a Python list, or made in `forward` and dropped.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** `nn.Linear`를 직접 만들어 봅니다. 입력 `x`, 가중치 `weight`, 편향 `bias`를 받아 출력을 돌려주는 함수 `my_linear`를 완성하세요. `weight`의 모양은 `Linear`에서처럼 출력의 크기가 먼저입니다. `x`는 샘플이 여러 개인 `(n, d_in)`일 수도, 샘플 하나인 `(d_in,)`일 수도 있습니다. `nn.Linear`와 `torch.nn.functional.linear`는 쓰지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Make `nn.Linear` yourself. Complete the function `my_linear`, which takes the input `x`, the weights `weight` and the bias `bias` and returns the output. The shape of `weight` has the output size first, as in `Linear`. `x` can hold several samples, `(n, d_in)`, or a single one, `(d_in,)`. Use neither `nn.Linear` nor `torch.nn.functional.linear`.
#
# </div>

# %%
from tutorial_helpers.exercises import check_count_parameters, check_DeepNet, check_my_linear


def my_linear(x, weight, bias):
    return None  # 여기를 고치세요 · change this


check_my_linear(my_linear)

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# `weight`의 한 행이 출력의 수 하나를 만듭니다. 행과 열을 맞바꾸어 곱하면 됩니다. 샘플이 하나여도 `@`가 `x`의 마지막 차원과 `weight.T`의 첫 차원을 짝지으므로 그대로 됩니다.
#
# </div>
#
# <div lang="en">
#
# One row of `weight` makes one number of the output, so exchange rows and columns and multiply. With a single sample, the same line works, because `@` pairs the last dimension of `x` with the first of `weight.T`.
#
# </div>
#
# ```python
# def my_linear(x, weight, bias):
#     return x @ weight.T + bias
#
#
# check_my_linear(my_linear)
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 은닉 계층이 두 개인 `DeepNet`을 고치고 완성하세요. 계층 세 개가 모두 등록되어야 하고, 입력은 첫째 계층, ReLU, 둘째 계층, ReLU, 마지막 계층을 차례로 지나야 합니다. 크기는 모델을 만들 때 주므로 `forward`에는 크기를 적지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Fix and complete `DeepNet`, which has two hidden layers. All three layers must be registered, and the input goes through the first layer, ReLU, the second layer, ReLU and the last layer, in this order. The sizes are given when a model is made, so write no sizes into `forward`.
#
# </div>


# %%
class DeepNet(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        self.layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]

    def forward(self, x):
        return None  # 여기를 고치세요 · change this


check_DeepNet(DeepNet)
print(f"parameters: {count(DeepNet(D_in, H, D_out)):,}")

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 리스트를 `nn.ModuleList`에 담으면 계층이 등록됩니다. 마지막 계층 다음에서는 `clamp`를 부르지 않습니다. 거기에서도 부르면 음수인 정답(target)을 맞힐 수 없습니다.
#
# </div>
#
# <div lang="en">
#
# An `nn.ModuleList` around the list registers the layers. After the last layer, do not call `clamp`. There, it would leave no output negative, so no negative target could be matched.
#
# </div>
#
# ```python
# class DeepNet(nn.Module):
#     def __init__(self, D_in, H, D_out):
#         super().__init__()
#         layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]
#         self.layers = nn.ModuleList(layers)
#
#     def forward(self, x):
#         first, second, last = self.layers
#         h = first(x).clamp(min=0)
#         h = second(h).clamp(min=0)
#         return last(h)
#
#
# check_DeepNet(DeepNet)
# print(f"parameters: {count(DeepNet(D_in, H, D_out)):,}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 3.** 이미 학습한 모델을 가져와 마지막 계층만 다시 학습시키는 일이 많습니다. 그럴 때에는 나머지 매개변수의 `requires_grad`를 `False`로 바꿉니다. 어떤 모델을 넣어도, 학습되는 매개변수에 든 수만 세어 Python의 수로 돌려주는 함수 `count_parameters`를 완성하세요. 모델의 두 곳에서 함께 쓰는 매개변수는 한 번만 셉니다. 아래 `frozen`은 첫째 계층을 학습시키지 않는 모델입니다. 몇 개일지 먼저 적어 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 3.** People often take a trained model and train only its last layer again. For this, `requires_grad` of all other parameters is set to `False`. Complete the function `count_parameters`, which returns, as a Python number, how many numbers there are in the parameters that are trained, for any model. A parameter that is used in two places counts once. The first layer of `frozen` below is not trained. Write down first what you expect.
#
# </div>


# %%
def count_parameters(model):
    return None  # 여기를 고치세요 · change this


check_count_parameters(count_parameters)
frozen = TwoLayerNet(D_in, H, D_out)
frozen.linear1.requires_grad_(False)
print("frozen:", count_parameters(frozen))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 3 · Solution 3</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# `requires_grad`가 참인 매개변수만 셉니다. 두 곳에서 함께 쓰는 것은 `parameters()`가 한 번만 내놓습니다. `frozen`에서는 둘째 계층의 가중치 100 × 10개와 편향 10개만 학습됩니다.
#
# </div>
#
# <div lang="en">
#
# Count only parameters whose `requires_grad` is true. `parameters()` yields shared ones once. In `frozen`, these are the 100 × 10 weights and the 10 biases of the second layer.
#
# </div>
#
# ```python
# def count_parameters(model):
#     return sum(param.numel() for param in model.parameters() if param.requires_grad)
#
#
# check_count_parameters(count_parameters)
# frozen = TwoLayerNet(D_in, H, D_out)
# frozen.linear1.requires_grad_(False)
# print(f"frozen: {count_parameters(frozen):,}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 4.** 실행하지 않고 생각하는 연습입니다. 가중치와 편향을 모두 0으로 두고 학습을 시작하면 무엇이 학습될까요? 0은 아니지만 은닉 계층에 든 수 100개가 들어오는 가중치도, 편향도, 나가는 가중치도 서로 똑같이 시작하면 어떨까요? 그 모델이 그리는 선은 몇 번이나 꺾일 수 있을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 4.** This one is for thinking, not for running. If training starts with all weights and biases at 0, what is trained? And what if they are not 0, but all 100 numbers of the hidden layer start with the same weights in and out and the same bias? How often can the line of such a model bend?
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 4 · Solution 4</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 모두 0이면 은닉 계층의 수가 0이므로, 둘째 계층의 가중치를 조금 움직여도 0에 곱해져 달라지는 것이 없습니다. 첫째 계층을 조금 움직여도 둘째 계층의 가중치가 0이어서 마찬가지입니다. 마지막 편향 10개만 학습되고, 단계가 지나도 그대로입니다. 들어오고 나가는 가중치와 편향이 100개 모두 똑같으면 똑같은 값을 내고 똑같은 변화도를 받으므로, 아무리 학습해도 서로 똑같습니다. ReLU가 100개 있어도 모두 한 곳에서 꺾이니 선은 많아야 한 번 꺾입니다. 그래서 처음 값을 무작위로 정합니다.
#
# </div>
#
# <div lang="en">
#
# If all are 0, the hidden layer is 0. Moving a weight of the second layer a little changes nothing, because it is multiplied by 0. Moving the first layer a little changes nothing, either, because the weights of the second layer are 0. Only the last 10 biases are trained, and it stays like this step after step. If all 100 start alike, with the same weights in and out and the same bias, they have the same values and get the same gradients, and they stay alike however long the training is. There are 100 ReLUs, but all bend in the same place, so the line bends once at most. This is why the first values are random.
#
# </div>
#
# </details>

# %% [markdown]
# ## 참고 문헌 · References

# %% [markdown]
# - X. Glorot, Y. Bengio. [Understanding the difficulty of training deep feedforward neural networks](https://proceedings.mlr.press/v9/glorot10a.html) (2010)
# - K. He, X. Zhang, S. Ren, J. Sun. [Delving deep into rectifiers](https://arxiv.org/abs/1502.01852) (2015)

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [01 무작위 데이터](01_random_data.ipynb) · 다음 수업: [03 손실](03_loss.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [01 Random data](01_random_data.ipynb) · Next: [03 The loss](03_loss.ipynb)
#
# </div>
