"""What extractors leave where a page ended."""

import re
from functools import cache

from wenlint.settings import Settings

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
BUILT_IN = re.compile(
    rf"{'|'.join(INLINE)}|(?<![^\r\n])[ \t]*({'|'.join(ALONE)})(?=[ \t]*(?:[\r\n]|\Z))", re.IGNORECASE
)
WHITE = " \t\n\f"

Span = tuple[int, int]


def find(text: str, settings: Settings) -> list[Span]:
    """The spans of page markers, the user's own among them; none overlap."""
    spans = [marker.span(marker.lastindex or 0) for marker in BUILT_IN.finditer(text)]
    for pattern in compiled(settings.page_markers):
        spans += (marker.span() for marker in pattern.finditer(text) if marker[0])
    found: list[Span] = []
    for span in sorted(spans):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def is_marker(text: str, settings: Settings) -> bool:
    """Whether a text is one page marker and nothing else."""
    return find(text, settings) == [(0, len(text))]


def without_markers(text: str, settings: Settings) -> str:
    """The text with its page markers taken out."""
    kept: list[str] = []
    at = 0
    for start, end in find(text, settings):
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def page_cuts(prose: str, settings: Settings) -> list[Span]:
    """Where pages end: each marker with the white space and the other markers around it."""
    cuts: list[Span] = []
    for start, end in find(prose, settings):
        if cuts and start < cuts[-1][1]:
            continue
        while start > 0 and prose[start - 1] in WHITE:
            start -= 1
        while end < len(prose) and prose[end] in WHITE:
            end += 1
        if cuts and cuts[-1][1] >= start:
            start = cuts.pop()[0]
        cuts.append((start, end))
    return cuts


@cache
def compiled(own: tuple[str, ...]) -> list[re.Pattern[str]]:
    """The user's patterns, each by itself: its groups and flags are its own. Raises re.error."""
    return [re.compile(pattern, re.IGNORECASE) for pattern in own]
