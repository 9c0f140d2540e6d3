"""The promises, checked on every repair: letters are conserved, structure is conserved.

A fix that would break the structure is left out and its finding stays. A fix that would change
letters is a bug in a rule, and nothing of the file is written.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from wenlint import formats
from wenlint.document.document import Document
from wenlint.formats import Section, Shape
from wenlint.model.findings import Edit, Finding, Safety
from wenlint.model.rule import Rule
from wenlint.search.patterns import lazy

NOT_LETTERS = lazy(r"[\W_]+")
#: A line that says what a link or a footnote elsewhere means.
DEFINITION = lazy(r"^ {0,3}\[[^\]\n]+\]:[^\n]*", re.MULTILINE)
#: The target of a link that is the anchor of a heading.
ANCHOR = lazy(r"\](?:\(|:[ \t]*)(<?#[^\s()<>]+>?)")
#: How many trials a search for the fixes that break the structure may cost: of the fixes of one rule in one
#: section, and of those of the whole text where a section by itself does not show it.
TRIALS = 64

Apply = Callable[[str, Sequence[Finding]], str]


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
    before = format.sections(text)
    if not before:
        return list(chosen)

    def holds(base: Sequence[Finding], fixes: Sequence[Finding]) -> bool:
        old = _shape(format.sections(apply(text, base)) if base else before)
        return old == _shape(format.sections(apply(text, [*base, *fixes])))

    def holds_loosely(base: Sequence[Finding], fixes: Sequence[Finding]) -> bool:
        old, new = (_shape(format.sections(apply(text, some))) for some in (base, [*base, *fixes]))
        return format.loosened(old, document.settings) == format.loosened(new, document.settings)

    def holds_in_part(start: int, end: int) -> Callable[[Sequence[Finding]], bool]:
        part = text[start:end]
        shape = _shape(format.sections(part))
        return lambda fixes: shape == _shape(format.sections(apply(part, [_moved(f, -start) for f in fixes])))

    def holds_but_for_markup(base: Sequence[Finding], fixes: Sequence[Finding]) -> bool:
        return format.keeps(apply(text, base), apply(text, [*base, *fixes]))

    makes = [finding for finding in chosen if _makes_markup(finding, rules)]
    others = [finding for finding in chosen if not _makes_markup(finding, rules)]
    exact = [finding for finding in others if not rules[finding.rule].reshapes]
    joins = [finding for finding in others if rules[finding.rule].reshapes]
    if exact and not holds([], exact):
        groups = _groups(text, before, exact)
        exact = [f for start, end, fixes in groups for f in _largest(fixes, holds_in_part(start, end))]
        if not holds([], exact):
            exact = _largest(exact, lambda fixes: holds([], fixes))
    kept = exact + _largest(joins, lambda fixes: holds_loosely(exact, fixes))
    return kept + _largest(makes, lambda fixes: holds_but_for_markup(kept, fixes))


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
    moved: dict[Finding, Finding] = {}
    for start, end, fixes in regions:
        moved.update((_moved(finding, size - start), finding) for finding in fixes)
        parts += (text[start:end], "" if end == len(text) else "\n\n" if start else f"\n\n{meant}")
        size += len(parts[-2]) + len(parts[-1])
    part = Document("".join(parts), document.format, document.settings)
    return [moved[finding] for finding in admit(part, list(moved), rules, apply)]


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


def _largest(fixes: Sequence[Finding], holds: Callable[[Sequence[Finding]], bool]) -> list[Finding]:
    """As many of the fixes as hold together: rule by rule, halving what does not."""
    kept: list[Finding] = []
    if not fixes or holds(fixes):
        return list(fixes)
    for rule in dict.fromkeys(finding.rule for finding in fixes):
        trials = TRIALS
        stack = [[finding for finding in fixes if finding.rule == rule]]
        while stack and trials:
            some = stack.pop()
            trials -= 1
            if holds([*kept, *some]):
                kept += some
            elif len(some) > 1:
                middle = len(some) // 2
                stack += (some[middle:], some[:middle])
    return kept


def _shape(sections: Sequence[Section]) -> Shape:
    return tuple(item for section in sections for item in section.shape)


def _groups(text: str, sections: Sequence[Section], chosen: Sequence[Finding]) -> list[tuple[int, int, list[Finding]]]:
    """The fixes by the top-level sections they touch; sections that one fix ties together are one group."""
    bounds = [0, *(section.start for section in sections[1:]), len(text)]
    groups: list[tuple[int, int, list[Finding]]] = []
    index = 0
    for finding in chosen:
        assert finding.fix is not None
        first, last = finding.fix.edits[0].start, finding.fix.edits[-1].end
        while index + 2 < len(bounds) and bounds[index + 1] <= first:
            index += 1
        stop = index + 1
        while stop + 1 < len(bounds) and bounds[stop] < last:
            stop += 1
        if groups and groups[-1][1] > bounds[index]:
            begin, end, fixes = groups[-1]
            fixes.append(finding)
            groups[-1] = (begin, max(end, bounds[stop]), fixes)
        else:
            groups.append((bounds[index], bounds[stop], [finding]))
    return groups


def _moved(finding: Finding, by: int) -> Finding:
    assert finding.fix is not None
    edits = tuple(Edit(start + by, end + by, text) for start, end, text in finding.fix.edits)
    return finding._replace(fix=finding.fix._replace(edits=edits))
