"""What fixing would change, as a unified diff."""

import difflib
from collections.abc import Container, Iterable
from typing import TextIO

from wenlint.escape import escape
from wenlint.outcome import Outcome
from wenlint.patterns import lazy

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


def difference(old: str, new: str) -> str:
    """The hunks between two texts."""
    _, _, *hunks = difflib.unified_diff(_lines(old), _lines(new)) if old != new else ("", "")
    return "".join(hunks)


def _lines(text: str) -> list[str]:
    """Lines as diff and patch count them; a last one without a line end says so."""
    *whole, last = text.split("\n")
    rest = [f"{_shown(last)}\n\\ No newline at end of file\n"] if last else []
    return [f"{_shown(line)}\n" for line in whole] + rest


def _shown(line: str) -> str:
    """The line made harmless, but for tabs and a carriage return at its end: a patch with them applies."""
    end = "\r" if line.endswith("\r") else ""
    return escape(line.removesuffix("\r"), keep="\t") + end
