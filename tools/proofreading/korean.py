"""How the Korean of the course reads: its endings, its particles and its words.

The morphological analyzer kiwipiepy takes the sentences apart. Each check takes a
passage and yields one sentence for each place that breaks it.
"""

import functools
import re
from itertools import pairwise
from typing import NamedTuple

import jupytext

from lessons import COURSE_GUIDE, GUIDES, ROOT, SCRIPTS
from proofreading.patterns import CODE, FORMULA
from tutorial_editions.glossary import READINGS, TERMS
from tutorial_editions.language import halves, language_of

PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/install.md",
    "docs/speed.md",
    "docs/tested.md",
    "docs/class_load.md",
]  # each with its English half under "## English"
TEXTS = [*SCRIPTS, *GUIDES, COURSE_GUIDE, *(ROOT / page for page in PAGES)]
CHECKS = []


def check(function):
    """Add a check to `CHECKS`."""
    CHECKS.append(function)
    return function


# What is read


class Passage(NamedTuple):
    """A piece of text that is read on its own.

    Attributes
    ----------
    kind : str
        "heading", "label" (the few words that announce a text), "item" (of a list, or
        a table cell) or "prose".
    text : str
        The text without markup, but with its formulas and inline code.
    """

    kind: str
    text: str


def read(path):
    """Return the passages of a lesson's script or of a page."""
    if path.suffix == ".py":
        return list(passages(korean_cells(jupytext.read(path))))
    return list(passages(korean_part(path.read_text(encoding="utf-8"))))


def korean_cells(lesson):
    """Return a lesson's Korean cells, and the Korean of those that both languages share."""
    return "\n\n".join(
        cell.source if language_of(cell) else halves(cell.source)["ko"]
        for cell in lesson.cells
        if cell.cell_type == "markdown" and language_of(cell) != "en"
    )


def korean_part(page):
    """Return a page without its English half."""
    return re.sub(r"(?ms)^## English$.*?(?=^## |\Z)", "", page)


def passages(markdown):
    """Yield the passages of a Markdown text that hold Korean."""
    text = re.sub(r"(?s)```.*?```|<!--.*?-->|!\[[^]]*\]\([^)]*\)", "", markdown)
    text = re.sub(r"<summary>(.+?)</summary>", r"\n\n**\1**:\n\n", text)
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    # A sentence may go on behind its formula.
    text = re.sub(r"(?<=[^\s.:?])\s+(\$\$[^$]+\$\$)\s+(?=[가-힣])", r" \1 ", text)
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s|\s*\||#)|(?<=\|)\n", text):
        block = " ".join(without(r"</?[a-z][^>:]*>|^\s*>", block).split())
        marker = re.match(r"(#+|[-*+]|\d+\.) |\|", block)
        kind = "prose" if not marker else "heading" if block[0] == "#" else "item"
        block = block[marker.end() :] if marker else block
        for part in block.split("|") if marker and marker[0] == "|" else [block]:
            yield from (passage for passage in unmarked(kind, part) if is_korean(passage.text))


def without(markup, text):
    """Return a text without some markup, its formulas and code as they are."""
    return re.sub(rf"(?sm)({FORMULA}|{CODE})|{markup}", lambda match: match[1] or "", text)


def unmarked(kind, text):
    """Yield a passage without bold type, its label apart: **시간**: 30분."""
    label = re.match(r"\s*\*\*([^*]+?)(?:\*\*:|[.?:]\*\*)(?=\s|$)", text)
    if label:
        yield Passage("label", label[1].strip())
        text = text[label.end() :]
    text = without(r"\*+", text).strip()
    shared = re.fullmatch(r"(.*[가-힣].*?) · ([^가-힣]+)", text)  # 손실 곡선 · Loss curve
    if kind == "prose" and (shared or re.search(r"(?: ·|:) [^.?]+$", text)):  # 앞 수업: …
        kind = "label"
    yield Passage(kind, shared[1] if shared else text)


def is_korean(text):
    """Return whether a text holds Korean outside its formulas and code."""
    return bool(re.search("[가-힣]", masked(text)))


def sentences(passage):
    """Return the sentences of a passage that hold Korean."""
    ends = re.finditer(r"\S.*?(?:[.?!]+[\"'”’)]*(?=\s|$)|$)", masked(passage.text))
    found = [passage.text[match.start() : match.end()] for match in ends]
    return [sentence for sentence in found if is_korean(sentence)]


# How it is taken apart

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)*(?:e[+-]?\d+)?[⁻⁰¹²³⁴-⁹]*(?: ?%)?"
LATIN = r"[A-Za-zŷα-ω][A-Za-z0-9_]*(?:[.+-][A-Za-z0-9_]+)*[²³]?"
NAME = re.compile(rf"(?s:{FORMULA})|{CODE}|https?://[^\s<>가-힣]+|{NUMBER}|{LATIN}")


@functools.cache
def masked(text):
    """Return a text of the same length in which X and 1 stand for names and numbers."""
    return NAME.sub(lambda name: ("1" if name[0][0].isdigit() else "X") * len(name[0]), text)


@functools.cache
def analyzer():
    """Return the analyzer, with the glossary in it. Loading it takes a second."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)
    for term in TERMS:
        if not term.stems:  # verbs it knows, all their forms included
            kiwi.add_user_word(term.ko, "NNG")
    return kiwi


@functools.cache
def analysis(text):
    """Return the morphemes of a text and the logarithm of how likely they are."""
    return analyzer().analyze(masked(text))[0]


def morphemes(text):
    """Return the morphemes of a text, each with its form, tag, start and end."""
    return analysis(text)[0]


# How sentences end

POLITE = r"(?:ᆸ|습)니[다까]|으?세요|(?:나|ᆫ가|은가|는가|던가|ᆯ까|을까)요"
SIGNS = ("SF", "SP", "SS", "SE", "SO", "SW", "SB")
NAMES = ("SL", "SN")


def ending(sentence):
    """Return the form and the tag of a sentence's end: its predicate's, if there is one."""
    without_aside = re.sub(r"\s*\([^()]*\)(?=[.?!:]*$)", "", masked(sentence))
    words = list(morphemes(without_aside or sentence))
    while words and words[-1].tag.startswith(SIGNS):
        words.pop()
    named = words and words[-1].tag in NAMES  # 실행하세요: `make lab`.
    while words and words[-1].tag.startswith(SIGNS + NAMES):
        words.pop()
    if not words or (named and words[-1].tag != "EF"):
        return "", "SL"
    if words[-1].form == "요" and len(words) > 1:  # the analyzer may take 인가요 for 인가 + 요
        return words[-2].form + "요", "EF"
    return words[-1].form, words[-1].tag


def is_polite(sentence):
    """Return whether a sentence ends in 합니다 style."""
    form, tag = ending(sentence)
    return tag == "EF" and bool(re.fullmatch(POLITE, form))


@check
def ends_in_formal_style(passage):
    """합니다, and 하세요 for what the reader does; a label or an item may be a few nouns."""
    if passage.kind == "heading":
        return
    for sentence in sentences(passage):
        _, tag = ending(sentence)  # EF also for 저장함
        announced = is_polite(sentence[: masked(sentence).rfind(": ") + 1])
        complete = sentence.endswith((".", "?")) or (
            passage.kind == "prose" and not sentence.endswith(":")
        )
        if not is_polite(sentence) and (tag == "EF" or (complete and not announced)):
            yield f"not in 합니다 style: {sentence}"


@check
def has_headings_of_nouns(passage):
    """Not 몇 개인가요?, but 매개변수의 수; 세기 and 가르치는 분께 will do."""
    if passage.kind == "heading":
        form, tag = ending(passage.text)
        is_noun = tag.startswith(("N", "XSN", "XR", "S")) or form in ("기", "께")
        if not is_noun or passage.text.endswith("?"):
            yield f"a heading that does not end in a noun: {passage.text}"


# How particles follow the sound

PARTICLE_TAGS = {"JX", "JKS", "JKO", "JKC", "JC", "JKB", "JKQ"}
PARTICLE = (
    r"[은는이가을를과와]|으?로(?:서|써|부터|는|도|만|의)?|이?(?:나|란|랑|라도|든지?|라고|라는)"
)
AFTER_CLOSED = {"은": "는", "이": "가", "을": "를", "과": "와"}
AFTER_OPEN = {value: key for key, value in AFTER_CLOSED.items()}


def fits(particle, syllable):
    """Return whether a particle may follow a syllable."""
    final = (ord(syllable) - ord("가")) % 28
    closed = final not in (0, 8) if "로" in particle[:2] else final != 0
    return closed == (particle[0] in "은이을과으")


def other_form(particle):
    """Return the form of a particle that follows the other kind of syllable."""
    if particle in AFTER_CLOSED | AFTER_OPEN:
        return (AFTER_CLOSED | AFTER_OPEN)[particle]
    vowel = "으" if "로" in particle[:2] else "이"
    return particle[1:] if particle[0] == vowel else vowel + particle


def particles(sentence):
    """Return each particle that has two forms by its place, 라고 and 며 of 이다 included."""
    found = {}
    for word in morphemes(sentence):
        text = sentence[word.start : word.end]
        if word.tag in PARTICLE_TAGS and re.fullmatch(PARTICLE, text):
            found[word.start] = text
        elif word.tag == "VCP" and (not text or sentence.startswith("이라", word.start)):
            found[word.start] = re.match("[가-힣]+", sentence[word.start :])[0]
    return found


def word_before(sentence, place):
    """Return the name or the syllable that a particle follows, past asides and quotes."""
    start = re.sub(r"(?:\s*\([^()]*\)|[\"'”’」])+$", "", masked(sentence)[:place])
    for name in NAME.finditer(sentence):
        if name.end() == len(start):
            return name[0]
    return start[-1:] if re.match("[가-힣]", start[-1:]) else ""


def reading_of(word):
    """Return how a word ends when it is read aloud, None if the glossary does not say."""
    name = word.strip("`$")
    if re.fullmatch("[가-힣]", word) or name in READINGS:
        return READINGS.get(name, word)
    if re.search(r"[⁰¹²³⁴-⁹]$|\^\{?-?[\dn]+\}?$", name):
        return "제곱"
    if name.endswith("%"):
        return "퍼센트"
    number = re.search(r"(?<!\w)(?:[\d.,]|e[+-]?)*(\d)[\])]*$", name)
    if number:
        return "영일이삼사오육칠팔구"[int(number[1])]  # 십, 백, 천 and 만 are closed, as 영 is
    subscript = r".*_\{?[\w,]*?([a-z])\}?"  # of a formula; the last word of anything else
    last = re.fullmatch(subscript if "$" in word else r".*?(\w+)\W*", name)
    return READINGS.get(last[1]) if last else None


@check
def attaches_particles_by_sound(passage):
    """모델은 and 함수는; `model`은, PyTorch는, 10을, 변화도(gradient)는."""
    for sentence in sentences(passage):
        for place, particle in particles(sentence).items():
            word = word_before(sentence, place)
            reading = word and reading_of(word)
            if reading is None:
                yield f"the glossary does not say how {word} is read: {sentence}"
            elif word and not fits(particle, reading[-1]):
                yield f"{word}{particle}, read aloud it is {word}{other_form(particle)}: {sentence}"


LIKELIER = 2  # as logarithms: right particles stay 4 behind, wrong ones are mostly 5 ahead


def is_known(sentence, place):
    """Return whether at a place the analyzer sees a particle, or the ending of 그은."""
    words = morphemes(sentence)
    return place in particles(sentence) or any(
        verb.tag.startswith("V") and verb.start < place == ending.start and ending.tag[0] == "E"
        for verb, ending in pairwise(words)
    )


@check
def attaches_particles_to_words(passage):
    """모델은 and 함수는, where the analyzer sees no particle: 손실이 is likelier than 손실가."""
    for sentence in sentences(passage):
        for match in re.finditer(rf"(?<=[가-힣])(?:{PARTICLE})(?![가-힣])", masked(sentence)):
            place, particle, other = match.start(), match[0], other_form(match[0])
            if fits(particle, sentence[place - 1]) or is_known(sentence, place):
                continue
            corrected = sentence[:place] + other + sentence[match.end() :]
            gain = analysis(corrected)[1] - analysis(sentence)[1]
            if gain > LIKELIER:
                yield f"{particle} at the end of {sentence[:place]!r}, likelier {other}"


# Which words it uses


def in_all_spacings(word):
    """Return a pattern for a word, however it is spaced; two syllables stay together."""
    letters = word.replace(" ", "")
    return (r"\s?" if len(letters) > 2 else "").join(letters)


@check
def uses_the_glossary(passage):
    """One thing has one name; a word in straight quotes is spoken of, not used."""
    text = re.sub(r'"[^"]*"', lambda quoted: " " * len(quoted[0]), masked(passage.text))
    words = morphemes(text)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    for term in TERMS:
        for word in (term.ko, *term.variants):
            for match in re.finditer(in_all_spacings(word), text):
                whole = match.start() in starts and match.end() in ends
                if whole and match[0] != term.ko:
                    yield f"{match[0]!r}, the course says {term.ko!r}: {passage.text}"


PASSIVES = (
    "되|보이|쓰이|놓이|쌓이|묶이|섞이|나뉘|바뀌|잊히|읽히|닫히|잡히|뽑히|꼽히|찍히|적히|막히|"
    "불리|열리|풀리|눌리|팔리|실리|담기"
)


@check
def has_no_double_passives(passage):
    """되어지다, 보여지다."""
    words = morphemes(passage.text)
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        if (second.form, third.form) == ("어", "지") and re.fullmatch(PASSIVES, first.form):
            yield f"a double passive, {first.form}어지다: {passage.text}"


@check
def has_no_plural_after_a_number(passage):
    """Not 계층 두 개들, 2개의 계층들, 두 텐서들; the number says it."""
    tags = " ".join(f"{word.form}/{word.tag}" for word in morphemes(passage.text))
    number = r"(?:\S+/SN|\S+/NR|[두세네]/MM|(?:다섯|여섯|일곱|여덟|아홉|열)/\S+)"
    if found := re.search(rf"{number} (?:\S+/NNB )?(?:의/JKG )?(?:\S+/NN[GP] )*들/XSN", tags):
        yield f"a plural after a number, {found[0]}: {passage.text}"


# What is advice


def spacing_advice(text):
    """Return a text as the analyzer would space it, None where it agrees."""
    hidden = masked(text)
    advice = analyzer().space(hidden)
    counted = re.compile(r"(?<=[X1]) ")  # it would write 500 단계
    if counted.sub("", advice) == counted.sub("", hidden):
        return None
    letters = (letter for letter, mark in zip(text, hidden, strict=True) if mark != " ")
    return "".join(" " if mark == " " else next(letters) for mark in advice)


def advise():
    """Print each sentence that the analyzer would space otherwise, and how."""
    for path in TEXTS:
        for sentence in (one for passage in read(path) for one in sentences(passage)):
            if advice := spacing_advice(sentence):
                print(f"{path.name}\n  {sentence}\n  {advice}")
