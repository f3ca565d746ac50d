# %% [markdown]
# # 04 역전파 · The backward pass

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도(gradient) 101,110개는 어떻게 구할까요? 이 수업에서는 연쇄 법칙(chain rule)으로 변화도의 공식을 직접 구합니다. 그런 다음 자동 미분(automatic differentiation)이 같은 값을 내놓는지, 연쇄 법칙을 쓰지 않는 유한 차분(finite difference)과도 맞는지 확인합니다.
#
# - **다루는 것**: 연쇄 법칙, 변화도를 구하는 세 가지 방법
# - **할 일**: 변화도의 공식을 코드로 옮기고, 자동 미분과 유한 차분으로 검산합니다.
# - **배우는 것**: 역전파(backward pass)가 어떤 계산인지, 의심스러운 변화도를 어떻게 확인하는지 알게 됩니다.
# - **준비**: [수업 03](03_loss.ipynb)을 마쳤고, 간단한 식을 미분할 줄 알면 됩니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Where do 101,110 gradients come from? In this lesson, you work out formulas for them with the chain rule. Then you check that automatic differentiation gives the same values, and that finite differences, which do without the chain rule, agree with both.
#
# - **What it is about**: the chain rule, three ways to get gradients
# - **What you will do**: put the formulas for the gradients into code and check them with automatic differentiation and with finite differences.
# - **What you will learn**: what the backward pass computes, and how to check a gradient that you doubt.
# - **What you need**: [lesson 03](03_loss.ipynb), and knowing how to differentiate simple expressions.
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
# ## 손실을 구하는 함수 · A function for the loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 데이터와 모델(model)은 [수업 00](00_whole_program.ipynb)과 같습니다. 수를 정확하게 비교하려고 자료형(data type)은 [수업 03](03_loss.ipynb)처럼 `float64`로 합니다. 모델의 매개변수(parameter)를 담은 텐서(Tensor) 네 개를 리스트로 만들고, 이 리스트를 받아 손실(loss)을 돌려주는 함수(function)도 만듭니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The data and the model are those of [lesson 00](00_whole_program.ipynb). As in [lesson 03](03_loss.ipynb), the data type is `float64`, so that numbers can be compared precisely. Put the four Tensors that hold the parameters of the model into a list, and write a function that takes this list and returns the loss.
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)
x_double, y_double = x.to(torch.float64), y.to(torch.float64)

# %% tags=["slide"]
torch.manual_seed(2)
model = nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))
parameters = [param.detach().to(torch.float64) for param in model.parameters()]


def loss_of(parameters, x, y):
    W1, b1, W2, b2 = parameters
    h = (x @ W1.T + b1).clamp(min=0)
    y_pred = h @ W2.T + b2
    return ((y_pred - y) ** 2).sum()


print(f"parameters: {sum(param.numel() for param in parameters):,}")
print(f"loss: {loss_of(parameters, x_double, y_double).item():.3g}")

# %% [markdown]
# ## 연쇄 법칙 · The chain rule

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도를 직접 구해 봅니다. 손실을 구하는 계산은 네 부분으로 나뉩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now work out the gradients yourself. The computation of the loss has four parts.
#
# </div>

# %% [markdown] tags=["slide"]
# $$z = x W_1^T + b_1, \qquad h = \max(0, z), \qquad \hat{y} = h W_2^T + b_2, \qquad L = \sum_{i,j} (\hat{y}_{ij} - y_{ij})^2$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연쇄 법칙에 따르면, 이어진 계산의 미분은 계산 하나하나의 미분을 곱한 것입니다. 값 하나가 여러 곳에 쓰이면, 그곳마다 구한 곱을 모두 더합니다. 손실에서 시작하여 거꾸로 올라가면, 이미 구한 미분을 다음 계산에 다시 쓸 수 있습니다. 이것이 역전파이며, Rumelhart 등(1986)이 널리 알렸습니다.
#
# 먼저 손실을 예측(prediction)으로 미분합니다. 손실을 텐서로 미분한다는 것은, 텐서에 든 수 하나하나로 미분한 값을 같은 모양(shape)으로 늘어놓는다는 뜻입니다. 제곱을 미분하면 앞에 2가 붙습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# According to the chain rule, the derivative of a chain of computations is the product of the derivatives of its links. If a value is used in several places, the products for all of them are added up. If you start at the loss and go backward, each derivative can be used again for the next. This is the backward pass, also called backpropagation. Rumelhart et al. (1986) made it widely known.
#
# First, take the derivative of the loss with respect to the predictions. The derivative with respect to a Tensor holds the derivative with respect to each of its numbers, in the same shape. The square gives a factor of 2.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\frac{\partial L}{\partial \hat{y}} = 2\,(\hat{y} - y)$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 둘째 계층(layer)으로 갑니다. 가중치(weight) 하나 $W_{2,jk}$는 모든 샘플의 예측 $\hat{y}_{ij}$에 들어 있고, 거기에서 $h_{ik}$와 곱해집니다. 그러므로 샘플마다 구한 미분을 모두 더합니다. 이 합을 한꺼번에 적으면 행렬 곱(matrix multiplication)이 됩니다. 편향(bias)은 1을 곱한 셈이므로 더하기만 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Next comes the second layer. A single weight $W_{2,jk}$ enters the prediction $\hat{y}_{ij}$ of every sample, multiplied by $h_{ik}$. So add up over the samples. Written for all weights at once, this sum is a matrix multiplication. The bias is multiplied by 1, so there is nothing to do but add.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\frac{\partial L}{\partial W_{2,jk}} = \sum_{i} \frac{\partial L}{\partial \hat{y}_{ij}}\, h_{ik}, \qquad \frac{\partial L}{\partial W_2} = \left(\frac{\partial L}{\partial \hat{y}}\right)^{T} h, \qquad \frac{\partial L}{\partial b_2} = \sum_{i} \frac{\partial L}{\partial \hat{y}_{i}}$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 은닉 계층(hidden layer)의 값 $h_{ik}$는 그 샘플의 예측 모두에 영향을 줍니다. 이번에는 출력(output)마다 구한 미분을 모두 더합니다. ReLU는 양수를 그대로 내보내므로 양수에서는 미분값이 1이고, 음수를 모두 0으로 바꾸므로 음수에서는 미분값이 0입니다. 기호 $\odot$은 같은 자리끼리 곱한다는 뜻이고, $[z > 0]$은 $z$가 양수인 자리에서 1, 나머지에서 0입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A value $h_{ik}$ of the hidden layer influences all predictions of its sample. So this time, add up over the outputs. ReLU lets positive numbers through, so its derivative there is 1. It turns negative ones into 0, so its derivative there is 0. The sign $\odot$ means multiplying entry by entry, and $[z > 0]$ is 1 where $z$ is positive and 0 elsewhere.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\frac{\partial L}{\partial h} = \frac{\partial L}{\partial \hat{y}}\, W_2, \qquad \frac{\partial L}{\partial z} = \frac{\partial L}{\partial h} \odot [z > 0]$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 첫째 계층의 공식은 둘째 계층과 같은 꼴입니다. 입력(input)이 $h$에서 $x$로 바뀌고, 뒤에서 넘어온 미분은 $z$로 미분한 것으로 바뀝니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The formulas for the first layer look like those for the second. The input is $x$ in place of $h$, and what comes from behind is the derivative with respect to $z$.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\frac{\partial L}{\partial W_1} = \left(\frac{\partial L}{\partial z}\right)^{T} x, \qquad \frac{\partial L}{\partial b_1} = \sum_{i} \frac{\partial L}{\partial z_{i}}$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 공식을 코드로 옮깁니다. `d_W2`는 손실을 `W2`로 미분한 것이고, 모양은 `W2`와 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Put the formulas into code. `d_W2` is the derivative of the loss with respect to `W2` and has the same shape as `W2`.
#
# </div>


# %%
def gradients_by_formula(parameters, x, y):
    W1, b1, W2, b2 = parameters
    z = x @ W1.T + b1
    h = z.clamp(min=0)
    y_pred = h @ W2.T + b2

    d_y_pred = 2 * (y_pred - y)
    d_W2 = d_y_pred.T @ h
    d_b2 = d_y_pred.sum(dim=0)
    d_h = d_y_pred @ W2
    d_z = d_h * (z > 0)
    d_W1 = d_z.T @ x
    d_b1 = d_z.sum(dim=0)
    return [d_W1, d_b1, d_W2, d_b2]


# %% [markdown]
# ## 자동 미분과 비교 · Against automatic differentiation

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# PyTorch는 순전파(forward pass)를 하면서 계산을 연산 그래프(computational graph)로 기록합니다. `backward()`는 이 그래프를 거꾸로 따라가며 연쇄 법칙을 적용하고, 결과를 매개변수의 `grad`에 남깁니다. 그래프가 언제 생기고 `grad`가 언제 생기는지 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# During the forward pass, PyTorch records the computation as a computational graph. `backward()` follows this graph in reverse, applies the chain rule and leaves the results in `grad` of the parameters. See when the graph comes into being, and when `grad` does.
#
# </div>

# %% tags=["slide"]
tracked = [param.clone().requires_grad_() for param in parameters]
loss = loss_of(tracked, x_double, y_double)
print("before backward, graph:", loss.grad_fn is not None)
print("before backward, grad: ", tracked[0].grad is not None)
loss.backward()
print("after backward, grad:  ", tracked[0].grad is not None)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 그래프는 `backward()`를 부르기 전에, 곧 순전파에서 생깁니다. `backward()`는 `grad`를 채웁니다. 이제 자동 미분으로 구한 변화도를 공식으로 구한 변화도와 하나도 빠짐없이 비교합니다. `float64`의 오차는 매우 작으므로 허용하는 차이도 $10^{-12}$으로 작게 잡습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The graph exists before `backward()` is called: the forward pass builds it. `backward()` fills in `grad`. Now compare with the gradients from the formulas, entry by entry, without leaving one out. The errors of `float64` are tiny, so allow only a tiny difference of $10^{-12}$.
#
# </div>

# %%
names = ["W1", "b1", "W2", "b2"]
formulas = gradients_by_formula(parameters, x_double, y_double)
for name, formula, param in zip(names, formulas, tracked, strict=True):
    torch.testing.assert_close(formula, param.grad, rtol=1e-12, atol=1e-12)
    print(f"{name}: {param.grad.numel():>7,} equal, shape {tuple(param.grad.shape)}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 101,110개가 모두 같습니다. 변화도의 모양은 매개변수의 모양과 같습니다. `backward()`는 방금 적은 공식 일곱 줄과 같은 일을 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All 101,110 are equal. Each gradient has the shape of its parameter. `backward()` does what your seven lines of formulas do.
#
# </div>

# %% [markdown]
# ## 유한 차분과 비교 · Against finite differences

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 공식도 자동 미분도 연쇄 법칙을 씁니다. 연쇄 법칙을 쓰지 않고도 확인할 수 있습니다. 미분의 정의처럼 매개변수 하나를 조금 움직여 보고, 손실이 얼마나 변하는지 재면 됩니다. 양쪽으로 `eps`만큼 움직이며, 공식에서는 $\varepsilon$으로 적습니다. [수업 01](01_random_data.ipynb)에서 본 `eps`와는 다른 것입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Both the formulas and automatic differentiation rely on the chain rule. You can also check without it: as in the definition of a derivative, move one parameter a little and measure how much the loss changes. Move to both sides by `eps`, which is $\varepsilon$ in the formula. It is not the `eps` of [lesson 01](01_random_data.ipynb).
#
# </div>

# %% [markdown] tags=["slide"]
# $$\frac{\partial L}{\partial w} \approx \frac{L(w + \varepsilon) - L(w - \varepsilon)}{2\varepsilon}$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 방법을 유한 차분이라고 합니다. 매개변수 하나를 확인할 때마다 손실을 두 번 계산하므로, 매개변수가 많으면 오래 걸립니다. 먼저 아주 작은 신경망(neural network)에서 하나도 빠짐없이 확인합니다. `view(-1)`은 텐서에 든 수를 복사하지 않고 한 줄로 늘어놓아 보여 줍니다. 그래서 여기에서 값을 바꾸면 원래 텐서의 값도 바뀝니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This is called a finite difference. Checking one parameter takes two computations of the loss, so it is slow if there are many parameters. First, check every entry of a tiny neural network. `view(-1)` shows the numbers of a Tensor as one long row without copying them, so changing them there changes the Tensor itself.
#
# </div>


# %%
def finite_difference(parameters, x, y, k, index, eps=1e-6):
    losses = []
    for step in (eps, -eps):
        moved = [param.clone() for param in parameters]
        moved[k].view(-1)[index] += step
        losses.append(loss_of(moved, x, y))
    return (losses[0] - losses[1]) / (2 * eps)


# %%
generator = torch.Generator().manual_seed(6)
x_tiny, y_tiny = make_random_data(4, 3, 2, generator=generator)
x_tiny, y_tiny = x_tiny.double(), y_tiny.double()
tiny = [torch.randn(shape, generator=generator).double() for shape in [(5, 3), (5,), (2, 5), (2,)]]

z = x_tiny @ tiny[0].T + tiny[1]
print(f"smallest |z|: {z.abs().min().item():.2g}")
for k, formula in enumerate(gradients_by_formula(tiny, x_tiny, y_tiny)):
    entries = [finite_difference(tiny, x_tiny, y_tiny, k, i) for i in range(formula.numel())]
    torch.testing.assert_close(torch.stack(entries), formula.flatten(), rtol=1e-7, atol=1e-7)
    print(f"{names[k]}: {len(entries):2d} equal")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모두 같습니다. `z`의 절댓값 가운데 가장 작은 것을 함께 출력한 까닭은 ReLU가 0에서 꺾여 있기 때문입니다. 매개변수를 움직이다가 `z`의 부호가 바뀌면 유한 차분은 꺾인 곳의 양쪽을 섞어 버립니다. 여기에서는 모든 `z`가 0에서 `eps`보다 훨씬 멀리 떨어져 있으므로 그럴 걱정이 없습니다.
#
# 이제 원래 크기의 모델에서 텐서마다 자리를 10개씩 무작위(random)로 골라 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All are equal. The smallest absolute value of `z` was printed because ReLU has a bend at 0. If `z` changes its sign while a parameter moves, the finite difference mixes both sides of the bend. Here, every `z` is much farther from 0 than `eps`, so this cannot happen.
#
# Now check 10 random entries of each Tensor in the model of full size.
#
# </div>

# %%
generator = torch.Generator().manual_seed(7)
for k, formula in enumerate(formulas):
    sample = torch.randperm(formula.numel(), generator=generator)[:10]
    entries = torch.stack([finite_difference(parameters, x_double, y_double, k, i) for i in sample])
    torch.testing.assert_close(entries, formula.flatten()[sample], rtol=1e-6, atol=1e-5)
    print(f"{names[k]}: {len(entries)} of {formula.numel():,} checked")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 공식, 자동 미분, 유한 차분이 모두 같은 값을 내놓습니다. 이렇게 다른 세 방법이 같은 실수를 하기는 어려우므로, 이제 변화도를 믿어도 됩니다. PyTorch에는 유한 차분으로 확인해 주는 함수 `torch.autograd.gradcheck`도 있습니다.
#
# 그런데 `eps`는 얼마가 좋을까요? 시간이 모자라면 여기부터 정리까지는 건너뛰어도 됩니다. `W1`의 한 자리에서 `eps`를 바꾸어 가며 오차를 그려 봅니다. 한쪽으로만 움직이는 차분도 함께 그립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Formula, automatic differentiation and finite differences all give the same values. Three such different methods are unlikely to make the same mistake, so you can trust the gradients. PyTorch has a function that checks with finite differences, too: `torch.autograd.gradcheck`.
#
# But what is a good `eps`? If you are short of time, skip from here to the recap. Plot the error at one entry of `W1` for different values of `eps`. Also plot the difference that moves to one side only.
#
# </div>

# %%
eps_values = [10**-e for e in range(1, 13)]
exact = formulas[0].flatten()[0]
both_sides, one_side = [], []
for eps in eps_values:
    difference = finite_difference(parameters, x_double, y_double, 0, 0, eps)
    both_sides.append(abs(difference / exact - 1))
    moved = [param.clone() for param in parameters]
    moved[0].view(-1)[0] += eps
    difference = (
        loss_of(moved, x_double, y_double) - loss_of(parameters, x_double, y_double)
    ) / eps
    one_side.append(abs(difference / exact - 1))

# %% tags=["slide"]
fig, ax = plt.subplots()
ax.loglog(eps_values, both_sides, marker="o", label="양쪽 · both sides")
ax.loglog(eps_values, one_side, marker="s", label="한쪽 · one side")
ax.set(xlabel="eps", ylabel="상대 오차 · relative error")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `eps`가 크면, 매개변수가 움직이는 동안 ReLU의 꺾인 곳을 지나는 샘플이 있어서 오차가 큽니다. 한쪽으로만 움직이면 손실이 휘는 데서 오는 오차도 더해집니다. `eps`가 아주 작으면 두 손실이 거의 같은 수가 됩니다. 거의 같은 두 수를 빼면 `float64`로도 유효 숫자가 몇 자리 남지 않아 오차가 다시 커집니다. 그래서 너무 크지도 작지도 않은 값이 좋으며, 앞에서 쓴 `1e-6`도 그런 값입니다. 그림의 가운데에서는 대체로 양쪽으로 움직이는 차분이 한쪽으로 움직이는 차분보다 훨씬 정확합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With a large `eps`, some samples cross the bend of ReLU, so the error is large. If you move to one side only, the curvature of the loss adds an error of its own. With a very small `eps`, the two losses are almost the same number. Subtracting them leaves few significant digits even in `float64`, and the error grows again. So a value that is neither too large nor too small is best, such as the `1e-6` used above. In the middle of the figure, moving to both sides is mostly far more accurate than moving to one.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 변화도의 모양은 매개변수의 모양과 같습니다.
# - 역전파는 연쇄 법칙을 손실에서부터 거꾸로 적용합니다. 그래프는 순전파에서 만들어집니다.
# - 변화도가 의심스러우면 `float64`에서 유한 차분으로 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - Each gradient has the shape of its parameter.
# - The backward pass applies the chain rule, starting from the loss. The forward pass builds the graph.
# - If you doubt a gradient, check it in `float64` with finite differences.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 손실을 제곱의 합 대신 절댓값의 합으로 바꿉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Now the loss is the sum of absolute values instead of the sum of squares.
#
# </div>

# %% [markdown]
# $$L = \sum_{i,j} \left|\hat{y}_{ij} - y_{ij}\right|$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 손실을 둘째 계층의 매개변수로 미분한 `d_W2`와 `d_b2`를 텐서로 돌려주는 함수 `second_layer_gradients`를 완성하세요. `h`는 ReLU를 지난 은닉 계층의 값입니다. `a`의 절댓값을 미분하면 `torch.sign(a)`입니다. 셀의 마지막 두 줄은 결과를 자동 미분으로 구한 변화도와 비교합니다. 두 번 모두 `True`가 나와야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Complete the function `second_layer_gradients`, which returns the Tensors `d_W2` and `d_b2`, the derivatives of this loss with respect to the parameters of the second layer. `h` is the hidden layer after the ReLU. The derivative of the absolute value of `a` is `torch.sign(a)`. The last two lines of the cell compare the result with the gradients from automatic differentiation. Both comparisons must print `True`.
#
# </div>

# %%
from tutorial_helpers.exercises import check_second_layer_gradients


def second_layer_gradients(h, y_pred, y):
    d_W2, d_b2 = None, None  # 여기를 고치세요 · change this
    return d_W2, d_b2


check_second_layer_gradients(second_layer_gradients)
W1, b1, W2, b2 = (param.clone().requires_grad_() for param in parameters)
h = (x_double @ W1.T + b1).clamp(min=0)
y_pred_2 = h @ W2.T + b2
(y_pred_2 - y_double).abs().sum().backward()

for result, param in zip(second_layer_gradients(h, y_pred_2, y_double), (W2, b2), strict=True):
    print("equal:", result is not None and torch.allclose(result, param.grad))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 바뀌는 것은 손실을 예측으로 미분하는 곳뿐입니다. 그 뒤의 공식은 그대로입니다. 역전파를 계층마다 따로 적을 수 있는 것은 연쇄 법칙 덕분입니다.
#
# </div>
#
# <div lang="en">
#
# Only one derivative changes: that of the loss with respect to the predictions. The formulas after it stay the same. Thanks to the chain rule, the backward pass can be written one layer at a time.
#
# </div>
#
# ```python
# def second_layer_gradients(h, y_pred, y):
#     d_y_pred = torch.sign(y_pred - y)
#     return d_y_pred.T @ h, d_y_pred.sum(dim=0)
#
#
# check_second_layer_gradients(second_layer_gradients)
# for result, param in zip(second_layer_gradients(h, y_pred_2, y_double), (W2, b2), strict=True):
#     print("equal:", torch.allclose(result, param.grad))
# ```
#
# </details>

# %% [markdown]
# ## 참고 문헌 · References

# %% [markdown]
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams. [Learning representations by back-propagating errors](https://doi.org/10.1038/323533a0) (1986)

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [03 손실](03_loss.ipynb) · 다음 수업: [05 갱신 루프](05_update_loop.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [03 The loss](03_loss.ipynb) · Next: [05 The update loop](05_update_loop.ipynb)
#
# </div>
