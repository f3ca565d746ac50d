# %% [markdown]
# # 00 프로그램 전체, 수업 안내 · Teaching the whole program

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 프로그램에서 데이터, 모델, 손실, 갱신 루프를 맡은 줄을 찾아 가리킵니다.
# - 한 단계에서 하는 다섯 가지 일을 차례로 말하고, 각각 어느 줄에서 하는지 짚습니다.
# - 로그 눈금으로 그린 손실 곡선에서, 손실이 1보다 작아지는 단계를 읽습니다.
# - 변화도의 부호를 보고, 매개변수를 어느 쪽으로 움직여야 손실이 줄어드는지 말합니다.
# - 손실이 0에 가까워도 배운 것이 없을 수 있음을, 처음 보는 데이터의 손실로 설명합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Point to the lines of the program that hold the data, the model, the loss and the update loop.
# - Name the five parts of a step in order and say which line does each.
# - Read from a loss curve with a logarithmic scale at which step the loss falls below 1.
# - Say from the sign of a gradient which way to move a parameter so that the loss falls.
# - Explain with the loss on fresh data why a loss near 0 may mean that nothing was learned.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 프로젝터에 연결할 컴퓨터의 인터넷을 끊고 노트북을 처음부터 끝까지 한 번 실행해 보세요. 오래 걸리는 셀은 없습니다.
# - 노트북에는 결과가 저장되어 있습니다. 내기의 답은 접혀 있지만 다른 출력은 보이므로, 시작할 때 모두 JupyterLab의 Edit(편집) 메뉴에서 Clear Outputs of All Cells(모든 셀의 출력 지우기) 항목을 눌러 지우게 합니다. [수업 10](../../notebooks/10_speed.ipynb)만 빼고 다른 수업에서도 그렇게 하세요.
# - 풀이는 연습 아래에 접혀 있습니다. 언제 펼쳐도 되는지 정해 두세요.
# - 이 안내에서 말하는 셀은 코드가 든 셀입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - On the machine with the projector, switch the network off and run the whole notebook once. No cell takes long.
# - The notebooks are stored with their results. The answers to bets are folded, other outputs are not. So have everyone choose Clear Outputs of All Cells in the Edit menu of JupyterLab first. Do this in every lesson except [lesson 10](../../notebooks/10_speed.ipynb).
# - Solutions are folded below the exercises. Decide when they may be opened.
# - In these guides, "cell" means a cell with code.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 3 | 첫머리 | 모두 첫 두 셀을 실행하고 언어를 고릅니다. |
# | 6 | 첫째 내기 | 손을 들어 답을 고르게 하고, 든 사람의 수를 칠판에 적습니다. 코드는 설명하지 않고 실행합니다. 3번을 고른 사람에게 까닭을 묻되, 맞는지는 말하지 않습니다. |
# | 3 | 데이터 | 실행하기 전에 `x`와 `y`의 모양을 묻습니다. |
# | 7 | 모델 | 그림을 크게 띄우고, 가장 큰 네모를 찾고, 파란 화살표를 따라가며 무엇이 무엇에서 나오는지 학생이 말합니다. 세는 셀 앞에서, 매개변수와 정답에 든 수 가운데 어느 쪽이 많은지 묻습니다. |
# | 4 | 손실 | 예측이 3과 1, 정답이 1과 2일 때의 손실을 손으로 먼저 계산하게 합니다. 답은 5입니다. 실행하고, 아래의 한 줄을 함께 입력합니다. |
# | 8 | 변화도와 학습률 | 실행하기 전에, 편향을 키우면 손실이 커질지 묻습니다. 그림에서 지금 자리에 선 다음 어느 쪽이 내리막인지 손으로 가리키게 합니다. |
# | 7 | 갱신 루프 | 그림의 다섯 가지 일이 코드의 어느 줄인지 짝끼리 찾습니다. 예측의 그림에서는 정답을 알아볼 수 있는 단계에 손을 들게 합니다. |
# | 2 | 손실 곡선 | 손실이 1인 높이에서 단계를 읽습니다. |
# | 4 | 둘째 내기 | 다시 손을 들어 고르게 합니다. 첫째 내기에서 맞힌 사람이 더 많이 틀리는 일이 흔합니다. |
# | 4 | 연습 | 연습 1을 짝과 함께 시작합니다. 나머지는 숙제로 냅니다. |
# | 2 | 정리 | 칠판에 적은 수로 돌아가, 줄어든 손실이 무엇을 뜻하는지 학생이 말합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 3 | Opening | Everyone runs the first two cells and picks a language. |
# | 6 | The first bet | Count hands for each answer and leave the count on the board. Run the cell without explaining the code. Ask those who chose answer 3 for a reason, and do not say whether it is right. |
# | 3 | Data | Ask for the shapes of `x` and `y` before running. |
# | 7 | Model | Show the picture large. Students find the largest box, follow the blue arrows and say what is made from what. Before the cell that counts, ask which there are more of: parameters, or numbers in the targets. |
# | 4 | Loss | Students first compute a loss by hand: predictions 3 and 1, targets 1 and 2. The answer is 5. Run the cell and type the line given below. |
# | 8 | Gradient and learning rate | Before running, ask whether the loss grows if the bias grows. In the figure, have everyone point from the present position to where it goes downhill. |
# | 7 | Update loop | Pairs match the five parts of the drawing with lines of the code. At the tables of predictions, hands go up at the step where the targets can be recognized. |
# | 2 | Loss curve | Find the height of a loss of 1 and read off the step. |
# | 4 | The second bet | Count hands again. Often, those who won the first bet lose this one. |
# | 4 | Exercises | Begin exercise 1 in pairs. The rest is homework. |
# | 2 | Recap | Go back to the count on the board. Students say what the smaller loss means. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: "변화도와 학습률"의 여섯 번 움직이는 그림을 빼고 "손실 곡선"은 실행만 하면 6분, 연습을 모두 숙제로 내면 4분, 코드의 줄을 찾는 일을 숙제로 내면 5분이 줄어듭니다.
# - **90분**: 연습 1을 마치고 연습 2를 푸는 데 10분을 씁니다. 그다음 20분 동안, 칠판 그림만 보면서 빈 노트북에 프로그램을 다시 적어 보게 합니다. 남은 10분에는 모두 "먼저 끝낸 학생"의 일을 해 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: leaving out the figure with six moves in "Gradient and learning rate" and only running "Loss curve" saves 6 minutes, all exercises as homework saves 4, and matching lines of code at home saves 5.
# - **90 minutes**: take 10 minutes to finish exercise 1 and do exercise 2. For the next 20, students write the program again in an empty notebook, with nothing but the picture on the board. In the last 10, everyone does the tasks of "Students who finish early".
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **손으로 계산한 손실.** "손실"의 셀 바로 뒤에 새 셀을 넣고 입력합니다.
#
# ```python
# loss_fn(torch.tensor([3.0, 1.0]), torch.tensor([1.0, 2.0]))
# ```
#
# 손으로 구한 5가 나옵니다. 정답을 `[3.0, 1.0]`으로 바꾸면 0이 됩니다.
#
# **이어서 학습하기.** "갱신 루프"의 루프가 있는 셀에서 첫 줄 `model = make_model()` 앞에 `#` 기호를 붙이고 다시 실행한 다음 `losses[0]`을 봅니다. 713이 아니라 1.85e-05입니다. 학습된 값이 `model` 안에 남아 있다는 것이 드러납니다. 끝나면 `#` 기호를 지우고 한 번 더 실행하세요. 연습이 `losses`를 씁니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **The loss computed by hand.** Insert a new cell right after the one in "Loss" and type:
#
# ```python
# loss_fn(torch.tensor([3.0, 1.0]), torch.tensor([1.0, 2.0]))
# ```
#
# It gives the 5 that you got by hand. With `[3.0, 1.0]` as targets, it becomes 0.
#
# **Training on.** In the cell with the loop in "Update loop", put `#` before its first line, `model = make_model()`. Run the cell again and look at `losses[0]`. It is not 713 but 1.85e-05: what was learned stays inside `model`. Afterward, delete the `#` and run the cell once more, because the exercises use `losses`.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1. **처음 보는 데이터에서 손실이 학습하기 전보다도 큰 까닭은 무엇일까요?** 흔한 첫 답은 "덜 배워서"입니다. 좋은 답은 이렇습니다. 맞을 리가 없으니 0에 가깝게 말할수록 덜 틀리는데, 학습한 모델은 더 크게 말합니다. 예측을 제곱하여 모두 더하면 학습하기 전에는 43, 학습한 뒤에는 60입니다.
# 2. **713은 큰 손실인가요?** 그렇다고 답하기 쉽습니다. 그러나 640개를 더한 값이어서 하나에 1.11쯤이고, 비교할 것이 없으면 크다고도 작다고도 할 수 없습니다.
# 3. **모델은 어디에서 정답을 보나요?** 흔한 첫 답은 `model(x)`입니다. 좋은 답은 `loss_fn(y_pred, y)`입니다. 순전파에는 `y`가 들어가지 않습니다.
# 4. **왜 더하지 않고 빼나요?** 변화도는 손실이 커지는 쪽을 가리킵니다. 빼면 그 반대쪽, 즉 손실이 작아지는 쪽으로 갑니다. 더하면 어떻게 되는지는 [수업 05](../../notebooks/05_update_loop.ipynb)에서 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# 1. **Why is the loss on fresh data even larger than before training?** The first answer is often "it has not learned enough". A good answer: since it cannot be right, the closer to 0 it stays, the less wrong it is, and the trained model makes larger predictions. Their squares add up to 43 before training and to 60 after it.
# 2. **Is 713 a large loss?** Many say yes. But it is a sum over 640 numbers, about 1.11 for each, and with nothing to compare it with, it is neither large nor small.
# 3. **Where does the model see the targets?** The first answer is often `model(x)`. A good answer is `loss_fn(y_pred, y)`. Nothing of `y` goes into the forward pass.
# 4. **Why subtract and not add?** The gradient points to where the loss grows. Subtracting goes the opposite way, to where it shrinks. [Lesson 05](../../notebooks/05_update_loop.ipynb) shows what adding does.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 루프 안의 `return`이 어디에 있는지, `return` 자리에 `print(...)` 줄이 있지 않은지 보세요. 연습 2에서는 빼기, 제곱, 합을 어떤 차례로 하는지 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look at where the `return` stands in the loop, and whether it is a `return` at all or a `print(...)`. In exercise 2, look at the order of difference, square and sum.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("00")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"학습하면 `y`가 바뀐다"는 생각.** 루프에서 `y`가 나오는 줄을 찾아보라고 하세요. `y`는 손실을 계산할 때 쓰일 뿐이고, 바뀌는 것은 `param`뿐입니다.
# - **"한 단계에 샘플 하나를 다룬다"는 생각.** `model(x)`에 `x` 전체가 들어간다는 점을 짚어 주세요. 단계마다 샘플 64개를 모두 다룹니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"Training changes `y`."** Ask the student to find the line of the loop with `y` in it. `y` is used to compute the loss, and only `param` is changed.
# - **"One step handles one sample."** Point to `model(x)`: the whole of `x` goes in, so every step handles all 64 samples.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# "첫째 내기"의 셀에서 값을 하나만 바꾸고 그 셀만 다시 실행합니다. 끝나면 되돌리고, 거기부터 모두 다시 실행합니다.
#
# - **데이터의 시드를 7로.** 첫 손실은 666이고, 마지막 손실은 이번에도 0에 가깝습니다. 데이터가 달라져도 마찬가지입니다.
# - **`H`를 10으로.** 매개변수는 10,120개여서 640보다 여전히 많습니다. 그런데도 500단계 뒤의 손실은 100보다 큽니다. 매개변수가 많다고 해서 손실이 반드시 빨리 줄지는 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Change a single value in the cell of "The first bet" and run this cell alone. Afterward, change it back and run everything from there.
#
# - **Seed of the data: 7.** The first loss is 666, and the last one is close to 0 again. Other data, same story.
# - **`H`: 10.** There are 10,120 parameters, still more than 640. And yet the loss after 500 steps is above 100. Having many parameters does not by itself make the loss fall fast.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 수업을 시작할 때 수를 적지 않고 그려 두었다가, 수가 출력될 때마다 적어 넣습니다. 루프를 설명할 때 화살표를 따라 한 바퀴 돌면서, 바뀌는 것은 모델의 매개변수뿐이라는 점을 짚으세요.
#
# ```text
#     x (64, 1000)
#       |
#       v
# +-> 모델, 매개변수 101,110
# |     |
# |     v
# |   y_pred (64, 10)     y (64, 10)
# |     |                   |
# |     +----> 손실 713 <---+
# |              |
# |              | 역전파
# |              v
# |           변화도 101,110
# |              |
# +--------------+
#   갱신, 500단계
# ```
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Draw it at the beginning, without the numbers, and add each number when it is printed. When you explain the loop, go once around along the arrows and point out that only the parameters of the model change.
#
# ```text
#     x (64, 1000)
#       |
#       v
# +-> model, parameters: 101,110
# |     |
# |     v
# |   y_pred (64, 10)     y (64, 10)
# |     |                   |
# |     +---> loss: 713 <---+
# |              |
# |              | backward pass
# |              v
# |           gradients: 101,110
# |              |
# +--------------+
#   update, 500 steps
# ```
#
# </div>
