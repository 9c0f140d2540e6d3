"""What extractors leave where a page ended."""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import TYPE_CHECKING

from wenlint.formats.rows import Span, spans
from wenlint.model.findings import Edit
from wenlint.model.settings import Settings
from wenlint.search.own_patterns import OwnPattern, compiled
from wenlint.search.patterns import lazy, sought

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: Markers that say of themselves what they are, anywhere in a line.
INLINE = (
    r"<PAGE_(?:DIV|BREAK|SEP|END)\b[^<>\n]{0,20}>",
    r"<!--[ \t]*Page[ \t]+\d+(?:[ \t]+(?:of|/)[ \t]+\d+)?[ \t]*-->",
    r"\f",
)
#: Markers only where they have a line to themselves.
ALONE = (
    r"-{2,}[ \t]*Page[ \t]+\d+(?:[ \t]+of[ \t]+\d+)?[ \t]*-{2,}",
    r"-{2,}[ \t]*end of page[ \t]*=?[ \t]*\d+[ \t]*-{2,}",
    r"\{\d+\}-{6,}",
    r"\[Page[ \t]+\d+\]",
)
#: Group 1 is a marker that has a line to itself.
BUILT_IN = sought(rf"{'|'.join(INLINE)}|(?<![^\r\n])[ \t]*({'|'.join(ALONE)})(?=[ \t]*(?:[\r\n]|\Z))", re.IGNORECASE)
WHITE, NOTHING = " \t\n", lazy(r"[ \t\n]*+\Z")
BLANKS = lazy(r"[ \t]*")
BLANK_LINES = lazy(r"(?:[ \t]*\n)*")
WORDS = lazy(r"[A-Za-z0-9,;]\Z")


def find(text: str, settings: Settings) -> list[Span]:
    """The spans of page markers, the user's own among them; none overlap."""
    return list(_with_own(BUILT_IN.finditer(text), text, settings))


def find_in(document: "Document") -> Sequence[Span]:
    """The same for the prose of a document."""
    return spans(_with_own(document.find(BUILT_IN), document.prose, document.settings))


def _with_own(markers: Iterable[re.Match[str]], text: str, settings: Settings) -> Iterator[Span]:
    kinds: list[Iterator[Span]] = [(marker.span(marker.lastindex or 0) for marker in markers)]
    kinds += ((marker.span() for marker in own(pattern).finditer(text)) for pattern in settings.page_markers)
    end = 0
    for span in merge(*kinds):
        if span[0] >= end:
            yield span
            end = span[1]


def is_marker(text: str, settings: Settings) -> bool:
    """Whether a text is one page marker and nothing else."""
    if "\n" in text and not settings.page_markers:
        return False
    return find(text, settings) == [(0, len(text))]


def removal(prose: str, start: int, end: int) -> Edit:
    """What takes a marker, or a line that belongs to the page, out of a text: with the line that it leaves empty."""
    left = start
    while left and prose[left - 1] in " \t":
        left -= 1
    right = _skip(BLANKS, prose, end)
    begins, ends = left == 0 or prose[left - 1] in "\n\f", right == len(prose) or prose[right] in "\n\f"
    if prose[start] == "\f":  # it ends a line, if nothing else does
        return Edit(start, end, "" if begins or ends else "\n")
    if begins and NOTHING.match(prose, right):  # the last line goes with the line end before it
        while left and prose[left - 1] in WHITE:
            left -= 1
        return Edit(left, right, "")
    if begins and ends and prose[right : right + 1] == "\f":
        return Edit(left, right, "")
    if begins and ends:
        after = _skip(BLANK_LINES, prose, min(right + 1, len(prose)))
        parted = left == 0 or prose[left - 2 : left] == "\n\n"
        return Edit(left, after if parted else min(right + 1, len(prose)), "")
    if begins or ends:
        return Edit(left if ends else start, right, "")
    both_words = WORDS.search(prose, left - 1, left) and prose[right].isascii() and prose[right].isalnum()
    return Edit(left, right, " " if both_words else "")


def _skip(pattern: re.Pattern[str], prose: str, offset: int) -> int:
    """Where what the pattern matches at an offset ends."""
    match = pattern.match(prose, offset)
    return match.end() if match else offset


def own(pattern: str) -> OwnPattern:
    """A page marker of the user's. Raises PatternError for what is no pattern."""
    return compiled(pattern, f"page-markers: {pattern!r}", ignore_case=True)
