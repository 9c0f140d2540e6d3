"""The promises, checked on every repair: letters are conserved, structure is conserved.

A fix that would break the structure is left out and its finding stays. A fix that would change
letters is a bug in a rule, and nothing of the file is written.
"""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence

from wenlint import formats
from wenlint.document import Document
from wenlint.findings import Edit, Finding, Safety
from wenlint.formats import Section
from wenlint.rule import Rule

NOT_LETTERS = re.compile(r"[\W_]+")
#: How many trials one section may cost before all its fixes are left out.
TRIALS = 64


class GuardError(Exception):
    """A repair would have broken a promise; it was not made."""


def check_letters(document: Document, chosen: Sequence[Finding], rules: Mapping[str, Rule]) -> None:
    """Every safe edit keeps the letters and digits it touches, but for what its rule declares."""
    seen: set[tuple[str, str, str]] = set()
    for finding in chosen:
        assert finding.fix is not None
        if finding.fix.safety < Safety.SAFE:
            continue
        rule = rules[finding.rule]
        for start, end, new in finding.fix.edits:
            old = document.text[start:end]
            if (key := (finding.rule, old, new)) in seen:
                continue
            seen.add(key)
            kept = rule.removes(document.settings).sub("", old) if rule.removes else old
            if NOT_LETTERS.sub("", rule.fold(kept)) != NOT_LETTERS.sub("", rule.fold(new)):
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
            raise GuardError(
                "the edits were not applied as they were planned; nothing was written. This is our bug"
            )
        before, after = end, after + length + len(text)
    if old[before:] != new[after:]:
        raise GuardError("the text after the last edit was changed; nothing was written. This is our bug")


def admit(
    document: Document,
    chosen: Sequence[Finding],
    rules: Mapping[str, Rule],
    apply: Callable[[str, Sequence[Finding]], str],
) -> list[Finding]:
    """Of the chosen fixes those that leave the structure as it is."""
    text = document.text
    loaded = formats.load(document.format)
    before = loaded.sections(text)
    if not before:
        return list(chosen)

    def same(old: Sequence[Section], new: Sequence[Section], fixes: Sequence[Finding]) -> bool:
        one, other = _shape(old), _shape(new)
        if any(rules[finding.rule].reshapes for finding in fixes):
            one, other = loaded.loosened(one), loaded.loosened(other)
        return one == other

    if same(before, loaded.sections(apply(text, chosen)), chosen):
        return list(chosen)
    admitted: list[Finding] = []
    for start, end, fixes in _groups(text, before, chosen):
        part = text[start:end]
        moved = [_moved(finding, -start) for finding in fixes]
        whole = loaded.sections(part)
        budget = [TRIALS]

        def holds(fixes: Sequence[Finding], part: str = part, whole: Sequence[Section] = whole) -> bool:
            return same(whole, loaded.sections(apply(part, fixes)), fixes)

        admitted += (_moved(finding, start) for finding in _largest(moved, [], holds, budget))
    if same(before, loaded.sections(apply(text, admitted)), admitted):
        return admitted
    return []


def _largest(
    fixes: Sequence[Finding],
    kept: list[Finding],
    holds: Callable[[Sequence[Finding]], bool],
    budget: list[int],
) -> list[Finding]:
    """Add to the kept fixes as many of these as hold together, halving what does not."""
    budget[0] -= 1
    if not fixes or budget[0] < 0:
        return kept
    if holds([*kept, *fixes]):
        return [*kept, *fixes]
    if len(fixes) == 1:
        return kept
    middle = len(fixes) // 2
    return _largest(fixes[middle:], _largest(fixes[:middle], kept, holds, budget), holds, budget)


def _shape(sections: Sequence[Section]) -> tuple[Hashable, ...]:
    return tuple(item for section in sections for item in section.shape)


def _groups(
    text: str, sections: Sequence[Section], chosen: Sequence[Finding]
) -> list[tuple[int, int, list[Finding]]]:
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
            begin, end, fixes = groups.pop()
            groups.append((begin, max(end, bounds[stop]), [*fixes, finding]))
        else:
            groups.append((bounds[index], bounds[stop], [finding]))
    return groups


def _moved(finding: Finding, by: int) -> Finding:
    assert finding.fix is not None
    edits = tuple(Edit(start + by, end + by, text) for start, end, text in finding.fix.edits)
    return finding._replace(
        start=finding.start + by, end=finding.end + by, fix=finding.fix._replace(edits=edits)
    )
