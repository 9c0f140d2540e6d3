"""Reports: what was found, for people and for programs.

A report is a module with one function, `write(outcomes, rules, out)`.
"""

from bisect import bisect_right
from typing import NamedTuple

from wenlint.findings import Finding, Safety
from wenlint.patterns import lazy

LINE_END = lazy(r"\r\n|\n|\r")

#: What must not reach a terminal or a log from a file: controls, bidirectional controls, line and
#: paragraph separators, and what would be invisible in a message.
HIDDEN = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    for code in (
        *range(0x20), *range(0x7F, 0xA0), 0xAD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
        *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),
    )
}  # fmt: skip


class Position(NamedTuple):
    """A place in a text: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class Lines:
    """Finds lines and columns in a text. A line ends at CR LF, LF or CR."""

    def __init__(self, text: str):
        ends = [end.span() for end in LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def position(self, offset: int) -> Position:
        index = bisect_right(self._starts, offset) - 1
        return Position(index + 1, offset - self._starts[index] + 1, offset)

    def span(self, number: int) -> tuple[int, int]:
        """The span of a line, counted from 1, without its line end."""
        return self._starts[number - 1], self._ends[number - 1]


def escape(text: str) -> str:
    """Text from a file, made harmless for a terminal or a log."""
    return text.translate(HIDDEN)


def mark(finding: Finding) -> str:
    """How a finding may be fixed: `[*]` safely, `[?]` unsafely."""
    return "" if finding.fix is None else "[*] " if finding.fix.safety is Safety.SAFE else "[?] "
