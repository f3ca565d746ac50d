# %% [markdown]
# # 09 옛 코드 읽기 · Reading old code

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 책과 블로그에는 PyTorch 0.3 시절의 코드가 아직 많습니다. [수업 00](00_whole_program.ipynb)의 프로그램도 그때의 예제에서 왔습니다. 이런 코드를 지금 실행하면 어떤 줄은 오류를 내고, 어떤 줄은 경고만 하고, 어떤 줄은 아무 말 없이 지나갑니다. 이 수업에서는 옛 코드를 한 줄씩 실행하여 무슨 일이 생기는지 보고, 지금은 어떻게 쓰는지 알아봅니다.
#
# - **다루는 것**: PyTorch 0.3 시절의 코드를 지금 실행하면 생기는 일
# - **할 일**: 옛 방식으로 쓴 프로그램을 고쳐서, 지금의 방식으로 쓴 프로그램과 손실(loss)이 같은지 확인합니다. 옛 코드를 한 줄씩 실행하여 결과를 표로 봅니다.
# - **배우는 것**: 옛 코드를 읽고 고칠 수 있게 됩니다. 오류를 내지 않는 `.data`가 왜 가장 위험한지 알게 됩니다.
# - **준비**: 수업 [03](03_loss.ipynb)과 [05](05_update_loop.ipynb)를 마쳤으면 됩니다.
# - **시간**: 50분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Many books and blogs still contain code for PyTorch 0.3. The program of [lesson 00](00_whole_program.ipynb) also comes from an example of that time. If you run such code today, some lines raise an error, some only warn, and some run silently. In this lesson, you run old code line by line, see what happens, and find out what to write today.
#
# - **What it is about**: what code written for PyTorch 0.3 does today
# - **What you will do**: fix a program that is written in the old style, and check that it computes the same losses as a program in today's style. Run old code line by line and see the outcomes in a table.
# - **What you will learn**: how to read and fix old code, and why `.data`, which raises no error, is the most dangerous of the old habits.
# - **What you need**: lessons [03](03_loss.ipynb) and [05](05_update_loop.ipynb).
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
# ## 옛 프로그램 · An old program

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 데이터와 모델은 [수업 00](00_whole_program.ipynb)과 같습니다. 옛 코드에 늘 나오는 `Variable`도 함께 불러옵니다. PyTorch 0.3에서는 텐서(Tensor)만으로 변화도(gradient)를 구할 수 없었습니다. 텐서를 `Variable`로 감싸야 했고, 안에 든 텐서는 `.data`로 꺼냈습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The data and the model are those of [lesson 00](00_whole_program.ipynb). `Variable` is imported as well, because old code uses it everywhere. In PyTorch 0.3, a Tensor alone could not have a gradient. You wrapped it in a `Variable`, and `.data` gave you the Tensor inside.
#
# </div>

# %%
import inspect
import warnings
from difflib import SequenceMatcher
from itertools import zip_longest

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn
from torch.autograd import Variable

from tutorial_helpers import make_random_data, plot_loss_curve

N, D_in, H, D_out = 64, 1000, 100, 10
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(N, D_in, D_out, generator=generator)


# %% tags=["slide"]
def make_model():
    torch.manual_seed(2)
    return nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 다음은 [수업 00](00_whole_program.ipynb)의 프로그램을 PyTorch 0.3 시절의 방식으로 쓴 것입니다. 실행하기 전에 낯선 줄을 찾아보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This is the program of [lesson 00](00_whole_program.ipynb) in the style of PyTorch 0.3. Before you run it, find the lines that look unfamiliar.
#
# </div>


# %%
def old_program():
    inputs = Variable(x)
    targets = Variable(y, requires_grad=False)
    model = make_model()
    loss_fn = nn.MSELoss(size_average=False)
    losses = []
    for t in range(500):
        y_pred = model(inputs)
        loss = loss_fn(y_pred, targets)
        losses.append(loss.data[0])
        model.zero_grad()
        loss.backward()
        for param in model.parameters():
            param.data -= 1e-4 * param.grad.data
    return losses


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 코드를 실행한 결과는 세 가지로 나눌 수 있습니다. 오류가 나서 멈추거나(`error`), 끝까지 가지만 경고가 나오거나(`warning`), 아무 말 없이 끝납니다(`silence`). 함수(function) `outcome`은 코드를 텍스트로 받아 `exec`으로 실행하고, 셋 가운데 어느 것인지 알려 줍니다. 코드에 필요한 변수는 `names`로 넘깁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A run of code can end in three ways. It stops with an error (`error`), it gets to the end with a warning (`warning`), or it gets to the end silently (`silence`). The function `outcome` takes code as text, runs it with `exec`, and returns which of the three it was. Variables that the code needs are given as `names`.
#
# </div>


# %%
def outcome(code, **names):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(code, {**globals(), **names})
        except Exception as error:
            return f"error: {type(error).__name__}"
    if caught:
        return f"warning: {caught[0].category.__name__}"
    return "silence"


print("old program:", outcome("old_program()"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 옛 프로그램은 오류를 내고 멈춥니다. 오류가 나는 곳은 `loss.data[0]`입니다. 지금의 PyTorch에서 손실이 어떤 텐서인지 보고, 오류 메시지에 고칠 방법이 적혀 있는지도 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The old program stops with an error, which comes from `loss.data[0]`. See what kind of Tensor the loss is today, and whether the message of the error says what to do.
#
# </div>

# %% tags=["slide"]
loss_fn = nn.MSELoss(reduction="sum")
loss = loss_fn(make_model()(x), y)
print("shape:     ", loss.shape)
print("dimensions:", loss.dim())
print(f"item():     {loss.item():.3g}")
try:
    loss.data[0]
except IndexError as error:
    print("the message names item():", "item()" in str(error))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모양(shape)이 비어 있습니다. 여기에서 차원(dimension)은 모양에 적힌 수의 개수입니다. 손실은 차원이 0인 텐서, 곧 수 하나이므로 첫 번째 원소 `[0]`이 없습니다. PyTorch 0.3에서는 `loss.data`가 원소가 하나인 1차원 텐서였고, 그래서 `[0]`으로 수를 꺼냈습니다. 지금은 `item()`으로 꺼냅니다. 오류 메시지에도 그렇게 적혀 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The shape is empty. Here, the dimensions are the numbers that the shape lists. The loss is a Tensor of 0 dimensions, a single number, so there is no first element `[0]`. In PyTorch 0.3, `loss.data` was a Tensor of 1 dimension with one element, and `[0]` took the number out. Today, `item()` does this, as the message says.
#
# </div>

# %% [markdown]
# ## 고쳐 쓰기 · Fixing the program

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 옛 프로그램에서 오류가 나는 한 곳만 고칩니다. 소스 코드를 텍스트로 읽어 `loss.data[0]`을 `loss.item()`으로 바꾸고, 그 텍스트를 `exec`으로 실행합니다. 고친 함수는 딕셔너리 `names`에 들어가므로 `old_program`은 그대로입니다. 고친 함수에는 `fixed_program`이라는 이름을 붙입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Fix only the place that raises the error. Read the source code of the old program as text, replace `loss.data[0]` with `loss.item()`, and run the new text with `exec`. The fixed function goes into the dictionary `names`, so `old_program` stays as it is. Name the fixed function `fixed_program`.
#
# </div>

# %%
old_code = inspect.getsource(old_program)
names = dict(globals())
exec(old_code.replace("loss.data[0]", "loss.item()"), names)
fixed_program = names["old_program"]

print("fixed program:", outcome("fixed_program()"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 끝까지 실행되지만, 손실 함수(loss function)의 `size_average` 때문에 경고가 나옵니다. 여기서 그치지 않고 프로그램 전체를 지금의 방식으로 써 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now it runs to the end, but `size_average` of the loss function causes a warning. Go further and write the whole program in today's style.
#
# </div>


# %%
def todays_program():
    model = make_model()
    loss_fn = nn.MSELoss(reduction="sum")
    losses = []
    for t in range(500):
        y_pred = model(x)
        loss = loss_fn(y_pred, y)
        losses.append(loss.item())
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= 1e-4 * param.grad
    return losses


print("today's program:", outcome("todays_program()"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 프로그램은 아무 말 없이 끝까지 실행됩니다. 왼쪽에 옛 프로그램, 오른쪽에 지금의 프로그램을 놓고 견주어 봅니다. 가운데에 `|` 기호가 있는 줄이 서로 다릅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This program runs to the end silently. Put the old program on the left and today's program on the right. The lines with `|` between them differ.
#
# </div>

# %%
left = old_code.splitlines()
right = inspect.getsource(todays_program).splitlines()
for tag, i, j, k, m in SequenceMatcher(None, left, right).get_opcodes():
    mark = " " if tag == "equal" else "|"
    for old, new in zip_longest(left[i:j], right[k:m], fillvalue=""):
        print(f"{old:49} {mark} {new}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 함수의 이름을 빼면 다른 점은 네 가지입니다.
#
# 1. 데이터를 `Variable`로 감싸지 않고, 입력(input)과 정답(target)을 그대로 씁니다.
# 2. 손실 함수의 인자가 바뀌었습니다.
# 3. 손실에서 수를 꺼내는 방법이 바뀌었습니다.
# 4. 갱신(update)할 때 `.data`를 쓰지 않고 `torch.no_grad()`로 감쌉니다.
#
# 한 곳만 고친 옛 프로그램과 지금의 프로그램이 같은 손실을 계산하는지 확인합니다. 둘 다 `make_model`에서 시드(seed)를 정하고 모델을 만들므로 매개변수(parameter)의 처음 값은 같습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Apart from the name of the function, the programs differ in four ways.
#
# 1. The data is not wrapped in `Variable`. Inputs and targets are used as they are.
# 2. The argument of the loss function has changed.
# 3. So has the way to get the number out of the loss.
# 4. The update does not use `.data` and stands inside `torch.no_grad()`.
#
# Check whether the old program with its one fix and today's program compute the same losses. Both call `make_model`, which sets the seed, so both start from the same parameters.
#
# </div>

# %%
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    fixed_losses = fixed_program()
todays_losses = todays_program()

print(f"warnings: {len(caught)}, about size_average: {'size_average' in str(caught[0].message)}")
for t in (0, 100, 499):
    print(f"t: {t:3d}   fixed: {fixed_losses[t]:.3g}   today: {todays_losses[t]:.3g}")
print("same losses:", fixed_losses == todays_losses)

# %% tags=["slide"]
fig, ax = plt.subplots()
plot_loss_curve(todays_losses, ax, label="지금의 프로그램 · today", color="C3", linewidth=5)
plot_loss_curve(fixed_losses, ax, label="고친 옛 프로그램 · fixed", color="black")
ax.legend()
plt.show()

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실 500개가 비트까지 같고, 두 곡선이 겹칩니다. 경고는 `size_average`에 관한 것 하나뿐이었습니다. 한 곳만 고치면 옛 프로그램은 지금도 같은 계산을 합니다. 그렇다고 나머지 줄을 그대로 두어도 괜찮은 것은 아닙니다. 한 줄씩 알아봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All 500 losses are equal to the last bit, and the two curves lie on top of each other. The only warning was about `size_average`. With one place fixed, the old program still computes the same losses. That does not mean that its other lines may stay as they are. Look at them one by one.
#
# </div>

# %% [markdown]
# ## 한 줄씩 실행하기 · Line by line

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 다음 딕셔너리는 옛 글에 자주 나오는 줄을 모은 표입니다. 왼쪽이 옛 줄이고, 오른쪽이 지금 쓰는 줄입니다. 오른쪽은 이 수업의 끝에서 다시 봅니다. `weight`는 둘째 계층(layer)의 가중치(weight)이고, `array`는 `x`를 담은 NumPy 배열입니다. 먼저 왼쪽을 읽고, 오류가 날 줄, 경고가 나올 줄, 아무 말이 없을 줄을 짐작해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The dictionary below is a table of lines that often appear in old tutorials. The old line is on the left, today's line on the right. You come back to the right side at the end of this lesson. `weight` is the weight of the second layer, and `array` is a NumPy array that holds `x`. First read the left side and guess which lines raise an error, which warn, and which are silent.
#
# </div>

# %%
today = {
    "from torch.autograd import Variable": "",
    "Variable(x)": "x",
    "Variable(y, requires_grad=False)": "y",
    "Variable(torch.zeros(2), requires_grad=True)": "torch.zeros(2, requires_grad=True)",
    "model(Variable(x, volatile=True))": "with torch.no_grad(): model(x)",
    "Variable(torch.from_numpy(array))": "torch.from_numpy(array)",
    "torch.Tensor(2, 3)": "torch.empty(2, 3)",
    "torch.Tensor([2, 3])": "torch.tensor([2.0, 3.0])",
    "nn.MSELoss(size_average=False)": 'nn.MSELoss(reduction="sum")',
    "nn.MSELoss(reduce=False)": 'nn.MSELoss(reduction="none")',
    'F.mse_loss(y_pred, y, reduction="elementwise_mean")': "F.mse_loss(y_pred, y)",
    "F.softmax(y_pred)": "F.softmax(y_pred, dim=1)",
    "F.sigmoid(y_pred)": "torch.sigmoid(y_pred)",
    "F.tanh(y_pred)": "torch.tanh(y_pred)",
    "nn.init.xavier_uniform(weight)": "nn.init.xavier_uniform_(weight)",
    "loss.data[0]": "loss.item()",
    "y_pred.data.numpy()": "y_pred.detach().numpy()",
    "model.zero_grad()": "model.zero_grad()",
    "weight.data -= 1e-4 * weight.grad.data": "with torch.no_grad(): weight -= 1e-4 * weight.grad",
    "x.cuda()": "x.to(device)",
    "model.cuda()": "model.to(device)",
    "x.type(torch.cuda.FloatTensor)": "x.to(device, torch.float32)",
    "torch.cuda.FloatTensor([2, 3])": "torch.tensor([2.0, 3.0], device=device)",
}

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 함수 `try_line`은 새 모델로 역전파(backward pass)까지 한 다음, 줄 하나를 실행합니다. `cuda`가 들어 있는 줄은 컴퓨터에 따라 결과가 다르므로 나중에 실행합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The function `try_line` makes a new model, goes as far as the backward pass, and then runs one line. What a line with `cuda` does depends on the computer, so you run such lines later.
#
# </div>


# %%
def try_line(line):
    model = make_model()
    y_pred = model(x)
    loss = loss_fn(y_pred, y)
    loss.backward()
    names = {"model": model, "weight": model[2].weight, "y_pred": y_pred, "loss": loss}
    return outcome(line, array=x.numpy(), **names)


for line in today:
    result = "depends on the computer" if "cuda" in line else try_line(line)
    print(f"{result:24} {line}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 실행한 줄 가운데 오류를 내는 줄은 `loss.data[0]` 하나뿐입니다. 이 줄은 PyTorch 0.4에서는 경고만 했고, 그 뒤의 판부터 오류를 냅니다. 실행한 나머지 줄은 경고만 하거나 아무 말이 없습니다. 오류는 바로 알아챌 수 있지만 경고는 놓치기 쉽습니다. 아무 말이 없는 줄은 미리 알고 있어야 찾을 수 있습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Of the lines that were run, only `loss.data[0]` raises an error. It gave a warning in PyTorch 0.4 and has raised an error in the versions since then. The others only warn or say nothing. You notice an error at once, but a warning is easy to miss. A silent line gives no sign, so you have to recognize it yourself.
#
# </div>

# %% [markdown]
# ## 경고 · Warnings

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 경고가 나오는 줄은 지금은 실행되지만, 앞으로 나올 판에서는 오류를 낼 수 있습니다. 먼저 손실 함수의 옛 인자 `size_average`와 `reduce`입니다. 이 인자로 만든 손실 함수의 `reduction`을 보고, 지금의 어떤 값에 해당하는지 알아봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A line that warns still runs today, but may raise an error in a later version. First come `size_average` and `reduce`, the old arguments of the loss function. Make loss functions with these arguments and print `reduction`, to see which of today's values each argument corresponds to.
#
# </div>

# %% tags=["slide"]
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print("size_average=False:", nn.MSELoss(size_average=False).reduction)
    print("size_average=True: ", nn.MSELoss(size_average=True).reduction)
    print("reduce=False:      ", nn.MSELoss(reduce=False).reduction)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `size_average`는 제곱의 평균을 낼지 합을 구할지 정하던 인자입니다. `reduce=False`는 손실을 수 하나로 줄이지 않고 원소마다 따로 두라는 뜻이었습니다. 지금은 `reduction` 하나가 두 인자를 대신합니다. `"elementwise_mean"`은 `"mean"`의 옛 이름입니다.
#
# `volatile=True`는 변화도가 필요 없는 계산에 쓰던 인자입니다. 이것을 붙이면 연산 그래프(computational graph)를 만들지 않았습니다. 지금도 그런지, 모델의 출력(output)에서 `requires_grad`를 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `size_average` chose between the mean of the squares and their sum. `reduce=False` kept one loss for each entry and did not reduce them to one number. Today, `reduction` does the work of both. `"elementwise_mean"` is the old name of `"mean"`.
#
# `volatile=True` was used for computations that need no gradient. With it, no computational graph was built. Look at `requires_grad` of the output to see whether this is still true.
#
# </div>

# %%
model = make_model()
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    y_pred = model(Variable(x, volatile=True))
print("volatile=True:", y_pred.requires_grad)

with torch.no_grad():
    y_pred = model(x)
print("no_grad:      ", y_pred.requires_grad)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `volatile=True`는 이제 아무 일도 하지 않습니다. 결과는 맞지만 연산 그래프가 만들어져 메모리를 씁니다. 경고를 보지 못하면 알 수 없는 일입니다. 지금은 `torch.no_grad()`로 감쌉니다.
#
# `F.softmax`는 수 여러 개를 양수로 바꾸되, 바꾼 수를 모두 더하면 1이 되게 합니다. 어느 차원을 따라 더할지 `dim`으로 적지 않으면 경고합니다. `dim=1`로 적으면 샘플마다 따로 계산합니다.
#
# PyTorch에는 텐서를 제자리에서 바꾸는 메서드의 이름을 밑줄로 끝내는 규칙이 있습니다. 초기화(initialization) 함수 `xavier_uniform`도 이 규칙에 맞추어 이름이 `xavier_uniform_`으로 바뀌었습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `volatile=True` has no effect today. The result is right, but a computational graph is built and takes up memory. If you miss the warning, you do not notice. Today, use `torch.no_grad()`.
#
# `F.softmax` turns numbers into positive ones that add up to 1. It warns if you leave out `dim`, the dimension along which they add up. With `dim=1`, it works on each sample separately.
#
# In PyTorch, the names of methods that change a Tensor in place end with an underscore. The initialization function `xavier_uniform` did not follow this rule, so it was renamed `xavier_uniform_`.
#
# </div>

# %% [markdown]
# ## 말이 없는 줄 · Silent lines

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 말이 없는 줄 가운데 몇 가지는 해롭지 않습니다. 먼저 `Variable`이 지금은 무엇을 하는지 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Some of the silent lines do no harm. First see what `Variable` does today.
#
# </div>

# %% tags=["slide"]
wrapped = Variable(x)
print("type:          ", type(wrapped).__name__)
print("same memory:   ", wrapped.data_ptr() == x.data_ptr())
print("new Tensor:    ", torch.randn(2).requires_grad)
print("wrapped weight:", Variable(model[2].weight).requires_grad)
print("same sigmoid:  ", torch.equal(F.sigmoid(x), torch.sigmoid(x)))
print("same tanh:     ", torch.equal(F.tanh(x), torch.tanh(x)))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# PyTorch 0.4부터 `Variable`과 텐서는 같은 것입니다. `Variable(x)`는 같은 메모리를 쓰는 텐서를 돌려줄 뿐이므로, 데이터를 감싼 `Variable`은 지워도 됩니다. 새로 만든 텐서의 `requires_grad`는 따로 적지 않으면 `False`입니다. 그래서 데이터에는 `requires_grad=False`라고 적을 필요도 없습니다. 다만 변화도를 구하려고 `requires_grad=True`를 붙여 감쌌으면, 표에서처럼 텐서를 만들 때 그 인자를 줍니다. 이미 있는 텐서라면 `requires_grad_()`를 부릅니다. `requires_grad`가 이미 `True`인 텐서를 다시 감싸서도 안 됩니다. 위에서 본 것처럼 가중치를 감싸면 `requires_grad`가 `False`인 텐서가 나오고, 그 텐서로 계산하면 가중치의 변화도를 구할 수 없습니다.
#
# `F.sigmoid`와 `F.tanh`는 `torch.sigmoid`, `torch.tanh`와 같은 값을 냅니다. 그대로 두어도 되지만, 지금은 `torch` 쪽을 씁니다.
#
# `torch.Tensor`는 조심해야 합니다. 괄호 안에 무엇을 쓰느냐에 따라 뜻이 달라집니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Since PyTorch 0.4, `Variable` and Tensor are the same. `Variable(x)` returns a Tensor that uses the same memory, so for data you can leave it out. `requires_grad` of a new Tensor is `False` unless you say otherwise, so there is no need to write `requires_grad=False` for data, either. If a Tensor was wrapped with `requires_grad=True` to get its gradient, give this argument where you create the Tensor, as in the table. For a Tensor that already exists, call `requires_grad_()`. Do not wrap a Tensor whose `requires_grad` is already `True`. As you saw above, wrapping a weight gives a Tensor whose `requires_grad` is `False`, and a computation with it gives no gradient of the weight.
#
# `F.sigmoid` and `F.tanh` give the same values as `torch.sigmoid` and `torch.tanh`. You may leave them, but today you write the ones from `torch`.
#
# Be careful with `torch.Tensor`. Its meaning depends on what stands inside the parentheses.
#
# </div>

# %%
print("torch.Tensor(2, 3):  ", torch.Tensor(2, 3).shape)
print("torch.Tensor([2, 3]):", torch.Tensor([2, 3]), torch.Tensor([2, 3]).dtype)
print("torch.tensor([2, 3]):", torch.tensor([2, 3]), torch.tensor([2, 3]).dtype)

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `torch.Tensor(2, 3)`은 모양이 (2, 3)인 텐서이고, 그 안에는 메모리에 남아 있던 아무 값이나 들어 있습니다. `torch.Tensor([2, 3])`은 값이 2와 3인 텐서이며, 정수를 주어도 자료형(data type)이 `float32`가 됩니다. 지금은 이 두 가지 일을 서로 다른 함수가 맡습니다. 모양을 줄 때에는 `torch.empty`, `torch.zeros`, `torch.randn`을, 값을 줄 때에는 `torch.tensor`를 씁니다. `torch.tensor`는 자료형을 값에서 정하므로 `[2, 3]`을 주면 정수가 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `torch.Tensor(2, 3)` is a Tensor of shape (2, 3) that holds whatever was in memory. `torch.Tensor([2, 3])` is a Tensor with the values 2 and 3. Its data type is `float32`, although both are integers. Today, there are separate functions. To give a shape, use `torch.empty`, `torch.zeros` or `torch.randn`. To give values, use `torch.tensor`. It takes the data type from the values, so `[2, 3]` gives integers.
#
# </div>

# %% [markdown]
# ## 위험한 .data · The danger of .data

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 옛 프로그램은 `param.data`를 바꾸어 갱신했고, 결과는 맞았습니다. 변화도를 계산하는 PyTorch의 자동 미분(automatic differentiation)을 autograd라고 합니다. 지금의 `.data`는 같은 메모리를 쓰지만 autograd와는 끊어진 텐서입니다. 그래서 `.data`로 값을 바꾸면 autograd가 알지 못합니다. 그것이 언제 문제가 되는지, 손으로도 계산할 수 있는 작은 예로 봅니다. $L = w^2$의 변화도는 $2w$이므로 $w = 3$에서 6입니다. 순전파(forward pass)를 한 뒤, 역전파를 하기 전에 $w$를 절반으로 줄입니다. 줄이는 방법은 세 가지입니다. `detach()`도 같은 메모리를 쓰는 텐서를 돌려주므로, 그것을 제자리에서 바꾸면 원래 텐서의 값도 바뀝니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The old program updated by changing `param.data`, and its results were right. Today, `.data` is a Tensor that uses the same memory but is cut off from autograd, the automatic differentiation of PyTorch. So autograd does not notice a change that is made by `.data`. A small example that you can compute by hand shows when this is a problem. The gradient of $L = w^2$ is $2w$, which is 6 at $w = 3$. Halve $w$ after the forward pass and before the backward pass, in three ways. `detach()` also returns a Tensor that uses the same memory, so changing it in place changes the original Tensor, too.
#
# </div>


# %%
def halve_by_data(param):
    param.data *= 0.5


def halve_detached(param):
    detached = param.detach()
    detached *= 0.5


def halve_by_no_grad(param):
    with torch.no_grad():
        param *= 0.5


# %% tags=["slide"]
for halve in (halve_by_data, halve_detached, halve_by_no_grad):
    w = torch.tensor(3.0, requires_grad=True)
    loss = w**2
    halve(w)
    try:
        loss.backward()
        print(f"{halve.__name__:16}  w: {w.item()}  gradient: {w.grad.item()}")
    except RuntimeError as error:
        print(f"{halve.__name__:16}  w: {w.item()}  {type(error).__name__}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 셋 모두 `w`를 1.5로 줄였습니다. 그런데 `.data`로 줄였을 때에는 변화도가 6이 아니라 1.5의 두 배인 3.0이 나왔고, 오류도 경고도 없었습니다. autograd는 변화도 $2w$를 계산하려고 순전파에서 `w`를 간직해 두는데, 그 값이 몰래 바뀐 것입니다. `detach()`나 `torch.no_grad()`를 써도 바꾼 일이 연산 그래프에 기록되지는 않습니다. 하지만 텐서는 제자리에서 바뀐 횟수를 세어 두며, 이 두 가지 방법으로 바꾸면 그 횟수가 늘어납니다. 간직한 텐서가 바뀐 횟수가 순전파 때와 다르면, autograd는 틀린 변화도를 계산하지 않고 `RuntimeError`를 냅니다. `.data`로 바꾸면 이 횟수가 늘지 않습니다.
#
# 수업의 모델에서도 같은 일이 생깁니다. 단계(step)마다 매개변수를 조금씩 줄이는 방법이 있는데, 가중치 감쇠(weight decay)라고 합니다. 줄이는 코드를 실수로 순전파와 역전파 사이에 넣으면 어떻게 될까요? 차이가 잘 보이도록 절반으로 줄이고, 계층마다 가중치의 변화도를 구하여 그 길이 `norm`을 올바른 변화도의 길이와 견줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All three changed `w` to 1.5. But with `.data`, the gradient is not 6 but 3.0, twice 1.5, and there was no error and no warning. To compute the gradient $2w$, autograd keeps `w` from the forward pass, and this value changed without its knowledge. With `detach()` or `torch.no_grad()`, the change is not recorded in the computational graph, either. But each Tensor counts how often it is changed in place, and these two changes are counted. If the count of a kept Tensor is not what it was in the forward pass, autograd raises a `RuntimeError` and does not compute a wrong gradient. A change by `.data` is not counted.
#
# The same happens with the model of this course. Some programs shrink the parameters a little in each step, which is called weight decay. What happens if they do so between the forward pass and the backward pass, by mistake? To make the difference easy to see, halve the parameters. Then compute the gradients of the weights in both layers, and compare their lengths, `norm`, with those of the right gradients.
#
# </div>


# %%
def gradients(halve=None):
    model = make_model()
    loss = loss_fn(model(x), y)
    if halve is not None:
        for param in model.parameters():
            halve(param)
    loss.backward()
    return {"layer 1": model[0].weight.grad, "layer 2": model[2].weight.grad}


right = gradients()
wrong = gradients(halve_by_data)
for layer in right:
    ratio = wrong[layer].norm() / right[layer].norm()
    print(f"{layer}: {ratio.item():.3f} of the right gradient")
print("with no_grad:", outcome("gradients(halve_by_no_grad)"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `.data`로 줄이면 둘째 계층의 변화도는 맞고, 첫째 계층의 변화도만 절반이 됩니다. 연쇄 법칙(chain rule)에 따라 첫째 계층의 변화도를 계산할 때 둘째 계층의 가중치를 곱하는데, 그 가중치가 절반이 되었기 때문입니다. 둘째 계층의 변화도를 계산할 때 쓰는 은닉 계층(hidden layer)의 값과 예측(prediction)은 바뀌지 않았습니다. 손실도 이미 계산했으므로 그대로이고, 오류도 경고도 없습니다. `torch.no_grad()`로 줄이면 오류가 나므로, 변화도에 필요한 값을 너무 일찍 바꾸었다는 것을 바로 알 수 있습니다. 줄이는 코드는 역전파 뒤로 옮겨야 합니다.
#
# 그래서 지금은 갱신할 때 `torch.no_grad()`를 쓰고, 값을 읽을 때에는 `detach()`나 `item()`을 씁니다. 옛 프로그램의 갱신은 역전파 뒤에 있어서 맞았을 뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With `.data`, the gradient of the second layer is right, and the gradient of the first layer is half of what it should be. By the chain rule, the gradient of the first layer has the weights of the second layer as a factor, and those were halved. The gradient of the second layer needs the hidden layer's values and the predictions, which did not change. The loss was computed before the change, so it is the same, too. There is no error and no warning. With `torch.no_grad()`, you get an error, and you learn at once that a value needed for the gradients was changed too early. The halving belongs after the backward pass.
#
# So today, use `torch.no_grad()` for updates, and `detach()` or `item()` to read values. The update of the old program was right only because it came after the backward pass.
#
# </div>

# %% [markdown]
# ## zero_grad가 남기는 것 · What zero_grad leaves behind

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `model.zero_grad()`는 옛 코드와 지금의 코드에서 똑같이 쓰지만, 하는 일이 달라졌습니다. 예전에는 변화도를 0으로 채웠고, PyTorch 2.0부터는 `None`으로 바꿉니다. `set_to_none=False`를 주면 예전처럼 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# `model.zero_grad()` is written in the same way in old and new code, but it does something else today. It used to fill the gradients with 0. Since PyTorch 2.0, it sets them to `None`. With `set_to_none=False`, it does what it did before.
#
# </div>

# %% tags=["slide"]
model = make_model()
loss_fn(model(x), y).backward()
model.zero_grad(set_to_none=False)
print("old:  ", model[2].bias.grad)
model.zero_grad()
print("today:", model[2].bias.grad)


# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# [수업 05](05_update_loop.ipynb)에서 본 실수를 다시 해 봅니다. 변화도를 역전파 뒤에 지우고 나서 갱신합니다. 먼저 예전처럼 0으로 채우게 하고, 다음에는 지금처럼 `None`으로 바꾸게 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Repeat a mistake from [lesson 05](05_update_loop.ipynb): clear the gradients after the backward pass, and then update. The first time, they are filled with 0, as they used to be. The second time, they are set to `None`, as they are today.
#
# </div>


# %%
def cleared_too_late(**options):
    model = make_model()
    losses = []
    for t in range(500):
        loss = loss_fn(model(x), y)
        losses.append(loss.item())
        loss.backward()
        model.zero_grad(**options)
        for param in model.parameters():
            param.data -= 1e-4 * param.grad.data
    return losses


losses = cleared_too_late(set_to_none=False)
print(f"old:   first loss {losses[0]:.3g}, last loss {losses[-1]:.3g}")
print("today:", outcome("cleared_too_late()"))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 예전의 방식에서는 변화도 0으로 갱신하므로 500단계 동안 아무것도 배우지 못하고, 오류도 나지 않습니다. 지금은 `None`에 `.data`가 없어서 바로 오류가 납니다. 이런 실수를 바로 알 수 있으니, 손으로 쓴 갱신에서는 지금이 더 낫습니다. 그 대신 `zero_grad()`로 지운 변화도를 0으로 여기고 계산에 쓰던 옛 코드는 지금은 멈춥니다. 같은 실수를 옵티마이저(optimizer) `torch.optim.SGD`로도 해 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With the old behavior, the update uses gradients of 0. The model learns nothing in 500 steps, and there is no error. Today, `None` has no `.data`, so there is an error at once. For an update written by hand, this is better, because you notice the mistake. On the other hand, old code that relies on gradients of 0 after `zero_grad()` now stops. Now make the same mistake with the optimizer `torch.optim.SGD`.
#
# </div>

# %% tags=["slide"]
model = make_model()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
losses = []
for t in range(500):
    loss = loss_fn(model(x), y)
    losses.append(loss.item())
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
print(f"SGD:   first loss {losses[0]:.3g}, last loss {losses[-1]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이번에는 오류가 나지 않고 손실도 713 그대로입니다. `SGD`가 변화도가 `None`인 매개변수를 말없이 건너뛰기 때문입니다. 손실이 조금도 줄지 않으면 `zero_grad()`가 역전파 뒤에 있지 않은지 살펴보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This time there is no error, and the loss stays at 713. `SGD` silently skips parameters whose gradient is `None`. If a loss does not fall at all, check whether `zero_grad()` stands after the backward pass.
#
# </div>

# %% [markdown]
# ## 컴퓨터에 따라 다른 줄 · Lines that depend on the computer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `cuda`가 들어 있는 줄은 데이터나 모델을 GPU로 옮기거나 GPU에 텐서를 만듭니다. PyTorch가 `cuda`라는 이름으로 쓰는 GPU가 있으면 실행되고, 없으면 오류가 납니다. Mac의 GPU는 PyTorch가 쓸 수 있어도 `cuda`가 아니므로 오류가 납니다. 오류의 이름도 PyTorch를 어떻게 설치했는지에 따라 다릅니다. 다음 셀의 결과는 지금 쓰는 컴퓨터의 것입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Lines with `cuda` in them move data or a model to a GPU, or make a Tensor there. With a GPU that PyTorch uses under the name `cuda`, they run. Without one, they raise an error. This is also true on a Mac, whose GPU PyTorch can use, but not as `cuda`. The name of the error depends on how PyTorch was installed. The next cell shows the outcome on the computer that you are using.
#
# </div>

# %% tags=["nbval-ignore-output"]
for line in today:
    if "cuda" in line:
        print(f"{try_line(line):24} {line}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 지금은 [수업 01](01_random_data.ipynb)처럼 장치(device)를 한 번 고른 다음, 데이터와 모델을 `to`로 그 장치에 옮깁니다. 이렇게 쓰면 GPU가 있든 없든 같은 코드가 실행됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Today, choose the device once, as in [lesson 01](01_random_data.ipynb), and then move data and model to it with `to`. The same code then runs with a GPU and without one.
#
# </div>

# %% tags=["slide"]
if torch.accelerator.is_available():
    device = torch.accelerator.current_accelerator()
else:
    device = torch.device("cpu")
model = make_model().to(device)
loss = loss_fn(model(x.to(device)), y.to(device))
print(f"loss: {loss.item():.3g}")

# %% [markdown]
# ## 바꾸어 쓰기 · What to write today

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이제 표의 오른쪽을 모두 실행합니다. 지금 쓰는 줄에는 오류도 경고도 없어야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Now run all lines on the right side of the table. Today's lines must raise no error and give no warning.
#
# </div>

# %%
for old, new in today.items():
    print(old)
    print(f"    -> {new or '(지웁니다 · delete)'}   [{try_line(new)}]")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 모두 `silence`입니다. 옛 글을 읽을 때 이 표를 곁에 두고, 옛 줄이 보이면 지금 쓰는 줄로 바꾸세요. `model.zero_grad()`는 그대로 쓰지만, 지운 변화도를 계산에 쓰는 줄이 뒤에 없는지 살펴보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# All of them say `silence`. Keep this table at hand when you read an old tutorial. Where you see an old line, write today's line. `model.zero_grad()` stays, but check that no later line computes with the gradients that it has cleared.
#
# </div>

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 옛 코드를 실행한 결과는 오류, 경고, 아무 말 없음의 세 가지입니다. 말없이 틀린 결과를 내는 줄이 가장 위험합니다.
# - `loss.data[0]`은 `loss.item()`으로 씁니다. 이 한 곳만 고쳐도 옛 프로그램은 같은 손실을 계산합니다.
# - 데이터를 감싼 `Variable`은 지웁니다. `requires_grad=True`가 붙어 있었으면 텐서를 만들 때 그 인자를 줍니다.
# - `size_average`와 `reduce`는 `reduction`으로, `volatile`은 `torch.no_grad()`로 바꿉니다.
# - `.data`로 값을 바꾸면 autograd가 알지 못하여 변화도가 말없이 틀릴 수 있습니다. 갱신할 때에는 `torch.no_grad()`를, 값을 읽을 때에는 `detach()`나 `item()`을 씁니다.
# - `zero_grad()`는 변화도를 0으로 채우지 않고 `None`으로 바꿉니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - A run of old code ends with an error, with a warning, or silently. A line that silently gives wrong results is the most dangerous.
# - For `loss.data[0]`, write `loss.item()`. With this one fix, the old program computes the same losses.
# - Leave out the `Variable` around data. If it has `requires_grad=True`, give this argument where you create the Tensor.
# - Replace `size_average` and `reduce` with `reduction`, and `volatile` with `torch.no_grad()`.
# - A change by `.data` is hidden from autograd, so gradients can be silently wrong. Use `torch.no_grad()` for updates, and `detach()` or `item()` to read values.
# - `zero_grad()` no longer fills the gradients with 0. It sets them to `None`.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 함수 `mean_loss`의 주석에 있는 세 줄은 모델의 평균 제곱 오차(mean squared error)를 구하던 옛 코드입니다. 지금의 방식으로 고쳐 쓰세요. 오류도 경고도 없어야 하고, 연산 그래프를 만들지 않아야 하며, Python의 수를 돌려주어야 합니다. 이 수업의 모델과 데이터를 주면, 값은 첫 손실 713을 정답에 든 수의 개수 640으로 나눈 것이어야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** The three lines in the comments of the function `mean_loss` are old code that computed the mean squared error of a model. Write them in today's style. There must be no error, no warning and no computational graph, and the function must return a Python number. For the model and the data of this lesson, it must be the first loss, 713, divided by 640, the count of numbers in the targets.
#
# </div>

# %%
from tutorial_helpers.exercises import check_centered_gradient, check_mean_loss


def mean_loss(model, x, y):
    # inputs = Variable(x, volatile=True)
    # loss = F.mse_loss(model(inputs), y, size_average=True)
    # return loss.data[0]
    return None  # 여기를 고치세요 · change this


check_mean_loss(mean_loss)
print(f"713 / 640: {713 / 640:.2f}")
print("mean loss:", mean_loss(make_model(), x, y))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# `volatile=True`는 `torch.no_grad()`로, `loss.data[0]`은 `loss.item()`으로 바꾸고 `Variable`은 지웁니다. `F.mse_loss`는 따로 적지 않으면 평균을 내므로 `size_average=True`도 지웁니다.
#
# </div>
#
# <div lang="en">
#
# Replace `volatile=True` with `torch.no_grad()` and `loss.data[0]` with `loss.item()`, and leave out `Variable`. `F.mse_loss` takes the mean unless you say otherwise, so `size_average=True` goes, too.
#
# </div>
#
# ```python
# def mean_loss(model, x, y):
#     with torch.no_grad():
#         loss = F.mse_loss(model(x), y)
#     return loss.item()
#
#
# check_mean_loss(mean_loss)
# print(f"mean loss: {mean_loss(make_model(), x, y):.2f}")
# ```
#
# </details>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 2.** 함수 `centered_gradient`는 샘플마다 예측 10개에서 그 평균을 뺀 다음 손실을 계산하고, 둘째 계층의 편향(bias)의 변화도를 돌려줍니다. 편향 10개에 같은 수를 더해도 그 수는 평균을 뺄 때 사라지므로 손실은 그대로입니다. 편향 10개를 함께 조금 키울 때 손실이 변하는 빠르기는 변화도 10개의 합이므로, 이 합은 0이어야 합니다. 그런데 실행해 보면 0이 아닙니다. 평균을 빼는 계산도 autograd가 기록해야 하는지 생각해 보고, 한 줄을 고치세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 2.** For each sample, the function `centered_gradient` subtracts the mean of the 10 predictions from each of them. Then it computes the loss and returns the gradient of the bias of the second layer. If you add the same number to all 10 biases, subtracting the mean removes it, and the loss stays the same. If you increase all 10 biases a little, the loss changes at a rate that is the sum of their 10 gradients. So this sum must be 0. If you run the cell, it is not 0. Think about whether autograd has to record the subtraction, and change one line.
#
# </div>


# %%
def centered_gradient(model, x, y):
    y_pred = model(x)
    y_pred.data -= y_pred.data.mean(dim=1, keepdim=True)  # 여기를 고치세요 · change this
    loss = ((y_pred - y) ** 2).sum()
    loss.backward()
    return model[2].bias.grad


check_centered_gradient(centered_gradient)
total = centered_gradient(make_model(), x, y).sum().item()
print("adds up to 0:", abs(total) < 1e-3)

# %% [markdown] tags=["solution"]
# <details><summary>풀이 2 · Solution 2</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 평균을 빼는 것도 계산의 일부이므로 autograd가 기록해야 합니다. 그래서 `.data`를 지웁니다. 새 텐서를 만들면 뜻이 가장 분명하지만, `.data`만 지우고 `-=`을 그대로 두어도 맞습니다. `torch.no_grad()` 안에서 `y_pred`를 제자리에서 바꾸거나, `detach()`로 얻은 텐서를 제자리에서 바꾸어도 여기에서는 오류 없이 같은 실수를 합니다. 이렇게 바꾸면, 바꾼 값이 autograd가 역전파에 쓰려고 간직해 둔 값일 때에만 오류가 납니다. 예측은 아직 간직하기 전이어서 오류가 나지 않습니다. 변화도가 필요한 계산에는 `.data`, `torch.no_grad()`, `detach()` 가운데 어느 것도 쓰지 않습니다.
#
# </div>
#
# <div lang="en">
#
# Subtracting the mean is part of the computation, so autograd has to record it. Leave out `.data`. It is clearest to make a new Tensor, but without `.data`, the line with `-=` is right, too. If you change `y_pred` in place inside `torch.no_grad()`, or change in place what `detach()` returns, you make the same mistake here, without an error. In these two cases, an error comes only if you change a value that autograd has already kept, and it has not kept the predictions yet. Where you need the gradient of a computation, use none of `.data`, `torch.no_grad()` and `detach()` in it.
#
# </div>
#
# ```python
# def centered_gradient(model, x, y):
#     y_pred = model(x)
#     y_pred = y_pred - y_pred.mean(dim=1, keepdim=True)
#     loss = ((y_pred - y) ** 2).sum()
#     loss.backward()
#     return model[2].bias.grad
#
#
# check_centered_gradient(centered_gradient)
# total = centered_gradient(make_model(), x, y).sum().item()
# print("adds up to 0:", abs(total) < 1e-3)
# ```
#
# </details>

# %% [markdown]
# ## 참고 문헌 · References

# %% [markdown]
# - PyTorch. [PyTorch 0.4.0 Migration Guide](https://pytorch.org/blog/pytorch-0_4_0-migration-guide/) (2018)
# - PyTorch. [In-place correctness checks](https://docs.pytorch.org/docs/stable/notes/autograd.html#in-place-correctness-checks)
# - PyTorch. [zero_grad() set_to_none default True](https://github.com/pytorch/pytorch/pull/92731) (2023)

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 앞 수업: [06 학습 결과](06_what_was_learned.ipynb) · 다음 수업: [10 실행 속도](10_speed.ipynb)
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Previous: [06 What was learned](06_what_was_learned.ipynb) · Next: [10 How fast is it](10_speed.ipynb)
#
# </div>
