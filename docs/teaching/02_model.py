# %% [markdown]
# # 02 모델 정의, 수업 안내 · Teaching the model

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 입력에서 출력까지 모양이 어떻게 바뀌는지 종이에 적고, 곱할 수 없는 곳을 찾아냅니다.
# - ReLU를 빼면 두 계층이 왜 한 계층과 같아지는지 설명합니다.
# - `Linear`의 크기만 보고 가중치와 편향의 모양, 매개변수의 수를 말합니다.
# - `nn.Module`을 물려받는 클래스의 `forward`를 쓰고, 모델을 `net(x)`처럼 부릅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Write down how the shape changes from input to output, and find the place where two matrices cannot be multiplied.
# - Explain why two layers without ReLU are no more than one.
# - Say from the sizes of a `Linear` what shape its weights and its bias have, and how many parameters that makes.
# - Write `forward` of a class that inherits from `nn.Module`, and call the model as `net(x)`.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 오래 걸리는 셀은 없습니다. 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
# - 행렬 곱을 모르는 학생이 있으면, 모양이 (2, 3)인 행렬과 (3, 2)인 행렬을 곱하는 예를 준비해 두세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - No cell takes long. At the start of the lesson, have everyone clear the stored outputs.
# - If some students do not know matrix multiplication, have an example ready: a matrix of shape (2, 3) times one of shape (3, 2).
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 2 | 첫머리 | 저장된 출력을 지운 다음 첫 두 셀을 실행하게 합니다. 같은 신경망을 세 번 만든다고 알려 줍니다. |
# | 9 | 직접 만들기 | 칠판 그림의 모양을 하나씩 묻고 학생이 부르는 대로 적습니다. 그런 다음 실행하여 비교합니다. |
# | 6 | 활성화 함수 ReLU | ReLU를 종이에 그려 보게 한 다음, 그림을 실행하여 비교합니다. 꺾인 곳이 없으면 두 계층이 무엇이 되는지 묻고 둘째 셀을 실행합니다. |
# | 6 | 모듈 Linear | 가중치의 모양을 먼저 적게 한 다음 실행합니다. 마지막 셀의 세 수를 읽고, 0.02를 곱한 까닭을 묻습니다. |
# | 4 | 모듈 잇기 | `model[1]`에 무엇이 들어 있는지 묻습니다. 리프를 다루는 셀은 실행만 하고, 표를 읽습니다. |
# | 1 | 신경망 그리기 | 실행하고, 선 하나가 무엇인지 묻습니다. |
# | 5 | 클래스로 만들기 | 클래스를 한 줄씩 읽고, 아래에 적은 대로 한 줄을 빼 봅니다. |
# | 2 | 모델 부르기 | `hook`이 몇 번 출력될지 묻고 실행합니다. |
# | 3 | 매개변수 세기 | 네 텐서의 크기를 칠판에서 먼저 세고 실행합니다. |
# | 10 | 연습 | 연습 1을 풉니다. 연습 2는 숙제로 냅니다. |
# | 2 | 정리 | 칠판 그림의 화살표마다 어느 모듈인지 학생이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Have everyone clear the stored outputs, then run the first two cells. Say that the same network will be built three times. |
# | 9 | By hand | Ask for the shapes in the picture for the board, one after the other, and write what students say. Then run and compare. |
# | 6 | The activation function ReLU | Students sketch ReLU on paper. Run the figure and compare. Ask what two layers are without the bend, then run the second cell. |
# | 6 | The module Linear | Students write down the shape of the weights, then run. Read the three numbers of the last cell and ask what the factor of 0.02 was for. |
# | 4 | Chaining modules | Ask what `model[1]` holds. Run the cell about leaves without discussing it, and read the table. |
# | 1 | Drawing the network | Run it and ask what a single line stands for. |
# | 5 | As a class | Read the class line by line, and take out one line, as described below. |
# | 2 | Calling the model | Ask how often `hook` will be printed, then run. |
# | 3 | Counting parameters | Count the four Tensors on the board first, then run. |
# | 10 | Exercises | Exercise 1. Exercise 2 is homework. |
# | 2 | Recap | For each arrow of the picture on the board, students name the module. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: 연습을 모두 숙제로 내고, "신경망 그리기"와 "모델 부르기", "모듈 잇기"의 표를 집에서 보게 하면 15분이 줄어듭니다.
# - **90분**: 리프를 다루는 셀을 천천히 읽습니다. 연습 2에 5분을 쓰고, "먼저 끝낸 학생"의 일을 모두 함께 해 봅니다. 남는 시간에는 짝끼리 `nn.Sequential`을 하나씩 적어 주고 서로 모양과 매개변수의 수를 맞힙니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: give all exercises as homework, and leave "Drawing the network", "Calling the model" and the table in "Chaining modules" for home. This saves 15 minutes.
# - **90 minutes**: read the cell about leaves slowly. Take 5 minutes for exercise 2, and do the tasks of "Students who finish early" with everyone. In the time left, partners write an `nn.Sequential` for each other and work out its shapes and its number of parameters.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **오류 읽기.** "직접 만들기"의 끝에서 새 셀에 `W1 @ x`를 입력합니다. `RuntimeError`가 나고, 메시지에 두 모양이 적혀 있습니다. 어느 두 수가 같아야 했는지 학생이 찾습니다. 자주 만날 오류이므로 한 번 같이 읽어 둡니다. 이 셀이 남아 있으면 모든 셀을 한꺼번에 실행할 때 거기서 멈추므로 지우게 합니다.
#
# **빠뜨린 한 줄.** 흔히 잊는 줄을 일부러 빼 봅니다. "클래스로 만들기"에서 `super().__init__()` 줄에서 Ctrl+/ 글쇠를 눌러 앞에 `#` 기호를 붙이고 두 셀을 다시 실행합니다. 모델을 만드는 셀이 `AttributeError` 오류로 멈춥니다. 같은 글쇠를 다시 누르면 `#` 기호가 없어집니다. 그런 다음 모두 두 셀을 다시 실행했는지 확인하세요. 실행하지 않아도 먼저 만든 `net` 모델로 다음 셀이 실행되어, 빠뜨린 것을 모르고 넘어갑니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Reading an error.** At the end of "By hand", type `W1 @ x` in a new cell. It raises a `RuntimeError`, and the message names both shapes. Students find the two numbers that should have been equal. They will meet this error often, so read it together once. Have the cell deleted afterward, because running all cells would stop there.
#
# **The missing line.** This line is easily forgotten. In "As a class", press Ctrl+/ in the line `super().__init__()`, which puts `#` before it, and run both cells again. The cell that makes the model raises an `AttributeError`. The same keys take the `#` away. Then check that everyone has run both cells again. Without that, the next cells still run, with the model `net` made earlier, and nobody notices.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 질문 2는 "직접 만들기"에서, 3은 "활성화 함수 ReLU"에서, 1과 4는 "모듈 Linear"에서 묻습니다. 답이 글에 적혀 있는 것이 많으므로, 화면을 더 내리기 전에 물어보세요.
#
# 1. **`W1`의 모양은 `(1000, 100)`인데 `linear.weight`의 모양은 왜 `(100, 1000)`인가요?** 흔한 첫 답은 "입력과 출력이 바뀌었다"입니다. 좋은 답은 이렇습니다. 하는 계산은 같고 저장하는 모양만 다릅니다. 가중치의 한 행이 은닉 계층의 수 하나를 만들며, 곱할 때 행과 열을 바꿉니다.
# 2. **첫째 계층의 편향은 몇 개인가요?** 1000개나 6400개라고 답하기 쉽습니다. 100개입니다. 출력마다 하나씩 있고, 브로드캐스팅 덕분에 64행에 똑같이 더해집니다.
# 3. **`h`의 절반이 0이면 은닉 계층의 절반은 쓸모가 없나요?** 그렇다고 답하기 쉽습니다. 어느 자리가 0이 되는지는 샘플마다 다르므로, 다른 샘플에서는 그 자리가 쓰입니다.
# 4. **가중치와 편향을 모두 0에서 시작하면 어떨까요?** 치우침이 없어 좋다는 답이 많습니다. 그러나 은닉 계층의 값도 둘째 계층의 가중치도 0이어서 가중치의 변화도가 모두 0이 됩니다. 학습해도 바뀌는 것은 마지막 편향 10개뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Ask question 2 in "By hand", 3 in "The activation function ReLU", and 1 and 4 in "The module Linear". The text often gives the answer, so ask before you scroll down.
#
# 1. **`W1` has the shape `(1000, 100)`. Why is that of `linear.weight` `(100, 1000)`?** The first answer is often "inputs and outputs are exchanged". A good answer: the computation is the same and only the way of storing differs. One row of the weights makes one number of the hidden layer, and rows and columns are exchanged for the multiplication.
# 2. **How many biases does the first layer have?** Many say 1000 or 6400. There are 100, one for each output. Broadcasting adds them to all 64 rows alike.
# 3. **If half of `h` is 0, is half of the hidden layer useless?** It is tempting to say yes. But which places are 0 differs from sample to sample, so other samples use those places.
# 4. **What if all weights and biases start at 0?** Many like it for being neutral. But then the hidden layer is 0 and so are the weights of the second layer, so the gradients of all weights are 0. Training changes nothing but the last 10 biases.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 ReLU가 몇 번, 어디에 있는지 세어 보세요. 연습 2에서는 편향이 있는 모델도 맞게 세는지 보세요. `small`에는 편향이 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, count how often ReLU appears, and where. In exercise 2, look at whether the count is right for models with biases, too. `small` has none.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("02")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"동그라미가 매개변수"라는 생각.** 그림에서 동그라미는 샘플이 지나갈 때마다 달라지는 수이고, 선이 가중치입니다. 새 샘플을 넣으면 무엇이 바뀌고 무엇이 그대로인지 물어보세요.
# - **`nn.ReLU`를 함수처럼 쓰기.** `nn.ReLU(self.linear1(x))`는 모듈을 만들 뿐이고 계산하지 않습니다. 연습 1에서는 `TypeError`가 나고, 확인하는 함수의 말은 긴 오류 글의 위쪽에 있습니다. `nn.ReLU()(h)`처럼 모듈을 만든 다음 부르거나 `clamp`를 쓰게 하세요.
# - **함수 `torch.allclose`의 대답을 그대로 믿기.** `torch.allclose(two_layers, one_layer)`의 결과는 `False`입니다. 계산은 맞습니다. 따로 정하지 않으면 이 함수는 0에 가까운 수에서 `assert_close`보다 작은 차이만 허용합니다. 두 결과의 차이는 반올림에서 온다고 말해 주세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"The circles are the parameters."** In the drawing, a circle is a number that differs for every sample, and a line is a weight. Ask what changes and what stays when a new sample goes in.
# - **Using `nn.ReLU` like a function.** `nn.ReLU(self.linear1(x))` only makes a module and computes nothing. In exercise 1, this raises a `TypeError`, and what the check says stands above the long text of the error. Let students make the module and then call it, as in `nn.ReLU()(h)`, or use `clamp`.
# - **Taking `torch.allclose` at its word.** `torch.allclose(two_layers, one_layer)` is `False`. The computation is right. For numbers close to 0, this function by default allows smaller differences than `assert_close`. Say that the two results differ by rounding.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **리스트에 넣은 모듈.** 클래스 `TwoLayerNet`의 코드를 복사해 이름을 바꾸고, 두 `Linear`를 속성 두 개가 아니라 리스트 `self.linears`에 담아 `forward`에서 꺼내 씁니다. 이 클래스로 만든 모델(`listed`)은 출력의 모양이 맞는데도, `len(list(listed.parameters()))`의 값은 0입니다. `nn.Module`은 Python의 리스트 안을 들여다보지 않습니다. 리스트를 `nn.ModuleList(...)` 안에 넣으면 4가 됩니다.
# - **은닉 계층을 두 배로.** `TwoLayerNet(1000, 200, 10)`의 매개변수가 정확히 두 배인지 먼저 예상합니다. 202,210개이고, 두 배에서 10이 모자랍니다. 마지막 편향 10개는 늘지 않기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Modules in a list.** Copy `TwoLayerNet`, give it another name, and keep the two `Linear` modules in a list `self.linears` and not in two attributes. `forward` takes them from there. Make a model `listed` from this class. Its output has the right shape, and yet `len(list(listed.parameters()))` is 0. `nn.Module` does not look inside a Python list. With the list inside `nn.ModuleList(...)`, it is 4.
# - **Twice the hidden layer.** Guess first: does `TwoLayerNet(1000, 200, 10)` have exactly twice as many parameters? It has 202,210, which is 10 short of twice as many, because the last 10 biases stay as they are.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# "직접 만들기"를 시작할 때 글자만 그리고, 모양은 학생이 부르는 대로 채웁니다. 곱할 때마다 가운데의 두 수가 같은지 손가락으로 짚으세요. 정리할 때 학생이 말하는 대로 오른쪽에 `model[0]`, `model[1]`, `model[2]`를 더 적습니다.
#
# ```text
# x        (64, 1000)
#   |
#   |   @ W1 (1000, 100)   + b1 (100,)
#   v
# z        (64, 100)
#   |
#   |   ReLU: 음수를 0으로
#   v
# h        (64, 100)       은닉 계층
#   |
#   |   @ W2 (100, 10)     + b2 (10,)
#   v
# y_pred   (64, 10)
# ```
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw it when "By hand" begins, letters only, and fill in the shapes as students call them out. At each product, point at the two inner numbers, which must be equal. In the recap, add `model[0]`, `model[1]` and `model[2]` on the right as students name them.
#
# ```text
# x        (64, 1000)
#   |
#   |   @ W1 (1000, 100)   + b1 (100,)
#   v
# z        (64, 100)
#   |
#   |   ReLU: negative numbers become 0
#   v
# h        (64, 100)       hidden layer
#   |
#   |   @ W2 (100, 10)     + b2 (10,)
#   v
# y_pred   (64, 10)
# ```
#
# </div>
