"""What a document does nearly always is its convention; only the departures are findings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wenlint.search.patterns import sought

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: The share of places in which a document must do the same, and how many places it takes to say so.
SHARE, PLACES = 0.9, 10

#: One or two of U+2026, not of a longer row.
ONE_ELLIPSIS, TWO_ELLIPSES = sought("(?<!…)…(?!…)"), sought("(?<!…)……(?!…)")


def usual(counts: Mapping[str, int], places: int = PLACES) -> str | None:
    """The form that a document uses in at least nine of ten places; None where it has no convention.

    `counts`: how often each form occurs. With fewer than `places` in all there is nothing to say.
    """
    total = sum(counts.values())
    if total < places:
        return None
    return next((form for form, count in counts.items() if count >= SHARE * total), None)


def wanted(style: str, counts: Mapping[str, int], places: int = PLACES) -> str | None:
    """The form that is right here: what the configuration says, or what the document does if that is `consistent`.

    None where there is no right and wrong: no convention, or the matter is to be ignored.
    """
    if style == "consistent":
        return usual(counts, places)
    return None if style == "ignore" else style


def ellipses(document: "Document") -> dict[str, int]:
    """How often a text writes the ellipsis as one character and as two."""
    return {"single": document.count(ONE_ELLIPSIS), "double": document.count(TWO_ELLIPSES)}


def ellipsis(style: str, document: "Document") -> str | None:
    """The ellipsis that is right here, `……` unless the configuration or the document has another; None for ignore."""
    return None if style == "ignore" else "…" if wanted(style, ellipses(document)) == "single" else "……"
