"""The report for a terminal: each finding with its line and carets under what is meant."""

import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice
from typing import TextIO

from wenlint.model.findings import Finding
from wenlint.model.outcome import Line, Outcome
from wenlint.reports import mark
from wenlint.search.patterns import lazy
from wenlint.unicode.escape import COMMAND, defused, escape, visible

#: How much of a line is shown on each side of the span, in columns.
AROUND = 30
#: The longest span that is underlined whole, in code points.
LONGEST = 40
#: The two kinds of lines of a report: a finding, and what is shown of its line.
FINDING, CONTEXT = lazy(r".+?:\d+:\d+: ([a-z-]+) .+"), lazy(r" *\d* \|(?: .*)?")
NO_WIDTH = {"Mn", "Me", "Cf"}
#: So many rows are written at a time: a stream may pass on each by itself.
AT_ONCE = 1000


def write(outcomes: Iterable[Outcome], out: TextIO, *, context: bool = True) -> None:
    """Write the findings of each outcome, with their lines if `context`."""
    rows = _rows(outcomes, context)
    while some := "".join(islice(rows, AT_ONCE)):
        out.write(some)


def is_own(head: str, names: Container[str]) -> bool:
    """Whether a file that begins so is a report, with lines or without: each of its lines is of one of the two kinds."""
    *lines, _ = head.split("\n")
    found = [FINDING.fullmatch(line) for line in lines]
    return (
        bool(lines)
        and found[0] is not None
        and all(
            finding[1] in names if finding else CONTEXT.fullmatch(line)
            for finding, line in zip(found, lines, strict=True)
        )
    )


def _rows(outcomes: Iterable[Outcome], context: bool) -> Iterator[str]:
    for outcome in outcomes:
        path = escape(outcome.path)
        for finding in outcome.findings:
            line = outcome.excerpt.line(finding.start)
            place = f"{line.number}:{finding.start - line.start + 1}"
            yield f"{path}:{place}: {finding.rule} {mark(finding)}{escape(finding.message)}\n"
            if context and outcome.excerpt.lines:
                yield _context(line, finding)


def _context(line: Line, finding: Finding) -> str:
    text = line.text
    start = min(finding.start - line.start, len(text))
    stop = min(max(finding.end - line.start, start), len(text), start + LONGEST)
    low = _walk(text, start, 0, -1)
    high = _walk(text, stop, len(text), 1)
    risky = [command.start() for command in COMMAND.finditer(text, low, high)]  # one may begin before the span
    before = ("…" if low > 0 else "") + _shown(text, low, start, risky)
    marked = _shown(text, start, stop, risky)
    after = _shown(text, stop, high, risky) + ("…" if high < len(text) else "")
    gutter = " " * len(str(line.number))
    carets = "^" * max(width(marked), 1)
    shown = (before + marked + after).rstrip()
    return f"{gutter} |\n{line.number} | {shown}\n{gutter} | {' ' * width(before)}{carets}\n"


def _walk(text: str, offset: int, limit: int, step: int) -> int:
    """How far the line is shown from an offset, in so many columns."""
    near = text[offset : offset + AROUND] if step > 0 else text[max(offset - AROUND, 0) : offset][::-1]
    widths = list(accumulate(map(_columns, near)))
    count = min(bisect_left(widths, AROUND) + 1, len(widths))
    offset += step * count
    columns = widths[count - 1] if widths else AROUND
    while offset != limit and columns < AROUND:
        columns += _columns(text[offset] if step > 0 else text[offset - 1])
        offset += step
    return offset


def _shown(text: str, start: int, end: int, risky: Sequence[int]) -> str:
    """A piece of a line; `risky`: where in it a CI system would see a command, whose first character is then escaped."""
    shown = ""
    for at in risky:
        if start <= at < end:
            shown += _plain(text[start:at]) + defused(text[at])
            start = at + 1
    return shown + _plain(text[start:end])


def _plain(text: str) -> str:
    return visible(text.replace("\t", " "))


def width(text: str) -> int:
    """Columns of a terminal: two for East Asian wide and full-width characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else unicodedata.category(character) not in NO_WIDTH
