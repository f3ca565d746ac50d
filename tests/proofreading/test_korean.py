"""The Korean of the course, and the checks of it on Korean that is known to be good or bad."""

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

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
`x.shape`는 텐서의 모양이고, `(64, 1000)`은 행이 64개, 열이 1000개라는 뜻입니다.
`torch.manual_seed`는 기본 생성기의 시드를 정하고, `Generator`는 시드를 따로 가집니다.
평균이 0이고 표준편차가 1인 정규분포에서 수 64,000개를 뽑았습니다.
`float64`로 바꾸면 차이가 1e-12보다 작아집니다.
`nn.Linear`는 가중치뿐 아니라 편향도 가지고 있습니다.
모델은 `model.forward(x)`가 아니라 `model(x)`로 부릅니다.
둘 다 같은 값을 내놓으므로 `assert_close`를 통과합니다.
$\\hat{y}$과 $y$ 사이의 유클리드 거리의 제곱입니다.
평균 제곱 오차를 쓰려면 학습률을 640배로 키워야 합니다.
자동 미분으로 구한 변화도와 손으로 구한 변화도가 같은지 확인하세요.
$10^{-4}$으로 나누어 보세요.
$x$가 커질수록 $L$도 커집니다.
변화도를 다른 글에서는 "기울기"나 "그래디언트"라고도 부릅니다.
학습률이 너무 크면 손실이 `nan`이 되고, 너무 작으면 500단계로는 모자랍니다.
학습률을 1e-4로 두든 1e-5로 두든 곡선은 끝까지 내려갑니다.
손실이 713에서 26으로 줄어드는 데 그쳤습니다.
처음 보는 데이터에서는 손실이 오히려 늘 0이라고 예측할 때보다 큽니다.
이런 일을 과적합(overfitting)이라고 합니다.
그 차이는 왜 생기는 걸까요?
`losses[0]`과 `losses[-1]`을 비교하면 어느 쪽이 큰가요?
다음 코드를 실행하면 오류가 납니다: `loss.data[0]`.
출력은 세 가지입니다: 예측, 손실, 변화도.
예전에는 이렇게 썼지만 지금은 쓰지 않아도 됩니다.
(이 방법은 수업 04에서 자세히 다룹니다.)
손실이 10분의 1로 줄었습니다(그림의 가로줄 하나).
높이와 너비의 차이가 클 때는 그림을 다시 그립니다.
CPU와 GPU로 나누어 실행해도 JupyterLab이 결과를 모아 보여 줍니다.
메모리는 3 GB면 충분하고, 속도는 50 %쯤 빨라집니다.
점선은 그 자리에서 변화도로 그은 접선입니다.
더 나은 값을 찾든지 여기에서 멈추든지 하면 됩니다.
"손실이 줄었다."라고만 적지 않고 얼마나 줄었는지를 적습니다.
남는 수는 버리고 남은 수만 씁니다.
이것이 경사하강법이 쓰이는 까닭이며, 널리 알려진 방법입니다.
신경망은 함수 여러 개로 이루어지고, 이 함수들은 차례로 이어집니다.
역할에 따라 나누어진 모듈 세 개가 만들어집니다.
최적화기법 가운데 하나이고, 비디오 플레이어와는 관계가 없습니다.
허용 오차를 넘었는지 여부가 아니라 얼마나 넘었는지를 봅니다.
열별로 더하고 행별로 나누며, 나머지는 그대로 둡니다.
점을 이은 선이 손실 곡선입니다.
학습률 1e-3은 너무 크고, 1e-6은 너무 작습니다.
수업 01은 데이터를, 수업 02는 모델을 다룹니다.
`W1`과 `b1`은 첫째 계층의 매개변수이고, `W2`와 `b2`는 둘째 계층의 것입니다.
손실 증가 폭은 두 배 치고는 작습니다.
""".strip().splitlines()

# What passes in one place only.
FITTING = """
item: 30분
item: 음수를 0으로 바꿉니다
item: 매개변수 세기
item: 하나를 빠뜨리면 생기는 문제
item: 0부터 99까지
item: 순전파: `model(x)`로 예측합니다.
label: Jupyter 없이
label: 한 노트북에 두 언어가 있습니다
label: 앞 수업: 05 갱신 루프
prose: 결과는 다음과 같습니다:
prose: 출력:
heading: 옛 코드 읽기
heading: 가르치는 분께
heading: 활성화 함수 ReLU
heading: 00 프로그램 전체
heading: 변화도(gradient)
""".strip().splitlines()


def passage_of(text):
    """Return a passage from its kind and its text; without a kind it is prose."""
    kind, _, words = text.partition(": ")
    return Passage(kind, words) if kind.isascii() and kind.isalpha() else Passage("prose", text)


@pytest.mark.parametrize("text", [*GOOD, *FITTING])
def test_good_korean_passes(text):
    passage = passage_of(text)
    assert [broken for check in korean.CHECKS for broken in check(passage)] == []


# What each check sees.
BAD = {
    korean.ends_in_formal_style: """
        손실이 줄어든다.
        이것은 텐서이다 `x`.
        손실이 줄었습니다. 변화도도 줄었다.
        손실이 줄었다(그림 참고).
        모델을 만들어라.
        학습률을 바꿔 보자.
        이것이 답이에요.
        손실이 줄었지요.
        왜 줄었는가?
        같이 살펴봅시다.
        실행하십시오.
        손실의 감소.
        순전파: 모델의 예측.
        출력을 저장함.
        출력은 텐서입니다: 값이 다르다.
        손실이 줄어드는 모습
        item: 음수를 0으로 바꿈
        item: 정답 없음
        item: 손실이 작아요
        label: 두 언어가 있다
    """,
    korean.has_headings_of_nouns: """
        heading: 매개변수는 몇 개인가요?
        heading: 손실이 줄어듭니다
        heading: 변화도를 구하려면
        heading: 경사하강법으로
        heading: 손실의 값?
    """,
    korean.attaches_particles_by_sound: """
        `model`는 함수입니다.
        `model`으로 예측합니다.
        `loss`이라는 이름을 씁니다.
        `model`나 `x`를 씁니다.
        `W1`로는 모자랍니다.
        `unheard_of`를 씁니다.
        PyTorch은 라이브러리입니다.
        Unheard를 씁니다.
        10를 더합니다.
        7으로 나눕니다.
        1.89e-05을 봅니다.
        50 %이 남습니다.
        `(64, 10)`는 모양입니다.
        $x$은 입력입니다.
        $10^{-4}$를 곱합니다.
        10⁻⁴를 곱합니다.
        $y_{ij}$을 봅니다.
        x²는 음수가 아닙니다.
        변화도(gradient)은 값입니다.
        "기울기"이라고 부릅니다.
        모델으로 예측합니다.
        값며 함수입니다.
    """,
    korean.attaches_particles_to_words: """
        손실가 줄어듭니다.
        모델는 함수입니다.
        차이을 제곱합니다.
        함수과 값을 봅니다.
        입력로는 부족합니다.
        값나 함수를 씁니다.
    """,
    korean.uses_the_glossary: """
        기울기를 구합니다.
        "변화도"는 기울기입니다.
        은닉계층이 하나입니다.
        학습 률이 큽니다.
        heading: 파라미터의 수
        item: 임의의 수
    """,
    korean.has_no_double_passives: """
        변화도가 계산되어졌습니다.
        변화도가 계산돼집니다.
        데이터가 둘로 나뉘어집니다.
        쓰여진 값입니다.
    """,
    korean.has_no_plural_after_a_number: """
        두 텐서들을 더합니다.
        선형 계층 2개들이 있습니다.
        세 가지 방법들이 있습니다.
    """,
}


@pytest.mark.parametrize("check", korean.CHECKS, ids=lambda check: check.__name__)
def test_check_sees_what_breaks_it(check):
    texts = [line.strip() for line in BAD[check].strip().splitlines()]
    assert [text for text in texts if not list(check(passage_of(text)))] == []


def test_nearly_every_wrong_particle_in_good_korean_is_seen():
    wrong = [sentence for good in GOOD for sentence in misspelled(good)]
    missed = [sentence for sentence in wrong if not is_seen(sentence)]
    assert len(missed) < len(wrong) / 20, "\n".join(missed)


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
    assert "곡선은 한 번도 다시 올라가지 않습니다" in " ".join(lesson)
    assert "The curve falls" not in " ".join(lesson)


def test_a_solution_is_read_where_it_is_korean():
    solution = (
        "<details><summary>풀이 1 · Solution 1</summary>\n\n"
        '<div lang="ko" style="word-break: keep-all">\n\n더합니다.\n\n</div>\n\n'
        '<div lang="en">\n\nAdd (더하기).\n\n</div>\n\n'
        "```python\n1  # 하나\n```\n\n</details>"
    )
    cells = [
        new_markdown_cell(solution, metadata={"tags": ["solution"]}),
        new_markdown_cell("- A. [B](https://a.org): 짧은 글 · a text"),
    ]
    assert list(passages(korean.korean_cells(new_notebook(cells=cells)))) == [
        Passage("label", "풀이 1"),
        Passage("prose", "더합니다."),
        Passage("item", "A. B: 짧은 글"),
    ]


def test_spacing_is_advised_with_names_left_as_they_are():
    assert korean.spacing_advice("`loss_fn(y, x)`으로 손실을계산합니다.") == (
        "`loss_fn(y, x)`으로 손실을 계산합니다."
    )
    assert korean.spacing_advice("500단계 동안 은닉 계층을 봅니다.") is None
