# %% [markdown]
# # 00 프로그램 전체 · The whole program

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 무작위(random)로 뽑은 수를 프로그램이 맞힐 수 있을까요? 문제도 정답(target)도 아무렇게나 뽑았고, 둘 사이에는 아무 관계도 없습니다. 그래도 프로그램에 문제를 주고, 틀릴 때마다 얼마나 틀렸는지 알려 주면 어떻게 될까요? 이 수업에서는 바로 그 일을 하는 짧은 프로그램을 끝까지 실행한 다음, 한 부분씩 뜯어 봅니다. 이 강좌의 모든 수업이 이 프로그램에서 출발합니다.
#
# - **다루는 것**: 데이터, 모델(model), 손실(loss), 갱신(update) 루프(loop)가 이어져 프로그램 하나가 되는 모습
# - **할 일**: 결과를 먼저 예상하고, 셀(cell)을 차례로 실행하여 확인합니다.
# - **배우는 것**: 네 부분이 저마다 무슨 일을 하는지, 변화도(gradient)와 학습률(learning rate)이 무엇인지 알게 됩니다.
# - **준비**: Python의 변수, 리스트, 함수(function), `for` 루프를 알면 됩니다. 모르는 문법이 나와도 글을 따라갈 수 있습니다. 신경망(neural network)은 몰라도 됩니다.
# - **시간**: 50분
#
# 셀을 하나 실행하고 다음 셀로 가려면 `Shift+Enter`를 누르세요. 먼저 아래 셀을 실행하여 노트북을 준비합니다. `torch`는 신경망을 만드는 Python 라이브러리 PyTorch이고, `tutorial_helpers`는 이 강좌에 딸린 도우미 함수 모음입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Can a program guess random numbers? The problems and their answers are drawn at random, and they have nothing to do with each other. Let the program guess anyway, and tell it each time how wrong it was. What will happen? In this lesson, you run a short program that does this, from beginning to end. Then you take it apart. Every lesson in the course starts from this program.
#
# - **What it is about**: data, model, loss and update loop in one program
# - **What you will do**: bet on a result first, then run the cells in order and see.
# - **What you will learn**: what each of these four parts does, and what a gradient and a learning rate are.
# - **What you need**: variables, lists, functions and `for` loops in Python. Where the code uses more, the text is enough to follow. You do not need to know anything about neural networks.
# - **Time**: 50 minutes
#
# To run a cell and go to the next one, press `Shift+Enter`. Run the cell below first; it prepares the notebook. `torch` is PyTorch, the Python library for neural networks, and `tutorial_helpers` is a small package that comes with this course.
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
# ## 첫째 내기 · The first bet

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 아래 셀이 프로그램의 전부입니다. 데이터를 뽑는 일만 도우미 함수가 합니다. 문제는 64개입니다. 문제마다 입력(input)은 수 1000개, 정답은 수 10개입니다. 모델은 입력을 보고 정답을 예측(prediction)하는 것이고, 그 안에는 바꿀 수 있는 수가 들어 있습니다. 프로그램은 모델로 64문제의 정답을 모두 예측하고, 얼마나 틀렸는지 잰 다음, 모델 속의 수를 조금씩 고칩니다. 이런 일을 되풀이하는 것을 학습(training)이라고 하며, 여기에서는 500번 되풀이합니다. 코드는 아직 읽지 않아도 됩니다. 중요한 줄은 뒤에서 하나씩 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The cell below is the whole program; a helper only draws the random numbers. There are 64 problems. Each has an input of 1000 numbers and a target, the right answer, of 10. The model is what predicts targets from inputs, and it contains numbers that can be changed. The program lets the model predict all 64 targets, measures how wrong the predictions are, and changes the model's numbers a little. Repeating this step is called training; here, there are 500 steps. You don't have to read the code yet. Its main lines come up again, one by one.
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 손실은 예측 전체가 얼마나 틀렸는지를 나타내는 수이고, 모두 정확히 맞히면 0입니다. 학습하는 동안 손실은 어떻게 될까요?
#
# 1. 거의 그대로입니다.
# 2. 절반쯤으로 줄어듭니다.
# 3. 거의 0이 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** The loss is one number that says how wrong the predictions are. If all of them are right, it is 0. What happens to the loss in training?
#
# 1. It hardly changes.
# 2. It falls to about half.
# 3. It falls to almost 0.
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_loop, plot_loss_curve, plot_step, plot_tables

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)

torch.manual_seed(2)
model = nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))
loss_fn = nn.MSELoss(reduction="sum")

losses = []
for t in range(500):
    loss = loss_fn(model(x), y)
    losses.append(loss.item())
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for param in model.parameters():
            param -= 1e-4 * param.grad
print(f"loss: {losses[0]:.3g} -> {losses[-1]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 답은 3번입니다. 713이던 손실이 1.89e-05, 즉 $1.89 \times 10^{-5}$으로 줄었습니다. 프로그램은 아무 뜻도 없는 수를 거의 그대로 맞혔습니다. 도대체 무엇을 알아낸 걸까요? 이 물음을 가지고 프로그램을 뜯어 봅니다. 끝에서 한 번 더 내기를 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 3 wins. The loss fell from 713 to 1.89e-05, which means $1.89 \times 10^{-5}$. The program matched numbers that mean nothing, almost exactly. What on earth did it find out? Keep this question in mind while you take the program apart. There is a second bet at the end.
#
# </div>

# %% [markdown]
# ## 데이터 · Data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 문제와 정답이 어떻게 담겨 있는지부터 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# First, see how the problems and their targets are kept.
#
# </div>

# %% tags=["slide"]
print("x:", tuple(x.shape))
print("y:", tuple(y.shape))
print("y[0]:", [round(number, 2) for number in y[0].tolist()])

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `x`는 입력, `y`는 정답입니다. 둘 다 텐서(Tensor)입니다. 텐서는 PyTorch가 수를 담아 두는 그릇이고, 여기에서는 표입니다. `x`의 모양(shape)은 `(64, 1000)`이므로 행(row)이 64개, 열(column)이 1000개입니다. 문제 하나를 앞으로는 샘플(sample)이라고 부릅니다. 행 하나가 샘플 하나의 입력이고, `y`의 같은 행이 그 샘플의 정답입니다. 위에는 첫 샘플의 정답 10개가 나와 있습니다. 텐서를 Python 리스트로 바꾸는 것이 `tolist()`이고, 텐서에 수가 하나뿐일 때 그 수를 꺼내는 것이 `item()`입니다. 코드에서 `N`은 샘플의 개수, `D_in`은 입력에 든 수의 개수, `D_out`은 정답에 든 수의 개수입니다.
#
# `x`에 든 수를 모두 크기에 따라 세어 봅니다. 어떤 수가 흔하고 어떤 수가 드문가요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `x` holds the inputs and `y` the targets. Both are Tensors. A Tensor is how PyTorch keeps numbers: here, in a table. The shape of `x` is `(64, 1000)`: 64 rows and 1000 columns. From here on, one problem is called a sample. One row is the input of one sample, and the same row of `y` is its target. Above are the 10 numbers in the target of the first sample. `tolist()` turns a Tensor into a Python list, and `item()` takes the number out of a Tensor that has only one. In the code, `N` is the number of samples, `D_in` how many numbers an input has, and `D_out` how many a target has.
#
# Count all numbers in `x` by their size. Which ones are common, and which are rare?
#
# </div>

# %%
fig, ax = plt.subplots(figsize=(6, 2.8))
ax.hist(x.flatten(), bins=50, range=(-5, 5), label="x에 든 수 · numbers in x")
ax.set(xlabel="값 · value", ylabel="개수 · count")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `make_random_data`는 `x`와 `y`를 서로 아무 관계 없이 뽑습니다. 0에 가까운 수가 흔하고, 0에서 멀수록 드뭅니다. 수를 뽑는 `Generator`는 시드(seed)라는 수에서 출발하므로, 시드를 `manual_seed`로 정해 두면 다시 실행해도 같은 수가 나옵니다. 데이터는 [수업 01](01_random_data.ipynb)에서 더 들여다봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `make_random_data` draws `x` and `y` without any relation between them. Numbers near 0 are common; the farther from 0, the rarer they get. The `Generator` that draws them starts from a number called the seed. With the seed fixed by `manual_seed`, you get the same numbers every time. [Lesson 01](01_random_data.ipynb) is about the data.
#
# </div>

# %% [markdown]
# ## 모델 · Model

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모델은 입력을 받아 예측을 내놓는 함수입니다. 여기에서는 작은 신경망입니다. 학습하기 전의 모델을 다시 만듭니다. `make_model`이 시드를 2로 정하므로 부를 때마다 처음 값이 같습니다.
#
# 그림에서 네모의 두 변은 텐서의 모양이고, 넓이는 수의 개수입니다. 아주 작은 네모만 보이게 키웠습니다. 초록은 양수, 보라는 음수이며, 진하기는 네모마다 따로 정했습니다. 수가 많은 곳은 띄엄띄엄 골라 칠했습니다. 주황색 화살표는 나중에 보고, 파란 화살표를 따라가 보세요. 파란 네모 가운데 가장 큰 것은 무엇인가요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A model is a function that takes inputs and returns predictions. Here, it is a small neural network. Make the model again as it was before training. `make_model` sets the seed to 2, so its first values are the same every time.
#
# In the picture, the sides of a box are the shape of a Tensor, and its area is how many numbers there are; only tiny boxes are enlarged. Green is positive, purple is negative, and each box has its own scale of darkness. Where there are too many numbers, rows and columns are left out. Leave the orange arrows for later and follow the blue ones. Which blue box is the largest?
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


# %% tags=["slide"]
model = make_model()
plot_step(model, loss_fn, x, y)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 가장 큰 파란 네모는 데이터가 아니라 `W1`입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The largest blue box is not the data but `W1`.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 샘플 하나의 입력 1000개에 `W1`의 수 1000개를 하나씩 곱하여 더하고, 거기에 `b1`의 수 하나를 더하면 `z`의 수 하나가 나옵니다. 곱하는 수가 가중치(weight), 더하는 수가 편향(bias)입니다. 이 일을 `H`번, 즉 100번, 저마다 다른 가중치와 편향으로 합니다. 편향 100개는 한 줄로 늘어서 있어서 `b1`의 모양이 `(100,)`입니다. 이 계산을 맡은 것이 `nn.Linear(D_in, H)`라는 계층(layer)입니다. `W1`, `b1`, `z`는 그림에서 쓰는 이름이고 코드에는 나오지 않습니다.
#
# 나온 수 100개 가운데 음수는 `nn.ReLU()`가 0으로 바꿉니다. 이것이 없으면 계층 두 개를 이어도 하나보다 나을 것이 없습니다. 이렇게 나온 수가 그림의 `h`입니다. 입력과 출력(output) 사이에 숨어 있어서 은닉 계층(hidden layer)이라고 부릅니다. 계층이라는 말은 이렇게 계산에도, 거기에서 나온 수에도 씁니다. 마지막으로 `nn.Linear(H, D_out)`이 같은 방법으로 `h`에서 예측 10개를 만듭니다. `nn.Sequential`은 이 셋을 차례로 잇습니다.
#
# 가중치와 편향은 처음에 무작위로 정해지고, 학습하는 동안 바뀝니다. 이렇게 바뀌는 수를 매개변수(parameter)라고 합니다. Python 함수의 매개변수와는 이름만 같습니다. 맞힐 수보다 몇 배나 많을까요? `numel()`이 텐서에 든 수를 셉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Take the 1000 input numbers of one sample, multiply them one by one by 1000 numbers of `W1`, add everything up and add one number of `b1`: that makes one number of `z`. The numbers you multiply by are called weights; the number you add is a bias. This happens `H` times, which is 100, each time with other weights and another bias. The shape `(100,)` of `b1` means 100 biases in one row. The part that does it, `nn.Linear(D_in, H)`, is called a layer. `W1`, `b1` and `z` are names in the picture; the code does without them.
#
# Of these 100 numbers, `nn.ReLU()` replaces the negative ones with 0. Without it, two layers in a row could do no more than one. What comes out is `h` in the picture. It is hidden between input and output, so people call it the hidden layer: the word is used for the part that computes and for the numbers it makes. Last, `nn.Linear(H, D_out)` makes the 10 predictions from `h` in the same way. `nn.Sequential` puts the three in a row.
#
# Weights and biases are random at first and change in training. Numbers that do so are called parameters. How many times as many are there as numbers to match? `numel()` counts the numbers in a Tensor.
#
# </div>

# %% tags=["slide"]
n_parameters = sum(param.numel() for param in model.parameters())
n_target_numbers = y.numel()
print(f"n_parameters:     {n_parameters:,}")
print(f"n_target_numbers: {n_target_numbers:,}")
print(f"for each of them: about {n_parameters / n_target_numbers:.0f} parameters")

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 맞힐 수 하나에 매개변수가 158개쯤 돌아갑니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# For each number to match, there are about 158 parameters.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 맞힐 수는 640개인데 바꿀 수 있는 수는 101,110개입니다. 바꿀 수 있는 것이 이렇게 많으니, 아무 규칙이 없어도 정답에 끼워 맞출 수 있을지 모릅니다. 모델은 [수업 02](02_model.ipynb)에서 자세히 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 640 numbers to match, and 101,110 numbers that can change. With so much to adjust, it may be possible to fit the targets even without any rule. [Lesson 02](02_model.ipynb) is about the model.
#
# </div>

# %% [markdown]
# ## 손실 · Loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 예측이 3과 1이고 정답이 1과 2라면 얼마나 틀린 걸까요? 차이는 2와 -1입니다. 제곱하면 4와 1이고, 더하면 5입니다. 이것이 손실입니다. 두 배로 틀리면 벌은 네 배가 되고, 높게 틀리든 낮게 틀리든 벌은 같습니다. 프로그램에서는 차이 640개로 같은 일을 합니다. 공식으로 적으면 이렇습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If the predictions are 3 and 1 and the targets are 1 and 2, how wrong is that? The differences are 2 and -1. Their squares are 4 and 1, which add up to 5. This is the loss. A mistake twice as large costs four times as much, and too high costs as much as too low. The program does the same with 640 differences. As a formula:
#
# </div>

# %% [markdown] tags=["slide"]
# $$L = \sum_{i=1}^{N} \sum_{j=1}^{D_{out}} \left(\hat{y}_{ij} - y_{ij}\right)^2$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 공식의 $\hat{y}$은 코드의 `y_pred`, 즉 예측입니다. $i$는 몇 번째 샘플인지, $j$는 그 샘플에서 몇 번째 수인지를 나타내고, 기호 $\sum$ 두 개는 그 모두에 대하여 더하라는 뜻입니다. 학습하기 전의 예측을 정답과 견주어 봅니다. 그림에는 첫 샘플의 수 10개가 있습니다. 손실에 가장 많이 보태는 것은 몇 번일까요? 공식은 1부터 세지만 그림과 코드는 Python처럼 0부터 셉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In the formula, $\hat{y}$ is `y_pred` in the code, a prediction. The index $i$ counts the samples, $j$ counts the numbers of a sample, and the two signs $\sum$ mean: add up for all of them. Compare predictions with targets, before training. The picture shows the 10 numbers of the first sample. Which one adds most to the loss? The formula counts from 1, but picture and code count from 0, as Python does.
#
# </div>

# %% tags=["slide"]
y_pred = model(x)
loss = loss_fn(y_pred, y)
squares = (y_pred[0] - y[0]) ** 2

fig, ax = plt.subplots()
ax.vlines(range(D_out), y_pred[0].tolist(), y[0], color="C1", label="차이 · difference")
ax.plot(y[0], "ko", label="정답 · target")
ax.plot(y_pred[0].tolist(), "C0^", label="예측 · prediction")
ax.set(xlabel="몇 번째 수인지 · which number, j", ylabel="값 · value", xticks=range(D_out))
ax.legend()
plt.show()
print("squares:", [round(number, 1) for number in squares.tolist()])
print(f"loss of all samples: {loss.item():.3g}")

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 학습하기 전의 예측은 정답과 상관이 없고, 손실은 713입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Before training, predictions have nothing to do with the targets, and the loss is 713.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 차이가 가장 긴 것은 8번이고, 손실에 2.4를 보탭니다. 0번은 어쩌다 거의 맞았습니다. `nn.MSELoss(reduction="sum")`이 바로 그 합을 구하는 손실 함수(loss function)입니다. MSE는 평균 제곱 오차(mean squared error)의 머리글자이지만, `reduction="sum"`이면 나누지 않고 더하기만 합니다. 손실은 [수업 03](03_loss.ipynb)의 주제입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Number 8 has the longest difference and adds 2.4 to the loss. Number 0 is almost right, by chance. `nn.MSELoss(reduction="sum")` is the loss function that computes the sum. MSE stands for mean squared error, but with `reduction="sum"`, it adds up and does not divide. [Lesson 03](03_loss.ipynb) is about the loss.
#
# </div>

# %% [markdown]
# ## 변화도와 학습률 · Gradient and learning rate

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실을 줄이려면 매개변수를 키워야 할까요, 줄여야 할까요? 101,110개를 한꺼번에 볼 수는 없으니 하나만 봅니다. 마지막 계층 `model[2]`의 첫 번째 편향을 `d`만큼 움직이면, 샘플마다 예측 10개 가운데 첫 번째 수가 `d`만큼 달라집니다. 나머지는 그대로입니다. 그래서 아래 함수는 예측을 복사하여(`detach().clone()`) 첫째 열에 `d`만큼 더합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# To make the loss smaller, should a parameter grow or shrink? You cannot look at all 101,110 at once, so look at one. If the first bias of the last layer, `model[2]`, moves by `d`, then the first of the 10 predictions of every sample changes by `d`. Everything else stays the same. So the function below copies the predictions (`detach().clone()`) and adds `d` to the first column.
#
# </div>


# %%
def loss_after_moving(d):
    moved = y_pred.detach().clone()
    moved[:, 0] += d
    return loss_fn(moved, y).item()


model = make_model()
y_pred = model(x)
loss = loss_fn(y_pred, y)
loss.backward()
gradient = model[2].bias.grad[0].item()
print(f"gradient: {gradient:.3g}")
print(f"change of the loss for d = 0.01: {loss_after_moving(0.01) - loss.item():+.2f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 편향을 0.01만큼 키우면 손실은 0.21만큼 커집니다. 움직인 것의 21배입니다. 더 조금 움직일수록 이 배율은 어떤 수에 가까워지는데, 그 수가 변화도입니다. PyTorch는 움직여 보지 않고도 `backward()`로 변화도를 구하여 `.grad`에 담아 두며, 여기에서는 20.7입니다.
#
# 변화도가 양수이면 매개변수를 줄이는 쪽이, 음수이면 키우는 쪽이 내리막입니다. 그쪽으로 얼마나 움직일까요? 변화도에 학습률이라는 작은 수를 곱한 만큼입니다. 학습률 0.002로 여섯 번 움직여 봅니다. 움직일 때마다 바뀌는 변화도 `slope`는 양옆으로 조금 움직여 재고, 움직인 거리는 `path`에 적습니다. 나머지 두 줄은 그림에만 쓰므로 지나쳐도 됩니다. 걸음의 길이는 매번 같을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If the bias grows by 0.01, the loss grows by 0.21, which is 21 times as much. The smaller the move, the closer this factor gets to one number, the gradient. PyTorch finds it with `backward()`, without moving anything, and keeps it in `.grad`. Here, it is 20.7.
#
# If the gradient is positive, the loss falls when the parameter shrinks a little; if it is negative, when it grows. How far should it move that way? By the gradient times a small number, the learning rate. Move six times with a learning rate of 0.002. The gradient changes on the way; `slope` measures it from a little to the left and a little to the right. `path` keeps how far the bias has moved; the last two lines are only for the figure. Are all steps equally long?
#
# </div>

# %%
path = [0.0]
for _ in range(6):
    slope = (loss_after_moving(path[-1] + 0.01) - loss_after_moving(path[-1] - 0.01)) / 0.02
    path.append(path[-1] - 0.002 * slope)

distances = [d / 100 for d in range(-35, 21)]
tangent = [loss.item() + gradient * d for d in distances[25:]]

# %% tags=["slide"]
fig, ax = plt.subplots()
ax.plot(distances, [loss_after_moving(d) for d in distances], label="손실 · loss")
ax.plot(distances[25:], tangent, "k:", label="접선 · tangent")
ax.plot(path, [loss_after_moving(d) for d in path], "C1o", label="출발과 걸음 · start and moves")
ax.set(xlabel="편향이 움직인 거리 d · how far the bias moved, d", ylabel="손실 · loss")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 바닥에 가까울수록 곡선이 완만해지고, 그만큼 걸음도 저절로 짧아집니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The closer to the bottom, the gentler the slope, and the shorter the steps.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 점선은 출발한 자리의 접선(tangent)입니다. 접선이 기울어진 정도가 그 자리의 변화도, 20.7입니다. 그런데 손실은 713에서 711로 줄었을 뿐입니다. 이 편향 하나로는 이 정도가 고작입니다.
#
# 그래서 프로그램은 매개변수 101,110개를 한꺼번에, 저마다 자기 변화도의 반대쪽으로 움직입니다. 이렇게 내리막을 따라 되풀이하여 움직이는 방법을 경사하강법(gradient descent)이라고 합니다. 모두 함께 움직이면 바닥을 지나치기 쉬우므로 학습률은 더 작게 0.0001, 코드로는 `1e-4`로 합니다. `backward()`가 변화도를 구하는 방법은 [수업 04](04_backward_pass.ipynb)에서 봅니다.
#
# 변화도를 "기울기"나 "그래디언트"라고 부르는 책도 많습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The dotted line is the tangent at the start. Its slope is the gradient there, 20.7. But the loss only fell from 713 to 711. This bias alone cannot do much more.
#
# So the program moves all 101,110 parameters at once, each one opposite to its own gradient. Going downhill like this, step by step, is called gradient descent. When they all move together, it is easy to overshoot the bottom, so the learning rate is smaller: 0.0001, or `1e-4` in code. How `backward()` finds the gradients is the subject of [lesson 04](04_backward_pass.ipynb).
#
# </div>

# %% [markdown]
# ## 갱신 루프 · Update loop

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 지금까지 본 조각을 하나로 잇습니다. 한 단계(step)에서 하는 일은 다섯 가지이고, 프로그램은 그것을 500번 되풀이합니다. 그림에서 모델이 바뀌는 곳은 몇 번일까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now put the pieces together. One step has five parts, and the program goes around 500 times. In which part does the model change?
#
# </div>

# %% tags=["slide"]
plot_loop()
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 모델은 5번에서만 바뀝니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The model changes only in part 5.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 나머지 넷은 그 준비입니다. 다섯 가지를 하나씩 말로 하면 이렇습니다.
#
# 1. 순전파(forward pass): `model(x)`로 예측합니다.
# 2. 손실: `loss_fn`으로 얼마나 틀렸는지 계산합니다.
# 3. 지우기: `zero_grad()`로 앞 단계의 변화도를 지웁니다. 지우지 않으면 새 변화도가 거기에 더해집니다.
# 4. 역전파(backward pass): `backward()`가 매개변수마다 변화도를 구합니다. 앞 그림의 주황색 화살표입니다. 도중에 나오는 `y_pred`, `h`, `z`의 변화도는 쓰고 버립니다.
# 5. 갱신: 변화도에 학습률을 곱하여 매개변수에서 뺍니다. 텐서에서 `-=`은 텐서 자체를 고치므로 모델이 바뀝니다.
#
# 이 갱신 루프를 학습 루프(training loop)라고 부르는 책도 많습니다.
#
# PyTorch는 변화도를 구하려고, 매개변수에서 손실까지 이어지는 계산을 모두 기록합니다. 갱신은 기록할 까닭이 없으므로 `torch.no_grad()`로 기록을 잠시 끕니다.
#
# 같은 처음 값에서 다시 학습하면서, 이번에는 0, 10, 100, 499단계의 예측을 `snapshots`에 남겨 둡니다. 여기에서 `detach()`는 예측을 기록에서 떼어 냅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The other four prepare it. One by one, in words:
#
# 1. Forward pass: `model(x)` makes predictions.
# 2. Loss: `loss_fn` computes how wrong they are.
# 3. Clearing: `zero_grad()` clears the gradients of the previous step. Otherwise, the new ones would be added to them.
# 4. Backward pass: `backward()` finds the gradient for every parameter, along the orange arrows of the picture above. Those of `y_pred`, `h` and `z`, on the way, are not kept.
# 5. Update: the gradient times the learning rate is subtracted from each parameter. On a Tensor, `-=` changes the Tensor itself, and so the model.
#
# Many books call this the training loop.
#
# To find gradients, PyTorch records the computations that lead from the parameters to the loss. The update should not be recorded, so `torch.no_grad()` switches the recording off for a moment.
#
# Train again from the same first values, and this time keep the predictions of steps 0, 10, 100 and 499 in `snapshots`. Here, `detach()` takes the predictions out of the record.
#
# </div>

# %% tags=["slide"]
model = make_model()
learning_rate = 1e-4
losses, snapshots = [], {}
for t in range(500):
    y_pred = model(x)  # 1 순전파 · forward pass
    loss = loss_fn(y_pred, y)  # 2 손실 · loss
    losses.append(loss.item())
    if t in (0, 10, 100, 499):
        snapshots[t] = y_pred.detach()

    model.zero_grad()  # 3 지우기 · clear
    loss.backward()  # 4 역전파 · backward pass
    with torch.no_grad():  # 5 갱신 · update
        for param in model.parameters():
            param -= learning_rate * param.grad

for t in (0, 10, 100, 499):
    print(f"t: {t:3d}   loss: {losses[t]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 학습이 일어나는 모습을 눈으로 볼 수 있습니다. 맨 위는 정답이고, 그 아래는 네 단계의 예측입니다. 표를 눕혀 그렸으므로 세로줄 하나가 샘플 하나입니다. 몇 단계에서 정답과 구별하기 어려워지나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# You can watch the training happen. At the top are the targets, and below them the predictions of the four steps. The tables lie on their side, so each column is one sample. At which step can you no longer tell predictions from targets?
#
# </div>

# %% tags=["slide"]
tables = {"정답 · targets": y}
tables |= {f"{t}단계 · step {t}": kept for t, kept in snapshots.items()}
plot_tables(tables)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 100단계의 예측은 벌써 정답과 구별하기 어렵습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# At step 100, the predictions can hardly be told from the targets.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 0단계의 예측은 정답과 아무 상관이 없고 색도 옅습니다. 10단계에서는 정답의 진한 곳이 희미하게 비치기 시작합니다. 그런데 100단계에서도 손실은 아직 2.41입니다. 눈은 그만큼을 놓칩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# At step 0, the predictions have nothing to do with the targets, and they are pale. At step 10, the darkest spots of the targets begin to show faintly. And yet, the loss at step 100 is still 2.41. The eye misses that much.
#
# </div>

# %% [markdown]
# ## 손실 곡선 · Loss curve

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 눈보다 예민한 것이 손실입니다. 손실 500개를 모두 그립니다. 세로축은 로그 눈금(log scale)이어서, 가로줄을 하나 내려갈 때마다 손실이 10분의 1이 됩니다. 그래서 큰 손실과 작은 손실의 변화를 한 그림에서 볼 수 있습니다. 손실이 단계마다 같은 비율로 줄면 이 눈금에서는 곧은 선이 됩니다. 정말 곧을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The loss is a sharper judge than the eye. Plot all 500 of them. The vertical axis has a logarithmic scale: from one horizontal line down to the next, the loss falls to 1/10. So you see changes of both large and small losses in one figure. If the loss fell by the same factor at every step, it would draw a straight line here. Does it?
#
# </div>

# %% tags=["slide"]
plot_loss_curve(losses)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실이 10분의 1로 줄어드는 데 드는 단계 수가 갈수록 늘어납니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Each further drop of the loss to 1/10 takes more steps than the one before.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 그래도 곡선은 한 번도 다시 올라가지 않습니다. 루프에서 한 가지를 빠뜨리면 이 곡선이 어떻게 되는지는 [수업 05](05_update_loop.ipynb)에서 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Still, the curve never goes up again. What becomes of it if a part of the loop is missing, you will see in [lesson 05](05_update_loop.ipynb).
#
# </div>

# %% [markdown]
# ## 둘째 내기 · The second bet

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 처음의 물음으로 돌아갑니다. 프로그램은 무작위로 뽑은 수를 맞히는 법을 알아낸 걸까요? 그렇다면 처음 보는 샘플의 정답도 맞혀야 합니다. 같은 방법으로 샘플 64개를 새로 뽑아 모델에 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now back to the first question. Has the program found out how to guess random numbers? If so, it should also guess the targets of samples it has never seen. Draw 64 new samples in the same way and give them to the model.
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 처음 보는 샘플에서, 학습을 마친 모델의 손실은 학습하기 전의 모델과 견주어 어떨까요?
#
# 1. 줄어들지 않습니다. 오히려 더 클 수도 있습니다.
# 2. 학습하기 전의 절반쯤입니다.
# 3. 이번에도 거의 0입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** On samples it has never seen, how does the loss of the trained model compare with that of the model before training?
#
# 1. It is no smaller, and it may even be larger.
# 2. It is about half of what it was before training.
# 3. It is almost 0 again.
#
# </div>

# %%
generator = torch.Generator().manual_seed(4)
x_fresh, y_fresh = make_random_data(N, D_in, D_out, generator=generator)
with torch.no_grad():
    loss_before = loss_fn(make_model()(x_fresh), y_fresh)
    loss_after = loss_fn(model(x_fresh), y_fresh)
print(f"before training: {loss_before.item():.3g}")
print(f"after training:  {loss_after.item():.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이번에는 1번입니다. 751이던 손실이 765로 오히려 조금 커졌습니다. 새 샘플의 정답과 예측도 색으로 봅니다. 이번에도 정답을 알아볼 수 있나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This time, answer 1 wins. The loss even grew a little, from 751 to 765. Look at the targets and predictions of the new samples in color, too. Can you recognize the targets this time?
#
# </div>

# %% tags=["slide"]
plot_tables({"정답 · targets": y_fresh, "예측 · predictions": model(x_fresh)})
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 처음 보는 샘플의 예측에는 정답의 흔적이 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# On samples it has never seen, the predictions show no trace of the targets.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 그토록 잘 맞히던 모델이 이 샘플에서는 조금도 나아지지 않았습니다. 시드 4를 다른 수로 바꾸어 실행해 보세요. 손실은 학습하기 전보다 대개 조금 크고 어쩌다 조금 작을 뿐, 0 근처에도 가지 않습니다. 예외는 1입니다. 학습할 데이터를 뽑은 시드여서, 처음 보는 샘플이 아니기 때문입니다. 입력에서 정답으로 가는 규칙은 처음부터 없었고, 모델은 본 정답을 외웠을(memorize) 뿐입니다. 그러니 학습한 데이터에서 손실이 0에 가깝다는 말만 듣고, 모델이 무엇인가를 배웠다고 믿어서는 안 됩니다. 언제 외우고 언제 배우는지는 [수업 06](06_what_was_learned.ipynb)에서 따져 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The model that was so good is no better on these samples than it was before training. Change the seed 4 to another number and run the two cells again. Mostly, the loss is a little larger than before training, now and then a little smaller, but it does not come near 0. The exception is 1, the seed that the training data came from: those samples are not new. No rule leads from these inputs to these targets, so there was none to find. The model has memorized the targets it saw, and no more. So a loss close to 0 on the training data does not show that a model has learned anything. When models memorize and when they learn is the subject of [lesson 06](06_what_was_learned.ipynb).
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 프로그램은 데이터, 모델, 손실, 갱신 루프로 이루어집니다.
# - 손실은 예측이 정답에서 얼마나 벗어났는지를 수 하나로 나타냅니다.
# - 변화도는 매개변수가 움직일 때 손실이 얼마나 빨리 변하는지를 나타냅니다. 아주 조금 움직이면 손실은 변화도에 움직인 거리를 곱한 만큼쯤 변합니다. 갱신할 때에는 변화도의 반대쪽으로, 변화도에 학습률을 곱한 만큼 움직입니다.
# - 한 단계에서는 순전파, 손실 계산, 변화도 지우기, 역전파, 갱신을 차례로 합니다.
# - 이 모델은 정답 640개를 외웠고, 처음 보는 샘플의 정답은 맞히지 못했습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - The program consists of data, a model, a loss and an update loop.
# - The loss says in one number how far the predictions are from the targets.
# - The gradient for a parameter says how fast the loss changes when the parameter moves: for a tiny move, the loss changes by about the gradient times the move. The update goes the other way, by the gradient times the learning rate.
# - Each step has five parts: forward pass, loss, clearing the gradients, backward pass, update.
# - This model memorized 640 targets. It could not predict those of samples that it had never seen.
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
# | [01](01_random_data.ipynb) | 무작위 데이터 | 텐서의 모양, 우연한 관계, 시드, 외울 수 있는 조건 |
# | [02](02_model.ipynb) | 모델 정의 | 꺾인 선을 그리는 ReLU, 세 가지 방법으로 만드는 같은 모델, 매개변수 세기 |
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
# | [01](01_random_data.ipynb) | Random data | shapes of Tensors, patterns by chance, seeds, and what makes memorizing possible |
# | [02](02_model.ipynb) | The model | bent lines from ReLUs, the same model made in three ways, counting parameters |
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
# **연습 1.** 손실이 처음으로 1보다 작아지는 단계 `t`를 정수로 돌려주는 함수 `first_step_below_1`을 완성하세요. `losses`는 손실을 차례로 담은 리스트이고, `t`는 0부터 셉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The exercises have functions that check your answers. Their names begin with `check`. If an answer is wrong, they tell you what is wrong and show a hint. They also say how to see another hint.
#
# **Exercise 1.** Complete the function `first_step_below_1`. It returns the step `t` at which the loss first falls below 1, as a whole number. `losses` is a list of losses, one for each step, and `t` counts from 0.
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
# 손실을 처음부터 차례로 보다가 1보다 작은 손실이 나오면 그 단계를 돌려줍니다. 그림에서 곡선이 손실 1, 즉 눈금 $10^0$을 지나는 곳이 이 단계쯤인지 확인하세요.
#
# </div>
#
# <div lang="en">
#
# Go through the losses from the beginning and return the step of the first one below 1. Check in the figure that the curve crosses a loss of 1, which the axis writes as $10^0$, at about this step.
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
# **연습 2.** 손실 함수를 직접 만들어 봅니다. 예측과 정답의 차이를 제곱하여 모두 더한 텐서를 돌려주는 함수 `sum_of_squares`를 `loss_fn` 없이 완성하세요. 텐서의 제곱은 `** 2`, 합은 `.sum()`으로 구합니다. 아래 셀은 이 함수로 예측이 모두 0일 때의 손실을 출력합니다. 학습하기 전 모델의 손실보다 클까요, 작을까요? 예상한 다음, 같은 셀에서 `losses[0]`도 출력하여 비교해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Write the loss function yourself. Complete `sum_of_squares` without `loss_fn`: it returns the sum of the squared differences between predictions and targets, as a Tensor. `** 2` squares a Tensor, and `.sum()` adds up its numbers. The cell then prints the loss you would get with no model at all, by always predicting 0. Is it larger or smaller than the loss of the model before training? Guess, then print `losses[0]` in the same cell and compare.
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
# 예측이 모두 0이면 손실은 정답을 제곱하여 모두 더한 값입니다. 학습하기 전 모델의 손실은 이보다 큽니다. 학습하기 전의 모델은 늘 0이라고 하는 것보다도 못합니다.
#
# </div>
#
# <div lang="en">
#
# When every prediction is 0, the loss is the sum of the squared targets. The loss of the model before training is larger. Taken together, its first predictions are worse than always predicting 0.
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

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 3.** 실행하지 않고 생각하는 연습입니다. 샘플 두 개의 입력이 똑같은데 정답은 서로 다르다고 생각해 보세요. 모델을 아무리 크게 만들고 아무리 오래 학습시켜도 손실이 0이 되지 않습니다. 왜 그럴까요? 그때 이 두 샘플에서 가장 좋은 예측은 무엇일까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 3.** This one is for thinking, not for running. Suppose that two samples have the same input but different targets. Then the loss cannot become 0, however large the model is and however long it is trained. Why? And what is the best prediction for these two samples?
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 3 · Solution 3</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 모델은 함수입니다. 같은 입력에는 같은 예측을 내놓을 수밖에 없으므로, 두 정답을 함께 맞힐 수 없습니다. 제곱의 합이 가장 작아지는 예측은 두 정답의 평균입니다. 정답이 1과 3일 때 1로 예측하면 손실은 4이지만, 평균인 2로 예측하면 2입니다. 외우려 해도 외울 수 없는 데이터가 있는 셈입니다.
#
# </div>
#
# <div lang="en">
#
# A model is a function. The same input always gives the same prediction, so it cannot match both targets. The sum of squares is smallest if the prediction is, number by number, the mean of the two targets: for 1 and 3, predicting 1 costs 4, and predicting the mean, 2, costs only 2. Not all data can be memorized.
#
# </div>
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
