# %% [markdown]
# # 08 여러 프로세스 · Many processes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 한 컴퓨터로 오래 걸리는 학습(training)은 여러 컴퓨터에 나누어 맡깁니다. 이때 쓰는 PyTorch의 도구가 `DistributedDataParallel`이고, 줄여서 DDP라고 합니다. 이 수업에서는 수업 00의 프로그램을 프로세스(process) 두 개로 학습시킵니다. 한 컴퓨터에서 실행하지만, 컴퓨터 여러 대에서도 쓰는 방법은 같습니다.
#
# - **할 일**: 배치(batch)를 반씩 나누어 프로세스 두 개로 학습시키고, 하나로 학습시킨 것과 손실(loss)이 같은지 확인합니다. 한 줄을 빼면 어떻게 되는지 그립니다. 프로세스가 주고받는 바이트를 세고, 언제 두 개가 빠른지 잽니다.
# - **배우는 것**: DDP가 변화도(gradient)를 어떻게 합치는지, 손실이 합일 때에는 왜 프로세스의 수를 곱해야 하는지 알게 됩니다.
# - **준비**: 수업 03과 04를 마쳤으면 됩니다. GPU는 없어도 됩니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Training that takes too long on one computer is divided among several. The PyTorch tool for this is `DistributedDataParallel`, DDP for short. In this lesson, you train the program of lesson 00 on two processes. Both run on your own computer, but on several computers you would do the same.
#
# - **What you will do**: divide the batch between two processes, train, and check that the losses are those of one process. Draw what happens when one line is missing. Count the bytes that the processes exchange, and measure when two of them are faster.
# - **What you will learn**: how DDP combines gradients, and why a loss that is a sum has to be multiplied by the number of processes.
# - **What you need**: lessons 03 and 04. You do not need a GPU.
# - **Time**: 50 minutes
#
# </div>

# %% tags=["setup"]
from tutorial_helpers import setup_notebook

setup_notebook()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 한 언어만 보려면 아래 칸의 `"both"`를 `"ko"`나 `"en"`으로 바꾸어 실행하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# To see one language only, change `"both"` in the cell below to `"ko"` or `"en"` and run it.
#
# </div>

# %% tags=["language-switch"]
from tutorial_helpers import show_language

show_language("both")

# %% [markdown]
# ## 프로세스 하나 · One process

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 비교할 것을 먼저 만듭니다. 데이터, 모델, 손실 함수(loss function)는 수업 00과 같고, 수업 04의 `train`으로 학습시킵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# First make what you will compare with. Data, model and loss function are those of lesson 00, and the function `train` of lesson 04 does the training.
#
# </div>

# %%
import statistics
import tempfile
import time
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from torch import nn

import train_with_ddp
from tutorial_helpers import make_random_data, plot_loss_curve, torchrun, train

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)
loss_fn = nn.MSELoss(reduction="sum")


# %%
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))


model = make_model()
losses = train(model, loss_fn, x, y, learning_rate=1e-4, steps=500)
print(f"one process: {losses[0]:.3g} -> {losses[-1]:.3g}")

# %% [markdown]
# ## 나누어 구한 변화도 · Gradients in parts

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 프로세스를 나누기 전에, 배치를 나누어도 되는지 이 노트북 안에서 확인합니다. 배치의 앞 절반과 뒤 절반으로 변화도를 따로 구하여, 배치 전체로 구한 변화도와 비교합니다. 손실은 오차의 제곱을 모두 더한 것입니다. 그러면 두 변화도를 더해야 할까요, 평균해야 할까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Before you divide the work among processes, check inside this notebook that the batch may be divided. Compute the gradients of the first half and of the second half of the batch separately, and compare them with the gradients of the whole batch. The loss is the sum of all squared errors. So do the two gradients have to be added or averaged?
#
# </div>


# %%
def gradients(x, y):
    model = make_model()
    loss_fn(model(x), y).backward()
    return [param.grad for param in model.parameters()]


whole = gradients(x, y)
halves = list(zip(gradients(x[:32], y[:32]), gradients(x[32:], y[32:]), strict=True))
torch.testing.assert_close([a + b for a, b in halves], whole, rtol=1e-4, atol=1e-5)
print("sum of the halves = whole:  True")

average = [(a + b) / 2 for a, b in halves]
torch.testing.assert_close([2 * grad for grad in average], whole, rtol=1e-4, atol=1e-5)
print("2 × average of the halves = whole:  True")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 더한 것이 배치 전체의 변화도입니다. 그런데 DDP는 더하지 않고 평균합니다. 손실이 샘플에 걸친 평균인 모델이 많고, 그때에는 평균해야 맞기 때문입니다. 이 강좌의 손실은 합이므로, DDP가 평균한 변화도에 프로세스의 수를 곱해야 배치 전체의 변화도가 됩니다.
#
# $$\frac{\partial L}{\partial w} = \sum_{k=1}^{p} \frac{\partial L_k}{\partial w} = p \cdot \frac{1}{p} \sum_{k=1}^{p} \frac{\partial L_k}{\partial w}$$
#
# 공식의 $p$는 프로세스의 수이고 $L_k$는 프로세스 $k$가 맡은 샘플의 손실입니다. 손실에 $p$를 곱한 다음 역전파(backward pass)를 해도 변화도는 $p$배가 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Their sum is the gradient of the whole batch. But DDP does not add; it averages. Many models have a loss that is a mean over the samples, and for those the average is right. The loss of this course is a sum, so the gradients that DDP has averaged must be multiplied by the number of processes to give those of the whole batch.
#
# $$\frac{\partial L}{\partial w} = \sum_{k=1}^{p} \frac{\partial L_k}{\partial w} = p \cdot \frac{1}{p} \sum_{k=1}^{p} \frac{\partial L_k}{\partial w}$$
#
# In the formula, $p$ is the number of processes, and $L_k$ is the loss of the samples of process $k$. If you multiply the loss by $p$ before the backward pass, the gradients become $p$ times as large, too.
#
# </div>

# %% [markdown]
# ## 스크립트 · The script

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 프로세스마다 Python이 따로 시작되므로, 노트북에서 정의한 함수(function)는 다른 프로세스에서 보이지 않습니다. 그래서 학습시키는 코드는 노트북 옆에 있는 파일 `train_with_ddp.py`에 있습니다. 모든 프로세스가 이 스크립트를 똑같이 실행합니다. 다음 칸은 파일의 내용을 보여 줍니다.
#
# - `torchrun`은 프로세스마다 번호를 하나씩 줍니다. 이 번호 `rank`와 프로세스의 수 `world_size`로 자기가 맡을 샘플 `share`를 정합니다.
# - `nn.Sequential`로 만든 모델을 `DistributedDataParallel`로 감쌉니다. 모든 프로세스가 같은 시드(seed)로 같은 모델을 만들지만, DDP는 어차피 0번 프로세스의 매개변수(parameter)를 모두에게 나누어 주고 시작합니다.
# - `backward()`가 변화도를 구하는 동안 DDP가 프로세스 사이에서 변화도를 평균합니다. 갱신(update)은 프로세스마다 따로 하지만, 변화도가 같으므로 모델은 늘 같습니다.
# - `factor`가 앞에서 말한 $p$입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Each process starts a Python of its own, so a function defined in the notebook cannot be seen by another process. That is why the code that trains is in a file beside the notebook, `train_with_ddp.py`. All processes run this same script. The next cell shows the file.
#
# - `torchrun` gives each process a number. With this number, `rank`, and the number of processes, `world_size`, each process finds its own samples, its `share`.
# - The model made with `nn.Sequential` is wrapped in `DistributedDataParallel`. All processes make the same model from the same seed, but DDP begins by giving the parameters of process 0 to all of them anyway.
# - While `backward()` computes the gradients, DDP averages them across the processes. Each process does its own update, but as the gradients are the same, so are the models at all times.
# - `factor` is the $p$ from above.
#
# </div>

# %%
print(Path(train_with_ddp.__file__).read_text(encoding="utf-8"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# `torchrun`은 터미널에서 쓰는 명령입니다. 도우미 함수 `torchrun`은 같은 명령을 노트북에서 실행하고, 그 명령과 스크립트가 출력(output)한 것을 보여 줍니다. 프로세스를 새로 시작하므로 몇 초 걸립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `torchrun` is a command for the terminal. The helper function `torchrun` runs the same command from the notebook, and shows the command and what the script prints. It takes a few seconds, because new processes start.
#
# </div>

# %%
folder = tempfile.TemporaryDirectory()


def run(*options):
    path = Path(folder.name, "runs.pt")
    torchrun("train_with_ddp.py", *options, "--save", path)
    return torch.load(path)


two = run()[N]

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 프로세스 두 개가 샘플을 32개씩 맡았고, 손실은 하나로 학습시킬 때와 같아 보입니다. 정말 같은지 손실과 매개변수를 모두 비교합니다. 더하는 차례가 달라져 반올림이 조금 다르므로, 처음 100단계(step)는 1e-5, 500단계는 1e-3까지 차이를 허용합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Each of the two processes had 32 samples, and the losses look like those of one process. Compare all losses and parameters to see whether they really are the same. Sums are added up in another order, so rounding differs a little. Allow a relative difference of 1e-5 for the first 100 steps and of 1e-3 for all 500.
#
# </div>

# %%
one_losses, two_losses = torch.tensor(losses), torch.tensor(two["losses"])
torch.testing.assert_close(two_losses[:100], one_losses[:100], rtol=1e-5, atol=0)
torch.testing.assert_close(two_losses, one_losses, rtol=1e-3, atol=0)
torch.testing.assert_close(two["parameters"], model.state_dict(), rtol=0, atol=1e-5)
print("two processes = one process: True")

# %% [markdown]
# ## 곱하기를 빼면 · Without the factor

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 프로세스의 수를 곱하지 않으면 어떻게 될까요? `--unscaled`를 주면 스크립트의 `factor`가 1이 됩니다. 손실이 언제부터 달라질지 짐작한 다음에 실행해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# What happens without multiplying by the number of processes? The option `--unscaled` makes `factor` in the script 1. Guess from which step on the losses will differ, and then run the cell.
#
# </div>

# %%
unscaled = run("--unscaled")[N]

fig, ax = plt.subplots()
plot_loss_curve(losses, ax, label="프로세스 하나 · one process", linewidth=5, alpha=0.4)
plot_loss_curve(two["losses"], ax, label="프로세스 두 개 · two processes", color="black")
plot_loss_curve(unscaled["losses"], ax, label="곱하지 않음 · without the factor", linestyle="-.")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 첫 손실은 똑같이 713입니다. 아직 갱신하기 전의 손실이기 때문입니다. 그래서 첫 손실만 확인해서는 잘못을 찾지 못합니다. 그 뒤로는 손실이 더 천천히 줄어듭니다. 오류도 경고도 없습니다.
#
# 변화도가 절반이 되었으므로 학습률(learning rate)을 절반으로 줄인 것과 같습니다. 프로세스 하나로 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The first loss is 713 as well, because it is computed before any update. So you do not find this mistake by looking at the first loss alone. From then on, the loss falls more slowly. There is no error and no warning.
#
# The gradients are only half as large, so this is the same as half the learning rate. Check it with one process.
#
# </div>

# %%
half_rate = train(make_model(), loss_fn, x, y, learning_rate=0.5e-4, steps=500)
torch.testing.assert_close(
    torch.tensor(unscaled["losses"]), torch.tensor(half_rate), rtol=1e-3, atol=0
)
print(f"half the learning rate: {half_rate[0]:.3g} -> {half_rate[-1]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 손실이 샘플에 걸친 평균이면 곱하지 않는 것이 맞습니다. 손실을 어떻게 정의했는지에 따라 달라지므로, 먼저 몇 단계를 프로세스 하나로 학습시켜 비교해 보는 것이 좋습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If the loss is a mean over the samples, leaving out the factor is right. It depends on how the loss is defined. So first train for a few steps with one process, and compare.
#
# </div>

# %% [markdown]
# ## 주고받는 바이트 · Bytes exchanged

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 변화도를 평균하려면 프로세스끼리 변화도를 주고받아야 합니다. 이 일을 올리듀스(all-reduce)라고 합니다. 스크립트의 `count_bytes`는 DDP가 올리듀스에 넘기는 변화도의 바이트 수를 셉니다. 자료형(data type)이 `float32`이면 수 하나가 4바이트입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# To average the gradients, the processes have to exchange them. This operation is called all-reduce. In the script, `count_bytes` counts the bytes of the gradients that DDP hands over to all-reduce. In the data type `float32`, a number takes 4 bytes.
#
# </div>

# %%
n_parameters = sum(param.numel() for param in model.parameters())
print(f"all-reduce:    {len(two['bytes'])} in 500 steps")
print(f"each of them:  {two['bytes'][0]:,} bytes = {x.itemsize} × {n_parameters:,}, {x.dtype}")
print(f"in 500 steps:  {sum(two['bytes']):,} bytes")
print(f"data of a batch: {x.nbytes + y.nbytes:,} bytes")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 단계마다 매개변수 하나에 4바이트씩, 모두 404,440바이트를 주고받습니다. 데이터는 주고받지 않습니다. 프로세스가 자기 몫의 데이터를 가지고 있기 때문입니다. 올리듀스의 양은 배치를 키워도 그대로이고, 모델이 커지면 늘어납니다. 프로세스 $p$개가 고리처럼 이어져 변화도를 옆으로 넘기는 방법을 쓰면, 프로세스마다 보내는 양은 변화도 크기의 $2(p-1)/p$배입니다. 프로세스를 아무리 늘려도 두 배를 넘지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# At each step, 4 bytes are exchanged for every parameter, 404,440 bytes in all. No data is exchanged, because each process has its own share of it. The amount for all-reduce stays the same for a larger batch and grows with the model. When $p$ processes pass their gradients around a ring, each one sends $2(p-1)/p$ times the size of the gradients. However many processes there are, that is never more than twice the size.
#
# </div>

# %% [markdown]
# ## 언제 빠른가 · When it is faster

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 두 프로세스는 계산을 반씩 나누는 대신 변화도를 주고받고 서로 기다립니다. 어느 쪽이 큰지는 배치의 크기에 달려 있습니다. 배치 크기(batch size) 네 가지로 프로세스 두 개의 시간을 재고, 프로세스 하나의 시간으로 나누어 그립니다. 1보다 작으면 두 개가 빠릅니다. 배치가 커지는 만큼 학습률은 줄입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Two processes share the computation, but in return they exchange gradients and wait for each other. Which of the two weighs more depends on the size of the batch. Measure the time of two processes for four batch sizes, divide it by the time of one process and draw the ratio. Below 1, two processes are faster. The learning rate is divided by as much as the batch grows.
#
# </div>


# %%
def time_one_process(size, steps):
    generator = torch.Generator().manual_seed(1)
    x, y = make_random_data(size, D_in, D_out, generator=generator)
    model, losses, seconds = make_model(), [], []
    for t in range(steps):
        start = time.perf_counter()
        losses += train(model, loss_fn, x, y, learning_rate=1e-4 * 64 / size, steps=1)
        seconds.append(time.perf_counter() - start)
    return losses, statistics.median(seconds)


sizes = [64, 512, 2048, 8192]
by_one = {size: time_one_process(size, steps=12) for size in sizes}

# %% tags=["nbval-ignore-output"]
by_two = run("--steps", "12", "--batch-sizes", *map(str, sizes))
ratios = [statistics.median(by_two[size]["seconds"]) / by_one[size][1] for size in sizes]

fig, ax = plt.subplots()
ax.loglog(sizes, ratios, "C0o-", base=2, label="프로세스 두 개 · two processes")
ax.axhline(1, color="C1", linestyle="--", label="프로세스 하나 · one process")
ax.axhline(0.5, color="C2", linestyle=":", label="절반 · half")
ax.set(xlabel="배치 크기 · batch size", ylabel="시간의 비율 · ratio of times")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 배치가 작으면 두 개가 하나보다 느립니다. 계산은 금방 끝나는데, 변화도를 주고받는 데에 드는 시간은 배치가 커도 작아도 같기 때문입니다. 배치가 클수록 비율은 절반에 가까워집니다. 어느 크기부터 이득인지는 컴퓨터마다 다르고, 코어가 하나뿐이면 이득이 없습니다.
#
# 배치의 크기가 달라도 손실은 프로세스 하나일 때와 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With small batches, two processes are slower than one. The computation is soon over, and exchanging the gradients takes the same time for small and large batches. The larger the batch, the closer the ratio comes to a half. From which size on it pays differs between computers. With a single core, it never does.
#
# Whatever the batch size, the losses are those of one process.
#
# </div>

# %%
for size in sizes:
    expected, computed = torch.tensor(by_one[size][0]), torch.tensor(by_two[size]["losses"])
    torch.testing.assert_close(computed, expected, rtol=1e-5, atol=0)
    print(f"{size:4}: first loss {by_one[size][0][0]:.3g}, same losses in {len(computed)} steps")

# %% [markdown]
# ## 잘못되었을 때 · When something goes wrong

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 프로세스가 여럿이면 잘못될 일도 많아집니다. 한 프로세스가 죽으면 다른 프로세스는 오지 않을 변화도를 기다리게 됩니다. 스크립트는 연결이 끊기면 기다리지 않고 끝나며, `init_process_group`에 준 시간이 지나도 끝납니다. 도우미 함수 `torchrun`은 끝까지 실행하지 못한 까닭을 오류로 알리고, 시작한 프로세스를 하나도 남기지 않습니다. 프로세스를 하나만 시작하면 어떻게 되는지 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With several processes, more can go wrong. If one process dies, the others wait for gradients that will never come. When the connection is lost, the script does not wait but ends, and it also ends after the time that is given to `init_process_group`. The helper function `torchrun` says by an error why the run did not get to its end, and it leaves none of its processes behind. See what happens if you start only one process.
#
# </div>

# %%
try:
    torchrun("train_with_ddp.py", processes=1)
except RuntimeError as error:
    print(error)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 프로세스는 포트(port) 하나를 정하여 서로를 찾습니다. `--standalone`을 쓰면 비어 있는 포트를 골라 주므로 걱정할 것이 없습니다. 포트를 직접 정할 때에는 다른 프로그램이 그 포트를 쓰고 있을 수 있습니다. `torchrun`에 `port`를 주면, 시작하기 전에 비어 있는지 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The processes find one another at a port. With `--standalone`, a free one is chosen, and there is nothing to worry about. If you choose the port yourself, another program may be using it. If you give `torchrun` a `port`, it makes sure that the port is free before it starts anything.
#
# </div>

# %%
import socket

with socket.create_server(("127.0.0.1", 0)) as server:
    try:
        torchrun("train_with_ddp.py", port=server.getsockname()[1])
    except OSError as error:
        print(type(error).__name__)

# %% [markdown]
# ## 컴퓨터 여러 대 · Several computers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 스크립트는 그대로 두고 명령만 바꿉니다. 컴퓨터마다 같은 명령을 실행합니다. `--nnodes`는 컴퓨터의 수, `--nproc-per-node`는 컴퓨터마다 시작할 프로세스의 수입니다. `--rdzv-endpoint`는 모두가 만날 곳으로, 컴퓨터 한 대의 이름과 포트입니다.
#
# ```bash
# torchrun --nnodes=2 --nproc-per-node=8 --rdzv-backend=c10d --rdzv-endpoint=HOST:PORT train_with_ddp.py
# ```
#
# GPU로 학습시킬 때에는 세 가지가 달라집니다. 프로세스를 GPU마다 하나씩 시작하고, `gloo` 대신 GPU끼리 직접 주고받는 `nccl`을 쓰고, 환경 변수 `LOCAL_RANK`로 자기 GPU를 골라 모델과 데이터를 그리로 옮깁니다.
#
# 실제 데이터로 학습시킬 때 더 필요한 것이 있습니다.
#
# - 데이터를 배치로 나누어 읽을 때에는 [`DistributedSampler`](https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler)가 프로세스마다 다른 샘플을 골라 줍니다.
# - 마지막 배치가 프로세스마다 다르게 남으면 먼저 끝난 프로세스 때문에 다른 프로세스가 멈춥니다. 이때에는 [`Join`](https://docs.pytorch.org/docs/stable/distributed.algorithms.join.html)을 씁니다.
# - 배치 여러 개의 변화도를 모았다가 한 번에 갱신할 때에는 [`no_sync`](https://docs.pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html)로 중간의 올리듀스를 건너뜁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The script stays the same; only the command changes. Run the same command on each computer. `--nnodes` is the number of computers, and `--nproc-per-node` is the number of processes to start on each of them. `--rdzv-endpoint` is where all of them meet: the name and a port of one computer.
#
# ```bash
# torchrun --nnodes=2 --nproc-per-node=8 --rdzv-backend=c10d --rdzv-endpoint=HOST:PORT train_with_ddp.py
# ```
#
# To train on GPUs, three things change. Start one process for each GPU. Use `nccl`, with which GPUs exchange data directly, in place of `gloo`. And let each process choose its GPU by the environment variable `LOCAL_RANK`, and move the model and the data there.
#
# Training on real data needs a few more things.
#
# - When data is read in batches, [`DistributedSampler`](https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler) picks different samples for each process.
# - When the processes do not have equally many batches, those that finish first make the others hang. [`Join`](https://docs.pytorch.org/docs/stable/distributed.algorithms.join.html) is for this case.
# - When you collect the gradients of several batches before an update, [`no_sync`](https://docs.pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html) skips the all-reduces in between.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# - DDP에서는 프로세스마다 모델 전체와 배치의 일부를 가지고, `backward()`를 하는 동안 변화도를 평균합니다.
# - 손실이 합이면 프로세스의 수를 곱해야 배치 전체의 변화도가 됩니다. 잊으면 오류 없이 학습률만 줄어든 것처럼 됩니다.
# - 첫 손실이 같다고 안심할 수 없습니다. 여러 단계의 손실과 매개변수를 프로세스 하나일 때와 비교합니다.
# - 단계마다 주고받는 양은 매개변수의 수로 정해지고, 배치 크기와는 상관이 없습니다. 그래서 배치가 클 때 이득입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - With DDP, each process has the whole model and a part of the batch, and the gradients are averaged during `backward()`.
# - If the loss is a sum, it takes a factor, the number of processes, to get the gradients of the whole batch. If you forget it, there is no error; it is as if the learning rate were smaller.
# - The same first loss proves little. Compare the losses of many steps and the parameters with those of one process.
# - The amount exchanged at each step is set by the number of parameters and has nothing to do with the batch size. That is why large batches pay.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# **연습 1.** 샘플 `N`개를 프로세스 `world_size`개에 나눌 때, 번호가 `rank`인 프로세스가 맡을 행을 `slice`로 돌려주는 함수 `share`를 쓰세요. 모든 샘플을 빠짐없이 한 번씩 맡아야 하고, 나누어떨어지지 않을 때에도 맡은 수의 차이가 하나를 넘지 않아야 합니다. `rank`는 0부터 시작합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** `N` samples are divided among `world_size` processes. Write a function `share` that returns the rows of the process with the number `rank` as a `slice`. Each sample must belong to exactly one process. Even where the division leaves a remainder, no process may have more than one sample more than another. `rank` starts from 0.
#
# </div>

# %%
from tutorial_helpers.exercises import check_factor_for_mean, check_share


def share(N, rank, world_size):
    return None  # 여기를 고치세요 · change this


check_share(share)
print([share(10, rank, 3) for rank in range(3)])

# %% [markdown] tags=["lang-ko", "solution"]
# <div lang="ko">
#
# <details><summary>풀이 1</summary>
#
# 앞의 프로세스들이 맡은 샘플의 수를 먼저 구하면, 거기에서 시작하여 다음 프로세스가 시작하는 곳에서 끝납니다. 스크립트의 코드도 이렇게 합니다.
#
# </details>
#
# </div>

# %% [markdown] tags=["lang-en", "solution"]
# <div lang="en">
#
# <details><summary>Solution 1</summary>
#
# Find where the shares of the processes before this one end. The share starts there and ends where that of the next process starts. The script does the same.
#
# </details>
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1의 코드 · Code for solution 1</summary>
#
# ```python
# def share(N, rank, world_size):
#     return slice(rank * N // world_size, (rank + 1) * N // world_size)
#
#
# check_share(share)
# print([share(10, rank, 3) for rank in range(3)])
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# **연습 2.** 이번에는 손실이 샘플에 걸친 평균이고, 프로세스마다 맡은 샘플의 수가 다를 수 있습니다. 한 프로세스는 전체 `n_total`개 가운데 `n_own`개를 맡아 그 평균을 손실로 계산합니다. DDP가 평균한 변화도가 전체 샘플에 걸친 평균의 변화도와 같아지려면, 이 프로세스의 손실에 얼마를 곱해야 할까요? 그 수를 돌려주는 함수 `factor_for_mean`을 쓰세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Now the loss is a mean over the samples, and the processes may have different numbers of samples. One process has `n_own` of the `n_total` samples in all, and computes the mean over its own as its loss. The gradient that DDP averages must be that of the mean over all samples. By what do you have to multiply the loss of this process? Write a function `factor_for_mean` that returns this number.
#
# </div>


# %%
def factor_for_mean(n_own, n_total, world_size):
    return None  # 여기를 고치세요 · change this


check_factor_for_mean(factor_for_mean)
print(factor_for_mean(32, 64, 2), factor_for_mean(48, 64, 2))

# %% [markdown] tags=["lang-ko", "solution"]
# <div lang="ko">
#
# <details><summary>풀이 2</summary>
#
# 평균에 `n_own`을 곱하면 합이 되고, 모든 프로세스의 합을 더하여 `n_total`로 나누면 전체의 평균이 됩니다. DDP는 더한 다음 `world_size`로 나누므로 미리 곱해 둡니다. 모두 똑같이 나누어 맡으면 곱할 수는 1입니다.
#
# </details>
#
# </div>

# %% [markdown] tags=["lang-en", "solution"]
# <div lang="en">
#
# <details><summary>Solution 2</summary>
#
# The mean times `n_own` is the sum. The sums of all processes together, divided by `n_total`, are the mean over all samples. DDP adds and then divides by `world_size`, so multiply by it beforehand. If all have equally many samples, the factor is 1.
#
# </details>
#
# </div>

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2의 코드 · Code for solution 2</summary>
#
# ```python
# def factor_for_mean(n_own, n_total, world_size):
#     return world_size * n_own / n_total
#
#
# check_factor_for_mean(factor_for_mean)
# print(factor_for_mean(32, 64, 2), factor_for_mean(48, 64, 2))
# ```
#
# </details>

# %% [markdown]
# ## 참고 문헌 · References

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# - S. Li et al. [PyTorch Distributed: Experiences on accelerating data parallel training](https://arxiv.org/abs/2006.15704) (2020)
# - P. Goyal et al. [Accurate, large minibatch SGD: training ImageNet in 1 hour](https://arxiv.org/abs/1706.02677) (2017)
# - P. Patarasuk, X. Yuan. [Bandwidth optimal all-reduce algorithms for clusters of workstations](https://doi.org/10.1016/j.jpdc.2008.09.002) (2009)
# - PyTorch. [torchrun](https://docs.pytorch.org/docs/stable/elastic/run.html)
# - PyTorch. [DistributedDataParallel](https://docs.pytorch.org/docs/stable/notes/ddp.html)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - S. Li et al. [PyTorch Distributed: Experiences on accelerating data parallel training](https://arxiv.org/abs/2006.15704) (2020)
# - P. Goyal et al. [Accurate, large minibatch SGD: training ImageNet in 1 hour](https://arxiv.org/abs/1706.02677) (2017)
# - P. Patarasuk, X. Yuan. [Bandwidth optimal all-reduce algorithms for clusters of workstations](https://doi.org/10.1016/j.jpdc.2008.09.002) (2009)
# - PyTorch. [torchrun](https://docs.pytorch.org/docs/stable/elastic/run.html)
# - PyTorch. [DistributedDataParallel](https://docs.pytorch.org/docs/stable/notes/ddp.html)
#
# </div>

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko">
#
# 앞 수업: [07 실행 속도](07_speed.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [07 How fast is it](07_speed.ipynb)
#
# </div>
