"""The report for a terminal: each finding with its line and carets under what is meant."""

import unicodedata
from collections.abc import Iterable
from typing import TextIO

from wenlint.findings import Finding
from wenlint.outcome import Line, Outcome
from wenlint.reports import escape, mark

#: How much of a line is shown on each side of the span, in columns.
AROUND = 30
#: The longest span that is underlined whole, in code points.
LONGEST = 40
NO_WIDTH = {"Mn", "Me", "Cf"}


def write(outcomes: Iterable[Outcome], out: TextIO, *, context: bool = True) -> None:
    """Write the findings of each outcome, with their lines if `context`."""
    for outcome in outcomes:
        path = escape(outcome.path)
        for finding in outcome.findings:
            position = outcome.excerpt.position(finding.start)
            out.write(
                f"{path}:{position.line}:{position.column}: {finding.rule} {mark(finding)}{escape(finding.message)}\n"
            )
            if context and outcome.excerpt.lines:
                out.write(_context(outcome.excerpt.line(finding.start), finding))


def _context(line: Line, finding: Finding) -> str:
    text = line.text
    start = min(finding.start - line.start, len(text))
    stop = min(max(finding.end - line.start, start), len(text), start + LONGEST)
    low = _walk(text, start, 0, -1)
    high = _walk(text, stop, len(text), 1)
    before = ("…" if low > 0 else "") + _shown(text[low:start])
    marked = _shown(text[start:stop])
    after = _shown(text[stop:high]) + ("…" if high < len(text) else "")
    gutter = " " * len(str(line.number))
    carets = "^" * max(width(marked), 1)
    shown = (before + marked + after).rstrip()
    return f"{gutter} |\n{line.number} | {shown}\n{gutter} | {' ' * width(before)}{carets}\n"


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
