"""Every rule by its own examples: alone, with all the others, in every format."""

import pytest
from wenlint import Document, Safety
from wenlint.fixing.fix import fix
from wenlint.model.rule import Rule
from wenlint.rules.examples import failures
from wenlint.rules.loader import load_rules

RULES = load_rules()
EXAMPLES = [
    pytest.param(format, text, id=f"{rule.name}-{format}-{number}")
    for rule in RULES
    for format in sorted(rule.formats)
    for number, text in enumerate([*(example.text for example in rule.bad), *rule.good])
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples_hold(rule: Rule) -> None:
    """Spans, fixes and their safety, silence on the good ones, settling alone; in each format of the rule."""
    assert list(failures(rule)) == []


@pytest.mark.parametrize(("format", "text"), EXAMPLES)
@pytest.mark.parametrize("safety", [Safety.SAFE, Safety.UNSAFE])
def test_all_rules_together_settle(format: str, text: str, safety: Safety) -> None:
    once = fix(Document(text, format), RULES, safety)
    again = fix(Document(once.text, format), RULES, safety)
    assert again.text == once.text
    assert again.applied.total() == 0


def test_the_first_twenty_rules_are_there() -> None:
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
