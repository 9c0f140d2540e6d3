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


def markers(settings: Settings) -> re.Pattern[str]:
    """Finds page markers, those of the settings among them; group 1 is the marker with the blanks before it."""
    return _pattern(settings.page_markers)


@cache
def _pattern(own: tuple[str, ...]) -> re.Pattern[str]:
    inline, alone = "|".join(INLINE + own), "|".join(ALONE)
    return re.compile(rf"((?:{inline})|(?<![^\n])[ \t]*(?:{alone})(?=[ \t]*(?:\n|\Z)))", re.IGNORECASE)


#: The known markers, for matching a whole string.
MARKER = re.compile("|".join(INLINE + ALONE), re.IGNORECASE)
