# %% [markdown]
# # 02 모델 정의 · The model

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 00](00_whole_program.ipynb)에서는 `nn.Sequential`로 신경망(neural network)을 한 번에 만들었습니다. 이 수업에서는 같은 신경망을 세 번 만듭니다. 처음에는 텐서(Tensor)만으로, 다음에는 `nn.Sequential`로, 마지막에는 `nn.Module`을 물려받는 클래스(class)로 만듭니다.
#
# - **다루는 것**: 직접 만든 모델(model)과 `nn`으로 만든 모델, 매개변수(parameter) 세기
# - **할 일**: 세 모델에 같은 가중치(weight)를 넣고, 같은 입력(input)에서 같은 출력(output)이 나오는지 확인합니다. ReLU와 신경망을 그려 봅니다.
# - **배우는 것**: `Linear`와 `ReLU`가 하는 계산과, `nn`이 대신 맡아 주는 일을 알게 됩니다.
# - **준비**: 수업 [00](00_whole_program.ipynb)과 [01](01_random_data.ipynb)을 마쳤고, 행렬 곱(matrix multiplication)을 알면 됩니다. Python의 클래스를 본 적이 있으면 좋습니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In [lesson 00](00_whole_program.ipynb), `nn.Sequential` built the whole neural network at once. In this lesson, you build the same network three times: first from nothing but Tensors, then with `nn.Sequential`, and last as a class that inherits from `nn.Module`.
#
# - **What it is about**: the model by hand and with `nn`, counting parameters
# - **What you will do**: give three models the same weights and check that the same inputs lead to the same outputs. Draw ReLU, and draw the network.
# - **What you will learn**: what `Linear` and `ReLU` compute, and what `nn` takes off your hands.
# - **What you need**: lessons [00](00_whole_program.ipynb) and [01](01_random_data.ipynb), and matrix multiplication. It helps to have seen a class in Python.
# - **Time**: 50 minutes
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
# ## 직접 만들기 · By hand

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 크기와 데이터는 [수업 01](01_random_data.ipynb)과 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The sizes and the data are those of [lesson 01](01_random_data.ipynb).
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_network

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 신경망의 매개변수는 텐서 네 개입니다. 첫째 계층(layer)의 가중치 `W1`과 편향(bias) `b1`, 둘째 계층의 가중치 `W2`와 편향 `b2`입니다. 가중치는 무작위(random) 수로 채우고 편향은 0으로 둡니다. 무작위 수에는 0.02를 곱해 작게 만듭니다. 왜 작게 만드는지는 뒤에서 알아봅니다.
#
# `requires_grad_()`는 이 텐서가 들어간 계산을 기록하라고 PyTorch에 알립니다. 그래야 변화도(gradient)를 구할 수 있습니다. 텐서를 만들 때에는 `requires_grad=True`를 주어도 됩니다. 데이터에는 필요 없습니다. 데이터는 바꾸지 않기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The parameters of this network are four Tensors: the weights `W1` and the bias `b1` of the first layer, and the weights `W2` and the bias `b2` of the second. The weights are filled with random numbers, the biases with 0. The random numbers are multiplied by 0.02 to make them small; you will see later why.
#
# `requires_grad_()` tells PyTorch to record the computations in which a Tensor takes part. Without that, there would be no gradients. `requires_grad=True` does the same for a Tensor that is being made. The data does not need either, because the data is not changed.
#
# </div>

# %%
torch.manual_seed(2)
W1 = (0.02 * torch.randn(D_in, H)).requires_grad_()
b1 = torch.zeros(H, requires_grad=True)
W2 = (0.02 * torch.randn(H, D_out)).requires_grad_()
b2 = torch.zeros(D_out, requires_grad=True)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모델은 코드 세 줄입니다. `@`는 행렬 곱이고, `clamp(min=0)`는 음수를 0으로 바꿉니다. 음수를 바꾸기 전의 값을 `z`, 바꾼 뒤의 값, 곧 은닉 계층(hidden layer)의 값을 `h`라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The model takes three lines of code. `@` is matrix multiplication, and `clamp(min=0)` replaces negative numbers with 0. The values before this replacement are called `z`; the values after it, which are those of the hidden layer, are called `h`.
#
# </div>

# %% [markdown] tags=["slide"]
# $$h = \max(0,\; x W_1 + b_1), \qquad \hat{y} = h W_2 + b_2$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 계산할 때마다 모양(shape)이 어떻게 바뀌는지 보세요. 편향은 모양이 `(100,)`인데도 `(64, 100)`인 텐서에 더할 수 있습니다. PyTorch가 행마다 같은 편향을 더해 줍니다. 이것을 브로드캐스팅(broadcasting)이라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# See how each computation changes the shape. A bias has the shape `(100,)`, and yet it can be added to a Tensor of shape `(64, 100)`: PyTorch adds the same bias to every row. This is called broadcasting.
#
# </div>


# %% tags=["slide"]
def hand_model(x):
    z = x @ W1 + b1
    h = z.clamp(min=0)
    return h @ W2 + b2


# %%
print("x:      ", tuple(x.shape))
print("x @ W1: ", tuple((x @ W1).shape))
print("b1:     ", tuple(b1.shape))
print("z:      ", tuple((x @ W1 + b1).shape))
print("y_pred: ", tuple(hand_model(x).shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 행렬의 열 수와 뒤 행렬의 행 수가 같아야 곱할 수 있습니다. `(64, 1000)`과 `(1000, 100)`을 곱하면 `(64, 100)`이 됩니다. 크기를 잘못 적으면 곱하는 줄에서 오류가 납니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# To multiply, the columns of the first matrix must be as many as the rows of the second: `(64, 1000)` times `(1000, 100)` gives `(64, 100)`. If you get a size wrong, the line that multiplies raises an error.
#
# </div>

# %% [markdown]
# ## 활성화 함수 ReLU · The activation function ReLU

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 음수를 0으로 바꾸는 함수(function)가 ReLU입니다. ReLU처럼 계층 사이에 두는 함수를 활성화 함수(activation function)라고 합니다. `clamp(min=0)`와 `nn.ReLU()`가 같은 일을 하는지 확인하고 그려 봅니다. `assert_close`는 두 텐서가 반올림 차이보다 크게 다르면 오류를 내고, 그렇지 않으면 아무 말도 하지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The function that replaces negative numbers with 0 is called ReLU. A function like this between two layers is called an activation function. Check that `clamp(min=0)` and `nn.ReLU()` do the same, and draw it. `assert_close` raises an error if two Tensors differ by more than small rounding errors. Otherwise, it says nothing.
#
# </div>

# %% tags=["slide"]
z = torch.linspace(-3, 3, 61)
torch.testing.assert_close(nn.ReLU()(z), z.clamp(min=0))

fig, ax = plt.subplots(figsize=(4.5, 3))
ax.plot(z, nn.ReLU()(z))
ax.set(xlabel="입력 · input", ylabel="출력 · output", title="ReLU")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 0보다 작은 쪽은 평평하고, 큰 쪽은 기울어진 직선입니다. 꺾인 곳이 중요합니다. 활성화 함수가 없으면 계층을 두 개 이어도 계층 하나와 같기 때문입니다. 편향을 빼고 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Below 0 the line is flat, and above it the line rises. The bend is what matters. Without an activation function, two layers in a row are no more than one layer. Check this without the biases.
#
# </div>

# %% [markdown] tags=["slide"]
# $$(x W_1) W_2 = x (W_1 W_2)$$

# %%
two_layers = (x @ W1) @ W2
one_layer = x @ (W1 @ W2)
torch.testing.assert_close(two_layers, one_layer)

h = (x @ W1 + b1).clamp(min=0)
print(f"zeros in h:        {(h == 0).float().mean().item():.2f}")
print(f"patterns of zeros: {len((h == 0).unique(dim=0))}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 두 결과가 같으므로 `assert_close`는 조용합니다. ReLU를 넣으면 `h`의 절반쯤이 0이 됩니다. 어느 자리가 0이 되는지는 샘플(sample) 64개에서 모두 다릅니다. 0이 된 자리는 출력에 영향을 주지 못하므로, 샘플마다 다른 행렬을 곱한 셈입니다. 그래서 신경망은 행렬 하나로 나타낼 수 없는 함수가 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The results are equal, so `assert_close` is silent. With ReLU, about half of `h` becomes 0. Which numbers become 0 is different in all 64 samples. Numbers that are 0 have no influence on the output, so each sample is in effect multiplied by a matrix of its own. This makes the network a function that no single matrix can express.
#
# </div>

# %% [markdown]
# ## 모듈 Linear · The module Linear

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `nn.Linear`는 가중치와 편향이 한 벌 든 모듈(module)입니다. 모듈은 신경망의 부품입니다. 안에 든 텐서의 모양을 봅니다. 가중치의 모양이 `W1`과 다르다는 점에 주의하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `nn.Linear` is a module that holds one pair of weights and bias. Modules are the building blocks of a network. Look at the shapes of the Tensors inside. Note that the shape of the weights is not that of `W1`.
#
# </div>

# %%
torch.manual_seed(2)
linear = nn.Linear(D_in, H)
print("W1:           ", tuple(W1.shape))
print("linear.weight:", tuple(linear.weight.shape))
print("linear.bias:  ", tuple(linear.bias.shape))
torch.testing.assert_close(linear(x), x @ linear.weight.T + linear.bias)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `Linear(D_in, H)`의 가중치는 모양에 출력의 크기가 먼저 나옵니다. `(100, 1000)`이므로 곱하기 전에 행과 열을 바꿉니다. `.T`가 그 일을 합니다. 가중치의 한 행은 은닉 계층의 수 하나를 만드는 데 쓰는 가중치 1000개입니다. 따로 끄지 않으면 `Linear`에는 편향도 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In the weights of `Linear(D_in, H)`, the output size comes first: `(100, 1000)`. So rows and columns are exchanged before multiplying, which is what `.T` does. One row holds the 1000 weights that make one number of the hidden layer. `Linear` also has a bias, unless you switch it off.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\mathrm{Linear}(x) = x W^{T} + b$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `Linear`는 만들 때 매개변수를 무작위 수로 초기화(initialization)합니다. 샘플 하나의 입력에 든 수가 $n$개이면 $-1/\sqrt{n}$과 $1/\sqrt{n}$ 사이에서 고르게 뽑습니다. 정말 그런지 가중치의 히스토그램을 그려 봅니다. `detach()`는 계산의 기록에서 떼어 낸 텐서를 돌려줍니다. 그림만 그릴 때에는 기록이 필요 없습니다. 점선은 이 범위의 양 끝입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# When it is made, `Linear` sets its parameters to random numbers. This is its initialization. With $n$ inputs, they are drawn evenly between $-1/\sqrt{n}$ and $1/\sqrt{n}$. Draw a histogram of the weights to check. `detach()` returns the Tensor detached from the record of the computation; a drawing does not need the record. The dashed lines are the two ends of this range.
#
# </div>

# %%
bound = 1 / D_in**0.5
largest = max(param.abs().max().item() for param in linear.parameters())
print(f"bound:            {bound:.6f}")
print(f"largest absolute: {largest:.6f}")
print(f"std of weights:   {linear.weight.std().item():.4f}")

# %% tags=["slide"]
fig, ax = plt.subplots()
ax.hist(linear.weight.detach().flatten(), bins=70, range=(-0.035, 0.035), color="C0")
for end in (-bound, bound):
    ax.axvline(end, color="black", linestyle="--")
ax.set(xlabel="가중치 · weight", ylabel="개수 · count")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 가중치는 범위 안에 고르게 퍼져 있고, 절댓값이 가장 큰 것도 0.031623을 넘지 않습니다. 초기화가 왜 중요한지 알아보려고 ReLU에 들어가는 값 `z`의 표준편차를 비교합니다. 하나는 작게 만들지 않은 `randn`으로, 하나는 `Linear`로 계산합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The weights are spread evenly over the range, and even the largest absolute value stays within 0.031623. To see why initialization matters, compare the standard deviation of the values `z` that go into ReLU: once with `randn` as it is, once with `Linear`.
#
# </div>

# %%
generator = torch.Generator().manual_seed(4)
z_randn = x @ torch.randn(D_in, H, generator=generator)
print(f"std of x:                {x.std().item():.2f}")
print(f"std of z, plain randn:   {z_randn.std().item():.1f}")
print(f"std of z, nn.Linear:     {linear(x).std().item():.2f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `randn`을 그대로 쓰면 입력 1000개에 가중치를 곱해 더하는 동안 표준편차가 1.00에서 32.0으로 커집니다. 계층을 여럿 이으면 계층을 지날 때마다 또 커집니다. `nn.Linear`로 계산하면 0.58입니다. 이렇게 되도록, 입력이 많을수록 가중치를 작게 초기화합니다. 앞에서 직접 만든 가중치에도 그래서 0.02를 곱했습니다. `linear`에 든 가중치의 표준편차 0.0182와 비슷한 수입니다. 알맞은 크기는 Glorot와 Bengio(2010), He 등(2015)이 연구했습니다. He 등은 ReLU를 쓰는 신경망에 맞는 크기를 구했습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With plain `randn`, adding up 1000 inputs times their weights makes the standard deviation grow from 1.00 to 32.0. In a chain of many layers, it grows again in each of them. With `nn.Linear`, the standard deviation is 0.58. For this, the initial weights are smaller the more inputs there are. This is also why the weights made by hand were multiplied by 0.02, which is close to 0.0182, the standard deviation of the weights in `linear`. The right size was worked out by Glorot and Bengio (2010), and by He et al. (2015) for networks with ReLU.
#
# </div>

# %% [markdown]
# ## 모듈 잇기 · Chaining modules

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `nn.Sequential`은 모듈을 차례로 담는 컨테이너(container)입니다. 입력은 첫 모듈로 들어가고, 각 모듈의 출력은 다음 모듈의 입력이 됩니다. 담은 모듈은 `model[0]`처럼 번호로 꺼냅니다. 직접 만든 매개변수를 복사해 넣고, 두 모델의 출력이 같은지 확인합니다. `copy_`는 텐서의 값을 덮어씁니다. 이 일은 기록하지 않아야 하므로 `torch.no_grad()` 안에서 합니다. 복사할 때도 가중치의 행과 열을 바꿉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `nn.Sequential` is a container that holds modules in order. The input goes into the first module, and the output of each module becomes the input of the next. `model[0]` gives you a module by its number. Copy the parameters made by hand into the model and check that both models give the same output. `copy_` overwrites the values of a Tensor. This must not be recorded, so it is done inside `torch.no_grad()`. Rows and columns of the weights are exchanged here, too.
#
# </div>

# %% tags=["slide"]
model = nn.Sequential(
    nn.Linear(D_in, H),
    nn.ReLU(),
    nn.Linear(H, D_out),
)
with torch.no_grad():
    model[0].weight.copy_(W1.T)
    model[0].bias.copy_(b1)
    model[2].weight.copy_(W2.T)
    model[2].bias.copy_(b2)

torch.testing.assert_close(model(x), hand_model(x))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 출력이 같습니다. 두 모델은 같은 함수입니다. 그렇다면 `nn`은 무엇을 덜어 줄까요? 직접 만든 모델에서는 매개변수를 하나도 빠뜨리지 않고 챙겨야 합니다. 챙길 일 가운데 하나로, 자료형(data type)을 `float64`로 바꾸어 봅니다. 학습(training)시키려면 매개변수가 리프(leaf) 텐서여야 합니다. 리프는 계산의 결과가 아니라 출발점인 텐서이고, `backward()`는 리프에만 변화도를 남깁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The outputs are equal: both models are the same function. What `nn` takes off your hands is the care for every single parameter, which is up to you if you make the model by hand. As an example, change the data type to `float64`. For training to work, a parameter must be a leaf Tensor. A leaf is where a computation starts, not a result of one, and `backward()` leaves gradients only in leaves.
#
# </div>

# %%
hand_parameters = [W1, b1, W2, b2]
converted = [param.to(torch.float64) for param in hand_parameters]
print("by hand:", [param.is_leaf for param in converted])

model = model.to(torch.float64)
print("nn:     ", [param.is_leaf for param in model.parameters()])
model = model.to(torch.float32)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 직접 바꾼 텐서는 모두 계산의 결과가 되어 버렸습니다. 이런 텐서에는 변화도가 남지 않으므로 학습시킬 수 없습니다. `nn`은 이런 일을 모델 전체에 알맞게 해 줍니다.
#
# | 할 일 | 직접 만든 모델 | `nn`으로 만든 모델 |
# |:--|:--|:--|
# | 매개변수 모으기 | 리스트 `[W1, b1, W2, b2]`를 적습니다 | `model.parameters()` |
# | 초기화 | 크기를 직접 정합니다 | `Linear`가 알아서 합니다 |
# | 변화도 지우기 | 텐서마다 지웁니다 | `model.zero_grad()` |
# | 자료형 바꾸기 | 텐서마다 바꾸고, `detach()`로 기록에서 떼어 낸 다음 `requires_grad_()`를 다시 부릅니다 | `model.to(torch.float64)` |
# | 저장하기 | 텐서마다 이름을 붙입니다 | `model.state_dict()` |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The Tensors converted by hand have all become results of a computation. In training, they would get no gradients, so they could not be updated. `nn` does such things properly for the whole model.
#
# | To do | Model by hand | Model with `nn` |
# |:--|:--|:--|
# | collect the parameters | write the list `[W1, b1, W2, b2]` | `model.parameters()` |
# | initialize | choose the scale yourself | `Linear` does it |
# | clear the gradients | clear each Tensor | `model.zero_grad()` |
# | change the data type | convert each Tensor, detach it from the record with `detach()`, call `requires_grad_()` again | `model.to(torch.float64)` |
# | save | name each Tensor | `model.state_dict()` |
#
# </div>

# %% [markdown]
# ## 신경망 그리기 · Drawing the network

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 도우미 함수 `plot_network`는 `model` 안의 `Linear`를 찾아 신경망을 그립니다. 동그라미는 수 하나, 선은 가중치 하나입니다. 파란 실선은 양수, 주황 점선은 음수입니다. 동그라미는 세로로 줄지어 있으며, 수가 많은 줄은 처음과 마지막 몇 개만 그립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The helper `plot_network` finds each `Linear` in `model` and draws the network. A circle is a number, and a line is a weight: solid blue if positive, dashed orange if negative. The circles stand in columns. Of a long column, only the first and the last few circles are drawn.
#
# </div>

# %% tags=["slide"]
plot_network(model)
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이웃한 두 줄 사이에서는 왼쪽의 모든 동그라미가 오른쪽의 모든 동그라미와 이어져 있습니다. 그래서 이런 신경망을 완전 연결(fully connected) 신경망이라고 합니다. 그림에는 없지만, 은닉 계층과 출력의 동그라미마다 편향도 하나씩 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Every circle is connected to every circle of the next column. This is why such a network is called fully connected. The biases are not drawn. There is one for each circle of the hidden layer and of the output.
#
# </div>

# %% [markdown]
# ## 클래스로 만들기 · As a class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `Sequential`은 모듈을 한 줄로만 잇습니다. 더 자유롭게 이으려면 `nn.Module`을 물려받는 클래스를 씁니다. `__init__`에서 모듈을 만들고, `forward`에 계산을 적습니다. `super().__init__()`을 먼저 불러야 `nn.Module`이 모듈을 기억할 준비를 합니다.
#
# 이 모델에도 같은 매개변수를 복사해 넣습니다. 이번에는 두 모델이 모두 `Linear`를 쓰므로 행과 열을 바꾸지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `Sequential` can only chain modules one after another. For more freedom, write a class that inherits from `nn.Module`. Create the modules in `__init__`, and write the computation in `forward`. Call `super().__init__()` first, so that `nn.Module` can keep track of the modules.
#
# Copy the same parameters into this model. Both models now use `Linear`, so rows and columns stay as they are.
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


# %%
net = TwoLayerNet(D_in, H, D_out)
with torch.no_grad():
    for param, source in zip(net.parameters(), model.parameters(), strict=True):
        param.copy_(source)

torch.testing.assert_close(net(x), model(x), rtol=0, atol=0)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `rtol=0, atol=0`은 조금의 차이도 허락하지 않는다는 뜻입니다. 같은 수를 같은 차례로 계산하므로 결과가 비트까지 같습니다. 같은 신경망을 세 가지 방법으로 만들었습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `rtol=0, atol=0` allows no difference at all. The same numbers are computed in the same order, so the results agree to the last bit. You have now built the same network in three ways.
#
# </div>

# %% [markdown]
# ## 모델 부르기 · Calling the model

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 계산은 `forward`에 적었는데 왜 `net.forward(x)`라고 하지 않고 `net(x)`라고 부를까요? 모듈에는 훅(hook)을 걸 수 있습니다. 훅은 모듈을 부를 때마다 함께 실행되는 함수입니다. 훅을 하나 걸고 두 가지로 불러 봅니다. 어느 쪽에서 `hook`이라는 줄이 나오는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The computation is written in `forward`. Why do you call `net(x)` and not `net.forward(x)`? A module can have hooks: functions that run each time the module is called. Attach one and call the model in both ways. See in which of them the line `hook` appears.
#
# </div>


# %% tags=["slide"]
def hook(module, inputs, output):
    print("hook:", tuple(output.shape))


handle = net.register_forward_hook(hook)
print("net(x)")
by_call = net(x)
print("net.forward(x)")
by_forward = net.forward(x)
handle.remove()

# %%
torch.testing.assert_close(by_call, by_forward, rtol=0, atol=0)
print("by_call has a graph:   ", by_call.grad_fn is not None)
print("by_forward has a graph:", by_forward.grad_fn is not None)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 값은 같습니다. 변화도를 구하는 데 쓰는 계산의 기록, 곧 연산 그래프(computational graph)도 양쪽 모두에서 만들어집니다. 텐서의 `grad_fn`은 이 기록을 가리키며, 기록이 없으면 `None`입니다. 그런데 `net.forward(x)`는 훅을 건너뜁니다. 시간을 재거나 중간값을 꺼내 보는 도구는 훅을 씁니다. `forward`를 직접 부르면 그런 도구가 아무 말 없이 빠집니다. 그래서 모듈은 `net(x)`처럼 부릅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The values are the same. Both calls also record the computation as a computational graph, from which the gradients are computed. `grad_fn` of a Tensor points to this record; without a record, it is `None`. But `net.forward(x)` skips the hook. Tools that measure time or look at intermediate values work with hooks. If you call `forward` yourself, they are left out without a word. So call a module as `net(x)`.
#
# </div>

# %% [markdown]
# ## 매개변수 세기 · Counting parameters

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `named_parameters()`는 매개변수를 이름과 함께 하나씩 내놓습니다. 이름의 앞부분은 클래스에서 모듈에 붙인 이름입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `named_parameters()` yields the parameters one by one with their names. The first part of each name is the one given to the module in the class.
#
# </div>

# %% tags=["slide"]
for name, param in net.named_parameters():
    print(f"{name:15}{tuple(param.shape)!s:15}{param.numel():>7,}")
print(f"{'n_parameters':30}{sum(param.numel() for param in net.parameters()):>7,}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모두 101,110개입니다. 거의 다 첫째 계층의 가중치입니다. 입력이 1000개나 되기 때문입니다. ReLU에는 매개변수가 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 101,110 in all. Almost all of them are weights of the first layer, because there are 1000 inputs. ReLU has no parameters.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 이 신경망은 행렬 곱, 편향, ReLU로 이루어진 함수입니다.
# - ReLU가 없으면 계층을 두 개 이어도 계층 하나와 같습니다.
# - `Linear`의 가중치는 출력의 크기가 먼저이고, 편향도 있습니다. 입력에 든 수가 $n$개이면 처음 값은 $-1/\sqrt{n}$과 $1/\sqrt{n}$ 사이에 있습니다.
# - `nn`은 매개변수를 모으고, 초기화하고, 자료형을 바꾸고, 저장하는 일을 맡아 줍니다.
# - 한 줄로 이을 때는 `Sequential`을, 자유롭게 이을 때는 `nn.Module`을 물려받는 클래스를 씁니다.
# - 모듈은 `net(x)`처럼 부릅니다. `net.forward(x)`는 훅을 건너뜁니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - This network is a function made of matrix multiplications, biases and ReLU.
# - Without ReLU, two layers in a row are no more than one.
# - The weights of `Linear` have the output size first, and there is a bias. With $n$ inputs, the initial values lie between $-1/\sqrt{n}$ and $1/\sqrt{n}$.
# - `nn` collects, initializes, converts and saves the parameters for you.
# - Use `Sequential` for a plain chain, and a class that inherits from `nn.Module` for anything else.
# - Call a module as `net(x)`. `net.forward(x)` skips hooks.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 은닉 계층이 두 개인 `DeepNet`의 `forward`를 완성하세요. `linear1`, ReLU, `linear2`, ReLU, `linear3`를 차례로 지나야 합니다. `D_in`, `H`, `D_out`은 모델을 만들 때 주는 크기이므로 `forward`에는 크기를 적지 않습니다. 이 수업의 크기를 주면 출력의 모양은 `(64, 10)`이 되어야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Complete `forward` of `DeepNet`, which has two hidden layers. The input goes through `linear1`, ReLU, `linear2`, ReLU and `linear3`, in this order. `D_in`, `H` and `D_out` are given when a model is made, so write no sizes into `forward`. With the sizes of this lesson, the output must have the shape `(64, 10)`.
#
# </div>

# %%
from tutorial_helpers.exercises import check_count_parameters, check_DeepNet


class DeepNet(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        self.linear1 = nn.Linear(D_in, H)
        self.linear2 = nn.Linear(H, H)
        self.linear3 = nn.Linear(H, D_out)

    def forward(self, x):
        return None  # 여기를 고치세요 · change this


check_DeepNet(DeepNet)
deep_pred = DeepNet(D_in, H, D_out)(x)
print("deep_pred:", None if deep_pred is None else tuple(deep_pred.shape))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 앞의 두 모듈 뒤에서는 `clamp(min=0)`를 부르고, 마지막 `linear3` 뒤에서는 부르지 않습니다. 거기에서도 부르면 음수인 정답(target)을 맞힐 수 없습니다.
#
# </div>
#
# <div lang="en">
#
# Call `clamp(min=0)` after the first two modules, but not after `linear3`. There, it would leave no output negative, so no negative target could be matched.
#
# </div>
#
# ```python
# class DeepNet(nn.Module):
#     def __init__(self, D_in, H, D_out):
#         super().__init__()
#         self.linear1 = nn.Linear(D_in, H)
#         self.linear2 = nn.Linear(H, H)
#         self.linear3 = nn.Linear(H, D_out)
#
#     def forward(self, x):
#         h = self.linear1(x).clamp(min=0)
#         h = self.linear2(h).clamp(min=0)
#         return self.linear3(h)
#
#
# check_DeepNet(DeepNet)
# deep_pred = DeepNet(D_in, H, D_out)(x)
# print("deep_pred:", tuple(deep_pred.shape))
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 어떤 모델을 넣어도 그 매개변수에 든 수가 모두 몇 개인지 Python의 수로 돌려주는 함수 `count_parameters`를 완성하세요. 모델의 두 곳에서 함께 쓰는 매개변수는 한 번만 세고, 학습시키지 않는 매개변수도 셉니다. 편향 없이 만든 `small`에 써 보고, 손으로 센 수와 같은지 확인하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Complete the function `count_parameters`, which returns, as a Python number, how many numbers the parameters of a model hold, for any model. Count a parameter that is used in two places once, and also count parameters that are not trained. Try it on `small`, which has no biases, and compare with your own count.
#
# </div>


# %%
def count_parameters(model):
    return None  # 여기를 고치세요 · change this


check_count_parameters(count_parameters)
small = nn.Sequential(nn.Linear(8, 5, bias=False), nn.ReLU(), nn.Linear(5, 2, bias=False))
print("small:", count_parameters(small))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 텐서마다 `numel()`로 수를 세어 모두 더합니다. `small`에는 가중치만 있으므로 8 × 5와 5 × 2를 더한 수와 같아야 합니다.
#
# </div>
#
# <div lang="en">
#
# Count the numbers in each Tensor with `numel()` and add the counts up. `small` has weights only, so the result must be 8 × 5 plus 5 × 2.
#
# </div>
#
# ```python
# def count_parameters(model):
#     return sum(param.numel() for param in model.parameters())
#
#
# check_count_parameters(count_parameters)
# print("small:", count_parameters(small))
# ```
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
