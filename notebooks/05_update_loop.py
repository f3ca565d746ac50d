# %% [markdown]
# # 05 갱신 루프 · The update loop

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업에서는 [수업 00](00_whole_program.ipynb)의 프로그램을 움직이는 갱신(update) 루프(loop)를 다룹니다. 먼저 한 단계(step)를 한 줄씩 나누어 보고, 다음에 루프로 되풀이합니다. 그리고 루프를 일부러 망가뜨려 봅니다.
#
# - **다루는 것**: 루프에서 하는 다섯 가지 일, 하나를 빠뜨리면 생기는 문제, 학습률(learning rate)
# - **할 일**: 한 단계에서 나오는 수를 눈으로 확인하고, 줄을 빼거나 바꾼 루프를 실행하여 손실(loss)이 어떻게 변하는지 그립니다. 학습률 다섯 가지를 비교하고, 루프를 함수(function) `train`에 담습니다.
# - **배우는 것**: 순전파(forward pass), 손실 계산, 변화도(gradient) 지우기, 역전파(backward pass), 갱신이 왜 이 차례인지 알게 됩니다. 손실 곡선을 보고 잘못된 곳을 짐작할 수 있게 됩니다.
# - **준비**: [수업 00](00_whole_program.ipynb)을 마쳤으면 됩니다. [수업 03](03_loss.ipynb)의 변화도를 알면 더 좋습니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This lesson is about the update loop, which drives the program of [lesson 00](00_whole_program.ipynb). First you take a single step apart, line by line. Then you repeat it in a loop. And then you break the loop on purpose.
#
# - **What it is about**: the five parts of the loop, what goes wrong when one is missing, learning rates
# - **What you will do**: look at the numbers of one step. Run and plot loops in which a line is missing or changed. Compare five learning rates, and put the loop into the function `train`.
# - **What you will learn**: why forward pass, loss, clearing the gradients, backward pass and update come in this order, and how to guess from a loss curve what went wrong.
# - **What you need**: [lesson 00](00_whole_program.ipynb). It helps to know gradients from [lesson 03](03_loss.ipynb).
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
# ## 한 단계 · One step

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 데이터, 모델(model), 손실 함수(loss function)는 [수업 00](00_whole_program.ipynb)과 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Data, model and loss function are those of [lesson 00](00_whole_program.ipynb).
#
# </div>

# %%
import math

import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_loss_curve, progress

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)
loss_fn = nn.MSELoss(reduction="sum")
learning_rate = 1e-4
print("x.dtype:", x.dtype)


# %% tags=["slide"]
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 매개변수(parameter)가 101,110개나 되므로, 둘째 계층(layer)의 가중치(weight) 하나만 지켜봅니다. 손실까지 계산한 다음, 그 가중치에 변화도가 있는지 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 101,110 parameters, so watch one of them: a weight of the second layer. Do the forward pass and compute the loss. Then see whether the weight has a gradient.
#
# </div>

# %%
model = make_model()
weight = model[2].weight
print(f"n_parameters: {sum(param.numel() for param in model.parameters()):,}")

y_pred = model(x)
loss = loss_fn(y_pred, y)
print(f"loss:         {loss.item():.3g}")
print(f"weight:       {weight[0, 0].item():.5f}")
print(f"gradient:     {weight.grad}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 아직 변화도가 없어 `None`입니다. `zero_grad()`로 지우면 변화도는 이 상태로 돌아갑니다. 이제 순전파를 다시 하고 `backward()`를 부르면 매개변수마다 변화도가 생깁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There is no gradient yet: it is `None`. Clearing with `zero_grad()` brings it back to this state. Now do the forward pass again and call `backward()`, and every parameter gets its gradient.
#
# </div>

# %% tags=["slide"]
loss = loss_fn(model(x), y)
model.zero_grad()
loss.backward()
gradient = weight.grad[0, 0].item()
print(f"gradient:                 {gradient:.3g}")
print(f"learning rate × gradient: {learning_rate * gradient:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도가 양수이므로, 이 가중치를 키우면 손실이 커집니다. 그래서 줄여야 합니다. 갱신할 때에는 변화도에 학습률을 곱하여 가중치에서 뺍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The gradient is positive, so the loss grows if this weight grows. The weight has to become smaller. The update multiplies the gradient by the learning rate and subtracts it.
#
# </div>

# %% [markdown] tags=["slide"]
# $$w \leftarrow w - \eta \, \frac{\partial L}{\partial w}$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 공식의 $\eta$가 학습률입니다. 다섯 가지 일을 한 셀에서 차례로 합니다. 손실이 정말 줄었는지 끝에서 한 번 더 계산합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In the formula, $\eta$ is the learning rate. Do all five parts in one cell. At the end, compute the loss once more to see whether it really fell.
#
# </div>

# %%
model = make_model()
before = model[2].weight[0, 0].item()

y_pred = model(x)
loss = loss_fn(y_pred, y)
model.zero_grad()
loss.backward()
with torch.no_grad():
    for param in model.parameters():
        param -= learning_rate * param.grad

print(f"weight: {before:.5f} -> {model[2].weight[0, 0].item():.5f}")
print(f"loss:   {loss.item():.3g} -> {loss_fn(model(x), y).item():.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 가중치는 0.09323에서 0.09224로 아주 조금 줄었습니다. 101,110개가 모두 이렇게 조금씩 움직였을 뿐인데 손실은 713에서 656으로 줄었습니다. 이것이 한 단계입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The weight became a little smaller: from 0.09323 to 0.09224. All 101,110 parameters moved only a little, like this one, and yet the loss fell from 713 to 656. This is one step.
#
# </div>

# %% [markdown]
# ## 쌓이는 변화도 · Gradients add up

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도를 지우는 까닭은 `backward()`가 `grad`에 든 것을 새 변화도로 바꾸지 않고 더하기 때문입니다. 같은 모델에서 `backward()`를 세 번 부르면서 변화도를 봅니다. 갱신은 하지 않습니다. 첫 번째와 두 번째는 같은 연산 그래프(computational graph)를 쓰고, 세 번째는 순전파를 다시 합니다. 그래프를 두 번 쓰려면 첫 번째에 `retain_graph=True`를 주어 남겨 두어야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Gradients have to be cleared because `backward()` does not replace what is in `grad`; it adds the new gradients to it. Call `backward()` three times with the same model and watch the gradient. There is no update. The first two calls use the same computational graph; before the third, the forward pass is done again. To use a graph twice, keep it with `retain_graph=True` in the first call.
#
# </div>

# %% tags=["slide"]
model = make_model()
weight = model[2].weight
loss = loss_fn(model(x), y)
loss.backward(retain_graph=True)
print(f"gradient: {weight.grad[0, 0].item():.3g}")
loss.backward()
print(f"gradient: {weight.grad[0, 0].item():.3g}")
loss_fn(model(x), y).backward()
print(f"gradient: {weight.grad[0, 0].item():.3g}")

model.zero_grad()
print(f"gradient: {weight.grad}")
print("a Tensor has zero_grad:", hasattr(weight, "zero_grad"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도가 두 배, 세 배로 쌓였습니다. 같은 그래프를 다시 써도, 순전파를 다시 하여 새 그래프를 써도 똑같이 쌓입니다. `zero_grad()`는 모듈(module)의 메서드(method)이며, 매개변수의 변화도를 모두 지웁니다. 텐서(Tensor)에는 이 메서드가 없습니다.
#
# 변화도는 `backward()`를 부를 때마다 쌓입니다. 그래서 `zero_grad()`도 `backward()`에 맞추어 한 번씩 부릅니다. 이 프로그램은 데이터를 한 배치(batch)로 다루므로 한 단계에 한 번입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The gradient doubled and tripled. It adds up whether the same graph is used again or a new forward pass makes a new one. `zero_grad()` belongs to a module and clears the gradients of all its parameters. A Tensor has no such method.
#
# Gradients add up with every call of `backward()`. So call `zero_grad()` once for each call of `backward()`. This program handles its data in one batch, so that means once per step.
#
# </div>

# %% [markdown]
# ## 루프 · The loop

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 단계를 함수 `step`에 담습니다. 그리고 함수 `run`에서 새 모델을 만들어 500번 되풀이합니다. 손실이 무한대(`inf`)나 수가 아닌 것(`nan`)이 되면, 그 손실은 기록하지 않고 멈춥니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Put one step into the function `step`. The function `run` makes a new model and repeats the step 500 times. As soon as a loss is infinite (`inf`) or no longer a number (`nan`), the function stops, and this loss is not recorded.
#
# </div>


# %% tags=["slide"]
def step(model):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


# %%
def run(step):
    model = make_model()
    losses = []
    for t in range(500):
        loss = step(model)
        if not math.isfinite(loss):
            break
        losses.append(loss)
    return losses


losses = run(step)
for t in (0, 1, 100, 499):
    print(f"t: {t:3d}   loss: {losses[t]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 00](00_whole_program.ipynb)과 같은 수입니다. 둘째 손실 656은 앞에서 한 단계를 나누어 했을 때 나온 수이기도 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# These are the numbers of [lesson 00](00_whole_program.ipynb). The second loss, 656, is also the one you got from the single step above.
#
# </div>

# %% [markdown]
# ## 루프 망가뜨리기 · Breaking the loop

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 한 번에 한 곳씩 바꿉니다. 먼저, 오류가 나지 않아 눈치채기 어려운 실수 세 가지입니다. 결과를 보기 전에 손실이 어떻게 될지 짐작해 보세요.
#
# 1. `zero_grad()`를 빠뜨립니다.
# 2. 빼야 할 것을 더합니다.
# 3. `-=`을 쓰지 않고 `param = param - ...`이라고 적습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now change one place at a time. First come three mistakes that are hard to notice, because they raise no error. Guess what happens to the loss before you look.
#
# 1. `zero_grad()` is missing.
# 2. The update adds where it should subtract.
# 3. It says `param = param - ...` and not `-=`.
#
# </div>


# %%
def step_without_zero_grad(model):
    loss = loss_fn(model(x), y)
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


def step_with_plus(model):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param += learning_rate * param.grad
    return loss.item()


# %%
def step_not_in_place(model):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param = param - learning_rate * param.grad
    return loss.item()


without_zero_grad = run(step_without_zero_grad)
with_plus = run(step_with_plus)
not_in_place = run(step_not_in_place)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 네 곡선을 한 그림에 그립니다. 세로축은 $10^{-5}$부터 $10^6$까지만 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Plot the four curves in one figure. The vertical axis is limited to the range from $10^{-5}$ to $10^6$.
#
# </div>

# %% tags=["slide"]
fig, ax = plt.subplots()
plot_loss_curve(losses, ax, label="올바른 루프 · correct loop")
plot_loss_curve(without_zero_grad, ax, label="zero_grad 없음 · no zero_grad")
plot_loss_curve(with_plus, ax, label="더하기 · plus")
plot_loss_curve(not_in_place, ax, label="제자리 아님 · not in place")
ax.set_ylim(1e-5, 1e6)
ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2)
plt.show()

# %%
print(f"without zero_grad: between 20 and 50 at the end: {20 < without_zero_grad[-1] < 50}")
print(f"with plus:         {len(with_plus)} finite losses")
print(f"not in place:      all the same: {set(not_in_place) == {losses[0]}}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **`zero_grad()`를 빠뜨린 루프**: 손실이 줄기는 하는데 오르내리다가 20과 50 사이에서 끝납니다. 옛 변화도가 모두 더해져, 지금의 변화도와는 다른 쪽으로 너무 크게 움직이기 때문입니다. 줄어드는 모습만 보고 넘어가기 쉽습니다. 이 루프는 아주 작은 반올림 차이도 크게 키우므로 끝값이 컴퓨터마다 조금씩 다릅니다.
# - **더하는 루프**: 변화도 쪽으로 올라가므로 손실이 걷잡을 수 없이 커집니다. 유한한 손실은 17개뿐입니다.
# - **제자리에서 바꾸지 않는 루프**: `param = param - ...`은 새 텐서를 만들어 이름만 `param`이라고 붙일 뿐, 모델 안의 매개변수는 바뀌지 않습니다. 손실이 그대로입니다. `-=`은 새 텐서를 만들지 않고 매개변수에 든 값을 바로 바꿉니다. 이것을 제자리에서(in place) 바꾼다고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **No `zero_grad()`**: the loss does fall, but it goes up and down and ends between 20 and 50. Old gradients pile up, so each move follows an outdated direction and is too large. If you only check that the loss falls, you do not notice the mistake. This loop amplifies even tiny rounding differences, so the end of the curve differs a little from machine to machine.
# - **Plus**: the parameters move uphill, and the loss grows out of control. Only 17 losses are finite.
# - **Not in place**: `param = param - ...` makes a new Tensor and gives it the name `param`. The parameter inside the model does not change, and neither does the loss. `-=` makes no new Tensor and changes the values inside the parameter. This is called changing it in place.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 다음은 곧바로 오류가 나는 실수 세 가지입니다. 오류의 이름을 봅니다. 오류가 나는 쪽이 오히려 다행입니다. 바로 알아채고 고칠 수 있기 때문입니다.
#
# 1. `torch.no_grad()`를 빠뜨립니다.
# 2. `zero_grad()`를 역전파와 갱신 사이로 옮깁니다.
# 3. 갱신을 역전파보다 먼저 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Next come three mistakes that raise an error at once. See the name of each error. These mistakes do less harm, because you notice them and can fix them right away.
#
# 1. `torch.no_grad()` is missing.
# 2. `zero_grad()` is moved between the backward pass and the update.
# 3. The update comes before the backward pass.
#
# </div>


# %%
def step_without_no_grad(model):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    for param in model.parameters():
        param -= learning_rate * param.grad
    return loss.item()


def step_cleared_too_late(model):
    loss = loss_fn(model(x), y)
    loss.backward()
    model.zero_grad()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    return loss.item()


# %%
def step_updated_too_early(model):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    with torch.no_grad():
        for param in model.parameters():
            param -= learning_rate * param.grad
    loss.backward()
    return loss.item()


for broken_step in (step_without_no_grad, step_cleared_too_late, step_updated_too_early):
    try:
        run(broken_step)
    except (RuntimeError, TypeError) as error:
        print(f"{broken_step.__name__}: {type(error).__name__}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **`torch.no_grad()`를 빠뜨린 루프**: PyTorch는 변화도를 구하려고 매개변수가 들어간 계산을 기록합니다. 매개변수는 그 기록의 출발점이므로, 기록하는 동안 값을 제자리에서 바꾸려고 하면 PyTorch가 `RuntimeError`를 냅니다.
# - **너무 늦은 지우기**: 방금 구한 변화도가 지워져 `None`이 되었습니다. 학습률과 `None`은 곱할 수 없으므로 `TypeError`가 납니다.
# - **너무 이른 갱신**: 첫 단계에서는 아직 변화도가 없습니다. 역시 `TypeError`입니다.
#
# 옛 PyTorch에서는 `zero_grad()`가 변화도를 `None`이 아니라 0으로 바꾸었습니다. 그때는 너무 늦게 지워도 오류가 나지 않고, 손실이 줄지 않을 뿐이었습니다. [수업 09](09_old_code.ipynb)에서 다시 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **No `torch.no_grad()`**: to compute gradients, PyTorch records the computations in which parameters take part. The parameters are where this record starts, so PyTorch refuses to change them in place while it is recording. It raises a `RuntimeError`.
# - **Cleared too late**: the gradients that were computed a moment ago are gone and have become `None`. Multiplying the learning rate by `None` raises a `TypeError`.
# - **Updated too early**: in the first step, there are no gradients yet. Again, a `TypeError`.
#
# In old versions of PyTorch, `zero_grad()` set the gradients to 0 and not to `None`. Back then, clearing too late raised no error; the loss did not fall. [Lesson 09](09_old_code.ipynb) comes back to this.
#
# </div>

# %% [markdown]
# ## 학습률 · Learning rates

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 올바른 루프에서 학습률만 바꾸어 다섯 번 학습(training)시킵니다. `step`은 실행할 때의 `learning_rate`를 쓰므로, 바깥 루프에서 그 값을 바꾸면 됩니다. `progress`는 바깥 루프가 얼마나 진행되었는지 막대로 보여 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Train five times with the correct loop and change only the learning rate. `step` uses the value that `learning_rate` has when it runs, so the outer loop can change it. `progress` shows with a bar how far the outer loop has come.
#
# </div>

# %%
curves = {}
for learning_rate in progress([1e-6, 1e-5, 1e-4, 1e-3, 3e-3]):
    curves[learning_rate] = run(step)
learning_rate = 1e-4

for rate, curve in curves.items():
    print(f"{rate:.0e}: {len(curve):3d} finite losses, below 1: {curve[-1] < 1}")

# %% tags=["slide"]
fig, ax = plt.subplots()
for rate, curve in curves.items():
    plot_loss_curve(curve, ax, label=f"{rate:.0e}")
ax.set_ylim(1e-13, 1e6)
ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=5)
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `1e-6`과 `1e-5`는 방향은 맞지만 너무 느립니다. `1e-3`은 처음에 한 번 크게 튀어 오르지만 `1e-4`보다 훨씬 빠릅니다. 이 곡선은 $10^{-12}$ 가까이까지 내려간 다음 더 줄지 않습니다. 예측(prediction)과 정답(target)의 차이가 자료형(data type) `float32`의 반올림 오차만큼 작아졌기 때문입니다. 거기에서는 반올림이 결과를 정하므로 끝값이 컴퓨터마다 다릅니다. `3e-3`에서는 한 단계에 너무 멀리 움직입니다. 손실은 곧 걷잡을 수 없이 커져 6단계 만에 유한한 수를 벗어납니다.
#
# 그다음에 생기는 일을 보려고, 새 모델로 다시 시작하여 무한대가 된 뒤에도 멈추지 않고 가 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `1e-6` and `1e-5` move in the right direction, but too slowly. `1e-3` jumps up once at the beginning, but then it is much faster than `1e-4`. It stops near $10^{-12}$, because the predictions then differ from the targets only by the rounding errors of the data type `float32`. Rounding decides the outcome there, so the end differs between machines. With `3e-3`, each step moves too far. The loss soon grows out of control, and after 6 steps it is no longer finite.
#
# To see what comes next, start again with a new model and do not stop at the infinite loss.
#
# </div>

# %%
learning_rate = 3e-3
model = make_model()
for t in range(8):
    print(f"t: {t}   loss: {step(model):.2g}")
learning_rate = 1e-4

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실은 한 번 줄었다가 그다음부터 단계마다 커집니다. 그러다가 `inf`가 되고, 다음 단계에서 `nan`이 됩니다. 그러면 갱신을 거쳐 매개변수에도 `nan`이 들어가므로, 아무리 더 학습시켜도 돌아오지 않습니다. 학습률을 줄이고 새 모델로 다시 시작해야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The loss falls once and then grows from step to step. It becomes `inf`, and one step later `nan`. The updates then write `nan` into the parameters, too, and no further training brings them back. You have to start again with a new model and a smaller learning rate.
#
# </div>

# %% [markdown]
# ## 옵티마이저 · The optimizer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# PyTorch에는 갱신을 대신해 주는 옵티마이저(optimizer)가 있습니다. `torch.optim.SGD`는 지금까지 한 것과 같은 경사하강법(gradient descent)을 합니다. 이름의 첫 글자는 확률적이라는 뜻의 stochastic에서 왔습니다. 데이터를 무작위(random)로 나누어 쓸 때가 많아서 붙은 이름이지만, 배치가 하나뿐이면 달라지는 것이 없습니다. 옵티마이저에 매개변수와 학습률을 맡기면, `zero_grad()`로 지우고 `step()`으로 갱신합니다. 이 `step()`은 앞에서 만든 함수 `step`과는 다른 것입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# PyTorch has optimizers, which do the update for you. `torch.optim.SGD` does the same gradient descent as your loop. The first letter of its name stands for stochastic, because the data is often used in random portions. With a single batch, this makes no difference. Give it the parameters and the learning rate. Its `zero_grad()` clears the gradients, and its `step()` does the update. This `step()` is not the function `step` that you wrote above.
#
# </div>

# %% tags=["slide"]
model = make_model()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
losses_sgd = []
for t in range(500):
    loss = loss_fn(model(x), y)
    losses_sgd.append(loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

torch.testing.assert_close(torch.tensor(losses_sgd), torch.tensor(losses), rtol=1e-3, atol=0)
print(f"by hand: {losses[-1]:.3g}")
print(f"SGD:     {losses_sgd[-1]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실 500개가 작은 반올림 차이 말고는 모두 같습니다. 직접 쓴 갱신에서 매개변수를 하나씩 바꾸는 두 줄이 `SGD`가 하는 일입니다. 다른 옵티마이저에서는 이 두 줄이 달라지지만, 갱신 루프의 차례는 그대로입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All 500 losses are equal, up to small differences in rounding. The loop over the parameters in your own update is what `SGD` does. Other optimizers replace it with something else. The order of the update loop stays the same.
#
# </div>

# %% [markdown]
# ## 함수 train · The function train

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 다음 수업부터는 모델을 여러 번 학습시킵니다. 그래서 루프를 함수 `train`에 담아 둡니다. 손실이 유한하지 않으면 몇째 단계인지 알려 주는 오류를 내고 멈춥니다. 매개변수는 단계마다 다시 찾지 않도록 리스트에 담아 둡니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# From the next lesson on, models are trained many times. So put the loop into a function, `train`. If a loss is not finite, the function stops with an error that names the step. The parameters go into a list, so they need not be looked up again in each step.
#
# </div>


# %%
def train(model, loss_fn, x, y, *, learning_rate, steps):
    losses = []
    parameters = list(model.parameters())
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        if not math.isfinite(losses[t]):
            raise FloatingPointError(
                f"{t}단계의 손실이 {losses[t]}입니다. 학습률을 줄여 보세요. · "
                f"The loss at step {t} is {losses[t]}. Try a smaller learning rate."
            )
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in parameters:
                param -= learning_rate * param.grad
    return losses


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 옵티마이저 없이 직접 쓴 루프와 비트까지 같은 손실이 나오는지 확인하고, 학습률을 너무 크게 주어 오류도 내 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Check that it gives the same losses as your own loop without the optimizer, to the last bit. Then give it too large a learning rate to see the error.
#
# </div>

# %% tags=["slide"]
same = train(make_model(), loss_fn, x, y, learning_rate=1e-4, steps=500)
print("same losses:", same == losses)
try:
    train(make_model(), loss_fn, x, y, learning_rate=3e-3, steps=500)
except FloatingPointError as error:
    print(error)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 함수는 도우미 모음에도 똑같이 들어 있습니다. 다음 수업부터는 `from tutorial_helpers import train`으로 불러옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The helpers of this course contain the same function. The next lessons import it from there: `from tutorial_helpers import train`.
#
# </div>

# %%
from tutorial_helpers import train as train_of_the_helpers

imported = train_of_the_helpers(make_model(), loss_fn, x, y, learning_rate=1e-4, steps=500)
print("same losses:", imported == losses)

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 한 단계는 순전파, 손실, 변화도 지우기, 역전파, 갱신입니다.
# - `backward()`는 변화도를 더합니다. 그래서 `backward()`를 부를 때마다 한 번씩 지웁니다.
# - `zero_grad()`를 빠뜨려도 손실은 줄어듭니다. 그래서 알아채기 어렵습니다.
# - 갱신은 `torch.no_grad()` 안에서, `-=`로 제자리에서 합니다.
# - 학습률이 너무 작으면 느리고, 너무 크면 손실이 `inf`를 거쳐 `nan`이 되기도 합니다.
# - `torch.optim.SGD`는 직접 쓴 갱신과 같은 일을 합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - One step is forward pass, loss, clearing the gradients, backward pass and update.
# - `backward()` adds to the gradients. So clear them once for each call of `backward()`.
# - Without `zero_grad()`, the loss still falls, so the mistake is easy to overlook.
# - The update is done inside `torch.no_grad()` and in place, with `-=`.
# - If the learning rate is too small, training is slow. If it is too large, the loss can become `inf` and then `nan`.
# - `torch.optim.SGD` does the same as the update written by hand.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 앞의 코드를 보지 않고 한 단계를 직접 만들어 봅니다. 함수 `one_step`은 모델, 손실 함수, 데이터, 학습률을 받아 순전파, 손실 계산, 변화도 지우기, 역전파, 갱신을 한 번씩 합니다. 그래서 모델이 제자리에서 바뀝니다. 돌려줄 것은 갱신하기 전의 손실이고, Python의 수여야 합니다. 받은 모델에는 앞 단계의 변화도가 남아 있을 수도 있습니다. 완성하면 셀이 같은 모델로 두 단계를 실행하므로 손실이 두 개 나옵니다. 이 수업에서 본 처음 두 손실과 비교해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Write one step without looking at the code above. The function `one_step` gets a model, a loss function, the data and a learning rate. It does the forward pass, computes the loss, clears the gradients, does the backward pass and updates the parameters, once each. The update changes the model in place. Return the loss before the update, as a Python number. The model may still hold gradients of an earlier step. When the function is complete, the cell takes two steps with the same model and prints two losses. Compare them with the first two losses in this lesson.
#
# </div>

# %%
from tutorial_helpers.exercises import check_one_step, check_train_until_below_1


def one_step(model, loss_fn, x, y, learning_rate):
    return None  # 여기를 고치세요 · change this


check_one_step(one_step)
model = make_model()
for t in range(2):
    print("loss:", one_step(model, loss_fn, x, y, learning_rate))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 두 손실은 713과 656으로, 앞에서 본 것과 같습니다. 지우는 줄은 역전파보다 앞이면 어디에 두어도 됩니다. 역전파와 갱신 사이에 두면 방금 구한 변화도가 지워지고, 단계의 끝에 두면 모델에 남아 있던 변화도가 첫 단계에 더해집니다.
#
# </div>
#
# <div lang="en">
#
# The two losses are 713 and 656, as above. The line that clears can be anywhere before the backward pass. Between the backward pass and the update, it clears the gradients that were computed a moment ago. If it is at the end of the step, gradients that the model already holds are added into the first step.
#
# </div>
#
# ```python
# def one_step(model, loss_fn, x, y, learning_rate):
#     loss = loss_fn(model(x), y)
#     model.zero_grad()
#     loss.backward()
#     with torch.no_grad():
#         for param in model.parameters():
#             param -= learning_rate * param.grad
#     return loss.item()
#
#
# check_one_step(one_step)
# model = make_model()
# for t in range(2):
#     print(f"loss: {one_step(model, loss_fn, x, y, learning_rate):.3g}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 손실이 1보다 작아지면 학습을 멈추는 함수 `train_until_below_1`을 완성하세요. 많아야 500단계 학습시키고, 그때까지의 손실을 Python의 수로 담은 리스트를 돌려줍니다. 1보다 작은 손실도 리스트에 넣되, 그 손실로 갱신하지는 마세요. 끝내 1보다 작아지지 않으면 손실이 500개이고, 갱신도 500번 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Complete the function `train_until_below_1`, which stops training as soon as the loss is below 1. It trains for at most 500 steps and returns the list of losses up to that point, as Python numbers. Put the loss below 1 into the list as well, but make no update with it. If the loss never falls below 1, there are 500 losses and 500 updates.
#
# </div>


# %%
def train_until_below_1(model, loss_fn, x, y, learning_rate):
    losses = []
    for t in range(500):
        pass  # 여기를 고치세요 · change this
    return losses


check_train_until_below_1(train_until_below_1)
print("losses:", len(train_until_below_1(make_model(), loss_fn, x, y, learning_rate)))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 손실을 리스트에 넣은 다음, 갱신하기 전에 확인하고 멈춥니다. 그래서 모델은 마지막 손실을 냈을 때의 상태로 남습니다.
#
# </div>
#
# <div lang="en">
#
# Put the loss into the list, then check it and stop before the update. So the model is still the one that gave the last loss.
#
# </div>
#
# ```python
# def train_until_below_1(model, loss_fn, x, y, learning_rate):
#     losses = []
#     for t in range(500):
#         loss = loss_fn(model(x), y)
#         losses.append(loss.item())
#         if losses[t] < 1:
#             break
#         model.zero_grad()
#         loss.backward()
#         with torch.no_grad():
#             for param in model.parameters():
#                 param -= learning_rate * param.grad
#     return losses
#
#
# check_train_until_below_1(train_until_below_1)
# print("losses:", len(train_until_below_1(make_model(), loss_fn, x, y, learning_rate)))
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 3.** `1e-3`에서는 학습이 잘되었고 `3e-3`에서는 손실이 `inf`를 거쳐 `nan`이 되었습니다. 그 사이의 `2e-3`은 어떨까요? `train`으로 500단계 학습시켜 손실을 `losses_2e_3`에 넣고 그려 보세요. 곡선의 앞부분을 잘 살펴보세요. 곡선을 눈으로 보는 연습이어서 확인하는 함수는 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 3.** With `1e-3`, training worked well, and with `3e-3`, the loss became `inf` and then `nan`. What about `2e-3` in between? Use `train` for 500 steps, put the losses into `losses_2e_3` and plot them. Look closely at the beginning of the curve. No function checks this exercise, because it is about looking at a curve.
#
# </div>

# %%
losses_2e_3 = None  # 여기를 고치세요 · change this

if losses_2e_3 is not None:
    plot_loss_curve(losses_2e_3)
    plt.show()

# %% [markdown] tags=["solution"]
# <details><summary>풀이 3 · Solution 3</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 손실은 한 번 줄었다가 곧 처음보다도 커지고, 그 뒤에 다시 줄어듭니다. 끝까지 유한하지만, 500단계 뒤의 손실은 `1e-4`로 학습시켰을 때보다 큽니다. 처음에 너무 멀리 움직인 것을 그 안에 만회하지 못한 것입니다.
#
# </div>
#
# <div lang="en">
#
# The loss falls at first, then grows above its starting value, and only then falls again. It stays finite to the end, but after 500 steps it is larger than with `1e-4`. The first updates were too large, and within these steps, training does not make up for them.
#
# </div>
#
# ```python
# losses_2e_3 = train(make_model(), loss_fn, x, y, learning_rate=2e-3, steps=500)
#
# plot_loss_curve(losses_2e_3)
# plt.show()
# ```
#
# </details>

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [04 역전파](04_backward_pass.ipynb) · 다음 수업: [06 학습 결과](06_what_was_learned.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [04 The backward pass](04_backward_pass.ipynb) · Next: [06 What was learned](06_what_was_learned.ipynb)
#
# </div>
