"""The report for a terminal: each finding with its line and carets under what is meant."""

import unicodedata
from collections.abc import Iterable
from typing import TextIO

from wenlint.findings import Finding
from wenlint.reports import Lines, escape, mark
from wenlint.run import Outcome

#: How much of a line is shown on each side of the span, in columns.
AROUND = 30
#: The longest span that is underlined whole, in code points.
LONGEST = 40
NO_WIDTH = {"Mn", "Me", "Cf"}


def write(outcomes: Iterable[Outcome], out: TextIO, *, context: bool = True) -> None:
    """Write the findings of each outcome, with their lines if `context`."""
    for outcome in outcomes:
        lines = Lines(outcome.text)
        for finding in outcome.findings:
            position = lines.position(finding.start)
            out.write(
                f"{escape(outcome.path)}:{position.line}:{position.column}: "
                f"{finding.rule} {mark(finding)}{escape(finding.message)}\n"
            )
            if context and outcome.text:
                out.write(_context(outcome.text, lines, finding))


def _context(text: str, lines: Lines, finding: Finding) -> str:
    number = lines.position(finding.start).line
    start, end = lines.span(number)
    stop = min(max(finding.end, finding.start), end, finding.start + LONGEST)
    low = _walk(text, finding.start, start, -1)
    high = _walk(text, stop, end, 1)
    before = ("…" if low > start else "") + _shown(text[low : finding.start])
    marked = _shown(text[finding.start : stop])
    after = _shown(text[stop:high]) + ("…" if high < end else "")
    gutter = " " * len(str(number))
    carets = "^" * max(width(marked), 1)
    return f"{gutter} |\n{number} | {(before + marked + after).rstrip()}\n{gutter} | {' ' * width(before)}{carets}\n"


def _walk(text: str, offset: int, limit: int, step: int) -> int:
    """How far the line is shown from an offset, in so many columns."""
    columns = 0
    while offset != limit and columns < AROUND:
        columns += width(text[offset] if step > 0 else text[offset - 1])
        offset += step
    return offset


def _shown(text: str) -> str:
    return escape(text.replace("\t", " "))


def width(text: str) -> int:
    """Columns of a terminal: two for East Asian wide and full-width characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else unicodedata.category(c) not in NO_WIDTH for c in text)
