# %% [markdown]
# # 00 프로그램 전체 · The whole program

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 짧은 프로그램 하나를 처음부터 끝까지 실행해 봅니다. 무작위(random) 데이터를 만들고, 은닉 계층(hidden layer)이 하나인 신경망을 정의하고, 손실(loss)이 줄어들도록 500단계(step) 동안 학습(training)시킵니다. 이 강좌의 다른 수업은 모두 이 프로그램의 한 부분을 자세히 다룹니다.
#
# - **할 일**: 칸을 차례로 실행하고, 손실이 줄어드는 모습을 그림으로 봅니다.
# - **배우는 것**: 데이터, 모델, 손실, 갱신(update) 루프가 어떻게 이어져 한 프로그램이 되는지 배웁니다.
# - **준비**: Python의 변수, 함수(function), `for` 반복문을 알면 됩니다. 신경망은 몰라도 됩니다.
# - **시간**: 30분
#
# 칸을 하나 실행하고 다음 칸으로 가려면 `Shift+Enter`를 누르세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# You run one short program from beginning to end. It makes random data, defines a neural network with one hidden layer, and trains it for 500 steps so that the loss goes down. Every other lesson of this course takes a close look at one part of this program.
#
# - **You will do**: run the cells in order and watch the loss go down in a picture.
# - **You will learn**: how data, model, loss and update loop join into one program.
# - **You need**: variables, functions and `for` loops in Python. You need to know nothing about neural networks.
# - **Time**: 30 minutes
#
# To run a cell and go to the next one, press `Shift+Enter`.
#
# </div>

# %% tags=["setup"]
from tutorial_helpers import setup_notebook

setup_notebook()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 설명은 한국어와 영어로 되어 있습니다. 아래 칸의 괄호 안에 `"ko"`를 넣고 실행하면 한국어만, `"en"`을 넣으면 영어만, `"both"`를 넣으면 둘 다 보입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The text is in Korean and in English. Put `"ko"` between the parentheses in the cell below and run it to see Korean alone, `"en"` for English alone, `"both"` for both.
#
# </div>

# %% tags=["language-switch"]
from tutorial_helpers import show_language

show_language("both")

# %% [markdown]
# ## 데이터 · Data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 먼저 크기 네 개를 정합니다. 샘플은 `N`개이고, 이렇게 한꺼번에 다루는 묶음을 배치(batch)라고 합니다. 샘플 하나의 입력(input)은 수 `D_in`개, 정답(target)은 수 `D_out`개입니다. `H`는 은닉 계층의 크기로, 모델을 만들 때 씁니다.
#
# 입력 `x`와 정답 `y`는 무작위로 뽑은 수입니다. 시드(seed)를 정한 `Generator`에서 뽑으므로 다시 실행해도 같은 수가 나옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# First come four sizes. There are `N` samples, and such a set of samples handled together is a batch. Each sample has `D_in` numbers as its input and `D_out` numbers as its target. `H` is the size of the hidden layer; the model needs it later.
#
# The inputs `x` and the targets `y` are random numbers. They are drawn from a `Generator` with a fixed seed, so the same numbers come out each time you run the cell.
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_loss_curve

# %%
N, D_in, H, D_out = 64, 1000, 100, 10

generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)
print("x:", tuple(x.shape))
print("y:", tuple(y.shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# `x`의 모양(shape)은 `(64, 1000)`, `y`의 모양은 `(64, 10)`입니다. 행 하나가 샘플 하나입니다. `y`는 `x`와 아무 관계 없이 뽑았으므로 둘 사이에는 배울 만한 규칙이 없습니다. 그래도 학습이 되는지 지켜봅니다. 데이터는 수업 01에서 자세히 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The shape of `x` is `(64, 1000)`, that of `y` is `(64, 10)`. Each row is one sample. `y` was drawn without any regard to `x`, so there is no rule between the two that could be learned. Watch whether the training works all the same. Lesson 01 is about the data.
#
# </div>

# %% [markdown]
# ## 모델 · Model

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 모델은 입력을 받아 예측(prediction)을 내놓는 함수입니다. `nn.Sequential`은 모듈(module) 세 개를 차례로 잇습니다.
#
# | 모듈 | 하는 일 | 출력(output)의 모양 |
# |:--|:--|:--|
# | `Linear(D_in, H)` | 가중치(weight)를 곱하고 편향(bias)을 더합니다 | `(N, H)` |
# | `ReLU()` | 음수를 0으로 바꿉니다 | `(N, H)` |
# | `Linear(H, D_out)` | 다시 가중치를 곱하고 편향을 더합니다 | `(N, D_out)` |
#
# 가중치와 편향이 학습으로 바뀌는 매개변수(parameter)입니다. 첫 값은 무작위로 정해지므로 모델 바로 위에서 시드를 정합니다. 같은 모델을 나중에 다시 만들 수 있도록 함수에 넣어 둡니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A model is a function that takes inputs and returns predictions. `nn.Sequential` chains three modules.
#
# | Module | What it does | Shape of its output |
# |:--|:--|:--|
# | `Linear(D_in, H)` | multiplies by weights and adds a bias | `(N, H)` |
# | `ReLU()` | turns negative numbers into 0 | `(N, H)` |
# | `Linear(H, D_out)` | multiplies by weights and adds a bias again | `(N, D_out)` |
#
# Weights and biases are the parameters, the numbers that training changes. Their first values are random, so a seed is set right above the model. The model is built in a function, so that you can build the same one again later.
#
# </div>


# %%
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(
        nn.Linear(D_in, H),
        nn.ReLU(),
        nn.Linear(H, D_out),
    )


model = make_model()
print(model)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 매개변수가 몇 개인지, 맞혀야 할 정답은 몇 개인지 세어 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Count the parameters, and the target numbers that the model has to hit.
#
# </div>

# %%
n_parameters = sum(param.numel() for param in model.parameters())
print(f"n_parameters: {n_parameters:,}")
print(f"n_targets: {y.numel():,}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 정답은 640개인데 매개변수는 101,110개나 됩니다. 모델은 수업 02에서, 두 수의 차이가 낳는 결과는 수업 05에서 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 101,110 parameters for 640 targets. Lesson 02 is about the model, and lesson 05 about what follows from this difference.
#
# </div>

# %% [markdown]
# ## 손실 · Loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 손실은 예측이 정답에서 얼마나 먼지를 수 하나로 나타냅니다. 여기에서는 예측 $\hat{y}$과 정답 $y$의 차이를 하나하나 제곱하여 모두 더합니다. 이를 유클리드 거리의 제곱(squared Euclidean distance)이라고 합니다.
#
# $$L = \sum_{i=1}^{N} \sum_{j=1}^{D_{out}} \left(\hat{y}_{ij} - y_{ij}\right)^2$$
#
# 손실 함수(loss function) `MSELoss`는 이름과 달리 `reduction="sum"`을 주면 평균을 내지 않고 합을 구합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The loss says in one number how far the predictions are from the targets. Here, each difference between a prediction $\hat{y}$ and its target $y$ is squared, and all the squares are added. This is the squared Euclidean distance.
#
# $$L = \sum_{i=1}^{N} \sum_{j=1}^{D_{out}} \left(\hat{y}_{ij} - y_{ij}\right)^2$$
#
# The M in the name of the loss function `MSELoss` stands for mean, but with `reduction="sum"` it returns the sum.
#
# </div>

# %%
loss_fn = nn.MSELoss(reduction="sum")

y_pred = model(x)
loss = loss_fn(y_pred, y)
print(f"loss: {loss.item():.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 학습하기 전의 손실은 713입니다. 이 수가 큰지 작은지는 연습 2에서 가늠해 봅니다. 손실은 수업 03에서 자세히 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Before training, the loss is 713. Exercise 2 gives you a measure of whether that is much. Lesson 03 is about the loss.
#
# </div>

# %% [markdown]
# ## 갱신 루프 · Update loop

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 학습은 같은 일을 되풀이합니다. 한 단계마다 다섯 가지를 합니다.
#
# 1. 순전파(forward pass): `model(x)`로 예측합니다.
# 2. 손실을 계산하고 기록합니다.
# 3. 앞 단계의 변화도(gradient)를 `zero_grad()`로 지웁니다.
# 4. 역전파(backward pass): `backward()`로 매개변수마다 손실의 변화도를 계산합니다. 변화도는 손실이 커지는 쪽을 가리킵니다.
# 5. 갱신: 매개변수에서 변화도에 학습률(learning rate)을 곱한 만큼 뺍니다. 그래서 손실이 줄어드는 쪽으로 조금 움직입니다.
#
# 이 방법을 경사하강법(gradient descent)이라고 합니다. 갱신은 변화도를 구할 계산이 아니므로 `torch.no_grad()` 안에서 합니다. 첫 줄에서 모델을 새로 만들기 때문에 이 칸은 몇 번을 실행해도 결과가 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Training repeats the same work. Each step does five things.
#
# 1. Forward pass: `model(x)` makes predictions.
# 2. The loss is computed and recorded.
# 3. `zero_grad()` clears the gradients of the step before.
# 4. Backward pass: `backward()` computes the gradient of the loss for every parameter. The gradient points to where the loss grows.
# 5. Update: each parameter is reduced by its gradient times the learning rate. So it moves a little toward a smaller loss.
#
# This method is gradient descent. The update is not part of the computation whose gradient you want, so it is done under `torch.no_grad()`. The first line builds the model anew, so the cell gives the same result however often you run it.
#
# </div>

# %%
model = make_model()
learning_rate = 1e-4
losses = []
for t in range(500):
    y_pred = model(x)  # 순전파 · forward pass
    loss = loss_fn(y_pred, y)
    losses.append(loss.item())

    model.zero_grad()
    loss.backward()  # 역전파 · backward pass
    with torch.no_grad():  # 갱신 · update
        for param in model.parameters():
            param -= learning_rate * param.grad

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 기록한 손실을 100단계마다 봅니다. 마지막 단계는 `t`가 499일 때입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Look at the recorded loss every 100 steps. In the last step, `t` is 499.
#
# </div>

# %%
for t in (0, 100, 200, 300, 400, 499):
    print(f"t: {t:3d}   loss: {losses[t]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 713이던 손실이 1.89e-05, 곧 $1.89 \times 10^{-5}$으로 줄었습니다. 규칙이 없는 정답을 모델이 거의 그대로 맞힙니다. 루프는 수업 04에서, 이 결과를 학습이라고 불러도 되는지는 수업 05에서 따져 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The loss went from 713 to 1.89e-05, which means $1.89 \times 10^{-5}$. The model hits targets that follow no rule almost exactly. Lesson 04 is about the loop, and lesson 05 asks whether this result deserves to be called learning.
#
# </div>

# %% [markdown]
# ## 손실 곡선 · Loss curve

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 손실 500개를 모두 그립니다. 세로축은 로그 눈금이어서 같은 간격이 같은 배수를 뜻합니다. 그래서 큰 손실과 작은 손실이 한 그림에 들어옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw all 500 losses. The vertical axis has a logarithmic scale: equal distances mean equal factors. So large and small losses fit into one picture.
#
# </div>

# %%
plot_loss_curve(losses)
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 곡선은 끝까지 내려갑니다. 처음에 가파르고 뒤로 갈수록 완만합니다. 손실이 몇 분의 일로 줄어드는 데 걸리는 단계가 점점 늘어난다는 뜻입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The curve falls to the very end, steeply at first and then less and less. It takes more and more steps to divide the loss by the same factor.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# - 프로그램은 데이터, 모델, 손실, 갱신 루프로 이루어집니다.
# - 손실은 예측과 정답의 차이를 수 하나로 나타냅니다.
# - 한 단계는 순전파, 손실 계산, 변화도 지우기, 역전파, 갱신입니다.
# - 시드를 정하면 다시 실행해도 같은 수가 나옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - The program consists of data, model, loss and update loop.
# - The loss says in one number how predictions and targets differ.
# - One step is a forward pass, the loss, clearing the gradients, a backward pass and an update.
# - With a fixed seed, running again gives the same numbers.
#
# </div>

# %% [markdown]
# ## 수업 지도 · Map of the course

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# | 수업 | 제목 | 다루는 것 |
# |:--|:--|:--|
# | 00 | 프로그램 전체 | 이 수업 |
# | 01 | 무작위 데이터 | `x`와 `y`의 모양, 시드, 자료형(data type)과 장치(device) |
# | 02 | 모델 정의 | 직접 만든 모델과 `nn`으로 만든 모델, 매개변수 세기 |
# | 03 | 손실 | 제곱의 합과 평균, 변화도를 구하는 세 가지 방법 |
# | 04 | 갱신 루프 | 루프의 다섯 가지 일, 하나를 빠뜨리면 생기는 일, 학습률 |
# | 05 | 학습 결과 | 처음 보는 데이터에서의 손실, 외우기(memorizing)와 배우기 |
# | 06 | 옛 코드 읽기 | PyTorch 0.3 시절의 코드를 오늘 실행하면 생기는 일 |
# | 07 | 실행 속도 | 한 단계의 시간이 쓰이는 곳, 스레드(thread), GPU |
# | 08 | 여러 프로세스 | 프로세스(process) 여러 개로 나누어 학습하기 |
#
# 01부터 08까지는 아직 준비하고 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | Lesson | Title | What it is about |
# |:--|:--|:--|
# | 00 | The whole program | this lesson |
# | 01 | Random data | shapes of `x` and `y`, seeds, data types and devices |
# | 02 | The model | the model by hand and with `nn`, counting parameters |
# | 03 | The loss | sum and mean of squares, three ways to get gradients |
# | 04 | The update loop | its five parts, what happens when one is missing, learning rates |
# | 05 | What was learned | the loss on fresh data, memorizing and learning |
# | 06 | Reading old code | what code from the days of PyTorch 0.3 does today |
# | 07 | How fast is it | where the time of one step goes, threads, a GPU |
# | 08 | Many processes | training that is split among processes |
#
# Lessons 01 to 08 are still in preparation.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# **연습 1.** 손실이 처음으로 1보다 작아지는 단계는 언제인가요? `losses`에서 찾아 `first_step`에 넣으세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** In which step is the loss below 1 for the first time? Find it in `losses` and put it into `first_step`.
#
# </div>

# %%
first_step = None  # 여기를 고치세요 · change this

print(f"first_step: {first_step}")

# %% [markdown] tags=["lang-ko", "solution"]
# <div lang="ko">
#
# <details><summary>풀이 1</summary>
#
# 손실을 앞에서부터 보다가 1보다 작은 첫 단계에서 멈춥니다. 그림에서 곡선이 1을 지나는 곳과 맞는지 확인하세요.
#
# </details>
#
# </div>

# %% [markdown] tags=["lang-en", "solution"]
# <div lang="en">
#
# <details><summary>Solution 1</summary>
#
# Go through the losses from the front and stop at the first step with a loss below 1. Check that it agrees with the place where the curve crosses 1 in the picture.
#
# </details>
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1의 코드 · Code of solution 1</summary>
#
# ```python
# for t in range(500):
#     if losses[t] < 1:
#         first_step = t
#         break
#
# print(f"first_step: {first_step}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# **연습 2.** 모델 없이 늘 0이라고만 예측하면 손실이 얼마일까요? `loss_fn`으로 계산하여 `loss_of_zero`에 넣고, 학습하기 전 모델의 손실 `losses[0]`과 견주어 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** What is the loss of predicting 0 every time, without a model? Compute it with `loss_fn`, put it into `loss_of_zero`, and compare it with `losses[0]`, the loss of the model before training.
#
# </div>

# %%
loss_of_zero = None  # 여기를 고치세요 · change this

print(f"loss_of_zero: {loss_of_zero}")

# %% [markdown] tags=["lang-ko", "solution"]
# <div lang="ko">
#
# <details><summary>풀이 2</summary>
#
# 예측이 모두 0이면 손실은 정답을 제곱하여 모두 더한 값입니다. 학습하기 전 모델의 손실은 이보다 큽니다. 아직 배운 것이 없는 모델은 0이라고만 하는 것보다도 못합니다.
#
# </details>
#
# </div>

# %% [markdown] tags=["lang-en", "solution"]
# <div lang="en">
#
# <details><summary>Solution 2</summary>
#
# When every prediction is 0, the loss is the sum of the squared targets. The loss of the model before training is larger than that. A model that has learned nothing yet does worse than saying 0 every time.
#
# </details>
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2의 코드 · Code of solution 2</summary>
#
# ```python
# loss_of_zero = loss_fn(torch.zeros(N, D_out), y).item()
#
# print(f"loss_of_zero: {loss_of_zero:.3g}")
# print(f"losses[0]:    {losses[0]:.3g}")
# ```
#
# </details>
