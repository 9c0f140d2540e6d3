"""How many findings each rule has."""

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from wenlint.outcome import Outcome
from wenlint.reports import mark


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write count, fixability and rule, the most frequent first."""
    counts: Counter[str] = Counter()
    marks: dict[str, str] = {}
    for outcome in outcomes:
        for finding in outcome.findings:
            counts[finding.rule] += 1
            marks[finding.rule] = max(marks.get(finding.rule, ""), mark(finding) or "[ ] ")
    digits = len(str(max(counts.values(), default=0)))
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        out.write(f"{count:>{digits}} {marks[rule]}{rule}\n")
