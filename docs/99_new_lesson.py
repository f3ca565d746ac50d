# %% [markdown]
# # 99 새 수업 · A new lesson

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 새 수업을 쓸 때 복사해서 시작하는 본보기입니다. 수업이 지켜야 할 꼴을 그대로 갖추었고, 셀(cell)마다 무엇을 써야 하는지 적어 두었습니다. 복사한 다음 글과 코드를 여러분의 것으로 바꾸세요. 차례는 `CONTRIBUTING.md`에 있습니다.
#
# 첫 셀에서는 한두 문장으로 수업을 소개하고, 다음 다섯 가지를 알려 줍니다.
#
# - **다루는 것**: 수업의 주제를 몇 마디로 씁니다. 수업 차례와 README의 표에 이 말이 그대로 나옵니다.
# - **할 일**: 이 수업에서 손으로 하는 일을 씁니다.
# - **배우는 것**: 수업이 끝나면 알게 되는 것과 할 수 있게 되는 것을 씁니다.
# - **준비**: 먼저 알아야 할 것과 마쳐야 할 수업을 씁니다.
# - **시간**: 20분
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This is a model to copy when you write a new lesson. It has the form that every lesson keeps to, and each cell says what to write there. Copy it and replace text and code with your own. `CONTRIBUTING.md` has the steps.
#
# The first cell introduces the lesson in a sentence or two and says five things.
#
# - **What it is about**: the subject in a few words. The map of the course and the table in the README show them.
# - **What you will do**: what the learner does in this lesson.
# - **What you will learn**: what the learner knows or can do afterward.
# - **What you need**: what to know beforehand, and which lessons to have done.
# - **Time**: 20 minutes
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
# ## 글과 코드 · Prose and code

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 글은 한국어 셀과 영어 셀을 짝지어 씁니다. 한국어가 먼저이고, 두 셀은 같은 내용을 같은 차례로 말합니다. 수, 코드, 수식, 링크는 두 셀에서 같아야 합니다. 제목처럼 두 언어에서 같은 것은 함께 쓰는 셀에 한 번만 적습니다.
#
# 코드 앞에서는 무엇을 볼지 말하고, 코드 뒤에서는 무엇을 보았는지 말합니다. 용어는 그 수업에서 처음 나올 때만 영어를 함께 적습니다. 보기로, 텐서(Tensor)의 모양(shape)을 출력(output)해 봅니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Prose comes in pairs of a Korean and an English cell. Korean comes first, and both say the same in the same order. Numbers, code, formulas and links must be the same in both. What is the same in both, such as a heading, stands once in a cell that they share.
#
# Before the code, say what to look for; after it, say what was seen. In Korean, give the English term once, where it first appears in the lesson. As an example, print the shape of a Tensor.
#
# </div>

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn

from tutorial_helpers import make_random_data, plot_loss_curve, train

# %% tags=["slide"]
generator = torch.Generator().manual_seed(1)
x, y = make_random_data(64, 20, 10, generator=generator)
print("x:", tuple(x.shape))

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `x`의 모양은 `(64, 20)`입니다. 셀 하나에는 한 가지 생각만 담습니다. 코드는 세 줄에서 여섯 줄이 알맞고, 스물다섯 줄을 넘으면 안 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The shape of `x` is `(64, 20)`. Put one idea into a cell. Aim for three to six lines of code; a cell never has more than twenty-five.
#
# </div>

# %% [markdown]
# ## 수와 그림 · Numbers and figures

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 글에 적는 수는 코드나 출력에 있어야 합니다. 무작위(random) 수를 쓰는 코드는 시드(seed)를 눈에 보이게 정합니다. 모델(model)을 만드는 줄 바로 앞에 `torch.manual_seed`를 두고, 시드와 모델과 학습(training)을 한 셀이나 한 함수(function)에 넣습니다. 그래야 셀을 두 번 실행해도 같은 수가 나옵니다.
#
# 손실(loss)은 다른 컴퓨터에서도 똑같이 나오는 자리까지만 적습니다. 보통은 유효 숫자 세 자리입니다. 테스트는 데이터를 아주 조금 바꾸어 실행하고, 글에 쓴 자리까지 수가 그대로인지 확인합니다.
#
# 결과가 뜻밖일 수 있으면 먼저 예상하게 합니다. `predict` 태그를 붙인 다음 두 셀처럼 질문 하나에 답을 둘에서 넷까지 적습니다. 바로 뒤에 있는 코드의 출력은 `make notebooks`가 접어서 저장하고, 셀을 실행하면 펼쳐집니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A number in the text must stand in the code or in an output. Code that uses random numbers sets its seed in plain sight. Put `torch.manual_seed` right before the line that makes the model, and keep seed, model and training together in one cell or function. Then running a cell twice gives the same numbers.
#
# Print no more digits of a loss than hold on other machines, which usually means three. A test disturbs the data very slightly and checks that the printed digits do not change.
#
# Where a result can surprise, let the reader bet first. The next two cells are tagged `predict` and hold one question with two to four answers. `make notebooks` folds the output of the code right after them, and running the cell shows it.
#
# </div>

# %% [markdown] tags=["lang-ko", "predict"]
# <div lang="ko" style="word-break: keep-all">
#
# **예상해 보세요.** `y`는 무작위 수라서 `x`와 아무 관계가 없습니다. 그래도 100단계(step) 동안 학습시키면 손실은 어떻게 될까요?
#
# 1. 거의 그대로입니다.
# 2. 반쯤으로 줄어듭니다.
# 3. 10분의 1도 남지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "predict"]
# <div lang="en">
#
# **Place your bet.** `y` is random and has nothing to do with `x`. What happens to the loss in 100 steps of training?
#
# 1. It hardly changes.
# 2. It falls to about half.
# 3. It falls to less than 1/10.
#
# </div>

# %%
torch.manual_seed(2)
model = nn.Sequential(nn.Linear(20, 100), nn.ReLU(), nn.Linear(100, 10))
loss_fn = nn.MSELoss(reduction="sum")
losses = train(model, loss_fn, x, y, learning_rate=1e-3, steps=100)
print(f"loss: {losses[0]:.3g} -> {losses[-1]:.3g}")

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 답은 3번입니다. 손실이 693에서 24.2로 줄었습니다. 모델에 매개변수(parameter)가 많으면 무작위 수도 외울(memorize) 수 있습니다. 출력 뒤에 오는 글은 이렇게 예상에 답하고, 왜 그런지도 말해 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Answer 3 wins: the loss fell from 693 to 24.2. With this many parameters, a model can memorize even noise. Like this, the prose after the output settles the bet and says why it went that way.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 그림은 평범한 matplotlib으로 그리고 `plt.show()`로 맺습니다. 이름표는 `한국어 · English` 꼴로 적으며, 한 언어를 고른 사람에게는 그 언어만 보입니다. 그림마다 글로 된 설명이 함께 저장되며, 테스트는 그림을 다시 그려 설명이 저장된 것과 같은지 확인합니다. 로그 눈금에서 오르내리는 선의 끝값처럼 컴퓨터마다 다른 것은 설명에 들어가지 않습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Figures are ordinary matplotlib and end with `plt.show()`. Labels have the form `한국어 · English`, and a reader who chose one language sees that half. Each figure is stored with a description in words, and tests compare it. The description leaves out what differs between machines, such as the end of a line that goes up and down on a logarithmic axis.
#
# </div>

# %% tags=["slide"]
plot_loss_curve(losses, label="손실 · loss")
plt.show()

# %% [markdown] tags=["lang-ko", "claim"]
# <div lang="ko" style="word-break: keep-all">
#
# 손실은 처음에 가장 가파르게 줄고, 그다음에는 거의 곧은 선을 따라 줄어듭니다.
#
# </div>

# %% [markdown] tags=["lang-en", "claim"]
# <div lang="en">
#
# The loss falls fastest in the first steps, and then almost along a straight line.
#
# </div>

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이처럼 그림 뒤에는 그림에서 읽은 것을 씁니다. 코드를 실행하지 않고도 쓸 수 있는 문장이라면 알려 주는 것이 거의 없는 문장입니다.
#
# 그림을 그린 셀에는 `slide` 태그를, 그 뒤의 짧은 한 문장에는 `claim` 태그를 붙였습니다. 그래서 슬라이드 한 장에 이 그림만 크게 나오고, 그 문장이 제목이 됩니다. 지금 읽는 글은 태그가 없으므로 발표자의 메모로 갑니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# After a figure, say like this what can be read off it. A sentence that could be written without running the cell says too little.
#
# The cell that draws the figure is tagged `slide`, and the short sentence after it is tagged `claim`. So there is a slide that shows this figure alone, large, with that sentence as its title. The text that you are reading has no such tag. It goes into the speaker's notes.
#
# </div>

# %% [markdown]
# ## 수식 · Formulas

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 줄을 다 차지하는 수식은 두 언어가 함께 쓰는 셀에 따로 적습니다. 수식 앞에서 문장을 맺고, 기호의 뜻은 수식 뒤에서 말합니다. 보기로, 위에서 줄어든 손실은 이렇게 구한 값입니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A formula on a line of its own stands in a separate cell that both languages share. End the sentence before it, and say after it what the signs mean. As an example, this is the loss that fell above.
#
# </div>

# %% [markdown] tags=["slide"]
# $$L = \sum_{i,j} \left(\hat{y}_{ij} - y_{ij}\right)^2$$

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# $\hat{y}$은 예측(prediction)이고 $y$는 정답(target)입니다. 이 둘처럼 문장 안에 들어가는 짧은 수식은 언어마다 적습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Here, $\hat{y}$ is a prediction and $y$ is its target. Short formulas inside a sentence, such as these two, are written in each language.
#
# </div>

# %% [markdown]
# ## 오류 보여 주기 · Showing errors

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 수업에서 보여 줄 오류는 잡아서, 이름과 메시지를 출력합니다. 그래야 노트북이 끝까지 실행됩니다. 초보자가 만나는 것은 메시지이므로 이름만으로는 모자랍니다. PyTorch의 버전에 따라 달라지는 메시지라면 달라지지 않는 부분만 보여 줍니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If a lesson shows an error on purpose, catch it and print its name and its message. Then the notebook runs to its end. The name alone is not enough, because the message is what a beginner meets. Where versions of PyTorch word it differently, show only the part that stays.
#
# </div>

# %% tags=["slide"]
try:
    x @ y
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")

# %% [markdown]
# ## 정리 · Recap

# %% [markdown] tags=["lang-ko", "slide"]
# <div lang="ko" style="word-break: keep-all">
#
# - 수업에서 기억할 것을 짧은 문장 몇 개로 적습니다.
#
# </div>

# %% [markdown] tags=["lang-en", "slide"]
# <div lang="en">
#
# - Say in a few short sentences what to remember.
#
# </div>

# %% [markdown]
# ## 연습 · Exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# **연습 1.** 답을 함수로 쓰게 하고, 함수가 무엇을 받아 무엇을 돌려주는지 분명하게 적습니다. 그러면 노트북에 없는 데이터로도 답을 확인할 수 있습니다. 빈칸은 고치지 않아도 오류 없이 실행되어야 합니다. 답을 확인하는 함수를 쓰는 방법은 `CONTRIBUTING.md`에 있습니다. 여기에서는 텐서에 든 수의 개수를 돌려주는 함수 `count_numbers`를 완성하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# **Exercise 1.** Ask for a function, and say clearly what it takes and what it returns. Then the answer can also be checked with data that is not in the notebook. The blank must run without an error even if nobody changes it. `CONTRIBUTING.md` says how to write the function that checks the answer. Here, complete the function `count_numbers`, which returns how many numbers a Tensor holds.
#
# </div>


# %%
def count_numbers(x):
    return None  # 여기를 고치세요 · change this


print("numbers:", count_numbers(x))

# %% [markdown] tags=["solution"]
# <details><summary>풀이 1 · Solution 1</summary>
#
# <div lang="ko" style="word-break: keep-all">
#
# 풀이 하나는 두 언어가 함께 쓰는 셀 하나입니다. 펼치면 한국어 글, 영어 글, 코드가 차례로 나옵니다.
#
# </div>
#
# <div lang="en">
#
# A solution is one cell that both languages share. Unfolded, it shows the Korean text, then the English one, then the code.
#
# </div>
#
# ```python
# def count_numbers(x):
#     return x.numel()
#
#
# print("numbers:", count_numbers(x))
# ```
#
# </details>

# %% [markdown]
# ## 참고 문헌 · References

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 글에서 말한 것을 보여 주는 셀이 없으면 출처를 밝힙니다. 출처의 목록은 두 언어가 함께 쓰는 셀에 둡니다. 덧붙일 말이 있으면 끝에 `한국어 · English` 꼴로 적습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Give a source for what the text says and no cell shows. The list of sources stands in a cell that both languages share. A note to a source comes at its end, in the form `한국어 · English`.
#
# </div>

# %% [markdown]
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams. [Learning representations by back-propagating errors](https://doi.org/10.1038/323533a0) (1986): 역전파를 널리 알린 논문 · the paper that made backpropagation known

# %% [markdown]
# ## 앞뒤 수업 · Previous and next

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 두 셀은 비워 두어도 됩니다. `make notebooks`가 앞뒤 수업의 링크를 써 넣습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# You need not fill these two cells. `make notebooks` writes links to the previous and the next lesson into them.
#
# </div>
