"""Runs a rule's own examples, as the tests do and `wenlint rules --test`."""

from collections.abc import Iterator

from wenlint.document.document import Document
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix
from wenlint.model.findings import Safety
from wenlint.model.rule import Example, Rule


def failures(rule: Rule) -> Iterator[str]:
    """What is wrong with a rule by its own examples, in words; nothing where all of them hold."""
    for format in sorted(rule.formats):
        for example in rule.bad:
            yield from (f"{rule.name}, {format}: {reason}" for reason in _of_bad(rule, format, example))
        for text in rule.good:
            if found := check(Document(text, format), [rule]):
                yield f"{rule.name}, {format}: {text!r} is to be left alone and {text[slice(*found[0][:2])]!r} is found"


def _of_bad(rule: Rule, format: str, example: Example) -> Iterator[str]:
    document = Document(example.text, format)
    found = [(finding.start, finding.end) for finding in check(document, [rule])]
    if found != list(example.spans):
        yield f"in {example.text!r} {_shown(example.text, found)} is found and not {_shown(example.text, example.spans)}"
    # Joining blocks that a Markdown author parted is never safe.
    safety = Safety.UNSAFE if rule.reshapes and format != "plain" else example.safety
    fixed = fix(document, [rule], Safety.UNSAFE if safety is None else safety).text
    wanted = example.text if example.fixed is None else example.fixed
    if fixed != wanted:
        yield f"{example.text!r} becomes {fixed!r} and not {wanted!r}"
    if fix(Document(fixed, format), [rule], safety or Safety.UNSAFE).text != fixed:
        yield f"{fixed!r} does not settle"
    if example.safety is Safety.UNSAFE and fix(document, [rule]).text != example.text:
        yield f"the unsafe fix of {example.text!r} is applied as a safe one"


def _shown(text: str, spans: object) -> str:
    assert isinstance(spans, list | tuple)
    return ", ".join(f"{text[start:end]!r} at {start}" for start, end in spans) or "nothing"
