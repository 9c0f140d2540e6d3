"""The fix loop and the guard, with rules made to misbehave."""

from collections.abc import Callable, Iterable

import pytest
from wenlint import Document, Edit, Finding, Safety, edit, insert, replace
from wenlint.check import RuleCrashError, check
from wenlint.fix import QuarrelError, fix
from wenlint.guard import GuardError, check_application
from wenlint.rule import Rule, RuleError, rule


def make(name: str, body: Callable[[Document], Iterable[Finding]], **options: object) -> Rule:
    body.__name__, body.__doc__ = name, "A rule for a test."
    return rule(bad={"⟦甲⟧": "乙"}, good=["丙"], **options)(body)  # type: ignore[arg-type]


def swap(name: str, old: str, new: str) -> Rule:
    def body(document: Document) -> Iterable[Finding]:
        at = document.prose.find(old)
        if at >= 0:
            yield replace((at, at + len(old)), new, "{0}")

    return make(name, body)


def test_rules_that_quarrel_are_named_and_nothing_is_done() -> None:
    rules = [swap("one", "，", "、"), swap("two", "、", "，"), swap("bystander", "！", "？")]
    with pytest.raises(QuarrelError, match=r"one, two undo each other"):
        fix(Document("甲，乙"), rules)


def test_a_rule_without_end_is_stopped() -> None:
    def body(document: Document) -> Iterable[Finding]:
        yield insert(0, "，", "more")

    with pytest.raises(QuarrelError, match="endless"):
        fix(Document("甲"), [make("endless", body)])


def test_a_safe_fix_that_changes_letters_is_refused_and_an_unsafe_one_is_not() -> None:
    with pytest.raises(GuardError, match=r"liar would have changed letters: '甲' to '乙'"):
        fix(Document("甲，"), [swap("liar", "甲", "乙")])

    def body(document: Document) -> Iterable[Finding]:
        yield replace((0, 1), "乙", "{0}", Safety.UNSAFE)

    assert fix(Document("甲，"), [make("honest", body)]).text == "甲，"


def test_a_crash_names_the_rule() -> None:
    def body(document: Document) -> Iterable[Finding]:
        raise KeyError("x")

    with pytest.raises(RuleCrashError, match=r"rule broken \(test_fix\) crashed: KeyError: 'x'"):
        check(Document("甲"), [make("broken", body)])


def test_touching_edits_are_made_together_and_overlapping_ones_one_after_the_other() -> None:
    passes = []

    def body(document: Document) -> Iterable[Finding]:
        passes.append(document.text)
        for old, new in (("，，", "，"), ("，。", "。"), ("！", "？")):
            at = document.prose.find(old)
            if at >= 0:
                yield replace((at, at + len(old)), new, "{0}")

    assert fix(Document("甲，，。！"), [make("several", body)]).text == "甲。？"
    assert passes == ["甲，，。！", "甲，。？", "甲。？"]


def test_the_edits_of_one_fix_are_made_together_or_not_at_all() -> None:
    def pair(document: Document) -> Iterable[Finding]:
        if document.prose.startswith("("):
            yield edit((0, 3), [Edit(0, 1, "（"), Edit(2, 3, "）")], "{0}")

    def last(document: Document) -> Iterable[Finding]:
        if document.prose.endswith(")"):
            yield replace((2, 3), "］", "{0}")

    assert fix(Document("(甲)"), [make("pair", pair), make("last", last)]).text == "（甲）"


def test_edits_applied_wrongly_are_noticed() -> None:
    check_application("甲,乙,丙", "甲，乙，丙", [Edit(1, 2, "，"), Edit(3, 4, "，")])
    for wrong in ("甲，乙,丙", "甲，乙，丁", "乙，乙，丙", "甲，乙，丙丙"):
        with pytest.raises(GuardError):
            check_application("甲,乙,丙", wrong, [Edit(1, 2, "，"), Edit(3, 4, "，")])


def test_of_many_fixes_only_those_that_break_the_structure_are_left_out() -> None:
    def body(document: Document) -> Iterable[Finding]:
        for at, character in enumerate(document.prose):
            if character == "＊":
                yield replace((at, at + 1), "*", "{0}")
            if character == ",":
                yield replace((at, at + 1), "，", "{0}")

    text = "甲,＊乙＊,丙\n\n" * 30 + "- 甲,乙\n" * 30
    fixed = fix(Document(text, "markdown"), [make("stars", body)])
    assert fixed.text == "甲，*乙＊，丙\n\n" * 30 + "- 甲，乙\n" * 30
    assert len(fixed.remaining) == 30


WRONG = {
    "no docstring": ({"bad": {"⟦甲⟧": "乙"}, "good": ["丙"]}, None, "no docstring"),
    "no good example": ({"bad": {"⟦甲⟧": "乙"}, "good": []}, "Text.", "at least one example"),
    "no bad example": ({"good": ["丙"]}, "Text.", "at least one example"),
    "no span": ({"bad": {"甲": "乙"}, "good": ["丙"]}, "Text.", "does not mark"),
    "no change": ({"bad": {"⟦甲⟧": "甲"}, "good": ["丙"]}, "Text.", "repaired into itself"),
    "needs something else": (
        {"bad": {"⟦甲⟧": "乙"}, "good": ["丙"], "needs": "丁"},
        "Text.",
        "none of the characters",
    ),
    "unknown language": (
        {"bad": {"⟦甲⟧": "乙"}, "good": ["丙"], "languages": {"cn"}},
        "Text.",
        "unknown language cn",
    ),
}


@pytest.mark.parametrize(("options", "text", "reason"), WRONG.values(), ids=list(WRONG))
def test_a_rule_that_is_not_written_as_it_must_be_is_refused(
    options: dict[str, object], text: str | None, reason: str
) -> None:
    def lame(document: Document) -> Iterable[Finding]:
        return ()

    lame.__doc__ = text
    with pytest.raises(RuleError, match=f"rule lame .*{reason}"):
        rule(**options)(lame)  # type: ignore[arg-type]
