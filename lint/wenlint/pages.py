"""What extractors leave where a page ended."""

import re
from functools import cache

from wenlint.settings import Settings

#: Markers that say of themselves what they are, anywhere in a line.
INLINE = (
    r"<PAGE[ _-]?(?:DIV|BREAK|SEP|END)\b[^<>\n]*>",
    r"<!--[ \t]*Page(?:[ _-]?Break)?(?:[ \t]+\d+)?(?:[ \t]+(?:of|/)[ \t]+\d+)?[ \t]*-->",
    r"\f",
)
#: Markers only where they have a line to themselves.
ALONE = (
    r"-{2,}[ \t]*Page[ \t]+\d+(?:[ \t]+of[ \t]+\d+)?[ \t]*-{2,}",
    r"-{2,}[ \t]*end of page[ \t]*=?[ \t]*\d+[ \t]*-{2,}",
    r"\{\d+\}-{6,}",
    r"\[Page[ \t]+\d+\]",
)

WHITE = " \t\n\f"


def markers(settings: Settings) -> re.Pattern[str]:
    """Finds page markers, those of the settings among them; group 1 is the marker with the blanks before it."""
    return _pattern(settings.page_markers)


def page_cuts(prose: str, settings: Settings) -> list[tuple[int, int]]:
    """Where pages end: each marker with the white space and the other markers around it."""
    cuts: list[tuple[int, int]] = []
    for marker in markers(settings).finditer(prose):
        if cuts and marker.start() < cuts[-1][1]:
            continue
        start, end = marker.span()
        while start > 0 and prose[start - 1] in WHITE:
            start -= 1
        while end < len(prose) and prose[end] in WHITE:
            end += 1
        if cuts and cuts[-1][1] >= start:
            start = cuts.pop()[0]
        cuts.append((start, end))
    return cuts


@cache
def _pattern(own: tuple[str, ...]) -> re.Pattern[str]:
    inline, alone = "|".join(INLINE + own), "|".join(ALONE)
    return re.compile(rf"((?:{inline})|(?<![^\n])[ \t]*(?:{alone})(?=[ \t]*(?:\n|\Z)))", re.IGNORECASE)


#: The known markers, for matching a whole string.
MARKER = re.compile("|".join(INLINE + ALONE), re.IGNORECASE)
