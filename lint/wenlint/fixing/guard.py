"""The promises, checked on every repair: letters are conserved, structure is conserved.

A fix that would break the structure is left out and its finding stays. A fix that would change
letters is a bug in a rule, and nothing of the file is written.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from wenlint import formats
from wenlint.document.document import Document
from wenlint.fixing.culprits import Apply, Search, largest, moved
from wenlint.formats import Shape
from wenlint.model.findings import Edit, Finding, Safety
from wenlint.model.rule import Rule
from wenlint.search.patterns import lazy

NOT_LETTERS = lazy(r"[\W_]+")
#: A line that says what a link or a footnote elsewhere means.
DEFINITION = lazy(r"^ {0,3}\[[^\]\n]+\]:[^\n]*", re.MULTILINE)
#: The target of a link that is the anchor of a heading.
ANCHOR = lazy(r"\](?:\(|:[ \t]*)(<?#[^\s()<>]+>?)")


class GuardError(Exception):
    """A repair would have broken a promise; it was not made."""


def check_letters(document: Document, chosen: Sequence[Finding], rules: Mapping[str, Rule]) -> None:
    """Every safe fix keeps the letters and digits it touches, but for what its rule declares."""
    seen: set[tuple[str, str, str]] = set()
    for finding in chosen:
        assert finding.fix is not None
        if finding.fix.safety < Safety.SAFE:
            continue
        rule = rules[finding.rule]
        cut = document.layout.without_furniture if rule.furniture else document.text.__getitem__
        old = "".join(cut(slice(start, end)) for start, end, _ in finding.fix.edits)
        new = "".join(text for _, _, text in finding.fix.edits)
        if (key := (finding.rule, old, new)) in seen:
            continue
        seen.add(key)
        if _letters(rule.fold(old)) != _letters(rule.fold(new)):
            raise GuardError(
                f"rule {finding.rule} would have changed letters: {old!r} to {new!r}; nothing was written. "
                f"This is a bug in the rule; go on without it by --ignore {finding.rule}"
            )


def check_application(old: str, new: str, edits: Sequence[Edit]) -> None:
    """The new text is the old one with exactly these edits: all between them is the same."""
    before = after = 0
    for start, end, text in edits:
        length = start - before
        if old[before:start] != new[after : after + length] or not new.startswith(text, after + length):
            raise GuardError("the edits were not applied as they were planned; nothing was written. This is our bug")
        before, after = end, after + length + len(text)
    if old[before:] != new[after:]:
        raise GuardError("the text after the last edit was changed; nothing was written. This is our bug")


def admit(document: Document, chosen: Sequence[Finding], rules: Mapping[str, Rule], apply: Apply) -> list[Finding]:
    """Of the chosen fixes those that leave the structure as it is.

    First those that must leave all of it, then, on top of them, those that may join paragraphs, and last
    those that make markup of text, as long as all else is kept.
    """
    if not chosen:
        return []
    text, format = document.text, formats.load(document.format)
    if not format.sections(text):
        return list(chosen)

    def loosen(shape: Shape) -> Shape:
        return format.loosened(shape, document.settings)

    def holds_but_for_markup(base: Sequence[Finding], fixes: Sequence[Finding]) -> bool:
        return format.keeps(apply(text, base), apply(text, [*base, *fixes]))

    makes = [finding for finding in chosen if _makes_markup(finding, rules)]
    others = [finding for finding in chosen if not _makes_markup(finding, rules)]
    exact = [finding for finding in others if not rules[finding.rule].reshapes]
    joins = [finding for finding in others if rules[finding.rule].reshapes]
    kept = Search(text, [], format.sections, apply).harmless(exact) if exact else []
    kept += Search(text, kept, format.sections, apply, loosen).harmless(joins) if joins else []
    return kept + largest(makes, lambda fixes: holds_but_for_markup(kept, fixes))[0]


def admit_near(document: Document, chosen: Sequence[Finding], rules: Mapping[str, Rule], apply: Apply) -> list[Finding]:
    """The same, of each fix by the top-level blocks around it alone: enough to say of what will be left out."""
    text, tops = document.text, document.parsed.tops
    bounds = [0]
    for before, top in pairwise(tops):  # a block begins with its indent
        bounds.append(text.rfind("\n", before, top) + 1 or bounds[-1])
    regions = _regions(chosen, [*bounds, len(text)]) if tops else []
    definitions = [match[0] for match in DEFINITION.finditer(text)] if regions else []
    if regions:
        definitions += [f"\n[]({target})" for target in dict.fromkeys(ANCHOR.findall(text))]
    if not regions or 2 * (sum(end - start for start, end, _ in regions) + sum(map(len, definitions))) > len(text):
        return admit(document, chosen, rules, apply)
    meant = "\n".join(definitions) + "\n\n"
    first = "" if regions[0][0] == 0 else meant  # what begins and what ends the text is at its place
    parts: list[str] = [first]
    size = len(first)
    own: dict[Finding, Finding] = {}
    for start, end, fixes in regions:
        own.update((moved(finding, size - start), finding) for finding in fixes)
        parts += (text[start:end], "" if end == len(text) else "\n\n" if start else f"\n\n{meant}")
        size += len(parts[-2]) + len(parts[-1])
    part = Document("".join(parts), document.format, document.settings)
    return [own[finding] for finding in admit(part, list(own), rules, apply)]


def _regions(chosen: Sequence[Finding], bounds: Sequence[int]) -> list[tuple[int, int, list[Finding]]]:
    """The fixes with the blocks that they touch and one more on each side; those of which the blocks overlap together."""
    regions: list[tuple[int, int, list[Finding]]] = []
    for finding in chosen:
        assert finding.fix is not None
        first, last = finding.fix.edits[0].start, finding.fix.edits[-1].end
        start = bounds[max(bisect_right(bounds, first) - 2, 0)]
        end = bounds[min(bisect_left(bounds, last) + 1, len(bounds) - 1)]
        if regions and start <= regions[-1][1]:
            begin, stop, fixes = regions.pop()
            fixes.append(finding)
            regions.append((min(begin, start), max(stop, end), fixes))
        else:
            regions.append((start, end, [finding]))
    return regions


def _makes_markup(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    return rules[finding.rule].restructures and finding.fix is not None and finding.fix.safety < Safety.SAFE


def _letters(text: str) -> str:
    """Letters and digits with the marks that combine with them."""
    return NOT_LETTERS.sub(lambda run: "".join(c for c in run[0] if unicodedata.category(c)[0] == "M"), text)
