"""Damage prints: what a text shows of how it was damaged, which decides how sure a repair is."""

from typing import TYPE_CHECKING

from wenlint.document.convention import usual
from wenlint.search.patterns import sought
from wenlint.unicode.characters import HAN, LINE_ENDS

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: A comma between Han, and a full stop written as a dot after Han.
HALF_COMMA = sought(f"(?<=[{HAN}”’）》]),")
DOT = sought(rf"(?<=[{HAN}”’）》])\.(?=[ ]?[{HAN}“‘（《]|[{LINE_ENDS}]|\Z)")
#: So many commas say whether the width was folded as a whole.
PLACES = 3


def width_was_folded(document: "Document") -> bool:
    """Whether the text went through a fold of full-width marks to ASCII, as NFKC and ftfy do.

    Such a fold leaves no `，`, while `。` and `、`, which have no ASCII form, survive.
    """
    commas = {"half": document.count(HALF_COMMA), "full": document.prose.count("，")}
    return usual(commas, PLACES) == "half" and not dots_for_stops(document)


def dots_for_stops(document: "Document") -> bool:
    """Whether `.` stands for `。`: who wrote that had ASCII marks only, and `,` may have been `、`."""
    dots = document.count(DOT)
    return dots > 1 and dots > document.prose.count("。")
