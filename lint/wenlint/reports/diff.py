"""What fixing would change, as a unified diff."""

import difflib
from collections.abc import Iterable
from typing import TextIO

from wenlint.reports import escape
from wenlint.run import Outcome


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write the differences of each outcome that has some."""
    for outcome in outcomes:
        if outcome.changed:
            path = escape(outcome.path)
            lines = difflib.unified_diff(_lines(outcome.original), _lines(outcome.text), path, path)
            out.writelines(lines)


def _lines(text: str) -> list[str]:
    """Lines as diff and patch count them; a last one without a line end says so."""
    *whole, last = text.split("\n")
    rest = [f"{_shown(last)}\n\\ No newline at end of file\n"] if last else []
    return [f"{_shown(line)}\n" for line in whole] + rest


def _shown(line: str) -> str:
    """The line made harmless, but for tabs and a carriage return at its end: a patch with them applies."""
    end = "\r" if line.endswith("\r") else ""
    return "\t".join(map(escape, line.removesuffix("\r").split("\t"))) + end
