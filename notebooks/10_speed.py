# %% [markdown]
# # 10 실행 속도 · How fast is it

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업에서는 [수업 00](00_whole_program.ipynb)의 프로그램이 시간을 어디에 쓰는지, 얼마나 더 빨라질 수 있는지 알아봅니다. 시간은 컴퓨터마다 다르고 실행할 때마다 다릅니다. 그래서 시간을 보여 주는 셀에서는 여기에 저장된 것과 다른 수가 나옵니다. 계산의 양은 달라지지 않고, 결과도 반올림 차이 말고는 같습니다. 더 빠른 코드를 쓸 때마다 결과가 같은지 확인합니다.
#
# - **다루는 것**: 한 단계(step)에서 시간이 드는 곳, 스레드(thread), GPU
# - **할 일**: 한 단계의 시간을 재고, 부분마다 나누어 그립니다. 행렬 곱(matrix multiplication)의 계산량을 세고, 행렬 곱만 할 때의 시간을 재어 한계로 삼습니다. 그 한계에 다가가도록 루프(loop)를 조금씩 고칩니다. 스레드, 배치 크기(batch size), 자료형(data type), 장치(device)도 바꾸어 봅니다.
# - **배우는 것**: 시간을 믿을 만하게 재는 법, 작은 모델에서 무엇이 느린지, 어떤 방법이 언제 쓸모 있는지 알게 됩니다.
# - **준비**: 수업 [04](04_backward_pass.ipynb)와 [05](05_update_loop.ipynb)를 마쳤으면 됩니다. GPU는 없어도 됩니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In this lesson, you find out where the program of [lesson 00](00_whole_program.ipynb) spends its time, and how much faster it can get. Times differ between computers and from run to run, so the cells that show times will show you other numbers than those stored here. What does not change is the amount of arithmetic and, except for rounding, its results. Whenever you write faster code, you check that the results are the same.
#
# - **What it is about**: where the time of one step goes, threads, a GPU
# - **What you will do**: measure the time of one step and draw its parts. Count the arithmetic of the matrix multiplications, and measure them alone to find the limit. Bring the loop closer to it bit by bit. Change the number of threads, the batch size, the data type and the device.
# - **What you will learn**: how to measure time so that you can trust it, what is slow about a small model, and when each method pays off.
# - **What you need**: lessons [04](04_backward_pass.ipynb) and [05](05_update_loop.ipynb). You do not need a GPU.
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
# ## 시간 재기 · Measuring time

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 00](00_whole_program.ipynb)의 데이터, 모델, 손실 함수(loss function)로 시작합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Start with the data, model and loss function of [lesson 00](00_whole_program.ipynb).
#
# </div>

# %%
import functools
import io
import os
import statistics
import subprocess
import sys
import time

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.profiler import record_function
from torch.utils.flop_counter import FlopCounterMode

from tutorial_helpers import make_random_data, plot_loss_curve, quiet_profile

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)
loss_fn = nn.MSELoss(reduction="sum")


# %% tags=["slide"]
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 05](05_update_loop.ipynb)의 루프를 함수(function) `plain`에 담습니다. 뒤에서 쓸 루프도 모두 이 함수처럼 모델과 데이터와 단계 수를 받아 학습(training)시키고 손실(loss)을 돌려줍니다. 그래야 서로 바꾸어 넣을 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Put the loop of [lesson 05](05_update_loop.ipynb) into the function `plain`. The loops that you will write in its place also take the model, the data and the number of steps, and return the losses. So any of them can take the place of another.
#
# </div>


# %%
def plain(model, x, y, steps, learning_rate=1e-4):
    losses = []
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


losses = plain(make_model(), x, y, 500)
print(f"plain: {losses[0]:.3g} -> {losses[-1]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 00](00_whole_program.ipynb)과 같은 손실입니다. 이제 20단계에 걸린 시간을 여섯 번 재어, 한 단계의 시간을 마이크로초(µs)로 적어 봅니다. 같은 일을 하는데도 시간이 얼마나 다른지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The losses are those of [lesson 00](00_whole_program.ipynb). Now measure six times how long 20 steps take, and print the time of one step in microseconds (µs). It is the same work each time. Look at how much the times differ.
#
# </div>

# %% tags=["nbval-ignore-output"]
for attempt in range(6):
    model = make_model()
    start = time.perf_counter()
    plain(model, x, y, 20)
    seconds = (time.perf_counter() - start) / 20
    print(f"attempt {attempt}: {1e6 * seconds:.0f} µs")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 컴퓨터는 그사이 다른 일도 하므로 시간이 들쭉날쭉합니다. 한 번씩 재어서는 어느 루프가 빠른지 말할 수 없습니다. 그래서 함수 `measure`는 비교할 루프를 번갈아 여러 번 실행하고, 루프마다 시간의 중앙값을 구합니다. 번갈아 실행하면 컴퓨터가 한동안 느려져도 모든 루프가 고루 느려집니다. 중앙값은 크기대로 늘어놓았을 때 가운데에 오는 값이라, 유난히 느렸던 몇 번에 흔들리지 않습니다. 모델을 만드는 시간은 넣지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The computer also does other things in the meantime, so the times go up and down. One measurement of each is not enough to compare two loops. That is why the function `measure` runs the loops to be compared in turn, many times over, and takes the median time of each. If the computer is slow for a while, all loops are slow together. The median is the value in the middle of the sorted times, so a few very slow runs do not move it. The time to make the model is left out.
#
# </div>


# %% tags=["slide"]
def measure(loops, x, y, steps=20, repeats=15):
    times = {name: [] for name in loops}
    for _ in range(repeats):
        for name, loop in loops.items():
            model = make_model().to(x.device)
            start = time.perf_counter()
            loop(model, x, y, steps)
            times[name].append((time.perf_counter() - start) / steps)
    return {name: statistics.median(values) for name, values in times.items()}


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 시간은 흔들려도 계산의 결과는 흔들리지 않습니다. 같은 컴퓨터에서 같은 모델과 데이터로 다시 학습시키면 손실 500개가 모두 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Times vary, but the results of the computation do not. If you train the same model on the same data again on the same computer, all 500 losses are the same.
#
# </div>

# %%
print("same losses again:", plain(make_model(), x, y, 500) == losses)

# %% [markdown]
# ## 한 단계의 시간 · The time of one step

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 단계는 순전파(forward pass), 손실, 변화도(gradient) 지우기, 역전파(backward pass), 갱신(update)으로 되어 있습니다. 어디에 시간이 가장 많이 들까요? 짐작한 다음에 실행해 보세요. `record_function`은 코드의 한 부분에 이름을 붙이고, 프로파일러(profiler)는 이름마다 시간을 모읍니다. `quiet_profile`은 PyTorch의 프로파일러를 켜고, 프로파일러가 따로 내보내는 메시지를 막습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# One step consists of the forward pass, the loss, clearing the gradients, the backward pass and the update. Which part takes the most time? Guess before you run the cells. `record_function` gives a part of the code a name, and the profiler collects the time for each name. `quiet_profile` turns on PyTorch's profiler and keeps back the messages that it writes on its own.
#
# </div>


# %%
def named_parts(model, x, y, steps, learning_rate=1e-4):
    for t in range(steps):
        with record_function("forward"):
            y_pred = model(x)
        with record_function("loss"):
            loss = loss_fn(y_pred, y)
        with record_function("zero_grad"):
            model.zero_grad()
        with record_function("backward"):
            loss.backward()
        with record_function("update"), torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad


# %% tags=["nbval-ignore-output", "slide"]
with quiet_profile() as profiler:
    named_parts(make_model(), x, y, 100)
events = {event.key: event for event in profiler.key_averages()}

parts = ["forward", "loss", "zero_grad", "backward", "update"]
times = {part: events[part].cpu_time_total / 100 for part in parts}
in_products = dict.fromkeys(parts, 0)
in_products["forward"] = events["aten::addmm"].self_cpu_time_total / 100
in_products["backward"] = events["aten::mm"].self_cpu_time_total / 100
rest = [times[part] - in_products[part] for part in parts]

fig, ax = plt.subplots(layout="constrained")
ax.barh(parts, in_products.values(), color="C0", hatch="//", label="행렬 곱 · matrix products")
ax.barh(parts, rest, left=list(in_products.values()), color="C4", label="나머지 · everything else")
ax.invert_yaxis()
ax.set_xlabel("한 단계에 든 시간 (µs) · time in one step (µs)")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 빗금 친 부분이 행렬 곱에 든 시간입니다. 이름이 `aten::`으로 시작하는 것은 PyTorch 안에 있는 C++ 함수입니다. 순전파에서는 `aten::addmm`이 행렬 곱을 하고 편향(bias)을 더하며, 역전파에서는 `aten::mm`이 행렬 곱을 합니다. 나머지는 더하기와 곱하기 같은 작은 계산과 메모리를 마련하는 일에 든 시간, 그리고 Python과 autograd가 다음에 할 일을 찾는 데 든 시간입니다. autograd는 PyTorch에서 변화도를 자동으로 구하는 부분입니다. 프로파일러도 시간을 쓰므로, 막대를 모두 더하면 대개 앞에서 잰 시간보다 깁니다.
#
# 막대의 길이는 컴퓨터마다 다르지만, 한 단계에 행렬 곱을 몇 번 하는지는 어디에서나 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The hatched part is the time in matrix multiplication. Names that begin with `aten::` are functions inside PyTorch, written in C++. In the forward pass, `aten::addmm` computes a matrix product and adds the biases. In the backward pass, `aten::mm` computes the products. The rest goes into small computations such as additions, into getting memory, and into Python and autograd finding out what to do next. Autograd is the part of PyTorch that computes gradients automatically. The profiler takes time itself, so the bars together are usually longer than the time measured above.
#
# The lengths of the bars differ between computers. The number of matrix products in one step is the same everywhere.
#
# </div>

# %%
for name in ("aten::addmm", "aten::mm"):
    print(f"{name}: {events[name].count / 100:.0f}")

# %% [markdown]
# ## 한계 · The limit

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 단계에는 행렬 곱이 다섯 번 있습니다. 순전파에 두 번, 역전파에 세 번입니다. 모양(shape)이 $n \times k$인 행렬과 $k \times m$인 행렬을 곱할 때에는 곱셈을 $nkm$번 하고 덧셈도 거의 그만큼 하므로, 계산을 $2nkm$번으로 셉니다. 소수점이 있는 수로 하는 이런 계산을 부동소수점 연산(floating-point operation)이라고 합니다. 편향 더하기, ReLU, 손실, 갱신에 드는 계산은 훨씬 적으므로 세지 않습니다.
#
# 계층(layer)마다 순전파에서 곱을 한 번 합니다. 역전파에서는 가중치(weight)의 변화도를 구하느라 한 번, 앞 계층에 넘길 변화도를 구하느라 또 한 번 합니다. 첫째 계층 앞에는 다른 계층이 없으므로 첫째 계층의 곱은 두 번, 둘째 계층의 곱은 세 번입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# One step has five matrix products: two in the forward pass and three in the backward pass. The product of an $n \times k$ matrix and a $k \times m$ matrix takes $nkm$ multiplications and almost as many additions, so count $2nkm$ operations. As they work on numbers with a decimal point, they are called floating-point operations. Biases, ReLU, the loss and the update need far fewer, so leave them out.
#
# Each layer has one product in the forward pass. In the backward pass, it has one for the gradient of its weight, and one for the gradient that it passes on to the layer before it. No layer comes before the first, so the first layer has two products, and the second layer has three.
#
# </div>

# %%
first_layer = 2 * N * D_in * H
second_layer = 2 * N * H * D_out
flops = 2 * first_layer + 3 * second_layer
print(f"one step: {flops:,} floating-point operations")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 컴퓨터는 이 계산을 얼마나 빨리 할 수 있을까요? 함수 `products`는 한 단계의 행렬 곱 다섯 번만 하고 다른 일은 하지 않습니다. 결과를 담을 메모리도 미리 마련하여 `out`으로 넘깁니다. 이보다 더 빨라지기는 어려우므로 이것을 한계로 삼습니다. `d_W2` 같은 이름은 [수업 04](04_backward_pass.ipynb)와 같고, 함수 위에 적은 `@torch.no_grad()`는 함수 전체를 `torch.no_grad()` 안에서 실행합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# How fast can the computer do this arithmetic? The function `products` does the five products of a step and nothing else. Even the memory for the results is there beforehand and passed as `out`. It is hard to be faster than that, so take it as the limit. Names such as `d_W2` are those of [lesson 04](04_backward_pass.ipynb). `@torch.no_grad()` above a function runs the whole function inside `torch.no_grad()`.
#
# </div>


# %% tags=["slide"]
@torch.no_grad()
def products(model, x, y, steps):
    W1, _, W2, _ = model.parameters()
    h, error = x.new_zeros(len(x), H), x.new_zeros(len(x), D_out)
    d_h, d_W1, d_W2 = torch.zeros_like(h), torch.zeros_like(W1), torch.zeros_like(W2)
    for t in range(steps):
        torch.mm(x, W1.T, out=h)
        torch.mm(h, W2.T, out=error)
        torch.mm(error.T, h, out=d_W2)
        torch.mm(error, W2, out=d_h)
        torch.mm(d_h.T, x, out=d_W1)


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 크기가 1000 × 1000인 행렬 두 개의 곱도 재어 봅니다. 1 GFLOP/s는 1초에 부동소수점 연산을 십억 번 하는 속도입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Also measure the product of two 1000 × 1000 matrices. 1 GFLOP/s is a billion floating-point operations in 1 second.
#
# </div>

# %% tags=["nbval-ignore-output"]
seconds = measure({"plain": plain, "products": products}, x, y)
a = torch.ones(1000, 1000)
large = measure({"product": lambda *_: torch.mm(a, a)}, x, y, steps=1)["product"]
rows = [("plain", seconds["plain"], flops), ("products", seconds["products"], flops)]
for name, value, n_operations in [*rows, ("large product", large, 2 * 1000**3)]:
    print(f"{name:13} {1e6 * value:6.0f} µs, {n_operations / value / 1e9:4.0f} GFLOP/s")
print(f"plain / products: {seconds['plain'] / seconds['products']:.2f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 마지막 줄은 `plain`의 시간이 한계의 몇 배인지 알려 줍니다. 이 프로그램의 행렬은 작아서, 행렬 곱이 아닌 일에 드는 시간이 눈에 띕니다. `products`와 큰 행렬의 GFLOP/s가 비슷하면, 행렬 곱 자체는 이 컴퓨터가 스레드 하나로 낼 수 있는 속도를 거의 다 내고 있습니다. 큰 행렬의 GFLOP/s가 훨씬 크면, 이 프로그램의 행렬은 그 속도를 내기에 너무 작은 것입니다. 스레드를 하나만 쓰는 것은 `setup_notebook()`이 그렇게 정했기 때문이며, 뒤의 스레드 절에서 다시 다룹니다.
#
# 곱 다섯 번의 계산량이 모두 같지는 않습니다. 첫째 계층의 곱 두 번이 전체 계산량에서 얼마나 차지하는지 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The last line is the time of `plain` divided by the limit. The matrices of this program are small, so the time for everything other than products shows. If `products` and the large product reach about the same GFLOP/s, the products themselves run close to the speed that this computer can reach with one thread. If the large product reaches far more, the matrices of this program are too small for that speed. (`setup_notebook()` has set one thread; the section on threads has more on this.)
#
# The five products are not all of the same size. See how much of the arithmetic is in the two products of the first layer.
#
# </div>

# %%
print(f"first layer:  {2 * first_layer / flops:.1%}")
print(f"second layer: {3 * second_layer / flops:.1%}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 거의 다 첫째 계층에 있습니다. 입력(input)이 1000차원(dimension)이기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Nearly all of it is in the first layer, because the input has 1000 dimensions.
#
# </div>

# %% [markdown]
# ## 손실 읽기 · Reading the loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 `plain`을 조금씩 고칩니다. 루프를 고칠 때마다 함수 `check`로 500단계를 실행하여 손실이 `plain`과 같은지 확인합니다. 계산하는 차례가 바뀌면 반올림이 조금 달라지므로 상대 차이는 1e-3까지 허용합니다. `check`는 루프와 학습시킨 모델도 모아 둡니다. 시간은 나중에 모든 루프를 한꺼번에 재어 비교합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now change `plain` bit by bit. For each new loop, the function `check` runs 500 steps and makes sure that the losses are those of `plain`. If the order of the computations changes, rounding differs a little, so a relative difference of 1e-3 is allowed. `check` also keeps the loop and the trained model. The times of all loops are measured and compared together, further down.
#
# </div>

# %% tags=["slide"]
loops, trained = {}, {}


def check(name, loop):
    model = make_model()
    computed = torch.as_tensor(loop(model, x, y, 500))
    torch.testing.assert_close(computed, torch.tensor(losses), rtol=1e-3, atol=0)
    print(f"{name}: {computed[0]:.3g} -> {computed[-1]:.3g}")
    loops[name], trained[name] = loop, model


check("plain", plain)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 먼저 손실을 읽는 방법을 바꾸어 봅니다. `without_item`은 손실을 텐서(Tensor)로 모아 두었다가 끝에서 한 번에 돌려줍니다. `printing`은 반대로 단계마다 손실을 출력(output)합니다. 화면이 500줄로 차지 않도록, 메모리에 글을 쌓는 `io.StringIO`에 씁니다. `plain`과 다른 줄 가운데 중요한 것에는 주석을 달았습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# First change how the loss is read. `without_item` collects the losses as Tensors and returns them all at the end. `printing` does the opposite and prints the loss at every step. It prints into an `io.StringIO`, a text file in memory, so that 500 lines do not fill the page. Comments mark the main changes from `plain`.
#
# </div>


# %%
def without_item(model, x, y, steps, learning_rate=1e-4):
    losses = []
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.detach())  # 바뀐 줄 · changed
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return torch.stack(losses)  # 바뀐 줄 · changed


check("without_item", without_item)


# %%
def printing(model, x, y, steps, learning_rate=1e-4):
    page = io.StringIO()  # 바뀐 줄 · changed
    losses = []
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        print("step", t, "loss", losses[t], file=page)  # 바뀐 줄 · changed
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


check("printing", printing)

# %% [markdown]
# ## 매개변수 갱신하기 · Updating the parameters

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `plain`은 단계마다 `model.parameters()`와 `model.zero_grad()`로 모듈(module)을 두 번 훑고, 매개변수(parameter)마다 학습률(learning rate)과 변화도의 곱을 담을 텐서를 새로 만듭니다. `in_place`는 매개변수를 리스트에 한 번만 담아 두고, `zero_grad()`가 하던 대로 변화도에 `None`을 직접 넣습니다. `sub_`에 `alpha`를 주면 곱하기와 빼기를 한꺼번에 제자리에서 하므로 새 텐서가 필요 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# At each step, `plain` walks through the modules twice, for `model.parameters()` and for `model.zero_grad()`. For each parameter, it makes a new Tensor that holds the learning rate times the gradient. `in_place` puts the parameters into a list once and, as `zero_grad()` does, sets each gradient to `None`. With `alpha`, `sub_` multiplies and subtracts in one go, in place, and needs no new Tensor.
#
# </div>


# %%
def in_place(model, x, y, steps, learning_rate=1e-4):
    losses = []
    parameters = list(model.parameters())  # 바뀐 줄 · changed
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        for param in parameters:
            param.grad = None  # 바뀐 줄 · changed
        loss.backward()
        with torch.no_grad():
            for param in parameters:
                param.sub_(param.grad, alpha=learning_rate)  # 바뀐 줄 · changed
    return losses


check("in_place", in_place)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도를 `None`으로 지우면 `backward()`가 구한 텐서가 그대로 새 변화도가 됩니다. 있던 텐서를 계속 쓰는 편이 더 빠르지 않을까요? `same_buffers`는 변화도를 0으로 채워 두고, `backward()`가 거기에 더하게 합니다. 이번에는 `in_place`에 없던 줄에 주석을 달았습니다. 어느 쪽이 빠른지 짐작해 두었다가 뒤의 그림에서 확인하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Where a gradient is `None`, the Tensor that `backward()` computes becomes the new gradient. Would it be faster to keep the old Tensors? `same_buffers` fills the gradients with 0 and lets `backward()` add to them. Here the comment marks the change from `in_place`. Guess which is faster; the figure below has the answer.
#
# </div>


# %%
def same_buffers(model, x, y, steps, learning_rate=1e-4):
    losses = []
    parameters = list(model.parameters())
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            for param in parameters:
                param.sub_(param.grad, alpha=learning_rate)
                param.grad.zero_()  # 바뀐 줄 · changed
    return losses


check("same_buffers", same_buffers)

# %% [markdown]
# ## 직접 쓴 역전파 · The backward pass by hand

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 04](04_backward_pass.ipynb)에서 변화도의 공식을 구했습니다. 이 공식을 쓰면 autograd가 필요 없고, 행렬 곱의 결과를 담을 메모리는 한 번만 마련하면 됩니다. `relu_`, `sub_`, `mul_`처럼 이름이 `_`로 끝나는 함수는 제자리에서 계산합니다. 시간이 모자라면 이 절과 다음 절의 셀은 읽지 않고 실행만 하고, 모든 루프의 시간을 그린 그림부터 다시 읽으세요.
#
# 메모리를 다시 쓰느라 이름 하나가 여러 값을 차례로 담습니다. `error`는 먼저 예측(prediction)이고, `y`를 빼면 오차, 2를 곱하면 [수업 04](04_backward_pass.ipynb)의 `d_y_pred`가 됩니다. `d_h`는 `mul_`을 거치면 [수업 04](04_backward_pass.ipynb)의 `d_z`가 됩니다. `h`가 양수인 자리는 ReLU에 들어간 값이 양수인 자리와 같으므로, 그 값은 따로 남기지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In [lesson 04](04_backward_pass.ipynb), you derived formulas for the gradients. With them, the loop needs no autograd, and it gets the memory for the matrix products only once. Functions whose names end in `_`, such as `relu_`, `sub_` and `mul_`, compute in place. If you are short of time, run the cells of this section and the next without reading them, and read on at the figure with the times of all loops.
#
# Because memory is used again, one name holds several things in turn. `error` is first the prediction. Minus `y`, it is the error, and times 2, it is `d_y_pred` of [lesson 04](04_backward_pass.ipynb). After `mul_`, `d_h` is `d_z` of [lesson 04](04_backward_pass.ipynb). `h` is positive exactly where the input of ReLU was positive, so that input need not be kept.
#
# </div>


# %%
@torch.no_grad()
def by_hand(model, x, y, steps, learning_rate=1e-4):
    W1, b1, W2, b2 = model.parameters()
    h, error = x.new_zeros(len(x), H), x.new_zeros(len(x), D_out)
    d_h, d_W1, d_W2 = torch.zeros_like(h), torch.zeros_like(W1), torch.zeros_like(W2)
    losses = []
    for t in range(steps):
        torch.addmm(b1, x, W1.T, out=h).relu_()
        torch.addmm(b2, h, W2.T, out=error).sub_(y)
        losses.append(error.square().sum().item())
        error.mul_(2)
        torch.mm(error.T, h, out=d_W2)
        torch.mm(error, W2, out=d_h).mul_(h > 0)
        torch.mm(d_h.T, x, out=d_W1)
        for param, d in ((W1, d_W1), (b1, d_h.sum(0)), (W2, d_W2), (b2, error.sum(0))):
            param.sub_(d, alpha=learning_rate)
    return losses


check("by_hand", by_hand)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 마지막으로 갱신까지 행렬 곱에 넣습니다. `W.addmm_(d_T, inputs, alpha=a)`는 `d_T`와 `inputs`의 곱에 `a`를 곱하여 `W`에 더하므로, 변화도를 따로 적어 둘 필요가 없습니다. 첫째 계층에서 `d_T`는 `d_h.T`이고 `inputs`는 `x`입니다. 둘째 계층에서는 `error.T`와 `h`입니다. `.T`는 수를 복사하지 않고 행과 열만 바꾸어 보여 줍니다. `d_h`의 수가 바뀌면 `d_h.T`의 수도 함께 바뀌므로, 이 모두를 담은 `updates`는 루프 앞에서 한 번만 만듭니다.
#
# `a`에는 빼기의 부호와 학습률, 그리고 제곱을 미분할 때 나오는 2가 들어 있습니다. 그래서 이번에는 `error`에 2를 곱하지 않습니다. `error`와 `d_h`는 `by_hand`에서 구한 값의 절반입니다. 편향을 갱신하려면 샘플마다 구한 값을 모두 더해야 합니다. `d_T`에 모든 수가 1인 벡터 `ones`를 곱하면 이 합이 나오고, `addmv_`가 거기에 `a`를 곱하여 편향에 더합니다.
#
# 제곱의 합도 함수 하나로 구합니다. `flat`은 `error`의 수를 복사하지 않고 한 줄로 늘어놓은 벡터이므로, `error`가 바뀌면 함께 바뀝니다. `flat.dot(flat)`은 수마다 자기 자신을 곱하여 모두 더하므로 제곱의 합입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Finally, put the update into the matrix product as well. `W.addmm_(d_T, inputs, alpha=a)` adds `a` times the product of `d_T` and `inputs` to `W`, so the gradient is never stored. In the first layer, `d_T` is `d_h.T` and `inputs` is `x`. In the second, they are `error.T` and `h`. `.T` swaps rows and columns without copying. When the numbers in `d_h` change, so do those in `d_h.T`. That is why `updates`, which holds all of this, is made only once, before the loop.
#
# `a` holds the minus sign, the learning rate, and the 2 from the derivative of the square. So `error` is not multiplied by 2 here: `error` and `d_h` are half of what they are in `by_hand`. To update a bias, the values of all samples have to be added up. Multiplying `d_T` by `ones`, a vector in which every number is 1, gives this sum, and `addmv_` adds `a` times it to the bias.
#
# The sum of the squares takes a single function, too. `flat` is a vector with all the numbers of `error`, again without copying, so it changes when `error` does. `flat.dot(flat)` multiplies each number by itself and adds up the products, so it is the sum of the squares.
#
# </div>


# %%
@torch.no_grad()
def merged(model, x, y, steps, learning_rate=1e-4):
    W1, b1, W2, b2 = model.parameters()
    h, error = x.new_zeros(len(x), H), x.new_zeros(len(x), D_out)
    d_h, ones, flat = torch.zeros_like(h), x.new_ones(len(x)), error.view(-1)
    updates = (W1, b1, d_h.T, x), (W2, b2, error.T, h)
    a = -2 * learning_rate
    losses = []
    for t in range(steps):
        torch.addmm(b1, x, W1.T, out=h).relu_()
        torch.addmm(b2, h, W2.T, out=error).sub_(y)
        losses.append(flat.dot(flat).item())
        torch.mm(error, W2, out=d_h).mul_(h > 0)
        for W, b, d_T, inputs in updates:
            W.addmm_(d_T, inputs, alpha=a)
            b.addmv_(d_T, ones, alpha=a)
    return losses


check("merged", merged)

# %% [markdown]
# ## 옵티마이저 · Optimizers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 옵티마이저(optimizer) `SGD`는 같은 갱신을 세 가지 방법으로 할 수 있습니다. CPU에서는 따로 정하지 않으면 매개변수를 하나씩 갱신합니다. `foreach=True`를 주면 매개변수를 리스트째로 받는 함수를 쓰고, `fused=True`를 주면 갱신에 필요한 계산을 모두 하나로 묶은 함수를 씁니다. 프로그램에서 `torch.optim`의 옵티마이저를 처음 만들 때에는 PyTorch가 그때까지 필요 없던 부분을 불러오므로 시간이 더 듭니다. 두 번 만들면서 그 시간을 밀리초(ms)로 재어 봅니다. 셀을 다시 실행하면 차이는 사라지고, 노트북의 코드를 실행하는 프로그램인 커널(kernel)을 다시 시작하면 또 나타납니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The optimizer `SGD` can do the same update in three ways. On a CPU, it updates one parameter after the other unless you say otherwise. `foreach=True` uses functions that take a whole list of parameters, and `fused=True` uses one function that does all computations of the update together. The first optimizer of `torch.optim` in a program takes longer to make, because PyTorch then loads parts that were not needed before. Make two and measure the time in milliseconds (ms). If you run the cell again, the difference is gone, until you restart the kernel, the program that runs the code of the notebook.
#
# </div>

# %% tags=["nbval-ignore-output"]
for attempt in ("first", "second"):
    model = make_model()
    start = time.perf_counter()
    torch.optim.SGD(model.parameters(), lr=1e-4)
    print(f"{attempt} SGD: {1e3 * (time.perf_counter() - start):.2f} ms")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 세 가지 모두 같은 손실이 나오는지 확인합니다. `functools.partial`은 인자 몇 개를 미리 정해 둔 함수를 만듭니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Check that all three give the same losses. `functools.partial` makes a function in which some arguments are filled in beforehand.
#
# </div>


# %%
def with_sgd(model, x, y, steps, learning_rate=1e-4, **options):
    losses = []
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate, **options)
    for t in range(steps):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return losses


check("SGD", functools.partial(with_sgd, foreach=False))
check("SGD, foreach", functools.partial(with_sgd, foreach=True))
check("SGD, fused", functools.partial(with_sgd, fused=True))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모든 루프의 시간을 한 그림에 그립니다. 점선은 한계, 곧 행렬 곱 다섯 번의 시간입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw the times of all loops in one figure. The dashed line is the limit, the time of the five matrix products.
#
# </div>

# %% tags=["nbval-ignore-output", "slide"]
seconds = measure({**loops, "products": products}, x, y)
limit = seconds.pop("products")

fig, ax = plt.subplots(figsize=(7, 4.8), layout="constrained")
bars = ax.barh(list(seconds), [1e6 * value for value in seconds.values()])
ax.bar_label(bars, [f"{value / limit:.2f} ×" for value in seconds.values()], padding=3)
ax.axvline(1e6 * limit, color="black", linestyle="--", label="한계 · limit")
ax.invert_yaxis()
ax.set_xlabel("한 단계의 시간 (µs) · time of one step (µs)")
ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1))
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 막대 끝의 수는 한계의 몇 배인지를 나타냅니다. 이 수가 1에 가까우면 시간이 거의 다 행렬 곱에 든다는 뜻입니다. 대개 `by_hand`와 `merged`가 1에 가장 가깝습니다.
#
# - `without_item`과 `printing`은 하는 일이 `plain`과 거의 같습니다. CPU에서 `item()`은 수 하나를 읽을 뿐이고, 메모리에 글 한 줄을 쓰는 시간도 한 단계에 견주면 짧습니다. 이 세 막대의 길이가 다르면 대개 시간이 그만큼 흔들린 것입니다. 다른 막대에서도 그보다 작은 차이는 믿지 마세요. 다만 노트북의 페이지에 출력하면 출력 하나하나가 브라우저까지 가야 합니다. 그래서 [수업 05](05_update_loop.ipynb)에서 쓴 `progress`는 막대를 많아야 열 번쯤 새로 그립니다.
# - `same_buffers`에서도 `backward()`는 변화도를 먼저 새 메모리에 구하고, 그것을 있던 변화도에 더합니다. 더하기와 0으로 채우기가 늘었을 뿐이므로 `in_place`보다 느린 컴퓨터가 많습니다.
# - 옵티마이저에는 여러 경우를 다루는 코드가 더 있어, 이렇게 작은 모델에서는 `plain`보다 빨라지지 않을 때가 많습니다.
#
# 그래도 [수업 05](05_update_loop.ipynb)의 `plain`을 쓰는 까닭은 읽기 쉽기 때문입니다. 모델을 바꾸면 `by_hand`와 `merged`는 공식부터 다시 구해야 합니다.
#
# 지금까지는 손실만 비교했습니다. 500단계 뒤의 매개변수도 1e-5 안에서 같은지 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The number at the end of a bar is its time divided by the limit. The closer to 1, the more of the time goes into matrix products. `by_hand` and `merged` usually come closest to 1.
#
# - `without_item` and `printing` do almost the same work as `plain`. On a CPU, `item()` only reads one number, and writing a line of text into memory takes little time compared with a step. If these three bars differ, times have usually varied by that much. Do not trust smaller differences between other bars, either. If you print on the page of a notebook, though, each output has to travel to the browser. That is why `progress`, which you know from [lesson 05](05_update_loop.ipynb), draws its bar at most about ten times.
# - In `same_buffers`, `backward()` still computes each gradient in new memory first and then adds it to the old Tensor. Adding and filling with 0 are extra work, so on many computers it is slower than `in_place`.
# - An optimizer has more code, because it handles many cases. For a model this small, it is often no faster than `plain`.
#
# Still, [lesson 05](05_update_loop.ipynb) uses `plain`, because it is easy to read. If you change the model, you have to derive the formulas of `by_hand` and `merged` again.
#
# So far, you have compared only the losses. Check that the parameters after 500 steps are the same as well, within 1e-5.
#
# </div>

# %%
for model in trained.values():
    for param, expected in zip(model.parameters(), trained["plain"].parameters(), strict=True):
        torch.testing.assert_close(param, expected, rtol=0, atol=1e-5)
print("same parameters after 500 steps")

# %% [markdown]
# ## 컴파일 · Compiling

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `torch.compile`은 모델의 코드를 읽고, 작은 계산을 한데 묶은 코드를 새로 써서 컴파일합니다. CPU에서 새로 쓰는 코드는 C++ 코드입니다. 컴파일은 한 번만 하면 되지만 오래 걸립니다. 아래의 첫째 셀은 함수를 정의하고, 둘째 셀은 컴파일에 든 시간과 그 뒤 한 단계의 시간을 잽니다. 그리고 몇 단계를 실행해야 컴파일에 든 시간을 되찾는지 계산합니다. 컴파일한 코드는 디스크에도 남으므로, 커널을 다시 시작한 다음에 실행하면 처음보다 짧게 걸립니다. C++ 컴파일러가 없어서 컴파일할 수 없는 컴퓨터에서는 건너뜁니다.
#
# 여기부터 정리까지는 절마다 따로 읽을 수 있습니다. 시간이 모자라면 궁금한 절만 골라 읽으세요. 다만 마지막의 장치 절은 배치 크기 절의 셀을 먼저 실행해야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `torch.compile` reads the code of the model, writes new code in which small computations are joined, and compiles it. For a CPU, it writes C++. This happens only once, but it takes a long time. The first cell below defines the functions. The second measures the time to compile and then the time of one step, and computes how many steps it takes to earn back the time spent on compiling. The compiled code also stays on the disk, so after a restart of the kernel, compiling takes less time than at first. A computer without a C++ compiler cannot compile, so there the cell leaves this out.
#
# From here to the recap, you can read each section by itself. If you are short of time, choose those that interest you. Only the last one, on devices, needs the cells of the section on the batch size.
#
# </div>


# %%
def loss_of(model, x, y):
    return loss_fn(model(x), y)


def with_compile(model, x, y, steps, learning_rate=1e-4):
    losses = []
    for t in range(steps):
        loss = compiled_loss(model, x, y)  # 바뀐 줄 · changed
        losses.append(loss.item())
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


# %% tags=["nbval-ignore-output", "slide"]
start = time.perf_counter()
try:
    compiled_loss = torch.compile(loss_of)
    with_compile(make_model(), x, y, 1)
except (RuntimeError, UnicodeDecodeError) as error:
    print("컴파일할 수 없어 건너뜁니다 · left out, cannot compile:", type(error).__name__)
    can_compile = False
else:
    can_compile = True
    to_compile = time.perf_counter() - start
    seconds = measure({"plain": plain, "compile": with_compile}, x, y)
    saved = seconds["plain"] - seconds["compile"]
    print(f"compile: {to_compile:.1f} s")
    print(f"plain:   {1e6 * seconds['plain']:.0f} µs a step")
    print(f"after:   {1e6 * seconds['compile']:.0f} µs a step")
    print("earned back:", f"after {to_compile / saved:,.0f} steps" if saved > 0 else "never")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 행렬 곱은 컴파일해도 같은 함수가 하고, 갱신은 컴파일한 코드 밖에 있습니다. 하나로 묶을 수 있는 작은 계산은 ReLU와 손실 정도입니다. 그런데 컴파일한 코드를 부를 때마다 입력의 모양과 자료형이 컴파일할 때와 같은지 확인하는 일이 더해집니다. 그래서 한 단계가 오히려 느려지거나 조금만 빨라지고, 500단계로는 처음 컴파일하는 데 든 시간을 되찾지 못합니다. 작은 계산이 길게 이어지는 큰 모델을 오래 학습시킬 때에는 이득이 클 수 있습니다. 자세한 것은 Ansel 등의 논문(2024)에 있습니다.
#
# 컴파일한 함수로 학습시켜도 결과는 같습니다. 컴파일할 수 없는 컴퓨터에서는 `plain`을 다시 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# For the matrix products, the compiled code calls the same functions as before, and the update is outside of it. That leaves little to join: ReLU and the loss. On the other hand, each call of the compiled code first checks that the shapes and data types of the inputs are those it was compiled for. So a step gets slower or only a little faster, and 500 steps do not earn back the time of the first compilation. For a large model with long chains of small computations that trains for a long time, it can pay off well. The paper by Ansel et al. (2024) has more on this.
#
# Training with the compiled function gives the same results. Where nothing could be compiled, the cell checks `plain` again.
#
# </div>

# %%
check("compile", with_compile if can_compile else plain)

# %% [markdown]
# ## 스레드 · Threads

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 스레드는 한 프로그램 안에서 동시에 나아가는 일의 흐름입니다. CPU에는 대개 계산을 따로 할 수 있는 코어가 여러 개 있습니다. PyTorch는 한 계산을 여러 스레드에 나누어 코어 여러 개로 할 수 있습니다. 이 노트북에서는 `setup_notebook()`이 스레드를 하나로 정해 두었습니다. 환경 변수(environment variable) `OMP_NUM_THREADS`가 있으면 그 값을 따릅니다. 환경 변수는 프로그램이 시작할 때 받는 설정입니다. 스레드를 1개, 2개, 4개, 8개로 바꾸어 가며 재어 봅니다. 먼저 출력하는 것은 코어의 수인데, 코어 하나를 둘로 세는 컴퓨터도 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A thread is a line of work inside a program that runs at the same time as other threads. A CPU usually has several cores, which can compute at the same time. PyTorch can divide one computation among several threads, so that several cores work on it. In this notebook, `setup_notebook()` has set one thread, unless there is an environment variable `OMP_NUM_THREADS` that says otherwise. An environment variable is a setting that a program gets when it starts. Measure with 1, 2, 4 and 8 threads. The number of cores is printed first; some computers count each core twice.
#
# </div>

# %% tags=["nbval-ignore-output"]
n_threads = torch.get_num_threads()
by_threads = {}
for threads in (1, 2, 4, 8):
    torch.set_num_threads(threads)
    by_threads[threads] = measure({"plain": plain}, x, y, repeats=5)["plain"]
torch.set_num_threads(n_threads)

print(f"cores: {os.cpu_count()}")
for threads, value in by_threads.items():
    print(f"threads: {threads}, {1e6 * value:5.0f} µs")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 스레드를 두 배로 늘려도 시간이 절반이 되지는 않습니다. 일을 나누고 서로 기다리는 데에도 시간이 드는데, 이 프로그램의 계산은 나누기에는 작은 편입니다. 스레드 하나가 다른 프로그램에 밀려 멈추면 나머지 스레드도 그 스레드를 기다립니다. 그래서 스레드가 코어보다 많거나 컴퓨터가 바쁠 때에는, 하나일 때보다 몇 배나 느려지기도 합니다.
#
# 스레드 수가 달라지면 더하는 차례가 달라져 손실의 마지막 자리가 바뀔 수 있습니다. 그래도 500단계 동안의 손실은 1e-3 안에서 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Twice as many threads do not halve the time. Dividing the work and waiting for one another takes time, too, and the computations of this program are rather small for that. If one thread is held up by another program, the others wait for it. So if there are more threads than cores, or if the computer is busy, a step can take several times as long as with one thread.
#
# With another number of threads, numbers are added up in another order, and the last digits of the losses can change. Even so, the losses of 500 steps are equal within 1e-3.
#
# </div>

# %%
for threads in (1, 2):
    torch.set_num_threads(threads)
    check(f"threads: {threads}", plain)
torch.set_num_threads(n_threads)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 서버 한 대를 여러 학생이 함께 쓰면 스레드가 코어보다 많아지기 쉽습니다. 학생마다 Python 프로세스(process), 곧 자기 메모리를 가지고 따로 실행되는 프로그램이 하나씩 있고, 스레드 수를 정하지 않으면 프로세스마다 스레드를 코어 수만큼 쓰려고 합니다. 두 학생이 동시에 모델을 학습시킬 때 둘이 합쳐 1초에 몇 단계를 하는지 재어 봅니다. 아래 코드가 학생 한 명이 하는 일이며, 여기에서는 `setup_notebook()`을 부르지 않습니다. 먼저 두 단계를 실행하여 준비를 마치고, 신호를 받으면 1초 동안 단계를 되풀이합니다. 프로세스를 시작하는 함수 `run_class`의 코드는 읽지 않아도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# When several students share a server, there are often more threads than cores. Each student has a Python process, a running program with its own memory. If nobody sets the number of threads, each process takes as many as there are cores. Let two students train at the same time, and measure how many steps they do together in 1 second. The code below is what one student does; it does not call `setup_notebook()`. It gets ready with two steps, waits for a signal, and then repeats the step for 1 second. You need not read the code of `run_class`, which starts the processes.
#
# </div>

# %%
student = """
import sys, time, torch
from torch import nn
from tutorial_helpers import make_random_data, train

x, y = make_random_data(64, 1000, 10, generator=torch.Generator().manual_seed(1))
torch.manual_seed(2)
model = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10))
loss_fn = nn.MSELoss(reduction="sum")
losses = train(model, loss_fn, x, y, learning_rate=1e-4, steps=2)
print("ready", flush=True)
sys.stdin.readline()
end = time.perf_counter() + 1
while time.perf_counter() < end:
    losses += train(model, loss_fn, x, y, learning_rate=1e-4, steps=1)
print(len(losses) - 2, f"{losses[0]:.3g}", f"{losses[1]:.3g}")
"""


# %% tags=["nbval-ignore-output"]
def run_class(n_students, threads=None):
    environment = {name: os.environ[name] for name in os.environ if name != "OMP_NUM_THREADS"}
    if threads:
        environment["OMP_NUM_THREADS"] = str(threads)
    command = [sys.executable, "-c", student]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    students = [subprocess.Popen(command, env=environment, **pipes) for _ in range(n_students)]
    for process in students:
        process.stdout.readline()
    for process in students:
        process.stdin.write("start\n")
        process.stdin.flush()
    return [process.communicate()[0].split() for process in students]


default, one_thread = run_class(2), run_class(2, threads=1)
for name, students in (("default", default), ("one thread", one_thread)):
    print(f"{name}: {sum(int(steps) for steps, *_ in students)} steps in 1 second")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 대개는 프로세스마다 스레드를 하나씩만 쓸 때 모두 합쳐 훨씬 많은 단계를 합니다. 따로 정하지 않으면 모든 학생의 스레드를 합친 수가 코어보다 많아져, 스레드가 서로 기다리느라 시간을 보냅니다. 그래서 `setup_notebook()`은 환경 변수 `OMP_NUM_THREADS`가 없으면 스레드를 하나로 정합니다. 스레드를 더 쓰고 싶으면 앞에서처럼 `torch.set_num_threads`를 부르거나, JupyterLab을 시작하기 전에 이 변수의 값을 정하세요.
#
# 학생마다 처음 두 손실을 세 자리까지 출력하게 했습니다. 스레드를 몇 개 쓰든 모두 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With one thread per process, the students together usually do many more steps. If nobody sets the number, there are more threads than cores, and they spend much of their time waiting for one another. That is why `setup_notebook()` sets one thread unless there is an environment variable `OMP_NUM_THREADS`. If you want more threads, call `torch.set_num_threads` as above, or set this variable before you start JupyterLab.
#
# Each student prints the first two losses to three digits. Whatever the number of threads, they are the same.
#
# </div>

# %% tags=["slide"]
print("losses of the students:", {(first, second) for _, first, second in default + one_thread})

# %% [markdown]
# ## 배치 크기 · Batch size

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `plain`이 한계보다 느린 까닭은 계산의 양에 상관없이 단계마다 드는 시간이 있기 때문입니다. 배치(batch)를 키우면 이 시간은 거의 그대로인데 행렬 곱은 커집니다. 배치 크기를 네 배씩 키우며 `plain`의 시간을 행렬 곱의 시간으로 나눈 비율을 그립니다. 손실이 합이므로 배치를 키운 만큼 학습률을 줄입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `plain` is slower than the limit because each step costs some time whatever the amount of arithmetic. With a larger batch, most of this time stays the same, and the matrix products grow. Make the batch size four times as large again and again, and draw the time of `plain` divided by the time of the products. The loss is a sum, so divide the learning rate by as much as the batch grows.
#
# </div>

# %% tags=["nbval-ignore-output", "slide"]
sizes = [64, 256, 1024, 4096]
by_size = {}
for size in sizes:
    generator = torch.Generator().manual_seed(1)
    x_size, y_size = make_random_data(size, D_in, D_out, generator=generator)
    pair = {"plain": functools.partial(plain, learning_rate=1e-4 * 64 / size), "products": products}
    by_size[size] = measure(pair, x_size, y_size, steps=max(2, 1280 // size), repeats=7)

fig, ax = plt.subplots()
ratios = [seconds["plain"] / seconds["products"] for seconds in by_size.values()]
ax.semilogx(sizes, ratios, "C0o-", base=2, label="plain")
ax.axhline(1, color="black", linestyle="--", label="한계 · limit")
ax.set(xlabel="배치 크기 · batch size", ylabel="시간의 비율 · ratio of times")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 배치가 커질수록 비율은 대개 1에 가까워집니다. 계산량이 늘어나면 Python과 autograd와 갱신에 드는 시간은 눈에 띄지 않습니다. 그래서 루프를 다듬는 일은 모델과 배치가 작을 때에 쓸모가 있습니다.
#
# 계산량은 배치 크기에 비례합니다. 앞에서 손으로 센 수가 맞는지 PyTorch로도 확인합니다. `FlopCounterMode`는 실제로 실행되는 행렬 곱을 보고 계산량을 셉니다. 행렬 곱만 세면 되므로 손실 대신 출력의 합에서 역전파를 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# As the batch grows, the ratio usually comes close to 1. With more arithmetic, the time for Python, autograd and the update hardly shows. So polishing the loop matters mainly while model and batch are small.
#
# The amount of arithmetic is in proportion to the batch size. Also let PyTorch check the number that you counted by hand. `FlopCounterMode` looks at the products that really run and counts their operations. Only the products are counted, so a sum of the outputs can stand in for the loss.
#
# </div>

# %%
for size in sizes:
    with FlopCounterMode(display=False) as counter:
        make_model()(torch.zeros(size, D_in)).sum().backward()
    print(f"{size:5}: {counter.get_total_flops():14,} = {size // N:2} × {flops:,}")
    assert counter.get_total_flops() == size // N * flops

# %% [markdown]
# ## 자료형 · Data types

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `float32`는 수 하나에 4바이트, `float64`는 8바이트, `bfloat16`은 2바이트를 씁니다. 바이트가 적으면 메모리를 덜 읽고, 한 번에 더 많은 수를 계산할 수 있습니다. 하지만 CPU가 그 자료형을 직접 계산할 수 있을 때에만 빨라집니다. 손실은 바로 뒤에서 비교합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A number takes 4 bytes in `float32`, 8 bytes in `float64` and 2 bytes in `bfloat16`. With fewer bytes there is less memory to read, and one instruction can work on more numbers. But that is faster only if the CPU can compute in this data type directly. The losses are compared right after.
#
# </div>


# %% tags=["nbval-ignore-output"]
def in_type(dtype, model, x, y, steps):
    return plain(model.to(dtype), x.to(dtype), y.to(dtype), steps)


types = {}
for dtype in (torch.float32, torch.float64, torch.bfloat16):
    types[str(dtype)] = functools.partial(in_type, dtype)
for name, value in measure(types, x, y, steps=50, repeats=5).items():
    print(f"{name:14} {1e6 * value:6.0f} µs")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `bfloat16`이 `float32`보다 훨씬 느리면, 그 CPU는 대개 `bfloat16`을 다른 자료형으로 바꾸어 계산하는 것입니다. 그리고 빠르더라도 결과가 그만큼 좋다고는 할 수 없습니다. 자료형마다 500단계를 학습시켜 손실을 그립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If `bfloat16` is much slower than `float32`, the CPU probably converts the numbers to another data type to compute. And speed is not everything. Train for 500 steps in each data type and draw the losses.
#
# </div>

# %% tags=["slide"]
by_type = {name: loop(make_model(), x, y, 500) for name, loop in types.items()}

fig, ax = plt.subplots()
plot_loss_curve(by_type["torch.float32"], ax, label="float32", color="C3", linewidth=6)
plot_loss_curve(by_type["torch.float64"], ax, label="float64", color="black", linestyle="--")
plot_loss_curve(by_type["torch.bfloat16"], ax, label="bfloat16", color="C0", linestyle="-.")
plt.show()

one = torch.tensor(1, dtype=torch.bfloat16)
print("1 - 0.001 == 1 in bfloat16:", (one - 0.001 == one).item())
print("bfloat16 loss > 1000 × float32 loss:", by_type["torch.bfloat16"][-1] > 1000 * losses[-1])

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `float32`와 `float64`의 곡선은 겹칩니다. `bfloat16`의 손실은 처음에는 잘 따라가다가 훨씬 천천히 줄어듭니다. 유효 숫자가 두세 자리뿐이어서, 1에서 0.001을 빼도 그대로 1입니다. 갱신이 매개변수의 값에 견주어 이렇게 작으면 매개변수는 움직이지 않습니다. 학습이 진행될수록 이렇게 사라지는 갱신이 늘어납니다. 그래서 실제로는 매개변수를 `float32`로 두고 행렬 곱만 작은 자료형으로 계산하는 방법을 많이 씁니다. Micikevicius 등의 논문(2017)이 설명하는 이 방법을 혼합 정밀도(mixed precision)라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The curves of `float32` and `float64` lie on top of each other. `bfloat16` keeps up at first, but then its loss falls much more slowly. It has only two or three significant digits, so 1 minus 0.001 is still 1. When an update is that small compared with its parameter, the parameter does not move, and as training goes on, more and more updates get lost. That is why in practice the parameters often stay in `float32`, and only the matrix products are done in a smaller data type. This is called mixed precision and is described by Micikevicius et al. (2017).
#
# </div>

# %% [markdown]
# ## 장치 · Devices

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# GPU는 큰 행렬 곱을 아주 빨리 합니다. 하지만 CPU가 GPU에 일을 하나 맡길 때마다 시간이 들고, 작은 모델에서는 그 시간이 계산보다 길 수 있습니다. GPU에서 시간을 잴 때에는 두 가지를 조심합니다. 첫째, 처음 몇 단계는 준비하느라 느리므로 버립니다. 둘째, CPU는 일을 맡기기만 하고 기다리지 않습니다. 루프가 끝났다고 계산이 끝난 것은 아니므로, `torch.accelerator.synchronize()`로 기다린 다음에 시계를 봅니다. `item()`도 값이 나올 때까지 기다립니다. 그래서 GPU에서는 단계마다 `item()`을 부르는 것이 공짜가 아닙니다.
#
# 다음 셀은 GPU가 없으면 CPU를 대신 씁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A GPU does large matrix products very fast. But handing each piece of work to the GPU takes time, and with a small model this can take longer than the computation itself. When you measure on a GPU, mind two things. First, leave out the first steps. They are slow, because the GPU is still being prepared. Second, the CPU hands over work and does not wait for it. The computation may not be finished when the loop is, so wait with `torch.accelerator.synchronize()` before you look at the clock. `item()` waits for its value as well. That is why on a GPU a call of `item()` at each step has its price.
#
# Without a GPU, the next cell uses the CPU instead.
#
# </div>

# %% tags=["nbval-ignore-output"]
has_gpu = torch.accelerator.is_available()
device = torch.accelerator.current_accelerator() if has_gpu else torch.device("cpu")
x_device, y_device = x.to(device), y.to(device)
for attempt in ("first", "second"):
    model = make_model().to(device)
    start = time.perf_counter()
    without_item(model, x_device, y_device, 100)
    returned = time.perf_counter() - start
    if has_gpu:
        torch.accelerator.synchronize()
    finished = time.perf_counter() - start
    print(f"{device.type}, {attempt}: returned after {1e3 * returned:.1f} ms", end=", ")
    print(f"finished after {1e3 * finished:.1f} ms")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# GPU에서는 `first`에 준비하는 시간이 들어 있으므로 `second`를 봅니다. `returned after`는 루프가 끝날 때까지, `finished after`는 계산도 끝날 때까지 걸린 시간입니다. 루프가 끝난 뒤에도 계산이 남아 있을 수 있습니다. 모델이 작으면 GPU가 곧 따라잡아 두 시간이 거의 같기도 합니다. CPU에서는 루프가 끝나면 계산도 끝나 있습니다. 어느 장치에서 계산해도 손실은 1e-3 안에서 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# On a GPU, `first` includes the preparation, so look at `second`. `returned after` is the time until the loop ends, and `finished after` the time until the computation has ended, too. The loop can end before the computation does. With a small model, the GPU may soon catch up, and then the two times are close. On a CPU, the computation ends with the loop. On every device, the losses are the same within 1e-3.
#
# </div>


# %%
def on_device(model, x, y, steps):
    losses = without_item(model.to(device), x.to(device), y.to(device), steps)
    model.cpu()
    return losses.cpu()


check("device", on_device)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 배치 크기를 바꾸어 가며 CPU와 비교합니다. `plain`은 단계마다 `item()`을 부르지만, 마지막 `item()` 뒤에도 역전파와 갱신이 남아 있습니다. 그래서 함수 `finished`는 그것까지 끝나기를 기다립니다. CPU의 시간은 배치 크기 절에서 잰 것입니다. 두 장치를 번갈아 재지 않았으므로 큰 차이만 믿으세요. GPU가 없으면 두 수 모두 CPU의 시간이며, 시간이 얼마나 흔들리는지를 보여 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now compare with the CPU for several batch sizes. `plain` calls `item()` at each step, but after the last `item()` there are still a backward pass and an update to do. The function `finished` waits for them. The times of the CPU are those of the section on the batch size. The two devices are not measured in turn, so trust only large differences. Without a GPU, both numbers are times of the CPU, and they show how much times vary.
#
# </div>


# %% tags=["nbval-ignore-output"]
def finished(model, x, y, steps):
    plain(model, x, y, steps, learning_rate=1e-4 * 64 / len(x))
    if has_gpu:
        torch.accelerator.synchronize()


for size in sizes:
    generator = torch.Generator().manual_seed(1)
    x_size, y_size = make_random_data(size, D_in, D_out, generator=generator)
    x_device, y_device = x_size.to(device), y_size.to(device)
    steps = max(2, 1280 // size)
    value = measure({"plain": finished}, x_device, y_device, steps, repeats=7)["plain"]
    on_cpu = by_size[size]["plain"]
    print(f"{size:4}: CPU {1e6 * on_cpu:6.0f} µs, device {1e6 * value:6.0f} µs")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# GPU가 있는 컴퓨터에서는 배치가 클수록 GPU 쪽이 유리해집니다. 이 프로그램의 크기에서는 CPU가 더 빠를 수도 있습니다. 어느 장치가 빠른지는 크기에 달려 있으므로, 자기 컴퓨터에서 재어 보고 정합니다.
#
# 데이터를 GPU로 옮기는 데에도 시간이 듭니다. 옮길 바이트 수는 어디에서나 같습니다. 매개변수와 배치의 크기를 비교해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# On a computer with a GPU, the larger the batch, the better for the GPU. At the size of this program, the CPU may well be faster. Which device is faster depends on the size, so measure on your own computer before you choose.
#
# Moving data to a GPU takes time as well. How many bytes have to move is the same everywhere. Compare the size of the parameters with the size of the batches.
#
# </div>

# %% tags=["slide"]
print(f"parameters: {sum(param.nbytes for param in make_model().parameters()):11,} bytes")
for size in sizes:
    print(f"batch of {size:4}: {size * (D_in + D_out) * x.itemsize:9,} bytes")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 배치가 256이면 벌써 매개변수보다 큽니다. 이 프로그램은 데이터를 한 번만 옮기면 되지만, 단계마다 새 배치를 쓰는 프로그램은 그때마다 옮겨야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A batch of 256 is already larger than all the parameters. This program has to move its data only once, but a program with a new batch at each step has to move every batch.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 시간은 흔들립니다. 비교할 것을 번갈아 여러 번 재고 중앙값을 봅니다. 결과가 같은지도 함께 확인합니다.
# - 한 단계에는 행렬 곱이 다섯 번 있습니다. 행렬 곱만 할 때의 시간을 재면, 루프를 고쳐 얼마나 빨라질 수 있는지 알 수 있습니다.
# - 작은 모델에서는 Python과 autograd에 드는 시간이 눈에 띕니다. 매개변수를 리스트에 담고 새 텐서 없이 갱신하면 조금 줄고, 역전파를 직접 쓰면 한계에 가까워집니다. 배치가 크면 차이가 거의 사라집니다.
# - `torch.compile`은 한 단계가 더 빨라지고, 컴파일에 든 시간을 되찾을 만큼 오래 학습시킬 때에만 이득이 됩니다.
# - 작은 모델에서는 스레드를 두 배로 늘려도 시간이 절반이 되지 않고, 서버를 함께 쓸 때 스레드가 너무 많으면 모두가 느려집니다.
# - 작은 자료형은 더 빠를 수 있지만 작은 갱신이 사라질 수 있습니다.
# - GPU에서 시간을 잴 때에는 준비 단계를 버리고, 계산이 끝날 때까지 기다립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Times vary. Measure what you compare in turn, many times over, and look at the median. Check that the results are the same.
# - One step has five matrix products. The time of these alone tells you how much faster the loop can get.
# - For a small model, the time in Python and autograd shows. A list of parameters and updates without new Tensors save a little, and a backward pass by hand comes close to the limit. For large batches, the difference nearly disappears.
# - `torch.compile` pays off if it makes a step faster and the training is long enough to earn back the time to compile.
# - For a small model, twice as many threads do not halve the time, and on a shared server too many threads slow everyone down.
# - A smaller data type can be faster, but small updates can get lost.
# - When you measure on a GPU, leave out the first steps, and wait until the computation is finished.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 계층의 크기와 배치 크기를 받아 한 단계에 하는 행렬 곱의 계산량을 Python의 수로 돌려주는 함수 `step_flops`를 쓰세요. 은닉 계층(hidden layer)이 두 개인 신경망(neural network)입니다. 입력의 차원은 `D_in`, 은닉 계층의 크기는 `H1`과 `H2`, 출력의 차원은 `D_out`입니다. 입력의 변화도는 구하지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Write a function `step_flops` that takes the batch size and the sizes of the layers, and returns, as a Python number, the number of operations in the matrix products of one step. The network has two hidden layers: `D_in` input dimensions, hidden layers of sizes `H1` and `H2`, and `D_out` output dimensions. The gradient of the input is not computed.
#
# </div>

# %%
from tutorial_helpers.exercises import check_step_flops, check_steps_to_earn_back


def step_flops(N, D_in, H1, H2, D_out):
    return None  # 여기를 고치세요 · change this


check_step_flops(step_flops)
print(step_flops(64, 1000, 100, 50, 10))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 순전파에서는 계층마다 곱이 한 번, 역전파에서는 가중치의 변화도를 구하느라 한 번 더 있습니다. 첫째 계층이 아니면 앞 계층으로 변화도를 넘기는 곱이 한 번 더 있습니다.
#
# </div>
#
# <div lang="en">
#
# Each layer has one product in the forward pass and one for the gradient of its weight in the backward pass. Every layer but the first has one more, which passes the gradient on to the layer before it.
#
# </div>
#
# ```python
# def step_flops(N, D_in, H1, H2, D_out):
#     return 2 * N * (2 * D_in * H1 + 3 * H1 * H2 + 3 * H2 * D_out)
#
#
# check_step_flops(step_flops)
# print(step_flops(64, 1000, 100, 50, 10))
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 새 루프를 쓰려면 먼저 준비하는 데 `setup`초가 듭니다. 그 대신 한 단계의 시간이 `before`초에서 `after`초로 바뀝니다. 준비 시간까지 더한 전체 시간이 전의 루프보다 길지 않으려면 적어도 몇 단계를 실행해야 하는지 Python의 수로 돌려주는 함수 `steps_to_earn_back`을 쓰세요. `after`가 `before`와 같거나 더 크면 되찾을 수 없으므로 `math.inf`를 돌려줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** A new loop first needs `setup` seconds to get ready. In return, the time of one step changes from `before` to `after` seconds. Write a function `steps_to_earn_back` that returns, as a Python number, the smallest number of steps after which the new loop, together with its setup, has taken no longer than the old one. If `after` is the same as `before` or larger, the setup is never earned back, so return `math.inf`.
#
# </div>

# %%
import math


def steps_to_earn_back(setup, before, after):
    return None  # 여기를 고치세요 · change this


check_steps_to_earn_back(steps_to_earn_back)
print(steps_to_earn_back(8, 0.75, 0.5))
print("never:", steps_to_earn_back(1, 0.5, 0.75) == math.inf)

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 한 단계마다 `before - after`초를 아낍니다. 아낀 시간의 합이 `setup`보다 작지 않아야 하므로, `setup`을 `before - after`로 나눈 다음 올림합니다. 아끼는 것이 없으면 아무리 오래 실행해도 되찾지 못합니다.
#
# </div>
#
# <div lang="en">
#
# Each step saves `before - after` seconds. The sum of what is saved must reach `setup`, so divide `setup` by `before - after` and round up. If nothing is saved, no number of steps is enough.
#
# </div>
#
# ```python
# def steps_to_earn_back(setup, before, after):
#     saved = before - after
#     return math.ceil(setup / saved) if saved > 0 else math.inf
#
#
# check_steps_to_earn_back(steps_to_earn_back)
# print(steps_to_earn_back(8, 0.75, 0.5))
# print("never:", steps_to_earn_back(1, 0.5, 0.75) == math.inf)
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 3.** 모델의 `H`를 100에서 1000으로 바꾸면 `plain`과 `products`의 시간의 비율은 어떻게 될까요? 배치를 키울 때와 비슷할까요? 짐작한 다음 `measure`로 재어 보세요. `make_model`과 `products`는 실행할 때의 `H`를 쓰므로, `H`에 `H_large`를 넣고 잰 다음 다시 100으로 돌려놓으세요. 시간은 컴퓨터마다 다르므로 이 연습에는 확인하는 함수가 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 3.** What becomes of the ratio of the times of `plain` and `products` if you change `H` from 100 to 1000? Is it like making the batch larger? Guess first, and then use `measure`. `make_model` and `products` use the current value of `H`, so set `H` to `H_large` for the measurement and back to 100 after it. Times differ between computers, so this exercise has no function that checks it.
#
# </div>

# %%
H_large = 1000
print(f"{2 * N * (2 * D_in * H_large + 3 * H_large * D_out):,} operations a step")
# 여기에 코드를 쓰세요 · write your code here

# %% [markdown] tags=["solution"]
# <details><summary>풀이 3 · Solution 3</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 계산량이 10배가 되므로 비율은 대개 줄어듭니다. 하지만 매개변수도 거의 10배가 되어 갱신에 드는 시간도 늘어납니다. 배치를 키울 때에는 매개변수가 그대로이므로 비율이 더 많이 줄어듭니다.
#
# </div>
#
# <div lang="en">
#
# There is 10 times as much arithmetic, so the ratio usually falls. But there are also nearly 10 times as many parameters, so the update takes longer, too. With a larger batch, the parameters stay the same, so there the ratio falls further.
#
# </div>
#
# ```python
# H = H_large
# seconds = measure({"plain": plain, "products": products}, x, y)
# H = 100
# print(f"{seconds['plain'] / seconds['products']:.2f}")
# ```
#
# </details>

# %% [markdown]
# ## 참고 문헌 · References

# %% [markdown]
# - S. Williams, A. Waterman, D. Patterson. [Roofline: an insightful visual performance model for multicore architectures](https://doi.org/10.1145/1498765.1498785) (2009)
# - P. Micikevicius et al. [Mixed precision training](https://arxiv.org/abs/1710.03740) (2017)
# - J. Ansel et al. [PyTorch 2: Faster machine learning through dynamic Python bytecode transformation and graph compilation](https://doi.org/10.1145/3620665.3640366) (2024)
# - PyTorch. [torch.profiler](https://docs.pytorch.org/docs/stable/profiler.html)
# - PyTorch. [torch.set_num_threads](https://docs.pytorch.org/docs/stable/generated/torch.set_num_threads.html)
# - PyTorch. [CUDA semantics: asynchronous execution](https://docs.pytorch.org/docs/stable/notes/cuda.html#asynchronous-execution)

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [09 옛 코드 읽기](09_old_code.ipynb) · 다음 수업: [12 여러 프로세스](12_many_processes.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [09 Reading old code](09_old_code.ipynb) · Next: [12 Many processes](12_many_processes.ipynb)
#
# </div>
