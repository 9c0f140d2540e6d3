"""Canonical composition (NFC) in a time that is linear in the text, but for the logarithm of a sort."""

import unicodedata
from itertools import groupby


def composed(text: str) -> str:
    """What `unicodedata.normalize("NFC", text)` gives.

    It sorts the marks of a letter by moving each past all before it, so the time grows with the square of their number.
    Nothing is left for it to move where they are in order: then it is linear.
    """
    runs = groupby(text, key=_begins)
    ordered = (run if begins else sorted(run, key=unicodedata.combining) for begins, run in runs)
    return unicodedata.normalize("NFC", "".join(map("".join, ordered)))


def _begins(character: str) -> bool:
    """Whether a character is none of those that may change places with their neighbours."""
    return unicodedata.combining(character) == 0
