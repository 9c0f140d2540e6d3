"""Applies what may be applied until nothing changes."""

import gc
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from wenlint.document.document import Document
from wenlint.fixing import guard
from wenlint.fixing.check import check
from wenlint.fixing.culprits import Apply
from wenlint.fixing.repaired import repaired
from wenlint.model.findings import Edit, Finding, Safety
from wenlint.model.outcome import digest
from wenlint.model.rule import Rule

#: A text that has not settled by then never will: each pass repairs what the one before uncovered.
PASSES = 100
#: From so many code points on memory is taken back after each pass.
LARGE = 1 << 22
#: Added to the message of a finding whose fix the guard left out, or the configuration.
REFUSED = " (not fixed: that would change the structure of the file)"
NOT_ASKED = " (not fixed: the configuration leaves it to you)"
#: Of a place where an edit was chosen: it replaces from there on, puts something in there, or goes on from before.
BEGINS, INSERTED, INSIDE = 1, 2, b"\4"

Admit = Callable[[Document, Sequence[Finding], Mapping[str, Rule], Apply], list[Finding]]


class QuarrelError(Exception):
    """Rules undo each other's work; the text was left as it was."""


class Fixed(NamedTuple):
    """A repaired text, how many findings of each rule were repaired, and what was found in the repaired text.

    A finding is repaired by its own fix, or with another that touches the same characters.
    """

    text: str
    applied: Counter[str]
    remaining: list[Finding]


class Choice(NamedTuple):
    """What of the fixes of a text is applied at once: `chosen`. `refused`: those that the guard would not let pass.

    `waiting`: those that touch the characters of one that is chosen; they go with it or come after it.
    """

    chosen: list[Finding]
    refused: list[Finding]
    waiting: list[Finding]


def fix(
    document: Document,
    rules: Sequence[Rule],
    safety: Safety = Safety.SAFE,
    fixable: frozenset[str] | None = None,
    *,
    alone: bool = True,
) -> Fixed:
    """Repair a document; `alone` as for `check`.

    `safety`: the least that a fix must have to be applied. `fixable`: the rules whose fixes may be
    applied; all where it is None. Raises QuarrelError where the rules go round in circles, GuardError where
    a rule would change letters.
    """
    by_name = {rule.name: rule for rule in rules}
    applied: Counter[str] = Counter()
    passes: dict[bytes, set[str]] = {}  # the digest of each text met, and the rules that changed it
    waiting, edits = list[Finding](), list[Edit]()
    while True:
        findings = check(document, rules, alone=alone)
        applied.update(repaired(waiting, edits, findings))
        chosen, refused, waiting = _choose(document, findings, by_name, safety, fixable, _admit)
        if not chosen:
            known = {level: refused for level in Safety if level >= safety}
            fixed = Fixed(document.text, applied, _judged(document, findings, by_name, fixable, known))
            del document
            _take_memory_back(fixed.text)
            return fixed
        passes[_digest(document.text)] = {finding.rule for finding in chosen}
        text, edits = apply(document.text, chosen), _edits(chosen)
        guard.check_application(document.text, text, edits)
        applied.update(finding.rule for finding in chosen)
        if (met := _digest(text)) in passes or len(passes) > PASSES:
            texts = list(passes)
            circle = texts[texts.index(met) :] if met in passes else texts[-2:]
            names = sorted(set().union(*(passes[digest] for digest in circle)))
            raise QuarrelError(
                f"the rules {', '.join(names)} undo each other's fixes; nothing was written. "
                f"Go on without one of them by --ignore, and please report it"
            )
        document = Document(text, document.format, document.settings)
        del findings, chosen, refused
        _take_memory_back(text)


def _take_memory_back(text: str) -> None:
    """Take back, for a large text, that of a document that is done with: it and its layout hold each other."""
    if len(text) > LARGE:
        gc.collect()


def _digest(text: str) -> bytes:
    return digest(text.encode("utf-8", "surrogatepass"))


def without_refused(
    document: Document, findings: Sequence[Finding], rules: Sequence[Rule], fixable: frozenset[str] | None = None
) -> list[Finding]:
    """The findings of a check, those without their fix that `fix` would not apply.

    A safe fix is judged among the safe ones, as `fix` does, and an unsafe one among all that go with it. `fixable` as
    for `fix`.
    """
    return _judged(document, findings, {rule.name: rule for rule in rules}, fixable, {})


def _judged(
    document: Document,
    findings: Sequence[Finding],
    rules: Mapping[str, Rule],
    fixable: frozenset[str] | None,
    known: Mapping[Safety, Sequence[Finding]],
) -> list[Finding]:
    """`known`: what is refused where fixes of so little safety are applied, if it has been found out."""
    why: dict[Finding, str] = {}
    for safety in (Safety.SAFE, Safety.UNSAFE):
        own = [finding for finding in findings if finding.fix and finding.fix.safety is safety]
        if fixable is not None:
            why.update((finding, NOT_ASKED) for finding in own if finding.rule not in fixable)
        if own and document.parsed.tops:  # a text without structure refuses nothing
            refused = known.get(safety)
            if refused is None:
                refused = _choose(document, findings, rules, safety, fixable, guard.admit_near).refused
            why.update((finding, REFUSED) for finding in refused if finding.fix and finding.fix.safety is safety)
    if not why:
        return list(findings)
    return [
        finding._replace(fix=None, message=finding.message + why[finding]) if finding in why else finding
        for finding in findings
    ]


def _choose(
    document: Document,
    findings: Sequence[Finding],
    rules: Mapping[str, Rule],
    safety: Safety,
    fixable: frozenset[str] | None,
    admit: Admit,
) -> Choice:
    """Which fixes are applied to a text at once, as `fix` does it, and as `check` says that it would.

    What is refused makes room for others that touch the same characters.
    """
    candidates = [
        finding
        for finding in findings
        if finding.fix and finding.fix.safety >= safety and (fixable is None or finding.rule in fixable)
    ]
    chosen, refused = list[Finding](), list[Finding]()
    while len(free := _without_overlaps(candidates)) != len(chosen) or set(free) != set(chosen):
        chosen = admit(document, free, rules, apply)
        if len(chosen) < len(free):
            out = _others(free, chosen)
            refused += out
            candidates = _others(candidates, out)
        else:
            break
    return Choice(chosen, refused, _others(candidates, chosen))


def _admit(document: Document, free: Sequence[Finding], rules: Mapping[str, Rule], apply: Apply) -> list[Finding]:
    guard.check_letters(document, free, rules)
    return guard.admit(document, free, rules, apply)


def _others(findings: Sequence[Finding], known: Sequence[Finding]) -> list[Finding]:
    """The findings but for those known, which are some of them."""
    if len(findings) == len(known):
        return []
    out = set(known)
    return [finding for finding in findings if finding not in out]


def apply(text: str, chosen: Sequence[Finding]) -> str:
    """The text with the fixes of these findings, which must not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, new in _edits(chosen):
        parts += (text[at:start], new)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _edits(chosen: Sequence[Finding]) -> list[Edit]:
    return sorted(edit for finding in chosen if finding.fix for edit in finding.fix.edits)


def _without_overlaps(candidates: Sequence[Finding]) -> list[Finding]:
    """Fixes that do not touch the same characters; of two that do, the one that begins first, then the longer.

    Two edits may meet at an edge; two insertions at one place may not.
    """
    size = max((finding.fix.edits[-1].end for finding in candidates if finding.fix), default=0) + 1
    taken = bytearray(size)  # of each place, what is known of it

    def place(finding: Finding) -> int:
        assert finding.fix is not None
        return finding.fix.edits[0].start * size + size - finding.fix.edits[-1].end

    chosen: list[Finding] = []
    for finding in sorted(candidates, key=place):
        assert finding.fix is not None
        edits = finding.fix.edits
        if all(_is_free(taken, start, end) for start, end, _ in edits):
            chosen.append(finding)
            for start, end, _ in edits:
                taken[start] |= BEGINS if start < end else INSERTED
                taken[start + 1 : end] = INSIDE * max(end - start - 1, 0)
    return chosen


def _is_free(taken: bytearray, start: int, end: int) -> bool:
    if start == end:
        return taken[start] in (0, BEGINS)
    return taken[start] in (0, INSERTED) and not (end > start + 1 and taken[start + 1 : end].strip(b"\0"))
