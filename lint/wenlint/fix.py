"""Applies what may be applied until nothing changes."""

import gc
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from wenlint import guard
from wenlint.check import check
from wenlint.document import Document
from wenlint.findings import Edit, Finding, Safety
from wenlint.model.rule import Rule
from wenlint.outcome import digest

#: A text that has not settled by then never will: each pass repairs what the one before uncovered.
PASSES = 100
#: From so many code points on memory is taken back after each pass.
LARGE = 1 << 22
#: Added to the message of a finding whose fix the guard left out.
REFUSED = " (not fixed: that would change the structure of the file)"


class QuarrelError(Exception):
    """Rules undo each other's work; the text was left as it was."""


class Fixed(NamedTuple):
    """A repaired text, how often each rule was applied, and what was found in the repaired text."""

    text: str
    applied: Counter[str]
    remaining: list[Finding]


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
    while True:
        findings = check(document, rules, alone=alone)
        candidates = [
            finding
            for finding in findings
            if finding.fix and finding.fix.safety >= safety and (fixable is None or finding.rule in fixable)
        ]
        chosen = _without_overlaps(candidates)
        guard.check_letters(document, chosen, by_name)
        chosen = guard.admit(document, chosen, by_name, apply)
        if not chosen:
            fixed = Fixed(document.text, applied, _withheld(findings, candidates))
            del document
            _take_memory_back(fixed.text)
            return fixed
        passes[_digest(document.text)] = {finding.rule for finding in chosen}
        text = apply(document.text, chosen)
        guard.check_application(document.text, text, _edits(chosen))
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
        del findings, candidates, chosen
        _take_memory_back(text)


def _take_memory_back(text: str) -> None:
    """Take back, for a large text, that of a document that is done with: it and its layout hold each other."""
    if len(text) > LARGE:
        gc.collect()


def _digest(text: str) -> bytes:
    return digest(text.encode("utf-8", "surrogatepass"))


def without_refused(document: Document, findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings of a check, those without their fix that the guard would not let pass."""
    chosen = _without_overlaps([finding for finding in findings if finding.fix])
    admitted = set(guard.admit_near(document, chosen, {rule.name: rule for rule in rules}, apply))
    return _withheld(findings, [finding for finding in chosen if finding not in admitted])


def _withheld(findings: Sequence[Finding], refused: Sequence[Finding]) -> list[Finding]:
    known = set(refused)
    return [
        finding._replace(fix=None, message=finding.message + REFUSED) if finding in known else finding
        for finding in findings
    ]


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

    def place(finding: Finding) -> tuple[int, int]:
        assert finding.fix is not None
        return finding.fix.edits[0].start, -finding.fix.edits[-1].end

    chosen: list[Finding] = []
    taken: list[Edit] = []  # ascending
    for finding in sorted(candidates, key=place):
        assert finding.fix is not None
        if all(_free(taken, edit) for edit in finding.fix.edits):
            chosen.append(finding)
            for edit in finding.fix.edits:
                taken.insert(bisect_left(taken, edit), edit)
    return chosen


def _free(taken: list[Edit], edit: Edit) -> bool:
    index = bisect_left(taken, edit)
    if index < len(taken) and (taken[index].start < edit.end or taken[index].start == edit.start == taken[index].end):
        return False
    if index == 0:
        return True
    before = taken[index - 1]
    return before.end <= edit.start and not (before.start == before.end == edit.start == edit.end)
