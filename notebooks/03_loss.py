# %% [markdown]
# # 03 손실 · The loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 예측(prediction)이 640개 있는데 저마다 조금이나 많이 틀렸습니다. 전부 합해 얼마나 틀렸는지를 수 하나로 말하려면 어떻게 해야 할까요? 그 수가 있다 해도, 고칠 수 있는 매개변수(parameter)는 101,110개나 됩니다. 어느 쪽으로 고쳐야 덜 틀리게 될까요? 틀린 정도를 나타내는 수 하나가 손실(loss)이고, 내리막이 어느 쪽인지는 변화도(gradient)가 알려 줍니다. 이 수업에서는 둘 다 그림으로 봅니다.
#
# - **다루는 것**: 제곱의 합과 평균, 변화도의 뜻
# - **할 일**: 손실을 넓이로 그려 보고, 소리 없이 잘못된 것을 배우는 모델(model)을 만들어 보고, 내리막을 재어 봅니다.
# - **배우는 것**: 손실을 합에서 평균으로 바꿀 때 학습률(learning rate)을 어떻게 바꿀지, 모양(shape)이 어긋나면 무엇을 배우게 되는지, 변화도의 반대쪽으로 움직이면 손실이 얼마나 줄어드는지 알게 됩니다.
# - **준비**: [수업 00](00_whole_program.ipynb)을 마쳤으면 됩니다.
# - **시간**: 60분
#
# 제목에 "선택"이 있는 부분은 건너뛰어도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 640 predictions, some a little wrong, some very. How do you say in one number how wrong they are together? And once you have this number, which way should 101,110 parameters move to make it smaller? The one number is the loss, and the gradient says which way is down. In this lesson, you see both in pictures.
#
# - **What it is about**: sum and mean of squares, what a gradient says
# - **What you will do**: draw a loss as an area, build a model that learns the wrong thing in silence, and measure the way down.
# - **What you will learn**: how to change the learning rate when a mean replaces the sum, what a model learns when the shapes do not match, and how much the loss falls if you move opposite to the gradient.
# - **What you need**: [lesson 00](00_whole_program.ipynb).
# - **Time**: 60 minutes
#
# You can skip the sections with "Optional" in their headings.
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
# ## 넓이로 보는 손실 · The loss as an area

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 예측 네 개와 정답(target) 네 개로 시작합니다. 둘의 차이를 한 변으로 하는 정사각형을 그립니다. 정사각형의 넓이가 제곱이고, 넓이를 모두 더하면 손실입니다. 눈금에서 변의 길이를 읽어 보세요. 적힌 넓이와 맞나요? 손실의 대부분은 어느 원소(entry)에서 나오나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Start with four predictions and four targets. Draw each difference as the side of a square. The area of the square is the difference squared, and all areas together are the loss. Read each side off the scale. Does it fit the area written there? Which entry makes up most of the loss?
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import (
    make_random_data,
    plot_broadcasting,
    plot_loss_area,
    plot_loss_curve,
    plot_squares,
)

few_predictions = torch.tensor([2.0, 1.0, -1.0, 0.5])
few_targets = torch.tensor([-1.0, 2.0, -1.0, 0.0])

# %% tags=["slide"]
plot_squares(few_predictions, few_targets)
plt.show()

few_squares = (few_predictions - few_targets) ** 2
print("squares:", few_squares.tolist())
print("loss:   ", few_squares.sum().item())

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 세 배로 틀리면 정사각형의 넓이는 아홉 배가 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# An error three times as large has a square of nine times the area.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 0번 원소는 3만큼, 1번 원소는 1만큼 틀렸습니다. 틀린 정도는 3배인데 넓이는 9배입니다. 손실 10.25 가운데 9.0이 원소 하나에서 나왔습니다. 2번 원소는 정확히 맞혀서 정사각형이 없습니다.
#
# 이제 [수업 00](00_whole_program.ipynb)의 프로그램으로 갑니다. 학습(training)하기 전의 예측은 샘플(sample) 64개에 10개씩, 모두 640개입니다. `make_model`은 시드(seed)를 정하고 모델을 만드는 함수(function)이고, 만들 때마다 처음 값이 같습니다. 다음 셀의 `cumsum`은 앞에서부터 차례로 더한 값을 모두 돌려줍니다. 그 합이 절반에 못 미치는 것을 세고 하나를 더하면 절반에 이르는 개수입니다. `detach`는 수를 PyTorch의 기록에서 떼어 냅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Entry 0 is wrong by 3 and entry 1 by 1. The error is 3 times as large, the area 9 times. Of a loss of 10.25, one entry alone makes up 9.0. Entry 2 is exactly right, so it has no square.
#
# Now go to the program of [lesson 00](00_whole_program.ipynb). Before training, there are 10 predictions for each of 64 samples, 640 in all. `make_model` is a function that sets the seed and makes a model, so the initial values are the same every time. In the cell after it, `cumsum` adds up from the front and returns every sum on the way. Count those below half; with the next entry, the sum reaches it. `detach` takes the numbers out of PyTorch's record.
#
# </div>

# %%
N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)


def make_model(d_out=D_out):
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, d_out))


y_pred = make_model()(x)

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 원소 640개를 크게 틀린 것부터 차례로 늘어놓습니다. 앞에서부터 얼마를 더하면 손실의 절반이 될까요?
#
# 1. 절반쯤
# 2. 4분의 1쯤
# 3. 8분의 1쯤
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** Line up the 640 entries, the most wrong ones first. How many of them together make up half of the loss?
#
# 1. About half of them
# 2. About 1/4 of them
# 3. About 1/8 of them
#
# </div>

# %%
squares = ((y_pred - y) ** 2).detach().flatten()
largest_first = squares.sort(descending=True).values
share = largest_first.cumsum(dim=0) / squares.sum()
for_half = (share < 0.5).sum().item() + 1
print("entries:      ", squares.numel())
print("half the loss:", for_half)

plot_loss_area(y_pred, y)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 가장 크게 틀린 82개가 손실의 절반을 차지합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The 82 largest errors make up half of the loss.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 답은 3번입니다. 640개의 8분의 1쯤인 82개가 손실의 절반입니다. 그림에서는 조각 하나의 넓이가 원소 하나의 차이를 제곱한 값이고, 조각은 모두 640개입니다. 파란 조각이 절반을 차지하는데 몇 개 되지 않습니다. 제곱은 크게 틀린 것을 무겁게 벌하기 때문입니다.
#
# 조각을 모두 모으면 정사각형 하나가 됩니다. 그 넓이가 손실입니다. 그렇다면 그림 아래에 적힌 한 변의 길이는 무엇을 뜻할까요? 아래에서 `vector_norm`은 차이를 제곱하여 더하고 제곱근을 씌웁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 3 wins: 82 of the 640 entries, about 1/8, make up half of the loss. In the picture, the area of each piece is the squared error of one entry, and there are 640 pieces. The blue ones take up half, and they are few. Squares punish large errors hard.
#
# All the pieces together form one square. Its area is the loss. What, then, does the length of its side mean, which stands below it? Below, `vector_norm` squares the differences, adds them up and takes the square root.
#
# </div>

# %% [markdown] tags=["slide"]
# $$L = \sum_{i=1}^{N} \sum_{j=1}^{D_{out}} \left(\hat{y}_{ij} - y_{ij}\right)^2$$

# %% tags=["slide"]
loss_fn = nn.MSELoss(reduction="sum")
loss = loss_fn(y_pred, y)
distance = torch.linalg.vector_norm(y_pred - y)
print(f"loss:     {loss.item():.3g}")
print(f"distance: {distance.item():.3g}, squared: {distance.item() ** 2:.3g}")

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실 713은 거리 26.7의 제곱입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The loss, 713, is the distance 26.7 squared.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 공식의 기호 $\sum$ 두 개는 모두 더하라는 뜻입니다. $\hat{y}$은 예측, $y$는 정답이고, $i$는 샘플, $j$는 그 샘플의 몇 번째 수인지를 나타냅니다. 두 점 사이의 거리도 차이를 제곱하여 더하고 제곱근을 씌워 구합니다. 예측 640개를 점 하나, 정답 640개를 점 하나로 보면 둘 사이의 거리가 26.7이고, 손실은 그 제곱입니다. 그래서 유클리드 거리의 제곱(squared Euclidean distance)이라고 합니다.
#
# 이름은 조금 헷갈립니다. `MSELoss`의 MSE는 평균 제곱 오차(mean squared error)의 머리글자인데, `reduction="sum"`을 주면 평균이 아니라 합을 구하는 손실 함수(loss function)가 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In the formula, the two signs $\sum$ mean: add up. $\hat{y}$ is a prediction and $y$ a target, $i$ counts the samples and $j$ the numbers of a sample. The distance between two points, too, is the square root of a sum of squared differences. Take the 640 predictions as one point and the 640 targets as another: they are 26.7 apart, and the loss is the square of that. It is called the squared Euclidean distance.
#
# The name is a little misleading. MSE in `MSELoss` stands for mean squared error, but with `reduction="sum"`, this loss function computes the sum, not the mean.
#
# </div>

# %% [markdown]
# ## 합과 평균 · Sum and mean

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `reduction`을 주지 않으면 `MSELoss`는 평균을 구합니다. 예측은 그대로인데 자만 바뀌는 셈입니다. 변화도는 어떻게 될까요? `backward()`로 변화도를 구하여, 둘째 `nn.Linear` 계층(layer)인 `model[2]`의 첫 편향(bias)에서 비교합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Without `reduction`, `MSELoss` computes the mean. The predictions are the same; only the ruler changes. What happens to the gradient? Get it with `backward()`, and compare at the first bias of the second `nn.Linear` layer, `model[2]`.
#
# </div>

# %% tags=["slide"]
mean_fn = nn.MSELoss()
for name, function in (("sum: ", loss_fn), ("mean:", mean_fn)):
    model = make_model()
    loss = function(model(x), y)
    loss.backward()
    gradient_of_bias = model[2].bias.grad[0].item()
    print(f"{name} loss {loss.item():.3g}, gradient {gradient_of_bias:.3g}")
print("number of entries:", y.numel())

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 평균은 합을 640으로 나눈 것이므로, 변화도 20.7도 640으로 나누어져 0.0324가 됩니다. 한 단계(step)에 움직이는 거리는 변화도에 학습률을 곱한 것입니다.
#
# 아래의 루프(loop)는 [수업 00](00_whole_program.ipynb)의 것입니다. PyTorch는 변화도를 구하려고 계산을 기록하는데, 갱신(update)은 기록할 계산이 아니므로 `torch.no_grad()`로 기록을 잠시 끕니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The mean is the sum divided by 640, so the gradient 20.7 is divided by 640, too, and becomes 0.0324. In each step, a parameter moves by its gradient times the learning rate.
#
# The loop below is the one of [lesson 00](00_whole_program.ipynb). PyTorch records computations to find gradients. The update should not be recorded, so `torch.no_grad()` switches the recording off for a moment.
#
# </div>


# %%
def losses_of(model, loss_fn, y, learning_rate):
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
    return losses


# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 평균으로도 합과 똑같이 학습하려면 학습률은 얼마여야 할까요?
#
# 1. `1e-4`에 640을 곱한 수
# 2. `1e-4` 그대로
# 3. `1e-4`를 640으로 나눈 수
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** Which learning rate makes the mean train like the sum?
#
# 1. `1e-4` times 640
# 2. `1e-4`, as it is
# 3. `1e-4` divided by 640
#
# </div>

# %%
losses_sum = losses_of(make_model(), loss_fn, y, 1e-4)
losses_mean = losses_of(make_model(), mean_fn, y, 1e-4)
losses_640 = losses_of(make_model(), mean_fn, y, 640 * 1e-4)
print(f"sum,  {1e-4:g}: {losses_sum[0]:.3g} -> {losses_sum[-1]:.3g}")
print(f"mean, {1e-4:g}: {losses_mean[0]:.3g} -> {losses_mean[-1]:.3g}")
print(f"mean, {640 * 1e-4:g}:  {losses_640[0]:.3g} -> {losses_640[-1]:.1g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 답은 1번인 것 같습니다. 정말 처음부터 끝까지 똑같이 학습할까요? 평균에 640을 곱해 합으로 되돌려 그립니다. 어느 두 곡선이 겹치나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 1 seems to win. But is the training really the same from beginning to end? Multiply the means by 640, which turns them back into sums. Which two curves coincide?
#
# </div>

# %% tags=["slide"]
fig, ax = plt.subplots()
plot_loss_curve(losses_sum, ax, label="합, 0.0001 · sum, 0.0001", color="C3", linewidth=6)
plot_loss_curve([640 * loss for loss in losses_mean], ax, label="평균, 0.0001 · mean, 0.0001")
plot_loss_curve(
    [640 * loss for loss in losses_640], ax, label="평균, 0.064 · mean, 0.064", color="black"
)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 평균으로 바꾸면 이 루프에서는 학습률에 원소의 수를 곱해야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# With the mean, this loop needs the learning rate times the number of entries.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 학습률을 그대로 두면 첫 걸음이 640분의 1로 줄어들고, 평균은 500단계 동안 1.11에서 1.04로 줄어들 뿐입니다. 오류는 없고, 학습이 멈춘 것처럼 보입니다. 학습률에 640을 곱해 0.064로 하면 합으로 학습할 때의 곡선과 겹칩니다. 언제나 640을 곱하는 것은 아닙니다. 더한 제곱의 개수를 곱하는데, 예측과 정답의 모양이 같으면 그 수가 `y.numel()`입니다. 변화도에 학습률을 곱해 빼는 갱신에서 그렇습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With the same learning rate, the first step is only 1/640 as long, and the mean only falls from 1.11 to 1.04 in 500 steps. There is no error, and training seems to stand still. With the learning rate multiplied by 640, which makes it 0.064, the curve coincides with the one for the sum. The factor is not always 640. It is the number of squares in the sum. If predictions and targets have the same shape, that is `y.numel()`. This holds for updates that subtract the gradient times the learning rate.
#
# </div>

# %% [markdown]
# ## 브로드캐스팅 · Broadcasting

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 지금까지는 예측과 정답의 모양이 같았습니다. 모양이 다르면 어떻게 될까요? 모양이 `(2, 3)`인 텐서(Tensor)에 행(row) 하나뿐인 `(3,)` 텐서를 더해 봅니다. 오른쪽 표에 어떤 수가 나올지 가리고 맞혀 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# So far, predictions and targets had the same shape. What if they do not? Add a Tensor of shape `(3,)`, a single row, to a Tensor of shape `(2, 3)`. Cover the table on the right and work out its numbers.
#
# </div>

# %% tags=["slide"]
two_rows = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
one_row = torch.tensor([10.0, 20.0, 30.0])
plot_broadcasting(two_rows, "+", one_row)
plt.show()
print(tuple(two_rows.shape), tuple(one_row.shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 가운데 표에서 굵은 테두리 안이 주어진 수이고, 나머지는 그것을 되풀이한 것입니다. PyTorch는 두 모양을 오른쪽 끝에 맞추어 놓고 차원(dimension)을 하나씩 견줍니다. 크기가 같으면 그대로 두고, 한쪽이 1이거나 없으면 다른 쪽의 크기만큼 늘입니다. 이것을 브로드캐스팅(broadcasting)이라고 합니다. 크기가 다른데 어느 쪽도 1이 아니면 오류입니다.
#
# 브로드캐스팅은 모델 안에서도 늘 일어납니다. 첫 계층의 가중치(weight)로 계산한 `(64, 100)`에 모양이 `(100,)`인 편향을 더할 때가 그렇습니다. 아래 그림의 가운데에는 왜 세로줄이 생겼을까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In the middle table, the thick frame holds what was given, and the rest repeats it. PyTorch lines up the two shapes at their right ends and compares them dimension by dimension. Equal sizes stay. Where one has a 1 or nothing, it is stretched to the size of the other. This is called broadcasting. If the sizes differ and neither is 1, it is an error.
#
# It happens inside the model all the time: the first layer computes `(64, 100)` numbers with its weights and adds its bias, of shape `(100,)`. Why does the middle of the picture below have vertical stripes?
#
# </div>

# %% tags=["slide"]
layer = make_model()[0]
without_bias = x @ layer.weight.T
plot_broadcasting(without_bias, "+", layer.bias)
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 편향 한 줄이 64개의 행에 되풀이됩니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# One row of biases is repeated for 64 rows.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 편향 100개가 한 줄로 64번 되풀이되기 때문입니다. 굵은 선이 그 한 줄이고, 샘플마다 같은 편향이 더해집니다. 초록은 양수, 보라는 음수이고 진하기는 표마다 따로 정했습니다. 편향은 왼쪽의 수보다 훨씬 작아서, 더해도 오른쪽에 세로줄이 보이지 않습니다. 코드의 `@`는 행렬 곱(matrix multiplication)이고 `.T`는 행과 열을 바꿉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Because the 100 biases are one row, repeated 64 times. The thick line is that row, and each sample gets the same biases. Green is positive, purple negative, and each table has its own scale. The biases are much smaller than the numbers on the left, so their stripes do not show on the right. In the code, `@` is matrix multiplication, and `.T` swaps rows and columns.
#
# </div>

# %% [markdown]
# ## 모양의 함정 · The shape trap

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 같은 규칙이 손실에서는 함정이 됩니다. 예측이 정답 네 개를 모두 정확히 맞혔다고 생각해 보세요. 다만 예측은 모양이 `(4, 1)`이고 정답은 `(4,)`입니다. 차이는 모두 0이어야 합니다. 그림에서 0은 어디에 있나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The same rule becomes a trap in a loss. Suppose that the predictions match four targets exactly, but have the shape `(4, 1)`, and the targets `(4,)`. All differences should be 0. Where in the picture is 0?
#
# </div>

# %% tags=["slide"]
four = torch.tensor([1.0, 2.0, 4.0, -1.0])
column = four[:, None]
plot_broadcasting(column, "-", four)
plt.show()
print("sum of squares:", ((column - four) ** 2).sum().item())

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 모두 맞힌 예측인데 0은 대각선에만 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# All predictions are right, but only the diagonal is 0.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 오른쪽 끝에 맞추면 `(4, 1)`의 1은 4로 늘어나고, `(4,)`에 없는 차원도 4로 늘어납니다. 예측마다 정답 네 개를 하나씩 뺀 셈이어서, 차이가 16개나 됩니다. 0이어야 할 손실이 104.0입니다. 코드의 `[:, None]`은 크기가 1인 차원을 덧붙입니다.
#
# 실제 크기에서도 봅니다. 정답의 첫 열(column)만 맞히는 문제로 바꾸고, 모두 맞힌 예측을 `loss_fn`에 넣습니다. `y[:, :1]`은 열 하나를 차원으로 남기고, `y[:, 0]`은 그 차원을 없앱니다. PyTorch가 경고를 내므로 붙잡아서 첫 문장을 읽습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Lined up at the right end, the 1 of `(4, 1)` is stretched to 4, and the dimension that `(4,)` lacks becomes 4, too. Each of the four targets is subtracted from each prediction, which makes 16 differences. The loss should be 0, but it is 104.0. In the code, `[:, None]` adds a dimension of size 1.
#
# See it at the real size. Let only the first column of the targets count, and give `loss_fn` predictions that are all right. `y[:, :1]` keeps the column as a dimension, and `y[:, 0]` drops that dimension. PyTorch warns; catch the warning and read its first sentence.
#
# </div>

# %% tags=["slide"]
import warnings

y_column, y_flat = y[:, :1], y[:, 0]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss_in_trap = loss_fn(y_column, y_flat)
print("shapes:", tuple(y_column.shape), tuple(y_flat.shape))
print("same shape: ", loss_fn(y_column, y_column).item())
print(f"in the trap: {loss_in_trap.item():,.0f}")
print(str(caught[0].message).split(". ")[0])

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 정답과 똑같은 예측의 손실이 9,762입니다. 경고에 나온 말 가운데 target size 쪽이 정답이고 input size 쪽이 예측입니다. 여기에 나오지 않은 다음 문장은 브로드캐스팅 때문에 결과가 틀리기 쉽다고 합니다. 그래도 오류는 아니어서 학습은 이어집니다. 손실을 직접 적으면 그런 경고도 없습니다. 그렇게 학습시켜 봅니다. 출력(output)이 하나인 모델 둘을 같은 처음 값에서 출발시키고, 한쪽에만 `(64,)` 모양의 정답을 줍니다. 모양이 맞으면 제곱이 64개이므로, 학습률은 둘 다 평균에 맞추어 64를 곱합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Predictions equal to the targets have a loss of 9,762. In the warning, target size belongs to the targets, and input size to the predictions. The next sentence, not printed here, says that broadcasting will likely make the result wrong. But it is no error, and training goes on. If you write the loss yourself, there is not even a warning. Train in this way: two models with one output start from the same initial values, and one of them gets targets of shape `(64,)`. With the right shapes, there are 64 squares, so for the mean, the learning rate of both is multiplied by 64.
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 함정에 빠진 모델은 500단계 뒤에 무엇을 예측하게 될까요?
#
# 1. 정답을 예측하지만, 올바른 모델보다 덜 정확합니다.
# 2. 모든 샘플에 똑같은 수를 예측합니다.
# 3. 처음의 예측과 거의 같습니다.
# 4. 정답에서 점점 멀어져 아주 큰 수를 예측합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** What does the model in the trap predict after 500 steps?
#
# 1. The targets, but less exactly than the other model.
# 2. The same number for every sample.
# 3. Almost what it predicted at first.
# 4. Huge numbers, farther and farther from the targets.
#
# </div>


# %%
def mean_of_squares(y_pred, y):
    return ((y_pred - y) ** 2).mean()


right, trapped = make_model(1), make_model(1)
losses_right = losses_of(right, mean_of_squares, y_column, 64 * 1e-4)
losses_trapped = losses_of(trapped, mean_of_squares, y_flat, 64 * 1e-4)
print(f"right:   {losses_right[0]:.3f} -> {losses_right[-1]:.3f}")
print(f"trapped: {losses_trapped[0]:.3f} -> {losses_trapped[-1]:.3f}")

fig, ax = plt.subplots()
y_right, y_trapped = right(x)[:, 0].detach(), trapped(x)[:, 0].detach()
ax.plot(y_flat, y_right, "C0o", label="같은 모양 · same shape")
ax.plot(y_flat, y_trapped, "C1D", label="함정 · trap")
ax.set(xlabel="정답 · target", ylabel="예측 · prediction")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 함정에 빠진 모델은 어떤 샘플에나 정답의 평균을 예측합니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The model in the trap predicts the mean of the targets for every sample.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 답은 2번입니다. 올바른 모델의 점은 예측과 정답이 같은 선 위에 있는데, 함정에 빠진 모델의 점은 가로로 한 줄입니다. 그 높이를 재어 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 2 wins. The dots of the right model lie where prediction and target are equal; those of the other one form a horizontal line. Measure its height.
#
# </div>

# %%
print(f"predictions: {y_trapped.min().item():.3f} to {y_trapped.max().item():.3f}")
print(f"mean of the targets: {y_flat.mean().item():.3f}")
print(f"variance of the targets: {y_flat.var(correction=0).item():.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 예측은 모두 -0.177, 바로 정답의 평균입니다. 함정에서는 예측 하나하나가 정답 64개와 모두 비교되는데, 그 차이를 제곱하여 더한 값은 예측이 평균일 때 가장 작기 때문입니다. 어떤 샘플의 입력(input)이든 가장 좋은 수는 똑같습니다. 처음 값이 같은데 처음 손실이 1.304와 1.270으로 다른 것도 비교하는 짝이 다르기 때문입니다. 그런데도 손실은 1.270에서 줄어들다가 1.192에서 멈춥니다. 멈춘 값은 정답과 그 평균의 차이를 제곱하여 평균한 값, 즉 분산입니다. 코드의 `correction=0`은 개수 64로 나누라는 뜻입니다. 손실이 더 줄지 않으면 먼저 모양을 출력해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All predictions are -0.177, which is the mean of the targets. In the trap, each prediction is compared with all 64 targets, and the number with the smallest sum of squares to all of them is their mean. Which input a sample has makes no difference to this best number. The pairs that are compared are also why the first losses, 1.304 and 1.270, differ although the first values are the same. And yet the loss does fall, from 1.270 to 1.192, where it stops: that is the variance of the targets, the mean of their squared distances from their mean. In the code, `correction=0` divides by their number, 64. When a loss stops falling, print the shapes first.
#
# </div>

# %% [markdown]
# ## 변화도의 뜻 · What a gradient says

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 어느 쪽이 내리막인지 알아봅니다. [수업 00](00_whole_program.ipynb)에서는 편향 하나를 움직이면서 손실을 재었고, 접선(tangent)이 가파른 정도가 그 편향의 변화도였습니다. 매개변수가 둘이면 어떨까요? 변화도가 3과 -2일 때 첫째를 0.1, 둘째를 0.2만큼 키웁니다. 첫째 때문에 손실은 $3 \times 0.1$쯤 커지고, 둘째 때문에 $2 \times 0.2$쯤 줄어듭니다. 모두 얼마나 변할까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now find out which way is down. In [lesson 00](00_whole_program.ipynb), you moved one bias and measured the loss; the steepness of the tangent was the gradient for this bias. What about two parameters? Let the gradients be 3 and -2, and raise the first parameter by 0.1 and the second by 0.2. Because of the first, the loss grows by about $3 \times 0.1$; because of the second, it falls by about $2 \times 0.2$. How much does it change in all?
#
# </div>

# %%
gradients = torch.tensor([3.0, -2.0])
moves = torch.tensor([0.1, 0.2])
print(f"change: {(gradients @ moves).item():.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# -0.1쯤입니다. 수를 한 줄로 늘어놓은 것을 벡터(vector)라고 하고, 두 벡터를 원소끼리 곱하여 모두 더한 것을 내적(inner product)이라고 합니다. 차원이 하나인 텐서 사이의 `@`가 바로 내적입니다. 매개변수가 101,110개여도 마찬가지입니다. 저마다 조금씩 움직이면 손실의 변화 $\Delta L$은 변화도 $g$와 움직임 $d$의 내적에 가깝습니다. $k$는 매개변수를 셉니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# By about -0.1. Numbers in a row are called a vector; two vectors multiplied entry by entry and added up give their inner product. Between Tensors of one dimension, `@` is the inner product. For 101,110 parameters, it is the same. If each moves a little, the change of the loss, $\Delta L$, is close to the inner product of the gradient $g$ and the move $d$. Here, $k$ counts the parameters.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\Delta L \approx \sum_{k} g_k d_k$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 매개변수의 변화도를 모두 한 줄로 이으면 벡터 하나, 즉 방향 하나가 됩니다. 이 방향은 오르막입니다. 벡터의 길이는 거리처럼 원소를 제곱하여 더하고 제곱근을 씌운 값입니다. 변화도의 반대 방향을 길이 1로 맞추어 `downhill`이라고 합니다. 방향끼리 비교하려면 길이가 같아야 하기 때문입니다. 변화도와 `downhill`의 내적이 이 방향의 `slope`, 즉 출발점에서 이 방향으로 움직인 거리에 견주어 손실이 변하는 빠르기입니다. `parameters_to_vector`는 매개변수를, `torch.cat`은 변화도를 한 줄로 잇습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The gradients for all parameters in one row are a vector, and so a direction. It leads up. The length of a vector is, like a distance, the square root of the sum of its squared entries. Take the opposite direction, scale it to length 1, and call it `downhill`. Directions can only be compared if they have the same length. The inner product of the gradient and `downhill` is the `slope` in this direction: how fast the loss changes at the start, per distance moved. `parameters_to_vector` puts the parameters in one row, and `torch.cat` the gradients.
#
# </div>

# %% tags=["slide"]
model = make_model()
loss_fn(model(x), y).backward()
start = nn.utils.parameters_to_vector(model.parameters()).detach()
gradient = torch.cat([param.grad.flatten() for param in model.parameters()])
downhill = -gradient / torch.linalg.vector_norm(gradient)
slope = (gradient @ downhill).item()
print(f"parameters: {len(start):,}")
print(f"slope:      {slope:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도와 길이가 1인 방향의 내적은 변화도의 길이에 -1과 1 사이의 수를 곱한 값입니다. 변화도의 정반대 방향에서 이 수가 -1이 됩니다. 그래서 이보다 가파른 내리막은 없고, 776이 변화도의 길이입니다. 학습률이 `1e-4`이면 한 단계에 변화도의 `1e-4`배, 즉 0.0776만큼 움직입니다. 그만큼 움직인 다음과 1만큼 움직인 다음의 손실을, 접선이 말하는 값과 나란히 놓아 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The inner product of the gradient with a direction of length 1 is the length of the gradient times a number between -1 and 1. Straight against the gradient, this number is -1. So no way down is steeper, and 776 is the length of the gradient. With the learning rate `1e-4`, one step moves by `1e-4` times that, which is 0.0776. Compare the loss after this move, and after a move of 1, with what the tangent says.
#
# </div>


# %% tags=["slide"]
def loss_along(direction, a):
    nn.utils.vector_to_parameters(start + a * direction, model.parameters())
    with torch.no_grad():
        return loss_fn(model(x), y).item()


step_length = 1e-4 * abs(slope)
loss_at_start = loss_along(downhill, 0)
for a in (step_length, 1):
    tangent = loss_at_start + slope * a
    print(f"a: {a:<6.3g}  tangent: {tangent:5.3g}  loss: {loss_along(downhill, a):.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 작은 걸음에서 접선은 652를, 실제 손실은 656을 가리킵니다. 제법 맞습니다. 그러나 1만큼 가면 접선은 -63.9라고 하는데, 손실은 음수가 될 수 없습니다. 실제로는 311입니다. 접선은 가까운 곳에서만 믿을 수 있습니다. `loss_along`은 움직인 매개변수를 `vector_to_parameters`로 모델에 넣고 손실을 잽니다. 변화도는 필요 없으므로 기록을 꺼 두었습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# For the small move, the tangent says 652, and the loss is 656. That is quite close. For a move of 1, though, the tangent says -63.9, and a sum of squares is never negative. The loss is 311. The tangent can be trusted only nearby. `loss_along` puts the moved parameters into the model with `vector_to_parameters` and measures the loss. It needs no gradient, so the recording is off.
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** 이번에는 무작위(random)로 고른 방향으로도 1만큼 움직여 봅니다. `downhill`로 움직이면 손실은 713에서 311이 됩니다. 무작위 방향으로 움직이면 어떻게 될까요?
#
# 1. 내리막에서 줄어든 만큼 늘어납니다.
# 2. 내리막의 절반쯤 줄어듭니다.
# 3. 거의 변하지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** This time, also move by 1 in a direction picked at random. Along `downhill`, the loss falls from 713 to 311. What happens in the random direction?
#
# 1. It grows by as much as it fell downhill.
# 2. It falls about half as far.
# 3. It hardly changes.
#
# </div>

# %%
generator = torch.Generator().manual_seed(5)
anywhere = torch.randn(len(start), generator=generator)
anywhere = anywhere / torch.linalg.vector_norm(anywhere)
print(f"slope: {(gradient @ anywhere).item():.2g}, loss: {loss_along(anywhere, 1):.3g}")

distances = [a / 20 for a in range(-10, 61)]
near = [a / 20 for a in range(-6, 21)]
fig, ax = plt.subplots()
ax.plot(distances, [loss_along(downhill, a) for a in distances], label="내리막 · downhill")
ax.plot(distances, [loss_along(anywhere, a) for a in distances], label="무작위 방향 · random")
ax.plot(near, [loss_at_start + slope * a for a in near], "k:", label="접선 · tangent")
ax.axhline(0, color="gray", linestyle="-", linewidth=1, label="손실 0 · loss 0")
ax.plot(0, loss_at_start, "ko", label="출발점 · start")
ax.set(xlabel="움직인 거리 a · distance a", ylabel="손실 · loss")
ax.legend(loc="upper right", ncols=2)
plt.show()

print("lowest at a:", min(distances, key=lambda a: loss_along(downhill, a)))

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 내리막으로는 손실이 뚝 떨어지고, 무작위 방향으로는 거의 그대로입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The loss drops along downhill, and hardly moves along a random direction.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 답은 3번입니다. 손실은 716으로 거의 그대로이고, `slope`도 1.7뿐입니다. 내리막도 끝없이 이어지지는 않습니다. 손실은 1.55쯤에서 가장 낮고, 더 가면 다시 커집니다. 출발점의 높이에 거의 되돌아오는 곳은 그림의 어디쯤인가요?
#
# 같은 매개변수를 같은 거리만큼 움직였습니다. 그런데 왜 무작위 방향은 아무 소용이 없을까요? 길이가 1인 두 방향의 내적이 0이면 둘은 직각입니다. 내적이 1.7뿐인 이 방향은 776인 변화도의 길이에 견주면 거의 직각입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 3 wins. The loss is 716, almost the same, and `slope` is only 1.7. The way down does not go on forever, either: the loss is lowest at about 1.55 and grows again beyond. Where in the picture is it almost back at the height of the start?
#
# The same parameters moved by the same distance. So why is a random direction of no use? Two directions of length 1 are at a right angle if their inner product is 0. Beside the length of the gradient, 776, an inner product of 1.7 is next to nothing: the direction is almost at a right angle to the gradient.
#
# </div>

# %% [markdown]
# ## 선택: 거의 직각인 방향 · Optional: Almost at right angles

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 길이가 1인 두 벡터의 내적은 방향이 같으면 1, 반대이면 -1, 직각이면 0입니다. 이 수를 코사인(cosine)이라고 합니다. 길이가 1이 아니면 내적을 두 길이로 나눕니다. 변화도의 마지막 원소 2개, 마지막 100개, 그리고 전체를 각각 무작위 방향 500개와 비교하여 코사인을 구합니다. 차원이 늘어나면 막대가 어떻게 달라지나요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The inner product of two vectors of length 1 is 1 for the same direction, -1 for the opposite one, and 0 at a right angle. This number is called the cosine. If the lengths are not 1, the inner product is divided by both of them. Compare the last 2 entries of the gradient, the last 100, and all of it with 500 random directions each. How do the bars change as the number of dimensions grows?
#
# </div>


# %%
def cosines_with(vector):
    generator = torch.Generator().manual_seed(6)
    cosines = []
    for _ in range(500):
        direction = torch.randn(len(vector), generator=generator)
        lengths = torch.linalg.vector_norm(vector) * torch.linalg.vector_norm(direction)
        cosines.append((vector @ direction / lengths).item())
    return cosines


cosines = [cosines_with(vector) for vector in (gradient[-2:], gradient[-100:], gradient)]
print("largest:", [f"{max(map(abs, some)):.2f}" for some in cosines])

# %% tags=["slide"]
fig, axes = plt.subplots(1, 3, figsize=(7, 3), sharex=True, layout="constrained")
for ax, some, n in zip(axes, cosines, (2, 100, len(gradient)), strict=True):
    ax.hist(some, bins=40, range=(-1, 1), label="무작위 방향 · random directions")
    ax.set_title(f"{n:,}")
    ax.set(xlabel="코사인 · cosine")
fig.suptitle("차원의 수 · number of dimensions", fontsize=12)
axes[0].set_ylabel("방향의 수 · directions")
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 차원이 많으면 무작위 방향은 거의 모두 변화도와 직각에 가깝습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# In many dimensions, random directions are almost at right angles to the gradient.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 2차원에서는 코사인이 1이나 -1에 가까운 방향도 많습니다. 101,110차원에서는 500개가 모두 0 옆에 몰려 있고, 절댓값이 가장 큰 것도 0.01입니다. 길이가 1인 무작위 방향은 원소 101,110개에 나뉘어 있어서 하나하나가 아주 작고 부호도 제각각입니다. 변화도와 곱하여 더하면 얼마 남지 않으므로, 아무렇게나 고른 방향은 변화도와 거의 직각이 됩니다. 무작위 방향도 절반쯤은 내리막이지만 거의 평평합니다. 가파른 내리막은 찍어서 찾을 수 없습니다. 변화도는 그 방향을 단번에 알려 줍니다. 어떻게 구하는지는 [수업 04](04_backward_pass.ipynb)에서 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In 2 dimensions, many directions have a cosine close to 1 or -1. In 101,110 dimensions, all 500 crowd around 0, and the largest cosine, without its sign, is 0.01. A random direction of length 1 is spread over 101,110 entries, each tiny and with a sign of its own. Multiplied by the gradient and added up, they leave little, so a direction picked at random is almost at a right angle to the gradient. About half of all random directions do lead down, but hardly at all. By guessing, you do not find a steep way. The gradient gives it at once; how it is computed is the subject of [lesson 04](04_backward_pass.ipynb).
#
# </div>

# %% [markdown]
# ## 선택: 손실의 지형 · Optional: The lay of the loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 출발점에서 두 방향으로 함께 움직이면 평면이 되고, 그 위의 손실은 지형이 됩니다. 가로는 변화도의 반대 방향, 세로는 무작위 방향입니다. 한 선 위에서는 손실이 같습니다. 화살표를 따라가면 선을 몇 개나 지나나요? 위나 아래로 가면 어떤가요? 그리는 코드는 읽지 않아도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Two directions from the starting point span a plane, and the loss over it is like a landscape. To the right is the direction opposite to the gradient, and up is the random direction. The loss is the same all along a line. How many lines does the arrow cross? And if you went up or down? You do not have to read the plotting code.
#
# </div>

# %%
across = [a / 10 for a in range(-5, 33)]
upward = [b / 5 for b in range(-8, 9)]
lay = [[loss_along(a * downhill + b * anywhere, 1) for a in across] for b in upward]

# %% tags=["slide"]
fig, ax = plt.subplots()
lines = ax.contour(across, upward, lay, levels=range(300, 1000, 100), colors="C0", linewidths=1.2)
lines.set_label("손실이 같은 선 · equal loss")
places = (-0.2, -0.1, 0.05, 0.2, 0.35, 0.65, 1.1, 1.95, 2.4, 2.65, 2.85, 3, 3.15)
ax.clabel(lines, colors="black", manual=[(a, -1) for a in places])
ax.annotate("", (1, 0), (0, 0), arrowprops={"arrowstyle": "-|>", "color": "C1", "linewidth": 2.5})
ax.plot(0, 0, "ko", label="출발점 · start")
ax.set(xlabel="변화도의 반대 방향 · opposite to the gradient", ylabel="무작위 방향 · random")
ax.set_title("손실이 같은 선 · lines of equal loss", loc="left")
ax.legend(handles=ax.get_lines(), loc="lower right", bbox_to_anchor=(1, 1))
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 내리막은 선을 가로지르고, 무작위 방향은 거의 선을 따라갑니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# Downhill crosses the lines, and the random direction runs almost along them.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 화살표는 선 네 개를 가로지르지만, 위아래로 가면 거의 선을 따라갑니다. 오른쪽에서는 같은 수가 다시 나옵니다. 거기에서 골짜기가 다시 올라갑니다. 출발점의 변화도는 출발점을 지나는, 손실이 같은 선과 직각을 이룹니다. 이 골짜기에서 학습이 어떤 길을 가는지는 [수업 05](05_update_loop.ipynb)에서 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The arrow crosses four lines. Up or down, you almost follow them. On the right, the same numbers come back: there, the valley rises again. The gradient at the start is at a right angle to the line of equal loss there. Which path a training takes through this valley is a matter for [lesson 05](05_update_loop.ipynb).
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 합으로 구한 손실은 예측과 정답 사이의 유클리드 거리의 제곱이고, 학습하기 전에는 크게 틀린 82개가 그 절반을 차지했습니다.
# - 이 루프에서 손실을 합에서 평균으로 바꾸어도 똑같이 학습하려면, 학습률에 원소의 수를 곱합니다. 여기에서는 640입니다.
# - 모양이 `(64, 1)`인 예측과 `(64,)`인 정답에서는 예측 하나가 정답 64개와 모두 비교되고, 모델은 정답의 평균만 배웠습니다.
# - 길이가 1인 방향의 `slope`는 변화도와의 내적이고, 변화도의 정반대 방향이 가장 가파른 내리막입니다.
# - 접선은 작은 걸음에서만 믿을 수 있습니다. 한 단계에서는 652와 656으로 가까웠고, 1만큼 가면 손실이 음수라고 했습니다.
# - 무작위 방향으로 1만큼 움직여도 손실은 거의 변하지 않았습니다. 변화도와 거의 직각이기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - The loss, taken as a sum, is the squared Euclidean distance between predictions and targets. Before training, the 82 largest errors made up half of it.
# - For the same training with the mean in place of the sum, this loop has to multiply the learning rate by the number of entries, here 640.
# - With predictions of shape `(64, 1)` and targets of shape `(64,)`, each prediction is compared with all 64 targets, and the model learned only their mean.
# - The `slope` in a direction of length 1 is its inner product with the gradient, and the way straight against the gradient is the steepest way down.
# - The tangent can be trusted only for a small move: it said 652 where the loss was 656 after one step, and a negative number after a move of 1.
# - After a move of 1 in a random direction, the loss had hardly changed, because such a direction is almost at a right angle to the gradient.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 모양의 함정에 빠지지 않는 손실 함수 `strict_loss`를 완성하세요. 두 모양이 같으면 차이를 제곱하여 모두 더한 텐서를 돌려주고, 다르면 `ValueError`를 냅니다. 오류는 `raise ValueError("shapes differ")`처럼 냅니다. 늘이면 같아지는 모양도, 원소의 수만 같은 모양도 다른 모양입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Complete `strict_loss`, a loss function that does not fall into the shape trap. If both shapes are the same, it returns the sum of the squared differences as a Tensor. If not, it raises a `ValueError`, as `raise ValueError("shapes differ")` does. Shapes that could be stretched to be the same, or that only have the same number of entries, are different, too.
#
# </div>

# %%
from tutorial_helpers.exercises import check_rate_over_samples, check_slope_along, check_strict_loss


def strict_loss(y_pred, y):
    return None  # 여기를 고치세요 · change this


check_strict_loss(strict_loss)
print("loss:", strict_loss(y_pred, y))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 모양은 `shape`로 비교합니다. `len`이나 `numel()`만 비교하면 `(64, 1)`과 `(64,)`의 차이를 놓칩니다. 모양을 슬쩍 고쳐서 계산하는 것보다 오류를 내는 편이 낫습니다. 어느 쪽이 잘못되었는지 함수는 알 수 없기 때문입니다.
#
# </div>
#
# <div lang="en">
#
# Compare `shape`. If you compare only `len` or `numel()`, `(64, 1)` and `(64,)` slip through. An error is better than quietly mending the shape, because the function cannot know which of the two is wrong.
#
# </div>
#
# ```python
# def strict_loss(y_pred, y):
#     if y_pred.shape != y.shape:
#         raise ValueError(f"shapes differ: {tuple(y_pred.shape)} and {tuple(y.shape)}")
#     return ((y_pred - y) ** 2).sum()
#
#
# check_strict_loss(strict_loss)
# print(f"loss: {strict_loss(y_pred, y).item():.3g}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 아래의 `mean_over_samples`처럼 샘플마다 제곱의 합을 구하고 그 합의 평균을 내는 손실도 자주 씁니다. 합을 손실로 하고 학습률 `learning_rate`로 학습시키던 모델이 이 손실로도 똑같이 학습하려면 학습률이 얼마여야 할까요? 그 학습률을 Python의 수로 돌려주는 함수 `rate_over_samples`를 완성하세요. `y`의 행과 열이 몇 개이든 맞아야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Another common loss takes the sum of squares for each sample and then the mean of these sums, like `mean_over_samples` below. A model is trained with the sum as its loss and with the learning rate `learning_rate`. Which learning rate makes it train in the same way with this other loss? Complete the function `rate_over_samples`, which returns it as a Python number. It must be right for any number of rows and columns of `y`.
#
# </div>


# %%
def mean_over_samples(y_pred, y):
    return ((y_pred - y) ** 2).sum(dim=1).mean()


def rate_over_samples(learning_rate, y):
    return None  # 여기를 고치세요 · change this


check_rate_over_samples(rate_over_samples)
print("learning rate:", rate_over_samples(1e-4, y))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 이 손실은 합을 샘플의 수로 나눈 것이므로 변화도도 그만큼 작아집니다. 그래서 학습률에 샘플의 수를 곱합니다. 여기에서는 640이 아니라 64입니다. 코드의 마지막 두 줄은 이 학습률로 얻은 손실에 `N`을 곱하면 `losses_sum`과 거의 같은지 확인합니다.
#
# </div>
#
# <div lang="en">
#
# This loss is the sum divided by the number of samples, so its gradients are smaller by the same factor. That is why the learning rate is multiplied by the number of samples: here by 64, not by 640. The last two lines of the code check that the losses you get with this learning rate, multiplied by `N`, are almost the same as `losses_sum`.
#
# </div>
#
# ```python
# def rate_over_samples(learning_rate, y):
#     return learning_rate * len(y)
#
#
# check_rate_over_samples(rate_over_samples)
# print(f"learning rate: {rate_over_samples(1e-4, y):.3g}")
#
# again = losses_of(make_model(), mean_over_samples, y, rate_over_samples(1e-4, y))
# torch.testing.assert_close(N * torch.tensor(again), torch.tensor(losses_sum), rtol=1e-3, atol=0)
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 3.** 변화도를 쓰지 않고, 움직여 보기만 하여 `slope`를 재는 함수 `slope_along`을 완성하세요. `loss_at`은 점 `point`에서의 손실을 Python의 수로 돌려주고, 출발점 `start`와 방향 `direction`은 벡터입니다. `direction`의 길이는 1이 아닐 수도 있으니, 먼저 길이를 1로 맞춘 다음 재세요. 앞뒤로 0.001쯤 움직이면 됩니다. 양쪽 손실의 차이를 거리로 나눈 이런 값을 유한 차분(finite difference)이라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 3.** Complete `slope_along`, which measures a `slope` without any gradient, by moving alone. `loss_at` returns the loss at a given `point` as a Python number; the starting point `start` and `direction` are vectors. The length of `direction` may be other than 1, so scale it to length 1 before you measure. Moves of about 0.001 forward and back will do. The difference of the losses on both sides, divided by the distance, is called a finite difference.
#
# </div>


# %%
def loss_at(point):
    return loss_along(point - start, 1)


def slope_along(loss_at, start, direction):
    return None  # 여기를 고치세요 · change this


check_slope_along(slope_along)
print("slope:", slope_along(loss_at, start, downhill))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 3 · Solution 3</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 앞으로 `a`, 뒤로 `a`만큼 움직였으므로 두 점의 거리는 `2 * a`입니다. 값은 변화도와의 내적인 -776과 거의 같습니다. 한 방향을 재는 데 손실을 두 번 계산해야 합니다. 매개변수 101,110개의 변화도를 이렇게 모두 구하려면 그 두 배만큼 계산해야 하는데, `backward()`는 한 번이면 됩니다.
#
# </div>
#
# <div lang="en">
#
# The move is `a` forward and `a` back, so the two points are `2 * a` apart. The result is almost -776, the inner product with the gradient. One direction takes two computations of the loss. The gradients for 101,110 parameters would take twice as many computations as there are parameters, and `backward()` does it in one go.
#
# </div>
#
# ```python
# def slope_along(loss_at, start, direction):
#     a = 0.001
#     unit = direction / torch.linalg.vector_norm(direction)
#     return (loss_at(start + a * unit) - loss_at(start - a * unit)) / (2 * a)
#
#
# check_slope_along(slope_along)
# print(f"slope: {slope_along(loss_at, start, downhill):.3g}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 4.** 실행하지 않고 생각하는 연습입니다. 정답이 1, 2, 9인 샘플 셋에 똑같은 수 하나로 예측해야 합니다. 제곱의 합은 평균인 4에서 가장 작습니다. 제곱 대신 절댓값을 더한 손실이라면 어떤 수가 가장 나을까요? 9가 잘못 적은 값이라면 어느 손실을 쓰고 싶은가요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 4.** This one is for thinking, not for running. You have to predict one and the same number for three samples with the targets 1, 2 and 9. The sum of squares is smallest at the mean, 4. Which number is best if the loss adds up absolute values in place of squares? Suppose that 9 is a mistake in the data: which loss do you want?
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 4 · Solution 4</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 절댓값의 합은 가운데 값인 2에서 가장 작고, 9가 아무리 더 커져도 2 그대로입니다. 제곱은 멀리 떨어진 정답 하나에 크게 끌려갑니다. 넓이의 그림에서 보았듯이 크게 틀린 것을 무겁게 벌하기 때문입니다. 크게 잘못 적은 값이 몇 개 섞여 있으면 절댓값이 낫습니다. 그 대신 절댓값의 변화도는 많이 틀리든 조금 틀리든 크기가 같아서, 정답에 가까워져도 걸음이 저절로 짧아지지 않습니다.
#
# </div>
#
# <div lang="en">
#
# The sum of absolute values is smallest at the middle number, 2, and stays 2 however large the 9 becomes. With squares, one target far away pulls the best number hard toward it, because, as in the picture of areas, they punish large errors. If a few targets are far off by mistake, absolute values are better. But their gradient has the same size for large and small errors, so the steps do not get shorter by themselves near the targets.
#
# </div>
#
# </details>

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [02 모델 정의](02_model.ipynb) · 다음 수업: [04 역전파](04_backward_pass.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [02 The model](02_model.ipynb) · Next: [04 The backward pass](04_backward_pass.ipynb)
#
# </div>
