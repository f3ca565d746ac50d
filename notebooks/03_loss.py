# %% [markdown]
# # 03 손실 · The loss

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실(loss)은 예측(prediction)이 정답(target)에서 얼마나 벗어났는지를 수 하나로 나타냅니다. 이 수업에서는 손실을 세 가지 방법으로 계산하고, 합과 평균이 학습(training)에 어떤 차이를 만드는지 알아봅니다. 그런 다음 손실의 변화도(gradient)가 무엇을 말해 주는지 그림으로 봅니다.
#
# - **다루는 것**: 제곱의 합과 평균, 변화도의 뜻
# - **할 일**: 손실을 루프(loop)로, 텐서(Tensor)로, `MSELoss`로 계산합니다. 변화도의 반대 방향과 무작위(random) 방향으로 움직이며 손실을 견주어 봅니다.
# - **배우는 것**: 합 대신 평균을 쓰면 학습률(learning rate)이 얼마가 되어야 하는지, 변화도를 따라 한 단계(step) 움직이면 손실이 얼마나 줄어드는지 알게 됩니다.
# - **준비**: [수업 02](02_model.ipynb)를 마쳤고, 간단한 식을 미분할 줄 알면 됩니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The loss says in one number how far the predictions are from the targets. In this lesson, you compute it in three ways and see what difference the sum and the mean make to training. Then you see in a figure what the gradient of the loss says.
#
# - **What it is about**: sum and mean of squares, what a gradient says
# - **What you will do**: compute the loss with a loop, with Tensors and with `MSELoss`. Move opposite to the gradient and in a random direction, and compare the losses.
# - **What you will learn**: how to adapt the learning rate if you take the mean and not the sum, and how much the loss falls in one step along the gradient.
# - **What you need**: [lesson 02](02_model.ipynb), and knowing how to differentiate simple expressions.
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
# ## 제곱의 합 · The sum of squares

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 데이터와 모델(model)은 [수업 00](00_whole_program.ipynb)과 같습니다. 매개변수(parameter)의 처음 값은 무작위이므로 시드(seed)를 정하는 줄을 모델과 함께 함수(function)에 넣었습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The data and the model are those of [lesson 00](00_whole_program.ipynb). The initial parameters are random, so the line that sets the seed stands in a function together with the model.
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_loss_curve

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)


# %% tags=["slide"]
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))


model = make_model()
y_pred = model(x)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 먼저 정의를 그대로 옮겨 적습니다. 샘플(sample)마다, 정답의 수마다 차이를 제곱하여 더합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# First, write the definition down as it stands: for each sample and each number of its target, square the difference and add it.
#
# </div>

# %% [markdown] tags=["slide"]
# $$L = \sum_{i=1}^{N} \sum_{j=1}^{D_{out}} \left(\hat{y}_{ij} - y_{ij}\right)^2$$

# %% tags=["slide"]
loss_by_loop = 0.0
for i in range(N):
    for j in range(D_out):
        difference = y_pred[i, j].item() - y[i, j].item()
        loss_by_loop += difference**2
print(f"by loop:    {loss_by_loop:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 텐서를 쓰면 모든 자리의 계산을 한 줄로 할 수 있습니다. `nn.MSELoss(reduction="sum")`은 같은 일을 하는 손실 함수(loss function)입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With Tensors, one line does this for all entries at once. `nn.MSELoss(reduction="sum")` is a loss function that does the same.
#
# </div>

# %%
loss_by_tensor = ((y_pred - y) ** 2).sum()
print(f"by tensor:  {loss_by_tensor.item():.3g}")

loss_fn = nn.MSELoss(reduction="sum")
loss = loss_fn(y_pred, y)
print(f"by MSELoss: {loss.item():.3g}")

distance = torch.linalg.vector_norm(y_pred - y)
print(f"distance:   {distance.item():.3g}, squared: {distance.item() ** 2:.3g}")

torch.testing.assert_close(loss_by_tensor.item(), loss_by_loop, rtol=1e-5, atol=0)
torch.testing.assert_close(loss, loss_by_tensor)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 셋 다 713입니다. `y_pred`와 `y`를 점으로 보면, 두 점 사이의 거리는 26.7이고 손실은 이 거리를 제곱한 것입니다. 그래서 유클리드 거리의 제곱(squared Euclidean distance)이라고 합니다.
#
# 이름만 보면 속기 쉽습니다. `MSELoss`의 MSE는 평균 제곱 오차(mean squared error)의 머리글자입니다. 그런데 `reduction="sum"`을 주면 평균이 아니라 합을 구합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All three say 713. If you think of `y_pred` and `y` as points, the distance between them is 26.7, and the loss is the square of this distance. It is called the squared Euclidean distance.
#
# The name is misleading. MSE in `MSELoss` stands for mean squared error, but with `reduction="sum"` it computes the sum and not the mean.
#
# </div>

# %% [markdown]
# ## 합과 평균 · Sum and mean

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `reduction`을 주지 않으면 `MSELoss`는 `"mean"`, 곧 평균을 구합니다. 합과 평균, 그리고 둘의 변화도가 몇 배 차이 나는지 봅니다. 변화도는 둘째 계층(layer)의 편향(bias)에서 비교합니다. PyTorch가 기록해 둔 계산을 스스로 미분하는 것을 자동 미분(automatic differentiation)이라고 합니다. `torch.autograd.grad`는 자동 미분으로 변화도를 구하여, 적어 준 텐서마다 하나씩 돌려줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Without `reduction`, `MSELoss` takes `"mean"` and computes the mean. See by what factor the sum and the mean differ, and by what factor their gradients do. The gradients are compared at the bias of the second layer. PyTorch can itself differentiate the computation that it has recorded, which is called automatic differentiation. `torch.autograd.grad` gets gradients in this way and returns one for each Tensor you name.
#
# </div>

# %%
mean_fn = nn.MSELoss(reduction="mean")

(gradient_of_sum,) = torch.autograd.grad(loss_fn(model(x), y), model[2].bias)
(gradient_of_mean,) = torch.autograd.grad(mean_fn(model(x), y), model[2].bias)
torch.testing.assert_close(gradient_of_sum, y.numel() * gradient_of_mean)

print(f"sum:  {loss_fn(y_pred, y).item():.3g}")
print(f"mean: {mean_fn(y_pred, y).item():.3g}")
print(f"y.numel(): {y.numel()}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 정답에는 수가 640개 있습니다. 그래서 평균은 합을 640으로 나눈 값이고, 변화도도 그만큼 작습니다. 학습률을 그대로 두면 매개변수가 한 단계에 움직이는 거리도 그만큼 줄어듭니다. 그러면 학습이 어떻게 되는지, 그리고 학습률에 640을 곱하면 어떻게 되는지 봅니다. 루프는 [수업 00](00_whole_program.ipynb)의 것과 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are 640 numbers in the targets. So the mean is the sum divided by 640, and its gradients are smaller by the same factor. If you keep the learning rate, each step becomes smaller by this factor, too. See what this does to training, and what happens if the learning rate is multiplied by 640. The loop is the one from [lesson 00](00_whole_program.ipynb).
#
# </div>


# %%
def losses_with(loss_fn, learning_rate):
    model = make_model()
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


# %%
losses_sum = losses_with(loss_fn, 1e-4)
losses_mean = losses_with(mean_fn, 1e-4)
losses_640 = losses_with(mean_fn, 640 * 1e-4)
scaled = 640 * torch.tensor(losses_640)
torch.testing.assert_close(scaled, torch.tensor(losses_sum), rtol=1e-3, atol=0)
print(f"sum,  {1e-4:g}: {losses_sum[0]:.3g} -> {losses_sum[-1]:.3g}")
print(f"mean, {1e-4:g}: {losses_mean[0]:.3g} -> {losses_mean[-1]:.3g}")
print(f"mean, {640 * 1e-4:g}:  {losses_640[0]:.3g} -> {losses_640[-1]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 그림에서는 세 곡선을 견줄 수 있도록 평균에 640을 곱해 합으로 되돌립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# To compare the three curves in one figure, multiply the means by 640, which turns them back into sums.
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

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 평균을 쓰면서 학습률을 그대로 두면 손실은 500단계 동안 1.11에서 1.04로 줄어들 뿐입니다. 오류는 나지 않습니다. 학습이 거의 멈춘 것처럼 보일 따름입니다. 학습률에 640을 곱해 0.064로 하면 합으로 학습할 때의 곡선과 겹칩니다. 손실을 평균으로 바꾸면 학습률도 함께 바꾸어야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With the mean and the same learning rate, the loss only falls from 1.11 to 1.04 in 500 steps. There is no error, but training is so slow that it seems to stand still. With the learning rate multiplied by 640, which makes it 0.064, the curve lies on top of the one for the sum. If you change the loss to a mean, change the learning rate with it.
#
# </div>

# %% [markdown]
# ## 변화도의 뜻 · What a gradient says

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 매개변수 하나의 변화도는 그 매개변수를 조금 키울 때 손실이 얼마나 빠르게 커지는지를 나타냅니다. 손실이라는 수 하나를 그 매개변수로 미분한 값입니다. 변화도를 "기울기"나 "그래디언트"라고 부르는 글도 많은데, 뜻은 같습니다.
#
# 이제부터는 수를 정확하게 비교해야 하므로 자료형(data type)을 `float64`로 바꿉니다. 모델의 매개변수 네 개를 꺼내 리스트에 담습니다. 가중치(weight) `W1`과 `W2`의 모양(shape)은 `Linear`와 같이 출력(output)의 크기가 먼저이고, [수업 02](02_model.ipynb)에서 직접 만든 것과는 행과 열이 바뀌어 있습니다. 매개변수 네 개를 받아 손실을 돌려주는 함수도 만듭니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The gradient for a parameter says how fast the loss grows when this parameter grows a little. It is the derivative of the loss, a single number, with respect to the parameter. Some texts call it the slope. In this lesson, slope means how steeply the loss changes along one direction.
#
# From here on, numbers are compared precisely, so the data type becomes `float64`. Take the four parameters out of the model and put them into a list. The weights `W1` and `W2` have the output size first, as in `Linear`. In the weights made by hand in [lesson 02](02_model.ipynb), it came second. Also write a function that takes the four parameters and returns the loss.
#
# </div>

# %%
x_double, y_double = x.to(torch.float64), y.to(torch.float64)
parameters = [param.detach().to(torch.float64) for param in make_model().parameters()]


def loss_of(parameters, x, y):
    W1, b1, W2, b2 = parameters
    h = (x @ W1.T + b1).clamp(min=0)
    y_pred = h @ W2.T + b2
    return ((y_pred - y) ** 2).sum()


print(f"loss: {loss_of(parameters, x_double, y_double).item():.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 매개변수 101,110개의 값을 점 하나로 생각합니다. 매개변수의 변화도를 모두 모으면 이 점에서 출발하는 방향 하나가 되고, 이것을 손실의 변화도라고 합니다. 이 점에서 어느 방향(direction)으로 움직이느냐에 따라 손실이 달라집니다. 두 방향을 비교합니다. 하나는 변화도의 반대 방향이고, 하나는 무작위 방향입니다. 두 방향 모두 길이를 1로 맞춥니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Think of the values of all 101,110 parameters as one point. Taken together, the gradients for all parameters are a direction from this point: the gradient of the loss. How the loss changes depends on the direction in which you move away from it. Compare two directions: the one opposite to the gradient, and a random one. Both are scaled to length 1.
#
# </div>

# %%
n_parameters = sum(param.numel() for param in parameters)
print(f"n_parameters: {n_parameters:,}")

tracked = [param.clone().requires_grad_() for param in parameters]
gradients = torch.autograd.grad(loss_of(tracked, x_double, y_double), tracked)


def scaled_to_length_1(direction):
    length = sum((part**2).sum() for part in direction).sqrt()
    return [part / length for part in direction]


# %%
generator = torch.Generator().manual_seed(5)
random = [torch.randn(param.shape, generator=generator).double() for param in parameters]
downhill = scaled_to_length_1([-gradient for gradient in gradients])
anywhere = scaled_to_length_1(random)


def loss_along(direction, a):
    moved = [param + a * part for param, part in zip(parameters, direction, strict=True)]
    return loss_of(moved, x_double, y_double).item()


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 두 방향으로 `a`만큼 움직이면서 손실을 그립니다. 점선은 지금 자리에서 변화도로 그은 접선이고, `slope`는 이 접선이 얼마나 가파른지를 나타냅니다. 변화도와 방향을 자리마다 곱하여 모두 더하면 나옵니다. 접선이 곡선과 어디까지 가까운지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Move by `a` in both directions and plot the loss. The dotted line is the tangent at the present point, drawn from the gradient. `slope` says how steep it is: multiply each gradient by the matching number of the direction, and add up the products. See how far it stays close to the curve.
#
# </div>

# %% tags=["slide"]
distances = [a / 20 for a in range(-20, 61)]
slope = sum((g * d).sum() for g, d in zip(gradients, downhill, strict=True)).item()
near = [a / 20 for a in range(-6, 13)]

fig, ax = plt.subplots()
for name, direction in (
    ("변화도의 반대 방향 · opposite to the gradient", downhill),
    ("무작위 방향 · random direction", anywhere),
):
    ax.plot(distances, [loss_along(direction, a) for a in distances], label=name)
start = loss_along(downhill, 0)
ax.plot(near, [start + slope * a for a in near], "k:", label="접선 · tangent")
ax.plot(0, start, "ko", label="지금 자리 · present point")
ax.set(xlabel="움직인 거리 a · distance a", ylabel="손실 · loss")
ax.legend()
plt.show()

# %%
step_length = 1e-4 * abs(slope)
print(f"slope:              {slope:.3g}")
print(f"distance of a step: {step_length:.3g}")
print(f"loss there:         {loss_along(downhill, step_length):.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도의 반대 방향으로 가면 손실이 빠르게 줄고, 무작위 방향으로 가면 거의 그대로입니다. 그러나 내리막은 끝없이 이어지지 않습니다. 너무 멀리 가면 손실이 다시 커집니다. 접선은 가까운 곳에서만 곡선과 비슷합니다.
#
# 방향의 길이가 1이므로 `slope`의 절댓값은 변화도의 길이와 같습니다. 여기에 학습률 `1e-4`를 곱하면 한 단계에 움직이는 거리 0.0776이 됩니다. 접선이 아직 믿을 만한 거리입니다. 한 단계 뒤의 손실은 656입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Opposite to the gradient, the loss falls quickly; in a random direction, it hardly changes. But the descent does not go on forever. If you move too far, the loss grows again. The tangent is close to the curve only nearby.
#
# The direction has length 1, so the absolute value of `slope` is the length of the gradient. Multiplied by the learning rate `1e-4`, it gives 0.0776, the distance of one step. At this distance, the tangent can still be trusted. After the step, the loss is 656.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 손실은 예측과 정답 사이의 유클리드 거리의 제곱입니다. `MSELoss(reduction="sum")`은 평균이 아니라 합을 구합니다.
# - 평균은 합을 640으로 나눈 값입니다. 같은 학습을 하려면 학습률에 640을 곱합니다.
# - 변화도는 수 하나인 손실을 매개변수로 미분한 것입니다.
# - 변화도의 반대 방향으로 조금 움직이면 손실이 줄어듭니다. 너무 멀리 움직이면 다시 커집니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - The loss is the squared Euclidean distance between predictions and targets. `MSELoss(reduction="sum")` computes the sum, not the mean.
# - The mean is the sum divided by 640. For the same training, multiply the learning rate by 640.
# - A gradient is the derivative of the loss, a single number, with respect to a parameter.
# - A small move opposite to the gradient makes the loss smaller. After too large a move, it grows again.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 샘플마다 제곱의 합을 구한 다음, 그 합의 평균을 내는 손실도 자주 씁니다. 이 손실을 텐서로 돌려주는 함수 `mean_over_samples`를 완성하세요. 텐서의 `sum`에 `dim=1`을 주면 행마다 따로 더합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Another common loss takes the sum of squares for each sample and then the mean of these sums over the samples. Complete the function `mean_over_samples`, which returns this loss as a Tensor. With `dim=1`, the method `sum` of a Tensor adds up each row on its own.
#
# </div>

# %%
from tutorial_helpers.exercises import check_mean_over_samples, check_rate_over_samples


def mean_over_samples(y_pred, y):
    return None  # 여기를 고치세요 · change this


check_mean_over_samples(mean_over_samples)
print("loss:", mean_over_samples(y_pred, y))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# `sum`에 `dim=1`을 주면 샘플마다 합이 하나씩 나오고, `mean`은 그 합 64개를 평균합니다. 제곱의 합을 샘플의 수로 나눈 값과 같습니다.
#
# </div>
#
# <div lang="en">
#
# With `dim=1`, `sum` gives one sum for each sample, and `mean` takes the mean of these 64 sums. This is the sum of squares divided by the number of samples.
#
# </div>
#
# ```python
# def mean_over_samples(y_pred, y):
#     return ((y_pred - y) ** 2).sum(dim=1).mean()
#
#
# check_mean_over_samples(mean_over_samples)
# print(f"loss: {mean_over_samples(y_pred, y).item():.3g}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 합을 손실로 하고 학습률 `learning_rate`로 학습시키던 모델이 있습니다. 손실을 `mean_over_samples`로 바꾸어도 똑같이 학습하려면 학습률이 얼마여야 할까요? 그 학습률을 Python의 수로 돌려주는 함수 `rate_over_samples`를 완성하세요. 정답 `y`에 샘플이 몇 개 있든 맞아야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** A model is trained with the sum as its loss and with the learning rate `learning_rate`. Which learning rate makes it train in the same way when the loss becomes `mean_over_samples`? Complete the function `rate_over_samples`, which returns this learning rate as a Python number. It must be right for any number of samples in the targets `y`.
#
# </div>


# %%
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
# checked = N * torch.tensor(losses_with(mean_over_samples, rate_over_samples(1e-4, y)))
# torch.testing.assert_close(checked, torch.tensor(losses_sum), rtol=1e-3, atol=0)
# ```
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
