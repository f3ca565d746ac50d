# %% [markdown]
# # 06 학습 결과 · What was learned

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 00](00_whole_program.ipynb)에서 손실(loss)은 0에 가까워졌습니다. 모델(model)은 무엇을 배운 걸까요? 이 수업에서는 모델에 처음 보는 데이터를 주어 그 답을 알아봅니다. 그런 다음 규칙이 있는 데이터로 같은 코드를 실행해 봅니다.
#
# - **다루는 것**: 처음 보는 데이터로 잰 손실, 외우기(memorizing)와 배우기(learning)
# - **할 일**: 학습(training)한 데이터의 손실, 처음 보는 데이터의 손실, 늘 0이라고 예측(prediction)할 때의 손실을 비교합니다. 은닉 계층(hidden layer)의 크기와 데이터의 양도 바꾸어 봅니다.
# - **배우는 것**: 모델이 배웠는지, 외웠을 뿐인지를 수 하나로 가려낼 수 있게 됩니다.
# - **준비**: 수업 [00](00_whole_program.ipynb)과 [05](05_update_loop.ipynb)를 마쳤으면 됩니다.
# - **시간**: 45분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In [lesson 00](00_whole_program.ipynb), the loss came close to 0. What did the model learn? In this lesson, you find out by giving it data that it has never seen. Then you run the same code on data that does follow a rule.
#
# - **What it is about**: the loss on fresh data, memorizing and learning
# - **What you will do**: compare the loss on the training data, the loss on fresh data, and the loss of predicting 0 every time. Change the size of the hidden layer and the amount of data.
# - **What you will learn**: how one number shows whether a model has learned or only memorized.
# - **What you need**: lessons [00](00_whole_program.ipynb) and [05](05_update_loop.ipynb).
# - **Time**: 45 minutes
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
# ## 처음 보는 데이터 · Fresh data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 05](05_update_loop.ipynb)에서 만든 함수(function) `train`을 도우미 모음에서 불러옵니다. 이 수업에서는 크기가 다른 모델을 여럿 만들므로, `make_model`이 크기와 시드(seed)를 받게 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The function `train` from [lesson 05](05_update_loop.ipynb) comes from the helpers. This lesson makes models of several sizes, so `make_model` takes the sizes and the seed.
#
# </div>

# %% tags=["slide"]
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, progress, train

N, D_in, H, D_out = 64, 1000, 100, 10
loss_fn = nn.MSELoss(reduction="sum")


# %% tags=["slide"]
def make_model(d_in=D_in, d_hidden=H, seed=2):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(d_in, d_hidden), nn.ReLU(), nn.Linear(d_hidden, D_out))


def loss_on(model, x, y):
    with torch.no_grad():
        return loss_fn(model(x), y).item()


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 같은 `generator`에서 데이터를 두 번 뽑습니다. 첫째 것으로만 학습시키고, 둘째 것은 학습이 끝난 뒤에 손실을 재는 데만 씁니다. 이것이 처음 보는 데이터입니다. 견줄 기준도 하나 둡니다. 모델 없이 늘 0이라고 예측할 때의 손실입니다. 정답(target)의 평균이 0이므로, 입력(input)을 보지 않고 하는 예측 가운데 이보다 나은 것은 거의 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw data twice from the same `generator`. Only the first is used for training. The second serves to measure the loss after training: this is the fresh data. For comparison, compute one more loss, that of predicting 0 every time without any model. The targets have the mean 0, so among predictions that ignore the inputs, hardly any is better.
#
# </div>

# %%
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)
x_fresh, y_fresh = make_random_data(N, D_in, D_out, generator=generator)

model = make_model()
train(model, loss_fn, x, y, learning_rate=1e-4, steps=500)
print(f"training data: {loss_on(model, x, y):.2g}")
print(f"fresh data:    {loss_on(model, x_fresh, y_fresh):.3g}")
print(f"predicting 0:  {(y_fresh**2).sum().item():.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 학습한 데이터에서는 손실이 거의 0입니다. 처음 보는 데이터에서는 늘 0이라고 예측할 때보다도 손실이 큽니다. 모델은 정답에 든 수 640개를 외웠을 뿐, 처음 보는 데이터에 쓸 수 있는 것은 배우지 못했습니다.
#
# 왜 0이라는 예측보다도 못할까요? 손실을 풀어서 적으면 세 부분이 나옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# On the training data, the loss is almost 0. On fresh data, it is larger than that of predicting 0 every time. The model has memorized the 640 numbers in the targets, but it has learned nothing that helps with fresh data.
#
# Why is it even worse than predicting 0? Multiplied out, the loss has three parts.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\sum (\hat{y} - y)^2 = \sum y^2 + \sum \hat{y}^2 - 2 \sum \hat{y}\, y$$

# %%
with torch.no_grad():
    y_pred = model(x_fresh)
print(f"y.numel():         {y.numel()}")
print(f"sum of y²:         {(y_fresh**2).sum().item():.3g}")
print(f"sum of y_pred²:    {(y_pred**2).sum().item():.2g}")
print(f"-2 sum of y_pred y: {-2 * (y_pred * y_fresh).sum().item():.2g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 출력(output)된 수는 반올림한 것이므로 더하면 손실과 조금 다를 수 있습니다. 첫째 부분은 0이라고 예측할 때의 손실입니다. 정답에 든 수를 하나하나 제곱하여 평균을 내면 1쯤이므로, 이 부분은 640에서 멀지 않습니다. 둘째 부분은 예측이 0이 아니므로 언제나 양수입니다. 예측이 정답과 비슷하면 셋째 부분이 음수가 되어 이를 덜어 줍니다. 그러나 처음 보는 데이터에서 예측은 정답과 관계가 없습니다. 그래서 셋째 부분은 우연에 달렸고, 여기에서는 손실을 오히려 키웠습니다. 외운 것을 아무 데나 내놓으면 입을 다무는 것보다 못합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The printed numbers are rounded, so they may not add up exactly. The first part is the loss of predicting 0. On average, a squared target is about 1, so this part is not far from 640. The second part is always positive, because the predictions are not 0. If the predictions resembled the targets, the third part would be negative and would make up for the second. On fresh data, however, the predictions have nothing to do with the targets. So the third part is up to chance, and here it made the loss even larger. Repeating what was memorized where it does not belong is worse than saying nothing.
#
# </div>

# %% [markdown]
# ## 시드 열 개 · Ten seeds

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 번의 결과는 우연일 수 있습니다. 시드를 바꾸어 가며 열 번 되풀이합니다. 데이터의 시드는 0부터 9까지이고, 모델의 시드는 여기에 100을 더한 것입니다. 시드가 같으면 가중치(weight)와 데이터를 같은 무작위(random) 수에서 뽑게 되어 둘 사이에 관계가 생깁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A single result may be chance. Repeat the experiment ten times. The data takes the seeds from 0 to 9, and the model takes the same plus 100. With equal seeds, the weights and the data would come from the same stream of random numbers and would be connected.
#
# </div>

# %%
seeds = range(10)
first_losses, on_training, on_fresh, of_zero = [], [], [], []
for seed in progress(seeds):
    generator = torch.Generator().manual_seed(seed)
    x_seed, y_seed = make_random_data(N, D_in, D_out, generator=generator)
    x_new, y_new = make_random_data(N, D_in, D_out, generator=generator)
    model = make_model(seed=100 + seed)
    losses = train(model, loss_fn, x_seed, y_seed, learning_rate=1e-4, steps=500)
    first_losses.append(losses[0])
    on_training.append(loss_on(model, x_seed, y_seed))
    on_fresh.append(loss_on(model, x_new, y_new))
    of_zero.append((y_new**2).sum().item())

# %% tags=["slide"]
fig, axes = plt.subplots(1, 2, layout="constrained")
axes[0].semilogy(seeds, on_training, "C2^", label="학습한 데이터 · training data")
axes[0].set(title="학습한 데이터 · training data", xlabel="시드 · seed", ylabel="손실 · loss")
axes[0].set_ylim(1e-8, 1e3)
axes[1].plot(seeds, on_fresh, "C1s", label="처음 보는 데이터 · fresh data")
axes[1].plot(seeds, of_zero, "C0o", label="0이라고 예측 · predicting 0")
axes[1].set(title="처음 보는 데이터 · fresh data", xlabel="시드 · seed", ylim=(500, 1000))
axes[1].legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 두 그림의 세로축은 서로 다릅니다. 왼쪽은 로그 눈금이고 값이 아주 작습니다. 오른쪽에서 네모와 동그라미의 높이를 시드마다 비교해 보세요. 아래 셀은 열 번 모두 순서가 같은지 확인합니다. `assert`는 조건이 거짓이면 오류를 냅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The two vertical axes differ: the one on the left is logarithmic and shows very small values. On the right, compare the heights of squares and circles for each seed. The cell below checks that the order is the same all ten times. `assert` raises an error if its condition is false.
#
# </div>

# %%
for training, fresh, zero in zip(on_training, on_fresh, of_zero, strict=True):
    assert training < 1e-3 < zero < fresh

print(f"first loss:    {min(first_losses):.3g} to {max(first_losses):.3g}")
print(f"training data: {min(on_training):.0e} to {max(on_training):.0e}")
print(f"fresh data:    {min(on_fresh):.3g} to {max(on_fresh):.3g}")
print(f"predicting 0:  {min(of_zero):.3g} to {max(of_zero):.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 열 번 모두 학습한 데이터의 손실이 가장 작고, 0이라는 예측이 그다음이고, 처음 보는 데이터의 손실이 가장 큽니다. 우연으로 보기는 어렵습니다. 이처럼 학습한 데이터에 지나치게 맞추어 다른 데이터에서 나빠지는 것을 과적합(overfitting)이라고 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All ten times, the loss on the training data is the smallest, predicting 0 comes next, and the loss on fresh data is the largest. This can hardly be chance. Fitting the training data so closely that other data suffers is called overfitting.
#
# </div>

# %% [markdown]
# ## 모델의 크기 · Size of the model

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 모델은 얼마나 커야 다 외울까요? 은닉 계층의 크기를 1부터 1000까지 바꾸어 가며 200단계(step)씩 학습시킵니다. 나머지는 그대로입니다.
#
# 은닉 계층이 너무 작으면 아무리 오래 학습시켜도 다 외울 수 없습니다. 출력은 10개인데, 그보다 적은 수 `d_hidden`개를 섞어서 만들면 하나하나 자유롭게 정할 수 없기 때문입니다. 이때 손실이 더는 내려갈 수 없는 한계를 정답의 특잇값(singular value)으로 계산하여 함께 그립니다. 특잇값을 몰라도 그림을 읽을 수 있습니다. 은닉 계층의 크기가 10 이상이면 이 한계는 0입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# How large must this model be to memorize everything? Change the size of the hidden layer from 1 to 1000 and train for 200 steps each time. The rest stays the same.
#
# If the hidden layer is too small, no amount of training is enough. There are 10 outputs. Mixed from fewer numbers, namely `d_hidden`, they cannot all be chosen freely. There is a limit below which the loss cannot fall. Linear algebra computes it from the singular values of the targets; you can read the figure without knowing them. From a size of 10 on, this limit is 0.
#
# </div>

# %%
widths = [1, 3, 10, 30, 100, 300, 1000]
by_width = []
for d_hidden in progress(widths):
    model = make_model(d_hidden=d_hidden)
    train(model, loss_fn, x, y, learning_rate=1e-4, steps=200)
    by_width.append(loss_on(model, x, y))

singular_values = torch.linalg.svdvals(y - y.mean(dim=0))
limits = [(singular_values[h:] ** 2).sum().item() for h in range(1, 10)]
for d_hidden, loss in zip(widths, by_width, strict=True):
    print(f"d_hidden: {d_hidden:4d}   loss: {loss:.2g}")

# %% tags=["slide"]
fig, ax = plt.subplots()
ax.loglog(widths, by_width, "C0o-", label="200단계 뒤의 손실 · loss after 200 steps")
ax.loglog(range(1, 10), limits, "k:", label="한계 · limit")
ax.set(xlabel="은닉 계층의 크기 · size of the hidden layer", ylabel="손실 · loss")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 은닉 계층이 클수록 같은 단계 수에 더 많이 외웁니다. 은닉 계층의 크기가 1이나 3이면 한계가 높아서, 아무리 오래 학습시켜도 다 외울 수 없습니다. 10부터는 이 한계가 0이지만, 10과 30에서는 200단계 뒤에도 손실이 큽니다. 한계가 0이라고 해서 손실이 언제나 거기까지 내려가는 것은 아닙니다. 100부터는 거의 다 외웁니다. 이 강좌의 모델은 정답을 외우고도 남을 만큼 큽니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The larger the hidden layer, the more is memorized in the same number of steps. Sizes 1 and 3 have a high limit, so they could not memorize everything even with more training. From 10 on, this limit is 0, but for 10 and 30, the loss is still large after 200 steps. A limit of 0 does not mean that training always gets there. From 100 on, almost everything is memorized. The model of this course is more than large enough to memorize its targets.
#
# </div>

# %% [markdown]
# ## 데이터의 양 · Amount of data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이번에는 모델의 크기를 정해 두고 샘플(sample) 수를 늘립니다. 빨리 끝나도록 앞의 모델보다 작은, 입력이 20차원(dimension)인 모델을 씁니다. 손실은 샘플 수에 따라 커지므로, 0이라고 예측할 때의 손실로 나눕니다. 이 비율이 0이면 다 외운 것이고, 1이면 0이라는 예측과 같습니다. 손실이 합이므로 학습률(learning rate)은 샘플 수에 반비례하게 정합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now fix the size of the model and increase the number of samples. To save time, use a smaller model than before, with inputs of 20 dimensions. The loss grows with the number of samples, so divide it by the loss of predicting 0. If this ratio is 0, everything is memorized; if it is 1, the model is as good as predicting 0. The loss is a sum, so the learning rate is set in inverse proportion to the number of samples.
#
# </div>

# %%
sizes = [10, 30, 100, 300, 1000, 3000]
ratios, ratios_fresh = [], []
for n in progress(sizes):
    generator = torch.Generator().manual_seed(1)
    x_n, y_n = make_random_data(n, 20, D_out, generator=generator)
    x_new, y_new = make_random_data(1000, 20, D_out, generator=generator)
    model = make_model(d_in=20)
    train(model, loss_fn, x_n, y_n, learning_rate=0.06 / n, steps=500)
    ratios.append(loss_on(model, x_n, y_n) / (y_n**2).sum().item())
    ratios_fresh.append(loss_on(model, x_new, y_new) / (y_new**2).sum().item())

n_parameters = sum(param.numel() for param in model.parameters())
print(f"n_parameters: {n_parameters:,}")
print("from 10 to 3000 samples, training rises: ", ratios == sorted(ratios))
print("with up to 100 samples, training < 0.02: ", max(ratios[:3]) < 0.02)
print(f"with 3000 samples, training:              {ratios[-1]:.1g}")
print("fresh data is always worse than 0:       ", min(ratios_fresh) > 1)
print("and worst with 100 or 300 samples:       ", max(ratios_fresh) == max(ratios_fresh[2:4]))

# %% tags=["slide"]
fig, ax = plt.subplots()
ax.semilogx(sizes, ratios, "C2^-", label="학습한 데이터 · training data")
ax.semilogx(sizes, ratios_fresh, "C1s--", label="처음 보는 데이터 · fresh data")
ax.axhline(1, color="C0", label="0이라고 예측 · predicting 0")
ax.axvline(n_parameters / D_out, color="black", linestyle=":", label="n_parameters / D_out")
ax.set(xlabel="샘플 수 · number of samples", ylabel="손실의 비율 · ratio of losses")
ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2)
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 세로 점선은 정답에 든 수와 매개변수(parameter)의 수 3,110개가 같아지는 곳입니다. 그보다 훨씬 왼쪽, 샘플이 100개일 때까지는 모델이 정답을 거의 다 외웁니다. 점선 가까이에서는 벌써 외우지 못한 것이 있습니다. 오른쪽으로 갈수록 외우지 못하는 것이 늘어나, 샘플이 3000개이면 0이라는 예측과 별로 다르지 않습니다.
#
# 처음 보는 데이터에서 잰 비율은 어디에서나 1보다 큽니다. 잡음(noise)을 더 많이 보여 준다고 해서 배울 것이 생기지는 않습니다. 비율은 샘플이 100개나 300개일 때 가장 나쁩니다. 모델이 정답을 겨우 다 외우거나, 다 외우지는 못하기 시작할 무렵입니다. Belkin 등(2019)은 모델의 크기를 바꿀 때에도 겨우 외울 만한 크기에서 이런 현상이 나타나는 것을 보였습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The dotted vertical line marks where the targets hold as many numbers as there are parameters, namely 3,110. Well to its left, with up to 100 samples, the model memorizes almost all targets. Near the line, part of them is already left over. Farther to the right, more and more is left over, and with 3000 samples it does hardly better than predicting 0.
#
# On fresh data, the ratio is above 1 everywhere. Showing a model more noise does not give it anything to learn. Note also that it is worst with 100 or 300 samples, near the point where the model can no longer memorize all its targets. Belkin et al. (2019) changed the size of the model and found the same near the size that barely suffices to memorize.
#
# </div>

# %% [markdown]
# ## 규칙이 있는 데이터 · Data with a rule

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 배울 것이 있는 데이터를 만듭니다. 정답의 대부분은 고정된 행렬 `rule`로 입력에서 계산하고, 나머지는 잡음입니다. 공식에서는 이 행렬을 $A$, 잡음을 $\varepsilon$으로 적습니다. 모델과 학습 방법은 조금도 바꾸지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now make data in which there is something to learn. Most of each target is computed from the input with the fixed matrix `rule`, called $A$ in the formula. The rest, $\varepsilon$, is noise. Model and training stay exactly the same.
#
# </div>

# %% [markdown] tags=["slide"]
# $$y = x A + 0.5\, \varepsilon$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 함수 `curves`는 학습하기 전부터 25단계마다, 학습한 데이터와 처음 보는 데이터에서 손실의 비율을 하나씩 기록합니다. `train`을 다시 부르면 같은 모델을 이어서 학습시킵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The function `curves` records two ratios, one on the training data and one on fresh data: first before training, then every 25 steps. Each call of `train` goes on training the same model.
#
# </div>


# %%
def curves(x, y, x_new, y_new):
    model = make_model(d_in=20)
    ratios, ratios_fresh = [], []
    for _ in range(21):
        ratios.append(loss_on(model, x, y) / (y**2).sum().item())
        ratios_fresh.append(loss_on(model, x_new, y_new) / (y_new**2).sum().item())
        train(model, loss_fn, x, y, learning_rate=0.06 / len(x), steps=25)
    return ratios, ratios_fresh


# %%
generator = torch.Generator().manual_seed(1)
rule = torch.randn(20, D_out, generator=generator) / 20**0.5
x_1000, noise = make_random_data(1000, 20, D_out, generator=generator)
x_new, noise_new = make_random_data(1000, 20, D_out, generator=generator)

with_noise = curves(x_1000, noise, x_new, noise_new)

y_rule = x_1000 @ rule + 0.5 * noise
y_rule_new = x_new @ rule + 0.5 * noise_new
with_rule = curves(x_1000, y_rule, x_new, y_rule_new)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 그림을 보기 전에 오른쪽 그림의 점선, 곧 처음 보는 데이터에서 잰 비율이 어떻게 될지 짐작해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Before you look, guess what happens to the dashed line on the right, the ratio on fresh data.
#
# </div>

# %% tags=["slide"]
steps = range(0, 501, 25)
fig, axes = plt.subplots(1, 2, sharey=True, layout="constrained")
for ax, title, (ratios, ratios_fresh) in (
    (axes[0], "잡음뿐 · only noise", with_noise),
    (axes[1], "규칙과 잡음 · rule and noise", with_rule),
):
    ax.plot(steps, ratios, "C2-", label="학습한 데이터 · training")
    ax.plot(steps, ratios_fresh, "C1--", label="처음 보는 데이터 · fresh")
    ax.set(title=title, xlabel="단계 · step", ylim=(0, 1.4))
axes[0].set_ylabel("손실의 비율 · ratio of losses")
axes[0].legend(loc="lower left")
plt.show()

# %%
noise_ratio = ((x_new @ rule - y_rule_new) ** 2).sum() / (y_rule_new**2).sum()
print(f"only noise: training {with_noise[0][-1]:.2f}, fresh {with_noise[1][-1]:.2f}")
print(f"with rule:  training {with_rule[0][-1]:.2f}, fresh {with_rule[1][-1]:.2f}")
print(f"the rule itself:            fresh {noise_ratio.item():.2f}")
print(f"lowest on fresh data: {min(with_rule[1]):.3f}, at the end: {with_rule[1][-1]:.3f}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 왼쪽에서는 두 곡선이 벌어집니다. 처음 보는 데이터의 비율은 맨 처음에만 조금 내려가고, 그 뒤로는 외울수록 커집니다. 오른쪽에서는 두 곡선이 함께 내려갑니다. 처음 보는 데이터에서도 비율이 0.23이므로, 모델은 완벽하지는 않아도 규칙을 배웠습니다. 이렇게 학습에 쓰지 않은 데이터에서도 잘하는 것을 일반화(generalization)라고 합니다. 규칙을 다 아는 사람이라도 잡음은 맞힐 수 없으므로 0.19보다 나아지지는 못합니다.
#
# 오른쪽에서도 끝까지 내려가는 것은 학습한 데이터의 비율뿐입니다. 처음 보는 데이터의 비율은 가장 낮았던 0.222에서 0.230으로 조금씩 다시 커집니다. 규칙을 배운 다음에는 잡음을 외우기 시작하기 때문입니다.
#
# 코드가 같아도, 데이터에 규칙이 있으면 모델은 규칙을 배우고 규칙이 없으면 외울 뿐입니다. 큰 신경망(neural network)이 무작위 정답도 모두 외울 수 있다는 것은 Zhang 등(2017)이 사진 데이터로 보였습니다. 그래서 학습한 데이터의 손실만으로는 무엇을 배웠는지 알 수 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# On the left, the two curves move apart. On fresh data, the ratio falls a little at the very beginning; after that, it grows as more is memorized. On the right, both curves fall together. Even on fresh data, the ratio ends at 0.23. The model has learned the rule, though not perfectly. Doing well on data that was not used for training is called generalizing. Even someone who knew the rule could not predict the noise, and so could not do better than 0.19.
#
# On the right, too, only the ratio on the training data falls to the end. The ratio on fresh data slowly grows again, from 0.222 at its lowest to 0.230. Once the rule is learned, the model begins to memorize the noise.
#
# The same code learns a rule if there is one. If there is none, it can only memorize. Zhang et al. (2017) showed with photographs that large neural networks can memorize even random targets completely. So the loss on the training data alone does not tell you what was learned.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 무작위 데이터를 학습한 모델은 정답을 외웠을 뿐입니다. 처음 보는 데이터에서는 0이라는 예측보다도 못합니다.
# - 시드를 열 번 바꾸어 되풀이해도 세 손실의 순서가 같았습니다.
# - 은닉 계층이 클수록 더 많이 외우고, 정답에 든 수가 매개변수의 수보다 많아지면 다 외우지 못합니다.
# - 규칙이 있는 데이터에서는 같은 코드가 규칙을 배웁니다.
# - 무엇을 배웠는지는 처음 보는 데이터의 손실로 알아봅니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - Trained on random data, the model has only memorized the targets. On fresh data, it is worse than predicting 0.
# - The order of the three losses was the same with all ten seeds.
# - A larger hidden layer memorizes more. When the targets hold more numbers than there are parameters, not everything can be memorized.
# - On data with a rule, the same code learns the rule.
# - To see what was learned, look at the loss on fresh data.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 모델이 얼마나 배웠는지를 Python의 수 하나로 나타내는 함수 `learned`를 완성하세요. 처음 보는 데이터의 손실이 0이면 1, 0이라고 예측할 때의 손실과 같으면 0, 그보다 크면 음수가 되어야 합니다. 처음 보는 데이터의 손실이 같은 만큼 커질 때마다 이 수도 같은 만큼 작아져야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Complete the function `learned`, which says in one Python number how much a model has learned. It is 1 if the loss on fresh data is 0. It is 0 if that loss equals the loss of predicting 0, and negative if that loss is larger. Equal increases in the loss on fresh data must lead to equal decreases in this number.
#
# </div>

# %%
from tutorial_helpers.exercises import check_learned, check_shuffle_targets


def learned(loss_on_fresh, loss_of_zero):
    return None  # 여기를 고치세요 · change this


check_learned(learned)
print("random data:", learned(on_fresh[0], of_zero[0]))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 1에서 두 손실의 비율을 뺍니다. 무작위 데이터에서는 음수가 나옵니다. 정답의 평균이 0일 때 이 값은 통계학에서 결정계수라고 부르는 값과 같습니다.
#
# </div>
#
# <div lang="en">
#
# Subtract the ratio of the two losses from 1. On random data, the result is negative. If the mean of the targets is 0, statistics calls this number the coefficient of determination.
#
# </div>
#
# ```python
# def learned(loss_on_fresh, loss_of_zero):
#     return 1 - loss_on_fresh / loss_of_zero
#
#
# check_learned(learned)
# print(f"random data: {learned(on_fresh[0], of_zero[0]):.2f}")
# print(f"with rule:   {1 - with_rule[1][-1]:.2f}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 규칙이 있는 데이터의 정답을 샘플끼리 뒤섞습니다. 그러면 정답 자체는 그대로이지만 입력과의 관계가 끊어집니다. `y`의 행을 무작위 순서로 늘어놓은 텐서(Tensor)를 돌려주는 함수 `shuffle_targets`를 완성하세요. 순서는 받은 `generator`에서 뽑고, `y`는 그대로 두어야 합니다. `torch.randperm(n, generator=generator)`은 0부터 센 번호 `n`개를 무작위 순서로 돌려줍니다. 그 아래 셀은 이 함수로 `y_rule`을 뒤섞어 학습시킵니다. 결과는 앞 그림의 왼쪽과 오른쪽 가운데 어느 쪽과 비슷할까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Take the data with a rule, and shuffle its targets among the samples. The targets themselves stay the same, but their connection with the inputs is cut. Complete the function `shuffle_targets`, which returns a Tensor with the rows of `y` in random order. It must draw the order from the `generator` that it is given, and leave `y` as it is. `torch.randperm(n, generator=generator)` returns `n` numbers, counted from 0, in random order. The cell below yours shuffles `y_rule` with your function and trains on the result. Does the result resemble the left or the right panel of the last figure?
#
# </div>


# %%
def shuffle_targets(y, generator):
    return None  # 여기를 고치세요 · change this


check_shuffle_targets(shuffle_targets)

# %%
generator = torch.Generator().manual_seed(8)
y_shuffled = shuffle_targets(y_rule, generator)

if y_shuffled is not None:
    ratios, ratios_fresh = curves(x_1000, y_shuffled, x_new, y_rule_new)
    print(f"shuffled: training {ratios[-1]:.2f}, fresh {ratios_fresh[-1]:.2f}")

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 잡음뿐인 데이터와 비슷합니다. 학습한 데이터에서 잰 비율은 1보다 작고, 처음 보는 데이터에서 잰 비율은 1보다 큽니다. 정답이 아무리 그럴듯해도 입력과 이어져 있지 않으면 배울 것이 없습니다.
#
# </div>
#
# <div lang="en">
#
# It resembles the data that is only noise. The ratio on the training data ends below 1, and the ratio on fresh data ends above 1. However sensible the targets look, there is nothing to learn if they are not connected with the inputs.
#
# </div>
#
# ```python
# def shuffle_targets(y, generator):
#     return y[torch.randperm(len(y), generator=generator)]
#
#
# check_shuffle_targets(shuffle_targets)
# generator = torch.Generator().manual_seed(8)
# y_shuffled = shuffle_targets(y_rule, generator)
#
# ratios, ratios_fresh = curves(x_1000, y_shuffled, x_new, y_rule_new)
# print(f"shuffled: training {ratios[-1]:.2f}, fresh {ratios_fresh[-1]:.2f}")
# ```
#
# </details>

# %% [markdown]
# ## 참고 문헌 · References

# %% [markdown]
# - C. Zhang, S. Bengio, M. Hardt, B. Recht, O. Vinyals. [Understanding deep learning requires rethinking generalization](https://arxiv.org/abs/1611.03530) (2017)
# - M. Belkin, D. Hsu, S. Ma, S. Mandal. [Reconciling modern machine-learning practice and the classical bias-variance trade-off](https://arxiv.org/abs/1812.11118) (2019)

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [05 갱신 루프](05_update_loop.ipynb) · 다음 수업: [09 옛 코드 읽기](09_old_code.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [05 The update loop](05_update_loop.ipynb) · Next: [09 Reading old code](09_old_code.ipynb)
#
# </div>
