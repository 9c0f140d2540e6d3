"""The first look hides nothing: what is found with it is what is found without it."""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
import re2
from conftest import ROOT, SEEDS
from hypothesis import given
from hypothesis import strategies as st
from test_properties import FORMATS, RULES, TEXT
from wenlint import Document
from wenlint.fixing.check import check
from wenlint.search import prefilter, re2_superset
from wenlint.search.patterns import SOUGHT, sought
from wenlint.search.prefilter import READY, FirstLook

sys.path.insert(0, str(ROOT / "tools"))
import supersets

EXAMPLES = [example.text for rule in RULES for example in rule.bad] + [text for rule in RULES for text in rule.good]
#: Rule by rule they say little of what stands between them.
JOINED = ["\n\n".join(EXAMPLES[at : at + 40]) for at in range(0, len(EXAMPLES), 40)]
SIZES = (1, 16, 2048)


@pytest.fixture(params=SIZES)
def parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are looked at in parts of this size, so that what goes over their edges is tried, too."""
    monkeypatch.setattr("wenlint.search.prefilter.PART", request.param)


@pytest.fixture
def no_others(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No patterns are looked for but what a test makes."""
    made: dict[object, bool] = {}
    monkeypatch.setattr("wenlint.search.patterns.SOUGHT", made)
    monkeypatch.setattr(prefilter, "SOUGHT", made)
    prefilter._known.cache_clear()
    yield
    prefilter._known.cache_clear()


def without_a_look(text: str, format: str) -> object:
    """The findings of all rules where every pattern is looked for everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FirstLook, "areas", lambda self, pattern: None)
        return check(Document(text, format), RULES)


def spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@pytest.mark.usefixtures("parts")
@pytest.mark.parametrize("format", FORMATS)
def test_rules_find_the_same_in_the_examples_and_the_seeds(format: str) -> None:
    for text in (*EXAMPLES, *JOINED, *(seed.read_text("utf-8") for seed in SEEDS)):
        assert check(Document(text, format), RULES) == without_a_look(text, format)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("format", FORMATS)
@given(text=TEXT)
def test_rules_find_the_same_in_any_text(size: int, format: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wenlint.search.prefilter.PART", size)
        assert check(Document(text, format), RULES) == without_a_look(text, format)


@pytest.mark.parametrize("size", SIZES)
@given(text=st.one_of(TEXT, st.sampled_from(JOINED), st.builds("{}\n{}".format, TEXT, st.sampled_from(EXAMPLES))))
def test_each_pattern_finds_the_same(size: int, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wenlint.search.prefilter.PART", size)
        looks = {in_source: FirstLook(text, in_source) for in_source in (False, True)}
        for pattern, in_source in SOUGHT.items():
            assert spans(looks[in_source].find(pattern)) == spans(pattern.finditer(text)), pattern.source


def test_half_of_a_surrogate_pair_is_no_hindrance() -> None:
    document = Document("中文,\ud800中文,中文")
    assert check(document, RULES) == without_a_look(document.text, "plain") != []


#: Patterns with what RE2 does not know, and texts in which each of them matches somewhere.
TRANSLATED = {
    r"(?<=甲)乙(?=丙)": "甲乙丙，乙",
    r"(?<![a-z])b(?!c)": "ab bc b",
    r"[ ](?<=甲 )(?![乙丙])": "甲 丁，乙 丙",
    r"(.)\1{2,}": "甲甲乙乙乙",
    r"(?P<one>[一二])(?P=one)": "一二二",
    r"^\s*甲$": "乙\n 甲\n丙",
    r"\A甲|乙\Z": "甲丙乙",
    r"\b甲\w\W\d\D\s\S": "。甲乙，1丙 丁",
    r"[^\S\n]甲[^\W\d_]": "丙\u3000甲乙",
    r"(?:甲|乙(?=丙)|(?<=丁)戊)己?": "乙丙丁戊己甲",
    r"甲{2,5}?乙{3}+(?>丙|丁)": "甲甲乙乙乙丁",
    r"x(?=[yz]).": "xa xz",
    r"甲[^乙]{0,300}乙": "甲\n\n\n\n\n\n\n\n丙\n乙",
    r"(?:甲[^乙]*)+乙": "甲" + "\n丙" * 20 + "乙",
    r".\n.": "甲\n乙",
    r"(?s:.)乙": "\n乙",
}


@pytest.mark.usefixtures("no_others")
@pytest.mark.parametrize("flags", [re.NOFLAG, re.MULTILINE, re.IGNORECASE, re.DOTALL, re.ASCII])
@pytest.mark.parametrize("source", TRANSLATED)
def test_what_re2_does_not_know_is_widened(source: str, flags: re.RegexFlag, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefilter, "PART", 1)
    text = "\n".join((TRANSLATED[source], "无\n" * 9, TRANSLATED[source]))
    pattern = sought(source, flags)
    look = FirstLook(text)
    found = spans(look.find(pattern))
    assert found == spans(re.compile(source, flags).finditer(text))
    assert found or flags is not re.MULTILINE
    assert look.areas(pattern) is not None or flags or source.startswith("(?s:")


@pytest.mark.parametrize("source", ["(?i:甲)乙", "(甲)?(?(1)乙|丙)"])
def test_what_cannot_be_widened_is_looked_for_everywhere(source: str) -> None:
    assert re2_superset.of(source) is None


@pytest.mark.usefixtures("no_others")
def test_what_stands_around_a_match_narrows_the_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefilter, "PART", 1)
    pattern = sought("(?<=[甲乙]),(?=丙)")
    ((start, end),) = FirstLook("丁,丙\n" * 50 + "甲,丙\n" + "甲,丁\n" * 50).areas(pattern) or []
    assert 200 - 2 * prefilter.WIDTH < start <= 200
    assert end == 204


@pytest.mark.usefixtures("no_others")
def test_where_re2_has_too_little_memory_all_is_looked_for_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefilter, "MEMORY", 4096)
    pattern = sought("(?<=[一-鿿]),(?=[一-鿿])")
    for number in range(50):
        sought(f"{'[a-z甲-龟]' * 50}{number}")
    look = FirstLook("甲,乙")
    assert look.areas(pattern) is None
    assert spans(look.find(pattern)) == [(1, 2)]


def test_letters_that_are_one_where_case_is_ignored_are_seen() -> None:
    found = re2_superset.of("ik", re.IGNORECASE)
    assert found is not None
    for text in ("İK", "ıK", "I\N{KELVIN SIGN}", "ik"):
        assert re.search("ik", text, re.IGNORECASE)
        assert re2.search(found.source, text)


def test_the_supersets_are_those_of_our_patterns() -> None:
    assert READY.read_text("utf-8") == supersets.made(), "run python tools/supersets.py"


def test_parts_are_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wenlint.search.prefilter.PART", 3)
    text = "甲乙\n丙丁戊己庚\n\n辛\n壬,癸\n子丑,寅卯辰\n"
    comma = next(
        pattern for pattern in SOUGHT if pattern.source[0].startswith("(?<=[") and ",)" not in pattern.source[0]
    )
    areas = FirstLook(text).areas(comma) or []
    assert all(start == 0 or text[start - 1] == "\n" for start, _ in areas)
    assert all(one[1] < other[0] for one, other in pairwise(areas))
