"""What a check calls fixable is what a fix repairs, and the counts of both agree."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_fix import make
from test_properties import FORMATS, RULES, TEXT
from wenlint import Document, Edit, Finding, Safety, edit, insert, replace
from wenlint.config.plan import CommandLine, Plan
from wenlint.config.schema import Config
from wenlint.fixing.check import check
from wenlint.fixing.fix import NOT_ASKED, REFUSED, _without_overlaps, fix, without_refused
from wenlint.jobs.one_file import run_bytes
from wenlint.model.rule import Rule

BY_DEFAULT = [rule for rule in RULES if rule.default]
#: Longer than anything drawn beside it, so that a check judges only what stands near a fix.
LONG = "这是一段完整的话。\n\n" * 40
SAFETIES = st.sampled_from([Safety.SAFE, Safety.UNSAFE])


def checked(text: str, format: str, rules: Sequence[Rule]) -> list[Finding]:
    document = Document(text, format)
    return without_refused(document, check(document, rules), rules)


def fixable(findings: Iterable[Finding], safety: Safety) -> Counter[str]:
    return Counter(finding.rule for finding in findings if finding.fix and finding.fix.safety >= safety)


def agree(text: str, format: str, safety: Safety, rules: Sequence[Rule] = BY_DEFAULT) -> None:
    """Of each rule as much is repaired as was called fixable, or more; and of what is left a check says the same."""
    promised = fixable(checked(text, format, rules), safety)
    fixed = fix(Document(text, format), rules, safety)
    assert not promised - fixed.applied
    assert not fixable(fixed.remaining, safety)
    assert checked(fixed.text, format, rules) == fixed.remaining


@pytest.mark.parametrize("format", FORMATS)
@given(text=TEXT, safety=SAFETIES)
def test_what_a_check_calls_fixable_a_fix_repairs(format: str, text: str, safety: Safety) -> None:
    agree(text, format, safety)


@given(text=TEXT, before=st.sampled_from(["", LONG]), after=TEXT, safety=SAFETIES)
def test_so_it_is_where_only_what_is_near_was_judged(text: str, before: str, after: str, safety: Safety) -> None:
    agree(f"{before}{text}\n\n{LONG}{after}", "markdown", safety)


DISAGREED = [
    "会议认为\f-\n",  # an unsafe fix at the place of a safe one that breaks the structure
    "*\f고이는서이서의는다마어고가의마고\v里裡裏",
    "\u3000\n#而地动[  \n10:30바国\v\u2028 a20d{。他さけ",  # what is refused touches another fix
]


@pytest.mark.parametrize("text", DISAGREED)
@pytest.mark.parametrize("safety", [Safety.SAFE, Safety.UNSAFE])
def test_a_check_and_a_fix_that_did_not_agree(text: str, safety: Safety) -> None:
    agree(text, "markdown", safety)


def test_a_safe_fix_is_judged_among_the_safe_ones() -> None:
    found = checked("会议认为\f-\n", "markdown", BY_DEFAULT)
    marker = next(finding for finding in found if finding.rule == "page-marker")
    assert marker.fix is None
    assert marker.message.endswith(REFUSED)


def test_what_is_refused_makes_room_for_another_fix_of_the_same_characters() -> None:
    def breaks(document: Document) -> Iterable[Finding]:
        if document.prose.startswith("甲＃"):
            yield replace((0, 2), "# 甲", "{0}")

    def mends(document: Document) -> Iterable[Finding]:
        if document.prose[1:2] == "＃":
            yield replace((1, 2), "，", "{0}")

    rules = [make("breaks", breaks), make("mends", mends)]
    assert [finding.fix is None for finding in checked("甲＃乙\n", "markdown", rules)] == [True, False]
    fixed = fix(Document("甲＃乙\n", "markdown"), rules)
    assert (fixed.text, fixed.applied) == ("甲，乙\n", {"mends": 1})


def test_what_goes_with_the_fix_of_another_is_counted() -> None:
    def both(document: Document) -> Iterable[Finding]:
        if "，，" in document.prose:
            at = document.prose.index("，，")
            yield replace((at, at + 2), "，", "{0}")

    def second(document: Document) -> Iterable[Finding]:
        for at, (one, other) in enumerate(pairwise(document.prose)):
            if one == other == "，":
                yield replace((at + 1, at + 2), "", "{0}")

    rules = [make("both", both), make("second", second)]
    assert fixable(checked("甲，，乙，丙", "plain", rules), Safety.SAFE) == {"both": 1, "second": 1}
    assert fix(Document("甲，，乙，丙"), rules).applied == {"both": 1, "second": 1}


def test_what_waits_and_is_still_there_is_counted_once() -> None:
    def long(document: Document) -> Iterable[Finding]:
        if document.prose.startswith("，，"):
            yield replace((0, 2), "，", "{0}")

    def last(document: Document) -> Iterable[Finding]:
        if "，。" in document.prose:
            at = document.prose.index("，。")
            yield replace((at, at + 2), "。", "{0}")

    fixed = fix(Document("，，。甲"), [make("long", long), make("last", last)])
    assert (fixed.text, fixed.applied) == ("。甲", {"long": 1, "last": 1})


def test_what_the_configuration_leaves_is_not_called_fixable() -> None:
    plan = Plan(Config(unfixable=["width"]), Path(), (), CommandLine(), "here")
    for fixing in (False, True):
        findings = run_bytes("会议认为,要\n".encode(), Path("a.txt"), plan, fixing=fixing).findings
        assert [(finding.fix, finding.message.endswith(NOT_ASKED)) for finding in findings] == [(None, True)]


def test_edits_may_meet_and_insertions_at_one_place_may_not() -> None:
    def chosen(*fixes: Finding) -> list[int]:
        return [fixes.index(finding) for finding in _without_overlaps(fixes)]

    def over(start: int, end: int) -> Finding:
        return replace((start, end), "", "")

    assert chosen(over(0, 3), over(3, 5), over(5, 6)) == [0, 1, 2]
    assert chosen(over(0, 3), over(2, 5), over(4, 6)) == [0, 2]
    assert chosen(insert(3, "a", ""), insert(3, "b", ""), over(0, 3), over(3, 5)) == [2, 3, 0]
    assert chosen(over(0, 5), insert(0, "a", ""), insert(5, "b", ""), insert(2, "c", "")) == [0, 1, 2]
    assert chosen(edit((0, 9), [Edit(0, 0, "a"), Edit(8, 9, "")], ""), over(6, 9), over(7, 8)) == [0, 2]


def test_the_marks_of_a_letter_are_in_order_before_they_are_composed(monkeypatch: pytest.MonkeyPatch) -> None:
    """`unicodedata` moves each mark that is not past all before it."""
    compose = unicodedata.normalize

    def in_order(form: str, text: str) -> str:
        for marks, run in groupby(text, key=lambda character: unicodedata.combining(character) > 0):
            classes = [unicodedata.combining(character) for character in run]
            assert not marks or classes == sorted(classes)
        return compose(form, text)

    monkeypatch.setattr(unicodedata, "normalize", in_order)
    rules = [rule for rule in RULES if rule.name == "decomposed"]
    text = "cafe" + "\u0301\u0323" * 20 + " か\u3099 a\u0345\u034f\u0323\u0301"
    assert fix(Document(text), rules).text == compose("NFC", text)
