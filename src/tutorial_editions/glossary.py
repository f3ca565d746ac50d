"""The words of the course: one Korean term for one English term.

Tests hold the lessons to it. `TERMS` are the terms. `READINGS` says how a name in code,
a formula (without its dollar signs) or a word in Latin letters is read aloud in Korean,
because the particle after it depends on its last sound. What is listed neither whole
nor by its last word is unknown, and a test says so; numbers and powers need no entry.
"""

import re
from typing import NamedTuple


class Term(NamedTuple):
    """A term in both languages, and what it must not be called.

    Attributes
    ----------
    ko, en : str
        The term.
    variants : tuple of str
        Other Korean words and spellings for it, which the course does not use.
    stems : tuple of str
        How the Korean term begins in a sentence, where that differs from `ko`,
        as it does for verbs.
    """

    ko: str
    en: str
    variants: tuple = ()
    stems: tuple = ()


TERMS = (
    Term("변화도", "gradient", ("기울기", "그래디언트", "그레이디언트", "경사도")),
    Term("매개변수", "parameter", ("파라미터", "파라메터", "매개 변수", "모수")),
    Term("계층", "layer", ("레이어", "선형층", "입력층", "출력층")),
    Term("은닉 계층", "hidden layer", ("은닉층", "은닉계층", "히든")),
    Term("가중치", "weight", ("웨이트",)),
    Term("편향", "bias", ("바이어스", "절편")),
    Term("학습률", "learning rate", ("학습율", "러닝 레이트", "러닝레이트")),
    Term("손실", "loss", ("로스 값", "로스값")),
    Term("손실 함수", "loss function", ("손실함수", "비용 함수", "비용함수")),
    Term("학습", "training", ("훈련", "트레이닝")),
    Term("순전파", "forward pass", ("순방향 전파", "정방향", "순 전파")),
    Term("역전파", "backward pass", ("역방향 전파", "역방향", "역 전파")),
    Term("경사하강법", "gradient descent", ("경사 하강법", "경사 하강", "기울기 하강")),
    Term("평균 제곱 오차", "mean squared error", ("평균제곱오차", "평균 제곱오차")),
    Term("유클리드 거리의 제곱", "squared Euclidean distance", ("유클리디안", "유클리드 제곱")),
    Term("연산 그래프", "computational graph", ("계산 그래프", "연산그래프")),
    Term("배치", "batch", ("뱃치",)),
    Term("배치 크기", "batch size", ("배치 사이즈", "배치크기")),
    Term("차원", "dimension", ("디멘션",)),
    Term("무작위", "random", ("랜덤", "임의의")),
    Term("초기화", "initialization", ("초깃값 설정",)),
    Term("옵티마이저", "optimizer", ("최적화기", "최적화 도구", "옵티마이져")),
    Term("활성화 함수", "activation function", ("활성 함수", "활성화함수")),
    Term("텐서", "Tensor", ("텐써",)),
    Term("모듈", "module", ()),
    Term("컨테이너", "container", ("콘테이너",)),
    Term("완전 연결", "fully connected", ("완전연결", "완전히 연결", "전결합")),
    Term("자동 미분", "automatic differentiation", ("자동미분",)),
    Term("유한 차분", "finite difference", ("유한차분",)),
    Term("연쇄 법칙", "chain rule", ("연쇄법칙", "체인 룰", "체인룰")),
    Term("과적합", "overfitting", ("과대적합", "오버피팅")),
    Term("외우다", "memorize", ("암기",), ("외우", "외운", "외울", "외웁", "외웠", "외워")),
    Term("일반화하다", "generalize", ("보편화",), ("일반화",)),
    Term("시드", "seed", ("씨드", "씨앗")),
    Term("모양", "shape", ("형상", "셰이프", "쉐이프")),
    Term("단계", "step", ("스텝",)),
    Term("갱신", "update", ("업데이트",)),
    Term("함수", "function", ("펑션",)),
    Term("프로세스", "process", ()),
    Term("스레드", "thread", ("쓰레드",)),
    Term("입력", "input", ("인풋",)),
    Term("출력", "output", ("아웃풋",)),
    Term("정답", "target", ("타깃", "타겟", "목표값", "목푯값")),
    Term("예측", "prediction", ("추정값",)),
    Term("잡음", "noise", ("노이즈",)),
    Term("장치", "device", ("디바이스",)),
    Term("자료형", "data type", ("데이터 타입", "데이터형", "데이터 형식")),
    Term("행렬 곱", "matrix multiplication", ("행렬곱", "매트릭스")),
)

# Rows of names and their readings, by the first letter.
_READINGS = r"""
-= 마이너스 이퀄 | <= 스몰러 이퀄 | @ 골뱅이 | _ 밑줄 | -1/\sqrt{n} 루트 엔 분의 마이너스 일
1/\sqrt{n} 루트 엔 분의 일 | 2w 투 더블유 | 1 + 2x 일 더하기 이 엑스 | // 더블 슬래시
* 곱하기 | 100x10 백 바이 십 | 64x1000 육십사 바이 천 | + 플러스
a 에이 | addmv_ 애드엠브이 | after 애프터 | alpha 알파 | append 어펜드 | argmax 아그맥스
ARGS=--zip 집 | array 어레이 | asks 애스크스 | assert 어서트 | assert_close 어서트 클로스
aten:: 에이텐 | aten::addmm 애드엠엠 | aten::mm 엠엠 | autograd 오토그래드 | ax 에이엑스
b1 비 원 | b 비 | b2 비 투 | backward() 백워드 | bat 뱃 | before 비포 | bfloat16 비플로트 십육
Bengio 벤지오 | bias 바이어스
Binder 바인더 | both 보스 | break 브레이크 | by_hand 바이 핸드
C 씨 | cases 케이시스 | centered_gradient 센터드 그레이디언트 | check 체크 | Chromium 크로미엄
clamp 클램프 | clamp(min=0) 클램프 | Colab 코랩 | conda 콘다 | copy_ 카피
correlations 코릴레이션스 | count_bytes 카운트 바이츠 | count_numbers 카운트 넘버스
count_parameters 카운트 패러미터스 | CPU 시피유 | CUDA 쿠다 | cuda 쿠다 | curves 커브스
count 카운트 | DeepNet 딥넷
direction 디렉션 | downhill 다운힐 | cumsum 컴섬 | detach 디태치
d.T 디 티 | d_b2 디 비 투 | d_h 디 에이치 | d_h.T 디 에이치 티 | D_in 디 인 | D_out 디 아웃
d_T 디 티 | d_W2 디 더블유 투 | d_y_pred 디 와이 프레드 | d_z 디 제트 | D_{out} 디 아웃
data 데이터 | DDP 디디피 | deploy/littlest 리틀리스트 | detach() 디태치 | dict 딕트 | dim 딤
dist 디스트 | dist.all_gather_object 오브젝트 | dist/index.html 에이치티엠엘
DistributedDataParallel 디스트리뷰티드 데이터 패러렐 | DistributedSampler 디스트리뷰티드 샘플러
divmod 디브모드 | Double 더블 | double 더블 | draw 드로
elementwise_mean 엘리먼트와이즈 민 | en 이엔 | env 엔브 | eps 엡스 | except 익셉트
error 에러 | error.T 에러 티
\Delta L 델타 엘
\eta 에타 | exec 이그젝 | Exercise 엑서사이즈 | exercises 엑서사이지스
F.mse_loss 에프 엠에스이 로스 | F.sigmoid 에프 시그모이드 | F.softmax 에프 소프트맥스
F.tanh 에프 탄에이치 | factor 팩터 | factor_for_mean 팩터 포 민 | finished 피니시드 | first 퍼스트
first_step 퍼스트 스텝 | first_step_below_1 퍼스트 스텝 빌로 원 | fixed_program 픽스트 프로그램
flat 플랫 | Float 플로트 | float 플로트 | float32 플로트 삼십이 | float64 플로트 육십사
False 폴스 | frozen 프로즌
FlopCounterMode 플롭 카운터 모드 | for 포 | forward 포워드 | functools.partial 펑크툴스 파셜
GB 기가바이트 | Generator 제너레이터 | generator 제너레이터 | gloo 글루 | Glorot 글로로 | GPU 지피유
grad 그래드 | grad_fn 그래드 펑션
He 허 | H 에이치 | h 에이치 | H1 에이치 원 | H2 에이치 투 | H_large 에이치 라지 | \hat{y} 와이 햇
g 지
hints 힌츠 | hook 훅 | HOST:PORT 포트
i 아이 | if 이프 | in_place 인 플레이스 | inf 인프 | init_process_group 이닛 프로세스 그룹
inputs 인풋스
ipynb 아이파이엔비 | .item() 아이템 | item() 아이템
j 제이 | Join 조인 | Jupyter 주피터 | JupyterHub 주피터허브 | JupyterLab 주피터랩
k 케이 | ko 케이오
L 엘 | lab 랩 | largest_hidden 라지스트 히든
language-switch 랭귀지 스위치 | learned 런드 | learning_rate 러닝 레이트 | len 렌
Linear 리니어 | linear1 리니어 원 | linear2 리니어 투 | linear3 리니어 스리 | Linux 리눅스
loss_along 로스 얼롱
loss_at 로스 앳
LOCAL_RANK 로컬 랭크 | loss 로스 | loss.item() 로스 아이템 | loss_fn 로스 펑션
loss_of_zero 로스 오브 제로 | losses 로시스 | losses_sum 로시스 섬 | losses_with 로시스 위드
Mac 맥 | macOS 맥오에스 | make 메이크 | make assignments 메이크 어사인먼츠
mat1 매트 원 | mat2 매트 투 | my_linear 마이 리니어
make bench 메이크 벤치 | make bench ARGS=--help 헬프 | make bench ARGS=--quick 퀵
make bench ARGS=steps 스텝스 | make class-load 메이크 클래스 로드 | make editions 메이크 에디션스
make editions ARGS=--zip 집 | make test ARGS="-m slow" 메이크 테스트 슬로 | make_model 메이크 모델
make_random_data 메이크 랜덤 데이터 | manual_seed 매뉴얼 시드 | math.ceil 매스 실
matplotlib 맷플롯립 | MB 메가바이트 | mean 민 | mean_loss 민 로스
mean_over_samples 민 오버 샘플스 | measure 메저 | merged 머지드 | min 민 | mistakes 미스테이크스
model 모델 | model.module 모델 모듈 | MSE 엠에스이 | MSELoss 엠에스이 로스 | mul_ 멀
N 엔 | n 엔 | n_own 엔 오운 | n_total 엔 토털 | NAME 네임 | named_parameters() 네임드 패러미터스
names 네임스 | NaN 난 | nan 난 | nbconvert 엔비컨버트 | nbgrader 엔비그레이더
nbval 엔비밸 | nccl 니클
nn 엔엔 | nn.Module 엔엔 모듈 | --nnodes 엔 노즈 | no_grad 노 그래드 | no_sync 노 싱크 | None 넌
norm 놈 | notebooks 노트북스 | NumPy 넘파이 | --nproc-per-node 엔 프록 퍼 노드
normal_() 노멀
number_of_parameters 넘버 오브 패러미터스 | numel() 넘엘 | NVIDIA 엔비디아
observe 옵서브 | \odot 오닷 | old_program 올드 프로그램 | OMP_NUM_THREADS 오엠피 넘 스레즈
one_step 원 스텝 | ones 원스 | out 아웃 | outcome 아웃컴
p 피 | Pages 페이지스 | param 패럼 | parameters 패러미터스 | pip 핍 | plain 플레인
plot_fit 플롯 핏 | plt.show() 피엘티 쇼 | port 포트 | PowerShell 파워셸
Parameter 패러미터 | places 플레이시스 | plot_bent_line 플롯 벤트 라인
torch.nn.functional.linear 리니어
printing 프린팅 | products 프로덕츠 | progress 프로그레스 | Prompt 프롬프트 | py 파이
Python 파이썬 | python 파이썬 | PyTorch 파이토치
quiet_profile 콰이어트 프로파일
raise 레이즈 | randn 랜드엔 | randperm 랜드펌 | rank 랭크 | rate_over_samples 레이트 오버 샘플스
--rdzv-endpoint 랑데부 엔드포인트 | --rdzv-id 랑데부 아이디 | record_function 레코드 펑션
reduce 리듀스 | reduce=False 리듀스 폴스 | reduction 리덕션 | reference 레퍼런스 | release 릴리스
ReLU 렐루 | requires_grad 리콰이어스 그래드 | requires_grad=False 리콰이어스 그래드 폴스
requires_grad_() 리콰이어스 그래드 | return 리턴 | rule 룰 | run 런 | RuntimeError 런타임 에러
slope_along 슬로프 얼롱 | start 스타트 | strict_loss 스트릭트 로스
s 에스 | same_buffers 세임 버퍼스 | second 세컨드
\sqrt{2/n} 루트 엔 분의 이
second_layer_gradients 세컨드 레이어 그레이디언츠 | seed 시드 | Sequential 시퀀셜
set_to_none=False 셋 투 넌 폴스 | setup 셋업 | setup_notebook() 셋업 노트북 | SGD 에스지디
shape 셰이프 | share 셰어 | Shift+Enter 시프트 엔터 | shuffle_targets 셔플 타기츠 | sign 사인
size_average 사이즈 애버리지 | slice 슬라이스 | slope 슬로프 | solution 설루션
--standalone 스탠드얼론 | started_by_torchrun 스타티드 바이 토치런 | starter 스타터 | step 스텝
step_flops 스텝 플롭스 | steps_to_earn_back 스텝스 투 언 백 | sum 섬
sum_of_squares 섬 오브 스퀘어스 | super().__init__() 슈퍼 이닛
.T 티 | t 티 | test 테스트 | to 투 | toml 토믈 | torch 토치 | torch._dynamo 다이너모
torch.accelerator.synchronize() 싱크로나이즈 | torch.compile 토치 컴파일
torch.cuda.set_device 셋 디바이스 | torch.equal 토치 이퀄 | torch.cat 토치 캣 | std 에스티디
torch.linalg.lstsq 엘에스티에스큐 | torch.from_numpy 프롬 넘파이
torch.profiler.profile 토치 프로파일러 프로파일 | torch.randint 랜드인트
torch.randperm(n, generator=generator) 토치 랜드펌 | torch.set_num_threads 셋 넘 스레즈
torch.tanh 토치 탄에이치 | torch.Tensor 토치 텐서 | torch.tensor 토치 텐서 | torchrun 토치런
train 트레인 | train_share 트레인 셰어 | train_until_below_1 트레인 언틸 빌로 원 | True 트루
try 트라이
try_line 트라이 라인 | tutorial_helpers 튜토리얼 헬퍼스 | txt 티엑스티 | TypeError 타입 에러
--unscaled 언스케일드 | updates 업데이츠
unravel_index 언래블 인덱스 | \varepsilon 엡실론 | Variable 베리어블 | volatile 볼러타일
W 더블유 | w 더블유 | W1 더블유 원 | W2 더블유 투 | weight 웨이트 | why 와이 | Windows 윈도
with 위드 | without_item 위드아웃 아이템 | world_size 월드 사이즈
x 엑스 | x.T 엑스 티
x_small 엑스 스몰 | xavier_uniform 제이비어 유니폼 | xavier_uniform_ 제이비어 유니폼
x W^{T} + b 비
y 와이 | y.numel() 넘엘 | y_pred 와이 프레드 | y_rule 와이 룰 | y_small 와이 스몰 | yml 와이엠엘
z 제트 | zero_grad 제로 그래드 | zeros 제로스
torch.cat 캣 | parameters_to_vector 벡터 | vector_to_parameters 패러미터스
ValueError 밸류 에러
"""
_ENTRIES = re.split(r"\s*[|\n]\s*", _READINGS.strip())
READINGS = dict(re.split(" (?=[가-힣])", entry, maxsplit=1) for entry in _ENTRIES)
