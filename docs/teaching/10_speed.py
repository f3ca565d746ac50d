# %% [markdown]
# # 10 실행 속도, 수업 안내 · Teaching how fast it is

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 루프 두 개의 시간을 번갈아 여러 번 재어 중앙값으로 비교하고, 결과가 같은지도 확인합니다.
# - 한 단계의 행렬 곱을 세어 계산량을 구하고, 행렬 곱만 할 때의 시간을 한계로 삼습니다.
# - 작은 모델에서 어느 방법이 쓸모 있고 어느 방법이 쓸모없는지 잰 수를 들어 말합니다.
# - 서버를 여럿이 쓸 때 왜 프로세스마다 스레드를 하나씩 쓰는지 설명합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After the lesson, students can:
#
# - compare the times of two loops by running them in turn, many times, and taking medians, and check that the results are the same;
# - count the matrix products of a step and their operations, and take the time of the products alone as the limit;
# - say with measured numbers which methods help a small model and which do not;
# - explain why on a shared server each process should use one thread.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 다른 프로그램을 닫고 노트북 컴퓨터에는 전원을 꽂은 다음, 수업 노트북을 복사해 그것을 처음부터 끝까지 한 번 실행합니다. 실행하면 저장된 출력이 사라지는데 수업에서 쓸 것이므로, 원래 것은 그대로 둡니다. 컴파일하는 셀, 자료형마다 500단계를 학습시키는 셀, 모든 루프를 재는 셀이 오래 걸립니다. C++ 컴파일러가 없으면 컴파일하는 셀은 까닭을 한 줄로 알리고 건너뜁니다.
# - 학생이 서버 한 대를 함께 쓰면, 시간을 재는 셀은 선생님만 실행합니다. 서른 명이 한꺼번에 재면 어느 수도 믿을 수 없습니다.
# - 이 수업에서는 저장된 출력을 지우지 않습니다. 학생은 저장된 수를 앞의 큰 화면에 나온 수와 비교합니다. 셀을 실행하면 저장된 수가 사라지므로, 직접 실행하는 학생은 그 수를 먼저 종이에 적습니다. 시간은 컴퓨터마다 다르므로, 수업 전에 나온 `plain / products`의 비율을 적어 두고, 수업에서 나온 것과 견줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Close other programs, plug laptops in, make a copy of the notebook, and run the copy once from beginning to end. Running replaces the stored outputs, and you need those of the original in class. The cell that compiles, the one that trains for 500 steps in each data type, and the one that times all loops take long. Without a C++ compiler, the cell that compiles says so in one line and goes on.
# - If students share a server, only you run the cells that show times. When thirty people measure at once, no number can be trusted.
# - In this lesson, keep the stored outputs, and let students compare them with the numbers on the projector. Running a cell replaces its numbers, so students who run it themselves first write down the stored ones. Times differ between computers. Note the ratio `plain / products` before class and compare it with the one that comes up in class.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 3 | 첫머리 | 한 단계의 시간 가운데 행렬 곱이 차지하는 몫을 백분율로 적게 합니다. 적어 둔 수는 나중에 씁니다. |
# | 8 | 시간 재기 | 시간 여섯 개를 출력하는 셀을 실행하고, 어느 것이 이 루프의 시간인지 묻습니다. 그다음 `measure`의 코드를 함께 읽습니다. |
# | 7 | 한 단계의 시간 | 어느 부분이 가장 오래 걸릴지 묻고 손을 들게 한 다음 그림을 그립니다. 빗금 친 부분을 처음에 적은 수와 견줍니다. 행렬 곱이 순전파에 2번, 역전파에 3번 있음을 확인합니다. |
# | 10 | 한계 | 칠판에서 학생이 공식 $2nkm$에 수를 넣어 첫째 계층의 곱 하나를 계산합니다. `products`의 코드를 읽고, `plain / products`가 얼마일지 적게 한 다음 실행합니다. |
# | 7 | 매개변수 갱신하기, 옵티마이저 | "손실 읽기"부터 "옵티마이저"까지 셀을 차례로 실행하되 `in_place`만 읽습니다. 모든 루프를 그린 그림에서 어느 막대가 한계에 가장 가까울지 먼저 묻습니다. |
# | 5 | 스레드 | 코드를 `student`에 담는 셀과 두 학생의 단계 수를 세는 셀만 합니다. 스레드를 하나씩만 쓰면 합이 늘지 줄지 묻고 선생님이 실행합니다. |
# | 8 | 연습 | 연습 1을 풉니다. 연습 2와 3은 숙제입니다. |
# | 2 | 정리 | 정리에서 오늘 직접 잰 것에만 표시합니다. |
#
# "컴파일", "배치 크기", "자료형", "장치"는 뺍니다. "직접 쓴 역전파"의 셀은 읽지 않고 실행만 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 3 | Opening | Students write down, in percent, how much of the time of one step goes into matrix products. They need this number later. |
# | 8 | Measuring time | Run the cell that prints six times, and ask which of them is the time of this loop. Then read the code of `measure` together. |
# | 7 | The time of one step | Take a vote on which part takes longest, then draw the figure. Compare the hatched part with the numbers written down. Check that there are 2 products in the forward pass and 3 in the backward pass. |
# | 10 | The limit | At the board, a student computes one product of the first layer with $2nkm$. Read the code of `products`, let everyone write down a guess at `plain / products`, and run it. |
# | 7 | Updating the parameters, Optimizers | From "Reading the loss" to "Optimizers", run the cells in order, but read only `in_place`. Before the figure with all loops, ask which bar will come closest to the limit. |
# | 5 | Threads | Only two cells: the one that puts code into `student`, and the one that counts the steps of two students. Ask whether with one thread each the total goes up or down, then run them yourself. |
# | 8 | Exercises | Exercise 1. Exercises 2 and 3 are homework. |
# | 2 | Recap | In the recap, check off what was measured today, and nothing else. |
#
# This leaves out "Compiling", "Batch size", "Data types" and "Devices". In "The backward pass by hand", run the cells without reading them.
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: "매개변수 갱신하기"와 "옵티마이저"를 빼고 "한계"에서 바로 "스레드"로 갑니다. 연습 1은 숙제입니다. "스레드"는 코드를 `student`에 담는 셀부터 실행하면 앞의 루프가 없어도 됩니다.
# - **90분**: "직접 쓴 역전파" 10분, "배치 크기" 8분, "자료형" 10분, 연습 2에 7분을 더하고, 남은 5분에는 "컴파일"의 저장된 출력을 읽습니다. PyTorch가 쓸 수 있는 GPU가 있으면 "컴파일" 대신 "장치"를 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: leave out "Updating the parameters" and "Optimizers", and go from "The limit" straight to "Threads". Exercise 1 is homework. If you begin "Threads" with the cell that puts code into `student`, you do not need the loops before it.
# - **90 minutes**: add "The backward pass by hand" (10 minutes), "Batch size" (8), "Data types" (10) and exercise 2 (7). In the last 5, read the stored output of "Compiling". If there is a GPU that PyTorch can use, take "Devices" instead.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **1.** `measure`를 정의한 셀 다음에 같은 루프를 두 번 재어 봅니다.
#
# ```python
# pair = measure({"plain": plain, "again": plain}, x, y)
# print(f"{pair['again'] / pair['plain']:.2f}")
# ```
#
# 비율은 1이어야 하지만 꼭 1은 아닙니다. 다른 프로그램도 돌고 있는 컴퓨터에서 재어 보니 0.9가 나왔습니다. 두 루프의 차이가 이만큼도 되지 않으면 어느 쪽이 빠르다고 말할 수 없습니다. 이 수를 칠판에 적어 두고 뒤의 그림을 읽을 때 씁니다.
#
# **2.** "한계"에서 25,984,000을 출력한 다음, 입력의 변화도까지 구하면 얼마나 늘어날지 짐작하게 합니다.
#
# ```python
# with FlopCounterMode(display=False) as counter:
#     make_model()(x.clone().requires_grad_()).sum().backward()
# print(f"{counter.get_total_flops():,}")
# ```
#
# 38,784,000이 나옵니다. 늘어난 12,800,000은 첫째 계층의 곱 하나입니다. 입력의 변화도는 구하지 않으므로, 첫째 계층에는 원래 이 곱이 없습니다.
#
# **3.** "스레드"에서 `torch.get_num_threads()`만 입력하여 실행합니다. 환경 변수를 정하지 않았으면 1이 나옵니다. 코어가 여러 개인 컴퓨터에서 왜 1인지 물어보고 절을 시작합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **1.** After the cell that defines `measure`, time the same loop twice.
#
# ```python
# pair = measure({"plain": plain, "again": plain}, x, y)
# print(f"{pair['again'] / pair['plain']:.2f}")
# ```
#
# The ratio should be 1, and it is not quite 1. On a computer that was also busy with other things, it came out as 0.9. If two loops differ by no more than this, you cannot say which is faster. Leave the number on the board for the figures to come.
#
# **2.** In "The limit", after 25,984,000 has been printed, ask how much more it takes if the gradient of the input is computed, too.
#
# ```python
# with FlopCounterMode(display=False) as counter:
#     make_model()(x.clone().requires_grad_()).sum().backward()
# print(f"{counter.get_total_flops():,}")
# ```
#
# It prints 38,784,000. The additional 12,800,000 are one product of the first layer. Training does not need the gradient of the input, so normally the first layer leaves this product out.
#
# **3.** In "Threads", type `torch.get_num_threads()`. It gives 1 unless the environment variable is set. Ask why it is 1 on a computer with several cores, and begin the section with that.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **시간 여섯 개 가운데 어느 것이 맞습니까?** 흔히 평균이나 가장 짧은 것이라고 답합니다. 여섯 개 모두 실제로 걸린 시간입니다. 루프를 비교하려면 번갈아 여러 번 재어 중앙값을 봅니다.
# - **한 단계의 절반이 행렬 곱이면, 루프를 아무리 고쳐도 몇 배까지 빨라집니까?** 흔히 한계가 없다고 답합니다. 행렬 곱은 남으므로 많아야 2배입니다. `plain / products`가 바로 그 수입니다.
# - **갱신에는 행렬 곱이 없는데 왜 시간이 듭니까?** 매개변수 101,110개를 모두 읽고 써야 하고, 텐서마다 Python이 함수를 부릅니다. 계산량이 적어도 메모리를 읽고 쓰는 시간은 듭니다.
# - **GPU는 행렬 곱이 훨씬 빠릅니다. 이 프로그램도 그만큼 빨라집니까?** 흔히 그렇다고 답합니다. 이 크기에서는 행렬 곱을 맡기는 데 드는 시간이 더 길 수 있습니다. 재어 보고 말해야 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Which of the six times is the right one?** Usual answers are the mean or the shortest. All six really happened. To compare loops, measure in turn, many times, and look at the median.
# - **If half of a step is matrix products, how many times faster can another loop be at most?** Many say there is no limit. The products remain, so it is at most 2 times. That is the number `plain / products`.
# - **There is no matrix product in the update. Why does it take time?** All 101,110 parameters have to be read and written, and Python calls functions for each Tensor. Even with little arithmetic, memory takes time.
# - **A GPU multiplies matrices far faster. Does this program get faster by as much?** Many say yes. At this size, handing over the work may take longer than the work. Measure before you answer.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 계층마다 곱을 몇 번 세었는지, 곱셈과 덧셈을 모두 세었는지 봅니다. 연습 2에서는 올림을 했는지, 아끼는 것이 없을 때를 다루었는지 봅니다. 연습 3을 푼 학생에게는 `H`를 100으로 되돌렸는지 물어보세요. 확인하는 함수가 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look at how many products each layer has, and whether both multiplications and additions are counted. In exercise 2, look for rounding up and for the case in which nothing is saved. Ask students who did exercise 3 whether `H` is back at 100; no function checks that.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("10")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"내 컴퓨터에서 빠르면 빠른 코드입니다."** 옆 학생의 그림과 견주게 하세요. 막대의 순서가 다른 곳이 있으면, 거기에서는 어느 쪽이 빠른지가 컴퓨터에 달려 있습니다.
# - **"계산량이 같으면 시간도 같습니다."** `plain`과 `products`는 행렬 곱의 계산량이 같은데 시간은 다르다고 말해 줍니다.
# - **"스레드는 많을수록 빠릅니다."** 스레드를 8개까지 늘린 셀의 저장된 출력을 보여 줍니다. 코어가 2개인 컴퓨터에서 스레드 4개와 8개는 1개보다 훨씬 느렸습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"What is faster on my computer is faster code."** Let students compare their figures. Where the order of two bars differs, the answer depends on the computer.
# - **"The same amount of arithmetic takes the same time."** Say that `plain` and `products` do the same matrix products and take different times.
# - **"The more threads, the faster."** Show the stored output of the cell that goes up to 8 threads. On a computer with 2 cores, 4 and 8 threads were much slower than 1.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 입력이 1000차원이 아니라 10차원이면 첫째 계층이 계산량에서 차지하는 몫이 얼마인지 종이에 계산합니다. 98.5%에서 40%로 줄고, 한 단계는 640,000번입니다.
# - 함께 입력한 `FlopCounterMode` 코드에서 `make_model()(x)`만 실행하여 순전파의 계산량을 셉니다. 12,928,000입니다. 전체 25,984,000의 거의 절반이므로, 역전파의 계산량이 순전파와 비슷합니다. 첫째 계층에서 곱을 하나 하지 않기 때문입니다.
# - `one = torch.tensor(1, dtype=torch.bfloat16)`에서 0.001, 0.002, 0.003, 0.004를 빼 보고 더해 봅니다. 뺄 때는 0.002부터, 더할 때는 0.004에서야 1이 바뀝니다. 1보다 큰 쪽에서는 수 사이의 간격이 두 배이기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - If the input had not 1000 but 10 dimensions, what share of the arithmetic would be in the first layer? On paper, it falls from 98.5% to 40%, and one step takes 640,000 operations.
# - In the `FlopCounterMode` code typed together, run only `make_model()(x)` to count the forward pass: 12,928,000. That is nearly half of the 25,984,000, so the backward pass has about as much in matrix products as the forward pass. The reason is the one product that the first layer leaves out.
# - With `one = torch.tensor(1, dtype=torch.bfloat16)`, subtract and add 0.001, 0.002, 0.003 and 0.004. Subtracting changes the 1 from 0.002 on, adding only at 0.004, because above 1 the numbers lie twice as far apart.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# ```text
# plain의 한 단계
# |### 행렬 곱 ###|------- 나머지 -------|
#
# products의 한 단계 = 한계
# |### 행렬 곱 ###|
#
# 루프를 고치면 '나머지'만 줄어듭니다.
# 배치가 커지면 '행렬 곱'만 길어집니다.
# ```
#
# "한계"에서 비율을 출력하기 전에 위의 막대를 그립니다. 비율이 나오면 아래 막대를 그리고, 루프를 고쳐 줄일 수 있는 곳을 짚습니다. 배치 크기를 물어보는 학생이 있으면 마지막 줄을 더합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# ```text
# one step of plain
# |### products ###|------ everything else ------|
#
# one step of products = the limit
# |### products ###|
#
# A better loop shortens only 'everything else'.
# A larger batch lengthens only 'products'.
# ```
#
# In "The limit", draw the upper bar before the ratio is printed. Once the ratio is printed, draw the lower bar and point at what a better loop can save. Add the last line when someone asks about the batch size.
#
# </div>
