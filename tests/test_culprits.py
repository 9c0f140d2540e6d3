"""The search for the fixes that break the structure: how much it parses, and what it keeps."""

from collections.abc import Iterable, Iterator

import pytest
from test_fix import make
from test_properties import RULES
from wenlint import Document, Finding, Safety, replace
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix, without_refused
from wenlint.formats import commonmark
from wenlint.model.rule import Rule

from benchmarks.hostile import SHAPES, chance

BY_DEFAULT = [rule for rule in RULES if rule.default]
events = commonmark.events


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of the texts that were parsed."""
    lengths: list[int] = []

    def counted(source: str) -> Iterator[commonmark.Event]:
        lengths.append(len(source))
        return events(source)

    monkeypatch.setattr(commonmark, "events", counted)
    return lengths


@pytest.mark.parametrize("fixing", [False, True])
def test_what_is_parsed_grows_with_the_text(parsed: list[int], fixing: bool) -> None:
    """Most blocks of such a text have a fix that breaks it."""
    shares: list[float] = []
    for size in (1500, 6000):
        parsed.clear()
        document = Document(SHAPES["any white space"](size), "markdown")
        if fixing:
            fix(document, BY_DEFAULT)
        else:
            without_refused(document, check(document, BY_DEFAULT), BY_DEFAULT)
        shares.append(sum(parsed) / size)
    assert shares[1] < 1.6 * shares[0]
    assert shares[1] < 150


def test_what_is_too_much_to_try_in_one_block_does_not_come_back_pass_after_pass(parsed: list[int]) -> None:
    text = chance(26, ("<PAGE_DIV>", "**会", "'会"), 5000)
    fix(Document(text, "markdown"), BY_DEFAULT)
    assert sum(parsed) < 500 * len(text)


def each(name: str, old: str, new: str) -> Rule:
    def body(document: Document) -> Iterable[Finding]:
        for at, character in enumerate(document.text):
            if character == old:
                yield replace((at, at + 1), new, "{0}", Safety.UNSAFE)

    return make(name, body, view="file")


def test_of_two_fixes_that_break_it_together_that_of_the_first_rule_of_the_text_stays() -> None:
    rules = [each("closer", "※", "*"), each("opener", "＊", "*")]
    assert fix(Document("乙※\n\n＊甲※\n", "markdown"), rules, Safety.UNSAFE).text == "乙*\n\n＊甲*\n"
