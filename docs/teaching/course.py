# %% [markdown]
# # 10 강좌 전체, 수업 안내 · Teaching the whole course

# %% [markdown]
# ## 4시간 강좌 · A course of 4 hours

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 프로그램 하나를 처음부터 끝까지 이해하고, 모델이 무엇을 배웠는지까지 확인합니다. 수업마다 그 수업 안내의 50분 계획이나, 35분으로 줄인 계획을 따릅니다.
#
# | 분 | 수업 | 하는 일 |
# |--:|:--|:--|
# | 50 | 00 프로그램 전체 | 50분 계획을 그대로 합니다. |
# | 10 | 쉬는 시간 | 아직 실행되지 않는 컴퓨터를 봐 줍니다. |
# | 35 | 02 모델 정의 | 35분 계획입니다. |
# | 35 | 03 손실 | 35분 계획입니다. |
# | 10 | 쉬는 시간 | |
# | 50 | 05 갱신 루프 | 50분 계획을 그대로 합니다. 이 강좌의 중심이므로 줄이지 않습니다. |
# | 10 | 쉬는 시간 | |
# | 35 | 06 학습 결과 | 35분 계획입니다. |
# | 5 | 마무리 | 나머지를 언제 읽으면 좋은지 알려 줍니다. [수업 01](../../notebooks/01_random_data.ipynb)은 데이터를 만들 때, [수업 04](../../notebooks/04_backward_pass.ipynb)는 변화도를 구하는 방법이 궁금할 때, [수업 09](../../notebooks/09_old_code.ipynb)는 옛 코드를 만났을 때, 수업 [10](../../notebooks/10_speed.ipynb)과 [12](../../notebooks/12_many_processes.ipynb)는 학습이 느릴 때입니다. |
#
# [수업 02](../../notebooks/02_model.ipynb)는 [수업 01](../../notebooks/01_random_data.ipynb)에서 배우는 모양과 시드를 씁니다. 여기에서는 [수업 01](../../notebooks/01_random_data.ipynb)을 건너뛰므로, [수업 02](../../notebooks/02_model.ipynb)를 시작할 때 `x.shape`를 출력하고 같은 시드에서는 같은 수가 나온다고 말해 둡니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# This course goes through one program from beginning to end and then checks what its model has learned. For each lesson, follow the plan for 50 minutes in its guide, or the one shortened to 35.
#
# | min | Lesson | What to do |
# |--:|:--|:--|
# | 50 | 00 The whole program | The plan for 50 minutes as it is. |
# | 10 | Break | Help with computers on which nothing runs yet. |
# | 35 | 02 The model | The plan for 35 minutes. |
# | 35 | 03 The loss | The plan for 35 minutes. |
# | 10 | Break | |
# | 50 | 05 The update loop | The plan for 50 minutes as it is. This is the heart of the course, so do not shorten it. |
# | 10 | Break | |
# | 35 | 06 What was learned | The plan for 35 minutes. |
# | 5 | Closing | Say when to read the rest: [lesson 01](../../notebooks/01_random_data.ipynb) when making data, [lesson 04](../../notebooks/04_backward_pass.ipynb) when wondering where the gradients come from, [lesson 09](../../notebooks/09_old_code.ipynb) when meeting old code, lessons [10](../../notebooks/10_speed.ipynb) and [12](../../notebooks/12_many_processes.ipynb) when training is slow. |
#
# [Lesson 02](../../notebooks/02_model.ipynb) builds on the shapes and seeds of [lesson 01](../../notebooks/01_random_data.ipynb). Because [lesson 01](../../notebooks/01_random_data.ipynb) is left out here, begin [lesson 02](../../notebooks/02_model.ipynb) like this: print `x.shape` and say that the same seed gives the same numbers.
#
# </div>

# %% [markdown]
# ## 하루 강좌 · A course of one day

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# | 분 | 수업 | 하는 일 |
# |--:|:--|:--|
# | 50 | 00 프로그램 전체 | 50분 계획입니다. |
# | 10 | 쉬는 시간 | |
# | 35 | 01 무작위 데이터 | 35분 계획입니다. |
# | 35 | 02 모델 정의 | 35분 계획입니다. |
# | 60 | 점심 | |
# | 35 | 03 손실 | 35분 계획입니다. |
# | 50 | 04 역전파 | 50분 계획입니다. 공식이 많으므로 칠판에서 합니다. |
# | 10 | 쉬는 시간 | |
# | 50 | 05 갱신 루프 | 50분 계획입니다. |
# | 10 | 쉬는 시간 | |
# | 50 | 06 학습 결과 | 50분 계획입니다. |
# | 10 | 쉬는 시간 | |
# | 15 | 마무리 | 학생이 앞의 코드를 보지 않고, 데이터와 모델과 갱신 루프의 다섯 가지 일을 빈 노트북에 코드로 써서 실행합니다. |
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# | min | Lesson | What to do |
# |--:|:--|:--|
# | 50 | 00 The whole program | The plan for 50 minutes. |
# | 10 | Break | |
# | 35 | 01 Random data | The plan for 35 minutes. |
# | 35 | 02 The model | The plan for 35 minutes. |
# | 60 | Lunch | |
# | 35 | 03 The loss | The plan for 35 minutes. |
# | 50 | 04 The backward pass | The plan for 50 minutes. It has many formulas, so work at the board. |
# | 10 | Break | |
# | 50 | 05 The update loop | The plan for 50 minutes. |
# | 10 | Break | |
# | 50 | 06 What was learned | The plan for 50 minutes. |
# | 10 | Break | |
# | 15 | Closing | In an empty notebook, everyone writes code from memory for the data, the model and the five parts of the update loop, and runs it. |
#
# </div>

# %% [markdown]
# ## 한 학기 강좌 · Over a term

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 한 주에 한 편씩 50분 계획으로 하면 10주입니다. 숙제는 그 수업에서 남은 연습이고, 다음 시간 처음 5분에 한 학생이 풀이를 설명합니다. 그만큼 그날의 연습을 줄입니다.
#
# | 주 | 수업 | 숙제 |
# |:--|:--|:--|
# | 1주 | 00 프로그램 전체 | 연습 2, 학습률을 바꾸어 손실 곡선 그려 오기 |
# | 2주 | 01 무작위 데이터 | 연습 2 |
# | 3주 | 02 모델 정의 | 연습 2 |
# | 4주 | 03 손실 | 연습 2 |
# | 5주 | 04 역전파 | 연습 1, 첫째 계층의 공식 읽기 |
# | 6주 | 05 갱신 루프 | 연습 2와 3, "옵티마이저" 실행하고 읽기 |
# | 7주 | 06 학습 결과 | 연습 2 |
# | 8주 | 09 옛 코드 읽기 | 연습 2, 수업에서 뺀 절 읽기 |
# | 9주 | 10 실행 속도 | 연습 2와 3, 자기 컴퓨터에서 잰 그림 하나 |
# | 10주 | 12 여러 프로세스 | 연습 2, "생길 수 있는 문제"와 "컴퓨터 여러 대" 읽기 |
#
# 숙제는 고친 노트북 파일로 받습니다. 연습은 답을 그 자리에서 확인해 주므로, 맞았는지보다 어떻게 풀었는지를 물어보세요. 수업 [05](../../notebooks/05_update_loop.ipynb)와 [10](../../notebooks/10_speed.ipynb)의 연습 3에만 확인하는 함수가 없습니다. `make exercises`를 실행하면 연습마다 걸리는 시간과 흔한 실수가 나옵니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# At one lesson a week, each with its plan for 50 minutes, the course takes 10 weeks. Homework is what is left of the exercises. The next class begins with 5 minutes in which a student explains the solution. Shorten that day's exercises by as much.
#
# | Week | Lesson | Homework |
# |:--|:--|:--|
# | Week 1 | 00 The whole program | exercise 2; draw the loss curve with another learning rate |
# | Week 2 | 01 Random data | exercise 2 |
# | Week 3 | 02 The model | exercise 2 |
# | Week 4 | 03 The loss | exercise 2 |
# | Week 5 | 04 The backward pass | exercise 1; read the formulas of the first layer |
# | Week 6 | 05 The update loop | exercises 2 and 3; run and read "The optimizer" |
# | Week 7 | 06 What was learned | exercise 2 |
# | Week 8 | 09 Reading old code | exercise 2; read the sections left out in class |
# | Week 9 | 10 How fast is it | exercises 2 and 3; a figure of times from one's own computer |
# | Week 10 | 12 Many processes | exercise 2; read "When something goes wrong" and "Several computers" |
#
# Let students hand in the notebook with their changes. The exercises check the answers by themselves, so ask how something was solved, not whether it is right. Only exercise 3 of lessons [05](../../notebooks/05_update_loop.ipynb) and [10](../../notebooks/10_speed.ipynb) has no check. `make exercises` prints how long each exercise takes and the usual mistakes.
#
# </div>

# %% [markdown]
# ## Windows 컴퓨터실 · A lab of Windows machines

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 이 강좌는 Windows에서 아직 실행해 보지 못했습니다. 수업 전에 한 대에서 처음부터 끝까지 해 보세요. 컴퓨터마다 관리자는 1번부터 4번까지, 학생은 5번과 6번을 합니다.
#
# 1. Python 3.11 이상을 모든 사용자용으로 설치합니다. 관리자에게만 설치한 Python은 학생이 쓸 수 없고, 그것으로 만든 환경도 학생에게서는 실행되지 않습니다. Python 대신 conda를 써도 되는데, conda도 모든 사용자용으로 설치해야 합니다.
# 2. 강좌 폴더를 모두 읽을 수 있는 곳, 예를 들어 `C:\torch-nn`에 둡니다. 환경에는 이 폴더의 위치가 들어 있으므로 나중에 옮기지 않습니다.
# 3. 관리자 권한으로 연 명령 프롬프트에서 그 폴더로 가서 `make env`를 실행합니다. conda를 쓰면 Anaconda Prompt를 관리자 권한으로 열고 `conda env create -f environment.yml`을 실행합니다. 여기까지만 인터넷이 필요합니다.
# 4. 학생에게는 `C:\torch-nn`에서 읽고 실행할 권한만 줍니다.
# 5. 학생은 `notebooks` 폴더를 통째로 자기 문서 폴더에 복사합니다. [수업 12](../../notebooks/12_many_processes.ipynb)가 쓰는 `train_with_ddp.py`도 함께 복사됩니다.
# 6. 학생은 명령 프롬프트에서 자기 `notebooks` 폴더로 가서 아래 명령으로 JupyterLab을 엽니다. conda를 쓰면 Anaconda Prompt에서 `conda activate torch-nn` 다음에 `jupyter lab` 명령을 씁니다. 강좌 폴더의 노트북을 여는 `make lab` 명령은 쓰지 않습니다.
#
# ```text
# C:\torch-nn\.venv\Scripts\python -m jupyterlab
# ```
#
# 학생마다 처음 한 번은 첫 셀에서 글꼴을 찾느라 더 기다립니다. 이 여섯 단계는 아직 하나도 해 보지 못했습니다. 학생 계정으로 JupyterLab이 열리는지, [수업 12](../../notebooks/12_many_processes.ipynb)에서 프로세스 두 개가 실행되는지부터 확인하세요. 컴퓨터를 끌 때마다 파일을 지우는 곳이면, 수업이 끝나기 전에 노트북을 다른 곳에 저장하게 합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# The course has not been tried on Windows yet. Before class, go through everything on one machine. On each machine, an administrator does steps 1 to 4, and each student does steps 5 and 6.
#
# 1. Install Python 3.11 or later for all users. Students cannot use a Python installed for the administrator alone, nor an environment made with it. You can use conda instead of installing Python yourself, but install conda for all users, too.
# 2. Put the folder of the course where everyone can read it, for example at `C:\torch-nn`. The environment remembers this place, so do not move the folder afterward.
# 3. In a Command Prompt opened as administrator, go to that folder and run `make env`. With conda, open the Anaconda Prompt as administrator instead, and run `conda env create -f environment.yml`. Only up to here do you need the internet.
# 4. Give students the right to read and execute in `C:\torch-nn`, and no more.
# 5. Students copy the whole folder `notebooks` into their own documents. That brings along `train_with_ddp.py`, which [lesson 12](../../notebooks/12_many_processes.ipynb) needs.
# 6. In a Command Prompt, students go to their own folder `notebooks` and open JupyterLab with the command below. With conda, they use the Anaconda Prompt and run `conda activate torch-nn`, then `jupyter lab`. They do not use `make lab`, which opens the notebooks in the folder of the course.
#
# ```text
# C:\torch-nn\.venv\Scripts\python -m jupyterlab
# ```
#
# The first time, each student waits longer at the first cell, which looks for fonts. None of these six steps has been tried yet. Above all, check that a student's account can open JupyterLab and that [lesson 12](../../notebooks/12_many_processes.ipynb) runs its two processes. Where machines erase files when they are switched off, let students save their notebooks elsewhere before class ends.
#
# </div>

# %% [markdown]
# ## JupyterHub 서버 · A JupyterHub

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# JupyterHub 서버는 학생 컴퓨터에 아무것도 설치할 수 없거나 컴퓨터가 제각각일 때 편합니다. 학생은 브라우저만 있으면 됩니다. 그 대신 교실에서 서버까지 연결되어 있어야 하고, 서버를 돌볼 사람이 있어야 합니다.
#
# - [수업 00](../../notebooks/00_whole_program.ipynb)을 실행하는 학생 한 명의 Jupyter 서버와 커널이, 여럿이 함께 쓰는 부분을 나누어 세면 메모리를 340 MB쯤 차지합니다. 30명이면 10.2 GB이고, 시스템이 쓸 것을 더 남겨 둡니다. 30명이 한꺼번에 시작하면 어떻게 되는지는 `docs/class_load.md`에 있습니다.
# - 학생마다 스레드는 하나입니다. `setup_notebook()`이 그렇게 정하므로 따로 할 일은 없습니다.
# - 시간을 재는 [수업 10](../../notebooks/10_speed.ipynb)의 셀은 선생님만 실행합니다. 프로세스를 시작하는 [수업 12](../../notebooks/12_many_processes.ipynb)의 셀은 선생님만 실행하거나, 앉은 줄마다 차례로 실행하게 합니다.
#
# 서버를 설치할 사람에게는 설정이 든 폴더를 건네주세요. `deploy/littlest` 폴더는 컴퓨터 한 대에 설치하는 The Littlest JupyterHub의 설정이고, `deploy/zero-to-jupyterhub` 폴더는 여러 대로 된 클러스터에 설치하는 Zero to JupyterHub의 설정입니다. 한 반이면 대개 한 대로 충분합니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# A JupyterHub is convenient where nothing can be installed on students' machines, or where every machine is different. Students need only a browser. In return, the room needs a connection to the server, and someone has to look after it.
#
# - For one student who runs [lesson 00](../../notebooks/00_whole_program.ipynb), the Jupyter server and the kernel together take about 340 MB. Memory that students share is divided among them, so it is counted once. For 30 students, that is 10.2 GB, and the system needs some more. What happens when 30 begin at the same time stands in `docs/class_load.md`.
# - Each student has one thread. `setup_notebook()` sees to it, so there is nothing to set.
# - In [lesson 10](../../notebooks/10_speed.ipynb), only you run the cells that measure times. In [lesson 12](../../notebooks/12_many_processes.ipynb), run the cells that start processes yourself, or have one row of students at a time run them.
#
# Two folders hold configurations to give to whoever sets up the server: `deploy/littlest` for The Littlest JupyterHub on one machine, `deploy/zero-to-jupyterhub` for Zero to JupyterHub on a cluster of several. For one class, a single machine is usually enough.
#
# </div>

# %% [markdown]
# ## Binder 서비스 · Binder

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# Binder는 `environment.yml`을 읽어 브라우저에서 노트북을 열어 줍니다. 이 강좌는 Binder에서 아직 실행해 보지 못했습니다.
#
# - **알맞은 때**: 강좌를 들을지 정하기 전에 [수업 00](../../notebooks/00_whole_program.ipynb)을 한 번 실행해 보거나, 집에서 태블릿으로 복습할 때 좋습니다.
# - **알맞지 않은 때**: 수업 시간에는 쓰지 마세요. 시작하는 데 오래 걸리고 인터넷이 있어야 합니다. 한동안 쓰지 않으면 서버가 사라지고 고친 것도 함께 사라지므로, 숙제는 파일을 내려받아야 남습니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Binder reads `environment.yml` and opens the notebooks in a browser. The course has not been tried on Binder yet.
#
# - **Good for**: one look at [lesson 00](../../notebooks/00_whole_program.ipynb) before deciding to take the course; reviewing a lesson at home on a tablet.
# - **Not for**: class. It starts slowly and needs the internet. After a while without use, the server disappears, and all changes with it, so homework is kept only if students download the file.
#
# </div>

# %% [markdown]
# ## 인터넷이 없는 교실 · A room without a network

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 인터넷이 되는 곳에서 `make env`를 미리 실행해 두면, 그 컴퓨터로는 교실에서 인터넷 없이 수업할 수 있습니다. 하지만 만든 환경을 다른 컴퓨터에 복사해 넣으면 실행되지 않습니다. 학생의 컴퓨터에 설치하려면 압축 파일을 만듭니다.
#
# ```sh
# make editions ARGS=--zip
# ```
#
# `dist` 폴더에 생기는 압축 파일 하나에 읽기 자료, 슬라이드, 노트북, 그리고 필요한 패키지가 모두 들어 있습니다. 운영체제, CPU의 종류, Python의 버전이 모두 압축 파일을 만든 컴퓨터와 같아야 설치할 수 있습니다. 이 세 가지는 파일 이름에 적혀 있습니다. 학생의 컴퓨터가 두 종류이면 종류마다 한 대를 빌려 하나씩 만드세요. Windows의 명령은 `make editions --zip`입니다.
#
# USB 메모리에 담을 것은 다음과 같습니다.
#
# - 컴퓨터의 종류마다 만든 압축 파일
# - 같은 버전의 Python 설치 파일
# - 브라우저의 인쇄 기능으로 만든 읽기 자료의 PDF 파일
#
# 컴퓨터가 모자라면 읽기 자료를 종이로 나누어 줍니다.
#
# 수업 전에 교실의 컴퓨터 한 대에서 해 봅니다.
#
# 1. 네트워크를 끄고, 케이블도 뽑습니다.
# 2. 압축 파일을 새 폴더에 풀고 `INSTALL.txt`의 명령을 차례로 실행합니다. 여유 공간이 3 GB 있어야 합니다.
# 3. [수업 00](../../notebooks/00_whole_program.ipynb)을 처음부터 끝까지 실행하고 그림의 한글이 빈 네모로 나오지 않는지 확인합니다.
# 4. [수업 12](../../notebooks/12_many_processes.ipynb)를 할 것이면 그것도 실행합니다. 프로세스끼리는 컴퓨터 안에서만 연결되므로 네트워크가 없어도 됩니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# If you run `make env` at home, that computer can then be used without the internet, but no other computer can. A copy of the environment does not run elsewhere. To install the course on students' machines, make a zip.
#
# ```sh
# make editions ARGS=--zip
# ```
#
# The folder `dist` then holds one zip with handouts, slides, notebooks and all packages. It can be installed only on machines with the same operating system, the same kind of CPU and the same version of Python as the machine that made it. The name of the file says all three. If students have two kinds of machines, borrow one of each kind and make a zip on each. On Windows, the command is `make editions --zip`.
#
# Bring on a USB drive:
#
# - a zip for each kind of machine
# - an installer of the same version of Python
# - the handouts as PDF files, saved from a browser (Print, then Save as PDF)
#
# Where there are too few computers, give out the handouts on paper.
#
# Try it before class on a machine in the room.
#
# 1. Switch the network off, and pull out the cable, too.
# 2. Unpack the zip into a new folder and run the commands of `INSTALL.txt` in order. This needs 3 GB of free space.
# 3. Run [lesson 00](../../notebooks/00_whole_program.ipynb) from beginning to end, and check that the figure shows Korean letters and not empty boxes.
# 4. If you are going to teach [lesson 12](../../notebooks/12_many_processes.ipynb), run it, too. Its processes connect only inside the computer and need no network.
#
# </div>

# %% [markdown]
# ## 학생의 노트북 지키기 · Keeping students' work

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# 학생이 노트북을 고치기 전에 이름을 바꾸어 복사해 두게 하세요. JupyterLab의 왼쪽 목록에서 파일을 오른쪽 단추로 누르고 Duplicate(복제하기) 메뉴를 고른 다음, 새 파일의 이름을 `my_00.ipynb`처럼 바꿉니다. 같은 폴더에 두어야 [수업 12](../../notebooks/12_many_processes.ipynb)에서 `train_with_ddp.py`를 찾습니다. 원래 파일은 그대로이므로 새 버전을 받을 때 부딪히지 않습니다.
#
# 이미 원래 파일을 고쳤으면, 할 일은 강좌를 받은 방법에 따라 다릅니다. 실행하기만 해도 JupyterLab이 새 출력을 저장하므로 고친 파일이 됩니다.
#
# - **`git` 명령으로 받았을 때**: 고친 파일을 덮어써야 하면 `git pull` 명령은 아무것도 바꾸지 않고 멈춥니다. 그러면 먼저 고친 파일을 모두 다른 폴더에 복사해 두고, 다음 세 명령을 차례로 실행합니다.
#
# ```sh
# git stash
# git pull
# git stash pop
# ```
#
# 새 버전에서도 같은 셀이 바뀌었으면 마지막 명령이 충돌을 알리고 노트북이 열리지 않을 수 있습니다. 그때는 `git checkout HEAD -- notebooks` 명령으로 노트북을 모두 새 버전으로 되돌리고, 복사해 둔 파일은 다른 이름으로 `notebooks` 폴더에 넣습니다.
#
# - **nbgitpuller 링크로 받았을 때**: 링크를 다시 누르면 새 버전을 받으며, 학생이 고친 것은 남습니다. 새 버전에서도 바뀐 셀을 학생이 고쳤으면 그 셀은 학생이 쓴 대로 남습니다. 선생님이 새로 넣은 셀도, 바로 옆의 셀을 학생이 고쳤으면 아무 말 없이 빠집니다. 모두에게 꼭 전할 것은 새 파일로 나누어 주세요.
# - **압축 파일로 받았을 때**: 압축을 풀면 이름에 버전이 든 폴더가 생깁니다. 새 버전은 다른 폴더에 풀리므로 쓰던 폴더는 그대로 남습니다. 같은 버전을 같은 곳에 다시 풀면 고친 노트북이 사라집니다.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# Before students change a notebook, let them make a copy under another name. In the list on the left of JupyterLab, right-click the file, choose Duplicate, and rename the new file, for example to `my_00.ipynb`. It has to stay in the same folder, where [lesson 12](../../notebooks/12_many_processes.ipynb) finds `train_with_ddp.py`. The original stays as it is, so a new version of the course does not get in its way.
#
# If the original has been changed already, what to do depends on where the course came from. Running a notebook is a change, too, because JupyterLab saves the new outputs.
#
# - **With `git`**: if `git pull` would have to overwrite a changed file, it stops and changes nothing. In that case, first copy all changed files to another folder, then run the three commands below.
#
# ```sh
# git stash
# git pull
# git stash pop
# ```
#
# If the new version has changed the same cell, the last command reports a conflict, and the notebook may not open. Then `git checkout HEAD -- notebooks` brings back the new version of all notebooks, and the copies go into the folder `notebooks` under other names.
#
# - **With an nbgitpuller link**: students click the same link again to get the new version. What students have changed is kept. If the new version has changed the same cell as the student, the cell stays as the student wrote it. A cell that you have added is left out without a word if the student has changed the cell beside it. Hand out what everyone has to see as a new file.
# - **From a zip**: unpacking makes a folder with the version in its name. A new version goes into a folder of its own, so the old one stays as it is. If the same version is unpacked once more in the same place, changed notebooks are lost.
#
# </div>

# %% [markdown]
# ## 연습 채점 · Grading the exercises

# %% [markdown] tags=["lang-ko"]
# <div lang="ko" style="word-break: keep-all">
#
# `make assignments`가 만드는 과제는 nbgrader로 나누어 주고, 걷고, 채점합니다. 과제마다 점수는 그 연습에 걸리는 분과 같습니다.
#
# ```sh
# cd dist/assignments/ko
# nbgrader generate_assignment 00_whole_program
# nbgrader autograde 00_whole_program
# nbgrader generate_feedback 00_whole_program
# ```
#
# - **학생이 미리 보는 것**: 채점하는 셀은 수업에서 쓰는 바로 그 확인입니다. 실행하거나 Validate 단추를 누르면, 아직 풀지 않은 연습과 실수를 알려 줍니다. `Duplicate grade id` 오류가 나오면 셀을 복사한 것이므로, 둘 중 하나를 지우게 합니다.
# - **채점하는 것**: 제출한 셀을 위에서부터 모두 실행하고, 마지막에 정의한 답에 점수를 줍니다. 복사한 답은 나중에 실행한 것을 채점합니다. 나뉘어서 코드가 아니게 된 답은 이어 붙입니다. 앞에 주어진 코드와 채점하는 셀이 빠지거나, 바뀌거나, 옮겨져 있으면 다시 제자리에 두고, 채점 결과에도 그렇게 적습니다.
# - **한도**: 한 셀은 60초, 한 제출물은 메모리 4 GB까지 쓰고(Linux에서만), 출력은 앞부분만 남깁니다. Python을 끄거나, 멈추지 않거나, 메모리를 다 쓰는 셀은 빼고 나머지를 다시 실행하므로, 그 연습만 점수를 잃습니다. 한도는 `nbgrader_config.py` 파일의 맨 위에 있습니다.
# - **채점하지 못한 학생**: 나머지 학생을 모두 채점한 다음, 명령의 마지막 줄에 `There was an error processing assignment` 문장과 학생의 이름이 나옵니다. 까닭은 그 위의 기록에 있습니다. 노트북이 아닌 파일이면 다시 받습니다. `Skipping unknown notebook` 경고가 있으면 파일의 이름이 `00_whole_program (1).ipynb`처럼 바뀐 것이므로, 이름을 고칩니다. 그런 다음 같은 명령을 다시 실행하면 남은 학생만 채점합니다.
#
# 채점할 때 학생의 코드는 선생님의 계정으로 실행되므로, 중요한 파일이 없는 계정에서 채점하세요. 점수로 부정행위를 막을 수는 없습니다. 다른 학생의 답을 복사할 수 있고, 마음먹은 학생은 컴퓨터에 설치된 패키지에서 확인하는 코드와 맞는 답을 읽을 수 있습니다. 점수가 중요하면 답을 말로 설명하게 하세요.
#
# </div>

# %% [markdown] tags=["lang-en"]
# <div lang="en">
#
# With nbgrader you hand out, collect and grade the assignments that `make assignments` makes. An exercise gives as many points as it takes minutes.
#
# ```sh
# cd dist/assignments/ko
# nbgrader generate_assignment 00_whole_program
# nbgrader autograde 00_whole_program
# nbgrader generate_feedback 00_whole_program
# ```
#
# - **What students see beforehand**: the cell that is graded is the check of the lesson. When students run it or press Validate, it names exercises that are not attempted yet, and mistakes. If it shows the error `Duplicate grade id`, a cell was copied; the student should delete one of the two.
# - **What is graded**: all cells run from the top as they were handed in, and points go to the answer that was defined last. Of a copied answer, the one that runs later counts. An answer that was split so that it is no code any more is joined again. If given code or a cell that is graded is missing, changed or moved, it is put back in place, and the feedback says so.
# - **Limits**: a cell may run for 60 seconds, a submission may take 4 GB of memory (on Linux only), and of long output the beginning is kept. A cell that ends Python, does not stop or uses up the memory is left out, and the others run again, so only its exercise loses points. The limits stand at the top of the file `nbgrader_config.py`.
# - **Students who are not graded**: all others are graded first. Then the last lines of the command say `There was an error processing assignment` and name the student; the record above says why. If the file is no notebook, ask for it again. If there is a warning `Skipping unknown notebook`, the file has another name, such as `00_whole_program (1).ipynb`, so rename it. The same command, run again, grades only those who are left.
#
# Grading runs the students' code in your account, so use an account that holds nothing important. Grades are no proof against cheating. Students can copy from each other, and a determined student can read the checks and right answers in the package on the computer. If a grade matters, let students explain their answers aloud.
#
# </div>
