# %% [markdown]
# # 09 옛 코드 읽기, 수업 안내 · Teaching reading old code

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 글에 실린 코드를 보고 PyTorch 0.3 시절의 것인지 알아보고, 옛 줄을 지금의 줄로 바꿉니다.
# - 줄 하나를 실행하기 전에 오류가 날지, 경고가 나올지, 아무 말이 없을지 짐작하고 확인합니다.
# - 순전파와 역전파 사이에 `.data`로 값을 바꾸면 왜 변화도가 말없이 틀리는지 설명하고, `torch.no_grad()`로 고칩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After the lesson, students can:
#
# - recognize code from the time of PyTorch 0.3 and replace its old lines with today's;
# - guess whether a line raises an error, warns or stays silent, and then check;
# - explain why a change by `.data` between the forward and the backward pass makes gradients silently wrong, and use `torch.no_grad()` instead.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 노트북을 처음부터 끝까지 한 번 실행해 보세요. 오래 걸리는 셀은 없습니다. 모든 학생의 화면에서 결과가 같고, "컴퓨터에 따라 다른 줄"에서만 GPU가 있는지에 따라 다릅니다.
# - 표의 왼쪽에 있는 옛 줄 가운데 다음 5줄을 칠판에 적어 둡니다. `Variable(x)`, `torch.Tensor(2, 3)`, `nn.MSELoss(size_average=False)`, `y_pred.data.numpy()`, `loss.data[0]`입니다. 수업에서는 이 줄로 짐작합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Run the notebook once from beginning to end. No cell takes long. All students see the same results, except in "Lines that depend on the computer", where it matters whether there is a GPU.
# - Write 5 lines from the left side of the table on the board: `Variable(x)`, `torch.Tensor(2, 3)`, `nn.MSELoss(size_average=False)`, `y_pred.data.numpy()` and `loss.data[0]`. Students make their guesses about these.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 3 | 첫머리 | 저장된 출력을 지우고 시작합니다. 옛 튜토리얼이나 책에서 복사한 코드가 멈춘 적이 있는지 묻습니다. |
# | 7 | 옛 프로그램 | 실행하기 전에 짝과 함께 낯선 줄을 찾습니다. 어느 줄에서 멈출지 묻고 손을 들게 한 다음 실행합니다. 빈 모양을 보고 왜 `[0]`이 안 되는지 학생이 설명합니다. |
# | 7 | 고쳐 쓰기 | 텍스트를 바꾸어 실행하는 방법은 설명하지 않습니다. 나란히 놓은 두 프로그램에서 다른 점 네 가지를 학생이 찾게 합니다. |
# | 7 | 한 줄씩 실행하기 | 칠판의 줄마다 오류, 경고, 아무 말 없음 가운데 하나를 종이에 적은 다음 실행합니다. 오류가 하나뿐이라는 데에서 잠시 멈춥니다. |
# | 4 | 경고 | 첫째 셀은 설명하지 않고 실행합니다. 둘째 셀을 실행하기 전에 `volatile=True`의 결과를 짐작하게 합니다. |
# | 13 | 위험한 .data | $L = w^2$의 변화도를 손으로 구한 다음 칠판 그림을 그립니다. 세 함수의 결과를 따로따로 짐작하게 하고 실행합니다. 모델의 결과에서는 어느 계층이 틀렸는지 묻습니다. |
# | 7 | 연습 | 연습 1을 풉니다. 연습 2는 숙제입니다. |
# | 2 | 정리 | 정리를 함께 읽고, 칠판의 줄을 지금의 줄로 고쳐 적습니다. |
#
# "말이 없는 줄", "zero_grad가 남기는 것", "컴퓨터에 따라 다른 줄", "바꾸어 쓰기"는 뺍니다. 숙제로 읽게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 3 | Opening | Have everyone clear the stored outputs. Ask who has copied code from an old tutorial or book that did not run. |
# | 7 | An old program | Before running it, pairs of students look for unfamiliar lines. Take a vote on where it will stop, then run it. With the empty shape in view, students say why `[0]` fails. |
# | 7 | Fixing the program | Do not explain how the text is replaced and run. Let students find the four differences between the programs side by side. |
# | 7 | Line by line | For each line on the board, students write down error, warning or silence. Run the cell. Pause at the fact that there is only one error. |
# | 4 | Warnings | Run the first cell without discussing it. Before the second, ask what `volatile=True` will print. |
# | 13 | The danger of .data | Work out the gradient of $L = w^2$ by hand and make the drawing on the board. Ask for a guess at each of the three functions, then run the cell. With the model, ask which layer is wrong. |
# | 7 | Exercises | Exercise 1. Exercise 2 is homework. |
# | 2 | Recap | Read the recap together and write today's lines next to those on the board. |
#
# This leaves out "Silent lines", "What zero_grad leaves behind", "Lines that depend on the computer" and "What to write today". Give them as reading.
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: "경고"를 빼고, 연습 1도 숙제로 냅니다. 나란히 놓은 두 프로그램의 다른 점을 선생님이 짚어 주면 나머지 4분도 줄어듭니다.
# - **90분**: "말이 없는 줄" 10분, "zero_grad가 남기는 것" 10분, "바꾸어 쓰기" 5분, 연습 2에 15분을 더합니다. "바꾸어 쓰기"의 셀은 바로 앞의 절에서 장치를 고르는 셀을 먼저 실행해야 합니다. 그러지 않으면 결과가 `NameError`인 줄이 생깁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: leave out "Warnings", and make exercise 1 homework, too. You save the remaining 4 minutes if you point out yourself how the two programs side by side differ.
# - **90 minutes**: add "Silent lines" (10 minutes), "What zero_grad leaves behind" (10), "What to write today" (5) and exercise 2 (15). Before the cell in "What to write today", run the one in the section before it that chooses the device. Otherwise some lines show `NameError`.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **1.** "한 줄씩 실행하기"의 표를 본 다음, 사람들이 왜 `.data`를 쓰게 되었는지 보여 줍니다.
#
# ```python
# print(try_line("y_pred.numpy()"))
# print(try_line("y_pred.data.numpy()"))
# print(try_line("y_pred.detach().numpy()"))
# ```
#
# 첫 줄만 `error: RuntimeError`이고 나머지는 `silence`입니다. `.data`를 붙이면 오류가 사라지므로 버릇이 되었지만, 지금은 `detach()`로 같은 일을 합니다.
#
# **2.** 갱신에 왜 `torch.no_grad()`가 있어야 하는지 한 줄로 답합니다.
#
# ```python
# print(try_line("weight -= 1e-4 * weight.grad"))
# ```
#
# `error: RuntimeError`가 나옵니다. autograd가 지켜보는 매개변수는 그대로는 제자리에서 바꿀 수 없습니다. 그래서 옛 코드는 `.data`로, 지금의 코드는 `torch.no_grad()`로 바꿉니다.
#
# **3.** "위험한 .data"에서 세 함수를 비교하는 셀의 `loss = w**2`를 다음 줄로 바꾸어 실행합니다.
#
# ```python
#     loss = 2 * w
# ```
#
# 세 줄 모두 변화도가 2.0이고 오류도 없습니다. 변화도를 구하는 데 $w$가 필요하지 않으므로, 바뀌어도 상관이 없습니다. 보고 나서 `w**2`로 되돌립니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **1.** After the table in "Line by line", show how `.data` became a habit.
#
# ```python
# print(try_line("y_pred.numpy()"))
# print(try_line("y_pred.data.numpy()"))
# print(try_line("y_pred.detach().numpy()"))
# ```
#
# Only the first line is `error: RuntimeError`; the others are `silence`. With `.data`, the error was gone, and people went on using it. Today, `detach()` does the same.
#
# **2.** One line answers why an update needs `torch.no_grad()`.
#
# ```python
# print(try_line("weight -= 1e-4 * weight.grad"))
# ```
#
# It prints `error: RuntimeError`. A parameter that autograd watches cannot be changed in place as it is. Old code got around this with `.data`, today's code uses `torch.no_grad()`.
#
# **3.** In "The danger of .data", in the cell that compares the three functions, replace `loss = w**2` with the line below and run the cell.
#
# ```python
#     loss = 2 * w
# ```
#
# All three lines show the gradient 2.0, and there is no error. This gradient does not need $w$, so the change does no harm. Then change the line back to `w**2`.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **경고만 나오고 결과가 맞으면 그대로 두어도 됩니까?** 흔히 그렇다고 답합니다. 앞으로 나올 버전에서는 오류가 될 수 있습니다. 그리고 `volatile=True`처럼 결과는 맞아도 하려던 일을 하지 않는 줄이 있습니다.
# - **`loss.data[0]`은 오류인데 `y_pred.data[0]`은 왜 됩니까?** 흔히 `.data` 탓이라고 답합니다. `y_pred`의 모양은 (64, 10)이므로 첫 행이 있고, 손실의 모양은 비어 있으므로 첫 원소가 없습니다.
# - **매개변수 네 개를 모두 줄였습니다. 그 가운데 어느 것 때문에 첫째 계층의 변화도가 틀렸습니까?** 흔히 모두라고 답합니다. 둘째 계층의 가중치 하나 때문입니다. 역전파에 쓰려고 간직한 값 가운데 바뀐 것은 그것뿐입니다.
# - **첫째 계층의 변화도가 절반이어도 손실은 내려갑니다. 그러면 괜찮습니까?** 손실이 내려간다고 해서 변화도가 맞는 것은 아닙니다. 믿을 수 있는 프로그램을 작은 데이터로 함께 실행하여 손실을 비교해야 합니다.
# - **날짜가 없는 글이 얼마나 오래되었는지 어떻게 압니까?** `Variable`, `volatile`, `size_average`, `loss.data[0]`이 있으면 PyTorch 0.3 무렵의 글입니다. `torch.no_grad()`와 `item()`이 있으면 PyTorch 0.4 이후의 글입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **If there is only a warning and the result is right, may the line stay?** Most say yes. It may become an error in a later version. And there are lines such as `volatile=True`: the result is right, but the line no longer does what it was written for.
# - **`loss.data[0]` raises an error. Why not `y_pred.data[0]`?** Many blame `.data`. `y_pred` has the shape (64, 10) and therefore a first row. The shape of the loss is empty, so there is no first element.
# - **Four parameters were halved. Which of them made the gradient of the first layer wrong?** Many say all of them. It is the weight of the second layer alone. Of what the backward pass had kept, nothing else changed.
# - **Even with half the gradient in the first layer, the loss falls. Is that good enough?** A falling loss does not show that gradients are right. Compare the losses with those of a program that you trust, on little data.
# - **A tutorial has no date. How can you tell how old it is?** With `Variable`, `volatile`, `size_average` or `loss.data[0]`, it is from about PyTorch 0.3. With `torch.no_grad()` and `item()`, it is from PyTorch 0.4 or later.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 값이 1.11로 맞아도 경고가 나오거나 연산 그래프를 만드는 답이 있습니다. 연습 2에서는 `.data`를 `detach()`나 `torch.no_grad()`로 바꾸어 같은 실수를 되풀이하지 않았는지, 어느 차원을 따라 평균을 냈는지 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, an answer can print the right 1.11 and still warn or build a computational graph. In exercise 2, look at whether `.data` was replaced by `detach()` or `torch.no_grad()`, which repeats the mistake, and along which dimension the mean was taken.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("09")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"`Variable`로 감싸야 변화도를 구할 수 있습니다."** 지금은 `requires_grad=True`가 그 일을 합니다. "말이 없는 줄"에서 `wrapped weight` 줄을 보여 주세요. 가중치를 감싸면 오히려 끊어집니다.
# - **"`torch.no_grad()` 안에서는 무엇을 바꾸어도 안전합니다."** 기록하지 않을 뿐입니다. 역전파에 필요한 값을 바꾸면 오류가 납니다. 그 오류는 고마운 것이라고 말해 줍니다.
# - **"아무 말이 없으면 맞는 것입니다."** 이 수업에서 가장 위험한 줄은 모두 아무 말이 없었습니다. 표를 다시 보여 주세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"You need `Variable` to get gradients."** Today `requires_grad=True` does that. Show the line `wrapped weight` in "Silent lines": wrapping a weight even cuts it off.
# - **"Inside `torch.no_grad()`, any change is safe."** It only stops the recording. If you change a value that the backward pass needs, there is an error. Say that this error is a help.
# - **"No message means that it is right."** The most dangerous lines of this lesson were all silent. Show the table again.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 표에 없는 줄을 `try_line`에 넣어 봅니다. `nn.Softmax()(y_pred)`와 `torch.range(0, 3)`은 `warning: UserWarning`이고, `loss[0]`은 `error: IndexError`입니다. 경고를 읽고 지금의 줄을 찾습니다. `nn.Softmax(dim=1)(y_pred)`와 `torch.arange(0, 4)`는 아무 말이 없습니다.
# - 세 함수를 비교하는 셀에서 `loss = w**3`이면 무엇이 나올지 손으로 먼저 계산합니다. 올바른 변화도는 27이고, `.data`로 줄이면 6.75입니다.
# - `torch.no_grad()` 안에서 편향만 절반으로 줄이는 함수를 써서 `gradients`에 넘깁니다. 편향은 `if param.dim() == 1:`처럼 고릅니다. 오류가 나지 않고 변화도도 그대로입니다. 역전파에 편향의 값은 필요하지 않기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Give `try_line` lines that are not in the table. `nn.Softmax()(y_pred)` and `torch.range(0, 3)` result in `warning: UserWarning`, and `loss[0]` in `error: IndexError`. Read the warnings and find today's lines: `nn.Softmax(dim=1)(y_pred)` and `torch.arange(0, 4)` are silent.
# - In the cell that compares the three functions, first work out by hand what comes of `loss = w**3`. The right gradient is 27. With `.data`, it is 6.75.
# - Write a function that halves only the biases, picked with `if param.dim() == 1:`, inside `torch.no_grad()`. Pass it to `gradients`. There is no error, and the gradients stay the same, because the backward pass does not need the values of the biases.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# ```text
# w = 3 -----> L = 9                  순전파
#   |            |
#   | w를 간직   |
#   v            v
#  (w) -----> dL/dw = 2w              역전파
#
# 그 사이에 w를 1.5로 바꾸면
#   .data    : 바뀐 횟수 0  ->  변화도 3, 말이 없음
#   no_grad  : 바뀐 횟수 1  ->  RuntimeError
# ```
#
# 세 함수를 비교하는 셀을 실행하기 전에 위쪽을 그리고, 실행한 다음 아래의 두 줄을 적습니다. autograd가 간직한 것은 값을 복사한 것이 아니라 같은 메모리라는 점을 짚습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# ```text
# w = 3 -----> L = 9                  forward pass
#   |            |
#   | keeps w    |
#   v            v
#  (w) -----> dL/dw = 2w              backward pass
#
# If w becomes 1.5 in between:
#   .data    : 0 changes counted  ->  gradient 3, silence
#   no_grad  : 1 change counted   ->  RuntimeError
# ```
#
# Draw the upper part before the cell that compares the three functions, and add the two lines below after running it. Point out that autograd keeps no copy of the value. It keeps the same memory.
#
# </div>
