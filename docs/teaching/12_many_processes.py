# %% [markdown]
# # 12 여러 프로세스, 수업 안내 · Teaching many processes

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 배치를 나누어 구한 변화도를 더해야 하는지 평균해야 하는지, 손실을 보고 정합니다.
# - 스크립트에서 자기 몫을 고르는 줄, 손실에 수를 곱하는 줄, DDP가 변화도를 평균하는 곳을 짚습니다.
# - 나누어 학습시킨 결과가 맞는지 프로세스 하나일 때의 손실과 비교하여 확인합니다.
# - 배치와 모델의 크기를 보고 프로세스를 여러 개 쓸 만한지 말합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After the lesson, students can:
#
# - look at a loss and decide whether gradients computed in parts have to be added or averaged;
# - point at the lines of the script that pick a process's own share, that multiply the loss, and at the place where DDP averages the gradients;
# - check divided training against the losses of one process;
# - say, from the sizes of batch and model, whether several processes are worth it.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 노트북을 처음부터 끝까지 한 번 실행해 보세요. `run`이나 `torchrun`을 부르는 셀은 프로세스를 새로 시작하므로 모두 오래 걸립니다. 커널 말고도 프로세스가 한 번에 세 개 더 생깁니다. 시작을 맡은 것이 하나, 학습시키는 것이 둘입니다. 메모리가 넉넉한지 보세요.
# - 서버 한 대를 함께 쓰면 이런 셀은 선생님만 실행하거나, 앉은 줄마다 차례로 실행하게 합니다. 나머지 셀은 모두 함께 실행해도 됩니다.
# - `train_with_ddp.py`는 노트북과 같은 폴더에 있어야 합니다. 노트북을 다른 곳에 복사한 학생은 이 파일도 복사해야 합니다.
# - 셀이 끝나지 않으면 Kernel(커널) 메뉴에서 Interrupt Kernel(커널 중지) 항목을 누릅니다. 그러면 도우미 함수가 시작한 프로세스도 모두 끝납니다. Windows에서는 아직 실행해 보지 못했으니 먼저 한 대에서 해 보세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - Run the notebook once from beginning to end. Every cell that calls `run` or `torchrun` takes long, because it starts new processes: besides the kernel, three at a time, one that starts the others and two that train. Make sure that there is enough memory.
# - On a shared server, run these cells yourself, or let one row of students at a time run them. Everyone can run the other cells together.
# - `train_with_ddp.py` has to be in the same folder as the notebook. Students who copy the notebook elsewhere need a copy of this file, too.
# - If a cell does not end, choose Interrupt Kernel in the Kernel menu. The helper function then ends all processes that it has started. Windows has not been tried yet, so try it on one machine first.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 3 | 첫머리 | 저장된 출력을 지우고 시작합니다. 프로세스를 두 개 쓰면 시간이 절반이 되는지 묻고, 손을 든 사람의 수를 적어 둡니다. |
# | 10 | 프로세스 하나, 나누어 구한 변화도 | 셀을 실행하기 전에 더하기와 평균 가운데 하나를 고르게 합니다. 실행한 다음 $p$에 2를 넣어 공식을 왼쪽부터 읽습니다. |
# | 13 | 스크립트 | 칠판 그림을 그립니다. 그림의 줄마다 `train_share`에서 해당하는 코드를 학생이 찾습니다. 실행하고, 프로세스 하나일 때와 비교하는 셀까지 봅니다. |
# | 8 | 빠뜨린 곱하기 | 손실이 몇 번째 단계부터 달라질지, 오류가 날지 적게 한 다음 실행합니다. 학습률이 절반인 것과 같다는 것을 학생이 먼저 말하게 합니다. |
# | 3 | 주고받는 바이트 | 404,440과 258,560만 비교합니다. |
# | 4 | 이득이 되는 배치 크기 | 선생님만 실행합니다. 그림에서 비율이 1보다 작아지는 크기를 읽고, 처음에 손을 든 사람의 수를 다시 봅니다. |
# | 7 | 연습 | 연습 1을 풉니다. 연습 2는 숙제입니다. |
# | 2 | 정리 | 빠진 곱하기를 왜 첫 손실로는 찾지 못하는지 한 학생이 말합니다. |
#
# "생길 수 있는 문제"와 "컴퓨터 여러 대"는 빼고 숙제로 읽게 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 3 | Opening | Have everyone clear the stored outputs. Ask whether two processes halve the time, and note the number of hands. |
# | 10 | One process, Gradients in parts | Before the cell, let everyone choose between adding and averaging. Run it, then read the formula from the left, with 2 for $p$. |
# | 13 | The script | Make the drawing on the board. For each row of it, students find the code in `train_share`. Run it and go on to the comparison with one process. |
# | 8 | Without the factor | Let everyone write down from which step on the losses will differ and whether there will be an error. Run it. Wait for a student to say that it looks like half the learning rate. |
# | 3 | Bytes exchanged | Compare 404,440 with 258,560, no more. |
# | 4 | When it pays off | Only you run this. Read off where the ratio falls below 1, and come back to the vote of the opening. |
# | 7 | Exercises | Exercise 1. Exercise 2 is homework. |
# | 2 | Recap | One student says why the first loss does not reveal a missing factor. |
#
# This leaves out "When something goes wrong" and "Several computers". Give them as reading.
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: "주고받는 바이트"와 "이득이 되는 배치 크기"를 빼고, 연습 1은 숙제로 냅니다. 모자라는 1분은 첫머리에서 줄이고, "스크립트"는 줄이지 마세요. "이득이 되는 배치 크기"에서 다시 볼 일이 없으므로, 첫머리에서 손을 들게 하지 않아도 됩니다.
# - **90분**: 연습 2에 15분, "생길 수 있는 문제"에 10분을 씁니다. 나머지 15분에는 네 사람이 둥글게 앉아 프로세스가 되어 올리듀스를 해 봅니다. 저마다 종이에 자기 수를 적어 동시에 옆으로 넘기고, 받은 종이에 자기 수를 더하여 또 넘깁니다. 세 번 넘기고 마지막으로 더하면 모두 같은 합이 적힌 종이를 듭니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: leave out "Bytes exchanged" and "When it pays off", and make exercise 1 homework. Save the last 1 minute in the opening, not in "The script": leave out the show of hands, because "When it pays off" does not come back to it.
# - **90 minutes**: add exercise 2 (15 minutes) and "When something goes wrong" (10). For the remaining 15, four students sit in a ring, act as processes and do an all-reduce. Each writes a number of their own on a slip, and all pass their slips to the next student at the same time. Each adds their own number to the slip that has arrived and passes it on. After three passes and the last addition, all hold slips with the same sum.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **1.** 절반씩 구한 변화도를 더한 셀 다음에, 더하지 않고 평균하면 길이가 얼마가 되는지 봅니다.
#
# ```python
# for (a, b), w in zip(halves, whole):
#     print(f"{((a + b) / 2).norm() / w.norm():.2f}")
# ```
#
# 0.50이 네 줄 나옵니다. 매개변수마다 꼭 절반입니다. 뒤에서 손실에 2를 곱하는 것은 이 절반 때문입니다.
#
# **2.** 프로세스 두 개로 학습시킨 다음 세 개로 해 봅니다. 64개를 셋이 어떻게 나눌지 먼저 적게 하세요.
#
# ```python
# torchrun("train_with_ddp.py", processes=3)
# ```
#
# `0:21`, `21:42`, `42:64`로 나뉩니다. 몫이 똑같지 않은데도 마지막 손실은 1.89e-05로 같습니다. 합은 어떻게 나누어 더해도 같기 때문입니다.
#
# **3.** "빠뜨린 곱하기"의 끝에서 네 개로 해 봅니다. 어떤 학습률과 같을지 먼저 묻습니다. 코어가 네 개보다 적으면 한참 걸립니다.
#
# ```python
# torchrun("train_with_ddp.py", "--unscaled", processes=4)
# quarter = train(make_model(), loss_fn, x, y, learning_rate=0.25e-4, steps=500)
# print(f"{quarter[-1]:.3g}")
# ```
#
# 둘 다 마지막 손실이 0.771입니다. 프로세스를 늘릴수록 학습이 느려지는데 오류는 나지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **1.** After the cell that adds the gradients of the two halves, see what is left if you average them.
#
# ```python
# for (a, b), w in zip(halves, whole):
#     print(f"{((a + b) / 2).norm() / w.norm():.2f}")
# ```
#
# It prints 0.50 four times, exactly half for each parameter. This half is the reason for the factor 2 further down.
#
# **2.** After the run with two processes, try three. Let everyone first write down how three of them divide 64 samples.
#
# ```python
# torchrun("train_with_ddp.py", processes=3)
# ```
#
# The shares are `0:21`, `21:42` and `42:64`. They are not equal, and still the last loss is 1.89e-05 as before. A sum is the same however you divide it.
#
# **3.** At the end of "Without the factor", try four processes. Ask first which learning rate this will look like. With fewer than four cores, this takes a while.
#
# ```python
# torchrun("train_with_ddp.py", "--unscaled", processes=4)
# quarter = train(make_model(), loss_fn, x, y, learning_rate=0.25e-4, steps=500)
# print(f"{quarter[-1]:.3g}")
# ```
#
# Both end at a loss of 0.771. The more processes, the slower the model learns, and there is no error.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **두 프로세스는 서로 다른 샘플을 봅니다. 그런데 왜 모델이 끝까지 같습니까?** 흔히 마지막에 두 모델을 합친다고 답합니다. 합치지 않습니다. 처음에 같고, 단계마다 똑같이 평균한 변화도로 똑같이 갱신하므로 계속 같습니다.
# - **빠진 곱하기를 찾으려면 손실을 적어도 몇 단계 비교해야 합니까?** 흔히 하나면 된다고 답합니다. 첫 손실은 갱신하기 전의 것이므로 적어도 두 단계를 보아야 합니다.
# - **배치를 10배로 키우면 주고받는 바이트도 10배가 됩니까?** 흔히 그렇다고 답합니다. 주고받는 것은 샘플이 아니라 변화도이므로 단계마다 404,440바이트 그대로입니다.
# - **프로세스를 2개에서 100개로 늘리면 저마다 보내는 양은 몇 배가 됩니까?** 흔히 50배라고 답합니다. 고리로 이으면 변화도 크기의 $2(p-1)/p$배이므로 1배에서 1.98배로 늘 뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **The two processes see different samples. Why do their models stay the same to the end?** A usual answer is that the models are merged at the end. They are not. They start the same, and in each step they make the same update with the same averaged gradients.
# - **To find a missing factor, how many losses do you have to compare at least?** Many say one. The first loss is computed before any update, so you need two steps or more.
# - **With a batch 10 times as large, are there 10 times as many bytes to exchange?** Many say yes. Gradients are exchanged and not samples, so it stays at 404,440 bytes a step.
# - **With 100 processes instead of 2, how many times as much does each of them send?** The usual answer is 50. In a ring, it is $2(p-1)/p$ times the size of the gradients, so it only grows from 1 to 1.98 times that size.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 나누어떨어지지 않는 수를 넣어 보았는지 묻습니다. 64와 2로만 해 보면 틀린 답도 맞아 보입니다. 연습 2에서는 프로세스의 수를 곱할지, 그 수로 나눌지 헷갈리기 쉽습니다. 샘플 3개를 둘이 나누는 경우를 손으로 계산하게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, ask whether the student has tried numbers that leave a remainder. With 64 and 2 alone, wrong answers look right. In exercise 2, students mix up multiplying and dividing by the number of processes. Let them work out 3 samples for two processes by hand.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("12")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"DDP는 모델을 나눕니다."** 나누는 것은 배치입니다. 프로세스마다 매개변수 101,110개가 모두 있다고 말하고, 바이트 수를 4로 나누어 확인하게 합니다.
# - **"노트북에서 바꾼 값이 다른 프로세스에도 보입니다."** 노트북에서 `N`에 다른 수를 넣고 `torchrun`을 다시 불러 보게 하세요. 여전히 64개를 나눕니다. 스크립트는 파일에 적힌 것만 압니다. 끝나면 `N`을 되돌립니다.
# - **"프로세스가 두 개면 두 배 빠릅니다."** 갱신은 나누지 않고, 변화도를 주고받으며 서로 기다립니다. 그림의 왼쪽 끝을 다시 보여 주세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"DDP divides the model."** It divides the batch. Say that each process has all 101,110 parameters, and let students check by dividing the bytes by 4.
# - **"The other processes see what I change in the notebook."** Let the student put another number into `N` and call `torchrun` again. It still divides 64 samples. The script knows only what its file says. Afterward, set `N` back.
# - **"Two processes are twice as fast."** The update is not divided, and the processes exchange gradients and wait for each other. Show the left end of the figure again.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - 프로세스 2개, 4개, 8개를 고리로 이을 때 저마다 보내는 양이 얼마인지 $2(p-1)/p$에 넣어 계산합니다. 1배, 1.5배, 1.75배입니다. 늘릴수록 2에 가까워지지만 넘지는 않습니다.
# - 배치를 10개와 54개로 나누어 `gradients` 함수에 따로 넣고, 두 변화도를 더하면 `whole`의 변화도와 같은지 확인합니다. 같습니다. 손실이 합이면 몫이 같지 않아도 됩니다.
# - 샘플이 프로세스보다 적으면 어떻게 될지 짐작하고 나서 실행합니다. 코드는 `run("--steps", "3", "--batch-sizes", "1")` 한 줄입니다. 0번 프로세스의 몫은 `0:0`으로 비어 있습니다. 그래도 오류 없이 끝납니다. 빈 몫의 손실과 변화도는 0이기 때문입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - For 2, 4 and 8 processes in a ring, compute with $2(p-1)/p$ how much each of them sends: 1, 1.5 and 1.75 times the size of the gradients. It comes closer and closer to 2 and never gets there.
# - Divide the batch into 10 and 54 samples, call `gradients` for each, and check that the sums are equal to `whole`. They are. If the loss is a sum, the shares need not be equal.
# - Guess what happens with fewer samples than processes, and then run `run("--steps", "3", "--batch-sizes", "1")`. The share of process 0 is `0:0`, empty. Still, there is no error, because the loss and the gradients of an empty share are 0.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# ```text
#   P0            P1
#  0:32         32:64      자기 몫
#    |             |
#    v             v       순전파, 손실 × 2
#    |             |
#    +<--- / 2 --->+       역전파, 변화도를 평균
#    |             |
#    v             v       갱신은 저마다
#    |             |
#   W1 ==========  W1      매개변수는 언제나 같음
# ```
#
# 스크립트를 읽기 전에 그립니다. 그림의 줄마다 코드를 찾은 다음, × 2와 / 2가 상쇄된다는 것을 짚습니다. "빠뜨린 곱하기"에서는 × 2를 지우고, 무엇이 달라지는지 다시 묻습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# ```text
#   P0            P1
#  0:32         32:64      its own rows
#    |             |
#    v             v       forward pass, loss × 2
#    |             |
#    +<--- / 2 --->+       backward pass, average
#    |             |
#    v             v       each does its own update
#    |             |
#   W1 ==========  W1      same parameters, always
# ```
#
# Draw it before reading the script. When the code for each row has been found, point out that × 2 and / 2 cancel. In "Without the factor", erase × 2 and ask what changes.
#
# </div>
