"""The words of the course: one Korean term for one English term.

Tests hold the lessons to it. `TERMS` are the terms. `READINGS` says how a code name
is read aloud in Korean, because the particle after it depends on its last sound.
"""

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

READINGS = {
    "b1": "비 원",
    "b2": "비 투",
    "backward()": "백워드",
    '"both"': "보스",
    "D_in": "디 인",
    "D_out": "디 아웃",
    "detach()": "디태치",
    '"en"': "이엔",
    "first_step": "퍼스트 스텝",
    "Generator": "제너레이터",
    "grad": "그래드",
    "H": "에이치",
    "item()": "아이템",
    ".item()": "아이템",
    '"ko"': "케이오",
    "learning_rate": "러닝 레이트",
    "Linear": "리니어",
    "loss": "로스",
    "loss.item()": "로스 아이템",
    "loss_fn": "로스 펑션",
    "loss_of_zero": "로스 오브 제로",
    "losses": "로시스",
    "losses[0]": "로시스 영",
    "model": "모델",
    "model(x)": "모델 엑스",
    "MSELoss": "엠에스이 로스",
    "N": "엔",
    "nn": "엔엔",
    "nn.Sequential": "엔엔 시퀀셜",
    "param": "패럼",
    "randn": "랜드엔",
    'reduction="sum"': "리덕션 섬",
    "ReLU": "렐루",
    "ReLU()": "렐루",
    "Sequential": "시퀀셜",
    "Shift+Enter": "시프트 엔터",
    "step()": "스텝",
    "t": "티",
    "torch": "토치",
    "torch.manual_seed": "토치 매뉴얼 시드",
    "torch.no_grad()": "토치 노 그래드",
    "tutorial_helpers": "튜토리얼 헬퍼스",
    "W1": "더블유 원",
    "W2": "더블유 투",
    "x": "엑스",
    "y": "와이",
    "y_pred": "와이 프레드",
    "zero_grad()": "제로 그래드",
}
