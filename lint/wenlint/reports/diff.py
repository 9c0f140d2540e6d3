"""What fixing would change, as a unified diff."""

from collections.abc import Container, Iterable
from typing import TextIO

from wenlint.model.outcome import Outcome
from wenlint.search.patterns import lazy
from wenlint.unicode.escape import escape

#: Other programs say beside the name when, or put it under `a/` and `b/`.
BEGIN = lazy(r"--- (.+)\n\+\+\+ \1\n@@ ")


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write the differences of each outcome that has some."""
    for outcome in outcomes:
        if outcome.changed:
            path = escape(outcome.path)
            out.write(f"--- {path}\n+++ {path}\n{outcome.diff}")


def is_own(head: str, names: Container[str]) -> bool:
    """Whether a file that begins so is such a difference."""
    return BEGIN.match(head) is not None
