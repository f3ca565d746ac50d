# %% [markdown]
# # 02 모델 정의, 수업 안내 · Teaching the model

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - ReLU 몇 개를 더한 선을 종이에 그리고, 어디에서 얼마나 꺾이는지 말합니다.
# - ReLU를 빼면 두 계층이 왜 한 계층과 같아지는지 설명합니다.
# - `Linear`의 크기만 보고 가중치와 편향의 모양, 매개변수의 수를 말합니다.
# - 처음 가중치가 입력의 수에 따라 작아져야 하는 까닭을 말합니다.
# - `nn.Module`을 상속받는 클래스를 쓰고, 등록되지 않은 계층을 찾아냅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Draw on paper what a few ReLUs add up to, and say where it bends and by how much.
# - Explain why two layers without ReLU are no more than one.
# - Say from the sizes of a `Linear` what shape its weights and its bias have, and how many parameters that makes.
# - Say why the first weights must be smaller the more inputs there are.
# - Write a class that inherits from `nn.Module`, and find layers that are not registered.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 오래 걸리는 셀은 없습니다. 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
# - 학생마다 종이 한 장이 있으면 좋습니다. "꺾인 선"의 첫 내기는 손으로 그려 보아야 재미있습니다.
# - 행렬 곱을 모르는 학생이 있으면, 모양이 (2, 3)인 행렬과 (3, 2)인 행렬을 곱하는 예를 준비해 두세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - No cell takes long. At the start of the lesson, have everyone clear the stored outputs.
# - A sheet of paper for everyone helps. The first bet of "Bent lines" is best drawn by hand.
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
# | 2 | 첫머리 | 첫 두 셀을 실행하게 하고, 첫 물음을 그대로 읽습니다. 답은 아직 듣지 않습니다. |
# | 4 | 신경망 전체 | 그림을 크게 띄웁니다. 선이 모두 몇 개인지 적게 한 다음 다음 셀을 실행합니다. |
# | 12 | 꺾인 선 | 값 네 개를 칠판에서 함께 계산하고, 그래프를 종이에 그리게 한 다음 손을 들어 답을 고릅니다. 둘째 내기도 같은 방법으로 합니다. |
# | 7 | 직접 만들기 | 칠판 그림의 모양을 하나씩 묻고 적습니다. 행렬 곱의 그림에서 1000이 어디로 갔는지 묻습니다. |
# | 6 | 클래스로 만들기 | 클래스를 한 줄씩 읽고, 아래에 적은 대로 한 줄을 빼 봅니다. 표는 집에서 읽게 합니다. |
# | 7 | 처음 값의 크기 | 동전 네 개를 정말로 던져 봅니다. 다섯 단계의 손실은 한 줄씩 읽습니다. 다음의 선택 부분은 집에서 보게 합니다. |
# | 5 | 리스트에 담은 계층 | 손을 들어 답을 고르게 하고, 모델을 쓰면 무엇부터 할지 학생이 말합니다. |
# | 2 | 오류 읽기 | 메시지만 먼저 보여 주고, 어느 두 수가 같아야 했는지 묻습니다. |
# | 3 | 연습 | 연습 1을 짝과 함께 풉니다. 나머지는 숙제로 냅니다. |
# | 2 | 정리 | 첫 물음에 학생이 답합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Have everyone run the first two cells, and read out the first question. Take no answers yet. |
# | 4 | The whole network | Show the picture large. Students write down how many lines there are in all, then run the next cell. |
# | 12 | Bent lines | Compute the four values together on the board. Students sketch the graph on paper, then vote by hand. Do the second bet in the same way. |
# | 7 | By hand | Ask for the shapes in the picture for the board, one after the other. At the drawn product, ask where the 1000 went. |
# | 6 | As a class | Read the class line by line, and take out one line, as described below. The table is for home. |
# | 7 | How large to begin | Really toss four coins. Read the five losses one by one. The optional section after it is for home. |
# | 5 | Layers in a list | Students vote by hand. Then they say what to do first with every new model. |
# | 2 | Reading an error | Show only the message first, and ask which two numbers should have been equal. |
# | 3 | Exercises | Exercise 1 in pairs. The rest is homework. |
# | 2 | Recap | Students answer the first question. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: "처음 값의 크기"를 통째로 숙제로 내면 7분, "오류 읽기"와 연습을 숙제로 내면 5분, "꺾인 선"의 둘째 내기를 실행만 하면 3분이 줄어듭니다.
# - **90분**: 연습 2에 10분, 연습 4를 이야기하는 데 10분을 씁니다. 히스토그램과 표를 함께 읽습니다. 남는 시간에는 짝끼리 꺾인 선을 하나씩 그려 주고, 어떤 ReLU를 더하면 그 선이 되는지 알아맞힌 다음 `plot_bent_line`으로 확인합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: "How large to begin" as homework saves 7 minutes, "Reading an error" and the exercises save 5, and only running the second bet of "Bent lines" saves 3.
# - **90 minutes**: take 10 minutes for exercise 2 and 10 to talk about exercise 4. Read the histogram and the table together. In the time left, partners draw a bent line for each other, work out which ReLUs add up to it, and check with `plot_bent_line`.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **산봉우리 두 개.** "꺾인 선"의 첫 내기 뒤에 새 셀을 넣고 입력합니다. 실행하기 전에 그래프를 종이에 그리게 하세요.
#
# ```python
# plot_bent_line({0: 1, 1: -2, 2: 2, 3: -2})
# ```
#
# 1에서 한 번, 3에서 또 한 번 꼭대기가 생깁니다. 마지막 조각을 평평하게 하려면 4에서 1만큼 더 꺾어야 하지만, 이 도우미는 ReLU를 네 개까지만 받습니다.
#
# **빠뜨린 한 줄.** "클래스로 만들기"에서 `super().__init__()` 줄에서 Ctrl+/ 글쇠를 눌러 앞에 `#` 기호를 붙이고 두 셀을 다시 실행합니다. 모델을 만드는 셀이 `AttributeError` 오류로 멈춥니다. 같은 글쇠를 다시 누르면 `#` 기호가 없어집니다. 그런 다음 모두 두 셀을 다시 실행했는지 확인하세요. 실행하지 않아도 먼저 만든 `net` 모델로 다음 셀이 실행되어, 빠뜨린 것을 모르고 넘어갑니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Two peaks.** After the first bet of "Bent lines", insert a new cell and type the line below. Let students sketch the graph before running it.
#
# ```python
# plot_bent_line({0: 1, 1: -2, 2: 2, 3: -2})
# ```
#
# There is a peak at 1 and another at 3. To make the last piece flat, it would have to bend once more, at 4 and by 1, but this helper takes no more than four ReLUs.
#
# **The missing line.** In "As a class", press Ctrl+/ in the line `super().__init__()`, which puts `#` before it, and run both cells again. The cell that makes the model raises an `AttributeError`. The same keys take the `#` away. Then check that everyone has run both cells again. Without that, the next cells still run, with the model `net` made earlier, and nobody notices.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 질문 1은 "직접 만들기"에서, 2와 3은 "꺾인 선"에서, 4는 "처음 값의 크기"에서 묻습니다.
#
# 1. **`W1`의 모양은 `(1000, 100)`인데 `Linear`의 가중치는 왜 `(100, 1000)`인가요?** 흔한 첫 답은 "입력과 출력이 바뀌었다"입니다. 좋은 답은 이렇습니다. 가중치의 한 행에 동그라미 하나로 들어오는 선 1000개를 모아 두면, 동그라미 하나를 떼어 볼 때 편합니다. 하는 계산은 같고, 곱할 때 행과 열을 맞바꿉니다.
# 2. **ReLU가 100개인데 왜 100번 꺾이지 않나요?** "몇 개는 고장 났다"라는 답이 나옵니다. 좋은 답은 이렇습니다. 이 길에서 `z`의 부호가 바뀌지 않는 것은 꺾지 않습니다. 다른 두 샘플 사이를 걸으면 다른 것이 꺾습니다.
# 3. **ReLU를 지나 0이 된 수는 쓸모가 없나요?** 그렇다고 답하기 쉽습니다. 어느 것이 0이 되는지는 샘플마다 다르므로, 다른 샘플에서는 쓰입니다.
# 4. **첫째 계층의 편향은 몇 개인가요?** 1000개나 6400개라고 답하기 쉽습니다. 100개입니다. 은닉 계층의 수마다 하나씩 있고, 브로드캐스팅 덕분에 64행에 똑같이 더해집니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Ask question 1 in "By hand", 2 and 3 in "Bent lines", and 4 in "How large to begin".
#
# 1. **`W1` has the shape `(1000, 100)`. Why do the weights of `Linear` have `(100, 1000)`?** The first answer is often "inputs and outputs are exchanged". A good answer: with the 1000 lines into one circle in one row, it is easy to look at one circle alone. The computation is the same; rows and columns are exchanged for the product.
# 2. **There are 100 ReLUs. Why are there not 100 bends?** Some say that a few are broken. A good answer: where the sign of `z` stays the same on this way, nothing bends. Between two other samples, others do.
# 3. **Is a number that became 0 in a ReLU useless?** It is tempting to say yes. But which ones become 0 differs from sample to sample, so other samples use it.
# 4. **How many biases does the first layer have?** Many say 1000 or 6400. There are 100, one for each number of the hidden layer. Broadcasting adds them to all 64 rows alike.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 `weight`의 행과 열을 맞바꾸었는지 보세요. 연습 2에서는 계층이 어디에 담겨 있는지, ReLU가 몇 번 어디에 있는지 보세요. 연습 3에서는 본문의 `count`를 그대로 적지 않았는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look at whether rows and columns of `weight` are exchanged. In exercise 2, look at where the layers are kept, and count how often ReLU appears, and where. In exercise 3, see whether `count` of the text was copied as it is.
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
# - **"ReLU가 있어서 외울 수 있다"는 생각.** 입력이 1000개이면 샘플 64개는 계층 하나로도 외울 수 있습니다. ReLU는 외우게 하는 것이 아니라, 꺾이게 하는 것입니다.
# - **`nn.ReLU`를 함수처럼 쓰기.** `nn.ReLU(h)`는 모듈을 만들 뿐이고 계산하지 않습니다. `nn.ReLU()(h)`처럼 모듈을 만든 다음 부르거나 `clamp`를 쓰게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"The circles are the parameters."** In the drawing, a circle is a number that differs for every sample, and a line is a weight. Ask what changes and what stays when a new sample goes in.
# - **"It can memorize because of ReLU."** With 1000 inputs, a single layer can memorize 64 samples. What ReLU adds is not memorizing but bending.
# - **Using `nn.ReLU` like a function.** `nn.ReLU(h)` only makes a module and computes nothing. Let students make the module and then call it, as in `nn.ReLU()(h)`, or use `clamp`.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **다른 두 샘플.** "꺾인 선"의 `on_the_way`에서 `x[1]`을 `x[2]`로 바꾸고 그림까지 다시 실행합니다. 이번에는 55번 꺾입니다. 끝나면 되돌립니다.
# - **갱신할 것이 없는 모델.** 새로 만든 `ListNet()`의 매개변수를 옵티마이저에 넣어 봅니다. `torch.optim.SGD(ListNet().parameters(), lr=1e-4)`는 `ValueError` 오류를 냅니다. 등록되지 않은 계층을 알아채는 또 다른 길입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Two other samples.** In `on_the_way` of "Bent lines", change `x[1]` to `x[2]`, and run everything up to the figure again. Now there are 55 bends. Afterward, change it back.
# - **A model with nothing to update.** Give the parameters of a new `ListNet()` to an optimizer: `torch.optim.SGD(ListNet().parameters(), lr=1e-4)` raises a `ValueError`. This is another way to notice layers that are not registered.
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
