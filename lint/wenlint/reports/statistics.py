"""How many findings each rule has."""

from collections import Counter
from collections.abc import Container, Iterable
from typing import TextIO

from wenlint.model.outcome import Outcome
from wenlint.reports import mark
from wenlint.search.patterns import lazy

#: From the mark that promises least; where two are as frequent, the first of them stands for the rule.
MARKS = ("[ ] ", "[?] ", "[*] ")
ROW = lazy(r" *\d+ \[[*? ]\] ([a-z-]+)(?: \(.*\))?")


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write count, fixability and rule, the most frequent first.

    The mark is that of most findings of the rule; where they differ, a bracket tells how many have which.
    """
    counts: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        for finding in outcome.findings:
            counts.setdefault(finding.rule, Counter())[mark(finding) or MARKS[0]] += 1
    digits = len(str(max((marks.total() for marks in counts.values()), default=0)))
    for rule, marks in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        most = max(MARKS, key=lambda sign: marks[sign])
        rest = ", ".join(f"{marks[sign]} {sign.strip()}" for sign in reversed(MARKS) if marks[sign])
        out.write(f"{marks.total():>{digits}} {most}{rule}{f' ({rest})' if len(marks) > 1 else ''}\n")


def is_own(head: str, names: Container[str]) -> bool:
    """Whether a file that begins so is such a table."""
    *lines, _ = head.split("\n")
    rows = [ROW.fullmatch(line) for line in lines]
    return bool(rows) and all(row is not None and row[1] in names for row in rows)
