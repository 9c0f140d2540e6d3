"""Damage prints: what a text shows of how it was damaged, which decides how sure a repair is."""

from wenlint.characters import HAN, LINE_ENDS
from wenlint.convention import usual
from wenlint.patterns import lazy

#: A comma between Han, and a full stop written as a dot after Han.
HALF_COMMA = lazy(f"(?<=[{HAN}”’）》]),")
DOT = lazy(rf"(?<=[{HAN}”’）》])\.(?=[ ]?[{HAN}“‘（《]|[{LINE_ENDS}]|\Z)")
#: So many commas say whether the width was folded as a whole.
PLACES = 3


def width_was_folded(prose: str) -> bool:
    """Whether the text went through a fold of full-width marks to ASCII, as NFKC and ftfy do.

    Such a fold leaves no `，`, while `。` and `、`, which have no ASCII form, survive.
    """
    commas = {"half": len(HALF_COMMA.findall(prose)), "full": prose.count("，")}
    return usual(commas, PLACES) == "half" and not dots_for_stops(prose)


def dots_for_stops(prose: str) -> bool:
    """Whether `.` stands for `。`: who wrote that had ASCII marks only, and `,` may have been `、`."""
    dots = len(DOT.findall(prose))
    return dots > 1 and dots > prose.count("。")
