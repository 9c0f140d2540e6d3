"""The fix loop and the guard, with rules made to misbehave."""

import unicodedata
from collections.abc import Callable, Iterable
from functools import partial

import pytest
from wenlint import Document, Edit, Finding, Safety, edit, insert, replace
from wenlint.fixing.check import RuleCrashError, check
from wenlint.fixing.fix import QuarrelError, fix
from wenlint.fixing.guard import GuardError, check_application
from wenlint.model.rule import Rule, RuleError, rule


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


def rewrite(old: str, new: str, safety: Safety = Safety.UNSAFE, **options: object) -> Rule:
    """A rule that puts one text in place of another, in offsets of the source."""

    def body(document: Document) -> Iterable[Finding]:
        at = document.text.find(old)
        if at >= 0:
            yield replace((at, at + len(old)), new, "{0}", safety)

    return make("rewrite", body, view="file", **options)


MARKUP = {
    "emphasis": ("**甲。**乙", "。**", "**。"),
    "heading": ("##甲\n\n乙", "##甲", "## 甲"),
    "heading in a paragraph": ("甲\n##乙\n丙", "##乙", "## 乙"),
    "link": ("见［甲］（http://a.cn）。", "［甲］（http://a.cn）", "[甲](http://a.cn)"),
    "list": ("１．甲\n２．乙", "１．甲\n２．乙", "1. 甲\n2. 乙"),
    "beside code, links and tables": ("**甲。**乙`c`[d](e)\n\n| a |\n|---|\n| b |", "。**", "**。"),
    "a heading beside a link to another": ("见[此](#甲)。\n\n# 甲\n\n##乙", "##乙", "## 乙"),
}


@pytest.mark.parametrize(("text", "old", "new"), MARKUP.values(), ids=list(MARKUP))
def test_markup_is_made_of_text_only_by_an_unsafe_fix_of_a_rule_that_says_so(text: str, old: str, new: str) -> None:
    document, made = Document(text, "markdown"), text.replace(old, new)
    assert fix(document, [rewrite(old, new, restructures=True)], Safety.UNSAFE).text == made
    assert fix(document, [rewrite(old, new, restructures=True)], Safety.SAFE).text == text
    safe = rewrite(old, new, Safety.SAFE, restructures=True, fold=partial(unicodedata.normalize, "NFKC"))
    assert fix(document, [safe], Safety.UNSAFE).text == text
    assert fix(document, [rewrite(old, new)], Safety.UNSAFE).text == text


LOST = {
    "a letter": ("**甲。**乙", "甲。**", "**丙"),
    "a mark": ("**甲。**乙", "。**", "**"),
    "the order of text": ("**甲。**乙", "。**乙", "**乙。"),
    "a letter to a number": ("１．甲\n２．乙", "１．甲\n２．乙", "1. 甲\n2. 丙"),
    "code": ("`甲`乙", "`甲`", "甲"),
    "what code says": ("`甲`乙", "`甲`", "`丙`"),
    "text to code": ("甲``乙", "甲", "`甲`"),
    "a fence": ("```\n甲\n```", "```\n甲\n```", "甲"),
    "text to a fence": ("甲\n\n乙", "甲\n\n", "甲\n\n    "),
    "HTML": ("<b>甲</b>", "<b>", ""),
    "what HTML says": ('<b title="甲">乙</b>', "甲", "丙"),
    "the target of a link": ("[甲](http://a.cn)", "a.cn", "b.cn"),
    "a mark of a target": ("[甲](http://a.cn/b-c)", "b-c", "bc"),
    "a link": ("[甲](http://a.cn)", "](", "] ("),
    "emphasis": ("**甲**乙", "**甲**", "甲"),
    "a heading": ("# 甲", "# ", "#"),
    "the level of a heading": ("# 甲", "# ", "## "),
    "an anchor": ("见[此](#甲)。\n\n# 甲", "# 甲", "# 甲 -"),
    "a list": ("- 甲", "- ", "-"),
    "a number of a list": ("3. 甲", "3", "4"),
    "an image": ("![甲](a.png)", "![", "["),
    "a table": ("| 甲 |\n|---|\n| 乙 |", "|---|", ""),
    "a hard break": ("甲  \n乙", "  \n", "\n"),
    "math": ("$a_b$", "$a", "a"),
    "a footnote": ("甲[^1]\n\n[^1]: 乙", "甲[^1]", "甲[1]"),
    "a quote": ("> 甲", "> ", ""),
    "an identifier that was text": ("#甲 {#b}", "#甲", "# 甲"),
}


@pytest.mark.parametrize(("text", "old", "new"), LOST.values(), ids=list(LOST))
def test_making_markup_loses_nothing(text: str, old: str, new: str) -> None:
    assert fix(Document(text, "markdown"), [rewrite(old, new, restructures=True)], Safety.UNSAFE).text == text


def test_of_fixes_that_make_markup_only_those_that_lose_something_are_left_out() -> None:
    def body(document: Document) -> Iterable[Finding]:
        for at, character in enumerate(document.text):
            if character == "＊":
                yield replace((at, at + 1), "*", "{0}", Safety.UNSAFE)

    text = "＊甲＊\n\n" * 5 + "＊[乙*](u)*丙\n\n" + "`＊`\n"
    fixed = fix(Document(text, "markdown"), [make("stars", body, view="lines", restructures=True)], Safety.UNSAFE)
    assert "`＊`" in fixed.text
    assert fixed.text.startswith("*甲*\n\n" * 5)


WRONG = {
    "no docstring": ({"bad": {"⟦甲⟧": "乙"}, "good": ["丙"]}, None, "no docstring"),
    "no good example": ({"bad": {"⟦甲⟧": "乙"}, "good": []}, "Text.", "at least one example"),
    "no bad example": ({"good": ["丙"]}, "Text.", "at least one example"),
    "no span": ({"bad": {"甲": "乙"}, "good": ["丙"]}, "Text.", "does not mark"),
    "no change": ({"bad": {"⟦甲⟧": "甲"}, "good": ["丙"]}, "Text.", "repaired into itself"),
    "needs something else": (
        {"bad": {"⟦甲⟧": "乙"}, "good": ["丙"], "needs": "丁"},
        "Text.",
        "holds nothing",
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
