"""The Korean of the course, and the checks of it on Korean that is known to be good or bad."""

import pytest

pytest.importorskip("kiwipiepy", reason="no kiwipiepy here, tests of the Korean left out")

from proofreading import korean
from proofreading.korean import Passage, passages
from tutorial_editions.glossary import TERMS


@pytest.mark.parametrize(
    "path",
    korean.TEXTS,
    ids=lambda path: (
        "-".join(path.parts[-2:]).removeprefix("notebooks-").removesuffix(".py")
        if "teaching" in path.parts
        else path.stem
    ),
)
def test_korean_keeps_every_check(path):
    broken = [
        f"{check.__name__}: {sentence}"
        for passage in korean.read(path)
        for check in korean.CHECKS
        for sentence in check(passage)
    ]
    if broken:
        pytest.fail(f"{path.name}\n" + "\n".join(broken), pytrace=False)


# Korean as the lessons need it, which keeps every check.
GOOD = """
텐서는 수를 가로와 세로로 늘어놓은 배열입니다.
`x.shape`는 텐서의 모양이고, `(64, 1000)`은 행이 64개, 열이 1000개라는 뜻입니다.
시드가 같으면 몇 번을 뽑아도 같은 수가 나옵니다.
`torch.manual_seed`는 기본 생성기의 시드를 정하고, `Generator`는 시드를 따로 가집니다.
평균이 0이고 표준편차가 1인 정규분포에서 수 64,000개를 뽑았습니다.
표준편차는 0.998로, 1과 거의 같습니다.
자료형이 `float32`이면 유효 숫자가 일곱 자리쯤 됩니다.
`float64`로 바꾸면 차이가 1e-12보다 작아집니다.
GPU가 있으면 텐서를 그 장치로 옮길 수 있습니다.
정답이 잡음뿐이면 배울 규칙이 없습니다.
매개변수는 101,110개이고 맞힐 수는 640개입니다.
은닉 계층이 하나인 신경망을 처음부터 직접 만들어 봅니다.
가중치와 편향을 텐서로 두고 행렬 곱으로 출력을 구합니다.
`nn.Linear`는 가중치뿐 아니라 편향도 가지고 있습니다.
활성화 함수가 없으면 계층을 아무리 쌓아도 일차 함수 하나와 같습니다.
음수이면 0, 양수이면 그대로 내보냅니다.
모델은 `model.forward(x)`가 아니라 `model(x)`로 부릅니다.
모델을 그렇게 부르면 어떻게 될까요?
둘 다 같은 값을 내놓으므로 `assert_close`를 통과합니다.
첫째 계층에는 100,100개, 둘째 계층에는 1,010개가 들어 있습니다.
손실은 차이를 제곱하여 더한 값이므로 0보다 작을 수 없습니다.
$\\hat{y}$과 $y$ 사이의 유클리드 거리의 제곱입니다.
`reduction="mean"`을 주면 640으로 나눈 값이 나옵니다.
평균 제곱 오차를 쓰려면 학습률을 640배로 키워야 합니다.
연쇄 법칙에 따라 뒤에서부터 차례로 미분합니다.
자동 미분으로 구한 변화도와 손으로 구한 변화도가 같은지 확인하세요.
유한 차분에서는 매개변수 하나를 조금 늘리거나 줄여서 손실의 차이를 봅니다.
간격이 너무 작으면 반올림 오차가 커지고, 너무 크면 곡선이 굽은 만큼 어긋납니다.
$10^{-4}$으로 나누어 보세요.
$x$가 커질수록 $L$도 커집니다.
변화도는 손실이 가장 빠르게 커지는 쪽을 가리킵니다.
변화도를 다른 글에서는 "기울기"나 "그래디언트"라고도 부릅니다.
한 단계에서는 순전파, 손실 계산, 변화도 지우기, 역전파, 갱신을 차례로 합니다.
`zero_grad()`를 빠뜨리면 앞 단계의 변화도가 쌓입니다.
쌓인 변화도는 갈수록 커져서 손실이 줄지 않습니다.
학습률이 너무 크면 손실이 `nan`이 되고, 너무 작으면 500단계로는 모자랍니다.
학습률을 1e-4로 두든 1e-5로 두든 곡선은 끝까지 내려갑니다.
옵티마이저가 매개변수를 대신 갱신해 줍니다.
SGD를 쓰면 직접 쓴 루프와 같은 수가 나옵니다.
`step()`이 하는 일은 앞에서 손으로 한 갱신과 같습니다.
손실이 713에서 26으로 줄어드는 데 그쳤습니다.
모델이 학습 데이터를 외우면 학습 손실은 0에 가까워집니다.
외운 것과 배운 것은 다릅니다.
처음 보는 데이터에서는 손실이 오히려 늘 0이라고 예측할 때보다 큽니다.
이런 일을 과적합(overfitting)이라고 합니다.
규칙이 있는 데이터라면 모델이 일반화할 수 있습니다.
새 데이터로 잰 손실이 얼마나 되나요?
그 차이는 왜 생기는 걸까요?
`losses[0]`과 `losses[-1]`을 비교하면 어느 쪽이 큰가요?
다음 코드를 실행하면 오류가 납니다: `loss.data[0]`.
그 까닭은 다음과 같습니다.
출력은 세 가지입니다: 예측, 손실, 변화도.
예전에는 이렇게 썼지만 지금은 쓰지 않아도 됩니다.
(이 방법은 수업 04에서 자세히 다룹니다.)
손실이 10분의 1로 줄었습니다(그림의 가로줄 하나).
두 텐서의 값들이 서로 같은지 하나하나 비교합니다.
결과와 효과를 따로 적고, 새로 뽑은 수로 다시 해 봅니다.
같은 계산을 많은 프로세스가 나누어 맡습니다.
높이와 너비의 차이가 클 때는 그림을 다시 그립니다.
PyTorch는 계산을 기록해 두고, Python은 그 기록을 따라갑니다.
CPU와 GPU로 나누어 실행해도 JupyterLab이 결과를 모아 보여 줍니다.
메모리는 3 GB면 충분하고, 속도는 50 %쯤 빨라집니다.
값이 작을수록 예측이 정답에 가깝다는 뜻입니다.
점선은 그 자리에서 변화도로 그은 접선입니다.
더 나은 값을 찾든지 여기에서 멈추든지 하면 됩니다.
"손실이 줄었다."라고만 적지 않고 얼마나 줄었는지를 적습니다.
무엇인가를 더하거나 빼면 모양이 달라집니다.
남는 수는 버리고 남은 수만 씁니다.
이것이 경사하강법이 쓰이는 까닭이며, 널리 알려진 방법입니다.
신경망은 함수 여러 개로 이루어지고, 이 함수들은 차례로 이어집니다.
역할에 따라 나누어진 모듈 세 개가 만들어집니다.
최적화기법 가운데 하나이고, 비디오 플레이어와는 관계가 없습니다.
이번에는 규칙이 있는 데이터로 같은 실험을 되풀이합니다.
허용 오차를 넘었는지 여부가 아니라 얼마나 넘었는지를 봅니다.
추가한 계층이 효과가 있는지 평가해 봅니다.
열별로 더하고 행별로 나누며, 나머지는 그대로 둡니다.
그림을 가로로 긋고 세로 방향으로 읽습니다.
점을 이은 선이 손실 곡선입니다.
학습률 1e-3은 너무 크고, 1e-6은 너무 작습니다.
수업 01은 데이터를, 수업 02는 모델을 다룹니다.
정답이 0이든 1이든 손실은 음수가 되지 않습니다.
`W1`과 `b1`은 첫째 계층의 매개변수이고, `W2`와 `b2`는 둘째 계층의 것입니다.
값이 크기 때문에 곡선은 가파르게 내려갑니다.
두 값은 큰 차이 없이 가까워집니다.
손실 증가 폭은 두 배 치고는 작습니다.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", GOOD)
def test_good_korean_passes(sentence):
    passage = Passage("prose", sentence)
    assert [broken for check in korean.CHECKS for broken in check(passage)] == []


# What passes in one place only.
FITTING = [
    ("item", "30분"),
    ("item", "음수를 0으로 바꿉니다"),
    ("item", "매개변수 세기"),
    ("item", "도우미 함수 모음"),
    ("item", "텐서의 모양, 시드, 자료형과 장치"),
    ("item", "하나를 빠뜨리면 생기는 문제"),
    ("item", "0부터 99까지"),
    ("item", "순전파: `model(x)`로 예측합니다."),
    ("label", "연습 1"),
    ("label", "Jupyter 없이"),
    ("label", "한 노트북에 두 언어가 있습니다"),
    ("prose", "결과는 다음과 같습니다:"),
    ("prose", "출력:"),
    ("label", "앞 수업: 04 갱신 루프"),
    ("heading", "손실 곡선"),
    ("heading", "옛 코드 읽기"),
    ("heading", "가르치는 분께"),
    ("heading", "활성화 함수 ReLU"),
    ("heading", "00 프로그램 전체"),
    ("heading", "변화도(gradient)"),
]


@pytest.mark.parametrize(("kind", "text"), FITTING)
def test_nouns_pass_where_nouns_stand(kind, text):
    passage = Passage(kind, text)
    assert [broken for check in korean.CHECKS for broken in check(passage)] == []


BAD = [
    # 합니다 style
    (korean.ends_in_formal_style, "prose", "손실이 줄어든다."),
    (korean.ends_in_formal_style, "prose", "손실이 줄었다."),
    (korean.ends_in_formal_style, "prose", "이것은 텐서이다."),
    (korean.ends_in_formal_style, "prose", "이것은 텐서이다 `x`."),
    (korean.ends_in_formal_style, "prose", "손실이 줄었습니다. 변화도도 줄었다."),
    (korean.ends_in_formal_style, "prose", "손실이 줄었다(그림 참고)."),
    (korean.ends_in_formal_style, "prose", "모델을 만들어라."),
    (korean.ends_in_formal_style, "prose", "학습률을 바꿔 보자."),
    (korean.ends_in_formal_style, "prose", "손실이 줄어들어요."),
    (korean.ends_in_formal_style, "prose", "이것이 답이에요."),
    (korean.ends_in_formal_style, "prose", "손실이 줄었네요."),
    (korean.ends_in_formal_style, "prose", "손실이 줄었지요."),
    (korean.ends_in_formal_style, "prose", "왜 줄었는가?"),
    (korean.ends_in_formal_style, "prose", "같이 살펴봅시다."),
    (korean.ends_in_formal_style, "prose", "실행하십시오."),
    (korean.ends_in_formal_style, "prose", "손실의 감소."),
    (korean.ends_in_formal_style, "prose", "순전파: 모델의 예측."),
    (korean.ends_in_formal_style, "prose", "손실이 줄어들고."),
    (korean.ends_in_formal_style, "prose", "출력을 저장함."),
    (korean.ends_in_formal_style, "prose", "출력은 텐서입니다: 값이 다르다."),
    (korean.ends_in_formal_style, "prose", "손실이 줄어드는 모습"),
    (korean.ends_in_formal_style, "item", "음수를 0으로 바꾼다"),
    (korean.ends_in_formal_style, "item", "음수를 0으로 바꿈"),
    (korean.ends_in_formal_style, "item", "출력을 저장함"),
    (korean.ends_in_formal_style, "item", "정답 없음"),
    (korean.ends_in_formal_style, "item", "손실의 감소."),
    (korean.ends_in_formal_style, "item", "손실이 작아요"),
    (korean.ends_in_formal_style, "label", "두 언어가 있다"),
    # headings
    (korean.has_headings_of_nouns, "heading", "매개변수는 몇 개인가요?"),
    (korean.has_headings_of_nouns, "heading", "왜 0인가?"),
    (korean.has_headings_of_nouns, "heading", "손실이 줄어듭니다"),
    (korean.has_headings_of_nouns, "heading", "변화도를 구하려면"),
    (korean.has_headings_of_nouns, "heading", "경사하강법으로"),
    (korean.has_headings_of_nouns, "heading", "손실을 줄이는"),
    (korean.has_headings_of_nouns, "heading", "손실의 값?"),
    # particles after names
    (korean.attaches_particles_by_sound, "prose", "`model`는 함수입니다."),
    (korean.attaches_particles_by_sound, "prose", "`model`으로 예측합니다."),
    (korean.attaches_particles_by_sound, "prose", "`loss`은 수입니다."),
    (korean.attaches_particles_by_sound, "prose", "`loss`이라는 이름을 씁니다."),
    (korean.attaches_particles_by_sound, "prose", "`model`라고 부릅니다."),
    (korean.attaches_particles_by_sound, "prose", "`model`나 `x`를 씁니다."),
    (korean.attaches_particles_by_sound, "prose", "`W1`로는 모자랍니다."),
    (korean.attaches_particles_by_sound, "prose", "`unheard_of`를 씁니다."),
    (korean.attaches_particles_by_sound, "prose", "PyTorch은 라이브러리입니다."),
    (korean.attaches_particles_by_sound, "prose", "JupyterLab가 열립니다."),
    (korean.attaches_particles_by_sound, "prose", "Unheard를 씁니다."),
    (korean.attaches_particles_by_sound, "prose", "10를 더합니다."),
    (korean.attaches_particles_by_sound, "prose", "3로 나눕니다."),
    (korean.attaches_particles_by_sound, "prose", "7으로 나눕니다."),
    (korean.attaches_particles_by_sound, "prose", "1.89e-05을 봅니다."),
    (korean.attaches_particles_by_sound, "prose", "50 %이 남습니다."),
    (korean.attaches_particles_by_sound, "prose", "`(64, 10)`는 모양입니다."),
    (korean.attaches_particles_by_sound, "prose", "$x$은 입력입니다."),
    (korean.attaches_particles_by_sound, "prose", r"$\hat{y}$는 예측이고 $\hat{y}$과 다릅니다."),
    (korean.attaches_particles_by_sound, "prose", "$10^{-4}$를 곱합니다."),
    (korean.attaches_particles_by_sound, "prose", "10⁻⁴를 곱합니다."),
    (korean.attaches_particles_by_sound, "prose", "$y_{ij}$을 봅니다."),
    (korean.attaches_particles_by_sound, "prose", r"$\frac{x}{N}$을 봅니다."),
    (korean.attaches_particles_by_sound, "prose", "x²는 음수가 아닙니다."),
    # particles after words
    (korean.attaches_particles_by_sound, "prose", "변화도(gradient)은 값입니다."),
    (korean.attaches_particles_by_sound, "prose", "손실(loss)를 계산합니다."),
    (korean.attaches_particles_by_sound, "prose", '"기울기"이라고 부릅니다.'),
    (korean.attaches_particles_by_sound, "prose", "모델으로 예측합니다."),
    (korean.attaches_particles_by_sound, "prose", "값며 함수입니다."),
    (korean.attaches_particles_to_words, "prose", "손실가 줄어듭니다."),
    (korean.attaches_particles_to_words, "prose", "모델는 함수입니다."),
    (korean.attaches_particles_to_words, "prose", "변화도이 큽니다."),
    (korean.attaches_particles_to_words, "prose", "차이을 제곱합니다."),
    (korean.attaches_particles_to_words, "prose", "함수과 값을 봅니다."),
    (korean.attaches_particles_to_words, "prose", "입력로는 부족합니다."),
    (korean.attaches_particles_to_words, "prose", "값나 함수를 씁니다."),
    # words
    (korean.uses_the_glossary, "prose", "기울기를 구합니다."),
    (korean.uses_the_glossary, "prose", '"변화도"는 기울기입니다.'),
    (korean.uses_the_glossary, "prose", "훈련용 데이터입니다."),
    (korean.uses_the_glossary, "prose", "은닉계층이 하나입니다."),
    (korean.uses_the_glossary, "prose", "학습 률이 큽니다."),
    (korean.uses_the_glossary, "prose", "계산그래프를 그립니다."),
    (korean.uses_the_glossary, "heading", "파라미터의 수"),
    (korean.uses_the_glossary, "item", "임의의 수"),
    (korean.has_no_double_passives, "prose", "변화도가 계산되어집니다."),
    (korean.has_no_double_passives, "prose", "변화도가 계산되어졌습니다."),
    (korean.has_no_double_passives, "prose", "변화도가 계산돼집니다."),
    (korean.has_no_double_passives, "prose", "곡선이 완만해 보여집니다."),
    (korean.has_no_double_passives, "prose", "데이터가 둘로 나뉘어집니다."),
    (korean.has_no_double_passives, "prose", "쓰여진 값입니다."),
    (korean.has_no_plural_after_a_number, "prose", "두 텐서들을 더합니다."),
    (korean.has_no_plural_after_a_number, "prose", "선형 계층 2개들이 있습니다."),
    (korean.has_no_plural_after_a_number, "prose", "2개의 선형 계층들이 있습니다."),
    (korean.has_no_plural_after_a_number, "prose", "세 가지 방법들이 있습니다."),
]


@pytest.mark.parametrize(
    ("check", "kind", "text"), BAD, ids=[f"{check.__name__}-{text}" for check, _, text in BAD]
)
def test_check_sees_what_breaks_it(check, kind, text):
    assert list(check(Passage(kind, text)))


def test_every_check_has_an_example_that_breaks_it():
    assert {check for check, _, _ in BAD} == set(korean.CHECKS)


def test_nearly_every_wrong_particle_in_good_korean_is_seen():
    missed = [wrong for sentence in GOOD for wrong in misspelled(sentence) if not is_seen(wrong)]
    assert len(missed) <= 8, "\n".join(missed)
    assert sum(len(list(misspelled(sentence))) for sentence in GOOD) > 150


def misspelled(sentence):
    """Yield a sentence with the other form of each of its particles in turn."""
    for place, particle in korean.particles(sentence).items():
        if particle in korean.AFTER_CLOSED | korean.AFTER_OPEN | {"로": "으로", "으로": "로"}:
            end = place + len(particle)
            yield sentence[:place] + korean.other_form(particle) + sentence[end:]


def is_seen(sentence):
    """Return whether a check of particles finds something in a sentence."""
    passage = Passage("prose", sentence)
    return any(korean.attaches_particles_by_sound(passage)) or any(
        korean.attaches_particles_to_words(passage)
    )


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.en)
def test_every_variant_of_a_term_is_seen(term):
    for variant in term.variants:
        assert list(korean.uses_the_glossary(Passage("prose", f"{variant} 하나를 봅니다.")))


PAGE = """# 제목 · Title

[한국어](#ko) · [English](#en)

<!-- 주석이다. -->

> **주의.** 본문은 [여기](x.md)의 **둘째**
문장입니다.

<details><summary>풀이</summary>

1. 첫째: `a * b`
2. 둘째입니다. $a * b$를
   봅니다.

</details>

| 수 | 뜻 |
|:--|:--|
| 1 | 하나 |

앞 수업: [00](00.ipynb) 프로그램 전체

손실은

$$
L = 1
$$

입니다.

```sh
make lab  # 환경을 만든다
```

## English

영어 half.

## 출처 · Credit

끝입니다.
"""


def test_a_page_is_taken_apart():
    assert [tuple(passage) for passage in passages(korean.korean_part(PAGE))] == [
        ("heading", "제목"),
        ("label", "한국어"),
        ("label", "주의"),
        ("prose", "본문은 여기의 둘째 문장입니다."),
        ("label", "풀이"),
        ("item", "첫째: `a * b`"),
        ("item", "둘째입니다. $a * b$를 봅니다."),
        ("item", "수"),
        ("item", "뜻"),
        ("item", "하나"),
        ("label", "앞 수업: 00 프로그램 전체"),
        ("prose", "손실은 $$ L = 1 $$ 입니다."),
        ("heading", "출처"),
        ("prose", "끝입니다."),
    ]


def test_a_lesson_is_read_where_it_is_korean():
    lesson = [passage.text for passage in korean.read(korean.SCRIPTS[0])]
    assert lesson[0] == "00 프로그램 전체"
    assert "손실 곡선" in lesson, "a heading for both languages"
    assert "곡선은 끝까지 내려갑니다. 처음에는 가파르고" in " ".join(lesson)
    assert "The curve falls" not in " ".join(lesson)


def test_spacing_is_advised_with_names_left_as_they_are():
    assert korean.spacing_advice("`loss_fn(y, x)`으로 손실을계산합니다.") == (
        "`loss_fn(y, x)`으로 손실을 계산합니다."
    )
    assert korean.spacing_advice("500단계 동안 은닉 계층을 봅니다.") is None
