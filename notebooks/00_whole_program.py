# %% [markdown]
# # 00 프로그램 전체 · The whole program

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 짧은 프로그램 하나를 처음부터 끝까지 실행해 봅니다. 무작위(random) 데이터를 만들고, 은닉 계층(hidden layer)이 하나인 신경망(neural network)을 정의하고, 손실(loss)이 줄어들도록 500단계(step) 동안 학습(training)시킵니다. 이어지는 수업은 모두 이 프로그램에서 출발합니다. 수업 [01](01_random_data.ipynb)부터 [05](05_update_loop.ipynb)까지는 프로그램의 각 부분을 자세히 다루고, 그다음 수업에서는 학습 결과, 옛 코드, 실행 속도, 여러 프로세스(process)를 다룹니다.
#
# - **다루는 것**: 데이터, 모델(model), 손실, 갱신(update) 루프(loop)가 이어져 프로그램 하나가 되는 모습
# - **할 일**: 셀(cell)을 차례로 실행하고, 손실이 줄어드는 모습을 그림으로 봅니다.
# - **배우는 것**: 네 부분이 저마다 무슨 일을 하는지, 손실 곡선을 어떻게 읽는지 알게 됩니다.
# - **준비**: Python의 변수, 리스트, 함수(function), `for` 루프를 알고, 미분이 무엇인지 대강 알면 됩니다. 신경망은 몰라도 됩니다.
# - **시간**: 30분
#
# 셀을 하나 실행하고 다음 셀로 가려면 `Shift+Enter`를 누르세요. 먼저 아래 셀을 실행하여 노트북을 준비합니다. `tutorial_helpers`는 이 강좌에 들어 있는 도우미 함수 모음이며, PyTorch의 일부가 아닙니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# You run one short program from beginning to end. It generates random data, defines a neural network with one hidden layer, and trains it for 500 steps so that the loss goes down. All other lessons start from this program. Lessons [01](01_random_data.ipynb) to [05](05_update_loop.ipynb) look closely at its parts. The lessons after them look at what was learned, at old code, at speed, and at training with several processes.
#
# - **What it is about**: data, model, loss and update loop in one program
# - **What you will do**: run the cells in order and see in a figure how the loss goes down.
# - **What you will learn**: what each of these four parts does, and how to read a curve of losses.
# - **What you need**: variables, lists, functions and `for` loops in Python, and a rough idea of what a derivative is. You do not need to know anything about neural networks.
# - **Time**: 30 minutes
#
# To run a cell and go to the next one, press `Shift+Enter`. Run the cell below first; it prepares the notebook. `tutorial_helpers` is a small package that comes with this course and is not part of PyTorch.
#
# </div>

# %% tags=["setup"]
from tutorial_helpers import setup_notebook

setup_notebook()

# %% [markdown] tags=["lang-ko", "language-switch"]
# <div lang="ko" style="word-break: keep-all">
#
# 설명은 한국어와 영어로 되어 있습니다. 한국어만 보려면 아래 셀의 마지막 줄을 `show_language("ko")`로, 영어만 보려면 `show_language("en")`으로 고쳐 한 번 실행하세요. 고른 언어는 다른 수업에서도 그대로이고, `show_language("both")`를 실행하면 다시 둘 다 보입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "language-switch"]
# <div lang="en">
#
# The text is in Korean and in English. To see only English, change the last line of the cell below to `show_language("en")`, or to `show_language("ko")` for only Korean, and run it once. The other lessons follow your choice, and `show_language("both")` brings both languages back.
#
# </div>

# %% tags=["language-switch"]
from tutorial_helpers import show_language

show_language()

# %% [markdown]
# ## 데이터 · Data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 먼저 크기 네 개를 정합니다. 샘플(sample)은 `N`개이며 한꺼번에 다룹니다. 이렇게 함께 다루는 샘플의 묶음을 배치(batch)라고 합니다. 샘플 하나의 입력(input)에는 수가 `D_in`개, 정답(target)에는 수가 `D_out`개 들어 있습니다. `H`는 은닉 계층의 크기로, 모델을 만들 때 씁니다.
#
# 입력 `x`와 정답 `y`는 텐서(Tensor), 곧 PyTorch가 수를 담는 배열입니다. 수는 표준 정규분포(standard normal distribution), 곧 평균이 0이고 표준편차가 1인 분포에서 무작위로 뽑습니다. 수를 뽑는 `Generator`의 출발점을 시드(seed)라고 합니다. 시드를 정해 두면 다시 실행해도 같은 수가 나옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# First, set four sizes. There are `N` samples, and they are processed together. Samples processed together are called a batch. The input of each sample has `D_in` numbers, and its target has `D_out` numbers. `H` is the size of the hidden layer; the model needs it later.
#
# The inputs `x` and the targets `y` are Tensors, the arrays in which PyTorch keeps numbers. The numbers are drawn at random from the standard normal distribution (mean 0, standard deviation 1). The seed is the starting point of the `Generator` that draws them. With a fixed seed, you get the same numbers each time you run the cell.
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_loss_curve

# %% tags=["slide"]
N, D_in, H, D_out = 64, 1000, 100, 10

generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)
print("x:", tuple(x.shape))
print("y:", tuple(y.shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `x`의 모양(shape)은 `(64, 1000)`, `y`의 모양은 `(64, 10)`입니다. 두 텐서의 첫째 행(row)은 첫 샘플의 입력과 정답이고, 다른 행도 마찬가지입니다. `y`는 `x`와 관계없이 뽑았으므로 둘 사이에는 배울 만한 규칙이 없습니다. 그래도 학습시키면 손실이 줄어드는지 지켜보세요. 데이터는 [수업 01](01_random_data.ipynb)에서 자세히 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The shape of `x` is `(64, 1000)`, and that of `y` is `(64, 10)`. The first row of `x` is the input of the first sample, and the first row of `y` is its target; the other rows follow in the same way. `y` was drawn independently of `x`, so there is no rule connecting the two that a model could learn. See whether training makes the loss smaller anyway. [Lesson 01](01_random_data.ipynb) is about the data.
#
# </div>

# %% [markdown]
# ## 모델 · Model

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모델은 입력을 받아 예측(prediction)을 내놓는 함수입니다. 여기에서는 신경망이 모델입니다. `nn.Sequential`은 신경망의 부품인 모듈(module)을 차례로 이어, 앞 모듈의 출력(output)을 다음 모듈에 입력으로 넣습니다.
#
# | 모듈 | 하는 일 | 출력의 모양 |
# |:--|:--|:--|
# | `Linear(D_in, H)` | 출력마다 따로 둔 가중치(weight)를 입력에 곱해 모두 더하고 편향(bias)을 더합니다 | `(N, H)` |
# | `ReLU()` | 음수를 0으로 바꿉니다 | `(N, H)` |
# | `Linear(H, D_out)` | 다른 가중치와 편향으로 첫 `Linear`와 같은 일을 합니다 | `(N, D_out)` |
#
# 입력과 출력 사이에서 샘플마다 나오는 수 `H`개가 은닉 계층입니다. 가중치와 편향은 학습하는 동안 값이 바뀌며, 이런 값을 매개변수(parameter)라고 합니다. 처음 값은 무작위이므로 모델을 만들기 바로 전에 `torch.manual_seed`로 시드를 정합니다. 같은 모델을 다시 만들 수 있도록 이 코드를 함수 `make_model`에 넣어 둡니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A model is a function that takes inputs and returns predictions. Here, it is a neural network. `nn.Sequential` chains modules, the building blocks of a network: the output of each module is the input of the next.
#
# | Module | What it does | Output shape |
# |:--|:--|:--|
# | `Linear(D_in, H)` | for each output: multiplies the inputs by weights, adds up the products, adds a bias | `(N, H)` |
# | `ReLU()` | replaces negative numbers with 0 | `(N, H)` |
# | `Linear(H, D_out)` | does the same as the first `Linear`, with weights and biases of its own | `(N, D_out)` |
#
# The `H` numbers that each sample gets between its input and its output are the hidden layer. Weights and biases change during training; such values are called parameters. Their initial values are random, so `torch.manual_seed` fixes the seed right before the model is created. The function `make_model` holds this code, so you can build the same model again.
#
# </div>


# %% tags=["slide"]
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(
        nn.Linear(D_in, H),
        nn.ReLU(),
        nn.Linear(H, D_out),
    )


# %%
model = make_model()
print(model)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 매개변수가 몇 개인지, 정답에 든 수는 모두 몇 개인지 세어 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Count the parameters. Then count the numbers in all the targets.
#
# </div>

# %%
n_parameters = sum(param.numel() for param in model.parameters())
n_target_numbers = y.numel()
print(f"n_parameters:     {n_parameters:,}")
print(f"n_target_numbers: {n_target_numbers:,}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 정답에 든 수는 640개인데 매개변수는 101,110개나 됩니다. 모델은 [수업 02](02_model.ipynb)에서 자세히 다룹니다. 맞혀야 할 수보다 매개변수가 훨씬 많을 때 생기는 일은 [수업 06](06_what_was_learned.ipynb)에서 살펴봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 640 numbers in the targets, and 101,110 parameters. [Lesson 02](02_model.ipynb) is about the model. [Lesson 06](06_what_was_learned.ipynb) is about what happens when a model has many more parameters than numbers to predict.
#
# </div>

# %% [markdown]
# ## 손실 · Loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실은 예측이 정답에서 얼마나 벗어났는지를 수 하나로 나타냅니다. 여기에서는 예측 $\hat{y}$(코드에서는 `y_pred`)과 정답 $y$의 차이를 하나하나 제곱하여 모두 더합니다. 이 값을 유클리드 거리의 제곱(squared Euclidean distance)이라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The loss says in one number how far the predictions are from the targets. Here, each difference between a prediction $\hat{y}$ (`y_pred` in the code) and its target $y$ is squared, and all the squares are added up. The result is called the squared Euclidean distance.
#
# </div>

# %% [markdown] tags=["slide"]
# $$L = \sum_{i=1}^{N} \sum_{j=1}^{D_{out}} \left(\hat{y}_{ij} - y_{ij}\right)^2$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# $i$는 몇째 샘플인지, $j$는 그 샘플의 정답에서 몇째 수인지를 나타냅니다. 손실 함수(loss function) `MSELoss`의 MSE는 평균 제곱 오차(mean squared error)를 뜻합니다. 그러나 `reduction="sum"`을 주면 평균을 내지 않고 합을 구합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The index $i$ counts the samples, and $j$ counts the numbers in the target of each sample. MSE in the name of the loss function `MSELoss` stands for mean squared error. With `reduction="sum"`, however, it returns the sum and not the mean.
#
# </div>

# %% tags=["slide"]
loss_fn = nn.MSELoss(reduction="sum")

y_pred = model(x)
loss = loss_fn(y_pred, y)
print(f"loss: {loss.item():.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 학습하기 전의 손실은 713입니다. 연습 2에서 이 손실과 비교할 값을 구해 봅니다. 손실은 [수업 03](03_loss.ipynb)에서 자세히 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Before training, the loss is 713. In exercise 2, you compute a number to compare it with. [Lesson 03](03_loss.ipynb) is about the loss.
#
# </div>

# %% [markdown]
# ## 갱신 루프 · Update loop

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도(gradient)는 매개변수의 값을 조금 키울 때 손실이 얼마나 빠르게 커지는지를 나타내는 미분값입니다. 변화도가 음수이면 손실은 작아집니다. 그래서 매개변수의 값을 모두 변화도의 부호와 반대쪽으로 조금씩 옮기면 손실이 줄어듭니다. 이 방법을 경사하강법(gradient descent)이라고 하며, 한 단계에서 다섯 가지 일을 차례로 합니다.
#
# 1. 순전파(forward pass): `model(x)`로 예측합니다.
# 2. 손실: `loss_fn`으로 계산하여 `losses`에 기록합니다.
# 3. 지우기: `zero_grad()`로 앞 단계의 변화도를 지웁니다. 지우지 않으면 새 변화도가 앞의 것에 더해집니다.
# 4. 역전파(backward pass): `backward()`로 매개변수마다 손실의 변화도를 계산합니다.
# 5. 갱신: 변화도에 학습률(learning rate)을 곱하여 매개변수에서 뺍니다. 학습률은 한 단계에 얼마나 움직일지를 정하는 작은 수이고, 여기에서는 `1e-4`, 곧 0.0001입니다.
#
# 이 다섯 가지를 되풀이하는 것이 갱신 루프입니다. 학습 루프(training loop)라고 부르는 글도 많습니다. PyTorch는 변화도를 구하려고 계산을 기록해 둡니다. 갱신은 기록하지 않아야 하므로 `torch.no_grad()` 안에서 합니다.
#
# 아래 셀은 첫 줄에서 모델을 새로 만들기 때문에 몇 번을 실행해도 결과가 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The gradient for a parameter is a derivative: it says how fast the loss grows when the value of the parameter grows a little. If the gradient is negative, the loss shrinks. So moving every parameter a little in the direction opposite to the sign of its gradient makes the loss smaller. This method is called gradient descent, and each of its steps has five parts.
#
# 1. Forward pass: `model(x)` makes predictions.
# 2. Loss: `loss_fn` computes it, and `losses` records it.
# 3. Clearing: `zero_grad()` clears the gradients of the previous step. Otherwise, the new gradients would be added to them.
# 4. Backward pass: `backward()` computes the gradient of the loss with respect to every parameter.
# 5. Update: the gradient times the learning rate is subtracted from each parameter. The learning rate is a small number that sets how far parameters move in one step. Here, it is `1e-4`, which means 0.0001.
#
# The update loop repeats these five parts. Many texts call it the training loop. PyTorch records computations so that it can compute gradients. The update must not be recorded, so it is done inside `torch.no_grad()`.
#
# The first line of the cell below builds the model again, so you get the same result however often you run the cell.
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
# <div lang="ko" style="word-break: keep-all">
#
# 기록한 손실을 100단계마다 하나씩, 그리고 마지막 것을 봅니다. `t`는 0부터 세므로 마지막은 499입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Look at the recorded losses: one every 100 steps, and the last one. `t` counts from 0, so the last step is 499.
#
# </div>

# %% tags=["slide"]
for t in (0, 100, 200, 300, 400, 499):
    print(f"t: {t:3d}   loss: {losses[t]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 713이던 손실이 1.89e-05, 곧 $1.89 \times 10^{-5}$으로 줄었습니다. 정답에는 규칙이 없는데도 모델의 예측이 정답과 거의 같아졌습니다. 루프는 [수업 05](05_update_loop.ipynb)에서 자세히 다룹니다. 모델이 무엇인가를 배웠다고 해도 되는지는 [수업 06](06_what_was_learned.ipynb)에서 따져 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The loss went from 713 down to 1.89e-05, which means $1.89 \times 10^{-5}$. The predictions are now almost equal to the targets, even though the targets follow no rule. [Lesson 05](05_update_loop.ipynb) is about the loop. [Lesson 06](06_what_was_learned.ipynb) asks whether the model can be said to have learned anything.
#
# </div>

# %% [markdown]
# ## 손실 곡선 · Loss curve

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실 500개를 모두 그립니다. 세로축은 로그 눈금(log scale)입니다. 가로줄을 하나 내려갈 때마다 손실이 10분의 1로 줄어듭니다. 그래서 큰 손실과 작은 손실의 변화를 한 그림에서 볼 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Plot all 500 losses. The vertical axis has a logarithmic scale: from one horizontal line down to the next, the loss falls to 1/10. This way, you can see changes in both large and small losses in one figure.
#
# </div>

# %% tags=["slide"]
plot_loss_curve(losses)
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 곡선은 끝까지 내려갑니다. 처음에는 가파르고 뒤로 갈수록 완만해집니다. 손실이 10분의 1로 줄어드는 데 걸리는 단계 수가 점점 늘어난다는 뜻입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The curve falls all the way to the end, steeply at first and then more and more gently. It takes more and more steps to bring the loss down to 1/10.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 프로그램은 데이터, 모델, 손실, 갱신 루프로 이루어집니다.
# - 손실은 예측이 정답에서 얼마나 벗어났는지를 수 하나로 나타냅니다.
# - 한 단계에서는 순전파, 손실 계산, 변화도 지우기, 역전파, 갱신을 차례로 합니다.
# - 시드를 정하면 다시 실행해도 같은 수가 나옵니다.
# - 손실이 0에 가깝다고 해서 규칙을 배운 것은 아닙니다. 여기에는 배울 규칙이 없었습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - The program consists of data, a model, a loss and an update loop.
# - The loss says in one number how far the predictions are from the targets.
# - Each step has five parts: forward pass, loss, clearing the gradients, backward pass, update.
# - With a fixed seed, running again gives the same numbers.
# - A loss near 0 does not mean that a rule was learned. Here, there was no rule to learn.
#
# </div>

# %% [markdown]
# ## 수업 차례 · Map of the course

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 수업 | 제목 | 다루는 것 |
# |:--|:--|:--|
# | 00 | 프로그램 전체 | 이 수업 |
# | [01](01_random_data.ipynb) | 무작위 데이터 | 텐서의 모양, 시드, 자료형과 장치 |
# | [02](02_model.ipynb) | 모델 정의 | 직접 만든 모델과 `nn`으로 만든 모델, 매개변수 세기 |
# | [03](03_loss.ipynb) | 손실 | 제곱의 합과 평균, 변화도의 뜻 |
# | [04](04_backward_pass.ipynb) | 역전파 | 연쇄 법칙, 변화도를 구하는 세 가지 방법 |
# | [05](05_update_loop.ipynb) | 갱신 루프 | 루프에서 하는 다섯 가지 일, 하나를 빠뜨리면 생기는 문제, 학습률 |
# | [06](06_what_was_learned.ipynb) | 학습 결과 | 처음 보는 데이터로 잰 손실, 외우기와 배우기 |
# | [09](09_old_code.ipynb) | 옛 코드 읽기 | PyTorch 0.3 시절의 코드를 지금 실행하면 생기는 일 |
# | [10](10_speed.ipynb) | 실행 속도 | 한 단계에서 시간이 드는 곳, 스레드, GPU |
# | [12](12_many_processes.ipynb) | 여러 프로세스 | 프로세스 여러 개에 학습을 나누어 맡기기 |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | Lesson | Title | What it is about |
# |:--|:--|:--|
# | 00 | The whole program | this lesson |
# | [01](01_random_data.ipynb) | Random data | shapes of Tensors, seeds, data types and devices |
# | [02](02_model.ipynb) | The model | the model by hand and with `nn`, counting parameters |
# | [03](03_loss.ipynb) | The loss | sum and mean of squares, what a gradient says |
# | [04](04_backward_pass.ipynb) | The backward pass | the chain rule, three ways to get gradients |
# | [05](05_update_loop.ipynb) | The update loop | the five parts of the loop, what goes wrong when one is missing, learning rates |
# | [06](06_what_was_learned.ipynb) | What was learned | the loss on fresh data, memorizing and learning |
# | [09](09_old_code.ipynb) | Reading old code | what code written for PyTorch 0.3 does today |
# | [10](10_speed.ipynb) | How fast is it | where the time of one step goes, threads, a GPU |
# | [12](12_many_processes.ipynb) | Many processes | sharing the training among several processes |
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습에는 답을 확인하는 함수가 있습니다. 이름이 `check`로 시작합니다. 답이 틀리면 무엇이 틀렸는지 알려 주고 힌트를 보여 줍니다. 힌트를 더 보는 방법도 알려 줍니다.
#
# **연습 1.** 손실이 처음으로 1보다 작아지는 단계 `t`를 Python의 수로 돌려주는 함수 `first_step_below_1`을 완성하세요. `losses`는 손실을 차례로 담은 리스트이고, `t`는 0부터 셉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The exercises have functions that check your answers. Their names begin with `check`. If an answer is wrong, they tell you what is wrong and show a hint. They also say how to see another hint.
#
# **Exercise 1.** Complete the function `first_step_below_1`. It returns the step `t` at which the loss first falls below 1, as a Python number. `losses` is a list of losses, one for each step, and `t` counts from 0.
#
# </div>

# %%
from tutorial_helpers.exercises import check_first_step_below_1, check_sum_of_squares


def first_step_below_1(losses):
    return None  # 여기를 고치세요 · change this


check_first_step_below_1(first_step_below_1)
print("first step:", first_step_below_1(losses))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 손실을 처음부터 차례로 보다가 1보다 작은 손실이 나오면 그 단계를 돌려줍니다. 그림에서 곡선이 손실 1을 지나는 곳이 이 단계쯤인지 확인하세요.
#
# </div>
#
# <div lang="en">
#
# Go through the losses from the beginning and return the step of the first one below 1. Check in the figure that the curve crosses a loss of 1 at about this step.
#
# </div>
#
# ```python
# def first_step_below_1(losses):
#     for t in range(len(losses)):
#         if losses[t] < 1:
#             return t
#
#
# check_first_step_below_1(first_step_below_1)
# print("first step:", first_step_below_1(losses))
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 손실 함수를 직접 만들어 봅니다. 예측과 정답의 차이를 제곱하여 모두 더한 텐서를 돌려주는 함수 `sum_of_squares`를 `loss_fn` 없이 완성하세요. 텐서의 제곱은 `** 2`, 합은 `.sum()`으로 구합니다. 완성하면 모델 없이 늘 0이라고만 예측할 때의 손실이 나옵니다. 학습하기 전 모델의 손실 `losses[0]`을 출력하여 이 손실과 비교해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Write the loss function yourself. Complete `sum_of_squares` without `loss_fn`: it returns the sum of the squared differences between predictions and targets, as a Tensor. `** 2` squares a Tensor, and `.sum()` adds up its numbers. When it is complete, you get the loss of using no model and predicting 0 every time. Print `losses[0]`, the loss of the model before training, and compare.
#
# </div>


# %%
def sum_of_squares(y_pred, y):
    return None  # 여기를 고치세요 · change this


check_sum_of_squares(sum_of_squares)
print("loss of predicting 0:", sum_of_squares(torch.zeros(N, D_out), y))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 예측이 모두 0이면 손실은 정답을 제곱하여 모두 더한 값입니다. 학습하기 전 모델의 손실은 이보다 큽니다. 학습하기 전의 예측은 모두 0이라고 한 예측보다도 못한 것입니다.
#
# </div>
#
# <div lang="en">
#
# When every prediction is 0, the loss is the sum of the squared targets. The loss of the model before training is larger. Its first predictions are worse than predicting 0 every time.
#
# </div>
#
# ```python
# def sum_of_squares(y_pred, y):
#     return ((y_pred - y) ** 2).sum()
#
#
# check_sum_of_squares(sum_of_squares)
# print(f"loss of predicting 0: {sum_of_squares(torch.zeros(N, D_out), y).item():.3g}")
# print(f"losses[0]:            {losses[0]:.3g}")
# ```
#
# </details>

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 다음 수업: [01 무작위 데이터](01_random_data.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Next: [01 Random data](01_random_data.ipynb)
#
# </div>
