"""Every rule by its own examples: alone, with all the others, in every format."""

from collections.abc import Iterator

import pytest
from wenlint import Document, Safety
from wenlint.check import check
from wenlint.fix import fix
from wenlint.loader import load_rules
from wenlint.rule import Example, Rule

RULES = load_rules()


def bad() -> Iterator[object]:
    for rule in RULES:
        for format in sorted(rule.formats):
            for number, example in enumerate(rule.bad):
                yield pytest.param(rule, format, example, id=f"{rule.name}-{format}-{number}")


def good() -> Iterator[object]:
    for rule in RULES:
        for format in sorted(rule.formats):
            for number, text in enumerate(rule.good):
                yield pytest.param(rule, format, text, id=f"{rule.name}-{format}-{number}")


@pytest.mark.parametrize(("rule", "format", "example"), list(bad()))
def test_bad_example_is_found_where_it_is_marked(rule: Rule, format: str, example: Example) -> None:
    found = check(Document(example.text, format), [rule])
    assert [(finding.start, finding.end) for finding in found] == list(example.spans)
    assert {finding.rule for finding in found} == {rule.name}


@pytest.mark.parametrize(("rule", "format", "example"), list(bad()))
def test_bad_example_becomes_what_it_should(rule: Rule, format: str, example: Example) -> None:
    document = Document(example.text, format)
    # Joining blocks that a Markdown author parted is never safe; see Promises in the design.
    safety = Safety.UNSAFE if rule.reshapes and format != "plain" else example.safety
    if safety is None:
        assert fix(document, [rule], Safety.UNSAFE).text == example.text
        return
    fixed = fix(document, [rule], safety)
    assert fixed.text == example.fixed
    assert not [finding for finding in fixed.remaining if finding.fix and finding.fix.safety >= safety]
    if example.safety is Safety.UNSAFE:
        assert fix(document, [rule], Safety.SAFE).text == example.text


@pytest.mark.parametrize(("rule", "format", "text"), list(good()))
def test_good_example_is_left_alone(rule: Rule, format: str, text: str) -> None:
    assert check(Document(text, format), [rule]) == []


@pytest.mark.parametrize(("rule", "format", "example"), list(bad()))
@pytest.mark.parametrize("safety", [Safety.SAFE, Safety.UNSAFE])
def test_all_rules_together_settle(rule: Rule, format: str, example: Example, safety: Safety) -> None:
    once = fix(Document(example.text, format), RULES, safety)
    again = fix(Document(once.text, format), RULES, safety)
    assert again.text == once.text
    assert again.applied.total() == 0


@pytest.mark.parametrize(("rule", "format", "text"), list(good()))
def test_good_examples_settle_too(rule: Rule, format: str, text: str) -> None:
    for rules in (RULES, [rule]):
        once = fix(Document(text, format), rules, Safety.UNSAFE)
        assert fix(Document(once.text, format), rules, Safety.UNSAFE).text == once.text


def test_every_rule_of_the_first_issue_is_there() -> None:
    assert {rule.name for rule in RULES} >= {
        "ascii-ellipsis", "blank-lines", "broken-heading", "broken-line", "cjk-latin-space", "final-newline",
        "fullwidth-alphanumeric", "halfwidth-bracket", "halfwidth-mark", "invisible-character",
        "kangxi-radical", "line-ending", "multiple-spaces", "odd-dash", "page-marker", "repeated-mark",
        "space-between-han", "space-by-fullwidth-mark", "space-inside-bracket", "trailing-space",
    }  # fmt: skip


def test_every_kangxi_radical_has_its_ideograph() -> None:
    (rule,) = (rule for rule in RULES if rule.name == "kangxi-radical")
    for code in range(0x2F00, 0x2FD6):
        text = f"一个{chr(code)}字，好。"
        fixed = fix(Document(text), [rule]).text
        assert len(fixed) == len(text)
        assert "\u4e00" <= fixed[2] <= "\u9fff", f"U+{code:04X}"
