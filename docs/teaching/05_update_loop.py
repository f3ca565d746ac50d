# %% [markdown]
# # 05 갱신 루프, 수업 안내 · Teaching the update loop

# %% [markdown]
# ## 목표 · Goals

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 수업을 마친 학생은 다음을 할 수 있습니다.
#
# - 한 단계의 코드를 보지 않고 적고, 줄마다 무엇이 바뀌는지 말합니다.
# - `zero_grad()`를 왜, 어디에서 부르는지 설명합니다.
# - 손실 곡선의 모습이나 오류의 이름을 보고, 루프에서 먼저 살펴볼 줄을 고릅니다.
# - 학습률이 너무 작은 곡선과 너무 큰 곡선을 알아봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After this lesson, students can do the following.
#
# - Write one step from memory and say what each line changes.
# - Explain why `zero_grad()` is called, and where.
# - Choose, from the look of a loss curve or the name of an error, which line of the loop to check first.
# - Recognize the curve of a learning rate that is too small, and of one that is too large.
#
# </div>

# %% [markdown]
# ## 준비 · Before class

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - "학습률"의 첫 셀과 "옵티마이저"의 셀이 가장 오래 걸립니다. 가장 느린 컴퓨터에서 한 번 실행해 보세요.
# - "학습률"의 첫 셀을 도중에 멈추면 `learning_rate`의 값이 바뀐 채로 남습니다. 그럴 때는 `learning_rate = 1e-4`를 실행하세요.
# - 수업을 시작할 때 모두 함께 저장된 출력을 지우게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - The first cell of "Learning rates" and the cell of "The optimizer" take longest. Run them once on the slowest machine.
# - If the first cell of "Learning rates" is interrupted, `learning_rate` is left with another value. Then run `learning_rate = 1e-4`.
# - At the start of the lesson, have everyone clear the stored outputs.
#
# </div>

# %% [markdown]
# ## 50분 계획 · A plan for 50 minutes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# "옵티마이저"는 이 계획에 없습니다. 집에서 실행하고 읽게 하세요.
#
# | 분 | 부분 | 하는 일 |
# |--:|:--|:--|
# | 2 | 첫머리 | 첫 두 셀을 실행합니다. 학생이 다섯 가지 일을 말하여 칠판 그림의 첫 열을 채웁니다. |
# | 8 | 한 단계 | 셀마다 실행하면서 둘째 열을 채웁니다. 변화도 9.85가 나오면 가중치가 커질지 작아질지 묻습니다. |
# | 6 | 쌓이는 변화도 | 둘째와 셋째 줄에 나올 수를 적게 한 다음 실행합니다. |
# | 3 | 루프 | 실행하고, 둘째 손실 656을 어디에서 보았는지 묻습니다. |
# | 9 | 루프 망가뜨리기: 조용한 실수 | 모둠마다 실수를 하나씩 맡아 손실 곡선을 예상하여 그린 다음, 실행하여 비교합니다. |
# | 4 | 루프 망가뜨리기: 오류 | 오류가 날 줄을 짚게 한 다음 실행합니다. |
# | 5 | 학습률 | 다섯 값 가운데 어느 것이 가장 좋을지 묻고 손을 들게 합니다. 마지막 셀에서 `inf` 다음에 무엇이 나올지 묻습니다. |
# | 2 | 함수 train | 코드를 훑고 셀을 모두 실행합니다. |
# | 10 | 연습 | 연습 1을 앞의 코드를 보지 않고 풉니다. 연습 2와 3은 숙제로 냅니다. |
# | 1 | 정리 | 칠판 그림에서 한 줄을 손으로 가리고, 그 줄이 없으면 무엇이 잘못되는지 묻습니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# "The optimizer" is not in this plan. Have students run and read it at home.
#
# | min | Part | What to do |
# |--:|:--|:--|
# | 2 | Opening | Run the first two cells. Students name the five parts for the first column of the picture for the board. |
# | 8 | One step | Run cell by cell and fill in the second column. When the gradient of 9.85 appears, ask whether the weight will grow or shrink. |
# | 6 | Gradients add up | Students write down what the second and third lines will print, then run. |
# | 3 | The loop | Run it and ask where the second loss, 656, has been seen before. |
# | 9 | Breaking the loop: silent mistakes | Each group takes one mistake and sketches the loss curve it expects. Then run and compare. |
# | 4 | Breaking the loop: errors | Students point at the lines that will raise the errors, then run. |
# | 5 | Learning rates | Hands up: which of the five will do best? At the last cell, ask what will follow `inf`. |
# | 2 | The function train | Skim the code and run all the cells. |
# | 10 | Exercises | Exercise 1 without looking at the code above. Exercises 2 and 3 are homework. |
# | 1 | Recap | Cover one line of the picture with your hand and ask what goes wrong without it. |
#
# </div>

# %% [markdown]
# ## 수업 줄이기와 늘리기 · Shorter and longer

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **35분**: 연습을 모두 숙제로 내고, 오류를 다루는 셀과 "함수 train"은 집에서 실행하게 하면 15분쯤 줄어듭니다. "쌓이는 변화도"와 조용한 실수 세 가지는 빼지 마세요.
# - **90분**: "옵티마이저"에 8분, 연습 2에 15분, 연습 3에 7분을 씁니다. 남는 10분에는 먼저 끝낸 학생이 찾은 것을 발표합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **35 minutes**: give all exercises as homework, and leave the cells with errors and "The function train" to be run at home. This saves about 15 minutes. Keep "Gradients add up" and the three silent mistakes.
# - **90 minutes**: add 8 minutes for "The optimizer", 15 for exercise 2 and 7 for exercise 3. In the last 10, those who finished early show what they found.
#
# </div>

# %% [markdown]
# ## 함께 입력할 코드 · Typing together

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **나누어도 같은 변화도.** "쌓이는 변화도"의 셀 뒤에서 바로 입력합니다. 그 셀이 변화도를 지우고 끝나므로 준비할 것이 없습니다.
#
# ```python
# loss_fn(model(x)[:32], y[:32]).backward()
# loss_fn(model(x)[32:], y[32:]).backward()
# print(f"{weight.grad[0, 0].item():.3g}")
# ```
#
# 샘플을 절반씩 따로 처리했는데도 9.85가 나옵니다. 변화도를 더하는 규칙이 왜 쓸모 있는지 보여 줍니다. 메모리에 다 들어가지 않는 배치를 이렇게 나누어 처리합니다.
#
# **이름과 텐서.** "루프 망가뜨리기"에서 제자리에서 바꾸지 않는 루프를 설명하기 전에 입력합니다.
#
# ```python
# p = model[2].bias
# p = p - 1
# print(p is model[2].bias)
# ```
#
# `False`입니다. 둘째 줄을 지우고 실행하면 `True`입니다. 둘째 줄은 모델을 바꾸지 않고 이름 `p`를 새 텐서에 붙였을 뿐입니다. 그래서 손실이 그대로입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **The same gradient in two portions.** Type this right after the cell of "Gradients add up". That cell ends by clearing the gradients, so there is nothing to prepare.
#
# ```python
# loss_fn(model(x)[:32], y[:32]).backward()
# loss_fn(model(x)[32:], y[32:]).backward()
# print(f"{weight.grad[0, 0].item():.3g}")
# ```
#
# The two halves of the samples were handled separately, and the result is 9.85 all the same. It shows why adding gradients is useful: batches too large for memory are handled in portions like this.
#
# **Names and Tensors.** In "Breaking the loop", before you explain the loop that is not in place, type:
#
# ```python
# p = model[2].bias
# p = p - 1
# print(p is model[2].bias)
# ```
#
# It prints `False`. Delete the second line, and it prints `True`. The second line does not change the model. It gives the name `p` to a new Tensor. This is why the loss stays the same.
#
# </div>

# %% [markdown]
# ## 질문과 좋은 답 · Questions and good answers

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 1. **`zero_grad()`를 빠뜨려도 둘째 손실은 똑같이 656입니다. 왜 그런가요?** 흔한 첫 답은 "처음에는 변화도가 작아서"입니다. 첫 단계에는 더해질 옛 변화도가 없으므로 첫 갱신이 같습니다. 차이는 셋째 손실부터 납니다.
# 2. **그 셋째 손실은 562로, 올바른 루프의 607보다 작습니다. 빠뜨리는 편이 더 나은가요?** 그렇다고 답하기 쉽습니다. 처음에는 더 크게 움직여서 앞서지만, 낮은 곳에 다다라도 옛 변화도가 계속 밀어 지나쳐 버립니다. 마지막 손실은 30보다 큽니다.
# 3. **손실 곡선이 수평선입니다. 무엇부터 살펴보나요?** "학습률을 키운다"가 흔한 첫 답입니다. 먼저 매개변수가 바뀌는지 봅니다. 갱신하는 줄이 `-=`인지, 옵티마이저가 이 모델의 매개변수를 받았는지 확인하고, 그다음에 학습률을 의심합니다.
# 4. **손실이 `nan`이 된 모델을 학습률을 줄여 살릴 수 있나요?** 흔한 첫 답은 "있다"입니다. 매개변수에 이미 `nan`이 들어 있으므로 무엇을 계산해도 `nan`입니다. 모델을 새로 만듭니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# 1. **Without `zero_grad()`, the second loss is still 656. Why?** The first answer is often "because the gradients are small at first". In the first step, there are no old gradients to add to, so the first update is the same. The difference starts with the third loss.
# 2. **That third loss is 562, below the 607 of the correct loop. Is it better to leave the line out?** It is tempting to say yes. The larger moves lead at first, but near the low point the old gradients keep pushing and overshoot it. The loss ends above 30.
# 3. **A loss curve is a flat line. What do you check first?** "Raise the learning rate" is the usual first answer. First see whether the parameters change at all: is the update a `-=`, and did the optimizer get the parameters of this model? Only then doubt the learning rate.
# 4. **Can a smaller learning rate rescue a model whose loss is `nan`?** The first answer is often yes. Its parameters already hold `nan`, so whatever you compute with them is `nan`. Make a new model.
#
# </div>

# %% [markdown]
# ## 흔한 잘못 · Usual mistakes

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습 1에서는 다섯 줄의 차례와, 무엇을 언제 돌려주는지 보세요. 연습 2에서는 손실을 확인하는 줄이 갱신의 앞인지 뒤인지 보세요. 연습 3은 눈으로 보는 연습이라 확인하는 함수가 없습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# In exercise 1, look at the order of the five lines, and at what is returned and when. In exercise 2, look at whether the line that checks the loss stands before or after the update. No function checks exercise 3, which is about looking at a curve.
#
# </div>

# %%
from tutorial_helpers.exercises import print_known_mistakes

print_known_mistakes("05")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 연습이 잡아내지 못하는 오해도 있습니다.
#
# - **"`backward()`가 매개변수를 바꾼다"는 생각.** `backward()` 앞뒤에서 가중치 하나를 출력해 보게 하세요. 그대로입니다. 바뀐 것은 `grad`뿐입니다.
# - **"`zero_grad()`가 모델을 처음으로 되돌린다"는 생각.** 지우는 것은 변화도이고 매개변수가 아닙니다. 칠판 그림의 셋째 줄과 다섯째 줄을 비교해 보이세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# There are also misconceptions that no exercise catches.
#
# - **"`backward()` changes the parameters."** Have the student print a weight before and after `backward()`. It is the same. What changed is `grad`.
# - **"`zero_grad()` sets the model back to its start."** It clears gradients, not parameters. Compare the third and the fifth line of the picture on the board.
#
# </div>

# %% [markdown]
# ## 먼저 끝낸 학생 · Students who finish early

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# - **남의 매개변수.** "옵티마이저"의 셀에서 `model.parameters()`를 `make_model().parameters()`로 바꾸고, 첫 세 손실을 출력합니다. 세 번 모두 713입니다. 옵티마이저가 받은 것은 다른 모델의 매개변수입니다. 거기에는 변화도가 없어 `SGD`가 말없이 건너뛰므로 어느 모델도 바뀌지 않는데, 학습하는 동안에는 오류가 나지 않습니다. 셀의 끝에 있는 비교에서야 오류가 납니다. 끝나면 되돌립니다.
# - **나누어 학습하기.** 같은 모델을 `train`으로 250단계씩 두 번 학습시키고, 두 리스트를 이어 `losses`와 비교합니다. 비트까지 같습니다. 단계 사이에 이어지는 것은 매개변수뿐입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# - **Parameters of another model.** In the cell of "The optimizer", put `make_model().parameters()` in place of `model.parameters()` and print the first three losses. All three are 713. The optimizer was given the parameters of a different model. They have no gradients, so `SGD` silently skips them. Neither model changes, and yet the training raises no error. Only the comparison at the end of the cell does. Change it back afterward.
# - **Training in two parts.** Use `train` on the same model twice for 250 steps, join the two lists and compare them with `losses`. They are equal to the last bit. From step to step, nothing is carried over but the parameters.
#
# </div>

# %% [markdown]
# ## 칠판 그림 · On the board

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 수업을 시작할 때 첫 열을, "한 단계"에서 둘째 열을 채우고 끝까지 지우지 않습니다. 질문이 나올 때마다 어느 줄이 무엇을 바꾸는지 여기에서 짚습니다. 매개변수가 바뀌는 곳은 다섯째 줄뿐입니다.
#
# ```text
#      하는 일               바뀌는 것
# +->  1 순전파        ->    y_pred, 연산 그래프
# |    2 손실          ->    losses
# |    3 지우기        ->    grad: None
# |    4 역전파        ->    grad: 9.85
# |    5 갱신          ->    매개변수
# +------+
#   500단계
# ```
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Fill in the first column at the beginning and the second one in "One step", and leave the picture there to the end. When a question comes up, point at the line and at what it changes. The fifth line is the only place where parameters change.
#
# ```text
#      part                  what it changes
# +->  1 forward pass  ->    y_pred, computational graph
# |    2 loss          ->    losses
# |    3 clearing      ->    grad: None
# |    4 backward pass ->    grad: 9.85
# |    5 update        ->    parameters
# +------+
#   500 steps
# ```
#
# </div>
