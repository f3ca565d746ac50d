# %% [markdown]
# # 12 여러 프로세스 · Many processes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 컴퓨터로 너무 오래 걸리는 학습(training)은 여러 컴퓨터에 나누어 맡길 수 있습니다. 이때 쓰는 PyTorch의 도구가 `DistributedDataParallel`이고, 줄여서 DDP라고 합니다. 이 수업에서는 [수업 00](00_whole_program.ipynb)의 모델을 프로세스(process) 두 개로 학습시킵니다. 프로세스는 실행 중인 프로그램이고, 저마다 자기 메모리를 씁니다. 여기에서는 두 프로세스를 한 컴퓨터에서 실행하지만, 컴퓨터 여러 대에서도 스크립트(script)는 같습니다.
#
# - **다루는 것**: 프로세스 여러 개에 학습을 나누어 맡기기
# - **할 일**: 배치(batch)를 반씩 나누어 프로세스 두 개로 학습시키고, 하나로 학습시킨 것과 손실(loss)이 같은지 확인합니다. 손실에 곱하는 수를 빠뜨리면 어떻게 되는지 그립니다. 프로세스가 주고받는 바이트를 세고, 언제 두 개가 하나보다 빠른지 알아봅니다.
# - **배우는 것**: DDP가 변화도(gradient)를 어떻게 합치는지, 손실이 합일 때에는 왜 프로세스의 수를 곱해야 하는지 알게 됩니다.
# - **준비**: 수업 [03](03_loss.ipynb)과 [05](05_update_loop.ipynb)를 마쳤으면 됩니다. GPU는 없어도 됩니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Training that takes too long on one computer can be divided among several. PyTorch's tool for this is `DistributedDataParallel`, DDP for short. In this lesson, you train the model of [lesson 00](00_whole_program.ipynb) on two processes. A process is a running program with its own memory. Here both run on your own computer; on several computers, the script would be the same.
#
# - **What it is about**: sharing the training among several processes
# - **What you will do**: divide the batch between two processes, train, and check that the losses are those of one process. Plot what happens when one factor is missing. Count the bytes that the processes exchange, and find out when two processes are faster than one.
# - **What you will learn**: how DDP combines gradients, and why a loss that is a sum has to be multiplied by the number of processes.
# - **What you need**: lessons [03](03_loss.ipynb) and [05](05_update_loop.ipynb). You do not need a GPU.
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
# ## 프로세스 하나 · One process

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 먼저 프로세스 하나로 학습시켜 비교할 손실을 구합니다. 데이터, 모델, 손실 함수(loss function)는 [수업 00](00_whole_program.ipynb)과 같고, [수업 05](05_update_loop.ipynb)의 `train`을 씁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# First train with one process, for comparison. Data, model and loss function are those of [lesson 00](00_whole_program.ipynb), and the function `train` of [lesson 05](05_update_loop.ipynb) does the training.
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


# %% tags=["slide"]
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))


model = make_model()
losses = train(model, loss_fn, x, y, learning_rate=1e-4, steps=500)
print(f"one process: {losses[0]:.3g} -> {losses[-1]:.3g}")

# %% [markdown]
# ## 나누어 구한 변화도 · Gradients in parts

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 프로세스 두 개에 나누어 맡기기 전에, 배치를 나누어도 되는지 이 노트북 안에서 확인합니다. 배치의 앞 절반과 뒤 절반으로 변화도를 따로 구하여, 배치 전체로 구한 변화도와 비교합니다. 손실은 오차의 제곱을 모두 더한 것입니다. 그러면 두 변화도를 더해야 할까요, 평균해야 할까요?
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Before you divide the work among processes, check in this notebook that a batch can be divided. Compute the gradients of the first half and of the second half of the batch separately, and compare them with the gradients of the whole batch. The loss is the sum of all squared errors. So do the two gradients have to be added or averaged?
#
# </div>


# %% tags=["slide"]
def gradients(x, y):
    model = make_model()
    loss_fn(model(x), y).backward()
    return [param.grad for param in model.parameters()]


whole = gradients(x, y)
halves = list(zip(gradients(x[:32], y[:32]), gradients(x[32:], y[32:]), strict=True))
torch.testing.assert_close([a + b for a, b in halves], whole, rtol=1e-4, atol=1e-5)
print("sum of the halves = whole: True")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 더한 것이 배치 전체의 변화도입니다. 그런데 DDP는 변화도를 평균합니다. 손실을 샘플의 평균으로 정한 모델이 많고, 프로세스마다 맡은 샘플의 수가 같으면 그때에는 평균해야 맞기 때문입니다. 이 강좌의 손실은 합이므로, DDP가 평균한 변화도에 프로세스의 수를 곱해야 배치 전체의 변화도가 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Their sum is the gradient of the whole batch. But DDP averages the gradients. Many models have a loss that is a mean over the samples. For those, the average is right, as long as all processes have equally many samples. The loss of this course is a sum, so the gradients that DDP has averaged must be multiplied by the number of processes to give those of the whole batch.
#
# </div>

# %% [markdown] tags=["slide"]
# $$\frac{\partial L}{\partial w} = \sum_{k=1}^{p} \frac{\partial L_k}{\partial w} = p \cdot \frac{1}{p} \sum_{k=1}^{p} \frac{\partial L_k}{\partial w}$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 공식의 $L$은 배치 전체의 손실, $p$는 프로세스의 수, $L_k$는 $k$째 프로세스가 맡은 샘플의 손실입니다. 변화도에 $p$를 곱하는 대신, 손실에 $p$를 곱한 다음 역전파(backward pass)를 해도 됩니다. 스크립트에서는 이렇게 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In the formula, $L$ is the loss of the whole batch, $p$ is the number of processes, and $L_k$ is the loss of the samples of the $k$-th process. Instead of multiplying the gradients by $p$, you can multiply the loss by $p$ before the backward pass. The script does it this way.
#
# </div>

# %% [markdown]
# ## 스크립트 · The script

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 프로세스마다 Python을 따로 실행하므로, 노트북에서 정의한 함수(function)는 다른 프로세스에서 보이지 않습니다. 그래서 학습시키는 코드는 노트북 옆에 있는 파일 `train_with_ddp.py`에 있습니다. 명령 `torchrun`은 프로세스 여러 개를 시작하고, 모든 프로세스가 이 스크립트를 똑같이 실행합니다. 다음 셀에서 함수 `train_share`부터 읽어 보세요.
#
# - `torchrun`은 프로세스마다 0부터 번호를 하나씩 주는데, 이것이 `rank`입니다. `world_size`는 프로세스의 수입니다. 프로세스마다 같은 시드(seed)로 배치 전체를 만들고 자기 몫 `share`의 행만 남깁니다.
# - `nn.Sequential`로 만든 모델을 `DistributedDataParallel`로 감쌉니다. 여기에서는 같은 시드를 쓰므로 모든 프로세스의 모델이 처음부터 같습니다. 같지 않더라도 DDP가 0번 프로세스의 매개변수(parameter)를 모든 프로세스에 복사한 다음 시작합니다.
# - `backward()`가 변화도를 구하는 동안 DDP가 프로세스 사이에서 변화도를 평균합니다. 갱신(update)은 프로세스마다 따로 합니다. 변화도가 모두 같으므로 모델도 계속 같습니다.
# - `factor`가 앞에서 말한 $p$이고, `backward()`를 부르기 전에 손실에 곱합니다. `--unscaled`를 주었을 때에만 1입니다.
# - `init_process_group`은 프로세스를 서로 연결합니다. `gloo`는 CPU에서 프로세스끼리 데이터를 주고받을 때 쓰는 라이브러리입니다. `dist.all_reduce(losses)`는 프로세스마다 구한 손실을 더하고, `dist.all_gather_object`는 0번 프로세스가 한꺼번에 보여 줄 수 있도록 모든 프로세스의 몫을 모읍니다. `model.module`은 DDP 안에 든 모델입니다.
# - `count_bytes`는 뒤에서 다룹니다. `started_by_torchrun`은 오류를 설명해 줄 뿐이므로 몰라도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Each process runs Python on its own and does not see the functions defined in this notebook. That is why the training code is in a file beside the notebook, `train_with_ddp.py`. The command `torchrun` starts several processes that all run this script. In the next cell, read the function `train_share` first.
#
# - `torchrun` gives each process a number, its `rank`, counted from 0. `world_size` is the number of processes. Each process makes the whole batch from the same seed and keeps only the rows of its own `share`.
# - The model made with `nn.Sequential` is wrapped in `DistributedDataParallel`. Here all processes make the same model, because they use the same seed. If they did not, DDP would still begin by copying the parameters of process 0 to all of them.
# - While `backward()` computes the gradients, DDP averages them across the processes. Each process does its own update. The gradients are the same everywhere, so the models stay the same.
# - `factor` is the $p$ from above, by which the loss is multiplied before `backward()`. Only with `--unscaled` is it 1.
# - `init_process_group` connects the processes, and `gloo` is the library that exchanges data between them on CPUs. `dist.all_reduce(losses)` adds up the losses of the processes, and `dist.all_gather_object` collects their shares so that process 0 can show them together. `model.module` is the model inside DDP.
# - `count_bytes` comes further down. `started_by_torchrun` only explains errors, so you need not know it.
#
# </div>

# %%
print(Path(train_with_ddp.__file__).read_text(encoding="utf-8"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `torchrun`은 터미널에서 쓰는 명령입니다. 도우미 함수 `torchrun`은 같은 명령을 노트북에서 실행하고, 명령을 폴더 이름 없이 한 줄로 보여 준 다음 스크립트의 출력(output)을 보여 줍니다. Windows의 터미널에서는 이 명령이 실행되지 않을 수 있습니다. 프로세스를 새로 시작하므로 시간이 조금 걸립니다.
#
# 스크립트는 구한 것을 파일에 저장하고, 함수 `run`은 그것을 읽어 돌려줍니다. 배치 크기(batch size)마다 항목이 하나씩 있는 `dict`이므로 `run()[N]`은 배치 크기가 `N`일 때의 결과입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `torchrun` is a command for the terminal. The helper function `torchrun` runs the same command from the notebook, and shows the command without the names of folders, and then what the script prints. In a terminal of Windows, the command itself may not run. Running the command takes a little time, because new processes start.
#
# The script saves its results in a file, and the function `run` reads them and returns them. They are a `dict` with one entry for each batch size, so `run()[N]` has the results for a batch of `N` samples.
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
# <div lang="ko" style="word-break: keep-all">
#
# 프로세스 두 개가 샘플을 32개씩 맡았고, 손실은 하나로 학습시킬 때와 같아 보입니다. 정말 같은지 손실과 매개변수를 모두 비교합니다. 더하는 차례가 달라져 반올림이 조금 다릅니다. 손실의 상대 차이는 처음 100단계(step)에서 1e-5, 500단계 전체에서 1e-3까지, 매개변수의 차이는 1e-5까지 허용합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Each of the two processes had 32 samples, and the losses look like those of one process. Compare all losses and parameters to see whether they really are the same. Numbers are added up in another order, so rounding differs a little. Allow the losses a relative difference of 1e-5 in the first 100 steps and of 1e-3 in all 500, and the parameters a difference of 1e-5.
#
# </div>

# %% tags=["slide"]
one_losses, two_losses = torch.tensor(losses), torch.tensor(two["losses"])
torch.testing.assert_close(two_losses[:100], one_losses[:100], rtol=1e-5, atol=0)
torch.testing.assert_close(two_losses, one_losses, rtol=1e-3, atol=0)
torch.testing.assert_close(two["parameters"], model.state_dict(), rtol=0, atol=1e-5)
print("two processes = one process: True")

# %% [markdown]
# ## 빠뜨린 곱하기 · Without the factor

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
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

# %% tags=["slide"]
unscaled = run("--unscaled")[N]

fig, ax = plt.subplots()
plot_loss_curve(losses, ax, label="프로세스 하나 · one process", color="C3", linewidth=5)
plot_loss_curve(two["losses"], ax, label="프로세스 두 개 · two processes", color="black")
plot_loss_curve(unscaled["losses"], ax, label="곱하지 않음 · without the factor", linestyle="-.")
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
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
# <div lang="ko" style="word-break: keep-all">
#
# 곱해야 하는지는 손실을 어떻게 정했는지에 달려 있습니다. 손실이 평균이고 프로세스마다 맡은 샘플의 수가 같으면 곱하지 않습니다. 확실히 하려면, 먼저 몇 단계를 프로세스 하나로 학습시켜 손실을 비교해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Whether a factor is needed depends on the loss. If it is a mean and all processes have equally many samples, none is needed. To be sure, first train for a few steps with one process and compare the losses.
#
# </div>

# %% [markdown]
# ## 주고받는 바이트 · Bytes exchanged

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 변화도를 평균하려면 프로세스끼리 변화도를 주고받아야 합니다. 이때 쓰는 것이 올리듀스(all-reduce)입니다. 프로세스마다 가진 값을 같은 자리끼리 더하여 그 합을 모두에게 돌려주는 일이며, 합을 프로세스의 수로 나누면 평균이 됩니다. 스크립트의 `count_bytes`는 DDP가 올리듀스에 넘기는 변화도의 바이트 수를 셉니다. 자료형(data type)이 `float32`이면 수 하나가 4바이트입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# To average the gradients, the processes have to exchange them. The operation for this is called all-reduce. It adds up the numbers of all processes, entry by entry, and gives each process the sums; divided by the number of processes, they are averages. In the script, `count_bytes` counts the bytes of the gradients that DDP hands over to all-reduce. In the data type `float32`, a number takes 4 bytes.
#
# </div>

# %% tags=["slide"]
n_parameters = sum(param.numel() for param in model.parameters())
print(f"all-reduce:    {len(two['bytes'])} in 500 steps")
print(f"each of them:  {two['bytes'][0]:,} bytes = {x.itemsize} × {n_parameters:,}, {x.dtype}")
print(f"in 500 steps:  {sum(two['bytes']):,} bytes")
print(f"data of a batch: {x.nbytes + y.nbytes:,} bytes")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 프로세스는 단계마다 매개변수 하나에 4바이트씩, 404,440바이트를 올리듀스에 넘깁니다. 배치 전체의 258,560바이트보다 많습니다. 샘플은 주고받지 않습니다. 프로세스마다 데이터를 스스로 만들어 자기 몫만 남기기 때문입니다. 그래서 배치를 키워도 주고받는 양은 그대로이고, 모델이 커지면 늘어납니다.
#
# 올리듀스를 하는 방법 하나는 프로세스 $p$개를 고리처럼 잇는 것입니다. 변화도를 $p$조각으로 나누어, 조각을 더하면서 옆으로 $p-1$번 넘기고, 더한 결과를 다시 $p-1$번 넘깁니다. 그러면 프로세스마다 보내는 양은 변화도 크기의 $2(p-1)/p$배입니다([Patarasuk, Yuan](https://doi.org/10.1016/j.jpdc.2008.09.002)). 프로세스가 두 개이면 변화도의 크기와 같고, 아무리 늘려도 그 두 배가 되지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# At each step, each process hands over 4 bytes for every parameter, 404,440 bytes. That is more than the 258,560 bytes of the whole batch. No samples are exchanged, because each process makes the data itself and keeps its own share. So a larger batch does not add to the exchange; a larger model does.
#
# One way to do an all-reduce is to join $p$ processes in a ring. The gradients are cut into $p$ parts. Each process passes a part on to the next one $p-1$ times, adding up on the way, and then the sums another $p-1$ times. So each process sends $2(p-1)/p$ times the size of the gradients ([Patarasuk, Yuan](https://doi.org/10.1016/j.jpdc.2008.09.002)). With two processes, that is once the size, and with any number it is less than twice.
#
# </div>

# %% [markdown]
# ## 이득이 되는 배치 크기 · When it pays off

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 프로세스 두 개는 순전파(forward pass)와 역전파를 반씩 나누어 하지만, 그 대신 변화도를 주고받고 서로 기다려야 합니다. 어느 쪽이 이득인지는 배치 크기에 달려 있습니다. 배치 크기 네 가지로 한 단계의 시간을 프로세스 하나와 두 개로 재고, 그 비율을 그립니다. 1보다 작으면 두 개가 빠릅니다. 주고받는 시간이 없고 모든 일을 반씩 나눌 수 있으면 절반이 되지만, 갱신은 나누지 않고 프로세스마다 모두 합니다. 스레드(thread)는 한 프로그램 안에서 동시에 나아가는 일의 흐름입니다. 환경 변수(environment variable)는 프로그램이 시작할 때 받는 설정입니다. 환경 변수 `OMP_NUM_THREADS`를 따로 정하지 않았으면 어느 쪽이든 프로세스마다 스레드를 하나씩 씁니다. 시간은 중앙값, 곧 크기대로 늘어놓았을 때 가운데에 오는 값입니다. 손실이 합이라서 변화도가 배치와 함께 커지므로, 배치가 8배이면 학습률을 8로 나눕니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Two processes divide the forward pass and the backward pass between them, but they also have to exchange gradients and wait for each other. Whether that pays off depends on the batch size. Measure the time of a step for four batch sizes, with one process and with two, and plot the ratio. Below 1, two processes are faster. If nothing had to be exchanged and all work were divided, it would be a half, but each process does the whole update. A thread is a line of work inside a program that runs at the same time as other threads, and an environment variable is a setting that a program gets when it starts. Unless the environment variable `OMP_NUM_THREADS` says otherwise, each process uses one thread in both cases. The time is the median, the value in the middle of the sorted times. The loss is a sum, so its gradients grow with the batch; for a batch 8 times as large, the learning rate is divided by 8.
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

# %% tags=["nbval-ignore-output", "slide"]
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
# <div lang="ko" style="word-break: keep-all">
#
# 배치가 작으면 계산이 금방 끝나므로 두 개가 하나보다 느립니다. 변화도를 주고받는 시간은 배치가 커도 거의 그대로이므로, 배치가 클수록 덜 중요해집니다. 비어 있는 코어가 두 개 있으면 비율은 절반 쪽으로 줄어듭니다. 어느 크기부터 이득인지는 컴퓨터마다 다릅니다. 코어가 하나뿐이거나 다른 프로그램이 코어를 쓰고 있으면 이득이 없을 수도 있습니다.
#
# 네 가지 크기에서 모두 손실이 프로세스 하나일 때와 같고, 주고받는 바이트도 그대로인지 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With small batches, the computation is soon over, and two processes are slower than one. The exchange takes about as long for a large batch as for a small one, so the larger the batch, the less it matters. If two cores are free, the ratio falls toward a half. The batch size from which two processes pay off differs between computers. If there is only one core, or if other programs keep the cores busy, they may never do so.
#
# Check that at all four sizes the losses are those of one process, and that the bytes exchanged stay the same.
#
# </div>

# %%
for size in sizes:
    expected, computed = torch.tensor(by_one[size][0]), torch.tensor(by_two[size]["losses"])
    torch.testing.assert_close(computed, expected, rtol=1e-5, atol=0)
    print(
        f"{size:4}: {len(computed)} losses are the same, {by_two[size]['bytes'][0]:,} bytes a step"
    )

# %% [markdown]
# ## 생길 수 있는 문제 · When something goes wrong

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 프로세스가 여럿이면 잘못될 일도 많아집니다. 한 프로세스가 멈추어 버리면 다른 프로세스는 오지 않을 변화도를 기다립니다. 이 스크립트에서는 `init_process_group`에 준 시간 60초까지만 기다립니다. 한 프로세스가 죽으면 연결이 끊겨 다른 프로세스도 끝납니다. 그러면 도우미 함수 `torchrun`은 까닭을 알려 주는 오류를 내고, 시작한 프로세스를 하나도 남기지 않습니다.
#
# 스크립트를 `torchrun` 없이 시작하거나 프로세스를 하나만 시작하는 실수도 흔합니다. `torchrun` 없이 시작하면 프로세스가 자기 `rank`를 알 수 없고 다른 프로세스와 연결되지도 않습니다. 프로세스가 하나여도 DDP는 실행되지만 나누어 맡을 것이 없습니다. 이 스크립트는 두 경우 모두 학습을 시작하지 않고, 까닭을 알리고 끝납니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With several processes, more can go wrong. If one process hangs, the others wait for gradients that never come. In this script, they wait for at most 60 seconds, the time given to `init_process_group`. If a process dies, the connection to it is lost, and the others end, too. The helper function `torchrun` then raises an error that says why, and it leaves no process behind.
#
# Another common mistake is to start the script without `torchrun`, or with a single process. Without `torchrun`, the script does not know its `rank` and cannot connect to other processes. With a single process, DDP would run, but nothing would be divided. This script refuses in both cases.
#
# </div>

# %% tags=["slide"]
try:
    torchrun("train_with_ddp.py", processes=1)
except RuntimeError as error:
    print(error)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 프로세스는 포트(port)에서 서로를 찾습니다. 포트는 한 컴퓨터 안에서 프로그램에 연결할 때 쓰는 번호입니다. `--standalone`을 쓰면 비어 있는 포트를 골라 줍니다. 직접 정하면 다른 프로그램이 그 포트를 쓰고 있을 수 있습니다. 도우미 함수는 `port`를 받으면, 시작하기 전에 비어 있는지 확인합니다. 다음 셀은 일부러 포트 하나를 차지한 다음 그 포트로 시작해 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The processes find one another at a port, a number at which a program on a computer can be reached. With `--standalone`, a free one is chosen. If you choose it yourself, another program may be using it. Given a `port`, the helper function checks that it is free before it starts anything. The next cell occupies a port on purpose and then asks for that one.
#
# </div>

# %%
import socket

with socket.create_server(("127.0.0.1", 0)) as server:
    try:
        torchrun("train_with_ddp.py", port=server.getsockname()[1])
    except OSError as error:
        print(type(error).__name__)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 포트를 쓸 수 없어서 아무것도 시작하지 않았습니다. 다른 번호를 주거나 `port`를 빼면 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The port is taken, so no process was started. Choose another number, or leave `port` out.
#
# </div>

# %% [markdown]
# ## 컴퓨터 여러 대 · Several computers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 스크립트는 그대로이고 명령만 다릅니다. 컴퓨터마다 스크립트가 있어야 하고, 설치한 패키지도 모두 같아야 합니다. 그런 다음 모든 컴퓨터에서 다음 명령을 실행합니다. `--nnodes`는 컴퓨터의 수, `--nproc-per-node`는 컴퓨터마다 시작할 프로세스의 수입니다. `--rdzv-endpoint`는 모두가 만날 곳으로, `HOST:PORT` 자리에 한 컴퓨터의 이름과 비어 있는 포트를 적습니다. `NAME` 자리에는 이 학습의 이름을 정하여 적습니다.
#
# ```bash
# torchrun --nnodes=2 --nproc-per-node=8 --rdzv-id=NAME --rdzv-backend=c10d --rdzv-endpoint=HOST:PORT train_with_ddp.py
# ```
#
# GPU로 학습시킬 때에는 세 가지를 바꿉니다. 첫째, 프로세스를 GPU마다 하나씩 시작합니다. 둘째, `gloo` 대신 NVIDIA GPU끼리 데이터를 주고받는 `nccl`을 씁니다. 셋째, 프로세스마다 자기 GPU를 고릅니다. `torchrun`이 환경 변수 `LOCAL_RANK`로 주는 번호를 `torch.cuda.set_device`에 넘기고, 모델과 데이터와 `losses`를 그 GPU로 옮깁니다. `nccl`은 GPU에 있는 것만 주고받습니다.
#
# 실제 데이터로 학습시킬 때 더 필요한 것이 있습니다.
#
# - 데이터를 배치로 나누어 읽을 때에는 [`DistributedSampler`](https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler)가 프로세스마다 자기 샘플을 골라 줍니다. 나누어떨어지지 않으면 몇 개를 되풀이하여 개수를 맞춥니다.
# - 배치의 수가 프로세스마다 다르면, 더 많은 쪽은 먼저 끝난 쪽의 변화도를 계속 기다립니다. 이때에는 [`Join`](https://docs.pytorch.org/docs/stable/distributed.algorithms.join.html)을 씁니다.
# - 배치 여러 개의 변화도를 모았다가 한 번에 갱신할 때에는 [`no_sync`](https://docs.pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html)로 중간의 올리듀스를 건너뜁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The script stays the same; only the command is different. Each computer needs the script and the same packages. Then run the command below on every one of them. `--nnodes` is the number of computers, and `--nproc-per-node` is the number of processes to start on each of them. `--rdzv-endpoint` is where all of them meet: replace `HOST:PORT` with the name of one computer and a free port on it. Replace `NAME` with a name for this training.
#
# ```bash
# torchrun --nnodes=2 --nproc-per-node=8 --rdzv-id=NAME --rdzv-backend=c10d --rdzv-endpoint=HOST:PORT train_with_ddp.py
# ```
#
# To train on GPUs, change three things. First, start one process for each GPU. Second, replace `gloo` with `nccl`, which exchanges data between NVIDIA GPUs. Third, let each process choose its own GPU: pass the number that `torchrun` gives it in the environment variable `LOCAL_RANK` to `torch.cuda.set_device`, and move the model, the data and `losses` to that GPU. `nccl` exchanges only what is on a GPU.
#
# Training on real data needs a few more things.
#
# - When data is read in batches, [`DistributedSampler`](https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler) gives each process its own samples. If the division leaves a remainder, it repeats a few, so that all have equally many.
# - If some processes have fewer batches, the others go on waiting for their gradients. [`Join`](https://docs.pytorch.org/docs/stable/distributed.algorithms.join.html) is for this case.
# - When you collect the gradients of several batches before an update, [`no_sync`](https://docs.pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html) skips the all-reduces in between.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - DDP에서는 프로세스마다 모델 전체와 배치의 일부가 있습니다. `backward()`를 하는 동안 DDP가 변화도를 평균합니다.
# - 손실이 합이면 프로세스의 수를 곱해야 배치 전체의 변화도가 됩니다. 잊어도 오류는 나지 않고, 이 강좌의 갱신에서는 학습률을 줄인 것처럼 됩니다.
# - 첫 손실이 같다고 안심할 수 없습니다. 여러 단계의 손실과 매개변수를 프로세스 하나일 때와 비교합니다.
# - 단계마다 주고받는 양은 매개변수의 수로 정해지고, 배치 크기와는 상관이 없습니다. 그래서 배치가 클수록 프로세스를 여러 개 쓰는 이득이 커집니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - With DDP, each process has the whole model and a part of the batch, and the gradients are averaged during `backward()`.
# - If the loss is a sum, multiply it by the number of processes to get the gradients of the whole batch. If you forget this, there is no error; with the update of this course, it is as if the learning rate were smaller.
# - The same first loss proves little. Compare the losses of many steps and the parameters with those of one process.
# - The amount exchanged at each step depends on the number of parameters, not on the batch size. That is why two processes pay off for large batches.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 샘플 `N`개를 프로세스 `world_size`개에 나눌 때, 번호가 `rank`인 프로세스가 맡을 행을 `slice`로 돌려주는 함수 `share`를 쓰세요. 모든 샘플을 빠짐없이 한 번씩 맡아야 하고, 나누어떨어지지 않을 때에도 어느 두 프로세스를 비교하든 맡은 수의 차이가 1 이하여야 합니다. `rank`는 0부터 시작합니다. 스크립트에도 방법이 하나 있으니 보지 않고 풀어 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** `N` samples are divided among `world_size` processes. Write a function `share` that returns the rows of the process with the number `rank` as a `slice`. Each sample must belong to exactly one process. Even if `N` cannot be divided evenly, the numbers of samples of two processes may differ by at most 1. `rank` starts from 0. The script has a solution, too; try without looking.
#
# </div>

# %%
from tutorial_helpers.exercises import check_factor_for_mean, check_share


def share(N, rank, world_size):
    return None  # 여기를 고치세요 · change this


check_share(share)
print([share(10, rank, 3) for rank in range(3)])

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 앞의 프로세스가 맡는 샘플은 모두 합하여 `rank * N // world_size`개입니다. 몫은 거기에서 시작하여 다음 프로세스가 시작하는 곳에서 끝납니다. 두 곳 모두 내림하므로 맡은 수의 차이는 많아야 1입니다. 스크립트의 코드도 이렇게 합니다.
#
# </div>
#
# <div lang="en">
#
# The processes before this one have `rank * N // world_size` samples together. The share starts there and ends where the next one starts. Both places are rounded down, so two shares differ by at most 1. The script does the same.
#
# </div>
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
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 이번에는 샘플마다 손실을 구하여 평균한 것이 손실이고, 프로세스마다 맡은 샘플의 수가 다를 수 있습니다. 샘플은 모두 `n_total`개이고 프로세스는 `world_size`개입니다. 그 가운데 한 프로세스가 `n_own`개를 맡아, 자기 샘플의 평균을 손실로 계산합니다. DDP를 거친 변화도가 전체 평균의 변화도와 같아지려면, 이 프로세스의 손실에 얼마를 곱해야 할까요? 그 값을 Python의 수로 돌려주는 함수 `factor_for_mean`을 쓰세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** Now the loss is a mean over the samples, and the processes may have different numbers of samples. There are `n_total` samples and `world_size` processes. One of the processes has `n_own` samples and computes the mean over its own as its loss. The average that DDP computes must be the gradient of the mean over all samples. By what do you have to multiply the loss of this process? Write a function `factor_for_mean` that returns it as a Python number.
#
# </div>


# %%
def factor_for_mean(n_own, n_total, world_size):
    return None  # 여기를 고치세요 · change this


check_factor_for_mean(factor_for_mean)
print(factor_for_mean(32, 64, 2), factor_for_mean(48, 64, 2))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 평균에 `n_own`을 곱하면 합이 되고, 모든 프로세스의 합을 더하여 `n_total`로 나누면 전체의 평균이 됩니다. DDP는 `world_size`로 나누기도 하므로 미리 곱해 둡니다. 모두 똑같이 나누어 맡으면 곱할 수는 1입니다.
#
# </div>
#
# <div lang="en">
#
# The mean times `n_own` is the sum. The sums of all processes together, divided by `n_total`, are the mean over all samples. DDP also divides by `world_size`, so multiply by it beforehand. If all have equally many samples, the factor is 1.
#
# </div>
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

# %% [markdown]
# - S. Li et al. [PyTorch Distributed: Experiences on accelerating data parallel training](https://arxiv.org/abs/2006.15704) (2020)
# - P. Patarasuk, X. Yuan. [Bandwidth optimal all-reduce algorithms for clusters of workstations](https://doi.org/10.1016/j.jpdc.2008.09.002) (2009)
# - PyTorch. [torchrun](https://docs.pytorch.org/docs/stable/elastic/run.html)
# - PyTorch. [DistributedDataParallel](https://docs.pytorch.org/docs/stable/notes/ddp.html)

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [10 실행 속도](10_speed.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [10 How fast is it](10_speed.ipynb)
#
# </div>
